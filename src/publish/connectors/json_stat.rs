//! JSON-stat 2.0 of any dimensions: a row for each combination of categories, a column for each dimension, and one for
//! each category of what is measured (or one called `value`, when the dataset names no such dimension).

use super::super::error::{Problems, PublishError};
use super::rows::{Cell, Kind, Row, Rows};
use crate::model::json_stat::{Dataset, DatasetError, Statuses, Values};
use crate::model::{Value, json};

/// The rows of a dataset, with the ids of its dimensions.
pub(super) fn rows(file: &str, text: &str) -> Result<Rows, PublishError> {
    let dataset: Dataset = json::read(text.as_bytes())
        .map_err(|error| PublishError::bad(format!("{file} cannot be read as JSON-stat 2.0: {error}.")))?;
    let bad = |error: DatasetError| PublishError::bad(format!("{file}: {error}."));
    let n_cells = n_cells(&dataset).map_err(|problem| PublishError::bad(format!("{file}: {problem}.")))?;
    let metric = dataset.id.iter().position(|id| dataset.role.metric.contains(id));
    let categories =
        dataset.id.iter().map(|id| dataset.category_ids(id)).collect::<Result<Vec<_>, _>>().map_err(bad)?;
    let measured = metric.map_or_else(|| vec!["value".to_owned()], |at| categories[at].clone());
    let kept = || (0..dataset.id.len()).filter(|at| Some(*at) != metric);
    let strides = strides(&dataset.size);
    let metric_stride = metric.map_or(0, |at| strides[at]);

    let mut problems = Problems::default();
    let mut rows = Vec::new();
    for first in 0..n_cells {
        let category = |at: usize| first / strides[at] % dataset.size[at];
        if metric.is_some_and(|at| category(at) > 0) {
            continue;
        }
        let place = rows.len() as u64 + 1;
        let keys = kept().map(|at| Cell::Text(categories[at][category(at)].clone()));
        let values = (0..measured.len()).map(|nth| {
            let position = first + nth * metric_stride;
            cell(&dataset, position).unwrap_or_else(|problem| {
                problems.add(format!("{file}, value {position}: {problem}."));
                Cell::Nothing
            })
        });
        rows.push(Row { place, cells: keys.chain(values).collect() });
    }
    let columns = kept().map(|at| dataset.id[at].clone()).chain(measured).collect();
    problems.or(Rows { file: file.to_owned(), kind: Kind::Entries, columns, rows })
}

/// More cells than any table that is asked for: a size that promises more is a damaged file, and must not make a reader
/// reserve memory.
const MOST_CELLS: usize = 10_000_000;

/// The number of cells, once version, sizes and values agree.
fn n_cells(dataset: &Dataset) -> Result<usize, String> {
    let Dataset { version, class, id, size, .. } = dataset;
    if version != "2.0" || class != "dataset" {
        return Err(format!(
            "version “{version}”, class “{class}” found where version “2.0”, class “dataset” is read"
        ));
    }
    if id.len() != size.len() {
        return Err(format!("id names {} dimensions, size gives {}", id.len(), size.len()));
    }
    let cells = size.iter().try_fold(1_usize, |cells, size| cells.checked_mul(*size));
    let n_values = match &dataset.value {
        Values::All(all) => all.len(),
        Values::Sparse(_) => cells.unwrap_or(usize::MAX),
    };
    if cells == Some(n_values) && n_values <= MOST_CELLS {
        Ok(n_values)
    } else {
        Err(format!("size {size:?} does not fit the {n_values} values"))
    }
}

/// How far apart neighbours of each dimension stand, the last varying fastest.
fn strides(size: &[usize]) -> Vec<usize> {
    let mut strides = vec![1; size.len()];
    for at in (1..size.len()).rev() {
        strides[at - 1] = strides[at] * size[at];
    }
    strides
}

/// A cell: the number with its letters; where there is none, the reason by its letter, or the source's own mark.
fn cell(dataset: &Dataset, position: usize) -> Result<Cell, String> {
    let number = match &dataset.value {
        Values::All(all) => all.get(position).copied().flatten(),
        Values::Sparse(some) => some.get(&position).copied().flatten(),
    };
    let status = match &dataset.status {
        Statuses::Same(status) => status.as_str(),
        Statuses::All(all) => all.get(position).and_then(Option::as_deref).unwrap_or_default(),
        Statuses::Sparse(some) => some.get(&position).map_or("", String::as_str),
    };
    match (number, Value::from_parts(number, status)) {
        (_, Ok(Value::Number(number, flags))) => Ok(Cell::Number(number, flags)),
        (_, Ok(Value::Absent(reason))) => Ok(Cell::Absent(reason)),
        (None, Err(_)) => Ok(Cell::Text(status.to_owned())),
        (Some(_), Err(problem)) => Err(problem),
    }
}
