//! Geary's C, over all areas (Geary 1954; Cliff & Ord 1981) and round each (Anselin 1995).

use super::{Autocorrelation, NoAutocorrelation, Weights, deviations, kurtosis};
use crate::stats::summary::sum;

/// Geary's C = (n − 1) ΣΣ w_ij (x_i − x_j)² / (2 S₀ Σ z²): below 1 where near areas are alike, above where they differ.
///
/// # Errors
/// Why there is none.
pub fn geary(values: &[f64], weights: &Weights) -> Result<Autocorrelation, NoAutocorrelation> {
    let (z, squares) = deviations(values, weights)?;
    let (s0, s1, s2) = weights.moments();
    let n = z.len() as f64;
    let differences = sum((0..z.len()).map(|area_idx| squared_differences(&z, weights, area_idx)));
    let normal = ((2.0 * s1 + s2) * (n - 1.0) - 4.0 * s0 * s0) / (2.0 * (n + 1.0) * s0 * s0);
    let k = kurtosis(&z, squares);
    let random = (n - 1.0) * s1 * (n * n - 3.0 * n + 3.0 - (n - 1.0) * k)
        - (n - 1.0) * s2 * (n * n + 3.0 * n - 6.0 - (n * n - n + 2.0) * k) / 4.0
        + s0 * s0 * (n * n - 3.0 - (n - 1.0).powi(2) * k);
    Ok(Autocorrelation {
        statistic: (n - 1.0) / (2.0 * s0) * (differences / squares),
        expected: 1.0,
        variance_normal: normal,
        variance_random: random / (n * (n - 2.0) * (n - 3.0) * s0 * s0),
    })
}

/// Local Geary c_i = Σ w_ij (z_i − z_j)² of every area, z in standard deviations with divisor n; `None` for an area
/// without neighbours.
///
/// # Errors
/// Why there is none for any.
pub fn local_geary(values: &[f64], weights: &Weights) -> Result<Vec<Option<f64>>, NoAutocorrelation> {
    let (z, squares) = deviations(values, weights)?;
    let variance = squares / z.len() as f64;
    Ok((0..z.len())
        .map(|area_idx| {
            let found = squared_differences(&z, weights, area_idx) / variance;
            (!weights.neighbours_of(area_idx).is_empty()).then_some(found)
        })
        .collect())
}

fn squared_differences(z: &[f64], weights: &Weights, area_idx: usize) -> f64 {
    let own = z[area_idx];
    let squares =
        weights.neighbours_of(area_idx).iter().map(|&neighbour| (own - z[neighbour as usize]).powi(2));
    weights.weight_of(area_idx) * squares.sum::<f64>()
}
