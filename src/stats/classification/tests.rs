//! Truths of every method, then figures printed elsewhere.

use super::*;
use proptest::prelude::*;

fn breaks(values: &[f64], method: Method, n_classes: usize) -> Vec<f64> {
    Classification::of(values, method, n_classes).breaks().to_vec()
}

fn every_method() -> impl Strategy<Value = Method> {
    prop_oneof![
        Just(Method::Quantile),
        Just(Method::EqualInterval),
        Just(Method::NaturalBreaks),
        Just(Method::StandardDeviation),
        Just(Method::HeadTail),
        Just(Method::Rounded),
        prop::collection::vec(prop::num::f64::ANY, 0..6).prop_map(Method::Manual),
        prop::num::f64::ANY.prop_map(|center| Method::Diverging { center }),
    ]
}

/// The least sum of squared deviations and, among the divisions that reach it, the lowest limits: by trying all.
fn by_trying_all(sorted: &[f64], n_classes: usize) -> (f64, Vec<f64>) {
    let distinct: Vec<f64> = {
        let mut distinct = sorted.to_vec();
        distinct.dedup();
        distinct
    };
    let n_classes = n_classes.min(distinct.len());
    let mut best = (f64::INFINITY, Vec::new());
    let mut limits: Vec<usize> = (0..n_classes - 1).collect();
    loop {
        let chosen: Vec<f64> = limits.iter().map(|&idx| distinct[idx]).collect();
        let cost = spread(sorted, &chosen);
        if cost < best.0 - 1e-9 * (1.0 + best.0.min(1e9)) {
            best = (cost, chosen);
        }
        // The next choice of limits in lexicographic order.
        let Some(step) =
            (0..limits.len()).rev().find(|&at| limits[at] + 1 < distinct.len() - (limits.len() - at))
        else {
            return best;
        };
        limits[step] += 1;
        for at in step + 1..limits.len() {
            limits[at] = limits[at - 1] + 1;
        }
    }
}

fn spread(sorted: &[f64], limits: &[f64]) -> f64 {
    let classes = Classification::from_breaks(Method::Manual(Vec::new()), limits.to_vec());
    (0..classes.n_classes())
        .map(|class| {
            let members: Vec<f64> =
                sorted.iter().copied().filter(|&v| classes.class_of(v) == class).collect();
            let mean = members.iter().sum::<f64>() / members.len() as f64;
            members.iter().map(|v| (v - mean).powi(2)).sum::<f64>()
        })
        .sum()
}

