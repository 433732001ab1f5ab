//! Describe and table: the chart's numbers, for words and for rows.

use super::{LineSeries, LineSpec, SeriesRole};
use crate::charts::frame::absence_words;
use crate::charts::{Table, end_headings};
use crate::i18n::number::{NumberStyle, number_text};
use crate::i18n::period::period_text;
use crate::i18n::text::text;
use crate::model::{Absence, Period, Value};

/// The numbers that a line chart shows.
#[derive(Debug, Clone, PartialEq)]
pub struct LineDescription {
    /// First and last period of the time axis.
    pub periods: Option<(Period, Period)>,
    /// First periods after breaks in the series.
    pub breaks: Vec<Period>,
    /// The named lines, in the order of the spec.
    pub series: Vec<SeriesDescription>,
    /// How many lines are only context.
    pub n_context: usize,
}

/// The numbers of one line.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesDescription {
    /// Its name.
    pub name: String,
    /// First and last number.
    pub ends: Option<[(Period, f64); 2]>,
    /// Least and greatest number, each where it first occurs.
    pub extremes: Option<[(Period, f64); 2]>,
    /// Periods without a number, with their reasons.
    pub absences: Vec<(Period, Absence)>,
}

impl LineSpec {
    /// The numbers that the text alternative is made from.
    pub fn describe(&self) -> LineDescription {
        let named = self.series.iter().filter(|series| series.role != SeriesRole::Context);
        LineDescription {
            periods: self.periods.first().copied().zip(self.periods.last().copied()),
            breaks: self.breaks.clone(),
            series: named.clone().map(|series| self.describe_series(series)).collect(),
            n_context: self.series.len() - named.count(),
        }
    }

    fn describe_series(&self, series: &LineSeries) -> SeriesDescription {
        let timed = || self.periods.iter().copied().zip(series.values.iter().copied());
        let numbers: Vec<(Period, f64)> =
            timed().filter_map(|(period, value)| Some((period, value.number()?))).collect();
        let extreme = |sign: f64| {
            numbers
                .iter()
                .copied()
                .reduce(|best, next| if sign * next.1 > sign * best.1 { next } else { best })
        };
        SeriesDescription {
            name: series.name.clone(),
            ends: numbers.first().zip(numbers.last()).map(|(first, last)| [*first, *last]),
            extremes: extreme(-1.0).zip(extreme(1.0)).map(|(least, greatest)| [least, greatest]),
            absences: timed().filter_map(|(period, value)| Some((period, value.absence()?))).collect(),
        }
    }

    /// The data as rows: a row a period, a column a named line. Absences are words.
    pub fn table(&self) -> Table {
        let named = || self.series.iter().filter(|series| series.role != SeriesRole::Context);
        let style = NumberStyle { decimals: self.decimals, language: self.language };
        let cell = |value: Option<&Value>| match value.copied() {
            Some(Value::Number(number, _)) => number_text(number, style),
            Some(Value::Absent(reason)) => absence_words(reason, self.language).to_owned(),
            None => absence_words(Absence::Missing, self.language).to_owned(),
        };
        let heading = text(self.language).period.to_owned();
        let ends = |series: &LineSeries, position: usize| {
            let ends = series.intervals.get(position).copied().flatten();
            let text = |end: f64| number_text(end, style);
            ends.map_or_else(Default::default, |(low, high)| [text(low), text(high)])
        };
        let heads = |series: &LineSeries| {
            let ends = end_headings(self.language).map(|end| format!("{}, {end}", series.name));
            let has_ends = !series.intervals.is_empty();
            let ends = ends.into_iter().filter(move |_| has_ends);
            std::iter::once(series.name.clone()).chain(ends)
        };
        let row = |(position, period): (usize, &Period)| {
            let cells = named().flat_map(|series| {
                let has_ends = !series.intervals.is_empty();
                let ends = ends(series, position).into_iter().filter(move |_| has_ends);
                std::iter::once(cell(series.values.get(position))).chain(ends)
            });
            std::iter::once(period_text(*period, self.language)).chain(cells).collect()
        };
        Table {
            header: std::iter::once(heading).chain(named().flat_map(heads)).collect(),
            rows: self.periods.iter().enumerate().map(row).collect(),
        }
    }
}
