//! Random numbers and shuffles, the same on every machine.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Whole numbers of one stream of ChaCha with 8 rounds.
pub(super) struct Random(ChaCha8Rng);

impl Random {
    pub(super) fn of_stream(seed: u64, stream: u64) -> Self {
        let mut generator = ChaCha8Rng::seed_from_u64(seed);
        generator.set_stream(stream);
        Self(generator)
    }

    /// A number below `end`, all equally likely (Lemire 2019).
    pub(super) fn below(&mut self, end: usize) -> usize {
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        loop {
            let product = u64::from(self.0.next_u32()) * u64::from(end);
            let low = product & u64::from(u32::MAX);
            if low >= u64::from(end) || low >= u64::from(end.wrapping_neg() % end) {
                return (product >> 32) as usize;
            }
        }
    }

    /// Fisher and Yates' shuffle: all orders equally likely.
    pub(super) fn shuffle<T: Copy>(&mut self, items: &mut [T]) {
        let mut left = items.len();
        while left > 1 {
            // Four ends below 2¹⁶ have a product that fits 64 bits.
            let n_drawn = if (4..1 << 16).contains(&left) { 4 } else { 1 };
            let drawn = self.places(left, n_drawn);
            for (last, &place) in (0..left).rev().zip(&drawn[..n_drawn]) {
                items.swap(last, place);
            }
            left -= n_drawn;
        }
    }

    /// A number below `end`, one below `end` − 1 and so on, `n_drawn` in all, from 64 bits at once: all of them equally
    /// likely together (Brackett-Rozinsky & Lemire 2024).
    fn places(&mut self, end: usize, n_drawn: usize) -> [usize; 4] {
        let ends = || (0..n_drawn as u64).map(|k| end as u64 - k);
        let all: u64 = ends().product();
        loop {
            let mut drawn = [0; 4];
            let mut rest = self.0.next_u64();
            for (place, end) in drawn.iter_mut().zip(ends()) {
                let product = u128::from(rest) * u128::from(end);
                (*place, rest) = halves(product);
            }
            if rest >= all || rest >= all.wrapping_neg() % all {
                return drawn;
            }
        }
    }
}

/// The upper 64 bits, as a place, and the lower ones.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the upper half is below a length, the lower is meant to be cut"
)]
fn halves(product: u128) -> (usize, u64) {
    ((product >> 64) as usize, product as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_comes_up_as_often() {
        // Five items: four places from one draw, and none left over.
        let mut met = std::collections::BTreeMap::new();
        for stream in 0..24_000 {
            let mut items = [0, 1, 2, 3, 4];
            Random::of_stream(1, stream).shuffle(&mut items);
            *met.entry(items).or_insert(0_u32) += 1;
        }
        assert_eq!(met.len(), 120);
        // Chi-squared with 119 degrees of freedom: 180 is passed once in 4,000 seeds.
        let distance: f64 = met.values().map(|&n| (f64::from(n) - 200.0).powi(2) / 200.0).sum();
        assert!(distance < 180.0, "{distance}");
    }

    #[test]
    fn nothing_is_lost_in_a_long_shuffle() {
        let mut items: Vec<u32> = (0..70_000).collect();
        Random::of_stream(2, 0).shuffle(&mut items);
        assert!(items.iter().zip(0..).filter(|(item, place)| *item == place).count() < 10);
        items.sort_unstable();
        assert!(items.into_iter().eq(0..70_000));
    }
}
