//! Sorting, for the whole house in one place.
//!
//! Every type and every closure that `slice::sort_by` meets makes a copy of the sorting of its own, some four kilobytes
//! of the application each time. Here there are two: one of positions and one of whole numbers. Native code that the
//! browser never loads may sort as it likes.

use std::cmp::Ordering;

/// The positions `0..n` in ascending order of what `compare` compares. Of equals the lower position comes first.
pub fn order(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..n).collect();
    positions.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    positions
}

/// A list in ascending order of what `compare` compares; equals keep their order.
pub fn sorted<T: Clone>(list: &[T], compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(list.len(), &|a, b| compare(&list[a], &list[b]));
    order.into_iter().map(|position| list[position].clone()).collect()
}

/// Sorts numbers in the order of [`f64::total_cmp`].
pub fn sort_numbers(numbers: &mut [f64]) {
    // A number's bits ascend with it; those of negative numbers do so when turned over, below all others.
    let key = |bits: u64| if bits >> 63 == 0 { bits ^ 1 << 63 } else { !bits };
    let number = |key: u64| if key >> 63 == 1 { key ^ 1 << 63 } else { !key };
    let mut keys: Vec<u64> = numbers.iter().map(|number| key(number.to_bits())).collect();
    sort_keys(&mut keys);
    for (place, sorted) in numbers.iter_mut().zip(keys) {
        *place = f64::from_bits(number(sorted));
    }
}

/// Sorts points by their first and then by their second coordinate, and leaves each only once.
pub fn sort_and_dedup_points(points: &mut Vec<[i32; 2]>) {
    // From the least of all up, so that the order of bits is the order of numbers.
    let high = |coordinate: i32| u64::from(coordinate.cast_unsigned() ^ 1 << 31);
    let mut keys: Vec<u64> = points.iter().map(|[x, y]| high(*x) << 32 | high(*y)).collect();
    sort_keys(&mut keys);
    keys.dedup();
    let coordinate = |key: u64| ((key & 0xFFFF_FFFF) as u32 ^ 1 << 31).cast_signed();
    points.clear();
    points.extend(keys.into_iter().map(|key| [coordinate(key >> 32), coordinate(key)]));
}

/// Sorts pairs by their first and then by their second number, and leaves each only once.
pub fn sort_and_dedup_pairs(pairs: &mut Vec<[u32; 2]>) {
    let mut keys: Vec<u64> = pairs.iter().map(|[a, b]| u64::from(*a) << 32 | u64::from(*b)).collect();
    sort_keys(&mut keys);
    keys.dedup();
    pairs.clear();
    pairs.extend(keys.into_iter().map(|key| [(key >> 32) as u32, (key & 0xFFFF_FFFF) as u32]));
}

#[inline(never)]
fn sort_keys(keys: &mut [u64]) {
    keys.sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_order_is_that_of_a_stable_sort(list in prop::collection::vec(0_u8..9, 0..80)) {
            let mut expected: Vec<usize> = (0..list.len()).collect();
            expected.sort_by_key(|position| list[*position]);
            prop_assert_eq!(order(list.len(), &|a, b| list[a].cmp(&list[b])), expected);
        }

        #[test]
        fn numbers_points_and_pairs_are_sorted_as_the_library_sorts(
            bits in prop::collection::vec(any::<u64>(), 0..80),
            few in prop::collection::vec((-2_i32..3, any::<bool>()), 0..80),
        ) {
            let mut numbers: Vec<f64> = bits.iter().map(|bits| f64::from_bits(*bits)).collect();
            numbers.extend([0.0, -0.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 1.0, -1.0]);
            let mut expected = numbers.clone();
            expected.sort_by(f64::total_cmp);
            sort_numbers(&mut numbers);
            let to_bits = |numbers: &[f64]| numbers.iter().map(|number| number.to_bits()).collect::<Vec<_>>();
            prop_assert_eq!(to_bits(&numbers), to_bits(&expected));

            let far = |(near, is_far): &(i32, bool)| if *is_far { near.wrapping_add(i32::MIN) } else { *near };
            let mut points: Vec<[i32; 2]> = few.windows(2).map(|two| [far(&two[0]), far(&two[1])]).collect();
            let mut pairs: Vec<[u32; 2]> = points.iter().map(|point| point.map(i32::cast_unsigned)).collect();
            let (mut sorted_points, mut sorted_pairs) = (points.clone(), pairs.clone());
            sorted_points.sort();
            sorted_points.dedup();
            sorted_pairs.sort();
            sorted_pairs.dedup();
            sort_and_dedup_points(&mut points);
            sort_and_dedup_pairs(&mut pairs);
            prop_assert_eq!(points, sorted_points);
            prop_assert_eq!(pairs, sorted_pairs);
        }
    }
}
