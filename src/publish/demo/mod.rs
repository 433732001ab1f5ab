//! `lagesbild demo`: a nationwide edition of modelled figures, without any download.
//!
//! Counties and municipalities, their names and borders are real; small areas and every figure come from a model with a
//! fixed seed. The edition is marked `synthetic`, and its texts say so.
//!
//! How it is made: people are put into municipalities (`population`) and small areas (`people`), which have traits
//! (`character`) that resemble those of their neighbours; from these come numerators and denominators (`models`, `ratio`),
//! incomes (`incomes`) and tables of persons (`groups`). All are whole numbers in the smallest areas, and the value of a
//! larger area is that of its small areas together. Texts: `texts/`. What is absent, and why: `absences`.

mod absences;
mod ages;
mod aggregate;
mod aliases;
mod apportion;
mod breakdowns;
mod character;
mod events;
mod field;
mod groups;
mod incomes;
mod made;
mod migration;
mod models;
mod neighbourhood;
mod people;
mod places;
mod population;
mod ratio;
pub mod small_areas;
mod students;
mod survey;
mod tables;
mod tiers;
mod types;
mod vintages;

use super::contents::{Contents, CountsContents};
use super::derive::count_people;
use super::error::PublishError;
use super::manifest::Manifest;
use crate::model::{Breakdown, CountsTable, Level};
use character::Character;
use incomes::Incomes;
use made::{Made, POPULATION};
use models::{MODELS, Model, UNKNOWN_EDUCATION};
use people::People;
use places::{Country, VINTAGE};
use population::Population;
use ratio::{Ground, Pair, Ratio};
use rayon::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;
use tiers::{Tier, Tiers};

/// The texts of the demonstration, one file a theme, together in the form of a manifest.
const TEXTS: &str = concat!(
    include_str!("texts/edition.toml"),
    include_str!("texts/housing.toml"),
    include_str!("texts/education.toml"),
    include_str!("texts/labour.toml"),
    include_str!("texts/economy.toml"),
    include_str!("texts/democracy.toml"),
    include_str!("texts/health.toml"),
    include_str!("texts/examples.toml"),
    include_str!("texts/notes.toml"),
);

/// Breakdowns and tables of counts.
const TABLES: &str = include_str!("tables.toml");

/// The seed of the edition that everybody sees.
pub const SEED: u64 = 2024;

/// Titles and categories that are not an indicator's.
#[derive(Deserialize)]
struct TableTexts {
    breakdowns: Vec<Breakdown>,
    counts: Vec<CountsTable>,
}

/// The demonstration edition of a seed.
///
/// # Errors
/// When the files in the package do not fit each other, which is a fault of the package.
pub fn demonstration(seed: u64) -> Result<Contents, PublishError> {
    let country = Country::read()?;
    let population = Population::new(seed, &country);
    of_country(seed, country, &population)
}

/// The same of some counties only, by their codes: small enough to be made many times. National figures are those of the
/// whole country.
///
/// # Errors
/// As [`demonstration`].
pub fn demonstration_of(seed: u64, counties: &[&str]) -> Result<Contents, PublishError> {
    let whole = Country::read()?;
    let population = Population::new(seed, &whole).only(&whole.positions_in(counties));
    of_country(seed, whole.only(counties)?, &population)
}

