//! Fewer points for smaller scales, without changing who borders on whom.
//!
//! Arc by arc, points go in the order of their effective area, the triangle each makes with its two neighbours
//! (Visvalingam and Whyatt 1993), weighted by the angle so that spikes go before gentle bends. Ends of arcs stay, and
//! a point goes only if no other point lies in its triangle: then the new edge crosses nothing, no area vanishes and
//! nothing changes sides. What is left is as clean as what there was, exactly.
//!
//! The order matters within an arc only: what one arc loses does not change the triangles of another. One queue an arc
//! stays so short that it costs nothing beside one for a whole country.

use super::cells::Cells;
use super::index;
use super::topology::Topology;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};

/// How much a right angle, a spike (less) and a gentle bend (more) differ in weight.
const ANGLE_WEIGHT: f64 = 0.7;

impl Topology {
    /// The topology at each tolerance, in m² of effective area, ascending: of two tolerances the larger keeps a
    /// subset of the points that the smaller keeps.
    pub fn simplified(&self, tolerances_m2: &[f64]) -> Vec<Topology> {
        let mut thinning = Thinning::new(self);
        let cell = self.grid().step * self.grid().step;
        let mut levels = Vec::with_capacity(tolerances_m2.len());
        for tolerance in tolerances_m2 {
            thinning.run(tolerance / cell);
            levels.push(thinning.kept());
        }
        levels
    }

    /// The same borders with other points for some arcs, or without some closed ones.
    pub(super) fn with_arcs(&self, arcs: impl Iterator<Item = (usize, Vec<[i32; 2]>)>) -> Topology {
        let (mut points, mut offsets) = (Vec::new(), vec![0]);
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for (arc, of_arc) in arcs {
            points.extend(of_arc);
            offsets.push(index(points.len()));
            let sides = self.sides(arc);
            left.push(sides.0);
            right.push(sides.1);
        }
        Topology::new(self.n_areas(), self.grid(), points, offsets, left, right)
            .expect("arcs keep their ends, so areas stay closed")
    }
}

/// The state of taking points away.
struct Thinning<'a> {
    topology: &'a Topology,
    /// All points of all arcs, one after another.
    points: Vec<[i32; 2]>,
    arc_of: Vec<u32>,
    alive: Vec<bool>,
    /// Neighbours along the arc that are still there; an arc's ends point to themselves.
    before: Vec<u32>,
    after: Vec<u32>,
    n_left: Vec<u32>,
    n_alive: usize,
    /// Raised whenever a point's triangle changes, so that older entries of the queue are passed over.
    version: Vec<u32>,
    queue: BinaryHeap<Reverse<(u64, u32, u32)>>,
    /// Points above this many weighted cells stay.
    tolerance: f64,
    /// Ends of arcs that have become a single edge.
    straight: HashSet<[[i32; 2]; 2]>,
    cells: Cells,
}

