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
use binomial::Chance;
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
    chances: Vec<Chance>,
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
        self.begin(number).advance(usize::MAX, into);
    }

    /// Begins replicate `number`, to be drawn some cells at a time: it comes out as [`Resampler::draw`] makes it,
    /// however it is divided.
    #[must_use]
    pub fn begin(&self, number: u64) -> Drawing<'_> {
        let left = match self.scheme {
            Scheme::FixedMargins => self.counts.group_totals().to_vec(),
            Scheme::WithinAreas | Scheme::WithinGroups | Scheme::Even => Vec::new(),
        };
        Drawing { resampler: self, random: Random::of_stream(self.seed, number), next: 0, left }
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

/// A replicate on its way.
#[derive(Debug)]
pub struct Drawing<'a> {
    resampler: &'a Resampler,
    random: Random,
    /// The next area; with [`Scheme::WithinGroups`], the next cell of all groups one after another.
    next: usize,
    /// Members of each group not yet dealt, with [`Scheme::FixedMargins`]; of the group drawn last, with
    /// [`Scheme::WithinGroups`].
    left: Vec<f64>,
}

impl Drawing<'_> {
    /// Draws about `n_cells` more cells, whole areas where areas are drawn, into a table made by
    /// [`Resampler::blank`], the same each time. Says whether the replicate is complete; only then are the table's sums
    /// those of its cells.
    pub fn advance(&mut self, n_cells: usize, into: &mut Counts) -> bool {
        let n_groups = self.resampler.counts.n_groups();
        if n_groups == 0 {
            return true;
        }
        into.refill(|cells| match self.resampler.scheme {
            Scheme::WithinGroups => self.by_group(n_cells, cells),
            Scheme::WithinAreas | Scheme::Even | Scheme::FixedMargins => {
                self.by_area(n_cells.div_ceil(n_groups), cells)
            }
        })
    }

    fn by_area(&mut self, n_areas: usize, cells: &mut [f64]) -> bool {
        let Self { resampler: Resampler { counts, scheme, chances, .. }, random, next, left } = self;
        let n_groups = counts.n_groups();
        let end = next.saturating_add(n_areas).min(counts.n_areas());
        let rows = cells.chunks_exact_mut(n_groups).zip(counts.area_totals()).enumerate();
        for (area, (row, &persons)) in rows.take(end).skip(*next) {
            match scheme {
                Scheme::FixedMargins => deal(random, persons, left, row),
                Scheme::Even => multinomial(random, persons, chances, row),
                _ => multinomial(random, persons, &chances[area * n_groups..(area + 1) * n_groups], row),
            }
        }
        *next = end;
        end == counts.n_areas()
    }

    fn by_group(&mut self, n_cells: usize, cells: &mut [f64]) -> bool {
        let counts = &self.resampler.counts;
        let (n_areas, n_groups) = (counts.n_areas(), counts.n_groups());
        let end = self.next.saturating_add(n_cells).min(cells.len());
        for place in self.next..end {
            let (group, area) = (place / n_areas, place % n_areas);
            if area == 0 {
                self.left = vec![counts.group_totals()[group]];
            }
            cells[area * n_groups + group] =
                one_cell(&mut self.random, &mut self.left[0], &self.resampler.chances[place]);
        }
        self.next = end;
        end == cells.len()
    }
}

/// Uniform numbers of one stream of ChaCha with 8 rounds: the same on every machine.
#[derive(Debug)]
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
fn conditional_chances(members: &[f64]) -> Vec<Chance> {
    let mut rest: f64 = members.iter().sum();
    members
        .iter()
        .map(|n| {
            let chance = if rest > 0.0 { (n / rest).min(1.0) } else { 0.0 };
            rest -= n;
            Chance::new(chance)
        })
        .collect()
}

/// Persons dealt to cells by their conditional chances.
fn multinomial(random: &mut Random, persons: f64, chances: &[Chance], cells: &mut [f64]) {
    let mut left = persons;
    for (cell, chance) in cells.iter_mut().zip(chances) {
        *cell = one_cell(random, &mut left, chance);
    }
}

/// How many of those left fall into a cell; they are then left no more.
fn one_cell(random: &mut Random, left: &mut f64, chance: &Chance) -> f64 {
    let drawn = chance.successes(random, *left);
    *left -= drawn;
    drawn
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
