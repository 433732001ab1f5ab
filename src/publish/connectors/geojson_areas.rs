//! GeoJSON features as a list of areas or a table: their properties. Their geometry is the work of `boundaries`.

use super::super::error::{Problems, PublishError};
use super::super::manifest::LevelSource;
use super::csv_table::lost_zero;
use crate::model::AreaCode;
use geojson::{Feature, FeatureCollection, JsonValue};

/// Codes and names of the areas of a level, in the order of the codes.
///
/// # Errors
/// When the file is no GeoJSON, or with a sentence for each feature without a code of the level or without a name, and
/// for each code that is there twice.
pub fn areas(source: &LevelSource, file: &str, text: &str) -> Result<Vec<(AreaCode, String)>, PublishError> {
    let (code_property, name_property) =
        (source.code.as_deref().unwrap_or_default(), source.name_property.as_deref().unwrap_or_default());
    let mut problems = Problems::default();
    let mut areas: Vec<(AreaCode, String, usize)> = Vec::new();
    for (position, feature) in features(file, text)?.iter().enumerate() {
        let number = position + 1;
        let code = match code(file, number, feature, code_property) {
            Ok(code) if code.level() == source.level => code,
            Ok(code) => {
                problems.add(format!(
                    "{file}, feature {number}: {code} is the code of a {}, not of a {}.",
                    code.level(),
                    source.level
                ));
                continue;
            }
            Err(problem) => {
                problems.add(problem);
                continue;
            }
        };
        match feature.property(name_property).and_then(JsonValue::as_str).map(str::trim) {
            Some(name) if !name.is_empty() => areas.push((code, name.to_owned(), number)),
            _ => problems.add(format!(
                "{file}, feature {number} ({code}): the property “{name_property}” has no name."
            )),
        }
    }
    areas.sort_by(|a, b| (&a.0, a.2).cmp(&(&b.0, b.2)));
    for pair in areas.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        let (code, first, second) = (&pair[0].0, pair[0].2, pair[1].2);
        problems.add(format!("{file}: the features {first} and {second} both have the code {code}."));
    }
    problems.or(areas.into_iter().map(|(code, name, _)| (code, name)).collect())
}

/// The features of a file.
pub(super) fn features(file: &str, text: &str) -> Result<Vec<Feature>, PublishError> {
    let collection: FeatureCollection = text.parse().map_err(|error| {
        PublishError::bad(format!("{file} cannot be read as a GeoJSON feature collection: {error}."))
    })?;
    if collection.features.is_empty() {
        return Err(PublishError::bad(format!("{file} has no features.")));
    }
    Ok(collection.features)
}

/// The area code in a feature's property.
pub(super) fn code(file: &str, number: usize, feature: &Feature, property: &str) -> Result<AreaCode, String> {
    let found = match feature.property(property) {
        Some(JsonValue::String(code)) => code.trim().to_owned(),
        Some(JsonValue::Number(code)) => code.to_string(),
        _ => {
            let keys: Vec<&str> =
                feature.properties.iter().flat_map(|map| map.keys().map(String::as_str)).collect();
            return Err(format!(
                "{file}, feature {number}: the property “{property}” has no code; the properties are {}.",
                keys.join(", ")
            ));
        }
    };
    found.parse().map_err(|malformed| {
        let hint = lost_zero(&found).map_or_else(String::new, |meant| {
            format!(" A leading zero has been lost, “{meant}” may be meant.")
        });
        format!("{file}, feature {number}, property {property}: {malformed}.{hint}")
    })
}
