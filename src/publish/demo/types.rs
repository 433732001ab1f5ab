//! The socioeconomic index, the area types that follow from it, and how many people live in areas of which type.

use super::ratio::Ratio;
use super::tables::{periods, table};
use super::tiers::{Tier, Tiers};
use crate::model::{Absence, Flags, Level, Value};
use crate::publish::contents::LevelCube;
use crate::publish::error::PublishError;
use crate::publish::separation::rounded;
use crate::stats::area_types::{AreaTypeLimits, socioeconomic_index};

/// The index of every area of a level, by year and area, unrounded; absent where nobody of one of the populations lives.
pub(super) fn indices(parts: [&Ratio; 3], tier: &Tier) -> Vec<Vec<Option<f64>>> {
    let n_years = parts[0].small.len();
    let of_year = |year: usize| {
        let shares = parts.map(|ratio| {
            let pair = &ratio.small[year];
            (tier.sums(&pair.numerators), tier.sums(&pair.denominators))
        });
        let index = |at: usize| {
            let mut own = [0.0; 3];
            for (own, (numerators, denominators)) in own.iter_mut().zip(&shares) {
                if denominators[at] <= 0.0 {
                    return None;
                }
                *own = 100.0 * numerators[at] / denominators[at];
            }
            Some(socioeconomic_index(own))
        };
        (0..tier.codes.len()).map(index).collect()
    };
    (0..n_years).map(of_year).collect()
}

/// The tables of the index down to RegSO.
pub(super) fn index_tables(
    parts: [&Ratio; 3],
    tiers: &Tiers,
    decimals: u8,
) -> Result<Vec<LevelCube>, PublishError> {
    let of_tier = |tier: &Tier| {
        let indices = indices(parts, tier);
        table(tier, &periods(), |at, year| match indices[year][at] {
            Some(index) => Value::Number(rounded(index, decimals), Flags::NONE),
            None => Value::Absent(Absence::NotApplicable),
        })
    };
    tiers.down_to(Level::Regso).map(of_tier).collect()
}

/// The type of every RegSO, by year and area, by the rule of the year.
pub(super) fn types(parts: [&Ratio; 3], tiers: &Tiers) -> Vec<Vec<Option<u8>>> {
    let of_year = |indices: Vec<Option<f64>>| {
        let known: Vec<f64> = indices.iter().flatten().copied().collect();
        let limits = AreaTypeLimits::of(&known);
        indices.into_iter().map(|index| Some(limits.as_ref()?.area_type(index?).number())).collect()
    };
    indices(parts, tiers.of(Level::Regso)).into_iter().map(of_year).collect()
}

/// The table of the types.
pub(super) fn type_table(types: &[Vec<Option<u8>>], tiers: &Tiers) -> Result<LevelCube, PublishError> {
    table(tiers.of(Level::Regso), &periods(), |at, year| match types[year][at] {
        Some(number) => Value::Number(f64::from(number), Flags::NONE),
        None => Value::Absent(Absence::NotApplicable),
    })
}

/// The part of the people who live in areas of type 1 or 2, in percent, for municipalities and larger areas.
pub(super) fn challenged_tables(
    types: &[Vec<Option<u8>>],
    people: &[Vec<f64>],
    tiers: &Tiers,
    decimals: u8,
) -> Result<Vec<LevelCube>, PublishError> {
    let regso = tiers.of(Level::Regso);
    let challenged: Vec<Vec<f64>> = people
        .iter()
        .zip(types)
        .map(|(people, types)| {
            let own = |(people, regso): (&f64, &usize)| match types[*regso] {
                Some(1 | 2) => *people,
                _ => 0.0,
            };
            people.iter().zip(&regso.of).map(own).collect()
        })
        .collect();
    let of_tier = |tier: &Tier| {
        let parts: Vec<(Vec<f64>, Vec<f64>)> =
            challenged.iter().zip(people).map(|(part, all)| (tier.sums(part), tier.sums(all))).collect();
        table(tier, &periods(), |at, year| {
            let (part, all) = (&parts[year].0, &parts[year].1);
            Value::Number(rounded(100.0 * part[at] / all[at], decimals), Flags::NONE)
        })
    };
    tiers.down_to(Level::Municipality).map(of_tier).collect()
}
