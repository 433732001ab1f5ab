//! Other names by which a search should find a place: districts, larger villages, former and Sami names.

use super::super::error::PublishError;
use crate::model::{AreaCode, AreaTable};

const ALIASES: &str = include_str!("aliases.csv");

/// Puts the aliases of a level's areas into its table, by position, then as listed.
///
/// # Errors
/// When the list in the package cannot be read, which is a fault of the package.
pub(super) fn name_otherwise(areas: &mut AreaTable) -> Result<(), PublishError> {
    let fault = |problem: String| PublishError::bad(format!("publish/demo/aliases.csv: {problem}."));
    for row in csv::Reader::from_reader(ALIASES.as_bytes()).records() {
        let row = row.map_err(|error| fault(error.to_string()))?;
        let code =
            row.get(0).unwrap_or_default().parse::<AreaCode>().map_err(|error| fault(error.to_string()))?;
        let position = areas.position(&code).and_then(|position| u32::try_from(position).ok());
        if let (Some(position), Some(alias)) = (position, row.get(1)) {
            areas.aliases.push((position, alias.to_owned()));
        }
    }
    areas.aliases.sort_by_key(|(position, _)| *position);
    Ok(())
}
