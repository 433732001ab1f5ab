//! Placing labels beside what they name, without overlap.

use super::{Align, PlacedText, Point, Rect, TextPen};
use crate::order::order;

/// Labels beside points, in the order of their importance: each as near its point as the earlier ones and the points
/// themselves allow, inside the bounds. With it the line that leads back to the point, where the label had to move.
/// A label without any room is left out: `None`.
pub(super) fn beside(
    named: &[(Point, String, TextPen)],
    bounds: Rect,
) -> Vec<Option<(PlacedText, Option<[Point; 2]>)>> {
    const CLEAR: f64 = 6.0;
    let dots: Vec<Rect> = named
        .iter()
        .map(|(at, ..)| Rect { left: at.x - 5.0, top: at.y - 5.0, right: at.x + 5.0, bottom: at.y + 5.0 })
        .collect();
    let mut taken: Vec<Rect> = Vec::new();
    let place = |(at, text, pen): &(Point, String, TextPen)| {
        let fits = |label: &PlacedText| {
            let own = label.bounds();
            own.left >= bounds.left
                && own.right <= bounds.right
                && own.top >= bounds.top
                && own.bottom <= bounds.bottom
                && taken.iter().chain(&dots).all(|other| !other.overlaps(&own))
        };
        let label = (0..7).flat_map(around).find_map(|(dx, dy, align)| {
            let at = Point { x: at.x + dx, y: at.y + dy };
            let label = PlacedText { at, text: text.clone(), pen: pen.align(align) };
            fits(&label).then_some((label, dx.abs() + dy.abs() > 3.0 * CLEAR + 10.0))
        });
        let (label, is_far) = label?;
        let own = label.bounds();
        taken.push(own);
        let end = Point { x: at.x.clamp(own.left, own.right), y: at.y.clamp(own.top, own.bottom) };
        Some((label, is_far.then_some([*at, end])))
    };
    named.iter().map(place).collect()
}

/// Offsets of a label from its point in a ring around it, the best first.
fn around(ring: i32) -> Vec<(f64, f64, Align)> {
    let (near, far) = (9.0 + 6.0 * f64::from(ring), 15.0 + 17.0 * f64::from(ring));
    vec![
        (near, 0.0, Align::Start),
        (-near, 0.0, Align::End),
        (near * 0.5, -far, Align::Start),
        (near * 0.5, far, Align::Start),
        (-near * 0.5, -far, Align::End),
        (-near * 0.5, far, Align::End),
        (0.0, -far, Align::Middle),
        (0.0, far, Align::Middle),
    ]
}

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
