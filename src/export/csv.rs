//! The table as CSV: plain (RFC 4180 with `#` lines before it), and as a Swedish spreadsheet opens it.

use super::Credit;
use crate::charts::Table;
use crate::i18n::number::number_of;
use crate::model::Language;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CsvForm {
    /// UTF-8, comma, decimal point; lines about the table begin with `# `.
    Plain,
    /// UTF-8 with a byte order mark, semicolon, decimal comma, so that a double click in Sweden opens it right.
    SwedishExcel,
}

/// The file. Numbers are written without grouping, as many decimals as shown; absences are words.
pub fn csv(table: &Table, credit: &Credit, form: CsvForm) -> String {
    let mut file = String::new();
    if form == CsvForm::SwedishExcel {
        file.push('\u{FEFF}');
    }
    for line in credit.sentences() {
        match form {
            CsvForm::Plain => {
                file.push_str("# ");
                file.push_str(&line.replace(['\r', '\n'], " "));
            }
            CsvForm::SwedishExcel => push_cell(&mut file, &line, ';'),
        }
        file.push_str("\r\n");
    }
    let separator = if form == CsvForm::Plain { ',' } else { ';' };
    for cells in std::iter::once(&table.header).chain(&table.rows) {
        for (column, cell) in cells.iter().enumerate() {
            if column > 0 {
                file.push(separator);
            }
            push_cell(&mut file, &plain(cell, credit.language, form), separator);
        }
        file.push_str("\r\n");
    }
    file
}

/// A number as other programs read it; any other text as it is.
fn plain(cell: &str, language: Language, form: CsvForm) -> String {
    let Some(_) = number_of(cell, language) else { return cell.to_owned() };
    let digits = cell.chars().filter_map(|letter| match (letter, language) {
        ('\u{2212}', _) => Some('-'),
        (',', Language::Sv) | ('.', Language::En) => Some(if form == CsvForm::Plain { '.' } else { ',' }),
        (digit, _) if digit.is_ascii_digit() => Some(digit),
        _ => None,
    });
    digits.collect()
}

/// A cell, quoted where it has to be. A text that a spreadsheet would take for a formula is told apart by an apostrophe.
fn push_cell(file: &mut String, cell: &str, separator: char) {
    let is_number = cell.strip_prefix('-').unwrap_or(cell).starts_with(|first: char| first.is_ascii_digit());
    let cell = match cell.chars().next() {
        Some('=' | '+' | '@' | '-' | '\t') if !is_number => format!("'{cell}"),
        _ => cell.to_owned(),
    };
    if cell.contains(['"', '\r', '\n', separator]) {
        file.push('"');
        file.push_str(&cell.replace('"', "\"\""));
        file.push('"');
    } else {
        file.push_str(&cell);
    }
}
