//! `examples.json`: what was tried somewhere, how it was followed up, and how much that lets one say.

use super::json::{FromJson, Place};
use super::{AreaCode, Localized, Period, Theme};
use serde::{Deserialize, Serialize};

/// All examples of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Examples {
    /// Version of the file format.
    pub format: u32,
    /// Ascending by theme, then by id.
    pub examples: Vec<Example>,
}

impl FromJson for Examples {
    fn from_json(json: &Place) -> Self {
        Self { format: json.member("format"), examples: json.member("examples") }
    }
}

/// An example to learn from: a measure somewhere, for others to judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Stable id, unique in the edition: lower-case ASCII letters, digits and hyphens.
    pub id: String,
    /// The policy field.
    pub theme: Theme,
    /// Where.
    pub area: AreaCode,
    /// When it began.
    pub from: Period,
    /// When it ended, where it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Period>,
    /// A few words.
    pub title: Localized,
    /// What was done, in a sentence or two.
    pub measure: Localized,
    /// How it was followed up, and what was found.
    pub follow_up: Localized,
    /// What kind of follow-up it was.
    pub evidence: Evidence,
    /// Where there is more to read; empty where there is nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
}

impl FromJson for Example {
    fn from_json(json: &Place) -> Self {
        Self {
            id: json.member("id"),
            theme: json.member("theme"),
            area: json.member("area"),
            from: json.member("from"),
            until: json.member_or_default("until"),
            title: json.member("title"),
            measure: json.member("measure"),
            follow_up: json.member("follow_up"),
            evidence: json.member("evidence"),
            link: json.member_or_default("link"),
        }
    }
}

/// How strong the evidence is, weakest first: what it takes to say that the measure made the difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// Told by those who did it; nothing was measured.
    Described,
    /// Measured before and after.
    Followed,
    /// Measured, and compared with places or people where nothing was done.
    Compared,
    /// Tried where chance decided who took part.
    Randomised,
}

impl FromJson for Evidence {
    fn from_json(json: &Place) -> Self {
        match json.text() {
            "described" => Self::Described,
            "followed" => Self::Followed,
            "compared" => Self::Compared,
            "randomised" => Self::Randomised,
            _ => {
                json.is_not("described, followed, compared or randomised");
                Self::Described
            }
        }
    }
}
