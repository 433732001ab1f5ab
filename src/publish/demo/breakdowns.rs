//! Values of municipalities and larger areas by sex, age or origin: whole numbers that add up to the indicator's own.

use super::apportion::apportioned_within;
use super::models::Of;
use super::people::{AGES, N_YEARS, People};
use super::ratio::{Ground, Ratio};
use super::tiers::{Tier, Tiers};
use crate::model::Level;
use rayon::prelude::*;
use std::ops::Range;

/// How an indicator's categories differ.
pub(super) struct Split {
    /// The indicator.
    pub(super) slug: &'static str,
    /// By what.
    pub(super) by: By,
    /// Numerator per denominator of each category in relation to the others'.
    pub(super) rates: &'static [f64],
}

/// A breakdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// Women and men.
    Sex,
    /// Age groups, as many as the indicator's population has.
    Age,
    /// Born in Sweden and abroad.
    Origin,
}

/// All breakdowns of shares and rates.
#[rustfmt::skip]
pub(super) const SPLITS: [Split; 17] = [
    Split { slug: "utrikes-fodda", by: By::Sex, rates: &[1.02, 1.0] },
    Split { slug: "behorighet-gymnasiet", by: By::Sex, rates: &[1.02, 0.98] },
    Split { slug: "behorighet-hogskola", by: By::Sex, rates: &[1.16, 0.86] },
    Split { slug: "lag-utbildningsniva", by: By::Sex, rates: &[0.85, 1.15] },
    Split { slug: "lag-utbildningsniva", by: By::Age, rates: &[1.15, 0.9, 1.1] },
    Split { slug: "eftergymnasial-utbildning", by: By::Sex, rates: &[1.28, 0.75] },
    Split { slug: "forvarvsarbetande", by: By::Sex, rates: &[0.98, 1.02] },
    Split { slug: "forvarvsarbetande", by: By::Age, rates: &[0.84, 1.04, 1.01] },
    Split { slug: "forvarvsarbetande", by: By::Origin, rates: &[1.06, 0.84] },
    Split { slug: "arbetsloshet", by: By::Sex, rates: &[0.95, 1.05] },
    Split { slug: "langtidsarbetsloshet", by: By::Sex, rates: &[0.98, 1.02] },
    Split { slug: "varken-arbetar-eller-studerar", by: By::Sex, rates: &[0.97, 1.03] },
    Split { slug: "lag-ekonomisk-standard", by: By::Sex, rates: &[1.05, 0.95] },
    Split { slug: "lag-ekonomisk-standard", by: By::Age, rates: &[1.25, 1.2, 1.1, 1.5, 0.95, 0.65, 0.85, 1.35] },
    Split { slug: "valdeltagande-riksdag", by: By::Sex, rates: &[1.01, 0.99] },
    Split { slug: "valdeltagande-kommun", by: By::Sex, rates: &[1.01, 0.99] },
    Split { slug: "ohalsotal", by: By::Sex, rates: &[1.45, 0.6] },
];

/// A row for each municipality, a column for each category.
type Table = Vec<Vec<f64>>;

/// Numerators and denominators by category, for the years of the small areas: by year, then `[municipality][category]`.
pub(super) struct Parts {
    /// Ids of the categories.
    pub(super) categories: Vec<&'static str>,
    pub(super) numerators: Vec<Table>,
    pub(super) denominators: Vec<Table>,
}

impl By {
    /// The breakdown's id.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Sex => "sex",
            Self::Age => "age",
            Self::Origin => "origin",
        }
    }
}

