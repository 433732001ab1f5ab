//! Layout: from values to positions.

use super::words::{LEADER, place_key, weight};
use super::{LineSeries, LineSpec, PlacedCrowd, SeriesRole};
use crate::charts::frame::{LABEL_SIZE, LINE_HEIGHT, PlacedText, TICK_SIZE, runs};
use crate::charts::ticks::{ValueTicks, value_ticks};
use crate::charts::{Point, Rect, Size, Token, Weight, text_width};
use crate::i18n::number::{NumberStyle, number_text, with_unit};
use crate::model::{Absence, Flags, Period};
use std::ops::Range;

/// Where everything of a line chart is, in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct LineLayout {
    /// Of the picture.
    pub size: Size,
    /// Where values are drawn.
    pub plot: Rect,
    /// x of each period.
    pub xs: Vec<f64>,
    /// Horizontal lines, one a tick of the value axis.
    pub grid: Vec<f64>,
    /// y of the line that values start from: zero where the axis has it, else nothing.
    pub baseline: Option<f64>,
    /// The lines, in the order of the spec.
    pub series: Vec<PlacedSeries>,
    /// All other areas, behind the lines.
    pub crowd: Option<PlacedCrowd>,
    /// x of breaks in the series, halfway between two periods.
    pub breaks: Vec<f64>,
    /// Where events begin: a line down through the plot, and the box of the time they took.
    pub events: Vec<([Point; 2], Option<Rect>)>,
    /// Lines at targets.
    pub targets: Vec<[Point; 2]>,
    /// x of the highlighted period.
    pub highlight: Option<f64>,
    /// Thin lines from ends of lines to labels that had to move.
    pub leaders: Vec<(Token, [Point; 2])>,
    /// Samples of lines in the key, where the key stands above the plot.
    pub samples: Vec<(SeriesRole, [Point; 2])>,
    /// The reasons for absences that occur, in the key under the plot.
    pub absence_key: Vec<(Absence, Point)>,
    /// All words and numbers.
    pub texts: Vec<PlacedText>,
}

/// A line's place.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedSeries {
    /// Why it is there.
    pub role: SeriesRole,
    /// Unbroken runs of points.
    pub pieces: Vec<Vec<Point>>,
    /// Intervals around the runs, as polygons.
    pub bands: Vec<Vec<Point>>,
    /// One mark a period.
    pub marks: Vec<PlacedMark>,
}

/// Where one value, or its absence, is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PlacedMark {
    /// On the line.
    Number(Point),
    /// Under the plot, with its reason. Context lines have no marks for absences.
    Absent(Option<Point>, Absence),
}

impl PlacedMark {
    /// Where it is, if it is drawn.
    pub const fn point(self) -> Option<Point> {
        match self {
            Self::Number(point) => Some(point),
            Self::Absent(point, _) => point,
        }
    }
}

/// Labels beside the plot.
#[derive(Clone, Copy)]
struct LabelColumn {
    width: f64,
    with_values: bool,
}

const RAIL_HEIGHT: f64 = 10.0;

