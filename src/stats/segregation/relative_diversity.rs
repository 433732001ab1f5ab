//! Relative diversity R: how much less likely neighbors are to differ than persons drawn from the whole.

use super::conditions::{bounded, comparable};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::normalized_exposure::weighted_variance;
use super::simpson_interaction::interaction_of;
use super::undefined::Index;
use crate::stats::counts::Counts;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "relative-diversity",
    symbol: "R",
    family: Family::Evenness,
    formula: "R = Σ Σ (t_i/T) (π_ig − Π_g)² / I",
    domain: Domain::UNIT,
    source: "Goodman & Kruskal 1954; Carlson 1992; Reardon & Firebaugh 2002",
    compute: Compute::Groups(|counts, _| relative_diversity(counts)),
};

/// R = ΣΣ(t_i/T)(π_ig − Π_g)²/I with I = ΣΠ_g(1 − Π_g), in [0, 1] (Carlson 1992; Reardon & Firebaugh 2002).
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn relative_diversity(counts: &Counts) -> Index {
    comparable(counts)?;
    let interaction = interaction_of(counts.group_totals());
    bounded(weighted_variance(counts, |_, _| 1.0) / interaction, 0.0, 1.0)
}
