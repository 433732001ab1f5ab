//! `measure`, `measure local` and `measure ordered`: indices of the registry on a table of counts.

use super::counts::{Columns, Loaded, Part};
use super::geometry::{Boundaries, GeometryArguments, Measures};
use super::record::Record;
use crate::publish::PublishError;
use crate::stats::resampling::{Resampler, Scheme, basic_interval};
use crate::stats::segregation::{
    Base, Comparison, Compute, Contiguity, DecaySums, Evaluation, Family, Geometry, INDICES, IndexInfo,
    Options, Row, Variant, index,
};
use clap::{Args, ValueEnum};
use rayon::prelude::*;
use std::path::PathBuf;

/// What to compute from which counts.
#[derive(Debug, Args)]
pub(super) struct IndexArguments {
    /// Persons by area: a CSV file.
    // Optional only to the eye of the parser: a task in its place makes it superfluous.
    #[arg(long, required = true, value_name = "FILE")]
    counts: Option<PathBuf>,
    #[command(flatten)]
    columns: Columns,
    #[command(flatten)]
    geometry: GeometryArguments,
    /// Which indices, by id (see `measure list`).
    #[arg(long, value_delimiter = ',', default_value = "all", value_name = "all|ID,ID")]
    index: Vec<String>,
    /// Atkinson's b, between 0 and 1.
    #[arg(long, default_value_t = 0.5, allow_hyphen_values = true)]
    b: f64,
    /// Radii of the spatial information theory index, in metres.
    #[arg(long, value_delimiter = ',', value_name = "METRES", allow_hyphen_values = true)]
    radius: Vec<f64>,
    /// The logarithm of entropies.
    #[arg(long, value_enum, default_value_t = LogBase::E)]
    base: LogBase,
    /// When areas are neighbours: with a common border, or with a common point too.
    #[arg(long, value_enum, default_value_t = Touch::Rook)]
    contiguity: Touch,
    /// Adds 95 % bootstrap intervals: how far chance could have moved the value.
    #[arg(long)]
    interval: bool,
    /// Replicates of intervals and of indices that correct for chance.
    #[arg(long)]
    replicates: Option<u64>,
    /// Seed of the replicates.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Whose conventions apply, where other software differs.
    #[arg(long, value_enum)]
    variant: Option<Software>,
    /// Order of the polynomial of the rank-order indices.
    #[arg(long)]
    order: Option<usize>,
}

/// Which side of the registry is asked for when no index is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One number for all areas.
    Plain,
    /// One number for each area.
    Local,
    /// Groups in an order.
    Ordered,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LogBase {
    /// Natural.
    E,
    /// Binary.
    #[value(name = "2")]
    Two,
}

/// When areas are neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Touch {
    /// A common border.
    Rook,
    /// A common border or point.
    Queen,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Software {
    /// PySAL segregation 2.5.4.
    #[value(name = "pysal-2-5")]
    Pysal25,
}

/// Replicates of an interval when none are asked for.
const REPLICATES: u64 = 1_000;

/// The records of all indices asked for, part by part.
pub(super) fn records(arguments: &IndexArguments, kind: Kind) -> Result<Vec<Record>, PublishError> {
    let options = arguments.options()?;
    let Some(counts) = &arguments.counts else {
        return Err(PublishError::bad("Say what to measure: --counts FILE …, or a task; see --help."));
    };
    let loaded = arguments.columns.load(counts, &[])?;
    let indices = arguments.chosen(kind, &loaded)?;
    let boundaries = arguments.geometry.load()?;
    if let Some(boundaries) = &boundaries {
        let areas = loaded.parts.iter().flat_map(|part| part.areas.iter().map(String::as_str));
        boundaries.check(areas, &loaded.file)?;
    }
    let mut records = Vec::new();
    for part in &loaded.parts {
        records.extend(arguments.of_part(part, &loaded, boundaries.as_ref(), &indices, &options));
    }
    Ok(records)
}

