//! Notes beside the numbers of some areas: which areas, named or found by a number, and why.

use super::{Manifest, Text};
use crate::model::{AreaCode, Level};
use serde::Deserialize;
use std::collections::BTreeSet;

/// A note beside the numbers of some areas.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteSource {
    /// Stable id, unique in the manifest: lower-case ASCII letters, digits and hyphens.
    pub id: String,
    /// Slugs of the indicators whose numbers it concerns.
    pub indicators: Vec<String>,
    /// Why the numbers mislead there.
    pub text: Text,
    /// The areas by their codes.
    #[serde(default)]
    pub areas: Vec<AreaCode>,
    /// Or the areas in which an indicator is high.
    pub found_by: Option<NoteRule>,
}

/// Areas found by a number.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteRule {
    /// Slug of the indicator.
    pub indicator: String,
    /// The level of the areas; of its divisions the newest.
    pub level: Level,
    /// The newest number is at least this.
    pub at_least: f64,
}

impl Manifest {
    /// What does not hold together in the notes, one phrase each.
    pub(super) fn note_faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut ids = BTreeSet::new();
        let is_known = |slug: &str| self.indicators.iter().any(|indicator| indicator.slug == slug);
        for note in &self.notes {
            let id = &note.id;
            if !super::faults::is_slug(id) {
                faults.push(format!(
                    "the note “{id}” must be named by lower-case ASCII letters, digits and hyphens"
                ));
            }
            if !ids.insert(id) {
                faults.push(format!("the note “{id}” is listed twice"));
            }
            if note.text.sv.trim().is_empty() || note.text.en.trim().is_empty() {
                faults.push(format!("the note “{id}”: text is empty; both languages are needed"));
            }
            if note.areas.is_empty() == note.found_by.is_none() {
                faults.push(format!("the note “{id}” takes either areas or found_by"));
            }
            if note.indicators.is_empty() {
                faults.push(format!("the note “{id}” concerns no indicator"));
            }
            let found_by = note.found_by.iter().map(|rule| &rule.indicator);
            for slug in note.indicators.iter().chain(found_by).filter(|slug| !is_known(slug)) {
                faults
                    .push(format!("the note “{id}” names the indicator “{slug}”, which is not in the list"));
            }
        }
        faults
    }
}
