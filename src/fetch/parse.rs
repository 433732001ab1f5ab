//! Bytes of a file → typed content, or an error that names the file and the member.

use crate::error::{LoadError, Problem};
use crate::model::json::{FromJson, Json, Place, read_tree};
use crate::model::json_stat::Dataset;
use crate::model::{AreaCounts, Cube, FORMAT, Level, Vintage};

/// The content of a JSON file. When the file says that it has a newer format, that is the problem.
pub(super) fn json<T: FromJson>(file: &str, bytes: &[u8]) -> Result<T, LoadError> {
    let json = tree(file, bytes)?;
    read_tree(&json).map_err(|error| LoadError::new(file, Problem::Malformed(error.to_string())))
}

/// The values of a JSON-stat file.
pub(super) fn cube(file: &str, bytes: &[u8]) -> Result<Cube, LoadError> {
    let dataset: Dataset = json(file, bytes)?;
    dataset.into_cube().map_err(|error| LoadError::new(file, Problem::Malformed(error.to_string())))
}

/// The persons of a table of counts; its level and vintage stand in the path.
pub(super) fn counts(
    file: &str,
    bytes: &[u8],
    level: Level,
    vintage: Vintage,
) -> Result<AreaCounts, LoadError> {
    let dataset: Dataset = json(file, bytes)?;
    let counts = dataset.into_counts(level, vintage);
    counts.map_err(|error| LoadError::new(file, Problem::Malformed(error.to_string())))
}

fn tree<'a>(file: &str, bytes: &'a [u8]) -> Result<Json<'a>, LoadError> {
    let json =
        Json::parse(bytes).map_err(|error| LoadError::new(file, Problem::Malformed(error.to_string())))?;
    match read_tree::<Format>(&json) {
        Ok(Format(found)) if found > FORMAT => Err(LoadError::new(file, Problem::NewerFormat { found })),
        _ => Ok(json),
    }
}

/// The member that every file with a version has.
struct Format(u32);

impl FromJson for Format {
    fn from_json(json: &Place) -> Self {
        Self(json.member("format"))
    }
}
