//! The faces into which edges divide the plane, and the areas that claim each.

use super::noding::NodedEdge;
use crate::geo::grid::Bounds;
use crate::geo::packed_index::PackedIndex;
use crate::geo::rings::cross;
use rayon::prelude::*;
use std::cmp::Ordering;

/// A face: a piece of the plane without an edge inside.
#[derive(Debug, Clone, Default)]
pub(super) struct Face {
    /// The areas that claim it, ascending.
    pub(super) claims: Vec<u32>,
    /// Its size in grid cells; not positive for the unbounded face.
    pub(super) cells: f64,
    /// The length of all its borders, in grid units.
    pub(super) around: f64,
    /// A corner of it.
    pub(super) corner: [i32; 2],
}

/// All faces; the first is the unbounded one.
pub(super) struct Faces {
    pub(super) faces: Vec<Face>,
    /// The face on the left of half-edge `2e` (edge `e` forwards) and `2e + 1` (backwards).
    face_of: Vec<usize>,
    lengths: Vec<f64>,
}

impl Faces {
    pub(super) fn new(edges: &[NodedEdge]) -> Faces {
        let halves = Halves { edges };
        let (cycle_of, cycles) = cycles(&halves);
        let (face_of_cycle, n_faces) = joined(&halves, &cycle_of, &cycles);
        let mut faces = vec![Face::default(); n_faces];
        for (cycle, face) in cycles.iter().zip(&face_of_cycle) {
            faces[*face].cells += cycle.twice as f64 / 2.0;
            faces[*face].corner = halves.from(cycle.westmost);
        }
        let face_of: Vec<usize> = cycle_of.iter().map(|cycle| face_of_cycle[*cycle]).collect();
        let length = |e: &NodedEdge| f64::from(e.to[0] - e.from[0]).hypot(f64::from(e.to[1] - e.from[1]));
        let lengths: Vec<f64> = edges.iter().map(length).collect();
        for (half, face) in face_of.iter().enumerate() {
            faces[*face].around += lengths[half / 2];
        }
        claim(&mut faces, &face_of, edges);
        Faces { faces, face_of, lengths }
    }

    pub(super) fn n_edges(&self) -> usize {
        self.lengths.len()
    }

    /// The face on the left of an edge, seen from its lesser end to its greater one.
    pub(super) fn left(&self, edge: usize) -> usize {
        self.face_of[2 * edge]
    }

    pub(super) fn right(&self, edge: usize) -> usize {
        self.face_of[2 * edge + 1]
    }

    /// In grid units.
    pub(super) fn length(&self, edge: usize) -> f64 {
        self.lengths[edge]
    }
}

/// Edges seen in both directions: half-edge `2e` runs forwards, `2e + 1` backwards.
struct Halves<'a> {
    edges: &'a [NodedEdge],
}

impl Halves<'_> {
    fn len(&self) -> usize {
        2 * self.edges.len()
    }

    fn from(&self, half: usize) -> [i32; 2] {
        let edge = &self.edges[half / 2];
        if half.is_multiple_of(2) { edge.from } else { edge.to }
    }

    fn to(&self, half: usize) -> [i32; 2] {
        self.from(half ^ 1)
    }
}

/// A closed walk with one face on its left.
struct Cycle {
    /// Twice the size it encloses; not positive when the face lies around it.
    twice: i64,
    /// Its half-edge that begins furthest west.
    westmost: usize,
}

/// The cycle of each half-edge, and the cycles.
fn cycles(halves: &Halves) -> (Vec<usize>, Vec<Cycle>) {
    // Half-edges by where they begin, anticlockwise from west: where, where to, which.
    let mut order: Vec<([i32; 2], [i32; 2], usize)> =
        (0..halves.len()).map(|half| (halves.from(half), halves.to(half), half)).collect();
    order.par_sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| anticlockwise(a.0, a.1, b.1)));
    let mut clockwise_next = vec![0; halves.len()];
    for around in order.chunk_by(|a, b| a.0 == b.0) {
        for (i, (_, _, half)) in around.iter().enumerate() {
            clockwise_next[*half] = around[(i + around.len() - 1) % around.len()].2;
        }
    }
    drop(order);
    let mut cycle_of = vec![usize::MAX; halves.len()];
    let mut cycles = Vec::new();
    for begin in 0..halves.len() {
        if cycle_of[begin] != usize::MAX {
            continue;
        }
        let mut cycle = Cycle { twice: 0, westmost: begin };
        let mut half = begin;
        while cycle_of[half] == usize::MAX {
            cycle_of[half] = cycles.len();
            cycle.twice += cross([0, 0], halves.from(half), halves.to(half));
            if halves.from(half) < halves.from(cycle.westmost) {
                cycle.westmost = half;
            }
            // Keeping the face on the left: at the end, the sharpest turn to the left.
            half = clockwise_next[half ^ 1];
        }
        cycles.push(cycle);
    }
    (cycle_of, cycles)
}

