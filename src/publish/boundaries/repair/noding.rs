//! Rings cut into edges that meet in their ends only.

use crate::geo::build::GridPolygon;
use crate::geo::crossings::CrossingSearch;
use crate::geo::grid::Bounds;
use crate::geo::packed_index::PackedIndex;
use crate::geo::rings::{cross, dot};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// An edge and the areas of which it is a border, ascending; crossing it means entering or leaving each of them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NodedEdge {
    /// The lesser end.
    pub(super) from: [i32; 2],
    /// The greater end.
    pub(super) to: [i32; 2],
    /// Areas that end at this edge.
    pub(super) areas: Vec<u32>,
}

type Side = ([i32; 2], [i32; 2], u32);

/// All rings as edges that share nothing but ends, ascending. Where two cross between grid points both are bent to the
/// nearest one, by at most half a step.
pub(super) fn noded(areas: &[Vec<GridPolygon>]) -> Vec<NodedEdge> {
    let mut sides: Vec<Side> = Vec::new();
    for (area, polygons) in (0u32..).zip(areas) {
        for ring in polygons.iter().flatten() {
            for (i, from) in ring.iter().enumerate() {
                push(&mut sides, *from, ring[(i + 1) % ring.len()], area);
            }
        }
    }
    // Edges that are known to meet nothing but in their ends, and those that may.
    let mut clean: Vec<NodedEdge> = Vec::new();
    let mut open = merged(&mut sides);
    loop {
        let lines: Vec<[[i32; 2]; 2]> = open.iter().map(|edge| [edge.from, edge.to]).collect();
        let crossings = crossings(&lines);
        if crossings.is_empty() {
            clean.append(&mut open);
            clean.par_sort_unstable_by_key(|edge| (edge.from, edge.to));
            return clean;
        }
        let mut cuts: BTreeMap<usize, Vec<[i32; 2]>> = BTreeMap::new();
        for (i, j) in crossings {
            let (i, j) = (i as usize, j as usize);
            for p in meeting_points(lines[i], lines[j]) {
                for edge in [i, j] {
                    if !lines[edge].contains(&p) {
                        cuts.entry(edge).or_default().push(p);
                    }
                }
            }
        }
        // The pieces of an edge stay in its box, so that only what is there can meet them.
        let boxes: Vec<Bounds> = cuts.keys().map(|edge| box_of(lines[*edge])).collect();
        let near_cuts = PackedIndex::new(&boxes);
        let is_near = |edge: &NodedEdge| {
            let mut near = false;
            near_cuts.each_in(&box_of([edge.from, edge.to]), &mut |_| near = true);
            near
        };
        sides.clear();
        let mut cut = |edge: &NodedEdge, mut stops: Vec<[i32; 2]>| {
            stops.sort_unstable_by_key(|p| (dot(edge.from, edge.to, *p), *p));
            stops.push(edge.to);
            let mut at = edge.from;
            for stop in stops {
                for area in &edge.areas {
                    push(&mut sides, at, stop, *area);
                }
                at = stop;
            }
        };
        let mut apart = Vec::with_capacity(clean.len() + open.len());
        for (e, edge) in open.into_iter().enumerate() {
            match cuts.remove(&e) {
                Some(stops) => cut(&edge, stops),
                None if is_near(&edge) => cut(&edge, Vec::new()),
                None => apart.push(edge),
            }
        }
        for edge in clean {
            if is_near(&edge) { cut(&edge, Vec::new()) } else { apart.push(edge) }
        }
        clean = apart;
        open = merged(&mut sides);
    }
}

/// Pairs of edges that share more than an end, ascending.
fn crossings(lines: &[[[i32; 2]; 2]]) -> Vec<(u32, u32)> {
    let search = CrossingSearch::new(lines);
    let parts = (0..search.n_parts()).into_par_iter();
    let mut found: Vec<(u32, u32)> = parts.flat_map_iter(|part| search.of_part(part)).collect();
    found.sort_unstable();
    found
}

fn box_of(line: [[i32; 2]; 2]) -> Bounds {
    Bounds::of(line.map(|p| p.map(f64::from)))
}

fn push(sides: &mut Vec<Side>, a: [i32; 2], b: [i32; 2], area: u32) {
    if a != b {
        sides.push((a.min(b), a.max(b), area));
    }
}

/// Each edge once. An area that has it twice does not end there and is not named.
fn merged(sides: &mut [Side]) -> Vec<NodedEdge> {
    sides.par_sort_unstable();
    let mut edges = Vec::new();
    for same in sides.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let areas: Vec<u32> = same
            .chunk_by(|a, b| a.2 == b.2)
            .filter(|times| times.len() % 2 == 1)
            .map(|times| times[0].2)
            .collect();
        if !areas.is_empty() {
            edges.push(NodedEdge { from: same[0].0, to: same[0].1, areas });
        }
    }
    edges
}

/// Where two edges that share more than an end are to be cut: ends of one on the other, else the grid point
/// nearest to where they cross.
fn meeting_points([a, b]: [[i32; 2]; 2], [c, d]: [[i32; 2]; 2]) -> Vec<[i32; 2]> {
    let on = |p: [i32; 2], from: [i32; 2], to: [i32; 2]| cross(from, to, p) == 0 && dot(p, from, to) <= 0;
    let mut points: Vec<[i32; 2]> = [a, b].into_iter().filter(|p| on(*p, c, d)).collect();
    points.extend([c, d].into_iter().filter(|p| on(*p, a, b)));
    if points.is_empty() {
        let (of_a, of_b) = (i128::from(cross(c, d, a)), i128::from(cross(c, d, b)));
        let whole = of_a - of_b;
        let along = |axis: usize| {
            let span = i128::from(b[axis]) - i128::from(a[axis]);
            // Rounded to the nearest, halves upwards, whatever the signs.
            let (over, under) = if whole < 0 { (-span * of_a, -whole) } else { (span * of_a, whole) };
            let step = (2 * over + under).div_euclid(2 * under);
            i32::try_from(i128::from(a[axis]) + step).expect("a point between two grid points is on the grid")
        };
        points.push([along(0), along(1)]);
    }
    points
}
