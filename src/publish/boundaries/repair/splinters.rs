//! Splinters: thin parts of an area that overlaps have cut off from the rest of it.

use super::faces::Faces;
use super::{Repair, Wrong};
use crate::geo::grid::Grid;
use std::collections::BTreeMap;

/// Gives every splinter narrower than `sliver` metres to the neighbour with the longest border to it, unless it is
/// the largest part of its area or has no neighbour but the outside.
pub(super) fn given_away(faces: &Faces, owners: &mut [Option<u32>], grid: Grid, sliver: f64) -> Vec<Repair> {
    let parts = parts(faces, owners);
    let mut size: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for (face, part) in parts.iter().enumerate().skip(1) {
        size.entry(*part).or_default().0 += faces.faces[face].cells;
    }
    let mut beside: BTreeMap<usize, BTreeMap<u32, f64>> = BTreeMap::new();
    for e in 0..faces.n_edges() {
        let sides = [faces.left(e), faces.right(e)];
        for (here, there) in [(sides[0], sides[1]), (sides[1], sides[0])] {
            if parts[here] != parts[there] {
                size.entry(parts[here]).or_default().1 += faces.length(e);
                if let Some(area) = owners[there] {
                    *beside.entry(parts[here]).or_default().entry(area).or_default() += faces.length(e);
                }
            }
        }
    }
    let mut largest: BTreeMap<u32, (f64, usize)> = BTreeMap::new();
    for (part, (cells, _)) in &size {
        if let Some(area) = owners[*part] {
            let most = largest.entry(area).or_insert((*cells, *part));
            if *cells > most.0 {
                *most = (*cells, *part);
            }
        }
    }
    let mut moves: BTreeMap<usize, u32> = BTreeMap::new();
    let mut repairs = Vec::new();
    for (part, (cells, around)) in &size {
        let Some(area) = owners[*part] else { continue };
        if largest[&area].1 == *part || 2.0 * cells / around * grid.step >= sliver {
            continue;
        }
        let neighbours = beside.get(part).into_iter().flatten().map(|(area, length)| (*length, *area));
        if let Some((_, given_to)) = neighbours.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1))) {
            moves.insert(*part, given_to);
            repairs.push(Repair {
                wrong: Wrong::Splinter,
                areas: vec![area],
                given_to,
                m2: cells * grid.step * grid.step,
                at: grid.world_from_grid(faces.faces[*part].corner),
            });
        }
    }
    for (face, part) in parts.iter().enumerate() {
        if let Some(given_to) = moves.get(part) {
            owners[face] = Some(*given_to);
        }
    }
    repairs
}

/// For each face the lowest face of the part it belongs to: faces of one owner that share an edge.
fn parts(faces: &Faces, owners: &[Option<u32>]) -> Vec<usize> {
    let mut parent: Vec<usize> = (0..owners.len()).collect();
    for e in 0..faces.n_edges() {
        let (a, b) = (faces.left(e), faces.right(e));
        if owners[a].is_some() && owners[a] == owners[b] {
            let (a, b) = (root(&mut parent, a), root(&mut parent, b));
            parent[a.max(b)] = a.min(b);
        }
    }
    (0..owners.len()).map(|face| root(&mut parent, face)).collect()
}

fn root(parent: &mut [usize], mut face: usize) -> usize {
    while parent[face] != face {
        parent[face] = parent[parent[face]];
        face = parent[face];
    }
    face
}
