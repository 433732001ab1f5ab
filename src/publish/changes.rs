//! What a person reads before an edition goes out: how it differs from the one that readers have.

use super::contents::{Contents, LevelCube};
use crate::model::json_stat::Dataset;
use crate::model::{Catalogue, Cube, Indicator, Level, Period, Value, Vintage, paths};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::path::Path;

/// The differences between the edition in the folder `old` and new contents, a line each; no line when there are none.
/// An old edition that cannot be read is said to be so: the report must not keep a sound edition from replacing it.
pub fn changes(old: Option<&Path>, new: &Contents) -> String {
    let Some(old) = old else { return "The first edition here.\n".to_owned() };
    let Some(catalogue) = read::<Catalogue>(old, paths::CATALOGUE) else {
        return format!("The edition before, {}, cannot be read and is not compared.\n", old.display());
    };
    let mut lines = Vec::new();
    areas(old, &catalogue, new, &mut lines);
    indicators(old, &catalogue, new, &mut lines);
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn areas(old: &Path, catalogue: &Catalogue, new: &Contents, lines: &mut Vec<String>) {
    for level in &new.levels {
        let (id, vintage) = (level.areas.level, level.areas.vintage);
        let Some(before) = read::<crate::model::AreaTable>(old, &paths::areas(id, vintage)) else {
            lines.push(format!("New level: {id} {vintage}, {} areas.", level.areas.codes.len()));
            continue;
        };
        let (then, now): (BTreeSet<_>, BTreeSet<_>) =
            (before.codes.iter().collect(), level.areas.codes.iter().collect());
        lines.extend(now.difference(&then).map(|code| format!("New area of level {id} {vintage}: {code}.")));
        lines.extend(
            then.difference(&now).map(|code| format!("Withdrawn area of level {id} {vintage}: {code}.")),
        );
        for (code, name) in level.areas.codes.iter().zip(&level.areas.names) {
            if let Some(before) = before.name(code).filter(|before| before != name) {
                lines.push(format!("{code} is now called {name}; it was {before}."));
            }
        }
    }
    for entry in &catalogue.levels {
        if new.level(entry.level, entry.vintage).is_none() {
            lines.push(format!("Withdrawn level: {} {}.", entry.level, entry.vintage));
        }
    }
}

fn indicators(old: &Path, catalogue: &Catalogue, new: &Contents, lines: &mut Vec<String>) {
    for contents in &new.indicators {
        let slug = &contents.indicator.slug;
        let Some(before) = catalogue.indicator(slug) else {
            lines.push(format!("New indicator: {slug}."));
            continue;
        };
        if short_texts(before) != short_texts(&contents.indicator) {
            lines.push(format!("{slug}: texts in the catalogue changed."));
        }
        if read::<crate::model::About>(old, &paths::about(slug)).as_ref() != Some(&contents.about) {
            lines.push(format!("{slug}: definition, method, pitfalls or source changed."));
        }
        for table in &contents.tables {
            table_changes(old, slug, table, lines);
        }
        let gone =
            before.tables.iter().filter(|entry| !has_table(&contents.tables, entry.level, entry.vintage));
        lines.extend(gone.map(|entry| format!("{slug}: no longer for {} {}.", entry.level, entry.vintage)));
    }
    for before in &catalogue.indicators {
        if new.indicators.iter().all(|contents| contents.indicator.slug != before.slug) {
            lines.push(format!("Withdrawn indicator: {}.", before.slug));
        }
    }
}

fn table_changes(old: &Path, slug: &str, table: &LevelCube, lines: &mut Vec<String>) {
    let LevelCube { level, vintage, cube } = table;
    let path = paths::history(slug, *level, *vintage);
    let Some(before) = read::<Dataset>(old, &path).and_then(|dataset| dataset.into_cube().ok()) else {
        lines.push(format!("{slug}: new for {level} {vintage}."));
        return;
    };
    let (then, now): (BTreeSet<Period>, BTreeSet<Period>) =
        (before.periods().iter().copied().collect(), cube.periods().iter().copied().collect());
    let list = |periods: Vec<&Period>| periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let (added, lost): (Vec<_>, Vec<_>) = (now.difference(&then).collect(), then.difference(&now).collect());
    if !added.is_empty() {
        lines.push(format!("{slug}, {level} {vintage}: new periods {}.", list(added)));
    }
    if !lost.is_empty() {
        lines.push(format!("{slug}, {level} {vintage}: LOST periods {}.", list(lost)));
    }
    lines.extend(revisions(&before, cube).map(|revised| format!("{slug}, {level} {vintage}: {revised}")));
}

/// How many values differ, and the largest difference.
fn revisions(before: &Cube, now: &Cube) -> Option<String> {
    let mut n_changed = 0;
    let mut largest: Option<(f64, String)> = None;
    for area in now.areas() {
        for period in now.periods() {
            let (Some(then), Some(value)) = (before.value(area, *period), now.value(area, *period)) else {
                continue;
            };
            if then == value {
                continue;
            }
            n_changed += 1;
            let difference = match (then.number(), value.number()) {
                (Some(then), Some(now)) => (now - then).abs(),
                _ => 0.0,
            };
            if largest.as_ref().is_none_or(|(most, _)| difference > *most) {
                largest = Some((difference, format!("{area} {period}: {} → {}", told(then), told(value))));
            }
        }
    }
    largest.map(|(_, example)| format!("{n_changed} values revised, the largest {example}."))
}

fn told(value: Value) -> String {
    value.number().map_or_else(|| format!("none ({})", value.status()), |number| number.to_string())
}

fn has_table(tables: &[LevelCube], level: Level, vintage: Vintage) -> bool {
    tables.iter().any(|table| table.level == level && table.vintage == vintage)
}

/// Everything of a catalogue's entry but its tables.
fn short_texts(indicator: &Indicator) -> Indicator {
    Indicator { tables: Vec::new(), ..indicator.clone() }
}

fn read<T: DeserializeOwned>(folder: &Path, path: &str) -> Option<T> {
    serde_json::from_slice(&std::fs::read(folder.join(path)).ok()?).ok()
}
