//! Value axes: a scale from values to pixels, with its grid, numbers and unit.

use super::frame::{PlacedText, TICK_SIZE};
use super::layout::Layout;
use super::ticks::{ValueTicks, value_ticks};
use super::{Align, Point, Rect, TextPen, Token, Weight, text_width};
use crate::i18n::case::upper_first;
use crate::i18n::number::{NumberStyle, number_text};
use crate::model::Language;

/// Values on a line of pixels. `from` may be greater than `to`: upwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) from: f64,
    pub(super) to: f64,
}

impl Scale {
    /// The pixel of a value.
    pub(super) fn at(&self, value: f64) -> f64 {
        self.from + (value - self.low) / (self.high - self.low) * (self.to - self.from)
    }
}

/// Ticks of an axis with their texts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Axis {
    pub(super) ticks: ValueTicks,
    pub(super) texts: Vec<String>,
}

impl Axis {
    /// An axis that holds all numbers, from zero where it has to be or where zero is near.
    pub(super) fn around(
        numbers: impl Iterator<Item = f64>,
        from_zero: bool,
        wanted: usize,
        decimals: u8,
        language: Language,
    ) -> Self {
        let (low, high) =
            numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), n| (low.min(n), high.max(n)));
        let (low, high) = if low > high { (0.0, 1.0) } else { (low, high) };
        let from_zero = from_zero || (low >= 0.0 && low <= 0.35 * high);
        let (low, high) = if from_zero { (low.min(0.0), high.max(0.0)) } else { (low, high) };
        Self::of(value_ticks(low, high, wanted, decimals), language)
    }

    /// The axis of ticks.
    pub(super) fn of(ticks: ValueTicks, language: Language) -> Self {
        let style = NumberStyle { decimals: ticks.decimals, language };
        let texts = ticks.values.iter().map(|value| number_text(*value, style)).collect();
        Self { ticks, texts }
    }

    /// From the first tick to the last on a line of pixels.
    pub(super) fn scale(&self, from: f64, to: f64) -> Scale {
        let values = &self.ticks.values;
        Scale { low: values[0], high: values[values.len() - 1], from, to }
    }

    /// Width of the widest number.
    pub(super) fn gutter(&self) -> f64 {
        let width = |text: &String| text_width(text, TICK_SIZE, Weight::Regular);
        self.texts.iter().map(width).fold(0.0, f64::max)
    }

    /// Draws the axis to the left of the plot, with its unit above.
    pub(super) fn place_left(&self, layout: &mut Layout, scale: &Scale, unit: &str) {
        let plot = layout.plot;
        let pen = TextPen::new(Token::MUTED, TICK_SIZE);
        for (text, &value) in self.texts.iter().zip(&self.ticks.values) {
            let y = scale.at(value);
            layout.rule(
                (plot.left, y),
                (plot.right, y),
                if value == 0.0 { Token::AXIS } else { Token::GRID },
            );
            let at = Point { x: plot.left - 8.0, y };
            layout.texts.push(PlacedText { at, text: text.clone(), pen: pen.align(Align::End) });
        }
        if !unit.is_empty() {
            let at = Point { x: 0.0, y: plot.top - 17.0 };
            layout.texts.push(PlacedText { at, text: upper_first(unit), pen });
        }
    }

    /// Draws the axis under the plot, with its unit at the right below.
    pub(super) fn place_below(&self, layout: &mut Layout, scale: &Scale, unit: &str, with_grid: bool) {
        let plot = layout.plot;
        let pen = TextPen::new(Token::MUTED, TICK_SIZE);
        // A scale may run to the left as well.
        let mut before: Option<Rect> = None;
        for (text, &value) in self.texts.iter().zip(&self.ticks.values) {
            let x = scale.at(value);
            let token = if value == 0.0 { Token::AXIS } else { Token::GRID };
            match with_grid {
                true => layout.rule((x, plot.top), (x, plot.bottom), token),
                false => layout.rule((x, plot.bottom), (x, plot.bottom + 4.0), Token::AXIS),
            }
            let at = Point { x, y: plot.bottom + 14.0 };
            let label = PlacedText { at, text: text.clone(), pen: pen.align(Align::Middle) }
                .within(0.0, layout.size.width);
            let own = label.bounds();
            if before.is_none_or(|before| own.left >= before.right + 6.0 || own.right + 6.0 <= before.left) {
                before = Some(own);
                layout.texts.push(label);
            }
        }
        if !unit.is_empty() {
            let at = Point { x: layout.size.width, y: plot.bottom + 31.0 };
            let text = upper_first(unit);
            layout.texts.push(PlacedText { at, text, pen: pen.align(Align::End) });
        }
    }
}

/// How many ticks suit a length in pixels.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few ticks on a picture's width"
)]
pub(super) fn tick_count(length: f64) -> usize {
    (length / 90.0).clamp(2.0, 8.0) as usize
}
