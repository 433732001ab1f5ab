//! One clean tessellation from areas that were drawn one by one.
//!
//! All rings are put on the grid and cut where they meet (`noding`); the plane then falls into faces
//! (`faces`), and for each face it is known which areas claim it. A face that one area claims is that area's.
//! One that several claim is an overlap, one that nobody claims but that is only a sliver between neighbours is a
//! gap; either is given to the claimant, or neighbour, with whom it shares the longest border. Last, a
//! splinter that an area has beside larger parts goes to the neighbour with the longest border
//! (`splinters`). Everything given away is reported.

mod faces;
mod noding;
mod splinters;

use crate::geo::build::{Edge, GridPolygon};
use crate::geo::grid::Grid;
use crate::geo::topology::{OUTSIDE, Topology, TopologyError};
use faces::{Face, Faces};
use noding::noded;
use std::collections::BTreeMap;

/// What was wrong with a piece of the plane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// Several areas claimed it.
    Overlap,
    /// Nobody claimed it, though it is but a sliver between areas.
    Gap,
    /// A part of an area, narrower than a sliver, that is cut off from larger parts.
    Splinter,
}

/// A piece of the plane that was given to one area.
#[derive(Debug, Clone, PartialEq)]
pub struct Repair {
    /// What was wrong.
    pub wrong: Wrong,
    /// The areas that claimed an overlap, or those around a gap, or the one that a
    /// splinter belonged to; indices.
    pub areas: Vec<u32>,
    /// The area that has it now.
    pub given_to: u32,
    /// Its size.
    pub m2: f64,
    /// A corner of it, in world metres.
    pub at: [f64; 2],
}

/// The topology of areas on the grid, and what had to be repaired. A gap narrower than `sliver` metres (twice its
/// size over its circumference) is closed, a wider one stays outside.
///
/// # Errors
/// What [`Topology::from_edges`] finds; never for lack of fit between the areas.
pub fn repaired(
    grid: Grid,
    areas: &[Vec<GridPolygon>],
    sliver: f64,
) -> Result<(Topology, Vec<Repair>), TopologyError> {
    let edges = noded(areas);
    let faces = Faces::new(&edges);
    let mut owners: Vec<Option<u32>> = faces.faces.iter().map(|face| sole(&face.claims)).collect();
    let borders = borders(&faces, &owners);
    let mut repairs = Vec::new();
    for (f, face) in faces.faces.iter().enumerate().skip(1) {
        let width = if face.cells > 0.0 { 2.0 * face.cells / face.around * grid.step } else { f64::INFINITY };
        let wrong = match face.claims.len() {
            0 if width < sliver => Wrong::Gap,
            0 | 1 => continue,
            _ => Wrong::Overlap,
        };
        let beside = borders.get(&f);
        let candidates = |area: u32| wrong == Wrong::Gap || face.claims.contains(&area);
        let longest = beside.into_iter().flatten().filter(|(area, _)| candidates(**area)).fold(
            None,
            |best: Option<(u32, f64)>, (area, length)| match best {
                Some((_, most)) if most >= *length => best,
                _ => Some((*area, *length)),
            },
        );
        let Some(given_to) = longest.map(|(area, _)| area).or(face.claims.first().copied()) else { continue };
        owners[f] = Some(given_to);
        repairs.push(Repair {
            wrong,
            areas: match wrong {
                Wrong::Gap => beside.into_iter().flatten().map(|(area, _)| *area).collect(),
                _ => face.claims.clone(),
            },
            given_to,
            m2: face.cells * grid.step * grid.step,
            at: grid.world_from_grid(face.corner),
        });
    }
    repairs.extend(splinters::given_away(&faces, &mut owners, grid, sliver));
    let owner = |face: usize| owners[face].unwrap_or(OUTSIDE);
    let edges: Vec<Edge> = edges
        .iter()
        .enumerate()
        .map(|(e, edge)| (edge.from, edge.to, owner(faces.left(e)), owner(faces.right(e))))
        .filter(|edge| edge.2 != edge.3)
        .collect();
    Ok((Topology::from_edges(grid, areas.len(), &edges)?, repairs))
}

fn sole(claims: &[u32]) -> Option<u32> {
    if let [area] = claims { Some(*area) } else { None }
}

/// For each face that is not one area's, the areas beside it and the length of the border, in grid units.
fn borders(faces: &Faces, owners: &[Option<u32>]) -> BTreeMap<usize, BTreeMap<u32, f64>> {
    let contested = |f: usize, face: &Face| f > 0 && face.claims.len() != 1;
    let mut borders: BTreeMap<usize, BTreeMap<u32, f64>> = BTreeMap::new();
    for e in 0..faces.n_edges() {
        for (here, there) in [(faces.left(e), faces.right(e)), (faces.right(e), faces.left(e))] {
            if let (true, Some(area)) = (contested(here, &faces.faces[here]), owners[there]) {
                *borders.entry(here).or_default().entry(area).or_default() += faces.length(e);
            }
        }
    }
    borders
}
