//! Relative centralization RCE: one group's nearness to the center against another's.

use super::absolute_centralization::outward_advantage;
use super::conditions::{bounded, comparable_two};
use super::geometry::{Geometry, distance};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "relative-centralization",
    symbol: "RCE",
    family: Family::Centralization,
    formula: "RCE = Σ X_{i−1} Y_i − Σ X_i Y_{i−1}, cumulated from the center outwards",
    domain: Domain::SIGNED,
    source: "Duncan & Duncan 1955; Massey & Denton 1988",
    compute: Compute::Placed(|groups, geometry, _| relative_centralization(groups, geometry)),
};

/// RCE = ΣX_{i−1}Y_i − ΣX_iY_{i−1}, in [−1, 1] (Duncan & Duncan 1955; Massey & Denton 1988): X and Y are the shares of the
/// two groups reached from the center outwards. It is the share of the group that would have to move to be as central
/// as the other; above zero the group is the more central one.
///
/// # Errors
/// Where a group has no members, fewer than two areas are inhabited, or centroids are missing.
pub fn relative_centralization(groups: &TwoGroup, geometry: &Geometry<'_>) -> Index {
    comparable_two(groups)?;
    let centroids = geometry.known_centroids(groups.n_areas())?;
    let center = geometry.center(groups.t())?;
    let distances: Vec<f64> = centroids.iter().map(|&point| distance(point, center)).collect();
    bounded(outward_advantage(groups.x(), groups.y(), &distances), -1.0, 1.0)
}
