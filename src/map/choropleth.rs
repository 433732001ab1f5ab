//! From values to ink: which colour each area has.
//!
//! Absences are drawn with patterns, not with one more colour, so that no one takes them for a low value; each of the
//! three reasons has its own.

use crate::color::{Ground, Rgb, Scale, absence_mark, class_colors};
use crate::geo::lines::{FULL, Kind, LineBuffer, kind_and_strength};
use crate::geo::raster::IdBuffer;
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

    /// The ink of a class.
    pub fn of_class(&self, class: usize) -> Ink {
        let class = class.min(self.classes.len().saturating_sub(1));
        self.classes.get(class).map_or(self.absences[1], |color| Ink::Solid(*color))
    }

    /// The ink of an absence.
    pub fn of_absence(&self, reason: Absence) -> Ink {
        match reason {
            Absence::Suppressed => self.absences[0],
            Absence::Missing => self.absences[1],
            Absence::NotApplicable => self.absences[2],
        }
    }

    /// The ink of one value.
    pub fn of_value(&self, value: Value, classification: &Classification) -> Ink {
        match value {
            Value::Number(number, _) => self.of_class(classification.class_of(number)),
            Value::Absent(reason) => self.of_absence(reason),
        }
    }
}

/// An opaque colour.
pub const fn rgba(color: Rgb) -> Rgba {
    [color.r, color.g, color.b, 255]
}

/// Colours of the borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColors {
    /// Between areas.
    pub between: Rgba,
    /// Coast and land border.
    pub outer: Rgba,
}

/// A part of a picture, device pixels: left, top, width, height.
pub type Part = [u32; 4];

/// Colours parts of `pixels` (4 bytes each, rows of the picture's width): id n has the ink of area n − 1, and lines lie
/// above. Where there is neither area nor line, a pixel stays as it is. `ratio` is device pixels per CSS pixel, so that
/// patterns keep their size.
pub fn fill(
    ids: &IdBuffer,
    lines: &LineBuffer,
    inks: &[Ink],
    colors: &LineColors,
    ratio: f64,
    parts: &[Part],
    pixels: &mut [u8],
) {
    let ink = |id: u16| usize::from(id).checked_sub(1).and_then(|area| inks.get(area)).copied();
    for [left, top, width, height] in parts {
        for y in *top as usize..(*top + *height) as usize {
            let from = y * ids.width() as usize + *left as usize;
            let row = from..from + *width as usize;
            let pixels = pixels[row.start * 4..row.end * 4].as_chunks_mut::<4>().0;
            let (ids, cover) = (&ids.ids()[row.clone()], &lines.cover()[row]);
            // Pixels side by side are mostly in the same area: one look-up serves a whole run.
            let mut from = 0;
            while from < ids.len() {
                let id = ids[from];
                let to = from + ids[from..].iter().take_while(|other| **other == id).count();
                match ink(id) {
                    Some(Ink::Solid(color)) => pixels[from..to].fill(color),
                    Some(ink) => {
                        for (x, pixel) in (from..to).zip(&mut pixels[from..to]) {
                            *pixel = pattern(ink, x + *left as usize, y, ratio);
                        }
                    }
                    None => {}
                }
                from = to;
            }
            for (x, cover) in cover.iter().enumerate().filter(|(_, cover)| **cover > 0) {
                let below = if ink(ids[x]).is_some() { pixels[x] } else { [0; 4] };
                pixels[x] = covered(below, *cover, colors);
            }
        }
    }
}

