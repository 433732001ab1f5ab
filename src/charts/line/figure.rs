//! The line chart as figures take it: stops, and the words of a value.

use super::{LineLayout, LineSpec, PlacedCrowd, PlacedMark, SeriesRole};
use crate::charts::frame::absence_words;
use crate::charts::measured::{change_text, difference_ends, interval_text};
use crate::charts::stop::{Reach, Stop};
use crate::charts::{Area, Backend, Chart, Drawn, Placed, PlacedText, PointWords, Size, Table};
use crate::i18n::number::{NumberStyle, with_unit};
use crate::i18n::period::period_text;
use crate::model::{Ends, Flags, Period, Value};

/// No picture is lower than this, pixels: its names and years take more than half of it.
const LEAST_HEIGHT: f64 = 220.0;

/// A line chart in a width.
struct PlacedLine {
    spec: LineSpec,
    layout: LineLayout,
    stops: Vec<Stop>,
}

impl Chart for LineSpec {
    fn placed_in(&self, width: f64, height: Option<f64>) -> Box<dyn Placed> {
        let height = height.map_or_else(|| super::fitting_height(width), |height| height.max(LEAST_HEIGHT));
        let size = Size { width, height };
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
        let value = self.value(line, position)?;
        let style = NumberStyle { decimals: self.decimals, language: self.language };
        let number = |number: f64| with_unit(number, &self.unit, style);
        let more = [
            self.change(line, position),
            self.ends(line, position).map(|ends| interval_text(ends, &self.unit, style)),
        ];
        Some(PointWords {
            name: self.name(line)?.to_owned(),
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

    fn period_of(&self, datum: usize) -> Option<Period> {
        self.periods.get(datum % self.periods.len().max(1)).copied()
    }

    fn datum_of(&self, area: usize) -> Option<usize> {
        self.name(area)?;
        let highlighted = self.periods.iter().position(|period| Some(*period) == self.highlighted);
        let is_number =
            |position: &usize| self.value(area, *position).is_some_and(|value| value.number().is_some());
        let last = || (0..self.periods.len()).rev().find(is_number);
        Some(area * self.periods.len() + highlighted.or_else(last)?)
    }
}

impl LineSpec {
    /// The name of a line; those of the crowd follow after the others.
    fn name(&self, line: usize) -> Option<&str> {
        let of_crowd = || Some(self.crowd.as_ref()?.areas.get(line - self.series.len())?.1.as_str());
        self.series.get(line).map_or_else(of_crowd, |series| Some(series.name.as_str()))
    }

    /// The value of a line in a period of the axis.
    fn value(&self, line: usize, position: usize) -> Option<Value> {
        if let Some(series) = self.series.get(line) {
            return series.values.get(position).copied();
        }
        self.crowd.as_ref()?.value(line - self.series.len(), *self.periods.get(position)?)
    }

    /// The interval of that value, where it has one.
    fn ends(&self, line: usize, position: usize) -> Ends {
        let of_series = || self.series.get(line)?.intervals.get(position).copied().flatten();
        let of_crowd = || {
            let crowd = self.crowd.as_ref()?;
            crowd.interval(line.checked_sub(self.series.len())?, *self.periods.get(position)?)
        };
        of_series().or_else(of_crowd)
    }

    /// The change from the period before, where both have numbers and no break lies between.
    fn change(&self, line: usize, position: usize) -> Option<String> {
        let before = position.checked_sub(1)?;
        let now = self.value(line, position)?;
        let broken = now.flags().contains(Flags::BREAK)
            || self
                .breaks
                .iter()
                .any(|period| self.periods[before] < *period && *period <= self.periods[position]);
        let (then, now) = (self.value(line, before)?.number()?, now.number()?);
        let style = NumberStyle { decimals: self.decimals, language: self.language };
        let ends = difference_ends((then, self.ends(line, before)), (now, self.ends(line, position)));
        (!broken).then(|| change_text(then, now, self.periods[before], ends, &self.unit, style))
    }

    /// A stop a value: the named lines first, each from its last period back, so that keys begin at the newest value; the
    /// crowd last.
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
        let Some((placed, crowd)) = layout.crowd.as_ref().zip(self.crowd.as_ref()) else { return stops };
        let first = self.periods.binary_search(&crowd.periods()[0]).unwrap_or(0);
        for index in 0..crowd.areas.len() {
            let track = self.series.len() + index;
            for at in (0..crowd.periods.len()).rev() {
                let datum = track * self.periods.len() + first + at;
                if let Some(at) = placed.point(index, at) {
                    stops.push(Stop { at, datum, track, reach: Reach::Column });
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

    fn crowd(&self) -> Option<&PlacedCrowd> {
        self.layout.crowd.as_ref()
    }

    fn draw_front(&self, area: &Area<'_>) -> Drawn<Backend<'_>> {
        self.spec.draw_front(&self.layout, area)
    }

    fn draw_pointed(&self, datum: usize, area: &Area<'_>) -> Drawn<Backend<'_>> {
        let line = datum / self.spec.periods.len().max(1);
        match (&self.layout.crowd, line.checked_sub(self.spec.series.len())) {
            (Some(crowd), Some(index)) => crowd.draw_one(index, area),
            _ => Ok(()),
        }
    }

    fn stops(&self) -> &[Stop] {
        &self.stops
    }

    fn texts(&self) -> &[PlacedText] {
        &self.layout.texts
    }
}
