//! Incomes: the median of households, and persons by the nation's fifths. Within each small area incomes are log-logistic
//! with shape 4; areas differ in their median.

use super::aggregate::{mixture_quantile, part_below};
use super::apportion::apportioned;
use super::character::Character;
use super::field::{Stream, bounded, growth, neighbour_field};
use super::people::{N_YEARS, People};
use rayon::prelude::*;

/// The nation's median household income in thousand SEK at the prices of 2024, 2011 to 2024.
const NATION: [f64; N_YEARS] =
    [388.0, 399.0, 409.0, 419.0, 431.0, 440.0, 446.0, 450.0, 455.0, 459.0, 471.0, 459.0, 451.0, 458.0];

/// The standard deviation of the logarithm of the areas' medians, of households and of persons' economic standard: larger
/// households with lower standard make the first smaller.
const SPREAD: [f64; 2] = [0.2, 0.205];

/// Households by person.
pub(super) const HOUSEHOLDS: f64 = 0.47;

/// Medians of every small area.
pub(super) struct Incomes {
    /// Median household income by year and area, thousand SEK.
    pub(super) households: Vec<Vec<f64>>,
    /// Median economic standard, the nation's mean over areas being about 1, by year and area.
    standard: Vec<Vec<f64>>,
}

impl Incomes {
    /// Modelled for the small areas.
    pub(super) fn new(seed: u64, people: &People, character: &Character) -> Self {
        let mut stream = Stream::new(seed, "medians");
        let drift = neighbour_field(&mut stream, &character.neighbours, 8);
        let family = &character.family;
        let n = drift.len();
        let mut chance = stream.normals(n);
        let (mut households, mut standard) = (Vec::new(), Vec::new());
        for year in 0..N_YEARS {
            let since = year as f64 / (N_YEARS - 1) as f64 - 0.5;
            let mut of_year = [Vec::with_capacity(n), Vec::with_capacity(n)];
            for at in 0..n {
                chance[at] = 0.85 * chance[at] + 0.5 * stream.normal();
                let z = bounded(character.income[at] + 0.25 * drift[at] * since + 0.04 * chance[at]);
                of_year[0].push(growth(SPREAD[0] * bounded(z + 0.6 * family[at])));
                // Areas have grown apart, a little each year.
                of_year[1].push(growth(SPREAD[1] * (1.0 + 0.12 * since) * z));
            }
            let [first, second] = of_year;
            households.push(first);
            standard.push(second);
        }
        households.par_iter_mut().enumerate().for_each(|(year, medians)| {
            let parts: Vec<(f64, f64)> = medians
                .iter()
                .zip(&people.all[year])
                .map(|(median, people)| (*median, people * HOUSEHOLDS))
                .collect();
            // A mixture's median grows in proportion with its parts', so that one factor meets the target.
            let scale = NATION[year] / mixture_quantile(&parts, 0.5).unwrap_or(1.0);
            medians.iter_mut().for_each(|median| *median *= scale);
        });
        Self { households, standard }
    }

    /// Adults of every small area by the nation's fifths of economic standard in a year, lowest first.
    pub(super) fn fifths(&self, people: &People, year: usize) -> Vec<[f64; 5]> {
        let adults = people.aged(year, 3..super::people::N_AGES);
        let parts: Vec<(f64, f64)> =
            self.standard[year].iter().copied().zip(adults.iter().copied()).collect();
        let limits = [0.2, 0.4, 0.6, 0.8].map(|p| mixture_quantile(&parts, p).unwrap_or(1.0));
        let of_area = |(median, adults): &(f64, f64)| {
            let below = limits.map(|limit| part_below(*median, limit));
            let weights =
                [below[0], below[1] - below[0], below[2] - below[1], below[3] - below[2], 1.0 - below[3]];
            let mut fifths = [0.0; 5];
            for (fifth, persons) in fifths.iter_mut().zip(apportioned(*adults, &weights)) {
                *fifth = persons;
            }
            fifths
        };
        parts.iter().map(of_area).collect()
    }
}
