//! What was done in an area, and how it developed beside areas that were like it before.

use super::super::json::{FromJson, Place};
use super::super::{AreaCode, Event, NumberColumn};
use serde::Serialize;

/// A measure or reform with the developments that it is read beside.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileEvent {
    /// What was done.
    pub event: Event,
    /// For each indicator that can be compared, the areas that were most like this one before the event. None for a
    /// reform, which concerned all areas.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub comparisons: Vec<EventComparison>,
}

impl FromJson for ProfileEvent {
    fn from_json(json: &Place) -> Self {
        Self { event: json.member("event"), comparisons: json.member_or_default("comparisons") }
    }
}

/// The development of the areas that were most like the profile's before an event.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EventComparison {
    /// Which indicator.
    pub slug: String,
    /// The areas, the most like first, with their names.
    pub areas: Vec<(AreaCode, String)>,
    /// The mean of their values, one for each period of the indicator in the profile; missing where one of them is.
    #[serde(flatten)]
    pub means: NumberColumn,
}

impl FromJson for EventComparison {
    fn from_json(json: &Place) -> Self {
        Self { slug: json.member("slug"), areas: json.member("areas"), means: NumberColumn::from_json(json) }
    }
}
