//! Relative clustering RCL: members of one group are nearer each other than those of the other are.

use super::conditions::{comparable_two, quotient};
use super::decay::DecaySums;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::spatial_proximity::mean_nearness;
use super::undefined::{Index, Undefined};
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "relative-clustering",
    symbol: "RCL",
    family: Family::Clustering,
    formula: "RCL = P_xx / P_yy − 1, P_gg = ΣΣ g_i g_j c_ij / G², c_ij = exp(−d_ij), km",
    domain: Domain { low: Some(-1.0), high: None },
    source: "Massey & Denton 1988",
    compute: Compute::Decay(relative_clustering),
};

/// RCL = P_xx/P_yy − 1, at least −1, with P_gg the mean nearness of two members of the group (Massey & Denton 1988).
/// `decay` holds the sums of the same two groups.
///
/// # Errors
/// Where a group has no members, fewer than two areas are inhabited, or members are too far apart to compare.
pub fn relative_clustering(groups: &TwoGroup, decay: &DecaySums) -> Index {
    comparable_two(groups)?;
    let near_x = mean_nearness(groups.x(), groups.x_total(), decay.of_group(0));
    let near_y = mean_nearness(groups.y(), groups.y_total(), decay.of_group(1));
    quotient(near_x, near_y, Undefined::NobodyNear).map(|ratio| ratio - 1.0)
}
