//! `measure rank`: places in order, and how far they can be told apart.

use super::record::Record;
use super::table::Table;
use crate::publish::PublishError;
use crate::stats::rank::{Order, RankSets};
use clap::Args;
use std::path::PathBuf;

/// The rank of every area, with its 95 % rank set as the interval (Mogstad et al. 2024).
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The values: a CSV file.
    #[arg(long, value_name = "FILE")]
    values: PathBuf,
    /// The column with the area's code.
    #[arg(long, value_name = "COLUMN")]
    area: String,
    /// The column with the value.
    #[arg(long, required_unless_present = "numerator")]
    column: Option<String>,
    /// The column with the value's standard error.
    #[arg(long, requires = "column", value_name = "COLUMN")]
    standard_error: Option<String>,
    /// The column with the persons concerned, of whom the share is ranked.
    #[arg(long, requires = "denominator", conflicts_with = "column", value_name = "COLUMN")]
    numerator: Option<String>,
    /// The column with all persons.
    #[arg(long, requires = "numerator", value_name = "COLUMN")]
    denominator: Option<String>,
    /// Whether the least value comes first.
    #[arg(long)]
    lowest_first: bool,
}

pub(super) fn records(arguments: &Arguments) -> Result<Vec<Record>, PublishError> {
    let table = Table::read(&arguments.values)?;
    let column = |name: &Option<String>| name.as_deref().map(|name| table.column(name)).transpose();
    let area = table.column(&arguments.area)?;
    let (value, error) = (column(&arguments.column)?, column(&arguments.standard_error)?);
    let (numerator, denominator) = (column(&arguments.numerator)?, column(&arguments.denominator)?);
    let (mut areas, mut values, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    for row in table.rows() {
        let code = table.text(row, area)?;
        if areas.iter().any(|known| known == code) {
            return Err(table.fault(row, area, &format!("area \"{code}\" has a row already")));
        }
        let (estimate, standard_error) = match (value, numerator, denominator) {
            (Some(value), ..) => {
                let standard_error = error.map(|error| table.number(row, error)).transpose()?.unwrap_or(0.0);
                (table.number(row, value)?, standard_error)
            }
            (None, Some(numerator), Some(denominator)) => {
                let (members, persons) = (table.number(row, numerator)?, table.number(row, denominator)?);
                if !(persons > 0.0 && (0.0..=persons).contains(&members)) {
                    let what = format!("{members} of {persons} persons is no share");
                    return Err(table.fault(row, numerator, &what));
                }
                let share = members / persons;
                (share, (share * (1.0 - share) / persons).sqrt())
            }
            _ => return Err(PublishError::bad("Say --column, or --numerator and --denominator.")),
        };
        if standard_error < 0.0 {
            let what = format!("{standard_error} is negative; a standard error is 0 or more");
            return Err(table.fault(row, error.unwrap_or(area), &what));
        }
        areas.push(code.to_owned());
        values.push(estimate);
        errors.push(standard_error);
    }
    let order = if arguments.lowest_first { Order::LowestFirst } else { Order::HighestFirst };
    let sets = RankSets::new(&values, &errors, order)
        .ok_or_else(|| PublishError::bad(format!("{}: the values cannot be ranked.", table.file)))?;
    let told = error.is_some() || numerator.is_some();
    Ok(areas
        .into_iter()
        .zip(sets.all())
        .map(|(area, set)| Record {
            area: Some(area),
            interval: told.then_some([set.best as f64, set.worst as f64]),
            ..Record::of("rank", set.rank as f64)
        })
        .collect())
}
