//! The variant `pysal-2-5`: where the Python package `segregation` 2.5.4 defines an index otherwise, its values, to show
//! that the difference is known. Everywhere else the two agree.

use super::absolute_centralization::{self as ace, outward_advantage};
use super::boundary_dissimilarity as adjacent;
use super::concentration_profile as concentration;
use super::conditions::{comparable_land, comparable_two, quotient};
use super::dissimilarity::dissimilarity;
use super::geometry::{Border, Geometry, distance};
use super::perimeter_dissimilarity::{self as perimeter, ragged_difference};
use super::spatial_proximity_profile::{self as proximity, profile};
use super::undefined::{Index, Undefined};
use super::{
    absolute_clustering, density_corrected_dissimilarity, distance_decay_interaction,
    distance_decay_isolation, length_dissimilarity, relative_centralization, relative_clustering,
    spatial_proximity,
};
use crate::stats::counts::TwoGroup;

/// The package's value of an index that it defines otherwise; nothing where it agrees.
pub(super) fn value(id: &str, groups: &TwoGroup, geometry: &Geometry<'_>) -> Option<Index> {
    let value: fn(&TwoGroup, &Geometry<'_>) -> Index = match id {
        _ if id == ace::INFO.id => |groups, geometry| {
            comparable_land(groups)?;
            centralization(groups, geometry, geometry.known_land_areas(groups.n_areas())?)
        },
        _ if id == relative_centralization::INFO.id => |groups, geometry| {
            comparable_two(groups)?;
            centralization(groups, geometry, groups.y())
        },
        _ if id == absolute_clustering::INFO.id => clustering_absolute,
        _ if id == relative_clustering::INFO.id => clustering_relative,
        _ if id == spatial_proximity::INFO.id => clustering_proximity,
        _ if id == distance_decay_isolation::INFO.id => {
            |groups, geometry| exposure(groups, geometry, groups.x())
        }
        _ if id == distance_decay_interaction::INFO.id => {
            |groups, geometry| exposure(groups, geometry, groups.y())
        }
        _ if id == adjacent::INFO.id => boundary,
        _ if id == length_dissimilarity::INFO.id => length,
        _ if id == perimeter::INFO.id => ragged,
        _ if id == concentration::INFO.id => |groups, _| concentration_on_grid(groups),
        _ if id == density_corrected_dissimilarity::INFO.id => |groups, _| density_corrected(groups),
        _ if id == proximity::INFO.id => proximity_on_grid,
        _ => return None,
    };
    Some(value(groups, geometry))
}

/// Centralization from the unweighted mean of centroids, where no center is given.
fn centralization(groups: &TwoGroup, geometry: &Geometry<'_>, against: &[f64]) -> Index {
    let centroids = geometry.known_centroids(groups.n_areas())?;
    let center = match geometry.center {
        Some(center) => center,
        None => {
            Geometry { centroids: Some(centroids), ..Geometry::default() }
                .center(&vec![1.0; centroids.len()])?
        }
    };
    let distances: Vec<f64> = centroids.iter().map(|&point| distance(point, center)).collect();
    Ok(outward_advantage(groups.x(), against, &distances))
}

/// c_ij = 1 − exp(−d_ij/Σ_k d_kj), which *grows* with distance, and c_ii = 1 − exp(−√(0.6·a_i)) with a_i in square metres;
/// applied to a vector from the right: Σ_j c_ij v_j for each i.
fn applied(geometry: &Geometry<'_>, vectors: &[&[f64]]) -> Result<Vec<Vec<f64>>, Undefined> {
    let n_areas = vectors.first().map_or(0, |vector| vector.len());
    let centroids = geometry.known_centroids(n_areas)?;
    let land = geometry.known_land_areas(n_areas)?;
    let spread: Vec<f64> =
        centroids.iter().map(|&a| centroids.iter().map(|&b| distance(a, b)).sum()).collect();
    let mut results = vec![vec![0.0; n_areas]; vectors.len()];
    for i in 0..n_areas {
        for j in 0..n_areas {
            let away = if i == j {
                (0.6 * land[i]).sqrt()
            } else {
                distance(centroids[i], centroids[j]) / spread[j]
            };
            let farness = 1.0 - (-away).exp();
            for (result, vector) in results.iter_mut().zip(vectors) {
                result[i] += farness * vector[j];
            }
        }
    }
    Ok(results)
}

