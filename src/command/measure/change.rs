//! `measure change`: why separation changed from one table to another.

use super::counts::{Columns, Loaded, Part};
use super::record::Record;
use crate::publish::PublishError;
use crate::stats::decomposition::change;
use clap::Args;
use std::collections::HashMap;
use std::path::PathBuf;

/// Takes the change of the mutual information M from one file to another apart (Elbers 2021).
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Persons by area before: a CSV file.
    #[arg(long, value_name = "FILE")]
    counts: PathBuf,
    /// Persons by area after: a CSV file with the same columns.
    #[arg(long, value_name = "FILE")]
    counts2: PathBuf,
    #[command(flatten)]
    columns: Columns,
    /// How near proportional fitting has to come to every marginal share.
    #[arg(long, default_value_t = 1e-12)]
    tolerance: f64,
}

pub(super) fn records(arguments: &Arguments) -> Result<Vec<Record>, PublishError> {
    if arguments.tolerance.is_nan() || arguments.tolerance <= 0.0 {
        return Err(PublishError::bad(format!("--tolerance is {}; it is above 0.", arguments.tolerance)));
    }
    let first = arguments.columns.load(&arguments.counts, &[])?;
    let second = arguments.columns.load(&arguments.counts2, &[])?;
    let mut records = Vec::new();
    for before in &first.parts {
        let Some(after) = second.parts.iter().find(|after| after.by == before.by) else {
            let by = before.by.clone().unwrap_or_default();
            return Err(PublishError::bad(format!(
                "{} has no rows for \"{by}\", which {} has.",
                second.file, first.file
            )));
        };
        records.extend(of_parts(before, after, arguments.tolerance, &first));
    }
    Ok(records)
}

fn of_parts(before: &Part, after: &Part, tolerance: f64, loaded: &Loaded) -> Vec<Record> {
    let place_after: HashMap<&str, usize> =
        after.areas.iter().enumerate().map(|(place, area)| (area.as_str(), place)).collect();
    let areas: Vec<(usize, usize)> = before
        .areas
        .iter()
        .enumerate()
        .filter_map(|(place, area)| Some((place, *place_after.get(area.as_str())?)))
        .collect();
    let groups: Vec<(usize, usize)> = (0..before.counts.n_groups()).map(|group| (group, group)).collect();
    let labelled = |record: Record| Record { by: before.by.clone(), n_areas: Some(areas.len()), ..record };
    match change(&before.counts, &after.counts, &areas, &groups, tolerance) {
        Ok(change) => [
            ("first", change.first),
            ("second", change.second),
            ("difference", change.difference()),
            ("additions", change.additions),
            ("removals", change.removals),
            ("group-marginal", change.group_marginal),
            ("unit-marginal", change.unit_marginal),
            ("structural", change.structural),
        ]
        .map(|(index, value)| labelled(Record::of(index, value)))
        .into(),
        Err(reason) => {
            let reason = Some(loaded.reason(reason, &[]));
            vec![labelled(Record { index: "difference".to_owned(), reason, ..Record::default() })]
        }
    }
}
