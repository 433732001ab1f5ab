//! Local Simpson interaction: the chance that two persons of an area belong to different groups.

use super::index::{Compute, Domain, Family, IndexInfo};
use super::local_diversity::of_areas;
use super::simpson_interaction::interaction_of;
use super::undefined::Index;
use crate::stats::counts::Counts;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "local-simpson-interaction",
    symbol: "I_i",
    family: Family::Local,
    formula: "I_i = Σ π_ig (1 − π_ig) = 1 − λ_i",
    domain: Domain::UNIT,
    source: "Simpson 1949; Lieberson 1969",
    compute: Compute::Local(|counts, _| local_simpson_interaction(counts)),
};

/// I_i = Σπ_ig(1 − π_ig) = 1 − λ_i of each area, in [0, 1 − 1/groups] (Simpson 1949). Areas without persons have an
/// absence.
pub fn local_simpson_interaction(counts: &Counts) -> Vec<Index> {
    of_areas(counts, |members, _| interaction_of(members).min(1.0))
}
