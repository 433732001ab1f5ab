//! Connectors: a source's file as observations, every cell a number or an absence with its reason.

mod csv_table;
pub mod geojson_areas;
mod geojson_table;
mod number;
mod text;

use super::error::PublishError;
use super::manifest::{Connector, TableSource};
use super::observations::Observation;
use std::path::Path;

/// The observations of a table of the manifest; `source` is the folder that its files are relative to.
///
/// # Errors
/// When the file cannot be read, or with a sentence for each cell that cannot be.
pub fn observations(table: &TableSource, source: &Path) -> Result<Vec<Observation>, PublishError> {
    let text = text(&table.file, source)?;
    match table.connector {
        Connector::Csv => csv_table::observations(table, &text),
        Connector::Geojson => geojson_table::observations(table, &text),
    }
}

/// The text of a source file, whatever its encoding.
///
/// # Errors
/// When it cannot be read, is empty, or is no text table.
pub(super) fn text(file: &str, source: &Path) -> Result<String, PublishError> {
    text::decoded(&read(file, source)?, file)
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
