//! Boundary files: readable, made for the very areas of the list, and every area that has a label point still there at
//! every detail.

use super::super::assemble::Files;
use super::super::error::Problems;
use super::Areas;
use crate::geo::arcs;
use crate::model::{AreaCode, Catalogue, paths};

pub(super) fn check(files: &Files, catalogue: &Catalogue, areas: &Areas, problems: &mut Problems) {
    for entry in catalogue.levels.iter().filter(|entry| entry.boundaries) {
        let Some(table) = areas.get(&(entry.level, entry.vintage)) else { continue };
        if table.label_points.is_empty() {
            let path = paths::areas(entry.level, entry.vintage);
            problems
                .add(format!("{path} has no label points, but the catalogue says that there are borders."));
            continue;
        }
        let expected = arcs::fingerprint(table.codes.iter().map(AreaCode::as_str));
        for detail in paths::Detail::ALL {
            let path = paths::boundaries(entry.level, entry.vintage, detail);
            let Some(bytes) = files.get(&path) else {
                problems.add(format!("{path} does not exist, but the catalogue calls for it."));
                continue;
            };
            match arcs::decode(bytes) {
                Err(error) => problems.add(format!("{path}: {error}.")),
                Ok((_, found)) if found != expected => problems.add(format!(
                    "{path} was made for another list of areas than {}.",
                    paths::areas(entry.level, entry.vintage)
                )),
                Ok((topology, _)) => {
                    let sizes = topology.area_m2();
                    if sizes.len() != table.codes.len() {
                        let (found, listed) = (sizes.len(), table.codes.len());
                        problems.add(format!("{path} has {found} areas, the list has {listed}."));
                    }
                    let drawn = table.label_points.iter().map(|point| *point != [0, 0]);
                    for ((code, size), drawn) in table.codes.iter().zip(&sizes).zip(drawn) {
                        match (drawn, *size > 0.0) {
                            (true, false) => {
                                problems.add(format!("{path}: nothing is left of the area {code}."));
                            }
                            (false, true) => problems.add(format!(
                                "{path}: the area {code} has borders, but no label point in {}.",
                                paths::areas(entry.level, entry.vintage)
                            )),
                            _ => {}
                        }
                    }
                }
            }
        }
    }
}
