//! The same borders on a wider grid, so that their file is smaller.
//!
//! Points go one by one to the wider grid, each to the nearest place to which it can move without touching or
//! passing anything ([`net`](super::net)); nothing has to be repaired afterwards. Points that cannot move wait for
//! others to get out of their way, or go if they are no junction.

use super::net::Net;
use super::topology::Topology;

/// How often all points that have not found a place are tried again.
const ROUNDS: usize = 80;
/// Of the places around the nearest one, how many are tried: first one, then as many as touch it, then all.
const N_PLACES: [usize; 3] = [1, 9, 25];
/// Side of the squares of places in which junctions are counted.
const CROWD: i32 = 8;
/// Junctions in such a square, of 64 places, for which no arrangement is looked for: in real borders hardly one is
/// found beyond 45.
const CROWDED: usize = 44;
/// With more points without a place after some rounds there is no room on the grid.
const HOPELESS: [usize; 2] = [400, 48];
/// From this round on, what is around a point without a place goes back to where it came from and tries another order.
const UNSETTLING: usize = 7;
/// How many rounds may pass without one that finds a place.
const PATIENCE: usize = 8;

impl Topology {
    /// The topology with `factor` steps of the grid made one; `None` when areas are too small or too close for
    /// that grid. No two borders of the result touch but in junctions, and every area keeps a size.
    pub fn coarsened(&self, factor: i32) -> Option<Topology> {
        if factor <= 1 {
            return (factor == 1).then(|| self.clone());
        }
        if self.is_crowded(factor) {
            return None;
        }
        let mut net = Net::new(self, factor.checked_mul(3)?);
        let home = net.at.clone();
        let mut waiting: Vec<u32> = (0..super::index(net.n_points())).collect();
        let (mut least, mut fruitless) = (usize::MAX, 0);
        for round in 0..ROUNDS {
            let n_places = N_PLACES[round.min(4) / 2];
            let mut still = Vec::new();
            for point in waiting {
                if !settle(&mut net, &home, point, factor, n_places, round) {
                    still.push(point);
                    if round >= UNSETTLING {
                        unsettle(&mut net, &home, point, factor, round, &mut still);
                    }
                }
            }
            waiting = still;
            if waiting.is_empty() {
                return net.topology(self, factor);
            }
            fruitless = if waiting.len() < least { 0 } else { fruitless + 1 };
            least = least.min(waiting.len());
            if fruitless > PATIENCE || (round > 2 && waiting.len() > HOPELESS[usize::from(round > 4)]) {
                return None;
            }
        }
        None
    }

    /// Whether somewhere the junctions are so many for the grid's places that trying would be in vain.
    fn is_crowded(&self, factor: i32) -> bool {
        let arcs = (0..self.n_arcs()).map(|arc| self.arc(arc));
        let mut junctions: Vec<[i32; 2]> =
            arcs.flat_map(|points| [points[0], points[points.len() - 1]]).collect();
        junctions.sort_unstable();
        junctions.dedup();
        let square = factor.saturating_mul(CROWD);
        let mut squares: Vec<[i32; 2]> = junctions.iter().map(|p| p.map(|c| c.div_euclid(square))).collect();
        squares.sort_unstable();
        squares.chunk_by(|a, b| a == b).any(|in_one| in_one.len() > CROWDED)
    }
}

