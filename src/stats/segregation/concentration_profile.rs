//! Concentration profile: how fast a group is found as the threshold of its local share falls.

use super::conditions::{bounded, comparable_two};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "concentration-profile",
    symbol: "CP",
    family: Family::Evenness,
    formula: "CP = (P − ∫₀ᴾ v(s) ds + ∫ᴾ¹ v(s) ds) / (1 − P), v(s) the group's share living where p_i ≥ s",
    domain: Domain::UNIT,
    source: "Hong & Sadahiro 2014",
    compute: Compute::TwoGroup(|groups, _| concentration_profile(groups)),
};

/// CP = (P − ∫₀ᴾv + ∫ᴾ¹v)/(1 − P), in [0, 1] (Hong & Sadahiro 2014), where v(s) is the share of the group living in
/// areas with p_i ≥ s. v is a step function, so both integrals are exact sums: ∫₀ᴾv = Σ(x_i/X)·min(p_i, P) and
/// ∫ᴾ¹v = Σ(x_i/X)·max(p_i − P, 0).
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn concentration_profile(groups: &TwoGroup) -> Index {
    comparable_two(groups)?;
    let share = groups.share();
    let (mut below, mut above) = (0.0, 0.0);
    for (x, t) in groups.populated() {
        below += x / groups.x_total() * (x / t).min(share);
        above += x / groups.x_total() * (x / t - share).max(0.0);
    }
    bounded((share - below + above) / (groups.y_total() / groups.total()), 0.0, 1.0)
}
