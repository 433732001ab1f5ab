//! Scatter (C4): two indicators over the areas of a level, a dot an area, with the correlation between areas. The
//! reader's areas are named; all others are context.

use super::axis::{Axis, Scale, tick_count};
use super::chart::{Chart, Placed, PointWords};
use super::frame::{LABEL_SIZE, LINE_HEIGHT, PlacedText, TICK_SIZE, wrapped};
use super::labels::beside;
use super::layout::{LEAST_PLOT, Layout, Mark, fitted};
use super::stop::{Reach, Stop};
use super::{Measured, Point, Rect, Size, Table, TextPen, Token, Weight};
use crate::i18n::number::{NumberStyle, number_text};
use crate::i18n::text::text;
use crate::model::{Ends, Language, Value};
use crate::stats::correlation::pearson;
use std::sync::Arc;

/// What to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct ScatterSpec {
    /// Of the horizontal axis.
    pub x: Measured,
    /// Of the vertical axis.
    pub y: Measured,
    /// The areas.
    pub areas: Vec<ScatterArea>,
    /// What the areas are called: `kommuner`.
    pub area_words: String,
    /// The country's name and values.
    pub nation: Option<(String, f64, f64)>,
    /// Words across the plot, for modelled figures.
    pub watermark: Option<String>,
}

/// One area.
#[derive(Debug, Clone, PartialEq)]
pub struct ScatterArea {
    /// Its name; shared, because there are thousands.
    pub name: Arc<str>,
    /// The slot (0–7) of an area that the reader has chosen.
    pub slot: Option<u8>,
    /// Value on the horizontal axis.
    pub x: Value,
    /// Value on the vertical axis.
    pub y: Value,
    /// The intervals of the two, where they have some.
    pub ends: [Ends; 2],
}

/// The numbers that a scatter shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ScatterDescription {
    /// Number of areas with both values.
    pub n: usize,
    /// Number of areas that lack one or both.
    pub n_absent: usize,
    /// Pearson's correlation, every area counting the same; none where it is undefined.
    pub correlation: Option<f64>,
}

impl ScatterSpec {
    /// The numbers for words.
    pub fn describe(&self) -> ScatterDescription {
        let (xs, ys): (Vec<f64>, Vec<f64>) = self.numbers().map(|(_, x, y)| (x, y)).unzip();
        ScatterDescription {
            n: xs.len(),
            n_absent: self.areas.len() - xs.len(),
            correlation: pearson(&xs, &ys).ok(),
        }
    }

    fn numbers(&self) -> impl Iterator<Item = (usize, f64, f64)> {
        let both = |(index, area): (usize, &ScatterArea)| Some((index, area.x.number()?, area.y.number()?));
        self.areas.iter().enumerate().filter_map(both)
    }

    /// Computes all positions in a width.
    pub fn layout(&self, width: f64) -> Layout {
        self.layout_higher(width, 0.0)
    }

    /// The same with a plot so many pixels higher, or lower.
    fn layout_higher(&self, width: f64, more: f64) -> Layout {
        let description = self.describe();
        let language = self.x.language;
        let nation = || self.nation.iter();
        let ys = self.numbers().map(|(.., y)| y).chain(nation().map(|(.., y)| *y)).chain(self.drawn_ends(1));
        let xs =
            self.numbers().map(|(_, x, _)| x).chain(nation().map(|(_, x, _)| *x)).chain(self.drawn_ends(0));
        // A dot shows its place, not a length: only what must have zero gets it.
        let y_axis = Axis::around(ys, self.y.zero_baseline, 5, self.y.decimals, language);
        let left = y_axis.gutter() + 10.0;
        let x_axis =
            Axis::around(xs, self.x.zero_baseline, tick_count(width - left), self.x.decimals, language);
        let y_title = wrapped(&self.y.heading(), TICK_SIZE, Weight::Semibold, width);
        let x_title = wrapped(&self.x.heading(), TICK_SIZE, Weight::Semibold, width - left);
        let notes = wrapped(&self.note(&description), TICK_SIZE, Weight::Regular, width);
        let top = y_title.len() as f64 * LINE_HEIGHT + 12.0;
        let high = ((0.62 * width).clamp(240.0, 460.0) + more).max(LEAST_PLOT);
        let plot = Rect { left, top, right: width - 8.0, bottom: top + high };
        let foot = plot.bottom + 24.0;
        let height = foot + (x_title.len() + notes.len()) as f64 * LINE_HEIGHT + 6.0;
        let mut layout = Layout::empty(Size { width, height }, plot, self.watermark.clone());
        let up = y_axis.scale(plot.bottom, plot.top);
        let along = x_axis.scale(plot.left, plot.right);
        y_axis.place_left(&mut layout, &up, "");
        x_axis.place_below(&mut layout, &along, "", true);
        let strong = TextPen::new(Token::MUTED, TICK_SIZE).strong();
        place_lines(&mut layout, &y_title, (0.0, 8.0), strong);
        place_lines(&mut layout, &x_title, (left, foot + 0.5 * LINE_HEIGHT), strong);
        let y = foot + (x_title.len() as f64 + 0.5) * LINE_HEIGHT + 4.0;
        place_lines(&mut layout, &notes, (0.0, y), TextPen::new(Token::MUTED, TICK_SIZE));

        let radius = match description.n {
            ..=60 => 4.0,
            61..=400 => 3.0,
            401..=2000 => 2.2,
            _ => 1.4,
        };
        for (index, x, y) in self.numbers() {
            let at = Point { x: along.at(x), y: up.at(y) };
            if self.areas[index].slot.is_none() {
                layout.marks.push(Mark::Dot(at, radius, Token::CONTEXT));
            }
            layout.stops.push(Stop { at, datum: index, track: 0, reach: Reach::Point });
        }
        if let Some((name, x, y)) = &self.nation {
            let (x, y) = (along.at(*x), up.at(*y));
            layout.line((plot.left, y), (plot.right, y), Token::Nation, 1.0);
            layout.line((x, plot.top), (x, plot.bottom), Token::Nation, 1.0);
            let pen = TextPen::new(Token::Nation, TICK_SIZE);
            let at = Point { x: x + 5.0, y: plot.top + 7.0 };
            layout.texts.push(PlacedText { at, text: name.clone(), pen }.within(plot.left, plot.right));
        }
        self.place_intervals(&mut layout, &along, &up);
        self.place_chosen(&mut layout, &along, &up, radius);
        layout
    }

