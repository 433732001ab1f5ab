//! `measure trend`: how series develop.

use super::record::Record;
use super::table::Table;
use crate::publish::PublishError;
use crate::stats::trend::{Development, FEWEST_PERIODS, Point, development};
use clap::Args;
use std::collections::HashMap;
use std::path::PathBuf;

/// The slope of each series with its 95 % interval (Theil–Sen), and the test of Mann and Kendall.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The values: a CSV file with one row a period (and area).
    #[arg(long, value_name = "FILE")]
    values: PathBuf,
    /// The column with the period, a number such as a year.
    #[arg(long, value_name = "COLUMN")]
    period: String,
    /// The column with the value; a period with an empty cell is left out.
    #[arg(long)]
    column: String,
    /// The column with the area's code, where there are several series.
    #[arg(long, value_name = "COLUMN")]
    area: Option<String>,
    /// Periods where the series breaks: their values cannot be compared with earlier ones.
    #[arg(long = "break", value_delimiter = ',', value_name = "PERIOD")]
    breaks: Vec<f64>,
}

pub(super) fn records(arguments: &Arguments) -> Result<Vec<Record>, PublishError> {
    let table = Table::read(&arguments.values)?;
    let (period, value) = (table.column(&arguments.period)?, table.column(&arguments.column)?);
    let area = arguments.area.as_deref().map(|name| table.column(name)).transpose()?;
    let mut order: Vec<Option<String>> = Vec::new();
    let mut series: HashMap<Option<String>, Vec<Point>> = HashMap::new();
    for row in table.rows() {
        let area = area.map(|area| table.text(row, area).map(str::to_owned)).transpose()?;
        let points = series.entry(area.clone()).or_insert_with(|| {
            order.push(area);
            Vec::new()
        });
        let at = table.number(row, period)?;
        if points.iter().any(|point| point.period == at) {
            return Err(table.fault(row, period, &format!("period {at} has a row already")));
        }
        if let Some(value) = table.number_or_absent(row, value)? {
            points.push(Point { period: at, value, breaks_series: false });
        }
    }
    Ok(order
        .into_iter()
        .flat_map(|area| {
            let mut points = series.remove(&area).unwrap_or_default();
            points.sort_by(|a, b| a.period.total_cmp(&b.period));
            mark_breaks(&mut points, &arguments.breaks);
            of_series(&points).into_iter().map(move |record| Record { area: area.clone(), ..record })
        })
        .collect())
}

/// The first value at or after a break cannot be compared with those before.
fn mark_breaks(points: &mut [Point], breaks: &[f64]) {
    for &at in breaks {
        if let Some(point) = points.iter_mut().find(|point| point.period >= at) {
            point.breaks_series = true;
        }
    }
}

fn of_series(points: &[Point]) -> Vec<Record> {
    let absent =
        |reason: String| Record { index: "slope".to_owned(), reason: Some(reason), ..Record::default() };
    match development(points) {
        Some(Development::Trend(trend)) => vec![
            Record {
                interval: Some([trend.slope_interval.low, trend.slope_interval.high]),
                p: Some(trend.p_value),
                ..Record::of("slope", trend.slope)
            },
            Record::of("mann-kendall-s", trend.s),
            Record::of("mann-kendall-variance", trend.variance),
            Record::of("mann-kendall-z", trend.z),
        ],
        Some(Development::Ends { first, last }) => vec![
            absent(format!("a trend needs {FEWEST_PERIODS} periods since the last break")),
            Record { by: Some(first.period.to_string()), ..Record::of("first", first.value) },
            Record { by: Some(last.period.to_string()), ..Record::of("last", last.value) },
        ],
        None => vec![absent("there is no value".to_owned())],
    }
}
