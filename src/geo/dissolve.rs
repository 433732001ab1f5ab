//! Parents from children: the borders of counties are those borders of municipalities that have different
//! counties on their sides.

use super::chain::{Piece, chained};
use super::index;
use super::topology::{OUTSIDE, Topology, TopologyError};
use crate::order::sort_and_dedup_points;

impl Topology {
    /// The topology of the parents, `parent_of[area]` being the index of each area's parent below `n_parents`,
    /// or [`OUTSIDE`] for an area that belongs to none. Every remaining border keeps exactly its points.
    ///
    /// # Errors
    /// When `parent_of` is not one entry for each area or names a parent that does not exist.
    pub fn dissolved(&self, parent_of: &[u32], n_parents: usize) -> Result<Topology, TopologyError> {
        if parent_of.len() != self.n_areas() {
            return Err(TopologyError::Parents { n_areas: self.n_areas(), n_given: parent_of.len() });
        }
        let parent = |side: u32| if side == OUTSIDE { OUTSIDE } else { parent_of[side as usize] };
        let kept: Vec<usize> = (0..self.n_arcs())
            .filter(|arc| {
                let (left, right) = self.sides(*arc);
                parent(left) != parent(right)
            })
            .collect();
        let ends = |arc: usize| {
            let points = self.arc(arc);
            [points[0], points[points.len() - 1]]
        };
        let mut nodes: Vec<[i32; 2]> = kept.iter().flat_map(|arc| ends(*arc)).collect();
        sort_and_dedup_points(&mut nodes);
        let node = |p: [i32; 2]| index(nodes.partition_point(|q| *q < p));
        let pieces: Vec<Piece> = kept
            .iter()
            .map(|&arc| {
                let ([from, to], (left, right)) = (ends(arc), self.sides(arc));
                Piece { from: node(from), to: node(to), left: parent(left), right: parent(right) }
            })
            .collect();
        let mut points: Vec<[i32; 2]> = Vec::new();
        let mut offsets = vec![0];
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for run in chained(nodes.len(), &pieces) {
            for (nth, &(piece, reversed)) in run.iter().enumerate() {
                let arc = self.arc(kept[piece as usize]);
                let skip = usize::from(nth > 0);
                if reversed {
                    points.extend(arc.iter().rev().skip(skip));
                } else {
                    points.extend(&arc[skip..]);
                }
            }
            let (first, reversed) = run[0];
            let (l, r) = pieces[first as usize].sides(reversed);
            left.push(l);
            right.push(r);
            offsets.push(index(points.len()));
        }
        Topology::new(n_parents, self.grid(), points, offsets, left, right)
    }
}
