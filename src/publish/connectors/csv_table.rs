//! CSV as agencies write it.

use super::super::error::{Problems, PublishError};
use super::super::manifest::TableSource;
use super::super::observations::Observation;
use super::number;
use crate::model::{AreaCode, Period};

/// The observations of a table with one row an area and period.
pub(super) fn observations(table: &TableSource, text: &str) -> Result<Vec<Observation>, PublishError> {
    let file = &table.file;
    let delimiter = delimiter(table, text);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let unreadable = |error: csv::Error| PublishError::bad(format!("{file} cannot be read as CSV: {error}."));
    let header: Vec<String> =
        reader.headers().map_err(unreadable)?.iter().map(|name| name.trim().to_owned()).collect();
    let columns = Columns::find(table, &header)?;

    let mut problems = Problems::default();
    let mut observations = Vec::new();
    for row in reader.records() {
        let row = row.map_err(unreadable)?;
        let line = row.position().map_or(0, csv::Position::line);
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if row.len() != header.len() {
            let (found, allowed) = (row.len(), header.len());
            problems.add(format!("{file}, line {line}: found {found} columns, the header has {allowed}."));
            continue;
        }
        if columns.only.iter().any(|(at, wanted)| row[*at].trim() != wanted) {
            continue;
        }
        match observation(table, &columns, &row, line) {
            Ok(observation) => observations.push(observation),
            Err(problem) => problems.add(problem),
        }
    }
    problems.or(())?;
    if observations.is_empty() {
        return Err(PublishError::bad(format!("{file} has a header but no row that the manifest asks for.")));
    }
    Ok(observations)
}

/// Positions of the columns that the manifest names.
struct Columns {
    area: usize,
    period: Option<usize>,
    value: usize,
    only: Vec<(usize, String)>,
}

impl Columns {
    fn find(table: &TableSource, header: &[String]) -> Result<Self, PublishError> {
        let file = &table.file;
        let position = |name: &str| {
            let mut found = header.iter().enumerate().filter(|(_, column)| *column == name);
            match (found.next(), found.next()) {
                (Some((at, _)), None) => Ok(at),
                (Some(_), Some(_)) => {
                    Err(PublishError::bad(format!("{file}, line 1: the column “{name}” is there twice.")))
                }
                _ => Err(PublishError::bad(missing_column(file, name, header))),
            }
        };
        Ok(Self {
            area: position(&table.area)?,
            period: table.period.as_deref().map(position).transpose()?,
            value: position(&table.value)?,
            only: table
                .only
                .iter()
                .map(|(column, wanted)| Ok((position(column)?, wanted.clone())))
                .collect::<Result<_, PublishError>>()?,
        })
    }
}

fn observation(
    table: &TableSource,
    columns: &Columns,
    row: &csv::StringRecord,
    line: u64,
) -> Result<Observation, String> {
    let file = &table.file;
    let at = |column: &str| format!("{file}, line {line}, column {column}");
    let code = row[columns.area].trim();
    let area: AreaCode = code.parse().map_err(|malformed| {
        let place = at(&table.area);
        match lost_zero(code) {
            Some(meant) => format!(
                "{place}: {malformed}. A leading zero has been lost, “{meant}” may be meant; keep the column as \
                 text when the file passes through a spreadsheet."
            ),
            None => format!("{place}: {malformed}."),
        }
    })?;
    let period = match (columns.period, &table.fixed_period) {
        (Some(column), _) => row[column].trim(),
        (None, fixed) => fixed.as_deref().unwrap_or_default(),
    };
    let period: Period = period.parse().map_err(|malformed| {
        format!("{}: {malformed}.", at(table.period.as_deref().unwrap_or("fixed_period")))
    })?;
    let value = number::value(&row[columns.value], table)
        .map_err(|problem| format!("{} (area {area}, period {period}): {problem}.", at(&table.value)))?;
    Ok(Observation { area, period, value, place: line })
}

/// The code that may be meant by one that is a digit short: `0114` by `114`.
pub(super) fn lost_zero(code: &str) -> Option<String> {
    let digits = code.bytes().take_while(u8::is_ascii_digit).count();
    let short = matches!((digits, code.len() - digits), (1 | 3, 0) | (3, 4 | 5));
    short.then(|| format!("0{code}")).filter(|meant| meant.parse::<AreaCode>().is_ok())
}

/// The delimiter: the manifest's, else the sign that splits the header into the columns the manifest names.
fn delimiter(table: &TableSource, text: &str) -> u8 {
    let given = table.delimiter.and_then(|sign| u8::try_from(sign).ok());
    given.unwrap_or_else(|| {
        let header = text.lines().next().unwrap_or_default();
        let names = [Some(&table.area), table.period.as_ref(), Some(&table.value)];
        let n_found = |sign: &u8| {
            let columns: Vec<&str> =
                header.split(char::from(*sign)).map(|name| name.trim().trim_matches('"')).collect();
            let n_named = names.iter().flatten().filter(|name| columns.contains(&name.as_str())).count();
            (n_named, columns.len())
        };
        // The last of equals wins `max_by_key`: the comma, when nothing tells.
        [b'|', b'\t', b';', b','].into_iter().max_by_key(n_found).unwrap_or(b',')
    })
}

fn missing_column(file: &str, name: &str, header: &[String]) -> String {
    let near = header
        .iter()
        .find(|column| strsim::damerau_levenshtein(&column.to_lowercase(), &name.to_lowercase()) <= 2);
    let hint = near.map_or_else(String::new, |near| format!(" “{near}” may be meant."));
    format!("{file}, line 1: the column “{name}” is not there; the columns are {}.{hint}", header.join(", "))
}