impl Split {
    /// The indicator's ratio divided in every municipality. `years` are the small areas' years that the ratio has, by
    /// position; `is_rate` says that numerators may be larger than denominators.
    pub(super) fn parts(
        &self,
        ground: &Ground,
        of: &Of,
        ratio: &Ratio,
        years: &[usize],
        is_rate: bool,
    ) -> Parts {
        let municipalities = ground.tiers.of(Level::Municipality);
        let (categories, ages) = self.categories(of);
        let by_year: Vec<(Table, Table)> = years
            .par_iter()
            .zip(&ratio.small)
            .map(|(year, pair)| {
                let numerators = municipalities.sums(&pair.numerators);
                let all = municipalities.sums(&pair.denominators);
                let dividing = self.dividing(ground, of, *year, ages.clone(), municipalities);
                let mut parts = (Vec::new(), Vec::new());
                for (at, all) in all.iter().enumerate() {
                    // The denominators of the categories add up to the indicator's.
                    let weights: Vec<f64> = dividing.iter().map(|category| category[at]).collect();
                    let denominators = super::apportion::apportioned(*all, &weights);
                    let weights: Vec<f64> =
                        denominators.iter().zip(self.rates).map(|(of, rate)| of * rate).collect();
                    let rooms: Vec<f64> =
                        denominators.iter().map(|of| if is_rate { f64::INFINITY } else { *of }).collect();
                    parts.0.push(apportioned_within(numerators[at], &weights, &rooms));
                    parts.1.push(denominators);
                }
                parts
            })
            .collect();
        let (numerators, denominators) = by_year.into_iter().unzip();
        Parts { categories, numerators, denominators }
    }

    fn categories(&self, of: &Of) -> (Vec<&'static str>, Range<usize>) {
        let ages = match of {
            Of::Ages(groups) | Of::Part(groups, _) => groups.clone(),
            Of::Voters => 3..AGES.len(),
        };
        let categories = match self.by {
            By::Sex => vec!["women", "men"],
            By::Age => AGES[ages.clone()].to_vec(),
            By::Origin => vec!["sweden", "abroad"],
        };
        (categories, ages)
    }

    /// What the denominator divides by: for each category a number for every municipality.
    fn dividing(
        &self,
        ground: &Ground,
        of: &Of,
        year: usize,
        ages: Range<usize>,
        municipalities: &Tier,
    ) -> Vec<Vec<f64>> {
        match self.by {
            By::Sex => {
                let all = municipalities.sums(&of.people(ground, year, false));
                let women = municipalities.sums(&of.people(ground, year, true));
                let men = all.iter().zip(&women).map(|(all, women)| (all - women).max(0.0)).collect();
                vec![women, men]
            }
            By::Age => ages.map(|age| municipalities.sums(&ground.people.aged(year, age..age + 1))).collect(),
            By::Origin => {
                let all = of.people(ground, year, false);
                // People of working age are born abroad a sixth more often than all.
                let part = |(all, abroad): (&f64, &f64)| all * (1.16 * abroad).min(0.95);
                let abroad: Vec<f64> = all.iter().zip(&ground.born_abroad[year]).map(part).collect();
                let (all, abroad) = (municipalities.sums(&all), municipalities.sums(&abroad));
                vec![all.iter().zip(&abroad).map(|(all, abroad)| all - abroad).collect(), abroad]
            }
        }
    }
}

/// People of every municipality by category: by year, then `[category][municipality]`.
pub(super) fn people_by(by: By, people: &People, tiers: &Tiers) -> (Vec<&'static str>, Vec<Vec<Vec<f64>>>) {
    let municipalities = tiers.of(Level::Municipality);
    let of_year = |year: usize| -> Vec<Vec<f64>> {
        match by {
            By::Age => {
                (0..AGES.len()).map(|age| municipalities.sums(&people.aged(year, age..age + 1))).collect()
            }
            _ => {
                let women: Vec<f64> = people.women[year].iter().map(|ages| ages.iter().sum()).collect();
                let men: Vec<f64> =
                    people.all[year].iter().zip(&women).map(|(all, women)| all - women).collect();
                vec![municipalities.sums(&women), municipalities.sums(&men)]
            }
        }
    };
    let categories = if by == By::Age { AGES.to_vec() } else { vec!["women", "men"] };
    (categories, (0..N_YEARS).map(of_year).collect())
}
