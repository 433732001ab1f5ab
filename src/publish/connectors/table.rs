//! Rows as observations: the rows that the manifest chooses, their code, period and value.

use super::super::error::{Problems, PublishError};
use super::super::manifest::TableSource;
use super::super::observations::Observation;
use super::code::{code, inside};
use super::combine::{Combined, Part};
use super::number;
use super::rows::{Cell, Row, Rows};
use crate::model::{AreaCode, Flags, Level, Period, Value};
use crate::stats::interval::share_interval;

/// The observations of a table.
///
/// # Errors
/// With a sentence for each cell that cannot be read, and for each area and period that has not all its parts.
pub(super) fn observations(table: &TableSource, rows: &Rows) -> Result<Vec<Observation>, PublishError> {
    let columns = Columns::find(table, rows)?;
    let mut problems = Problems::default();
    let mut combined = Combined::new(table);
    for row in &rows.rows {
        for part in columns.parts(row) {
            match observation(table, &columns, rows, row, part) {
                Ok(Some(observation)) => combined.add(observation, part),
                Ok(None) => {}
                Err(problem) => problems.add(problem),
            }
        }
    }
    problems.or(())?;
    let observations = combined.observations(rows)?;
    if observations.is_empty() {
        let (file, row) = (&rows.file, rows.kind.row());
        return Err(PublishError::bad(format!("{file} has no {row} that the manifest asks for.")));
    }
    Ok(observations)
}

