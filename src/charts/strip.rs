//! Strip (C3): every area of a level a dot, so that one area is seen among all others and never alone. With more areas
//! than dots can show, columns of their number take the dots' place.

use super::flagpole::{flag_labels, flag_row, name_and_value, name_pen};
use super::frame::{LINE_HEIGHT, PlacedText, TICK_SIZE, draw_watermark};
use super::line::SeriesRole;
use super::svg::{Naming, Styling, document};
use super::swarm::{columns, swarm};
use super::ticks::value_ticks;
use super::{Align, Drawn, Painter, Point, Rect, Size, Table, TextPen, Token, end_headings};
use crate::i18n::number::{NumberStyle, number_text, with_unit};
use crate::i18n::text::text;
use crate::model::{Ends, Indicator, Language, Unit};
use crate::stats::quantile::quantiles;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

/// What to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct StripSpec {
    /// Width of the picture in pixels; its height follows from the labels.
    pub width: f64,
    /// Of ticks and labels.
    pub language: Language,
    /// Of the values.
    pub unit: Unit,
    /// Decimals of values.
    pub decimals: u8,
    /// Values of all areas of the level.
    pub values: Vec<f64>,
    /// Areas to name, the one that the strip is about first. It is one of the dots; the others (country, county) are
    /// lines through all of them.
    pub marks: Vec<StripMark>,
    /// Whether the first mark is one of the dots. The whole of which the dots are parts is a line.
    pub first_is_dot: bool,
    /// Whether columns are drawn also where dots would fit: a page that is read without a program is a tenth as large
    /// with them.
    pub columns_only: bool,
    /// Words across the plot, for modelled figures.
    pub watermark: Option<String>,
}

/// A named value.
#[derive(Debug, Clone, PartialEq)]
pub struct StripMark {
    /// What its label says.
    pub name: String,
    /// Why it is there.
    pub role: SeriesRole,
    /// Where it stands.
    pub value: f64,
    /// The ends of its interval, where it has one.
    pub ends: Ends,
}

/// Where everything of a strip is, in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct StripLayout {
    /// Of the picture.
    pub size: Size,
    /// Where dots lie.
    pub plot: Rect,
    /// One dot a value, in the order of the spec; empty where columns are drawn.
    pub dots: Vec<Point>,
    /// Radius of dots.
    pub radius: f64,
    /// Columns of numbers of areas, around the middle of the plot.
    pub columns: Vec<Rect>,
    /// Tick positions on the axis.
    pub ticks: Vec<f64>,
    /// The intervals of marks, along the foot of the plot.
    pub intervals: Vec<(SeriesRole, [Point; 2])>,
    /// A line from each mark's label; for the first mark down to its dot, for others through the plot.
    pub lines: Vec<(SeriesRole, [Point; 2])>,
    /// All words and numbers.
    pub texts: Vec<PlacedText>,
    low: f64,
    high: f64,
}

/// The numbers that a strip shows.
#[derive(Debug, Clone, PartialEq)]
pub struct StripDescription {
    /// Number of areas.
    pub n: usize,
    /// Least value, first tenth, median, last tenth, greatest value (quantiles of type 7); empty without areas.
    pub quantiles: Vec<f64>,
    /// The named values with their intervals.
    pub marks: Vec<(String, f64, Ends)>,
}

const HALF_HEIGHT: f64 = 34.0;
const SIDE: f64 = 8.0;
/// Width of columns with the gap between them, where there are too many dots.
const COLUMN: f64 = 3.0;
/// How many columns there are where they are drawn to be brief.
const N_COLUMNS: f64 = 16.0;

impl StripSpec {
    /// A strip of an indicator, without values yet.
    pub fn of(indicator: &Indicator, width: f64, language: Language) -> Self {
        Self {
            width,
            language,
            unit: indicator.unit.clone(),
            decimals: indicator.decimals,
            values: Vec::new(),
            marks: Vec::new(),
            first_is_dot: true,
            columns_only: false,
            watermark: None,
        }
    }

