//! Slope (C5): two periods beside each other, a line an area. Over a break in the series there are values and no lines.

use super::axis::Axis;
use super::chart::{Chart, Placed, PointWords};
use super::frame::{LABEL_SIZE, LINE_HEIGHT, PlacedText, TICK_SIZE, wrapped};
use super::key::place_key;
use super::labels::spread;
use super::layout::{LEAST_PLOT, Layout, Mark, fitted};
use super::line::SeriesRole;
use super::measured::difference_ends;
use super::stop::{Reach, Stop};
use super::{Align, Measured, Point, Rect, Size, Table, TextPen, Token, Weight, text_width};
use crate::i18n::period::period_text;
use crate::i18n::text::text;
use crate::model::{Ends, Period, Value};

/// What to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct SlopeSpec {
    /// Of the values.
    pub measured: Measured,
    /// The two periods, the earlier first.
    pub periods: [Period; 2],
    /// Whether values of the two cannot be compared.
    pub is_broken: bool,
    /// The areas; the first are drawn on top.
    pub areas: Vec<SlopeArea>,
    /// Words across the plot, for modelled figures.
    pub watermark: Option<String>,
}

/// One area.
#[derive(Debug, Clone, PartialEq)]
pub struct SlopeArea {
    /// Its name.
    pub name: String,
    /// Why it is there.
    pub role: SeriesRole,
    /// Its values in the two periods.
    pub values: [Value; 2],
    /// The intervals of the two, where they have some.
    pub ends: [Ends; 2],
}

/// The numbers that a slope chart shows: of each area its change, where both values are numbers and can be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct SlopeDescription {
    /// In the order of the areas.
    pub changes: Vec<Option<f64>>,
    /// The intervals of those changes, where both values have one.
    pub ends: Vec<Ends>,
}

const HEIGHT: f64 = 300.0;

impl SlopeSpec {
    /// The changes.
    pub fn describe(&self) -> SlopeDescription {
        let change = |area: &SlopeArea| match area.values.map(Value::number) {
            [Some(then), Some(now)] if !self.is_broken => Some(now - then),
            _ => None,
        };
        SlopeDescription {
            changes: self.areas.iter().map(change).collect(),
            ends: self.areas.iter().map(|area| change(area).and_then(|_| area.change_ends())).collect(),
        }
    }

    /// Computes all positions in a width.
    pub fn layout(&self, width: f64) -> Layout {
        self.layout_higher(width, 0.0)
    }

    /// The same with a plot so many pixels higher, or lower.
    fn layout_higher(&self, width: f64, more: f64) -> Layout {
        let m = &self.measured;
        let named: Vec<&SlopeArea> =
            self.areas.iter().filter(|area| area.role != SeriesRole::Context).collect();
        let semibold = |text: &str| text_width(text, LABEL_SIZE, Weight::Semibold);
        let ends = |side: usize| named.iter().map(move |area| m.value(area.values[side]));
        let left = ends(0).map(|text| semibold(&text)).fold(0.0, f64::max) + 14.0;
        let values = ends(1).map(|text| semibold(&text)).fold(0.0, f64::max) + 14.0;
        let names = named.iter().map(|area| semibold(&area.name) + 8.0).fold(0.0, f64::max);
        // Long names stand in a key above, so that the lines keep room.
        let with_names = width - left - values - names >= 120.0;
        let right = if with_names { values + names } else { values };
        let entries: Vec<(String, Token)> = match with_names {
            true => Vec::new(),
            false => named.iter().map(|area| (area.name.clone(), area.role.token())).collect(),
        };
        let plot = Rect { left, top: 0.0, right: (width - right).max(left + 40.0), bottom: 0.0 };
        let mut layout = Layout::empty(Size { width, height: 0.0 }, plot, self.watermark.clone());
        let top = place_key(&mut layout, &entries) + LINE_HEIGHT + 10.0;
        let notes = match self.is_broken {
            true => wrapped(self.break_words(), TICK_SIZE, Weight::Regular, width),
            false => Vec::new(),
        };
        layout.plot = Rect { top, bottom: top + (HEIGHT + more).max(LEAST_PLOT), ..plot };
        layout.size.height = layout.plot.bottom + 12.0 + notes.len() as f64 * LINE_HEIGHT;
        for (row, line) in notes.iter().enumerate() {
            let at = Point { x: 0.0, y: layout.plot.bottom + 12.0 + (row as f64 + 0.3) * LINE_HEIGHT };
            let pen = TextPen::new(Token::MUTED, TICK_SIZE);
            layout.texts.push(PlacedText { at, text: line.clone(), pen });
        }
        let plot = layout.plot;
        let xs = [plot.left, plot.right];
        for side in [0, 1] {
            layout.rule((xs[side], plot.top), (xs[side], plot.bottom), Token::AXIS);
            let at = Point { x: xs[side], y: plot.top - 0.5 * LINE_HEIGHT - 2.0 };
            let text = period_text(self.periods[side], m.language);
            let pen = TextPen::new(Token::MUTED, TICK_SIZE).strong().align(Align::Middle);
            layout.texts.push(PlacedText { at, text, pen }.within(0.0, width));
        }
        let numbers = self.areas.iter().flat_map(|area| area.values).filter_map(Value::number);
        let ends = named.iter().flat_map(|area| area.ends).flatten().flat_map(|(low, high)| [low, high]);
        let numbers = numbers.chain(ends);
        let axis = Axis::around(numbers, m.zero_baseline, 5, m.decimals, m.language);
        let scale = axis.scale(plot.bottom - 6.0, plot.top + 6.0);
        let at = |area: &SlopeArea, side: usize| {
            area.values[side].number().map(|number| Point { x: xs[side], y: scale.at(number) })
        };
        // Intervals stand inside the axes, beside each other.
        for (place, area) in named.iter().enumerate() {
            for (x, ends) in xs.into_iter().zip(area.ends) {
                let Some((low, high)) = ends else { continue };
                let aside = 6.0 + 4.0 * place as f64;
                let x = if x > plot.left { x - aside } else { x + aside };
                layout.line((x, scale.at(low)), (x, scale.at(high)), area.role.token(), 1.5);
            }
        }
        for (index, area) in self.areas.iter().enumerate().rev() {
            let token = area.role.token();
            let points = [at(area, 0), at(area, 1)];
            if let ([Some(from), Some(to)], false) = (points, self.is_broken) {
                layout.marks.push(Mark::Line(vec![from, to], token, area.role.width()));
            }
            for (side, point) in points.into_iter().enumerate().filter_map(|(side, at)| Some((side, at?))) {
                if area.role != SeriesRole::Context {
                    layout.raised_dot(point, 3.5, token);
                }
                let stop = Stop { at: point, datum: 2 * index + side, track: index, reach: Reach::Column };
                layout.stops.push(stop);
            }
        }
        for (side, x, align) in [(0, xs[0] - 9.0, Align::End), (1, xs[1] + 9.0, Align::Start)] {
            // Absences stand below all numbers.
            let wanted: Vec<f64> =
                named.iter().map(|area| at(area, side).map_or(plot.bottom, |point| point.y)).collect();
            let ys = spread(&wanted, LINE_HEIGHT, plot.top + 4.0, plot.bottom - 4.0);
            for (area, y) in named.iter().zip(ys) {
                let pen = TextPen::new(area.role.token(), LABEL_SIZE).align(align);
                let chosen = matches!(area.role, SeriesRole::Chosen(_));
                let pen = if chosen { pen.strong() } else { pen };
                let value = m.value(area.values[side]);
                let words = if side == 1 && with_names { format!("{} {value}", area.name) } else { value };
                layout.texts.push(PlacedText { at: Point { x, y }, text: words, pen });
            }
        }
        layout
    }

