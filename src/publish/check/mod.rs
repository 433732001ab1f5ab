//! Reading an edition back and holding it against everything it promises. A build does this to the files on disk
//! before it moves them in; `lagesbild check` does it to what is there.

mod borders;
mod breakdowns;
mod compared;
mod counts;
mod events;
mod examples;
mod files;
mod parents;
mod profiles;
mod shares;
mod tables;

use super::assemble::{Files, edition_id};
use super::change_log::change_log;
use super::error::{Problems, PublishError};
use super::withdraw::withdrawn;
use crate::model::json::{self, FromJson};
use crate::model::{AreaTable, Catalogue, Current, FORMAT, Level, Vintage, paths};
use std::collections::BTreeMap;
use std::path::Path;

/// What a sound edition holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Its id.
    pub edition: String,
    /// Number of files.
    pub n_files: usize,
    /// Their size together.
    pub bytes: u64,
    /// Number of indicators.
    pub n_indicators: usize,
    /// Number of areas of all levels.
    pub n_areas: usize,
    /// Number of cells with a number.
    pub n_numbers: usize,
    /// Number of cells without.
    pub n_absences: usize,
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { edition, n_files, n_indicators, n_areas, n_numbers, n_absences, .. } = self;
        let bytes = self.bytes;
        write!(
            f,
            "edition {edition}: {n_files} files, {bytes} bytes, {n_indicators} indicators, {n_areas} areas, \
             {n_numbers} numbers and {n_absences} cells without"
        )
    }
}

/// Checks the current edition of a data folder (one with `current.json`), or the edition that is the folder itself.
///
/// # Errors
/// With a sentence for each fault found.
pub fn check(dir: &Path) -> Result<Report, PublishError> {
    let current = dir.join(paths::CURRENT);
    if !current.exists() {
        let name =
            dir.canonicalize().ok().and_then(|dir| Some(dir.file_name()?.to_string_lossy().into_owned()));
        return match name {
            Some(name) if dir.join(paths::CATALOGUE).exists() => check_edition(dir, &name),
            _ => Err(PublishError::bad(format!(
                "{} holds neither {} (a data folder) nor {} (an edition).",
                dir.display(),
                paths::CURRENT,
                paths::CATALOGUE
            ))),
        };
    }
    let bytes = std::fs::read(&current).map_err(|error| PublishError::io("read", &current, &error))?;
    let current: Current = parsed(paths::CURRENT, &bytes).map_err(PublishError::bad)?;
    if let Err(format) = current.readable() {
        return Err(PublishError::bad(newer_format(paths::CURRENT, format)));
    }
    let folder = dir.join(&current.edition);
    let plain_name =
        !current.edition.is_empty() && current.edition.bytes().all(|b| b.is_ascii_alphanumeric());
    if !plain_name || !folder.is_dir() {
        return Err(PublishError::bad(format!(
            "{} says that the edition is “{}”, but {} has no folder of that name.",
            paths::CURRENT,
            current.edition,
            dir.display()
        )));
    }
    let report = check_edition(&folder, &current.edition)?;
    check_withdrawn(dir, &current.edition)?;
    let log = change_log(dir)?;
    if log.format > FORMAT {
        return Err(PublishError::bad(newer_format(paths::CHANGES, log.format)));
    }
    if is_synthetic(&folder)? != current.synthetic {
        return Err(PublishError::bad(format!(
            "{} says synthetic = {}, {} says otherwise.",
            paths::CURRENT,
            current.synthetic,
            paths::CATALOGUE
        )));
    }
    Ok(report)
}

/// Whether the figures of the edition in a folder are modelled.
///
/// # Errors
/// When its catalogue cannot be read.
pub(super) fn is_synthetic(folder: &Path) -> Result<bool, PublishError> {
    let path = folder.join(paths::CATALOGUE);
    let bytes = std::fs::read(&path).map_err(|error| PublishError::io("read", &path, &error))?;
    Ok(parsed::<Catalogue>(paths::CATALOGUE, &bytes).map_err(PublishError::bad)?.synthetic)
}

/// The list of withdrawn editions: none of them still has files or is the current one, each has a replacement that is
/// there.
fn check_withdrawn(dir: &Path, current: &str) -> Result<(), PublishError> {
    let mut problems = Problems::default();
    for entry in withdrawn(dir)? {
        let (edition, replacement) = (&entry.edition, &entry.replacement);
        if edition == current {
            problems.add(format!(
                "{} says that {edition} was withdrawn, {} that it is the one to read.",
                paths::WITHDRAWN,
                paths::CURRENT
            ));
        } else if dir.join(edition).exists() {
            problems.add(format!(
                "{} says that {edition} was withdrawn, but its files are there.",
                paths::WITHDRAWN
            ));
        }
        if !dir.join(replacement).is_dir() {
            problems.add(format!(
                "{} says that {replacement} replaces {edition}, but there is no such edition.",
                paths::WITHDRAWN
            ));
        }
    }
    problems.or(())
}

