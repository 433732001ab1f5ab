//! Indicators that differ in a word only, as the votes for each of eight parties, are one entry in the manifest.

use super::IndicatorSource;
use std::collections::BTreeMap;
use toml::Value;

/// The indicators with every entry that has variants written out; a phrase when one cannot be.
pub(super) fn written_out(entries: Vec<IndicatorSource>) -> Result<Vec<IndicatorSource>, String> {
    let mut indicators = Vec::with_capacity(entries.len());
    for mut entry in entries {
        let variants = std::mem::take(&mut entry.variants);
        if variants.is_empty() {
            indicators.push(entry);
            continue;
        }
        let failed = |error: &dyn std::fmt::Display| format!("{}: the variants fail: {error}", entry.slug);
        let plain = Value::try_from(&entry).map_err(|error| failed(&error))?;
        for words in &variants {
            let mut value = plain.clone();
            replace(&mut value, words);
            indicators.push(value.try_into().map_err(|error: toml::de::Error| failed(&error.message()))?);
        }
    }
    Ok(indicators)
}

fn replace(value: &mut Value, words: &BTreeMap<String, String>) {
    match value {
        Value::String(text) => {
            for (name, word) in words {
                *text = text.replace(&format!("{{{name}}}"), word);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, words)),
        Value::Table(table) => table.iter_mut().for_each(|(_, value)| replace(value, words)),
        _ => {}
    }
}
