//! Absolute centralization ACE: a group's nearness to the center against the land's.

use super::conditions::{bounded, comparable_land};
use super::geometry::{Geometry, distance};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "absolute-centralization",
    symbol: "ACE",
    family: Family::Centralization,
    formula: "ACE = Σ X_{i−1} A_i − Σ X_i A_{i−1}, cumulated from the center outwards",
    domain: Domain::SIGNED,
    source: "Duncan & Duncan 1955; Massey & Denton 1988",
    compute: Compute::Placed(|groups, geometry, _| absolute_centralization(groups, geometry)),
};

/// ACE = ΣX_{i−1}A_i − ΣX_iA_{i−1}, in [−1, 1] (Massey & Denton 1988): X and A are the shares of the group and of the land
/// reached from the center outwards, areas without inhabitants included. Above zero the group lives more centrally than
/// land lies.
///
/// # Errors
/// Where a group has no members, there is one area only, or centroids or land areas are missing.
pub fn absolute_centralization(groups: &TwoGroup, geometry: &Geometry<'_>) -> Index {
    comparable_land(groups)?;
    let land = geometry.known_land_areas(groups.n_areas())?;
    let centroids = geometry.known_centroids(groups.n_areas())?;
    let center = geometry.center(groups.t())?;
    let distances: Vec<f64> = centroids.iter().map(|&point| distance(point, center)).collect();
    bounded(outward_advantage(groups.x(), land, &distances), -1.0, 1.0)
}

/// ΣX_{i−1}Y_i − ΣX_iY_{i−1} with X and Y the cumulated shares of `x` and `y` by growing distance: twice the area between
/// the curve of one against the other and the diagonal. Areas at one distance (within a billionth of the largest) form
/// one ring, so that their order, which means nothing, changes nothing.
pub(super) fn outward_advantage(x: &[f64], y: &[f64], distances: &[f64]) -> f64 {
    let mut outward: Vec<usize> = (0..distances.len()).collect();
    outward.sort_unstable_by(|&a, &b| distances[a].total_cmp(&distances[b]));
    let (x_total, y_total): (f64, f64) = (x.iter().sum(), y.iter().sum());
    let furthest = outward.last().map_or(0.0, |&area| distances[area]);
    let (mut inner_x, mut inner_y, mut sum) = (0.0, 0.0, 0.0);
    for ring in outward.chunk_by(|&a, &b| distances[b] - distances[a] <= 1e-9 * furthest) {
        let ring_x: f64 = ring.iter().map(|&area| x[area]).sum::<f64>() / x_total;
        let ring_y: f64 = ring.iter().map(|&area| y[area]).sum::<f64>() / y_total;
        sum += inner_x * ring_y - ring_x * inner_y;
        inner_x += ring_x;
        inner_y += ring_y;
    }
    sum
}
