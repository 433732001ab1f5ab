//! Random numbers and random fields over places.
//!
//! Only addition, multiplication, division and square roots are used, in the whole of the demonstration: these are
//! exact to the last bit on every machine, while sines and logarithms are not, and an edition's name is a digest of its
//! bytes.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A stream of random numbers of its own for each purpose, so that a new one leaves the others as they were.
pub(super) struct Stream(ChaCha8Rng);

impl Stream {
    pub(super) fn new(seed: u64, purpose: &str) -> Self {
        // FNV-1a of the purpose.
        let hash = purpose.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(ChaCha8Rng::seed_from_u64(seed ^ hash))
    }

    /// Evenly distributed in [0, 1), in steps of 2⁻⁵³.
    pub(super) fn uniform(&mut self) -> f64 {
        let bits = self.0.next_u64() >> 11;
        let whole = bits as f64;
        whole / 9_007_199_254_740_992.0
    }

    /// Mean 0, standard deviation 1, nearly normal and never beyond ±6: the sum of twelve uniform numbers, less six.
    pub(super) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }

    /// Independent normal numbers.
    pub(super) fn normals(&mut self, n: usize) -> Vec<f64> {
        (0..n).map(|_| self.normal()).collect()
    }
}

/// A field of mean 0 and standard deviation 1 over places (in metres) that are alike when nearer to each other than
/// about `length` metres: bumps of normal height at random spots, each falling off as 1 / (1 + (d / length)²)².
pub(super) fn field(stream: &mut Stream, places: &[[f64; 2]], length: f64) -> Vec<f64> {
    let low = |axis: usize| places.iter().map(|p| p[axis]).fold(f64::INFINITY, f64::min) - length;
    let high = |axis: usize| places.iter().map(|p| p[axis]).fold(f64::NEG_INFINITY, f64::max) + length;
    let (x0, x1, y0, y1) = (low(0), high(0), low(1), high(1));
    /// Enough that several bumps meet at every place for lengths down to 50 km.
    const N_BUMPS: usize = 600;
    let bumps: Vec<([f64; 2], f64)> = (0..N_BUMPS)
        .map(|_| {
            let spot = [x0 + stream.uniform() * (x1 - x0), y0 + stream.uniform() * (y1 - y0)];
            (spot, stream.normal())
        })
        .collect();
    let at = |place: &[f64; 2]| {
        let height = |(spot, height): &([f64; 2], f64)| {
            let [dx, dy] = [(place[0] - spot[0]) / length, (place[1] - spot[1]) / length];
            let fall = 1.0 + dx * dx + dy * dy;
            height / (fall * fall)
        };
        bumps.iter().map(height).sum()
    };
    standardized(places.iter().map(at).collect())
}

/// The values shifted and scaled to mean 0 and standard deviation 1.
pub(super) fn standardized(values: Vec<f64>) -> Vec<f64> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / n;
    let deviation = variance.sqrt();
    values.into_iter().map(|value| if deviation > 0.0 { (value - mean) / deviation } else { 0.0 }).collect()
}

/// The position of each value among all, from −√3 to √3 in even steps: mean 0 and standard deviation 1 whatever the
/// values' distribution.
pub(super) fn ranked(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    for (rank, position) in order.into_iter().enumerate() {
        let rank = rank as f64;
        ranks[position] = rank;
    }
    standardized(ranks)
}
