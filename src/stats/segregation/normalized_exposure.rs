//! Normalized exposure Pₙ: isolation of all groups, each freed of its size.

use super::conditions::{bounded, comparable, shares_and_rests};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::Counts;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "normalized-exposure",
    symbol: "Pₙ",
    family: Family::Exposure,
    formula: "P = Σ Σ (t_i/T) (π_ig − Π_g)² / (1 − Π_g)",
    domain: Domain::UNIT,
    source: "James 1986; Reardon & Firebaugh 2002",
    compute: Compute::Groups(|counts, _| normalized_exposure(counts)),
};

/// Pₙ = ΣΣ(t_i/T)(π_ig − Π_g)²/(1 − Π_g), in [0, 1] (James 1986; Reardon & Firebaugh 2002).
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn normalized_exposure(counts: &Counts) -> Index {
    comparable(counts)?;
    bounded(weighted_variance(counts, |_, rest| 1.0 / rest), 0.0, 1.0)
}

/// ΣΣ(t_i/T)(π_ig − Π_g)²·w(Π_g, 1 − Π_g): the between-area variance of each group's share, weighted by group.
pub(super) fn weighted_variance(counts: &Counts, weight: impl Fn(f64, f64) -> f64) -> f64 {
    let total = counts.total();
    let groups: Vec<(f64, f64)> = shares_and_rests(counts.group_totals())
        .into_iter()
        .map(|(share, rest)| (share, weight(share, rest)))
        .collect();
    counts
        .areas()
        .zip(counts.area_totals())
        .filter(|&(_, &persons)| persons > 0.0)
        .map(|(area, persons)| {
            let distance: f64 = area
                .iter()
                .zip(&groups)
                .map(|(members, (share, weight))| {
                    let apart = members / persons - share;
                    apart * apart * weight
                })
                .sum();
            persons / total * distance
        })
        .sum()
}
