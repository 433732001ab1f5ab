//! Carrington–Troske dissimilarity: D beyond what an even spread gives by chance.

use super::bias_corrected_dissimilarity::mean_of;
use super::conditions::{bounded, comparable_two};
use super::dissimilarity::dissimilarity;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::{Counts, TwoGroup};
use crate::stats::resampling::{Resampler, Scheme};

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "carrington-troske-dissimilarity",
    symbol: "D_ct",
    family: Family::Evenness,
    formula: "D_ct = (D − D*) / (1 − D*) where D ≥ D*, else (D − D*) / D*, D* the mean under an even spread",
    domain: Domain::SIGNED,
    source: "Carrington & Troske 1997",
    compute: Compute::TwoGroup(|groups, options| {
        beyond_chance(groups, options.replicates, options.seed, dissimilarity)
    }),
};

/// D_ct for [`dissimilarity`], G_ct for [`super::gini()`]: (D − D*)/(1 − D*) where D ≥ D*, else (D − D*)/D*, in [−1, 1]
/// (Carrington & Troske 1997). D* is the mean of the index over replicates in which the persons of each area belong to
/// the group with chance P. The same seed gives the same value.
///
/// # Errors
/// Where a group has no members, fewer than two areas are inhabited, counts are not whole, or no replicate has members
/// of both groups.
pub fn beyond_chance(groups: &TwoGroup, replicates: u64, seed: u64, index: fn(&Counts) -> Index) -> Index {
    comparable_two(groups)?;
    let counts = groups.to_counts();
    let resampler = Resampler::new(&counts, Scheme::Even, seed)?;
    let found = index(&counts)?;
    let by_chance = mean_of(resampler.estimates(0..replicates, index))?;
    // Where chance alone separates wholly, or not at all, there is nothing beyond it.
    let room = if found >= by_chance { 1.0 - by_chance } else { by_chance };
    if room <= 0.0 { Ok(0.0) } else { bounded((found - by_chance) / room, -1.0, 1.0) }
}
