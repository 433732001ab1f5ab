//! `lagesbild build`: from a manifest and a folder of sources to the contents of an edition.

use super::borders::borders;
use super::connectors;
use super::connectors::geojson_areas;
use super::contents::{Contents, LevelContents, LevelCube};
use super::derive::{count_people, place_labels};
use super::error::PublishError;
use super::harmonise::harmonised;
use super::manifest::{LevelSource, Manifest};
use super::progress;
use crate::model::{AreaCode, AreaTable, Level};
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
    let tables: Vec<(String, Vec<LevelCube>)> = manifest
        .indicators
        .par_iter()
        .map(|indicator| {
            let read = |table| Ok((table, connectors::observations(table, source)?));
            let observations = indicator.tables.iter().map(read).collect::<Result<Vec<_>, PublishError>>()?;
            bar.inc(1);
            Ok((indicator.slug.clone(), harmonised(&observations, &areas)?))
        })
        .collect::<Vec<Result<_, PublishError>>>()
        .into_iter()
        // The first failure in the manifest's order, whichever thread was first.
        .collect::<Result<_, _>>()?;
    bar.finish_and_clear();
    for (slug, tables) in &tables {
        notes.extend(tables.iter().filter_map(|table| coverage(slug, table)));
    }
    let mut tables: BTreeMap<String, Vec<LevelCube>> = tables.into_iter().collect();
    count_people(&mut levels, tables.get(&manifest.population).map_or(&[], Vec::as_slice));
    let mut contents =
        Contents::of_manifest(manifest, levels, |slug| tables.remove(slug).unwrap_or_default());
    contents.notes = notes;
    Ok(contents)
}

/// The areas of a level and, if the manifest wants them, their borders, with notes on what had to be repaired.
fn level_contents(level: &LevelSource, source: &Path) -> Result<(LevelContents, Vec<String>), PublishError> {
    let text = level.file.as_ref().map(|file| connectors::text(file, source)).transpose()?;
    let named = match (&level.name, &level.file, &text) {
        (Some(name), ..) => vec![(AreaCode::nation(), name.clone())],
        (None, Some(file), Some(text)) => geojson_areas::areas(level, file, text)?,
        _ => Vec::new(),
    };
    let (codes, names): (Vec<AreaCode>, Vec<String>) = named.into_iter().unzip();
    let (borders, notes) = match (&level.file, &text, level.borders) {
        (Some(file), Some(text), true) => {
            let (borders, notes) = borders(file, text, level, &codes)?;
            (Some(borders), notes)
        }
        _ => (None, Vec::new()),
    };
    let parents = codes.iter().map(|code| code.parent().unwrap_or_else(AreaCode::nation)).collect();
    let population = vec![0; codes.len()];
    let areas = AreaTable {
        level: level.level,
        vintage: level.vintage,
        codes,
        names,
        parents,
        population,
        label_points: Vec::new(),
        aliases: Vec::new(),
    };
    if areas.codes.is_empty() && level.level != Level::Nation {
        return Err(PublishError::bad(format!("The level {} has no areas.", level.level)));
    }
    Ok((LevelContents { areas, borders }, notes))
}

/// A note on the cells that no source gave a number for.
fn coverage(slug: &str, table: &LevelCube) -> Option<String> {
    let n_absent = table.cube.values().iter().filter(|value| value.number().is_none()).count();
    let (n_cells, level, vintage) = (table.cube.values().len(), table.level, table.vintage);
    (n_absent > 0)
        .then(|| format!("{slug}, {level} {vintage}: {n_absent} of {n_cells} cells have no number."))
}
