//! Spatial proximity profile: how few borders lie between the areas where a group is common.

use std::collections::VecDeque;

use super::conditions::{comparable_two, quotient};
use super::geometry::Geometry;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::undefined::{Index, Undefined};
use crate::stats::counts::TwoGroup;

/// In the registry.
pub const INFO: IndexInfo = IndexInfo {
    id: "spatial-proximity-profile",
    symbol: "SPP",
    family: Family::Clustering,
    formula: "SPP = (P − ∫₀ᴾ η(s) ds + ∫ᴾ¹ η(s) ds) / (1 − P), η(s) = k(k − 1) / ΣΣ δ_ij over the k areas with p_i ≥ s",
    domain: Domain::OPEN,
    source: "Hong & Sadahiro 2014",
    compute: Compute::Placed(|groups, geometry, _| spatial_proximity_profile(groups, geometry)),
};

/// SPP = (P − ∫₀ᴾη + ∫ᴾ¹η)/(1 − P) (Hong & Sadahiro 2014), where η(s) = k(k − 1)/ΣΣδ_ij over the k inhabited areas with
/// p_i ≥ s, and δ_ij is the number of borders (queen) on the shortest way between two areas through inhabited ones. η is
/// 0 where one area is left or two cannot be reached from each other. A step function, so the integrals are exact sums.
/// Usually in [0, 1]; nothing forces it to be where almost everybody belongs to the group.
///
/// # Errors
/// Where a group has no members, fewer than two areas are inhabited, borders are missing, or no two areas are neighbors.
pub fn spatial_proximity_profile(groups: &TwoGroup, geometry: &Geometry<'_>) -> Index {
    comparable_two(groups)?;
    let steps = profile(groups, geometry)?;
    let share = groups.share();
    let (mut below, mut above, mut from) = (0.0, 0.0, 0.0_f64);
    for (until, height) in steps {
        below += height * (until.min(share) - from.min(share));
        above += height * (until.max(share) - from.max(share));
        from = until;
    }
    quotient(share - below + above, groups.y_total() / groups.total(), Undefined::EmptyGroup { group: 1 })
}

/// The steps of η from low to high thresholds: `(s, η)` says that η holds up to and including s, from the step before.
pub(super) fn profile(groups: &TwoGroup, geometry: &Geometry<'_>) -> Result<Vec<(f64, f64)>, Undefined> {
    let neighbors = neighbors(groups, geometry)?;
    let mut by_share: Vec<(f64, usize)> =
        (0..groups.n_areas()).filter_map(|area| groups.share_in(area).map(|share| (share, area))).collect();
    by_share.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));

    // Falling thresholds only ever add areas, so the sum of distances grows by those of each area to the earlier ones.
    let mut earlier = vec![false; groups.n_areas()];
    let mut k = 0.0;
    let mut distances = 0.0;
    let mut steps = Vec::new();
    for ties in by_share.chunk_by(|a, b| a.0 == b.0) {
        for &(_, area) in ties {
            distances += 2.0 * steps_to(&neighbors, area, &earlier, k);
            earlier[area] = true;
            k += 1.0;
        }
        let height = if k > 1.0 { k * (k - 1.0) / distances } else { 0.0 };
        steps.push((ties[0].0, height));
    }
    steps.reverse();
    Ok(steps)
}

fn neighbors(groups: &TwoGroup, geometry: &Geometry<'_>) -> Result<Vec<Vec<usize>>, Undefined> {
    let mut neighbors = vec![Vec::new(); groups.n_areas()];
    let mut any = false;
    for border in geometry.known_borders(groups.n_areas())? {
        if groups.t()[border.a] > 0.0 && groups.t()[border.b] > 0.0 {
            neighbors[border.a].push(border.b);
            neighbors[border.b].push(border.a);
            any = true;
        }
    }
    if any { Ok(neighbors) } else { Err(Undefined::NoNeighbors) }
}

/// The sum of borders between `start` and each of the `n_marked` marked areas: infinite where one cannot be reached.
fn steps_to(neighbors: &[Vec<usize>], start: usize, marked: &[bool], n_marked: f64) -> f64 {
    let mut seen = vec![false; neighbors.len()];
    seen[start] = true;
    let mut queue = VecDeque::from([(start, 0.0)]);
    let (mut sum, mut found) = (0.0, 0.0);
    while let Some((area, steps)) = queue.pop_front() {
        if marked[area] {
            sum += steps;
            found += 1.0;
            if found == n_marked {
                break;
            }
        }
        for &next in &neighbors[area] {
            if !seen[next] {
                seen[next] = true;
                queue.push_back((next, steps + 1.0));
            }
        }
    }
    if found < n_marked { f64::INFINITY } else { sum }
}
