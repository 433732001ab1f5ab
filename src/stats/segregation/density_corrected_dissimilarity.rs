//! Density-corrected dissimilarity: D with each area's chance difference shrunk away.

use super::conditions::comparable_two;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "density-corrected-dissimilarity",
    symbol: "D_dc",
    family: Family::Evenness,
    formula: "D = ½ Σ σ_i θ_i, θ_i the value that maximizes φ(θ̂_i − θ) + φ(θ̂_i + θ), θ̂_i = |x_i/X − y_i/Y| / σ_i",
    domain: Domain::OPEN,
    source: "Allen, Burgess, Davidson & Windmeijer 2015",
    compute: Compute::TwoGroup(|groups, _| density_corrected_dissimilarity(groups)),
};

/// D_dc = ½Σσ_iθ_i (Allen et al. 2015), where σ_i² = x̂_i(1−x̂_i)/X + ŷ_i(1−ŷ_i)/Y is the sampling variance of the
/// difference between the groups' shares x̂_i = x_i/X and ŷ_i = y_i/Y in the area, θ̂_i = |x̂_i − ŷ_i|/σ_i, and θ_i the
/// most likely true value behind the folded normal θ̂_i.
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn density_corrected_dissimilarity(groups: &TwoGroup) -> Index {
    corrected(groups, |_| true)
}

/// The same, with only the areas whose observed distance in standard errors is `found`.
pub(super) fn corrected(groups: &TwoGroup, found: impl Fn(f64) -> bool) -> Index {
    comparable_two(groups)?;
    let (x_total, y_total) = (groups.x_total(), groups.y_total());
    let sum: f64 = groups
        .x()
        .iter()
        .zip(groups.y())
        .map(|(x, y)| {
            let (of_x, of_y) = (x / x_total, y / y_total);
            let spread = (of_x * (1.0 - of_x) / x_total + of_y * (1.0 - of_y) / y_total).max(0.0).sqrt();
            // Both groups live wholly in this area, or wholly elsewhere, or each in its own: nothing is left to chance.
            if spread <= 0.0 {
                return (of_x - of_y).abs();
            }
            let observed = (of_x - of_y).abs() / spread;
            if found(observed) { spread * likely_distance(observed) } else { 0.0 }
        })
        .sum();
    Ok(sum / 2.0)
}

/// The θ ≥ 0 that maximizes φ(observed − θ) + φ(observed + θ). Setting the derivative to zero gives
/// θ = observed·tanh(observed·θ), whose only solution is 0 up to observed = 1; beyond, Newton's steps from above.
fn likely_distance(observed: f64) -> f64 {
    if observed <= 1.0 {
        return 0.0;
    }
    let mut theta = observed;
    for _ in 0..100 {
        let tanh = (observed * theta).tanh();
        let step = (theta - observed * tanh) / (1.0 - observed * observed * (1.0 - tanh * tanh));
        theta = (theta - step).max(0.0);
        if step.abs() <= 1e-14 * observed {
            break;
        }
    }
    theta
}

#[cfg(test)]
mod tests {
    use super::likely_distance;

    #[test]
    fn the_likely_distance_is_where_the_likelihood_peaks() {
        let likelihood = |observed: f64, theta: f64| {
            (-(observed - theta).powi(2) / 2.0).exp() + (-(observed + theta).powi(2) / 2.0).exp()
        };
        for observed in [0.3, 0.99, 1.000_1, 1.01, 1.2, 2.0, 3.5, 8.0, 40.0] {
            let peak = likely_distance(observed);
            for theta in (0..5_000).map(|step| f64::from(step) * 0.01) {
                assert!(
                    likelihood(observed, peak) >= likelihood(observed, theta) - 1e-12,
                    "{observed}: {peak} is less likely than {theta}"
                );
            }
        }
    }
}
