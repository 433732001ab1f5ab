//! Which value the pointer or the keyboard is at. Pure arithmetic on the layout.

use super::{LineLayout, PlacedMark, SeriesRole};
use crate::order::order;

/// One value of the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stop {
    /// Which line of the spec.
    pub series: usize,
    /// Which of its periods.
    pub period: usize,
}

/// A move by keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// To the period before.
    Earlier,
    /// To the period after.
    Later,
    /// To the named line above at this period.
    Up,
    /// To the named line below at this period.
    Down,
    /// To the first period.
    First,
    /// To the last period.
    Last,
}

impl LineLayout {
    /// The value nearest to a position in pixels: first the period by x, then the line by y (named lines before
    /// context). `None` outside the plot and the marks under it, or in an empty chart.
    pub fn nearest(&self, x: f64, y: f64) -> Option<Stop> {
        const MARGIN: f64 = 12.0;
        let foot = self.plot.bottom + MARGIN + 30.0;
        if x < self.plot.left - MARGIN
            || x > self.plot.right + MARGIN
            || y < self.plot.top - MARGIN
            || y > foot
        {
            return None;
        }
        let period =
            (0..self.xs.len()).min_by(|&a, &b| (self.xs[a] - x).abs().total_cmp(&(self.xs[b] - x).abs()))?;
        let distance = |series: usize| {
            let point = self.series[series].marks.get(period)?.point()?;
            // A named line wins over context that is hardly nearer.
            let handicap = if self.series[series].role == SeriesRole::Context { 8.0 } else { 0.0 };
            Some((point.y - y).abs() + handicap)
        };
        let nearest = (0..self.series.len())
            .filter_map(|series| Some((distance(series)?, series)))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        Some(Stop { series: nearest?.1, period })
    }

    /// Where a key leads from a value, or from nowhere (then to the last value of the first named line). The ends hold:
    /// a step beyond them stays.
    pub fn step(&self, from: Option<Stop>, step: Step) -> Option<Stop> {
        let last = self.xs.len().checked_sub(1)?;
        let first_named = (0..self.series.len()).find(|&series| self.is_named(series))?;
        let Some(Stop { series, period }) = from else {
            return Some(Stop { series: first_named, period: last });
        };
        Some(match step {
            Step::Earlier => Stop { series, period: period.saturating_sub(1) },
            Step::Later => Stop { series, period: (period + 1).min(last) },
            Step::First => Stop { series, period: 0 },
            Step::Last => Stop { series, period: last },
            Step::Up | Step::Down => {
                let shown: Vec<usize> =
                    (0..self.series.len()).filter(|&other| self.is_named(other) || other == series).collect();
                // From the top of the picture; absences lie below all numbers.
                let height =
                    |other: usize| self.series[other].marks.get(period).and_then(|mark| mark.point());
                let y = |other: usize| height(other).map_or(f64::INFINITY, |point| point.y);
                let order = order(shown.len(), &|a, b| y(shown[a]).total_cmp(&y(shown[b])));
                let place = order.iter().position(|&other| shown[other] == series).unwrap_or(0);
                let place =
                    if step == Step::Up { place.saturating_sub(1) } else { (place + 1).min(order.len() - 1) };
                Stop { series: shown[order[place]], period }
            }
        })
    }

    /// The mark of a value.
    pub fn mark(&self, stop: Stop) -> Option<PlacedMark> {
        self.series.get(stop.series)?.marks.get(stop.period).copied()
    }

    fn is_named(&self, series: usize) -> bool {
        self.series[series].role != SeriesRole::Context
    }
}
