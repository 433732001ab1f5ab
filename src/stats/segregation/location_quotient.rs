//! Location quotient LQ: a group's share of an area against its share of the whole.

use super::conditions::members_in_all_groups;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::{Index, Undefined};
use crate::stats::counts::Counts;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "location-quotient",
    symbol: "LQ",
    family: Family::Local,
    formula: "LQ_ig = π_ig / Π_g",
    domain: Domain::NOT_NEGATIVE,
    source: "Isard 1960",
    compute: Compute::LocalByGroup(|counts, _| location_quotient(counts)),
};

/// LQ_ig = π_ig/Π_g for every area and group, row by row, in [0, T/N_g]; 1 where the group is as common as overall
/// (Isard 1960). Areas without persons have an absence.
pub fn location_quotient(counts: &Counts) -> Vec<Index> {
    if let Err(reason) = members_in_all_groups(counts) {
        return vec![Err(reason); counts.n_areas() * counts.n_groups()];
    }
    let total = counts.total();
    counts
        .areas()
        .zip(counts.area_totals())
        .flat_map(|(area, &persons)| {
            area.iter().zip(counts.group_totals()).map(move |(members, all)| {
                if persons > 0.0 {
                    Ok(members / persons / (all / total))
                } else {
                    Err(Undefined::NobodyThere)
                }
            })
        })
        .collect()
}
