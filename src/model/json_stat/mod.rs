//! JSON-stat 2.0, the one codec for statistics files, both directions (<https://json-stat.org/full/>).
//!
//! We write the dimensions `indicator` (one category), `area` and `period`, the last varying fastest; a breakdown comes
//! before the area, the groups of a table of counts after it. We read any dataset whose geography and time are told by
//! `role`, whose dimensions beside those asked for have one category, and whose values, statuses and indexes are in any
//! of the forms the standard allows.

mod read;
mod write;

use super::json::{FromJson, Json, Keyed, Place};
use super::number_column::write_numbers;
use serde::Serialize;

/// A dataset as the file holds it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dataset {
    /// `2.0`.
    pub version: String,
    /// `dataset`.
    pub class: String,
    /// Title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Provider.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// When the data were last changed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub updated: String,
    /// Remarks, a sentence each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub note: Vec<String>,
    /// Dimensions in the order of `size`.
    pub id: Vec<String>,
    /// Number of categories of each dimension.
    pub size: Vec<usize>,
    /// Which dimensions are time, geography and metric.
    pub role: Role,
    /// Categories of each dimension.
    pub dimension: Keyed<String, Dimension>,
    /// Values, the last dimension varying fastest.
    #[serde(serialize_with = "write_values")]
    pub value: Values,
    /// Status letters.
    #[serde(skip_serializing_if = "Statuses::is_empty")]
    pub status: Statuses,
    /// What the standard has no member for: written for others, not read.
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    pub extension: Keyed<String, serde_json::Value>,
    /// The ends of the values' intervals, which a file has in `extension.interval`: read from there, written there by
    /// [`Dataset::of_indicator`].
    #[serde(skip)]
    pub interval: Interval,
}

/// The ends of 95 % intervals, one a cell; empty where there are none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Interval {
    /// Lower ends.
    pub low: Vec<Option<f64>>,
    /// Upper ends.
    pub high: Vec<Option<f64>>,
}

/// The part of `extension` that is read.
#[derive(Default)]
struct Extension {
    interval: Interval,
}

/// The meaning of dimensions.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Role {
    /// Dimensions that are time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub time: Vec<String>,
    /// Dimensions that are geography.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub geo: Vec<String>,
    /// Dimensions that say what is measured.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub metric: Vec<String>,
}

/// One dimension.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dimension {
    /// Title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Its categories.
    pub category: Category,
}

/// The categories of a dimension. At least one of `index` and `label` is present.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Category {
    /// Ids in order, or positions by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index: Option<Index>,
    /// Labels by id.
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    pub label: Keyed<String, String>,
}

/// The order of categories, in either form of the standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Index {
    /// Ids in order.
    Ids(Vec<String>),
    /// Position of each id.
    Positions(Keyed<String, usize>),
}

/// Values, in either form of the standard.
#[derive(Debug, Clone, PartialEq)]
pub enum Values {
    /// One a cell.
    All(Vec<Option<f64>>),
    /// Only some cells.
    Sparse(Keyed<usize, Option<f64>>),
}

/// Status letters, in any form of the standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Statuses {
    /// Some cells.
    Sparse(Keyed<usize, String>),
    /// One a cell.
    All(Vec<Option<String>>),
    /// The same for all.
    Same(String),
}

impl Default for Statuses {
    fn default() -> Self {
        Self::Sparse(Keyed::default())
    }
}

impl Statuses {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Sparse(map) if map.is_empty())
    }
}

/// What is wrong with a dataset, as a phrase that names the member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatasetError(pub String);

impl std::fmt::Display for DatasetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DatasetError {}

fn write_values<S: serde::Serializer>(values: &Values, serializer: S) -> Result<S::Ok, S::Error> {
    match values {
        Values::All(all) => write_numbers(all, serializer),
        Values::Sparse(some) => some.serialize(serializer),
    }
}

impl FromJson for Dataset {
    fn from_json(json: &Place) -> Self {
        Self {
            version: json.member("version"),
            class: json.member("class"),
            label: json.member_or_default("label"),
            source: json.member_or_default("source"),
            updated: json.member_or_default("updated"),
            note: json.member_or_default("note"),
            id: json.member("id"),
            size: json.member("size"),
            role: json.member_or_default("role"),
            dimension: json.member("dimension"),
            value: json.member("value"),
            status: json.member_or_default("status"),
            extension: Keyed::default(),
            interval: json.member_or_default::<Extension>("extension").interval,
        }
    }
}

impl FromJson for Extension {
    fn from_json(json: &Place) -> Self {
        Self { interval: json.member_or_default("interval") }
    }
}

impl FromJson for Interval {
    fn from_json(json: &Place) -> Self {
        Self { low: json.member("low"), high: json.member("high") }
    }
}

impl FromJson for Role {
    fn from_json(json: &Place) -> Self {
        Self {
            time: json.member_or_default("time"),
            geo: json.member_or_default("geo"),
            metric: json.member_or_default("metric"),
        }
    }
}

impl FromJson for Dimension {
    fn from_json(json: &Place) -> Self {
        Self { label: json.member_or_default("label"), category: json.member("category") }
    }
}

impl FromJson for Category {
    fn from_json(json: &Place) -> Self {
        Self { index: json.member_or_default("index"), label: json.member_or_default("label") }
    }
}

impl FromJson for Index {
    fn from_json(json: &Place) -> Self {
        match json.json() {
            Json::Object(_) => Self::Positions(FromJson::from_json(json)),
            _ => Self::Ids(FromJson::from_json(json)),
        }
    }
}

impl FromJson for Values {
    fn from_json(json: &Place) -> Self {
        match json.json() {
            Json::Object(_) => Self::Sparse(FromJson::from_json(json)),
            _ => Self::All(FromJson::from_json(json)),
        }
    }
}

impl FromJson for Statuses {
    fn from_json(json: &Place) -> Self {
        match json.json() {
            Json::Text(status) => Self::Same(status.to_string()),
            Json::Object(_) => Self::Sparse(FromJson::from_json(json)),
            _ => Self::All(FromJson::from_json(json)),
        }
    }
}
