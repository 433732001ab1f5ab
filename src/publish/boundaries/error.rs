//! What is wrong with a file of boundaries, all of it at once.

use std::fmt;

/// The faults of one file. Nothing was made of it.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundaryError {
    /// The file as its reader knows it.
    pub file: String,
    /// At least one fault, in the order of the file.
    pub faults: Vec<Fault>,
}

/// One fault: where in the file, and a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The feature concerned, counted from 1 as people do, with its code when it has one.
    pub feature: Option<(usize, Option<String>)>,
    /// What was found and what is allowed.
    pub sentence: String,
}

impl BoundaryError {
    /// An error of one fault that concerns the file as a whole.
    pub fn whole(file: &str, sentence: impl Into<String>) -> BoundaryError {
        let fault = Fault { feature: None, sentence: sentence.into() };
        BoundaryError { file: file.to_owned(), faults: vec![fault] }
    }
}

/// More faults than this are counted, not listed.
const LISTED: usize = 20;

impl fmt::Display for BoundaryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, fault) in self.faults.iter().take(LISTED).enumerate() {
            let line = if nth > 0 { "\n" } else { "" };
            write!(f, "{line}{}", self.file)?;
            match &fault.feature {
                Some((n, Some(code))) => write!(f, ", feature {n} ({code})")?,
                Some((n, None)) => write!(f, ", feature {n}")?,
                None => {}
            }
            write!(f, ": {}", fault.sentence)?;
        }
        match self.faults.len().saturating_sub(LISTED) {
            0 => Ok(()),
            n => write!(f, "\n{}: and {n} more faults", self.file),
        }
    }
}

impl std::error::Error for BoundaryError {}