fn of_country(seed: u64, country: Country, population: &Population) -> Result<Contents, PublishError> {
    let manifest = Manifest::parse(TEXTS, "publish/demo/texts")?;
    let texts: TableTexts = toml::from_str(TABLES)
        .map_err(|error| PublishError::bad(format!("publish/demo/tables.toml: {}.", error.message())))?;
    let newest: Vec<f64> =
        (0..country.municipalities().len()).map(|at| population.people(at, population::LAST)).collect();
    let (codes, places) = (country.municipalities(), country.places());
    let divided = small_areas::small_areas(country.borders()?, codes, places, &newest, seed)?;
    let areas = tiers::smallest(&divided);
    let older = vintages::older_regso(&areas);
    let tiers = Tiers::new(country.municipalities(), &areas, (&older, vintages::OLDER), VINTAGE);
    let character = Character::new(seed, &country, &areas, &tiers, population);
    let people = People::new(seed, &areas, &tiers, population, &character);

    let mut ground =
        Ground { seed, tiers: &tiers, population, people: &people, character: &character, born_abroad: &[] };
    let origin = model("utrikes-fodda")?;
    let abroad = origin.drawn(&ground);
    let parts: Vec<Vec<f64>> = abroad.small.iter().map(parts_of).collect();
    ground.born_abroad = &parts;
    let mut ratios: BTreeMap<&str, Ratio> = MODELS
        .par_iter()
        .filter(|model| model.slug != origin.slug)
        .map(|model| (model.slug, model.drawn(&ground)))
        .collect();
    ratios.insert(origin.slug, abroad);
    fit_education(&mut ratios);

    let incomes = Incomes::new(seed, &people, &character);
    let counts = counts(&ground, &incomes, &ratios, &texts.counts)?;
    let mut made = Made::default();
    made.add_people(&ground)?;
    made.add_ratios(&ground, &ratios, &manifest)?;
    made.add_incomes(&ground, &incomes, &manifest)?;
    made.add_types(&ground, &ratios, &manifest)?;
    made.add_separations(&ground, &counts, &manifest)?;

    let mut levels = vintages::levels(country, divided, &areas, &tiers)?;
    for level in &mut levels {
        aliases::name_otherwise(&mut level.areas)?;
    }
    count_people(&mut levels, &made.tables[POPULATION]);
    vintages::count_people_then(&mut levels, &tiers, &people);
    let Made { mut tables, mut broken_down } = made;
    let mut contents =
        Contents::of_manifest(&manifest, levels, |slug| tables.remove(slug).unwrap_or_default());
    contents.indicators = contents
        .indicators
        .into_iter()
        .map(|indicator| {
            let parts = broken_down.remove(&indicator.indicator.slug).unwrap_or_default();
            indicator.with_broken_down(parts)
        })
        .collect();
    contents.breakdowns = texts.breakdowns;
    contents.breakdowns.push(ages::breakdown());
    contents.counts = counts;
    contents.events = events::events(&contents.levels)?;
    contents.area_notes.push(students::note(&character.student, &tiers)?);
    let levels = &contents.levels;
    for note in &mut contents.area_notes {
        note.areas.retain(|area| levels.iter().any(|level| level.areas.position(area).is_some()));
    }
    contents.area_notes.retain(|note| !note.areas.is_empty());
    contents
        .examples
        .retain(|example| levels.iter().any(|level| level.areas.position(&example.area).is_some()));
    Ok(contents)
}

/// All tables of counts.
fn counts(
    ground: &Ground,
    incomes: &Incomes,
    ratios: &BTreeMap<&str, Ratio>,
    entries: &[CountsTable],
) -> Result<Vec<CountsContents>, PublishError> {
    let education =
        ["lag-utbildningsniva", "eftergymnasial-utbildning", UNKNOWN_EDUCATION].map(|slug| &ratios[slug]);
    let groups = groups::groups(ground, incomes, &ratios["utrikes-fodda"], education);
    let newest: Vec<&Tier> = ground.tiers.down_to(Level::Deso).collect();
    entries
        .par_iter()
        .map(|entry| {
            let groups = groups.iter().find(|groups| groups.id == entry.id).ok_or_else(|| {
                PublishError::bad(format!("There is a text of the table {} but no model.", entry.id))
            })?;
            Ok(groups::contents(entry, groups, &newest))
        })
        .collect()
}

/// Low and long education and those not known never exceed everybody.
fn fit_education(ratios: &mut BTreeMap<&str, Ratio>) {
    let low: Vec<Vec<f64>> =
        ratios["lag-utbildningsniva"].small.iter().map(|pair| pair.numerators.clone()).collect();
    let Some(long) = ratios.get_mut("eftergymnasial-utbildning") else { return };
    for (pair, low) in long.small.iter_mut().zip(&low) {
        let Pair { numerators, denominators } = pair;
        for ((long, all), low) in numerators.iter_mut().zip(denominators).zip(low) {
            *long = long.min(*all - low);
        }
    }
}

/// Numerators by denominators; 0 where there is nobody.
fn parts_of(pair: &Pair) -> Vec<f64> {
    let part = |(n, of): (&f64, &f64)| if *of > 0.0 { n / of } else { 0.0 };
    pair.numerators.iter().zip(&pair.denominators).map(part).collect()
}

fn model(slug: &str) -> Result<&'static Model, PublishError> {
    MODELS
        .iter()
        .find(|model| model.slug == slug)
        .ok_or_else(|| PublishError::bad(format!("There is no model of {slug}.")))
}