/// Checks the edition in a folder against the id it should have.
///
/// # Errors
/// As [`check`].
pub fn check_edition(folder: &Path, edition: &str) -> Result<Report, PublishError> {
    let all = files::read(folder)?;
    files::against_lists(&all)?;
    let data: Files =
        all.iter().filter(|(path, _)| !files::is_list(path)).map(|(p, b)| (p.clone(), b.clone())).collect();
    let found = edition_id(&data);
    if found != edition {
        return Err(PublishError::bad(format!("The files make the edition {found}, the name is {edition}.")));
    }
    let bytes = all.values().map(|bytes| bytes.len() as u64).sum();
    let (n_files, edition) = (all.len(), edition.to_owned());
    let Checked { n_indicators, n_areas, n_numbers, n_absences } = check_contents(&data)?;
    Ok(Report { edition, n_files, bytes, n_indicators, n_areas, n_numbers, n_absences })
}

/// The part of a report that comes from the data files.
struct Checked {
    n_indicators: usize,
    n_areas: usize,
    n_numbers: usize,
    n_absences: usize,
}

/// Areas of every level by level and vintage.
type Areas = BTreeMap<(Level, Vintage), AreaTable>;

/// Checks what the data files say: every code exists, every table is complete, every number is possible.
fn check_contents(files: &Files) -> Result<Checked, PublishError> {
    let catalogue: Catalogue = read(files, paths::CATALOGUE).map_err(PublishError::bad)?;
    if catalogue.format > FORMAT {
        return Err(PublishError::bad(newer_format(paths::CATALOGUE, catalogue.format)));
    }
    let mut problems = Problems::default();
    let areas = area_tables(files, &catalogue, &mut problems);
    borders::check(files, &catalogue, &areas, &mut problems);
    let cubes = tables::check(files, &catalogue, &areas, &mut problems);
    breakdowns::check(files, &catalogue, &cubes, &mut problems);
    counts::check(files, &catalogue, &areas, &mut problems);
    shares::check(files, &catalogue, &cubes, &mut problems);
    events::check(files, &catalogue, &areas, &mut problems);
    examples::check(files, &areas, &mut problems);
    compared::check(files, &areas, &cubes, &mut problems);
    profiles::check(files, &catalogue, &areas, &cubes, &mut problems);
    let values = || cubes.values().flat_map(|cube| cube.values());
    let n_numbers = values().filter(|value| value.number().is_some()).count();
    problems.or(Checked {
        n_indicators: catalogue.indicators.len(),
        n_areas: areas.values().map(|table| table.codes.len()).sum(),
        n_numbers,
        n_absences: values().count() - n_numbers,
    })
}

/// The area tables, each as long as the catalogue says, every parent being an area of a larger level.
fn area_tables(files: &Files, catalogue: &Catalogue, problems: &mut Problems) -> Areas {
    let mut areas = Areas::new();
    for entry in &catalogue.levels {
        let path = paths::areas(entry.level, entry.vintage);
        let table: AreaTable = match read(files, &path) {
            Ok(table) => table,
            Err(problem) => {
                problems.add(problem);
                continue;
            }
        };
        if (table.level, table.vintage) != (entry.level, entry.vintage) {
            problems.add(format!("{path}: says that it is {} {}.", table.level, table.vintage));
        }
        if table.codes.len() != entry.count as usize {
            let n_areas = table.codes.len();
            problems.add(format!("{path}: has {n_areas} areas, the catalogue says {}.", entry.count));
        }
        areas.insert((entry.level, entry.vintage), table);
    }
    for table in areas.values() {
        let path = paths::areas(table.level, table.vintage);
        for (code, parent) in table.codes.iter().zip(&table.parents) {
            let known =
                areas.values().any(|other| other.level == parent.level() && other.position(parent).is_some());
            let right =
                if table.level == Level::Nation { parent == code } else { parent.level() < table.level };
            if !known || !right {
                problems.add(format!(
                    "{path}: {code} has the parent {parent}, which is no area of a larger level."
                ));
            }
        }
    }
    areas
}

/// The content of a data file.
fn read<T: FromJson>(files: &Files, path: &str) -> Result<T, String> {
    let bytes =
        files.get(path).ok_or_else(|| format!("{path} does not exist, but the catalogue calls for it."))?;
    parsed(path, bytes)
}

fn parsed<T: FromJson>(path: &str, bytes: &[u8]) -> Result<T, String> {
    json::read(bytes).map_err(|error| format!("{path}: {error}."))
}

fn newer_format(path: &str, format: u32) -> String {
    format!("{path} has the format {format}; this program reads {FORMAT} and older.")
}
