//! Chance over all areas: what Moran's I would be if values fell on areas at random.
//!
//! Shuffles are numbered and come from one seed, so that each is the same on any machine, in one go or in slices of a
//! few milliseconds.
//!
//! Drawing a shuffle costs more than using it, so shuffles are put together from parts: eight first ones and thirty-two
//! second ones, all drawn independently, make a block of 256, each first one followed by each second one. Every shuffle
//! has all orders equally likely, and any two of them are independent, also within a block: where they share a part,
//! the other parts alone make all pairs of orders equally likely. The number of shuffles that reach a value thus has
//! the mean and the variance that it has with 256 drawn one by one, and so has the p-value. Blocks share nothing.

use std::ops::Range;

use super::random::Random;
use super::{NoAutocorrelation, Weights, deviations};

/// The two-sided p-value min(1, 2(r + 1)/(R + 1)) of a statistic that `r` of `n` shuffles reach on its rarer side.
pub fn permutation_p(reached: u64, n: u64) -> f64 {
    (2.0 * (reached as f64 + 1.0) / (n as f64 + 1.0)).min(1.0)
}

/// Shuffles for Moran's I of all areas.
#[derive(Debug, Clone)]
pub struct MoranPermutation {
    deviations: Vec<f64>,
    /// The links of area i are `links[starts[i]..starts[i + 1]]`. Each link stands once, at the lesser of its areas, as
    /// the other area and the weights of both ways together.
    starts: Vec<usize>,
    links: Vec<(u32, f64)>,
    factor: f64,
    /// Moran's I of the values as they are, summed as those of the shuffles.
    observed: f64,
    seed: u64,
}

/// First parts of a block: they are worked on side by side, and a neighbour looked up serves them all.
const LANES: usize = 8;
/// Second parts of a block.
const TURNS: u64 = 32;

/// The values of all areas in [`LANES`] shuffles.
type Lanes = Vec<[f64; LANES]>;

/// Where the shuffles are made; it keeps the first parts of a block from turn to turn.
struct Workplace {
    block: Option<u64>,
    first: Lanes,
    order: Vec<u32>,
    both: Lanes,
}

impl MoranPermutation {
    /// Shuffles that [`MoranPermutation::statistics`] makes together: slices of whole blocks cost least.
    pub const BLOCK: u64 = LANES as u64 * TURNS;

    /// Prepares the shuffles of `values`.
    ///
    /// # Errors
    /// Why there is no Moran's I.
    pub fn new(values: &[f64], weights: &Weights, seed: u64) -> Result<Self, NoAutocorrelation> {
        let (deviations, squares) = deviations(values, weights)?;
        let mut starts = vec![0];
        let mut links = Vec::with_capacity(weights.n_links());
        for area_idx in 0..weights.n_areas() {
            let own = weights.weight_of(area_idx);
            let later = weights.neighbours_of(area_idx).iter().filter(|&&other| other as usize > area_idx);
            links.extend(later.map(|&other| (other, own + weights.weight_of(other as usize))));
            starts.push(links.len());
        }
        let factor = deviations.len() as f64 / weights.moments().0 / squares;
        let own: Lanes = deviations.iter().map(|&z| [z; LANES]).collect();
        let mut prepared = Self { deviations, starts, links, factor, observed: 0.0, seed };
        prepared.observed = factor * prepared.products(&own)[0];
        Ok(prepared)
    }

