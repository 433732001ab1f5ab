//! Placing many values of one axis so that each can be seen: dots that do not touch, or columns of their number.

use super::{Point, Rect};
use crate::order::order;

/// More dots than these are columns.
const MOST_DOTS: usize = 600;

/// Dots of the greatest radius with which none overlaps another and all fit in the height: each stands at its own x, as
/// near the middle as the earlier ones allow. `None` where they are too many.
pub(super) fn swarm(xs: &[f64], middle: f64, half_height: f64) -> Option<(Vec<Point>, f64)> {
    if xs.len() > MOST_DOTS {
        return None;
    }
    let order = order(xs.len(), &|a, b| xs[a].total_cmp(&xs[b]));
    [3.5, 3.0, 2.5, 2.0, 1.6, 1.3].into_iter().find_map(|radius| {
        let mut offsets = vec![0.0_f64; xs.len()];
        for (rank, &dot) in order.iter().enumerate() {
            let near: Vec<(f64, f64)> = order[..rank]
                .iter()
                .rev()
                .map(|&other| (xs[dot] - xs[other], offsets[other]))
                .take_while(|(dx, _)| *dx < 2.0 * radius)
                .collect();
            let touching = near.iter().flat_map(|(dx, offset)| {
                let dy = (4.0 * radius * radius - dx * dx).max(0.0).sqrt();
                [offset - dy, offset + dy]
            });
            let clear = |offset: &f64| {
                near.iter()
                    .all(|(dx, other)| dx * dx + (offset - other).powi(2) >= 4.0 * radius * radius - 1e-6)
            };
            let nearest = std::iter::once(0.0)
                .chain(touching)
                .filter(clear)
                .min_by(|a: &f64, b: &f64| a.abs().total_cmp(&b.abs()).then(a.total_cmp(b)));
            offsets[dot] = nearest?;
            if offsets[dot].abs() > half_height - radius {
                return None;
            }
        }
        let dot = |index: usize| Point { x: xs[index], y: middle + offsets[index] };
        // A hair smaller than the distance, so that neighbours do not touch.
        Some(((0..xs.len()).map(dot).collect(), radius - 0.4))
    })
}

/// Columns `step` pixels apart, as high as they have values, around the middle.
pub(super) fn columns(xs: &[f64], plot: &Rect, step: f64) -> Vec<Rect> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a column of a picture's width"
    )]
    let column = |x: f64| ((x - plot.left) / step).max(0.0) as usize;
    let mut counts = vec![0_u32; column(plot.right) + 1];
    for &x in xs {
        let last = counts.len() - 1;
        counts[column(x).min(last)] += 1;
    }
    let most = f64::from(counts.iter().copied().max().unwrap_or(1).max(1));
    let middle = (plot.top + plot.bottom) / 2.0;
    let rect = |(index, count): (usize, &u32)| {
        let half = (f64::from(*count) / most * plot.height() / 2.0).round().max(0.5);
        let left = (plot.left + index as f64 * step).round();
        let right = (plot.left + (index + 1) as f64 * step).round() - 1.0;
        Rect { left, top: middle - half, right, bottom: middle + half }
    };
    counts.iter().enumerate().filter(|(_, count)| **count > 0).map(rect).collect()
}
