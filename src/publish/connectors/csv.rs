//! CSV as agencies write it.

use super::super::error::{Problems, PublishError};
use super::rows::{Cell, Kind, Row, Rows};

/// No line of a table is longer; a file with such a line is something else, or has lost its line ends.
const LONGEST_LINE: usize = 1 << 20;

/// The rows of a table with a header.
pub(super) fn rows(
    file: &str,
    text: &str,
    delimiter: Option<u8>,
    wanted: &[&str],
) -> Result<Rows, PublishError> {
    if let Some((at, line)) = text.split('\n').enumerate().find(|(_, line)| line.len() > LONGEST_LINE) {
        let (line_no, found) = (at + 1, line.len());
        return Err(PublishError::bad(format!(
            "{file}, line {line_no}: found a line of {found} bytes, at most {LONGEST_LINE} are allowed; the line ends may \
             have been lost."
        )));
    }
    let delimiter = delimiter.unwrap_or_else(|| likely_delimiter(text, wanted));
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let unreadable = |error: csv::Error| PublishError::bad(format!("{file} cannot be read as CSV: {error}."));
    let columns: Vec<String> =
        reader.headers().map_err(unreadable)?.iter().map(|name| name.trim().to_owned()).collect();
    let mut problems = Problems::default();
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(unreadable)?;
        let place = row.position().map_or(0, csv::Position::line);
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if row.len() != columns.len() {
            let (found, allowed) = (row.len(), columns.len());
            problems.add(format!("{file}, line {place}: found {found} columns, the header has {allowed}."));
            continue;
        }
        rows.push(Row { place, cells: row.iter().map(|cell| Cell::Text(cell.to_owned())).collect() });
    }
    problems.or(Rows { file: file.to_owned(), kind: Kind::Lines, columns, rows })
}

/// The sign that splits the header into the columns that are wanted.
fn likely_delimiter(text: &str, wanted: &[&str]) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let n_found = |sign: &u8| {
        let columns: Vec<&str> =
            header.split(char::from(*sign)).map(|name| name.trim().trim_matches('"')).collect();
        (wanted.iter().filter(|name| columns.contains(name)).count(), columns.len())
    };
    // The last of equals wins `max_by_key`: the comma, when nothing tells.
    [b'|', b'\t', b';', b','].into_iter().max_by_key(n_found).unwrap_or(b',')
}
