//! Classes of equal width between the least and the greatest value.

/// Limits at equal steps. A class between two limits may be empty; the first and the last never are.
pub(super) fn breaks(sorted: &[f64], n_classes: usize) -> Vec<f64> {
    let (low, high) = (sorted[0], sorted[sorted.len() - 1]);
    let mut breaks: Vec<f64> = (1..n_classes)
        .map(|class| class as f64 / n_classes as f64)
        .map(|share| {
            let step = high - low;
            if step.is_finite() { low + step * share } else { low * (1.0 - share) + high * share }
        })
        .collect();
    breaks.retain(|&limit| low <= limit && limit < high);
    breaks
}
