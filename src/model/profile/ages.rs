//! The people of an area by age and sex, beside the nation's.

use super::super::json::{FromJson, Place};
use super::super::{NumberColumn, Period};
use serde::Serialize;

/// Persons by category of the breakdown [`AGE_SEX`](crate::model::AGE_SEX), in the catalogue's order: women from the
/// youngest group to the oldest, then men.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileAges {
    /// The newest period that has them.
    pub period: Period,
    /// The area's own.
    pub people: NumberColumn,
    /// The nation's; none in its own profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nation: Option<NumberColumn>,
}

impl FromJson for ProfileAges {
    fn from_json(json: &Place) -> Self {
        Self {
            period: json.member("period"),
            people: json.member("people"),
            nation: json.member_or_default("nation"),
        }
    }
}
