//! Stacked shares over time (C6): how a whole divides, period by period. Nothing is drawn over a period without all of
//! its parts, nor over a break in the series.

use super::axis::Axis;
use super::chart::{Chart, Placed, PointWords};
use super::frame::{LABEL_SIZE, LINE_HEIGHT, PlacedText, TICK_SIZE, runs};
use super::key::{period_xs, place_key, place_periods};
use super::labels::spread;
use super::layout::{LEAST_PLOT, Layout, Mark, fitted};
use super::stop::{Reach, Stop};
use super::ticks::ValueTicks;
use super::{Measured, Point, Rect, Size, Table, TextPen, Token, Weight, text_width};
use crate::i18n::number::{NumberStyle, number_text};
use crate::i18n::period::period_text;
use crate::i18n::text::text;
use crate::model::{Period, Value};
use std::ops::Range;

/// What to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct StackedSpec {
    /// Of the values that are stacked: persons, or shares that add up.
    pub measured: Measured,
    /// The time axis, ascending.
    pub periods: Vec<Period>,
    /// First periods after breaks in the series.
    pub breaks: Vec<Period>,
    /// The parts from below, at most eight.
    pub parts: Vec<StackedPart>,
    /// Words across the plot, for modelled figures.
    pub watermark: Option<String>,
}

/// One part of the whole.
#[derive(Debug, Clone, PartialEq)]
pub struct StackedPart {
    /// Its name.
    pub name: String,
    /// One value a period.
    pub values: Vec<Value>,
    /// Its color, where its place among the parts does not give one.
    pub token: Option<Token>,
}

/// The numbers that stacked shares show.
#[derive(Debug, Clone, PartialEq)]
pub struct StackedDescription {
    /// For each period the parts in percent of the whole, together 100; none where a part is absent or all are zero.
    pub shares: Vec<Option<Vec<f64>>>,
}

const HEIGHT: f64 = 280.0;

impl StackedSpec {
    /// The shares.
    pub fn describe(&self) -> StackedDescription {
        let share = |position: usize| {
            let value = |part: &StackedPart| part.values.get(position)?.number();
            let values: Option<Vec<f64>> = self.parts.iter().map(value).collect();
            let values = values?;
            let whole: f64 = values.iter().sum();
            (whole > 0.0 && values.iter().all(|value| *value >= 0.0))
                .then(|| values.into_iter().map(|value| 100.0 * value / whole).collect())
        };
        StackedDescription { shares: (0..self.periods.len()).map(share).collect() }
    }

    /// The color of a part.
    fn token(&self, part: usize) -> Token {
        let own = self.parts.get(part).and_then(|part| part.token);
        own.unwrap_or(Token::Series(u8::try_from(part % 8).unwrap_or(0)))
    }

    /// Computes all positions in a width.
    pub fn layout(&self, width: f64) -> Layout {
        self.layout_higher(width, 0.0)
    }

