//! Several topologies that lie beside each other put together into one: the municipalities' detailed borders as a map.

use super::index;
use super::topology::{OUTSIDE, Topology, TopologyError};

/// Borders of some of a list of areas.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// The borders; what does not belong to the part is outside.
    pub borders: &'a Topology,
    /// The position of each of its areas in the whole list.
    pub areas: &'a [u32],
}

/// A straight stretch of a part's outer border, by its two ends in ascending order, with the part that has it and the
/// area of that part beside it.
type Stretch = ([[i32; 2]; 2], usize, u32);

impl Topology {
    /// The topology of all parts, with `n_areas` areas of which those that no part has are without borders. Parts lie on
    /// one grid; where two of them touch they have the same points, and the border between them is then one border.
    ///
    /// # Errors
    /// When there is no part, parts lie on different grids, or a part's areas are not one entry for each of its areas.
    pub fn merged(parts: &[Part<'_>], n_areas: usize) -> Result<Topology, TopologyError> {
        let Some(first) = parts.first() else {
            return Topology::new(
                n_areas,
                super::grid::Grid { origin: [0.0; 2], step: 1.0 },
                Vec::new(),
                vec![0],
                Vec::new(),
                Vec::new(),
            );
        };
        let grid = first.borders.grid();
        for part in parts {
            if part.borders.grid() != grid {
                return Err(TopologyError::Grid { grid: part.borders.grid() });
            }
            if part.areas.len() != part.borders.n_areas() {
                let (n_areas, n_given) = (part.borders.n_areas(), part.areas.len());
                return Err(TopologyError::Parents { n_areas, n_given });
            }
        }
        let outer = outer_stretches(parts);
        let mut whole = Whole { points: Vec::new(), offsets: vec![0], left: Vec::new(), right: Vec::new() };
        for (nth, part) in parts.iter().enumerate() {
            let area = |side: u32| if side == OUTSIDE { OUTSIDE } else { part.areas[side as usize] };
            for arc in 0..part.borders.n_arcs() {
                let points = part.borders.arc(arc);
                let (left, right) = part.borders.sides(arc);
                if left != OUTSIDE && right != OUTSIDE {
                    whole.push(points, area(left), area(right));
                    continue;
                }
                whole.push_outer(points, nth, (area(left), area(right)), &outer);
            }
        }
        Topology::new(n_areas, grid, whole.points, whole.offsets, whole.left, whole.right)
    }
}

/// All stretches of all outer borders, in order.
fn outer_stretches(parts: &[Part<'_>]) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    for (nth, part) in parts.iter().enumerate() {
        for arc in 0..part.borders.n_arcs() {
            let (left, right) = part.borders.sides(arc);
            let own = if left == OUTSIDE { right } else { left };
            if left == OUTSIDE || right == OUTSIDE {
                let pairs = part.borders.arc(arc).windows(2);
                stretches.extend(pairs.map(|pair| (ends(pair), nth, part.areas[own as usize])));
            }
        }
    }
    stretches.sort_unstable();
    stretches
}

fn ends(pair: &[[i32; 2]]) -> [[i32; 2]; 2] {
    if pair[0] <= pair[1] { [pair[0], pair[1]] } else { [pair[1], pair[0]] }
}

/// A topology in the making.
struct Whole {
    points: Vec<[i32; 2]>,
    offsets: Vec<u32>,
    left: Vec<u32>,
    right: Vec<u32>,
}

impl Whole {
    fn push(&mut self, points: &[[i32; 2]], left: u32, right: u32) {
        self.points.extend(points);
        self.offsets.push(index(self.points.len()));
        self.left.push(left);
        self.right.push(right);
    }

    /// An arc of a part's outer border, in runs that have the same area of another part, or nothing, on their outer
    /// side. A run between two parts is taken from the earlier of them.
    fn push_outer(&mut self, points: &[[i32; 2]], part: usize, (left, right): (u32, u32), outer: &[Stretch]) {
        let beside = |pair: &[[i32; 2]]| {
            let ends = ends(pair);
            let from = outer.partition_point(|stretch| stretch.0 < ends);
            let here = outer[from..].iter().take_while(|stretch| stretch.0 == ends);
            here.clone().find(|stretch| stretch.1 != part).map(|stretch| (stretch.1, stretch.2))
        };
        let mut from = 0;
        while from + 1 < points.len() {
            let other = beside(&points[from..from + 2]);
            let mut to = from + 1;
            while to + 1 < points.len() && beside(&points[to..to + 2]) == other {
                to += 1;
            }
            let fill = |side: u32| match other {
                Some((_, area)) if side == OUTSIDE => area,
                _ => side,
            };
            if other.is_none_or(|(other, _)| part < other) {
                self.push(&points[from..=to], fill(left), fill(right));
            }
            from = to;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::arcs;
    use crate::geo::neighbours::Contiguity;

    /// Each municipality alone, as its detail file has it.
    fn alone(whole: &Topology, members: &[u32]) -> Topology {
        let mut place = vec![OUTSIDE; whole.n_areas()];
        members.iter().zip(0_u32..).for_each(|(area, nth)| place[*area as usize] = nth);
        whole.dissolved(&place, members.len()).unwrap()
    }

    #[test]
    fn parts_put_together_are_the_whole_again() {
        let whole = arcs::decode(include_bytes!("../../public/borders/municipality.arcs")).unwrap().0;
        let n = whole.n_areas();
        let groups: Vec<Vec<u32>> =
            (0..n).step_by(7).map(|from| (from..(from + 7).min(n)).map(index).collect()).collect();
        let borders: Vec<Topology> = groups.iter().map(|members| alone(&whole, members)).collect();
        let parts: Vec<Part> =
            borders.iter().zip(&groups).map(|(borders, areas)| Part { borders, areas }).collect();
        let merged = Topology::merged(&parts, n).unwrap();
        assert_eq!(merged.twice_cells(), whole.twice_cells(), "every area has its size");
        assert_eq!(merged.neighbours(Contiguity::Rook), whole.neighbours(Contiguity::Rook));
        let lengths = |topology: &Topology| {
            let rounded = |border: &crate::geo::neighbours::Border| {
                (border.area, border.other, (border.metres * 1000.0).round())
            };
            topology.border_lengths().iter().map(rounded).collect::<Vec<_>>()
        };
        assert_eq!(lengths(&merged), lengths(&whole), "the coast is coast, and each border is there once");
    }

    #[test]
    fn areas_that_no_part_has_are_without_borders_and_grids_must_agree() {
        let whole = arcs::decode(include_bytes!("../../public/borders/municipality.arcs")).unwrap().0;
        let (one, areas) = (alone(&whole, &[5, 9]), [5, 9]);
        let merged = Topology::merged(&[Part { borders: &one, areas: &areas }], whole.n_areas()).unwrap();
        let sizes = merged.twice_cells();
        assert!(sizes[5] > 0 && sizes[9] > 0 && sizes.iter().filter(|size| **size != 0).count() == 2);
        assert_eq!(Topology::merged(&[], 3).unwrap().n_areas(), 3);
        let narrow = Part { borders: &one, areas: &areas[..1] };
        assert!(matches!(Topology::merged(&[narrow], 9), Err(TopologyError::Parents { .. })));
    }
}
