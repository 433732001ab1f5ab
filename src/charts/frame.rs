//! What all charts share: sizes of text, the words across a picture of modelled figures, the key of absences.

use super::{Align, Drawn, Painter, Point, Rect, TextPen, Token, Weight, text_width};
use crate::model::{Absence, Language};
use plotters_backend::DrawingBackend;
use std::ops::Range;

/// Font size of ticks and notes, in pixels.
pub const TICK_SIZE: f64 = 12.5;
/// Font size of labels, in pixels.
pub const LABEL_SIZE: f64 = 14.0;
/// Distance between the middles of two lines of labels.
pub const LINE_HEIGHT: f64 = 18.0;

/// Writes a text across a plot, large and faint: captions get cropped, and this must not be. Where the plot is narrow, a
/// text with a dash is broken there.
pub fn draw_watermark<DB: DrawingBackend>(painter: &Painter<'_, DB>, plot: Rect, text: &str) -> Drawn<DB> {
    const SMALLEST: f64 = 21.0;
    let size_of = |line: &str| (0.92 * plot.width() / text_width(line, 1.0, Weight::Semibold)).min(30.0);
    let lines: Vec<&str> = if size_of(text) < SMALLEST { text.split(" – ").collect() } else { vec![text] };
    let size = lines.iter().map(|line| size_of(line)).fold(f64::INFINITY, f64::min);
    let pen = TextPen { opacity: 0.2, ..TextPen::new(Token::INK, size).strong().align(Align::Middle) };
    let x = (plot.left + plot.right) / 2.0;
    for (index, line) in lines.iter().enumerate() {
        let from_middle = index as f64 - (lines.len() - 1) as f64 / 2.0;
        painter.text(line, Point { x, y: (plot.top + plot.bottom) / 2.0 + 1.2 * size * from_middle }, pen)?;
    }
    Ok(())
}

/// Draws the mark of an absence: a cross for suppressed, a ring for missing, a short dash for not applicable.
pub fn draw_absence<DB: DrawingBackend>(
    painter: &Painter<'_, DB>,
    center: Point,
    reason: Absence,
    token: Token,
) -> Drawn<DB> {
    let Point { x, y } = center;
    let at = |dx: f64, dy: f64| Point { x: x + dx, y: y + dy };
    match reason {
        Absence::Suppressed => {
            painter.line(&[at(-2.6, -2.6), at(2.6, 2.6)], token, 1.4)?;
            painter.line(&[at(-2.6, 2.6), at(2.6, -2.6)], token, 1.4)
        }
        Absence::Missing => painter.ring(center, 2.8, token, 1.4),
        Absence::NotApplicable => painter.line(&[at(-2.6, 0.0), at(2.6, 0.0)], token, 1.4),
    }
}

/// The words of an absence in the key of a chart.
pub fn absence_words(reason: Absence, language: Language) -> &'static str {
    (crate::i18n::text::text(language).absence)(reason)
}

/// The longest runs of neighbouring positions below `n` that are all present and have no break before any but the first.
pub fn runs(
    n: usize,
    present: impl Fn(usize) -> bool,
    broken_before: impl Fn(usize) -> bool,
) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for position in (0..n).filter(|&position| present(position)) {
        match runs.last_mut().filter(|run| run.end == position && !broken_before(position)) {
            Some(run) => run.end += 1,
            None => runs.push(position..position + 1),
        }
    }
    runs
}

/// A text broken at its spaces into lines of at most a width, as far as its words allow.
pub fn wrapped(text: &str, size: f64, weight: Weight, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}"), size, weight) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedText {
    /// Where it is aligned, vertically its middle.
    pub at: Point,
    /// What it says.
    pub text: String,
    /// How it looks.
    pub pen: TextPen,
}

impl PlacedText {
    /// The box that it fills.
    pub fn bounds(&self) -> Rect {
        let width = text_width(&self.text, self.pen.size, self.pen.weight);
        let left = match self.pen.align {
            Align::Start => self.at.x,
            Align::Middle => self.at.x - width / 2.0,
            Align::End => self.at.x - width,
        };
        // Capitals reach 0.33 above the middle; Å and descenders about 0.5.
        let reach = 0.5 * self.pen.size;
        Rect { left, top: self.at.y - reach, right: left + width, bottom: self.at.y + reach }
    }

    /// The same text moved sideways so that it lies between two edges, as far as it can.
    #[must_use]
    pub fn within(mut self, left: f64, right: f64) -> Self {
        let bounds = self.bounds();
        let over = (bounds.right - right).max(0.0);
        self.at.x -= over;
        self.at.x += (left - (bounds.left - over)).max(0.0);
        self
    }

    /// Draws it.
    pub fn draw<DB: DrawingBackend>(&self, painter: &Painter<'_, DB>) -> Drawn<DB> {
        painter.text(&self.text, self.at, self.pen)
    }
}
