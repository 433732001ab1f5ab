//! Three levels of detail of one topology: as many points as can be seen at each scale.

use crate::geo::topology::Topology;

/// Metres of the world under one pixel where each level is drawn: all of Sweden 800 pixels high, and web map zooms
/// 6 and 8 at latitude 62.
pub const METRES_A_PIXEL: [f64; 3] = [1920.0, 1148.0, 287.0];

/// The size of a part, in pixels, below which an island is left out beside larger parts of its area.
const ISLET_PIXELS: f64 = 1.0;
/// Effective area, in pixels, below which a point is left out.
const POINT_PIXELS: f64 = 0.5;
/// Grid lines in a pixel, where areas are large enough for that.
const LINES_A_PIXEL: f64 = 4.0;

/// What a grid that proves too wide is made narrower by.
const NARROWER: f64 = 0.75;

/// The topology for each scale of [`METRES_A_PIXEL`], coarsest first. All have all areas, and the same neighbours
/// apart from islands left out. The points of each are among those of the next before they go to a grid of their own.
pub fn levels_of_detail(topology: &Topology) -> [Topology; 3] {
    let mut levels = finest_first(topology, &METRES_A_PIXEL);
    levels.reverse();
    levels.try_into().expect("one level for each scale")
}

/// One level goes to its grid while the coarser ones are made from what it was before.
fn finest_first(finer: &Topology, scales: &[f64]) -> Vec<Topology> {
    let Some((metres, coarser)) = scales.split_last() else { return Vec::new() };
    let thin = thinned(finer, *metres);
    let (level, others) =
        rayon::join(|| on_grid(&thin, *metres / LINES_A_PIXEL), || finest_first(&thin, coarser));
    std::iter::once(level).chain(others).collect()
}

/// The topology for one scale, in metres a pixel.
pub fn level_of_detail(topology: &Topology, metres_a_pixel: f64) -> Topology {
    on_grid(&thinned(topology, metres_a_pixel), metres_a_pixel / LINES_A_PIXEL)
}

/// Without what cannot be seen at a scale.
pub(super) fn thinned(topology: &Topology, metres_a_pixel: f64) -> Topology {
    let pixel = metres_a_pixel * metres_a_pixel;
    let large = topology.without_islets(ISLET_PIXELS * pixel);
    large.simplified(&[POINT_PIXELS * pixel]).pop().unwrap_or(large)
}

/// On the widest grid on which the borders stay apart, trying ever narrower ones from `step` metres on.
pub(super) fn on_grid(thin: &Topology, step: f64) -> Topology {
    let mut widest = step / thin.grid().step;
    loop {
        #[expect(clippy::cast_possible_truncation, reason = "some thousand steps of a grid")]
        let factor = (widest as i32).max(1);
        if let Some(wide) = thin.coarsened(factor) {
            return wide;
        }
        widest *= NARROWER;
    }
}