proptest! {
    #[test]
    fn limits_ascend_and_every_value_has_one_class(
        values in prop::collection::vec(prop::num::f64::NORMAL | prop::num::f64::ZERO, 0..40),
        method in every_method(), n_classes in 0_usize..12,
    ) {
        let classes = Classification::of(&values, method, n_classes);
        prop_assert!(classes.breaks().iter().all(|limit| limit.is_finite()));
        prop_assert!(classes.breaks().windows(2).all(|pair| pair[0] < pair[1]));
        for &value in &values {
            let holding: Vec<usize> = (0..classes.n_classes()).filter(|&class| {
                let (below, upto) = classes.limits_of(class);
                below.is_none_or(|limit| value > limit) && upto.is_none_or(|limit| value <= limit)
            }).collect();
            prop_assert_eq!(holding, vec![classes.class_of(value)]);
        }
        prop_assert_eq!(classes.counts(&values).iter().sum::<usize>(), values.len());
    }

    #[test]
    fn no_more_classes_than_asked_for_and_none_of_them_empty_at_the_ends(
        values in prop::collection::vec(-20_i32..20, 1..60), n_classes in 1_usize..10,
    ) {
        let values: Vec<f64> = values.into_iter().map(|v| f64::from(v) / 4.0).collect();
        for method in [Method::Quantile, Method::EqualInterval, Method::NaturalBreaks] {
            let classes = Classification::of(&values, method, n_classes);
            prop_assert!(classes.n_classes() <= n_classes);
            let counts = classes.counts(&values);
            prop_assert!(counts[0] > 0 && counts[counts.len() - 1] > 0);
        }
    }

    #[test]
    fn natural_breaks_are_the_best_there_are_and_the_lowest_among_equals(
        values in prop::collection::vec(0_i32..30, 1..14), n_classes in 1_usize..6, decimals in 0_usize..3,
    ) {
        let unit = [1.0, 10.0, 100.0][decimals];
        let mut whole: Vec<f64> = values.into_iter().map(f64::from).collect();
        whole.sort_unstable_by(f64::total_cmp);
        let (least, lowest) = by_trying_all(&whole, n_classes);
        let scaled: Vec<f64> = whole.iter().map(|value| value / unit).collect();
        let found = breaks(&scaled, Method::NaturalBreaks, n_classes);
        let found: Vec<f64> = found.iter().map(|limit| (limit * unit).round()).collect();
        prop_assert_eq!(&found, &lowest, "least {}", least);
    }

    #[test]
    fn a_shift_and_a_scale_change_no_class(
        values in prop::collection::vec(0_i32..1000, 2..80), n_classes in 2_usize..9,
    ) {
        let plain: Vec<f64> = values.iter().map(|&v| f64::from(v)).collect();
        let moved: Vec<f64> = plain.iter().map(|v| v * 4.0 - 512.0).collect();
        for method in [Method::Quantile, Method::NaturalBreaks, Method::HeadTail, Method::StandardDeviation] {
            let a = Classification::of(&plain, method.clone(), n_classes);
            let b = Classification::of(&moved, method.clone(), n_classes);
            // A value that is the mean itself, or a limit between two values, may fall on either side by rounding.
            for (i, &limit) in a.breaks().iter().enumerate() {
                prop_assert!((limit * 4.0 - 512.0 - b.breaks()[i]).abs() < 1e-9 * (1.0 + limit.abs()), "{:?}", method);
            }
        }
    }

    #[test]
    fn a_diverging_scale_is_symmetric(
        values in prop::collection::vec(-100_i32..300, 2..80), n_classes in 2_usize..10, center in -20_i32..60,
    ) {
        let values: Vec<f64> = values.into_iter().map(f64::from).collect();
        let center = f64::from(center);
        let classes = Classification::of(&values, Method::Diverging { center }, n_classes);
        let found = classes.breaks();
        for (low, high) in found.iter().zip(found.iter().rev()) {
            prop_assert!((center - low - (high - center)).abs() < 1e-9);
        }
        prop_assert!(found.is_empty() || found.contains(&center) == n_classes.is_multiple_of(2));
    }
}

#[test]
fn values_that_cannot_be_divided_form_one_class() {
    for method in [
        Method::Quantile,
        Method::EqualInterval,
        Method::NaturalBreaks,
        Method::StandardDeviation,
        Method::HeadTail,
        Method::Rounded,
        Method::Diverging { center: 0.0 },
    ] {
        for values in [&[][..], &[7.5], &[7.5; 9], &[0.0; 9], &[0.0, -0.0, 0.0], &[f64::NAN, 3.0]] {
            assert!(breaks(values, method.clone(), 5).is_empty(), "{} of {values:?}", method.id());
        }
        assert_eq!(Classification::of(&[], method, 5).class_of(12.0), 0);
    }
}

#[test]
fn a_value_equal_to_a_limit_belongs_below_it() {
    let classes = Classification::from_breaks(Method::Manual(vec![]), vec![10.0, 5.0, 10.0, f64::NAN]);
    assert_eq!(classes.breaks(), [5.0, 10.0]);
    assert_eq!([4.0, 5.0, 5.1, 10.0, 11.0].map(|v| classes.class_of(v)), [0, 0, 1, 1, 2]);
    assert_eq!(classes.limits_of(0), (None, Some(5.0)));
    assert_eq!(classes.limits_of(2), (Some(10.0), None));
}

