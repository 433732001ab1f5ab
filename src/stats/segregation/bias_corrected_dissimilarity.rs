//! Bias-corrected dissimilarity: D less what small numbers add to it.

use super::conditions::comparable_two;
use super::dissimilarity::dissimilarity;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::TwoGroup;
use crate::stats::resampling::{Resampler, Scheme};

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "bias-corrected-dissimilarity",
    symbol: "D_bc",
    family: Family::Evenness,
    formula: "D_bc = 2 D − mean of D over replicates drawn within groups",
    domain: Domain::OPEN,
    source: "Allen, Burgess, Davidson & Windmeijer 2015",
    compute: Compute::TwoGroup(|groups, options| {
        bias_corrected_dissimilarity(groups, options.replicates, options.seed)
    }),
};

/// D_bc = 2D − D̄*, with D̄* the mean of D over replicates in which each group's members are drawn anew over areas from
/// the group's own distribution (Allen et al. 2015). May be below zero. The same seed gives the same value.
///
/// # Errors
/// Where a group has no members, fewer than two areas are inhabited, counts are not whole, or no replicate has persons in
/// two areas.
pub fn bias_corrected_dissimilarity(groups: &TwoGroup, replicates: u64, seed: u64) -> Index {
    comparable_two(groups)?;
    let counts = groups.to_counts();
    let resampler = Resampler::new(&counts, Scheme::WithinGroups, seed)?;
    let estimate = dissimilarity(&counts)?;
    mean_of(resampler.estimates(0..replicates, dissimilarity)).map(|mean| 2.0 * estimate - mean)
}

/// The mean of the replicates that have a value; where none has, the last reason.
pub(super) fn mean_of(replicates: impl Iterator<Item = Index>) -> Index {
    let (mut sum, mut n) = (0.0, 0.0);
    let mut reason = super::undefined::Undefined::BadParameter { name: "replicates", value: 0.0 };
    for replicate in replicates {
        match replicate {
            Ok(value) => {
                sum += value;
                n += 1.0;
            }
            Err(why) => reason = why,
        }
    }
    if n > 0.0 { Ok(sum / n) } else { Err(reason) }
}
