//! `catalogue.json`: what an edition publishes.

use super::edition::latest;
use super::json::{FromJson, Place};
use super::{Breakdown, CountsTable, Language, Level, Localized, Period, Theme, Vintage};
use serde::{Deserialize, Serialize};

/// What is published: by whom, under which licence, which levels and which indicators.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Catalogue {
    /// Version of the file format.
    pub format: u32,
    /// Whether the figures are modelled.
    pub synthetic: bool,
    /// Slug of the indicator that the start page shows first, where the publisher has chosen one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// Who publishes.
    pub publisher: Publisher,
    /// Under which licence.
    pub licence: Licence,
    /// Levels with their vintages, largest areas first.
    pub levels: Vec<LevelEntry>,
    /// Indicators in the order of their themes.
    pub indicators: Vec<Indicator>,
    /// The breakdowns that indicators refer to by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub breakdowns: Vec<Breakdown>,
    /// Tables of persons by area and group.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<CountsTable>,
}

impl FromJson for Catalogue {
    fn from_json(json: &Place) -> Self {
        Self {
            format: json.member("format"),
            synthetic: json.member_or_default("synthetic"),
            start: json.member_or_default("start"),
            publisher: json.member("publisher"),
            licence: json.member("licence"),
            levels: json.member("levels"),
            indicators: json.member("indicators"),
            breakdowns: json.member_or_default("breakdowns"),
            counts: json.member_or_default("counts"),
        }
    }
}

/// Who publishes the edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Publisher {
    /// Name.
    pub name: Localized,
    /// Address for questions.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub contact: String,
}

impl FromJson for Publisher {
    fn from_json(json: &Place) -> Self {
        Self { name: json.member("name"), contact: json.member_or_default("contact") }
    }
}

/// A licence by name and address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Licence {
    /// Short name, as `CC0 1.0`.
    pub name: String,
    /// The name in English, where it is another; empty where it is not.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name_en: String,
    /// Address of the text.
    pub url: String,
}

impl Licence {
    /// The name in a language.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::En if !self.name_en.is_empty() => &self.name_en,
            _ => &self.name,
        }
    }
}

impl FromJson for Licence {
    fn from_json(json: &Place) -> Self {
        Self {
            name: json.member("name"),
            name_en: json.member_or_default("name_en"),
            url: json.member("url"),
        }
    }
}

/// A level that the edition has areas for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LevelEntry {
    /// The level.
    pub level: Level,
    /// The year whose boundaries and codes apply.
    pub vintage: Vintage,
    /// Number of areas.
    pub count: u32,
    /// Whether the edition has boundary files of this level. Those of larger areas are dissolved from the largest level
    /// that has some, by the areas' parents.
    pub boundaries: bool,
    /// Whether each municipality has a file with the boundaries of its areas of this level in full detail.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub detail: bool,
}

impl FromJson for LevelEntry {
    fn from_json(json: &Place) -> Self {
        Self {
            level: json.member("level"),
            vintage: json.member("vintage"),
            count: json.member("count"),
            boundaries: json.member("boundaries"),
            detail: json.member_or_default("detail"),
        }
    }
}

/// How an indicator is expressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// A number of persons, dwellings …
    Count,
    /// A part of a population, in percent.
    Share,
    /// Events per population.
    Rate,
    /// An average.
    Mean,
    /// The middle value.
    Median,
    /// A composed number.
    Index,
}

impl FromJson for Measure {
    fn from_json(json: &Place) -> Self {
        match json.text() {
            "count" => Self::Count,
            "share" => Self::Share,
            "rate" => Self::Rate,
            "mean" => Self::Mean,
            "median" => Self::Median,
            "index" => Self::Index,
            _ => {
                json.is_not("count, share, rate, mean, median or index");
                Self::Count
            }
        }
    }
}

impl Measure {
    /// Whether values of small areas add up to the value of the area they form.
    pub const fn is_additive(self) -> bool {
        matches!(self, Self::Count)
    }
}

/// The unit of a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unit {
    /// As it stands behind a number: `%`, `personer`/`people`, `tkr`/`kSEK`.
    pub short: Localized,
    /// In full, for titles and axes: `procent`, `tusen kronor per år`.
    pub long: Localized,
    /// As it stands behind the number 1, where that is another word: `person`. Empty where it is not.
    #[serde(skip_serializing_if = "Localized::is_empty")]
    pub one: Localized,
}

impl FromJson for Unit {
    fn from_json(json: &Place) -> Self {
        Self { short: json.member("short"), long: json.member("long"), one: json.member_or_default("one") }
    }
}

/// Where the figures come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The provider: `SCB`/`Statistics Sweden`.
    pub provider: Localized,
    /// The table or register, as the provider names it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub table: String,
    /// Where it is published.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// When the provider published it, as it writes the date.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub released: String,
    /// When it was fetched.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub retrieved: String,
}

