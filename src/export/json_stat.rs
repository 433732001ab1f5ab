//! The table of a figure as JSON-stat 2.0: rows × columns. Cells that are no numbers are absent, with their words as
//! status.

use super::Credit;
use crate::charts::Table;
use crate::i18n::number::number_of;
use std::fmt::Write;

/// The file.
pub fn json_stat(table: &Table, credit: &Credit) -> String {
    let rows: Vec<&str> = table.rows.iter().filter_map(|row| row.first()).map(String::as_str).collect();
    let columns: Vec<&str> = table.header.iter().skip(1).map(String::as_str).collect();
    let mut values = Vec::new();
    let mut status = Vec::new();
    let cells = table.rows.iter().flat_map(|row| row.iter().skip(1));
    for (place, cell) in cells.enumerate() {
        match number_of(cell, credit.language) {
            Some(number) => values.push(number.to_string()),
            None => {
                values.push("null".to_owned());
                status.push(format!("\"{place}\":{}", string(cell)));
            }
        }
    }
    let heading = table.header.first().map_or("", String::as_str);
    let notes: Vec<String> = credit.sentences().iter().map(|line| string(line)).collect();
    let mut file = String::from(r#"{"version":"2.0","class":"dataset","#);
    let _ = write!(
        file,
        r#""label":{},"source":{},"note":[{}],"id":["row","column"],"size":[{},{}],"#,
        string(&credit.title),
        string(&credit.source),
        notes.join(","),
        rows.len(),
        columns.len()
    );
    let _ = write!(
        file,
        r#""dimension":{{"row":{},"column":{}}},"value":[{}],"status":{{{}}}}}"#,
        dimension(heading, &rows),
        dimension(&credit.detail, &columns),
        values.join(","),
        status.join(",")
    );
    file
}

/// Categories are told by their places, because two areas may have one name.
fn dimension(label: &str, members: &[&str]) -> String {
    let index: Vec<String> = (0..members.len()).map(|place| format!("\"{place}\"")).collect();
    let labels: Vec<String> =
        members.iter().enumerate().map(|(place, name)| format!("\"{place}\":{}", string(name))).collect();
    let category = format!(r#"{{"index":[{}],"label":{{{}}}}}"#, index.join(","), labels.join(","));
    format!(r#"{{"label":{},"category":{category}}}"#, string(label))
}

/// A string of JSON.
fn string(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    json.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                json.push('\\');
                json.push(letter);
            }
            control if control < ' ' => {
                let _ = write!(json, "\\u{:04x}", u32::from(control));
            }
            plain => json.push(plain),
        }
    }
    json.push('"');
    json
}
