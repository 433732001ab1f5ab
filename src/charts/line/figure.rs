//! The line chart as figures take it: stops, and the words of a value.

use super::{LineLayout, LineSpec, PlacedMark, SeriesRole};
use crate::charts::frame::absence_words;
use crate::charts::measured::change_text;
use crate::charts::stop::{Reach, Stop};
use crate::charts::{Area, Backend, Chart, Drawn, Placed, PlacedText, PointWords, Size, Table};
use crate::i18n::number::{NumberStyle, with_unit};
use crate::i18n::period::period_text;
use crate::model::{Flags, Value};

/// A line chart in a width.
struct PlacedLine {
    spec: LineSpec,
    layout: LineLayout,
    stops: Vec<Stop>,
}

impl Chart for LineSpec {
    fn placed(&self, width: f64) -> Box<dyn Placed> {
        let size = Size { width, height: super::fitting_height(width) };
        let spec = Self { size, ..self.clone() };
        let layout = spec.layout();
        let stops = spec.stops(&layout);
        Box::new(PlacedLine { spec, layout, stops })
    }

    fn table(&self) -> Table {
        Self::table(self)
    }

    fn point(&self, datum: usize) -> Option<PointWords> {
        let (line, position) = (datum / self.periods.len().max(1), datum % self.periods.len().max(1));
        let series = self.series.get(line)?;
        let value = *series.values.get(position)?;
        let style = NumberStyle { decimals: self.decimals, language: self.language };
        let number = |number: f64| with_unit(number, &self.unit, style);
        let interval = series.intervals.get(position).copied().flatten();
        let more = [
            self.change(line, position),
            interval.map(|(low, high)| format!("{} – {}", number(low), number(high))),
        ];
        Some(PointWords {
            name: series.name.clone(),
            period: period_text(*self.periods.get(position)?, self.language),
            value: match value {
                Value::Number(own, _) => number(own),
                Value::Absent(reason) => absence_words(reason, self.language).to_owned(),
            },
            more: more.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        })
    }

    fn area_of(&self, datum: usize) -> Option<usize> {
        Some(datum / self.periods.len().max(1))
    }

    fn datum_of(&self, area: usize) -> Option<usize> {
        let series = self.series.get(area)?;
        let highlighted = self.periods.iter().position(|period| Some(*period) == self.highlighted);
        let last = || series.values.iter().rposition(|value| value.number().is_some());
        Some(area * self.periods.len() + highlighted.or_else(last)?)
    }
}

impl LineSpec {
    /// The change from the period before, where both have numbers and no break lies between.
    fn change(&self, line: usize, position: usize) -> Option<String> {
        let values = &self.series[line].values;
        let before = position.checked_sub(1)?;
        let (then, now) = (values.get(before)?.number()?, values.get(position)?.number()?);
        let broken = values[position].flags().contains(Flags::BREAK)
            || self
                .breaks
                .iter()
                .any(|period| self.periods[before] < *period && *period <= self.periods[position]);
        let style = NumberStyle { decimals: self.decimals, language: self.language };
        (!broken).then(|| change_text(then, now, self.periods[before], &self.unit, style))
    }

    /// A stop a value: the named lines first, each from its last period back, so that keys begin at the newest value.
    fn stops(&self, layout: &LineLayout) -> Vec<Stop> {
        let is_context = |line: &usize| self.series[*line].role == SeriesRole::Context;
        let (context, named): (Vec<usize>, Vec<usize>) = (0..self.series.len()).partition(is_context);
        let mut stops = Vec::new();
        for line in named.into_iter().chain(context) {
            for (position, mark) in layout.series[line].marks.iter().enumerate().rev() {
                let datum = line * self.periods.len() + position;
                if let Some(at) = PlacedMark::point(*mark) {
                    stops.push(Stop { at, datum, track: line, reach: Reach::Column });
                }
            }
        }
        stops
    }
}

impl Placed for PlacedLine {
    fn size(&self) -> Size {
        self.layout.size
    }

    fn draw(&self, area: &Area<'_>) -> Drawn<Backend<'_>> {
        self.spec.draw(&self.layout, area)
    }

    fn stops(&self) -> &[Stop] {
        &self.stops
    }

    fn texts(&self) -> &[PlacedText] {
        &self.layout.texts
    }
}
