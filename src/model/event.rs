//! `events.json`: measures and reforms, shown as markers on time series.

use super::json::{FromJson, Place};
use super::{AreaCode, Localized, Period};
use serde::{Deserialize, Serialize};

/// All events of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Events {
    /// Version of the file format.
    pub format: u32,
    /// Ascending by their first period, then by id.
    pub events: Vec<Event>,
}

impl FromJson for Events {
    fn from_json(json: &Place) -> Self {
        Self { format: json.member("format"), events: json.member("events") }
    }
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

impl FromJson for Event {
    fn from_json(json: &Place) -> Self {
        Self {
            id: json.member("id"),
            kind: json.member("kind"),
            area: json.member("area"),
            from: json.member("from"),
            until: json.member_or_default("until"),
            title: json.member("title"),
            text: json.member("text"),
            indicators: json.member("indicators"),
        }
    }
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

impl FromJson for EventKind {
    fn from_json(json: &Place) -> Self {
        match json.text() {
            "measure" => Self::Measure,
            "reform" => Self::Reform,
            _ => {
                json.is_not("measure or reform");
                Self::Measure
            }
        }
    }
}
