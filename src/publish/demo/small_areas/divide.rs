//! A municipality's triangles divided into small areas that hang together and have about as many people.
//!
//! First the seat and the smaller localities are cut out: what is nearest to their middles, counting steps through
//! dense places as short. Then each region is halved again and again.

use super::super::field::Stream;
use super::apportion::apportioned;
use super::land::{Land, roughness};
use super::settlement::Settlement;

/// What kind of place a small area is; the letters of the codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Countryside.
    A,
    /// A locality that is not the seat.
    B,
    /// The seat of the municipality.
    C,
}

/// A small area: its kind, which region of that kind it lies in, and its triangles.
pub(super) struct Piece {
    pub(super) kind: Kind,
    /// Small areas of one town or one stretch of countryside have the same number.
    pub(super) region: usize,
    pub(super) triangles: Vec<u32>,
}

/// A region with fewer people than this part of a small area belongs to the town beside it.
const LEAST: f64 = 0.6;
/// Halvings tried, from other ends, before the best is taken.
const ATTEMPTS: usize = 12;

/// A municipality divided into `n` small areas, in an order in which neighbours mostly follow one another.
pub(super) fn divided(
    land: &mut Land,
    settlement: &Settlement,
    n: usize,
    seed: u64,
    stream: &mut Stream,
) -> Vec<Piece> {
    let regions = regions(land, settlement, n, seed);
    let weights: Vec<f64> = regions.iter().map(|(_, triangles)| land.people_in(triangles)).collect();
    let most: Vec<usize> = regions.iter().map(|(_, triangles)| triangles.len()).collect();
    let seats = apportioned(&weights, n, &vec![1; regions.len()], &most);
    let mut pieces = Vec::with_capacity(n);
    for (region, ((kind, triangles), seats)) in regions.into_iter().zip(seats).enumerate() {
        let mut parts = Vec::with_capacity(seats);
        halve(land, triangles, seats, stream, &mut parts);
        pieces.extend(parts.into_iter().map(|triangles| Piece { kind, region, triangles }));
    }
    pieces
}

/// Towns and what lies between them, each hanging together, at most `n` of them.
fn regions(land: &mut Land, settlement: &Settlement, n: usize, seed: u64) -> Vec<(Kind, Vec<u32>)> {
    let unit = settlement.people_an_area;
    let everything: Vec<u32> = (0..crate::geo::index(land.middles.len())).collect();
    let mut open = land.pieces(&everything);
    let mut towns: Vec<(Kind, Vec<u32>)> = Vec::new();
    for (nth, town) in settlement.towns.iter().enumerate() {
        let kind = if nth == 0 { Kind::C } else { Kind::B };
        let Some(middle) = nearest(&land.middles, town.at) else { continue };
        // A town that another has grown over is a part of it.
        let Some(at) = open.iter().position(|piece| piece.contains(&middle)) else { continue };
        let around = open.swap_remove(at);
        let goal = town.n_areas as f64 * unit;
        let last = nth + 1 == settlement.towns.len() && settlement.n_countryside == 0 && open.is_empty();
        if last || land.people_in(&around) < goal + LEAST * unit {
            towns.push((kind, around));
            continue;
        }
        // Towns are no circles: through some places they grow faster than through others.
        let middles = std::mem::take(&mut land.middles);
        let effort = |t: u32| {
            let at = middles[t as usize];
            30.0 * roughness(at, town.radius, seed) / settlement.density(at).sqrt()
        };
        let mut of_town = land.grown(middle, goal, effort);
        land.middles = middles;
        let own = land.mark(&of_town);
        let rest: Vec<u32> = around.into_iter().filter(|t| land.region_of[*t as usize] != own).collect();
        for piece in land.pieces(&rest) {
            if land.people_in(&piece) < LEAST * unit {
                of_town.extend(piece);
            } else {
                open.push(piece);
            }
        }
        towns.push((kind, of_town));
    }
    towns.extend(open.into_iter().map(|piece| (Kind::A, piece)));
    for (_, triangles) in &towns {
        land.mark(triangles);
    }
    while towns.len() > n {
        join_smallest(land, &mut towns);
    }
    towns
}

fn nearest(middles: &[[f64; 2]], at: [f64; 2]) -> Option<u32> {
    let distance2 = |p: &[f64; 2]| (p[0] - at[0]) * (p[0] - at[0]) + (p[1] - at[1]) * (p[1] - at[1]);
    let nearest = middles.iter().enumerate().min_by(|a, b| distance2(a.1).total_cmp(&distance2(b.1)));
    nearest.map(|(t, _)| crate::geo::index(t))
}

