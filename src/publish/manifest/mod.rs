//! The manifest: a TOML file that says what to publish, from which tables, with which texts.
//!
//! It is parsed once into these types and checked whole before any source is opened; a key that nobody reads is
//! refused, because it is a misspelling or a wish that would silently go unfulfilled.

mod faults;

use super::error::{Problems, PublishError};
use crate::model::{Level, Localized, Measure, Theme, Vintage};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// What to publish.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of the manifest's form: 1.
    pub format: u32,
    /// Whether the figures are modelled.
    #[serde(default)]
    pub synthetic: bool,
    /// Who publishes.
    pub publisher: PublisherEntry,
    /// Under which licence.
    pub licence: LicenceEntry,
    /// Slug of the indicator that gives the number of people of an area.
    pub population: String,
    /// Levels with their areas.
    #[serde(default)]
    pub levels: Vec<LevelSource>,
    /// Indicators with their tables.
    pub indicators: Vec<IndicatorSource>,
}

/// A text in both languages, neither of them empty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Swedish.
    pub sv: String,
    /// English.
    pub en: String,
}

/// Who publishes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublisherEntry {
    /// Name.
    pub name: Text,
    /// Address for questions.
    #[serde(default)]
    pub contact: String,
}

/// A licence by name and address.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LicenceEntry {
    /// Short name.
    pub name: String,
    /// Address of the text.
    pub url: String,
}

/// Where the areas of a level come from: a GeoJSON file, or for the nation just a name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelSource {
    /// The level.
    pub level: Level,
    /// The year whose boundaries and codes apply.
    pub vintage: Vintage,
    /// The nation's name; other levels have their names in the file.
    pub name: Option<String>,
    /// GeoJSON file, relative to the source folder.
    pub file: Option<String>,
    /// The property that holds the code.
    pub code: Option<String>,
    /// The property that holds the name.
    pub name_property: Option<String>,
    /// Whether to publish the file's borders. Those of larger levels are dissolved from them.
    #[serde(default)]
    pub borders: bool,
    /// Whether rings that cross themselves are read all the same and noted, instead of being refused.
    #[serde(default)]
    pub mend: bool,
}

/// An indicator: its texts and its tables.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorSource {
    /// Stable id: lower-case ASCII letters, digits and hyphens.
    pub slug: String,
    /// The policy field.
    pub theme: Theme,
    /// Title.
    pub title: Text,
    /// The question it answers.
    pub question: Text,
    /// What is measured, in at most 20 words.
    pub plain: Text,
    /// The population it is about.
    pub population: Text,
    /// How it is expressed.
    pub measure: Measure,
    /// Unit of the numbers.
    pub unit: UnitEntry,
    /// Decimals to show.
    pub decimals: u8,
    /// What a low value means.
    pub low: Text,
    /// What a high value means.
    pub high: Text,
    /// Whether an axis must start at zero.
    #[serde(default)]
    pub zero_baseline: bool,
    /// Whether values can be negative.
    #[serde(default)]
    pub can_be_negative: bool,
    /// What exactly is counted.
    pub definition: Text,
    /// How the figures are made.
    pub method: Text,
    /// What is easily misread.
    pub pitfalls: Vec<Text>,
    /// Breaks in the series.
    #[serde(default)]
    pub breaks: Vec<BreakEntry>,
    /// Where the figures come from.
    pub source: SourceEntry,
    /// The tables; none in a manifest whose figures are modelled.
    #[serde(default)]
    pub tables: Vec<TableSource>,
}

/// The unit of a number, short and in full.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitEntry {
    /// As it stands behind a number.
    pub short: Text,
    /// In full.
    pub long: Text,
}

/// A break in a series.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BreakEntry {
    /// First period after the break.
    pub period: String,
    /// What changed.
    pub text: Text,
}

/// Where figures come from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceEntry {
    /// Provider.
    pub provider: Text,
    /// The sentence below figures.
    pub text: Text,
    /// Table or register.
    #[serde(default)]
    pub table: String,
    /// Where it is published.
    #[serde(default)]
    pub url: String,
    /// When it was published.
    #[serde(default)]
    pub released: String,
    /// When it was fetched.
    #[serde(default)]
    pub retrieved: String,
}

/// A table of a source: which file, which columns, and how to read its cells.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableSource {
    /// The levels whose areas the table has. A code of another level is refused.
    pub levels: Vec<Level>,
    /// The year whose codes apply.
    pub vintage: Vintage,
    /// File, relative to the source folder.
    pub file: String,
    /// How to read it.
    #[serde(default)]
    pub connector: Connector,
    /// Column (CSV) or property (GeoJSON) of the area code.
    pub area: String,
    /// Column or property of the period; the other possibility is `fixed_period`.
    pub period: Option<String>,
    /// The one period of a table that has no such column.
    pub fixed_period: Option<String>,
    /// Column or property of the value.
    pub value: String,
    /// What separates the columns; found out from the header when not given.
    pub delimiter: Option<char>,
    /// The decimal sign, `.` unless said otherwise. Never guessed: 1,234 may be either.
    #[serde(default = "full_stop")]
    pub decimal: char,
    /// What the source's marks mean here, beside the usual ones (`..` missing, `.` not applicable, `–` and `-` zero).
    #[serde(default)]
    pub marks: BTreeMap<String, Mark>,
    /// Every number is multiplied by this, for instance 0.001 from SEK to kSEK.
    #[serde(default = "one")]
    pub factor: f64,
    /// Only rows in which these columns have these values are read.
    #[serde(default, rename = "where")]
    pub only: BTreeMap<String, String>,
}

/// How a table is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Connector {
    /// Text with one row a line.
    #[default]
    Csv,
    /// One feature an area.
    Geojson,
}

/// What a mark in place of a number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Nothing to count: the number 0.
    Zero,
    /// Not reported.
    Missing,
    /// Withheld for disclosure control.
    Suppressed,
    /// The question has no answer here.
    NotApplicable,
}

impl Manifest {
    /// The manifest in a text; `name` is the file's, for the error sentences.
    ///
    /// # Errors
    /// When the text is not TOML, a key is unknown or missing, or what it says does not hold together.
    pub fn parse(text: &str, name: &str) -> Result<Self, PublishError> {
        let manifest: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
            PublishError::bad(format!("The manifest {name}, line {line}: {}.", error.message().trim()))
        })?;
        let mut problems = Problems::default();
        problems.extend(manifest.faults().into_iter().map(|fault| format!("The manifest {name}: {fault}.")));
        problems.or(manifest)
    }

    /// The manifest in a file.
    ///
    /// # Errors
    /// As [`Manifest::parse`], or when the file cannot be read.
    pub fn read(path: &Path) -> Result<Self, PublishError> {
        let bytes =
            std::fs::read(path).map_err(|error| PublishError::io("read the manifest", path, &error))?;
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            PublishError::bad(format!("The manifest {name} is not UTF-8 text: byte {at} is not part of it."))
        })?;
        Self::parse(&text, &name)
    }
}

impl From<Text> for Localized {
    fn from(text: Text) -> Self {
        Self { sv: text.sv, en: text.en }
    }
}

fn full_stop() -> char {
    '.'
}

fn one() -> f64 {
    1.0
}
