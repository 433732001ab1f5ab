//! What stops a publication: always one or more sentences for the person at the keyboard.

use std::fmt;
use std::path::Path;

/// Why nothing was published. Says what was attempted, what was found where, and what is allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublishError {
    /// The input is at fault; each entry is one sentence.
    BadInput(Vec<String>),
    /// The machine is: a file could not be read or written.
    Io(String),
}

impl PublishError {
    /// Bad input told in one sentence.
    pub fn bad(sentence: impl Into<String>) -> Self {
        Self::BadInput(vec![sentence.into()])
    }

    /// A file operation that failed: `what` completes “Could not …”, as `read`.
    pub fn io(what: &str, path: &Path, error: &std::io::Error) -> Self {
        Self::Io(format!("Could not {what} {}: {error}.", path.display()))
    }

    /// The exit code of the command: 2 for bad input, 1 for input and output.
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::BadInput(_) => 2,
            Self::Io(_) => 1,
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadInput(sentences) => f.write_str(&sentences.join("\n")),
            Self::Io(sentence) => f.write_str(sentence),
        }
    }
}

impl std::error::Error for PublishError {}

/// Collects what is wrong with one file, so that a person can mend several faults at once without being flooded.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    sentences: Vec<String>,
    n_more: usize,
}

impl Problems {
    /// How many sentences about one file are told in full.
    const TOLD: usize = 5;

    /// Adds a sentence.
    pub(crate) fn add(&mut self, sentence: String) {
        if self.sentences.len() < Self::TOLD {
            self.sentences.push(sentence);
        } else {
            self.n_more += 1;
        }
    }

    /// Adds what another collection holds.
    pub(crate) fn extend(&mut self, sentences: impl IntoIterator<Item = String>) {
        sentences.into_iter().for_each(|sentence| self.add(sentence));
    }

    /// Adds all of another collection.
    pub(crate) fn merge(&mut self, other: Self) {
        self.extend(other.sentences);
        self.n_more += other.n_more;
    }

    /// The value when nothing was wrong.
    pub(crate) fn or<T>(mut self, value: T) -> Result<T, PublishError> {
        if self.sentences.is_empty() {
            return Ok(value);
        }
        if self.n_more > 0 {
            self.sentences.push(format!("… and {} more faults of this kind.", self.n_more));
        }
        Err(PublishError::BadInput(self.sentences))
    }
}
