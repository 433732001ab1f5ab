//! Isolation xPx: the group's share where an average member lives.

use super::conditions::{bounded, comparable_two};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "isolation",
    symbol: "xPx",
    family: Family::Exposure,
    formula: "xPx = Σ (x_i/X) (x_i/t_i)",
    domain: Domain::UNIT,
    source: "Bell 1954; Lieberson 1981",
    compute: Compute::TwoGroup(|groups, _| isolation(groups)),
};

/// xPx = Σ(x_i/X)(x_i/t_i), in [P, 1] (Bell 1954): the chance that somebody met in a member's area is a member too.
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn isolation(groups: &TwoGroup) -> Index {
    comparable_two(groups)?;
    let sum = groups.populated().map(|(x, t)| x / groups.x_total() * (x / t)).sum();
    bounded(sum, 0.0, 1.0)
}
