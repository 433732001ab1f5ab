//! Borders that cross: the fault that makes areas overlap although each border is stored once.

use super::grid::Bounds;
use super::index;
use super::packed_index::PackedIndex;
use super::rings::{cross, dot};
use super::topology::Topology;

/// Two stretches of border that share more than an end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crossing {
    /// The two arcs; equal when an arc meets itself.
    pub arcs: [usize; 2],
    /// The edges' first points within the two arcs.
    pub edges: [usize; 2],
    /// Where, in world metres: a point of the first edge near the crossing.
    pub at: [f64; 2],
}

impl Topology {
    /// All places where two edges cross, overlap or touch other than by ending in the same point. A clean topology
    /// has none; then every position lies in at most one area.
    pub fn crossings(&self) -> Vec<Crossing> {
        let mut edges = Vec::with_capacity(self.n_points());
        let mut owners = Vec::with_capacity(self.n_points());
        for arc in 0..self.n_arcs() {
            for (nth, pair) in self.arc(arc).windows(2).enumerate() {
                edges.push([pair[0], pair[1]]);
                owners.push((arc, nth));
            }
        }
        let crossing = |(i, j): (u32, u32)| {
            let (one, other) = (owners[i as usize], owners[j as usize]);
            let at = place(edges[i as usize], edges[j as usize]);
            let grid = self.grid();
            let at = [0, 1].map(|axis| grid.origin[axis] + grid.step * at[axis]);
            Crossing { arcs: [one.0, other.0], edges: [one.1, other.1], at }
        };
        crossing_edges(&edges).into_iter().map(crossing).collect()
    }
}

/// Pairs of edges, by position in the list, that share more than an end; ascending.
pub fn crossing_edges(edges: &[[[i32; 2]; 2]]) -> Vec<(u32, u32)> {
    let search = CrossingSearch::new(edges);
    let mut found: Vec<(u32, u32)> = (0..search.n_parts()).flat_map(|part| search.of_part(part)).collect();
    found.sort_unstable();
    found
}

/// The search for edges that cross, in parts that a caller may share out among threads.
pub struct CrossingSearch<'a> {
    edges: &'a [[[i32; 2]; 2]],
    tree: PackedIndex,
}

impl<'a> CrossingSearch<'a> {
    /// Prepares the search among some edges.
    pub fn new(edges: &'a [[[i32; 2]; 2]]) -> Self {
        let boxes: Vec<Bounds> =
            edges.iter().map(|edge| Bounds::of(edge.map(|p| p.map(f64::from)))).collect();
        Self { edges, tree: PackedIndex::new(&boxes) }
    }

    /// How many parts there are.
    pub fn n_parts(&self) -> usize {
        self.tree.n_groups()
    }

    /// What one part finds; every pair, the lesser position first, is found in one part.
    pub fn of_part(&self, part: usize) -> Vec<(u32, u32)> {
        let mut found = Vec::new();
        self.tree.each_pair_of(part, &mut |i, j| {
            if cross_or_touch(self.edges[i], self.edges[j]) {
                found.push((index(i.min(j)), index(i.max(j))));
            }
        });
        found
    }
}

/// Whether two edges share a point that is not an end of both. Exact.
pub(super) fn cross_or_touch([a, b]: [[i32; 2]; 2], [c, d]: [[i32; 2]; 2]) -> bool {
    let folded = |hub: [i32; 2], p: [i32; 2], q: [i32; 2]| cross(hub, p, q) == 0 && dot(hub, p, q) > 0;
    if a == c {
        return b == d || folded(a, b, d);
    }
    if a == d {
        return b == c || folded(a, b, c);
    }
    if b == c {
        return folded(b, a, d);
    }
    if b == d {
        return folded(b, a, c);
    }
    let [of_c, of_d] = [c, d].map(|p| cross(a, b, p).signum());
    let [of_a, of_b] = [a, b].map(|p| cross(c, d, p).signum());
    if of_c * of_d < 0 && of_a * of_b < 0 {
        return true;
    }
    // An end on the other edge: on its line, and not beyond either end.
    let on = |side: i64, p: [i32; 2], from: [i32; 2], to: [i32; 2]| side == 0 && dot(p, from, to) <= 0;
    on(of_c, c, a, b) || on(of_d, d, a, b) || on(of_a, a, c, d) || on(of_b, b, c, d)
}

/// A point of the first edge where the second meets its line; the first edge's middle when they are parallel.
fn place([a, b]: [[i32; 2]; 2], [c, d]: [[i32; 2]; 2]) -> [f64; 2] {
    let (of_a, of_b) = (cross(c, d, a) as f64, cross(c, d, b) as f64);
    let along = if of_a == of_b { 0.5 } else { (of_a / (of_a - of_b)).clamp(0.0, 1.0) };
    [0, 1].map(|axis| f64::from(a[axis]) + along * f64::from(b[axis] - a[axis]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_that_meet_in_an_end_do_not_cross_and_all_others_do() {
        let crosses = |e: [[i32; 2]; 2], f: [[i32; 2]; 2]| {
            let all = [[e, f], [f, e], [[e[1], e[0]], f], [e, [f[1], f[0]]]];
            let answers = all.map(|pair| !crossing_edges(&pair).is_empty());
            assert!(answers.iter().all(|answer| *answer == answers[0]), "{e:?} {f:?}: {answers:?}");
            answers[0]
        };
        let edge = [[0, 0], [10, 0]];
        assert!(!crosses(edge, [[10, 0], [20, 0]]), "one goes on where the other ends");
        assert!(!crosses(edge, [[10, 0], [10, 9]]), "a corner");
        assert!(!crosses(edge, [[11, 0], [20, 0]]), "beside each other on a line");
        assert!(!crosses(edge, [[0, 1], [10, 1]]), "parallel");
        assert!(crosses(edge, [[5, -5], [5, 5]]), "a true crossing");
        assert!(crosses(edge, [[5, 0], [5, 5]]), "an end on the other edge");
        assert!(crosses(edge, edge), "the same edge twice");
        assert!(crosses(edge, [[0, 0], [5, 0]]), "folded back on a common end");
        assert!(crosses(edge, [[4, 0], [20, 0]]), "overlap on a line");
        assert!(crosses(edge, [[2, 0], [5, 0]]), "one within the other");
    }
}
