//! What the areas of a level are compared by when those like one are sought: one file a level, so that a reader can weigh
//! the indicators anew.

use super::json::{FromJson, Place};
use super::{AreaCode, Localized, NumberColumn};
use serde::Serialize;

/// The newest values of some indicators for all areas of a level.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparedAreas {
    /// Version of the file format.
    pub format: u32,
    /// Slugs of the indicators.
    pub by: Vec<String>,
    /// Their values, one column an indicator, in the order of the level's list of areas.
    pub columns: Vec<NumberColumn>,
    /// Areas that somebody names together, for readers who seek among them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<AreaGroup>,
}

impl FromJson for ComparedAreas {
    fn from_json(json: &Place) -> Self {
        Self {
            format: json.member("format"),
            by: json.member("by"),
            columns: json.member("columns"),
            groups: json.member_or_default("groups"),
        }
    }
}

/// Areas of a level that somebody names together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AreaGroup {
    /// Stable id, unique in the edition: lower-case ASCII letters, digits and hyphens, and not digits alone.
    pub id: String,
    /// What they are called.
    pub name: Localized,
    /// The areas, ascending by code.
    pub areas: Vec<AreaCode>,
}

impl FromJson for AreaGroup {
    fn from_json(json: &Place) -> Self {
        Self { id: json.member("id"), name: json.member("name"), areas: json.member("areas") }
    }
}
