//! Limits a reader can remember: multiples of a rounded step.

/// The steps that count as rounded, times a power of ten.
const STEPS: [f64; 4] = [1.0, 2.0, 2.5, 5.0];

/// The multiples of a step strictly between the least and the greatest value; of all rounded steps the one whose
/// number of classes is nearest to `n_classes`, the coarser of two equally near.
pub(super) fn breaks(sorted: &[f64], n_classes: usize) -> Vec<f64> {
    let (low, high) = (sorted[0], sorted[sorted.len() - 1]);
    if n_classes < 2 {
        return Vec::new();
    }
    // Halving first keeps the width of the widest values from overflowing.
    let width = (high / 2.0 - low / 2.0) / n_classes as f64 * 2.0;
    let exponent = width.log10().floor().clamp(-300.0, 300.0);
    let mut best: Vec<f64> = Vec::new();
    let mut best_miss = usize::MAX;
    for exponent in [exponent + 1.0, exponent, exponent - 1.0] {
        for step in STEPS.into_iter().rev() {
            let found = multiples_within(low, high, step, exponent, 2 * n_classes + 8);
            let miss = (found.len() + 1).abs_diff(n_classes);
            if miss < best_miss {
                (best, best_miss) = (found, miss);
            }
        }
    }
    best
}

/// The multiples of step·10^exponent strictly between `low` and `high`, at most `limit` of them. Decimal fractions are
/// divided out, not multiplied, so that 3 × 0.1 is written 0.3.
fn multiples_within(low: f64, high: f64, step: f64, exponent: f64, limit: usize) -> Vec<f64> {
    let power = 10.0_f64.powf(exponent.abs());
    let multiple = |k: f64| if exponent < 0.0 { k * step / power } else { k * step * power };
    let unit = multiple(1.0);
    let first = (low / unit).floor();
    (0..limit)
        .map(|k| multiple(first + k as f64))
        .skip_while(|&limit| limit <= low)
        .take_while(|&limit| limit < high)
        .collect()
}
