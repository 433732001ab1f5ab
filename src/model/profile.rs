//! `profile/<code>.json`: all that one profile page needs, in one request.

use super::{AreaCode, NumberColumn, Period};
use serde::{Deserialize, Serialize};

/// An area's own figures beside those of the larger areas it lies in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Version of the file format.
    pub format: u32,
    /// The area.
    pub area: AreaCode,
    /// Its name.
    pub name: String,
    /// The larger areas it lies in, nearest first, with their names.
    pub parents: Vec<(AreaCode, String)>,
    /// Number of people in the newest period, 0 where unknown.
    pub population: u32,
    /// Indicators in the catalogue's order.
    pub indicators: Vec<ProfileIndicator>,
}

/// One indicator of a profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProfileIndicator {
    /// Which indicator.
    pub slug: String,
    /// Periods, ascending.
    pub periods: Vec<Period>,
    /// The area itself first, then its parents that have figures, nearest first.
    pub series: Vec<ProfileSeries>,
    /// Newest values of all areas of the same level, ascending, for a strip that shows where this one stands.
    pub level_spread: Vec<f64>,
    /// Newest values of the areas inside (or, for a municipality without small areas, of its county's
    /// municipalities), for the spread shown before single values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inner_spread: Vec<(AreaCode, f64)>,
}

/// One area's values over an indicator's periods.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProfileSeries {
    /// Which area.
    pub area: AreaCode,
    /// Values, one a period.
    #[serde(flatten)]
    pub values: NumberColumn,
}
