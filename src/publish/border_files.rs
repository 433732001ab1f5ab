//! The borders of an edition as files: three levels of detail and each municipality's own for the app, GeoJSON and
//! TopoJSON for other programs.

use super::assemble::Files;
use super::borders::bad_boundaries;
use super::boundaries::{Described, details, geojson_text, levels_of_detail, topojson_text};
use super::contents::{Contents, LevelContents};
use super::derive::dissolved_into;
use super::error::PublishError;
use crate::geo::arcs;
use crate::geo::topology::Topology;
use crate::model::{AreaCode, AreaTable, Level, paths};
use geojson::JsonObject;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// All border files of an edition.
///
/// # Errors
/// When borders cannot be divided or projected.
pub(super) fn border_files(contents: &Contents) -> Result<Files, PublishError> {
    let with_borders: Vec<(&LevelContents, &Topology)> =
        contents.levels.iter().filter_map(|level| Some((level, level.borders.as_ref()?))).collect();
    let of_level = |(level, borders): &(&LevelContents, &Topology)| {
        let mut files = national(level, borders, contents)?;
        if detailed(contents).is_some_and(|detailed| std::ptr::eq(detailed, *level)) {
            files.extend(by_municipality(level, borders)?);
        }
        Ok(files)
    };
    let files: Vec<Files> = with_borders.par_iter().map(of_level).collect::<Result<_, PublishError>>()?;
    Ok(files.into_iter().flatten().collect())
}

/// The level whose borders are published for each municipality in detail too: the smallest one of the newest vintage that
/// has some and lies below municipalities.
pub(super) fn detailed(contents: &Contents) -> Option<&LevelContents> {
    let small = contents.levels.iter().filter(|level| level.areas.level > Level::Municipality);
    small.filter(|level| level.borders.is_some()).max_by_key(|level| (level.areas.vintage, level.areas.level))
}

/// The three levels of detail, and downloads of the finest; those of the larger levels that are dissolved from this one
/// as well.
fn national(level: &LevelContents, borders: &Topology, contents: &Contents) -> Result<Files, PublishError> {
    let AreaTable { level: id, vintage, codes, .. } = &level.areas;
    let fingerprint = arcs::fingerprint(codes.iter().map(AreaCode::as_str));
    let made = levels_of_detail(borders);
    let mut files = Files::new();
    for (detail, topology) in paths::Detail::ALL.into_iter().zip(&made) {
        files.insert(paths::boundaries(*id, *vintage, detail), arcs::encode(topology, fingerprint));
    }
    let [.., finest] = made;
    let level = LevelContents { areas: level.areas.clone(), borders: Some(finest) };
    if *id == Level::Municipality {
        for larger in contents.levels.iter().filter(|larger| larger.areas.level == Level::County) {
            if larger.borders.is_none() {
                files.extend(downloads(&larger.areas, &dissolved_into(&level, larger)?)?);
            }
        }
    }
    if let Some(finest) = &level.borders {
        files.extend(downloads(&level.areas, finest)?);
    }
    Ok(files)
}

/// `download/<level>-<vintage>.geojson` and `.topojson`.
fn downloads(areas: &AreaTable, borders: &Topology) -> Result<Files, PublishError> {
    let AreaTable { level, vintage, .. } = areas;
    let described = |at: usize| {
        let mut properties = JsonObject::new();
        properties.insert("name".into(), areas.names[at].as_str().into());
        properties.insert("parent".into(), areas.parents[at].as_str().into());
        properties.insert("population".into(), areas.population[at].into());
        Described { code: areas.codes[at].to_string(), properties }
    };
    let described: Vec<Described> = (0..areas.codes.len()).map(described).collect();
    let [geojson, topojson] =
        ["geojson", "topojson"].map(|kind| paths::boundary_download(*level, *vintage, kind));
    let as_geojson = geojson_text(borders, &described, &geojson).map_err(|error| bad_boundaries(&error))?;
    let as_topojson =
        topojson_text(borders, &described, level.id(), &topojson).map_err(|error| bad_boundaries(&error))?;
    Ok([(geojson, as_geojson.into_bytes()), (topojson, as_topojson.into_bytes())].into())
}

/// `boundaries/detail/<municipality>-<vintage>.arcs`, its small areas in the order of their codes.
fn by_municipality(level: &LevelContents, borders: &Topology) -> Result<Files, PublishError> {
    let codes = &level.areas.codes;
    let mut municipalities: BTreeMap<AreaCode, u32> = BTreeMap::new();
    let municipality_of: Vec<u32> = codes
        .iter()
        .filter_map(AreaCode::parent)
        .map(|municipality| {
            let next = u32::try_from(municipalities.len()).unwrap_or(u32::MAX);
            *municipalities.entry(municipality).or_insert(next)
        })
        .collect();
    let details = details(borders, &municipality_of, municipalities.len()).map_err(|error| {
        PublishError::bad(format!(
            "The borders of {} cannot be divided by municipality: {error}.",
            level.areas.level
        ))
    })?;
    // Codes ascend, so that municipalities were numbered in the order of theirs.
    let file = |(municipality, detail): (&AreaCode, &super::boundaries::Detail)| {
        let fingerprint = arcs::fingerprint(detail.areas.iter().map(|at| codes[*at as usize].as_str()));
        let path = paths::boundary_detail(municipality, level.areas.vintage);
        (path, arcs::encode(&detail.borders, fingerprint))
    };
    Ok(municipalities.keys().zip(&details).map(file).collect())
}
