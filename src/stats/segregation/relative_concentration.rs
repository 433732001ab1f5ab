//! Relative concentration RCO: the land one group lives on against another's.

use super::absolute_concentration::{extremes, mean_land};
use super::conditions::{comparable_land, quotient};
use super::geometry::Geometry;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::{Index, Trait, Undefined};
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "relative-concentration",
    symbol: "RCO",
    family: Family::Concentration,
    formula: "RCO = ((Σ x_i a_i/X) / (Σ y_i a_i/Y) − 1) / ((Σ_{1…n₁} t_i a_i/T₁) / (Σ_{n₂…n} t_i a_i/T₂) − 1)",
    domain: Domain::OPEN,
    source: "Massey & Denton 1988",
    compute: Compute::Placed(|groups, geometry, _| relative_concentration(groups, geometry)),
};

/// RCO = (x̄/ȳ − 1)/(m/M − 1), where x̄ and ȳ are the land areas where average members of the two groups live, and m and
/// M the extremes of absolute concentration (Massey & Denton 1988). 0 means alike, 1 that the group is as concentrated,
/// against the other, as it could be.
///
/// # Errors
/// Where a group has no members, there is one area only, land areas are missing, or all areas are of one size.
pub fn relative_concentration(groups: &TwoGroup, geometry: &Geometry<'_>) -> Index {
    comparable_land(groups)?;
    let land = geometry.known_land_areas(groups.n_areas())?;
    let (least, most) = extremes(groups, land)?;
    let ratio = quotient(mean_land(groups.x(), land), mean_land(groups.y(), land), Undefined::NoLand)?;
    quotient(ratio - 1.0, least / most - 1.0, Undefined::AllAlike(Trait::LandAreas))
}