#[test]
fn fewer_values_than_classes_give_a_class_each() {
    assert_eq!(breaks(&[3.0, 1.0, 2.0], Method::NaturalBreaks, 7), [1.0, 2.0]);
    assert_eq!(breaks(&[1.0, 1.0, 1.0, 9.0], Method::NaturalBreaks, 5), [1.0]);
}

#[test]
fn quantiles_never_split_ties() {
    // Nine of ten are 0: the only limit left is 0 itself.
    let mut values = vec![0.0; 9];
    values.push(4.0);
    assert_eq!(breaks(&values, Method::Quantile, 5), [0.0]);
    assert_eq!(Classification::of(&values, Method::Quantile, 5).counts(&values), [9, 1]);
}

#[test]
fn equal_intervals_of_one_to_eleven() {
    assert_eq!(breaks(&[1.0, 11.0, 2.0], Method::EqualInterval, 5), [3.0, 5.0, 7.0, 9.0]);
}

#[test]
fn five_standard_deviation_classes_have_the_mean_in_the_third() {
    let values = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];
    let s = (32.0_f64 / 7.0).sqrt();
    assert_eq!(
        breaks(&values, Method::StandardDeviation, 5),
        [5.0 - 2.0 * s, 5.0 - s, 5.0 + s, 5.0 + 2.0 * s]
    );
    assert_eq!(breaks(&values, Method::StandardDeviation, 4), [5.0 - s, 5.0, 5.0 + s]);
}

#[test]
fn head_and_tail_of_powers_of_two() {
    // Means 1023/10 and, of 128 256 512, 298.67; the head of the latter is one of three and is not divided.
    let values: Vec<f64> = (0..10).map(|k| f64::from(1 << k)).collect();
    assert_eq!(breaks(&values, Method::HeadTail, 2), [102.3, 896.0 / 3.0]);
    // An even spread has half of its values above the mean: one limit, then stop.
    assert_eq!(breaks(&[1.0, 2.0, 3.0, 4.0], Method::HeadTail, 5), [2.5]);
}

#[test]
fn rounded_limits_are_written_short() {
    assert_eq!(breaks(&[0.03, 0.61], Method::Rounded, 6), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
    assert_eq!(breaks(&[0.0, 100.0], Method::Rounded, 5), [20.0, 40.0, 60.0, 80.0]);
    assert_eq!(
        breaks(&[212_300.0, 689_000.0], Method::Rounded, 5),
        [300_000.0, 400_000.0, 500_000.0, 600_000.0]
    );
    assert_eq!(breaks(&[-3.0, 7.0], Method::Rounded, 2), [0.0]);
}

#[test]
fn zero_lies_inside_or_at_the_edge_of_a_diverging_class() {
    let values = [-4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 50.0];
    let odd = Classification::of(&values, Method::Diverging { center: 0.0 }, 5);
    assert_eq!(odd.class_of(0.0), 2);
    assert_eq!(odd.limits_of(2).0, odd.limits_of(2).1.map(|limit| -limit));
    let even = Classification::of(&values, Method::Diverging { center: 0.0 }, 4);
    assert_eq!((even.class_of(-0.1), even.class_of(0.0), even.class_of(0.1)), (1, 1, 2));
    // The one far value does not stretch the inner classes.
    assert!(odd.breaks().iter().all(|limit| limit.abs() < 5.0));
}

#[test]
fn a_far_value_does_not_blur_the_rest() {
    // With the far value in a class of its own, the others divide as they would alone, at either end.
    let near = [0.0, 0.1, 0.2, 5.0, 5.1, 5.2, 9.0, 9.1];
    for far in [1e12, -1e12] {
        let mut values = near.to_vec();
        values.push(far);
        let with_far = breaks(&values, Method::NaturalBreaks, 4);
        let alone = breaks(&near, Method::NaturalBreaks, 3);
        assert!(alone.iter().all(|limit| with_far.contains(limit)), "{with_far:?} against {alone:?}");
    }
}
