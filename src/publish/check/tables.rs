//! Tables of values: complete, readable as JSON-stat, with the codes and periods that the catalogue promises, and with
//! numbers that can be.

use super::super::assemble::Files;
use super::super::error::Problems;
use super::super::progress;
use super::{Areas, parents, read};
use crate::model::json_stat::Dataset;
use crate::model::{About, Catalogue, Cube, Indicator, Level, Measure, TableEntry, Vintage, paths};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Every table by indicator, level and vintage.
pub(super) type Cubes = BTreeMap<(String, Level, Vintage), Cube>;

/// Reads all tables and holds them against the catalogue, the lists of areas, and those of larger areas.
pub(super) fn check(files: &Files, catalogue: &Catalogue, areas: &Areas, problems: &mut Problems) -> Cubes {
    let bar = progress::bar("Checking tables", catalogue.indicators.len());
    let of_indicators: Vec<(Cubes, Problems)> = catalogue
        .indicators
        .par_iter()
        .map(|indicator| {
            let checked = of_indicator(files, indicator, areas);
            bar.inc(1);
            checked
        })
        .collect();
    bar.finish_and_clear();
    let mut all = Cubes::new();
    for (cubes, of_indicator) in of_indicators {
        all.extend(cubes);
        problems.merge(of_indicator);
    }
    all
}

fn of_indicator(files: &Files, indicator: &Indicator, areas: &Areas) -> (Cubes, Problems) {
    let (mut cubes, mut problems) = (Cubes::new(), Problems::default());
    let slug = &indicator.slug;
    match read::<About>(files, &paths::about(slug)) {
        Err(problem) => problems.add(problem),
        Ok(about) if about.slug != *slug => {
            problems.add(format!("{} is about “{}”.", paths::about(slug), about.slug));
        }
        Ok(_) => {}
    }
    if indicator.tables.is_empty() {
        problems.add(format!("The indicator {slug} has no table, so that its default view would be empty."));
    }
    for entry in &indicator.tables {
        let download = paths::download(slug, entry.level, entry.vintage);
        if !files.contains_key(&download) {
            problems.add(format!("{download} does not exist, but the catalogue calls for it."));
        }
        if let Some(cube) = table(files, indicator, entry, areas, &mut problems) {
            cubes.insert((slug.clone(), entry.level, entry.vintage), cube);
        }
    }
    parents::check(indicator, &cubes, areas, &mut problems);
    (cubes, problems)
}

/// The history of a table, once it and the newest period are what the catalogue promises.
fn table(
    files: &Files,
    indicator: &Indicator,
    entry: &TableEntry,
    areas: &Areas,
    problems: &mut Problems,
) -> Option<Cube> {
    let path = paths::history(&indicator.slug, entry.level, entry.vintage);
    let newest_path = paths::latest(&indicator.slug, entry.level, entry.vintage);
    let mut cube_of = |path: &str| {
        let cube = read::<Dataset>(files, path)
            .and_then(|dataset| dataset.into_cube().map_err(|error| format!("{path}: {error}.")));
        cube.map_err(|problem| problems.add(problem)).ok()
    };
    let (cube, newest) = (cube_of(&path)?, cube_of(&newest_path)?);
    let Some(table) = areas.get(&(entry.level, entry.vintage)) else {
        let (level, vintage) = (entry.level, entry.vintage);
        problems.add(format!("{path} is for {level} {vintage}, which the catalogue does not list."));
        return None;
    };
    if let Some(unknown) = cube.areas().iter().find(|code| table.position(code).is_none()) {
        problems.add(format!("{path} has the area {unknown}, which the level does not have."));
        return None;
    }
    if cube.areas() != table.codes {
        let (found, allowed) = (cube.areas().len(), table.codes.len());
        problems.add(format!("{path} has {found} of the level's {allowed} areas; it must have all."));
    }
    if cube.periods() != entry.periods {
        problems.add(format!("{path} has other periods than the catalogue lists."));
    }
    let last = cube.periods().last().copied();
    if newest.periods() != last.as_slice()
        || last.and_then(|last| cube.cross_section(last)).as_deref() != Some(newest.values())
    {
        problems.add(format!("{newest_path} is not the newest period of {path}."));
    }
    if newest.values().iter().all(|value| value.number().is_none()) {
        problems.add(format!("{newest_path} has no number at all, so that the default view would be empty."));
    }
    numbers(indicator, &path, &cube, problems);
    Some(cube)
}

/// Numbers that cannot be: a share above 100 %, a negative count.
pub(super) fn numbers(indicator: &Indicator, path: &str, cube: &Cube, problems: &mut Problems) {
    let lowest = if indicator.can_be_negative { f64::NEG_INFINITY } else { 0.0 };
    let highest =
        if indicator.measure == Measure::Share && indicator.is_percent() { 100.0 } else { f64::INFINITY };
    for area in cube.areas() {
        for (period, value) in cube.periods().iter().zip(cube.series(area).unwrap_or_default()) {
            let Some(number) = value.number() else { continue };
            if number < lowest || number > highest {
                let allowed = match highest.is_finite() {
                    true => format!("{lowest} to {highest}"),
                    false => format!("{lowest} or more"),
                };
                problems
                    .add(format!("{path}: {area} has the value {number} in {period}, allowed is {allowed}."));
            }
        }
    }
}
