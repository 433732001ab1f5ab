//! Histogram (C3): how many areas have which value, in classes of equal, round width. The reader's areas and those they
//! are compared with stand as lines with their names, so that one area is seen among all others.

use super::axis::{Axis, Scale, tick_count};
use super::chart::{Chart, Placed, PointWords};
use super::flagpole::{flag_labels, flag_row, name_and_value, name_pen};
use super::frame::{LINE_HEIGHT, PlacedText, TICK_SIZE};
use super::layout::{LEAST_PLOT, Layout, Mark, fitted};
use super::line::SeriesRole;
use super::stop::{Reach, Stop};
use super::strip::StripMark;
use super::ticks::{ValueTicks, value_ticks};
use super::{Measured, Point, Rect, Size, Table, TextPen, Token};
use crate::model::{Absence, Value};

/// What to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct HistogramSpec {
    /// Of the values.
    pub measured: Measured,
    /// Values of all areas of the level.
    pub values: Vec<Value>,
    /// What the areas are called: `kommuner`.
    pub areas: String,
    /// Named values: the reader's areas, the country.
    pub marks: Vec<StripMark>,
    /// Words across the plot, for modelled figures.
    pub watermark: Option<String>,
}

/// The numbers that a histogram shows.
#[derive(Debug, Clone, PartialEq)]
pub struct HistogramDescription {
    /// Limits, ascending: one more than classes. A value equal to a limit belongs above it, the greatest limit itself
    /// below.
    pub limits: Vec<f64>,
    /// Decimals of the limits.
    pub decimals: u8,
    /// Number of areas in each class.
    pub counts: Vec<usize>,
    /// Number of areas without a number.
    pub n_absent: usize,
}

const HEIGHT: f64 = 180.0;

impl HistogramSpec {
    /// The classes. About as many as the square root of the number of areas, of round width, none finer than the values
    /// are shown.
    pub fn describe(&self) -> HistogramDescription {
        let numbers: Vec<f64> = self.values.iter().filter_map(|value| value.number()).collect();
        let n_absent = self.values.len() - numbers.len();
        let (low, high) = numbers
            .iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &n| (low.min(n), high.max(n)));
        if numbers.is_empty() {
            return HistogramDescription { limits: vec![0.0, 1.0], decimals: 0, counts: vec![0], n_absent };
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 6 and 30 classes"
        )]
        let wanted = (numbers.len() as f64).sqrt().clamp(6.0, 30.0) as usize;
        let ticks = value_ticks(low, high, wanted, self.measured.decimals);
        let mut counts = vec![0; ticks.values.len() - 1];
        for number in numbers {
            counts[class(&ticks.values, number)] += 1;
        }
        HistogramDescription { limits: ticks.values, decimals: ticks.decimals, counts, n_absent }
    }

    /// Computes all positions in a width.
    pub fn layout(&self, width: f64) -> Layout {
        self.layout_higher(width, 0.0)
    }

    /// The same with a plot so many pixels higher, or lower.
    fn layout_higher(&self, width: f64, more: f64) -> Layout {
        let m = &self.measured;
        let HistogramDescription { limits, counts, n_absent, .. } = self.describe();
        let most = counts.iter().copied().max().unwrap_or(0) as f64;
        let axis = Axis::around([0.0, most.max(1.0)].into_iter(), true, 4, 0, m.language);
        let left = axis.gutter() + 10.0;
        // The axis holds the classes and every named value.
        let named_ends = self.marks.iter().filter_map(|mark| mark.ends).flat_map(|(low, high)| [low, high]);
        let named = self.marks.iter().map(|mark| mark.value).chain(named_ends);
        let ends = [limits[0], limits[limits.len() - 1]];
        let (low, high) =
            named.chain(ends).fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), n| (l.min(n), h.max(n)));
        let below = value_ticks(low, high, tick_count(width - left), m.decimals);
        let scale = Scale { low, high, from: left + 1.0, to: width - 8.0 };

        let words =
            |mark: &StripMark| name_and_value(&mark.name, &m.label(mark.value), name_pen(mark.role), width);
        let marked: Vec<(String, TextPen, f64)> =
            self.marks.iter().map(|mark| (words(mark), name_pen(mark.role), scale.at(mark.value))).collect();
        let labels = flag_labels(&marked, width);
        let n_rows = labels.iter().map(|(row, _)| row + 1).max().unwrap_or(0);
        let top = 26.0 + n_rows as f64 * LINE_HEIGHT;
        let plot = Rect { left, top, right: width, bottom: top + (HEIGHT + more).max(LEAST_PLOT) };
        let note = (n_absent > 0).then(|| self.absence_note());
        let height = plot.bottom + 42.0 + if note.is_some() { LINE_HEIGHT } else { 0.0 };
        let mut layout = Layout::empty(Size { width, height }, plot, self.watermark.clone());
        let up = axis.scale(plot.bottom, plot.top);
        axis.place_left(&mut layout, &up, "");
        let pen = TextPen::new(Token::MUTED, TICK_SIZE);
        let title = format!("{} {}", m.say("Antal", "Number of"), self.areas);
        layout.texts.push(PlacedText { at: Point { x: 0.0, y: 8.0 }, text: title, pen });
        let inside = below.values.iter().filter(|tick| (low..=high).contains(*tick)).copied();
        let ticks = ValueTicks { values: inside.collect(), decimals: below.decimals };
        let ticks = Axis::of(ticks, m.language);
        ticks.place_below(&mut layout, &scale, m.unit_text(), false);
        if let Some(text) = note {
            let at = Point { x: left, y: height - 0.5 * LINE_HEIGHT };
            layout.texts.push(PlacedText { at, text, pen });
        }
        for (class, &count) in counts.iter().enumerate() {
            let (from, to) = (scale.at(limits[class]), scale.at(limits[class + 1]));
            let end = up.at(count as f64);
            let gap = if to - from > 5.0 { 0.5 } else { 0.0 };
            let bar = Rect { left: from + gap, top: end, right: to - gap, bottom: plot.bottom };
            if count > 0 {
                layout.marks.push(Mark::Bar(bar, Token::CONTEXT));
            }
            let at = Point { x: (from + to) / 2.0, y: end };
            layout.stops.push(Stop { at, datum: class, track: 0, reach: Reach::Column });
        }
        for (place, mark) in self.marks.iter().enumerate() {
            let Some((low, high)) = mark.ends else { continue };
            let y = plot.top + 4.0 + 4.0 * place as f64;
            layout.line((scale.at(low), y), (scale.at(high), y), name_pen(mark.role).token, 2.0);
        }
        for (((row, mut label), mark), (_, pen, x)) in labels.into_iter().zip(&self.marks).zip(marked) {
            let line_top;
            (label.at.y, line_top) = flag_row(&label, row, plot.top);
            let width = if matches!(mark.role, SeriesRole::Chosen(_)) { 2.0 } else { 1.5 };
            layout.line((x, line_top), (x, plot.bottom), pen.token, width);
            layout.texts.push(label);
        }
        layout
    }

    fn absence_note(&self) -> String {
        let m = &self.measured;
        let part = |reason: Absence| {
            let n = self.values.iter().filter(|value| value.absence() == Some(reason)).count();
            (n > 0).then(|| format!("{} {}", m.count(n), m.value(Value::Absent(reason))))
        };
        let parts: Vec<String> = Absence::ALL.into_iter().filter_map(part).collect();
        format!("{}: {}", m.say("Inte med", "Not included"), parts.join(", "))
    }

    /// The named values of a class, each with its interval where it has one.
    fn named_in(&self, limits: &[f64], of: usize) -> String {
        let m = &self.measured;
        let within = self.marks.iter().filter(|mark| class(limits, mark.value) == of);
        let words = |mark: &StripMark| match mark.ends {
            Some(ends) => format!("{} {} ({})", mark.name, m.with_unit(mark.value), m.interval(ends)),
            None => format!("{} {}", mark.name, m.with_unit(mark.value)),
        };
        within.map(words).collect::<Vec<_>>().join("; ")
    }

    /// `2,0–4,0 %`.
    fn class_text(&self, limits: &[f64], class: usize) -> String {
        let m = &self.measured;
        format!("{}–{}", m.number(limits[class]), m.with_unit(limits[class + 1]))
    }
}

