//! `profile/<code>.json`: all that one profile page needs, in one request.

mod ages;
mod events;
mod inside;
mod separation;
mod similar;
mod types;

pub use ages::ProfileAges;
pub use events::{EventComparison, ProfileEvent};
pub use inside::{AreasInside, InsideValues, SmallerAreas};
pub use separation::{ProfileDivision, ProfileIndex};
pub use similar::{SimilarArea, SimilarAreas};
pub use types::{MeansByType, PeopleByType, TypesInside};

use super::json::{FromJson, Place};
use super::number_column::write_numbers;
use super::{AreaCode, AreaNote, Ends, Example, NumberColumn, Period};
use serde::{Serialize, Serializer};

/// An area's own figures beside those of the larger areas it lies in.
#[derive(Debug, Clone, PartialEq, Serialize)]
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
    /// People by age and sex; none where the edition has no such table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ages: Option<ProfileAges>,
    /// The areas inside, with their newest values; none where the edition has no smaller areas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inside: Option<AreasInside>,
    /// Separation between the smallest areas inside, over time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indices: Vec<ProfileIndex>,
    /// How the variation between the persons who live here divides between and within the areas inside.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub divisions: Vec<ProfileDivision>,
    /// People by the type of the RegSO they live in, over time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area_types: Option<PeopleByType>,
    /// Areas of the same level that are most like this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub similar: Option<SimilarAreas>,
    /// What was tried here, or in the areas inside, for others to learn from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
    /// Indicators by the type of the area; in the nation's profile alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by_type: Vec<MeansByType>,
    /// Measures taken here and reforms for all, ascending by their first period.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<ProfileEvent>,
    /// What must be known of this area, or of areas inside, to read some numbers right.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<AreaNote>,
}

impl FromJson for Profile {
    fn from_json(json: &Place) -> Self {
        Self {
            format: json.member("format"),
            area: json.member("area"),
            name: json.member("name"),
            parents: json.member("parents"),
            population: json.member("population"),
            indicators: json.member("indicators"),
            ages: json.member_or_default("ages"),
            inside: json.member_or_default("inside"),
            indices: json.member_or_default("indices"),
            divisions: json.member_or_default("divisions"),
            area_types: json.member_or_default("area_types"),
            similar: json.member_or_default("similar"),
            examples: json.member_or_default("examples"),
            by_type: json.member_or_default("by_type"),
            events: json.member_or_default("events"),
            notes: json.member_or_default("notes"),
        }
    }
}

/// One indicator of a profile.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileIndicator {
    /// Which indicator.
    pub slug: String,
    /// Periods, ascending.
    pub periods: Vec<Period>,
    /// The area itself first, then its parents that have figures, nearest first.
    pub series: Vec<ProfileSeries>,
    /// Newest values of all areas of the same level, ascending, for a strip that shows where this one stands.
    #[serde(serialize_with = "write_all")]
    pub level_spread: Vec<f64>,
    /// Newest values of the municipalities of the county that this is, or that this lies in, ascending; empty for the
    /// nation, and where the areas inside have a spread of their own.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "write_all")]
    pub county_spread: Vec<f64>,
    /// Values of the areas most like this one, in the order of [`SimilarAreas::areas`] and in the newest period in which
    /// this area has a number; empty where none are named.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "write_numbers")]
    pub alike: Vec<Option<f64>>,
    /// The ends of their 95 % intervals; empty where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alike_intervals: Vec<Ends>,
}

/// Writes whole numbers short.
fn write_all<S: Serializer>(numbers: &[f64], serializer: S) -> Result<S::Ok, S::Error> {
    let numbers: Vec<Option<f64>> = numbers.iter().copied().map(Some).collect();
    write_numbers(&numbers, serializer)
}

impl FromJson for ProfileIndicator {
    fn from_json(json: &Place) -> Self {
        Self {
            slug: json.member("slug"),
            periods: json.member("periods"),
            series: json.member("series"),
            level_spread: json.member("level_spread"),
            county_spread: json.member_or_default("county_spread"),
            alike: json.member_or_default("alike"),
            alike_intervals: json.member_or_default("alike_intervals"),
        }
    }
}

/// One area's values over an indicator's periods.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileSeries {
    /// Which area.
    pub area: AreaCode,
    /// Values, one a period.
    #[serde(flatten)]
    pub values: NumberColumn,
    /// The ends of their 95 % intervals, one a period; empty where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub intervals: Vec<Ends>,
}

impl ProfileSeries {
    /// The interval of the value in a period, by its place among the periods; none where there is none.
    pub fn ends(&self, position: usize) -> Ends {
        *self.intervals.get(position)?
    }
}

impl FromJson for ProfileSeries {
    fn from_json(json: &Place) -> Self {
        Self {
            area: json.member("area"),
            values: NumberColumn::from_json(json),
            intervals: json.member_or_default("intervals"),
        }
    }
}
