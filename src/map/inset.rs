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

/// Frames beside the country, one a place (metres east and north), with the figure's width and height that they take: a
/// row at the lower edge of a high figure, a column at the right of a broad one. None where there is no room.
pub fn placed(places: &[[f64; 2]], width: f64, height: f64) -> (Vec<Inset>, [f64; 2]) {
    let is_broad = width > height;
    let (along, across) = if is_broad { (height, width) } else { (width, height) };
    let n = places.len() as f64;
    let widest = if is_broad { WIDEST * 1.6 } else { WIDEST };
    let side = ((along - GAP * (n + 1.0)) / n).min(widest).floor();
    // Beside a broad country of a third of its height there is room anyway.
    let need = if is_broad { height * 0.5 + side } else { side * 3.5 };
    if places.is_empty() || side < WIDEST / 3.0 || across < need {
        return (Vec::new(), [0.0; 2]);
    }
    let first = ((along - n * side - (n - 1.0) * GAP) / 2.0).round();
    let edge = (across - side - GAP).round();
    let frames = places.iter().enumerate().map(|(position, place)| {
        let place_along = first + position as f64 * (side + GAP);
        let [left, top] = if is_broad { [edge, place_along] } else { [place_along, edge] };
        let k = side / REACH;
        let view = Viewport { k, tx: left + side / 2.0 - k * place[0], ty: top + side / 2.0 + k * place[1] };
        Inset { frame: [left, top, side, side], view }
    });
    let taken = side + 2.0 * GAP;
    (frames.collect(), if is_broad { [taken, 0.0] } else { [0.0, taken] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_lie_beside_each_other_inside_the_figure_with_their_places_in_the_middle() {
        let places = [[674_000.0, 6_580_000.0], [319_000.0, 6_400_000.0], [374_000.0, 6_163_000.0]];
        for (width, height) in [(300.0, 600.0), (520.0, 700.0), (1200.0, 800.0), (640.0, 600.0)] {
            let (insets, taken) = placed(&places, width, height);
            assert_eq!(insets.len(), 3, "{width} × {height}");
            for (inset, place) in insets.iter().zip(places) {
                let [left, top, side, high] = inset.frame;
                assert!(left >= 0.0 && left + side <= width && top >= 0.0 && top + high <= height);
                assert!(left >= width - taken[0] || top >= height - taken[1], "clear of the country");
                let [x, y] = inset.view.screen_from_world(place);
                assert!((x - left - side / 2.0).abs() < 1e-6 && (y - top - high / 2.0).abs() < 1e-6);
            }
            for pair in insets.windows(2) {
                let ([a, b], [side, high]) =
                    ([pair[0].frame, pair[1].frame], [pair[0].frame[2], pair[0].frame[3]]);
                assert!(a[0] + side < b[0] || a[1] + high < b[1]);
            }
        }
    }

    #[test]
    fn there_are_none_without_room_or_places() {
        let none = (Vec::new(), [0.0; 2]);
        assert_eq!(placed(&[[0.0, 0.0]; 3], 120.0, 600.0), none);
        assert_eq!(placed(&[[0.0, 0.0]; 3], 400.0, 410.0), none);
        assert_eq!(placed(&[], 400.0, 800.0), none);
    }
}
