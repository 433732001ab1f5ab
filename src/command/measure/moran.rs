//! `measure moran`: whether near areas are alike.

use super::crs::Crs;
use super::geometry::Boundaries;
use super::indices::Touch;
use super::record::Record;
use super::table::Table;
use crate::publish::PublishError;
use crate::stats::multiple_tests::benjamini_hochberg;
use crate::stats::normal::two_sided;
use crate::stats::spatial::{
    Autocorrelation, EarlyStopping, LocalPermutation, MoranPermutation, NoAutocorrelation, Quadrant,
    Standard, Weights, geary, getis_ord, local_geary, local_moran, moran, standardised_rates,
};
use clap::Args;
use rayon::prelude::*;
use std::collections::HashSet;
use std::path::PathBuf;

/// Moran's I and Geary's C of all areas, and local Moran, local Geary and G* of each.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The boundaries of the areas: a GeoJSON file.
    #[arg(long, value_name = "FILE")]
    geometry: PathBuf,
    /// The property of the boundaries with the area's code.
    #[arg(long, value_name = "PROPERTY")]
    key: String,
    /// The values of the areas: a CSV file.
    #[arg(long, value_name = "FILE")]
    values: PathBuf,
    /// The column with the area's code; without it, the column named as the property, else the first one that holds
    /// the codes of the boundaries.
    #[arg(long, value_name = "COLUMN")]
    area: Option<String>,
    /// The column with the value.
    #[arg(long, required_unless_present = "numerator")]
    column: Option<String>,
    /// The column with the persons concerned: their share, standardised for the number of persons, is the value.
    #[arg(long, requires = "denominator", conflicts_with = "column", value_name = "COLUMN")]
    numerator: Option<String>,
    /// The column with all persons.
    #[arg(long, requires = "numerator", value_name = "COLUMN")]
    denominator: Option<String>,
    /// When areas are neighbours: with a common border or point, or only with a border.
    #[arg(long, value_enum, default_value_t = Touch::Queen)]
    contiguity: Touch,
    /// Whether links count one each, instead of each area's together one.
    #[arg(long)]
    binary: bool,
    /// At most so many shuffles for p-values; without them the global ones are those of theory. Those of all areas
    /// stop where a p-value is known to about three percent of itself.
    #[arg(long, default_value_t = 0)]
    permutations: u64,
    /// Seed of the shuffles.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// The areas that have a value.
struct Values {
    areas: Vec<String>,
    values: Vec<f64>,
    warnings: Vec<String>,
}

/// Blocks of shuffles between two looks at whether they are enough.
const BLOCKS_AT_A_TIME: usize = 16;

pub(super) fn records(arguments: &Arguments) -> Result<Vec<Record>, PublishError> {
    // Only who touches whom is used, which no projection changes.
    let boundaries = Boundaries::read(&arguments.geometry, &arguments.key, &Crs::Planar, &[])
        .or_else(|_| Boundaries::read(&arguments.geometry, &arguments.key, &Crs::Auto, &[]))?;
    let table = Table::read(&arguments.values)?;
    let values = arguments.values(&table, &boundaries)?;
    let links = boundaries.of(&values.areas);
    let standard = if arguments.binary { Standard::Binary } else { Standard::Rows };
    let links = links.links(arguments.contiguity == Touch::Queen);
    let weights = Weights::new(values.areas.len(), links, standard)
        .map_err(|error| PublishError::bad(format!("{}: {error}.", boundaries.file)))?;
    let mut records = arguments.global(&values, &weights);
    records.extend(arguments.local(&values, &weights));
    Ok(records)
}

