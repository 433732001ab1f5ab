//! What the command tells: records, as a table for reading, CSV or JSON.

use crate::publish::PublishError;
use clap::ValueEnum;
use serde::Serialize;
use std::fmt::Write as _;

/// How records are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Aligned columns, for reading.
    Table,
    /// CSV, for a spreadsheet.
    Csv,
    /// An array of objects, for a program.
    Json,
}

/// One number, or the reason why there is none. Absent members are left out of JSON.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Record {
    /// The index's id.
    pub(super) index: String,
    /// The value of `--by`, or the level of a decomposition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) by: Option<String>,
    /// The groups concerned: one against the rest, one against another.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) groups: Vec<String>,
    /// The area concerned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) area: Option<String>,
    /// The radius in metres, for an index that has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) radius: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value: Option<f64>,
    /// Its 95 % interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) interval: Option<[f64; 2]>,
    /// Two-sided p-value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) p: Option<f64>,
    /// The p-value adjusted for the number of areas (Benjamini & Hochberg).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) p_adjusted: Option<f64>,
    /// Number of areas that the number rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) n_areas: Option<usize>,
    /// Why there is no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) warnings: Vec<String>,
}

const COLUMNS: [&str; 13] = [
    "index",
    "by",
    "groups",
    "area",
    "radius",
    "value",
    "interval_low",
    "interval_high",
    "p",
    "p_adjusted",
    "n_areas",
    "reason",
    "warnings",
];

impl Record {
    /// A record of a plain number.
    pub(super) fn of(index: &str, value: f64) -> Self {
        Self { index: index.to_owned(), value: Some(value), ..Self::default() }
    }

    fn cells(&self) -> [String; 13] {
        let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
        [
            self.index.clone(),
            self.by.clone().unwrap_or_default(),
            self.groups.join("|"),
            self.area.clone().unwrap_or_default(),
            number(self.radius),
            number(self.value),
            number(self.interval.map(|interval| interval[0])),
            number(self.interval.map(|interval| interval[1])),
            number(self.p),
            number(self.p_adjusted),
            self.n_areas.map(|n| n.to_string()).unwrap_or_default(),
            self.reason.clone().unwrap_or_default(),
            self.warnings.join(" "),
        ]
    }
}

impl Format {
    /// Writes records to standard output.
    pub(super) fn print(self, records: &[Record]) -> Result<(), PublishError> {
        use std::io::Write as _;
        let text = self.text(records)?;
        match std::io::stdout().lock().write_all(text.as_bytes()) {
            // Whoever reads may stop reading, as `head` does.
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                Err(PublishError::Io(format!("Could not write the result: {error}.")))
            }
            _ => Ok(()),
        }
    }

    fn text(self, records: &[Record]) -> Result<String, PublishError> {
        let failed =
            |error: &dyn std::fmt::Display| PublishError::Io(format!("Could not write the result: {error}."));
        match self {
            Self::Json => {
                let mut text = serde_json::to_string_pretty(records).map_err(|error| failed(&error))?;
                text.push('\n');
                Ok(text)
            }
            Self::Csv => {
                let mut writer = csv::Writer::from_writer(Vec::new());
                writer.write_record(COLUMNS).map_err(|error| failed(&error))?;
                for record in records {
                    writer.write_record(record.cells()).map_err(|error| failed(&error))?;
                }
                let bytes = writer.into_inner().map_err(|error| failed(&error))?;
                String::from_utf8(bytes).map_err(|error| failed(&error))
            }
            Self::Table => Ok(aligned(records)),
        }
    }
}

/// The columns that any record fills, padded; the last is not.
fn aligned(records: &[Record]) -> String {
    let rows: Vec<[String; 13]> =
        std::iter::once(COLUMNS.map(str::to_owned)).chain(records.iter().map(Record::cells)).collect();
    let used: Vec<usize> =
        (0..13).filter(|&column| rows[1..].iter().any(|row| !row[column].is_empty())).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = used.iter().map(|&column| width(column)).collect();
    let mut text = String::new();
    for row in &rows {
        let mut line = String::new();
        for (&column, &width) in used.iter().zip(&widths) {
            let _ = write!(line, "{:width$}  ", row[column]);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