impl LineSpec {
    /// Computes all positions.
    pub fn layout(&self) -> LineLayout {
        let ticks = self.value_ticks();
        let style = NumberStyle { decimals: ticks.decimals, language: self.language };
        let tick_texts: Vec<String> = ticks.values.iter().map(|value| number_text(*value, style)).collect();
        let gutter =
            tick_texts.iter().map(|text| text_width(text, TICK_SIZE, Weight::Regular)).fold(0.0, f64::max);

        let labels = self.label_column(gutter);
        let column = labels.map(|labels| labels.width);
        let key = if column.is_none() { self.key_rows() } else { Vec::new() };
        let rails: Vec<usize> = (0..self.series.len()).filter(|&index| self.has_rail(index)).collect();
        let absence_rows = self.absence_rows();
        let below = rails.len() as f64 * RAIL_HEIGHT + 26.0 + absence_rows.len() as f64 * LINE_HEIGHT;
        let mut plot = Rect {
            left: gutter + 10.0,
            top: 26.0 + key.len() as f64 * LINE_HEIGHT,
            right: self.size.width - column.map_or(14.0, |column| column + LEADER),
            bottom: self.size.height - below,
        };

        let xs = self.xs(&plot);
        let events = self.event_labels(&xs);
        plot.top += events.iter().map(|(row, _)| row + 1).max().unwrap_or(0) as f64 * LINE_HEIGHT;
        let (low, high) = (ticks.values[0], ticks.values[ticks.values.len() - 1]);
        let y = |value: f64| plot.bottom - (value - low) / (high - low) * plot.height();
        let rail = |index: usize| {
            let row = rails.iter().position(|&with_rail| with_rail == index)?;
            Some(plot.bottom + 9.0 + row as f64 * RAIL_HEIGHT)
        };
        let series: Vec<PlacedSeries> =
            (0..self.series.len()).map(|index| self.placed(index, &xs, &y, rail(index))).collect();

        let mut layout = LineLayout {
            size: self.size,
            plot,
            grid: ticks.values.iter().map(|value| y(*value)).collect(),
            baseline: ticks.values.contains(&0.0).then(|| y(0.0)),
            series,
            crowd: None,
            breaks: self
                .break_positions()
                .into_iter()
                .map(|position| (xs[position - 1] + xs[position]) / 2.0)
                .collect(),
            events: Vec::new(),
            targets: Vec::new(),
            highlight: None,
            leaders: Vec::new(),
            samples: Vec::new(),
            absence_key: Vec::new(),
            texts: Vec::new(),
            xs,
        };
        layout.crowd = PlacedCrowd::new(self, &layout, (low, high));
        self.place_value_axis(&mut layout, &tick_texts);
        self.place_events(&mut layout, events);
        self.place_targets(&mut layout, &y);
        self.place_highlight(&mut layout);
        self.place_period_axis(&mut layout, plot.bottom + rails.len() as f64 * RAIL_HEIGHT + 14.0);
        self.place_break_label(&mut layout);
        if let Some(labels) = labels {
            self.place_end_labels(&mut layout, labels.with_values);
        } else {
            place_key(&mut layout, &key);
        }
        self.place_absence_key(&mut layout, &absence_rows);
        layout
    }

