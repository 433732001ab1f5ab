//! Breakdowns: dimensions that divide an indicator's population, such as sex and age.

use super::json::{FromJson, Place};
use super::{Cube, Localized};
use serde::{Deserialize, Serialize};

/// The breakdown by age and sex together, of which population pyramids are made: its categories are women from the youngest
/// group to the oldest (`women-0-4` … `women-95-`), then men of the same groups.
pub const AGE_SEX: &str = "age-sex";

/// A dimension that divides the population of some indicators, as the catalogue describes it once for all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breakdown {
    /// Stable id in paths: `sex`, `age`.
    pub id: String,
    /// Title: `kön`.
    pub title: Localized,
    /// Its categories in the order that tables and charts have.
    pub categories: Vec<Category>,
}

impl FromJson for Breakdown {
    fn from_json(json: &Place) -> Self {
        Self { id: json.member("id"), title: json.member("title"), categories: json.member("categories") }
    }
}

/// One member of a breakdown, or one group of a table of counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// Stable id inside its dimension: `women`, `65-79`.
    pub id: String,
    /// Title: `kvinnor`.
    pub title: Localized,
}

impl FromJson for Category {
    fn from_json(json: &Place) -> Self {
        Self { id: json.member("id"), title: json.member("title") }
    }
}

/// Values of one indicator on one level, one cube for each category of a breakdown. An indicator need not have all
/// categories of the breakdown (that of people of working age has no children), nor the table all
/// periods of the one that it divides.
#[derive(Debug, Clone, PartialEq)]
pub struct BrokenDown {
    /// The breakdown's id.
    pub breakdown: String,
    /// Ids of categories in the breakdown's order, each with its values; all cubes have the same areas and periods.
    pub categories: Vec<(String, Cube)>,
}
