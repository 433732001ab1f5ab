//! What the areas of a level are compared by when those like one are sought: one file a level, so that a reader can weigh
//! the indicators anew.

use super::NumberColumn;
use super::json::{FromJson, Place};
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
}

impl FromJson for ComparedAreas {
    fn from_json(json: &Place) -> Self {
        Self { format: json.member("format"), by: json.member("by"), columns: json.member("columns") }
    }
}
