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

/// One part of an area as runs of arcs, put end to end with the area on the left: the outer ring, then its holes. Of
/// each arc the index, and `true` where it is walked from its first point to its last.
#[derive(Debug, Clone, PartialEq)]
pub struct ArcPart {
    /// The outer ring, anticlockwise.
    pub shell: Vec<(u32, bool)>,
    /// The rings of what is cut out, clockwise.
    pub holes: Vec<Vec<(u32, bool)>>,
}

impl Topology {
    /// The parts of an area, the largest shell first. `arcs` is [`Topology::arcs_of_areas`], made once for all.
    pub fn rings(&self, arcs: &ArcsOfAreas, area: usize) -> Vec<Part> {
        let walks = self.walks(arcs.of(area)).into_iter().map(|walk| self.points_along(&walk));
        let rings = walks.filter(|ring| ring.len() > 3).flat_map(split_where_it_touches_itself);
        let parts = parts_of(rings.map(|ring| (ring, ())).collect());
        parts
            .into_iter()
            .map(|((shell, ()), holes)| Part {
                shell,
                holes: holes.into_iter().map(|(hole, ())| hole).collect(),
            })
            .collect()
    }

    /// The same parts, as runs of arcs.
    pub fn arc_rings(&self, arcs: &ArcsOfAreas, area: usize) -> Vec<ArcPart> {
        let walks = self.walks(arcs.of(area)).into_iter();
        let runs = walks.flat_map(|walk| self.split_at_junctions(walk));
        let rings = runs.map(|run| (self.points_along(&run), run)).filter(|(ring, _)| ring.len() > 3);
        parts_of(rings.collect())
            .into_iter()
            .map(|((_, shell), holes)| ArcPart {
                shell,
                holes: holes.into_iter().map(|(_, hole)| hole).collect(),
            })
            .collect()
    }

    /// The points of a run of arcs; where two meet, once.
    fn points_along(&self, run: &[(u32, bool)]) -> Vec<[i32; 2]> {
        let mut ring: Vec<[i32; 2]> = Vec::new();
        for &(arc, on_left) in run {
            let arc = Directed { points: self.arc(arc as usize), on_left };
            ring.extend(arc.iter().skip(usize::from(!ring.is_empty())));
        }
        ring
    }

    /// Cuts off a run of its own wherever a closed walk comes back to a junction it has been in.
    fn split_at_junctions(&self, walk: Vec<(u32, bool)>) -> Vec<Vec<(u32, bool)>> {
        let start =
            |&(arc, on_left): &(u32, bool)| Directed { points: self.arc(arc as usize), on_left }.first();
        let end = |&(arc, on_left): &(u32, bool)| Directed { points: self.arc(arc as usize), on_left }.last();
        let mut runs = Vec::new();
        let mut open: Vec<(u32, bool)> = Vec::new();
        for step in walk {
            open.push(step);
            let at = end(&step);
            if let Some(from) = open.iter().position(|before| start(before) == at) {
                runs.push(open.split_off(from));
            }
        }
        runs
    }

    /// Arcs put end to end with the area on the left, each walk closed.
    fn walks(&self, around: &[(u32, bool)]) -> Vec<Vec<(u32, bool)>> {
        let directed = |&(arc, on_left): &(u32, bool)| Directed { points: self.arc(arc as usize), on_left };
        let mut starts: Vec<([i32; 2], usize)> =
            around.iter().enumerate().map(|(i, arc)| (directed(arc).first(), i)).collect();
        starts.sort_unstable();
        let mut used = vec![false; around.len()];
        let mut walks = Vec::new();
        for begin in 0..around.len() {
            let mut walk: Vec<(u32, bool)> = Vec::new();
            let mut next = Some(begin);
            while let Some(i) = next.filter(|i| !used[*i]) {
                used[i] = true;
                walk.push(around[i]);
                let arc = directed(&around[i]);
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
            if !walk.is_empty() {
                walks.push(walk);
            }
        }
        walks
    }
}

/// A ring with what else is known of it.
type Ring<T> = (Vec<[i32; 2]>, T);

/// Rings sorted into shells, the largest first, and the holes of each.
fn parts_of<T>(rings: Vec<Ring<T>>) -> Vec<(Ring<T>, Vec<Ring<T>>)> {
    let (mut shells, holes): (Vec<Ring<T>>, Vec<Ring<T>>) =
        rings.into_iter().partition(|(ring, _)| swept(ring) > 0);
    shells.sort_by(|a, b| swept(&b.0).cmp(&swept(&a.0)).then_with(|| a.0.cmp(&b.0)));
    let mut parts: Vec<(Ring<T>, Vec<Ring<T>>)> =
        shells.into_iter().map(|shell| (shell, Vec::new())).collect();
    for hole in holes {
        // Shells of one area lie beside each other or inside a hole of another: the smallest around it owns it.
        if let Some(part) = parts.iter_mut().rev().find(|part| surrounds(&part.0.0, &hole.0)) {
            part.1.push(hole);
        }
    }
    parts
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
