//! Net migration: what births and deaths leave of the change in the number of people.

use super::people::{N_YEARS, YEARS};
use super::ratio::Ground;
use super::tables::table;
use super::tiers::Tier;
use crate::model::{Flags, Level, Period, Value};
use crate::publish::contents::LevelCube;
use crate::publish::error::PublishError;
use crate::publish::separation::rounded;

/// Net migration per 1,000 of the year's mean population, down to RegSO, from the second year on.
pub(super) fn tables(ground: &Ground) -> Result<Vec<LevelCube>, PublishError> {
    let periods: Vec<Period> = YEARS.skip(1).map(Period::year).collect();
    let moved: Vec<Vec<f64>> = (1..N_YEARS).map(|year| moved(ground, year)).collect();
    let of_tier = |tier: &Tier| {
        let (numerators, denominators): (Vec<Vec<f64>>, Vec<Vec<f64>>) = (1..N_YEARS)
            .map(|year| {
                let [before, after] = [year - 1, year].map(|year| tier.sums(&ground.people.all[year]));
                let mean = before.iter().zip(&after).map(|(before, after)| 0.5 * (before + after)).collect();
                (tier.sums(&moved[year - 1]), mean)
            })
            .unzip();
        table(tier, &periods, |at, year| {
            Value::Number(rounded(1_000.0 * numerators[year][at] / denominators[year][at], 1), Flags::NONE)
        })
    };
    ground.tiers.down_to(Level::Regso).map(of_tier).collect()
}

/// Persons who moved in less those who moved out, in every small area in a year.
fn moved(ground: &Ground, year: usize) -> Vec<f64> {
    let (before, after) = (&ground.people.all[year - 1], &ground.people.all[year]);
    let natural = |ages: &[f64; super::people::N_AGES]| {
        // Births by those of age to have children, deaths of those aged 45–64, 65–79 and 80 on: rates of Sweden, rounded.
        let births = 0.0315 * (ages[3] + ages[4]);
        let deaths = 0.003 * ages[5] + 0.018 * ages[6] + 0.1 * ages[7];
        (births - deaths).round()
    };
    let ages = &ground.people.ages[year];
    (0..before.len()).map(|at| after[at] - before[at] - natural(&ages[at])).collect()
}
