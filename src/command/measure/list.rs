//! `measure list`: every index.

use super::record::Format;
use crate::publish::PublishError;
use crate::stats::segregation::INDICES;
use std::fmt::Write as _;

/// A line, or an object, for each index.
pub(super) fn text(format: Format) -> Result<String, PublishError> {
    if format == Format::Json {
        let objects: Vec<serde_json::Value> = INDICES
            .iter()
            .map(|index| {
                serde_json::json!({
                    "id": index.id, "symbol": index.symbol, "family": index.family.id(),
                    "formula": index.formula, "source": index.source,
                    "low": index.domain.low, "high": index.domain.high,
                })
            })
            .collect();
        return serde_json::to_string_pretty(&objects)
            .map(|text| text + "\n")
            .map_err(|error| PublishError::Io(format!("Could not write the list: {error}.")));
    }
    let mut text = String::new();
    for index in INDICES {
        let _ = match format {
            Format::Csv => {
                writeln!(
                    text,
                    "{},{},{},\"{}\"",
                    index.id,
                    index.symbol,
                    index.family.id(),
                    index.source.replace('"', "\"\"")
                )
            }
            _ => {
                writeln!(text, "{:40} {:6} {:15} {}", index.id, index.symbol, index.family.id(), index.source)
            }
        };
    }
    let head = if format == Format::Csv { "id,symbol,family,source\n" } else { "" };
    Ok(format!("{head}{text}"))
}