    /// Moran's I of the numbered shuffles: stop when time is up, go on later with the rest of the numbers.
    pub fn statistics(&self, numbers: Range<u64>) -> impl Iterator<Item = f64> + '_ {
        let lanes = LANES as u64;
        let mut place = self.workplace();
        (numbers.start / lanes..numbers.end.div_ceil(lanes)).flat_map(move |turn| {
            self.shuffle(turn, &mut place);
            let (numbers, products) = (numbers.clone(), self.products(&place.both));
            (turn * lanes..)
                .zip(products)
                .filter(move |(number, _)| numbers.contains(number))
                .map(|(_, product)| self.factor * product)
        })
    }

    /// Whether each of the numbered shuffles has a Moran's I at least as high as the values themselves, and whether one
    /// at least as low, for [`EarlyStopping`](super::EarlyStopping) to note. What differs by rounding alone is the same.
    pub fn sides(&self, numbers: Range<u64>) -> impl Iterator<Item = (bool, bool)> + '_ {
        const ROUNDING: f64 = 1e-12;
        self.statistics(numbers)
            .map(|shuffled| (shuffled >= self.observed - ROUNDING, shuffled <= self.observed + ROUNDING))
    }

    /// How many of the numbered shuffles are on each of the two [`MoranPermutation::sides`].
    pub fn reached(&self, numbers: Range<u64>) -> (u64, u64) {
        self.sides(numbers).fold((0, 0), |(high, low), (is_high, is_low)| {
            (high + u64::from(is_high), low + u64::from(is_low))
        })
    }

    fn workplace(&self) -> Workplace {
        let lanes = vec![[0.0; LANES]; self.deviations.len()];
        Workplace { block: None, first: lanes.clone(), order: Vec::new(), both: lanes }
    }

    /// Shuffles number 8·`turn` and the seven after it.
    fn shuffle(&self, turn: u64, place: &mut Workplace) {
        let block = turn / TURNS;
        // Every part of every block has a stream of its own.
        let stream = block * (LANES as u64 + TURNS);
        if place.block.replace(block) != Some(block) {
            let mut shuffled = self.deviations.clone();
            for lane in 0..LANES {
                Random::of_stream(self.seed, stream + lane as u64).shuffle(&mut shuffled);
                for (values, &value) in place.first.iter_mut().zip(&shuffled) {
                    values[lane] = value;
                }
            }
        }
        place.order.clear();
        place.order.extend((0..).take(self.deviations.len()));
        Random::of_stream(self.seed, stream + LANES as u64 + turn % TURNS).shuffle(&mut place.order);
        for (values, &from) in place.both.iter_mut().zip(&place.order) {
            *values = place.first[from as usize];
        }
    }

    /// Σ z_i Σ w_ij z_j of every lane.
    fn products(&self, z: &Lanes) -> [f64; LANES] {
        let mut products = [0.0; LANES];
        for (own, range) in z.iter().zip(self.starts.windows(2)) {
            let mut near = [0.0; LANES];
            for &(other, weight) in &self.links[range[0]..range[1]] {
                let other = &z[other as usize];
                (0..LANES).for_each(|lane| near[lane] += weight * other[lane]);
            }
            (0..LANES).for_each(|lane| products[lane] += own[lane] * near[lane]);
        }
        products
    }
}

#[cfg(test)]
mod tests {
    use super::super::Standard;
    use super::*;

    /// What the words at the top of the file rest on.
    #[test]
    fn any_two_shuffles_of_a_block_are_independent() {
        let weights = Weights::new(4, [(0, 1), (1, 2), (2, 3)], Standard::Rows).unwrap();
        let values = [0.0, 1.0, 2.0, 4.0];
        let shuffles = MoranPermutation::new(&values, &weights, 4).unwrap();
        let mut place = shuffles.workplace();
        // Where the first two values have gone: twelve ways, and 144 for two shuffles.
        let where_two_are = |both: &Lanes, lane: usize| {
            let place_of = |z: f64| both.iter().position(|values| values[lane] == z).unwrap();
            let (a, b) = (place_of(shuffles.deviations[0]), place_of(shuffles.deviations[1]));
            a * 3 + b - usize::from(b > a)
        };
        let mut met = [[0_u32; 144]; 3];
        const BLOCKS: u64 = 144 * 40;
        for block in 0..BLOCKS {
            shuffles.shuffle(block * TURNS, &mut place);
            let (one, same_second) = (where_two_are(&place.both, 0), where_two_are(&place.both, 1));
            shuffles.shuffle(block * TURNS + 1, &mut place);
            let (same_first, neither) = (where_two_are(&place.both, 0), where_two_are(&place.both, 1));
            for (met, other) in met.iter_mut().zip([same_second, same_first, neither]) {
                met[one * 12 + other] += 1;
            }
        }
        for met in met {
            // Chi-squared with 143 degrees of freedom: 210 is passed once in 5,000 seeds.
            let distance: f64 = met.iter().map(|&n| (f64::from(n) - 40.0).powi(2) / 40.0).sum();
            assert!(distance < 210.0, "{distance}");
        }
    }

    #[test]
    fn a_value_met_again_is_reached_from_both_sides() {
        // Of the 24 orders of 0, 1, 2, 4 in a row, two have the statistic of the row itself: it and its reverse.
        let weights = Weights::new(4, [(0, 1), (1, 2), (2, 3)], Standard::Rows).unwrap();
        let shuffles = MoranPermutation::new(&[0.0, 1.0, 2.0, 4.0], &weights, 9).unwrap();
        let (high, low) = shuffles.reached(0..12_000);
        let twice = high + low - 12_000;
        assert!((900..1_100).contains(&twice), "{high} {low}");
    }
}
