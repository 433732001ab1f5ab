//! A CSV file as rows and named columns; every fault is told with file, row and column.

use crate::publish::PublishError;
use std::path::Path;

/// A read file. Rows are counted as an editor counts lines, the header being row 1.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) file: String,
    header: Vec<String>,
    rows: Vec<Row>,
}

/// The cells of one row, as many as the header has.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) line: u64,
    cells: Vec<String>,
}

impl Table {
    /// Reads a file of UTF-8 text, with commas, semicolons or tabs between the cells.
    pub(super) fn read(path: &Path) -> Result<Self, PublishError> {
        let bytes = std::fs::read(path).map_err(|error| PublishError::io("read", path, &error))?;
        Self::parse(&bytes, &path.display().to_string())
    }

    fn parse(bytes: &[u8], file: &str) -> Result<Self, PublishError> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let line = bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count() + 1;
            PublishError::bad(format!("{file}, row {line}: this is not UTF-8; save the file as UTF-8."))
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let first = text.lines().next().unwrap_or_default();
        let count = |delimiter: char| first.matches(delimiter).count();
        let delimiter =
            [',', ';', '\t'].into_iter().rev().max_by_key(|&delimiter| count(delimiter)).unwrap_or(',');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(u8::try_from(delimiter).unwrap_or(b','))
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut records = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| PublishError::bad(format!("{file}: {error}.")))?;
            let line = record.position().map_or(0, csv::Position::line);
            records.push(Row { line, cells: record.iter().map(|cell| cell.trim().to_owned()).collect() });
        }
        let mut records = records.into_iter();
        let header = records.next().map(|row| row.cells).unwrap_or_default();
        let table = Self { file: file.to_owned(), header, rows: records.collect() };
        table.check()?;
        Ok(table)
    }

    fn check(&self) -> Result<(), PublishError> {
        for (idx, name) in self.header.iter().enumerate() {
            if let Some(earlier) = self.header[..idx].iter().position(|other| other == name) {
                let (earlier, idx) = (earlier + 1, idx + 1);
                return Err(PublishError::bad(format!(
                    "{}, row 1: columns {earlier} and {idx} are both named \"{name}\"; every column needs its own name.",
                    self.file
                )));
            }
        }
        if let Some(row) = self.rows.iter().find(|row| row.cells.len() != self.header.len()) {
            return Err(PublishError::bad(format!(
                "{}, row {}: {} columns, but the header has {}.",
                self.file,
                row.line,
                row.cells.len(),
                self.header.len()
            )));
        }
        if self.rows.is_empty() {
            return Err(PublishError::bad(format!("{}: there is no row below the header.", self.file)));
        }
        Ok(())
    }

    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The place of a column.
    pub(super) fn column(&self, name: &str) -> Result<usize, PublishError> {
        self.header.iter().position(|column| column == name).ok_or_else(|| {
            PublishError::bad(format!(
                "{}, row 1: there is no column \"{name}\"; the columns are {}.",
                self.file,
                self.header.join(", ")
            ))
        })
    }

    /// The names of all columns.
    pub(super) fn columns(&self) -> &[String] {
        &self.header
    }

    /// A sentence about one cell.
    pub(super) fn fault(&self, row: &Row, column: usize, what: &str) -> PublishError {
        PublishError::bad(format!(
            "{}, row {}, column \"{}\": {what}.",
            self.file, row.line, self.header[column]
        ))
    }

    /// The text of a cell, which may not be empty.
    pub(super) fn text<'a>(&self, row: &'a Row, column: usize) -> Result<&'a str, PublishError> {
        let text = row.cells[column].as_str();
        if text.is_empty() { Err(self.fault(row, column, "the cell is empty")) } else { Ok(text) }
    }

    /// The number of a cell.
    pub(super) fn number(&self, row: &Row, column: usize) -> Result<f64, PublishError> {
        self.number_or_absent(row, column)?
            .ok_or_else(|| self.fault(row, column, "the cell is empty, and a number is needed"))
    }

    /// The number of a cell, or nothing where the cell is empty.
    pub(super) fn number_or_absent(&self, row: &Row, column: usize) -> Result<Option<f64>, PublishError> {
        let text = row.cells[column].as_str();
        if text.is_empty() {
            return Ok(None);
        }
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Some(number)),
            _ => Err(self.fault(
                row,
                column,
                &format!("\"{text}\" is not a number; digits with a decimal point are, without spaces"),
            )),
        }
    }
}
