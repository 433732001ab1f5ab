//! `lagesbild build`: from a manifest and a folder of sources to the contents of an edition.

use super::area_notes::held_against;
use super::borders::borders;
use super::connectors::{self, ListedArea};
use super::contents::{Contents, LevelContents, LevelCube};
use super::derive::{count_people, place_labels};
use super::error::PublishError;
use super::harmonise::harmonised;
use super::manifest::{LevelSource, Manifest};
use super::progress;
use crate::model::{AreaCode, AreaTable};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

/// The contents that a manifest asks for, from the files in the folder `source`.
///
/// # Errors
/// With sentences on every fault of the first source file that has any.
pub fn contents(manifest: &Manifest, source: &Path) -> Result<Contents, PublishError> {
    let mut sources: Vec<&LevelSource> = manifest.levels.iter().collect();
    sources.sort_by_key(|level| (level.level, level.vintage));
    let mut notes = Vec::new();
    let mut levels = Vec::new();
    for level in sources {
        let (contents, of_level) = level_contents(level, source)?;
        levels.push(contents);
        notes.extend(of_level);
    }
    place_labels(&mut levels)?;

    let areas: Vec<&AreaTable> = levels.iter().map(|level| &level.areas).collect();
    let bar = progress::bar("Reading tables", manifest.indicators.len());
    let tables: Vec<(String, Vec<LevelCube>, Vec<String>)> = manifest
        .indicators
        .par_iter()
        .map(|indicator| {
            let read = |table| Ok((table, connectors::observations(table, source)?));
            let observations = indicator.tables.iter().map(read).collect::<Result<Vec<_>, PublishError>>()?;
            bar.inc(1);
            let (cubes, notes) = harmonised(&observations, &areas, &manifest.levels)?;
            Ok((indicator.slug.clone(), cubes, notes))
        })
        .collect::<Vec<Result<_, PublishError>>>()
        .into_iter()
        // The first failure in the manifest's order, whichever thread was first.
        .collect::<Result<_, _>>()?;
    bar.finish_and_clear();
    notes.extend(told_once(tables.iter().flat_map(|(slug, cubes, of_indicator)| {
        let of_cubes = cubes.iter().flat_map(|table| [coverage(table), other_vintage(table, &levels)]);
        of_indicator.iter().cloned().chain(of_cubes.flatten()).map(move |note| (slug.as_str(), note))
    })));
    let mut tables: BTreeMap<String, Vec<LevelCube>> =
        tables.into_iter().map(|(slug, cubes, _)| (slug, cubes)).collect();
    count_people(&mut levels, tables.get(&manifest.population).map_or(&[], Vec::as_slice));
    let mut contents =
        Contents::of_manifest(manifest, levels, |slug| tables.remove(slug).unwrap_or_default());
    held_against(&contents.area_notes, &contents.levels)?;
    contents.notes = notes;
    Ok(contents)
}

/// The areas of a level and the borders that the manifest has for them, with notes on what had to be repaired.
fn level_contents(level: &LevelSource, source: &Path) -> Result<(LevelContents, Vec<String>), PublishError> {
    let mut listed = connectors::areas(level, source)?;
    if let Some(name) = &level.name {
        listed.insert(AreaCode::nation(), ListedArea { name: name.clone(), parent: AreaCode::nation() });
    }
    if listed.is_empty() {
        return Err(PublishError::bad(format!("The level {} {} has no areas.", level.level, level.vintage)));
    }
    let mut areas = AreaTable {
        level: level.level,
        vintage: level.vintage,
        codes: Vec::new(),
        names: Vec::new(),
        parents: Vec::new(),
        population: vec![0; listed.len()],
        label_points: Vec::new(),
        aliases: Vec::new(),
    };
    for (code, area) in listed {
        areas.codes.push(code);
        areas.names.push(area.name);
        areas.parents.push(area.parent);
    }
    let (borders, mut notes) = match borders(level, &areas.codes, source)? {
        Some((borders, notes)) => (Some(borders), notes),
        None => (None, Vec::new()),
    };
    let (found, id, vintage) = (areas.codes.len(), level.level, level.vintage);
    match level.n_areas {
        Some(n_areas) if found > n_areas => {
            return Err(PublishError::bad(format!(
                "The level {id} {vintage}: the lists have {found} areas, the manifest says that there are {n_areas}."
            )));
        }
        Some(n_areas) if found < n_areas => {
            notes.push(format!("{id} {vintage}: the lists have {found} of {n_areas} areas."));
        }
        _ => {}
    }
    Ok((LevelContents { areas, borders }, notes))
}

/// Notes with the indicators that they hold for, each note once, in the order of their first indicators.
fn told_once<'a>(notes: impl Iterator<Item = (&'a str, String)>) -> Vec<String> {
    let mut slugs_of: Vec<(String, Vec<&str>)> = Vec::new();
    for (slug, note) in notes {
        match slugs_of.iter_mut().find(|(other, _)| *other == note) {
            Some((_, slugs)) => slugs.push(slug),
            None => slugs_of.push((note, vec![slug])),
        }
    }
    slugs_of.into_iter().map(|(note, slugs)| format!("{}: {note}", slugs.join(", "))).collect()
}

/// A note on the cells that no source gave a number for.
fn coverage(table: &LevelCube) -> Option<String> {
    let n_absent = table.cube.values().iter().filter(|value| value.number().is_none()).count();
    let (n_cells, level, vintage) = (table.cube.values().len(), table.level, table.vintage);
    (n_absent > 0).then(|| format!("{level} {vintage}: {n_absent} of {n_cells} cells have no number."))
}

/// A note where areas with numbers have no borders of their own vintage, while there are borders of another: their codes
/// look alike, and are never joined.
fn other_vintage(table: &LevelCube, levels: &[LevelContents]) -> Option<String> {
    let LevelCube { level, vintage, cube } = table;
    let of =
        |vintage| levels.iter().find(|other| (other.areas.level, other.areas.vintage) == (*level, vintage));
    let is_drawn = |contents: &LevelContents, code: &AreaCode| {
        let at = contents.areas.position(code).and_then(|at| contents.areas.label_points.get(at));
        at.is_some_and(|point| *point != [0, 0])
    };
    let own = of(*vintage)?;
    let has_number = |code: &&AreaCode| {
        cube.series(code).is_some_and(|series| series.iter().any(|value| value.number().is_some()))
    };
    let undrawn: Vec<&AreaCode> =
        cube.areas().iter().filter(has_number).filter(|code| !is_drawn(own, code)).collect();
    let others = levels.iter().filter(|other| other.areas.level == *level && other.areas.vintage != *vintage);
    let (other, n_alike) = others
        .map(|other| (other, undrawn.iter().filter(|code| is_drawn(other, code)).count()))
        .max_by_key(|(_, n_alike)| *n_alike)?;
    let (n_undrawn, n_unknown, other) = (undrawn.len(), undrawn.len() - n_alike, other.areas.vintage);
    (n_alike > 0).then(|| {
        format!(
            "{level} {vintage}: {n_undrawn} areas with numbers have no borders of {vintage}. {n_alike} of \
             these codes are drawn as of {other}, {n_unknown} are not; codes of two vintages are never joined, and \
             none of these numbers is drawn on a map."
        )
    })
}
