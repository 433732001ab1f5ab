//! Levels: where the lists of areas and their borders come from, and when the codes apply.

use super::{Choice, Connector};
use crate::model::{AreaCode, Level, Vintage};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The areas of a level in one vintage. The nation has just a name; other levels have lists.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelSource {
    /// The level.
    pub level: Level,
    /// The year whose boundaries and codes apply.
    pub vintage: Vintage,
    /// The nation's name.
    pub name: Option<String>,
    /// How many areas there are in truth; a list that has fewer is published with a note.
    pub n_areas: Option<usize>,
    /// The first year that codes of this vintage are valid for. Values of earlier periods are not applicable.
    pub valid_from: Option<u16>,
    /// The last year that they are valid for.
    pub valid_to: Option<u16>,
    /// Lists of areas; what several of them have in common is taken from the first.
    #[serde(default)]
    pub areas: Vec<AreasSource>,
    /// Files with borders; they may lack areas, and must not have others than the lists.
    #[serde(default)]
    pub borders: Vec<BordersSource>,
    /// Areas that came or went while the other codes applied.
    #[serde(default)]
    pub validity: BTreeMap<AreaCode, Validity>,
}

/// A file with a list of areas.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreasSource {
    /// File, relative to the source folder.
    pub file: String,
    /// How to read it; told from the file's name when not given.
    pub connector: Option<Connector>,
    /// Column or property of the code.
    pub code: String,
    /// Column or property of the name, or a pattern with some in braces: `{place} {code}`. The code, when not given.
    pub name: Option<String>,
    /// Column or property of the parent's code; the code's own beginning, when not given.
    pub parent: Option<String>,
    /// Only rows in which these columns have these values are read.
    #[serde(default, rename = "where")]
    pub only: BTreeMap<String, Choice>,
}

/// A GeoJSON file with borders.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BordersSource {
    /// File, relative to the source folder.
    pub file: String,
    /// The property that holds the code.
    pub code: String,
    /// Whether rings that cross themselves are read all the same and noted, instead of being refused.
    #[serde(default)]
    pub mend: bool,
}

/// The years that a code is valid for, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Validity {
    /// The first year; as far back as the level's, when not given.
    pub from: Option<u16>,
    /// The last year.
    pub to: Option<u16>,
}

impl LevelSource {
    /// Whether a code of this level has a meaning in a year.
    pub fn is_valid(&self, code: &AreaCode, year: u16) -> bool {
        let within = |from: Option<u16>, to: Option<u16>| {
            from.is_none_or(|from| from <= year) && to.is_none_or(|to| year <= to)
        };
        within(self.valid_from, self.valid_to)
            && self.validity.get(code).is_none_or(|own| within(own.from, own.to))
    }
}
