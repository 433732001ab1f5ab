//! What follows from values and borders: label points, the number of people, borders of larger areas.

use super::contents::{LevelContents, LevelCube};
use super::error::PublishError;
use crate::geo::topology::Topology;
use crate::model::{AreaCode, Cube, Level, Value};
use rayon::prelude::*;

/// Puts a label point into every area of `levels`, which are ordered largest areas first: of its own borders, or of
/// those of the next smaller level that has some, dissolved by parents. Levels without either keep none.
///
/// # Errors
/// When an area of the smaller level has a parent that the larger level does not have.
pub fn place_labels(levels: &mut [LevelContents]) -> Result<(), PublishError> {
    for at in 0..levels.len() {
        let own = levels[at].borders.as_ref().map(label_points_of);
        let points = match own {
            Some(points) => points,
            None => {
                let own = &levels[at].areas;
                // The codes of small areas mean other areas in another vintage; those of municipalities hardly ever do.
                let fits = |smaller: &&LevelContents| {
                    smaller.borders.is_some()
                        && smaller.areas.level > own.level
                        && (own.level < Level::Municipality || smaller.areas.vintage == own.vintage)
                };
                let Some(smaller) = levels[at..].iter().find(fits) else { continue };
                label_points_of(&dissolved_into(smaller, &levels[at])?)
            }
        };
        levels[at].areas.label_points = points;
    }
    Ok(())
}

/// Writes the newest number of people of each area into the area tables.
pub fn count_people(levels: &mut [LevelContents], population: &[LevelCube]) {
    for level in levels {
        let areas = &mut level.areas;
        let of_level = |table: &&LevelCube| table.level == areas.level && table.vintage == areas.vintage;
        let Some(table) = population.iter().find(of_level) else { continue };
        areas.population = newest(&table.cube).iter().map(|value| people(*value)).collect();
    }
}

/// The borders of the areas of `larger`, dissolved from those of `smaller`.
pub(crate) fn dissolved_into(
    smaller: &LevelContents,
    larger: &LevelContents,
) -> Result<Topology, PublishError> {
    let ancestor_of = |position: usize| {
        let code = &smaller.areas.codes[position];
        let candidates = parents(code, &smaller.areas.parents[position]);
        let found = candidates.iter().find_map(|candidate| larger.areas.position(candidate));
        found.and_then(|position| u32::try_from(position).ok()).ok_or_else(|| {
            PublishError::bad(format!(
                "The area {code} lies in no {}: its parent is {}, and there is none of that code.",
                larger.areas.level, smaller.areas.parents[position]
            ))
        })
    };
    let parent_of = (0..smaller.areas.codes.len()).map(ancestor_of).collect::<Result<Vec<_>, _>>()?;
    let borders = smaller.borders.as_ref().ok_or_else(|| {
        PublishError::bad(format!("The level {} has no borders to dissolve.", smaller.areas.level))
    })?;
    borders.dissolved(&parent_of, larger.areas.codes.len()).map_err(|error| {
        PublishError::bad(format!("The borders of {} cannot be dissolved: {error}.", larger.areas.level))
    })
}

/// The larger areas an area lies in, nearest first.
pub(super) fn parents(code: &AreaCode, parent: &AreaCode) -> Vec<AreaCode> {
    let mut chain = Vec::new();
    let mut next = (parent != code).then(|| parent.clone());
    while let Some(parent) = next {
        next = parent.parent();
        chain.push(parent);
    }
    chain
}

/// The values of the newest period.
pub(super) fn newest(cube: &Cube) -> Vec<Value> {
    cube.periods().last().and_then(|period| cube.cross_section(*period)).unwrap_or_default()
}

/// A number of people as a whole number; 0 where there is none.
pub(super) fn people(value: Value) -> u32 {
    let number = value.number().unwrap_or(0.0).round().clamp(0.0, f64::from(u32::MAX));
    #[expect(clippy::cast_possible_truncation, reason = "rounded and clamped to the range just above")]
    let people = number as u32;
    people
}

fn label_points_of(borders: &Topology) -> Vec<[i32; 2]> {
    let whole = |metres: f64| {
        let metres = metres.round().clamp(f64::from(i32::MIN), f64::from(i32::MAX));
        #[expect(clippy::cast_possible_truncation, reason = "rounded and clamped to the range just above")]
        let whole = metres as i32;
        whole
    };
    let arcs = borders.arcs_of_areas();
    // Every area has a size: a topology without is refused when it is made.
    let label = |area| borders.label_point(&arcs, area).map_or([0, 0], |label| label.at.map(whole));
    (0..borders.n_areas()).into_par_iter().map(label).collect()
}
