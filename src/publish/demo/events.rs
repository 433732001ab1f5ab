//! Measures and reforms of the demonstration.

use crate::model::Event;
use crate::publish::contents::LevelContents;
use crate::publish::error::PublishError;
use serde::Deserialize;

const EVENTS: &str = include_str!("events.toml");

#[derive(Deserialize)]
struct Listed {
    events: Vec<Event>,
}

/// The events of areas that the edition has, ascending by their first period, then by id.
///
/// # Errors
/// When the list in the package cannot be read, which is a fault of the package.
pub(super) fn events(levels: &[LevelContents]) -> Result<Vec<Event>, PublishError> {
    let Listed { mut events } = toml::from_str(EVENTS)
        .map_err(|error| PublishError::bad(format!("publish/demo/events.toml: {}.", error.message())))?;
    events.retain(|event| levels.iter().any(|level| level.areas.position(&event.area).is_some()));
    events.sort_by(|a, b| (a.from, &a.id).cmp(&(b.from, &b.id)));
    Ok(events)
}
