//! Spatial information theory H̃: H with surroundings in place of areas.

use super::conditions::comparable;
use super::entropy::entropy_of;
use super::geometry::{Geometry, distance};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::{Index, Undefined};
use crate::stats::counts::Counts;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "spatial-information-theory",
    symbol: "H̃",
    family: Family::Evenness,
    formula: "H̃ = 1 − Σ t_i Ẽ_i / (T E), Ẽ_i of the surroundings weighted by (1 − (d/r)²)²",
    domain: Domain::AT_MOST_ONE,
    source: "Reardon & O'Sullivan 2004",
    compute: Compute::Radius(spatial_information_theory),
};

/// H̃ = 1 − Σt_iẼ_i/(T·E), at most 1 (Reardon & O'Sullivan 2004): Ẽ_i is the entropy of the surroundings of area i, all
/// areas within `radius` metres weighted by the biweight (1 − (d/r)²)², the area itself by 1; t_i and E are unsmoothed.
/// Below zero where surroundings are more mixed than the whole. As the radius shrinks, H̃ becomes H; over several radii
/// it is the scale profile of separation.
///
/// # Errors
/// Where a group has no members, fewer than two areas are inhabited, centroids are missing, or the radius is not above
/// zero.
pub fn spatial_information_theory(counts: &Counts, geometry: &Geometry<'_>, radius: f64) -> Index {
    if !(radius > 0.0 && radius.is_finite()) {
        return Err(Undefined::BadParameter { name: "radius", value: radius });
    }
    comparable(counts)?;
    let centroids = geometry.known_centroids(counts.n_areas())?;
    let mut westward: Vec<usize> = (0..centroids.len()).collect();
    westward.sort_unstable_by(|&a, &b| centroids[a][0].total_cmp(&centroids[b][0]));

    // Each pair within the radius is met once, from its western end.
    let n_groups = counts.n_groups();
    let mut surroundings: Vec<f64> = counts.areas().flatten().copied().collect();
    for (place, &here) in westward.iter().enumerate() {
        for &there in &westward[place + 1..] {
            if centroids[there][0] - centroids[here][0] >= radius {
                break;
            }
            let reach = distance(centroids[here], centroids[there]) / radius;
            if reach < 1.0 {
                let weight = (1.0 - reach * reach) * (1.0 - reach * reach);
                for group in 0..n_groups {
                    surroundings[here * n_groups + group] += weight * counts.area(there)[group];
                    surroundings[there * n_groups + group] += weight * counts.area(here)[group];
                }
            }
        }
    }

    let total = counts.total();
    let within: f64 = surroundings
        .chunks_exact(n_groups)
        .zip(counts.area_totals())
        .filter(|&(_, &persons)| persons > 0.0)
        .map(|(members, persons)| persons / total * entropy_of(members, members.iter().sum()))
        .sum();
    let diversity = entropy_of(counts.group_totals(), total);
    // A group so small that the entropy rounds to zero leaves nothing to compare.
    if diversity <= 0.0 {
        return Ok(0.0);
    }
    Ok((1.0 - within / diversity).min(1.0))
}
