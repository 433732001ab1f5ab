//! The manifest: a TOML file that says what to publish, from which tables, with which texts.
//!
//! It is parsed once into these types and checked whole before any source is opened; a key that nobody reads is
//! refused, because it is a misspelling or a wish that would silently go unfulfilled.

mod faults;
mod group;
mod level;
mod note;
mod table;
mod variants;

use super::error::{Problems, PublishError};
use crate::model::{AccessibilityStatement, Example, Localized, Measure, ShareParts, Theme};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

pub use group::GroupSource;
pub use level::{AreasSource, BordersSource, LevelSource};
pub use note::{NoteRule, NoteSource};
pub use table::{Choice, Connector, Mark, TableSource};

/// What to publish.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of the manifest's form: 1.
    pub format: u32,
    /// Whether the figures are modelled.
    #[serde(default)]
    pub synthetic: bool,
    /// Slug of the indicator that the start page shows first.
    pub start: Option<String>,
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
    /// The fields of the accessibility statement.
    pub accessibility: Option<AccessibilityStatement>,
    /// Examples to learn from.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// Areas that somebody names together.
    #[serde(default)]
    pub groups: Vec<GroupSource>,
    /// What must be known of some areas to read some of their numbers right.
    #[serde(default)]
    pub notes: Vec<NoteSource>,
}

/// A text in both languages, neither of them empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The name in English, where it is another.
    #[serde(default)]
    pub name_en: String,
    /// Address of the text.
    pub url: String,
}

/// An indicator: its texts and its tables.
#[derive(Debug, Clone, Serialize, Deserialize)]
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
    /// Whether the values come from a sample.
    #[serde(default)]
    pub is_sample: bool,
    /// What exactly is counted.
    pub definition: Text,
    /// How the figures are made.
    pub method: Text,
    /// What is easily misread.
    pub pitfalls: Vec<Text>,
    /// Breaks in the series.
    #[serde(default)]
    pub breaks: Vec<BreakEntry>,
    /// The table of counts and its groups that a share is worked out from, where the edition publishes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<ShareParts>,
    /// Where the figures come from.
    pub source: SourceEntry,
    /// The tables; none in a manifest whose figures are modelled.
    #[serde(default)]
    pub tables: Vec<TableSource>,
    /// Words for names: the entry stands for as many indicators as there are sets, each with `{name}` replaced by the
    /// word in all its texts.
    #[serde(default)]
    pub variants: Vec<BTreeMap<String, String>>,
}

/// The unit of a number, short and in full.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitEntry {
    /// As it stands behind a number.
    pub short: Text,
    /// In full.
    pub long: Text,
    /// Behind the number 1, where that is another word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one: Option<Text>,
}

/// A break in a series.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BreakEntry {
    /// First period after the break.
    pub period: String,
    /// What changed.
    pub text: Text,
}

/// Where figures come from.
#[derive(Debug, Clone, Serialize, Deserialize)]
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

impl Manifest {
    /// The manifest in a text; `name` is the file's, for the error sentences.
    ///
    /// # Errors
    /// When the text is not TOML, a key is unknown or missing, or what it says does not hold together.
    pub fn parse(text: &str, name: &str) -> Result<Self, PublishError> {
        let mut manifest: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
            PublishError::bad(format!("The manifest {name}, line {line}: {}.", error.message().trim()))
        })?;
        manifest.indicators = variants::written_out(manifest.indicators)
            .map_err(|fault| PublishError::bad(format!("The manifest {name}: {fault}.")))?;
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

impl Manifest {
    /// The examples, ascending by theme, then by id.
    pub(crate) fn examples_in_order(&self) -> Vec<Example> {
        let mut examples = self.examples.clone();
        examples.sort_by(|a, b| (a.theme, &a.id).cmp(&(b.theme, &b.id)));
        examples
    }
}

impl From<Text> for Localized {
    fn from(text: Text) -> Self {
        Self { sv: text.sv, en: text.en }
    }
}
