//! Tables of counts: all areas of the level, the groups that the catalogue lists, and persons of larger areas that are
//! those of their parts within the source's noise.

use super::super::assemble::Files;
use super::super::error::Problems;
use super::parents::{adds_up, is_larger};
use super::{Areas, read};
use crate::model::json_stat::Dataset;
use crate::model::{AreaCode, AreaCounts, Catalogue, CountsTable, Period, TableEntry, paths};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Holds every table of counts against the catalogue, the lists of areas, and the tables of larger areas.
pub(super) fn check(files: &Files, catalogue: &Catalogue, areas: &Areas, problems: &mut Problems) {
    let of_table = |table: &CountsTable| {
        let mut problems = Problems::default();
        let mut read: BTreeMap<Period, Vec<AreaCounts>> = BTreeMap::new();
        for entry in &table.tables {
            for period in &entry.periods {
                match counts(files, table, entry, *period, areas) {
                    Ok(counts) => read.entry(*period).or_default().push(counts),
                    Err(problem) => problems.add(problem),
                }
            }
        }
        for of_period in read.values() {
            problems.extend(sums(&table.id, of_period, areas));
        }
        problems
    };
    let of_tables: Vec<Problems> = catalogue.counts.par_iter().map(of_table).collect();
    of_tables.into_iter().for_each(|of_table| problems.merge(of_table));
}

fn counts(
    files: &Files,
    table: &CountsTable,
    entry: &TableEntry,
    period: Period,
    areas: &Areas,
) -> Result<AreaCounts, String> {
    let path = paths::counts(&table.id, entry.level, entry.vintage, period);
    let dataset: Dataset = read(files, &path)?;
    let counts =
        dataset.into_counts(entry.level, entry.vintage).map_err(|error| format!("{path}: {error}."))?;
    let listed = areas.get(&(entry.level, entry.vintage)).map(|areas| &areas.codes);
    if Some(&counts.areas) != listed {
        let (found, level) = (counts.areas.len(), entry.level);
        let allowed = listed.map_or(0, Vec::len);
        return Err(format!("{path} has {found} areas, which are not the {allowed} of the level {level}."));
    }
    if !counts.groups.iter().eq(table.groups.iter().map(|group| &group.id)) {
        let found = counts.groups.join(", ");
        return Err(format!("{path} has the groups {found}, which are not those of the catalogue."));
    }
    if counts.period != period {
        return Err(format!("{path} is for {}, its path says {period}.", counts.period));
    }
    Ok(counts)
}

/// Where persons of a larger area are not those of its parts.
fn sums(id: &str, tables: &[AreaCounts], areas: &Areas) -> Vec<String> {
    let mut faults = Vec::new();
    for counts in tables {
        let Some(list) = areas.get(&(counts.level, counts.vintage)) else { continue };
        let larger = tables.iter().find(|larger| {
            let has = |parent: &AreaCode| larger.areas.binary_search(parent).is_ok();
            is_larger((larger.level, larger.vintage), (counts.level, counts.vintage))
                && list.parents.iter().all(has)
        });
        let Some(larger) = larger else { continue };
        let n_groups = counts.groups.len();
        let mut sums = vec![0.0; larger.cells.len()];
        for (at, parent) in list.parents.iter().enumerate() {
            let Ok(parent) = larger.areas.binary_search(parent) else { continue };
            for (group, persons) in counts.area(at).iter().enumerate() {
                sums[parent * n_groups + group] += persons;
            }
        }
        let (level, period) = (counts.level, counts.period);
        for (at, (sum, whole)) in sums.iter().zip(&larger.cells).enumerate() {
            // A larger area without any part has nothing to add up.
            if *sum > 0.0 && !adds_up(*sum, *whole) {
                let (area, group) = (&larger.areas[at / n_groups], &counts.groups[at % n_groups]);
                faults.push(format!(
                    "counts/{id}: in {period} {area} has {whole} persons of “{group}”, its areas of level {level} add up \
                     to {sum}."
                ));
            }
        }
    }
    faults
}
