//! The area types inside an area, and how many people live in which.

use super::super::json::{FromJson, Place};
use super::super::{NumberColumn, Period};
use serde::Serialize;

/// How many people live in RegSO of each type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PeopleByType {
    /// Periods, ascending.
    pub periods: Vec<Period>,
    /// People in areas of type 1 to 5, one row a period.
    pub people: Vec<[u32; 5]>,
    /// The same by the limits of the first period, which stay where they are; empty where they cannot be worked out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fixed: Vec<[u32; 5]>,
}

impl FromJson for PeopleByType {
    fn from_json(json: &Place) -> Self {
        Self {
            periods: json.member("periods"),
            people: json.member("people"),
            fixed: json.member_or_default("fixed"),
        }
    }
}

/// The types of the areas inside, over time. One text an area and one digit a period: 1 to 5, or 0 for none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TypesInside {
    /// Periods, ascending.
    pub periods: Vec<Period>,
    /// The types by the limits of each period.
    pub moving: Vec<String>,
    /// The types by the limits of the first period; empty where they cannot be worked out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fixed: Vec<String>,
}

impl TypesInside {
    /// The type of an area at a position of the periods, 1 to 5; by the limits that stay where they are if `is_fixed`.
    pub fn of(&self, area: usize, period: usize, is_fixed: bool) -> Option<u8> {
        let rows = if is_fixed { &self.fixed } else { &self.moving };
        let digit = rows.get(area)?.as_bytes().get(period)?.checked_sub(b'0')?;
        (1..=5).contains(&digit).then_some(digit)
    }
}

impl FromJson for TypesInside {
    fn from_json(json: &Place) -> Self {
        Self {
            periods: json.member("periods"),
            moving: json.member("moving"),
            fixed: json.member_or_default("fixed"),
        }
    }
}

/// An indicator's newest values by the type of the area: of each type the mean over its areas, weighted by residents.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeansByType {
    /// Which indicator.
    pub slug: String,
    /// When.
    pub period: Period,
    /// The means of type 1 to 5; missing for a type without areas that have a value.
    #[serde(flatten)]
    pub means: NumberColumn,
}

impl FromJson for MeansByType {
    fn from_json(json: &Place) -> Self {
        Self {
            slug: json.member("slug"),
            period: json.member("period"),
            means: NumberColumn::from_json(json),
        }
    }
}
