//! Reading sentences: the holes of a pattern, numbers as each language writes them.

use lagesbild::model::{Indicator, Language};

/// What stands in the holes `{}` of a pattern; none where the text has another form.
pub(super) fn holes<'a>(pattern: &str, text: &'a str) -> Option<Vec<&'a str>> {
    let fixed: Vec<&str> = pattern.split("{}").collect();
    let mut rest = text.strip_prefix(fixed[0])?;
    let mut found = Vec::new();
    for (at, part) in fixed.iter().enumerate().skip(1) {
        let end = match (at + 1 == fixed.len(), part.is_empty()) {
            (true, true) => rest.len(),
            (true, false) => rest.strip_suffix(part)?.len(),
            (false, _) => rest.find(part)?,
        };
        found.push(&rest[..end]);
        rest = &rest[end + part.len()..];
    }
    rest.is_empty().then_some(found)
}

/// A number with what follows it: `12,5 %` is 12.5 and `%`. Both parts are given; the number has as many decimals as written.
pub(super) fn number_and_unit(text: &str, language: Language) -> Result<(f64, usize, String), String> {
    let is_part = |(at, sign): (usize, char)| match sign {
        '\u{2212}' | '+' => at == 0,
        '0'..='9' | ',' | '.' => true,
        ' ' => text[at + 1..].starts_with(|next: char| next.is_ascii_digit()),
        _ => false,
    };
    let end = text.char_indices().find(|(at, sign)| !is_part((*at, *sign))).map_or(text.len(), |(at, _)| at);
    let (number, unit) = text.split_at(end);
    let plain = match language {
        Language::Sv => number.replace(' ', "").replace(',', "."),
        Language::En => number.replace(',', ""),
    };
    let plain = plain.replace('\u{2212}', "-");
    let decimals = plain.split_once('.').map_or(0, |(_, after)| after.len());
    let number = plain.parse::<f64>().map_err(|_| format!("“{text}” does not begin with a number"))?;
    Ok((number, decimals, unit.trim().to_owned()))
}

/// Whether a text is a value of an indicator: its number at its decimals, with its unit.
pub(super) fn is_value(
    text: &str,
    truth: f64,
    indicator: &Indicator,
    language: Language,
) -> Result<(), String> {
    let (text, interval) =
        text.split_once(" (95").map_or((text, None), |(text, interval)| (text, Some(interval)));
    if let Some(interval) = interval {
        holds(interval, truth, language)?;
    }
    let (number, decimals, unit) = number_and_unit(text, language)?;
    let (allowed, own) = (usize::from(indicator.decimals), indicator.unit.short.get(language));
    let close = (number - truth).abs() <= 0.5 * 10_f64.powi(-i32::from(indicator.decimals)) + 1e-9;
    require(close, || format!("“{text}” stands for {truth}"))?;
    require(decimals == allowed, || format!("“{text}” has {decimals} decimals, not {allowed}"))?;
    require(unit == own.replace('\u{A0}', " "), || format!("“{text}” has the unit “{unit}”, not “{own}”"))
}

/// Whether the interval that a value is said with holds it.
fn holds(interval: &str, truth: f64, language: Language) -> Result<(), String> {
    let pattern = match language {
        Language::Sv => " % konfidensintervall {} till {})",
        Language::En => "% confidence interval {} to {})",
    };
    let found = holes(pattern, interval).ok_or_else(|| format!("“{interval}” is no interval"))?;
    let [low, high] = [found[0], found[1]].map(|end| number_and_unit(end, language));
    let ((low, ..), (high, ..)) = (low?, high?);
    require(low <= truth && truth <= high, || format!("{low} to {high} does not hold {truth}"))
}

/// What a sentence must fulfil, or why it does not.
pub(super) fn require(is_so: bool, why: impl Fn() -> String) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(why()) }
}

/// The number as an indicator shows it, in whole last decimals; halves go away from zero.
#[expect(clippy::cast_possible_truncation, reason = "figures of people and money are far below 2⁵³")]
pub(super) fn shown(number: f64, indicator: &Indicator) -> i64 {
    let scaled = number * 10_f64.powi(i32::from(indicator.decimals));
    // What is written as 0.25 may be a little less in binary.
    (scaled.abs() + 1e-7).round().copysign(scaled) as i64
}
