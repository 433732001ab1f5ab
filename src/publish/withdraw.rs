//! Withdrawing an edition: `withdrawn.json` says why and what to read instead, then the files are deleted.

use super::check;
use super::error::PublishError;
use super::write::{Turn, previous, put};
use crate::model::{Current, Withdrawn, json, paths};
use std::fs;
use std::path::Path;

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The entry that `withdrawn.json` now has.
    pub entry: Withdrawn,
    /// Whether readers had this edition, and were moved to its replacement.
    pub was_current: bool,
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Withdrawn { edition, reason, replacement } = &self.entry;
        writeln!(
            f,
            "Withdrawn: {edition}, because: {reason} Its files are deleted; {replacement} replaces it."
        )?;
        match self.was_current {
            true => writeln!(f, "It was the current edition; {replacement} is now."),
            false => Ok(()),
        }
    }
}

/// Withdraws the edition `edition` of the data folder `dir`, for the reason given as a sentence. It is replaced by
/// `replacement`, or by the current edition when nothing is said.
///
/// The order is such that a reader never meets a gap: the entry, then `current.json` when readers must move, then the
/// files. Cut short anywhere, the same call again completes it.
///
/// # Errors
/// When there is no such edition, when its replacement is not a sound edition of the same folder, or when it is the
/// current one and no replacement was named.
pub fn withdraw(
    dir: &Path,
    edition: &str,
    reason: &str,
    replacement: Option<&str>,
) -> Result<Report, PublishError> {
    let _turn = Turn::take(dir)?;
    let reason = sentence(reason)?;
    let current = previous(dir)?.ok_or_else(|| {
        PublishError::bad(format!("{} is no data folder: it has no {}.", dir.display(), paths::CURRENT))
    })?;
    let mut list = withdrawn(dir)?;
    let folder = dir.join(edition);
    let is_name = !edition.is_empty() && edition.bytes().all(|b| b.is_ascii_alphanumeric());
    if !is_name || !folder.is_dir() {
        let known = list.iter().any(|entry| entry.edition == edition);
        let fate = if known { "was withdrawn already" } else { "is not there" };
        return Err(PublishError::bad(format!("The edition “{edition}” {fate} in {}.", dir.display())));
    }
    let was_current = current.edition == edition;
    let replacement = match replacement {
        Some(other) if other == edition => {
            return Err(PublishError::bad(format!("The edition {edition} cannot replace itself.")));
        }
        Some(other) => other.to_owned(),
        None if was_current => {
            return Err(PublishError::bad(format!(
                "{edition} is the edition that readers have now; publish another first, or name one of the folder's \
                 with --replacement."
            )));
        }
        None => current.edition.clone(),
    };
    let new_current = check_replacement(dir, &replacement)?;

    let entry = Withdrawn { edition: edition.to_owned(), reason, replacement: replacement.clone() };
    list.retain(|other| other.edition != edition);
    // What this edition replaced is now replaced by its own replacement.
    for other in list.iter_mut().filter(|other| other.replacement == edition) {
        other.replacement.clone_from(&replacement);
    }
    list.push(entry.clone());
    put(dir, paths::WITHDRAWN, &list)?;
    let supersedes = current.supersedes.clone().filter(|other| other != edition && *other != replacement);
    if was_current {
        let synthetic = new_current;
        put(dir, paths::CURRENT, &Current { edition: replacement, supersedes, synthetic, ..current })?;
    } else if current.supersedes.as_deref() == Some(edition) {
        put(dir, paths::CURRENT, &Current { supersedes: None, ..current })?;
    }
    // Renamed first: a folder with the edition's name is always whole.
    let hidden = dir.join(format!(".{edition}.partial"));
    fs::rename(&folder, &hidden).map_err(|error| PublishError::io("rename", &folder, &error))?;
    fs::remove_dir_all(&hidden).map_err(|error| PublishError::io("remove", &hidden, &error))?;
    Ok(Report { entry, was_current })
}

/// The withdrawn editions of a data folder; none, when it has no list of them.
///
/// # Errors
/// When the list cannot be read.
pub fn withdrawn(dir: &Path) -> Result<Vec<Withdrawn>, PublishError> {
    let path = dir.join(paths::WITHDRAWN);
    match fs::read(&path) {
        Ok(bytes) => {
            json::read(&bytes).map_err(|error| PublishError::bad(format!("{}: {error}.", path.display())))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(PublishError::io("read", &path, &error)),
    }
}

/// Checks that the replacement is a sound edition; says whether its figures are modelled.
fn check_replacement(dir: &Path, replacement: &str) -> Result<bool, PublishError> {
    let folder = dir.join(replacement);
    if replacement.is_empty() || !replacement.bytes().all(|b| b.is_ascii_alphanumeric()) || !folder.is_dir() {
        return Err(PublishError::bad(format!(
            "The replacement “{replacement}” is no edition in {}.",
            dir.display()
        )));
    }
    check::check_edition(&folder, replacement)?;
    check::is_synthetic(&folder)
}

/// A reason as readers will see it: words, on one line, with a full stop.
fn sentence(reason: &str) -> Result<String, PublishError> {
    let words: Vec<&str> = reason.split_whitespace().collect();
    if words.is_empty() {
        return Err(PublishError::bad("A reason is needed: it is what readers of the edition will see."));
    }
    let text = words.join(" ");
    Ok(if text.ends_with(['.', '!', '?']) { text } else { text + "." })
}
