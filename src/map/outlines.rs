//! The outlines of a few areas as SVG paths on whole numbers: a map for a page that is read, small enough to stand in it
//! and the same with and without a program.

use crate::geo::grid::Bounds;
use crate::geo::neighbours::Contiguity;
use crate::geo::topology::Topology;
use crate::geo::viewport::Viewport;
use std::fmt::Write;

/// One path an area, in a frame of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlines {
    /// Width and height of the frame; the paths fill it in one direction.
    pub size: [u32; 2],
    /// The `d` of each area's path, in the areas' order; empty for one that is smaller than a step of the frame.
    pub paths: Vec<String>,
    /// The positions of the areas that each area shares a border with, ascending.
    pub neighbours: Vec<Vec<usize>>,
}

/// The longest side of a frame: one step is about a pixel where the map is as wide as a column of text.
const LONGEST: f64 = 580.0;
/// Room for lines at the edge.
const EDGE: f64 = 3.0;

impl Outlines {
    /// The outlines of all areas of a topology. Points are rounded one by one, so that neighbours keep the same border.
    pub fn of(topology: &Topology) -> Self {
        let bounds = topology.bounds();
        let size = size_of(&bounds);
        let view = Viewport::fitted(&bounds, f64::from(size[0]), f64::from(size[1]), EDGE);
        let (arcs, grid) = (topology.arcs_of_areas(), topology.grid());
        let place = |point: &[i32; 2]| {
            let [x, y] = view.screen_from_world(grid.world_from_grid(*point));
            #[expect(clippy::cast_possible_truncation, reason = "a place in a frame of some hundred steps")]
            let rounded = [x.round() as i32, y.round() as i32];
            rounded
        };
        let path = |area: usize| {
            let mut d = String::new();
            for part in topology.rings(&arcs, area) {
                for ring in std::iter::once(&part.shell).chain(&part.holes) {
                    push_ring(ring.iter().map(place), &mut d);
                }
            }
            d
        };
        let beside = topology.neighbours(Contiguity::Rook);
        let of = |area: usize| beside.of(area).iter().map(|other| *other as usize).collect();
        Self {
            size,
            paths: (0..topology.n_areas()).map(path).collect(),
            neighbours: (0..topology.n_areas()).map(of).collect(),
        }
    }
}

fn size_of(bounds: &Bounds) -> [u32; 2] {
    let longest = bounds.width().max(bounds.height()).max(1.0);
    [bounds.width(), bounds.height()].map(|side| {
        let side = (side / longest * (LONGEST - 2.0 * EDGE)).ceil() + 2.0 * EDGE;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 6 and the longest side"
        )]
        let side = side as u32;
        side
    })
}

/// A ring in steps from point to point. Points that fall together are one, and those on a line between their neighbours
/// are left out; a ring of fewer than three points is nothing.
fn push_ring(points: impl Iterator<Item = [i32; 2]>, d: &mut String) {
    let mut kept: Vec<[i32; 2]> = Vec::new();
    for point in points {
        if kept.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = kept[..]
            && is_between(a, b, point)
        {
            kept.pop();
        }
        kept.push(point);
    }
    // A closed ring ends where it begins; the path's own end does that.
    if kept.len() > 1 && kept.first() == kept.last() {
        kept.pop();
    }
    let [first, rest @ ..] = &kept[..] else { return };
    if rest.len() < 2 {
        return;
    }
    // Writing to a text does not fail.
    let _ = write!(d, "M{} {}l", first[0], first[1]);
    let (mut before, mut is_first) = (*first, true);
    for point in rest {
        for axis in 0..2 {
            let step = point[axis] - before[axis];
            let space = if step < 0 || (is_first && axis == 0) { "" } else { " " };
            let _ = write!(d, "{space}{step}");
        }
        (before, is_first) = (*point, false);
    }
    d.push('z');
}

/// Whether `b` lies on the line from `a` to `c`, between them.
fn is_between(a: [i32; 2], b: [i32; 2], c: [i32; 2]) -> bool {
    let (first, second) = ([b[0] - a[0], b[1] - a[1]], [c[0] - b[0], c[1] - b[1]]);
    first[0] * second[1] == first[1] * second[0] && first[0] * second[0] + first[1] * second[1] > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::grid::Grid;

    #[test]
    fn neighbours_share_their_border_and_straight_lines_have_two_points() {
        let square = |left: i32| {
            vec![vec![vec![[left, 0], [left + 5, 0], [left + 10, 0], [left + 10, 10], [left, 10], [left, 0]]]]
        };
        let grid = Grid { origin: [0.0, 0.0], step: 100.0 };
        let topology = Topology::from_polygons(grid, &[0, 10].map(square)).unwrap();
        let Outlines { size, paths, neighbours } = Outlines::of(&topology);
        assert_eq!(neighbours, [vec![1], vec![0]]);
        assert_eq!(size, [580, 293]);
        // 574 steps for both, so 287 for each; heights as much.
        let corners = |d: &str| {
            let numbers: Vec<i32> = d
                .trim_end_matches('z')
                .replace('-', " -")
                .split(|c: char| !c.is_ascii_digit() && c != '-')
                .filter_map(|word| word.parse().ok())
                .collect();
            let mut at = [0, 0];
            let mut found: Vec<[i32; 2]> = numbers
                .chunks(2)
                .map(|step| {
                    at = [at[0] + step[0], at[1] + step[1]];
                    at
                })
                .collect();
            found.sort_unstable();
            found
        };
        assert_eq!(corners(&paths[0]), [[3, 3], [3, 290], [290, 3], [290, 290]]);
        assert_eq!(corners(&paths[1]), [[290, 3], [290, 290], [577, 3], [577, 290]]);
    }

    #[test]
    fn an_area_smaller_than_a_step_has_no_path() {
        let square = |left: i32, side: i32| {
            vec![vec![vec![[left, 0], [left + side, 0], [left + side, side], [left, side], [left, 0]]]]
        };
        let grid = Grid { origin: [0.0, 0.0], step: 1.0 };
        let topology = Topology::from_polygons(grid, &[square(0, 90_000), square(90_000, 20)]).unwrap();
        let outlines = Outlines::of(&topology);
        assert!(!outlines.paths[0].is_empty());
        assert_eq!(outlines.paths[1], "");
    }
}
