//! Segregation index S: the group's distribution against everyone's.

use super::conditions::{bounded, comparable_two};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "segregation-index",
    symbol: "S",
    family: Family::Evenness,
    formula: "S = ½ Σ |x_i/X − t_i/T| / (1 − P)",
    domain: Domain::UNIT,
    source: "Duncan & Duncan 1955",
    compute: Compute::TwoGroup(|groups, _| segregation_index(groups)),
};

/// S = ½Σ|x_i/X − t_i/T|/(1 − P), in [0, 1] (Duncan & Duncan 1955); equals D of the group against the rest.
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn segregation_index(groups: &TwoGroup) -> Index {
    comparable_two(groups)?;
    let total = groups.total();
    let apart: f64 =
        groups.x().iter().zip(groups.t()).map(|(x, t)| (x / groups.x_total() - t / total).abs()).sum();
    bounded(apart / 2.0 / (groups.y_total() / total), 0.0, 1.0)
}
