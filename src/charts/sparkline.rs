//! Sparkline (C8): the shape of one series, in a line of text or a table cell. It has no axis and says no number: the
//! numbers stand beside it.

use super::frame::runs;
use super::svg::{Naming, Styling, document};
use super::{Drawn, Painter, Point, Size, Token};
use crate::model::{Flags, Period, Value};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

/// What to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct SparklineSpec {
    /// Of the picture.
    pub size: Size,
    /// The time axis, ascending.
    pub periods: Vec<Period>,
    /// First periods after breaks in the series.
    pub breaks: Vec<Period>,
    /// One value a period.
    pub values: Vec<Value>,
    /// Of the line.
    pub token: Token,
}

/// Where the line is.
#[derive(Debug, Clone, PartialEq)]
pub struct SparklineLayout {
    /// Unbroken runs of points.
    pub pieces: Vec<Vec<Point>>,
    /// The last number.
    pub end: Option<Point>,
}

/// The numbers that the sparkline has the shape of.
#[derive(Debug, Clone, PartialEq)]
pub struct SparklineDescription {
    /// First and last number.
    pub ends: Option<[(Period, f64); 2]>,
}

const MARGIN: f64 = 4.0;

impl SparklineSpec {
    /// Computes all positions. The height spans the numbers, not zero: a sparkline shows shape, not size.
    pub fn layout(&self) -> SparklineLayout {
        let numbers: Vec<Option<f64>> =
            (0..self.periods.len()).map(|at| self.values.get(at).and_then(|value| value.number())).collect();
        let (low, high) = numbers
            .iter()
            .flatten()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &n| (low.min(n), high.max(n)));
        let years: Vec<f64> = self.periods.iter().map(|period| period.in_years()).collect();
        let (start, end) = (years.first().copied().unwrap_or(0.0), years.last().copied().unwrap_or(0.0));
        let along = |share: f64, length: f64| MARGIN + share * (length - 2.0 * MARGIN);
        let share =
            |value: f64, low: f64, high: f64| if high > low { (value - low) / (high - low) } else { 0.5 };
        let point = |at: usize, number: f64| Point {
            x: along(share(years[at], start, end), self.size.width),
            y: along(1.0 - share(number, low, high), self.size.height),
        };
        let broken = |at: usize| {
            let flagged = self.values.get(at).is_some_and(|value| value.flags().contains(Flags::BREAK));
            flagged
                || self
                    .breaks
                    .iter()
                    .any(|period| self.periods[at - 1] < *period && *period <= self.periods[at])
        };
        let pieces: Vec<Vec<Point>> = runs(numbers.len(), |at| numbers[at].is_some(), broken)
            .into_iter()
            .map(|run| run.filter_map(|at| Some(point(at, numbers[at]?))).collect())
            .collect();
        SparklineLayout { end: pieces.last().and_then(|piece| piece.last()).copied(), pieces }
    }

    /// Draws the line and a dot at its end.
    pub fn draw<DB: DrawingBackend>(
        &self,
        layout: &SparklineLayout,
        area: &DrawingArea<DB, Shift>,
    ) -> Drawn<DB> {
        let painter = Painter::new(area);
        for piece in &layout.pieces {
            match piece[..] {
                [point] => painter.dot(point, 1.25, self.token)?,
                _ => painter.line(piece, self.token, 1.75)?,
            }
        }
        layout.end.map_or(Ok(()), |end| painter.dot(end, 2.75, self.token))
    }

    /// The numbers for words.
    pub fn describe(&self) -> SparklineDescription {
        let numbers = || {
            let timed = self.periods.iter().copied().zip(self.values.iter().copied());
            timed.filter_map(|(period, value)| Some((period, value.number()?)))
        };
        SparklineDescription {
            ends: numbers().next().zip(numbers().next_back()).map(|(first, last)| [first, last]),
        }
    }

    /// The picture as SVG.
    pub fn svg(&self, naming: Naming<'_>, styling: Styling) -> String {
        let layout = self.layout();
        document(self.size, naming, styling, |area| self.draw(&layout, area)).unwrap_or_default()
    }
}
