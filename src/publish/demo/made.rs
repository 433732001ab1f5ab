//! The demonstration's indicators as tables of the edition, level by level.

use super::breakdowns::{self, By, SPLITS};
use super::incomes::{self, Incomes};
use super::models::{self, MODELS, Model, UNKNOWN_EDUCATION};
use super::people::{self, YEARS};
use super::places::VINTAGE;
use super::ratio::{Ground, Ratio};
use super::tiers::Tier;
use super::{absences, ages, aggregate, migration, survey, tables, types, vintages};
use crate::model::{Flags, Level, Value};
use crate::publish::contents::{CountsContents, LevelBrokenDown, LevelCube};
use crate::publish::error::PublishError;
use crate::publish::manifest::Manifest;
use crate::publish::separation::{Compared, Separation, rounded};
use rayon::prelude::*;
use std::collections::BTreeMap;

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

/// The slugs of the indicators that have models of their own kind.
pub(super) const POPULATION: &str = "befolkning";
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
#[derive(Default)]
pub(super) struct Made {
    pub(super) tables: BTreeMap<String, Vec<LevelCube>>,
    pub(super) broken_down: BTreeMap<String, Vec<LevelBrokenDown>>,
}

impl Made {
    /// The number of people, their ages, and how many moved in.
    pub(super) fn add_people(&mut self, ground: &Ground) -> Result<(), PublishError> {
        let (people, tiers) = (ground.people, ground.tiers);
        let tables: Result<_, _> =
            tiers.down_to(Level::Deso).map(|tier| tables::people(tier, &people.all)).collect();
        self.tables.insert(POPULATION.to_owned(), tables?);
        for by in [By::Sex, By::Age] {
            let (categories, numbers) = breakdowns::people_by(by, people, tiers);
            let parts =
                tables::people_broken_down(by.id(), &categories, &tables::periods(), &numbers, tiers)?;
            self.broken_down.entry(POPULATION.to_owned()).or_default().extend(parts);
        }
        let (years, groups) = (ages::years(people.all.len()), ages::breakdown());
        let ids: Vec<&str> = groups.categories.iter().map(|category| category.id.as_str()).collect();
        let numbers = ages::people_by_age_and_sex(&years, people, tiers);
        let periods = ages::periods(&years, people.all.len());
        let parts = tables::people_broken_down(&groups.id, &ids, &periods, &numbers, tiers)?;
        self.broken_down.entry(POPULATION.to_owned()).or_default().extend(parts);
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
    pub(super) fn add_ratios(
        &mut self,
        ground: &Ground,
        ratios: &BTreeMap<&str, Ratio>,
        manifest: &Manifest,
    ) -> Result<(), PublishError> {
        let tiers = ground.tiers;
        let of_model = |model: &Model| {
            let decimals = decimals(manifest, model.slug)?;
            let ratio = &ratios[model.slug];
            if survey::is_survey(model.slug) {
                let tables = survey::survey_tables(model, ratio, tiers, decimals, ground.seed)?;
                return Ok((model.slug, tables, Vec::new()));
            }
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
    pub(super) fn add_incomes(
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
    pub(super) fn add_types(
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
    pub(super) fn add_separations(
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

/// The decimals that an indicator's text asks for.
fn decimals(manifest: &Manifest, slug: &str) -> Result<u8, PublishError> {
    let entry = manifest.indicators.iter().find(|entry| entry.slug == slug);
    entry
        .map(|entry| entry.decimals)
        .ok_or_else(|| PublishError::bad(format!("There is a model of {slug} but no text.")))
}
