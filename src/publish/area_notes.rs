//! Notes beside numbers: the areas that the manifest names or that a number finds.

use super::contents::IndicatorContents;
use super::contents::LevelContents;
use super::derive::newest;
use super::error::{Problems, PublishError};
use super::manifest::NoteSource;
use crate::model::{AreaCode, AreaNote};

/// The notes with their areas, in the manifest's order; one that finds no area is left out.
pub(super) fn area_notes(sources: &[NoteSource], indicators: &[IndicatorContents]) -> Vec<AreaNote> {
    let note = |source: &NoteSource| AreaNote {
        id: source.id.clone(),
        indicators: source.indicators.clone(),
        areas: areas(source, indicators),
        text: source.text.clone().into(),
    };
    sources.iter().map(note).filter(|note| !note.areas.is_empty()).collect()
}

/// The areas of a note, ascending.
fn areas(source: &NoteSource, indicators: &[IndicatorContents]) -> Vec<AreaCode> {
    let mut areas = source.areas.clone();
    if let Some(rule) = &source.found_by {
        let of_rule = indicators.iter().find(|contents| contents.indicator.slug == rule.indicator);
        let tables = of_rule.map_or(&[][..], |contents| &contents.tables);
        // The codes of small areas mean other areas in another vintage: one division only.
        let table = tables.iter().filter(|table| table.level == rule.level).max_by_key(|table| table.vintage);
        if let Some(cube) = table.map(|table| &table.cube) {
            let high = cube.areas().iter().zip(newest(cube));
            let high = high.filter(|(_, value)| value.number().is_some_and(|number| number >= rule.at_least));
            areas.extend(high.map(|(code, _)| code.clone()));
        }
    }
    areas.sort();
    areas.dedup();
    areas
}

/// Holds the notes against the areas of the edition.
///
/// # Errors
/// When a note names an area that no level has.
pub(super) fn held_against(notes: &[AreaNote], levels: &[LevelContents]) -> Result<(), PublishError> {
    let mut problems = Problems::default();
    for note in notes {
        let has = |area: &&AreaCode| levels.iter().any(|level| level.areas.position(area).is_some());
        for area in note.areas.iter().filter(|area| !has(area)) {
            problems.add(format!(
                "The manifest: the note “{}” names the area {area}, which no level has.",
                note.id
            ));
        }
    }
    problems.or(())
}