impl IndexArguments {
    fn options(&self) -> Result<Options, PublishError> {
        if !(self.b > 0.0 && self.b < 1.0) {
            return Err(PublishError::bad(format!(
                "--b is {}; it lies between 0 and 1, ends not included.",
                self.b
            )));
        }
        if let Some(radius) = self.radius.iter().find(|radius| !(**radius > 0.0 && radius.is_finite())) {
            return Err(PublishError::bad(format!("--radius is {radius}; a radius is above 0 metres.")));
        }
        if self.replicates == Some(0) {
            return Err(PublishError::bad("--replicates is 0; at least one is needed."));
        }
        let default = Options::default();
        Ok(Options {
            b: self.b,
            radii: if self.radius.is_empty() { default.radii } else { self.radius.clone() },
            base: match self.base {
                LogBase::E => Base::E,
                LogBase::Two => Base::Two,
            },
            contiguity: match self.contiguity {
                Touch::Rook => Contiguity::Rook,
                Touch::Queen => Contiguity::Queen,
            },
            order: self.order,
            replicates: self.replicates.unwrap_or(default.replicates),
            seed: self.seed,
            variant: match self.variant {
                None => Variant::Standard,
                Some(Software::Pysal25) => Variant::Pysal25,
            },
            ..default
        })
    }

