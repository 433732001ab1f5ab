//! What can go wrong when a file of an edition is read. An error knows the file and the problem, not the words of a
//! language: `i18n` gives a reader those. Its [`Display`](std::fmt::Display) is English, for the command and the
//! console.

use crate::model::FORMAT;
use std::fmt;

/// A file that could not be read, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError {
    /// Path of the file below the data's address, with forward slashes: `0123456789ab/catalogue.json`.
    pub file: String,
    /// Why.
    pub problem: Problem,
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The device has no network.
    Offline,
    /// No answer: the server cannot be reached, or the file not be opened; with what is known about it.
    Unreachable(String),
    /// There is no such file.
    NotFound,
    /// The server answered with a status that is neither success nor “not found”.
    Status(u16),
    /// The content is not what the edition's file list promises.
    IntegrityRefused,
    /// The content is not what such a file holds: a phrase that names the member or place.
    Malformed(String),
    /// The file is in a later format than this program reads.
    NewerFormat {
        /// The format of the file.
        found: u32,
    },
    /// The edition was withdrawn and its files deleted.
    Withdrawn {
        /// Why, as its publisher says it.
        reason: String,
        /// The edition to read instead.
        replacement: String,
    },
    /// The file is there, but it has nothing about this area.
    UnknownArea(String),
    /// The edition has no indicator of this slug.
    UnknownIndicator(String),
}

impl LoadError {
    /// An error about a file.
    pub fn new(file: impl Into<String>, problem: Problem) -> Self {
        Self { file: file.into(), problem }
    }

    /// Whether the same request may succeed later, so that a page should offer to try again.
    pub const fn is_transient(&self) -> bool {
        match self.problem {
            Problem::Offline | Problem::Unreachable(_) | Problem::IntegrityRefused => true,
            Problem::Status(status) => status == 429 || status >= 500,
            _ => false,
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = &self.file;
        match &self.problem {
            Problem::Offline => write!(f, "{file} could not be fetched: the device is offline"),
            Problem::Unreachable(detail) => write!(f, "{file} could not be read: {detail}"),
            Problem::NotFound => write!(f, "{file} does not exist"),
            Problem::Status(status) => {
                write!(f, "{file} could not be fetched: the server answered with status {status}")
            }
            Problem::IntegrityRefused => {
                write!(f, "{file} was refused: its content is not what the edition's file list promises")
            }
            Problem::Malformed(detail) => write!(f, "{file} is damaged: {detail}"),
            Problem::NewerFormat { found } => write!(
                f,
                "{file} has format {found}, this program reads up to format {FORMAT}: a newer version is needed"
            ),
            Problem::Withdrawn { reason, replacement } => {
                write!(f, "{file} was withdrawn: {reason} (read edition {replacement} instead)")
            }
            Problem::UnknownArea(code) => write!(f, "{file} has no area {code}"),
            Problem::UnknownIndicator(slug) => write!(f, "{file} has no indicator “{slug}”"),
        }
    }
}

impl std::error::Error for LoadError {}
