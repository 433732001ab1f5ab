//! The triangles of a municipality as a network: how far it is from one to another, and what hangs together.
//!
//! Distances are whole numbers, so that the proof of `halves` (which see) holds exactly.

use super::mesh::{Mesh, NONE};
use super::settlement::Settlement;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

/// A municipality's triangles, who lives in each, and ways between them.
pub(super) struct Land {
    /// The middle of each triangle, world metres.
    pub(super) middles: Vec<[f64; 2]>,
    /// People in each triangle.
    pub(super) people: Vec<f64>,
    /// Ways out of each triangle, flat: where to, and the cost.
    offsets: Vec<u32>,
    ways: Vec<(u32, u64)>,
    /// The region that each triangle now belongs to.
    pub(super) region_of: Vec<u32>,
    n_regions: u32,
    /// Distances while they are being worked out, else all at the largest number.
    best: Vec<u64>,
}

impl Land {
    /// The network of a mesh. Parts of the municipality that water separates are joined by ferries: one from each
    /// part to the nearest of those joined before, so that ferries never lead round in a circle.
    pub(super) fn new(mesh: &Mesh, settlement: &Settlement, seed: u64, people: f64) -> Land {
        let n = mesh.triangles.len();
        let middles: Vec<[f64; 2]> = (0..n).map(|t| mesh.middle(t)).collect();
        let raw: Vec<f64> = (0..n).map(|t| settlement.density(middles[t]) * mesh.m2(t)).collect();
        let scale = people / raw.iter().sum::<f64>();
        let rough: Vec<f64> =
            middles.iter().map(|at| roughness(*at, 6.0 * settlement.spacing(*at), seed)).collect();
        let cost = |a: u32, b: u32, times: f64| {
            let (a, b) = (a as usize, b as usize);
            let metres = distance2(middles[a], middles[b]).sqrt();
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "some thousand kilometres"
            )]
            let cost = (16.0 * metres * (rough[a] + rough[b]) * times) as u64 + 1;
            cost
        };
        let mut ways: Vec<(u32, u32, u64)> = Vec::with_capacity(3 * n);
        for (t, beyond) in mesh.beyond.iter().enumerate() {
            let t = crate::geo::index(t);
            ways.extend(beyond.iter().filter(|b| **b != NONE).map(|b| (t, *b, cost(t, *b, 1.0))));
        }
        for [a, b] in ferries(mesh, &middles) {
            ways.extend([(a, b, cost(a, b, 3.0)), (b, a, cost(a, b, 3.0))]);
        }
        ways.sort_unstable();
        let mut offsets = vec![0u32; n + 1];
        for (from, ..) in &ways {
            offsets[*from as usize + 1] += 1;
        }
        for t in 0..n {
            offsets[t + 1] += offsets[t];
        }
        Land {
            middles,
            people: raw.into_iter().map(|raw| raw * scale).collect(),
            offsets,
            ways: ways.into_iter().map(|(_, to, cost)| (to, cost)).collect(),
            region_of: vec![0; n],
            n_regions: 1,
            best: vec![u64::MAX; n],
        }
    }

    /// Ways out of a triangle: where to, and the cost.
    pub(super) fn ways(&self, triangle: u32) -> &[(u32, u64)] {
        let t = triangle as usize;
        &self.ways[self.offsets[t] as usize..self.offsets[t + 1] as usize]
    }

    /// How many people live in some triangles.
    pub(super) fn people_in(&self, triangles: &[u32]) -> f64 {
        triangles.iter().map(|t| self.people[*t as usize]).sum()
    }

    /// Marks triangles as a region of their own.
    pub(super) fn mark(&mut self, triangles: &[u32]) -> u32 {
        let region = self.n_regions;
        self.n_regions += 1;
        triangles.iter().for_each(|t| self.region_of[*t as usize] = region);
        region
    }

    /// How far it is from a triangle to each of `region`, which is all of the region it lies in, and the furthest.
    pub(super) fn distances(&mut self, from: u32, region: &[u32]) -> (Vec<u64>, u32) {
        let mut furthest = from;
        self.walk(
            from,
            |_, step| step,
            |t| {
                furthest = t;
                true
            },
        );
        let distances =
            region.iter().map(|t| std::mem::replace(&mut self.best[*t as usize], u64::MAX)).collect();
        (distances, furthest)
    }

    /// The triangles of the region of `from` that are nearest to it, until `people` live in them; a step to a triangle
    /// is as much longer as `effort` says.
    pub(super) fn grown(&mut self, from: u32, people: f64, effort: impl Fn(u32) -> f64) -> Vec<u32> {
        let mut efforts: HashMap<u32, f64> = HashMap::new();
        let mut town = Vec::new();
        let lived: Vec<f64> = std::mem::take(&mut self.people);
        let mut had = 0.0;
        let touched = self.walk(
            from,
            |to, step| weighted(step, *efforts.entry(to).or_insert_with(|| effort(to))),
            |t| {
                had += lived[t as usize];
                town.push(t);
                had < people
            },
        );
        self.people = lived;
        touched.into_iter().for_each(|t| self.best[t as usize] = u64::MAX);
        town
    }

    /// Dijkstra's walk over the region of a triangle: `length` of a step to a triangle, given its cost; `reach` is
    /// called with every triangle from the nearest on, and says whether to go on. Leaves distances in `best`, and
    /// returns all triangles that have one.
    fn walk(
        &mut self,
        from: u32,
        mut length: impl FnMut(u32, u64) -> u64,
        mut reach: impl FnMut(u32) -> bool,
    ) -> Vec<u32> {
        let region = self.region_of[from as usize];
        let mut queue = BinaryHeap::from([Reverse((0u64, from))]);
        let mut touched = vec![from];
        self.best[from as usize] = 0;
        while let Some(Reverse((cost, t))) = queue.pop() {
            if self.best[t as usize] < cost {
                continue;
            }
            if !reach(t) {
                break;
            }
            let ways = self.offsets[t as usize] as usize..self.offsets[t as usize + 1] as usize;
            for &(to, step) in &self.ways[ways] {
                if self.region_of[to as usize] == region {
                    let known = &mut self.best[to as usize];
                    let cost = cost + length(to, step);
                    if cost < *known {
                        if *known == u64::MAX {
                            touched.push(to);
                        }
                        *known = cost;
                        queue.push(Reverse((cost, to)));
                    }
                }
            }
        }
        touched
    }

    /// What hangs together among triangles that are a region of their own, in the order of the list. Each piece
    /// becomes a region.
    pub(super) fn pieces(&mut self, triangles: &[u32]) -> Vec<Vec<u32>> {
        let whole = self.mark(triangles);
        let mut pieces = Vec::new();
        for &first in triangles {
            if self.region_of[first as usize] != whole {
                continue;
            }
            let own = self.mark(&[first]);
            let mut piece = vec![first];
            let mut at = 0;
            while let Some(&t) = piece.get(at) {
                at += 1;
                let ways = self.offsets[t as usize] as usize..self.offsets[t as usize + 1] as usize;
                for (to, _) in &self.ways[ways] {
                    let region = &mut self.region_of[*to as usize];
                    if *region == whole {
                        *region = own;
                        piece.push(*to);
                    }
                }
            }
            pieces.push(piece);
        }
        pieces
    }
}

