//! Three levels of detail of one topology: as many points as can be seen at each scale.

use crate::geo::topology::Topology;
use rayon::prelude::*;

/// Metres of the world under one pixel where each level is drawn: all of Sweden 800 pixels high, and web map zooms
/// 6 and 8 at latitude 62.
pub const METRES_A_PIXEL: [f64; 3] = [1920.0, 1148.0, 287.0];

/// The size of a part, in pixels, below which an island is left out beside larger parts of its area.
const ISLET_PIXELS: f64 = 1.0;
/// Effective area, in pixels, below which a point is left out.
const POINT_PIXELS: f64 = 0.5;
/// Grid lines in a pixel, where areas are large enough for that.
const LINES_A_PIXEL: f64 = 4.0;

/// The topology for each scale of [`METRES_A_PIXEL`], coarsest first. All have all areas, and the same neighbours
/// apart from islands left out. Each lies on the widest grid, by powers of two, on which its borders stay apart. The
/// levels are made side by side, each by itself, so that the number of threads changes nothing.
pub fn levels_of_detail(topology: &Topology) -> [Topology; 3] {
    let levels: Vec<Topology> =
        METRES_A_PIXEL.par_iter().map(|metres| level_of_detail(topology, *metres)).collect();
    levels.try_into().expect("one level for each scale")
}

/// The topology for one scale, in metres a pixel.
pub fn level_of_detail(topology: &Topology, metres_a_pixel: f64) -> Topology {
    let pixel = metres_a_pixel * metres_a_pixel;
    let large = topology.without_islets(ISLET_PIXELS * pixel);
    let thin = large.simplified(&[POINT_PIXELS * pixel]).pop().unwrap_or(large);
    let widest = (metres_a_pixel / LINES_A_PIXEL / topology.grid().step).floor();
    #[expect(clippy::cast_possible_truncation, reason = "some hundred steps of a grid")]
    let mut factor = (widest as i32).max(1);
    loop {
        if let Some(wide) = thin.coarsened(factor) {
            return wide;
        }
        factor = (factor / 2).max(1);
    }
}
