//! What must be known of an area to read some of its numbers right.

use super::json::{FromJson, Place};
use super::{AreaCode, Localized};
use serde::Serialize;

/// A note beside numbers of some areas: many students live there, or many work on the other side of a border.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AreaNote {
    /// Stable id, unique in the edition: lower-case ASCII letters, digits and hyphens.
    pub id: String,
    /// Slugs of the indicators whose numbers it concerns.
    pub indicators: Vec<String>,
    /// The areas, ascending by code.
    pub areas: Vec<AreaCode>,
    /// Why the numbers mislead there, in a sentence or two.
    pub text: Localized,
}

impl AreaNote {
    /// Whether it concerns an indicator's number of an area, whether the note names it or a larger area that holds it.
    pub fn concerns(&self, slug: &str, is_meant: impl Fn(&AreaCode) -> bool) -> bool {
        self.indicators.iter().any(|own| own == slug) && self.areas.iter().any(is_meant)
    }
}

impl FromJson for AreaNote {
    fn from_json(json: &Place) -> Self {
        Self {
            id: json.member("id"),
            indicators: json.member("indicators"),
            areas: json.member("areas"),
            text: json.member("text"),
        }
    }
}
