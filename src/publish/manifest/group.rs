//! Areas that somebody names together, such as a list that councils know.

use super::{Manifest, Text};
use crate::model::{AreaCode, AreaGroup};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Areas of one level that somebody names together.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupSource {
    /// Stable id: lower-case ASCII letters, digits and hyphens, and not digits alone, which would be a county.
    pub id: String,
    /// What they are called.
    pub name: Text,
    /// The areas by their codes.
    pub areas: Vec<AreaCode>,
}

impl Manifest {
    /// The groups, each with its areas by code.
    pub(crate) fn groups_in_order(&self) -> Vec<AreaGroup> {
        let group = |source: &GroupSource| {
            let mut areas = source.areas.clone();
            areas.sort();
            areas.dedup();
            AreaGroup { id: source.id.clone(), name: source.name.clone().into(), areas }
        };
        self.groups.iter().map(group).collect()
    }

    /// What does not hold together in the groups, one phrase each.
    pub(super) fn group_faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut ids = BTreeSet::new();
        for group in &self.groups {
            let id = &group.id;
            if !super::faults::is_slug(id) || id.bytes().all(|byte| byte.is_ascii_digit()) {
                faults.push(format!(
                    "the group “{id}” must be named by lower-case ASCII letters, digits and hyphens, and not by digits alone"
                ));
            }
            if !ids.insert(id) {
                faults.push(format!("the group “{id}” is listed twice"));
            }
            if group.name.sv.trim().is_empty() || group.name.en.trim().is_empty() {
                faults.push(format!("the group “{id}”: name is empty; both languages are needed"));
            }
            let level = group.areas.first().map(AreaCode::level);
            if level.is_none() {
                faults.push(format!("the group “{id}” has no areas"));
            }
            if let Some(other) = group.areas.iter().find(|area| Some(area.level()) != level) {
                faults.push(format!(
                    "the group “{id}” has areas of two levels: {} and {other}",
                    group.areas[0]
                ));
            }
        }
        faults
    }
}
