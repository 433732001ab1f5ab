//! What the map holds: borders at one level of detail, which of them separate larger areas, and where they are on the
//! screen.

use crate::geo::grid::Bounds;
use crate::geo::topology::{OUTSIDE, Topology};
use crate::geo::viewport::Viewport;

/// Borders of a level, told apart by what they separate.
#[derive(Debug, Clone)]
pub struct Scene {
    /// Borders of the smallest areas drawn.
    pub topology: Topology,
    /// The larger area that each area lies in.
    pub parent_of: Vec<u32>,
    /// Arcs along the coast and the land border.
    pub outer: Vec<u32>,
    /// Arcs between two larger areas.
    pub between_parents: Vec<u32>,
    /// Arcs between two areas of the same larger area.
    pub inside_parents: Vec<u32>,
    /// The whole of it, world metres.
    pub bounds: Bounds,
}

/// Room for pixels around the whole country.
pub const PADDING: f64 = 10.0;

impl Scene {
    /// Sorts the borders once. `parent_of` has one entry an area.
    pub fn new(topology: Topology, parent_of: Vec<u32>) -> Self {
        let (mut outer, mut between_parents, mut inside_parents) = (Vec::new(), Vec::new(), Vec::new());
        let parent = |area: u32| parent_of.get(area as usize).copied();
        for (position, arc) in (0..topology.n_arcs()).zip(0_u32..) {
            match topology.sides(position) {
                (OUTSIDE, _) | (_, OUTSIDE) => outer.push(arc),
                (left, right) if parent(left) == parent(right) => inside_parents.push(arc),
                _ => between_parents.push(arc),
            }
        }
        let bounds = topology.bounds();
        Self { topology, parent_of, outer, between_parents, inside_parents, bounds }
    }

    /// The view that shows the whole country in a figure of this many CSS pixels.
    pub fn whole(&self, width: f64, height: f64) -> Viewport {
        Viewport::fitted(&self.bounds, width, height, PADDING)
    }

    /// The view that shows one area with its surroundings, or the whole country for an unknown area.
    pub fn around(&self, area: usize, width: f64, height: f64) -> Viewport {
        match self.topology.area_bounds().get(area) {
            Some(bounds) if !bounds.is_empty() => {
                let room = width.min(height) * 0.3;
                self.clamped(Viewport::fitted(bounds, width, height, room), width, height)
            }
            _ => self.whole(width, height),
        }
    }

    /// A view brought back inside the country, at most so close that a pixel is 25 metres.
    pub fn clamped(&self, view: Viewport, width: f64, height: f64) -> Viewport {
        let whole = self.whole(width, height);
        if view.k <= whole.k {
            return whole;
        }
        view.clamped(&self.bounds, width, height, 1.0 / 25.0)
    }

    /// Arcs around one area, or around all areas of a larger one.
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
}
