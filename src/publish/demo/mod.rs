//! `lagesbild demo`: a nationwide edition of modelled figures, without any download.
//!
//! Areas, names and borders are real; every figure comes from a model with a fixed seed. The edition is marked
//! `synthetic`, and its texts say so. Texts: `indicators.toml`. National levels and how municipalities differ:
//! `model.rs`. People: `population.rs`. What is absent, and why: `absences.rs`.

mod absences;
mod aggregate;
mod field;
mod model;
mod places;
mod population;
pub mod small_areas;

use super::contents::{Contents, LevelCube};
use super::derive::count_people;
use super::error::PublishError;
use super::manifest::Manifest;
use crate::model::{AreaCode, Cube, Flags, Level, Measure, Period, Value};
use aggregate::{mixture_median, weighted_mean};
use model::{Background, MODELS, Model, factors};
use places::{Country, VINTAGE};
use population::Population;
use std::collections::BTreeMap;

/// The texts of the demonstration.
const TEXTS: &str = include_str!("indicators.toml");

/// The slug of the population, which has a model of its own.
const POPULATION: &str = "befolkning";
/// Its years.
const POPULATION_YEARS: std::ops::RangeInclusive<u16> = 2011..=population::LAST;

/// The seed of the edition that everybody sees.
pub const SEED: u64 = 2024;

/// The demonstration edition of a seed.
///
/// # Errors
/// When the files in the package do not fit each other, which is a fault of the package.
pub fn demonstration(seed: u64) -> Result<Contents, PublishError> {
    let manifest = Manifest::parse(TEXTS, "publish/demo/indicators.toml")?;
    let country = Country::read()?;
    let population = Population::new(seed, &country);
    let background = Background::new(seed, &country);
    let mut tables: BTreeMap<String, Vec<LevelCube>> = BTreeMap::new();
    tables.insert(POPULATION.to_owned(), people(&country, &population)?);
    for model in &MODELS {
        let Some(entry) = manifest.indicators.iter().find(|entry| entry.slug == model.slug) else {
            return Err(PublishError::bad(format!("There is a model of {} but no text.", model.slug)));
        };
        let modelled = Modelled {
            municipalities: municipality_values(
                model,
                entry.measure,
                seed,
                &country,
                &population,
                &background,
            ),
            weights: weights(model, &country, &population),
        };
        let decimals = entry.decimals;
        tables.insert(
            model.slug.to_owned(),
            level_tables(model, entry.measure, decimals, &modelled, &country, seed)?,
        );
    }
    let mut levels = country.into_levels();
    count_people(&mut levels, &tables[POPULATION]);
    Ok(Contents::of_manifest(&manifest, levels, |slug| tables.remove(slug).unwrap_or_default()))
}

/// Unrounded values of municipalities (rows) by year of the model's path (columns), and their denominators.
struct Modelled {
    municipalities: Vec<Vec<f64>>,
    weights: Vec<Vec<f64>>,
}

/// The population: whole numbers that add up to counties and nation.
fn people(country: &Country, population: &Population) -> Result<Vec<LevelCube>, PublishError> {
    let periods: Vec<Period> = POPULATION_YEARS.map(Period::year).collect();
    cubes(country, &periods, |level, members, period| {
        let year = POPULATION_YEARS.start() + u16::try_from(period).unwrap_or(0);
        let sum = members.iter().map(|at| population.people(*at, year)).sum();
        let _ = level;
        Value::Number(sum, Flags::NONE)
    })
}

/// Values of the municipalities whose aggregate is the nation's path.
fn municipality_values(
    model: &Model,
    measure: Measure,
    seed: u64,
    country: &Country,
    population: &Population,
    background: &Background,
) -> Vec<Vec<f64>> {
    let mut values = factors(model, seed, country, population, background);
    let weights = weights(model, country, population);
    for (column, (_, level)) in model.path.iter().enumerate() {
        let parts: Vec<(f64, f64)> =
            values.iter().zip(&weights).map(|(row, weight)| (row[column], weight[column])).collect();
        let of_nation = match measure {
            Measure::Median => mixture_median(&parts),
            _ => weighted_mean(parts),
        };
        let target = if model.complement { 100.0 - level } else { *level };
        // Both aggregates grow in proportion with their parts, so that one factor meets the target exactly.
        let scale = target / of_nation.unwrap_or(1.0);
        for row in &mut values {
            let value = row[column] * scale;
            row[column] = if model.complement { 100.0 - value } else { value };
        }
    }
    values
}

/// Denominators of municipalities (rows) by year (columns); 0 before a municipality existed.
fn weights(model: &Model, country: &Country, population: &Population) -> Vec<Vec<f64>> {
    let of = |(at, code): (usize, &AreaCode)| {
        let weight = |(year, _): &(u16, f64)| match absences::existed(code, *year) {
            true => (population.people(at, *year) * model.denominator).round(),
            false => 0.0,
        };
        model.path.iter().map(weight).collect()
    };
    country.municipalities().iter().enumerate().map(of).collect()
}

/// The tables of nation, counties and municipalities, rounded and with their absences and flags.
fn level_tables(
    model: &Model,
    measure: Measure,
    decimals: u8,
    modelled: &Modelled,
    country: &Country,
    seed: u64,
) -> Result<Vec<LevelCube>, PublishError> {
    let periods: Vec<Period> = model.path.iter().map(|(year, _)| Period::year(*year)).collect();
    let absent = absences::of_municipalities(model, country, &modelled.weights, seed);
    cubes(country, &periods, |level, members, column| {
        if let ([at], Level::Municipality) = (members, level)
            && let Some(absence) = absent[*at][column]
        {
            return Value::Absent(absence);
        }
        let parts: Vec<(f64, f64)> = members
            .iter()
            .map(|at| (modelled.municipalities[*at][column], modelled.weights[*at][column]))
            .collect();
        let number = match measure {
            Measure::Median => mixture_median(&parts),
            _ => weighted_mean(parts),
        };
        // A county always has a municipality that existed.
        let number = rounded(number.unwrap_or(0.0), decimals);
        Value::Number(number, absences::flags(model.slug, members[0], level, periods[column]))
    })
}

/// A cube for each level, `value` being called with the level, its municipalities' positions and the period's.
fn cubes(
    country: &Country,
    periods: &[Period],
    value: impl Fn(Level, &[usize], usize) -> Value,
) -> Result<Vec<LevelCube>, PublishError> {
    let of_level = |level: &super::contents::LevelContents| {
        let areas = &level.areas;
        let mut values = Vec::with_capacity(areas.codes.len() * periods.len());
        for code in &areas.codes {
            let members = members(country, code);
            values.extend((0..periods.len()).map(|period| value(areas.level, &members, period)));
        }
        let cube = Cube::new(areas.codes.clone(), periods.to_vec(), values).map_err(|error| {
            PublishError::bad(format!("The demonstration does not hold together: {error}."))
        })?;
        Ok(LevelCube { level: areas.level, vintage: VINTAGE, cube })
    };
    country.levels().iter().map(of_level).collect()
}

/// Positions of the municipalities that an area consists of.
fn members(country: &Country, area: &AreaCode) -> Vec<usize> {
    let inside = |code: &AreaCode| match area.level() {
        Level::Nation => true,
        Level::County => code.parent().as_ref() == Some(area),
        _ => code == area,
    };
    (0..country.municipalities().len()).filter(|at| inside(&country.municipalities()[*at])).collect()
}

fn rounded(number: f64, decimals: u8) -> f64 {
    let scale = (0..decimals).fold(1.0, |scale, _| scale * 10.0);
    (number * scale).round() / scale
}
