//! Length dissimilarity D(w): D less what neighbors differ by, long borders weighing more.

use super::boundary_dissimilarity::mean_difference;
use super::conditions::comparable_two;
use super::dissimilarity::dissimilarity;
use super::geometry::Geometry;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "length-dissimilarity",
    symbol: "D(w)",
    family: Family::Evenness,
    formula: "D(w) = D − ΣΣ b_ij |p_i − p_j| / ΣΣ b_ij, b_ij the length of the shared border",
    domain: Domain::AT_MOST_ONE,
    source: "Wong 1993",
    compute: Compute::Placed(|groups, geometry, _| length_dissimilarity(groups, geometry)),
};

/// D(w) = D − ΣΣb_ij|p_i − p_j|/ΣΣb_ij with b_ij the length of the border that two areas share (Wong 1993), over the
/// grand total of border lengths between inhabited areas.
///
/// # Errors
/// Where a group has no members, fewer than two areas are inhabited, borders are missing, or no two areas share one.
pub fn length_dissimilarity(groups: &TwoGroup, geometry: &Geometry<'_>) -> Index {
    comparable_two(groups)?;
    let borders = geometry.known_borders(groups.n_areas())?;
    Ok(dissimilarity(&groups.to_counts())? - mean_difference(groups, borders.iter(), |border| border.length)?)
}
