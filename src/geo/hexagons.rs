//! Areas made of hexagons instead of land, as a topology like any other.

use super::grid::Grid;
use super::index;
use super::topology::{OUTSIDE, Topology, TopologyError};

/// Half the width of a hexagon and half its height, grid units: 26 to 30 is √3 to 2 as nearly as small numbers can.
const HALF: [i32; 2] = [26, 30];

/// Rows lie three quarters of a height apart.
const ROW: i32 = 45;

/// The centre of a hexagon, grid units. Rows count from the north, columns from the west; hexagons have a corner up, and
/// odd rows lie half a hexagon further east.
pub fn center([row, column]: [i32; 2]) -> [i32; 2] {
    [column * 2 * HALF[0] + (row & 1) * HALF[0], -row * ROW]
}

/// The borders of areas that have some hexagons each, given as `[row, column]`. The grid is as fine as makes the whole
/// `height` metres high.
///
/// # Errors
/// When two areas have the same hexagon.
pub fn hexagons(areas: &[Vec<[i32; 2]>], height: f64) -> Result<Topology, TopologyError> {
    let rows = areas.iter().flatten().map(|[row, _]| *row);
    let n_rows = rows.clone().max().unwrap_or(0) - rows.min().unwrap_or(0) + 1;
    let grid = Grid { origin: [0.0, 0.0], step: height / f64::from(n_rows * ROW) };
    // Every side with the area that has it on the left when walked from its lesser to its greater end, or on the right.
    let mut sides: Vec<([[i32; 2]; 2], bool, u32)> = Vec::new();
    for (area, hexagons) in areas.iter().enumerate() {
        for hexagon in hexagons {
            let corners = corners(center(*hexagon));
            for nth in 0..6 {
                let (from, to) = (corners[nth], corners[(nth + 1) % 6]);
                let ends = if from < to { [from, to] } else { [to, from] };
                sides.push((ends, from < to, index(area)));
            }
        }
    }
    sides.sort_unstable();
    let (mut points, mut offsets, mut left, mut right) = (Vec::new(), vec![0], Vec::new(), Vec::new());
    for side in sides.chunk_by(|a, b| a.0 == b.0) {
        if let Some([one, other]) = side.windows(2).find(|pair| pair[0].1 == pair[1].1) {
            let [from, to] = one.0.map(|end| grid.world_from_grid(end));
            let at = [(from[0] + to[0]) / 2.0, (from[1] + to[1]) / 2.0];
            return Err(TopologyError::Overlap { areas: [one.2, other.2], at });
        }
        let on = |is_left: bool| side.iter().find(|own| own.1 == is_left).map_or(OUTSIDE, |own| own.2);
        let (left_area, right_area) = (on(true), on(false));
        if left_area != right_area {
            points.extend(side[0].0);
            offsets.push(index(points.len()));
            left.push(left_area);
            right.push(right_area);
        }
    }
    Topology::new(areas.len(), grid, points, offsets, left, right)
}

/// Corners anticlockwise, north up: an area has its sides on its left.
fn corners([x, y]: [i32; 2]) -> [[i32; 2]; 6] {
    let ([dx, dy], half) = (HALF, HALF[1] / 2);
    [[x, y + dy], [x - dx, y + half], [x - dx, y - half], [x, y - dy], [x + dx, y - half], [x + dx, y + half]]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::neighbours::Contiguity;
    use crate::geo::point_in_area::AreaIndex;

    #[test]
    fn hexagons_cover_their_places_and_border_on_six_others() {
        // Three rows of three, each an area of its own but for the last row, which is one.
        let areas: Vec<Vec<[i32; 2]>> = vec![
            vec![[0, 0]],
            vec![[0, 1]],
            vec![[0, 2]],
            vec![[1, 0]],
            vec![[1, 1]],
            vec![[1, 2]],
            vec![[2, 0], [2, 1], [2, 2]],
        ];
        let topology = hexagons(&areas, 1000.0).unwrap();
        let each = i64::from(HALF[0] * HALF[1] * 3 * 2) / 2 * 2;
        assert_eq!(topology.twice_cells(), [each, each, each, each, each, each, 3 * each]);
        let neighbours = topology.neighbours(Contiguity::Rook);
        assert_eq!(neighbours.of(4), [1, 2, 3, 5, 6]);
        let inside = AreaIndex::new(&topology);
        for (area, hexagons) in areas.iter().enumerate() {
            for hexagon in hexagons {
                let at = topology.grid().world_from_grid(center(*hexagon));
                assert_eq!(inside.area_at(&topology, at), Some(area));
            }
        }
        assert!((topology.bounds().height() - 1000.0).abs() < 400.0);
    }

    #[test]
    fn two_areas_cannot_have_the_same_hexagon() {
        assert!(hexagons(&[vec![[0, 0]], vec![[0, 0]]], 10.0).is_err());
        assert_eq!(hexagons(&[Vec::new()], 10.0).unwrap().n_arcs(), 0);
    }
}
