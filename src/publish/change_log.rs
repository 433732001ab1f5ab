//! The log of a data folder: each publication adds an entry to `changes.json`.

use super::error::PublishError;
use super::write::put;
use crate::model::{ChangeLog, FORMAT, LogEntry, json, paths};
use std::fs;
use std::path::Path;

/// Adds an entry, newest first. An edition that is published once more, after another, takes its old entry's place.
///
/// # Errors
/// When the log cannot be read or written.
pub(super) fn add(dir: &Path, entry: LogEntry) -> Result<(), PublishError> {
    let mut log = change_log(dir)?;
    log.entries.retain(|other| other.edition != entry.edition);
    log.entries.insert(0, entry);
    put(dir, paths::CHANGES, &log)
}

/// The log of a data folder; an empty one when it has none.
///
/// # Errors
/// When the log cannot be read.
pub fn change_log(dir: &Path) -> Result<ChangeLog, PublishError> {
    let path = dir.join(paths::CHANGES);
    match fs::read(&path) {
        Ok(bytes) => {
            json::read(&bytes).map_err(|error| PublishError::bad(format!("{}: {error}.", path.display())))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Ok(ChangeLog { format: FORMAT, entries: Vec::new() })
        }
        Err(error) => Err(PublishError::io("read", &path, &error)),
    }
}
