//! Population pyramid (C7): age groups from the youngest below, women and men to either side, in percent of all. The
//! outline of a larger area may be laid over it.

use super::axis::{Axis, tick_count};
use super::chart::{Chart, Placed, PointWords};
use super::frame::{LABEL_SIZE, LINE_HEIGHT, PlacedText, TICK_SIZE};
use super::key::place_key;
use super::layout::{Layout, Mark, fitted};
use super::stop::{Reach, Stop};
use super::{Align, Measured, Point, Rect, Size, Table, TextPen, Token, Weight, text_width};
use crate::i18n::number::{NumberStyle, number_text};
use crate::model::Value;

/// What to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct PyramidSpec {
    /// Of the values: persons.
    pub measured: Measured,
    /// What the two sides are.
    pub sides: [String; 2],
    /// The age groups, youngest first.
    pub groups: Vec<String>,
    /// Persons by side and group.
    pub values: [Vec<Value>; 2],
    /// A larger area's name and persons by side and group.
    pub comparison: Option<(String, [Vec<Value>; 2])>,
    /// Words across the plot, for modelled figures.
    pub watermark: Option<String>,
}

/// The numbers that a pyramid shows.
#[derive(Debug, Clone, PartialEq)]
pub struct PyramidDescription {
    /// Each group's percent of all persons with a number, by side.
    pub shares: [Vec<Option<f64>>; 2],
    /// The same of the larger area.
    pub comparison: Option<[Vec<Option<f64>>; 2]>,
}

const ROW: f64 = 18.0;
/// The names of the groups stand over each other.
const LEAST_ROW: f64 = 13.0;

impl PyramidSpec {
    /// The shares.
    pub fn describe(&self) -> PyramidDescription {
        PyramidDescription {
            shares: shares(&self.values),
            comparison: self.comparison.as_ref().map(|(_, values)| shares(values)),
        }
    }

    /// Computes all positions in a width.
    pub fn layout(&self, width: f64) -> Layout {
        self.layout_higher(width, 0.0)
    }

    /// The same with a plot so many pixels higher, or lower.
    fn layout_higher(&self, width: f64, more: f64) -> Layout {
        let high = (ROW + more / self.groups.len().max(1) as f64).max(LEAST_ROW);
        let m = &self.measured;
        let PyramidDescription { shares, comparison } = self.describe();
        let both = shares.iter().chain(comparison.iter().flatten());
        let most = both.flatten().flatten().copied().fold(0.0, f64::max);
        let middle_width =
            self.groups.iter().map(|group| text_width(group, TICK_SIZE, Weight::Regular)).fold(0.0, f64::max)
                + 16.0;
        let side_width = ((width - middle_width) / 2.0 - 6.0).max(40.0);
        let plot = Rect { left: 6.0, top: 0.0, right: width - 6.0, bottom: 0.0 };
        let mut layout = Layout::empty(Size { width, height: 0.0 }, plot, self.watermark.clone());
        let entries: Vec<(String, Token)> =
            self.comparison.iter().map(|(name, _)| (name.clone(), Token::Nation)).collect();
        let top = place_key(&mut layout, &entries) + LINE_HEIGHT + 6.0;
        // The larger area is a line, in the key too.
        if let Some(Mark::Bar(swatch, _)) = layout.marks.pop() {
            let y = (swatch.top + swatch.bottom) / 2.0;
            let ends = [swatch.left, swatch.right].map(|x| Point { x, y });
            layout.marks.push(Mark::Line(ends.into(), Token::INK, 2.0));
        }
        layout.plot = Rect { top, bottom: top + high * self.groups.len() as f64, ..plot };
        let plot = layout.plot;
        layout.size.height = plot.bottom + 42.0;
        let axis =
            Axis::around([0.0, most.max(1.0)].into_iter(), true, tick_count(side_width), 0, m.language);
        // The zero of each side stands beside the names of the groups in the middle.
        let zeros = [plot.left + side_width, plot.right - side_width];
        let scales = [axis.scale(zeros[0], plot.left), axis.scale(zeros[1], plot.right)];
        for (side, scale) in scales.iter().enumerate() {
            axis.place_below(&mut layout, scale, "", true);
            let at = Point { x: zeros[side], y: plot.top - 0.5 * LINE_HEIGHT - 2.0 };
            let align = if side == 0 { Align::End } else { Align::Start };
            let pen = TextPen::new(token(side), LABEL_SIZE).strong().align(align);
            layout.texts.push(PlacedText { at, text: self.sides[side].clone(), pen });
        }
        let at = Point { x: width, y: plot.bottom + 31.0 };
        let unit = m.say("Procent av alla", "Percent of all").to_owned();
        let pen = TextPen::new(Token::MUTED, TICK_SIZE);
        layout.texts.push(PlacedText { at, text: unit, pen: pen.align(Align::End) });
        let row = |group: usize| plot.bottom - (group + 1) as f64 * high;
        for (group, name) in self.groups.iter().enumerate() {
            let middle = row(group) + 0.5 * high;
            let at = Point { x: (zeros[0] + zeros[1]) / 2.0, y: middle };
            layout.texts.push(PlacedText { at, text: name.clone(), pen: pen.align(Align::Middle) });
            for side in [0, 1] {
                let value = self.values[side].get(group).copied();
                let datum = 2 * group + side;
                let mut end = zeros[side];
                match (shares[side].get(group).copied().flatten(), value.and_then(Value::absence)) {
                    (Some(share), _) => {
                        end = scales[side].at(share);
                        let bar = Rect {
                            left: end.min(zeros[side]),
                            top: row(group) + 1.5,
                            right: end.max(zeros[side]),
                            bottom: row(group) + high - 1.5,
                        };
                        layout.marks.push(Mark::Bar(bar, token(side)));
                    }
                    (None, Some(reason)) => {
                        let x = zeros[side] + if side == 0 { -9.0 } else { 9.0 };
                        layout.marks.push(Mark::Absent(Point { x, y: middle }, reason, Token::MUTED));
                    }
                    (None, None) => {}
                }
                let at = Point { x: end, y: middle };
                layout.stops.push(Stop { at, datum, track: side, reach: Reach::Row });
            }
        }
        for (side, shares) in comparison.iter().flatten().enumerate() {
            let step = |(group, share): (usize, &Option<f64>)| {
                let x = scales[side].at(share.unwrap_or(0.0));
                [Point { x, y: row(group) + high }, Point { x, y: row(group) }]
            };
            let outline = shares.iter().take(self.groups.len()).enumerate().flat_map(step).collect();
            // Solid: dashes would be lost in the steps.
            layout.marks.push(Mark::Line(outline, Token::INK, 1.5));
        }
        layout
    }

