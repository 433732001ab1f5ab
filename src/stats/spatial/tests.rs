//! Truths of the spatial statistics; the figures of published data sets are in the integration tests.

use super::*;
use proptest::prelude::*;

/// A grid of areas that touch along an edge.
fn grid(width: usize, height: usize, standard: Standard) -> Weights {
    let idx = |x: usize, y: usize| y * width + x;
    let right = (0..height).flat_map(|y| (1..width).map(move |x| (idx(x - 1, y), idx(x, y))));
    let down = (1..height).flat_map(|y| (0..width).map(move |x| (idx(x, y - 1), idx(x, y))));
    Weights::new(width * height, right.chain(down), standard).unwrap()
}

#[test]
fn a_chess_board_is_as_unlike_as_can_be() {
    let board: Vec<f64> = (0..64).map(|k| f64::from((k + k / 8) % 2)).collect();
    let weights = grid(8, 8, Standard::Binary);
    assert!((moran(&board, &weights).unwrap().statistic + 1.0).abs() < 1e-12);
    assert!(geary(&board, &weights).unwrap().statistic > 1.9);
    let halves: Vec<f64> = (0..64).map(|k| f64::from(u8::from(k >= 32))).collect();
    assert!(moran(&halves, &weights).unwrap().statistic > 0.8);
    assert!(getis_ord(&halves, &weights).unwrap()[60].unwrap() > 1.0);
}

#[test]
fn an_absence_has_its_reason() {
    let weights = grid(3, 3, Standard::Rows);
    assert_eq!(moran(&[5.0; 9], &weights), Err(NoAutocorrelation::AllAlike));
    assert_eq!(
        moran(&[1.0, 2.0], &weights),
        Err(NoAutocorrelation::DifferentLengths { values: 2, areas: 9 })
    );
    let apart = Weights::new(5, [], Standard::Rows).unwrap();
    assert_eq!(geary(&[1.0, 2.0, 3.0, 4.0, 5.0], &apart), Err(NoAutocorrelation::NoNeighbours));
    let few = Weights::new(3, [(0, 1)], Standard::Rows).unwrap();
    assert_eq!(moran(&[1.0, 2.0, 3.0], &few), Err(NoAutocorrelation::TooFewAreas));
}

#[test]
fn an_area_without_neighbours_has_no_local_statistic() {
    let weights = Weights::new(6, [(0, 1), (1, 2), (2, 3), (3, 4)], Standard::Rows).unwrap();
    let values = [1.0, 2.0, 4.0, 3.0, 7.0, 100.0];
    assert!(local_moran(&values, &weights).unwrap()[5].is_none());
    assert!(local_geary(&values, &weights).unwrap()[5].is_none());
    assert!(getis_ord(&values, &weights).unwrap()[5].is_none());
    let mut shuffles = LocalPermutation::new(&values, &weights, 1).unwrap();
    shuffles.advance(99);
    assert_eq!(
        shuffles.p_values().iter().map(Option::is_some).collect::<Vec<_>>(),
        [true, true, true, true, true, false]
    );
}

#[test]
fn links_are_checked_and_kept_both_ways() {
    let weights = Weights::new(3, [(0, 1), (1, 0), (2, 1)], Standard::Rows).unwrap();
    assert_eq!((weights.n_links(), weights.neighbours_of(1), weights.weight_of(1)), (2, &[0, 2][..], 0.5));
    assert_eq!(
        Weights::new(3, [(0, 3)], Standard::Rows),
        Err(WeightsError::UnknownArea { area_idx: 3, n_areas: 3 })
    );
    assert_eq!(Weights::new(3, [(1, 1)], Standard::Rows), Err(WeightsError::OwnNeighbour { area_idx: 1 }));
    let among = weights.among(&[1, 2]);
    assert_eq!((among.n_areas(), among.neighbours_of(0)), (2, &[1][..]));
}

/// What the shuffles promise to be: for each area, drawn neighbours among all the others.
#[test]
fn local_shuffles_agree_with_all_there_are() {
    // Five areas in a row and a sixth beside the middle one: every choice of k neighbours among the five others.
    let weights = Weights::new(6, [(0, 1), (1, 2), (2, 3), (3, 4), (2, 5)], Standard::Rows).unwrap();
    let values = [1.0, 2.0, 4.0, 3.0, 7.0, 7.0];
    let mut shuffles = LocalPermutation::new(&values, &weights, 7).unwrap();
    shuffles.advance(40_000);
    for (area_idx, p) in shuffles.p_values().into_iter().enumerate() {
        let own = weights.neighbours_of(area_idx);
        let observed: f64 = own.iter().map(|&other| values[other as usize]).sum();
        let choices: Vec<f64> = (0_u32..64)
            .filter(|set| set.count_ones() as usize == own.len() && set & (1 << area_idx) == 0)
            .map(|set| (0..6).filter(|bit| set & (1 << bit) != 0).map(|bit| values[bit]).sum())
            .collect();
        let share = |reached: fn(f64, f64) -> bool| {
            choices.iter().filter(|&&sum| reached(sum, observed)).count() as f64 / choices.len() as f64
        };
        let expected = (2.0 * share(|sum, seen| sum >= seen).min(share(|sum, seen| sum <= seen))).min(1.0);
        let p = p.unwrap();
        assert!((p - expected).abs() < 0.02, "area {area_idx}: {p} against {expected}");
    }
}

