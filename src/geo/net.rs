//! Borders as a net whose points may move or go, one at a time, as long as nothing touches or changes sides.
//!
//! A move is allowed when neither the path of the point nor its new edges meet another edge, and no other point lies
//! in the triangles that its edges sweep over. What was clean before is then clean after, exactly, and in between.

use super::crossings::cross_or_touch;
use super::grid::{Bounds, Grid};
use super::index;
use super::packed_index::PackedIndex;
use super::simplify::in_triangle;
use super::topology::Topology;
use std::collections::HashMap;

/// No edge.
const GONE: u32 = u32::MAX;

/// The different points of a topology and the edges between them.
pub(super) struct Net {
    /// Where each point is now.
    pub(super) at: Vec<[i32; 2]>,
    /// The two points of each edge; edges that are gone have [`GONE`] twice.
    ends: Vec<[u32; 2]>,
    /// The edges at each point, flat. An edge that takes another's place is written over it.
    offsets: Vec<u32>,
    around: Vec<u32>,
    /// The arc of each edge, and how many points each arc has left.
    arc_of: Vec<u32>,
    n_left: Vec<u32>,
    /// Whether an arc ends in a point: it may move, but not go.
    pub(super) is_end: Vec<bool>,
    gone: Vec<bool>,
    /// For each arc the points it had.
    runs: Vec<Vec<u32>>,
    near: Near,
}

impl Net {
    /// The net of a topology; no point may move further than `reach`, in grid units, from where it was.
    pub(super) fn new(topology: &Topology, reach: i32) -> Net {
        let mut ids: HashMap<[i32; 2], u32> = HashMap::with_capacity(topology.n_points());
        let (mut at, mut is_end) = (Vec::new(), Vec::new());
        let (mut ends, mut arc_of) = (Vec::new(), Vec::new());
        let mut runs = Vec::with_capacity(topology.n_arcs());
        for arc in 0..topology.n_arcs() {
            let points = topology.arc(arc);
            let mut run = Vec::with_capacity(points.len());
            for (nth, p) in points.iter().enumerate() {
                let id = *ids.entry(*p).or_insert_with(|| {
                    at.push(*p);
                    is_end.push(false);
                    index(at.len() - 1)
                });
                is_end[id as usize] |= nth == 0 || nth + 1 == points.len();
                run.push(id);
            }
            for pair in run.windows(2) {
                ends.push([pair[0], pair[1]]);
                arc_of.push(index(arc));
            }
            runs.push(run);
        }
        let mut offsets = vec![0u32; at.len() + 1];
        ends.iter().flatten().for_each(|p| offsets[*p as usize + 1] += 1);
        for p in 0..at.len() {
            offsets[p + 1] += offsets[p];
        }
        let mut next = offsets.clone();
        let mut around = vec![0; 2 * ends.len()];
        for (edge, pair) in ends.iter().enumerate() {
            for p in pair {
                around[next[*p as usize] as usize] = index(edge);
                next[*p as usize] += 1;
            }
        }
        let n_left = runs.iter().map(|run| index(run.len())).collect();
        let near = Near::new(ends.iter().map(|pair| pair.map(|p| at[p as usize])), reach);
        let gone = vec![false; at.len()];
        Net { at, ends, offsets, around, arc_of, n_left, is_end, gone, runs, near }
    }

    /// The number of points, those that are gone included.
    pub(super) fn n_points(&self) -> usize {
        self.at.len()
    }

    /// Whether a point was taken away.
    pub(super) fn is_gone(&self, point: u32) -> bool {
        self.gone[point as usize]
    }

