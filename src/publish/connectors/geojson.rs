//! GeoJSON features as rows: their properties. Their geometry is the work of `boundaries`.

use super::super::error::PublishError;
use super::rows::{Cell, Kind, Row, Rows};
use crate::model::{Absence, Flags};
use geojson::{FeatureCollection, JsonValue};
use std::collections::BTreeSet;

/// The properties of the features of a collection.
pub(super) fn rows(file: &str, text: &str) -> Result<Rows, PublishError> {
    let collection: FeatureCollection = text.parse().map_err(|error| {
        PublishError::bad(format!("{file} cannot be read as a GeoJSON feature collection: {error}."))
    })?;
    if collection.features.is_empty() {
        return Err(PublishError::bad(format!("{file} has no features.")));
    }
    let properties = || collection.features.iter().map(|feature| feature.properties.as_ref());
    let columns: BTreeSet<&String> = properties().flatten().flat_map(|map| map.keys()).collect();
    let row = |(at, map): (usize, Option<&geojson::JsonObject>)| Row {
        place: at as u64 + 1,
        cells: columns.iter().map(|name| cell(map.and_then(|map| map.get(*name)))).collect(),
    };
    let rows = properties().enumerate().map(row).collect();
    let columns = columns.iter().map(|name| (*name).clone()).collect();
    Ok(Rows { file: file.to_owned(), kind: Kind::Features, columns, rows })
}

fn cell(value: Option<&JsonValue>) -> Cell {
    match value {
        None => Cell::Nothing,
        // JSON says outright that there is nothing.
        Some(JsonValue::Null) => Cell::Absent(Absence::Missing),
        // A number too large for 64 bits is told as such where it is scaled.
        Some(JsonValue::Number(number)) => {
            Cell::Number(number.as_f64().unwrap_or(f64::INFINITY), Flags::NONE)
        }
        Some(JsonValue::String(text)) => Cell::Text(text.clone()),
        Some(other) => Cell::Text(other.to_string()),
    }
}
