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
mod aggregate;
mod aliases;
mod apportion;
mod breakdowns;
mod character;
mod events;
mod field;
mod groups;
mod incomes;
mod migration;
mod models;
mod neighbourhood;
mod people;
mod places;
mod population;
mod ratio;
pub mod small_areas;
mod tables;
mod tiers;
mod types;
mod vintages;

use super::contents::{Contents, CountsContents, LevelBrokenDown, LevelCube};
use super::derive::count_people;
use super::error::PublishError;
use super::manifest::Manifest;
use super::separation::{Compared, Separation, rounded};
use crate::model::{Breakdown, CountsTable, Flags, Level, Value};
use breakdowns::{By, SPLITS};
use character::Character;
use incomes::Incomes;
use models::{MODELS, Model, UNKNOWN_EDUCATION};
use people::{People, YEARS};
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
);

/// Breakdowns and tables of counts.
const TABLES: &str = include_str!("tables.toml");

/// The seed of the edition that everybody sees.
pub const SEED: u64 = 2024;

/// Segregation indices published as indicators, on a scale to 100, with the level that persons are counted in.
const SEPARATIONS: [(&str, Separation, Level); 5] = [
    (
        "segregation-utrikes-fodda",
        Separation {
            table: "background",
            groups: Compared::Together(&["nordic", "europe", "world"]),
            index: "dissimilarity",
        },
        Level::Deso,
    ),
    (
        "isolering-utrikes-fodda",
        Separation {
            table: "background",
            groups: Compared::Together(&["nordic", "europe", "world"]),
            index: "isolation",
        },
        Level::Deso,
    ),
    (
        "segregation-alder",
        Separation { table: "age", groups: Compared::All, index: "information-theory" },
        Level::Deso,
    ),
    (
        "segregation-utbildning",
        Separation { table: "education", groups: Compared::All, index: "information-theory" },
        Level::Deso,
    ),
    (
        "ojamlikhetsindex",
        Separation { table: "income", groups: Compared::Two("1", "5"), index: "dissimilarity" },
        Level::Regso,
    ),
];

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
    let mut made = Made { tables: BTreeMap::new(), broken_down: BTreeMap::new() };
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
    contents.counts = counts;
    contents.events = events::events(&contents.levels)?;
    Ok(contents)
}

/// The slugs of the indicators that have models of their own kind.
const POPULATION: &str = "befolkning";
const OLD: &str = "andel-65-ar-och-aldre";
const MIGRATION: &str = "flyttnetto";
const INCOME: &str = "disponibel-inkomst";
const INDEX: &str = "socioekonomiskt-index";
const TYPE: &str = "omradestyp";
const CHALLENGED: &str = "befolkning-i-omraden-med-utmaningar";
/// The one that the older RegSO have too.
const ON_TWO_VINTAGES: &str = "lag-ekonomisk-standard";
/// The parts of the socioeconomic index, V1 to V3.
const PARTS: [&str; 3] =
    ["lag-ekonomisk-standard", "lag-utbildningsniva", "langvarigt-bistand-eller-arbetslos"];

/// Tables by indicator.
struct Made {
    tables: BTreeMap<String, Vec<LevelCube>>,
    broken_down: BTreeMap<String, Vec<LevelBrokenDown>>,
}

impl Made {
    /// The number of people, their ages, and how many moved in.
    fn add_people(&mut self, ground: &Ground) -> Result<(), PublishError> {
        let (people, tiers) = (ground.people, ground.tiers);
        let tables: Result<_, _> =
            tiers.down_to(Level::Deso).map(|tier| tables::people(tier, &people.all)).collect();
        self.tables.insert(POPULATION.to_owned(), tables?);
        for by in [By::Sex, By::Age] {
            let (categories, numbers) = breakdowns::people_by(by, people, tiers);
            let parts = tables::people_broken_down(by.id(), &categories, &numbers, tiers)?;
            self.broken_down.entry(POPULATION.to_owned()).or_default().extend(parts);
        }
        let old = |tier: &Tier| {
            let (all, old): (Vec<Vec<f64>>, Vec<Vec<f64>>) = (0..people.all.len())
                .map(|year| (tier.sums(&people.all[year]), tier.sums(&people.aged(year, 6..people::N_AGES))))
                .unzip();
            tables::table(tier, &tables::periods(), |at, year| {
                Value::Number(rounded(100.0 * old[year][at] / all[year][at], 1), Flags::NONE)
            })
        };
        self.tables.insert(OLD.to_owned(), tiers.down_to(Level::Deso).map(old).collect::<Result<_, _>>()?);
        self.tables.insert(MIGRATION.to_owned(), migration::tables(ground)?);
        Ok(())
    }

