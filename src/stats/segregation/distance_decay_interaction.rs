//! Distance-decay interaction DPxy: exposure to the other group with contacts that fade with distance.

use super::conditions::{bounded, comparable_two};
use super::decay::DecaySums;
use super::distance_decay_isolation::decayed_exposure;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "distance-decay-interaction",
    symbol: "DPxy",
    family: Family::Exposure,
    formula: "DPxy = Σ (x_i/X) Σ K_ij y_j/t_j, K_ij = c_ij t_j / Σ_j c_ij t_j, c_ij = exp(−d_ij), km",
    domain: Domain::UNIT,
    source: "Morgan 1983",
    compute: Compute::Decay(distance_decay_interaction),
};

/// DPxy = Σ(x_i/X)Σ_j K_ij y_j/t_j, in [0, 1] (Morgan 1983); with DPxx it adds up to 1. `decay` holds the sums of the
/// same two groups.
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn distance_decay_interaction(groups: &TwoGroup, decay: &DecaySums) -> Index {
    comparable_two(groups)?;
    bounded(decayed_exposure(groups, decay, 1), 0.0, 1.0)
}
