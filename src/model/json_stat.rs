//! JSON-stat 2.0, the one codec for statistics files, both directions (<https://json-stat.org/full/>).
//!
//! We write the dimensions `indicator` (one category), `area` and `period`, the last varying fastest. We read any
//! dataset whose geography and time are told by `role`, whose other dimensions have one category, and whose values,
//! statuses and indexes are in any of the forms the standard allows.

use super::number_column::{by_position, joined, parts, write_numbers};
use super::{AreaCode, Cube, Indicator, Language, Period};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A dataset as the file holds it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dataset {
    /// `2.0`.
    pub version: String,
    /// `dataset`.
    pub class: String,
    /// Title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Provider.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// When the data were last changed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub updated: String,
    /// Remarks, a sentence each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub note: Vec<String>,
    /// Dimensions in the order of `size`.
    pub id: Vec<String>,
    /// Number of categories of each dimension.
    pub size: Vec<usize>,
    /// Which dimensions are time, geography and metric.
    #[serde(default)]
    pub role: Role,
    /// Categories of each dimension.
    pub dimension: BTreeMap<String, Dimension>,
    /// Values, the last dimension varying fastest.
    #[serde(serialize_with = "write_values")]
    pub value: Values,
    /// Status letters.
    #[serde(default, skip_serializing_if = "Statuses::is_empty")]
    pub status: Statuses,
    /// What the standard has no member for.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extension: BTreeMap<String, serde_json::Value>,
}

/// The meaning of dimensions.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Role {
    /// Dimensions that are time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub time: Vec<String>,
    /// Dimensions that are geography.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub geo: Vec<String>,
    /// Dimensions that say what is measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub metric: Vec<String>,
}

/// One dimension.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dimension {
    /// Title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Its categories.
    pub category: Category,
}

/// The categories of a dimension. At least one of `index` and `label` is present.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Category {
    /// Ids in order, or positions by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<Index>,
    /// Labels by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub label: BTreeMap<String, String>,
}

/// The order of categories, in either form of the standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Index {
    /// Ids in order.
    Ids(Vec<String>),
    /// Position of each id.
    Positions(BTreeMap<String, usize>),
}

/// Values, in either form of the standard.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Values {
    /// One a cell.
    All(Vec<Option<f64>>),
    /// Only some cells.
    Sparse(#[serde(deserialize_with = "by_position")] BTreeMap<usize, Option<f64>>),
}

/// Status letters, in any form of the standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Statuses {
    /// Some cells.
    Sparse(#[serde(deserialize_with = "by_position")] BTreeMap<usize, String>),
    /// One a cell.
    All(Vec<Option<String>>),
    /// The same for all.
    Same(String),
}

impl Default for Statuses {
    fn default() -> Self {
        Self::Sparse(BTreeMap::new())
    }
}

impl Statuses {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Sparse(map) if map.is_empty())
    }
}

/// What is wrong with a dataset, as a phrase that names the member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatasetError(pub String);

impl std::fmt::Display for DatasetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DatasetError {}

impl Dataset {
    /// The dataset of one indicator on one level: `indicator` × `area` × `period`. Labels are in `language`; `name_of`
    /// gives each area's name.
    pub fn of_indicator(
        indicator: &Indicator,
        cube: &Cube,
        name_of: impl Fn(&AreaCode) -> String,
        language: Language,
    ) -> Self {
        let ids = |codes: Vec<String>| Some(Index::Ids(codes));
        let title = indicator.title.get(language);
        let metric = Category {
            index: ids(vec![indicator.slug.clone()]),
            label: BTreeMap::from([(indicator.slug.clone(), title.to_owned())]),
        };
        let area = Category {
            index: ids(cube.areas().iter().map(ToString::to_string).collect()),
            label: cube.areas().iter().map(|code| (code.to_string(), name_of(code))).collect(),
        };
        let period = Category {
            index: ids(cube.periods().iter().map(ToString::to_string).collect()),
            label: BTreeMap::new(),
        };
        let dimension = |label: &str, category| Dimension { label: label.into(), category };
        let (value, status) = parts(cube.values());
        let extension = BTreeMap::from([
            ("decimals".to_owned(), indicator.decimals.into()),
            ("unit".to_owned(), indicator.unit.long.get(language).into()),
            ("zeroBaseline".to_owned(), indicator.zero_baseline.into()),
            ("canBeNegative".to_owned(), indicator.can_be_negative.into()),
        ]);
        Self {
            version: "2.0".into(),
            class: "dataset".into(),
            label: title.into(),
            source: indicator.source.provider.get(language).into(),
            updated: indicator.source.released.clone(),
            note: Vec::new(),
            id: vec!["indicator".into(), "area".into(), "period".into()],
            size: vec![1, cube.areas().len(), cube.periods().len()],
            role: Role {
                time: vec!["period".into()],
                geo: vec!["area".into()],
                metric: vec!["indicator".into()],
            },
            dimension: BTreeMap::from([
                ("indicator".into(), dimension("indicator", metric)),
                ("area".into(), dimension("area", area)),
                ("period".into(), dimension("period", period)),
            ]),
            value: Values::All(value),
            status: Statuses::Sparse(status),
            extension,
        }
    }

