//! The same borders on a wider grid, so that their file is smaller.
//!
//! Moving points to a wider grid can make borders touch that only ran close to each other. Wherever that happens,
//! points nearby take their second or third nearest place, or go if they are no junction, until nothing touches.

use super::crossings::crossing_edges;
use super::grid::Grid;
use super::index;
use super::topology::{Topology, swept};
use std::collections::HashMap;

/// Attempts at a grid before it is found too wide.
const ROUNDS: u32 = 60;
/// From each of these rounds on, a larger share of points in trouble means that there is no room.
const HOPELESS: [(u32, f64); 3] = [(0, 0.5), (2, 0.15), (8, 0.04)];

impl Topology {
    /// The topology with `factor` steps of the grid made one; `None` when areas are too small or too close for
    /// that grid. No two borders of the result touch but in junctions, and every area keeps a size.
    pub fn coarsened(&self, factor: i32) -> Option<Topology> {
        if factor <= 1 {
            return (factor == 1).then(|| self.clone());
        }
        let mut places = Places::new(self, factor);
        for round in 0..ROUNDS {
            let arcs: Vec<Vec<u32>> = (0..self.n_arcs()).map(|arc| places.arc(arc)).collect();
            let troubled = places.troubled(self, &arcs);
            if troubled.is_empty() {
                return places.topology(self, &arcs);
            }
            let share = troubled.len() as f64 / places.points.len() as f64;
            if HOPELESS.iter().any(|(from, most)| round >= *from && share > *most) {
                return None;
            }
            for point in troubled {
                places.move_on(point, round);
            }
        }
        None
    }
}

/// Where each different point of a topology goes.
struct Places {
    factor: i32,
    /// Different points, and for each arc its points as indices of them.
    points: Vec<[i32; 2]>,
    arcs: Vec<Vec<u32>>,
    is_end: Vec<bool>,
    /// The arc of a point that is no end, and how many points each arc has left.
    arc_of: Vec<u32>,
    n_left: Vec<usize>,
    /// How many nearer places each point has been refused.
    rank: Vec<usize>,
    gone: Vec<bool>,
    to: Vec<[i32; 2]>,
}

impl Places {
    fn new(topology: &Topology, factor: i32) -> Places {
        let mut ids: HashMap<[i32; 2], u32> = HashMap::new();
        let (mut points, mut is_end, mut arc_of) = (Vec::new(), Vec::new(), Vec::new());
        let arcs: Vec<Vec<u32>> = (0..topology.n_arcs())
            .map(|arc| {
                let of_arc = topology.arc(arc);
                let mut run = Vec::with_capacity(of_arc.len());
                for (nth, p) in of_arc.iter().enumerate() {
                    let id = *ids.entry(*p).or_insert_with(|| {
                        points.push(*p);
                        is_end.push(false);
                        arc_of.push(index(arc));
                        index(points.len() - 1)
                    });
                    is_end[id as usize] |= nth == 0 || nth + 1 == of_arc.len();
                    run.push(id);
                }
                run
            })
            .collect();
        let n = points.len();
        let to = points.iter().map(|p| place(*p, factor, 0)).collect();
        let n_left = arcs.iter().map(Vec::len).collect();
        Places { factor, points, arcs, is_end, arc_of, n_left, rank: vec![0; n], gone: vec![false; n], to }
    }

    /// The points of an arc that still are, none at the place of the one before.
    fn arc(&self, arc: usize) -> Vec<u32> {
        let mut run: Vec<u32> = self.arcs[arc].iter().copied().filter(|p| !self.gone[*p as usize]).collect();
        run.dedup_by(|b, a| {
            // An end is never left out in favour of the point before it.
            self.to[*a as usize] == self.to[*b as usize] && !self.is_end[*b as usize]
        });
        while let [.., before, last] = run[..] {
            if run.len() > 2 && self.to[before as usize] == self.to[last as usize] {
                run.remove(run.len() - 2);
            } else {
                break;
            }
        }
        run
    }

