//! Whole numbers in proportion to weights.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// How many of `total` go to each weight, at least `least` and at most `most` of each: one after another to the one
/// with the largest weight / (2 · had + 1), Webster's method. The sum is `total` where the limits allow it. Of equals
/// the first in the list goes first.
pub(super) fn apportioned(weights: &[f64], total: usize, least: &[usize], most: &[usize]) -> Vec<usize> {
    let mut had: Vec<usize> = least.to_vec();
    let claim = |at: usize, had: usize| {
        let quotient = weights[at].max(0.0) / (2 * had + 1) as f64;
        // Bits of non-negative floats are ordered as the numbers are.
        (quotient.to_bits(), Reverse(at))
    };
    let mut claims: BinaryHeap<(u64, Reverse<usize>)> =
        (0..weights.len()).filter(|at| had[*at] < most[*at]).map(|at| claim(at, had[at])).collect();
    let mut left = total.saturating_sub(had.iter().sum());
    while left > 0 {
        let Some((_, Reverse(at))) = claims.pop() else { break };
        had[at] += 1;
        left -= 1;
        if had[at] < most[at] {
            claims.push(claim(at, had[at]));
        }
    }
    had
}

#[cfg(test)]
mod tests {
    use super::apportioned;

    #[test]
    fn seats_follow_websters_method_within_their_limits() {
        // 53, 24 and 23 percent of 10 seats: the last goes to 53 / 11 = 4.82, before 24 / 5 = 4.80.
        assert_eq!(apportioned(&[53.0, 24.0, 23.0], 10, &[0; 3], &[10; 3]), [6, 2, 2]);
        assert_eq!(apportioned(&[53.0, 24.0, 23.0], 10, &[0, 0, 4], &[10, 1, 10]), [5, 1, 4]);
        assert_eq!(apportioned(&[1.0, 1.0], 3, &[1, 1], &[9, 9]), [2, 1]);
        assert_eq!(apportioned(&[1.0], 5, &[0], &[2]), [2]);
    }
}
