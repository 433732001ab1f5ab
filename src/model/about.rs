//! `indicator/<slug>/about.json`: what a reader should know before using an indicator.

use super::json::{FromJson, Place};
use super::{Localized, Period};
use serde::{Deserialize, Serialize};

/// The long texts of an indicator; its short ones are in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct About {
    /// Version of the file format.
    pub format: u32,
    /// Which indicator.
    pub slug: String,
    /// What exactly is counted, of whom and when.
    pub definition: Localized,
    /// How the figures are made, and how those of larger areas follow from them.
    pub method: Localized,
    /// What is easily misread, one pitfall an entry.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pitfalls: Vec<Localized>,
    /// Why values before and after a period cannot be compared, one entry a break, ascending.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<SeriesBreak>,
    /// Where the figures come from, as a sentence that can stand below a figure.
    pub source: Localized,
    /// What a share is worked out from, where that is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<ShareParts>,
}

/// The persons behind a share: some groups of a table of counts, of all in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShareParts {
    /// The table of counts.
    pub table: String,
    /// Ids of the groups that are counted.
    pub groups: Vec<String>,
}

impl FromJson for ShareParts {
    fn from_json(json: &Place) -> Self {
        Self { table: json.member("table"), groups: json.member("groups") }
    }
}

impl FromJson for About {
    fn from_json(json: &Place) -> Self {
        Self {
            format: json.member("format"),
            slug: json.member("slug"),
            definition: json.member("definition"),
            method: json.member("method"),
            pitfalls: json.member_or_default("pitfalls"),
            breaks: json.member_or_default("breaks"),
            source: json.member("source"),
            parts: json.member_or_default("parts"),
        }
    }
}

/// One break in a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeriesBreak {
    /// The first period after the break.
    pub period: Period,
    /// What changed.
    pub text: Localized,
}

impl FromJson for SeriesBreak {
    fn from_json(json: &Place) -> Self {
        Self { period: json.member("period"), text: json.member("text") }
    }
}
