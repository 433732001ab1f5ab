//! Palettes, and the measures that prove them: contrast, color difference and color-vision simulation.
//!
//! Every scale stands on two grounds, light and dark. More is darker on the light ground and lighter on the dark one,
//! so that the far end always stands out from the page. No scale runs from red to green, and no hue means good or bad.
//! The palettes hold for protan, deutan and tritan vision; the tests of this room state the floors.

mod absence;
mod categorical;
mod contrast;
mod css;
mod oklab;
mod rgb;
mod role;
mod scale;
mod vision;

pub use absence::{AbsenceMark, Pattern, absence_mark};
pub use categorical::{CATEGORICAL_COUNT, categorical};
pub use contrast::contrast;
pub use css::{role_tokens, scale_tokens};
pub use oklab::{Oklab, Oklch, difference};
pub use rgb::Rgb;
pub use role::Role;
pub use scale::{MAX_CLASSES, Scale, area_type, class_colors, diverging_colors};
pub use vision::{Vision, simulated};

/// The ground that colors stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ground {
    /// Warm paper.
    #[default]
    Light,
    /// Warm near-black.
    Dark,
}

impl Ground {
    /// Both grounds.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// The id in `data-theme` attributes.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}
