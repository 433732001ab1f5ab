//! Files against the lists of files: all there, none besides, each byte as listed.

use super::super::assemble::Files;
use super::super::error::{Problems, PublishError};
use super::parsed;
use crate::fetch::integrity;
use crate::model::{FileList, paths};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// All files below a folder, except precompressed twins (`.br`), by their path inside it.
pub(super) fn read(folder: &Path) -> Result<Files, PublishError> {
    let mut found = Vec::new();
    walk(folder, &mut found)?;
    let read = |path: &PathBuf| {
        let bytes = std::fs::read(path).map_err(|error| PublishError::io("read", path, &error))?;
        let inside = path.strip_prefix(folder).unwrap_or(path);
        let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        Ok((parts.join("/"), bytes))
    };
    found.par_iter().map(read).collect()
}

/// Whether a path is a file list.
pub(super) fn is_list(path: &str) -> bool {
    path.starts_with("files/")
}

/// Every listed file has the listed size and content, and every data file is listed.
pub(super) fn against_lists(files: &Files) -> Result<(), PublishError> {
    let mut problems = Problems::default();
    let mut listed = BTreeSet::new();
    let folders: BTreeSet<&str> =
        files.keys().filter(|path| !is_list(path)).map(|path| paths::listed_in(path)).collect();
    for folder in &folders {
        let list = paths::file_list(folder);
        if !files.contains_key(&list) {
            problems.add(format!("{list} does not exist, but there are files that it should list."));
        }
    }
    for (list, bytes) in files.iter().filter(|(path, _)| is_list(path)) {
        match parsed::<FileList>(list, bytes) {
            Err(problem) => problems.add(problem),
            Ok(parsed) => {
                for entry in &parsed.files {
                    listed.insert(entry.path.clone());
                    problems.extend(against_entry(files, list, entry));
                }
            }
        }
    }
    for path in files.keys().filter(|path| !is_list(path) && !listed.contains(*path)) {
        let list = paths::file_list(paths::listed_in(path));
        if files.contains_key(&list) {
            problems.add(format!("{path} is there, but {list} does not list it."));
        }
    }
    problems.or(())
}

fn against_entry(files: &Files, list: &str, entry: &crate::model::FileEntry) -> Option<String> {
    let path = &entry.path;
    let Some(bytes) = files.get(path) else {
        return Some(format!("{path} does not exist, but {list} lists it."));
    };
    let (found, listed) = (bytes.len() as u64, entry.bytes);
    if found != listed {
        let fate = if found < listed { "truncated or altered" } else { "altered" };
        return Some(format!("{path} has {found} bytes, {list} lists {listed}: it was {fate}."));
    }
    let found = integrity(bytes);
    (found != entry.integrity)
        .then(|| format!("{path} was altered: its content is {found}, {list} lists {}.", entry.integrity))
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), PublishError> {
    let failed = |error| PublishError::io("read the folder", folder, &error);
    let mut entries =
        std::fs::read_dir(folder).map_err(failed)?.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, found)?;
        } else if path.extension().is_none_or(|extension| extension != "br") {
            found.push(path);
        }
    }
    Ok(())
}
