//! `counts/<table>/<level>-<vintage>/<period>.json`: persons by area and group, for indices computed by the reader.

use super::json::{FromJson, Place};
use super::{AreaCode, Category, Level, Localized, Period, TableEntry, Vintage};
use serde::{Deserialize, Serialize};

/// A table of counts as the catalogue lists it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountsTable {
    /// Stable id in paths: `background`, `education`.
    pub id: String,
    /// Title: `Folkmängd efter födelseregion`.
    pub title: Localized,
    /// Who is counted: `20–64 år`.
    pub population: Localized,
    /// How single persons are protected, as a sentence.
    pub protection: Localized,
    /// Whether the order of the groups means something, as with ages and incomes.
    #[serde(default)]
    pub ordered: bool,
    /// The groups, low to high where they are ordered. Every person counted is in exactly one.
    pub groups: Vec<Category>,
    /// The levels and periods that have a file.
    pub tables: Vec<TableEntry>,
}

impl FromJson for CountsTable {
    fn from_json(json: &Place) -> Self {
        Self {
            id: json.member("id"),
            title: json.member("title"),
            population: json.member("population"),
            protection: json.member("protection"),
            ordered: json.member_or_default("ordered"),
            groups: json.member("groups"),
            tables: json.member("tables"),
        }
    }
}

/// One file: all areas of a level in one period. Every cell is a number: a table with cells withheld is not published.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaCounts {
    /// The level of every area.
    pub level: Level,
    /// The year whose codes apply.
    pub vintage: Vintage,
    /// The time counted.
    pub period: Period,
    /// Codes, ascending.
    pub areas: Vec<AreaCode>,
    /// Ids of the groups.
    pub groups: Vec<String>,
    /// Persons, `cells[area * groups.len() + group]`.
    pub cells: Vec<f64>,
}

impl CountsTable {
    /// The table of a level in its newest vintage.
    pub fn table(&self, level: Level) -> Option<&TableEntry> {
        self.tables.iter().filter(|table| table.level == level).max_by_key(|table| table.vintage)
    }

    /// The position of a group.
    pub fn group(&self, id: &str) -> Option<usize> {
        self.groups.iter().position(|group| group.id == id)
    }
}

impl AreaCounts {
    /// The groups of one area.
    pub fn area(&self, position: usize) -> &[f64] {
        &self.cells[position * self.groups.len()..(position + 1) * self.groups.len()]
    }
}
