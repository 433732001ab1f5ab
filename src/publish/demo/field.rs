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

    /// Mean 0, standard deviation 1, nearly normal and never beyond ±3.5: the sum of four even numbers from one draw.
    pub(super) fn normal(&mut self) -> f64 {
        let bits = self.0.next_u64();
        let sum = (bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48);
        let whole = sum as f64;
        // Four numbers, each even over 0 to 65,535: mean 131,070, variance (65,536² − 1)/3.
        (whole - 131_070.0) / 37_837.227_3
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

/// A field of mean 0 and standard deviation 1 over areas that are like their neighbours: independent numbers, each mixed
/// `rounds` times with the mean of its area's neighbours. The more rounds, the wider the reach; in cities, where areas
/// are small, it is short in metres, in the countryside long.
pub(super) fn neighbour_field(stream: &mut Stream, neighbours: &[Vec<u32>], rounds: usize) -> Vec<f64> {
    let mut values = stream.normals(neighbours.len());
    for _ in 0..rounds {
        let mixed = |(own, near): (&f64, &Vec<u32>)| {
            let mut sum = 0.0;
            for other in near {
                sum += values[*other as usize];
            }
            if near.is_empty() { *own } else { 0.4 * own + 0.6 * sum / near.len() as f64 }
        };
        values = values.iter().zip(neighbours).map(mixed).collect();
    }
    standardized(values)
}

/// A factor that is 1 at 0 and grows about as eˣ: (1 + x/64)⁶⁴, by six squarings; for x well above −64.
pub(super) fn growth(x: f64) -> f64 {
    let mut power = 1.0 + x / 64.0;
    for _ in 0..6 {
        power *= power;
    }
    power
}

/// Nearly the same around 0, never beyond ±3.4: nobody is an impossible outlier.
pub(super) fn bounded(z: f64) -> f64 {
    const LIMIT: f64 = 3.4;
    z / (1.0 + (z / LIMIT) * (z / LIMIT)).sqrt()
}

/// The same leaning to the right, with a long tail of high values and a short one of low: the exponential of the values,
/// times `lean`, and mean 0 and standard deviation 1 again.
pub(super) fn skewed(values: &[f64], lean: f64) -> Vec<f64> {
    standardized(values.iter().map(|z| growth(lean * bounded(*z))).collect())
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
