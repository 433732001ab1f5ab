//! Local mutual information: how far an area's composition is from the whole's.

use super::conditions::members_in_all_groups;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::mutual_information::divergence;
use super::options::Base;
use super::undefined::{Index, Undefined};
use crate::stats::counts::Counts;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "local-mutual-information",
    symbol: "L_i",
    family: Family::Local,
    formula: "L_i = Σ π_ig ln(π_ig / Π_g), M = Σ (t_i/T) L_i",
    domain: Domain::NOT_NEGATIVE,
    source: "Alonso-Villar & del Río 2010; Roberto 2016; Elbers 2021",
    compute: Compute::Local(|counts, options| local_mutual_information(counts, options.base)),
};

/// L_i = Σπ_ig ln(π_ig/Π_g), 0 or more, in nats unless the base says otherwise: Roberto's (2016) divergence, whose mean
/// over persons is M. Areas without persons have an absence. On [`Counts::transposed`] it tells how unevenly each group
/// is spread over areas (Elbers's local segregation of groups).
pub fn local_mutual_information(counts: &Counts, base: Base) -> Vec<Index> {
    if let Err(reason) = members_in_all_groups(counts) {
        return vec![Err(reason); counts.n_areas()];
    }
    let total = counts.total();
    let shares: Vec<f64> = counts.group_totals().iter().map(|members| members / total).collect();
    counts
        .areas()
        .zip(counts.area_totals())
        .map(|(area, &persons)| {
            if persons > 0.0 {
                Ok(divergence(area, persons, &shares).max(0.0) / base.nats())
            } else {
                Err(Undefined::NobodyThere)
            }
        })
        .collect()
}
