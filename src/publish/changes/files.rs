//! Files that have no words of their own in the report: borders, tables by breakdown, counts, events and examples are told by how
//! many of them differ.

use super::super::error::PublishError;
use super::edition::Edition;
use super::{Change, FileKind};
use crate::model::paths;

const KINDS: [FileKind; 5] =
    [FileKind::Borders, FileKind::Breakdowns, FileKind::Counts, FileKind::Events, FileKind::Examples];

/// Adds a line for each kind of file of which some came, went or changed.
pub(super) fn changes(old: &Edition, new: &Edition, list: &mut Vec<Change>) -> Result<(), PublishError> {
    let (then, now) = (old.files()?, new.files()?);
    for kind in KINDS {
        let of_kind = |path: &&String| kind_of(path) == Some(kind);
        let n_new = now.keys().filter(of_kind).filter(|path| !then.contains_key(*path)).count();
        let n_gone = then.keys().filter(of_kind).filter(|path| !now.contains_key(*path)).count();
        let differs = |path: &&String| then.get(*path).is_some_and(|before| *before != now[*path]);
        let n_changed = now.keys().filter(of_kind).filter(differs).count();
        if n_new + n_gone + n_changed > 0 {
            list.push(Change::Files { kind, n_new, n_gone, n_changed });
        }
    }
    Ok(())
}

/// What a file holds, where nothing else in the report tells of it.
fn kind_of(path: &str) -> Option<FileKind> {
    let file = path.rsplit('/').next().unwrap_or(path);
    match path.split_once('/').map_or("root", |(folder, _)| folder) {
        "boundaries" => Some(FileKind::Borders),
        "indicator" if file.starts_with("by-") => Some(FileKind::Breakdowns),
        "counts" => Some(FileKind::Counts),
        "root" if file == paths::EVENTS => Some(FileKind::Events),
        "root" if file == paths::EXAMPLES => Some(FileKind::Examples),
        _ => None,
    }
}
