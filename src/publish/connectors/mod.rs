//! Connectors: a source's file as rows of named cells, and rows as observations or as a list of areas.
//!
//! Every form of file has a reader of its own ([`csv`], [`geojson`], [`pxweb`], [`json_stat`]) that makes the same
//! [`rows::Rows`]; what the manifest wants of them is chosen in one place for all ([`table`], [`areas`]).

mod areas;
mod code;
mod combine;
mod csv;
mod geojson;
mod json_stat;
mod number;
mod pxweb;
mod rows;
mod table;
mod text;

pub use areas::{ListedArea, areas};

use super::error::PublishError;
use super::manifest::{Connector, TableSource};
use super::observations::Observation;
use rows::Rows;
use std::path::Path;

/// The observations of a table of the manifest; `source` is the folder that its files are relative to.
///
/// # Errors
/// When the file cannot be read, or with a sentence for each cell that cannot be.
pub fn observations(table: &TableSource, source: &Path) -> Result<Vec<Observation>, PublishError> {
    let wanted: Vec<&str> = [
        table.area.as_deref(),
        table.period.as_deref(),
        Some(&*table.value),
        table.low.as_deref(),
        table.high.as_deref(),
        table.persons.as_deref(),
    ]
    .into_iter()
    .flatten()
    .chain(table.only.keys().map(String::as_str))
    .collect();
    let delimiter = table.delimiter.and_then(|sign| u8::try_from(sign).ok());
    table::observations(table, &rows(&table.file, table.connector, source, delimiter, &wanted)?)
}

/// The text of a source file, whatever its encoding.
///
/// # Errors
/// When it cannot be read, is empty, or is no text table.
pub(super) fn text(file: &str, source: &Path) -> Result<String, PublishError> {
    text::decoded(&read(file, source)?, file)
}

/// The rows of a file; `wanted` are names of columns it should have, which tell what separates them.
fn rows(
    file: &str,
    connector: Connector,
    source: &Path,
    delimiter: Option<u8>,
    wanted: &[&str],
) -> Result<Rows, PublishError> {
    let text = text(file, source)?;
    match connector {
        Connector::Csv => csv::rows(file, &text, delimiter, wanted),
        Connector::Geojson => geojson::rows(file, &text),
        Connector::Pxweb => pxweb::rows(file, &text),
        Connector::JsonStat => json_stat::rows(file, &text),
    }
}

fn read(file: &str, source: &Path) -> Result<Vec<u8>, PublishError> {
    let path = source.join(file);
    match std::fs::read(&path) {
        Ok(bytes) if bytes.iter().all(u8::is_ascii_whitespace) => {
            Err(PublishError::bad(format!("{file} is empty.")))
        }
        Ok(bytes) => Ok(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(PublishError::bad(format!(
            "The manifest names {file}, but there is no such file in {}.",
            source.display()
        ))),
        Err(error) => Err(PublishError::io("read", &path, &error)),
    }
}
