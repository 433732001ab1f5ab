//! How apart groups live inside an area, and how much of their differences lies between areas.

use super::super::json::{FromJson, Place};
use super::super::{AreaCode, Level, NumberColumn, Period};
use super::write_all;
use serde::Serialize;

/// One index of separation over time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileIndex {
    /// The index: `dissimilarity`, `information-theory` …
    pub index: String,
    /// The table of counts.
    pub table: String,
    /// The groups compared, taken together as one where there are others.
    pub groups: Vec<String>,
    /// The groups they are compared with, taken together as one; none where all groups are compared with each other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<String>,
    /// The level of the areas that persons are counted in.
    pub level: Level,
    /// Periods, ascending.
    pub periods: Vec<Period>,
    /// Values, one a period; not applicable where the index is undefined.
    #[serde(flatten)]
    pub values: NumberColumn,
    /// The segregation curve of the newest period: persons of the groups and of the others by turns in the areas from the
    /// lowest share to the highest, with areas taken together where the curve is the same to the eye. The dissimilarity
    /// index is that of all areas, the Gini index at most a thousandth lower. Of one comparison only; empty elsewhere.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "write_all")]
    pub curve: Vec<f64>,
}

impl FromJson for ProfileIndex {
    fn from_json(json: &Place) -> Self {
        Self {
            index: json.member("index"),
            table: json.member("table"),
            groups: json.member("groups"),
            others: json.member_or_default("others"),
            level: json.member("level"),
            periods: json.member("periods"),
            values: NumberColumn::from_json(json),
            curve: json.member_or_default("curve"),
        }
    }
}

/// The variation of a share between persons, p(1 − p), as parts that add up to the total.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileDivision {
    /// The table of counts.
    pub table: String,
    /// The groups whose share it is, taken together as one.
    pub groups: Vec<String>,
    /// The time counted.
    pub period: Period,
    /// The share of the group, 0–1.
    pub share: f64,
    /// p(1 − p).
    pub total: f64,
    /// Between the areas of each level within those of the level before, largest areas first.
    pub between: Vec<(Level, f64)>,
    /// Between persons inside the smallest areas.
    pub within_smallest: f64,
    /// The same of each area of the first level of `between`, for those who look one level closer: the parts of its own
    /// whole between the areas of the levels below, thousandths; what is left of the thousand is inside the smallest.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inner: Vec<(AreaCode, Vec<u32>)>,
}

impl FromJson for ProfileDivision {
    fn from_json(json: &Place) -> Self {
        Self {
            table: json.member("table"),
            groups: json.member("groups"),
            period: json.member("period"),
            share: json.member("share"),
            total: json.member("total"),
            between: json.member("between"),
            within_smallest: json.member("within_smallest"),
            inner: json.member_or_default("inner"),
        }
    }
}
