//! Dissimilarity D: the share of one group that would have to move for an even spread.

use super::conditions::{bounded, comparable};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::simpson_interaction::interaction_of;
use super::undefined::Index;
use crate::stats::counts::Counts;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "dissimilarity",
    symbol: "D",
    family: Family::Evenness,
    formula: "D = Σ t_i |p_i − P| / (2 T P (1 − P)); several groups: Σ Σ t_i |π_ig − Π_g| / (2 T I), I = Σ Π_g (1 − Π_g)",
    domain: Domain::UNIT,
    source: "Duncan & Duncan 1955; Morgan 1975; Sakoda 1981",
    compute: Compute::Groups(|counts, _| dissimilarity(counts)),
};

/// D = ΣΣ t_i|π_ig − Π_g| / (2T·I) with I = ΣΠ_g(1 − Π_g), in [0, 1] (Morgan 1975; Sakoda 1981). For two groups it is
/// Duncan and Duncan's (1955) Σt_i|p_i − P| / (2TP(1 − P)).
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn dissimilarity(counts: &Counts) -> Index {
    comparable(counts)?;
    let total = counts.total();
    let shares: Vec<f64> = counts.group_totals().iter().map(|members| members / total).collect();
    // t_i|π_ig − Π_g| = |n_ig − t_i·Π_g|, which needs no case for areas without persons.
    let moved: f64 = counts
        .areas()
        .zip(counts.area_totals())
        .map(|(area, persons)| {
            area.iter().zip(&shares).map(|(members, share)| (members - persons * share).abs()).sum::<f64>()
        })
        .sum();
    bounded(moved / total / (2.0 * interaction_of(counts.group_totals())), 0.0, 1.0)
}
