//! Datasets as our tables, whatever the order of their dimensions and categories.

use super::super::json::Keyed;
use super::super::number_column::joined;
use super::super::{AreaCode, AreaCounts, BrokenDown, Cube, Ends, Level, Malformed, Period, Value, Vintage};
use super::{Dataset, DatasetError, Index, Interval, Statuses, Values};
use crate::decimal::plain;
use crate::order::sorted;

/// More cells than any table of ours has (6,160 areas × 35 periods × 40 categories): a size that promises more is a
/// damaged file, and must not make a reader reserve memory.
const MOST_CELLS: usize = 10_000_000;

impl Dataset {
    /// The categories' ids of a dimension, in order.
    pub fn category_ids(&self, id: &str) -> Result<Vec<String>, DatasetError> {
        let described = self.dimension.entries().iter().find(|(described, _)| described == id);
        let (_, dimension) =
            described.ok_or_else(|| DatasetError(format!("dimension “{id}” is in id but not described")))?;
        let ids = match &dimension.category.index {
            Some(Index::Ids(ids)) => ids.clone(),
            Some(Index::Positions(positions)) => {
                let ids: Keyed<usize, &String> =
                    positions.entries().iter().map(|(id, position)| (*position, id)).collect();
                ids.entries().iter().map(|(_, id)| (*id).clone()).collect()
            }
            // The standard lets a dimension of one category leave its index out.
            None => dimension.category.label.entries().iter().map(|(id, _)| id.clone()).collect(),
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
        let (geo, time) = self.geo_and_time()?;
        let (areas, periods) = (Axis::sorted(&self, &geo)?, Axis::sorted(&self, &time)?);
        let values = self.arranged(&[&areas, &periods])?;
        let intervals = self.intervals(&[&areas, &periods])?;
        cube(&areas, &periods, values)?.with_intervals(intervals).map_err(|error| DatasetError(error.0))
    }

    /// The values by the categories of the dimension `breakdown`, in the file's order, each a cube of areas × periods.
    pub fn into_broken_down(self, breakdown: &str) -> Result<BrokenDown, DatasetError> {
        let (geo, time) = self.geo_and_time()?;
        let categories = Axis::in_order(&self, breakdown)?;
        let (areas, periods) = (Axis::sorted(&self, &geo)?, Axis::sorted(&self, &time)?);
        let values = self.arranged(&[&categories, &areas, &periods])?;
        let n_cells = areas.categories.len() * periods.categories.len();
        let of_category = |(at, (id, _)): (usize, &(String, usize))| {
            let values = values[at * n_cells..(at + 1) * n_cells].to_vec();
            Ok((id.clone(), cube(&areas, &periods, values)?))
        };
        let categories =
            categories.categories.iter().enumerate().map(of_category).collect::<Result<_, DatasetError>>()?;
        Ok(BrokenDown { breakdown: breakdown.to_owned(), categories })
    }

    /// The values as persons by area and group (the dimension `group`) in one period. The file does not say its level
    /// and vintage, which stand in its path.
    pub fn into_counts(self, level: Level, vintage: Vintage) -> Result<AreaCounts, DatasetError> {
        let (geo, time) = self.geo_and_time()?;
        let (areas, groups) = (Axis::sorted(&self, &geo)?, Axis::in_order(&self, "group")?);
        let periods = self.category_ids(&time)?;
        let values = self.arranged(&[&areas, &groups])?;
        let [period] = &*periods else {
            return Err(DatasetError(format!(
                "dimension “{time}” has {} categories, one is read",
                periods.len()
            )));
        };
        let n_groups = groups.categories.len().max(1);
        let count = |(at, value): (usize, &Value)| match value.number() {
            Some(number) if number >= 0.0 => Ok(number),
            Some(number) => {
                Err(DatasetError(format!("value {at} is {}, a count is 0 or more", plain(number))))
            }
            None => Err(DatasetError(format!(
                "value {at} (area {}) is absent; every cell of a table of counts is a number",
                areas.categories[at / n_groups].0
            ))),
        };
        let cells = values.iter().enumerate().map(count).collect::<Result<_, _>>()?;
        Ok(AreaCounts {
            level,
            vintage,
            period: period.parse().map_err(parse_error)?,
            areas: codes(&areas)?,
            groups: groups.categories.into_iter().map(|(id, _)| id).collect(),
            cells,
        })
    }

    /// One value a cell, whatever form values and statuses have.
    pub fn cells(&self, n_values: usize) -> Result<Vec<Value>, DatasetError> {
        let sparse;
        let numbers = match &self.value {
            Values::All(all) => all,
            Values::Sparse(some) => {
                if let Some((position, _)) = some.entries().last().filter(|(last, _)| *last >= n_values) {
                    return Err(DatasetError(format!("value has position {position} of {n_values}")));
                }
                sparse = (0..n_values).map(|position| some.get(&position).copied().flatten()).collect();
                &sparse
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
        joined(numbers, &statuses).map_err(DatasetError)
    }

    /// The dimensions that are geography and time, after checking that this is a dataset of a size that can be.
    fn geo_and_time(&self) -> Result<(String, String), DatasetError> {
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
        self.n_values()?;
        if !self.id.contains(&geo) || !self.id.contains(&time) {
            return fail(format!("role names “{geo}” and “{time}”, id has {:?}", self.id));
        }
        Ok((geo, time))
    }

    /// The number of cells, when sizes and values agree on it.
    fn n_values(&self) -> Result<usize, DatasetError> {
        let cells = self.size.iter().try_fold(1_usize, |cells, size| cells.checked_mul(*size));
        let n_values = match &self.value {
            Values::All(all) => all.len(),
            Values::Sparse(_) => cells.unwrap_or(usize::MAX),
        };
        if cells != Some(n_values) || n_values > MOST_CELLS {
            return Err(DatasetError(format!("size {:?} does not fit the {n_values} values", self.size)));
        }
        Ok(n_values)
    }

    /// The cells in the order of some dimensions, the last varying fastest; all others must have one category.
    fn arranged(&self, axes: &[&Axis]) -> Result<Vec<Value>, DatasetError> {
        let asked = |at: usize| axes.iter().any(|axis| axis.dimension == self.id[at]);
        if let Some(other) = (0..self.id.len()).find(|at| !asked(*at) && self.size[*at] != 1) {
            return Err(DatasetError(format!(
                "dimension “{}” has {} categories; beside geography and time only one is read",
                self.id[other], self.size[other]
            )));
        }
        let cells = self.cells(self.n_values()?)?;
        Ok(self.places(axes).into_iter().map(|place| cells[place]).collect())
    }

    /// The intervals in the order of some dimensions; nothing where there are none.
    fn intervals(&self, axes: &[&Axis]) -> Result<Vec<Ends>, DatasetError> {
        let Interval { low, high } = &self.interval;
        let n_values = self.n_values()?;
        match (low.len(), high.len()) {
            (0, 0) => return Ok(Vec::new()),
            (n_low, n_high) if n_low == n_values && n_high == n_values => {}
            (n_low, n_high) => {
                return Err(DatasetError(format!(
                    "extension.interval has {n_low} lower and {n_high} upper ends for {n_values} values"
                )));
            }
        }
        let ends = |place: usize| low[place].zip(high[place]);
        Ok(self.places(axes).into_iter().map(ends).collect())
    }

    /// The positions of the cells in the order of some dimensions, the last varying fastest.
    fn places(&self, axes: &[&Axis]) -> Vec<usize> {
        let mut places = vec![0];
        for axis in axes {
            let stride: usize = self
                .id
                .iter()
                .position(|id| *id == axis.dimension)
                .map_or(1, |at| self.size[at + 1..].iter().product());
            places = places
                .iter()
                .flat_map(|place| axis.categories.iter().map(move |(_, position)| place + position * stride))
                .collect();
        }
        places
    }
}

/// A dimension with its categories and their positions in the file.
struct Axis {
    dimension: String,
    categories: Vec<(String, usize)>,
}

impl Axis {
    fn in_order(dataset: &Dataset, dimension: &str) -> Result<Self, DatasetError> {
        if !dataset.id.iter().any(|id| id == dimension) {
            return Err(DatasetError(format!(
                "id has {:?}, the dimension “{dimension}” is needed",
                dataset.id
            )));
        }
        let categories = dataset.category_ids(dimension)?.into_iter().zip(0..).collect();
        Ok(Self { dimension: dimension.to_owned(), categories })
    }

    fn sorted(dataset: &Dataset, dimension: &str) -> Result<Self, DatasetError> {
        let mut axis = Self::in_order(dataset, dimension)?;
        axis.categories = sorted(&axis.categories, &Ord::cmp);
        Ok(axis)
    }
}

fn cube(areas: &Axis, periods: &Axis, values: Vec<Value>) -> Result<Cube, DatasetError> {
    let times = periods.categories.iter().map(|(id, _)| id.parse::<Period>().map_err(parse_error));
    Cube::new(codes(areas)?, times.collect::<Result<_, _>>()?, values).map_err(|error| DatasetError(error.0))
}

fn codes(areas: &Axis) -> Result<Vec<AreaCode>, DatasetError> {
    areas.categories.iter().map(|(id, _)| id.parse::<AreaCode>().map_err(parse_error)).collect()
}

fn parse_error(error: Malformed) -> DatasetError {
    DatasetError(error.to_string())
}