impl FromJson for Source {
    fn from_json(json: &Place) -> Self {
        Self {
            provider: json.member("provider"),
            table: json.member_or_default("table"),
            url: json.member_or_default("url"),
            released: json.member_or_default("released"),
            retrieved: json.member_or_default("retrieved"),
        }
    }
}

/// An indicator as the catalogue lists it; its long texts are in `about.json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Indicator {
    /// Stable id in addresses and paths: lower-case ASCII letters, digits and hyphens.
    pub slug: String,
    /// The policy field.
    pub theme: Theme,
    /// Title: `Arbetslöshet`.
    pub title: Localized,
    /// The question it answers, as a sentence with a question mark.
    pub question: Localized,
    /// What is measured, in one plain sentence of at most 20 words.
    pub plain: Localized,
    /// The population it is about: `18–65 år i arbetskraften`.
    pub population: Localized,
    /// How it is expressed.
    pub measure: Measure,
    /// Unit of the numbers.
    pub unit: Unit,
    /// Decimals to show.
    pub decimals: u8,
    /// What a low value means, for the low end of a scale: `lägre andel`.
    pub low: Localized,
    /// What a high value means, for the high end.
    pub high: Localized,
    /// Whether an axis must start at zero.
    pub zero_baseline: bool,
    /// Whether values can be negative.
    pub can_be_negative: bool,
    /// Whether the values come from a sample, so that chance is in every one of them.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_sample: bool,
    /// First periods after a break in the series.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Period>,
    /// Where the figures come from.
    pub source: Source,
    /// The tables that exist.
    pub tables: Vec<TableEntry>,
}

impl FromJson for Indicator {
    fn from_json(json: &Place) -> Self {
        Self {
            slug: json.member("slug"),
            theme: json.member("theme"),
            title: json.member("title"),
            question: json.member("question"),
            plain: json.member("plain"),
            population: json.member("population"),
            measure: json.member("measure"),
            unit: json.member("unit"),
            decimals: json.member("decimals"),
            low: json.member("low"),
            high: json.member("high"),
            zero_baseline: json.member_or_default("zero_baseline"),
            can_be_negative: json.member_or_default("can_be_negative"),
            is_sample: json.member_or_default("is_sample"),
            breaks: json.member_or_default("breaks"),
            source: json.member("source"),
            tables: json.member("tables"),
        }
    }
}

/// The periods an indicator has on one level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableEntry {
    /// The level.
    pub level: Level,
    /// The year whose codes apply.
    pub vintage: Vintage,
    /// Periods, ascending.
    pub periods: Vec<Period>,
    /// Ids of the breakdowns that have a file beside this table's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breakdowns: Vec<String>,
}

impl FromJson for TableEntry {
    fn from_json(json: &Place) -> Self {
        Self {
            level: json.member("level"),
            vintage: json.member("vintage"),
            periods: json.member("periods"),
            breakdowns: json.member_or_default("breakdowns"),
        }
    }
}

impl Catalogue {
    /// The indicator with a slug.
    pub fn indicator(&self, slug: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.slug == slug)
    }

    /// The breakdown with an id.
    pub fn breakdown(&self, id: &str) -> Option<&Breakdown> {
        self.breakdowns.iter().find(|breakdown| breakdown.id == id)
    }

    /// The table of counts with an id.
    pub fn counts(&self, id: &str) -> Option<&CountsTable> {
        self.counts.iter().find(|table| table.id == id)
    }

    /// The newest vintage of a level.
    pub fn level(&self, level: Level) -> Option<&LevelEntry> {
        self.levels.iter().filter(|entry| entry.level == level).max_by_key(|entry| entry.vintage)
    }
}

impl Indicator {
    /// The table of a level in its newest vintage.
    pub fn table(&self, level: Level) -> Option<&TableEntry> {
        self.tables.iter().filter(|table| table.level == level).max_by_key(|table| table.vintage)
    }

    /// The table of a level in the vintage that is asked for, if there is that one; else in its newest.
    pub fn table_of(&self, level: Level, vintage: Option<Vintage>) -> Option<&TableEntry> {
        let asked = self.tables.iter().find(|table| table.level == level && Some(table.vintage) == vintage);
        asked.or_else(|| self.table(level))
    }

    /// The period, of any level's, that is the one sought.
    pub fn period_of(&self, is_it: impl Fn(Period) -> bool) -> Option<Period> {
        self.tables.iter().flat_map(|table| &table.periods).copied().find(|period| is_it(*period))
    }

    /// Whether numbers are percentages, so that differences are percentage points.
    pub fn is_percent(&self) -> bool {
        self.unit.short.sv == "%"
    }
}

impl TableEntry {
    /// The newest period, which a default view shows.
    pub fn latest(&self) -> Option<Period> {
        latest(&self.periods)
    }
}
