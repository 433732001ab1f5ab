//! `measure classify`: the limits of a choropleth's classes.

use super::record::Record;
use super::table::Table;
use crate::publish::PublishError;
use crate::stats::classification::{Classification, Method};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Divides values into classes, as the map does.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The values: a CSV file.
    #[arg(long, value_name = "FILE")]
    values: PathBuf,
    /// The column with the value; empty cells are left out.
    #[arg(long)]
    column: String,
    /// How limits are chosen.
    #[arg(long, value_enum)]
    method: MethodName,
    /// Number of classes.
    #[arg(long, default_value_t = 5)]
    classes: usize,
    /// The limits of the manual method.
    #[arg(long, value_delimiter = ',', allow_hyphen_values = true, required_if_eq("method", "manual"))]
    breaks: Vec<f64>,
    /// The centre of the diverging method.
    #[arg(long, allow_hyphen_values = true, required_if_eq("method", "diverging"))]
    center: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum MethodName {
    #[value(alias = "quantiles")]
    Quantile,
    EqualInterval,
    #[value(alias = "jenks", alias = "fisher-jenks")]
    NaturalBreaks,
    #[value(alias = "std")]
    StandardDeviation,
    HeadTail,
    #[value(alias = "pretty")]
    Rounded,
    Manual,
    Diverging,
}

/// A record `break` for each limit, then a record `class` for each class: its number, its limits (those of the values
/// at the ends) and how many values it holds.
pub(super) fn records(arguments: &Arguments) -> Result<Vec<Record>, PublishError> {
    if arguments.classes == 0 {
        return Err(PublishError::bad("--classes is 0; at least one class is needed."));
    }
    for (given, option, method) in [
        (!arguments.breaks.is_empty(), "--breaks", MethodName::Manual),
        (arguments.center.is_some(), "--center", MethodName::Diverging),
    ] {
        if given && arguments.method != method {
            let method =
                method.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
            return Err(PublishError::bad(format!(
                "{option} belongs to --method {method}, which is not asked for."
            )));
        }
    }
    let table = Table::read(&arguments.values)?;
    let column = table.column(&arguments.column)?;
    let cells =
        table.rows().iter().map(|row| table.number_or_absent(row, column)).collect::<Result<Vec<_>, _>>()?;
    let values: Vec<f64> = cells.iter().flatten().copied().collect();
    let (Some(least), Some(greatest)) =
        (values.iter().copied().reduce(f64::min), values.iter().copied().reduce(f64::max))
    else {
        let name = &arguments.column;
        return Err(PublishError::bad(format!("{}, column \"{name}\": every cell is empty.", table.file)));
    };
    let classes = Classification::of(&values, arguments.method(), arguments.classes);
    let mut warnings = Vec::new();
    if cells.len() > values.len() {
        warnings.push(format!("{} rows without a value are left out", cells.len() - values.len()));
    }
    let limits = classes.breaks().iter().map(|&limit| Record::of("break", limit));
    let counted = classes.counts(&values).into_iter().enumerate().map(|(class, n_areas)| {
        let (low, high) = classes.limits_of(class);
        let interval = Some([low.unwrap_or(least), high.unwrap_or(greatest)]);
        let n_areas = Some(n_areas);
        Record { interval, n_areas, warnings: warnings.clone(), ..Record::of("class", class as f64 + 1.0) }
    });
    Ok(limits.chain(counted).collect())
}

impl Arguments {
    fn method(&self) -> Method {
        match self.method {
            MethodName::Quantile => Method::Quantile,
            MethodName::EqualInterval => Method::EqualInterval,
            MethodName::NaturalBreaks => Method::NaturalBreaks,
            MethodName::StandardDeviation => Method::StandardDeviation,
            MethodName::HeadTail => Method::HeadTail,
            MethodName::Rounded => Method::Rounded,
            MethodName::Manual => Method::Manual(self.breaks.clone()),
            MethodName::Diverging => Method::Diverging { center: self.center.unwrap_or_default() },
        }
    }
}
