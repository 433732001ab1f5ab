//! Local relative centralization: is the group nearer this area than the other group is?

use super::absolute_centralization::outward_advantage;
use super::conditions::bounded;
use super::geometry::{Geometry, distance};
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::{Index, Undefined};
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "local-relative-centralization",
    symbol: "RCE_i",
    family: Family::Local,
    formula: "RCE over the area and its k nearest areas, with the area as the center",
    domain: Domain::SIGNED,
    source: "Folch & Rey 2016",
    compute: Compute::LocalPlaced(|groups, geometry, options| {
        local_relative_centralization(groups, geometry, options.n_nearest)
    }),
};

/// Relative centralization over each area and the `n_nearest` areas with the nearest centroids, measured from the area
/// itself, in [−1, 1] (Folch & Rey 2016). An area whose surroundings lack one of the groups has an absence.
pub fn local_relative_centralization(
    groups: &TwoGroup,
    geometry: &Geometry<'_>,
    n_nearest: usize,
) -> Vec<Index> {
    let centroids = match geometry.known_centroids(groups.n_areas()) {
        Ok(centroids) => centroids,
        Err(reason) => return vec![Err(reason); groups.n_areas()],
    };
    let mut westward: Vec<usize> = (0..centroids.len()).collect();
    westward.sort_unstable_by(|&a, &b| centroids[a][0].total_cmp(&centroids[b][0]));
    let mut values = vec![Err(Undefined::OneArea); centroids.len()];
    for place in 0..westward.len() {
        let surroundings = surroundings(centroids, &westward, place, n_nearest);
        values[westward[place]] = centralization(groups, &surroundings);
    }
    values
}

fn centralization(groups: &TwoGroup, surroundings: &[(f64, usize)]) -> Index {
    if surroundings.len() < 2 {
        return Err(Undefined::OneArea);
    }
    let of = |all: &[f64]| surroundings.iter().map(|&(_, area)| all[area]).collect::<Vec<f64>>();
    let (x, y) = (of(groups.x()), of(groups.y()));
    for (group, members) in [&x, &y].into_iter().enumerate() {
        if members.iter().sum::<f64>() <= 0.0 {
            return Err(Undefined::EmptyGroup { group });
        }
    }
    let distances: Vec<f64> = surroundings.iter().map(|&(away, _)| away).collect();
    bounded(outward_advantage(&x, &y, &distances), -1.0, 1.0)
}

/// The area at `place` in the order from west to east, with its nearest areas and their distances. The search goes out
/// on both sides and ends where the distance from west to east alone is beyond the nearest found.
fn surroundings(
    centroids: &[[f64; 2]],
    westward: &[usize],
    place: usize,
    n_nearest: usize,
) -> Vec<(f64, usize)> {
    let here = westward[place];
    let mut nearest: Vec<(f64, usize)> = Vec::with_capacity(n_nearest + 1);
    let (mut west, mut east) = (place, place + 1);
    loop {
        let gap = |at: Option<&usize>| at.map(|&area| (centroids[area][0] - centroids[here][0]).abs());
        let west_gap = gap(west.checked_sub(1).and_then(|at| westward.get(at)));
        let east_gap = gap(westward.get(east));
        let go_west = match (west_gap, east_gap) {
            (None, None) => break,
            (Some(w), Some(e)) => w <= e,
            (Some(_), None) => true,
            (None, Some(_)) => false,
        };
        let next_gap = if go_west { west_gap } else { east_gap };
        if nearest.len() == n_nearest && next_gap.zip(nearest.last()).is_some_and(|(gap, last)| gap > last.0)
        {
            break;
        }
        let area = if go_west {
            west -= 1;
            westward[west]
        } else {
            east += 1;
            westward[east - 1]
        };
        let found = (distance(centroids[area], centroids[here]), area);
        // Of areas at one distance the first in the table is taken.
        let at = nearest.partition_point(|known| (known.0, known.1) < found);
        nearest.insert(at, found);
        nearest.truncate(n_nearest);
    }
    nearest.insert(0, (0.0, here));
    nearest
}
