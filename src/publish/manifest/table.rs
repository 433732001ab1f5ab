//! Tables: which file, which columns, and how to read its cells.

use crate::model::{AreaCode, Level, Vintage};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A table of a source, or a part of one.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableSource {
    /// The levels whose areas the table has. A code of another level is refused.
    pub levels: Vec<Level>,
    /// The year whose codes apply.
    pub vintage: Vintage,
    /// File, relative to the source folder.
    pub file: String,
    /// How to read it.
    #[serde(default)]
    pub connector: Connector,
    /// Column (CSV), property (GeoJSON) or dimension of the area code; the other possibility is `fixed_area`.
    pub area: Option<String>,
    /// The one area of a table that has no such column.
    pub fixed_area: Option<AreaCode>,
    /// What stands around the code, as `series/{area}`. Rows in which something else stands are not read.
    pub area_pattern: Option<String>,
    /// What stands around the code in rows of the whole, of which the other rows are a part: the table's value becomes
    /// their share in percent.
    pub whole_pattern: Option<String>,
    /// Column, property or dimension of the period; the other possibility is `fixed_period`.
    pub period: Option<String>,
    /// The one period of a table that has no such column.
    pub fixed_period: Option<String>,
    /// Column or property of the value; in PxWeb and JSON-stat, the code of what is measured.
    pub value: String,
    /// Columns of the lower and upper end of the value's 95 % interval, in the value's unit.
    pub low: Option<String>,
    /// See `low`.
    pub high: Option<String>,
    /// Column of the number of persons that a share in percent is worked out from, where the source has no interval of
    /// its own: it becomes Wilson's.
    pub persons: Option<String>,
    /// What separates the columns; found out from the header when not given.
    pub delimiter: Option<char>,
    /// The decimal sign, `.` unless said otherwise. Never guessed: 1,234 may be either.
    #[serde(default = "full_stop")]
    pub decimal: char,
    /// What the source's marks mean here, beside the usual ones (`..` missing, `.` not applicable, `–` and `-` zero).
    #[serde(default)]
    pub marks: BTreeMap<String, Mark>,
    /// Every number is multiplied by this, for instance 0.001 from SEK to kSEK.
    #[serde(default = "one")]
    pub factor: f64,
    /// Only rows in which these columns have one of these values are read.
    #[serde(default, rename = "where")]
    pub only: BTreeMap<String, Choice>,
    /// The columns of `where` whose values are parts of what is wanted: their rows are added up. Each area and period
    /// must have them all.
    #[serde(default)]
    pub sum: Vec<String>,
    /// Whether an area and period that has not all parts is missing, instead of being refused.
    #[serde(default)]
    pub missing_parts: bool,
    /// The values of columns of `where` that make the whole, of which the rows chosen there are a part: the table's
    /// value becomes their share in percent.
    #[serde(default)]
    pub share_of: BTreeMap<String, String>,
    /// Whether the numbers are not observed but worked out: they get the flag `e`.
    #[serde(default)]
    pub estimated: bool,
    /// Whether the numbers will be revised: they get the flag `p`.
    #[serde(default)]
    pub provisional: bool,
    /// In a table with codes of several vintages: the vintage of codes of small areas that stand without one. Rows of
    /// other vintages than the table's are left out, which is an error where this is not given.
    pub bare_vintage: Option<Vintage>,
    /// Whether values outside the years that their codes are valid for are kept, because the source has worked them out
    /// for these very areas.
    #[serde(default)]
    pub outside_validity: bool,
}

impl TableSource {
    /// Whether the values are shares, worked out of a part and a whole.
    pub fn is_share(&self) -> bool {
        self.whole_pattern.is_some() || !self.share_of.is_empty()
    }
}

/// How a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Connector {
    /// Text with one row a line.
    #[default]
    Csv,
    /// One feature an area.
    Geojson,
    /// The JSON that version 1 of the PxWeb interface answers with.
    Pxweb,
    /// JSON-stat 2.0, which version 2 answers with.
    JsonStat,
}

/// The values that are read: one, or any of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Choice {
    /// This one.
    One(String),
    /// Any of these.
    Any(Vec<String>),
}

impl Choice {
    /// The values.
    pub fn values(&self) -> &[String] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Any(values) => values,
        }
    }
}

/// What a mark in place of a number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Nothing to count: the number 0.
    Zero,
    /// Not reported.
    Missing,
    /// Withheld for disclosure control.
    Suppressed,
    /// The question has no answer here.
    NotApplicable,
}

fn full_stop() -> char {
    '.'
}

fn one() -> f64 {
    1.0
}
