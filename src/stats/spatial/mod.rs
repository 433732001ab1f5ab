//! Whether near areas are alike: autocorrelation over all areas and round each.
//!
//! Who is near whom comes in as [`Weights`]. Areas where nobody lives are left out by the caller, who rebuilds the
//! weights with [`Weights::among`]; an area without neighbours keeps its place and has no local statistic.

mod early_stopping;
mod geary;
mod getis_ord;
mod local_permutation;
mod moran;
mod permutation;
mod random;
mod rates;
mod weights;

pub use early_stopping::EarlyStopping;
pub use geary::{geary, local_geary};
pub use getis_ord::getis_ord;
pub use local_permutation::LocalPermutation;
pub use moran::{LocalMoran, Quadrant, local_moran, moran};
pub use permutation::{MoranPermutation, permutation_p};
pub use rates::standardised_rates;
pub use weights::{Standard, Weights, WeightsError};

use super::summary::{mean, sum};

/// A global statistic and what it would be if values fell on areas by chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Autocorrelation {
    /// The statistic.
    pub statistic: f64,
    /// Its mean under chance.
    pub expected: f64,
    /// Its variance if the values were drawn from a normal distribution.
    pub variance_normal: f64,
    /// Its variance if these very values were shuffled over the areas.
    pub variance_random: f64,
}

impl Autocorrelation {
    /// Standard deviations from chance, by the normal variance.
    pub fn z_normal(&self) -> f64 {
        standardised(self.statistic - self.expected, self.variance_normal)
    }

    /// Standard deviations from chance, by the variance of shuffling.
    pub fn z_random(&self) -> f64 {
        standardised(self.statistic - self.expected, self.variance_random)
    }
}

/// Why there is no autocorrelation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAutocorrelation {
    /// As many values as areas are needed.
    DifferentLengths {
        /// Number of values.
        values: usize,
        /// Number of areas in the weights.
        areas: usize,
    },
    /// The variance under chance needs four areas.
    TooFewAreas,
    /// No area has a neighbour.
    NoNeighbours,
    /// The value is the same everywhere.
    AllAlike,
}

impl std::fmt::Display for NoAutocorrelation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::DifferentLengths { values, areas } => {
                write!(f, "{values} values cannot belong to {areas} areas")
            }
            Self::TooFewAreas => write!(f, "fewer than four areas have a value"),
            Self::NoNeighbours => write!(f, "no area has a neighbour"),
            Self::AllAlike => write!(f, "the value is the same in all areas"),
        }
    }
}

/// Deviations from the mean in units of the largest value, and their squares' sum: every statistic here is the same in
/// any unit.
fn deviations(values: &[f64], weights: &Weights) -> Result<(Vec<f64>, f64), NoAutocorrelation> {
    if values.len() != weights.n_areas() {
        return Err(NoAutocorrelation::DifferentLengths { values: values.len(), areas: weights.n_areas() });
    }
    if values.len() < 4 {
        return Err(NoAutocorrelation::TooFewAreas);
    }
    if weights.n_links() == 0 {
        return Err(NoAutocorrelation::NoNeighbours);
    }
    if values.iter().all(|value| *value == values[0]) {
        return Err(NoAutocorrelation::AllAlike);
    }
    let largest = values.iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
    let scaled: Vec<f64> = values.iter().map(|value| value / largest).collect();
    let mean = mean(&scaled).unwrap_or(0.0);
    let deviations: Vec<f64> = scaled.iter().map(|value| value - mean).collect();
    let squares = sum(deviations.iter().map(|z| z * z));
    if squares < f64::MIN_POSITIVE { Err(NoAutocorrelation::AllAlike) } else { Ok((deviations, squares)) }
}

/// n·Σz⁴/(Σz²)², the kurtosis that the variance of shuffling depends on.
fn kurtosis(deviations: &[f64], squares: f64) -> f64 {
    deviations.len() as f64 * sum(deviations.iter().map(|z| (z * z / squares).powi(2)))
}

fn standardised(difference: f64, variance: f64) -> f64 {
    if variance > 0.0 { difference / variance.sqrt() } else { 0.0 }
}

#[cfg(test)]
mod tests;
