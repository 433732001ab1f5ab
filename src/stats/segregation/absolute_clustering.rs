//! Absolute clustering ACL: how near each other a group's areas lie, against chance.

use super::conditions::{comparable_two, quotient};
use super::decay::DecaySums;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::{Index, Undefined};
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "absolute-clustering",
    symbol: "ACL",
    family: Family::Clustering,
    formula: "ACL = (Σ (x_i/X) Σ c_ij x_j − X/n² ΣΣ c_ij) / (Σ (x_i/X) Σ c_ij t_j − X/n² ΣΣ c_ij), c_ij = exp(−d_ij), km",
    domain: Domain::AT_MOST_ONE,
    source: "Massey & Denton 1988",
    compute: Compute::Decay(absolute_clustering),
};

/// ACL = (Σ(x_i/X)Σc_ij x_j − X/n²·ΣΣc_ij)/(Σ(x_i/X)Σc_ij t_j − X/n²·ΣΣc_ij), at most 1 where the divisor is above zero
/// (Massey & Denton 1988). `decay` holds the sums of the same two groups.
///
/// # Errors
/// Where a group has no members, fewer than two areas are inhabited, or the divisor is not above zero: then the group
/// lives where there is hardly anybody near, and the share of its surroundings means nothing.
pub fn absolute_clustering(groups: &TwoGroup, decay: &DecaySums) -> Index {
    comparable_two(groups)?;
    let n_areas = groups.n_populated() as f64;
    let by_chance = groups.x_total() / n_areas * (decay.nearness() / n_areas);
    let (mut own, mut all) = (0.0, 0.0);
    for ((x, near_x), near_y) in groups.x().iter().zip(decay.of_group(0)).zip(decay.of_group(1)) {
        own += x / groups.x_total() * near_x;
        all += x / groups.x_total() * (near_x + near_y);
    }
    if all - by_chance <= 0.0 {
        return Err(Undefined::NobodyNear);
    }
    quotient(own - by_chance, all - by_chance, Undefined::NobodyNear)
}