/// Gives the region with the fewest people to a neighbour.
fn join_smallest(land: &mut Land, regions: &mut Vec<(Kind, Vec<u32>)>) {
    let people: Vec<f64> = regions.iter().map(|(_, triangles)| land.people_in(triangles)).collect();
    let Some(smallest) = (0..regions.len()).min_by(|a, b| people[*a].total_cmp(&people[*b])) else { return };
    let (_, triangles) = regions.remove(smallest);
    let own = land.region_of[triangles[0] as usize];
    let beyond = triangles.iter().flat_map(|t| land.ways(*t)).map(|(to, _)| land.region_of[*to as usize]);
    let Some(other) = beyond.filter(|region| *region != own).min() else { return };
    if let Some(to) = regions.iter_mut().find(|(_, of)| land.region_of[of[0] as usize] == other) {
        to.1.extend(triangles);
        land.mark(&to.1);
    }
}

/// Halves a region of `n` small areas until each is one.
fn halve(land: &mut Land, region: Vec<u32>, n: usize, stream: &mut Stream, out: &mut Vec<Vec<u32>>) {
    if n <= 1 || region.len() < 2 {
        out.push(region);
        return;
    }
    let (first, n_first, second) = halves(land, &region, n, stream);
    halve(land, first, n_first, stream, out);
    halve(land, second, n - n_first, stream, out);
}

/// A region cut into two that both hang together, and how many of its `n` small areas the first has.
///
/// Of two triangles far apart one half is all that is nearer to the first than to the second, by some margin: with
/// distances d₁ and d₂ all with d₁ − d₂ ≤ c. On the shortest way from there to the first triangle d₁ falls by as much
/// as the way is long and d₂ by no more, so d₁ − d₂ never rises: the way stays in the half, which therefore hangs
/// together, and so does the other for the same reason. The margin is the one that divides the people as wanted.
fn halves(land: &mut Land, region: &[u32], n: usize, stream: &mut Stream) -> (Vec<u32>, usize, Vec<u32>) {
    land.mark(region);
    let all = land.people_in(region);
    let n_first = n / 2 + usize::from(n % 2 == 1 && stream.uniform() < 0.5);
    // No two areas have equally many people: the last halvings are uneven.
    let uneven = if n <= 4 { 0.46 * (stream.uniform() - 0.5) } else { 0.0 };
    let goal = all * (n_first as f64 / n as f64) * (1.0 + uneven);
    let mut best = Cut { off: f64::INFINITY, keys: Vec::new(), at: 0, people: 0.0 };
    for attempt in 0..ATTEMPTS {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a position in the list")]
        let start = region[((stream.uniform() * region.len() as f64) as usize).min(region.len() - 1)];
        let keys = keys(land, region, start, attempt < 3);
        let (mut had, mut nearest) = (0.0, (f64::INFINITY, 0, 0.0));
        for (at, (key, t)) in keys.iter().enumerate() {
            let off = (had - goal).abs();
            if at > 0 && keys[at - 1].0 != *key && off < nearest.0 {
                nearest = (off, at, had);
            }
            had += land.people[*t as usize];
        }
        let off = nearest.0 / all * n as f64;
        if off < best.off {
            best = Cut { off, keys, at: nearest.1, people: nearest.2 };
        }
        if off < 0.1 {
            break;
        }
    }
    let triangles = |part: &[(i64, u32)]| part.iter().map(|(_, t)| *t).collect();
    let (first, second) = best.keys.split_at(best.at);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most n")]
    let n_first = if uneven == 0.0 { (best.people / all * n as f64 + 0.5) as usize } else { n_first };
    (triangles(first), n_first.clamp(1, n - 1), triangles(second))
}

/// A region cut in two.
struct Cut {
    /// How far from what is wanted, in people of an average small area.
    off: f64,
    /// Its triangles by d₁ − d₂; those before position `at`, with so many people, make the first half.
    keys: Vec<(i64, u32)>,
    at: usize,
    people: f64,
}

/// The triangles of the region of `start` by d₁ − d₂, the distances from two of its ends, or from `start` and the end
/// furthest from it.
fn keys(land: &mut Land, region: &[u32], start: u32, from_end: bool) -> Vec<(i64, u32)> {
    let one = if from_end { furthest(land, region, start) } else { start };
    let (from_one, other) = land.distances(one, region);
    let (from_other, _) = land.distances(other, region);
    let difference = |((a, b), t): ((u64, u64), &u32)| (a.cast_signed() - b.cast_signed(), *t);
    let mut keys: Vec<(i64, u32)> =
        from_one.into_iter().zip(from_other).zip(region).map(difference).collect();
    keys.sort_unstable();
    keys
}

/// The triangle furthest from another as the crow flies.
fn furthest(land: &Land, region: &[u32], start: u32) -> u32 {
    let from = land.middles[start as usize];
    let distance2 = |t: u32| {
        let at = land.middles[t as usize];
        (at[0] - from[0]) * (at[0] - from[0]) + (at[1] - from[1]) * (at[1] - from[1])
    };
    region.iter().copied().max_by(|a, b| distance2(*a).total_cmp(&distance2(*b))).unwrap_or(start)
}
