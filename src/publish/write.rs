//! Moving an edition in: assembled beside what is there, checked where it lies, renamed whole, `current.json` last.
//! Whatever goes wrong before the last rename, the site goes on reading what it read before, and what a killed run left
//! half-made the next run removes.

use super::assemble::{Files, assemble, edition_id, file_lists};
use super::change_log;
use super::changes::changes;
use super::check;
use super::contents::Contents;
use super::error::PublishError;
use super::progress;
use super::withdraw::withdrawn;
use crate::model::{Current, FORMAT, Localized, LogEntry, LogKind, json, paths};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

/// What was published.
#[derive(Debug, Clone)]
pub struct Published {
    /// What the check of the files on disk found.
    pub report: check::Report,
    /// What a person should know before the edition goes out, as lines.
    pub notes: String,
    /// Whether the very same edition was there before.
    pub was_there: bool,
}

impl std::fmt::Display for Published {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let fate = if self.was_there { "The same as before" } else { "Published" };
        writeln!(f, "{fate}: {}.", self.report)?;
        f.write_str(&self.notes)
    }
}

/// Whether an edition may lack periods that the edition before has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Losses {
    /// Lost periods are named and nothing is published.
    Refused,
    /// Lost periods are named.
    Allowed,
}

/// On what terms an edition is published.
#[derive(Debug, Clone)]
pub struct Terms<'a> {
    /// The RFC 3339 time that `current.json` will carry.
    pub published: &'a str,
    /// Whether periods may be lost.
    pub losses: Losses,
    /// Whether it brings new figures or mends an error.
    pub kind: LogKind,
    /// What a person says of it to readers.
    pub note: Option<Localized>,
}

/// [`publish_with`] new figures and no note, losses being refused for real figures and allowed for modelled ones.
///
/// # Errors
/// As [`publish_with`].
pub fn publish(contents: &Contents, out: &Path, published: &str) -> Result<Published, PublishError> {
    let losses = if contents.synthetic { Losses::Allowed } else { Losses::Refused };
    publish_with(contents, out, &Terms { published, losses, kind: LogKind::Release, note: None })
}

/// Writes an edition into the folder `out`, beside the editions that are there, notes it in the log of changes and makes
/// it the current one. Publishing the current edition again changes nothing.
///
/// # Errors
/// When the contents do not pass the check, the edition was withdrawn, or periods are lost (nothing is changed then), or
/// when a file cannot be written.
pub fn publish_with(contents: &Contents, out: &Path, terms: &Terms<'_>) -> Result<Published, PublishError> {
    let mut files = assemble(contents)?;
    let edition = edition_id(&files);
    files.extend(file_lists(&files)?);
    fs::create_dir_all(out).map_err(|error| PublishError::io("create the folder", out, &error))?;
    let _turn = Turn::take(out)?;
    remove_leftovers(out)?;
    let previous = previous(out)?;
    if let Some(entry) = withdrawn(out)?.iter().find(|entry| entry.edition == edition) {
        return Err(PublishError::bad(format!(
            "These figures make the edition {edition}, which was withdrawn ({} {} replaces it); nothing was published.",
            entry.reason, entry.replacement
        )));
    }

    let partial = Partial::new(out.join(format!(".{edition}.partial")))?;
    write_files(&files, &partial.path)?;
    let report = check::check_edition(&partial.path, &edition)?;
    let mut notes: String = contents.notes.iter().map(|note| format!("{note}\n")).collect();
    let (compared, changes) =
        compared(previous.as_ref(), contents.synthetic, out, &partial.path, terms.losses)?;
    notes += &compared;
    let was_there = move_in(&partial.path, out, &edition)?;

    // The edition that readers have already stays published as it was, and when it was.
    if was_there && previous.as_ref().is_some_and(|current| current.edition == edition) {
        return Ok(Published { report, notes, was_there });
    }
    let is_repair = previous.as_ref().is_some_and(|current| current.edition == edition);
    let supersedes = previous.and_then(|current| {
        if current.edition == edition { current.supersedes } else { Some(current.edition) }
    });
    let Terms { published, kind, note, .. } = terms.clone();
    let published = published.to_owned();
    // An edition whose files were damaged and are whole again is no news.
    if !is_repair {
        let entry = LogEntry { published: published.clone(), edition: edition.clone(), kind, note, changes };
        change_log::add(out, entry)?;
    }
    let current = Current { format: FORMAT, edition, published, supersedes, synthetic: contents.synthetic };
    put(out, paths::CURRENT, &current)?;
    Ok(Published { report, notes, was_there })
}

/// How the edition differs from the one that readers have, in the words of staff and in those of readers. An old edition
/// that cannot be read is said to be so: the report must not keep a sound edition from replacing it.
fn compared(
    old: Option<&Current>,
    synthetic: bool,
    out: &Path,
    new: &Path,
    losses: Losses,
) -> Result<(String, Vec<Localized>), PublishError> {
    let only = |notes: String| Ok((notes, Vec::new()));
    let Some(current) = old else { return only("The first edition here.\n".to_owned()) };
    if current.synthetic != synthetic {
        // Real and modelled figures have nothing to do with each other.
        return only(format!("The edition before, {}, was of the other kind.\n", current.edition));
    }
    let old = out.join(&current.edition);
    let Ok(found) = changes(&old, new) else {
        return only(format!("The edition before, {}, cannot be read and is not compared.\n", old.display()));
    };
    let lost = found.losses();
    if !lost.is_empty() && losses == Losses::Refused {
        let refused =
            "Nothing was published, since readers would lose periods; --lose-periods publishes all the same.";
        return Err(PublishError::BadInput(lost.into_iter().chain([refused.to_owned()]).collect()));
    }
    let notes = if found.list.is_empty() { String::new() } else { found.to_string() };
    Ok((notes, found.summary(&old, new)?))
}

