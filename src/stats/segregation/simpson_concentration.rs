//! Simpson's concentration λ: the chance that two persons belong to the same group. Diversity, not segregation.

use super::conditions::{bounded, somebody};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::Counts;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "simpson-concentration",
    symbol: "λ",
    family: Family::Diversity,
    formula: "λ = Σ Π_g²",
    domain: Domain::UNIT,
    source: "Simpson 1949",
    compute: Compute::Groups(|counts, _| simpson_concentration(counts)),
};

/// λ = ΣΠ_g², in [1/groups, 1] (Simpson 1949).
///
/// # Errors
/// Where nobody lives in the areas.
pub fn simpson_concentration(counts: &Counts) -> Index {
    somebody(counts)?;
    bounded(concentration_of(counts.group_totals(), counts.total()), 0.0, 1.0)
}

/// λ of a composition given as members of each group and their sum.
pub(super) fn concentration_of(members: &[f64], persons: f64) -> f64 {
    members.iter().map(|n| (n / persons) * (n / persons)).sum()
}
