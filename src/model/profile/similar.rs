//! Areas that are like another.

use super::super::AreaCode;
use super::super::json::{FromJson, Place};
use serde::Serialize;

/// The areas most like this one, and in what.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SimilarAreas {
    /// Slugs of the indicators compared, newest values, each with the same weight.
    pub by: Vec<String>,
    /// The most like first.
    pub areas: Vec<SimilarArea>,
}

impl FromJson for SimilarAreas {
    fn from_json(json: &Place) -> Self {
        Self { by: json.member("by"), areas: json.member("areas") }
    }
}

/// An area that is like the profile's.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SimilarArea {
    /// Which area.
    pub area: AreaCode,
    /// Its name.
    pub name: String,
    /// Root mean square difference, in standard deviations over all areas of the level.
    pub distance: f64,
    /// The part of each indicator of `by` in the squared distance, 0–1; together 1 unless the distance is 0.
    pub parts: Vec<f64>,
}

impl FromJson for SimilarArea {
    fn from_json(json: &Place) -> Self {
        Self {
            area: json.member("area"),
            name: json.member("name"),
            distance: json.member("distance"),
            parts: json.member("parts"),
        }
    }
}
