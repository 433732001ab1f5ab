//! The borders of municipalities on a finer grid, where every border can be cut into equal pieces exactly.

use crate::geo::grid::{Bounds, Grid};
use crate::geo::topology::{OUTSIDE, Topology};

/// Lines of the finer grid in a step of the borders' own: an edge can be cut into as many equal pieces at points that
/// lie exactly on it.
pub(super) const FINER: i32 = 64;

/// The grid that is finer by [`FINER`].
pub(super) fn finer(grid: Grid) -> Grid {
    Grid { step: grid.step / f64::from(FINER), ..grid }
}

/// A municipality's border as a polygon in world metres, even-odd.
pub(super) struct Outline {
    edges: Vec<[[f64; 2]; 2]>,
    bounds: Bounds,
    m2: f64,
    some_point: [f64; 2],
}

impl Outline {
    /// The outline of each municipality, with a point inside its largest part.
    pub(super) fn of_all(topology: &Topology, points: &[[f64; 2]]) -> Vec<Outline> {
        let mut edges = vec![Vec::new(); topology.n_areas()];
        for arc in 0..topology.n_arcs() {
            let world: Vec<[f64; 2]> =
                topology.arc(arc).iter().map(|p| topology.grid().world_from_grid(*p)).collect();
            let (left, right) = topology.sides(arc);
            for side in [left, right] {
                if side != OUTSIDE {
                    edges[side as usize].extend(world.windows(2).map(|pair| [pair[0], pair[1]]));
                }
            }
        }
        let sizes = topology.area_m2();
        let bounds = topology.area_bounds();
        let made = edges.into_iter().zip(bounds).zip(sizes).zip(points);
        made.map(|(((edges, bounds), m2), some_point)| Outline { edges, bounds, m2, some_point: *some_point })
            .collect()
    }

    /// Its size in m².
    pub(super) fn m2(&self) -> f64 {
        self.m2
    }

    /// A point inside.
    pub(super) fn some_point(&self) -> [f64; 2] {
        self.some_point
    }

    /// The box around it.
    pub(super) fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// A point of the box around it, from 0 to 1 along each side.
    pub(super) fn in_box(&self, east: f64, north: f64) -> [f64; 2] {
        let [low, high] = [self.bounds.min, self.bounds.max];
        [low[0] + east * (high[0] - low[0]), low[1] + north * (high[1] - low[1])]
    }

    /// Whether a point lies inside.
    pub(super) fn contains(&self, p: [f64; 2]) -> bool {
        let mut inside = false;
        for [a, b] in &self.edges {
            if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0] + (p[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) {
                inside = !inside;
            }
        }
        inside
    }

    /// Metres to the nearest point of the border.
    pub(super) fn distance(&self, p: [f64; 2]) -> f64 {
        let mut nearest = f64::INFINITY;
        for [a, b] in &self.edges {
            let [dx, dy] = [b[0] - a[0], b[1] - a[1]];
            let along = (((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
            let off = [p[0] - a[0] - along * dx, p[1] - a[1] - along * dy];
            nearest = nearest.min(off[0] * off[0] + off[1] * off[1]);
        }
        nearest.sqrt()
    }
}

/// The arcs of a topology on the finer grid, each edge cut so that no piece is much longer than `spacing` allows for
/// the areas on its sides. Pieces of an edge are equal by powers of two, so all points lie exactly on it.
pub(super) fn cut_arcs(topology: &Topology, spacing: impl Fn(u32, [f64; 2]) -> f64) -> Vec<Vec<[i32; 2]>> {
    let grid = finer(topology.grid());
    let mut arcs = Vec::with_capacity(topology.n_arcs());
    for arc in 0..topology.n_arcs() {
        let (left, right) = topology.sides(arc);
        let wanted = |world: [f64; 2]| {
            let of = |side: u32| if side == OUTSIDE { f64::INFINITY } else { spacing(side, world) };
            of(left).min(of(right))
        };
        let points = topology.arc(arc);
        let mut cut = vec![points[0].map(|c| c * FINER)];
        for pair in points.windows(2) {
            cut_edge(pair[0].map(|c| c * FINER), pair[1].map(|c| c * FINER), FINER, &grid, &wanted, &mut cut);
        }
        arcs.push(cut);
    }
    arcs
}

fn cut_edge(
    from: [i32; 2],
    to: [i32; 2],
    pieces: i32,
    grid: &Grid,
    wanted: &impl Fn([f64; 2]) -> f64,
    out: &mut Vec<[i32; 2]>,
) {
    let middle = [0, 1].map(|axis| from[axis] + (to[axis] - from[axis]) / 2);
    let [dx, dy] = [0, 1].map(|axis| f64::from(to[axis] - from[axis]));
    // Square roots are the same on every machine, which `hypot` need not be.
    let length = grid.step * (dx * dx + dy * dy).sqrt();
    if pieces > 1 && length > 1.6 * wanted(grid.world_from_grid(middle)) {
        cut_edge(from, middle, pieces / 2, grid, wanted, out);
        cut_edge(middle, to, pieces / 2, grid, wanted, out);
    } else {
        out.push(to);
    }
}
