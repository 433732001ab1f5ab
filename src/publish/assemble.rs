//! An edition's contents as files: path → bytes, nothing on disk yet. Same contents, same bytes, on any number of
//! threads.

use super::border_files::border_files;
use super::contents::{Contents, CountsContents, IndicatorContents, LevelBrokenDown, LevelCube};
use super::download;
use super::error::PublishError;
use super::profiles::{compared, profiles};
use super::tile_files::tile_files;
use crate::fetch::integrity;
use crate::model::json_stat::Dataset;
use crate::model::{
    AreaCode, Cube, Events, Examples, FORMAT, FileEntry, FileList, Language, Level, Vintage, paths,
};
use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Files by their path inside the edition, with forward slashes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// All data files of an edition; the file lists are [`file_lists`].
///
/// # Errors
/// When something cannot be written as JSON, which would be a fault of this program.
pub fn assemble(contents: &Contents) -> Result<Files, PublishError> {
    let mut files = vec![json(paths::CATALOGUE.to_owned(), &contents.catalogue())?];
    for level in &contents.levels {
        files.push(json(paths::areas(level.areas.level, level.areas.vintage), &level.areas)?);
    }
    let (borders, tiles) = rayon::join(|| border_files(contents), || tile_files(contents));
    files.extend(borders?);
    files.extend(tiles);
    let of_indicators: Vec<Vec<(String, Vec<u8>)>> = contents
        .indicators
        .par_iter()
        .map(|indicator| indicator_files(contents, indicator))
        .collect::<Result<_, _>>()?;
    files.extend(of_indicators.into_iter().flatten());
    if !contents.indicators.is_empty() {
        files.push(download::metadata(&contents.indicators)?);
    }
    let of_counts: Vec<Vec<(String, Vec<u8>)>> =
        contents.counts.par_iter().map(|counts| counts_files(contents, counts)).collect::<Result<_, _>>()?;
    files.extend(of_counts.into_iter().flatten());
    if !contents.events.is_empty() {
        files.push(json(
            paths::EVENTS.to_owned(),
            &Events { format: FORMAT, events: contents.events.clone() },
        )?);
    }
    if let Some(statement) = &contents.accessibility {
        files.push(json(paths::ACCESSIBILITY.to_owned(), statement)?);
    }
    if !contents.examples.is_empty() {
        let examples = Examples { format: FORMAT, examples: contents.examples.clone() };
        files.push(json(paths::EXAMPLES.to_owned(), &examples)?);
    }
    for (path, areas) in compared(contents) {
        files.push(json(path, &areas)?);
    }
    let of_profiles: Vec<(String, Vec<u8>)> = profiles(contents)
        .par_iter()
        .map(|profile| json(paths::profile(&profile.area), profile))
        .collect::<Result<_, _>>()?;
    files.extend(of_profiles);
    Ok(files.into_iter().collect())
}

/// `files/<folder>.json` for every folder of the data files: size and integrity of each file.
///
/// # Errors
/// As [`assemble`].
pub fn file_lists(files: &Files) -> Result<Files, PublishError> {
    let mut lists: BTreeMap<&str, FileList> = BTreeMap::new();
    for (path, bytes) in files {
        let entry = FileEntry { path: path.clone(), bytes: bytes.len() as u64, integrity: integrity(bytes) };
        lists
            .entry(paths::listed_in(path))
            .or_insert_with(|| FileList { files: Vec::new() })
            .files
            .push(entry);
    }
    lists.into_iter().map(|(folder, list)| json(paths::file_list(folder), &list)).collect()
}

/// The edition's id: the first 12 hexadecimal digits of the SHA-256 over each data file's path, a line feed, its
/// SHA-256 in hexadecimal and a line feed, in the order of the paths. File lists are not part of it: they follow from
/// the data files.
pub fn edition_id(files: &Files) -> String {
    let digests: Vec<(&String, String)> =
        files.par_iter().map(|(path, bytes)| (path, hexadecimal(&Sha256::digest(bytes)))).collect();
    let mut hasher = Sha256::new();
    for (path, digest) in digests {
        hasher.update(format!("{path}\n{digest}\n"));
    }
    let mut id = hexadecimal(&hasher.finalize());
    id.truncate(12);
    id
}

