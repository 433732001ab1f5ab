//! A value is a finite number, perhaps flagged, or an absence with its reason. An absence is never 0 and never NaN,
//! and stays an absence in everything derived from it.

use crate::decimal::plain;

/// Why there is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Absence {
    /// Withheld for disclosure control (status `c`).
    Suppressed,
    /// Not reported, or lost (status `m`).
    Missing,
    /// The question has no answer here: the area did not exist, the measure is undefined (status `z`).
    NotApplicable,
}

impl Absence {
    /// All reasons, in the order a legend shows them.
    pub const ALL: [Self; 3] = [Self::Suppressed, Self::Missing, Self::NotApplicable];

    /// The letter of the reason in SDMX `OBS_STATUS`, as Eurostat uses it.
    pub const fn letter(self) -> char {
        match self {
            Self::Suppressed => 'c',
            Self::Missing => 'm',
            Self::NotApplicable => 'z',
        }
    }
}

/// What to know about a number, as SDMX `OBS_STATUS` letters: `p` provisional, `r` revised, `e` estimated, `b` break
/// in series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Flags(u8);

impl Flags {
    /// Nothing to add.
    pub const NONE: Self = Self(0);
    /// Will be revised (status `p`).
    pub const PROVISIONAL: Self = Self(1);
    /// Differs from what was first published (status `r`).
    pub const REVISED: Self = Self(2);
    /// Not observed but worked out (status `e`).
    pub const ESTIMATED: Self = Self(4);
    /// Not comparable with the period before (status `b`).
    pub const BREAK: Self = Self(8);

    const LETTERS: [(char, Self); 4] =
        [('p', Self::PROVISIONAL), ('r', Self::REVISED), ('e', Self::ESTIMATED), ('b', Self::BREAK)];

    /// Whether all flags of `other` are set.
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Both sets of flags together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A number with its flags, or an absence with its reason.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// A number; always finite, because every constructor sees to it.
    Number(f64, Flags),
    /// No number, and why.
    Absent(Absence),
}

impl Value {
    /// A number without flags, or `None` when it is not finite.
    pub fn finite(number: f64) -> Option<Self> {
        number.is_finite().then_some(Self::Number(number, Flags::NONE))
    }

    /// The number, if there is one.
    pub const fn number(self) -> Option<f64> {
        match self {
            Self::Number(number, _) => Some(number),
            Self::Absent(_) => None,
        }
    }

    /// The reason for the absence, if there is no number.
    pub const fn absence(self) -> Option<Absence> {
        match self {
            Self::Number(..) => None,
            Self::Absent(reason) => Some(reason),
        }
    }

    /// The flags of the number; none for an absence.
    pub const fn flags(self) -> Flags {
        match self {
            Self::Number(_, flags) => flags,
            Self::Absent(_) => Flags::NONE,
        }
    }

    /// The status letters as files carry them: one letter for an absence, any of `preb` for a number, often none.
    pub fn status(self) -> String {
        match self {
            Self::Absent(reason) => reason.letter().into(),
            Self::Number(_, flags) => Flags::LETTERS
                .iter()
                .filter(|(_, flag)| flags.contains(*flag))
                .map(|(letter, _)| letter)
                .collect(),
        }
    }

    /// The value that a file's number and status letters mean, or a phrase on what is wrong with them: a number with
    /// the letter of an absence, an absence without reason counts as missing, an unknown letter is refused.
    pub fn from_parts(number: Option<f64>, status: &str) -> Result<Self, String> {
        let mut flags = Flags::NONE;
        let mut absence = None;
        for letter in status.chars() {
            if let Some(reason) = Absence::ALL.into_iter().find(|reason| reason.letter() == letter) {
                absence = Some(reason);
            } else if let Some((_, flag)) = Flags::LETTERS.iter().find(|(known, _)| *known == letter) {
                flags = flags.with(*flag);
            } else {
                return Err(format!(
                    "status “{status}” has the unknown letter “{letter}”: known are c m z p r e b"
                ));
            }
        }
        match (number, absence) {
            (Some(number), None) if number.is_finite() => Ok(Self::Number(number, flags)),
            (Some(number), None) => Err(format!("{} is not a finite number", plain(number))),
            (None, reason) => Ok(Self::Absent(reason.unwrap_or(Absence::Missing))),
            (Some(number), Some(reason)) => Err(format!(
                "the number {} has status “{}”, which says that there is no number",
                plain(number),
                reason.letter()
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_and_status_round_trip() {
        for value in [
            Value::Number(-1.5, Flags::NONE),
            Value::Number(0.0, Flags::BREAK.with(Flags::PROVISIONAL)),
            Value::Absent(Absence::Suppressed),
            Value::Absent(Absence::NotApplicable),
        ] {
            assert_eq!(Value::from_parts(value.number(), &value.status()), Ok(value));
        }
    }

    #[test]
    fn contradictions_are_refused_and_a_bare_null_is_missing() {
        assert_eq!(Value::from_parts(None, ""), Ok(Value::Absent(Absence::Missing)));
        assert!(Value::from_parts(Some(3.0), "c").is_err());
        assert!(Value::from_parts(Some(f64::NAN), "").is_err());
        assert!(Value::from_parts(Some(3.0), "q").is_err());
    }
}
