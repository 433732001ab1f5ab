//! Squared coefficient of variation C: the normalized chi-square of groups against areas.

use super::conditions::{bounded, comparable};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::normalized_exposure::weighted_variance;
use super::undefined::Index;
use crate::stats::counts::Counts;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "squared-coefficient-of-variation",
    symbol: "C",
    family: Family::Evenness,
    formula: "C = Σ Σ (t_i/T) (π_ig − Π_g)² / ((G − 1) Π_g), G groups",
    domain: Domain::UNIT,
    source: "Reardon & Firebaugh 2002",
    compute: Compute::Groups(|counts, _| squared_coefficient_of_variation(counts)),
};

/// C = ΣΣ(t_i/T)(π_ig − Π_g)²/((G − 1)Π_g) over G groups, in [0, 1] (Reardon & Firebaugh 2002).
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn squared_coefficient_of_variation(counts: &Counts) -> Index {
    comparable(counts)?;
    let others = (counts.n_groups() - 1) as f64;
    bounded(weighted_variance(counts, |share, _| 1.0 / (others * share)), 0.0, 1.0)
}