fn indicator_files(
    contents: &Contents,
    indicator: &IndicatorContents,
) -> Result<Vec<(String, Vec<u8>)>, PublishError> {
    let slug = &indicator.indicator.slug;
    let mut files = vec![json(paths::about(slug), &indicator.about)?];
    for table in &indicator.tables {
        let LevelCube { level, vintage, cube } = table;
        let label = |code: &AreaCode| label_of(contents, table.level, table.vintage, code);
        let dataset = |cube: &Cube| Dataset::of_indicator(&indicator.indicator, cube, label, Language::Sv);
        files.push(json(paths::history(slug, *level, *vintage), &dataset(cube))?);
        files.push(json(paths::latest(slug, *level, *vintage), &dataset(&newest_only(cube)?))?);
        let name_of =
            |code: &AreaCode| name_of(contents, table.level, table.vintage, code).unwrap_or_default();
        files.push(download::csv(&indicator.indicator, table, name_of)?);
    }
    for table in &indicator.broken_down {
        let LevelBrokenDown { level, vintage, values } = table;
        let id = &values.breakdown;
        let breakdown =
            contents.breakdowns.iter().find(|breakdown| breakdown.id == *id).ok_or_else(|| {
                PublishError::bad(format!(
                    "The indicator {slug} has values by “{id}”, which is no breakdown of the edition."
                ))
            })?;
        let label = |code: &AreaCode| label_of(contents, *level, *vintage, code);
        let dataset = Dataset::of_breakdown(&indicator.indicator, breakdown, values, label, Language::Sv);
        files.push(json(paths::by_breakdown(slug, *level, *vintage, id), &dataset)?);
    }
    Ok(files)
}

fn counts_files(
    contents: &Contents,
    counts: &CountsContents,
) -> Result<Vec<(String, Vec<u8>)>, PublishError> {
    let table = &counts.table;
    let source = contents.publisher.name.get(Language::Sv);
    counts
        .counts
        .par_iter()
        .map(|counts| {
            let label = |code: &AreaCode| label_of(contents, counts.level, counts.vintage, code);
            let path = paths::counts(&table.id, counts.level, counts.vintage, counts.period);
            json(path, &Dataset::of_counts(table, counts, source, label, Language::Sv))
        })
        .collect()
}

/// The name of an area as a label in its tables. Small areas have none there: thousands of names would outweigh the
/// values, and stand once for all tables in the list of areas.
fn label_of(contents: &Contents, level: Level, vintage: Vintage, code: &AreaCode) -> Option<String> {
    if level > Level::Municipality { None } else { name_of(contents, level, vintage, code) }
}

fn name_of(contents: &Contents, level: Level, vintage: Vintage, code: &AreaCode) -> Option<String> {
    contents.level(level, vintage)?.areas.name(code).map(str::to_owned)
}

/// The newest period of a cube as a cube of its own.
fn newest_only(cube: &Cube) -> Result<Cube, PublishError> {
    let newest = cube.periods().last().copied();
    let values = newest.and_then(|period| cube.cross_section(period)).unwrap_or_default();
    let n_periods = cube.periods().len().max(1);
    let intervals = cube.intervals().iter().skip(n_periods - 1).step_by(n_periods).copied().collect();
    Cube::new(cube.areas().to_vec(), newest.into_iter().collect(), values)
        .and_then(|newest| newest.with_intervals(intervals))
        .map_err(|error| PublishError::bad(format!("The newest period does not hold together: {error}.")))
}

/// A path with what stands there, as JSON.
pub(super) fn json<T: Serialize>(path: String, content: &T) -> Result<(String, Vec<u8>), PublishError> {
    match serde_json::to_vec(content) {
        Ok(bytes) => Ok((path, bytes)),
        Err(error) => Err(PublishError::Io(format!("Could not write {path} as JSON: {error}."))),
    }
}

fn hexadecimal(digest: &[u8]) -> String {
    digest.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
