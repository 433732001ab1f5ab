//! How many people live in each small area, by age and sex: whole numbers that add up to those of the municipalities.

use super::apportion::apportioned;
use super::character::Character;
use super::field::{Stream, bounded, growth};
use super::population::{self, Population};
use super::tiers::{SmallArea, Tiers};
use rayon::prelude::*;

/// First and last year of the small areas' figures.
pub(super) const YEARS: std::ops::RangeInclusive<u16> = 2011..=population::LAST;
/// Number of those years.
pub(super) const N_YEARS: usize = (population::LAST - 2011 + 1) as usize;

/// Age groups, the ends included.
pub(super) const AGES: [&str; N_AGES] = ["0-5", "6-15", "16-19", "20-25", "26-44", "45-64", "65-79", "80-"];
/// Number of age groups.
pub(super) const N_AGES: usize = 8;

/// The nation's people by age group in percent, in the first and in the last year, as published, rounded.
const NATION: [[f64; N_AGES]; 2] =
    [[7.2, 10.7, 5.2, 8.0, 24.9, 25.2, 13.5, 5.3], [6.2, 12.0, 4.9, 6.9, 25.6, 23.6, 14.9, 5.9]];

/// How the age groups follow the character of a place: students, families, old people, foreign-born.
const TILTS: [[f64; 4]; N_AGES] = [
    [-0.25, 0.26, -0.14, 0.08],
    [-0.40, 0.28, -0.06, 0.05],
    [-0.25, 0.18, 0.00, 0.04],
    [0.95, -0.12, -0.14, 0.06],
    [0.30, 0.04, -0.20, 0.10],
    [-0.30, 0.05, 0.05, -0.04],
    [-0.35, -0.08, 0.22, -0.12],
    [-0.30, -0.15, 0.36, -0.14],
];

/// Women in percent of each age group.
const WOMEN: [f64; N_AGES] = [48.6, 48.6, 48.2, 48.0, 48.9, 49.6, 51.0, 60.0];

/// People of every small area and year.
pub(super) struct People {
    /// By year, then area.
    pub(super) all: Vec<Vec<f64>>,
    /// By year, then area: one number an age group.
    pub(super) ages: Vec<Vec<[f64; N_AGES]>>,
    /// The women among them.
    pub(super) women: Vec<Vec<[f64; N_AGES]>>,
}

impl People {
    /// Modelled for the small areas.
    pub(super) fn new(
        seed: u64,
        areas: &[SmallArea],
        tiers: &Tiers,
        population: &Population,
        character: &Character,
    ) -> Self {
        let all = numbers(seed, areas, tiers, population, character);
        let by_age: Vec<Vec<[f64; N_AGES]>> =
            (0..N_YEARS).into_par_iter().map(|year| ages(year, &all[year], character)).collect();
        let mut stream = Stream::new(seed, "women");
        // An area's surplus of women or men lasts.
        let surplus: Vec<f64> = (0..areas.len()).map(|_| 0.9 * stream.normal()).collect();
        let women_of = |(ages, surplus): (&[f64; N_AGES], &f64)| {
            let mut women = [0.0; N_AGES];
            for (age, people) in ages.iter().enumerate() {
                women[age] = (people * (WOMEN[age] + surplus) / 100.0).round();
            }
            women
        };
        let women = by_age.iter().map(|year| year.iter().zip(&surplus).map(women_of).collect()).collect();
        Self { all, ages: by_age, women }
    }

    /// People of some consecutive age groups in a year.
    pub(super) fn aged(&self, year: usize, groups: std::ops::Range<usize>) -> Vec<f64> {
        self.ages[year].iter().map(|ages| ages[groups.clone()].iter().sum()).collect()
    }
}

/// People by year and area: the municipality's, apportioned by shares that change slowly.
fn numbers(
    seed: u64,
    areas: &[SmallArea],
    tiers: &Tiers,
    population: &Population,
    character: &Character,
) -> Vec<Vec<f64>> {
    let mut stream = Stream::new(seed, "growth of small areas");
    let change: Vec<f64> = (0..areas.len())
        .map(|at| 0.007 * stream.normal() + 0.003 * character.family[at] - 0.002 * character.old[at])
        .collect();
    let municipalities = tiers.of(crate::model::Level::Municipality);
    let mut all = vec![vec![0.0; areas.len()]; N_YEARS];
    for (municipality, members) in municipalities.members.iter().enumerate() {
        // Some areas were built in a few years: until then fewer lived there.
        let built: Vec<Option<u16>> = members
            .iter()
            .map(|_| (stream.uniform() < 0.04).then(|| 2013 + u16::from(stream.uniform() < 0.5) * 4))
            .collect();
        for (year, number) in all.iter_mut().zip(YEARS) {
            let back = f64::from(population::LAST - number);
            let weights: Vec<f64> = members
                .iter()
                .zip(&built)
                .map(|(at, built)| {
                    let grown = (1.0 - change[*at] * back).max(0.4);
                    let finished = built.map_or(1.0, |built| {
                        (0.72 + 0.07 * (f64::from(number) - f64::from(built))).clamp(0.72, 1.0)
                    });
                    areas[*at].share * grown * finished
                })
                .collect();
            let parts = apportioned(population.people(municipality, number), &weights);
            for (at, people) in members.iter().zip(parts) {
                year[*at] = people;
            }
        }
    }
    all
}

/// Age groups of all areas in a year, tilted by their character around the nation's.
fn ages(year: usize, people: &[f64], character: &Character) -> Vec<[f64; N_AGES]> {
    let gone = year as f64 / (N_YEARS - 1) as f64;
    let target: Vec<f64> =
        (0..N_AGES).map(|age| NATION[0][age] + gone * (NATION[1][age] - NATION[0][age])).collect();
    let whole: f64 = target.iter().sum();
    let tilts: Vec<[f64; N_AGES]> = (0..people.len())
        .map(|at| {
            let traits =
                [character.student[at], character.family[at], character.old[at], character.foreign[at]];
            let mut tilts = [0.0; N_AGES];
            for (tilt, loads) in tilts.iter_mut().zip(&TILTS) {
                let mut z = 0.0;
                for (load, strength) in loads.iter().zip(traits) {
                    z += load * strength;
                }
                *tilt = growth(bounded(z));
            }
            tilts
        })
        .collect();
    // Tilting moves the nation's parts; three rounds of scaling put them back to a tenth of a percent.
    let mut factors: Vec<f64> = target.iter().map(|share| share / whole).collect();
    for _ in 0..3 {
        let mut sums = [0.0; N_AGES];
        for (tilts, people) in tilts.iter().zip(people) {
            let mut weights = [0.0; N_AGES];
            let mut all = 0.0;
            for age in 0..N_AGES {
                weights[age] = tilts[age] * factors[age];
                all += weights[age];
            }
            for age in 0..N_AGES {
                sums[age] += people * weights[age] / all;
            }
        }
        let everybody: f64 = sums.iter().sum();
        for age in 0..N_AGES {
            factors[age] *= target[age] / whole / (sums[age] / everybody);
        }
    }
    let of_area = |(tilts, people): (&[f64; N_AGES], &f64)| {
        let mut weights = [0.0; N_AGES];
        for age in 0..N_AGES {
            weights[age] = tilts[age] * factors[age];
        }
        let mut ages = [0.0; N_AGES];
        for (age, people) in ages.iter_mut().zip(apportioned(*people, &weights)) {
            *age = people;
        }
        ages
    };
    tilts.iter().zip(people).map(of_area).collect()
}
