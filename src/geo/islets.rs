//! Islands too small to be seen.

use super::grid::Bounds;
use super::packed_index::PackedIndex;
use super::topology::{OUTSIDE, Topology, swept};

impl Topology {
    /// Without islands smaller than `min_m2`: parts that no other area touches and that hold nothing inside. Each
    /// area keeps its largest part. Their place is then outside.
    pub fn without_islets(&self, min_m2: f64) -> Topology {
        let cell = self.grid().step * self.grid().step;
        let sizes: Vec<Option<(u32, i64)>> = (0..self.n_arcs()).map(|arc| self.islet(arc)).collect();
        let mut largest = vec![(0i64, usize::MAX); self.n_areas()];
        let mut rest = self.twice_cells();
        for (arc, islet) in sizes.iter().enumerate() {
            if let Some((area, twice)) = *islet {
                rest[area as usize] -= twice;
                if twice > largest[area as usize].0 {
                    largest[area as usize] = (twice, arc);
                }
            }
        }
        let boxes: Vec<Bounds> = (0..self.n_arcs())
            .map(|arc| {
                let [west, south, east, north] = self.arc_box(arc).map(f64::from);
                Bounds { min: [west, south], max: [east, north] }
            })
            .collect();
        let tree = PackedIndex::new(&boxes);
        let alone = |arc: usize| {
            let inside = |other: usize| {
                other != arc && boxes[arc].contains(boxes[other].min) && boxes[arc].contains(boxes[other].max)
            };
            !tree.search(&boxes[arc]).into_iter().any(inside)
        };
        let goes = |arc: usize| match sizes[arc] {
            Some((area, twice)) => {
                let main_part = largest[area as usize].1 == arc && rest[area as usize] < twice;
                !main_part && (twice as f64) / 2.0 * cell < min_m2 && alone(arc)
            }
            None => false,
        };
        self.with_arcs((0..self.n_arcs()).filter(|arc| !goes(*arc)).map(|arc| (arc, self.arc(arc).to_vec())))
    }

    /// The area that an arc bounds all by itself as a piece of land in the outside, and twice its cells.
    fn islet(&self, arc: usize) -> Option<(u32, i64)> {
        let (left, right) = self.sides(arc);
        let twice = swept(self.arc(arc));
        match (self.is_closed(arc), twice > 0) {
            (true, true) if right == OUTSIDE => Some((left, twice)),
            (true, false) if left == OUTSIDE => Some((right, -twice)),
            _ => None,
        }
    }
}
