//! Moran's I, over all areas (Moran 1950; Cliff & Ord 1981) and round each (Anselin 1995).

use super::{Autocorrelation, NoAutocorrelation, Weights, deviations, kurtosis};
use crate::stats::summary::sum;

/// Moran's I = n/S₀ · Σ z_i Σ w_ij z_j / Σ z²: above −1/(n − 1) where near areas are alike, below where they differ.
///
/// # Errors
/// Why there is none.
pub fn moran(values: &[f64], weights: &Weights) -> Result<Autocorrelation, NoAutocorrelation> {
    let (z, squares) = deviations(values, weights)?;
    let (s0, s1, s2) = weights.moments();
    let n = z.len() as f64;
    let product = sum((0..z.len()).map(|area_idx| z[area_idx] * weights.lag(&z, area_idx)));
    let expected = -1.0 / (n - 1.0);
    let normal = (n * n * s1 - n * s2 + 3.0 * s0 * s0) / (s0 * s0 * (n * n - 1.0));
    let k = kurtosis(&z, squares);
    let random = n * ((n * n - 3.0 * n + 3.0) * s1 - n * s2 + 3.0 * s0 * s0)
        - k * ((n * n - n) * s1 - 2.0 * n * s2 + 6.0 * s0 * s0);
    let random = random / ((n - 1.0) * (n - 2.0) * (n - 3.0) * s0 * s0);
    Ok(Autocorrelation {
        statistic: n / s0 * (product / squares),
        expected,
        variance_normal: normal - expected * expected,
        variance_random: random - expected * expected,
    })
}

/// An area and its neighbours, each above or below the mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quadrant {
    /// High among high.
    HighHigh,
    /// Low among high.
    LowHigh,
    /// Low among low.
    LowLow,
    /// High among low.
    HighLow,
}

/// The part of one area in Moran's I.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LocalMoran {
    /// I_i = (n − 1) z_i Σ w_ij z_j / Σ z².
    pub statistic: f64,
    /// Where the area and its neighbours lie.
    pub quadrant: Quadrant,
}

/// Local Moran of every area; `None` for an area without neighbours.
///
/// # Errors
/// Why there is none for any.
pub fn local_moran(values: &[f64], weights: &Weights) -> Result<Vec<Option<LocalMoran>>, NoAutocorrelation> {
    let (z, squares) = deviations(values, weights)?;
    let others = z.len() as f64 - 1.0;
    Ok((0..z.len())
        .map(|area_idx| {
            let own = z[area_idx];
            let lag = weights.lag(&z, area_idx);
            let quadrant = match (own > 0.0, lag > 0.0) {
                (true, true) => Quadrant::HighHigh,
                (false, true) => Quadrant::LowHigh,
                (false, false) => Quadrant::LowLow,
                (true, false) => Quadrant::HighLow,
            };
            let statistic = others * (own / squares * lag);
            (!weights.neighbours_of(area_idx).is_empty()).then_some(LocalMoran { statistic, quadrant })
        })
        .collect())
}
