//! Drawing in pixels and tokens on any plotters backend.

use super::{Point, Rect, Token, Weight};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};
use plotters_backend::DrawingBackend;

/// Units of backends in a pixel.
pub const TENTHS: f64 = 10.0;

/// What drawing on a backend gives: nothing, or the backend's error.
pub type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Draws marks in pixels on an area whose backend counts in tenths of a pixel.
pub struct Painter<'a, DB: DrawingBackend> {
    area: &'a DrawingArea<DB, Shift>,
}

/// Where a text stands from its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Align {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextPen {
    /// Its color.
    pub token: Token,
    /// Size in pixels.
    pub size: f64,
    /// Its weight.
    pub weight: Weight,
    /// Where it stands.
    pub align: Align,
    /// 0–1; below 1 the text has no halo.
    pub opacity: f64,
}

impl TextPen {
    /// Regular, beginning at its position, opaque.
    pub const fn new(token: Token, size: f64) -> Self {
        Self { token, size, weight: Weight::Regular, align: Align::Start, opacity: 1.0 }
    }

    /// The same, semibold.
    #[must_use]
    pub const fn strong(self) -> Self {
        Self { weight: Weight::Semibold, ..self }
    }

    /// The same, aligned otherwise.
    #[must_use]
    pub const fn align(self, align: Align) -> Self {
        Self { align, ..self }
    }
}

impl<'a, DB: DrawingBackend> Painter<'a, DB> {
    /// Draws on `area`.
    pub const fn new(area: &'a DrawingArea<DB, Shift>) -> Self {
        Self { area }
    }

    /// An open line of a width in pixels.
    pub fn line(&self, points: &[Point], token: Token, width: f64) -> Drawn<DB> {
        let points: Vec<(i32, i32)> = points.iter().map(|point| tenths(*point)).collect();
        self.area.draw(&PathElement::new(points, stroke(token, width)))
    }

    /// A filled polygon.
    pub fn polygon(&self, points: &[Point], token: Token, opacity: f64) -> Drawn<DB> {
        let points: Vec<(i32, i32)> = points.iter().map(|point| tenths(*point)).collect();
        self.area.draw(&Polygon::new(points, token.reserved(opacity)))
    }

    /// A filled box.
    pub fn rect(&self, rect: Rect, token: Token) -> Drawn<DB> {
        let corners =
            [Point { x: rect.left, y: rect.top }, Point { x: rect.right, y: rect.bottom }].map(tenths);
        self.area.draw(&Rectangle::new(corners, ShapeStyle { filled: true, ..stroke(token, 0.0) }))
    }

    /// The edges of a box, of a width in pixels.
    pub fn frame(&self, rect: Rect, token: Token, width: f64) -> Drawn<DB> {
        let corners =
            [Point { x: rect.left, y: rect.top }, Point { x: rect.right, y: rect.bottom }].map(tenths);
        self.area.draw(&Rectangle::new(corners, stroke(token, width)))
    }

    /// A filled dot.
    pub fn dot(&self, center: Point, radius: f64, token: Token) -> Drawn<DB> {
        self.area.draw(&Circle::new(
            tenths(center),
            tenth(radius),
            ShapeStyle { filled: true, ..stroke(token, 0.0) },
        ))
    }

    /// A ring of a width in pixels.
    pub fn ring(&self, center: Point, radius: f64, token: Token, width: f64) -> Drawn<DB> {
        self.area.draw(&Circle::new(tenths(center), tenth(radius), stroke(token, width)))
    }

    /// A line of text, vertically centred on its position (on the middle of its capitals).
    pub fn text(&self, text: &str, at: Point, pen: TextPen) -> Drawn<DB> {
        let style = match pen.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Semibold => FontStyle::Bold,
        };
        let align = match pen.align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        let style = TextStyle {
            font: FontDesc::new(FontFamily::SansSerif, pen.size * TENTHS, style),
            color: plotters::style::Color::to_backend_color(&pen.token.reserved(pen.opacity)),
            pos: Pos::new(align, VPos::Center),
        };
        self.area.draw(&Text::new(text, tenths(at), style))
    }
}

fn stroke(token: Token, width: f64) -> ShapeStyle {
    ShapeStyle { color: token.reserved(1.0), filled: false, stroke_width: tenth(width).unsigned_abs() }
}

fn tenths(point: Point) -> (i32, i32) {
    (tenth(point.x), tenth(point.y))
}

#[expect(clippy::cast_possible_truncation, reason = "pictures are at most some thousands of pixels wide")]
fn tenth(pixels: f64) -> i32 {
    (pixels * TENTHS).round() as i32
}
