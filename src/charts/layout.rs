//! The positions of a chart as plain values: marks from back to front, words, stops. Kinds whose pictures are made of
//! such marks have it as their layout, and are drawn by one function.

use super::chart::Placed;
use super::frame::{PlacedText, draw_absence, draw_watermark};
use super::stop::Stop;
use super::surface::{Area, Backend};
use super::{Drawn, Painter, Point, Rect, Size, Token};
use crate::model::Absence;

/// All positions of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Of the picture.
    pub size: Size,
    /// Where values are drawn.
    pub plot: Rect,
    /// What lies behind the values: the grid.
    pub back: Vec<Mark>,
    /// Words across the plot, for modelled figures.
    pub watermark: Option<String>,
    /// Marks of values, in the order they are drawn.
    pub marks: Vec<Mark>,
    /// All words and numbers.
    pub texts: Vec<PlacedText>,
    /// Where pointer and keys can stop.
    pub stops: Vec<Stop>,
}

/// One mark.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// An open line of a width in pixels.
    Line(Vec<Point>, Token, f64),
    /// A filled box.
    Bar(Rect, Token),
    /// The edges of a box.
    Frame(Rect, Token),
    /// A filled polygon with its opacity.
    Polygon(Vec<Point>, Token, f64),
    /// A filled dot with its radius.
    Dot(Point, f64, Token),
    /// The mark of an absence.
    Absent(Point, Absence, Token),
}

/// No plot is lower than this, pixels.
pub(super) const LEAST_PLOT: f64 = 120.0;

/// A layout in the height that was asked for. `layout` makes it with a plot so much higher than usual, or lower.
pub(super) fn fitted(height: Option<f64>, layout: &dyn Fn(f64) -> Layout) -> Layout {
    let usual = layout(0.0);
    match height {
        Some(height) => layout(height - usual.size.height),
        None => usual,
    }
}

impl Layout {
    /// Nothing yet, in a size.
    pub fn empty(size: Size, plot: Rect, watermark: Option<String>) -> Self {
        Self {
            size,
            plot,
            back: Vec::new(),
            watermark,
            marks: Vec::new(),
            texts: Vec::new(),
            stops: Vec::new(),
        }
    }

    /// A straight line.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), token: Token, width: f64) {
        self.marks.push(segment(from, to, token, width));
    }

    /// A straight line behind everything.
    pub(super) fn rule(&mut self, from: (f64, f64), to: (f64, f64), token: Token) {
        self.back.push(segment(from, to, token, 1.0));
    }

    /// A dot with an edge in the colour of the ground, so that it is seen on others.
    pub(super) fn raised_dot(&mut self, at: Point, radius: f64, token: Token) {
        self.marks.push(Mark::Dot(at, radius + 1.5, Token::GROUND));
        self.marks.push(Mark::Dot(at, radius, token));
    }
}

impl Placed for Layout {
    fn size(&self) -> Size {
        self.size
    }

    fn draw(&self, area: &Area<'_>) -> Drawn<Backend<'_>> {
        let painter = Painter::new(area);
        self.back.iter().try_for_each(|mark| mark.draw(&painter))?;
        self.marks.iter().try_for_each(|mark| mark.draw(&painter))?;
        // Over the marks: bars would hide it.
        if let Some(text) = &self.watermark {
            draw_watermark(&painter, self.plot, text)?;
        }
        self.texts.iter().try_for_each(|text| text.draw(&painter))
    }

    fn draw_front(&self, area: &Area<'_>) -> Drawn<Backend<'_>> {
        self.draw(area)
    }

    fn draw_pointed(&self, _: usize, _: &Area<'_>) -> Drawn<Backend<'_>> {
        Ok(())
    }

    fn stops(&self) -> &[Stop] {
        &self.stops
    }

    fn texts(&self) -> &[PlacedText] {
        &self.texts
    }
}

impl Mark {
    fn draw<'a>(&self, painter: &Painter<'_, Backend<'a>>) -> Drawn<Backend<'a>> {
        match self {
            Self::Line(points, token, width) => painter.line(points, *token, *width),
            Self::Bar(rect, token) => painter.rect(*rect, *token),
            Self::Frame(rect, token) => painter.frame(*rect, *token, 1.0),
            Self::Polygon(points, token, opacity) => painter.polygon(points, *token, *opacity),
            Self::Dot(center, radius, token) => painter.dot(*center, *radius, *token),
            Self::Absent(center, reason, token) => draw_absence(painter, *center, *reason, *token),
        }
    }
}

fn segment((x1, y1): (f64, f64), (x2, y2): (f64, f64), token: Token, width: f64) -> Mark {
    Mark::Line(vec![Point { x: x1, y: y1 }, Point { x: x2, y: y2 }], token, width)
}
