//! Boundary dissimilarity D(adj): D less what neighbors differ by.

use super::conditions::comparable_two;
use super::dissimilarity::dissimilarity;
use super::geometry::{Border, Geometry};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::options::Contiguity;
use super::undefined::{Index, Undefined};
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "boundary-dissimilarity",
    symbol: "D(adj)",
    family: Family::Evenness,
    formula: "D(adj) = D − ΣΣ c_ij |p_i − p_j| / ΣΣ c_ij, c_ij = 1 for neighbors",
    domain: Domain::AT_MOST_ONE,
    source: "Morrill 1991",
    compute: Compute::Placed(|groups, geometry, options| {
        boundary_dissimilarity(groups, geometry, options.contiguity)
    }),
};

/// D(adj) = D − ΣΣc_ij|p_i − p_j|/ΣΣc_ij with c_ij = 1 for neighbors and 0 otherwise (Morrill 1991). Areas without
/// persons have no composition, and their borders are left out. Below zero where neighbors differ more than D.
///
/// # Errors
/// Where a group has no members, fewer than two areas are inhabited, borders are missing, or no two areas are neighbors.
pub fn boundary_dissimilarity(groups: &TwoGroup, geometry: &Geometry<'_>, contiguity: Contiguity) -> Index {
    comparable_two(groups)?;
    let borders = geometry.known_borders(groups.n_areas())?;
    let neighbors = borders.iter().filter(|border| contiguity == Contiguity::Queen || border.length > 0.0);
    Ok(dissimilarity(&groups.to_counts())? - mean_difference(groups, neighbors, |_| 1.0)?)
}

/// The mean of |p_i − p_j| over borders between inhabited areas, weighted.
pub(super) fn mean_difference<'a>(
    groups: &TwoGroup,
    borders: impl Iterator<Item = &'a Border>,
    weight: impl Fn(&Border) -> f64,
) -> Index {
    let (mut differences, mut weights) = (0.0, 0.0);
    for border in borders {
        if let (Some(a), Some(b)) = (groups.share_in(border.a), groups.share_in(border.b)) {
            differences += weight(border) * (a - b).abs();
            weights += weight(border);
        }
    }
    if weights > 0.0 { Ok(differences / weights) } else { Err(Undefined::NoNeighbors) }
}
