//! Areas and hexagons divided together.

use super::{Laid, Tile};
use std::collections::{BTreeMap, HashSet};

/// Directions along which a set can be divided, as unit vectors: every 30°.
const DIRECTIONS: [[f64; 2]; 6] = [
    [0.0, 1.0],
    [1.0, 0.0],
    [0.866_025_403_784_438_6, 0.5],
    [0.5, 0.866_025_403_784_438_6],
    [0.866_025_403_784_438_6, -0.5],
    [0.5, -0.866_025_403_784_438_6],
];

/// The hexagons of each area, out of `free`, which are as many as `counts` add up to.
pub(super) fn split(areas: &[Laid], counts: &[usize], free: Vec<Tile>) -> Vec<Vec<Tile>> {
    let mut tiles = vec![Vec::new(); areas.len()];
    let everyone: Vec<usize> = (0..areas.len()).collect();
    let mut dividing = Dividing { areas, counts, tiles: &mut tiles };
    dividing.group(&everyone, 0, free);
    tiles
}

struct Dividing<'a> {
    areas: &'a [Laid],
    counts: &'a [usize],
    tiles: &'a mut Vec<Vec<Tile>>,
}

/// Areas that stay together, where they are on average, and their number of hexagons.
struct Group {
    members: Vec<usize>,
    at: [f64; 2],
    count: usize,
}

impl Dividing<'_> {
    /// Lays out areas that share all their parents before `level`.
    fn group(&mut self, members: &[usize], level: usize, free: Vec<Tile>) {
        if let [area] = members {
            self.tiles[*area] = free;
            return;
        }
        let mut by_parent: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for area in members {
            let key = self.areas[*area].within.get(level).map_or(*area, |parent| *parent as usize);
            by_parent.entry(key).or_default().push(*area);
        }
        let groups: Vec<Group> = by_parent.into_values().map(|members| self.gathered(members)).collect();
        self.halve(groups, level, free);
    }

    fn gathered(&self, members: Vec<usize>) -> Group {
        let count = members.iter().map(|area| self.counts[*area]).sum::<usize>();
        let mean = |axis: usize| {
            let sum: f64 = members.iter().map(|a| self.areas[*a].at[axis] * self.counts[*a] as f64).sum();
            sum / count.max(1) as f64
        };
        Group { at: [mean(0), mean(1)], members, count }
    }

    /// Divides groups and hexagons in two until every group is alone.
    fn halve(&mut self, mut groups: Vec<Group>, level: usize, free: Vec<Tile>) {
        if groups.len() == 1 {
            let group = groups.remove(0);
            return self.group(&group.members, level + 1, free);
        }
        let mut directions: Vec<(f64, [f64; 2])> =
            DIRECTIONS.iter().map(|direction| (-extent(&free, *direction), *direction)).collect();
        directions.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut chosen: Option<(usize, [f64; 2], Vec<Tile>, usize)> = None;
        for (_, direction) in directions {
            let n_first = sorted_and_cut(&mut groups, direction);
            let mut sorted = free.clone();
            sorted.sort_by(|a, b| {
                along(a.middle(), direction).total_cmp(&along(b.middle(), direction)).then(a.cmp(b))
            });
            let at: usize = groups[..n_first].iter().map(|group| group.count).sum();
            let (one, other) = sorted.split_at(at);
            let broken = n_pieces(one) + n_pieces(other);
            if chosen.as_ref().is_none_or(|best| broken < best.0) {
                chosen = Some((broken, direction, sorted, n_first));
            }
            if broken == 2 {
                break;
            }
        }
        let Some((_, direction, mut sorted, _)) = chosen else { return };
        let n_first = sorted_and_cut(&mut groups, direction);
        let at: usize = groups[..n_first].iter().map(|group| group.count).sum();
        let rest = sorted.split_off(at);
        let others = groups.split_off(n_first);
        self.halve(groups, level, sorted);
        self.halve(others, level, rest);
    }
}

/// Sorts groups along a direction and says how many of them make about half of all hexagons, one at least.
fn sorted_and_cut(groups: &mut [Group], direction: [f64; 2]) -> usize {
    groups.sort_by(|a, b| {
        let order = along(a.at, direction).total_cmp(&along(b.at, direction));
        order.then(a.members[0].cmp(&b.members[0]))
    });
    let all: usize = groups.iter().map(|group| group.count).sum();
    let (mut had, mut best) = (0, (usize::MAX, 1));
    for (nth, group) in groups[..groups.len() - 1].iter().enumerate() {
        had += group.count;
        let off = (2 * had).abs_diff(all);
        if off < best.0 {
            best = (off, nth + 1);
        }
    }
    best.1
}

fn along(p: [f64; 2], direction: [f64; 2]) -> f64 {
    p[0] * direction[0] + p[1] * direction[1]
}

/// How far hexagons extend in a direction.
fn extent(tiles: &[Tile], direction: [f64; 2]) -> f64 {
    let places = || tiles.iter().map(|tile| along(tile.middle(), direction));
    places().fold(f64::NEG_INFINITY, f64::max) - places().fold(f64::INFINITY, f64::min)
}

/// In how many pieces hexagons lie.
pub(super) fn n_pieces(tiles: &[Tile]) -> usize {
    let mut left: HashSet<Tile> = tiles.iter().copied().collect();
    let mut n = 0;
    for first in tiles {
        if !left.remove(first) {
            continue;
        }
        n += 1;
        let mut open = vec![*first];
        while let Some(tile) = open.pop() {
            open.extend(tile.around().into_iter().filter(|next| left.remove(next)));
        }
    }
    n
}