#[test]
fn shuffles_are_the_same_in_one_go_and_in_slices() {
    let weights = grid(7, 5, Standard::Rows);
    let values: Vec<f64> = (0..35).map(|k| f64::from(k * 7 % 11)).collect();
    let mut whole = LocalPermutation::new(&values, &weights, 3).unwrap();
    whole.advance(500);
    let mut sliced = LocalPermutation::new(&values, &weights, 3).unwrap();
    [200, 1, 299].into_iter().for_each(|n| sliced.advance(n));
    assert_eq!(whole.p_values(), sliced.p_values());
    let global = MoranPermutation::new(&values, &weights, 3).unwrap();
    let at_once: Vec<f64> = global.statistics(0..700).collect();
    let slices = [0..25, 25..40, 40..40, 40..300, 300..700];
    let later: Vec<f64> = slices.into_iter().flat_map(|slice| global.statistics(slice)).collect();
    assert_eq!(at_once, later);
}

#[test]
fn shuffled_moran_has_the_mean_and_variance_of_theory() {
    let weights = grid(9, 6, Standard::Rows);
    let values: Vec<f64> = (0..54).map(|k| f64::from(k * k % 37)).collect();
    let theory = moran(&values, &weights).unwrap();
    let shuffled: Vec<f64> =
        MoranPermutation::new(&values, &weights, 5).unwrap().statistics(0..20_000).collect();
    let mean = mean(&shuffled).unwrap();
    let variance = shuffled.iter().map(|i| (i - mean).powi(2)).sum::<f64>() / shuffled.len() as f64;
    assert!((mean - theory.expected).abs() < 4.0 * (theory.variance_random / 20_000.0).sqrt());
    assert!((variance / theory.variance_random - 1.0).abs() < 0.05, "{variance} {}", theory.variance_random);
}

#[test]
fn rates_of_few_persons_are_pulled_less_far_out() {
    // The same share is worth more where more persons are behind it.
    let rates = standardised_rates(&[10.0, 100.0, 20.0, 500.0], &[50.0, 500.0, 400.0, 10_000.0]).unwrap();
    assert!(rates[1] > rates[0] && rates[0] > 0.0);
    assert_eq!(standardised_rates(&[0.0, 0.0], &[5.0, 5.0]), None);
    assert_eq!(standardised_rates(&[1.0, 0.0], &[5.0, 0.0]), None);
}

proptest! {
    #[test]
    fn identities_on_any_map(
        values in prop::collection::vec(-1e6..1e6_f64, 12), links in prop::collection::vec((0_usize..12, 0_usize..12), 1..40),
        scale in 0.001..1000.0_f64, shift in -1e5..1e5_f64,
    ) {
        let links: Vec<(usize, usize)> = links.into_iter().filter(|(a, b)| a != b).collect();
        prop_assume!(!links.is_empty());
        for standard in [Standard::Rows, Standard::Binary] {
            let weights = Weights::new(12, links.iter().copied(), standard).unwrap();
            let (s0, s1, s2) = weights.moments();
            prop_assert!(s0 > 0.0 && s1 > 0.0 && s2 > 0.0);
            let Ok(found) = moran(&values, &weights) else { return Ok(()) };
            let c = geary(&values, &weights).unwrap();
            for value in [found.z_normal(), found.z_random(), c.z_normal(), c.z_random(), c.statistic] {
                prop_assert!(value.is_finite());
            }
            prop_assert!(c.statistic >= 0.0);
            // The local parts add up to the whole: ΣI_i = (n − 1) S₀/n · I, and Σc_i = 2 S₀ n/(n − 1) · C.
            let parts: f64 = local_moran(&values, &weights).unwrap().iter().flatten().map(|p| p.statistic).sum();
            prop_assert!((parts - 11.0 * s0 / 12.0 * found.statistic).abs() < 1e-9 * (1.0 + parts.abs()));
            let parts: f64 = local_geary(&values, &weights).unwrap().iter().flatten().sum();
            prop_assert!((parts - 2.0 * s0 * 12.0 / 11.0 * c.statistic).abs() < 1e-9 * (1.0 + parts.abs()));
            let moved: Vec<f64> = values.iter().map(|value| value * scale + shift).collect();
            if let Ok(again) = moran(&moved, &weights) {
                prop_assert!((again.statistic - found.statistic).abs() < 1e-6);
            }
        }
    }
}
