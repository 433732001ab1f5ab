//! From values to ink: which colour each area has.
//!
//! Absences are drawn with patterns, not with one more colour, so that no one takes them for a low value; each of the
//! three reasons has its own.

use crate::color::{Ground, Rgb, Scale, absence_mark, class_colors};
use crate::model::{Absence, Value};
use crate::stats::classification::Classification;

/// Red, green, blue, opacity, 0–255 each.
pub type Rgba = [u8; 4];

/// How the pixels of an area are filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// One colour.
    Solid(Rgba),
    /// `mark` on `ground`, in a pattern that tells the reason.
    Absent {
        /// Why there is no number.
        reason: Absence,
        /// Colour of the pattern's lines or dots.
        mark: Rgba,
        /// Colour between them.
        ground: Rgba,
    },
}

/// Colours of the classes, lowest first, and of what has no class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inks {
    classes: Vec<Rgba>,
    absences: [Ink; 3],
}

impl Inks {
    /// The inks of a scale with `n_classes` on a ground.
    pub fn new(scale: Scale, n_classes: usize, ground: Ground) -> Self {
        let absences = Absence::ALL.map(|reason| {
            let mark = absence_mark(reason.letter(), ground);
            Ink::Absent { reason, mark: rgba(mark.stroke), ground: rgba(mark.fill) }
        });
        Self { classes: class_colors(scale, n_classes, ground).into_iter().map(rgba).collect(), absences }
    }

    /// The ink of each value, in the areas' order.
    pub fn of(&self, values: &[Value], classification: &Classification) -> Vec<Ink> {
        values.iter().map(|value| self.of_value(*value, classification)).collect()
    }

    /// The same with only one class in its colour; all others are context.
    pub fn only(
        &self,
        class: usize,
        values: &[Value],
        classification: &Classification,
        context: Rgba,
    ) -> Vec<Ink> {
        let ink = |value: &Value| match value.number() {
            Some(number) if classification.class_of(number) != class => Ink::Solid(context),
            _ => self.of_value(*value, classification),
        };
        values.iter().map(ink).collect()
    }

    /// The ink of one value.
    pub fn of_value(&self, value: Value, classification: &Classification) -> Ink {
        match value {
            Value::Number(number, _) => {
                let class = classification.class_of(number).min(self.classes.len().saturating_sub(1));
                self.classes.get(class).map_or(self.absences[1], |color| Ink::Solid(*color))
            }
            Value::Absent(Absence::Suppressed) => self.absences[0],
            Value::Absent(Absence::Missing) => self.absences[1],
            Value::Absent(Absence::NotApplicable) => self.absences[2],
        }
    }
}

/// An opaque colour.
pub const fn rgba(color: Rgb) -> Rgba {
    [color.r, color.g, color.b, 255]
}

/// Fills `pixels` (4 bytes each, rows of `width`) from an id buffer: id 0 is nothing and stays transparent, id n has
/// the ink of area n − 1. `ratio` is device pixels per CSS pixel, so that patterns keep their size.
pub fn fill(ids: &[u16], width: usize, inks: &[Ink], ratio: f64, pixels: &mut [u8]) {
    const NOTHING: Rgba = [0; 4];
    // A table of plain colours serves nearly every pixel with one look-up; patterns are rare and decided apart.
    let plain: Vec<Option<Rgba>> = std::iter::once(Some(NOTHING))
        .chain(inks.iter().map(|ink| match ink {
            Ink::Solid(color) => Some(*color),
            Ink::Absent { .. } => None,
        }))
        .collect();
    for (position, (id, pixel)) in ids.iter().zip(pixels.as_chunks_mut::<4>().0).enumerate() {
        let id = usize::from(*id);
        *pixel = match plain.get(id) {
            Some(Some(color)) => *color,
            Some(None) => pattern(inks[id - 1], position % width, position / width, ratio),
            None => NOTHING,
        };
    }
}

/// The colour of a pixel of a patterned area. Suppressed: diagonal lines; missing: dots; not applicable: level lines.
fn pattern(ink: Ink, x: usize, y: usize, ratio: f64) -> Rgba {
    let Ink::Absent { reason, mark, ground } = ink else { return [0; 4] };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few device pixels, positive"
    )]
    let step = |css: f64| ((css * ratio).round() as usize).max(1);
    let on = match reason {
        Absence::Suppressed => (x + y) % step(6.0) < step(1.5),
        Absence::Missing => x % step(5.0) < step(1.5) && y % step(5.0) < step(1.5),
        Absence::NotApplicable => y % step(6.0) < step(1.0),
    };
    if on { mark } else { ground }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RED: Rgba = [200, 0, 0, 255];
    const MARK: Rgba = [1, 1, 1, 255];
    const GROUND: Rgba = [9, 9, 9, 255];

    #[test]
    fn each_pixel_has_its_areas_ink_and_outside_stays_clear() {
        let absent = Ink::Absent { reason: Absence::Missing, mark: MARK, ground: GROUND };
        let ids = [0, 1, 2, 1, 7, 2];
        let mut pixels = vec![77; ids.len() * 4];
        fill(&ids, 3, &[Ink::Solid(RED), absent], 1.0, &mut pixels);
        let pixels = pixels.as_chunks::<4>().0;
        assert_eq!(pixels[0], [0; 4]);
        assert_eq!([pixels[1], pixels[3]], [RED, RED]);
        assert!([MARK, GROUND].contains(&pixels[2]));
        assert_eq!(pixels[4], [0; 4], "an id without ink must not stop the map");
    }

    #[test]
    fn the_three_absences_are_told_apart_at_every_ratio() {
        for ratio in [1.0, 1.5, 2.0, 3.0] {
            let drawn = Absence::ALL.map(|reason| {
                let mut pixels = vec![0; 32 * 32 * 4];
                fill(
                    &[1; 32 * 32],
                    32,
                    &[Ink::Absent { reason, mark: MARK, ground: GROUND }],
                    ratio,
                    &mut pixels,
                );
                pixels
            });
            assert!(drawn[0] != drawn[1] && drawn[1] != drawn[2] && drawn[0] != drawn[2]);
            for pixels in &drawn {
                let marked = pixels.as_chunks::<4>().0.iter().filter(|pixel| **pixel == MARK).count();
                assert!((20..=600).contains(&marked), "{marked} of 1024 pixels marked at ratio {ratio}");
            }
        }
    }
}
