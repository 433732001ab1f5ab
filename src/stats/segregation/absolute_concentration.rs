//! Absolute concentration ACO: the land a group lives on, between the least and the most it could.

use super::conditions::{comparable_land, quotient};
use super::geometry::Geometry;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::{Index, Trait, Undefined};
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "absolute-concentration",
    symbol: "ACO",
    family: Family::Concentration,
    formula: "ACO = 1 − (Σ x_i a_i/X − Σ_{1…n₁} t_i a_i/T₁) / (Σ_{n₂…n} t_i a_i/T₂ − Σ_{1…n₁} t_i a_i/T₁), areas by size",
    domain: Domain::OPEN,
    source: "Massey & Denton 1988",
    compute: Compute::Placed(|groups, geometry, _| absolute_concentration(groups, geometry)),
};

/// ACO = 1 − (Σx_i a_i/X − m)/(M − m), where m is the mean land area over the persons of the smallest areas that hold at
/// least X persons together, and M that of the largest such areas (Massey & Denton 1988, with whole areas). 1 means that
/// the group lives on as little land as it could. Usually within [0, 1], but nothing forces it to.
///
/// # Errors
/// Where a group has no members, there is one area only, land areas are missing, or all areas are of one size.
pub fn absolute_concentration(groups: &TwoGroup, geometry: &Geometry<'_>) -> Index {
    comparable_land(groups)?;
    let land = geometry.known_land_areas(groups.n_areas())?;
    let (least, most) = extremes(groups, land)?;
    let own = mean_land(groups.x(), land);
    quotient(own - least, most - least, Undefined::AllAlike(Trait::LandAreas)).map(|place| 1.0 - place)
}

/// The mean land area over the persons of the smallest, and of the largest, areas that together hold as many persons as
/// the group has members. Areas of one size are taken with the most populous first, so that the order of the rows does
/// not matter.
pub(super) fn extremes(groups: &TwoGroup, land: &[f64]) -> Result<(f64, f64), Undefined> {
    let persons = groups.t();
    let mut by_size: Vec<usize> = (0..groups.n_areas()).collect();
    by_size.sort_unstable_by(|&a, &b| land[a].total_cmp(&land[b]).then(persons[b].total_cmp(&persons[a])));
    let least = mean_until(by_size.iter().copied(), groups.x_total(), persons, land);
    let most = mean_until(by_size.iter().rev().copied(), groups.x_total(), persons, land);
    if most > least { Ok((least, most)) } else { Err(Undefined::AllAlike(Trait::LandAreas)) }
}

/// Σw_i a_i / Σw_i: the land area where an average member lives.
pub(super) fn mean_land(members: &[f64], land: &[f64]) -> f64 {
    let total: f64 = members.iter().sum();
    members.iter().zip(land).map(|(n, a)| n / total * a).sum()
}

fn mean_until(order: impl Iterator<Item = usize>, enough: f64, persons: &[f64], land: &[f64]) -> f64 {
    let (mut held, mut weighted) = (0.0, 0.0);
    for area in order {
        held += persons[area];
        weighted += persons[area] * land[area];
        if held >= enough {
            break;
        }
    }
    weighted / held
}
