//! Quantiles of a sorted slice.

use crate::order::sort_numbers;

/// The quantile at `share` (0–1) of ascending, finite, non-empty `sorted` values: type 7 of Hyndman & Fan (1996),
/// linear between the order statistics at (n − 1)·share. It is what R, NumPy and spreadsheets give by default.
///
/// `None` for an empty slice. A `share` outside 0–1 counts as the nearer end.
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let position = share.clamp(0.0, 1.0) * last as f64;
    let below = floor_index(position).min(last);
    let above = (below + 1).min(last);
    Some(between(sorted[below], sorted[above], position - below as f64))
}

/// The quantiles at several shares of values in any order (a sorted copy is made). Empty for an empty slice.
pub fn quantiles(values: &[f64], shares: &[f64]) -> Vec<f64> {
    let sorted = sorted(values);
    shares.iter().filter_map(|&share| quantile(&sorted, share)).collect()
}

/// The middle value, or the mean of the two in the middle. `None` for an empty slice.
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(&sorted(values), 0.5)
}

/// An ascending copy with −0 made 0, so that equal values are equal in every sense.
pub(crate) fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.iter().map(|value| value + 0.0).collect();
    sort_numbers(&mut sorted);
    sorted
}

/// The point at `share` of the way from `low` to `high`, measured from the nearer end: it never leaves the interval
/// and never overflows.
fn between(low: f64, high: f64, share: f64) -> f64 {
    let step = high - low;
    if !step.is_finite() {
        return low * (1.0 - share) + high * share;
    }
    if share < 0.5 { (low + step * share).min(high) } else { (high - step * (1.0 - share)).max(low) }
}

#[expect(clippy::cast_possible_truncation, reason = "the position lies within the slice")]
fn floor_index(position: f64) -> usize {
    position.floor() as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn type_7_as_hyndman_and_fan_print_it() {
        // R: quantile(c(1, 2, 4, 8, 16), c(.1, .25, .5, .9)) is 1.4, 2, 4, 12.8.
        let found = quantiles(&[16.0, 1.0, 8.0, 2.0, 4.0], &[0.0, 0.1, 0.25, 0.5, 0.9, 1.0]);
        for (found, expected) in found.iter().zip([1.0, 1.4, 2.0, 4.0, 12.8, 16.0]) {
            assert!((found - expected).abs() < 1e-12, "{found} should be {expected}");
        }
    }

    #[test]
    fn the_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() {
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), Some(2.5));
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[f64::MAX, f64::MIN]), Some(0.0));
    }

    proptest! {
        #[test]
        fn quantiles_ascend_and_stay_within_the_values(
            values in prop::collection::vec(prop::num::f64::NORMAL | prop::num::f64::ZERO, 1..40),
            a in 0.0..=1.0, b in 0.0..=1.0,
        ) {
            let sorted = sorted(&values);
            let low = quantile(&sorted, f64::min(a, b)).unwrap();
            let high = quantile(&sorted, f64::max(a, b)).unwrap();
            prop_assert!(sorted[0] <= low && low <= high && high <= sorted[sorted.len() - 1]);
        }
    }
}
