//! Entropy E: how mixed the whole population is. Diversity, not segregation.

use super::conditions::somebody;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::options::Base;
use super::undefined::Index;
use crate::stats::counts::Counts;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "entropy",
    symbol: "E",
    family: Family::Diversity,
    formula: "E = −Σ Π_g ln Π_g",
    domain: Domain::NOT_NEGATIVE,
    source: "Shannon 1948; Theil 1972",
    compute: Compute::Groups(|counts, options| entropy(counts, options.base)),
};

/// E = −ΣΠ_g ln Π_g, in [0, ln groups] nats, with 0·ln 0 = 0 (Shannon 1948).
///
/// # Errors
/// Where nobody lives in the areas.
pub fn entropy(counts: &Counts, base: Base) -> Index {
    somebody(counts)?;
    Ok(entropy_of(counts.group_totals(), counts.total()) / base.nats())
}

/// The entropy of a composition given as members of each group and their sum, in nats.
pub(in crate::stats) fn entropy_of(members: &[f64], persons: f64) -> f64 {
    let sum: f64 = members
        .iter()
        .map(|n| n / persons)
        .filter(|&share| share > 0.0)
        .map(|share| share * share.ln())
        .sum();
    // `+ 0.0` turns −0 into 0.
    -sum + 0.0
}
