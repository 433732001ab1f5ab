//! Closed rings from arcs, for formats that know only polygons.

use super::topology::{ArcsOfAreas, Topology, swept};

/// One part of an area: an outer ring running anticlockwise and its holes running clockwise, north up. Each ring
/// ends with its first point; no ring visits another point twice.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The outer ring, grid units.
    pub shell: Vec<[i32; 2]>,
    /// The rings of what is cut out.
    pub holes: Vec<Vec<[i32; 2]>>,
}

impl Topology {
    /// The parts of an area, the largest shell first. `arcs` is [`Topology::arcs_of_areas`], made once for all.
    pub fn rings(&self, arcs: &ArcsOfAreas, area: usize) -> Vec<Part> {
        let mut shells = Vec::new();
        let mut holes = Vec::new();
        for ring in self.walks(arcs.of(area)).into_iter().flat_map(split_where_it_touches_itself) {
            let twice = swept(&ring);
            if twice > 0 {
                shells.push((twice, ring));
            } else {
                holes.push(ring);
            }
        }
        shells.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let mut parts: Vec<Part> =
            shells.into_iter().map(|(_, shell)| Part { shell, holes: Vec::new() }).collect();
        for hole in holes {
            // Shells of one area lie beside each other or inside a hole of another: the smallest around it owns it.
            if let Some(part) = parts.iter_mut().rev().find(|part| surrounds(&part.shell, &hole)) {
                part.holes.push(hole);
            }
        }
        parts
    }

    /// Arcs put end to end with the area on the left, each walk closed.
    fn walks(&self, around: &[(u32, bool)]) -> Vec<Vec<[i32; 2]>> {
        let directed = |&(arc, on_left): &(u32, bool)| Directed { points: self.arc(arc as usize), on_left };
        let mut starts: Vec<([i32; 2], usize)> =
            around.iter().enumerate().map(|(i, arc)| (directed(arc).first(), i)).collect();
        starts.sort_unstable();
        let mut used = vec![false; around.len()];
        let mut walks = Vec::new();
        for begin in 0..around.len() {
            let mut ring: Vec<[i32; 2]> = Vec::new();
            let mut next = Some(begin);
            while let Some(i) = next.filter(|i| !used[*i]) {
                used[i] = true;
                let arc = directed(&around[i]);
                ring.extend(arc.iter().skip(usize::from(!ring.is_empty())));
                let at = arc.last();
                let from = starts.partition_point(|(p, _)| *p < at);
                let ways = starts[from..].iter().take_while(|(p, _)| *p == at).map(|(_, i)| *i);
                let back = arc.before_last();
                next = sharpest_left(
                    at,
                    back,
                    ways.filter(|i| !used[*i]).map(|i| (i, directed(&around[i]).second())),
                );
            }
            if ring.len() > 3 {
                walks.push(ring);
            }
        }
        walks
    }
}

/// An arc seen with the area on its left.
struct Directed<'a> {
    points: &'a [[i32; 2]],
    on_left: bool,
}

impl Directed<'_> {
    fn nth(&self, i: usize) -> [i32; 2] {
        if self.on_left { self.points[i] } else { self.points[self.points.len() - 1 - i] }
    }
    fn first(&self) -> [i32; 2] {
        self.nth(0)
    }
    fn second(&self) -> [i32; 2] {
        self.nth(1)
    }
    fn before_last(&self) -> [i32; 2] {
        self.nth(self.points.len() - 2)
    }
    fn last(&self) -> [i32; 2] {
        self.nth(self.points.len() - 1)
    }
    fn iter(&self) -> impl Iterator<Item = [i32; 2]> {
        (0..self.points.len()).map(|i| self.nth(i))
    }
}

/// Where several borders of an area meet in one point, the one that bounds the same corner of the area: the first
/// met when turning clockwise from where we came.
fn sharpest_left(
    at: [i32; 2],
    back: [i32; 2],
    ways: impl Iterator<Item = (usize, [i32; 2])>,
) -> Option<usize> {
    let mut best: Option<(usize, [i32; 2])> = None;
    for (i, to) in ways {
        if best.is_none_or(|(_, so_far)| clockwise_before(at, back, to, so_far)) {
            best = Some((i, to));
        }
    }
    best.map(|(i, _)| i)
}

/// Whether, turning clockwise about `at` from the direction of `back`, `a` is met before `b`.
fn clockwise_before(at: [i32; 2], back: [i32; 2], a: [i32; 2], b: [i32; 2]) -> bool {
    let half = |p: [i32; 2]| {
        // 0: less than half a turn clockwise from `back`, 1: more, 2: `back` itself, last of all.
        let (turn, along) = (cross(at, back, p), dot(at, back, p));
        if turn < 0 || (turn == 0 && along < 0) {
            0
        } else if turn > 0 {
            1
        } else {
            2
        }
    };
    match half(a).cmp(&half(b)) {
        std::cmp::Ordering::Equal => cross(at, a, b) < 0,
        order => order.is_lt(),
    }
}

/// Twice the signed size of the triangle `o`, `a`, `b`: positive when anticlockwise.
pub(crate) fn cross(o: [i32; 2], a: [i32; 2], b: [i32; 2]) -> i64 {
    let d = |p: [i32; 2], axis: usize| i64::from(p[axis]) - i64::from(o[axis]);
    d(a, 0) * d(b, 1) - d(a, 1) * d(b, 0)
}

/// The scalar product of `a − o` and `b − o`.
pub(crate) fn dot(o: [i32; 2], a: [i32; 2], b: [i32; 2]) -> i64 {
    let d = |p: [i32; 2], axis: usize| i64::from(p[axis]) - i64::from(o[axis]);
    d(a, 0) * d(b, 0) + d(a, 1) * d(b, 1)
}

/// Cuts off a ring of its own wherever a closed walk comes back to a point it has been in.
fn split_where_it_touches_itself(walk: Vec<[i32; 2]>) -> Vec<Vec<[i32; 2]>> {
    let mut rings = Vec::new();
    let mut seen = std::collections::HashMap::new();
    let mut open: Vec<[i32; 2]> = Vec::new();
    for p in walk {
        if let Some(&from) = seen.get(&p) {
            let mut ring = open.split_off(from);
            for q in &ring {
                seen.remove(q);
            }
            ring.push(p);
            rings.push(ring);
        }
        seen.insert(p, open.len());
        open.push(p);
    }
    rings
}

/// Whether a ring of the same area lies inside a shell; they may share points, so the middle of an edge decides.
fn surrounds(shell: &[[i32; 2]], hole: &[[i32; 2]]) -> bool {
    let doubled = |p: [i32; 2]| p.map(|c| i64::from(c) * 2);
    let p = [0, 1].map(|axis| i64::from(hole[0][axis]) + i64::from(hole[1][axis]));
    let mut inside = false;
    for pair in shell.windows(2) {
        let (a, b) = (doubled(pair[0]), doubled(pair[1]));
        let (low, high) = if a[1] <= b[1] { (a, b) } else { (b, a) };
        if low[1] <= p[1] && p[1] < high[1] {
            let side = i128::from(high[0] - low[0]) * i128::from(p[1] - low[1])
                - i128::from(high[1] - low[1]) * i128::from(p[0] - low[0]);
            // Positive: the edge passes east of the point.
            inside ^= side > 0;
        }
    }
    inside
}