/// The right to change a data folder, which one process has at a time. Freed when dropped, also by a process that is
/// killed.
pub(super) struct Turn {
    _folder: Option<File>,
}

impl Turn {
    /// Takes the turn, or says that another process has it. Only Unix lets a folder be opened and locked.
    pub(super) fn take(out: &Path) -> Result<Self, PublishError> {
        if !cfg!(unix) {
            return Ok(Self { _folder: None });
        }
        let folder = File::open(out).map_err(|error| PublishError::io("open the folder", out, &error))?;
        match folder.try_lock() {
            Ok(()) => Ok(Self { _folder: Some(folder) }),
            Err(TryLockError::WouldBlock) => Err(PublishError::Io(format!(
                "Another process is changing {}; try again when it is done.",
                out.display()
            ))),
            Err(TryLockError::Error(error)) => Err(PublishError::io("lock the folder", out, &error)),
        }
    }
}

/// Removes what killed runs left half-made.
fn remove_leftovers(out: &Path) -> Result<(), PublishError> {
    let entries = fs::read_dir(out).map_err(|error| PublishError::io("read the folder", out, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| PublishError::io("read the folder", out, &error))?;
        let (name, path) = (entry.file_name().to_string_lossy().into_owned(), entry.path());
        if name.starts_with('.') && (name.ends_with(".partial") || name.ends_with(".damaged")) {
            let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
            removed.map_err(|error| PublishError::io("remove", &path, &error))?;
        }
    }
    Ok(())
}

/// A folder under construction; removed with all its contents when it is not moved in.
struct Partial {
    path: PathBuf,
}

impl Partial {
    fn new(path: PathBuf) -> Result<Self, PublishError> {
        fs::create_dir(&path).map_err(|error| PublishError::io("create the folder", &path, &error))?;
        Ok(Self { path })
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        // Already gone when it was moved in; what cannot be removed is removed by the next build.
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// The edition that readers have now.
pub(super) fn previous(out: &Path) -> Result<Option<Current>, PublishError> {
    let path = out.join(paths::CURRENT);
    match fs::read(&path) {
        Ok(bytes) => json::read(&bytes).map(Some).map_err(|error| {
            PublishError::bad(format!("{} cannot be read as what it should be: {error}.", path.display()))
        }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(PublishError::io("read", &path, &error)),
    }
}

fn write_files(files: &Files, folder: &Path) -> Result<(), PublishError> {
    let folders: BTreeSet<PathBuf> =
        files.keys().filter_map(|path| folder.join(path).parent().map(Path::to_path_buf)).collect();
    for below in &folders {
        fs::create_dir_all(below).map_err(|error| PublishError::io("create the folder", below, &error))?;
    }
    let bar = progress::bar("Writing files", files.len());
    files.par_iter().try_for_each(|(path, bytes)| {
        let written = write_file(&folder.join(path), bytes);
        bar.inc(1);
        written
    })?;
    bar.finish_and_clear();
    folders.iter().map(PathBuf::as_path).chain([folder]).try_for_each(sync_folder)
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    let write = || -> std::io::Result<()> {
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(|error| PublishError::io("write", path, &error))
}

/// Makes renames and new entries of a folder outlast a loss of power. Only Unix lets a folder be opened for that.
fn sync_folder(folder: &Path) -> Result<(), PublishError> {
    if cfg!(unix) {
        let synced = File::open(folder).and_then(|folder| folder.sync_all());
        synced.map_err(|error| PublishError::io("write", folder, &error))?;
    }
    Ok(())
}

/// Renames the folder to the edition's name. An edition of that name is the same files, and stays, unless they were
/// damaged since. Says whether it was there.
fn move_in(partial: &Path, out: &Path, edition: &str) -> Result<bool, PublishError> {
    let target = out.join(edition);
    let damaged = out.join(format!(".{edition}.damaged"));
    if target.exists() {
        if check::check_edition(&target, edition).is_ok() {
            return Ok(true);
        }
        fs::rename(&target, &damaged).map_err(|error| PublishError::io("rename", &target, &error))?;
    }
    fs::rename(partial, &target).map_err(|error| PublishError::io("rename", partial, &error))?;
    if damaged.exists() {
        fs::remove_dir_all(&damaged).map_err(|error| PublishError::io("remove", &damaged, &error))?;
    }
    sync_folder(out)?;
    Ok(false)
}

/// Writes one of the few files beside the editions, and puts it in the place of what was there in one step.
pub(super) fn put<T: Serialize>(out: &Path, name: &str, content: &T) -> Result<(), PublishError> {
    let (_, mut bytes) = super::assemble::json(name.to_owned(), content)?;
    bytes.push(b'\n');
    let beside = out.join(format!(".{name}.partial"));
    write_file(&beside, &bytes)?;
    fs::rename(&beside, out.join(name)).map_err(|error| PublishError::io("rename", &beside, &error))?;
    sync_folder(out)
}
