//! Seeded populations and maps of the sizes that countries have.

use lagesbild::stats::counts::{Counts, Numbers};

/// DeSO 2025.
pub(crate) const SWEDEN: usize = 6_160;
/// LSOA 2011.
pub(crate) const ENGLAND: usize = 32_844;

/// About 1,700 persons an area in five groups of very different sizes, unevenly spread.
pub(crate) fn population(n_areas: usize) -> Counts {
    let mut random = Sequence(n_areas as u64);
    let cells = (0..n_areas)
        .flat_map(|_| {
            [1_100.0, 320.0, 180.0, 75.0, 25.0]
                .map(|mean| (mean * (0.3 + 1.4 * random.unit() * random.unit())).floor())
        })
        .collect();
    Counts::new(n_areas, 5, cells, Numbers::Whole).expect("whole persons")
}

/// Points within 400 km, and land areas from a block to a parish.
pub(crate) fn places(n_areas: usize) -> (Vec<[f64; 2]>, Vec<f64>) {
    let mut random = Sequence(7);
    let centroids = (0..n_areas).map(|_| [random.unit() * 4e5, random.unit() * 4e5]).collect();
    let land_areas = (0..n_areas).map(|_| 1e5 + 5e7 * random.unit()).collect();
    (centroids, land_areas)
}

/// A chessboard of areas that touch along an edge or at a corner: the pairs.
pub(crate) fn queens(width: usize, height: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..width * height).flat_map(move |place| {
        let (x, y) = (place % width, place / width);
        [(1, 0), (0, 1), (1, 1), (usize::MAX, 1)]
            .map(|(right, down)| (x.wrapping_add(right), y + down))
            .into_iter()
            .filter(move |&(x, y)| x < width && y < height)
            .map(move |(x, y)| (place, y * width + x))
    })
}

/// Knuth's linear congruential sequence: seeded, and enough to make up a population.
pub(crate) struct Sequence(pub(crate) u64);

impl Sequence {
    /// A number in [0, 1).
    pub(crate) fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / 9_007_199_254_740_992.0
    }
}
