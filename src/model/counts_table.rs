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

    /// The table in which the persons of an area of a level are counted: of that level, or of municipalities, which
    /// larger areas are made of.
    pub fn table_for(&self, level: Level) -> Option<&TableEntry> {
        let of_parts = || self.table(Level::Municipality).filter(|_| level < Level::Municipality);
        self.table(level).or_else(of_parts)
    }

    /// The position of a group.
    pub fn group(&self, id: &str) -> Option<usize> {
        self.groups.iter().position(|group| group.id == id)
    }
}

impl AreaCounts {
    /// The persons of an area who are in some groups, and all its persons. A county is the sum of its municipalities, and
    /// the nation of all; none for an area that the counts do not cover, and for an unknown group.
    pub fn share_of(&self, groups: &[String], area: &AreaCode) -> Option<(f64, f64)> {
        let own: Vec<usize> =
            groups.iter().map(|id| self.groups.iter().position(|own| own == id)).collect::<Option<_>>()?;
        let is_part = |code: &AreaCode| match area.level() {
            Level::Nation => true,
            Level::County => code.as_str().starts_with(area.as_str()),
            _ => code == area,
        };
        let mut sum = None;
        for at in (0..self.areas.len()).filter(|at| is_part(&self.areas[*at])) {
            let cells = self.area(at);
            let (members, all) = sum.unwrap_or((0.0, 0.0));
            let own: f64 = own.iter().map(|group| cells[*group]).sum();
            sum = Some((members + own, all + cells.iter().sum::<f64>()));
        }
        sum
    }

    /// The groups of one area.
    pub fn area(&self, position: usize) -> &[f64] {
        &self.cells[position * self.groups.len()..(position + 1) * self.groups.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_some_groups_of_all_and_larger_areas_are_their_parts() {
        let code = |code: &str| code.parse::<AreaCode>().unwrap();
        let counts = AreaCounts {
            level: Level::Municipality,
            vintage: Vintage(2025),
            period: Period::year(2024),
            areas: ["0114", "0115", "1480"].map(code).to_vec(),
            groups: ["a", "b", "c"].map(str::to_owned).to_vec(),
            cells: vec![1.0, 2.0, 3.0, 10.0, 20.0, 30.0, 100.0, 200.0, 300.0],
        };
        let groups = ["a", "c"].map(str::to_owned);
        let share = |area: &str| counts.share_of(&groups, &code(area));
        assert_eq!(share("0115"), Some((40.0, 60.0)));
        assert_eq!(share("01"), Some((44.0, 66.0)));
        assert_eq!(share("00"), Some((444.0, 666.0)));
        assert_eq!(share("1481"), None);
        assert_eq!(share("1480R001"), None, "a municipality is not one of its parts");
        assert_eq!(counts.share_of(&["d".to_owned()], &code("01")), None);
    }
}
