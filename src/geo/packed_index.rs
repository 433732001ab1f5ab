//! A packed R-tree over boxes, built once: boxes sorted along a Hilbert curve and grouped by sixteen, the groups
//! by sixteen again, all in two flat arrays.

use super::grid::Bounds;
use super::index;
use crate::order::sort_and_dedup_pairs;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

const GROUP: usize = 16;

/// A static index of boxes, asked by position in the list it was made of.
#[derive(Debug, Clone, PartialEq)]
pub struct PackedIndex {
    /// Boxes of all tiers: first those of the list in Hilbert order, then their groups, last the root.
    boxes: Vec<Bounds>,
    /// For a box of the list its position in it, for a group the position of its first member in `boxes`.
    refs: Vec<u32>,
    /// Where each tier ends in `boxes`.
    ends: Vec<usize>,
}

impl PackedIndex {
    /// The index of these boxes; empty boxes are never found.
    pub fn new(list: &[Bounds]) -> PackedIndex {
        let all = list.iter().fold(Bounds::EMPTY, |all, b| all.union(b));
        let mut order: Vec<[u32; 2]> =
            list.iter().enumerate().map(|(i, b)| [hilbert(&all, b), index(i)]).collect();
        sort_and_dedup_pairs(&mut order);
        let mut boxes: Vec<Bounds> = order.iter().map(|[_, i]| list[*i as usize]).collect();
        let mut refs: Vec<u32> = order.into_iter().map(|[_, i]| i).collect();
        let mut ends = vec![boxes.len()];
        let mut tier = 0..boxes.len();
        while tier.len() > 1 {
            for first in tier.clone().step_by(GROUP) {
                let members = first..(first + GROUP).min(tier.end);
                boxes.push(boxes[members].iter().fold(Bounds::EMPTY, |all, b| all.union(b)));
                refs.push(index(first));
            }
            tier = tier.end..boxes.len();
            ends.push(boxes.len());
        }
        PackedIndex { boxes, refs, ends }
    }

    /// Positions of all boxes that share a point with `bounds`, in no particular order.
    pub fn search(&self, bounds: &Bounds) -> Vec<usize> {
        let mut found = Vec::new();
        self.each_in(bounds, &mut |i| found.push(i));
        found
    }

    /// Calls `visit` with the position of every box that shares a point with `bounds`.
    pub fn each_in(&self, bounds: &Bounds, visit: &mut dyn FnMut(usize)) {
        let n = self.ends[0];
        let mut open: Vec<usize> = self.root().into_iter().collect();
        while let Some(at) = open.pop() {
            if !self.boxes[at].intersects(bounds) {
                continue;
            }
            if at < n {
                visit(self.refs[at] as usize);
            } else {
                open.extend(self.members(at));
            }
        }
    }

    /// How many groups [`PackedIndex::each_pair_of`] knows.
    pub fn n_groups(&self) -> usize {
        self.ends[0].div_ceil(GROUP)
    }

    /// Calls `visit` with the positions of every two boxes that share a point, the first of which, in the index's own
    /// order, belongs to a group. Over all groups every pair comes once; a group is looked for as a whole, which takes
    /// a fraction of the time of looking for each of its boxes.
    pub fn each_pair_of(&self, group: usize, visit: &mut dyn FnMut(usize, usize)) {
        let n = self.ends[0];
        let own = group * GROUP..((group + 1) * GROUP).min(n);
        let around = self.boxes[own.clone()].iter().fold(Bounds::EMPTY, |all, b| all.union(b));
        let mut open: Vec<usize> = self.root().into_iter().collect();
        while let Some(at) = open.pop() {
            if !self.boxes[at].intersects(&around) {
                continue;
            }
            if at >= n {
                open.extend(self.members(at));
                continue;
            }
            for one in own.start..own.end.min(at) {
                if self.boxes[one].intersects(&self.boxes[at]) {
                    visit(self.refs[one] as usize, self.refs[at] as usize);
                }
            }
        }
    }

    /// Positions of boxes from the nearest on, with their distance in metres (0 for a box around the point), while
    /// `wanted` says so of the distance found. Boxes at the same distance come in the order of the list.
    pub fn nearest(&self, world: [f64; 2], mut wanted: impl FnMut(usize, f64) -> bool) {
        let n = self.ends[0];
        let mut queue: BinaryHeap<Reverse<(Distance, bool, u32, usize)>> = BinaryHeap::new();
        let entry = |at: usize| {
            let position = if at < n { self.refs[at] } else { 0 };
            Reverse((Distance(distance(&self.boxes[at], world)), at < n, position, at))
        };
        queue.extend(self.root().map(entry));
        while let Some(Reverse((Distance(metres), is_box, position, at))) = queue.pop() {
            if metres == f64::INFINITY || (is_box && !wanted(position as usize, metres)) {
                return;
            }
            if !is_box {
                queue.extend(self.members(at).map(entry));
            }
        }
    }

    fn root(&self) -> Option<usize> {
        self.boxes.len().checked_sub(1)
    }

    fn members(&self, group: usize) -> std::ops::Range<usize> {
        let first = self.refs[group] as usize;
        let tier_end = self.ends[self.ends.partition_point(|end| *end <= first)];
        first..(first + GROUP).min(tier_end)
    }
}

