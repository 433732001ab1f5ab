//! Mutual information M: what knowing the area says of the group.

use super::conditions::comparable;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::options::Base;
use super::undefined::Index;
use crate::stats::counts::Counts;
use crate::stats::logarithm::ln;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "mutual-information",
    symbol: "M",
    family: Family::Evenness,
    formula: "M = Σ Σ (n_ig / T) ln(π_ig / Π_g) = H E",
    domain: Domain::NOT_NEGATIVE,
    source: "Theil 1971; Frankel & Volij 2011; Elbers 2021",
    compute: Compute::Groups(|counts, options| mutual_information(counts, options.base)),
};

/// M = Σt_i/T·Σπ_ig ln(π_ig/Π_g), in [0, E] nats (Theil 1971; Frankel & Volij 2011; Elbers 2021); the same whether
/// areas or groups are the rows.
///
/// # Errors
/// Where a group has no members, or fewer than two areas are inhabited.
pub fn mutual_information(counts: &Counts, base: Base) -> Index {
    comparable(counts)?;
    Ok(nats(counts).max(0.0) / base.nats())
}

/// M in nats where the conditions for comparison are known to hold, or where a part of a whole need not meet them: 0
/// where nobody lives.
pub(in crate::stats) fn nats(counts: &Counts) -> f64 {
    let total = counts.total();
    if total <= 0.0 {
        return 0.0;
    }
    let of_shares: Vec<f64> = counts.group_totals().iter().map(|members| (members / total).ln()).collect();
    let of_area = |(area, &persons): (&[f64], &f64)| {
        // Counts are small whole numbers, whose logarithms are known beforehand.
        let of_persons = ln(persons);
        let cells = area.iter().zip(&of_shares).filter(|&(&members, _)| members > 0.0);
        cells.map(|(&members, of_share)| members * (ln(members) - of_persons - of_share)).sum::<f64>()
    };
    counts.areas().zip(counts.area_totals()).map(of_area).sum::<f64>() / total
}

/// Σπ_g ln(π_g/Π_g): how far one area's composition is from the whole's, in nats.
pub(super) fn divergence(area: &[f64], persons: f64, shares: &[f64]) -> f64 {
    area.iter()
        .zip(shares)
        .filter(|&(&members, _)| members > 0.0)
        .map(|(members, share)| {
            let own = members / persons;
            own * (own / share).ln()
        })
        .sum()
}
