//! GeoJSON features as a table: one value a feature.

use super::super::error::{Problems, PublishError};
use super::super::manifest::TableSource;
use super::super::observations::Observation;
use super::geojson_areas::{code, features};
use super::number;
use crate::model::{Absence, Period, Value};
use geojson::{Feature, JsonValue};

/// The observations in the features' properties.
pub(super) fn observations(table: &TableSource, text: &str) -> Result<Vec<Observation>, PublishError> {
    let mut problems = Problems::default();
    let mut observations = Vec::new();
    for (position, feature) in features(&table.file, text)?.iter().enumerate() {
        let wanted = |(property, wanted): (&String, &String)| {
            feature.property(property).is_some_and(|found| plain(found) == *wanted)
        };
        if !table.only.iter().all(wanted) {
            continue;
        }
        match observation(table, position + 1, feature) {
            Ok(observation) => observations.push(observation),
            Err(problem) => problems.add(problem),
        }
    }
    problems.or(observations)
}

fn observation(table: &TableSource, number: usize, feature: &Feature) -> Result<Observation, String> {
    let file = &table.file;
    let area = code(file, number, feature, &table.area)?;
    let at = |property: &str| format!("{file}, feature {number} ({area}), property {property}");
    let period = match (&table.period, &table.fixed_period) {
        (Some(property), _) => feature.property(property).map(plain).unwrap_or_default(),
        (None, fixed) => fixed.clone().unwrap_or_default(),
    };
    let period: Period = period.parse().map_err(|malformed| {
        format!("{}: {malformed}.", at(table.period.as_deref().unwrap_or("fixed_period")))
    })?;
    let value = match feature.property(&table.value) {
        None => return Err(format!("{}: the feature has no such property.", at(&table.value))),
        // JSON says outright that there is nothing.
        Some(JsonValue::Null) => Value::Absent(Absence::Missing),
        Some(JsonValue::Number(found)) => {
            number::scaled(found.as_f64().unwrap_or(f64::INFINITY), table.factor)
                .map_err(|problem| format!("{}: {problem}.", at(&table.value)))?
        }
        Some(other) => number::value(&plain(other), table)
            .map_err(|problem| format!("{}: {problem}.", at(&table.value)))?,
    };
    Ok(Observation { area, period, value, place: number as u64 })
}

/// A property's value as text, strings without their quotes.
fn plain(value: &JsonValue) -> String {
    value.as_str().map_or_else(|| value.to_string(), |text| text.trim().to_owned())
}
