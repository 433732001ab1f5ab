//! A key of colors above a picture, and the time axis below one.

use super::frame::{LABEL_SIZE, LINE_HEIGHT, PlacedText, TICK_SIZE, wrapped};
use super::layout::{Layout, Mark};
use super::ticks::period_ticks;
use super::{Align, Point, Rect, TextPen, Token, Weight, text_width};
use crate::model::{Language, Period};

const BOX: f64 = 12.0;

/// The names of colors, as many beside each other as there is room for; gives the height that they take.
pub(super) fn place_key(layout: &mut Layout, entries: &[(String, Token)]) -> f64 {
    let (mut x, mut y, mut rows) = (0.0, 0.0, 1);
    let pen = TextPen::new(Token::INK, LABEL_SIZE);
    for (name, token) in entries {
        let indent = BOX + 6.0;
        // A name that is longer than a line goes on below.
        let lines = wrapped(name, LABEL_SIZE, Weight::Regular, layout.size.width - indent);
        let width = indent
            + lines.iter().map(|line| text_width(line, LABEL_SIZE, Weight::Regular)).fold(0.0, f64::max);
        if x > 0.0 && (x + width > layout.size.width || lines.len() > 1) {
            (x, y, rows) = (0.0, y + rows as f64 * LINE_HEIGHT, 1);
        }
        let middle = y + 0.5 * LINE_HEIGHT;
        let swatch = Rect { left: x, top: middle - 0.5 * BOX, right: x + BOX, bottom: middle + 0.5 * BOX };
        layout.marks.push(Mark::Bar(swatch, *token));
        for (row, line) in lines.iter().enumerate() {
            let at = Point { x: x + indent, y: middle + row as f64 * LINE_HEIGHT };
            layout.texts.push(PlacedText { at, text: line.clone(), pen });
        }
        rows = rows.max(lines.len());
        x += width + 18.0;
    }
    if entries.is_empty() { 0.0 } else { y + rows as f64 * LINE_HEIGHT + 8.0 }
}

/// x of periods between two edges, in proportion to time.
pub(super) fn period_xs(periods: &[Period], left: f64, right: f64) -> Vec<f64> {
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return Vec::new() };
    let (first, last) = (first.in_years(), last.in_years());
    if last <= first {
        return vec![(left + right) / 2.0; periods.len()];
    }
    periods
        .iter()
        .map(|period| left + (period.in_years() - first) / (last - first) * (right - left))
        .collect()
}

/// Writes the periods under the plot.
pub(super) fn place_periods(layout: &mut Layout, periods: &[Period], xs: &[f64], language: Language) {
    let pen = TextPen::new(Token::MUTED, TICK_SIZE).align(Align::Middle);
    let y = layout.plot.bottom + 14.0;
    let mut free_from = f64::NEG_INFINITY;
    for tick in period_ticks(periods, xs, TICK_SIZE, language) {
        let label = PlacedText { at: Point { x: tick.x, y }, text: tick.text, pen };
        let label = label.within(0.0, layout.size.width);
        if label.bounds().left >= free_from {
            free_from = label.bounds().right + 6.0;
            layout.texts.push(label);
        }
    }
}
