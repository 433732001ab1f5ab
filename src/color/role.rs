//! The neutral colors of pictures: what is not data.

use super::{Ground, Rgb};

/// What a color is for. [`Role::token`] is the name of the CSS custom property that carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// What the picture stands on.
    Ground,
    /// Text and the marks that matter most.
    Ink,
    /// Secondary text: ticks, units, notes.
    Muted,
    /// The line that values start from.
    Axis,
    /// Lines that help the eye.
    Grid,
    /// Marks of areas that are only context.
    Context,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 6] = [Self::Ground, Self::Ink, Self::Muted, Self::Axis, Self::Grid, Self::Context];

    /// The custom property, without its two hyphens.
    pub const fn token(self) -> &'static str {
        match self {
            Self::Ground => "figure-ground",
            Self::Ink => "figure-ink",
            Self::Muted => "figure-muted",
            Self::Axis => "figure-axis",
            Self::Grid => "figure-grid",
            Self::Context => "figure-context",
        }
    }

    /// The color on a ground.
    pub const fn color(self, ground: Ground) -> Rgb {
        let (light, dark) = match self {
            Self::Ground => (0xFB_F8_F3, 0x16_18_1D),
            Self::Ink => (0x1B_1F_24, 0xEC_E8_E1),
            Self::Muted => (0x5A_5E_63, 0xA9_A7_A2),
            Self::Axis => (0x8A_87_80, 0x7D_7C_79),
            Self::Grid => (0xE4_DF_D6, 0x2C_2F_35),
            Self::Context => (0xBD_B8_AE, 0x55_57_5B),
        };
        match ground {
            Ground::Light => Rgb::hex(light),
            Ground::Dark => Rgb::hex(dark),
        }
    }
}
