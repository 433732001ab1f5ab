//! Areas on the grid, joined into one topology.

use super::error::{BoundaryError, Fault};
use super::geojson::SourceArea;
use super::repair::{Repair, repaired};
use crate::geo::build::GridPolygon;
use crate::geo::grid::{Bounds, Grid};
use crate::geo::topology::Topology;

/// The topology of some areas, and what had to be repaired to make one of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Tessellation {
    /// Area `i` is the `i`-th of the areas it was made of.
    pub topology: Topology,
    /// Pieces of the plane that were claimed by several areas or by none.
    pub repairs: Vec<Repair>,
}

/// Areas as one topology on a grid of `step` metres whose origin is a whole number of steps. Overlaps are given to
/// one of the areas concerned, and so are gaps narrower than `sliver` metres.
///
/// # Errors
/// When an area has no size on the grid; `file` is the name that errors use.
pub fn tessellation(
    areas: &[SourceArea],
    step: f64,
    sliver: f64,
    file: &str,
) -> Result<Tessellation, BoundaryError> {
    let grid = grid_around(areas, step);
    let mut snapped = Vec::with_capacity(areas.len());
    for area in areas {
        let polygons = snapped_polygons(area, &grid).ok_or_else(|| {
            let sentence = format!("area {} is too large for a grid of {step} m", area.code);
            BoundaryError::whole(file, sentence)
        })?;
        snapped.push(polygons);
    }
    let (topology, repairs) =
        repaired(grid, &snapped, sliver).map_err(|error| BoundaryError::whole(file, error.to_string()))?;
    let lost = topology.twice_cells().into_iter().zip(areas).filter(|(twice, _)| *twice <= 0);
    let faults: Vec<Fault> = lost
        .map(|(_, area)| Fault {
            feature: None,
            sentence: format!(
                "nothing is left of area {} on a grid of {step} m beside the areas that overlap it",
                area.code
            ),
        })
        .collect();
    if faults.is_empty() {
        Ok(Tessellation { topology, repairs })
    } else {
        Err(BoundaryError { file: file.to_owned(), faults })
    }
}

fn grid_around(areas: &[SourceArea], step: f64) -> Grid {
    let positions = areas.iter().flat_map(|area| area.polygons.iter().flatten().flatten().copied());
    let south_west = Bounds::of(positions).min.map(|c| if c.is_finite() { c } else { 0.0 });
    Grid { origin: south_west.map(|c| (c / step).floor() * step), step }
}

fn snapped_polygons(area: &SourceArea, grid: &Grid) -> Option<Vec<GridPolygon>> {
    let ring =
        |ring: &Vec<[f64; 2]>| ring.iter().map(|p| grid.grid_from_world(*p)).collect::<Option<Vec<_>>>();
    area.polygons.iter().map(|polygon| polygon.iter().map(ring).collect()).collect()
}
