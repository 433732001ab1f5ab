//! Insets: the big city regions enlarged beside the whole country, where their small areas would be a few pixels.

use crate::geo::viewport::Viewport;

/// A part of the country drawn larger in a frame of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inset {
    /// Left, top, width and height of the frame, CSS pixels of the figure.
    pub frame: [f64; 4],
    /// Where the world lies in the figure for what is inside the frame.
    pub view: Viewport,
}

/// Room between frames and to the figure's edge, CSS pixels.
const GAP: f64 = 8.0;

/// Frames are no wider than this, and not drawn when they would be narrower than a third of it, CSS pixels.
const WIDEST: f64 = 128.0;

/// How much of the country an inset shows, metres from side to side: a city with its suburbs.
const REACH: f64 = 46_000.0;

/// Frames in a row at the lower edge of a figure, one a place (metres east and north), and how much of the figure's
/// height they take. None where there is no room.
pub fn row(places: &[[f64; 2]], width: f64, height: f64) -> (Vec<Inset>, f64) {
    let n = places.len() as f64;
    let side = ((width - GAP * (n + 1.0)) / n).min(WIDEST).floor();
    if places.is_empty() || side < WIDEST / 3.0 || height < side * 3.5 {
        return (Vec::new(), 0.0);
    }
    let first = ((width - n * side - (n - 1.0) * GAP) / 2.0).round();
    let top = (height - side - GAP).round();
    let frames = places.iter().enumerate().map(|(position, place)| {
        let left = first + position as f64 * (side + GAP);
        let k = side / REACH;
        let view = Viewport { k, tx: left + side / 2.0 - k * place[0], ty: top + side / 2.0 + k * place[1] };
        Inset { frame: [left, top, side, side], view }
    });
    (frames.collect(), side + 2.0 * GAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_lie_beside_each_other_inside_the_figure_with_their_places_in_the_middle() {
        let places = [[674_000.0, 6_580_000.0], [319_000.0, 6_400_000.0], [374_000.0, 6_163_000.0]];
        for (width, height) in [(300.0, 600.0), (520.0, 700.0), (1200.0, 800.0)] {
            let (insets, taken) = row(&places, width, height);
            assert_eq!(insets.len(), 3, "{width} × {height}");
            for (inset, place) in insets.iter().zip(places) {
                let [left, top, side, high] = inset.frame;
                assert!(left >= 0.0 && left + side <= width && top >= height - taken && top + high <= height);
                let [x, y] = inset.view.screen_from_world(place);
                assert!((x - left - side / 2.0).abs() < 1e-6 && (y - top - high / 2.0).abs() < 1e-6);
            }
            for pair in insets.windows(2) {
                assert!(pair[0].frame[0] + pair[0].frame[2] < pair[1].frame[0]);
            }
        }
    }

    #[test]
    fn there_are_none_without_room_or_places() {
        assert_eq!(row(&[[0.0, 0.0]; 3], 120.0, 600.0), (Vec::new(), 0.0));
        assert_eq!(row(&[[0.0, 0.0]; 3], 400.0, 300.0), (Vec::new(), 0.0));
        assert_eq!(row(&[], 400.0, 800.0), (Vec::new(), 0.0));
    }
}