    fn value_ticks(&self) -> ValueTicks {
        let numbers = self.series.iter().flat_map(|series| {
            let ends = series.intervals.iter().flatten().flat_map(|(low, high)| [*low, *high]);
            series.values.iter().filter_map(|value| value.number()).chain(ends)
        });
        let numbers = numbers.chain(self.crowd.iter().flat_map(|crowd| crowd.numbers()));
        let numbers = numbers.chain(self.targets.iter().map(|(_, value)| *value));
        let (low, high) =
            numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), n| (low.min(n), high.max(n)));
        let (low, high) = if low > high { (0.0, 1.0) } else { (low, high) };
        // An axis that need not start at zero still does when zero is near: it costs little and says more.
        let from_zero = self.zero_baseline || (low >= 0.0 && low <= 0.35 * high);
        let (low, high) = if from_zero { (low.min(0.0), high.max(0.0)) } else { (low, high) };
        let wanted = if self.size.height < 300.0 { 4 } else { 5 };
        value_ticks(low, high, wanted, self.decimals)
    }

    /// The labels beside the plot, with their values if there is room; `None` where even the names take too much.
    fn label_column(&self, gutter: f64) -> Option<LabelColumn> {
        let many = self.named().count() as f64 * LINE_HEIGHT > self.size.height - 60.0;
        let column = |with_values: bool| {
            let widths = self.named().map(|(_, series)| self.end_label_width(series, with_values));
            LabelColumn { width: widths.fold(0.0, f64::max), with_values }
        };
        let fits = |column: &LabelColumn| {
            let plot = self.size.width - gutter - 10.0 - LEADER - column.width;
            !many && column.width <= 0.42 * self.size.width && plot >= 180.0
        };
        [column(true), column(false)].into_iter().find(fits)
    }

    pub(super) fn named(&self) -> impl Iterator<Item = (usize, &LineSeries)> {
        self.series.iter().enumerate().filter(|(_, series)| series.role != SeriesRole::Context)
    }

    fn end_label_width(&self, series: &LineSeries, with_value: bool) -> f64 {
        let name = text_width(&series.name, LABEL_SIZE, weight(series.role));
        let value = self.last_value_text(series).filter(|_| with_value);
        name + value.map_or(0.0, |text| 6.0 + text_width(&text, LABEL_SIZE, Weight::Regular))
    }

    /// The value of the last period, beside the name; nothing when it is absent.
    pub(super) fn last_value_text(&self, series: &LineSeries) -> Option<String> {
        let number = series.values.get(self.periods.len().checked_sub(1)?)?.number()?;
        let style = NumberStyle { decimals: self.decimals, language: self.language };
        // Long units stand over the axis only.
        let short = self.unit.short.get(self.language).chars().count() <= 1;
        Some(if short { with_unit(number, &self.unit, style) } else { number_text(number, style) })
    }

    fn xs(&self, plot: &Rect) -> Vec<f64> {
        let inset = 6.0;
        let (first, last) = match (self.periods.first(), self.periods.last()) {
            (Some(first), Some(last)) => (first.in_years(), last.in_years()),
            _ => return Vec::new(),
        };
        if last <= first {
            return vec![(plot.left + plot.right) / 2.0; self.periods.len()];
        }
        let width = plot.width() - 2.0 * inset;
        let x = |period: &Period| plot.left + inset + (period.in_years() - first) / (last - first) * width;
        self.periods.iter().map(x).collect()
    }

    fn placed(&self, index: usize, xs: &[f64], y: &impl Fn(f64) -> f64, rail: Option<f64>) -> PlacedSeries {
        let series = &self.series[index];
        let value = |position: usize| series.values.get(position).copied();
        let number = |position: usize| value(position).and_then(|value| value.number());
        let interval = |position: usize| series.intervals.get(position).copied().flatten();
        let broken = |position: usize| {
            self.breaks_before(position) || value(position).is_some_and(|v| v.flags().contains(Flags::BREAK))
        };
        let point = |position: usize, number: f64| Point { x: xs[position], y: y(number) };
        let mark = |position: usize| match number(position) {
            Some(number) => PlacedMark::Number(point(position, number)),
            None => {
                let reason = value(position).and_then(|value| value.absence()).unwrap_or(Absence::Missing);
                PlacedMark::Absent(rail.map(|y| Point { x: xs[position], y }), reason)
            }
        };
        let piece = |run: Range<usize>| run.filter_map(|at| Some(point(at, number(at)?))).collect();
        let band = |run: Range<usize>| {
            let lower = run.clone().filter_map(|at| Some(point(at, interval(at)?.0)));
            let upper = run.rev().filter_map(|at| Some(point(at, interval(at)?.1)));
            lower.chain(upper).collect()
        };
        PlacedSeries {
            role: series.role,
            pieces: runs(xs.len(), |at| number(at).is_some(), broken).into_iter().map(piece).collect(),
            bands: runs(xs.len(), |at| interval(at).is_some(), broken).into_iter().map(band).collect(),
            marks: (0..xs.len()).map(mark).collect(),
        }
    }

    fn breaks_before(&self, position: usize) -> bool {
        let Some(before) = position.checked_sub(1) else { return false };
        let (before, after) = (self.periods[before], self.periods[position]);
        self.breaks.iter().any(|period| before < *period && *period <= after)
    }

    /// Positions of periods before which some line is broken.
    fn break_positions(&self) -> Vec<usize> {
        let flagged = |position: usize| {
            let value = |(_, series): (usize, &LineSeries)| series.values.get(position).copied();
            self.named().filter_map(value).any(|value| value.flags().contains(Flags::BREAK))
        };
        (1..self.periods.len())
            .filter(|&position| self.breaks_before(position) || flagged(position))
            .collect()
    }

    fn has_rail(&self, index: usize) -> bool {
        let series = &self.series[index];
        series.role != SeriesRole::Context && series.values.iter().any(|value| value.absence().is_some())
    }
}
