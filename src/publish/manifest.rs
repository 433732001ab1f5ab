//! The manifest: a TOML file that says what to publish, from which tables, with which texts.
//!
//! It is parsed once into these types and checked whole before any source is opened; a key that nobody reads is
//! refused, because it is a misspelling or a wish that would silently go unfulfilled.

use super::error::{Problems, PublishError};
use crate::model::{Level, Localized, Measure, Period, Theme, Vintage};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The version of the manifest's form.
const FORMAT: u32 = 1;

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

    /// What does not hold together, one phrase each.
    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.format != FORMAT {
            faults.push(format!("format is {}, this program reads {FORMAT}", self.format));
        }
        faults.extend(empty_texts("publisher", &[("name", &self.publisher.name)]));
        let mut levels = BTreeSet::new();
        for source in &self.levels {
            faults.extend(source.faults());
            if !levels.insert((source.level, source.vintage)) {
                faults.push(format!("the level {} {} is listed twice", source.level, source.vintage));
            }
        }
        let mut slugs = BTreeSet::new();
        for indicator in &self.indicators {
            faults.extend(indicator.faults(&levels));
            if !slugs.insert(&*indicator.slug) {
                faults.push(format!("the indicator “{}” is listed twice", indicator.slug));
            }
        }
        if !slugs.contains(&*self.population) {
            let slug = &self.population;
            faults.push(format!("population names the indicator “{slug}”, which is not in the list"));
        }
        faults
    }
}

impl LevelSource {
    fn faults(&self) -> Vec<String> {
        let level = self.level;
        let mut faults = Vec::new();
        match (level, &self.name, &self.file) {
            (Level::Nation, Some(_), None) => {}
            (Level::Nation, ..) => faults.push("the level nation takes a name and no file".into()),
            (_, None, Some(file)) => {
                faults.extend(unsafe_path(file));
                if self.code.is_none() || self.name_property.is_none() {
                    faults.push(format!(
                        "the level {level} must say in which properties code and name_property are"
                    ));
                }
            }
            _ => faults.push(format!("the level {level} takes a file with its areas and no name of its own")),
        }
        faults
    }
}

impl IndicatorSource {
    fn faults(&self, levels: &BTreeSet<(Level, Vintage)>) -> Vec<String> {
        let slug = &self.slug;
        let mut faults = Vec::new();
        let slug_sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if slug.is_empty() || !slug.bytes().all(slug_sign) {
            faults.push(format!("the slug “{slug}” must be lower-case ASCII letters, digits and hyphens"));
        }
        let texts = [
            ("title", &self.title),
            ("question", &self.question),
            ("plain", &self.plain),
            ("population", &self.population),
            ("low", &self.low),
            ("high", &self.high),
            ("unit.short", &self.unit.short),
            ("unit.long", &self.unit.long),
            ("definition", &self.definition),
            ("method", &self.method),
            ("source.provider", &self.source.provider),
            ("source.text", &self.source.text),
        ];
        faults.extend(empty_texts(slug, &texts));
        faults.extend(empty_texts(
            slug,
            &self.pitfalls.iter().map(|text| ("pitfalls", text)).collect::<Vec<_>>(),
        ));
        for text in [&self.plain.sv, &self.plain.en] {
            let n_words = text.split_whitespace().count();
            if n_words > 20 {
                faults.push(format!("{slug}: plain has {n_words} words, at most 20 are allowed: “{text}”"));
            }
        }
        for text in [&self.question.sv, &self.question.en] {
            if !text.ends_with('?') {
                faults.push(format!("{slug}: question must end with a question mark: “{text}”"));
            }
        }
        if self.decimals > 6 {
            faults.push(format!("{slug}: decimals is {}, at most 6 are allowed", self.decimals));
        }
        for entry in &self.breaks {
            if let Err(malformed) = entry.period.parse::<Period>() {
                faults.push(format!("{slug}: a break's period: {malformed}"));
            }
        }
        for table in &self.tables {
            faults.extend(table.faults(levels).into_iter().map(|fault| format!("{slug}: {fault}")));
        }
        faults
    }
}

impl TableSource {
    fn faults(&self, levels: &BTreeSet<(Level, Vintage)>) -> Vec<String> {
        let file = &self.file;
        let mut faults: Vec<String> = unsafe_path(file).into_iter().collect();
        for level in &self.levels {
            if !levels.contains(&(*level, self.vintage)) {
                faults.push(format!(
                    "the table {file} is for {level} {}, which is not among the levels",
                    self.vintage
                ));
            }
        }
        if self.levels.is_empty() {
            faults.push(format!("the table {file} names no level"));
        }
        match (&self.period, &self.fixed_period) {
            (Some(_), None) => {}
            (None, Some(fixed)) => {
                if let Err(malformed) = fixed.parse::<Period>() {
                    faults.push(format!("the table {file}: fixed_period: {malformed}"));
                }
            }
            _ => faults.push(format!("the table {file} must say either period or fixed_period")),
        }
        if !matches!(self.decimal, '.' | ',') {
            faults.push(format!("the table {file}: decimal is “{}”, allowed are “.” and “,”", self.decimal));
        }
        if self.delimiter.is_some_and(|sign| !sign.is_ascii()) {
            faults.push(format!("the table {file}: the delimiter must be an ASCII sign"));
        }
        if !self.factor.is_finite() || self.factor == 0.0 {
            faults.push(format!(
                "the table {file}: factor is {}, a finite number other than 0 is needed",
                self.factor
            ));
        }
        faults
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

/// Which of the texts are empty in a language.
fn empty_texts(owner: &str, texts: &[(&str, &Text)]) -> Vec<String> {
    let languages = |(name, text): &(&str, &Text)| {
        [("sv", &text.sv), ("en", &text.en)]
            .into_iter()
            .filter(|(_, words)| words.trim().is_empty())
            .map(|(language, _)| format!("{owner}: {name}.{language} is empty"))
            .collect::<Vec<_>>()
    };
    texts.iter().flat_map(languages).collect()
}

/// A source file must lie below the source folder.
fn unsafe_path(file: &str) -> Option<String> {
    let inside =
        !file.is_empty() && !file.starts_with('/') && file.split(['/', '\\']).all(|part| part != "..");
    (!inside).then(|| format!("the file “{file}” must be a path below the source folder"))
}
