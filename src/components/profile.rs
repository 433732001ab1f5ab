//! Reading a profile: newest values, and values in words.

use super::site::Site;
use crate::i18n::number::{NumberStyle, with_unit};
use crate::model::{Absence, Indicator, Period, ProfileSeries, Value};

/// The newest number of a series with its period.
pub fn newest(periods: &[Period], series: &ProfileSeries) -> Option<(Period, f64)> {
    let pairs = periods.iter().copied().zip(series.values.0.iter().copied());
    pairs.rev().find_map(|(period, value)| Some((period, value.number()?)))
}

/// The value of a series in a period.
pub fn newest_at(periods: &[Period], series: &ProfileSeries, period: Option<Period>) -> Option<Value> {
    let position = periods.binary_search(&period?).ok()?;
    series.values.0.get(position).copied()
}

/// A value in words, or the reason why there is none.
pub fn value_words(site: &Site, indicator: &Indicator, value: Option<Value>) -> String {
    let style = NumberStyle { decimals: indicator.decimals, language: site.language };
    match value {
        Some(Value::Number(number, _)) => with_unit(number, &indicator.unit, style),
        Some(Value::Absent(reason)) => (site.text().absence)(reason).to_owned(),
        None => (site.text().absence)(Absence::Missing).to_owned(),
    }
}

/// Why a series has no newest value.
pub fn absence_words(site: &Site, series: Option<&ProfileSeries>) -> String {
    let last = series.and_then(|series| series.values.0.last()).and_then(|value| value.absence());
    (site.text().absence)(last.unwrap_or(Absence::Missing)).to_owned()
}
