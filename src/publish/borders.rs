//! The borders of a level of the manifest: what `boundaries` makes of its files, numbered as the level's areas. An area
//! that no file draws has no arcs.

use super::boundaries::BoundaryError;
use super::boundaries::geojson::{Reading, SWEDEN, SourceArea, read_geojson};
use super::boundaries::repair::{Repair, Wrong};
use super::boundaries::tessellation::tessellation;
use super::connectors;
use super::error::{Problems, PublishError};
use super::manifest::LevelSource;
use crate::geo::topology::{OUTSIDE, Topology, TopologyError};
use crate::model::AreaCode;
use std::path::Path;

/// Metres between the lines of the grid that borders are kept on.
const STEP: f64 = 1.0;

/// Gaps between areas narrower than this many metres are slivers and are closed.
const SLIVER: f64 = 50.0;

/// The borders of the areas with these codes, which ascend, and a note for each kind of repair and on areas without; no
/// borders, when the manifest names no file of them.
///
/// # Errors
/// With a sentence for each fault of a file, for each area that no list has, and when two files draw the same area.
pub(super) fn borders(
    level: &LevelSource,
    codes: &[AreaCode],
    source: &Path,
) -> Result<Option<(Topology, Vec<String>)>, PublishError> {
    let mut notes = Vec::new();
    let mut drawn: Vec<(SourceArea, usize)> = Vec::new();
    let mut problems = Problems::default();
    for borders in &level.borders {
        let file = &borders.file;
        let text = connectors::text(file, source)?;
        let reading = Reading { key: &borders.code, mend: borders.mend, within: SWEDEN };
        let read = read_geojson(&text, file, &reading).map_err(|error| bad_boundaries(&error))?;
        if !read.mended.is_empty() {
            let mended = BoundaryError { file: file.clone(), faults: read.mended };
            notes.push(format!("Mended: {mended}."));
        }
        for area in read.areas {
            let (id, vintage) = (level.level, level.vintage);
            match codes.binary_search_by(|code| code.as_str().cmp(&area.code)) {
                Ok(position) => drawn.push((area, position)),
                Err(_) => problems
                    .add(format!("{file}: {} is drawn, but no list of {id} {vintage} has it.", area.code)),
            }
        }
    }
    drawn.sort_by_key(|(_, position)| *position);
    for pair in drawn.windows(2).filter(|pair| pair[0].1 == pair[1].1) {
        problems.add(format!(
            "The borders of {} {}: two files draw {}.",
            level.level, level.vintage, pair[0].0.code
        ));
    }
    problems.or(())?;
    if drawn.is_empty() {
        return Ok(None);
    }

    let files: Vec<&str> = level.borders.iter().map(|borders| borders.file.as_str()).collect();
    let files = files.join(" and ");
    let (areas, positions): (Vec<SourceArea>, Vec<usize>) = drawn.into_iter().unzip();
    let made = tessellation(&areas, STEP, SLIVER, &files).map_err(|error| bad_boundaries(&error))?;
    notes.extend(told(&made.repairs, &files, &areas));
    if areas.len() < codes.len() {
        let (n_drawn, n_areas) = (areas.len(), codes.len());
        notes.push(format!(
            "{} {}: {n_drawn} of {n_areas} areas have borders; the others have values and are drawn on no map.",
            level.level, level.vintage
        ));
    }
    let numbered = numbered(&made.topology, &positions, codes.len())
        .map_err(|error| PublishError::bad(format!("{files}: the borders do not hold together: {error}.")))?;
    Ok(Some((numbered, notes)))
}

/// The same borders with area `i` numbered `positions[i]` of `n_areas`.
fn numbered(borders: &Topology, positions: &[usize], n_areas: usize) -> Result<Topology, TopologyError> {
    let side = |side: u32| match positions.get(side as usize) {
        Some(position) => u32::try_from(*position).unwrap_or(OUTSIDE),
        None => OUTSIDE,
    };
    let (mut points, mut offsets) = (Vec::with_capacity(borders.n_points()), vec![0]);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for arc in 0..borders.n_arcs() {
        points.extend_from_slice(borders.arc(arc));
        offsets.push(u32::try_from(points.len()).unwrap_or(u32::MAX));
        let (on_left, on_right) = borders.sides(arc);
        left.push(side(on_left));
        right.push(side(on_right));
    }
    Topology::new(n_areas, borders.grid(), points, offsets, left, right)
}

/// What was repaired: how many places, how large together, and the largest of them.
fn told(repairs: &[Repair], files: &str, areas: &[SourceArea]) -> Option<String> {
    let largest = repairs.iter().max_by(|a, b| a.m2.total_cmp(&b.m2))?;
    let of = |wrong: Wrong| {
        let some = || repairs.iter().filter(|repair| repair.wrong == wrong);
        // The sum of nothing is -0 for floating point numbers.
        (some().count(), some().map(|repair| repair.m2).sum::<f64>() + 0.0)
    };
    let ((n_overlaps, overlaps), (n_gaps, gaps)) = (of(Wrong::Overlap), of(Wrong::Gap));
    let code = |area: &u32| areas.get(*area as usize).map_or("?", |area| area.code.as_str());
    let between: Vec<&str> = largest.areas.iter().map(code).collect();
    let [east, north] = largest.at;
    Some(format!(
        "{files}: repaired {n_overlaps} overlaps ({overlaps:.0} m² in all) and {n_gaps} gaps ({gaps:.0} m²); the \
         largest is {:.0} m² at {east:.0} east, {north:.0} north, between {}, and went to {}.",
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
