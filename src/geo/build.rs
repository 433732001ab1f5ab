//! A topology from polygons on the grid: equal edges of two neighbours become one.

use super::chain::{Piece, chained};
use super::grid::Grid;
use super::index;
use super::topology::{OUTSIDE, Topology, TopologyError};

/// A polygon on the grid: the outer ring, then its holes, in any direction, closed or not.
pub type GridPolygon = Vec<Vec<[i32; 2]>>;

impl Topology {
    /// The topology of areas that share their borders point by point; `areas[i]` holds the polygons of area `i`.
    /// Parts of one area that touch along an edge grow together. Rings of fewer than three different points
    /// bound nothing and are left out.
    ///
    /// Borders that run beside each other without sharing points stay apart: repairing them comes before.
    ///
    /// # Errors
    /// [`TopologyError::Overlap`] when two areas claim the same side of an edge, and what [`Topology::new`] finds.
    pub fn from_polygons(grid: Grid, areas: &[Vec<GridPolygon>]) -> Result<Topology, TopologyError> {
        let nodes = nodes_of(areas);
        let pieces = merged(&edges_of(areas, &nodes), grid, &nodes)?;
        from_pieces(grid, areas.len(), &nodes, &pieces)
    }

    /// The topology of edges `(from, to, left, right)` that are known to be all different and to meet in their
    /// ends only.
    ///
    /// # Errors
    /// What [`Topology::new`] finds.
    pub fn from_edges(grid: Grid, n_areas: usize, edges: &[Edge]) -> Result<Topology, TopologyError> {
        // Ends in order are numbered as they come, which is far quicker than looking each up.
        let mut ends: Vec<([i32; 2], u32)> = Vec::with_capacity(2 * edges.len());
        for (at, edge) in (0u32..).step_by(2).zip(edges) {
            ends.extend([(edge.0, at), (edge.1, at + 1)]);
        }
        ends.sort_unstable();
        let mut nodes: Vec<[i32; 2]> = Vec::new();
        let mut node_of = vec![0; ends.len()];
        for (p, end) in ends {
            if nodes.last() != Some(&p) {
                nodes.push(p);
            }
            node_of[end as usize] = index(nodes.len() - 1);
        }
        let piece =
            |(ends, edge): (&[u32], &Edge)| Piece { from: ends[0], to: ends[1], left: edge.2, right: edge.3 };
        let pieces: Vec<Piece> = node_of.chunks_exact(2).zip(edges).map(piece).collect();
        from_pieces(grid, n_areas, &nodes, &pieces)
    }
}

/// An edge on the grid: its first and last point, then the areas (or [`OUTSIDE`]) on its left and right.
pub type Edge = ([i32; 2], [i32; 2], u32, u32);

fn from_pieces(
    grid: Grid,
    n_areas: usize,
    nodes: &[[i32; 2]],
    pieces: &[Piece],
) -> Result<Topology, TopologyError> {
    let arcs = chained(nodes.len(), pieces);
    let mut points = Vec::with_capacity(pieces.len() + arcs.len());
    let mut offsets = vec![0];
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for run in &arcs {
        let (first, reversed) = run[0];
        let first = &pieces[first as usize];
        points.push(nodes[if reversed { first.to } else { first.from } as usize]);
        points.extend(run.iter().map(|&(piece, reversed)| {
            let piece = &pieces[piece as usize];
            nodes[if reversed { piece.from } else { piece.to } as usize]
        }));
        let (l, r) = first.sides(reversed);
        left.push(l);
        right.push(r);
        offsets.push(index(points.len()));
    }
    Topology::new(n_areas, grid, points, offsets, left, right)
}

/// All different points, sorted.
fn nodes_of(areas: &[Vec<GridPolygon>]) -> Vec<[i32; 2]> {
    let mut nodes: Vec<[i32; 2]> = areas.iter().flatten().flatten().flatten().copied().collect();
    nodes.sort_unstable();
    nodes.dedup();
    nodes
}

/// One side of an edge as an area's ring gives it: nodes ascending, `on_left` of that direction.
type Side = (u32, u32, bool, u32);

fn edges_of(areas: &[Vec<GridPolygon>], nodes: &[[i32; 2]]) -> Vec<Side> {
    let mut sides = Vec::new();
    for (area, polygons) in areas.iter().enumerate() {
        for polygon in polygons {
            for (nth, ring) in polygon.iter().enumerate() {
                let ids: Vec<u32> =
                    ring.iter().map(|p| index(nodes.binary_search(p).unwrap_or_default())).collect();
                // An outer ring turned to run anticlockwise has its area on the left, a hole clockwise too.
                let forwards = (twice_cells(ring) > 0) == (nth == 0);
                for (i, &from) in ids.iter().enumerate() {
                    let to = ids[(i + 1) % ids.len()];
                    if from != to {
                        let on_left = (from < to) == forwards;
                        sides.push((from.min(to), from.max(to), on_left, index(area)));
                    }
                }
            }
        }
    }
    sides.sort_unstable();
    sides
}

fn twice_cells(ring: &[[i32; 2]]) -> i64 {
    let mut closed = ring.to_vec();
    closed.extend(ring.first());
    super::topology::swept(&closed)
}

/// Each edge once, with the areas on both its sides; edges with one area on both sides disappear.
fn merged(sides: &[Side], grid: Grid, nodes: &[[i32; 2]]) -> Result<Vec<Piece>, TopologyError> {
    let mut pieces = Vec::with_capacity(sides.len() / 2 + 1);
    for edge in sides.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let (from, to) = (edge[0].0, edge[0].1);
        let mut claims: [Vec<u32>; 2] = [true, false]
            .map(|on_left| edge.iter().filter(|side| side.2 == on_left).map(|side| side.3).collect());
        cancel_common(&mut claims);
        for claim in &claims {
            if let [one, other, ..] = claim[..] {
                let [a, b] = [from, to].map(|node| grid.world_from_grid(nodes[node as usize]));
                let at = [(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0];
                return Err(TopologyError::Overlap { areas: [one, other], at });
            }
        }
        let [left, right] = claims.map(|claim| claim.first().copied().unwrap_or(OUTSIDE));
        if left != right {
            pieces.push(Piece { from, to, left, right });
        }
    }
    Ok(pieces)
}

/// An area that claims both sides of an edge has no border there.
fn cancel_common(claims: &mut [Vec<u32>; 2]) {
    let mut i = 0;
    while i < claims[0].len() {
        if let Some(j) = claims[1].iter().position(|area| *area == claims[0][i]) {
            claims[0].swap_remove(i);
            claims[1].swap_remove(j);
        } else {
            i += 1;
        }
    }
}