#[derive(PartialEq, PartialOrd)]
struct Distance(f64);

impl Eq for Distance {}

#[expect(clippy::derive_ord_xor_partial_ord, reason = "distances are never NaN, so both orders agree")]
impl Ord for Distance {
    fn cmp(&self, other: &Distance) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

fn distance(b: &Bounds, p: [f64; 2]) -> f64 {
    if b.is_empty() {
        return f64::INFINITY;
    }
    let along = |axis: usize| (b.min[axis] - p[axis]).max(p[axis] - b.max[axis]).max(0.0);
    along(0).hypot(along(1))
}

/// Position of a box's middle on a Hilbert curve of 2^16 × 2^16 cells over `all`.
fn hilbert(all: &Bounds, b: &Bounds) -> u32 {
    if b.is_empty() {
        return u32::MAX;
    }
    let center = b.center();
    let cell = |axis: usize| {
        let size = all.max[axis] - all.min[axis];
        let along = if size > 0.0 { (center[axis] - all.min[axis]) / size } else { 0.0 };
        #[expect(clippy::cast_possible_truncation, reason = "clamped to 16 bits")]
        let cell = (along * 65_535.0).clamp(0.0, 65_535.0) as u32;
        cell
    };
    let (mut x, mut y) = (cell(0), cell(1));
    let mut along = 0;
    let mut side = 1 << 15;
    // Quarter by quarter: which quarter, then turn the rest so that the curve enters and leaves it alike.
    while side > 0 {
        let (right, upper) = (u32::from(x & side > 0), u32::from(y & side > 0));
        along += side * side * ((3 * right) ^ upper);
        if upper == 0 {
            if right == 1 {
                (x, y) = (65_535 - x, 65_535 - y);
            }
            (x, y) = (y, x);
        }
        side >>= 1;
    }
    along
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxes(n: u32) -> Vec<Bounds> {
        let mut seed = 1u64;
        let mut next = |n: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((seed >> 33) % n) as f64
        };
        let mut one = || {
            let min = [next(1000), next(800)];
            Bounds { min, max: [min[0] + next(30), min[1] + next(30)] }
        };
        (0..n).map(|_| one()).collect()
    }

    #[test]
    fn a_search_finds_what_looking_at_all_boxes_finds() {
        for n in [0, 1, 2, 15, 16, 17, 256, 257, 3000] {
            let list = boxes(n);
            let tree = PackedIndex::new(&list);
            for window in boxes(60).iter().chain(&[Bounds { min: [-1.0; 2], max: [2000.0; 2] }]) {
                let mut found = tree.search(window);
                found.sort_unstable();
                let all: Vec<usize> = (0..list.len()).filter(|i| list[*i].intersects(window)).collect();
                assert_eq!(found, all, "{n} boxes");
            }
        }
    }

    #[test]
    fn every_pair_of_boxes_that_touch_comes_once() {
        for n in [0, 1, 2, 16, 17, 700] {
            let list = boxes(n);
            let tree = PackedIndex::new(&list);
            let mut found = Vec::new();
            for group in 0..tree.n_groups() {
                tree.each_pair_of(group, &mut |one, other| found.push((one.min(other), one.max(other))));
            }
            found.sort_unstable();
            let pairs = (0..list.len()).flat_map(|i| (i + 1..list.len()).map(move |j| (i, j)));
            let all: Vec<(usize, usize)> = pairs.filter(|(i, j)| list[*i].intersects(&list[*j])).collect();
            assert_eq!(found, all, "{n} boxes");
        }
    }

    #[test]
    fn boxes_come_in_order_of_distance() {
        let list = boxes(500);
        let tree = PackedIndex::new(&list);
        for at in [[0.0, 0.0], [500.0, 400.0], [2000.0, -50.0]] {
            let mut found = Vec::new();
            tree.nearest(at, |i, metres| {
                found.push((metres, i));
                true
            });
            let mut all: Vec<(f64, usize)> = (0..list.len()).map(|i| (distance(&list[i], at), i)).collect();
            all.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            assert_eq!(found, all);
        }
    }

    #[test]
    fn empty_boxes_are_never_found() {
        let tree = PackedIndex::new(&[Bounds::EMPTY, Bounds { min: [0.0; 2], max: [1.0; 2] }, Bounds::EMPTY]);
        assert_eq!(tree.search(&Bounds { min: [-9.0; 2], max: [9.0; 2] }), [1]);
        tree.nearest([5.0, 5.0], |i, _| {
            assert_eq!(i, 1);
            true
        });
    }

    #[test]
    fn the_curve_visits_neighbouring_cells_one_after_another() {
        let all = Bounds { min: [0.0; 2], max: [65_535.0; 2] };
        let mut cells: Vec<(u32, [f64; 2])> = (0..32)
            .flat_map(|y| (0..32).map(move |x| [f64::from(x), f64::from(y)]))
            .map(|p| (hilbert(&all, &Bounds { min: p, max: p }), p))
            .collect();
        cells.sort_by_key(|(along, _)| *along);
        for pair in cells.windows(2) {
            let step = (pair[0].1[0] - pair[1].1[0]).abs() + (pair[0].1[1] - pair[1].1[1]).abs();
            assert_eq!((pair[1].0 - pair[0].0, step), (1, 1.0));
        }
    }
}
