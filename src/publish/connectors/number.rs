//! A cell of a source as a value: numbers as Swedish and international sources write them, and their marks.

use super::super::manifest::{Mark, TableSource};
use crate::model::{Absence, Flags, Value};

/// The value of a cell, or a phrase on what was found and what is allowed.
pub(super) fn value(cell: &str, table: &TableSource) -> Result<Value, String> {
    let cell = cell.trim();
    if let Some(mark) = mark(cell, table) {
        return Ok(match mark {
            Mark::Zero => Value::Number(0.0, Flags::NONE),
            Mark::Missing => Value::Absent(Absence::Missing),
            Mark::Suppressed => Value::Absent(Absence::Suppressed),
            Mark::NotApplicable => Value::Absent(Absence::NotApplicable),
        });
    }
    let other = if table.decimal == '.' { ',' } else { '.' };
    let plain = without_grouping(cell, table.decimal);
    let digits = plain.replace(table.decimal, ".");
    let is_number = !plain.contains(other)
        && plain.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'-' | b'+' | b'e' | b'E'))
        && plain.bytes().any(|b| b.is_ascii_digit());
    match digits.parse::<f64>() {
        Ok(number) if is_number && number.is_finite() => scaled(number, table.factor),
        _ => Err(format!("found “{}”, allowed is {}", shortened(cell), allowed(cell, table))),
    }
}

/// What the mark means: the table's own meaning first, else the usual one in Swedish official statistics.
fn mark(cell: &str, table: &TableSource) -> Option<Mark> {
    if let Some(mark) = table.marks.get(cell) {
        return Some(*mark);
    }
    match cell {
        ".." | "…" => Some(Mark::Missing),
        "." => Some(Mark::NotApplicable),
        "–" | "-" | "−" => Some(Mark::Zero),
        _ => None,
    }
}

/// The number without spaces that group its digits by three; as it was when they do not.
fn without_grouping(cell: &str, decimal: char) -> String {
    let minus = cell.replace('\u{2212}', "-");
    let is_space = |sign: char| matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    if !minus.contains(is_space) {
        return minus;
    }
    let (whole, fraction) = minus.split_once(decimal).map_or((&*minus, None), |(w, f)| (w, Some(f)));
    let mut groups = whole.split(is_space);
    let first = groups.next().unwrap_or_default().trim_start_matches('-').len();
    let grouped = (1..=3).contains(&first) && groups.all(|group| group.len() == 3);
    match (grouped, fraction) {
        (false, _) => minus,
        (true, None) => whole.replace(is_space, ""),
        (true, Some(fraction)) => format!("{}{decimal}{fraction}", whole.replace(is_space, "")),
    }
}

/// A number of the source times the table's factor, to 15 digits, so that 466800 × 0.001 is 466.8 and not a neighbour of
/// it; a phrase when that is too large.
pub(super) fn scaled(number: f64, factor: f64) -> Result<Value, String> {
    let product = match factor == 1.0 {
        true => number,
        false => format!("{:.14e}", number * factor).parse().unwrap_or(f64::INFINITY),
    };
    Value::finite(product).ok_or_else(|| format!("found {number}, which times {factor} is too large"))
}

fn allowed(cell: &str, table: &TableSource) -> String {
    let other = if table.decimal == '.' { ',' } else { '.' };
    let hint = match () {
        () if cell.is_empty() => " (an empty cell does not say why there is no number)",
        () if cell.contains(other) => " (the other sign may be meant: see decimal in the manifest)",
        () => "",
    };
    let mut marks: Vec<&str> = vec!["..", ".", "–"];
    marks.extend(table.marks.keys().map(String::as_str).filter(|mark| !["..", ".", "–"].contains(mark)));
    format!("a number with decimal sign “{}” or one of the marks {}{hint}", table.decimal, marks.join(" "))
}

fn shortened(cell: &str) -> String {
    cell.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn table(decimal: char, factor: f64, marks: &[(&str, Mark)]) -> TableSource {
        let key = |key: &str| key.to_owned();
        TableSource {
            low: None,
            high: None,
            persons: None,
            levels: Vec::new(),
            vintage: crate::model::Vintage(2025),
            file: key("values.csv"),
            connector: Default::default(),
            area: Some(key("code")),
            fixed_area: None,
            area_pattern: None,
            whole_pattern: None,
            period: Some(key("year")),
            fixed_period: None,
            value: key("value"),
            delimiter: None,
            decimal,
            marks: marks.iter().map(|(sign, mark)| (key(sign), *mark)).collect(),
            factor,
            only: BTreeMap::new(),
            sum: Vec::new(),
            missing_parts: false,
            share_of: BTreeMap::new(),
            estimated: false,
            provisional: false,
            bare_vintage: None,
            outside_validity: false,
        }
    }

    #[test]
    fn numbers_are_read_as_sources_write_them() {
        for (cell, decimal, number) in [
            ("12", '.', 12.0),
            (" 12.5 ", '.', 12.5),
            ("12,5", ',', 12.5),
            ("-3", '.', -3.0),
            ("\u{2212}3,25", ',', -3.25),
            ("10 588 000", '.', 10_588_000.0),
            ("1\u{a0}234,5", ',', 1234.5),
            ("-1\u{202f}000", '.', -1000.0),
            ("1.5e3", '.', 1500.0),
            ("–", '.', 0.0),
            ("-", ',', 0.0),
        ] {
            assert_eq!(value(cell, &table(decimal, 1.0, &[])).map(Value::number), Ok(Some(number)), "{cell}");
        }
    }

    #[test]
    fn marks_mean_what_the_table_says_and_else_what_they_usually_mean() {
        let plain = table('.', 1.0, &[]);
        assert_eq!(value("..", &plain), Ok(Value::Absent(Absence::Missing)));
        assert_eq!(value(".", &plain), Ok(Value::Absent(Absence::NotApplicable)));
        let own = table('.', 1.0, &[("..", Mark::Suppressed), ("-", Mark::Missing), ("*", Mark::Zero)]);
        assert_eq!(value("..", &own), Ok(Value::Absent(Absence::Suppressed)));
        assert_eq!(value("-", &own), Ok(Value::Absent(Absence::Missing)));
        assert_eq!(value("*", &own).map(Value::number), Ok(Some(0.0)));
        assert!(value("*", &plain).is_err());
    }

    #[test]
    fn a_factor_leaves_round_numbers_round() {
        let thousandth = table('.', 0.001, &[]);
        for (cell, number) in [("466800", 466.8), ("1", 0.001), ("123456789", 123_456.789), ("-", 0.0)] {
            assert_eq!(value(cell, &thousandth).map(Value::number), Ok(Some(number)), "{cell}");
        }
        assert_eq!(value("1.005", &table('.', 1000.0, &[])).map(Value::number), Ok(Some(1005.0)));
        assert!(value("1e300", &table('.', 1e300, &[])).is_err());
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for cell in
            ["", "x", "1 2", "12 34", "1,2", "1.2.3", "1e", "NaN", "inf", "0x10", "1_000", "--1", "…x", "5 %"]
        {
            assert!(value(cell, &table('.', 1.0, &[])).is_err(), "{cell}");
        }
    }
}