    /// The ends of intervals that are drawn, along one of the axes: those of the reader's areas.
    fn drawn_ends(&self, axis: usize) -> impl Iterator<Item = f64> {
        let own = self.areas.iter().filter(|area| area.slot.is_some());
        own.filter_map(move |area| area.ends[axis]).flat_map(|(low, high)| [low, high])
    }

    fn place_intervals(&self, layout: &mut Layout, along: &Scale, up: &Scale) {
        for (index, x, y) in self.numbers() {
            let ScatterArea { slot: Some(slot), ends, .. } = &self.areas[index] else { continue };
            let (x, y, token) = (along.at(x), up.at(y), Token::Series(*slot));
            if let Some((low, high)) = ends[0] {
                layout.line((along.at(low), y), (along.at(high), y), token, 1.5);
            }
            if let Some((low, high)) = ends[1] {
                layout.line((x, up.at(low)), (x, up.at(high)), token, 1.5);
            }
        }
    }

    fn place_chosen(&self, layout: &mut Layout, along: &Scale, up: &Scale, radius: f64) {
        let chosen: Vec<(Point, String, TextPen)> = self
            .numbers()
            .filter_map(|(index, x, y)| {
                let area = &self.areas[index];
                let pen = TextPen::new(Token::Series(area.slot?), LABEL_SIZE).strong();
                Some((Point { x: along.at(x), y: up.at(y) }, area.name.to_string(), pen))
            })
            .collect();
        let plot = layout.plot;
        let mut bounds = Rect { top: plot.top - 4.0, right: layout.size.width, ..plot };
        // The country's name keeps its line.
        if self.nation.is_some() {
            bounds.top = plot.top + 15.0;
        }
        for ((at, _, pen), label) in chosen.iter().zip(beside(&chosen, bounds)) {
            if let Some((_, Some(line))) = &label {
                layout.marks.push(Mark::Line(line.to_vec(), pen.token, 1.0));
            }
            layout.raised_dot(*at, radius.max(3.0) + 1.5, pen.token);
            layout.texts.extend(label.map(|(label, _)| label));
        }
    }

    /// The correlation in words, with what it is not.
    fn note(&self, description: &ScatterDescription) -> String {
        let m = &self.x;
        let n = m.count(description.n);
        let areas = &self.area_words;
        let style = NumberStyle { decimals: 2, language: m.language };
        let words = match (description.correlation, m.language) {
            (Some(r), Language::Sv) => {
                format!(
                    "Korrelation mellan {n} {areas}: r = {}. Den säger inget om enskilda personer.",
                    number_text(r, style)
                )
            }
            (Some(r), Language::En) => {
                format!(
                    "Correlation between {n} {areas}: r = {}. It says nothing of single persons.",
                    number_text(r, style)
                )
            }
            (None, Language::Sv) => format!("{n} {areas}; ingen korrelation kan räknas ut."),
            (None, Language::En) => format!("{n} {areas}; no correlation can be worked out."),
        };
        match description.n_absent {
            0 => words,
            absent => format!("{words} {} {}.", m.count(absent), m.say("saknar värde", "lack a value")),
        }
    }
}

fn place_lines(layout: &mut Layout, lines: &[String], (x, y): (f64, f64), pen: TextPen) {
    for (row, line) in lines.iter().enumerate() {
        let at = Point { x, y: y + row as f64 * LINE_HEIGHT };
        layout.texts.push(PlacedText { at, text: line.clone(), pen });
    }
}

impl Chart for ScatterSpec {
    fn placed_in(&self, width: f64, height: Option<f64>) -> Box<dyn Placed> {
        Box::new(fitted(height, &|more| self.layout_higher(width, more)))
    }

    /// A row an area; the ends of intervals beside their values, where there are some.
    fn table(&self) -> Table {
        let has_ends = [0, 1].map(|axis| self.areas.iter().any(|area| area.ends[axis].is_some()));
        let mut header = vec![text(self.x.language).area.to_owned()];
        for (measured, has_ends) in [&self.x, &self.y].into_iter().zip(has_ends) {
            header.push(measured.heading());
            if has_ends {
                header.extend(measured.end_headings_of(&measured.title));
            }
        }
        let row = |area: &ScatterArea| {
            let mut row = vec![area.name.to_string()];
            for (axis, (measured, value)) in [(&self.x, area.x), (&self.y, area.y)].into_iter().enumerate() {
                row.push(measured.cell(value));
                if has_ends[axis] {
                    row.extend(measured.end_cells(area.ends[axis]));
                }
            }
            row
        };
        Table { header, rows: self.areas.iter().map(row).collect() }
    }

    fn point(&self, datum: usize) -> Option<PointWords> {
        let area = self.areas.get(datum)?;
        let words =
            |m: &Measured, value: Value, ends: Ends| format!("{}: {}", m.title, m.value_within(value, ends));
        Some(PointWords {
            name: area.name.to_string(),
            period: String::new(),
            value: words(&self.y, area.y, area.ends[1]),
            more: words(&self.x, area.x, area.ends[0]),
        })
    }
}
