//! Chance, by shuffling: what the statistics would be if values fell on areas at random.
//!
//! Every shuffle has a stream of its own from one seed, so that it comes out the same on any machine, in one go or in
//! slices of a few milliseconds.

use std::ops::Range;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

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
    seed: u64,
}

/// So many shuffles are worked on side by side: a neighbour looked up serves them all.
const LANES: usize = 4;

impl MoranPermutation {
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
        Ok(Self { deviations, starts, links, factor, seed })
    }

    /// Moran's I of the numbered shuffles: stop when time is up, go on later with the rest of the numbers.
    pub fn statistics(&self, numbers: Range<u64>) -> impl Iterator<Item = f64> + '_ {
        let mut shuffled = vec![[0.0; LANES]; self.deviations.len()];
        let mut order = Vec::with_capacity(self.deviations.len());
        numbers.clone().step_by(LANES).flat_map(move |first| {
            let batch = first..numbers.end.min(first.saturating_add(LANES as u64));
            let n_wanted = batch.clone().count();
            for (lane, number) in batch.enumerate() {
                self.shuffle(number, lane, &mut order, &mut shuffled);
            }
            self.products(&shuffled).into_iter().take(n_wanted).map(|product| self.factor * product)
        })
    }

    /// Fisher and Yates' shuffle, put into one lane. Places are shuffled rather than values: they are half as large,
    /// and stay in the fastest memory.
    fn shuffle(&self, number: u64, lane: usize, order: &mut Vec<u32>, shuffled: &mut [[f64; LANES]]) {
        let mut random = Random::of_stream(self.seed, number);
        order.clear();
        order.extend((0..).take(self.deviations.len()));
        for last in (1..order.len()).rev() {
            order.swap(last, random.below(last + 1));
        }
        for (place, &from) in shuffled.iter_mut().zip(order.iter()) {
            place[lane] = self.deviations[from as usize];
        }
    }

    /// Σ z_i Σ w_ij z_j of every lane.
    fn products(&self, z: &[[f64; LANES]]) -> [f64; LANES] {
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

/// Shuffles round every area, its own value kept in place: how often chance gives its neighbours a mean as high, and
/// as low, as theirs. It serves local Moran and G* alike, which rise with that mean.
///
/// One draw of areas serves all: an area with k neighbours takes the first k drawn, itself passed over. Areas with the
/// same k, in order of what their neighbours have, are then told apart from the draw by a binary search, and a hundred
/// thousand shuffles of six thousand areas take a fraction of a second.
#[derive(Debug, Clone)]
pub struct LocalPermutation {
    deviations: Vec<f64>,
    classes: Vec<Class>,
    /// Class and place within it of every area; `None` for an area without neighbours.
    places: Vec<Option<(usize, usize)>>,
    tolerance: f64,
    seed: u64,
    n_done: u64,
}

/// The areas that have the same number of neighbours.
#[derive(Debug, Clone)]
struct Class {
    n_neighbours: usize,
    /// Sums of the neighbours' values, ascending.
    observed: Vec<f64>,
    /// Running differences of the number of shuffles that reached the sum from above: the areas before a place.
    high_until: Vec<u64>,
    /// The same from below: the areas from a place on.
    low_from: Vec<u64>,
    /// Corrections for areas that were drawn themselves.
    own_high: Vec<i64>,
    own_low: Vec<i64>,
}

impl LocalPermutation {
    /// Prepares the shuffles of `values`.
    ///
    /// # Errors
    /// Why there is no local Moran.
    pub fn new(values: &[f64], weights: &Weights, seed: u64) -> Result<Self, NoAutocorrelation> {
        let (deviations, _) = deviations(values, weights)?;
        let mut areas: Vec<(usize, f64, usize)> = (0..weights.n_areas())
            .map(|area_idx| {
                let own = weights.neighbours_of(area_idx);
                (own.len(), own.iter().map(|&other| deviations[other as usize]).sum(), area_idx)
            })
            .filter(|&(n_neighbours, ..)| n_neighbours > 0)
            .collect();
        areas.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
        let mut places = vec![None; deviations.len()];
        let mut classes = Vec::new();
        for members in areas.chunk_by(|a, b| a.0 == b.0) {
            for (place, &(_, _, area_idx)) in members.iter().enumerate() {
                places[area_idx] = Some((classes.len(), place));
            }
            classes.push(Class::new(members[0].0, members.iter().map(|member| member.1).collect()));
        }
        let largest = deviations.iter().fold(0.0_f64, |largest, z| largest.max(z.abs()));
        let tolerance = 1e-12 * largest * classes.last().map_or(0.0, |class| class.n_neighbours as f64);
        Ok(Self { deviations, classes, places, tolerance, seed, n_done: 0 })
    }

    /// Makes `n` more shuffles.
    pub fn advance(&mut self, n: u64) {
        // One more than the most neighbours, for the area that passes itself over.
        let most = self.classes.last().map_or(0, |class| class.n_neighbours) + 1;
        let mut order: Vec<usize> = (0..self.deviations.len()).collect();
        let mut drawn: Vec<usize> = Vec::with_capacity(most);
        let mut sums: Vec<f64> = Vec::with_capacity(most + 1);
        for number in self.n_done..self.n_done + n {
            let mut random = Random::of_stream(self.seed, number);
            drawn.clear();
            sums.clear();
            sums.push(0.0);
            for place in 0..most.min(order.len()) {
                let from = place + random.below(order.len() - place);
                drawn.push(from);
                order.swap(place, from);
                sums.push(sums[place] + self.deviations[order[place]]);
            }
            for class in &mut self.classes {
                class.count(sums[class.n_neighbours], self.tolerance);
            }
            for (place, &area_idx) in order[..drawn.len()].iter().enumerate() {
                self.pass_over(area_idx, place, &sums);
            }
            // Back to the order of the start: no shuffle depends on those before it.
            for (place, &from) in drawn.iter().enumerate().rev() {
                order.swap(place, from);
            }
        }
        self.n_done += n;
    }

    /// Number of shuffles made.
    pub fn n_done(&self) -> u64 {
        self.n_done
    }

    /// The two-sided p-value of every area so far; `None` for an area without neighbours.
    pub fn p_values(&self) -> Vec<Option<f64>> {
        let by_class: Vec<Vec<u64>> = self.classes.iter().map(Class::reached).collect();
        let p = |place: (usize, usize)| permutation_p(by_class[place.0][place.1], self.n_done);
        self.places.iter().map(|place| place.map(p)).collect()
    }

    /// Counts again for an area that is the draw's own `place`: where its k neighbours would have held itself, it takes
    /// the one drawn after them instead.
    fn pass_over(&mut self, area_idx: usize, place: usize, sums: &[f64]) {
        let Some((class, own_place)) = self.places[area_idx] else { return };
        let (tolerance, own) = (self.tolerance, self.deviations[area_idx]);
        let class = &mut self.classes[class];
        let k = class.n_neighbours;
        if place >= k || k + 1 >= sums.len() {
            return;
        }
        let observed = class.observed[own_place];
        let (wrong, right) = (sums[k], sums[k + 1] - own);
        let step = |right: bool, wrong: bool| i64::from(right) - i64::from(wrong);
        class.own_high[own_place] += step(right >= observed - tolerance, wrong >= observed - tolerance);
        class.own_low[own_place] += step(right <= observed + tolerance, wrong <= observed + tolerance);
    }
}

impl Class {
    fn new(n_neighbours: usize, observed: Vec<f64>) -> Self {
        let n = observed.len();
        Self {
            n_neighbours,
            observed,
            high_until: vec![0; n + 1],
            low_from: vec![0; n + 1],
            own_high: vec![0; n],
            own_low: vec![0; n],
        }
    }

    /// Notes one shuffle: it reaches from above all areas whose sum is at most the drawn one, from below the others.
    fn count(&mut self, drawn: f64, tolerance: f64) {
        self.high_until[self.observed.partition_point(|&observed| observed - tolerance <= drawn)] += 1;
        self.low_from[self.observed.partition_point(|&observed| observed + tolerance < drawn)] += 1;
    }

    /// How many shuffles reached each area's sum on its rarer side.
    fn reached(&self) -> Vec<u64> {
        let n = self.observed.len();
        let mut high = vec![0_u64; n];
        let mut sum = 0;
        for place in (0..n).rev() {
            sum += self.high_until[place + 1];
            high[place] = sum.saturating_add_signed(self.own_high[place]);
        }
        let mut sum = 0;
        (0..n)
            .map(|place| {
                sum += self.low_from[place];
                high[place].min(sum.saturating_add_signed(self.own_low[place]))
            })
            .collect()
    }
}

/// Whole numbers of one stream of ChaCha with 8 rounds: the same on every machine.
struct Random(ChaCha8Rng);

impl Random {
    fn of_stream(seed: u64, stream: u64) -> Self {
        let mut generator = ChaCha8Rng::seed_from_u64(seed);
        generator.set_stream(stream);
        Self(generator)
    }

    /// A number below `end`, all equally likely (Lemire 2019).
    fn below(&mut self, end: usize) -> usize {
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        loop {
            let product = u64::from(self.0.next_u32()) * u64::from(end);
            let low = product & u64::from(u32::MAX);
            if low >= u64::from(end) || low >= u64::from(end.wrapping_neg() % end) {
                return (product >> 32) as usize;
            }
        }
    }
}