/// The colour of a pixel that a line covers more or less.
fn covered(below: Rgba, cover: u8, colors: &LineColors) -> Rgba {
    let (kind, strength) = kind_and_strength(cover);
    let above = if kind == Kind::Outer { colors.outer } else { colors.between };
    let part = u32::from(strength) * u32::from(above[3]) / 255;
    let (part, full) = (part.min(u32::from(FULL)), u32::from(FULL));
    let mix = |from: u8, to: u8| {
        let mixed = (u32::from(from) * (full - part) + u32::from(to) * part + full / 2) / full;
        u8::try_from(mixed).unwrap_or(u8::MAX)
    };
    if below[3] == 0 {
        return [above[0], above[1], above[2], mix(0, 255)];
    }
    [mix(below[0], above[0]), mix(below[1], above[1]), mix(below[2], above[2]), 255]
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
    use crate::geo::grid::Grid;
    use crate::geo::lines::Pen;
    use crate::geo::raster::rasterize;
    use crate::geo::topology::Topology;
    use crate::geo::viewport::Viewport;

    const RED: Rgba = [200, 0, 0, 255];
    const MARK: Rgba = [1, 1, 1, 255];
    const GROUND: Rgba = [9, 9, 9, 255];

    const COLORS: LineColors = LineColors { between: [255; 4], outer: [0, 0, 0, 255] };

    /// The pixels of two squares of 12 and 20 pixels beside each other, on a picture of 40 × 24 at a ratio.
    fn drawn(inks: &[Ink], ratio: f64, pen: Option<Pen>) -> Vec<Rgba> {
        let square = |left: i32, side: i32| {
            let [right, top] = [left + side, 2 + side];
            vec![vec![vec![[left, 2], [right, 2], [right, top], [left, top], [left, 2]]]]
        };
        let grid = Grid { origin: [0.0, 0.0], step: 1.0 };
        let topology = Topology::from_polygons(grid, &[square(0, 12), square(12, 20)]).unwrap();
        let view = Viewport { k: 1.0, tx: 4.0, ty: 24.0 }.scaled(ratio);
        let [width, height] = [40, 24].map(|side: u32| side * if ratio > 1.0 { 3 } else { 1 });
        let mut ids = IdBuffer::new(width, height);
        rasterize(&topology, &view, &mut ids);
        let mut lines = LineBuffer::new(width, height);
        let arcs: Vec<u32> = (0_u32..).take(topology.n_arcs()).collect();
        if let Some(pen) = pen {
            lines.draw(&topology, &arcs, &view, pen, 0..height);
        }
        let mut pixels = vec![0; ids.ids().len() * 4];
        fill(&ids, &lines, inks, &COLORS, ratio, &[[0, 0, width, height]], &mut pixels);
        pixels.as_chunks::<4>().0.to_vec()
    }

    fn absent(reason: Absence) -> Ink {
        Ink::Absent { reason, mark: MARK, ground: GROUND }
    }

    #[test]
    fn each_pixel_has_its_areas_ink_and_outside_stays_clear() {
        let pixels = drawn(&[Ink::Solid(RED), absent(Absence::Missing)], 1.0, None);
        assert_eq!(pixels[0], [0; 4]);
        assert_eq!([pixels[12 * 40 + 4], pixels[20 * 40 + 15]], [RED, RED]);
        assert!([MARK, GROUND].contains(&pixels[12 * 40 + 20]));
        // An id without ink must not stop the map.
        assert_eq!(drawn(&[Ink::Solid(RED)], 1.0, None)[12 * 40 + 20], [0; 4]);
    }

    #[test]
    fn lines_mix_with_what_is_below_them_and_stand_alone_outside() {
        let inks = [Ink::Solid(RED); 2];
        let pen = |opacity| Some(Pen { kind: Kind::Outer, width: 2.0, opacity });
        assert_eq!(drawn(&inks, 1.0, pen(1.0))[12 * 40 + 4], [0, 0, 0, 255], "inside the coast");
        assert_eq!(drawn(&inks, 1.0, pen(1.0))[12 * 40 + 3], [0, 0, 0, 255], "outside it");
        let [r, _, _, a] = drawn(&inks, 1.0, pen(0.5))[12 * 40 + 4];
        assert!((99..=101).contains(&r) && a == 255, "half the line's black, half the area's red: {r}");
        assert_eq!(drawn(&inks, 1.0, pen(0.5))[12 * 40 + 3][3], 129, "half as strong on nothing");
    }

    #[test]
    fn the_three_absences_are_told_apart_at_every_ratio() {
        for ratio in [1.0, 1.5, 2.0, 3.0] {
            let drawn = Absence::ALL.map(|reason| drawn(&[absent(reason), absent(reason)], ratio, None));
            assert!(drawn[0] != drawn[1] && drawn[1] != drawn[2] && drawn[0] != drawn[2]);
            for pixels in &drawn {
                let count = |color| pixels.iter().filter(|pixel| **pixel == color).count() as f64;
                let share = count(MARK) / (count(MARK) + count(GROUND));
                assert!((0.02..=0.6).contains(&share), "{share} of the pixels marked at ratio {ratio}");
            }
        }
    }
}
