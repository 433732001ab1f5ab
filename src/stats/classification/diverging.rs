//! Classes on both sides of a centre, for instance the national value.

use crate::stats::quantile::{quantile, sorted};

/// Limits at equal distances on both sides of the centre, so that equally strong colors mean equally far from it.
/// The distances are quantiles of all distances from the centre: a heavy tail on one side does not empty the classes
/// near it. An even number of classes has the centre as a limit, an odd number has it in the middle of a class.
pub(super) fn breaks(ascending: &[f64], center: f64, n_classes: usize) -> Vec<f64> {
    if !center.is_finite() {
        return Vec::new();
    }
    let distances: Vec<f64> = ascending.iter().map(|value| (value - center).abs().min(f64::MAX)).collect();
    let distances = sorted(&distances);
    // The j-th limit from the centre leaves (2j − 1)/n or 2j/n of the values nearer to it.
    let inner = if n_classes.is_multiple_of(2) { 2 } else { 1 };
    let mut breaks: Vec<f64> = (inner..n_classes)
        .step_by(2)
        .filter_map(|share| quantile(&distances, share as f64 / n_classes as f64))
        .filter(|distance| *distance > 0.0 && distances.last().is_some_and(|farthest| distance < farthest))
        .flat_map(|distance| [center - distance, center + distance])
        .collect();
    if n_classes.is_multiple_of(2) {
        breaks.push(center);
    }
    breaks
}
