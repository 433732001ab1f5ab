//! Local Simpson concentration: the chance that two persons of an area belong to the same group.

use super::index::{Compute, Domain, Family, IndexInfo};
use super::local_diversity::of_areas;
use super::simpson_concentration::concentration_of;
use super::undefined::Index;
use crate::stats::counts::Counts;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "local-simpson-concentration",
    symbol: "λ_i",
    family: Family::Local,
    formula: "λ_i = Σ π_ig²",
    domain: Domain::UNIT,
    source: "Simpson 1949",
    compute: Compute::Local(|counts, _| local_simpson_concentration(counts)),
};

/// λ_i = Σπ_ig² of each area, in [1/groups, 1] (Simpson 1949). Areas without persons have an absence.
pub fn local_simpson_concentration(counts: &Counts) -> Vec<Index> {
    of_areas(counts, |members, persons| concentration_of(members, persons).min(1.0))
}