    /// The indices named, or those of the kind that the input suffices for.
    fn chosen(&self, kind: Kind, loaded: &Loaded) -> Result<Vec<&'static IndexInfo>, PublishError> {
        if self.index.iter().any(|id| id == "all") {
            let fits = |index: &&IndexInfo| {
                let of_kind = match index.family {
                    Family::Local => kind == Kind::Local,
                    Family::Ordered => kind == Kind::Ordered,
                    _ => kind == Kind::Plain,
                };
                of_kind && (self.geometry.geometry.is_some() || !index.needs().geometry)
            };
            return Ok(INDICES.iter().filter(fits).collect());
        }
        self.index
            .iter()
            .map(|id| {
                let found = index(id).ok_or_else(|| {
                    let near = INDICES.iter().max_by(|a, b| {
                        strsim::jaro_winkler(a.id, id).total_cmp(&strsim::jaro_winkler(b.id, id))
                    });
                    let near = near.map(|near| near.id).unwrap_or_default();
                    PublishError::bad(format!(
                        "There is no index \"{id}\"; did you mean {near}? `measure list` has all."
                    ))
                })?;
                if found.needs().ordered && loaded.comparison != Comparison::AllGroups {
                    return Err(PublishError::bad(format!(
                        "{id} compares groups in an order: --groups low,…,high."
                    )));
                }
                Ok(found)
            })
            .collect()
    }

    fn of_part(
        &self,
        part: &Part,
        loaded: &Loaded,
        boundaries: Option<&Boundaries>,
        indices: &[&IndexInfo],
        options: &Options,
    ) -> Vec<Record> {
        let measures = boundaries.map(|boundaries| boundaries.of(&part.areas));
        let geometry = measures.as_ref().map_or_else(Geometry::default, Measures::geometry);
        let mut evaluation = Evaluation::new(&part.counts, loaded.comparison, geometry, options);
        let decays =
            boundaries.is_some() && indices.iter().any(|index| matches!(index.compute, Compute::Decay(_)));
        if let Some(sums) = decays.then(|| decay_sums(&evaluation, &geometry)).flatten() {
            evaluation = evaluation.with_decay_sums(sums);
        }
        let rows: Vec<(&IndexInfo, Row)> = indices
            .iter()
            .flat_map(|index| evaluation.of(index).into_iter().map(move |row| (*index, row)))
            .collect();
        let intervals = if self.interval { self.intervals(part, loaded, options, &rows) } else { Vec::new() };
        let empty = part.counts.n_areas() - part.counts.n_populated();
        let mut records = Vec::with_capacity(rows.len());
        for (place, (index, row)) in rows.into_iter().enumerate() {
            let mut warnings = Vec::new();
            if empty > 0 && row.area.is_none() {
                warnings.push(format!("{empty} areas have no persons"));
            }
            if index.needs().geometry {
                warnings.extend(boundaries.iter().flat_map(|boundaries| boundaries.warnings.clone()));
            }
            let interval = match intervals.get(place) {
                Some(Ok(interval)) => Some(*interval),
                Some(Err(why)) => {
                    warnings.push(format!("no interval: {why}"));
                    None
                }
                None => None,
            };
            let (value, reason) = match row.value {
                Ok(value) => (Some(value), None),
                Err(reason) => (None, Some(loaded.reason(reason, &row.groups))),
            };
            records.push(Record {
                index: index.id.to_owned(),
                by: part.by.clone(),
                groups: row.groups.iter().map(|&group| loaded.groups[group].clone()).collect(),
                area: row.area.map(|area| part.areas[area].clone()),
                radius: row.radius,
                value,
                interval,
                n_areas: row.area.is_none().then(|| part.counts.n_populated()),
                reason,
                warnings,
                ..Record::default()
            });
        }
        records
    }

    /// The interval of each row, or why there is none; all replicates serve all rows.
    fn intervals(
        &self,
        part: &Part,
        loaded: &Loaded,
        options: &Options,
        rows: &[(&IndexInfo, Row)],
    ) -> Vec<Result<[f64; 2], String>> {
        let resampler = match Resampler::new(&part.counts, Scheme::WithinAreas, self.seed) {
            Ok(resampler) => resampler,
            Err(reason) => return vec![Err(reason.to_string()); rows.len()],
        };
        let mut resampled: Vec<&IndexInfo> = Vec::new();
        for (index, _) in rows.iter().filter(|(index, _)| is_resampled(index)) {
            if !resampled.iter().any(|known| known.id == index.id) {
                resampled.push(index);
            }
        }
        let replicate = |number: u64| -> Vec<Option<f64>> {
            let mut table = resampler.blank();
            resampler.draw(number, &mut table);
            let evaluation = Evaluation::new(&table, loaded.comparison, Geometry::default(), options);
            resampled.iter().flat_map(|index| evaluation.of(index)).map(|row| row.value.ok()).collect()
        };
        let n = self.replicates.unwrap_or(REPLICATES);
        let replicates: Vec<Vec<Option<f64>>> = (0..n).into_par_iter().map(replicate).collect();
        let mut place = 0;
        rows.iter()
            .map(|(index, row)| {
                if !is_resampled(index) {
                    return Err("it is not resampled".to_owned());
                }
                let values: Option<Vec<f64>> = replicates.iter().map(|values| values[place]).collect();
                place += 1;
                let value = row.value.map_err(|_| "it has no value".to_owned())?;
                let values = values.ok_or("some replicates have no value")?;
                let found = basic_interval(value, &values, 0.95).ok_or("there are no replicates")?;
                Ok([found.low, found.high])
            })
            .collect()
    }
}

/// An index that corrects for chance has no bootstrap of its own, and spatial ones would take hours.
fn is_resampled(index: &IndexInfo) -> bool {
    let counted = matches!(
        index.compute,
        Compute::Groups(_) | Compute::Ordered(_) | Compute::TwoGroup(_) | Compute::Exposure(_)
    );
    let corrects = ["bias-corrected", "density-corrected", "carrington-troske"];
    counted && !corrects.iter().any(|start| index.id.starts_with(start))
}

/// The sums over all pairs of areas, piece by piece on all processors; nothing where geometry is missing, which the
/// indices then say.
fn decay_sums(evaluation: &Evaluation<'_>, geometry: &Geometry<'_>) -> Option<DecaySums> {
    const AREAS_A_PIECE: usize = 128;
    let counts = evaluation.compared();
    let starts: Vec<usize> = (0..counts.n_areas()).step_by(AREAS_A_PIECE).collect();
    let pieces: Result<Vec<DecaySums>, _> = starts
        .into_par_iter()
        .map(|start| {
            DecaySums::of_rows(counts, geometry, start..(start + AREAS_A_PIECE).min(counts.n_areas()))
        })
        .collect();
    pieces.ok().map(|pieces| DecaySums::joined(&pieces))
}
