//! The words of the layout: ticks, labels at the ends of lines, keys.

use super::{LineLayout, LineSeries, LineSpec, PlacedMark, SeriesRole};
use crate::charts::frame::{LABEL_SIZE, LINE_HEIGHT, PlacedText, TICK_SIZE, absence_words};
use crate::charts::labels::spread;
use crate::charts::ticks::{PeriodTick, period_ticks};
use crate::charts::{Align, Point, TextPen, Token, Weight, text_width};
use crate::i18n::case::upper_first;
use crate::i18n::number::{NumberStyle, number_text};
use crate::i18n::period::short_period_text;
use crate::model::{Absence, Language};

/// Space between the plot and the labels at the ends of lines.
pub(super) const LEADER: f64 = 14.0;

impl LineSpec {
    pub(super) fn place_value_axis(&self, layout: &mut LineLayout, texts: &[String]) {
        let pen = TextPen::new(Token::MUTED, TICK_SIZE);
        for (text, &y) in texts.iter().zip(&layout.grid) {
            let at = Point { x: layout.plot.left - 8.0, y };
            layout.texts.push(PlacedText { at, text: text.clone(), pen: pen.align(Align::End) });
        }
        let unit = upper_first(self.unit.long.get(self.language));
        if !unit.is_empty() {
            let at = Point { x: 0.0, y: layout.plot.top - 17.0 };
            layout.texts.push(PlacedText { at, text: unit, pen });
        }
    }

    pub(super) fn place_period_axis(&self, layout: &mut LineLayout, y: f64) {
        let label = |tick: PeriodTick, pen: TextPen| PlacedText {
            at: Point { x: tick.x, y },
            text: tick.text,
            pen: pen.align(Align::Middle),
        };
        let highlighted = layout.highlight.and_then(|x| {
            let period = self.highlighted?;
            let text = short_period_text(period, self.language);
            let tick = PeriodTick { position: 0, x, text };
            Some(label(tick, TextPen::new(Token::INK, TICK_SIZE).strong()).within(0.0, self.size.width))
        });
        let gap = 0.6 * TICK_SIZE;
        for tick in period_ticks(&self.periods, &layout.xs, TICK_SIZE, self.language) {
            let text = label(tick, TextPen::new(Token::MUTED, TICK_SIZE)).within(0.0, self.size.width);
            let mut reach = text.bounds();
            (reach.left, reach.right) = (reach.left - gap, reach.right + gap);
            if highlighted.as_ref().is_none_or(|other| !other.bounds().overlaps(&reach)) {
                layout.texts.push(text);
            }
        }
        layout.texts.extend(highlighted);
    }

    pub(super) fn place_highlight(&self, layout: &mut LineLayout) {
        let Some(period) = self.highlighted else { return };
        let Some(position) = self.periods.iter().position(|candidate| *candidate == period) else { return };
        let x = layout.xs[position];
        layout.highlight = Some(x);
        // The last period's values stand beside the names already; and more than four would hide the lines.
        let named: Vec<usize> = self.named().map(|(index, _)| index).collect();
        if position + 1 == self.periods.len() || named.len() > 4 {
            return;
        }
        let style = NumberStyle { decimals: self.decimals, language: self.language };
        let shown: Vec<(Token, f64, String)> = named
            .into_iter()
            .filter_map(|index| {
                let PlacedMark::Number(point) = layout.series[index].marks[position] else { return None };
                let number = self.series[index].values[position].number()?;
                Some((self.series[index].role.token(), point.y, number_text(number, style)))
            })
            .collect();
        let widest =
            shown.iter().map(|(.., text)| text_width(text, TICK_SIZE, Weight::Semibold)).fold(0.0, f64::max);
        let left = x + 6.0 + widest > layout.plot.right;
        // Above the line rather than on it.
        let wanted: Vec<f64> = shown.iter().map(|(_, y, _)| *y - 13.0).collect();
        let ys = spread(&wanted, 15.0, layout.plot.top + 2.0, layout.plot.bottom - 8.0);
        for ((token, _, text), y) in shown.into_iter().zip(ys) {
            let (x, align) = if left { (x - 6.0, Align::End) } else { (x + 6.0, Align::Start) };
            let pen = TextPen::new(token, TICK_SIZE).strong().align(align);
            layout.texts.push(PlacedText { at: Point { x, y }, text, pen });
        }
    }

    pub(super) fn place_break_label(&self, layout: &mut LineLayout) {
        let Some(&x) = layout.breaks.first() else { return };
        let text = match self.language {
            Language::Sv => "Brott i serien",
            Language::En => "Break in series",
        };
        let pen = TextPen::new(Token::MUTED, TICK_SIZE).align(Align::Middle);
        let at = Point { x, y: layout.plot.top - 17.0 };
        let label = PlacedText { at, text: text.to_owned(), pen }.within(0.0, self.size.width);
        let mut reach = label.bounds();
        (reach.left, reach.right) = (reach.left - 12.0, reach.right + 12.0);
        if layout.texts.iter().all(|other| !other.bounds().overlaps(&reach)) {
            layout.texts.push(label);
            return;
        }
        // No room over the plot: inside it, beside the hair, at the foot, where lines that start from zero seldom are.
        let left = x > (layout.plot.left + layout.plot.right) / 2.0;
        let (x, align) = if left { (x - 6.0, Align::End) } else { (x + 6.0, Align::Start) };
        let at = Point { x, y: layout.plot.bottom - 12.0 };
        layout.texts.push(PlacedText { at, text: text.to_owned(), pen: pen.align(align) });
    }