fn product(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn clustering_absolute(groups: &TwoGroup, geometry: &Geometry<'_>) -> Index {
    comparable_two(groups)?;
    let ones = vec![1.0; groups.n_areas()];
    let sums = applied(geometry, &[groups.x(), groups.t(), &ones])?;
    let n_areas = groups.n_areas() as f64;
    let by_chance = groups.x_total() / (n_areas * n_areas) * sums[2].iter().sum::<f64>();
    let own = product(groups.x(), &sums[0]) / groups.x_total() - by_chance;
    let all = product(groups.x(), &sums[1]) / groups.x_total() - by_chance;
    quotient(own, all, Undefined::NobodyNear)
}

/// The package multiplies x_j² by the sum of column j, where the formula has x_i x_j c_ij.
fn clustering_relative(groups: &TwoGroup, geometry: &Geometry<'_>) -> Index {
    comparable_two(groups)?;
    let columns = column_sums(groups.n_areas(), geometry)?;
    let mean = |members: &[f64], total: f64| -> f64 {
        members.iter().zip(&columns).map(|(n, sum)| n / total * (n / total) * sum).sum()
    };
    let (of_x, of_y) = (mean(groups.x(), groups.x_total()), mean(groups.y(), groups.y_total()));
    quotient(of_x, of_y, Undefined::NobodyNear).map(|ratio| ratio - 1.0)
}

/// Σ_i c_ij for each j.
fn column_sums(n_areas: usize, geometry: &Geometry<'_>) -> Result<Vec<f64>, Undefined> {
    let centroids = geometry.known_centroids(n_areas)?;
    let land = geometry.known_land_areas(n_areas)?;
    Ok((0..n_areas)
        .map(|j| {
            let away: Vec<f64> = centroids.iter().map(|&point| distance(point, centroids[j])).collect();
            let spread: f64 = away.iter().sum();
            let others: f64 = away.iter().map(|away| 1.0 - (-away / spread).exp()).sum();
            // The area itself, at distance 0, has added nothing to the others.
            others + 1.0 - (-(0.6 * land[j]).sqrt()).exp()
        })
        .collect())
}

fn clustering_proximity(groups: &TwoGroup, geometry: &Geometry<'_>) -> Index {
    comparable_two(groups)?;
    let sums = applied(geometry, &[groups.x(), groups.y(), groups.t()])?;
    let of_x = product(groups.x(), &sums[0]) / groups.x_total();
    let of_y = product(groups.y(), &sums[1]) / groups.y_total();
    let of_t = product(groups.t(), &sums[2]) / groups.total();
    quotient(of_x + of_y, of_t, Undefined::NobodyNear)
}

/// The package divides c_ij t_j by the sum of row j, not of row i.
fn exposure(groups: &TwoGroup, geometry: &Geometry<'_>, to: &[f64]) -> Index {
    comparable_two(groups)?;
    let rows = applied(geometry, &[groups.t()])?;
    let met: Vec<f64> = to
        .iter()
        .zip(groups.t())
        .zip(&rows[0])
        .map(|((to, t), row)| if *t > 0.0 { to / row } else { 0.0 })
        .collect();
    Ok(product(groups.x(), &applied(geometry, &[&met])?[0]) / groups.x_total())
}

/// An area without persons has share 0.
fn share(groups: &TwoGroup, area: usize) -> f64 {
    groups.share_in(area).unwrap_or(0.0)
}

fn apart(groups: &TwoGroup, border: &Border) -> f64 {
    (share(groups, border.a) - share(groups, border.b)).abs()
}

/// Queen contiguity.
fn boundary(groups: &TwoGroup, geometry: &Geometry<'_>) -> Index {
    comparable_two(groups)?;
    let borders = geometry.known_borders(groups.n_areas())?;
    let differences: f64 = borders.iter().map(|border| apart(groups, border)).sum();
    let mean = quotient(differences, borders.len() as f64, Undefined::NoNeighbors)?;
    Ok(dissimilarity(&groups.to_counts())? - mean)
}

/// Lengths standardized so that each area's borders add up to 1.
fn length(groups: &TwoGroup, geometry: &Geometry<'_>) -> Index {
    comparable_two(groups)?;
    let borders = geometry.known_borders(groups.n_areas())?;
    let mut shared = vec![0.0; groups.n_areas()];
    for border in borders {
        shared[border.a] += border.length;
        shared[border.b] += border.length;
    }
    let differences: f64 = borders
        .iter()
        .filter(|border| border.length > 0.0)
        .map(|border| {
            border.length * apart(groups, border) * (1.0 / shared[border.a] + 1.0 / shared[border.b])
        })
        .sum();
    let with_neighbors = shared.iter().filter(|&&length| length > 0.0).count() as f64;
    Ok(dissimilarity(&groups.to_counts())? - quotient(differences, with_neighbors, Undefined::NoNeighbors)?)
}

/// Whole perimeters, coast and outer border included.
fn ragged(groups: &TwoGroup, geometry: &Geometry<'_>) -> Index {
    comparable_two(groups)?;
    let borders: Vec<&Border> = geometry.known_borders(groups.n_areas())?.iter().collect();
    let perimeters = geometry.known_perimeters(groups.n_areas())?;
    let land = geometry.known_land_areas(groups.n_areas())?;
    Ok(dissimilarity(&groups.to_counts())? - ragged_difference(groups, &borders, perimeters, land)?)
}

/// The package searches for each likeliest distance from 0 upwards, and does not find it where the density there rounds to
/// zero: areas with differences of more than about 38 standard errors are lost.
fn density_corrected(groups: &TwoGroup) -> Index {
    density_corrected_dissimilarity::corrected(groups, |observed| (-observed * observed / 2.0).exp() > 0.0)
}

/// 1,000 thresholds from 0 to 1, their sums over 1,000.
const GRID: u32 = 1_000;

fn concentration_on_grid(groups: &TwoGroup) -> Index {
    comparable_two(groups)?;
    on_grid(groups, |threshold| {
        groups.populated().filter(|(x, t)| x / t >= threshold).map(|(x, _)| x).sum::<f64>() / groups.x_total()
    })
}

fn proximity_on_grid(groups: &TwoGroup, geometry: &Geometry<'_>) -> Index {
    comparable_two(groups)?;
    let steps = profile(groups, geometry)?;
    on_grid(groups, |threshold| steps.iter().find(|step| threshold <= step.0).map_or(0.0, |step| step.1))
}

fn on_grid(groups: &TwoGroup, curve: impl Fn(f64) -> f64) -> Index {
    let at = groups.share();
    let step = 1.0 / f64::from(GRID - 1);
    let area: f64 = (0..GRID)
        .map(|place| f64::from(place) * step)
        .map(|threshold| if threshold < at { -curve(threshold) } else { curve(threshold) } / f64::from(GRID))
        .sum();
    quotient(at + area, 1.0 - at, Undefined::EmptyGroup { group: 1 })
}