/// Order of directions about `hub`, anticlockwise, beginning at west.
fn anticlockwise(hub: [i32; 2], a: [i32; 2], b: [i32; 2]) -> Ordering {
    let upper = |p: [i32; 2]| p[1] > hub[1] || (p[1] == hub[1] && p[0] > hub[0]);
    upper(a).cmp(&upper(b)).then_with(|| 0.cmp(&cross(hub, a, b)))
}

/// The face of each cycle and the number of faces. A cycle that lies in a face as the border of an island is
/// joined with the cycle that bounds the face.
fn joined(halves: &Halves, cycle_of: &[usize], cycles: &[Cycle]) -> (Vec<usize>, usize) {
    let boxes: Vec<Bounds> =
        halves.edges.iter().map(|edge| Bounds::of([edge.from, edge.to].map(|p| p.map(f64::from)))).collect();
    let tree = PackedIndex::new(&boxes);
    let mut face_of = vec![usize::MAX; cycles.len()];
    let mut n_faces = 1;
    for (c, cycle) in cycles.iter().enumerate() {
        if cycle.twice > 0 {
            face_of[c] = n_faces;
            n_faces += 1;
        }
    }
    for c in 0..cycles.len() {
        // Westwards from cycle to cycle until one that bounds its face, or none at all.
        let mut trail = Vec::new();
        let mut at = Some(c);
        while let Some(cycle) = at.filter(|cycle| face_of[*cycle] == usize::MAX) {
            trail.push(cycle);
            let from = halves.from(cycles[cycle].westmost);
            at = half_edge_west_of(halves, &tree, from).map(|half| cycle_of[half]);
        }
        let face = at.map_or(0, |cycle| face_of[cycle]);
        for cycle in trail {
            face_of[cycle] = face;
        }
    }
    (face_of, n_faces)
}

/// The half-edge that bounds, from the west, the face just west of a point on the western end of its component.
fn half_edge_west_of(halves: &Halves, tree: &PackedIndex, p: [i32; 2]) -> Option<usize> {
    // A hair north of the point no edge ends, and nothing lies between the point and that line.
    const HAIR: f64 = 1.0 / 1_073_741_824.0;
    let [x, y] = p.map(f64::from);
    let mut nearest: Option<(f64, usize)> = None;
    let ray = Bounds { min: [f64::NEG_INFINITY, y], max: [x, y] };
    tree.each_in(&ray, &mut |e| {
        let edge = &halves.edges[e];
        let (low, high, southwards) = if edge.from[1] <= edge.to[1] {
            (edge.from, edge.to, 2 * e + 1)
        } else {
            (edge.to, edge.from, 2 * e)
        };
        if low == p || high == p || low[1] > p[1] || high[1] <= p[1] {
            return;
        }
        let along = (f64::from(p[1] - low[1]) + HAIR) / f64::from(high[1] - low[1]);
        let at = f64::from(low[0]) + along * f64::from(high[0] - low[0]);
        if at < x && nearest.is_none_or(|(best, _)| at > best) {
            nearest = Some((at, southwards));
        }
    });
    nearest.map(|(_, half)| half)
}

/// Who claims which face: nobody the unbounded one, and each edge enters or leaves the areas whose border it is.
fn claim(faces: &mut [Face], face_of: &[usize], edges: &[NodedEdge]) {
    let mut by_face: Vec<(usize, usize)> =
        face_of.iter().enumerate().map(|(half, face)| (*face, half)).collect();
    by_face.sort_unstable();
    let mut known = vec![false; faces.len()];
    let mut open = vec![0];
    known[0] = true;
    while let Some(face) = open.pop() {
        let first = by_face.partition_point(|(f, _)| *f < face);
        for (_, half) in by_face[first..].iter().take_while(|(f, _)| *f == face) {
            let there = face_of[half ^ 1];
            if !known[there] {
                known[there] = true;
                faces[there].claims = either_or(&faces[face].claims, &edges[half / 2].areas);
                open.push(there);
            }
        }
    }
}

/// The members of exactly one of two ascending lists, ascending.
fn either_or(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut all: Vec<u32> =
        a.iter().filter(|x| !b.contains(x)).chain(b.iter().filter(|x| !a.contains(x))).copied().collect();
    all.sort_unstable();
    all
}
