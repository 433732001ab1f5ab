//! The population-true layouts of an edition as files: `tiles/<level>-<vintage>.json`.

use super::assemble::Files;
use super::boundaries::tiles::{Laid, tiles, tiles_json};
use super::contents::{Contents, LevelContents};
use crate::geo::neighbours::Contiguity;
use crate::geo::topology::Topology;
use crate::model::{AreaCode, AreaTable, Level, paths};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// People a hexagon stands for where larger areas have several.
const PEOPLE_A_TILE: f64 = 10_000.0;

/// The layouts of municipalities, with a hexagon for every 10,000 people, and of DeSO, which have about equally many
/// people, with one each. A level has a layout when all of its areas have borders and people.
pub(super) fn tile_files(contents: &Contents) -> Files {
    let laid = |level: &LevelContents| {
        let borders = level.borders.as_ref()?;
        let areas = &level.areas;
        let a_tile = match areas.level {
            Level::Municipality => Some(PEOPLE_A_TILE),
            Level::Deso => None,
            _ => return None,
        };
        let everywhere = areas.population.iter().all(|people| *people > 0)
            && areas.label_points.iter().all(|point| *point != [0, 0])
            && areas.label_points.len() == areas.codes.len();
        everywhere
            .then(|| (paths::tiles(areas.level, areas.vintage), text(areas, borders, a_tile).into_bytes()))
    };
    contents.levels.par_iter().filter_map(laid).collect::<Vec<_>>().into_iter().collect()
}

/// The layout with a hexagon for so many people, or with one for each area.
fn text(areas: &AreaTable, borders: &Topology, people_a_tile: Option<f64>) -> String {
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    let mut number = |code: &str| {
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        *numbers.entry(code.to_owned()).or_insert(next)
    };
    let mut laid = |at: usize| {
        let code: &AreaCode = &areas.codes[at];
        let within = match areas.level {
            Level::Municipality => vec![number(&code.as_str()[..2])],
            _ => vec![
                number(&code.as_str()[..2]),
                number(&code.as_str()[..4]),
                number(areas.parents[at].as_str()),
            ],
        };
        let people = people_a_tile.map_or(1.0, |_| f64::from(areas.population[at]));
        Laid { at: areas.label_points[at].map(f64::from), people, within }
    };
    let all: Vec<Laid> = (0..areas.codes.len()).map(&mut laid).collect();
    let made = tiles(&all, &borders.neighbours(Contiguity::Rook), people_a_tile.unwrap_or(1.0));
    let people: f64 = areas.population.iter().map(|people| f64::from(*people)).sum();
    // Where each area has one hexagon, it stands for as many as live in an area on average.
    let stands_for = people_a_tile.unwrap_or_else(|| (people / areas.codes.len().max(1) as f64).round());
    tiles_json(&made, areas.level, areas.vintage, stands_for)
}
