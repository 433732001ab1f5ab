//! Spread (C3, small): how the areas inside a place lie on one axis, beside a number in a row. Columns of the areas'
//! number, lines for the place and for the country, least and greatest value at the ends. The rest is said beside it.

use super::frame::{PlacedText, TICK_SIZE};
use super::line::SeriesRole;
use super::svg::{Naming, Styling, document};
use super::swarm::columns;
use super::{Align, Drawn, Painter, Point, Rect, Size, TextPen, Token, text_width};
use crate::i18n::number::{NumberStyle, number_text, with_unit};
use crate::model::{Indicator, Language, Unit};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

/// What to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct SpreadSpec {
    /// Width of the picture in pixels.
    pub width: f64,
    /// Of the numbers.
    pub language: Language,
    /// Of the values.
    pub unit: Unit,
    /// Decimals of values.
    pub decimals: u8,
    /// Values of the areas inside.
    pub values: Vec<f64>,
    /// The place first, then what it is compared with.
    pub marks: Vec<(SeriesRole, f64)>,
}

/// Where everything is, in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct SpreadLayout {
    /// Of the picture.
    pub size: Size,
    /// Columns of numbers of areas, around the middle.
    pub columns: Vec<Rect>,
    /// The axis.
    pub axis: [Point; 2],
    /// A line for each mark, in their order.
    pub lines: Vec<(SeriesRole, [Point; 2])>,
    /// The ends' numbers.
    pub texts: Vec<PlacedText>,
}

/// The numbers that the spread shows.
#[derive(Debug, Clone, PartialEq)]
pub struct SpreadDescription {
    /// Number of areas.
    pub n: usize,
    /// Least and greatest value of the areas; none without areas.
    pub ends: Option<[f64; 2]>,
}

const TOP: f64 = 2.0;
const BOTTOM: f64 = 26.0;
const HEIGHT: f64 = 42.0;
const SIDE: f64 = 3.0;
const N_COLUMNS: f64 = 24.0;

impl SpreadSpec {
    /// The spread of an indicator, without values yet.
    pub fn of(indicator: &Indicator, width: f64, language: Language) -> Self {
        Self {
            width,
            language,
            unit: indicator.unit.clone(),
            decimals: indicator.decimals,
            values: Vec::new(),
            marks: Vec::new(),
        }
    }

    /// Computes all positions. The axis spans areas and marks.
    pub fn layout(&self) -> SpreadLayout {
        let all = self.values.iter().copied().chain(self.marks.iter().map(|(_, value)| *value));
        let (low, high) =
            all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), n| (low.min(n), high.max(n)));
        let (low, high) = if low < high { (low, high) } else { (low - 1.0, low + 1.0) };
        let plot = Rect { left: SIDE, top: TOP, right: self.width - SIDE, bottom: BOTTOM };
        let x = |value: f64| plot.left + (value - low) / (high - low) * plot.width();
        let xs: Vec<f64> = self.values.iter().map(|value| x(*value)).collect();
        let line = |(role, value): &(SeriesRole, f64)| {
            let x = x(*value);
            (*role, [Point { x, y: plot.top }, Point { x, y: plot.bottom }])
        };
        SpreadLayout {
            size: Size { width: self.width, height: HEIGHT },
            columns: columns(&xs, &plot, plot.width() / N_COLUMNS),
            axis: [Point { x: 0.0, y: BOTTOM + 1.0 }, Point { x: self.width, y: BOTTOM + 1.0 }],
            lines: self.marks.iter().map(line).collect(),
            texts: self.end_texts(&x),
        }
    }

    /// Least and greatest value under the axis: each at its place, the greatest alone where there is no room for both.
    fn end_texts(&self, x: &impl Fn(f64) -> f64) -> Vec<PlacedText> {
        let Some([least, greatest]) = self.describe().ends else { return Vec::new() };
        let style = NumberStyle { decimals: self.decimals, language: self.language };
        let pen = TextPen::new(Token::MUTED, TICK_SIZE);
        let y = HEIGHT - 6.0;
        let text = |words: String, value: f64| {
            let half = text_width(&words, TICK_SIZE, pen.weight) / 2.0;
            let at = x(value).clamp(half, (self.width - half).max(half));
            PlacedText { at: Point { x: at, y }, text: words, pen: pen.align(Align::Middle) }
        };
        let last = text(with_unit(greatest, &self.unit, style), greatest);
        let first = text(number_text(least, style), least);
        let both = first.bounds().right + 6.0 <= last.bounds().left;
        if both { vec![first, last] } else { vec![last] }
    }

    /// Draws the spread on an area of the layout's size, in tenths of a pixel.
    pub fn draw<DB: DrawingBackend>(
        &self,
        layout: &SpreadLayout,
        area: &DrawingArea<DB, Shift>,
    ) -> Drawn<DB> {
        let painter = Painter::new(area);
        painter.line(&layout.axis, Token::AXIS, 1.0)?;
        for column in &layout.columns {
            painter.rect(*column, Token::CONTEXT)?;
        }
        for (role, line) in layout.lines.iter().rev() {
            painter.line(line, role.token(), role.width())?;
        }
        layout.texts.iter().try_for_each(|text| text.draw(&painter))
    }

    /// The numbers for words.
    pub fn describe(&self) -> SpreadDescription {
        let ends = self.values.iter().fold(None, |ends: Option<[f64; 2]>, &value| {
            Some(ends.map_or([value; 2], |[least, greatest]| [least.min(value), greatest.max(value)]))
        });
        SpreadDescription { n: self.values.len(), ends }
    }

    /// The picture as SVG.
    pub fn svg(&self, naming: Naming<'_>, styling: Styling) -> String {
        let layout = self.layout();
        document(layout.size, naming, styling, |area| self.draw(&layout, area)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Localized;

    fn spec(values: &[f64], marks: &[f64]) -> SpreadSpec {
        let unit = Localized { sv: "%".into(), en: "%".into() };
        SpreadSpec {
            width: 200.0,
            language: Language::Sv,
            unit: Unit { short: unit.clone(), long: unit, one: Localized::default() },
            decimals: 1,
            values: values.to_vec(),
            marks: marks.iter().map(|value| (SeriesRole::Chosen(0), *value)).collect(),
        }
    }

    #[test]
    fn the_ends_are_the_areas_and_lines_stand_where_their_values_lie() {
        let layout = spec(&[2.0, 4.0, 12.0], &[7.0]).layout();
        let texts: Vec<&str> = layout.texts.iter().map(|text| text.text.as_str()).collect();
        assert_eq!(texts, ["2,0", "12,0\u{a0}%"]);
        assert!((layout.lines[0].1[0].x - 100.0).abs() < 1e-9, "half-way between 2 and 12");
        assert_eq!(layout.columns.len(), 3);
    }

    #[test]
    fn one_value_all_equal_none_and_a_mark_outside_stay_in_the_picture() {
        for (values, marks) in
            [(vec![3.0], vec![]), (vec![3.0; 9], vec![3.0]), (vec![], vec![]), (vec![1.0, 2.0], vec![9.0])]
        {
            let layout = spec(&values, &marks).layout();
            let xs = layout.columns.iter().flat_map(|column| [column.left, column.right]);
            let ends = layout.lines.iter().map(|(_, line)| line[0].x);
            assert!(xs.chain(ends).all(|x| (0.0..=200.0).contains(&x)), "{layout:?}");
            assert!(
                layout.texts.iter().all(|text| text.bounds().left >= 0.0 && text.bounds().right <= 200.0)
            );
        }
    }
}
