//! Classes by whole standard deviations from the mean, divisor n − 1.

use crate::stats::summary::{Divisor, mean, standard_deviation};

/// Limits at mean + k·s: k = …, −2, −1, 1, 2, … for an odd number of classes and …, −1, 0, 1, … for an even one.
/// Five classes are those of `mapclassify.StdMean`.
pub(super) fn breaks(sorted: &[f64], n_classes: usize) -> Vec<f64> {
    let (Some(mean), Some(deviation)) = (mean(sorted), standard_deviation(sorted, Divisor::LessOne)) else {
        return Vec::new();
    };
    multiples(n_classes).into_iter().map(|multiple| mean + multiple * deviation).collect()
}

fn multiples(n_classes: usize) -> Vec<f64> {
    let reach = (n_classes / 2) as f64;
    if n_classes.is_multiple_of(2) {
        (1..n_classes).map(|class| class as f64 - reach).collect()
    } else {
        (1..n_classes).map(|class| class as f64 - reach).map(|k| if k <= 0.0 { k - 1.0 } else { k }).collect()
    }
}
