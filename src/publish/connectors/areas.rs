//! Rows as a list of areas: codes, names and parents.

use super::super::error::{Problems, PublishError};
use super::super::manifest::{AreasSource, Connector, LevelSource};
use super::code::code as parsed;
use super::rows::{Row, Rows};
use crate::model::AreaCode;
use std::collections::BTreeMap;
use std::path::Path;

/// An area of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedArea {
    /// Its name.
    pub name: String,
    /// The next larger area.
    pub parent: AreaCode,
}

/// The areas of a level, from all its lists.
///
/// # Errors
/// With a sentence for each row without a code of the level or without a name, and for each code that a list has twice
/// with different names.
pub fn areas(level: &LevelSource, source: &Path) -> Result<BTreeMap<AreaCode, ListedArea>, PublishError> {
    let mut all = BTreeMap::new();
    for list in &level.areas {
        let by_name = if list.file.ends_with(".geojson") { Connector::Geojson } else { Connector::Csv };
        let rows = super::rows(&list.file, list.connector.unwrap_or(by_name), source, None, &[&list.code])?;
        for (code, area) in of_list(level, list, &rows)? {
            all.entry(code).or_insert(area);
        }
    }
    Ok(all)
}

fn of_list(
    level: &LevelSource,
    list: &AreasSource,
    rows: &Rows,
) -> Result<BTreeMap<AreaCode, ListedArea>, PublishError> {
    let code_at = rows.column(&list.code)?;
    let parent_at = list.parent.as_deref().map(|column| rows.column(column)).transpose()?;
    let name = list.name.as_deref().map(|pattern| Pattern::new(pattern, rows)).transpose()?;
    let only = list.only.iter().map(|(column, choice)| Ok((rows.column(column)?, choice.values())));
    let only = only.collect::<Result<Vec<_>, PublishError>>()?;

    let mut problems = Problems::default();
    let mut first: BTreeMap<AreaCode, (ListedArea, u64)> = BTreeMap::new();
    for row in &rows.rows {
        if !only.iter().all(|(at, values)| values.iter().any(|value| *value == row.text(*at))) {
            continue;
        }
        let area = match area(level, list, rows, row, code_at, parent_at, name.as_ref()) {
            Ok(area) => area,
            Err(problem) => {
                problems.add(problem);
                continue;
            }
        };
        let (code, area) = area;
        match first.get(&code) {
            // A key has a row for each part of an area; what the rows say of the area itself is the same.
            Some((known, _)) if *known == area => {}
            Some((_, place)) => {
                let (file, kind) = (&rows.file, rows.kind.row());
                let other = row.place;
                problems.add(format!("{file}: the {kind}s {place} and {other} both have the code {code}."));
            }
            None => {
                first.insert(code, (area, row.place));
            }
        }
    }
    problems.or(first.into_iter().map(|(code, (area, _))| (code, area)).collect())
}

fn area(
    level: &LevelSource,
    list: &AreasSource,
    rows: &Rows,
    row: &Row,
    code_at: usize,
    parent_at: Option<usize>,
    name: Option<&Pattern>,
) -> Result<(AreaCode, ListedArea), String> {
    let (file, kind, place) = (&rows.file, rows.kind.row(), row.place);
    let cell = row.text(code_at);
    if cell.is_empty() {
        let column = rows.kind.column();
        let cells = rows.columns.iter().zip(0..).filter(|(_, at)| !row.text(*at).is_empty());
        let filled: Vec<&str> = cells.map(|(column, _)| column.as_str()).collect();
        return Err(format!(
            "{file}, {kind} {place}: the {column} “{}” has no code; there is something in {}.",
            list.code,
            filled.join(", ")
        ));
    }
    let at = || rows.at(place, &list.code);
    let (code, vintage) = parsed(&cell).map_err(|problem| format!("{}: {problem}.", at()))?;
    if code.level() != level.level {
        let (found, wanted) = (code.level(), level.level);
        return Err(format!("{file}, {kind} {place}: {code} is the code of a {found}, not of a {wanted}."));
    }
    if let Some(vintage) = vintage.filter(|vintage| *vintage != level.vintage) {
        let wanted = level.vintage;
        return Err(format!("{}: {cell} is a code of {vintage}, the manifest says {wanted}.", at()));
    }
    let parent = match parent_at {
        Some(parent_at) => {
            let cell = row.text(parent_at);
            let column = list.parent.as_deref().unwrap_or_default();
            parsed(&cell).map_err(|problem| format!("{}: {problem}.", rows.at(place, column)))?.0
        }
        None => code.parent().unwrap_or_else(AreaCode::nation),
    };
    let name = name.map_or_else(|| code.to_string(), |pattern| pattern.text(row));
    if name.is_empty() {
        let (column, pattern) = (rows.kind.column(), list.name.as_deref().unwrap_or_default());
        return Err(format!("{file}, {kind} {place} ({code}): the {column} “{pattern}” has no name."));
    }
    Ok((code, ListedArea { name, parent }))
}

/// A column's name, or a text with names of columns in braces.
struct Pattern {
    /// Words and positions of columns in turn, each word standing before its column.
    parts: Vec<(String, usize)>,
    rest: String,
}

impl Pattern {
    fn new(pattern: &str, rows: &Rows) -> Result<Self, PublishError> {
        if !pattern.contains('{') {
            return Ok(Self { parts: vec![(String::new(), rows.column(pattern)?)], rest: String::new() });
        }
        let mut parts = Vec::new();
        let mut rest = pattern;
        while let Some((words, column, after)) = rest
            .split_once('{')
            .and_then(|(words, more)| more.split_once('}').map(|(c, after)| (words, c, after)))
        {
            parts.push((words.to_owned(), rows.column(column)?));
            rest = after;
        }
        Ok(Self { parts, rest: rest.to_owned() })
    }

    fn text(&self, row: &Row) -> String {
        let filled = self.parts.iter().map(|(words, at)| format!("{words}{}", row.text(*at)));
        (filled.collect::<String>() + &self.rest).trim().to_owned()
    }
}
