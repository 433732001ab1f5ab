//! `events.json`: measures and reforms, shown as markers on time series.

use super::{AreaCode, Localized, Period};
use serde::{Deserialize, Serialize};

/// All events of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Events {
    /// Version of the file format.
    pub format: u32,
    /// Ascending by their first period, then by id.
    pub events: Vec<Event>,
}

/// What was done somewhere. That a figure moved afterwards does not say that the event moved it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Stable id, unique in the edition.
    pub id: String,
    /// What kind of event.
    pub kind: EventKind,
    /// Where: the nation for a reform, an area for a measure taken there.
    pub area: AreaCode,
    /// When it began.
    pub from: Period,
    /// When it ended, where it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Period>,
    /// A few words, for the marker.
    pub title: Localized,
    /// What was done, in a sentence or two.
    pub text: Localized,
    /// Slugs of the indicators whose series should show it.
    pub indicators: Vec<String>,
}

/// The kinds of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EventKind {
    /// Done by a municipality or an agency in some places.
    Measure,
    /// A change of rules for all.
    Reform,
}
