//! The small areas inside a municipality, with their newest values.

use super::super::json::{FromJson, Place};
use super::super::{AreaCode, Level, NumberColumn, Period, Vintage};
use super::TypesInside;
use serde::Serialize;

/// The RegSO inside an area, for the spread shown before single values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AreasInside {
    /// The level of the areas inside.
    pub level: Level,
    /// The year whose codes apply.
    pub vintage: Vintage,
    /// Their codes, ascending.
    pub codes: Vec<AreaCode>,
    /// Their names, as the source writes them.
    pub names: Vec<String>,
    /// Number of people in each.
    pub population: Vec<u32>,
    /// Newest values of each indicator that the level has, in the catalogue's order.
    pub indicators: Vec<InsideValues>,
    /// Their types over time, where they have some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub types: Option<TypesInside>,
    /// The areas inside each of them, where those have borders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smaller: Option<SmallerAreas>,
}

impl FromJson for AreasInside {
    fn from_json(json: &Place) -> Self {
        Self {
            level: json.member("level"),
            vintage: json.member("vintage"),
            codes: json.member("codes"),
            names: json.member("names"),
            population: json.member("population"),
            indicators: json.member("indicators"),
            types: json.member_or_default("types"),
            smaller: json.member_or_default("smaller"),
        }
    }
}

/// The smallest areas of all, each in one of the areas inside: those that the municipality's borders in full detail are of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SmallerAreas {
    /// Their level.
    pub level: Level,
    /// The year whose codes apply.
    pub vintage: Vintage,
    /// Their codes, ascending.
    pub codes: Vec<AreaCode>,
    /// For each of them the position of the area that holds it.
    pub of: Vec<u32>,
}

impl FromJson for SmallerAreas {
    fn from_json(json: &Place) -> Self {
        Self {
            level: json.member("level"),
            vintage: json.member("vintage"),
            codes: json.member("codes"),
            of: json.member("of"),
        }
    }
}

/// The newest values of one indicator in the areas inside.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InsideValues {
    /// Which indicator.
    pub slug: String,
    /// The newest period.
    pub period: Period,
    /// Values, one an area.
    #[serde(flatten)]
    pub values: NumberColumn,
}

impl FromJson for InsideValues {
    fn from_json(json: &Place) -> Self {
        Self {
            slug: json.member("slug"),
            period: json.member("period"),
            values: NumberColumn::from_json(json),
        }
    }
}
