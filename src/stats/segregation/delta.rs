//! Delta DEL: the share of a group that would have to move for an even density.

use super::conditions::{bounded, comparable_land};
use super::geometry::Geometry;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::Index;
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "delta",
    symbol: "DEL",
    family: Family::Concentration,
    formula: "DEL = ½ Σ |x_i/X − a_i/A|",
    domain: Domain::UNIT,
    source: "Hoover 1941; Duncan, Cuzzort & Duncan 1961; Massey & Denton 1988",
    compute: Compute::Placed(|groups, geometry, _| delta(groups, geometry)),
};

/// DEL = ½Σ|x_i/X − a_i/A| over all areas, inhabited or not, in [0, 1] (Hoover 1941; Massey & Denton 1988); a_i is land.
///
/// # Errors
/// Where a group has no members, there is one area only, or land areas are missing.
pub fn delta(groups: &TwoGroup, geometry: &Geometry<'_>) -> Index {
    comparable_land(groups)?;
    let land = geometry.known_land_areas(groups.n_areas())?;
    let all: f64 = land.iter().sum();
    let apart: f64 = groups.x().iter().zip(land).map(|(x, a)| (x / groups.x_total() - a / all).abs()).sum();
    bounded(apart / 2.0, 0.0, 1.0)
}
