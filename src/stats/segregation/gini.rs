//! Gini G: the mean absolute difference between the compositions of areas.

use super::conditions::{bounded, comparable};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::simpson_interaction::interaction_of;
use super::undefined::Index;
use crate::stats::counts::Counts;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "gini",
    symbol: "G",
    family: Family::Evenness,
    formula: "G = Σ Σ t_i t_j |p_i − p_j| / (2 T² P (1 − P)); several groups: Σ_g Σ Σ t_i t_j |π_ig − π_jg| / (2 T² I)",
    domain: Domain::UNIT,
    source: "Duncan & Duncan 1955; Reardon & Firebaugh 2002",
    compute: Compute::Groups(|counts, _| gini(counts)),
};

/// G = Σ_g ΣΣ t_i t_j|π_ig − π_jg| / (2T²·I), in [0, 1] (Reardon & Firebaugh 2002); for two groups the same as
/// ΣΣ t_i t_j|p_i − p_j| / (2T²P(1 − P)). Sorted by share, the sum over pairs needs one pass.
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn gini(counts: &Counts) -> Index {
    comparable(counts)?;
    let differences: f64 = (0..counts.n_groups()).map(|group| absolute_differences(counts, group)).sum();
    bounded(differences / (2.0 * interaction_of(counts.group_totals())), 0.0, 1.0)
}

/// ΣΣ w_i w_j|π_i − π_j| over all ordered pairs, w_i = t_i/T.
fn absolute_differences(counts: &Counts, group: usize) -> f64 {
    let total = counts.total();
    let mut areas: Vec<(f64, f64)> = counts
        .areas()
        .zip(counts.area_totals())
        .filter(|&(_, &persons)| persons > 0.0)
        .map(|(area, &persons)| (area[group] / persons, persons / total))
        .collect();
    areas.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let (mut weight_below, mut share_below, mut sum) = (0.0, 0.0, 0.0);
    for (share, weight) in areas {
        sum += weight * (share * weight_below - share_below);
        weight_below += weight;
        share_below += weight * share;
    }
    2.0 * sum
}
