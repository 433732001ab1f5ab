//! Spatial proximity SP: members of one group are nearer each other than they are to others.

use super::conditions::{comparable_two, quotient};
use super::decay::DecaySums;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::{Index, Undefined};
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "spatial-proximity",
    symbol: "SP",
    family: Family::Clustering,
    formula: "SP = (X P_xx + Y P_yy) / (T P_tt), P_gg = ΣΣ g_i g_j c_ij / G², c_ij = exp(−d_ij), km; 1 = no clustering",
    domain: Domain::NOT_NEGATIVE,
    source: "White 1983; Massey & Denton 1988",
    compute: Compute::Decay(spatial_proximity),
};

/// SP = (X·P_xx + Y·P_yy)/(T·P_tt), above 0, and 1 where there is no clustering (White 1983). `decay` holds the sums of
/// the same two groups.
///
/// # Errors
/// Where a group has no members, fewer than two areas are inhabited, or everybody is too far apart to compare.
pub fn spatial_proximity(groups: &TwoGroup, decay: &DecaySums) -> Index {
    comparable_two(groups)?;
    let near_x = mean_nearness(groups.x(), groups.x_total(), decay.of_group(0));
    let near_y = mean_nearness(groups.y(), groups.y_total(), decay.of_group(1));
    let near_t = mean_nearness(
        groups.t(),
        groups.total(),
        decay.of_group(0).zip(decay.of_group(1)).map(|(near_x, near_y)| near_x + near_y),
    );
    let share = groups.share();
    let other = groups.y_total() / groups.total();
    quotient(share * near_x + other * near_y, near_t, Undefined::NobodyNear)
}

/// ΣΣg_i g_j c_ij/G²: the mean nearness of two members, from each area's potential Σ_j c_ij g_j.
pub(super) fn mean_nearness(members: &[f64], total: f64, potentials: impl Iterator<Item = f64>) -> f64 {
    members.iter().zip(potentials).map(|(n, near)| n / total * (near / total)).sum()
}
