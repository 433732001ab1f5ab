//! Where to put an area's name: the point inside that is furthest from its border (the pole of inaccessibility).
//!
//! The search lays squares over the area and divides only those that could hold a better point than the best one
//! found so far (Garcia-Castellanos and Lombardo 2007, in the quadtree form that Agafonkin described in 2016).

use super::rings::Part;
use super::topology::{ArcsOfAreas, Topology};
use std::collections::BinaryHeap;

/// A point inside an area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelPoint {
    /// World position, metres.
    pub at: [f64; 2],
    /// Metres from there to the nearest border: how large a name may be.
    pub room: f64,
}

/// The search ends when no point can be further from the border by more than this part of the best one.
const PRECISION: f64 = 0.01;

impl Topology {
    /// The label point of an area: that of its largest part. `None` for an area without size. `arcs` is
    /// [`Topology::arcs_of_areas`], made once for all.
    pub fn label_point(&self, arcs: &ArcsOfAreas, area: usize) -> Option<LabelPoint> {
        let largest = self.rings(arcs, area).into_iter().next()?;
        let (at, room) = pole(&largest)?;
        let grid = self.grid();
        let at = [0, 1].map(|axis| grid.origin[axis] + grid.step * at[axis]);
        Some(LabelPoint { at, room: room * grid.step })
    }
}

/// The pole of a part and its distance from the border, in grid units.
fn pole(part: &Part) -> Option<([f64; 2], f64)> {
    let edges: Vec<[[f64; 2]; 2]> = std::iter::once(&part.shell)
        .chain(&part.holes)
        .flat_map(|ring| ring.windows(2))
        .map(|pair| [pair[0], pair[1]].map(|p| p.map(f64::from)))
        .collect();
    let bounds = super::grid::Bounds::of(edges.iter().map(|edge| edge[0]));
    let side = bounds.width().min(bounds.height());
    if side <= 0.0 {
        return None;
    }
    let square = |at: [f64; 2], half: f64| {
        let inside = signed_distance(at, &edges);
        Square { at, half, inside, at_best: inside + half * std::f64::consts::SQRT_2 }
    };
    let mut open = BinaryHeap::new();
    let half = side / 2.0;
    let mut best = square(bounds.center(), 0.0);
    let mut y = bounds.min[1] + half;
    while y - half < bounds.max[1] {
        let mut x = bounds.min[0] + half;
        while x - half < bounds.max[0] {
            open.push(square([x, y], half));
            x += side;
        }
        y += side;
    }
    while let Some(next) = open.pop() {
        if next.inside > best.inside {
            best = next;
        }
        if next.at_best <= best.inside.max(0.0) * (1.0 + PRECISION) {
            break;
        }
        let half = next.half / 2.0;
        for [dx, dy] in [[-half, -half], [half, -half], [-half, half], [half, half]] {
            open.push(square([next.at[0] + dx, next.at[1] + dy], half));
        }
    }
    (best.inside > 0.0).then_some((best.at, best.inside))
}

/// A square of the search.
#[derive(Clone, Copy)]
struct Square {
    at: [f64; 2],
    half: f64,
    /// Distance of its middle from the border; negative outside.
    inside: f64,
    /// No point of the square is further inside than this.
    at_best: f64,
}

impl PartialEq for Square {
    fn eq(&self, other: &Square) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Square {}

impl PartialOrd for Square {
    fn partial_cmp(&self, other: &Square) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Square {
    fn cmp(&self, other: &Square) -> std::cmp::Ordering {
        self.at_best
            .total_cmp(&other.at_best)
            .then_with(|| other.at[0].total_cmp(&self.at[0]))
            .then_with(|| other.at[1].total_cmp(&self.at[1]))
    }
}

/// Distance to the nearest edge, negative outside (even-odd).
fn signed_distance(p: [f64; 2], edges: &[[[f64; 2]; 2]]) -> f64 {
    let mut inside = false;
    let mut nearest = f64::INFINITY;
    for [a, b] in edges {
        if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0] + (p[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) {
            inside = !inside;
        }
        let [dx, dy] = [b[0] - a[0], b[1] - a[1]];
        let along = (((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
        let off = [p[0] - a[0] - along * dx, p[1] - a[1] - along * dy];
        nearest = nearest.min(off[0] * off[0] + off[1] * off[1]);
    }
    if inside { nearest.sqrt() } else { -nearest.sqrt() }
}
