//! Made tessellations: a bent chessboard whose squares belong to a few areas at random, so that exclaves, holes,
//! islands, lakes and corners where four areas meet all occur.
#![expect(clippy::cast_possible_truncation, reason = "small numbers, made here")]

use lagesbild::geo::build::GridPolygon;
use lagesbild::geo::grid::Grid;
use lagesbild::geo::topology::Topology;

/// Numbers that look random and are the same on every machine (SplitMix64).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number in `0..n`.
    pub(super) fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// A number in `0..1`.
    pub(super) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
}

pub(super) const GRID: Grid = Grid { origin: [500_000.0, 6_500_000.0], step: 10.0 };
const SQUARE: i32 = 16;

/// The squares of one made tessellation and the area, if any, that each belongs to.
pub(super) struct Made {
    pub(super) n_areas: usize,
    pub(super) squares: Vec<([[i32; 2]; 4], Option<usize>)>,
}

impl Made {
    pub(super) fn new(seed: u64, side: i32, n_areas: usize) -> Made {
        let mut dice = Dice(seed);
        let corners: Vec<[i32; 2]> = (0..=side)
            .flat_map(|j| (0..=side).map(move |i| [i * SQUARE, j * SQUARE]))
            .map(|[x, y]| {
                // Corners move by less than a quarter of a square: every square stays convex or nearly so.
                let mut bend = || dice.below(7) as i32 - 3;
                [x + bend(), y + bend()]
            })
            .collect();
        let corner = |i: i32, j: i32| corners[(j * (side + 1) + i) as usize];
        let mut squares = Vec::new();
        for j in 0..side {
            for i in 0..side {
                // The first area gets the most, so that there is something to have holes in.
                let any = dice.below(n_areas as u64 + 1) as usize;
                let area = if dice.below(2) == 0 { 0 } else { any };
                let ring = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)];
                squares.push((ring, (area < n_areas).then_some(area)));
            }
        }
        Made { n_areas, squares }
    }

    /// Each square a polygon of its own: the topology has to join them.
    pub(super) fn polygons(&self) -> Vec<Vec<GridPolygon>> {
        let mut areas = vec![Vec::new(); self.n_areas];
        for (ring, area) in &self.squares {
            if let Some(area) = area {
                areas[*area].push(vec![ring.to_vec()]);
            }
        }
        areas
    }

    pub(super) fn topology(&self) -> Topology {
        Topology::from_polygons(GRID, &self.polygons()).expect("squares of a chessboard do not overlap")
    }

    /// Twice the cells of each area, added up square by square.
    pub(super) fn twice_cells(&self) -> Vec<i64> {
        let mut twice = vec![0; self.n_areas];
        for (ring, area) in &self.squares {
            if let Some(area) = area {
                for i in 0..4 {
                    let (a, b) = (ring[i].map(i64::from), ring[(i + 1) % 4].map(i64::from));
                    twice[*area] += a[0] * b[1] - b[0] * a[1];
                }
            }
        }
        twice
    }

    /// The area under a world position by even-odd over every square; `None` outside.
    pub(super) fn area_at(&self, world: [f64; 2]) -> Option<usize> {
        let p = GRID.fraction_from_world(world);
        self.squares.iter().find(|(ring, _)| in_ring(ring, p)).and_then(|(_, area)| *area)
    }
}

/// Even-odd by a ray to the west.
pub(super) fn in_ring(ring: &[[i32; 2]], p: [f64; 2]) -> bool {
    let mut inside = false;
    for i in 0..ring.len() {
        let (a, b) = (ring[i].map(f64::from), ring[(i + 1) % ring.len()].map(f64::from));
        if (a[1] > p[1]) != (b[1] > p[1]) && p[0] > a[0] + (p[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) {
            inside = !inside;
        }
    }
    inside
}
