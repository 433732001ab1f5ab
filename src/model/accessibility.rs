//! `accessibility.json`: what the publisher says in the accessibility statement. Only the static page reads it.

use super::Localized;
use super::json::{FromJson, Place};
use serde::{Deserialize, Serialize};

/// The fields of the statement that only the publisher can know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessibilityStatement {
    /// How much of EN 301 549 is met.
    pub conformance: Conformance,
    /// When the site was assessed, `2025-01-31`.
    pub assessed: String,
    /// How it was assessed, and by whom.
    pub method: Localized,
    /// When the statement was last changed.
    pub updated: String,
    /// Faults that are known, with what is done about them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<Localized>,
    /// What the act does not cover, or what would be too great a burden, with the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exemptions: Vec<Localized>,
    /// Where faults can be reported; empty where that is by mail.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub feedback: String,
}

impl FromJson for AccessibilityStatement {
    fn from_json(json: &Place) -> Self {
        Self {
            conformance: json.member("conformance"),
            assessed: json.member("assessed"),
            method: json.member("method"),
            updated: json.member("updated"),
            faults: json.member_or_default("faults"),
            exemptions: json.member_or_default("exemptions"),
            feedback: json.member_or_default("feedback"),
        }
    }
}

/// How much of the requirements is met, in the three steps that the act knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Conformance {
    /// All of them.
    Full,
    /// Most of them.
    Partial,
    /// Most of them are not met.
    None,
}

impl FromJson for Conformance {
    fn from_json(json: &Place) -> Self {
        match json.text() {
            "full" => Self::Full,
            "partial" => Self::Partial,
            "none" => Self::None,
            _ => {
                json.is_not("full, partial or none");
                Self::None
            }
        }
    }
}
