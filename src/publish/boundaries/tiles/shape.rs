//! The outline of all hexagons together: as the country is wide where people live, and leaning as it does.

use super::{Laid, Tile};

/// How much higher than wide the whole is.
const HEIGHT: f64 = 1.6;
/// How much of the leaning is kept: all of it would pull the country apart.
const LEAN: f64 = 0.6;
/// Part of all people whose places decide how wide a row is and where it lies.
const WINDOW: f64 = 0.12;
/// Standard deviations that people's eastings span in a row, roughly.
const SPAN: f64 = 3.5;

/// As many hexagons as all areas need, in rows without gaps.
pub(super) fn shape(areas: &[Laid], counts: &[usize]) -> Vec<Tile> {
    let total: usize = counts.iter().sum();
    let mut from_north: Vec<usize> = (0..areas.len()).collect();
    from_north.sort_by(|a, b| areas[*b].at[1].total_cmp(&areas[*a].at[1]).then(a.cmp(b)));
    let whole = spread(areas, counts, &from_north, 0.0, 1.0);
    let all = total as f64;
    // Rows are √3/2 apart.
    let n_rows = (HEIGHT * all / 0.866).sqrt().max(1.0).round();
    let width = all / n_rows;
    let scale = width / whole.1.max(1.0);
    let (mut tiles, mut row) = (Vec::with_capacity(total), 0);
    while tiles.len() < total {
        let part = tiles.len() as f64 / all;
        let (middle, span) = spread(areas, counts, &from_north, part - WINDOW / 2.0, part + WINDOW / 2.0);
        let wanted = (0.35 * width + 0.65 * span * scale).clamp(0.3 * width, 2.0 * width).round().max(1.0);
        let first = (LEAN * (middle - whole.0) * scale - wanted / 2.0).round();
        #[expect(clippy::cast_possible_truncation, reason = "some thousand hexagons at most")]
        let (first, wanted) = (first as i32, wanted as i32);
        let left = i32::try_from(total - tiles.len()).unwrap_or(i32::MAX);
        // A last row that would be but a few is spread over the one before by being part of it.
        let n = if left < wanted + wanted / 2 { left } else { wanted };
        tiles.extend((first..first + n).map(|column| Tile { row, column }));
        row += 1;
    }
    let west = tiles.iter().map(|tile| tile.column).min().unwrap_or(0);
    tiles.iter_mut().for_each(|tile| tile.column -= west);
    tiles
}

/// The mean easting of those people who, counted from the north, are between two parts of all, and how many metres
/// they span from east to west.
fn spread(areas: &[Laid], counts: &[usize], from_north: &[usize], from: f64, to: f64) -> (f64, f64) {
    let all: usize = counts.iter().sum();
    let (low, high) = (from * all as f64, to * all as f64);
    let (mut n, mut sum, mut squares, mut had) = (0.0, 0.0, 0.0, 0.0);
    // From some place in the middle, so that squares are not lost in rounding.
    let origin = areas.first().map_or(0.0, |area| area.at[0]);
    for area in from_north {
        let count = counts[*area] as f64;
        let inside = (had + count).min(high) - f64::max(had, low);
        had += count;
        if inside > 0.0 {
            let east = areas[*area].at[0] - origin;
            n += inside;
            sum += inside * east;
            squares += inside * east * east;
        }
    }
    let mean = sum / f64::max(n, 1e-9);
    let variance = (squares / f64::max(n, 1e-9) - mean * mean).max(0.0);
    (origin + mean, SPAN * variance.sqrt())
}
