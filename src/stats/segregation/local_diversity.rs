//! Local diversity: the entropy of each area.

use super::entropy::entropy_of;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::options::Base;
use super::undefined::{Index, Undefined};
use crate::stats::counts::Counts;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "local-diversity",
    symbol: "E_i",
    family: Family::Local,
    formula: "E_i = −Σ π_ig ln π_ig",
    domain: Domain::NOT_NEGATIVE,
    source: "Theil 1972",
    compute: Compute::Local(|counts, options| local_diversity(counts, options.base)),
};

/// E_i = −Σπ_ig ln π_ig of each area, in [0, ln groups], in nats unless the base says otherwise (Theil 1972). Areas
/// without persons have an absence.
pub fn local_diversity(counts: &Counts, base: Base) -> Vec<Index> {
    of_areas(counts, |members, persons| entropy_of(members, persons) / base.nats())
}

/// A number for each area where somebody lives, from its members by group and its persons.
pub(super) fn of_areas(counts: &Counts, value: impl Fn(&[f64], f64) -> f64) -> Vec<Index> {
    counts
        .areas()
        .zip(counts.area_totals())
        .map(
            |(area, &persons)| {
                if persons > 0.0 { Ok(value(area, persons)) } else { Err(Undefined::NobodyThere) }
            },
        )
        .collect()
}
