//! Who borders on whom, and along how many metres.

use super::topology::{OUTSIDE, Topology};
use crate::order::sort_and_dedup_pairs;

/// What makes two areas neighbours; the names come from the moves on a chessboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contiguity {
    /// A common border of some length.
    Rook,
    /// A common border or a common point.
    Queen,
}

/// The neighbours of every area, ascending and without repeats.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbours {
    offsets: Vec<u32>,
    areas: Vec<u32>,
}

impl Neighbours {
    /// The neighbours of an area.
    pub fn of(&self, area: usize) -> &[u32] {
        &self.areas[self.offsets[area] as usize..self.offsets[area + 1] as usize]
    }

    /// The number of areas.
    pub fn n_areas(&self) -> usize {
        self.offsets.len() - 1
    }

    /// The number of pairs of neighbours.
    pub fn n_links(&self) -> usize {
        self.areas.len() / 2
    }
}

/// A border between two areas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Border {
    /// The lower area index.
    pub area: u32,
    /// The higher one, or [`OUTSIDE`].
    pub other: u32,
    /// Length in metres, all stretches together.
    pub metres: f64,
}

impl Topology {
    /// The neighbours of every area; nobody is their own neighbour, and [`OUTSIDE`] is nobody's.
    pub fn neighbours(&self, contiguity: Contiguity) -> Neighbours {
        let mut pairs: Vec<[u32; 2]> = Vec::new();
        for arc in 0..self.n_arcs() {
            let (left, right) = self.sides(arc);
            pairs.push([left, right]);
        }
        if contiguity == Contiguity::Queen {
            pairs.extend(self.pairs_at_junctions());
        }
        pairs.retain(|[a, b]| a != b && *a != OUTSIDE && *b != OUTSIDE);
        let back: Vec<[u32; 2]> = pairs.iter().map(|[a, b]| [*b, *a]).collect();
        pairs.extend(back);
        sort_and_dedup_pairs(&mut pairs);
        let mut offsets = vec![0u32; self.n_areas() + 1];
        for [area, _] in &pairs {
            offsets[*area as usize + 1] += 1;
        }
        for area in 0..self.n_areas() {
            offsets[area + 1] += offsets[area];
        }
        Neighbours { offsets, areas: pairs.into_iter().map(|[_, other]| other).collect() }
    }

    /// The length of every border, sorted by its two areas; a coast is a border with [`OUTSIDE`].
    pub fn border_lengths(&self) -> Vec<Border> {
        let mut borders: Vec<Border> = (0..self.n_arcs())
            .map(|arc| {
                let (left, right) = self.sides(arc);
                Border { area: left.min(right), other: left.max(right), metres: self.arc_length(arc) }
            })
            .collect();
        borders.sort_by_key(|border| (border.area, border.other));
        borders.dedup_by(|next, kept| {
            let same = (next.area, next.other) == (kept.area, kept.other);
            if same {
                kept.metres += next.metres;
            }
            same
        });
        borders
    }

    /// The length of an arc in metres.
    pub fn arc_length(&self, arc: usize) -> f64 {
        let cells: f64 = self
            .arc(arc)
            .windows(2)
            .map(|pair| f64::from(pair[1][0] - pair[0][0]).hypot(f64::from(pair[1][1] - pair[0][1])))
            .sum();
        cells * self.grid().step
    }

    /// Every two areas whose arcs end in the same point.
    fn pairs_at_junctions(&self) -> Vec<[u32; 2]> {
        let mut met: Vec<([i32; 2], u32)> = Vec::new();
        for arc in 0..self.n_arcs() {
            let (points, (left, right)) = (self.arc(arc), self.sides(arc));
            for end in [points[0], points[points.len() - 1]] {
                met.extend([(end, left), (end, right)]);
            }
        }
        met.sort_unstable();
        met.dedup();
        let around = met.chunk_by(|a, b| a.0 == b.0);
        around.flat_map(|at| at.iter().flat_map(move |a| at.iter().map(move |b| [a.1, b.1]))).collect()
    }
}