    const fn break_words(&self) -> &'static str {
        self.measured.say(
            "Serien har ett brott mellan de två åren, så värdena går inte att jämföra och inga linjer dras.",
            "There is a break in the series between the two years, so the values cannot be compared and no lines are drawn.",
        )
    }
}

impl SlopeArea {
    /// The interval of its change; none where a value has none.
    fn change_ends(&self) -> Ends {
        let [then, now] = [0, 1].map(|side| Some((self.values[side].number()?, self.ends[side])));
        difference_ends(then?, now?)
    }
}

impl Chart for SlopeSpec {
    fn placed_in(&self, width: f64, height: Option<f64>) -> Box<dyn Placed> {
        Box::new(fitted(height, &|more| self.layout_higher(width, more)))
    }

    /// A row an area: the two values and the change, each with the ends of its interval where there are some.
    fn table(&self) -> Table {
        let m = &self.measured;
        let has_ends = self.areas.iter().any(|area| area.ends.iter().any(Option::is_some));
        let headings = [
            period_text(self.periods[0], m.language),
            period_text(self.periods[1], m.language),
            m.say("Förändring", "Change").to_owned(),
        ];
        let mut header = vec![text(m.language).area.to_owned()];
        for heading in headings {
            let ends = m.end_headings_of(&heading);
            header.push(heading);
            header.extend(ends.into_iter().filter(|_| has_ends));
        }
        let SlopeDescription { changes, ends } = self.describe();
        let row = |(area, (change, change_ends)): (&SlopeArea, (Option<f64>, Ends))| {
            let change = change.map(|change| m.number(change)).unwrap_or_default();
            let cells = [m.cell(area.values[0]), m.cell(area.values[1]), change];
            let mut row = vec![area.name.clone()];
            for (cell, ends) in cells.into_iter().zip([area.ends[0], area.ends[1], change_ends]) {
                row.push(cell);
                row.extend(m.end_cells(ends).into_iter().filter(|_| has_ends));
            }
            row
        };
        Table { header, rows: self.areas.iter().zip(changes.into_iter().zip(ends)).map(row).collect() }
    }

    fn point(&self, datum: usize) -> Option<PointWords> {
        let (area, side) = (self.areas.get(datum / 2)?, datum % 2);
        let more = match area.values.map(Value::number) {
            [Some(then), Some(now)] if side == 1 && !self.is_broken => {
                Some(self.measured.change(then, now, self.periods[0], area.change_ends()))
            }
            _ => None,
        };
        let interval = area.ends[side].map(|ends| self.measured.interval(ends));
        Some(PointWords {
            name: area.name.clone(),
            period: period_text(self.periods[side], self.measured.language),
            value: self.measured.value(area.values[side]),
            more: more.into_iter().chain(interval).collect::<Vec<_>>().join(" · "),
        })
    }

    fn area_of(&self, datum: usize) -> Option<usize> {
        Some(datum / 2)
    }

    fn period_of(&self, datum: usize) -> Option<Period> {
        Some(self.periods[datum % 2])
    }

    fn datum_of(&self, area: usize) -> Option<usize> {
        Some(2 * area + 1)
    }
}
