//! What replicates say: an interval around an estimate, a corrected estimate, a permutation p-value.

use crate::stats::quantile::{quantile, sorted};

/// How far chance could have moved an estimate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// The estimate with its bias by chance taken off: 2θ̂ − mean of the replicates.
    pub corrected: f64,
}

/// The basic bootstrap interval 2θ̂ − q(1 − α/2) … 2θ̂ − q(α/2) at the given `level` (0.95 for 95 %), quantiles of type 7
/// (Davison & Hinkley 1997, § 2.4). Unlike percentiles of the replicates, it moves with the bias: indices of separation
/// are pushed up by chance, and percentiles can miss the estimate altogether. Nothing where there are no replicates.
#[must_use]
pub fn basic_interval(estimate: f64, replicates: &[f64], level: f64) -> Option<Interval> {
    let sorted = sorted(replicates);
    let tail = (1.0 - level) / 2.0;
    let mean = sorted.iter().sum::<f64>() / sorted.len() as f64;
    Some(Interval {
        low: 2.0 * estimate - quantile(&sorted, 1.0 - tail)?,
        high: 2.0 * estimate - quantile(&sorted, tail)?,
        corrected: 2.0 * estimate - mean,
    })
}

/// The share of permutations at least as large as the observed value, itself counted in: (r + 1)/(R + 1) (Phipson &
/// Smyth 2010). Indices of separation are tested on this side only.
#[must_use]
pub fn permutation_p(observed: f64, replicates: &[f64]) -> f64 {
    let reached = replicates.iter().filter(|&&value| value >= observed).count();
    (reached + 1) as f64 / (replicates.len() + 1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_turns_the_replicates_over_the_estimate() {
        let replicates: Vec<f64> = (0..=1_000).map(f64::from).collect();
        let interval = basic_interval(400.0, &replicates, 0.95).expect("there are replicates");
        assert!((interval.low - (800.0 - 975.0)).abs() < 1e-9);
        assert!((interval.high - (800.0 - 25.0)).abs() < 1e-9);
        assert!((interval.corrected - 300.0).abs() < 1e-9);
        assert_eq!(basic_interval(1.0, &[], 0.95), None);
    }

    #[test]
    fn no_permutation_gives_no_chance_of_zero() {
        assert!((permutation_p(1.0, &[0.0; 99]) - 0.01).abs() < 1e-15);
        assert!((permutation_p(1.0, &[1.0; 99]) - 1.0).abs() < 1e-15);
    }
}
