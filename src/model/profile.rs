//! `profile/<code>.json`: all that one profile page needs, in one request.

use super::json::{FromJson, Place};
use super::{AreaCode, Level, NumberColumn, Period, Vintage};
use serde::Serialize;

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
            inside: json.member_or_default("inside"),
            indices: json.member_or_default("indices"),
            divisions: json.member_or_default("divisions"),
            area_types: json.member_or_default("area_types"),
            similar: json.member_or_default("similar"),
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
    pub level_spread: Vec<f64>,
    /// Newest values of the municipalities of the county that this is, or that this lies in; empty for the nation.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inner_spread: Vec<(AreaCode, f64)>,
}

impl FromJson for ProfileIndicator {
    fn from_json(json: &Place) -> Self {
        Self {
            slug: json.member("slug"),
            periods: json.member("periods"),
            series: json.member("series"),
            level_spread: json.member("level_spread"),
            inner_spread: json.member_or_default("inner_spread"),
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
}

impl FromJson for ProfileSeries {
    fn from_json(json: &Place) -> Self {
        Self { area: json.member("area"), values: NumberColumn::from_json(json) }
    }
}

/// The RegSO inside an area, for the spread shown before single values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AreasInside {
    /// The level of the areas inside.
    pub level: Level,
    /// The year whose codes apply.
    pub vintage: Vintage,
    /// Their codes, ascending.
    pub codes: Vec<AreaCode>,
    /// Number of people in each.
    pub population: Vec<u32>,
    /// Newest values of each indicator that the level has, in the catalogue's order.
    pub indicators: Vec<InsideValues>,
}

impl FromJson for AreasInside {
    fn from_json(json: &Place) -> Self {
        Self {
            level: json.member("level"),
            vintage: json.member("vintage"),
            codes: json.member("codes"),
            population: json.member("population"),
            indicators: json.member("indicators"),
        }
    }
}

/// The newest values of one indicator in the areas inside.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InsideValues {
    /// Which indicator.
    pub slug: String,
    /// The newest period.
    pub period: Period,
    /// Values, one an area.
    #[serde(flatten)]
    pub values: NumberColumn,
}

impl FromJson for InsideValues {
    fn from_json(json: &Place) -> Self {
        Self {
            slug: json.member("slug"),
            period: json.member("period"),
            values: NumberColumn::from_json(json),
        }
    }
}

/// One index of separation over time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileIndex {
    /// The index: `dissimilarity`, `information-theory` …
    pub index: String,
    /// The table of counts.
    pub table: String,
    /// The groups compared, taken together as one where there are others.
    pub groups: Vec<String>,
    /// The groups they are compared with, taken together as one; none where all groups are compared with each other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<String>,
    /// The level of the areas that persons are counted in.
    pub level: Level,
    /// Periods, ascending.
    pub periods: Vec<Period>,
    /// Values, one a period; not applicable where the index is undefined.
    #[serde(flatten)]
    pub values: NumberColumn,
}

impl FromJson for ProfileIndex {
    fn from_json(json: &Place) -> Self {
        Self {
            index: json.member("index"),
            table: json.member("table"),
            groups: json.member("groups"),
            others: json.member_or_default("others"),
            level: json.member("level"),
            periods: json.member("periods"),
            values: NumberColumn::from_json(json),
        }
    }
}

/// The variation of a share between persons, p(1 − p), as parts that add up to the total.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileDivision {
    /// The table of counts.
    pub table: String,
    /// The groups whose share it is, taken together as one.
    pub groups: Vec<String>,
    /// The time counted.
    pub period: Period,
    /// The share of the group, 0–1.
    pub share: f64,
    /// p(1 − p).
    pub total: f64,
    /// Between the areas of each level within those of the level before, largest areas first.
    pub between: Vec<(Level, f64)>,
    /// Between persons inside the smallest areas.
    pub within_smallest: f64,
}

impl FromJson for ProfileDivision {
    fn from_json(json: &Place) -> Self {
        Self {
            table: json.member("table"),
            groups: json.member("groups"),
            period: json.member("period"),
            share: json.member("share"),
            total: json.member("total"),
            between: json.member("between"),
            within_smallest: json.member("within_smallest"),
        }
    }
}

/// How many people live in RegSO of each type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PeopleByType {
    /// Periods, ascending.
    pub periods: Vec<Period>,
    /// People in areas of type 1 to 5, one row a period.
    pub people: Vec<[u32; 5]>,
}

impl FromJson for PeopleByType {
    fn from_json(json: &Place) -> Self {
        Self { periods: json.member("periods"), people: json.member("people") }
    }
}

/// The areas most like this one, and in what.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SimilarAreas {
    /// Slugs of the indicators compared, newest values, each with the same weight.
    pub by: Vec<String>,
    /// The most like first.
    pub areas: Vec<SimilarArea>,
}

impl FromJson for SimilarAreas {
    fn from_json(json: &Place) -> Self {
        Self { by: json.member("by"), areas: json.member("areas") }
    }
}

/// An area that is like the profile's.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SimilarArea {
    /// Which area.
    pub area: AreaCode,
    /// Its name.
    pub name: String,
    /// Root mean square difference, in standard deviations over all areas of the level.
    pub distance: f64,
    /// The part of each indicator of `by` in the squared distance, 0–1; together 1 unless the distance is 0.
    pub parts: Vec<f64>,
}

impl FromJson for SimilarArea {
    fn from_json(json: &Place) -> Self {
        Self {
            area: json.member("area"),
            name: json.member("name"),
            distance: json.member("distance"),
            parts: json.member("parts"),
        }
    }
}
