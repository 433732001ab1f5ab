//! Simpson's interaction I: the chance that two persons belong to different groups. Diversity, not segregation.

use super::conditions::{bounded, shares_and_rests, somebody};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::Counts;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "simpson-interaction",
    symbol: "I",
    family: Family::Diversity,
    formula: "I = Σ Π_g (1 − Π_g) = 1 − λ",
    domain: Domain::UNIT,
    source: "Simpson 1949; Lieberson 1969",
    compute: Compute::Groups(|counts, _| simpson_interaction(counts)),
};

/// I = ΣΠ_g(1 − Π_g) = 1 − λ, in [0, 1 − 1/groups] (Simpson 1949; Lieberson 1969).
///
/// # Errors
/// Where nobody lives in the areas.
pub fn simpson_interaction(counts: &Counts) -> Index {
    somebody(counts)?;
    bounded(interaction_of(counts.group_totals()), 0.0, 1.0)
}

/// I of a composition given as members of each group.
pub(super) fn interaction_of(members: &[f64]) -> f64 {
    shares_and_rests(members).iter().map(|(share, rest)| share * rest).sum()
}
