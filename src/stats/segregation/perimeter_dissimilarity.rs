//! Perimeter dissimilarity D(s): D less what neighbors differ by, long borders of ragged areas weighing more.

use super::conditions::comparable_two;
use super::dissimilarity::dissimilarity;
use super::geometry::{Border, Geometry};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::{Index, Undefined};
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "perimeter-dissimilarity",
    symbol: "D(s)",
    family: Family::Evenness,
    formula: "D(s) = D − ΣΣ b_ij |p_i − p_j| ½(s_i + s_j)/s_max / ΣΣ b_ij, s_i border over land area",
    domain: Domain::AT_MOST_ONE,
    source: "Wong 1993",
    compute: Compute::Placed(|groups, geometry, _| perimeter_dissimilarity(groups, geometry)),
};

/// D(s) = D − ΣΣb_ij|p_i − p_j|·½(s_i + s_j)/s_max / ΣΣb_ij, with s_i the length of border that area i shares with other
/// inhabited areas, over its land area (Wong 1993). Only shared border counts, as in OasisR 3.1.1: a coast cannot be
/// crossed to a neighbor, and its length depends mostly on how finely it was drawn.
///
/// # Errors
/// Where a group has no members, fewer than two areas are inhabited, borders or land areas are missing, no two areas
/// share a border, or an area with neighbors has no land.
pub fn perimeter_dissimilarity(groups: &TwoGroup, geometry: &Geometry<'_>) -> Index {
    comparable_two(groups)?;
    let land = geometry.known_land_areas(groups.n_areas())?;
    let borders: Vec<&Border> = geometry
        .known_borders(groups.n_areas())?
        .iter()
        .filter(|border| groups.t()[border.a] > 0.0 && groups.t()[border.b] > 0.0)
        .collect();
    let mut shared = vec![0.0; groups.n_areas()];
    for border in &borders {
        shared[border.a] += border.length;
        shared[border.b] += border.length;
    }
    Ok(dissimilarity(&groups.to_counts())? - ragged_difference(groups, &borders, &shared, land)?)
}

/// ΣΣb_ij|p_i − p_j|·½(s_i + s_j)/s_max / ΣΣb_ij, s_i = perimeter over land area.
pub(super) fn ragged_difference(
    groups: &TwoGroup,
    borders: &[&Border],
    perimeters: &[f64],
    land: &[f64],
) -> Index {
    let mut ragged = vec![0.0; perimeters.len()];
    for (area, (perimeter, area_of_land)) in perimeters.iter().zip(land).enumerate() {
        if *perimeter > 0.0 {
            if *area_of_land <= 0.0 {
                return Err(Undefined::NoLand);
            }
            ragged[area] = perimeter / area_of_land;
        }
    }
    let most = ragged.iter().copied().fold(0.0, f64::max);
    let lengths: f64 = borders.iter().map(|border| border.length).sum();
    if lengths <= 0.0 || most <= 0.0 {
        return Err(Undefined::NoNeighbors);
    }
    let share = |area: usize| groups.share_in(area).unwrap_or(0.0);
    let differences: f64 = borders
        .iter()
        .map(|border| {
            let apart = (share(border.a) - share(border.b)).abs();
            border.length * apart * (ragged[border.a] + ragged[border.b]) / (2.0 * most)
        })
        .sum();
    Ok(differences / lengths)
}
