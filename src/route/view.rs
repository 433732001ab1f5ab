//! What a page shows, as its address says it ([`super::view_query`]) and as far as an edition has it
//! ([`super::view_fit`]).

use super::Shape;
use super::basket::Kept;
use super::classes::{ClassMethod, Limits};
use super::embed::Frame;
use super::map_view::{Against, MapView};
use crate::model::{AreaCode, Level, Period, Vintage};

/// As many areas as can be told apart beside each other.
pub const MOST_AREAS: usize = 8;

/// What a page shows, as far as it is not the page's default.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// The shape that the explorer shows, when not the map.
    pub shape: Option<Shape>,
    /// Slug of the indicator.
    pub indicator: Option<String>,
    /// Level of the areas on the map.
    pub level: Option<Level>,
    /// Vintage of the boundaries, when not the newest.
    pub vintage: Option<Vintage>,
    /// The period that is looked at.
    pub period: Option<Period>,
    /// The first period of a range that ends with the one that is looked at.
    pub since: Option<Period>,
    /// Whether the chosen areas are shown without all the others behind them, where a figure has those.
    pub alone: bool,
    /// Selected areas, at most [`MOST_AREAS`], in the order they were chosen.
    pub areas: Vec<AreaCode>,
    /// How the map's values are put into classes, when not in the usual way.
    pub method: Option<ClassMethod>,
    /// Number of classes asked for, [`FEWEST_CLASSES`] to [`MOST_CLASSES`].
    pub classes: Option<u8>,
    /// The limits of the classes, where the method is [`ClassMethod::Manual`]; else none.
    pub limits: Limits,
    /// Light or dark, when not as the reader's system says.
    pub color_scheme: Option<ColorScheme>,
    /// The edition that a frozen figure stays with.
    pub edition: Option<String>,
    /// Whether time runs.
    pub play: bool,
    /// How the map is drawn.
    pub map: MapView,
    /// How a framed figure looks in its frame.
    pub frame: Frame,
    /// How much the indicators weigh that the reader weighs otherwise than fully, when areas that are alike are sought: their
    /// slugs with 0 to 3, in the order of the slugs.
    pub weights: Vec<(String, u8)>,
    /// Among which areas those alike are sought: the code of a county, or the id of a group; all where there is none.
    pub among: Option<String>,
    /// The figures that the reader takes along, at most [`super::MOST_KEPT`].
    pub basket: Vec<Kept>,
}

/// The weight of an indicator that the reader has not weighed.
pub const FULL_WEIGHT: u8 = 2;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColorScheme {
    /// Dark text on a light ground.
    Light,
    /// Light text on a dark ground.
    Dark,
}

impl ColorScheme {
    /// The id in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl View {
    /// Slug of the indicator that the first is compared with.
    pub fn against_indicator(&self) -> Option<&str> {
        match &self.map.against {
            Some(Against::Indicator(slug)) => Some(slug),
            _ => None,
        }
    }

    /// Back to the usual classes, where the limits were chosen.
    pub fn forget_limits(&mut self) {
        self.limits = Limits::default();
        self.method.take_if(|method| *method == ClassMethod::Manual);
    }

    /// First and last period of the range that is looked at, where it is one.
    pub fn range(&self) -> Option<(Period, Period)> {
        self.since.zip(self.period)
    }

    /// Looks at another period; a range that would not end after it began is none any more.
    pub fn look_at(&mut self, period: Period) {
        self.period = Some(period);
        self.since.take_if(|since| *since >= period);
    }
}
