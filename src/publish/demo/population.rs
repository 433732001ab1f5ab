//! How many people live in each municipality: the largest by their round published figures, most others by rank.

use super::field::{Stream, ranked};
use super::places::Country;

/// The nation's population on 31 December in thousands, 1990 to 2024, as published.
const NATION: [f64; 35] = [
    8_591.0, 8_644.0, 8_692.0, 8_745.0, 8_816.0, 8_837.0, 8_844.0, 8_848.0, 8_854.0, 8_861.0, 8_883.0,
    8_909.0, 8_941.0, 8_976.0, 9_011.0, 9_048.0, 9_113.0, 9_183.0, 9_256.0, 9_341.0, 9_416.0, 9_483.0,
    9_556.0, 9_645.0, 9_747.0, 9_851.0, 9_995.0, 10_120.0, 10_230.0, 10_328.0, 10_379.0, 10_452.0, 10_522.0,
    10_552.0, 10_588.0,
];

/// First and last year of [`NATION`].
pub(super) const FIRST: u16 = 1990;
pub(super) const LAST: u16 = 2024;

/// The largest municipalities, and a few whose size their position would belie: thousands of people at the end of 2024,
/// rounded.
#[rustfmt::skip]
const KNOWN: [(&str, f64); 54] = [
    ("0180", 996.0), ("1480", 610.0), ("1280", 366.0), ("0380", 248.0), ("0580", 168.0), ("1880", 160.0),
    ("1980", 160.0), ("1283", 152.0), ("0680", 147.0), ("0581", 146.0), ("2480", 134.0), ("1281", 131.0),
    ("1490", 115.0), ("0126", 115.0), ("0182", 112.0), ("0484", 108.0), ("1380", 106.0), ("0181", 104.0),
    ("2180", 104.0), ("0136", 100.0), ("2281", 100.0), ("0780", 98.0), ("1780", 98.0), ("0127", 96.0),
    ("0123", 88.0), ("1290", 87.0), ("1384", 86.0), ("0184", 86.0), ("2580", 80.0), ("2482", 78.0),
    ("0160", 77.0), ("0163", 77.0), ("0880", 73.0), ("1481", 72.0), ("1383", 69.0), ("0188", 66.0),
    ("2380", 65.0), ("0980", 61.0), ("2080", 60.0), ("1488", 59.0), ("1496", 58.0), ("0480", 58.0),
    ("1485", 57.0), ("2284", 55.0), ("2581", 42.0), ("2582", 28.0), ("2584", 22.0), ("2523", 17.0),
    ("2514", 16.0), ("0128", 17.0), ("0187", 12.0), ("0488", 15.0), ("0461", 11.0), ("0140", 12.0),
];

/// Sizes of the other municipalities in thousands, by their rank from the largest (0) to the smallest (1): the form of
/// the published distribution, straight between these points, scaled so that all add up to the nation.
const BY_RANK: [(f64, f64); 7] =
    [(0.0, 54.0), (0.1, 40.0), (0.25, 25.0), (0.5, 14.0), (0.75, 9.0), (0.95, 5.0), (1.0, 2.4)];

/// People by municipality (rows) and year [`FIRST`] to [`LAST`] (columns), and how urban each municipality is.
pub(super) struct Population {
    people: Vec<Vec<f64>>,
    /// From −√3 (countryside) to √3 (large cities): the rank of the people within reach.
    pub(super) urban: Vec<f64>,
}

impl Population {
    /// Modelled for a country.
    pub(super) fn new(seed: u64, country: &Country) -> Self {
        let places = country.places();
        let mut stream = Stream::new(seed, "population");
        let known: Vec<Option<f64>> = country
            .municipalities()
            .iter()
            .map(|code| KNOWN.iter().find(|(large, _)| *large == code.as_str()).map(|(_, size)| *size))
            .collect();
        let near_cities =
            reach(places, &known.iter().map(|size| size.unwrap_or(0.0)).collect::<Vec<_>>(), 30_000.0);
        let mut smaller: Vec<(usize, f64)> = (0..places.len())
            .filter(|position| known[*position].is_none())
            .map(|position| (position, near_cities[position] * (1.0 + 0.35 * stream.normal()).max(0.1)))
            .collect();
        smaller.sort_by(|a, b| b.1.total_cmp(&a.1));
        let mut sizes: Vec<f64> = known.iter().map(|size| size.unwrap_or(0.0)).collect();
        let last = (smaller.len().max(2) - 1) as f64;
        for (rank, (position, _)) in smaller.iter().enumerate() {
            sizes[*position] = by_rank(rank as f64 / last);
        }
        let others: f64 = smaller.iter().map(|(position, _)| sizes[*position]).sum();
        let scale = (NATION[NATION.len() - 1] - (sizes.iter().sum::<f64>() - others)) / others;
        smaller.iter().for_each(|(position, _)| sizes[*position] *= scale);

        let urban = ranked(&reach(places, &sizes, 15_000.0));
        let growth: Vec<f64> =
            urban.iter().map(|urban| 0.006 + 0.003 * urban + 0.002 * stream.normal()).collect();
        let mut people = vec![vec![0.0; NATION.len()]; places.len()];
        for (year, nation) in NATION.iter().enumerate() {
            let back = (NATION.len() - 1 - year) as f64;
            let then: Vec<f64> = sizes
                .iter()
                .zip(&growth)
                .map(|(size, growth)| size * (1.0 - growth * back).max(0.4))
                .collect();
            let scale = 1_000.0 * nation / then.iter().sum::<f64>();
            for (row, then) in people.iter_mut().zip(then) {
                row[year] = (then * scale).round();
            }
        }
        Self { people, urban }
    }

    /// The same of some municipalities, by position.
    pub(super) fn only(self, kept: &[usize]) -> Self {
        let Self { people, urban } = self;
        Self {
            people: kept.iter().map(|at| people[*at].clone()).collect(),
            urban: kept.iter().map(|at| urban[*at]).collect(),
        }
    }

    /// People of a municipality, by position, in a year.
    pub(super) fn people(&self, municipality: usize, year: u16) -> f64 {
        self.people[municipality][usize::from(year.clamp(FIRST, LAST) - FIRST)]
    }
}

/// For each place the people within reach: everyone counts 1 / (1 + (d / distance)²).
fn reach(places: &[[f64; 2]], sizes: &[f64], distance: f64) -> Vec<f64> {
    let at = |from: &[f64; 2]| {
        let part = |(to, size): (&[f64; 2], &f64)| {
            let [dx, dy] = [(from[0] - to[0]) / distance, (from[1] - to[1]) / distance];
            size / (1.0 + dx * dx + dy * dy)
        };
        places.iter().zip(sizes).map(part).sum()
    };
    places.iter().map(at).collect()
}

fn by_rank(rank: f64) -> f64 {
    let segment = BY_RANK.windows(2).find(|pair| rank <= pair[1].0).unwrap_or(&BY_RANK[BY_RANK.len() - 2..]);
    let [(from, high), (to, low)] = [segment[0], segment[1]];
    high + (low - high) * (rank - from) / (to - from)
}
