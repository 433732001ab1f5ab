//! The JSON of PxWeb's version 1: `columns` of dimensions (`d`, `t`) and of what is measured (`c`), and `data`, each with
//! a `key` for the one and `values` for the other, all of them text.

use super::super::error::{Problems, PublishError};
use super::rows::{Cell, Kind, Row, Rows};
use serde::Deserialize;

/// The rows of an answer, with the codes of its columns.
pub(super) fn rows(file: &str, text: &str) -> Result<Rows, PublishError> {
    let answer: Answer = serde_json::from_str(text)
        .map_err(|error| PublishError::bad(format!("{file} cannot be read as PxWeb's JSON: {error}.")))?;
    let n_measured = answer.columns.iter().filter(|column| column.kind == MEASURED).count();
    let n_keys = answer.columns.len() - n_measured;
    if answer.columns.iter().take(n_keys).any(|column| column.kind == MEASURED) {
        return Err(PublishError::bad(format!(
            "{file}: columns of what is measured stand before those of dimensions, which come first in PxWeb's JSON."
        )));
    }
    let mut problems = Problems::default();
    let mut rows = Vec::with_capacity(answer.data.len());
    for (at, entry) in answer.data.into_iter().enumerate() {
        let place = at as u64 + 1;
        if (entry.key.len(), entry.values.len()) != (n_keys, n_measured) {
            let found = (entry.key.len(), entry.values.len());
            problems.add(format!(
                "{file}, entry {place}: found {} keys and {} values, the columns promise {n_keys} and {n_measured}.",
                found.0, found.1
            ));
            continue;
        }
        rows.push(Row { place, cells: entry.key.into_iter().chain(entry.values).map(Cell::Text).collect() });
    }
    let columns = answer.columns.into_iter().map(|column| column.code).collect();
    problems.or(Rows { file: file.to_owned(), kind: Kind::Entries, columns, rows })
}

/// The type of the columns that hold values.
const MEASURED: &str = "c";

#[derive(Deserialize)]
struct Answer {
    columns: Vec<Column>,
    data: Vec<Entry>,
}

#[derive(Deserialize)]
struct Column {
    code: String,
    #[serde(rename = "type")]
    kind: String,
}

#[derive(Deserialize)]
struct Entry {
    key: Vec<String>,
    values: Vec<String>,
}