impl Arguments {
    fn values(&self, table: &Table, boundaries: &Boundaries) -> Result<Values, PublishError> {
        let codes = self.codes(table, boundaries)?;
        let mut first_row: std::collections::HashMap<&str, u64> = std::collections::HashMap::new();
        for row in table.rows() {
            let code = table.text(row, codes)?;
            if let Some(earlier) = first_row.insert(code, row.line) {
                return Err(table.fault(
                    row,
                    codes,
                    &format!("area \"{code}\" has a row already, row {earlier}"),
                ));
            }
        }
        // A file of values may be about a part of a larger map.
        let n_beyond = boundaries.without_row(first_row.keys().copied(), &table.file)?.len();
        let mut found = Values { areas: Vec::new(), values: Vec::new(), warnings: Vec::new() };
        if n_beyond > 0 {
            found.warnings.push(format!("{n_beyond} areas with boundaries have no row and are left out"));
        }
        let mut absent = 0;
        let mut persons = Vec::new();
        for row in table.rows() {
            let value = match (&self.column, &self.numerator, &self.denominator) {
                (Some(column), ..) => table.number_or_absent(row, table.column(column)?)?,
                (None, Some(numerator), Some(denominator)) => {
                    let (numerator, denominator) = (table.column(numerator)?, table.column(denominator)?);
                    let (events, all) = (table.number(row, numerator)?, table.number(row, denominator)?);
                    if !(0.0..=all).contains(&events) {
                        let what = format!(
                            "{events} is not between 0 and the {all} of column \"{}\"",
                            table.columns()[denominator]
                        );
                        return Err(table.fault(row, numerator, &what));
                    }
                    if all > 0.0 {
                        persons.push(all);
                    }
                    (all > 0.0).then_some(events)
                }
                _ => None,
            };
            match value {
                Some(value) => {
                    found.areas.push(table.text(row, codes)?.to_owned());
                    found.values.push(value);
                }
                None => absent += 1,
            }
        }
        if self.numerator.is_some() {
            found.values = standardised_rates(&found.values, &persons).ok_or_else(|| {
                PublishError::bad(format!("{}: nobody is counted in the numerator anywhere.", table.file))
            })?;
        }
        if absent > 0 {
            found
                .warnings
                .push(format!("{absent} areas without a value are left out, and neighbours are those left"));
        }
        Ok(found)
    }

    /// The column with the areas' codes.
    fn codes(&self, table: &Table, boundaries: &Boundaries) -> Result<usize, PublishError> {
        if let Some(area) = &self.area {
            return table.column(area);
        }
        if let Ok(column) = table.column(&self.key) {
            return Ok(column);
        }
        let known: HashSet<&str> = boundaries.codes().collect();
        (0..table.columns().len())
            .find(|&column| {
                table.rows().iter().all(|row| table.text(row, column).is_ok_and(|code| known.contains(code)))
            })
            .ok_or_else(|| {
                PublishError::bad(format!(
                    "{}: no column holds the codes that {} has in \"{}\"; --area names the column.",
                    table.file, boundaries.file, self.key
                ))
            })
    }

    fn global(&self, values: &Values, weights: &Weights) -> Vec<Record> {
        let n_without = (0..weights.n_areas()).filter(|&area| weights.neighbours_of(area).is_empty()).count();
        let mut warnings = values.warnings.clone();
        if n_without > 0 {
            warnings.push(format!("{n_without} areas have no neighbour"));
        }
        let mut records = Vec::new();
        for (id, found) in
            [("moran", moran(&values.values, weights)), ("geary", geary(&values.values, weights))]
        {
            let n_areas = Some(values.areas.len());
            match found {
                Ok(found) => {
                    let p = if id == "moran" { self.shuffled_p(values, weights) } else { None };
                    let p = Some(p.unwrap_or_else(|| two_sided(found.z_normal())));
                    records.push(Record {
                        n_areas,
                        p,
                        warnings: warnings.clone(),
                        ..Record::of(id, found.statistic)
                    });
                    records.extend(theory(id, &found));
                }
                Err(reason) => {
                    records.push(Record { n_areas, warnings: warnings.clone(), ..absent(id, reason) });
                }
            }
        }
        records
    }

