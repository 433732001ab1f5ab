//! Placing labels beside what they name, without overlap.

use crate::order::order;

/// Positions as near the `wanted` ones as possible (least sum of squared displacements) with at least `gap` between
/// neighbours, in the order of the wanted positions, within `low`–`high`. Where there is no room for all, they are
/// spread evenly over `low`–`high`, closer than `gap`.
///
/// Pool-adjacent-violators on positions less their rank times the gap (Barlow et al. 1972).
pub fn spread(wanted: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let n = wanted.len();
    let Some(last) = n.checked_sub(1) else { return Vec::new() };
    let gap = if last > 0 { gap.min((high - low).max(0.0) / last as f64) } else { gap };
    let order = order(n, &|a, b| wanted[a].total_cmp(&wanted[b]));
    // Less their rank times the gap, positions only have to ascend; and they may move in low ..= high − last·gap.
    let mut pools: Vec<(f64, usize)> = Vec::with_capacity(n);
    for (rank, &label) in order.iter().enumerate() {
        let mut pool = (wanted[label] - rank as f64 * gap, 1);
        while let Some(&(mean, size)) = pools.last().filter(|(mean, _)| *mean > pool.0) {
            pools.pop();
            let total = size + pool.1;
            pool = ((mean * size as f64 + pool.0 * pool.1 as f64) / total as f64, total);
        }
        pools.push(pool);
    }
    let top = (high - last as f64 * gap).max(low);
    let mut placed = vec![0.0; n];
    let ascending =
        pools.into_iter().flat_map(|(mean, size)| std::iter::repeat_n(mean.clamp(low, top), size));
    for ((rank, &label), position) in order.iter().enumerate().zip(ascending) {
        placed[label] = position + rank as f64 * gap;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    #[test]
    fn labels_with_room_stay_and_crowded_ones_share_the_move() {
        assert_eq!(spread(&[10.0, 50.0], 15.0, 0.0, 100.0), [10.0, 50.0]);
        assert_eq!(spread(&[50.0, 50.0, 50.0], 10.0, 0.0, 100.0), [40.0, 50.0, 60.0]);
        assert_eq!(spread(&[99.0, 98.0], 10.0, 0.0, 100.0), [100.0, 90.0]);
        assert_eq!(spread(&[5.0; 3], 100.0, 0.0, 100.0), [0.0, 50.0, 100.0]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_two_overlap_and_none_leaves(wanted in prop::collection::vec(-20.0..320.0_f64, 0..9)) {
            let placed = spread(&wanted, 17.0, 0.0, 300.0);
            let mut sorted = placed.clone();
            sorted.sort_by(f64::total_cmp);
            prop_assert!(sorted.windows(2).all(|pair| pair[1] - pair[0] >= 17.0 - 1e-9));
            prop_assert!(sorted.iter().all(|position| (-1e-9..=300.0 + 1e-9).contains(position)));
            for (i, j) in (0..wanted.len()).flat_map(|i| (0..i).map(move |j| (i, j))) {
                prop_assert!((wanted[i] < wanted[j]) <= (placed[i] < placed[j]));
            }
        }
    }
}