/// Gives a point a place; whether there was one, or the point is gone.
fn settle(net: &mut Net, home: &[[i32; 2]], point: u32, factor: i32, n_places: usize, round: usize) -> bool {
    if net.is_gone(point) {
        return true;
    }
    let mut blocking = Vec::new();
    // Most points find the nearest place free.
    if net.moved(point, nearest_place(home[point as usize], factor), &mut blocking) {
        return true;
    }
    let mut in_the_way = std::mem::take(&mut blocking);
    if n_places > 1 {
        for place in places(home[point as usize], factor).into_iter().take(n_places).skip(1) {
            if net.moved(point, place, &mut blocking) {
                return true;
            }
        }
    }
    if round < 4 {
        return false;
    }
    if net.removed(point) {
        return true;
    }
    // What stands in the way goes, or steps aside, and so does in later rounds what stands in the way of that.
    in_the_way.sort_unstable();
    in_the_way.dedup();
    if round > 6 {
        let further: Vec<u32> = in_the_way.iter().flat_map(|other| net.beside(*other)).collect();
        in_the_way.extend(further.into_iter().filter(|other| *other != point));
    }
    for other in in_the_way {
        if net.removed(other) || net.is_gone(other) || !on_grid(net.at[other as usize], factor) {
            continue;
        }
        // By lot, the same on every machine.
        let lot = (other ^ super::index(round) << 20).wrapping_mul(0x9e37_79b9) >> 16;
        let mut aside = places(home[other as usize], factor);
        aside.rotate_left(lot as usize % N_PLACES[1]);
        let _ = aside.into_iter().take(N_PLACES[1]).any(|place| net.moved(other, place, &mut blocking));
    }
    places(home[point as usize], factor).into_iter().any(|place| net.moved(point, place, &mut blocking))
}

/// Moves the points around one that has no place back to where they came from, as far as they can, and then it first,
/// they in an order by lot, to places of the grid again. Those that find none are added to `waiting`.
fn unsettle(net: &mut Net, home: &[[i32; 2]], point: u32, factor: i32, round: usize, waiting: &mut Vec<u32>) {
    let reach = factor.saturating_mul(2 + i32::try_from(round % 4).unwrap_or(0));
    let mut around = net.points_near(net.at[point as usize], reach);
    let lot = |other: u32| (other ^ (super::index(round) << 20)).wrapping_mul(0x9e37_79b9) >> 7;
    around.sort_by_key(|other| (lot(*other), *other));
    let mut blocking = Vec::new();
    for _ in 0..3 {
        for other in &around {
            net.moved(*other, home[*other as usize], &mut blocking);
        }
    }
    let mut place = |net: &mut Net, other: u32| {
        places(home[other as usize], factor).into_iter().any(|to| net.moved(other, to, &mut blocking))
    };
    let settled = place(net, point);
    if settled {
        waiting.retain(|other| *other != point);
    }
    for other in around {
        if other != point && !place(net, other) && !waiting.contains(&other) {
            waiting.push(other);
        }
    }
}

fn on_grid(p: [i32; 2], factor: i32) -> bool {
    p.iter().all(|c| c.rem_euclid(factor) == 0)
}

/// The first of [`places`].
fn nearest_place(p: [i32; 2], factor: i32) -> [i32; 2] {
    p.map(|c| (c + (factor - 1) / 2).div_euclid(factor) * factor)
}

/// The wide grid's points around a point of the fine one, nearest first.
fn places(p: [i32; 2], factor: i32) -> Vec<[i32; 2]> {
    let nearest = p.map(|c| (c + factor / 2).div_euclid(factor));
    let mut around: Vec<(i64, [i32; 2])> = (-2..=2)
        .flat_map(|dy| (-2..=2).map(move |dx| [nearest[0] + dx, nearest[1] + dy]))
        .map(|q| {
            let off = [0, 1].map(|axis| i64::from(q[axis]) * i64::from(factor) - i64::from(p[axis]));
            (off[0] * off[0] + off[1] * off[1], q.map(|c| c * factor))
        })
        .collect();
    around.sort_unstable();
    around.into_iter().map(|(_, q)| q).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_place_is_the_first() {
        for factor in 2..9 {
            for x in -20..20 {
                for y in -9..9 {
                    assert_eq!(
                        nearest_place([x, y], factor),
                        places([x, y], factor)[0],
                        "{x} {y} / {factor}"
                    );
                }
            }
        }
    }
}