    /// The categories' ids of a dimension, in order.
    pub fn category_ids(&self, id: &str) -> Result<Vec<String>, DatasetError> {
        let dimension = self
            .dimension
            .get(id)
            .ok_or_else(|| DatasetError(format!("dimension “{id}” is in id but not described")))?;
        let ids = match &dimension.category.index {
            Some(Index::Ids(ids)) => ids.clone(),
            Some(Index::Positions(positions)) => {
                let mut pairs: Vec<_> = positions.iter().collect();
                pairs.sort_by_key(|(_, position)| **position);
                pairs.into_iter().map(|(id, _)| id.clone()).collect()
            }
            // The standard lets a dimension of one category leave its index out.
            None => dimension.category.label.keys().cloned().collect(),
        };
        let size =
            self.id.iter().position(|name| name == id).and_then(|position| self.size.get(position).copied());
        match size {
            Some(size) if size == ids.len() => Ok(ids),
            Some(size) => {
                Err(DatasetError(format!("dimension “{id}” has {} categories, size says {size}", ids.len())))
            }
            None => Err(DatasetError(format!("id and size do not match at dimension “{id}”"))),
        }
    }

    /// The values as a cube of areas × periods, both ascending, whatever their order here.
    pub fn into_cube(self) -> Result<Cube, DatasetError> {
        let fail = |problem: String| Err(DatasetError(problem));
        if self.version != "2.0" || self.class != "dataset" {
            return fail(format!(
                "version “{}”, class “{}” found where version “2.0”, class “dataset” is read",
                self.version, self.class
            ));
        }
        if self.id.len() != self.size.len() {
            return fail(format!("id names {} dimensions, size gives {}", self.id.len(), self.size.len()));
        }
        let of_role = |ids: &[String], role: &str| match ids {
            [id] => Ok(id.clone()),
            _ => Err(DatasetError(format!("role.{role} names {} dimensions, one is read", ids.len()))),
        };
        let (geo, time) = (of_role(&self.role.geo, "geo")?, of_role(&self.role.time, "time")?);
        let cells = self.size.iter().try_fold(1_usize, |cells, size| cells.checked_mul(*size));
        let n_values = match &self.value {
            Values::All(all) => all.len(),
            Values::Sparse(_) => cells.unwrap_or(usize::MAX),
        };
        if cells != Some(n_values) || n_values > MOST_CELLS {
            return fail(format!("size {:?} does not fit the {n_values} values", self.size));
        }
        let position_of = |id: &String| self.id.iter().position(|name| name == id);
        let (Some(geo_at), Some(time_at)) = (position_of(&geo), position_of(&time)) else {
            return fail(format!("role names “{geo}” and “{time}”, id has {:?}", self.id));
        };
        if let Some(other) =
            (0..self.id.len()).find(|at| *at != geo_at && *at != time_at && self.size[*at] != 1)
        {
            return fail(format!(
                "dimension “{}” has {} categories; beside geography and time only one is read",
                self.id[other], self.size[other]
            ));
        }
        let sorted = |id: &str| -> Result<Vec<(String, usize)>, DatasetError> {
            let mut ids: Vec<_> = self.category_ids(id)?.into_iter().zip(0..).collect();
            ids.sort();
            Ok(ids)
        };
        let (areas, periods) = (sorted(&geo)?, sorted(&time)?);
        let values = self.cells(n_values)?;
        let (area_stride, period_stride) =
            if geo_at < time_at { (periods.len(), 1) } else { (1, areas.len()) };
        let mut ordered = Vec::with_capacity(values.len());
        for (_, area) in &areas {
            ordered.extend(
                periods.iter().map(|(_, period)| values[area * area_stride + period * period_stride]),
            );
        }
        let parse_error = |error: super::Malformed| DatasetError(error.to_string());
        let codes = areas.iter().map(|(id, _)| id.parse::<AreaCode>().map_err(parse_error));
        let times = periods.iter().map(|(id, _)| id.parse::<Period>().map_err(parse_error));
        Cube::new(codes.collect::<Result<_, _>>()?, times.collect::<Result<_, _>>()?, ordered)
            .map_err(|error| DatasetError(error.0))
    }

    /// One value a cell, whatever form values and statuses have.
    pub fn cells(&self, n_values: usize) -> Result<Vec<super::Value>, DatasetError> {
        let numbers = match &self.value {
            Values::All(all) => all.clone(),
            Values::Sparse(some) => {
                if let Some((position, _)) = some.range(n_values..).next() {
                    return Err(DatasetError(format!("value has position {position} of {n_values}")));
                }
                (0..n_values).map(|position| some.get(&position).copied().flatten()).collect()
            }
        };
        let statuses = match &self.status {
            Statuses::Sparse(some) => some.clone(),
            Statuses::All(all) => {
                let present =
                    |(position, status): (usize, &Option<String>)| Some((position, status.clone()?));
                all.iter().enumerate().filter_map(present).collect()
            }
            Statuses::Same(status) => (0..n_values).map(|position| (position, status.clone())).collect(),
        };
        joined(&numbers, &statuses).map_err(DatasetError)
    }
}

/// More cells than any table of ours has (6,160 areas × 35 periods × 40 categories): a size that promises more is a
/// damaged file, and must not make a reader reserve memory.
const MOST_CELLS: usize = 10_000_000;

fn write_values<S: serde::Serializer>(values: &Values, serializer: S) -> Result<S::Ok, S::Error> {
    match values {
        Values::All(all) => write_numbers(all, serializer),
        Values::Sparse(some) => serializer.collect_map(some),
    }
}
