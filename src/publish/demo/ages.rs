//! People of municipalities and larger areas by five-year age group and sex: whole numbers that add up to those of the wider
//! age groups, to women and men, and to all.

use super::apportion::apportioned;
use super::people::{N_AGES, People};
use super::population;
use super::tiers::Tiers;
use crate::model::{AGE_SEX, Breakdown, Category, Level, Localized, Period};
use rayon::prelude::*;

/// Years of age in a group.
const STEP: usize = 5;
/// Number of groups of each sex: 0–4, 5–9 … 95 and over.
const N_GROUPS: usize = 20;
/// The oldest year of age; nobody in the model is older.
const N_YEARS_OF_AGE: usize = STEP * N_GROUPS;

/// The first year of age of each of the wider groups ([`super::people::AGES`]), and the end of the last.
const WIDER: [usize; N_AGES + 1] = [0, 6, 16, 20, 26, 45, 65, 80, N_YEARS_OF_AGE];

/// The nation's women and men by five-year group in thousands in the last year, near the published ones, rounded: the form
/// inside the wider groups.
#[rustfmt::skip]
const NATION: [[f64; N_GROUPS]; 2] = [
    [262.0, 299.0, 309.0, 301.0, 279.0, 300.0, 368.0, 350.0, 331.0, 310.0, 335.0, 335.0, 306.0, 283.0, 264.0, 257.0,
     175.0, 98.0, 48.0, 18.0],
    [277.0, 316.0, 327.0, 321.0, 304.0, 322.0, 389.0, 367.0, 345.0, 319.0, 343.0, 341.0, 307.0, 275.0, 249.0, 232.0,
     146.0, 69.0, 26.0, 6.0],
];

/// How many years apart the tables are: one for every year would weigh more than all else of the indicator.
const EVERY: usize = 5;

/// The years of the tables as positions among the small areas' years, ascending; the newest is one of them.
pub(super) fn years(n_years: usize) -> Vec<usize> {
    let back = |year: &usize| n_years - 1 - year;
    (0..n_years).filter(|year| back(year).is_multiple_of(EVERY) && back(year) <= 2 * EVERY).collect()
}

/// The same as periods.
pub(super) fn periods(years: &[usize], n_years: usize) -> Vec<Period> {
    let back = |year: &usize| u16::try_from(n_years - 1 - year).unwrap_or(0);
    years.iter().map(|year| Period::year(population::LAST - back(year))).collect()
}

/// The breakdown as the catalogue describes it: women from the youngest to the oldest, then men.
pub(super) fn breakdown() -> Breakdown {
    let sides = [("women", "kvinnor", "women"), ("men", "män", "men")];
    let category = |(id, sv, en): (&str, &str, &str), group: usize| {
        let from = STEP * group;
        let (ages, sv_ages, en_ages) = match group + 1 == N_GROUPS {
            true => (format!("{from}-"), format!("{from} år och äldre"), format!("aged {from} and over")),
            false => {
                let to = from + STEP - 1;
                (format!("{from}-{to}"), format!("{from}–{to} år"), format!("aged {from}–{to}"))
            }
        };
        let title = Localized { sv: format!("{sv} {sv_ages}"), en: format!("{en} {en_ages}") };
        Category { id: format!("{id}-{ages}"), title }
    };
    Breakdown {
        id: AGE_SEX.to_owned(),
        title: Localized { sv: "ålder och kön".to_owned(), en: "age and sex".to_owned() },
        categories: sides
            .iter()
            .flat_map(|side| (0..N_GROUPS).map(move |group| category(*side, group)))
            .collect(),
    }
}

/// People of every municipality by category in some years: by year, then `[category][municipality]`.
pub(super) fn people_by_age_and_sex(years: &[usize], people: &People, tiers: &Tiers) -> Vec<Vec<Vec<f64>>> {
    let municipalities = tiers.of(Level::Municipality);
    let of_year = |year: &usize| {
        let mut categories = vec![vec![0.0; municipalities.codes.len()]; 2 * N_GROUPS];
        for (municipality, members) in municipalities.members.iter().enumerate() {
            let mut sides = [[0.0; N_AGES]; 2];
            for at in members {
                let own = people.women[*year][*at].iter().zip(&people.ages[*year][*at]);
                for (age, (women, all)) in own.enumerate() {
                    sides[0][age] += women;
                    sides[1][age] += all - women;
                }
            }
            for (side, wider) in sides.iter().enumerate() {
                for (group, people) in five_year_groups(wider, &NATION[side]).into_iter().enumerate() {
                    categories[side * N_GROUPS + group][municipality] = people;
                }
            }
        }
        categories
    };
    years.par_iter().map(of_year).collect()
}

/// People of the wider groups divided by single years of age, and those put together by five. Inside a wider group they
/// follow the nation's form, tilted towards the neighbouring group that is the fuller one of the two here: where many are 23
/// years old, more are 27 than 43.
fn five_year_groups(wider: &[f64; N_AGES], nation: &[f64; N_GROUPS]) -> [f64; N_GROUPS] {
    let form: Vec<f64> = (0..N_YEARS_OF_AGE).map(|age| density(nation, age)).collect();
    let mut fullness = [(0.0, 0.0); N_AGES];
    for (group, ends) in WIDER.windows(2).enumerate() {
        let usual: f64 = form[ends[0]..ends[1]].iter().sum();
        // The oldest are mostly near the beginning of their group.
        let middle = if group + 1 == N_AGES { 85.0 } else { (ends[0] + ends[1]) as f64 / 2.0 };
        fullness[group] = (middle, wider[group].max(0.5) / usual);
    }
    let mut groups = [0.0; N_GROUPS];
    for (group, ends) in WIDER.windows(2).enumerate() {
        let weight = |age: usize| form[age] * between(&fullness, age as f64 + 0.5);
        let weights: Vec<f64> = (ends[0]..ends[1]).map(weight).collect();
        for (age, people) in (ends[0]..ends[1]).zip(apportioned(wider[group], &weights)) {
            groups[age / STEP] += people;
        }
    }
    groups
}

/// The nation's people of one year of age: straight lines between the middles of the five-year groups.
fn density(nation: &[f64; N_GROUPS], age: usize) -> f64 {
    let place = (age as f64 + 0.5) / STEP as f64 - 0.5;
    let before = (0..N_GROUPS - 1).rev().find(|group| *group as f64 <= place).unwrap_or(0);
    let gone = (place - before as f64).clamp(0.0, 1.4);
    (nation[before] + gone * (nation[before + 1] - nation[before])).max(0.5)
}

/// Between points with positive heights: even growth from each to the next, level outside them.
fn between(points: &[(f64, f64)], at: f64) -> f64 {
    let after = points.iter().position(|(place, _)| *place > at);
    match after {
        Some(0) => points[0].1,
        None => points[points.len() - 1].1,
        Some(after) => {
            let ((from, low), (to, high)) = (points[after - 1], points[after]);
            low * (high / low).powf((at - from) / (to - from))
        }
    }
}