/// The class of a number within the limits.
fn class(limits: &[f64], number: f64) -> usize {
    limits.partition_point(|limit| *limit <= number).clamp(1, limits.len() - 1) - 1
}

impl Chart for HistogramSpec {
    fn placed_in(&self, width: f64, height: Option<f64>) -> Box<dyn Placed> {
        Box::new(fitted(height, &|more| self.layout_higher(width, more)))
    }

    /// A row a class; the named values of it where there are any.
    fn table(&self) -> Table {
        let m = &self.measured;
        let HistogramDescription { limits, counts, .. } = self.describe();
        let has_marks = !self.marks.is_empty();
        let row = |(class, count): (usize, &usize)| {
            let named = has_marks.then(|| self.named_in(&limits, class));
            [self.class_text(&limits, class), m.count(*count)].into_iter().chain(named).collect()
        };
        let mut header = vec![m.heading(), format!("{} {}", m.say("Antal", "Number of"), self.areas)];
        header.extend(has_marks.then(|| m.say("Utmärkta i diagrammet", "Marked in the chart").to_owned()));
        Table { header, rows: counts.iter().enumerate().map(row).collect() }
    }

    fn point(&self, datum: usize) -> Option<PointWords> {
        let HistogramDescription { limits, counts, .. } = self.describe();
        let count = *counts.get(datum)?;
        Some(PointWords {
            name: self.class_text(&limits, datum),
            period: String::new(),
            value: format!("{} {}", self.measured.count(count), self.areas),
            more: self.named_in(&limits, datum),
        })
    }

    fn area_of(&self, _: usize) -> Option<usize> {
        None
    }

    fn datum_of(&self, area: usize) -> Option<usize> {
        let number = self.values.get(area)?.number()?;
        Some(class(&self.describe().limits, number))
    }
}
