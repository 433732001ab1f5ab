//! All other areas behind the lines: many quiet lines, by which it is seen how the areas spread. They are read from the
//! table as it is, and stay as they are while the period changes that is looked at.

use super::{LineLayout, LineSpec};
use crate::charts::frame::runs;
use crate::charts::{Drawn, Painter, Point, Rect, Size, Token};
use crate::model::{Cube, Ends, Flags, Period, Value};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;
use std::ops::Range;
use std::sync::Arc;

/// The areas behind the lines.
#[derive(Debug, Clone)]
pub struct Crowd {
    /// Their values.
    pub table: Arc<Cube>,
    /// Which areas of the table they are, with their names.
    pub areas: Arc<Vec<(usize, String)>>,
    /// Which periods of the table are shown.
    pub periods: Range<usize>,
}

/// A crowd in its place.
#[derive(Debug, Clone)]
pub struct PlacedCrowd {
    crowd: Crowd,
    size: Size,
    plot: Rect,
    /// The values at the foot and at the top of the plot.
    ends: (f64, f64),
    /// x of each of its periods.
    xs: Vec<f64>,
    /// The periods before which lines are broken, by their places among its own.
    broken: Vec<usize>,
}

impl PartialEq for Crowd {
    /// Whether they are the same areas of the same table, not only alike.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.table, &other.table)
            && Arc::ptr_eq(&self.areas, &other.areas)
            && self.periods == other.periods
    }
}

impl PartialEq for PlacedCrowd {
    fn eq(&self, other: &Self) -> bool {
        self.crowd == other.crowd
            && (self.size, self.plot, self.ends) == (other.size, other.plot, other.ends)
            && self.xs == other.xs
            && self.broken == other.broken
    }
}

impl Crowd {
    /// Its periods, ascending.
    pub fn periods(&self) -> &[Period] {
        &self.table.periods()[self.periods.clone()]
    }

    /// The values of one of its areas, one a period.
    pub fn values(&self, index: usize) -> &[Value] {
        let n_periods = self.table.periods().len();
        let first = self.areas.get(index).map_or(0, |(row, _)| row * n_periods);
        &self.table.values()[first + self.periods.start..first + self.periods.end]
    }

    /// The value of one of its areas in a period.
    pub(super) fn value(&self, index: usize, period: Period) -> Option<Value> {
        let at = self.periods().binary_search(&period).ok()?;
        self.areas.get(index).and_then(|_| self.values(index).get(at).copied())
    }

    /// The interval of one of its values, where there is one.
    pub(super) fn interval(&self, index: usize, period: Period) -> Ends {
        let (row, _) = self.areas.get(index)?;
        self.table.interval(self.table.areas().get(*row)?, period)
    }

    /// All its numbers.
    pub(super) fn numbers(&self) -> impl Iterator<Item = f64> {
        (0..self.areas.len()).flat_map(|index| self.values(index)).filter_map(|value| value.number())
    }
}

impl PlacedCrowd {
    pub(super) fn new(spec: &LineSpec, layout: &LineLayout, ends: (f64, f64)) -> Option<Self> {
        let crowd = spec.crowd.clone()?;
        let x = |period: &Period| spec.periods.binary_search(period).ok().map(|at| layout.xs[at]);
        let xs: Vec<f64> = crowd.periods().iter().filter_map(x).collect();
        let breaks = |(at, pair): (usize, &[Period])| {
            let is_between = |period: &Period| pair[0] < *period && *period <= pair[1];
            spec.breaks.iter().any(is_between).then_some(at + 1)
        };
        let broken = crowd.periods().windows(2).enumerate().filter_map(breaks).collect();
        (xs.len() == crowd.periods.len()).then_some(Self {
            size: layout.size,
            plot: layout.plot,
            ends,
            xs,
            broken,
            crowd,
        })
    }

    /// Of the picture.
    pub const fn size(&self) -> Size {
        self.size
    }

    /// Draws all lines on an area of the picture's size.
    pub fn draw<DB: DrawingBackend>(&self, area: &DrawingArea<DB, Shift>) -> Drawn<DB> {
        let painter = Painter::new(area);
        (0..self.crowd.areas.len()).try_for_each(|index| self.draw_line(index, &painter, Token::CONTEXT, 1.0))
    }

    /// Draws one line in ink, above the others.
    pub fn draw_one<DB: DrawingBackend>(&self, index: usize, area: &DrawingArea<DB, Shift>) -> Drawn<DB> {
        self.draw_line(index, &Painter::new(area), Token::INK, 2.0)
    }

    fn draw_line<DB: DrawingBackend>(
        &self,
        index: usize,
        painter: &Painter<'_, DB>,
        token: Token,
        width: f64,
    ) -> Drawn<DB> {
        for run in self.runs(index) {
            let points: Vec<Point> = run.filter_map(|at| self.point(index, at)).collect();
            match points[..] {
                [alone] => painter.dot(alone, width, token)?,
                _ => painter.line(&points, token, width)?,
            }
        }
        Ok(())
    }

    /// The runs of a line between gaps and breaks.
    fn runs(&self, index: usize) -> Vec<Range<usize>> {
        let values = self.crowd.values(index);
        let broken = |at: usize| self.broken.contains(&at) || values[at].flags().contains(Flags::BREAK);
        runs(values.len(), |at| values[at].number().is_some(), broken)
    }

    /// Where a value is.
    pub(super) fn point(&self, index: usize, at: usize) -> Option<Point> {
        let (low, high) = self.ends;
        let number = self.crowd.values(index).get(at)?.number()?;
        let y = self.plot.bottom - (number - low) / (high - low) * self.plot.height();
        Some(Point { x: self.xs[at], y })
    }
}
