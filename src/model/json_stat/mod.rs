//! JSON-stat 2.0, the one codec for statistics files, both directions (<https://json-stat.org/full/>).
//!
//! We write the dimensions `indicator` (one category), `area` and `period`, the last varying fastest; a breakdown comes
//! before the area, the groups of a table of counts after it. We read any dataset whose geography and time are told by
//! `role`, whose dimensions beside those asked for have one category, and whose values, statuses and indexes are in any
//! of the forms the standard allows.

mod read;
mod write;

use super::number_column::{by_position, write_numbers};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A dataset as the file holds it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dataset {
    /// `2.0`.
    pub version: String,
    /// `dataset`.
    pub class: String,
    /// Title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Provider.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// When the data were last changed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub updated: String,
    /// Remarks, a sentence each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub note: Vec<String>,
    /// Dimensions in the order of `size`.
    pub id: Vec<String>,
    /// Number of categories of each dimension.
    pub size: Vec<usize>,
    /// Which dimensions are time, geography and metric.
    #[serde(default)]
    pub role: Role,
    /// Categories of each dimension.
    pub dimension: BTreeMap<String, Dimension>,
    /// Values, the last dimension varying fastest.
    #[serde(serialize_with = "write_values")]
    pub value: Values,
    /// Status letters.
    #[serde(default, skip_serializing_if = "Statuses::is_empty")]
    pub status: Statuses,
    /// What the standard has no member for.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extension: BTreeMap<String, serde_json::Value>,
}

/// The meaning of dimensions.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Role {
    /// Dimensions that are time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub time: Vec<String>,
    /// Dimensions that are geography.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub geo: Vec<String>,
    /// Dimensions that say what is measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub metric: Vec<String>,
}

/// One dimension.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dimension {
    /// Title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Its categories.
    pub category: Category,
}

/// The categories of a dimension. At least one of `index` and `label` is present.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Category {
    /// Ids in order, or positions by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<Index>,
    /// Labels by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub label: BTreeMap<String, String>,
}

/// The order of categories, in either form of the standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Index {
    /// Ids in order.
    Ids(Vec<String>),
    /// Position of each id.
    Positions(BTreeMap<String, usize>),
}

/// Values, in either form of the standard.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Values {
    /// One a cell.
    All(Vec<Option<f64>>),
    /// Only some cells.
    Sparse(#[serde(deserialize_with = "by_position")] BTreeMap<usize, Option<f64>>),
}

/// Status letters, in any form of the standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Statuses {
    /// Some cells.
    Sparse(#[serde(deserialize_with = "by_position")] BTreeMap<usize, String>),
    /// One a cell.
    All(Vec<Option<String>>),
    /// The same for all.
    Same(String),
}

impl Default for Statuses {
    fn default() -> Self {
        Self::Sparse(BTreeMap::new())
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
        Values::Sparse(some) => serializer.collect_map(some),
    }
}
