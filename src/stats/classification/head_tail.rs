//! Head/tail breaks for heavily skewed values (Jiang 2013).

use crate::stats::summary::mean;

/// A head that holds more than this share of its part is no longer a minority, and is not divided further.
const LARGEST_HEAD: f64 = 0.4;

/// The mean of all, then the mean of those strictly above it, and so on while the head stays a minority.
pub(super) fn breaks(sorted: &[f64]) -> Vec<f64> {
    let mut breaks = Vec::new();
    let mut part = sorted;
    while let Some(mean) = mean(part) {
        let head = &part[part.partition_point(|&value| value <= mean)..];
        if head.is_empty() {
            break;
        }
        breaks.push(mean);
        if head.len() as f64 > LARGEST_HEAD * part.len() as f64 {
            break;
        }
        part = head;
    }
    breaks
}
