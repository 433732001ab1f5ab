//! `areas/<level>-<vintage>.json`: the areas of one level, a column a property.

use super::json::{FromJson, Place};
use super::{AreaCode, Level, Vintage};
use serde::Serialize;

/// All areas of a level, sorted by code. The position of an area here is its index in boundaries and cross-sections.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AreaTable {
    /// The level of every area.
    pub level: Level,
    /// The year whose boundaries and codes apply.
    pub vintage: Vintage,
    /// Codes, ascending.
    pub codes: Vec<AreaCode>,
    /// Names in Swedish, as the source writes them.
    pub names: Vec<String>,
    /// Codes of the next larger areas.
    pub parents: Vec<AreaCode>,
    /// Number of people in the newest period, 0 where unknown.
    pub population: Vec<u32>,
    /// A point well inside each area, SWEREF 99 TM metres, east and north: `[0, 0]` for an area without borders, empty
    /// when no area has some.
    pub label_points: Vec<[i32; 2]>,
    /// Other names that a search should find: `[position, name]`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<(u32, String)>,
}

impl AreaTable {
    /// The position of a code, if the level has it.
    pub fn position(&self, code: &AreaCode) -> Option<usize> {
        self.codes.binary_search(code).ok()
    }

    /// The name of a code, if the level has it.
    pub fn name(&self, code: &AreaCode) -> Option<&str> {
        self.position(code).map(|position| self.names[position].as_str())
    }

    /// Whether the columns have the same length and the codes ascend and are of the level; otherwise what is wrong.
    fn check(&self) -> Result<(), String> {
        let n_areas = self.codes.len();
        let mut columns = vec![
            ("names", self.names.len()),
            ("parents", self.parents.len()),
            ("population", self.population.len()),
        ];
        if !self.label_points.is_empty() {
            columns.push(("label_points", self.label_points.len()));
        }
        if let Some((column, len)) = columns.into_iter().find(|(_, len)| *len != n_areas) {
            return Err(format!("{column} has {len} entries, codes has {n_areas}"));
        }
        if let Some(pair) = self.codes.windows(2).find(|pair| pair[0] >= pair[1]) {
            return Err(format!("codes must ascend without repeats, found {} before {}", pair[0], pair[1]));
        }
        let level = self.level;
        match self.codes.iter().find(|code| code.level() != level) {
            Some(code) => Err(format!("the level is {level}, but the code {code} has another form")),
            None => Ok(()),
        }
    }
}

impl FromJson for AreaTable {
    fn from_json(json: &Place) -> Self {
        let table = Self {
            level: json.member("level"),
            vintage: json.member("vintage"),
            codes: json.member("codes"),
            names: json.member("names"),
            parents: json.member("parents"),
            population: json.member("population"),
            label_points: json.member_or_default("label_points"),
            aliases: json.member_or_default("aliases"),
        };
        if json.is_sound()
            && let Err(problem) = table.check()
        {
            json.fault(problem);
        }
        table
    }
}
