//! Shares with published parts: the table of counts and its groups exist, and every share is theirs as shown.

use super::super::assemble::Files;
use super::super::error::Problems;
use super::read;
use super::tables::Cubes;
use crate::model::json_stat::Dataset;
use crate::model::{About, AreaCounts, Catalogue, Flags, Indicator, Measure, ShareParts, TableEntry, paths};
use rayon::prelude::*;

/// Holds the shares of every indicator that names its parts against them.
pub(super) fn check(files: &Files, catalogue: &Catalogue, cubes: &Cubes, problems: &mut Problems) {
    let of_indicator = |indicator: &Indicator| {
        let mut problems = Problems::default();
        let about = read::<About>(files, &paths::about(&indicator.slug)).ok();
        if let Some(parts) = about.and_then(|about| about.parts) {
            match with_parts(files, catalogue, cubes, indicator, &parts) {
                Ok(faults) => problems.extend(faults),
                Err(problem) => problems.add(problem),
            }
        }
        problems
    };
    let all: Vec<Problems> = catalogue.indicators.par_iter().map(of_indicator).collect();
    all.into_iter().for_each(|of_indicator| problems.merge(of_indicator));
}

fn with_parts(
    files: &Files,
    catalogue: &Catalogue,
    cubes: &Cubes,
    indicator: &Indicator,
    parts: &ShareParts,
) -> Result<Vec<String>, String> {
    let (path, ShareParts { table, groups }) = (paths::about(&indicator.slug), parts);
    if indicator.measure != Measure::Share || !indicator.is_percent() {
        return Err(format!("{path}: names the parts of a share, but is no share in percent."));
    }
    let counts = catalogue
        .counts(table)
        .ok_or_else(|| format!("{path}: the catalogue has no table of counts “{table}”."))?;
    if let Some(unknown) = groups.iter().find(|id| counts.group(id).is_none()) {
        return Err(format!("{path}: the table of counts “{table}” has no group “{unknown}”."));
    }
    let mut faults = Vec::new();
    for entry in &indicator.tables {
        let Some(cube) = cubes.get(&(indicator.slug.clone(), entry.level, entry.vintage)) else { continue };
        let Some(of) = counts.table_for(entry.level).filter(|of| is_of(of, entry)) else { continue };
        for period in of.periods.iter().filter(|period| entry.periods.contains(period)) {
            let dataset: Dataset = read(files, &paths::counts(table, of.level, of.vintage, *period))?;
            let Ok(persons) = dataset.into_counts(of.level, of.vintage) else { continue };
            let shares = cube.areas().iter().map(|code| cube.value(code, *period));
            for (code, value) in cube.areas().iter().zip(shares) {
                let Some(value) = value.filter(|value| !value.flags().contains(Flags::ESTIMATED)) else {
                    continue;
                };
                let Some(number) = value.number() else { continue };
                faults.extend(fault(indicator, &persons, groups, code, number));
            }
        }
    }
    Ok(faults)
}

/// Whether counts are of the areas of a table: of the same vintage, or of the municipalities that its areas consist of.
fn is_of(counts: &TableEntry, table: &TableEntry) -> bool {
    counts.level != table.level || counts.vintage == table.vintage
}

fn fault(
    indicator: &Indicator,
    persons: &AreaCounts,
    groups: &[String],
    code: &crate::model::AreaCode,
    number: f64,
) -> Option<String> {
    let (members, all) = persons.share_of(groups, code)?;
    let share = 100.0 * members / all;
    let half = 0.5 * 10_f64.powi(-i32::from(indicator.decimals)) + 1e-9;
    let (slug, period) = (&indicator.slug, persons.period);
    (all > 0.0 && (share - number).abs() > half).then(|| {
        format!(
            "{}: {code} has {number} in {period}, its counts make {members} of {all}, which is {share:.4}.",
            paths::about(slug)
        )
    })
}