    /// Shares and rates, and their breakdowns.
    fn add_ratios(
        &mut self,
        ground: &Ground,
        ratios: &BTreeMap<&str, Ratio>,
        manifest: &Manifest,
    ) -> Result<(), PublishError> {
        let tiers = ground.tiers;
        let of_model = |model: &Model| {
            let decimals = decimals(manifest, model.slug)?;
            let ratio = &ratios[model.slug];
            let older =
                tiers.all.iter().filter(|tier| tier.vintage != VINTAGE && model.slug == ON_TWO_VINTAGES);
            let wanted = tiers.down_to(model.deepest).chain(older);
            let mut tables = tables::ratio_tables(model, ratio, tiers, wanted, decimals, ground.seed)?;
            tables.iter_mut().for_each(vintages::until_replaced);
            let years: Vec<u16> = ratio.years[ratio.early.len()..].to_vec();
            let positions: Vec<usize> = years.iter().map(|year| usize::from(year - YEARS.start())).collect();
            let mut parts = Vec::new();
            for split in SPLITS.iter().filter(|split| split.slug == model.slug) {
                let is_rate = model.kind == models::Kind::Rate;
                let divided = split.parts(ground, &model.of, ratio, &positions, is_rate);
                let id = split.by.id();
                parts.extend(tables::broken_down(model, id, &divided, &years, tiers, decimals, &tables)?);
            }
            Ok((model.slug, tables, parts))
        };
        let published = MODELS.par_iter().filter(|model| model.slug != UNKNOWN_EDUCATION);
        let made: Vec<_> = published.map(of_model).collect::<Result<_, PublishError>>()?;
        for (slug, tables, parts) in made {
            self.tables.insert(slug.to_owned(), tables);
            self.broken_down.insert(slug.to_owned(), parts);
        }
        Ok(())
    }

    /// Median incomes: a larger area's is the median of the mixture of its small areas.
    fn add_incomes(
        &mut self,
        ground: &Ground,
        incomes: &Incomes,
        manifest: &Manifest,
    ) -> Result<(), PublishError> {
        let decimals = decimals(manifest, INCOME)?;
        let of_tier = |tier: &Tier| {
            let medians: Vec<Vec<f64>> = (0..incomes.households.len())
                .into_par_iter()
                .map(|year| {
                    let part = |at: &usize| {
                        (incomes.households[year][*at], ground.people.all[year][*at] * incomes::HOUSEHOLDS)
                    };
                    let median = |members: &Vec<usize>| {
                        let parts: Vec<(f64, f64)> = members.iter().map(part).collect();
                        aggregate::mixture_quantile(&parts, 0.5).unwrap_or(0.0)
                    };
                    tier.members.iter().map(median).collect()
                })
                .collect();
            let periods = tables::periods();
            tables::table(tier, &periods, |at, year| {
                let flags = absences::flags(INCOME, at, tier.level, periods[year]);
                Value::Number(rounded(medians[year][at], decimals), flags)
            })
        };
        let tables = ground.tiers.down_to(Level::Deso).map(of_tier).collect::<Result<_, _>>()?;
        self.tables.insert(INCOME.to_owned(), tables);
        Ok(())
    }

    /// The socioeconomic index, the area types, and who lives in areas with challenges.
    fn add_types(
        &mut self,
        ground: &Ground,
        ratios: &BTreeMap<&str, Ratio>,
        manifest: &Manifest,
    ) -> Result<(), PublishError> {
        let parts = PARTS.map(|slug| &ratios[slug]);
        let tiers = ground.tiers;
        self.tables.insert(INDEX.to_owned(), types::index_tables(parts, tiers, decimals(manifest, INDEX)?)?);
        let types = types::types(parts, tiers);
        self.tables.insert(TYPE.to_owned(), vec![types::type_table(&types, tiers)?]);
        let decimals = decimals(manifest, CHALLENGED)?;
        let challenged = types::challenged_tables(&types, &ground.people.all, tiers, decimals)?;
        self.tables.insert(CHALLENGED.to_owned(), challenged);
        Ok(())
    }

    /// Segregation indices of municipalities, counties and the nation.
    fn add_separations(
        &mut self,
        ground: &Ground,
        counts: &[CountsContents],
        manifest: &Manifest,
    ) -> Result<(), PublishError> {
        for (slug, separation, level) in SEPARATIONS {
            let decimals = decimals(manifest, slug)?;
            let Some(counts) = counts.iter().find(|contents| contents.table.id == separation.table) else {
                continue;
            };
            let of_tier = |tier: &Tier| {
                let inside = tier.inside(ground.tiers.of(level));
                let (periods, rows) = separation.series(counts, (level, VINTAGE), &inside, 100.0, decimals);
                tables::table(tier, &periods, |at, year| rows[at][year])
            };
            let tables = ground.tiers.down_to(Level::Municipality).map(of_tier).collect::<Result<_, _>>()?;
            self.tables.insert(slug.to_owned(), tables);
        }
        Ok(())
    }
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

/// The decimals that an indicator's text asks for.
fn decimals(manifest: &Manifest, slug: &str) -> Result<u8, PublishError> {
    let entry = manifest.indicators.iter().find(|entry| entry.slug == slug);
    entry
        .map(|entry| entry.decimals)
        .ok_or_else(|| PublishError::bad(format!("There is a model of {slug} but no text.")))
}
