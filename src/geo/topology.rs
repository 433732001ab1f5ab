//! Borders stored once: arcs on a grid with the area on their left and on their right.

use super::grid::{Bounds, Grid};
use super::index;

pub use super::error::TopologyError;

/// The side of an arc where no area lies: sea, another country, or a lake that belongs to nobody.
pub const OUTSIDE: u32 = u32::MAX;

/// The largest number of areas in one topology: an id buffer keeps area index + 1 in 16 bits.
pub const MAX_AREAS: usize = 65_534;

/// All borders of one level and vintage. An arc is a run of at least two grid points between two junctions, or a
/// closed run (first point = last point) that meets no other arc. Seen along its direction one area, or
/// [`OUTSIDE`], lies on the left and another on the right. Areas are numbered as in the list of areas that goes
/// with the topology.
#[derive(Debug, Clone, PartialEq)]
pub struct Topology {
    n_areas: usize,
    grid: Grid,
    points: Vec<[i32; 2]>,
    /// Arc `i` is `points[offsets[i]..offsets[i + 1]]`.
    offsets: Vec<u32>,
    left: Vec<u32>,
    right: Vec<u32>,
    /// `[min x, min y, max x, max y]` of each arc, so that painters can skip what is not in view.
    boxes: Vec<[i32; 4]>,
}

impl Topology {
    /// A topology of its parts, with everything checked that the other functions rely on.
    ///
    /// # Errors
    /// When counts do not add up, an arc has fewer than two points or stands still, a coordinate leaves the
    /// grid's limit, a side names an area that does not exist, or an area's arcs do not close.
    pub fn new(
        n_areas: usize,
        grid: Grid,
        points: Vec<[i32; 2]>,
        offsets: Vec<u32>,
        left: Vec<u32>,
        right: Vec<u32>,
    ) -> Result<Topology, TopologyError> {
        if n_areas > MAX_AREAS {
            return Err(TopologyError::TooManyAreas { n_areas });
        }
        let finite = grid.origin.iter().all(|o| o.is_finite()) && grid.step.is_finite();
        if !finite || grid.step <= 0.0 {
            return Err(TopologyError::Grid { grid });
        }
        let n_arcs = left.len();
        let counts_agree = right.len() == n_arcs
            && offsets.len() == n_arcs + 1
            && offsets.first() == Some(&0)
            && offsets.last().copied() == u32::try_from(points.len()).ok();
        if !counts_agree {
            return Err(TopologyError::Counts { n_arcs, n_right: right.len(), n_offsets: offsets.len() });
        }
        let topology = Topology { n_areas, grid, points, offsets, left, right, boxes: Vec::new() };
        topology.checked()
    }

    fn checked(mut self) -> Result<Topology, TopologyError> {
        let limit = -Grid::LIMIT..=Grid::LIMIT;
        if let Some(at) = self.points.iter().position(|p| !limit.contains(&p[0]) || !limit.contains(&p[1])) {
            return Err(TopologyError::OffGrid { point: self.points[at] });
        }
        let mut open = vec![[0i64; 2]; self.n_areas];
        for arc in 0..self.n_arcs() {
            let (from, to) = (self.offsets[arc] as usize, self.offsets[arc + 1] as usize);
            if to < from + 2 || to > self.points.len() {
                return Err(TopologyError::ShortArc { arc });
            }
            let points = &self.points[from..to];
            if let Some(pair) = points.windows(2).find(|pair| pair[0] == pair[1]) {
                return Err(TopologyError::StandsStill { arc, point: pair[0] });
            }
            for side in [self.left[arc], self.right[arc]] {
                if side != OUTSIDE && side as usize >= self.n_areas {
                    return Err(TopologyError::NoSuchArea { arc, area: side, n_areas: self.n_areas });
                }
            }
            if self.left[arc] == self.right[arc] {
                return Err(TopologyError::SameSides { arc, area: self.left[arc] });
            }
            let (first, last) = (points[0], points[points.len() - 1]);
            for (side, sign) in [(self.left[arc], 1), (self.right[arc], -1)] {
                if side != OUTSIDE {
                    for axis in 0..2 {
                        open[side as usize][axis] += sign * (i64::from(last[axis]) - i64::from(first[axis]));
                    }
                }
            }
        }
        if let Some(area) = open.iter().position(|gap| *gap != [0, 0]) {
            return Err(TopologyError::Open { area });
        }
        self.boxes = (0..self.n_arcs()).map(|arc| box_of(self.arc(arc))).collect();
        Ok(self)
    }

    /// The number of areas; an area without arcs counts too.
    pub fn n_areas(&self) -> usize {
        self.n_areas
    }

    /// The number of arcs.
    pub fn n_arcs(&self) -> usize {
        self.left.len()
    }

    /// The number of points of all arcs together; a junction is counted once for every arc that ends there.
    pub fn n_points(&self) -> usize {
        self.points.len()
    }