impl<'a> Thinning<'a> {
    fn new(topology: &'a Topology) -> Thinning<'a> {
        let mut points = Vec::with_capacity(topology.n_points());
        let mut arc_of = Vec::with_capacity(topology.n_points());
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let mut straight = HashSet::new();
        for arc in 0..topology.n_arcs() {
            let of_arc = topology.arc(arc);
            for nth in 0..of_arc.len() {
                let at = index(points.len());
                before.push(at - u32::from(nth > 0));
                after.push(at + u32::from(nth + 1 < of_arc.len()));
                points.push(of_arc[nth]);
                arc_of.push(index(arc));
            }
            if let [a, b] = *of_arc {
                straight.insert([a.min(b), a.max(b)]);
            }
        }
        let n = points.len();
        let alive = vec![true; n];
        let cells = Cells::new(&points, &alive);
        let n_left = (0..topology.n_arcs()).map(|arc| index(topology.arc(arc).len())).collect();
        let version = vec![0; n];
        Thinning {
            topology,
            points,
            arc_of,
            alive,
            before,
            after,
            n_left,
            n_alive: n,
            version,
            queue: BinaryHeap::new(),
            tolerance: 0.0,
            straight,
            cells,
        }
    }

    fn is_end(&self, point: u32) -> bool {
        self.before[point as usize] == point || self.after[point as usize] == point
    }

    fn triangle(&self, point: u32) -> [[i32; 2]; 3] {
        let i = point as usize;
        [self.before[i], point, self.after[i]].map(|p| self.points[p as usize])
    }

    /// Takes away all points below a tolerance in cells that can go.
    fn run(&mut self, tolerance: f64) {
        self.tolerance = tolerance;
        let mut first = 0;
        let mut waiting: Vec<std::ops::Range<u32>> = Vec::with_capacity(self.topology.n_arcs());
        for arc in 0..self.topology.n_arcs() {
            let end = first + index(self.topology.arc(arc).len());
            waiting.push(first..end);
            first = end;
        }
        // Others have gone since a point was held by them: it may be free in the next round.
        loop {
            let before = self.n_alive;
            waiting.retain(|points| self.thin_arc(points.clone()));
            if self.n_alive == before {
                return;
            }
        }
    }

    /// Takes away the points of an arc that can go; whether any below the tolerance is held by a point in its triangle.
    fn thin_arc(&mut self, points: std::ops::Range<u32>) -> bool {
        for point in points {
            if self.alive[point as usize] {
                self.enqueue(point);
            }
        }
        let mut is_held = false;
        while let Some(Reverse((_, point, version))) = self.queue.pop() {
            if self.alive[point as usize] && self.version[point as usize] == version {
                if self.can_go(point) {
                    self.remove(point);
                } else {
                    is_held = true;
                }
            }
        }
        is_held
    }

    fn enqueue(&mut self, point: u32) {
        if self.is_end(point) {
            return;
        }
        let version = &mut self.version[point as usize];
        *version += 1;
        let version = *version;
        let cells = weighted_cells(self.triangle(point));
        if cells < self.tolerance {
            // Bits of non-negative floats are ordered as the numbers are.
            self.queue.push(Reverse((cells.to_bits(), point, version)));
        }
    }

    fn can_go(&self, point: u32) -> bool {
        let arc = self.arc_of[point as usize] as usize;
        let corners = self.triangle(point);
        let [a, _, c] = corners;
        let least = if self.topology.is_closed(arc) { 4 } else { 2 };
        if self.n_left[arc] <= least || a == c {
            return false;
        }
        if self.n_left[arc] == 3 && self.straight.contains(&[a.min(c), a.max(c)]) {
            return false;
        }
        !self.cells.any_in(corners, |p| {
            self.alive[p as usize]
                && !corners.contains(&self.points[p as usize])
                && in_triangle(self.points[p as usize], corners)
        })
    }

    fn remove(&mut self, point: u32) {
        let i = point as usize;
        let (before, after) = (self.before[i], self.after[i]);
        self.alive[i] = false;
        self.n_alive -= 1;
        self.after[before as usize] = after;
        self.before[after as usize] = before;
        let arc = self.arc_of[i] as usize;
        self.n_left[arc] -= 1;
        if self.n_left[arc] == 2 {
            let [a, _, c] = [before, point, after].map(|p| self.points[p as usize]);
            self.straight.insert([a.min(c), a.max(c)]);
        }
        self.enqueue(before);
        self.enqueue(after);
        if self.n_alive * 2 < self.cells.n_points() {
            self.cells = Cells::new(&self.points, &self.alive);
        }
    }

    fn kept(&self) -> Topology {
        let mut first = 0;
        let arcs = (0..self.topology.n_arcs()).map(|arc| {
            let range = first..first + self.topology.arc(arc).len();
            first = range.end;
            (arc, range.filter(|i| self.alive[*i]).map(|i| self.points[i]).collect())
        });
        self.topology.with_arcs(arcs)
    }
}

/// The size of a triangle in cells, weighted by the angle in its middle corner.
fn weighted_cells([a, b, c]: [[i32; 2]; 3]) -> f64 {
    let [ba, bc] = [a, c].map(|p| [f64::from(p[0] - b[0]), f64::from(p[1] - b[1])]);
    let size = (ba[0] * bc[1] - ba[1] * bc[0]).abs() / 2.0;
    let lengths = ((ba[0] * ba[0] + ba[1] * ba[1]) * (bc[0] * bc[0] + bc[1] * bc[1])).sqrt();
    let cosine = (ba[0] * bc[0] + ba[1] * bc[1]) / lengths;
    size * (1.0 - ANGLE_WEIGHT * cosine)
}

/// Whether a point lies in a triangle or on its edge. Exact.
pub(super) fn in_triangle(p: [i32; 2], [a, b, c]: [[i32; 2]; 3]) -> bool {
    use super::rings::cross;
    let turns = [cross(a, b, p), cross(b, c, p), cross(c, a, p)];
    if cross(a, b, c) != 0 {
        return turns.iter().all(|turn| *turn >= 0) || turns.iter().all(|turn| *turn <= 0);
    }
    // A triangle without size: the point has to be on its line and within its box.
    let within = |axis: usize| {
        let along = [a[axis], b[axis], c[axis]];
        along.iter().any(|x| *x <= p[axis]) && along.iter().any(|x| *x >= p[axis])
    };
    turns.iter().all(|turn| *turn == 0) && within(0) && within(1)
}
