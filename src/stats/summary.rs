//! Centre and spread of a slice of values.

use super::quantile::{quantile, sorted};

/// What a table or a strip chart says of a slice of finite values. All members have the unit of the values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// Number of values.
    pub n: usize,
    /// Least value.
    pub min: f64,
    /// First quartile (type 7).
    pub lower_quartile: f64,
    /// Middle value.
    pub median: f64,
    /// Third quartile (type 7).
    pub upper_quartile: f64,
    /// Greatest value.
    pub max: f64,
    /// Arithmetic mean, every value counting the same.
    pub mean: f64,
    /// Standard deviation with divisor n − 1; absent for a single value.
    pub standard_deviation: Option<f64>,
}

impl Summary {
    /// The summary of finite values in any order; `None` when there are none.
    pub fn of(values: &[f64]) -> Option<Self> {
        let sorted = sorted(values);
        Some(Self {
            n: values.len(),
            min: quantile(&sorted, 0.0)?,
            lower_quartile: quantile(&sorted, 0.25)?,
            median: quantile(&sorted, 0.5)?,
            upper_quartile: quantile(&sorted, 0.75)?,
            max: quantile(&sorted, 1.0)?,
            mean: mean(values)?,
            standard_deviation: standard_deviation(values, Divisor::LessOne),
        })
    }
}

/// What the sum of squared deviations is divided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Divisor {
    /// n − 1: the values are a sample, as in the standard deviation classification.
    LessOne,
    /// n: the values are all there are, as in the area types.
    All,
}

/// The arithmetic mean, summed with Neumaier's compensation; `None` for an empty slice.
pub fn mean(values: &[f64]) -> Option<f64> {
    let n = values.len() as f64;
    if values.is_empty() {
        return None;
    }
    let sum = sum(values.iter().copied());
    let mean = if sum.is_finite() { sum / n } else { values.iter().map(|value| value / n).sum() };
    let (low, high) = values.iter().fold((f64::MAX, f64::MIN), |(low, high), &v| (low.min(v), high.max(v)));
    Some(mean.clamp(low, high))
}

/// The mean of values with weights ≥ 0 (for instance persons); `None` when the weights add up to nothing or the
/// two slices differ in length.
pub fn weighted_mean(values: &[f64], weights: &[f64]) -> Option<f64> {
    if values.len() != weights.len() {
        return None;
    }
    let heaviest = weights.iter().copied().fold(0.0, f64::max);
    if heaviest <= 0.0 {
        return None;
    }
    let total = sum(weights.iter().map(|weight| weight / heaviest));
    Some(sum(values.iter().zip(weights).map(|(value, weight)| value * (weight / heaviest / total))))
}

/// The standard deviation round the mean. `None` when there are fewer than two values for [`Divisor::LessOne`], or
/// none for [`Divisor::All`].
pub fn standard_deviation(values: &[f64], divisor: Divisor) -> Option<f64> {
    let count = match divisor {
        Divisor::LessOne => values.len().checked_sub(1)?,
        Divisor::All => values.len(),
    };
    if count == 0 {
        return None;
    }
    let mean = mean(values)?;
    // Deviations are measured in the largest of them, so that no square overflows or vanishes.
    let largest = values.iter().map(|value| (value - mean).abs()).fold(0.0, f64::max);
    if largest == 0.0 {
        return Some(0.0);
    }
    let largest = largest.min(f64::MAX);
    let squares = sum(values.iter().map(|value| (value / largest - mean / largest).powi(2)));
    Some((largest * (squares / count as f64).sqrt()).min(f64::MAX))
}

/// A sum with Neumaier's compensation: the error does not grow with the number of terms.
pub(crate) fn sum(terms: impl IntoIterator<Item = f64>) -> f64 {
    let (mut sum, mut lost) = (0.0_f64, 0.0_f64);
    for term in terms {
        let next = sum + term;
        lost += if sum.abs() >= term.abs() { (sum - next) + term } else { (term - next) + sum };
        sum = next;
    }
    if lost.is_finite() { sum + lost } else { sum }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_textbook_example() {
        let summary = Summary::of(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]).unwrap();
        assert_eq!((summary.n, summary.mean, summary.median), (8, 5.0, 4.5));
        assert_eq!(standard_deviation(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0], Divisor::All), Some(2.0));
        assert_eq!(summary.standard_deviation, Some((32.0_f64 / 7.0).sqrt()));
    }

    #[test]
    fn what_has_no_spread_says_so() {
        assert_eq!(Summary::of(&[]), None);
        assert_eq!(Summary::of(&[3.0]).unwrap().standard_deviation, None);
        assert_eq!(standard_deviation(&[0.1; 10], Divisor::LessOne), Some(0.0));
        assert_eq!(weighted_mean(&[1.0, 2.0], &[0.0, 0.0]), None);
    }

    #[test]
    fn weights_count_as_repetitions() {
        assert_eq!(weighted_mean(&[1.0, 5.0], &[3.0, 1.0]), mean(&[1.0, 1.0, 1.0, 5.0]));
    }

    #[test]
    fn a_small_spread_on_a_large_level_is_kept() {
        // NIST StRD "NumAcc3": mean 1,000,000.2, standard deviation 0.1, n 1,001.
        let values: Vec<f64> =
            std::iter::once(1_000_000.2).chain((0..500).flat_map(|_| [1_000_000.1, 1_000_000.3])).collect();
        assert!((mean(&values).unwrap() - 1_000_000.2).abs() < 1e-9);
        assert!((standard_deviation(&values, Divisor::LessOne).unwrap() - 0.1).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn finite_in_finite_out(values in prop::collection::vec(prop::num::f64::NORMAL | prop::num::f64::ZERO, 1..30)) {
            let summary = Summary::of(&values).unwrap();
            prop_assert!(summary.min <= summary.mean && summary.mean <= summary.max);
            prop_assert!(summary.standard_deviation.is_none_or(f64::is_finite));
        }
    }
}
