//! `areas/<level>-<vintage>.json`: the areas of one level, a column a property.

use super::{AreaCode, Level, Vintage};
use serde::{Deserialize, Serialize};

/// All areas of a level, sorted by code. The position of an area here is its index in boundaries and cross-sections.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Columns")]
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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<(u32, String)>,
}

/// Columns of different length, or codes that are not ascending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MismatchedColumns(pub String);

impl std::fmt::Display for MismatchedColumns {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for MismatchedColumns {}

impl AreaTable {
    /// The position of a code, if the level has it.
    pub fn position(&self, code: &AreaCode) -> Option<usize> {
        self.codes.binary_search(code).ok()
    }

    /// The name of a code, if the level has it.
    pub fn name(&self, code: &AreaCode) -> Option<&str> {
        self.position(code).map(|position| self.names[position].as_str())
    }
}

/// The same columns before they are checked.
#[derive(Deserialize)]
struct Columns {
    level: Level,
    vintage: Vintage,
    codes: Vec<AreaCode>,
    names: Vec<String>,
    parents: Vec<AreaCode>,
    population: Vec<u32>,
    #[serde(default)]
    label_points: Vec<[i32; 2]>,
    #[serde(default)]
    aliases: Vec<(u32, String)>,
}

impl TryFrom<Columns> for AreaTable {
    type Error = MismatchedColumns;

    fn try_from(columns: Columns) -> Result<Self, MismatchedColumns> {
        let Columns { level, vintage, codes, names, parents, population, label_points, aliases } = columns;
        let n_areas = codes.len();
        for (column, len) in
            [("names", names.len()), ("parents", parents.len()), ("population", population.len())]
        {
            if len != n_areas {
                return Err(MismatchedColumns(format!("{column} has {len} entries, codes has {n_areas}")));
            }
        }
        if !label_points.is_empty() && label_points.len() != n_areas {
            let len = label_points.len();
            return Err(MismatchedColumns(format!("label_points has {len} entries, codes has {n_areas}")));
        }
        if let Some(pair) = codes.windows(2).find(|pair| pair[0] >= pair[1]) {
            let [first, second] = [&pair[0], &pair[1]];
            return Err(MismatchedColumns(format!(
                "codes must ascend without repeats, found {first} before {second}"
            )));
        }
        if let Some(code) = codes.iter().find(|code| code.level() != level) {
            return Err(MismatchedColumns(format!(
                "the level is {level}, but the code {code} has another form"
            )));
        }
        Ok(Self { level, vintage, codes, names, parents, population, label_points, aliases })
    }
}
