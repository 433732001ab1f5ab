//! How two indicators go together over the same areas.
//!
//! A correlation between areas says nothing of persons: it is not the correlation within the population.

use super::rank::mean_ranks;
use super::summary::{sum, weighted_mean};

/// Why there is no correlation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCorrelation {
    /// The slices differ in length.
    DifferentLengths,
    /// Fewer than two areas have weight.
    TooFewAreas,
    /// One of the indicators is the same everywhere.
    AllAlike,
}

/// Pearson's correlation, within −1 to 1, every area counting the same.
///
/// # Errors
/// Why there is none.
pub fn pearson(x: &[f64], y: &[f64]) -> Result<f64, NoCorrelation> {
    weighted(x, y, &vec![1.0; x.len()])
}

/// Spearman's rank correlation: Pearson's of the ranks, ties sharing the mean of theirs.
///
/// # Errors
/// Why there is none.
pub fn spearman(x: &[f64], y: &[f64]) -> Result<f64, NoCorrelation> {
    pearson(&mean_ranks(x), &mean_ranks(y))
}

/// Pearson's correlation with weights ≥ 0, for instance persons.
///
/// # Errors
/// Why there is none.
pub fn weighted(x: &[f64], y: &[f64], weights: &[f64]) -> Result<f64, NoCorrelation> {
    if x.len() != y.len() || x.len() != weights.len() {
        return Err(NoCorrelation::DifferentLengths);
    }
    if weights.iter().filter(|&&weight| weight > 0.0).count() < 2 {
        return Err(NoCorrelation::TooFewAreas);
    }
    let heaviest = weights.iter().copied().fold(0.0, f64::max);
    let weights: Vec<f64> = weights.iter().map(|weight| weight / heaviest).collect();
    let x = deviations(x, &weights).ok_or(NoCorrelation::AllAlike)?;
    let y = deviations(y, &weights).ok_or(NoCorrelation::AllAlike)?;
    let product =
        |a: &[f64], b: &[f64]| sum(weights.iter().zip(a.iter().zip(b)).map(|(w, (a, b))| w * a * b));
    let (xx, yy) = (product(&x, &x), product(&y, &y));
    if xx == 0.0 || yy == 0.0 {
        return Err(NoCorrelation::AllAlike);
    }
    Ok((product(&x, &y) / xx.sqrt() / yy.sqrt()).clamp(-1.0, 1.0))
}

/// Deviations from the weighted mean in units of the largest of them, so that no square overflows or vanishes; `None`
/// where all values with weight are alike.
fn deviations(values: &[f64], weights: &[f64]) -> Option<Vec<f64>> {
    let counted = || values.iter().zip(weights).filter(|(_, weight)| **weight > 0.0).map(|(value, _)| *value);
    let first = counted().next()?;
    if counted().all(|value| value == first) {
        return None;
    }
    let largest = counted().map(f64::abs).fold(0.0, f64::max);
    let values: Vec<f64> = values.iter().map(|value| value / largest).collect();
    let mean = weighted_mean(&values, weights)?;
    let farthest = values
        .iter()
        .zip(weights)
        .filter(|(_, weight)| **weight > 0.0)
        .map(|(value, _)| (value - mean).abs())
        .fold(0.0, f64::max);
    Some(
        values
            .iter()
            .zip(weights)
            .map(|(value, &weight)| if weight > 0.0 { (value - mean) / farthest } else { 0.0 })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Anscombe (1973), the first of the quartet: 0.81642 (published as 0.816).
    const X: [f64; 11] = [10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0];
    const Y: [f64; 11] = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];

    #[test]
    fn anscombe() {
        assert!((pearson(&X, &Y).unwrap() - 0.816_420_516_344_840_3).abs() < 1e-14);
        // Ranks without ties: 1 − 6·Σd²/(n³ − n) with Σd² = 40.
        assert!((spearman(&X, &Y).unwrap() - (1.0 - 6.0 * 40.0 / 1320.0)).abs() < 1e-14);
    }

    #[test]
    fn weights_count_as_repetitions() {
        let once = weighted(&[1.0, 2.0, 3.0], &[2.0, 1.0, 5.0], &[2.0, 1.0, 3.0]).unwrap();
        let repeated = pearson(&[1.0, 1.0, 2.0, 3.0, 3.0, 3.0], &[2.0, 2.0, 1.0, 5.0, 5.0, 5.0]).unwrap();
        assert!((once - repeated).abs() < 1e-14);
        // An area without weight has no say, however far off it is.
        let without =
            weighted(&[1.0, 2.0, 3.0, 1e300], &[2.0, 1.0, 5.0, -1e300], &[2.0, 1.0, 3.0, 0.0]).unwrap();
        assert!((once - without).abs() < 1e-14);
    }

    #[test]
    fn an_absence_has_its_reason() {
        assert_eq!(pearson(&[1.0, 2.0], &[1.0]), Err(NoCorrelation::DifferentLengths));
        assert_eq!(pearson(&[1.0], &[1.0]), Err(NoCorrelation::TooFewAreas));
        assert_eq!(pearson(&[1.0, 2.0], &[0.1, 0.1]), Err(NoCorrelation::AllAlike));
        assert_eq!(weighted(&[1.0, 2.0], &[1.0, 2.0], &[1.0, 0.0]), Err(NoCorrelation::TooFewAreas));
    }

    proptest! {
        #[test]
        fn symmetric_bounded_and_unmoved_by_scale(
            pairs in prop::collection::vec((prop::num::f64::NORMAL, prop::num::f64::NORMAL), 2..30),
        ) {
            let (x, y): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
            if let Ok(r) = pearson(&x, &y) {
                prop_assert!((-1.0..=1.0).contains(&r));
                prop_assert!((r - pearson(&y, &x).unwrap()).abs() < 1e-12);
                prop_assert!((pearson(&x, &x).unwrap() - 1.0).abs() < 1e-12);
            }
            prop_assert!(spearman(&x, &y).is_ok_and(|r| (-1.0..=1.0).contains(&r)) || x.len() < 3);
        }
    }
}