    /// Computes all positions.
    pub fn layout(&self) -> StripLayout {
        let ends = self.marks.iter().filter_map(|mark| mark.ends).flat_map(|(low, high)| [low, high]);
        let marked = self.marks.iter().map(|mark| mark.value).chain(ends);
        let all = self.values.iter().copied().chain(marked);
        let (low, high) =
            all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), n| (low.min(n), high.max(n)));
        let (low, high) = match (low, high) {
            (low, high) if low > high => (0.0, 1.0),
            (low, high) if low == high => (low - 1.0, high + 1.0),
            ends => ends,
        };
        let x = |value: f64| SIDE + (value - low) / (high - low) * (self.width - 2.0 * SIDE);
        let words = |mark: &StripMark| {
            let pen = name_pen(mark.role);
            name_and_value(&mark.name, &self.value_text(mark.value), pen, self.width)
        };
        let marked: Vec<(String, TextPen, f64)> =
            self.marks.iter().map(|mark| (words(mark), name_pen(mark.role), x(mark.value))).collect();
        let labels = flag_labels(&marked, self.width);
        let n_rows = labels.iter().map(|(row, _)| row + 1).max().unwrap_or(0);
        let top = n_rows as f64 * LINE_HEIGHT + 6.0;
        let middle = top + HALF_HEIGHT;
        let plot = Rect { left: SIDE, top, right: self.width - SIDE, bottom: middle + HALF_HEIGHT };
        let mut layout = StripLayout {
            size: Size { width: self.width, height: plot.bottom + 26.0 },
            plot,
            dots: Vec::new(),
            radius: 0.0,
            columns: Vec::new(),
            ticks: Vec::new(),
            intervals: Vec::new(),
            lines: Vec::new(),
            texts: Vec::new(),
            low,
            high,
        };
        let xs: Vec<f64> = self.values.iter().map(|value| x(*value)).collect();
        match swarm(&xs, middle, HALF_HEIGHT).filter(|_| !self.columns_only) {
            Some((dots, radius)) => (layout.dots, layout.radius) = (dots, radius),
            None => {
                let step = if self.columns_only { plot.width() / N_COLUMNS } else { COLUMN };
                layout.columns = columns(&xs, &plot, step);
            }
        }
        self.place_ticks(&mut layout, &x);
        for ((row, mut label), (index, mark)) in labels.into_iter().zip(self.marks.iter().enumerate()) {
            let from_y;
            (label.at.y, from_y) = flag_row(&label, row, top);
            let from = Point { x: x(mark.value), y: from_y };
            let is_dot = index == 0 && self.first_is_dot;
            let to = if is_dot { self.own_dot(&layout, mark.value) } else { None };
            let to = to.unwrap_or(Point { x: from.x, y: if is_dot { middle } else { plot.bottom } });
            layout.lines.push((mark.role, [from, to]));
            if let Some((low, high)) = mark.ends {
                let y = plot.bottom - 3.0 - 4.0 * index as f64;
                layout.intervals.push((mark.role, [low, high].map(|end| Point { x: x(end), y })));
            }
            layout.texts.push(label);
        }
        layout
    }

    /// The dot of the area that the strip is about: one of the dots with its value.
    fn own_dot(&self, layout: &StripLayout, value: f64) -> Option<Point> {
        let nearest = (0..layout.dots.len())
            .min_by(|&a, &b| (self.values[a] - value).abs().total_cmp(&(self.values[b] - value).abs()))?;
        Some(layout.dots[nearest])
    }

    fn place_ticks(&self, layout: &mut StripLayout, x: &impl Fn(f64) -> f64) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few ticks on a picture's width"
        )]
        let wanted = (self.width / 90.0).clamp(3.0, 10.0) as usize;
        let ticks = value_ticks(layout.low, layout.high, wanted, self.decimals);
        let style = NumberStyle { decimals: ticks.decimals, language: self.language };
        let y = layout.plot.bottom + 15.0;
        let inside: Vec<f64> =
            ticks.values.into_iter().filter(|tick| (layout.low..=layout.high).contains(tick)).collect();
        let last = inside.len().saturating_sub(1);
        let pen = TextPen::new(Token::MUTED, TICK_SIZE).align(Align::Middle);
        let mut free_from = f64::NEG_INFINITY;
        for (index, tick) in inside.into_iter().enumerate() {
            // The unit stands once, at the last tick.
            let text =
                if index == last { with_unit(tick, &self.unit, style) } else { number_text(tick, style) };
            let label = PlacedText { at: Point { x: x(tick), y }, text, pen }.within(0.0, self.width);
            layout.ticks.push(x(tick));
            if label.bounds().left >= free_from {
                free_from = label.bounds().right + 6.0;
                layout.texts.push(label);
            }
        }
    }

    fn value_text(&self, value: f64) -> String {
        with_unit(value, &self.unit, NumberStyle { decimals: self.decimals, language: self.language })
    }

    /// Draws the strip on an area of the layout's size, in tenths of a pixel.
    pub fn draw<DB: DrawingBackend>(&self, layout: &StripLayout, area: &DrawingArea<DB, Shift>) -> Drawn<DB> {
        let painter = Painter::new(area);
        let plot = layout.plot;
        let axis =
            [Point { x: 0.0, y: plot.bottom + 2.0 }, Point { x: layout.size.width, y: plot.bottom + 2.0 }];
        painter.line(&axis, Token::AXIS, 1.0)?;
        for &x in &layout.ticks {
            let tick = [Point { x, y: plot.bottom + 2.0 }, Point { x, y: plot.bottom + 6.0 }];
            painter.line(&tick, Token::AXIS, 1.0)?;
        }
        if let Some(text) = &self.watermark {
            draw_watermark(&painter, plot, text)?;
        }
        for &dot in &layout.dots {
            painter.dot(dot, layout.radius, Token::CONTEXT)?;
        }
        for &column in &layout.columns {
            painter.rect(column, Token::CONTEXT)?;
        }
        for (role, line) in &layout.intervals {
            painter.line(line, role.token(), 2.0)?;
        }
        let n_dots = usize::from(self.first_is_dot);
        for (role, line) in layout.lines.iter().skip(n_dots) {
            painter.line(line, role.token(), 1.75)?;
        }
        if let Some((role, line)) = layout.lines.iter().take(n_dots).next() {
            painter.line(line, role.token(), 1.25)?;
            painter.dot(line[1], layout.radius.max(4.0) + 2.5, Token::GROUND)?;
            painter.dot(line[1], layout.radius.max(4.0) + 1.0, role.token())?;
        }
        layout.texts.iter().try_for_each(|text| text.draw(&painter))
    }

    /// The numbers for words.
    pub fn describe(&self) -> StripDescription {
        StripDescription {
            n: self.values.len(),
            quantiles: quantiles(&self.values, &[0.0, 0.1, 0.5, 0.9, 1.0]),
            marks: self.marks.iter().map(|mark| (mark.name.clone(), mark.value, mark.ends)).collect(),
        }
    }

    /// The named values and the spread as rows.
    pub fn table(&self) -> Table {
        let StripDescription { quantiles, marks, .. } = self.describe();
        let names = match self.language {
            Language::Sv => [
                "Lägsta värdet",
                "Gräns för lägsta tiondelen",
                "Medianen",
                "Gräns för högsta tiondelen",
                "Högsta värdet",
            ],
            Language::En => [
                "Lowest value",
                "Limit of the lowest tenth",
                "Median",
                "Limit of the highest tenth",
                "Highest value",
            ],
        };
        let spread = names.into_iter().zip(quantiles).map(|(name, value)| (name.to_owned(), value, None));
        let has_ends = marks.iter().any(|(.., ends)| ends.is_some());
        let mut header =
            vec![text(self.language).area.to_owned(), self.unit.long.get(self.language).to_owned()];
        let headings = end_headings(self.language).map(str::to_owned);
        header.extend(headings.into_iter().filter(|_| has_ends));
        let row = |(name, value, ends): (String, f64, Ends)| {
            let ends =
                ends.map_or_else(Default::default, |(low, high)| [low, high].map(|end| self.value_text(end)));
            let cells = [name, self.value_text(value)].into_iter();
            cells.chain(ends.into_iter().filter(|_| has_ends)).collect()
        };
        Table { header, rows: marks.into_iter().chain(spread).map(row).collect() }
    }

    /// The picture as SVG.
    pub fn svg(&self, naming: Naming<'_>, styling: Styling) -> String {
        let layout = self.layout();
        document(layout.size, naming, styling, |area| self.draw(&layout, area)).unwrap_or_default()
    }
}

impl StripLayout {
    /// The dot nearest to a position, by its place in the spec, within reach of a finger. `None` for columns.
    pub fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        const REACH: f64 = 14.0;
        let distance = |dot: &Point| (dot.x - x).hypot(dot.y - y);
        let nearest = self.dots.iter().enumerate().min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)))?;
        (distance(nearest.1) <= REACH).then_some(nearest.0)
    }

    /// x of a value, for instance of an area hovered elsewhere.
    pub fn x_of(&self, value: f64) -> f64 {
        let share = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        self.plot.left + share * self.plot.width()
    }
}