    fn shuffled_p(&self, values: &Values, weights: &Weights) -> Option<f64> {
        if self.permutations == 0 {
            return None;
        }
        let shuffles = MoranPermutation::new(&values.values, weights, self.seed).ok()?;
        let block = |nth: u64| {
            let first = nth * MoranPermutation::BLOCK;
            let sides = shuffles.sides(first..(first + MoranPermutation::BLOCK).min(self.permutations));
            sides.collect::<Vec<_>>()
        };
        let n_blocks = self.permutations.div_ceil(MoranPermutation::BLOCK);
        let mut stopping = EarlyStopping::new(self.permutations);
        // Some blocks at a time on all processors, noted in their order: where it stops does not depend on how many.
        for first in (0..n_blocks).step_by(BLOCKS_AT_A_TIME) {
            let last = (first + BLOCKS_AT_A_TIME as u64).min(n_blocks);
            let made: Vec<Vec<(bool, bool)>> = (first..last).into_par_iter().map(block).collect();
            for (is_high, is_low) in made.into_iter().flatten() {
                stopping.note(is_high, is_low);
            }
            if stopping.is_done() {
                break;
            }
        }
        Some(stopping.p_value())
    }

    fn local(&self, values: &Values, weights: &Weights) -> Vec<Record> {
        let Ok(local) = local_moran(&values.values, weights) else { return Vec::new() };
        let gearys = local_geary(&values.values, weights).unwrap_or_default();
        let spots = getis_ord(&values.values, weights).unwrap_or_default();
        let p_values = self.local_p(values, weights);
        let tested: Vec<f64> = p_values.iter().flatten().copied().collect();
        let mut adjusted = benjamini_hochberg(&tested).into_iter();
        let mut records = Vec::new();
        for (place, area) in values.areas.iter().enumerate() {
            let area = Some(area.clone());
            let p = p_values.get(place).copied().flatten();
            let p_adjusted = p.and_then(|_| adjusted.next());
            let Some(found) = local[place] else {
                let reason = Some("the area has no neighbour".to_owned());
                records.push(Record { index: "local-moran".to_owned(), area, reason, ..Record::default() });
                continue;
            };
            let quadrant = match found.quadrant {
                Quadrant::HighHigh => "high among high",
                Quadrant::LowHigh => "low among high",
                Quadrant::LowLow => "low among low",
                Quadrant::HighLow => "high among low",
            };
            let groups = vec![quadrant.to_owned()];
            records.push(Record {
                area: area.clone(),
                groups,
                p,
                p_adjusted,
                ..Record::of("local-moran", found.statistic)
            });
            if let Some(found) = gearys.get(place).copied().flatten() {
                records.push(Record { area: area.clone(), ..Record::of("local-geary", found) });
            }
            if let Some(found) = spots.get(place).copied().flatten() {
                records.push(Record { area, p, p_adjusted, ..Record::of("getis-ord", found) });
            }
        }
        records
    }

    fn local_p(&self, values: &Values, weights: &Weights) -> Vec<Option<f64>> {
        if self.permutations == 0 {
            return Vec::new();
        }
        LocalPermutation::new(&values.values, weights, self.seed)
            .map(|mut shuffles| {
                shuffles.advance(self.permutations);
                shuffles.p_values()
            })
            .unwrap_or_default()
    }
}

fn theory(id: &str, found: &Autocorrelation) -> [Record; 5] {
    [
        ("expected", found.expected),
        ("variance-normal", found.variance_normal),
        ("variance-random", found.variance_random),
        ("z-normal", found.z_normal()),
        ("z-random", found.z_random()),
    ]
    .map(|(what, value)| Record::of(&format!("{id}-{what}"), value))
}

fn absent(id: &str, reason: NoAutocorrelation) -> Record {
    Record { index: id.to_owned(), reason: Some(reason.to_string()), ..Record::default() }
}
