//! What a mark is colored by: a role, never a color.
//!
//! plotters hands colors to its backends as RGB. Tokens travel in a reserved corner of that space (red 254), so that our
//! backends can turn them into CSS classes or into the colors of a ground; any other color is the picture's own.

use crate::color::{Ground, Rgb, Role, absence_mark, area_type, categorical};
use crate::model::Absence;
use plotters::style::RGBAColor;
use plotters_backend::BackendColor;

/// The role of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Token {
    /// One of the neutral roles.
    Neutral(Role),
    /// The chosen series in a slot, 0–7.
    Series(u8),
    /// The country, for comparison.
    Nation,
    /// The county, for comparison.
    County,
    /// A class of a map's scale, 0 the lowest. Its color comes from `data-scale` and `data-classes` around the
    /// picture.
    Class(u8),
    /// An area type, 1–5: both ends of a two-sided scale, the mixed ones in its middle.
    AreaType(u8),
    /// The mark of an absence.
    Absent(Absence),
}

/// Red of every token.
const RESERVED: u8 = 0xFE;

impl Token {
    /// Text and the marks that matter most.
    pub const INK: Self = Self::Neutral(Role::Ink);
    /// Secondary text.
    pub const MUTED: Self = Self::Neutral(Role::Muted);
    /// The picture's ground.
    pub const GROUND: Self = Self::Neutral(Role::Ground);
    /// The line that values start from.
    pub const AXIS: Self = Self::Neutral(Role::Axis);
    /// Lines that help the eye.
    pub const GRID: Self = Self::Neutral(Role::Grid);
    /// Areas that are only context.
    pub const CONTEXT: Self = Self::Neutral(Role::Context);

    /// The CSS class.
    pub fn class(self) -> String {
        match self {
            Self::Neutral(role) => role.token().to_owned(),
            Self::Series(slot) => format!("series-{}", slot + 1),
            Self::Nation => "nation".to_owned(),
            Self::County => "county".to_owned(),
            Self::Class(class) => format!("class-{}", class + 1),
            Self::AreaType(number) => format!("type-{number}"),
            Self::Absent(Absence::Suppressed) => "suppressed".to_owned(),
            Self::Absent(Absence::Missing) => "missing".to_owned(),
            Self::Absent(Absence::NotApplicable) => "not-applicable".to_owned(),
        }
    }

    /// The custom property that colors the class.
    pub fn property(self) -> String {
        match self {
            Self::Nation => Role::Ink.token().to_owned(),
            Self::County => Role::Muted.token().to_owned(),
            Self::Absent(_) => format!("{}-mark", self.class()),
            other => other.class(),
        }
    }

    /// The color on a ground; `None` for classes, whose scale is not known here.
    pub fn color(self, ground: Ground) -> Option<Rgb> {
        Some(match self {
            Self::Neutral(role) => role.color(ground),
            Self::Series(slot) => categorical(usize::from(slot), ground),
            Self::Nation => Role::Ink.color(ground),
            Self::County => Role::Muted.color(ground),
            Self::Class(_) => return None,
            Self::AreaType(number) => area_type(number, ground),
            Self::Absent(reason) => absence_mark(reason.letter(), ground).stroke,
        })
    }

    /// Lengths of dash and gap in pixels for lines of this role.
    pub const fn dash(self) -> Option<[u8; 2]> {
        match self {
            Self::Nation => Some([6, 4]),
            Self::County => Some([1, 4]),
            _ => None,
        }
    }

    /// The token as plotters carries it, with an opacity.
    pub fn reserved(self, opacity: f64) -> RGBAColor {
        let (kind, index) = match self {
            Self::Neutral(role) => (0, position(&Role::ALL, &role)),
            Self::Series(slot) => (1, slot),
            Self::Nation => (2, 0),
            Self::County => (2, 1),
            Self::Class(class) => (3, class),
            Self::Absent(reason) => (4, position(&Absence::ALL, &reason)),
            Self::AreaType(number) => (5, number),
        };
        RGBAColor(RESERVED, kind, index, opacity)
    }

    /// The token that a backend was handed, if it is one.
    pub fn from_reserved(color: BackendColor) -> Option<Self> {
        let (RESERVED, kind, index) = color.rgb else { return None };
        match kind {
            0 => Role::ALL.get(usize::from(index)).copied().map(Self::Neutral),
            1 => Some(Self::Series(index)),
            2 => Some(if index == 0 { Self::Nation } else { Self::County }),
            3 => Some(Self::Class(index)),
            4 => Absence::ALL.get(usize::from(index)).copied().map(Self::Absent),
            5 => Some(Self::AreaType(index)),
            _ => None,
        }
    }

    /// Every token, with classes up to `n_classes`.
    pub fn all(n_classes: u8) -> Vec<Self> {
        let neutral = Role::ALL.into_iter().map(Self::Neutral);
        let series = (0..8).map(Self::Series);
        let classes = (0..n_classes).map(Self::Class);
        let absent = Absence::ALL.into_iter().map(Self::Absent);
        let types = (1..=5).map(Self::AreaType);
        let lines = [Self::Nation, Self::County];
        neutral.chain(series).chain(lines).chain(classes).chain(types).chain(absent).collect()
    }
}

fn position<T: PartialEq>(all: &[T], one: &T) -> u8 {
    let found = all.iter().position(|candidate| candidate == one);
    found.and_then(|position| u8::try_from(position).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_survive_the_way_through_plotters() {
        for token in Token::all(9) {
            let RGBAColor(r, g, b, alpha) = token.reserved(0.5);
            assert_eq!(Token::from_reserved(BackendColor { alpha, rgb: (r, g, b) }), Some(token));
        }
        assert_eq!(Token::from_reserved(BackendColor { alpha: 1.0, rgb: (12, 0, 0) }), None);
    }

    #[test]
    fn classes_are_distinct() {
        let mut classes: Vec<String> = Token::all(9).into_iter().map(Token::class).collect();
        let n = classes.len();
        classes.sort();
        classes.dedup();
        assert_eq!(classes.len(), n);
    }
}
