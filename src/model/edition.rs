//! The few files that say what an edition is: `current.json`, `withdrawn.json` and the file lists.

use super::Period;
use super::json::{FromJson, Place};
use serde::Serialize;

/// The version of the file format that this program writes. It reads this one and older ones.
pub const FORMAT: u32 = 1;

/// `current.json`: the only mutable file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Current {
    /// Version of the file format, [`FORMAT`] when written by this program.
    pub format: u32,
    /// The edition to read: the first 12 hexadecimal digits of the SHA-256 over its files.
    pub edition: String,
    /// When it was published, RFC 3339, as given on the command line.
    pub published: String,
    /// The edition it follows, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<String>,
    /// Whether the figures are modelled: the site then says so on every page.
    pub synthetic: bool,
}

impl FromJson for Current {
    fn from_json(json: &Place) -> Self {
        Self {
            format: json.member("format"),
            edition: json.member("edition"),
            published: json.member("published"),
            supersedes: json.member_or_default("supersedes"),
            synthetic: json.member_or_default("synthetic"),
        }
    }
}

/// One entry of `withdrawn.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Withdrawn {
    /// The edition whose files were deleted.
    pub edition: String,
    /// Why, as a sentence.
    pub reason: String,
    /// The edition to read instead.
    pub replacement: String,
}

impl FromJson for Withdrawn {
    fn from_json(json: &Place) -> Self {
        Self {
            edition: json.member("edition"),
            reason: json.member("reason"),
            replacement: json.member("replacement"),
        }
    }
}

/// `files/<folder>.json`: what a folder holds, so that a browser can check what it fetched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileList {
    /// Sorted by path.
    pub files: Vec<FileEntry>,
}

impl FromJson for FileList {
    fn from_json(json: &Place) -> Self {
        Self { files: json.member("files") }
    }
}

/// One file of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileEntry {
    /// Path inside the edition, with forward slashes.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Subresource integrity: `sha256-` and the base64 digest.
    pub integrity: String,
}

impl FromJson for FileEntry {
    fn from_json(json: &Place) -> Self {
        Self { path: json.member("path"), bytes: json.member("bytes"), integrity: json.member("integrity") }
    }
}

impl Current {
    /// Whether this program can read the edition's files; otherwise the format it found.
    pub fn readable(&self) -> Result<(), u32> {
        if self.format <= FORMAT { Ok(()) } else { Err(self.format) }
    }
}

/// The last period of a sorted list, which a default view shows.
pub(super) fn latest(periods: &[Period]) -> Option<Period> {
    periods.last().copied()
}
