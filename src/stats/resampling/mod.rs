//! Chance, simulated: tables of counts redrawn, one numbered replicate at a time.
//!
//! Each replicate has a stream of its own from one seed, so that it comes out the same whatever came before it: on one
//! thread or several, in one go or in slices of a few milliseconds.

mod binomial;
mod hypergeometric;
mod interval;

use std::ops::Range;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

pub use interval::{Interval, basic_interval, permutation_p};

use super::counts::Counts;
use super::segregation::Undefined;
use binomial::binomial;
use hypergeometric::hypergeometric;

/// What stays fixed, and what chance decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Each area keeps its persons, who are drawn anew from the area's own composition (multinomial). For the interval of
    /// an index.
    WithinAreas,
    /// Each group keeps its members, who are drawn anew over areas from the group's own distribution (multinomial). For
    /// bias-corrected dissimilarity (Allen et al. 2015).
    WithinGroups,
    /// Each area keeps its persons, who are drawn from the composition of the whole (multinomial; binomial for two
    /// groups): no separation but by chance (Carrington & Troske 1997).
    Even,
    /// Areas keep their persons and groups their members; who lives where is shuffled (multivariate hypergeometric). For
    /// permutation tests.
    FixedMargins,
}

/// Draws replicates of a table of counts.
#[derive(Debug, Clone)]
pub struct Resampler {
    counts: Counts,
    scheme: Scheme,
    seed: u64,
    /// For the multinomial schemes, the chance that a person not in an earlier cell of its row is in this one.
    chances: Vec<f64>,
}

impl Resampler {
    /// Prepares to redraw `counts`.
    ///
    /// # Errors
    /// Where the counts are not whole.
    pub fn new(counts: &Counts, scheme: Scheme, seed: u64) -> Result<Self, Undefined> {
        if !counts.is_whole() {
            return Err(Undefined::FractionalCounts);
        }
        let chances = match scheme {
            Scheme::WithinAreas => counts.areas().flat_map(conditional_chances).collect(),
            Scheme::WithinGroups => {
                (0..counts.n_groups()).flat_map(|group| conditional_chances(&counts.group(group))).collect()
            }
            Scheme::Even => conditional_chances(counts.group_totals()),
            Scheme::FixedMargins => Vec::new(),
        };
        Ok(Self { counts: counts.clone(), scheme, seed, chances })
    }

    /// A table of the right shape for [`Resampler::draw`] to write into, once for many draws.
    #[must_use]
    pub fn blank(&self) -> Counts {
        self.counts.clone()
    }

    /// Draws replicate `number` into a table made by [`Resampler::blank`].
    pub fn draw(&self, number: u64, into: &mut Counts) {
        let mut random = Random::of_stream(self.seed, number);
        let (counts, n_groups) = (&self.counts, self.counts.n_groups());
        if n_groups == 0 {
            return;
        }
        into.refill(|cells| match self.scheme {
            Scheme::WithinAreas => {
                let rows = cells.chunks_exact_mut(n_groups).zip(self.chances.chunks_exact(n_groups));
                for ((row, chances), &persons) in rows.zip(counts.area_totals()) {
                    multinomial(&mut random, persons, chances, row.iter_mut());
                }
            }
            Scheme::Even => {
                for (row, &persons) in cells.chunks_exact_mut(n_groups).zip(counts.area_totals()) {
                    multinomial(&mut random, persons, &self.chances, row.iter_mut());
                }
            }
            Scheme::WithinGroups => {
                let columns = self.chances.chunks_exact(counts.n_areas().max(1));
                for (group, (chances, &members)) in columns.zip(counts.group_totals()).enumerate() {
                    let column = cells.iter_mut().skip(group).step_by(n_groups);
                    multinomial(&mut random, members, chances, column);
                }
            }
            Scheme::FixedMargins => {
                let mut left = counts.group_totals().to_vec();
                for (row, &persons) in cells.chunks_exact_mut(n_groups).zip(counts.area_totals()) {
                    deal(&mut random, persons, &mut left, row);
                }
            }
        });
    }

    /// A statistic of each numbered replicate, as an iterator: stop when time is up, go on later with the rest of the
    /// numbers.
    pub fn estimates<'a, S, F>(&'a self, numbers: Range<u64>, statistic: F) -> impl Iterator<Item = S> + 'a
    where
        F: Fn(&Counts) -> S + 'a,
    {
        let mut table = self.blank();
        numbers.map(move |number| {
            self.draw(number, &mut table);
            statistic(&table)
        })
    }
}

/// Uniform numbers of one stream of ChaCha with 8 rounds: the same on every machine.
struct Random(ChaCha8Rng);

impl Random {
    fn of_stream(seed: u64, stream: u64) -> Self {
        let mut generator = ChaCha8Rng::seed_from_u64(seed);
        generator.set_stream(stream);
        Self(generator)
    }

    /// A number in [0, 1), a multiple of 2⁻⁵³.
    fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }
}

/// The chance of each cell among itself and the later ones.
fn conditional_chances(members: &[f64]) -> Vec<f64> {
    let mut rest: f64 = members.iter().sum();
    members
        .iter()
        .map(|n| {
            let chance = if rest > 0.0 { (n / rest).min(1.0) } else { 0.0 };
            rest -= n;
            chance
        })
        .collect()
}

/// Persons dealt to cells by their conditional chances.
fn multinomial<'a>(
    random: &mut Random,
    persons: f64,
    chances: &[f64],
    cells: impl Iterator<Item = &'a mut f64>,
) {
    let mut left = persons;
    for (cell, &chance) in cells.zip(chances) {
        *cell = if left > 0.0 { binomial(random, left, chance) } else { 0.0 };
        left -= *cell;
    }
}

/// Persons dealt to an area from the members of each group who are left.
fn deal(random: &mut Random, persons: f64, left: &mut [f64], row: &mut [f64]) {
    let mut wanted = persons;
    let mut others: f64 = left.iter().sum();
    for (cell, members) in row.iter_mut().zip(left) {
        others -= *members;
        *cell = hypergeometric(random, *members, others, wanted);
        wanted -= *cell;
        *members -= *cell;
    }
}
