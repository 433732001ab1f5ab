//! Bytes of a file → typed content, or an error that names the file and the member.

use crate::error::{LoadError, Problem};
use crate::model::json_stat::Dataset;
use crate::model::{Cube, FORMAT};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The content of a JSON file. When it cannot be read, but says that it is in a newer format, that is the problem.
pub(super) fn json<T: DeserializeOwned>(file: &str, bytes: &[u8]) -> Result<T, LoadError> {
    serde_json::from_slice(bytes).map_err(|error| {
        let problem = match serde_json::from_slice::<Format>(bytes) {
            Ok(Format { format }) if format > FORMAT => Problem::NewerFormat { found: format },
            _ => Problem::Malformed(error.to_string()),
        };
        LoadError::new(file, problem)
    })
}

/// The same for a file that says which version of the format it has.
pub(super) fn versioned<T: DeserializeOwned>(
    file: &str,
    bytes: &[u8],
    format_of: impl Fn(&T) -> u32,
) -> Result<T, LoadError> {
    let content: T = json(file, bytes)?;
    match format_of(&content) {
        format if format <= FORMAT => Ok(content),
        found => Err(LoadError::new(file, Problem::NewerFormat { found })),
    }
}

/// The values of a JSON-stat file.
pub(super) fn cube(file: &str, bytes: &[u8]) -> Result<Cube, LoadError> {
    let dataset: Dataset = json(file, bytes)?;
    dataset.into_cube().map_err(|error| LoadError::new(file, Problem::Malformed(error.to_string())))
}

/// The member that every file with a version has.
#[derive(Deserialize)]
struct Format {
    format: u32,
}
