//! The borders of a level of the manifest: what `boundaries` makes of its file, numbered as the level's areas.

use super::boundaries::BoundaryError;
use super::boundaries::geojson::{Reading, SWEDEN, read_geojson};
use super::boundaries::repair::{Repair, Wrong};
use super::boundaries::tessellation::tessellation;
use super::error::{Problems, PublishError};
use super::manifest::LevelSource;
use crate::geo::topology::Topology;
use crate::model::AreaCode;

/// Metres between the lines of the grid that borders are kept on.
const STEP: f64 = 1.0;

/// Gaps between areas narrower than this many metres are slivers and are closed.
const SLIVER: f64 = 50.0;

/// The borders of the areas with these codes, which ascend, and a note for each kind of repair.
///
/// # Errors
/// With a sentence for each fault of the file, or when its areas are not those of the list.
pub(super) fn borders(
    file: &str,
    text: &str,
    level: &LevelSource,
    codes: &[AreaCode],
) -> Result<(Topology, Vec<String>), PublishError> {
    let key = level.code.as_deref().unwrap_or_default();
    let reading = Reading { key, mend: level.mend, within: SWEDEN };
    let read = read_geojson(text, file, &reading).map_err(|error| bad_boundaries(&error))?;
    let areas = read.areas;
    if let Some((area, code)) = areas.iter().zip(codes).find(|(area, code)| area.code != code.as_str()) {
        let found = &area.code;
        return Err(PublishError::bad(format!(
            "{file}: the borders of {found} stand where {code} is expected."
        )));
    }
    if areas.len() != codes.len() {
        let (found, allowed) = (areas.len(), codes.len());
        return Err(PublishError::bad(format!(
            "{file}: has borders of {found} areas, the level has {allowed}."
        )));
    }
    let made = tessellation(&areas, STEP, SLIVER, file).map_err(|error| bad_boundaries(&error))?;
    let mut notes = Vec::new();
    if !read.mended.is_empty() {
        let mended = BoundaryError { file: file.to_owned(), faults: read.mended };
        notes.push(format!("Mended: {mended}"));
    }
    notes.extend(told(&made.repairs, file, codes));
    Ok((made.topology, notes))
}

/// What was repaired: how many places, how large together, and the largest of them.
fn told(repairs: &[Repair], file: &str, codes: &[AreaCode]) -> Option<String> {
    let largest = repairs.iter().max_by(|a, b| a.m2.total_cmp(&b.m2))?;
    let of = |wrong: Wrong| {
        let some = || repairs.iter().filter(|repair| repair.wrong == wrong);
        (some().count(), some().map(|repair| repair.m2).sum::<f64>())
    };
    let ((n_overlaps, overlaps), (n_gaps, gaps)) = (of(Wrong::Overlap), of(Wrong::Gap));
    let code = |area: &u32| codes.get(*area as usize).map_or("?", AreaCode::as_str);
    let between: Vec<&str> = largest.areas.iter().map(code).collect();
    let [east, north] = largest.at;
    Some(format!(
        "{file}: repaired {n_overlaps} overlaps ({overlaps:.0} m² in all) and {n_gaps} gaps ({gaps:.0} m²); the largest \
         is {:.0} m² at {east:.0} east, {north:.0} north, between {}, and went to {}.",
        largest.m2,
        between.join(" and "),
        code(&largest.given_to)
    ))
}

/// The faults of a boundary file as sentences.
pub(crate) fn bad_boundaries(error: &BoundaryError) -> PublishError {
    let mut problems = Problems::default();
    let text = error.to_string();
    problems.extend(text.lines().map(|line| format!("{}.", line.trim_end_matches('.'))));
    problems.or(()).err().unwrap_or_else(|| PublishError::bad(text))
}
