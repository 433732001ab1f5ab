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
        Ok(number) if is_number && number.is_finite() => scaled(number, &digits, table.factor),
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

/// The number times the table's factor, rounded to as many digits as the source had and the factor can add, so that
/// 466800 × 0.001 is 466.8 and not a neighbour of it.
fn scaled(number: f64, digits: &str, factor: f64) -> Result<Value, String> {
    if factor == 1.0 {
        return Value::finite(number).ok_or_else(|| "found a number too large".to_owned());
    }
    let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let product =
        format!("{:.*}", (decimals + 9).min(15), number * factor).parse::<f64>().unwrap_or(number * factor);
    Value::finite(product).ok_or_else(|| format!("found “{digits}”, which times {factor} is no number"))
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
