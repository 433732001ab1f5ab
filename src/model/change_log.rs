//! `changes.json`: what was published when, and what was corrected. It lies beside the editions and grows with each.

use super::Localized;
use super::json::{FromJson, Place};
use serde::Serialize;

/// All editions that were published in a data folder since the log was begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeLog {
    /// Version of the file format.
    pub format: u32,
    /// Newest first.
    pub entries: Vec<LogEntry>,
}

impl FromJson for ChangeLog {
    fn from_json(json: &Place) -> Self {
        Self { format: json.member("format"), entries: json.member("entries") }
    }
}

/// One edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LogEntry {
    /// When it was published, RFC 3339.
    pub published: String,
    /// Its id.
    pub edition: String,
    /// Why it was published.
    pub kind: LogKind,
    /// What a person says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Localized>,
    /// How it differs from the edition before, a sentence each.
    pub changes: Vec<Localized>,
}

impl FromJson for LogEntry {
    fn from_json(json: &Place) -> Self {
        Self {
            published: json.member("published"),
            edition: json.member("edition"),
            kind: json.member("kind"),
            note: json.member_or_default("note"),
            changes: json.member("changes"),
        }
    }
}

impl LogEntry {
    /// The day of publication, `2025-01-31`.
    pub fn day(&self) -> &str {
        self.published.get(..10).unwrap_or(&self.published)
    }
}

/// Why an edition was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LogKind {
    /// New figures.
    Release,
    /// Something was wrong in the edition before.
    Correction,
}

impl FromJson for LogKind {
    fn from_json(json: &Place) -> Self {
        match json.text() {
            "release" => Self::Release,
            "correction" => Self::Correction,
            _ => {
                json.is_not("release or correction");
                Self::Release
            }
        }
    }
}