    /// The same with a plot so many pixels higher, or lower.
    fn layout_higher(&self, width: f64, more: f64) -> Layout {
        let m = &self.measured;
        let StackedDescription { shares } = self.describe();
        let last = shares.iter().rev().flatten().next();
        let label = |index: usize| match last {
            Some(last) => format!("{} {}", self.parts[index].name, self.percent(last[index])),
            None => self.parts[index].name.clone(),
        };
        let labels: Vec<String> = (0..self.parts.len()).map(label).collect();
        let widest =
            labels.iter().map(|text| text_width(text, LABEL_SIZE, Weight::Regular)).fold(0.0, f64::max);
        let beside = widest + 14.0 <= 0.45 * width;
        let entries: Vec<(String, Token)> = match beside {
            true => Vec::new(),
            false => (0..self.parts.len()).map(|part| (labels[part].clone(), self.token(part))).collect(),
        };
        let ticks = ValueTicks { values: vec![0.0, 25.0, 50.0, 75.0, 100.0], decimals: 0 };
        let axis = Axis::of(ticks, m.language);
        let left = axis.gutter() + 10.0;
        let right = width - if beside { widest + 14.0 } else { 6.0 };
        let plot = Rect { left, top: 0.0, right, bottom: 0.0 };
        let mut layout = Layout::empty(Size { width, height: 0.0 }, plot, self.watermark.clone());
        let top = place_key(&mut layout, &entries) + 26.0;
        layout.plot = Rect { top, bottom: top + (HEIGHT + more).max(LEAST_PLOT), ..plot };
        let plot = layout.plot;
        layout.size.height = plot.bottom + 26.0;
        let scale = axis.scale(plot.bottom, plot.top);
        axis.place_left(&mut layout, &scale, m.say("procent av alla", "percent of all"));
        let xs = period_xs(&self.periods, plot.left + 2.0, plot.right - 4.0);
        place_periods(&mut layout, &self.periods, &xs, m.language);

        let upto = |position: usize, part: usize| {
            shares[position].as_ref().map_or(0.0, |shares| shares[..part].iter().sum::<f64>())
        };
        let edge =
            |position: usize, part: usize| Point { x: xs[position], y: scale.at(upto(position, part)) };
        let pieces: Vec<Range<usize>> =
            runs(self.periods.len(), |at| shares[at].is_some(), |at| self.is_broken_before(at));
        for part in 0..self.parts.len() {
            for piece in &pieces {
                // A period by itself is a thin column, so that it is seen.
                let thin = if piece.len() == 1 { 3.0 } else { 0.0 };
                let shifted = |point: Point, by: f64| Point { x: point.x + by, ..point };
                let mut outline: Vec<Point> = Vec::new();
                outline.extend(piece.clone().map(|at| shifted(edge(at, part + 1), -thin)));
                if thin > 0.0 {
                    outline.push(shifted(edge(piece.start, part + 1), thin));
                    outline.push(shifted(edge(piece.start, part), thin));
                }
                outline.extend(piece.clone().rev().map(|at| shifted(edge(at, part), -thin)));
                layout.marks.push(Mark::Polygon(outline, self.token(part), 0.85));
            }
        }
        // Thin lines of the ground between parts, so that they are told apart without colours too.
        for part in 1..self.parts.len() {
            for piece in pieces.iter().filter(|piece| piece.len() > 1) {
                let line = piece.clone().map(|at| edge(at, part)).collect();
                layout.marks.push(Mark::Line(line, Token::GROUND, 1.5));
            }
        }
        for position in (1..self.periods.len()).filter(|&at| self.is_broken_before(at)) {
            let x = (xs[position - 1] + xs[position]) / 2.0;
            layout.rule((x, plot.top - 8.0), (x, plot.bottom), Token::AXIS);
        }
        if beside && let Some(position) = shares.iter().rposition(Option::is_some) {
            let middle = |part: usize| scale.at((upto(position, part) + upto(position, part + 1)) / 2.0);
            let wanted: Vec<f64> = (0..self.parts.len()).map(middle).collect();
            let ys = spread(&wanted, LINE_HEIGHT, plot.top + 4.0, plot.bottom - 4.0);
            for ((part, y), text) in ys.into_iter().enumerate().zip(labels) {
                // Two-sided colors are pale in the middle: their names are in ink.
                let own = self.parts[part].token.map_or(self.token(part), |_| Token::INK);
                let pen = TextPen::new(own, LABEL_SIZE);
                layout.texts.push(PlacedText { at: Point { x: plot.right + 10.0, y }, text, pen });
            }
        }
        if pieces.is_empty() {
            let at = Point { x: plot.left + 8.0, y: (plot.top + plot.bottom) / 2.0 };
            let words = m.say("Ingen period har alla delar.", "No period has all parts.");
            let pen = TextPen::new(Token::MUTED, TICK_SIZE);
            layout.texts.push(PlacedText { at, text: words.to_owned(), pen });
        }
        for (position, _) in shares.iter().enumerate().filter(|(_, shares)| shares.is_some()) {
            for part in 0..self.parts.len() {
                let y = scale.at((upto(position, part) + upto(position, part + 1)) / 2.0);
                let datum = position * self.parts.len() + part;
                let at = Point { x: xs[position], y };
                layout.stops.push(Stop { at, datum, track: part, reach: Reach::Column });
            }
        }
        layout
    }

    fn is_broken_before(&self, position: usize) -> bool {
        let Some(before) = position.checked_sub(1) else { return false };
        let (before, after) = (self.periods[before], self.periods[position]);
        self.breaks.iter().any(|period| before < *period && *period <= after)
    }

    fn percent(&self, share: f64) -> String {
        let percent = number_text(share, NumberStyle { decimals: 0, language: self.measured.language });
        format!("{percent}{}", self.measured.say("\u{A0}%", "%"))
    }
}

impl Chart for StackedSpec {
    fn placed_in(&self, width: f64, height: Option<f64>) -> Box<dyn Placed> {
        Box::new(fitted(height, &|more| self.layout_higher(width, more)))
    }

    /// A row a period, a column a part, in percent of the whole; what is absent in words.
    fn table(&self) -> Table {
        let m = &self.measured;
        let shares = self.describe().shares;
        let row = |(position, period): (usize, &Period)| {
            let cell = |(index, part): (usize, &StackedPart)| match &shares[position] {
                Some(shares) => self.percent(shares[index]),
                None => part.values.get(position).map_or_else(String::new, |value| m.value(*value)),
            };
            let cells = self.parts.iter().enumerate().map(cell);
            std::iter::once(period_text(*period, m.language)).chain(cells).collect()
        };
        let header = std::iter::once(text(m.language).period.to_owned());
        Table {
            header: header.chain(self.parts.iter().map(|part| part.name.clone())).collect(),
            rows: self.periods.iter().enumerate().map(row).collect(),
        }
    }

    fn point(&self, datum: usize) -> Option<PointWords> {
        let (position, part) = (datum / self.parts.len().max(1), datum % self.parts.len().max(1));
        let share = *self.describe().shares.get(position)?.as_ref()?.get(part)?;
        let value = *self.parts[part].values.get(position)?;
        Some(PointWords {
            name: self.parts[part].name.clone(),
            period: period_text(self.periods[position], self.measured.language),
            value: self.percent(share),
            more: self.measured.value(value),
        })
    }

    fn area_of(&self, _: usize) -> Option<usize> {
        None
    }

    fn datum_of(&self, _: usize) -> Option<usize> {
        None
    }
}
