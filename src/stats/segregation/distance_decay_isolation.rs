//! Distance-decay isolation DPxx: isolation with contacts that fade with distance.

use super::conditions::{bounded, comparable_two};
use super::decay::DecaySums;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "distance-decay-isolation",
    symbol: "DPxx",
    family: Family::Exposure,
    formula: "DPxx = Σ (x_i/X) Σ K_ij x_j/t_j, K_ij = c_ij t_j / Σ_j c_ij t_j, c_ij = exp(−d_ij), km",
    domain: Domain::UNIT,
    source: "Morgan 1983",
    compute: Compute::Decay(distance_decay_isolation),
};

/// DPxx = Σ(x_i/X)Σ_j K_ij x_j/t_j with K_ij = c_ij t_j/Σ_j c_ij t_j, in [0, 1] (Morgan 1983). As t_j cancels, the inner
/// sum is the group's part of the potential of all. `decay` holds the sums of the same two groups.
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn distance_decay_isolation(groups: &TwoGroup, decay: &DecaySums) -> Index {
    comparable_two(groups)?;
    bounded(decayed_exposure(groups, decay, 0), 0.0, 1.0)
}

/// Σ(x_i/X)·(potential of `to`)/(potential of both): whom an average member of the group meets.
pub(super) fn decayed_exposure(groups: &TwoGroup, decay: &DecaySums, to: usize) -> f64 {
    groups
        .x()
        .iter()
        .zip(decay.of_group(0).zip(decay.of_group(1)))
        // In an area so wide that even its own inhabitants' nearness rounds to nothing, nobody is met.
        .filter(|(_, (near_x, near_y))| near_x + near_y > 0.0)
        .map(|(x, (near_x, near_y))| x / groups.x_total() * ([near_x, near_y][to] / (near_x + near_y)))
        .sum()
}
