//! World boxes, and the integer grid on which borders are stored.

/// A box in world space, metres; `min` is south-west, `max` north-east. Empty when `min` exceeds `max`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// `[east, north]` of the south-west corner.
    pub min: [f64; 2],
    /// `[east, north]` of the north-east corner.
    pub max: [f64; 2],
}

impl Bounds {
    /// The box around nothing: the neutral element of [`Bounds::union`].
    pub const EMPTY: Bounds = Bounds { min: [f64::INFINITY; 2], max: [f64::NEG_INFINITY; 2] };

    /// The smallest box around all points.
    pub fn of(points: impl IntoIterator<Item = [f64; 2]>) -> Bounds {
        points.into_iter().fold(Bounds::EMPTY, |bounds, p| bounds.union(&Bounds { min: p, max: p }))
    }

    /// The smallest box around both.
    pub fn union(&self, other: &Bounds) -> Bounds {
        Bounds {
            min: [self.min[0].min(other.min[0]), self.min[1].min(other.min[1])],
            max: [self.max[0].max(other.max[0]), self.max[1].max(other.max[1])],
        }
    }

    /// Whether the boxes share at least a point.
    pub fn intersects(&self, other: &Bounds) -> bool {
        (0..2).all(|i| self.min[i] <= other.max[i] && other.min[i] <= self.max[i])
    }

    /// Whether the point lies in the box or on its edge.
    pub fn contains(&self, world: [f64; 2]) -> bool {
        (0..2).all(|i| self.min[i] <= world[i] && world[i] <= self.max[i])
    }

    /// Whether there is no point in the box.
    pub fn is_empty(&self) -> bool {
        !(self.min[0] <= self.max[0] && self.min[1] <= self.max[1])
    }

    /// Metres from west to east; 0 when empty.
    pub fn width(&self) -> f64 {
        (self.max[0] - self.min[0]).max(0.0)
    }

    /// Metres from south to north; 0 when empty.
    pub fn height(&self) -> f64 {
        (self.max[1] - self.min[1]).max(0.0)
    }

    /// The middle of the box.
    pub fn center(&self) -> [f64; 2] {
        [(self.min[0] + self.max[0]) / 2.0, (self.min[1] + self.max[1]) / 2.0]
    }
}

/// How grid points lie in the world: `world = origin + step × grid`, x to the east and y to the north.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grid {
    /// World position of grid point `[0, 0]`, metres.
    pub origin: [f64; 2],
    /// Metres between two grid lines.
    pub step: f64,
}

impl Grid {
    /// Largest distance of a grid coordinate from 0. Differences of coordinates then fit in an `i32` and
    /// products of two differences in an `i64`.
    pub const LIMIT: i32 = 1 << 29;

    /// The world position of a grid point.
    pub fn world_from_grid(&self, p: [i32; 2]) -> [f64; 2] {
        [self.origin[0] + self.step * f64::from(p[0]), self.origin[1] + self.step * f64::from(p[1])]
    }

    /// The nearest grid point; `None` for a position that is not a number or lies beyond [`Grid::LIMIT`].
    pub fn grid_from_world(&self, world: [f64; 2]) -> Option<[i32; 2]> {
        let [x, y] = self.fraction_from_world(world);
        Some([whole(x)?, whole(y)?])
    }

    /// The position in units of the grid, not rounded.
    pub fn fraction_from_world(&self, world: [f64; 2]) -> [f64; 2] {
        [(world[0] - self.origin[0]) / self.step, (world[1] - self.origin[1]) / self.step]
    }
}

fn whole(x: f64) -> Option<i32> {
    let rounded = x.round();
    if rounded.abs() <= f64::from(Grid::LIMIT) {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number within the limit just checked")]
        return Some(rounded as i32);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grid_points_come_back_from_the_world() {
        let grid = Grid { origin: [200_000.0, 6_100_000.0], step: 25.0 };
        for p in [[0, 0], [7, -3], [40_000, 63_000], [-Grid::LIMIT, Grid::LIMIT]] {
            assert_eq!(grid.grid_from_world(grid.world_from_grid(p)), Some(p));
        }
    }

    #[test]
    fn a_position_that_is_not_on_earth_has_no_grid_point() {
        let grid = Grid { origin: [0.0, 0.0], step: 1.0 };
        assert_eq!(grid.grid_from_world([f64::NAN, 0.0]), None);
        assert_eq!(grid.grid_from_world([0.0, f64::INFINITY]), None);
        assert_eq!(grid.grid_from_world([1e12, 0.0]), None);
    }

    #[test]
    fn the_empty_box_is_neutral_and_has_no_size() {
        let one = Bounds { min: [1.0, 2.0], max: [3.0, 5.0] };
        assert_eq!(one.union(&Bounds::EMPTY), one);
        assert!(Bounds::EMPTY.is_empty() && !one.is_empty());
        assert_eq!((Bounds::EMPTY.width(), one.width(), one.height()), (0.0, 2.0, 3.0));
        assert!(!Bounds::EMPTY.intersects(&one));
    }
}