    pub(super) fn place_end_labels(&self, layout: &mut LineLayout, with_values: bool) {
        let ends: Vec<(usize, Point)> = self
            .named()
            .filter_map(|(index, _)| {
                let last = layout.series[index].marks.iter().rev().find_map(|mark| match mark {
                    PlacedMark::Number(point) => Some(*point),
                    PlacedMark::Absent(..) => None,
                });
                Some((index, last.or_else(|| layout.series[index].marks.last()?.point())?))
            })
            .collect();
        let wanted: Vec<f64> = ends.iter().map(|(_, point)| point.y).collect();
        let ys = spread(&wanted, LINE_HEIGHT, layout.plot.top - 2.0, layout.plot.bottom.max(layout.plot.top));
        let x = layout.plot.right + LEADER - 4.0;
        for (&(index, end), y) in ends.iter().zip(&ys) {
            let series = &self.series[index];
            let pen =
                TextPen { weight: weight(series.role), ..TextPen::new(series.role.token(), LABEL_SIZE) };
            layout.texts.push(PlacedText { at: Point { x, y: *y }, text: series.name.clone(), pen });
            if let Some(text) = self.last_value_text(series).filter(|_| with_values) {
                let after = x + text_width(&series.name, LABEL_SIZE, weight(series.role)) + 6.0;
                let pen = TextPen::new(series.role.token(), LABEL_SIZE);
                layout.texts.push(PlacedText { at: Point { x: after, y: *y }, text, pen });
            }
            if (end.y - y).abs() > 7.0 && end.x > layout.plot.right - LEADER {
                let from = Point { x: end.x + 6.0, y: end.y };
                layout.leaders.push((series.role.token(), [from, Point { x: x - 3.0, y: *y }]));
            }
        }
    }

    /// Rows of the key above the plot: x of each entry.
    pub(super) fn key_rows(&self) -> Vec<Vec<(f64, &LineSeries)>> {
        let mut rows: Vec<Vec<(f64, &LineSeries)>> = Vec::new();
        let mut x = 0.0;
        for (_, series) in self.named() {
            let width = KEY_SAMPLE + text_width(&series.name, LABEL_SIZE, weight(series.role)) + 18.0;
            if rows.is_empty() || x + width - 18.0 > self.size.width {
                rows.push(Vec::new());
                x = 0.0;
            }
            if let Some(row) = rows.last_mut() {
                row.push((x, series));
            }
            x += width;
        }
        rows
    }

    /// Rows of the key of absences under the plot: x of each reason that occurs.
    pub(super) fn absence_rows(&self) -> Vec<Vec<(f64, Absence)>> {
        let occurs = |reason: &Absence| {
            let absent = |(_, series): (usize, &LineSeries)| {
                series.values.iter().any(|value| value.absence() == Some(*reason))
            };
            self.named().any(absent)
        };
        let mut rows: Vec<Vec<(f64, Absence)>> = Vec::new();
        let mut x = 0.0;
        for reason in Absence::ALL.into_iter().filter(occurs) {
            let width =
                14.0 + text_width(absence_words(reason, self.language), TICK_SIZE, Weight::Regular) + 16.0;
            if rows.is_empty() || x + width - 16.0 > self.size.width {
                rows.push(Vec::new());
                x = 0.0;
            }
            if let Some(row) = rows.last_mut() {
                row.push((x, reason));
            }
            x += width;
        }
        rows
    }

    pub(super) fn place_absence_key(&self, layout: &mut LineLayout, rows: &[Vec<(f64, Absence)>]) {
        for (index, row) in rows.iter().enumerate() {
            let y = self.size.height - 9.0 - (rows.len() - 1 - index) as f64 * LINE_HEIGHT;
            for &(x, reason) in row {
                layout.absence_key.push((reason, Point { x: x + 5.0, y }));
                let text = absence_words(reason, self.language).to_owned();
                let pen = TextPen::new(Token::MUTED, TICK_SIZE);
                layout.texts.push(PlacedText { at: Point { x: x + 14.0, y }, text, pen });
            }
        }
    }
}

const KEY_SAMPLE: f64 = 28.0;

pub(super) fn place_key(layout: &mut LineLayout, rows: &[Vec<(f64, &LineSeries)>]) {
    for (index, row) in rows.iter().enumerate() {
        let y = 8.0 + index as f64 * LINE_HEIGHT;
        for &(x, series) in row {
            layout
                .samples
                .push((series.role, [Point { x: x + 1.5, y }, Point { x: x + KEY_SAMPLE - 7.0, y }]));
            let pen =
                TextPen { weight: weight(series.role), ..TextPen::new(series.role.token(), LABEL_SIZE) };
            let at = Point { x: x + KEY_SAMPLE, y };
            layout.texts.push(PlacedText { at, text: series.name.clone(), pen });
        }
    }
}

pub(super) const fn weight(role: SeriesRole) -> Weight {
    match role {
        SeriesRole::Chosen(_) => Weight::Semibold,
        _ => Weight::Regular,
    }
}
