//! Values of larger areas from those of their municipalities.

/// The mean of values, weighted; `None` when no weight is above 0.
pub(super) fn weighted_mean(pairs: impl IntoIterator<Item = (f64, f64)>) -> Option<f64> {
    let (sum, weight) = pairs
        .into_iter()
        .fold((0.0, 0.0), |(sum, total), (value, weight)| (sum + value * weight, total + weight));
    (weight > 0.0).then(|| sum / weight)
}

/// The median of all households together, from `(median, number of households)` of each part, when within each part
/// incomes are log-logistic with shape 4: the part below x is 1 / (1 + (median / x)⁴). `None` when there are none.
pub(super) fn mixture_median(parts: &[(f64, f64)]) -> Option<f64> {
    let households: f64 = parts.iter().map(|(_, households)| households).sum();
    let mut low = parts.iter().map(|(median, _)| *median).fold(f64::INFINITY, f64::min);
    let mut high = parts.iter().map(|(median, _)| *median).fold(0.0, f64::max);
    if households <= 0.0 {
        return None;
    }
    let below = |x: f64| {
        let part = |(median, households): &(f64, f64)| {
            let ratio = (median / x) * (median / x);
            households / (1.0 + ratio * ratio)
        };
        parts.iter().map(part).sum::<f64>() / households
    };
    // Halving 60 times finds the last bit that an f64 can tell.
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if below(middle) < 0.5 {
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
        let same = mixture_median(&[(400.0, 10.0), (400.0, 90.0)]).unwrap();
        assert!((same - 400.0).abs() < 1e-9);
        let between = mixture_median(&[(300.0, 50.0), (500.0, 50.0)]).unwrap();
        // Half of each part's households above and below: (300/x)⁴ · (500/x)⁴ = 1 for two equal parts.
        assert!((between - (300.0_f64 * 500.0).sqrt()).abs() < 1e-9, "{between}");
        assert_eq!(mixture_median(&[]), None);
    }

    #[test]
    fn a_weighted_mean_without_weight_does_not_exist() {
        assert_eq!(weighted_mean([(3.0, 1.0), (6.0, 2.0)]), Some(5.0));
        assert_eq!(weighted_mean([(3.0, 0.0)]), None);
    }
}
