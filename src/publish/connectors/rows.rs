//! What every form of source is read into: rows of cells under named columns, each row knowing where it stood.

use super::super::error::PublishError;
use crate::model::{Absence, Flags};
use std::borrow::Cow;

/// The rows of a file.
#[derive(Debug)]
pub(super) struct Rows {
    /// The file, for error sentences.
    pub(super) file: String,
    /// What its rows and columns are called.
    pub(super) kind: Kind,
    /// Names of the columns.
    pub(super) columns: Vec<String>,
    /// The rows, each with one cell a column.
    pub(super) rows: Vec<Row>,
}

/// One row.
#[derive(Debug)]
pub(super) struct Row {
    /// The line, or the number of the feature or entry, from 1.
    pub(super) place: u64,
    /// Cells in the order of the columns.
    pub(super) cells: Vec<Cell>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// Text, as a table of text has everywhere.
    Text(String),
    /// A number that the form of file keeps apart from text, with what it says of it.
    Number(f64, Flags),
    /// Outright no number.
    Absent(Absence),
    /// The row has no such property.
    Nothing,
}

/// What people call the rows and columns of a form of file.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Lines,
    Features,
    Entries,
}

impl Kind {
    /// The word for a row.
    pub(super) const fn row(self) -> &'static str {
        match self {
            Self::Lines => "line",
            Self::Features => "feature",
            Self::Entries => "entry",
        }
    }

    /// The word for a column.
    pub(super) const fn column(self) -> &'static str {
        match self {
            Self::Lines | Self::Entries => "column",
            Self::Features => "property",
        }
    }
}

impl Rows {
    /// The position of a column.
    pub(super) fn column(&self, name: &str) -> Result<usize, PublishError> {
        let mut found = self.columns.iter().enumerate().filter(|(_, column)| *column == name);
        let (file, kind) = (&self.file, self.kind.column());
        let header = if matches!(self.kind, Kind::Lines) { ", line 1" } else { "" };
        match (found.next(), found.next()) {
            (Some((at, _)), None) => Ok(at),
            (Some(_), Some(_)) => {
                Err(PublishError::bad(format!("{file}{header}: the {kind} “{name}” is there twice.")))
            }
            _ => {
                let near = self.columns.iter().find(|column| {
                    strsim::damerau_levenshtein(&column.to_lowercase(), &name.to_lowercase()) <= 2
                });
                let hint = near.map_or_else(String::new, |near| format!(" “{near}” may be meant."));
                let words = if kind == "property" { "properties" } else { "columns" };
                Err(PublishError::bad(format!(
                    "{file}{header}: the {kind} “{name}” is not there; the {words} are {}.{hint}",
                    self.columns.join(", ")
                )))
            }
        }
    }

    /// Where a cell stands, as a sentence begins: `values.csv, line 4, column people`.
    pub(super) fn at(&self, place: u64, column: &str) -> String {
        format!("{}, {} {place}, {} {column}", self.file, self.kind.row(), self.kind.column())
    }
}

impl Row {
    /// A cell as text; nothing for one without.
    pub(super) fn text(&self, at: usize) -> Cow<'_, str> {
        match &self.cells[at] {
            Cell::Text(text) => Cow::Borrowed(text.trim()),
            Cell::Number(number, _) => Cow::Owned(number.to_string()),
            Cell::Absent(_) | Cell::Nothing => Cow::Borrowed(""),
        }
    }
}
