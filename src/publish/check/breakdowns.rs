//! Tables by breakdown: the categories that the catalogue describes, the areas and periods of the table they divide, and
//! numbers that can be together with its own.

use super::super::assemble::Files;
use super::super::error::Problems;
use super::parents::{Parts, fault};
use super::read;
use super::tables::{Cubes, numbers};
use crate::model::json_stat::Dataset;
use crate::model::{BrokenDown, Catalogue, Cube, Indicator, Measure, TableEntry, Value, paths};
use rayon::prelude::*;

/// Holds every table by breakdown against the catalogue and the table that it divides.
pub(super) fn check(files: &Files, catalogue: &Catalogue, cubes: &Cubes, problems: &mut Problems) {
    let of_indicator = |indicator: &Indicator| {
        let mut problems = Problems::default();
        for entry in &indicator.tables {
            let Some(whole) = cubes.get(&(indicator.slug.clone(), entry.level, entry.vintage)) else {
                continue;
            };
            for id in &entry.breakdowns {
                let path = paths::by_breakdown(&indicator.slug, entry.level, entry.vintage, id);
                match broken_down(files, catalogue, &path, id) {
                    Ok(found) => against_whole(indicator, entry, &path, &found, whole, &mut problems),
                    Err(problem) => problems.add(problem),
                }
            }
        }
        problems
    };
    let of_indicators: Vec<Problems> = catalogue.indicators.par_iter().map(of_indicator).collect();
    of_indicators.into_iter().for_each(|of_indicator| problems.merge(of_indicator));
}

/// The table, once its categories are some of the breakdown's, in its order.
fn broken_down(files: &Files, catalogue: &Catalogue, path: &str, id: &str) -> Result<BrokenDown, String> {
    let described = catalogue
        .breakdown(id)
        .ok_or_else(|| format!("{path}: the catalogue does not describe the breakdown “{id}”."))?;
    let dataset: Dataset = read(files, path)?;
    let found = dataset.into_broken_down(id).map_err(|error| format!("{path}: {error}."))?;
    let mut known = described.categories.iter().map(|category| category.id.as_str());
    // `any` goes on where it stopped, so that the order is checked as well.
    if let Some((unknown, _)) = found.categories.iter().find(|(id, _)| !known.any(|known| known == id)) {
        return Err(format!(
            "{path}: the category “{unknown}” is not one of the breakdown “{id}”, or stands in another order."
        ));
    }
    Ok(found)
}

fn against_whole(
    indicator: &Indicator,
    entry: &TableEntry,
    path: &str,
    found: &BrokenDown,
    whole: &Cube,
    problems: &mut Problems,
) {
    for (id, cube) in &found.categories {
        // A table of many categories may be of some of the periods only.
        let is_known = cube.periods().iter().all(|period| whole.periods().contains(period));
        if cube.areas() != whole.areas() || !is_known {
            let table = paths::history(&indicator.slug, entry.level, entry.vintage);
            problems.add(format!("{path}: “{id}” has other areas or periods than {table}."));
            return;
        }
        numbers(indicator, path, cube, problems);
    }
    let Some((_, first)) = found.categories.first() else { return };
    let cells =
        first.areas().iter().flat_map(|area| first.periods().iter().map(move |period| (area, period)));
    for (at, (area, period)) in cells.enumerate() {
        let parts = found.categories.iter().map(|(_, cube)| cube.values()[at].number());
        let parts = parts.collect::<Option<Vec<f64>>>().map(|parts| Parts::of(&parts));
        let number = whole.value(area, *period).and_then(Value::number);
        let (Some(parts), Some(number)) = (parts, number) else { continue };
        // Persons who are in no category, since their age or education is unknown, are fewer than a sum can hide.
        let fault = match indicator.measure {
            Measure::Median => None,
            _ => fault(indicator, &parts, number),
        };
        problems.extend(
            fault.map(|fault| format!("{path}: {area} has {number} in {period}, its categories {fault}.")),
        );
    }
}
