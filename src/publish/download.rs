//! `download/<slug>-<level>-<vintage>.csv`, one row an area and one column a period, and beside them
//! `csv-metadata.json`, where programs look for what CSV files of a folder hold
//! (<https://www.w3.org/TR/tabular-data-model/#locating-metadata>): among other things, what the letters in place of
//! numbers mean.

use super::assemble::json;
use super::contents::{IndicatorContents, LevelCube};
use super::error::PublishError;
use crate::model::{AreaCode, Indicator, Period, Value, paths};
use serde_json::json as value;

/// The table of an indicator on one level.
pub(super) fn csv(
    indicator: &Indicator,
    table: &LevelCube,
    name_of: impl Fn(&AreaCode) -> String,
) -> Result<(String, Vec<u8>), PublishError> {
    let path = paths::download(&indicator.slug, table.level, table.vintage);
    let wide = wide(table, name_of)
        .map_err(|error| PublishError::Io(format!("Could not write {path} as CSV: {error}.")))?;
    Ok((path, wide))
}

/// What all the tables hold.
pub(super) fn metadata(indicators: &[IndicatorContents]) -> Result<(String, Vec<u8>), PublishError> {
    let of_indicator = |contents: &IndicatorContents| -> Vec<serde_json::Value> {
        contents.tables.iter().map(|table| described(&contents.indicator, table)).collect()
    };
    let tables: Vec<serde_json::Value> = indicators.iter().flat_map(of_indicator).collect();
    let group = value!({"@context": "http://www.w3.org/ns/csvw", "tables": tables});
    json(paths::DOWNLOAD_METADATA.to_owned(), &group)
}

/// Header and rows; an absence is its letter (`c` suppressed, `m` missing, `z` not applicable), never an empty cell.
fn wide(table: &LevelCube, name_of: impl Fn(&AreaCode) -> String) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let periods = table.cube.periods().iter().map(ToString::to_string);
    let ends = end_columns(table);
    writer.write_record(["code".to_owned(), "name".to_owned()].into_iter().chain(periods).chain(ends))?;
    for code in table.cube.areas() {
        let cells = table.cube.series(code).unwrap_or_default().iter().map(|value| match value {
            Value::Number(number, _) => number.to_string(),
            Value::Absent(reason) => reason.letter().to_string(),
        });
        let end = |end: Option<f64>| end.map_or_else(String::new, |end| end.to_string());
        let ends = table.cube.intervals_of(code).iter();
        let ends = ends.flat_map(|ends| [end(ends.map(|(low, _)| low)), end(ends.map(|(_, high)| high))]);
        writer.write_record([code.to_string(), name_of(code)].into_iter().chain(cells).chain(ends))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// Titles of the columns with the ends of intervals, after all values: `2024 low`, `2024 high`.
fn end_columns(table: &LevelCube) -> Vec<String> {
    let of_period = |period: &Period| [format!("{period} low"), format!("{period} high")];
    match table.cube.intervals().is_empty() {
        true => Vec::new(),
        false => table.cube.periods().iter().flat_map(of_period).collect(),
    }
}

fn described(indicator: &Indicator, table: &LevelCube) -> serde_json::Value {
    let path = paths::download(&indicator.slug, table.level, table.vintage);
    let file = path.rsplit('/').next().unwrap_or(&path);
    let mut columns = vec![
        value!({"name": "code", "titles": "code", "datatype": "string", "required": true}),
        value!({"name": "name", "titles": "name", "datatype": "string"}),
    ];
    columns.extend(table.cube.periods().iter().map(|period| {
        value!({"name": format!("_{period}"), "titles": period.to_string(), "datatype": "number",
                "null": ["c", "m", "z"]})
    }));
    // An end of a 95 % interval; empty where the value has none.
    columns.extend(end_columns(table).iter().map(|title| {
        value!({"name": format!("_{}", title.replace(' ', "_")), "titles": title, "datatype": "number",
                "null": ""})
    }));
    value!({
        "url": file,
        "dc:title": [{"@value": indicator.title.sv, "@language": "sv"},
                     {"@value": indicator.title.en, "@language": "en"}],
        "dc:description": [
            {"@value": format!("{} Enhet: {}. c = sekretessmarkerad, m = uppgift saknas, z = ej tillämpligt.",
                               indicator.plain.sv, indicator.unit.long.sv), "@language": "sv"},
            {"@value": format!("{} Unit: {}. c = suppressed, m = missing, z = not applicable.",
                               indicator.plain.en, indicator.unit.long.en), "@language": "en"}],
        "dc:source": indicator.source.provider.sv,
        "tableSchema": {"columns": columns, "primaryKey": "code"},
    })
}
