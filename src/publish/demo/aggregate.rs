//! The middle of mixtures of incomes.

/// The part of persons (or households) with incomes below `x` where the median is `median`, when incomes are log-logistic
/// with shape 4: 1 / (1 + (median / x)⁴).
pub(super) fn part_below(median: f64, x: f64) -> f64 {
    let ratio = (median / x) * (median / x);
    1.0 / (1.0 + ratio * ratio)
}

/// The income below which the part `p` of all together lies, from the medians and weights of parts that are log-logistic
/// with shape 4 each. `None` when there are none.
pub(super) fn mixture_quantile(parts: &[(f64, f64)], p: f64) -> Option<f64> {
    let mut all = 0.0;
    let (mut low, mut high) = (f64::INFINITY, 0.0_f64);
    for (median, weight) in parts {
        all += weight;
        (low, high) = (low.min(*median), high.max(*median));
    }
    if all <= 0.0 {
        return None;
    }
    if parts.len() == 1 && p == 0.5 {
        return Some(parts[0].0);
    }
    // A part's quantile is its median times ((1 − p)/p)^¼ to one side; at ¹⁄₁₆ that is a factor below 2.
    (low, high) = (low / 2.0, high * 2.0);
    // Halving 40 times leaves a trillionth of the width.
    for _ in 0..40 {
        let middle = 0.5 * (low + high);
        let mut below = 0.0;
        for (median, weight) in parts {
            below += weight * part_below(*median, middle);
        }
        if below < p * all {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(0.5 * (low + high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mixture_of_equal_parts_has_their_median_and_lies_between_unequal_ones() {
        let same = mixture_quantile(&[(400.0, 10.0), (400.0, 90.0)], 0.5).unwrap();
        assert!((same - 400.0).abs() < 1e-9);
        let between = mixture_quantile(&[(300.0, 50.0), (500.0, 50.0)], 0.5).unwrap();
        // Half of each part's households above and below: (300/x)⁴ · (500/x)⁴ = 1 for two equal parts.
        assert!((between - (300.0_f64 * 500.0).sqrt()).abs() < 1e-9, "{between}");
        assert_eq!(mixture_quantile(&[], 0.5), None);
    }

    #[test]
    fn a_quantile_has_its_part_below() {
        for p in [0.2, 0.4, 0.6, 0.8] {
            let limit = mixture_quantile(&[(250.0, 1.0)], p).unwrap();
            assert!((part_below(250.0, limit) - p).abs() < 1e-9);
        }
    }
}
