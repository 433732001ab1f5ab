//! What areas are compared by: indicators that are there, with the values that their tables have.

use super::super::assemble::Files;
use super::super::derive::newest;
use super::super::error::Problems;
use super::tables::Cubes;
use super::{Areas, read};
use crate::model::{ComparedAreas, paths};

/// Holds the columns of each level against the tables that they are taken from.
pub(super) fn check(files: &Files, areas: &Areas, cubes: &Cubes, problems: &mut Problems) {
    for table in areas.values() {
        let path = paths::compared(table.level, table.vintage);
        if !files.contains_key(&path) {
            continue;
        }
        let compared = match read::<ComparedAreas>(files, &path) {
            Ok(compared) => compared,
            Err(problem) => {
                problems.add(problem);
                continue;
            }
        };
        let (n_slugs, n_columns) = (compared.by.len(), compared.columns.len());
        if n_slugs != n_columns {
            problems.add(format!("{path} names {n_slugs} indicators and has {n_columns} columns."));
        }
        for group in &compared.groups {
            if let Some(area) = group.areas.iter().find(|area| table.position(area).is_none()) {
                let id = &group.id;
                problems.add(format!("{path}: the group “{id}” has {area}, which the level has not."));
            }
        }
        for (slug, column) in compared.by.iter().zip(&compared.columns) {
            let cube = cubes.get(&(slug.clone(), table.level, table.vintage));
            if cube.is_none_or(|cube| newest(cube) != column.0) {
                problems.add(format!("{path}: the values of {slug} are not those of the indicator's table."));
            }
        }
    }
}