    /// Moves a point if that is allowed. If not, `blocking` has the points in the way, some of them several times.
    pub(super) fn moved(&mut self, point: u32, to: [i32; 2], blocking: &mut Vec<u32>) -> bool {
        let from = self.at[point as usize];
        if from == to {
            return true;
        }
        blocking.clear();
        let others = self.beside(point);
        for (nth, &other) in others.iter().enumerate() {
            let there = self.at[other as usize];
            let corners = [from, to, there];
            for &beside in &others[nth + 1..] {
                let q = self.at[beside as usize];
                let swept = in_triangle(q, corners) || in_triangle(there, [from, to, q]);
                if swept || cross_or_touch([to, there], [to, q]) {
                    blocking.extend([other, beside]);
                }
            }
            if there == to {
                blocking.push(other);
            }
        }
        // All triangles lie together: what is near any of them is looked up once.
        let mut around = vec![from, to];
        around.extend(others.iter().map(|other| self.at[*other as usize]));
        self.near.each(&around, &mut |edge| {
            let [a, b] = self.ends[edge as usize];
            if a == GONE || a == point || b == point {
                return;
            }
            let [p, q] = [a, b].map(|end| self.at[end as usize]);
            for &other in &others {
                let there = self.at[other as usize];
                let corners = [from, to, there];
                if are_apart(&corners, &[p, q]) {
                    continue;
                }
                let mut meets = cross_or_touch([to, there], [p, q]) || cross_or_touch([from, to], [p, q]);
                for (end, position) in [(a, p), (b, q)] {
                    meets |= end != other && in_triangle(position, corners);
                }
                if meets {
                    blocking.extend([a, b].iter().filter(|end| **end != other));
                }
            }
        });
        if blocking.is_empty() {
            self.at[point as usize] = to;
            return true;
        }
        false
    }

    /// Takes a point away if it is no end and the edge that takes its place meets nothing.
    pub(super) fn removed(&mut self, point: u32) -> bool {
        let i = point as usize;
        if self.is_end[i] || self.gone[i] {
            return false;
        }
        let edges: Vec<u32> = self.edges(point).collect();
        let &[first, second] = &edges[..] else { return false };
        let [a, c] = [first, second].map(|edge| self.other_end(edge, point));
        let arc = self.arc_of[first as usize] as usize;
        let run = &self.runs[arc];
        let least = if run.first() == run.last() { 4 } else { 2 };
        if self.n_left[arc] <= least || a == c {
            return false;
        }
        let corners = [self.at[a as usize], self.at[i], self.at[c as usize]];
        let mut free = true;
        self.near.each(&corners, &mut |edge| {
            let [u, v] = self.ends[edge as usize];
            if u == GONE || u == point || v == point {
                return;
            }
            let [p, q] = [u, v].map(|end| self.at[end as usize]);
            free &= !cross_or_touch([corners[0], corners[2]], [p, q]);
            for (end, position) in [(u, p), (v, q)] {
                free &= end == a || end == c || !in_triangle(position, corners);
            }
        });
        if free {
            self.gone[i] = true;
            self.n_left[arc] -= 1;
            self.ends[first as usize] = [a, c];
            self.ends[second as usize] = [GONE; 2];
            let slots = self.offsets[c as usize] as usize..self.offsets[c as usize + 1] as usize;
            for slot in &mut self.around[slots] {
                if *slot == second {
                    *slot = first;
                }
            }
            self.near.stretched(first, [corners[0], corners[2]]);
        }
        free
    }

    /// The topology as it is now, its points divided by `factor`, on a grid as much wider. Every point must lie on it.
    pub(super) fn topology(&self, topology: &Topology, factor: i32) -> Option<Topology> {
        let (mut points, mut offsets) = (Vec::new(), vec![0]);
        for run in &self.runs {
            let kept = run.iter().filter(|p| !self.gone[**p as usize]);
            points.extend(kept.map(|p| self.at[*p as usize].map(|c| c / factor)));
            offsets.push(index(points.len()));
        }
        let (left, right) = (0..topology.n_arcs()).map(|arc| topology.sides(arc)).unzip();
        let grid = Grid { step: topology.grid().step * f64::from(factor), ..topology.grid() };
        Topology::new(topology.n_areas(), grid, points, offsets, left, right).ok()
    }

