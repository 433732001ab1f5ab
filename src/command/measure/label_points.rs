//! Points well inside the areas, from which the centre for centralization is taken.

use crate::geo::build::GridPolygon;
use crate::geo::grid::{Bounds, Grid};
use crate::geo::topology::Topology;
use rayon::prelude::*;

/// The longer side of an area takes this many steps of its own grid.
const STEPS: f64 = 1_000_000.0;

/// The label point of every area; `None` for one whose rings do not make an area.
pub(super) fn label_points(areas: &[Vec<Vec<[f64; 2]>>]) -> Vec<Option<[f64; 2]>> {
    areas.par_iter().map(|rings| label_point(rings)).collect()
}

/// The label point of the area's largest part. Outer rings turn counterclockwise and stand before their holes.
fn label_point(rings: &[Vec<[f64; 2]>]) -> Option<[f64; 2]> {
    let bounds = Bounds::of(rings.iter().flatten().copied());
    let step = bounds.width().max(bounds.height()) / STEPS;
    if step.is_nan() || step <= 0.0 {
        return None;
    }
    let grid = Grid { origin: bounds.min, step };
    let mut polygons: Vec<GridPolygon> = Vec::new();
    for ring in rings {
        let on_grid: Vec<[i32; 2]> =
            ring.iter().map(|position| grid.grid_from_world(*position)).collect::<Option<_>>()?;
        match polygons.last_mut() {
            Some(polygon) if is_clockwise(ring) => polygon.push(on_grid),
            _ => polygons.push(vec![on_grid]),
        }
    }
    let topology = Topology::from_polygons(grid, &[polygons]).ok()?;
    topology.label_point(&topology.arcs_of_areas(), 0).map(|label_point| label_point.at)
}

fn is_clockwise(ring: &[[f64; 2]]) -> bool {
    let origin = ring.first().copied().unwrap_or_default();
    let from_origin = |p: [f64; 2]| [p[0] - origin[0], p[1] - origin[1]];
    let cross = ring.windows(2).map(|pair| (from_origin(pair[0]), from_origin(pair[1])));
    cross.map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f64>() < 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_point_lies_inside_where_a_centroid_does_not() {
        // A U of three strips of width 1: the centroid falls into the opening.
        let u = vec![
            [0.0, 0.0],
            [10.0, 0.0],
            [10.0, 10.0],
            [9.0, 10.0],
            [9.0, 1.0],
            [1.0, 1.0],
            [1.0, 10.0],
            [0.0, 10.0],
        ];
        let [x, y] = label_points(&[vec![u]])[0].unwrap();
        assert!(!(1.0..=9.0).contains(&x) || y < 1.0, "{x} {y}");
        // A hole in the middle pushes it aside.
        let square = vec![[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]];
        let hole = vec![[4.0, 4.0], [4.0, 6.0], [6.0, 6.0], [6.0, 4.0]];
        let [x, y] = label_points(&[vec![square.clone(), hole]])[0].unwrap();
        assert!(!(4.0..=6.0).contains(&x) || !(4.0..=6.0).contains(&y));
        let [x, y] = label_points(&[vec![square]])[0].unwrap();
        assert!((x - 5.0).abs() < 0.2 && (y - 5.0).abs() < 0.2);
        assert_eq!(label_points(&[vec![vec![[1.0, 1.0]; 4]]]), [None]);
    }
}