/// Positions of the columns that the manifest names.
struct Columns<'a> {
    area: Option<(usize, &'a str)>,
    period: Option<(usize, &'a str)>,
    value: usize,
    interval: Ends<'a>,
    /// Column, the values that make it a part, and the one that makes it the whole where there is one.
    only: Vec<(usize, &'a [String], Option<&'a str>)>,
    has_whole: bool,
}

/// Where the interval of a value is found.
enum Ends<'a> {
    /// Nowhere.
    None,
    /// In columns of its ends.
    Given([(usize, &'a str); 2]),
    /// It follows from the number of persons.
    Of((usize, &'a str)),
}

impl<'a> Columns<'a> {
    fn find(table: &'a TableSource, rows: &Rows) -> Result<Self, PublishError> {
        let named = |name: &'a Option<String>| {
            name.as_deref().map(|name| rows.column(name).map(|at| (at, name))).transpose()
        };
        let only = table.only.iter().map(|(column, choice)| {
            let whole = table.share_of.get(column).map(String::as_str);
            Ok((rows.column(column)?, choice.values(), whole))
        });
        Ok(Self {
            area: named(&table.area)?,
            period: named(&table.period)?,
            value: rows.column(&table.value)?,
            interval: match (named(&table.low)?, named(&table.high)?, named(&table.persons)?) {
                (Some(low), Some(high), _) => Ends::Given([low, high]),
                (_, _, Some(persons)) => Ends::Of(persons),
                _ => Ends::None,
            },
            only: only.collect::<Result<_, PublishError>>()?,
            has_whole: table.is_share(),
        })
    }

    /// What a row may be wanted for, by the columns of `where`.
    fn parts(&self, row: &Row) -> impl Iterator<Item = Part> {
        let is_one_of = |at: usize, values: &[String]| {
            let cell = row.text(at);
            values.iter().any(|value| *value == cell)
        };
        let is_part = self.only.iter().all(|(at, values, _)| is_one_of(*at, values));
        let is_whole = self.has_whole
            && self.only.iter().all(|(at, values, whole)| {
                whole.map_or_else(|| is_one_of(*at, values), |whole| whole == row.text(*at))
            });
        is_part.then_some(Part::Part).into_iter().chain(is_whole.then_some(Part::Whole))
    }
}

/// What a row says; nothing, when it is not of this table.
fn observation(
    table: &TableSource,
    columns: &Columns,
    rows: &Rows,
    row: &Row,
    part: Part,
) -> Result<Option<Observation>, String> {
    let place = row.place;
    let Some(area) = area(table, columns, rows, row, part)? else { return Ok(None) };
    let (period, period_column) = match columns.period {
        Some((at, name)) => (row.text(at), name),
        None => (table.fixed_period.as_deref().unwrap_or_default().into(), "fixed_period"),
    };
    let period: Period =
        period.parse().map_err(|malformed| format!("{}: {malformed}.", rows.at(place, period_column)))?;
    let value = match &row.cells[columns.value] {
        Cell::Nothing => Err(format!("the {} has no such {}", rows.kind.row(), rows.kind.column())),
        Cell::Absent(reason) => Ok(Value::Absent(*reason)),
        Cell::Number(found, flags) => {
            number::scaled(*found, table.factor).map(|value| flagged(value, *flags))
        }
        Cell::Text(text) => number::value(text, table),
    };
    let value = value.map_err(|problem| {
        format!("{} (area {area}, period {period}): {problem}.", rows.at(place, &table.value))
    })?;
    let mut own = Flags::NONE;
    if table.estimated {
        own = own.with(Flags::ESTIMATED);
    }
    if table.provisional {
        own = own.with(Flags::PROVISIONAL);
    }
    let interval = match value.number() {
        Some(number) => interval(table, columns, rows, row, number)?,
        None => None,
    };
    Ok(Some(Observation { area, period, value: flagged(value, own), interval, place }))
}

/// The interval of a number: the source's own, or Wilson's of a share in percent. A cell without a number gives none.
fn interval(
    table: &TableSource,
    columns: &Columns,
    rows: &Rows,
    row: &Row,
    number: f64,
) -> Result<Option<(f64, f64)>, String> {
    let read = |(at, column): (usize, &str), factor: f64| -> Result<Option<f64>, String> {
        let plain = TableSource { factor, ..table.clone() };
        let value = match &row.cells[at] {
            Cell::Nothing | Cell::Absent(_) => return Ok(None),
            Cell::Number(found, _) => number::scaled(*found, factor),
            Cell::Text(text) => number::value(text, &plain),
        };
        let value = value.map_err(|problem| format!("{}: {problem}.", rows.at(row.place, column)))?;
        Ok(value.number())
    };
    match columns.interval {
        Ends::None => Ok(None),
        Ends::Given([low, high]) => {
            let Some((low_end, high_end)) = read(low, table.factor)?.zip(read(high, table.factor)?) else {
                return Ok(None);
            };
            if low_end <= number && number <= high_end {
                return Ok(Some((low_end, high_end)));
            }
            Err(format!(
                "{}: the interval {low_end} to {high_end} does not hold the value {number}.",
                rows.at(row.place, low.1)
            ))
        }
        Ends::Of(persons) => {
            let Some(n) = read(persons, 1.0)? else { return Ok(None) };
            let ends = share_interval(number / 100.0 * n, n).ok_or_else(|| {
                format!(
                    "{}: no interval follows from {number} % of {n} persons; a share is 0 to 100, the number above 0.",
                    rows.at(row.place, persons.1)
                )
            })?;
            // The way through the number of persons must not lose the value itself.
            Ok(Some(((100.0 * ends.low).min(number), (100.0 * ends.high).max(number))))
        }
    }
}

/// The area of a row; nothing, when the row is about something else.
fn area(
    table: &TableSource,
    columns: &Columns,
    rows: &Rows,
    row: &Row,
    part: Part,
) -> Result<Option<AreaCode>, String> {
    let Some((at, column)) = columns.area else { return Ok(table.fixed_area.clone()) };
    let cell = row.text(at);
    let pattern = match part {
        Part::Part => &table.area_pattern,
        Part::Whole => table.whole_pattern.as_ref().map_or(&table.area_pattern, |_| &table.whole_pattern),
    };
    let found = match pattern {
        None => &*cell,
        Some(pattern) => match inside(&cell, pattern) {
            Some(found) => found,
            None => return Ok(None),
        },
    };
    let place = || rows.at(row.place, column);
    let (area, own) = code(found).map_err(|problem| format!("{}: {problem}.", place()))?;
    let bare = table.bare_vintage.filter(|_| area.level() > Level::Municipality);
    match own.or(bare) {
        Some(vintage) if vintage != table.vintage && table.bare_vintage.is_some() => Ok(None),
        Some(vintage) if vintage != table.vintage => Err(format!(
            "{}: {found} is a code of {vintage}, the manifest says that the table has those of {}.",
            place(),
            table.vintage
        )),
        _ => Ok(Some(area)),
    }
}

fn flagged(value: Value, flags: Flags) -> Value {
    match value {
        Value::Number(number, own) => Value::Number(number, own.with(flags)),
        absent @ Value::Absent(_) => absent,
    }
}
