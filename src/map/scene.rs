//! What the map holds: borders at one level of detail, which of them separate larger areas, and where they are on the
//! screen.

use crate::geo::grid::Bounds;
use crate::geo::topology::{OUTSIDE, Topology};
use crate::geo::viewport::Viewport;

/// Borders of all areas of one level, and what is known of them once and for all.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The areas and their borders.
    pub topology: Topology,
    /// The larger areas, finest division first: for each division the larger area of every area.
    pub divisions: Vec<Vec<u32>>,
    /// Arcs between areas that all divisions hold together.
    pub inside: Vec<u32>,
    /// Arcs between larger areas, one list a division; an arc stands in that of the coarsest division it separates.
    pub between: Vec<Vec<u32>>,
    /// Arcs between an area and the outside: coast and land border.
    pub outer: Vec<u32>,
    /// The smallest rectangle that holds everything, metres.
    pub bounds: Bounds,
    /// How many areas share that rectangle.
    pub n_drawn: usize,
}

/// Room around the whole country, CSS pixels.
pub const PADDING: f64 = 10.0;

impl Scene {
    /// Sorts the borders by what they separate.
    pub fn new(topology: Topology, divisions: Vec<Vec<u32>>) -> Self {
        let (mut inside, mut outer) = (Vec::new(), Vec::new());
        let mut between = vec![Vec::new(); divisions.len()];
        for (position, arc) in (0..topology.n_arcs()).zip(0_u32..) {
            let (left, right) = topology.sides(position);
            if left == OUTSIDE || right == OUTSIDE {
                outer.push(arc);
                continue;
            }
            let separates = |division: &Vec<u32>| division.get(left as usize) != division.get(right as usize);
            match divisions.iter().rposition(separates) {
                Some(division) => between[division].push(arc),
                None => inside.push(arc),
            }
        }
        let (bounds, n_drawn) = (topology.bounds(), n_with_borders(&topology));
        Self { topology, divisions, inside, between, outer, bounds, n_drawn }
    }

    /// The view that shows everything in a figure of this many CSS pixels.
    pub fn whole(&self, width: f64, height: f64) -> Viewport {
        Viewport::fitted(&self.bounds, width, height, PADDING)
    }

    /// The view that shows a rectangle of the world with some room around it.
    pub fn around(&self, bounds: &Bounds, width: f64, height: f64) -> Viewport {
        if bounds.is_empty() {
            return self.whole(width, height);
        }
        let room = width.min(height) * 0.12;
        self.clamped(Viewport::fitted(bounds, width, height, room), width, height)
    }

    /// A view that is neither lost nor closer than the borders are meant for.
    pub fn clamped(&self, view: Viewport, width: f64, height: f64) -> Viewport {
        let whole = self.whole(width, height);
        if view.k <= whole.k {
            return whole;
        }
        // No closer than 2.5 metres a pixel: a small town fills the figure.
        view.clamped(&self.bounds, width, height, 1.0 / 2.5)
    }

    /// How wide and high an average area's share of the whole rectangle is, metres.
    pub fn mean_side(&self) -> f64 {
        (self.bounds.width() * self.bounds.height() / self.n_drawn.max(1) as f64).sqrt()
    }

    /// Arcs around the areas that match.
    pub fn outline(&self, matches: impl Fn(u32) -> bool) -> Vec<u32> {
        let inside = |side: u32| side != OUTSIDE && matches(side);
        (0..self.topology.n_arcs())
            .zip(0_u32..)
            .filter(|(position, _)| {
                let (left, right) = self.topology.sides(*position);
                inside(left) != inside(right)
            })
            .map(|(_, arc)| arc)
            .collect()
    }

    /// The smallest rectangle around the areas that match, metres.
    pub fn bounds_of(&self, matches: impl Fn(u32) -> bool) -> Bounds {
        let grid = self.topology.grid();
        Bounds::of(self.outline(matches).into_iter().flat_map(|arc| {
            let [west, south, east, north] = self.topology.arc_box(arc as usize);
            [[west, south], [east, north]].map(|corner| grid.world_from_grid(corner))
        }))
    }
}

/// How many areas have borders.
fn n_with_borders(topology: &Topology) -> usize {
    let mut has_borders = vec![false; topology.n_areas()];
    for arc in 0..topology.n_arcs() {
        let (left, right) = topology.sides(arc);
        for side in [left, right] {
            if let Some(has_borders) = has_borders.get_mut(side as usize) {
                *has_borders = true;
            }
        }
    }
    has_borders.into_iter().filter(|has_borders| *has_borders).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::grid::Grid;

    /// Four squares in a row: the first two in one municipality, all but the last in one county.
    fn scene() -> Scene {
        let grid = Grid { origin: [0.0, 0.0], step: 2.0 };
        let square =
            |left: i32| vec![vec![vec![[left, 0], [left + 9, 0], [left + 9, 9], [left, 9], [left, 0]]]];
        let topology = Topology::from_polygons(grid, &[0, 9, 18, 27].map(square)).unwrap();
        Scene::new(topology, vec![vec![0, 0, 1, 2], vec![0, 0, 0, 1]])
    }

    #[test]
    fn every_border_stands_in_one_list_by_the_largest_areas_it_separates() {
        let scene = scene();
        assert_eq!([scene.inside.len(), scene.between[0].len(), scene.between[1].len()], [1, 1, 1]);
        let n_listed =
            scene.inside.len() + scene.between.iter().map(Vec::len).sum::<usize>() + scene.outer.len();
        assert_eq!(n_listed, scene.topology.n_arcs());
    }

    #[test]
    fn the_rectangle_of_some_areas_is_theirs_in_metres() {
        let scene = scene();
        let bounds = scene.bounds_of(|area| area == 1 || area == 2);
        assert_eq!((bounds.min, bounds.max), ([18.0, 0.0], [54.0, 18.0]));
        assert!(scene.bounds_of(|_| false).is_empty());
        assert_eq!(scene.bounds_of(|_| true).max, scene.bounds.max);
    }
}