    /// The points that are no further than `reach` from a place along either axis, once each.
    pub(super) fn points_near(&self, place: [i32; 2], reach: i32) -> Vec<u32> {
        let mut points = Vec::new();
        let corners = [-reach, reach].map(|off| place.map(|c| c + off));
        self.near.each(&corners, &mut |edge| {
            for end in self.ends[edge as usize] {
                let is_near = |axis: usize| (self.at[end as usize][axis] - place[axis]).abs() <= reach;
                if end != GONE && is_near(0) && is_near(1) {
                    points.push(end);
                }
            }
        });
        points.sort_unstable();
        points.dedup();
        points
    }

    /// The points that edges lead to from a point.
    pub(super) fn beside(&self, point: u32) -> Vec<u32> {
        self.edges(point).map(|edge| self.other_end(edge, point)).collect()
    }

    fn edges(&self, point: u32) -> impl Iterator<Item = u32> {
        let p = point as usize;
        self.around[self.offsets[p] as usize..self.offsets[p + 1] as usize].iter().copied()
    }

    fn other_end(&self, edge: u32, point: u32) -> u32 {
        let [a, b] = self.ends[edge as usize];
        if a == point { b } else { a }
    }
}

/// Which edges are near a place: an index made once of boxes that hold each edge wherever its ends may move to, and
/// the few edges that have grown longer since.
struct Near {
    boxes: PackedIndex,
    reach: i32,
    /// Sides of the squares in which longer edges are listed.
    square: i32,
    squares: HashMap<[i32; 2], Vec<u32>>,
    longer: Vec<u32>,
}

impl Near {
    fn new(edges: impl Iterator<Item = [[i32; 2]; 2]>, reach: i32) -> Near {
        let boxes: Vec<Bounds> = edges.map(|edge| box_of(&edge, reach)).collect();
        let boxes = PackedIndex::new(&boxes);
        Near {
            boxes,
            reach,
            square: reach.saturating_mul(16).max(1),
            squares: HashMap::new(),
            longer: Vec::new(),
        }
    }

    fn stretched(&mut self, edge: u32, ends: [[i32; 2]; 2]) {
        self.longer.push(edge);
        let [west, south, east, north] = self.span(&ends, self.reach);
        for row in south..=north {
            for column in west..=east {
                self.squares.entry([column, row]).or_default().push(edge);
            }
        }
    }

    /// Calls `visit` with all edges that may meet the box of some points, perhaps twice.
    fn each(&self, points: &[[i32; 2]], visit: &mut impl FnMut(u32)) {
        self.boxes.each_in(&box_of(points, 0), &mut |edge| visit(index(edge)));
        if self.longer.is_empty() {
            return;
        }
        let [west, south, east, north] = self.span(points, 0);
        let n_squares = (i64::from(east - west) + 1) * (i64::from(north - south) + 1);
        if n_squares > self.longer.len() as i64 {
            self.longer.iter().for_each(|edge| visit(*edge));
            return;
        }
        for row in south..=north {
            for column in west..=east {
                self.squares.get(&[column, row]).into_iter().flatten().for_each(|edge| visit(*edge));
            }
        }
    }

    /// The squares under the box of some points: west, south, east, north.
    fn span(&self, points: &[[i32; 2]], around: i32) -> [i32; 4] {
        let low = |axis: usize| points.iter().map(|p| p[axis]).min().unwrap_or(0) - around;
        let high = |axis: usize| points.iter().map(|p| p[axis]).max().unwrap_or(0) + around;
        [low(0), low(1), high(0), high(1)].map(|c| c.div_euclid(self.square))
    }
}

/// Whether the boxes of some points and of some others have nothing in common.
fn are_apart(some: &[[i32; 2]; 3], others: &[[i32; 2]; 2]) -> bool {
    (0..2).any(|axis| {
        let [a, b, c] = some.map(|p| p[axis]);
        let [d, e] = others.map(|p| p[axis]);
        a.max(b).max(c) < d.min(e) || d.max(e) < a.min(b).min(c)
    })
}

fn box_of(points: &[[i32; 2]], around: i32) -> Bounds {
    let bounds = Bounds::of(points.iter().map(|p| p.map(f64::from)));
    let around = f64::from(around);
    Bounds { min: bounds.min.map(|c| c - around), max: bounds.max.map(|c| c + around) }
}
