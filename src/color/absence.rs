//! How the three reasons for having no number look: by pattern first, so that no class color can be mistaken for one.

use super::{Ground, Rgb};

/// A fill pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// Diagonal lines, rising to the right.
    Hatch,
    /// Dots on a square grid.
    Dots,
    /// Horizontal lines.
    Lines,
}

/// How an absence is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AbsenceMark {
    /// What the pattern is drawn on.
    pub fill: Rgb,
    /// What the pattern is drawn with.
    pub stroke: Rgb,
    /// The pattern.
    pub pattern: Pattern,
}

/// The mark of an absence by its status letter: `c` suppressed is hatched, `m` missing is dotted, all else (`z`, not
/// applicable) has faint lines. None is flat: to protan and deutan eyes every flat grey is some class of the petrol
/// scale.
///
/// (The letter and not the model's type: this room imports nothing of ours.)
pub const fn absence_mark(letter: char, ground: Ground) -> AbsenceMark {
    let (fill, stroke, pattern) = match (letter, ground) {
        ('c', Ground::Light) => (0xEF_EA_E1, 0x8A_83_78, Pattern::Hatch),
        ('c', Ground::Dark) => (0x24_26_2B, 0x80_7E_79, Pattern::Hatch),
        ('m', Ground::Light) => (0xFB_F8_F3, 0x8A_83_78, Pattern::Dots),
        ('m', Ground::Dark) => (0x16_18_1D, 0x80_7E_79, Pattern::Dots),
        (_, Ground::Light) => (0xFB_F8_F3, 0xB9_B3_A8, Pattern::Lines),
        (_, Ground::Dark) => (0x16_18_1D, 0x4E_50_54, Pattern::Lines),
    };
    AbsenceMark { fill: Rgb::hex(fill), stroke: Rgb::hex(stroke), pattern }
}
