//! The part of a view that says how the map is drawn: as areas, tiles or small maps; change since another period; what
//! it is laid beside.

use super::slug::is_slug;
use crate::model::Period;

/// How the map is drawn, as far as not in the usual way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MapView {
    /// Areas, tiles or small maps.
    pub form: MapForm,
    /// The earlier period when the map shows change: from it to the period that is looked at.
    pub from: Option<Period>,
    /// What a second map beside it shows.
    pub against: Option<Against>,
    /// Whether the map fills the window.
    pub is_wide: bool,
    /// Whether the level follows how close the map is.
    pub follows_zoom: bool,
}

/// What stands for an area on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MapForm {
    /// Its land.
    #[default]
    Land,
    /// Hexagons, each for about as many people.
    Tiles,
    /// A small map for each period.
    Periods,
}

impl MapForm {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Land, Self::Tiles, Self::Periods];

    /// The name in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Land => "land",
            Self::Tiles => "tiles",
            Self::Periods => "periods",
        }
    }

    /// The form of a name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.id() == id)
    }
}

/// What a second map shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Against {
    /// Another period of the same indicator.
    Period(Period),
    /// Another indicator in the same period.
    Indicator(String),
}

impl Against {
    /// What an address says; what can be read as a period is one.
    pub fn parse(text: &str) -> Option<Self> {
        let period = text.parse().ok().map(Self::Period);
        period.or_else(|| is_slug(text).then(|| Self::Indicator(text.to_owned())))
    }

    /// As an address says it.
    pub fn text(&self) -> String {
        match self {
            Self::Period(period) => period.to_string(),
            Self::Indicator(slug) => slug.clone(),
        }
    }
}