    /// How grid points lie in the world.
    pub fn grid(&self) -> Grid {
        self.grid
    }

    /// The points of an arc, in grid units.
    pub fn arc(&self, arc: usize) -> &[[i32; 2]] {
        &self.points[self.offsets[arc] as usize..self.offsets[arc + 1] as usize]
    }

    /// The areas on the left and on the right of an arc, seen along its direction with north up.
    pub fn sides(&self, arc: usize) -> (u32, u32) {
        (self.left[arc], self.right[arc])
    }

    /// Whether the arc returns to its first point.
    pub fn is_closed(&self, arc: usize) -> bool {
        let points = self.arc(arc);
        points[0] == points[points.len() - 1]
    }

    /// `[min x, min y, max x, max y]` of an arc, in grid units.
    pub fn arc_box(&self, arc: usize) -> [i32; 4] {
        self.boxes[arc]
    }

    /// The box around everything, in world metres.
    pub fn bounds(&self) -> Bounds {
        self.boxes.iter().fold(Bounds::EMPTY, |bounds, b| bounds.union(&self.world_box(*b)))
    }

    /// The box around each area, in world metres; [`Bounds::EMPTY`] for an area without arcs.
    pub fn area_bounds(&self) -> Vec<Bounds> {
        let mut all = vec![Bounds::EMPTY; self.n_areas];
        for arc in 0..self.n_arcs() {
            let bounds = self.world_box(self.boxes[arc]);
            for side in [self.left[arc], self.right[arc]] {
                if side != OUTSIDE {
                    all[side as usize] = all[side as usize].union(&bounds);
                }
            }
        }
        all
    }

    /// Twice the size of each area in grid cells, exact: an arc counts for the area on its left and against the
    /// one on its right (the shoelace formula, spread over the arcs).
    pub fn twice_cells(&self) -> Vec<i64> {
        let mut twice = vec![0i64; self.n_areas];
        for arc in 0..self.n_arcs() {
            let swept = swept(self.arc(arc));
            for (side, amount) in [(self.left[arc], swept), (self.right[arc], swept.wrapping_neg())] {
                if side != OUTSIDE {
                    twice[side as usize] = twice[side as usize].wrapping_add(amount);
                }
            }
        }
        twice
    }

    /// The size of each area in m².
    pub fn area_m2(&self) -> Vec<f64> {
        let cell = self.grid.step * self.grid.step / 2.0;
        self.twice_cells().into_iter().map(|twice| twice as f64 * cell).collect()
    }

    /// For each area its arcs, with `true` where the area lies on the arc's left.
    pub fn arcs_of_areas(&self) -> ArcsOfAreas {
        let mut offsets = vec![0u32; self.n_areas + 1];
        let named = |side: u32| side != OUTSIDE;
        for side in self.left.iter().chain(&self.right).copied().filter(|s| named(*s)) {
            offsets[side as usize + 1] += 1;
        }
        for area in 0..self.n_areas {
            offsets[area + 1] += offsets[area];
        }
        let mut next = offsets.clone();
        let mut arcs = vec![(0, false); offsets[self.n_areas] as usize];
        for arc in 0..self.n_arcs() {
            for (side, is_left) in [(self.left[arc], true), (self.right[arc], false)] {
                if named(side) {
                    let slot = &mut next[side as usize];
                    arcs[*slot as usize] = (index(arc), is_left);
                    *slot += 1;
                }
            }
        }
        ArcsOfAreas { offsets, arcs }
    }

    fn world_box(&self, b: [i32; 4]) -> Bounds {
        Bounds { min: self.grid.world_from_grid([b[0], b[1]]), max: self.grid.world_from_grid([b[2], b[3]]) }
    }
}

/// The arcs around each area, flat.
#[derive(Debug, Clone, PartialEq)]
pub struct ArcsOfAreas {
    offsets: Vec<u32>,
    arcs: Vec<(u32, bool)>,
}

impl ArcsOfAreas {
    /// The arcs of an area, ascending, each with `true` when the area lies on its left.
    pub fn of(&self, area: usize) -> &[(u32, bool)] {
        &self.arcs[self.offsets[area] as usize..self.offsets[area + 1] as usize]
    }
}

/// Twice the signed size swept from the arc's first point along it: positive where it turns left.
pub(super) fn swept(points: &[[i32; 2]]) -> i64 {
    points.windows(2).fold(0i64, |sum, pair| {
        let [a, b] = [pair[0].map(i64::from), pair[1].map(i64::from)];
        sum.wrapping_add(a[0] * b[1] - b[0] * a[1])
    })
}

fn box_of(points: &[[i32; 2]]) -> [i32; 4] {
    points.iter().fold([i32::MAX, i32::MAX, i32::MIN, i32::MIN], |b, p| {
        [b[0].min(p[0]), b[1].min(p[1]), b[2].max(p[0]), b[3].max(p[1])]
    })
}