fn weighted(step: u64, weight: f64) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "some thousand kilometres at most"
    )]
    let weighted = (step as f64 * weight) as u64 + 1;
    weighted
}

fn distance2(a: [f64; 2], b: [f64; 2]) -> f64 {
    let [dx, dy] = [a[0] - b[0], a[1] - b[1]];
    dx * dx + dy * dy
}

/// Pairs of triangles, the nearest to each other of parts that share no edge; a tree over the parts.
fn ferries(mesh: &Mesh, middles: &[[f64; 2]]) -> Vec<[u32; 2]> {
    let n = mesh.triangles.len();
    let mut part_of = vec![NONE; n];
    let mut parts: Vec<Vec<u32>> = Vec::new();
    for first in 0..n {
        if part_of[first] != NONE {
            continue;
        }
        let part = crate::geo::index(parts.len());
        part_of[first] = part;
        let mut of_part = vec![crate::geo::index(first)];
        let mut at = 0;
        while let Some(&t) = of_part.get(at) {
            at += 1;
            for b in mesh.beyond[t as usize] {
                if b != NONE && part_of[b as usize] == NONE {
                    part_of[b as usize] = part;
                    of_part.push(b);
                }
            }
        }
        // Only triangles at the water matter.
        of_part.retain(|t| mesh.beyond[*t as usize].contains(&NONE));
        parts.push(of_part);
    }
    parts.sort_by_key(|part| Reverse(part.len()));
    let mut parts = parts.into_iter();
    let mut joined = parts.next().unwrap_or_default();
    let mut ferries = Vec::new();
    for part in parts {
        let mut nearest = (f64::INFINITY, [NONE; 2]);
        for a in &part {
            for b in &joined {
                let apart = distance2(middles[*a as usize], middles[*b as usize]);
                if apart < nearest.0 {
                    nearest = (apart, [*a, *b]);
                }
            }
        }
        if nearest.1[0] != NONE {
            ferries.push(nearest.1);
        }
        joined.extend(part);
    }
    ferries
}

/// How hard it is to get through a place, from 0.2 to 2.6: noise of a wavelength in metres, with half and a quarter of
/// it mixed in. Borders between areas wander because of it.
pub(super) fn roughness(at: [f64; 2], wavelength: f64, seed: u64) -> f64 {
    // Wavelengths by powers of two, so that neighbouring places mostly see the same noise.
    let mut length = 64.0;
    while length < wavelength {
        length *= 2.0;
    }
    let octave =
        |nth: u64, part: f64| smooth(at, length * part, seed.wrapping_add(nth.wrapping_mul(0x5bd1_e995)));
    let noise = 0.45 * octave(1, 1.0) + 0.3 * octave(2, 0.5) + 0.25 * octave(3, 0.25);
    0.2 + 2.4 * noise * noise * (3.0 - 2.0 * noise)
}

/// Noise from 0 to 1 that is smooth over `length` metres.
fn smooth(at: [f64; 2], length: f64, seed: u64) -> f64 {
    let [x, y] = at.map(|c| c / length);
    let [x0, y0] = [x.floor(), y.floor()];
    let ease = |t: f64| t * t * (3.0 - 2.0 * t);
    let [u, v] = [ease(x - x0), ease(y - y0)];
    let corner = |dx: f64, dy: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "some thousand lengths")]
        let [i, j] = [x0 + dx, y0 + dy].map(|c| (c as i64).cast_unsigned());
        let mut z = seed ^ i.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ j.wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / 9_007_199_254_740_992.0
    };
    let low = corner(0.0, 0.0) * (1.0 - u) + corner(1.0, 0.0) * u;
    let high = corner(0.0, 1.0) * (1.0 - u) + corner(1.0, 1.0) * u;
    low * (1.0 - v) + high * v
}
