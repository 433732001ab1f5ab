//! Quantile classes: limits at the k-th parts of the values, type 7 of Hyndman & Fan.

use crate::stats::quantile::quantile;

/// Limits at 1/n, 2/n, … of the ascending values. Limits that fall together, and one that would leave the last class
/// empty, are dropped: equal values are never split.
pub(super) fn breaks(sorted: &[f64], n_classes: usize) -> Vec<f64> {
    let share_of = |class: usize| class as f64 / n_classes as f64;
    let mut breaks: Vec<f64> = (1..n_classes).filter_map(|class| quantile(sorted, share_of(class))).collect();
    breaks.dedup();
    breaks.retain(|limit| sorted.last().is_some_and(|greatest| limit < greatest));
    breaks
}
