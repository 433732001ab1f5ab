//! `measure decompose`: separation between larger areas, and inside them.

use super::counts::Columns;
use super::record::Record;
use crate::publish::PublishError;
use crate::stats::decomposition::{Parts, nested, within};
use clap::Args;
use std::collections::HashMap;
use std::path::PathBuf;

/// Takes the mutual information M and the information theory index H apart: between larger areas and within them.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Persons by area: a CSV file.
    #[arg(long, value_name = "FILE")]
    counts: PathBuf,
    #[command(flatten)]
    columns: Columns,
    /// The columns with the larger areas, from the largest down.
    #[arg(long, value_delimiter = ',', required = true, value_name = "COLUMN")]
    within: Vec<String>,
}

pub(super) fn records(arguments: &Arguments) -> Result<Vec<Record>, PublishError> {
    let loaded = arguments.columns.load(&arguments.counts, &arguments.within)?;
    let mut records = Vec::new();
    for part in &loaded.parts {
        let columns: Vec<Vec<String>> =
            (0..arguments.within.len()).map(|column| column_of(&part.further, column)).collect();
        let levels: Vec<(Vec<usize>, Vec<String>)> = columns.iter().map(|column| numbered(column)).collect();
        let places: Vec<&[usize]> = levels.iter().map(|level| level.0.as_slice()).collect();
        let prefix = part.by.as_ref().map(|by| format!("{by} ")).unwrap_or_default();
        let n_areas = Some(part.counts.n_populated());
        let labelled =
            |record: Record, by: &str| Record { by: Some(format!("{prefix}{by}")), n_areas, ..record };
        let found = match nested(&part.counts, &places) {
            Ok(found) => found,
            Err(reason) => {
                let reason = Some(loaded.reason(reason, &[]));
                records.push(labelled(
                    Record { index: "mutual-information".to_owned(), reason, ..Record::default() },
                    "total",
                ));
                continue;
            }
        };
        let both = |parts: Parts| [("mutual-information", parts.m), ("information-theory", parts.h)];
        let finest = arguments.within.last().map(String::as_str).unwrap_or_default();
        let mut add = |parts: Parts, by: &str| {
            records.extend(both(parts).map(|(index, value)| labelled(Record::of(index, value), by)));
        };
        add(found.total, "total");
        for (name, parts) in arguments.within.iter().zip(&found.between) {
            add(*parts, &format!("between {name}"));
        }
        add(found.within, &format!("within {finest}"));
        let Some((own, names)) = levels.last() else { continue };
        let Ok(inside) = within(&part.counts, own) else { continue };
        for inside in inside {
            let by = format!("{finest}={}", names[inside.part]);
            let h = match &inside.h {
                Ok(h) => Record::of("information-theory", *h),
                Err(reason) => Record {
                    index: "information-theory".to_owned(),
                    reason: Some(reason.to_string()),
                    ..Record::default()
                },
            };
            let own = [
                Record::of("mutual-information", inside.m),
                h,
                Record::of("share-of-persons", inside.share),
                Record::of("entropy-ratio", inside.entropy_ratio),
            ];
            records.extend(own.map(|record| Record { n_areas: None, ..labelled(record, &by) }));
        }
    }
    Ok(records)
}

fn column_of(further: &[Vec<String>], column: usize) -> Vec<String> {
    further.iter().map(|cells| cells[column].clone()).collect()
}

/// Names as numbers in the order they are met, and the name of each number.
fn numbered(names: &[String]) -> (Vec<usize>, Vec<String>) {
    let mut number_of: HashMap<&str, usize> = HashMap::new();
    let mut met = Vec::new();
    let numbers = names
        .iter()
        .map(|name| {
            *number_of.entry(name).or_insert_with(|| {
                met.push(name.clone());
                met.len() - 1
            })
        })
        .collect();
    (numbers, met)
}