    fn percent(&self, share: f64) -> String {
        let style = NumberStyle { decimals: 1, language: self.measured.language };
        format!("{}{}", number_text(share, style), self.measured.say("\u{A0}%", "%"))
    }
}

fn token(side: usize) -> Token {
    Token::Series(u8::from(side > 0))
}

fn shares(values: &[Vec<Value>; 2]) -> [Vec<Option<f64>>; 2] {
    let whole: f64 = values.iter().flatten().filter_map(|value| value.number()).sum();
    let share = |value: &Value| value.number().filter(|_| whole > 0.0).map(|number| 100.0 * number / whole);
    [0, 1].map(|side| values[side].iter().map(share).collect())
}

impl Chart for PyramidSpec {
    fn placed_in(&self, width: f64, height: Option<f64>) -> Box<dyn Placed> {
        Box::new(fitted(height, &|more| self.layout_higher(width, more)))
    }

    /// A row a group, the oldest first as in the picture: persons and percent of each side, and the larger area's percent.
    fn table(&self) -> Table {
        let m = &self.measured;
        let PyramidDescription { shares, comparison } = self.describe();
        let mut header = vec![m.say("Ålder", "Age").to_owned()];
        for side in &self.sides {
            header.push(format!("{side}, {}", m.unit_text()));
            header.push(format!("{side}, {}", m.say("procent av alla", "percent of all")));
        }
        if let Some((larger, _)) = &self.comparison {
            let of =
                |side: &String| format!("{larger}: {side}, {}", m.say("procent av alla", "percent of all"));
            header.extend(self.sides.iter().map(of));
        }
        let cell = |shares: &Vec<Option<f64>>, group: usize| {
            let share = shares.get(group).copied().flatten();
            share.map_or_else(String::new, |share| self.percent(share))
        };
        let row = |group: usize| {
            let mut row = vec![self.groups[group].clone()];
            for side in [0, 1] {
                row.push(self.values[side].get(group).map_or_else(String::new, |value| m.cell(*value)));
                row.push(cell(&shares[side], group));
            }
            row.extend(comparison.iter().flatten().map(|shares| cell(shares, group)));
            row
        };
        Table { header, rows: (0..self.groups.len()).rev().map(row).collect() }
    }

    fn point(&self, datum: usize) -> Option<PointWords> {
        let (group, side) = (datum / 2, datum % 2);
        let value = *self.values[side].get(group)?;
        let share = self.describe().shares[side].get(group).copied().flatten();
        Some(PointWords {
            name: format!("{}, {}", self.groups.get(group)?, self.sides[side]),
            period: String::new(),
            value: share.map_or_else(|| self.measured.value(value), |share| self.percent(share)),
            more: share.map_or_else(String::new, |_| self.measured.value(value)),
        })
    }

    fn area_of(&self, _: usize) -> Option<usize> {
        None
    }

    fn datum_of(&self, _: usize) -> Option<usize> {
        None
    }
}
