//! Which small areas are near each other.

use super::tiers::SmallArea;
use rayon::prelude::*;

/// How many neighbours each area has, as far as its county has so many.
const N_NEIGHBOURS: usize = 7;

/// The nearest other areas of the same county, by the distance between their points, equal ones in their order.
pub(super) fn neighbours(areas: &[SmallArea]) -> Vec<Vec<u32>> {
    let county = |area: &SmallArea| area.code.as_str()[..2].to_owned();
    let mut counties: Vec<&[SmallArea]> = Vec::new();
    // Codes ascend, so that the areas of a county follow each other.
    counties.extend(areas.chunk_by(|a, b| county(a) == county(b)));
    let mut first = 0;
    let with_first: Vec<(usize, &[SmallArea])> = counties
        .into_iter()
        .map(|inside| {
            first += inside.len();
            (first - inside.len(), inside)
        })
        .collect();
    let of_county = |(first, inside): &(usize, &[SmallArea])| -> Vec<Vec<u32>> {
        (0..inside.len()).map(|at| nearest(inside, at, *first)).collect()
    };
    with_first.par_iter().map(of_county).collect::<Vec<_>>().into_iter().flatten().collect()
}

fn nearest(inside: &[SmallArea], at: usize, first: usize) -> Vec<u32> {
    let [x, y] = inside[at].place;
    // The nearest so far, nearest first.
    let mut near: Vec<(f64, usize)> = Vec::with_capacity(N_NEIGHBOURS + 1);
    let mut farthest = f64::INFINITY;
    for (other, area) in inside.iter().enumerate() {
        let [dx, dy] = [area.place[0] - x, area.place[1] - y];
        let distance = dx * dx + dy * dy;
        if distance >= farthest || other == at {
            continue;
        }
        let place = near.partition_point(|(nearer, _)| *nearer <= distance);
        near.insert(place, (distance, other));
        near.truncate(N_NEIGHBOURS);
        if near.len() == N_NEIGHBOURS {
            farthest = near[N_NEIGHBOURS - 1].0;
        }
    }
    near.into_iter().filter_map(|(_, other)| u32::try_from(first + other).ok()).collect()
}