    /// Points of arcs that have shrunk to nothing, turned over, or touch others.
    fn troubled(&self, topology: &Topology, arcs: &[Vec<u32>]) -> Vec<u32> {
        let mut troubled = Vec::new();
        let (mut lines, mut ends) = (Vec::new(), Vec::new());
        for (arc, run) in arcs.iter().enumerate() {
            let moved: Vec<[i32; 2]> = run.iter().map(|p| self.to[*p as usize]).collect();
            let turned = topology.is_closed(arc)
                && (moved.len() < 4 || (swept(&moved) > 0) != (swept(topology.arc(arc)) > 0));
            if turned || moved.windows(2).any(|pair| pair[0] == pair[1]) {
                troubled.extend(run);
            }
            for pair in run.windows(2) {
                lines.push([pair[0], pair[1]].map(|p| self.to[p as usize]));
                ends.push([pair[0], pair[1]]);
            }
        }
        for (i, j) in crossing_edges(&lines) {
            troubled.extend(ends[i as usize]);
            troubled.extend(ends[j as usize]);
        }
        // Different points must not share a place either, even where no edges cross.
        let mut taken: HashMap<[i32; 2], u32> = HashMap::new();
        for p in arcs.iter().flatten() {
            let other = *taken.entry(self.to[*p as usize]).or_insert(*p);
            if other != *p {
                troubled.extend([other, *p]);
            }
        }
        troubled.sort_unstable();
        troubled.dedup();
        troubled
    }

    /// Another place for a troubled point. Not all move at once: those that do are drawn by lot, the same on
    /// every machine.
    fn move_on(&mut self, point: u32, round: u32) {
        let lot = (point.wrapping_mul(0x9e37_79b9) ^ round.wrapping_mul(0x85eb_ca6b))
            .wrapping_mul(0xc2b2_ae35)
            >> 16;
        let i = point as usize;
        if !lot.is_multiple_of(2) {
            return;
        }
        let arc = self.arc_of[i] as usize;
        // An arc's last bend stays: it may be what keeps two arcs between the same junctions apart.
        if !self.is_end[i] && lot.is_multiple_of(4) && round >= 3 && self.n_left[arc] > 4 {
            self.gone[i] = true;
            self.n_left[arc] -= 1;
            return;
        }
        self.rank[i] = (self.rank[i] + 1) % if round < 16 { 4 } else { 9 };
        self.to[i] = place(self.points[i], self.factor, self.rank[i]);
    }

    fn topology(&self, topology: &Topology, arcs: &[Vec<u32>]) -> Option<Topology> {
        let (mut points, mut offsets) = (Vec::new(), vec![0]);
        for run in arcs {
            points.extend(run.iter().map(|p| self.to[*p as usize]));
            offsets.push(index(points.len()));
        }
        let (left, right) = (0..topology.n_arcs()).map(|arc| topology.sides(arc)).unzip();
        let grid = Grid { step: topology.grid().step * f64::from(self.factor), ..topology.grid() };
        let made = Topology::new(topology.n_areas(), grid, points, offsets, left, right).ok()?;
        let had = topology.twice_cells();
        let sized = made.twice_cells().into_iter().zip(had).all(|(now, before)| now > 0 || before == 0);
        sized.then_some(made)
    }
}

/// The wide grid's point nearest to a point of the fine one, or the second, third … nearest of the nine around.
fn place(p: [i32; 2], factor: i32, rank: usize) -> [i32; 2] {
    let nearest = p.map(|c| (c + factor / 2).div_euclid(factor));
    if rank == 0 {
        return nearest;
    }
    let mut around: Vec<(i64, [i32; 2])> = (-1..=1)
        .flat_map(|dy| (-1..=1).map(move |dx| [nearest[0] + dx, nearest[1] + dy]))
        .map(|q| {
            let off = [0, 1].map(|axis| i64::from(q[axis]) * i64::from(factor) - i64::from(p[axis]));
            (off[0] * off[0] + off[1] * off[1], q)
        })
        .collect();
    around.sort_unstable();
    around[rank].1
}
