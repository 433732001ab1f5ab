//! A figure by itself: the drawing with its title above and its source below, as a file.

use super::Credit;
use super::check_code::{CheckCode, CodeOf};
use crate::charts::frame::{LINE_HEIGHT, wrapped};
use crate::charts::svg::{Naming, Styling, document};
use crate::charts::{
    Area, Backend, Chart, Drawn, Painter, Placed, PlacedText, Point, Size, TENTHS, TextPen, Token, Weight,
};
use crate::color::Ground;
use crate::i18n::text::text;

/// A figure with its words around it, in a width in pixels.
pub struct Poster {
    size: Size,
    chart: Box<dyn Placed>,
    /// Where the drawing begins.
    at: Point,
    texts: Vec<PlacedText>,
    /// Where the code that leads to the figure's check stands.
    code: Option<(CheckCode, Point)>,
}

const EDGE: f64 = 20.0;
const TITLE: f64 = 19.0;
const SMALL: f64 = 12.5;

impl Poster {
    /// Puts a chart and its words into a width, with the code that `code` makes.
    pub fn new(chart: &dyn Chart, credit: &Credit, code: Option<CodeOf>, width: f64) -> Self {
        let inner = (width - 2.0 * EDGE).max(240.0);
        let chart = chart.placed(inner);
        let mut texts = Vec::new();
        let mut y = EDGE + 10.0;
        let title = TextPen::new(Token::INK, TITLE).strong();
        y = push_lines(&mut texts, &credit.title, title, inner, y, 24.0);
        let small = TextPen::new(Token::MUTED, SMALL);
        y = push_lines(&mut texts, &credit.detail, small, inner, y, LINE_HEIGHT);
        let at = Point { x: EDGE, y: y + 6.0 };
        y = at.y + chart.size().height + 20.0;
        // The code stands beside the words below, where there is room for both.
        let code = code
            .and_then(|of| of(&credit.address, &credit.edition))
            .filter(|code| inner - code.side() >= 300.0);
        let below = y - 0.5 * LINE_HEIGHT;
        let side = code.as_ref().map_or(0.0, CheckCode::side);
        let beside = if code.is_some() { inner - side - 16.0 } else { inner };
        for line in credit.lines().into_iter().skip_while(|(_, text)| *text != credit.source) {
            let line = match line {
                ("", text) => text.to_owned(),
                (name, text) => format!("{name}: {text}"),
            };
            y = push_lines(&mut texts, &line, small, beside, y, LINE_HEIGHT);
        }
        if code.is_some() {
            let words = text(credit.language).forms.check_code;
            y = push_lines(&mut texts, words, small, beside, y, LINE_HEIGHT);
        }
        if let Some(warning) = &credit.warning {
            y = push_lines(
                &mut texts,
                warning,
                TextPen::new(Token::INK, SMALL).strong(),
                beside,
                y,
                LINE_HEIGHT,
            );
        }
        y = y.max(below + side + 0.5 * LINE_HEIGHT);
        let size = Size { width: inner + 2.0 * EDGE, height: (y + EDGE - 0.5 * LINE_HEIGHT).ceil() };
        let corner = Point { x: size.width - EDGE - side, y: below };
        Self { size, chart, at, texts, code: code.map(|code| (code, corner)) }
    }

    /// Of the whole picture, in pixels.
    pub fn size(&self) -> Size {
        self.size
    }

    /// All words around the drawing.
    pub fn texts(&self) -> &[PlacedText] {
        &self.texts
    }

    /// The code that leads to the figure's check, and where its corner is.
    pub fn code(&self) -> Option<(&CheckCode, Point)> {
        self.code.as_ref().map(|(code, corner)| (code, *corner))
    }

    /// Draws it without its code on an area of its size.
    pub fn draw(&self, area: &Area<'_>) -> Drawn<Backend<'_>> {
        let painter = Painter::new(area);
        self.texts.iter().try_for_each(|text| text.draw(&painter))?;
        let size = self.chart.size();
        let inner = area
            .clone()
            .shrink((tenths(self.at.x), tenths(self.at.y)), (tenths(size.width), tenths(size.height)));
        self.chart.draw(&inner)
    }

    /// The file, with live text, its own colors, and what it is and comes from in `<metadata>` (Dublin Core terms).
    pub fn svg(&self, credit: &Credit, ground: Ground) -> String {
        let description = format!("{} {}", credit.title, credit.description);
        let naming = Naming::Titled { id: "figure", title: &credit.title, description: &description };
        let svg = document(self.size, naming, Styling::Embedded(ground), |area| self.draw(area));
        let mut svg = svg.unwrap_or_default();
        if let Some(end) = svg.rfind("</svg>") {
            let code = self.code().map(|(code, corner)| code.svg([corner.x, corner.y]));
            svg.insert_str(end, &(code.unwrap_or_default() + &credit.metadata()));
        }
        svg
    }
}

/// Lines of a text under each other; gives where the next begins.
fn push_lines(
    texts: &mut Vec<PlacedText>,
    text: &str,
    pen: TextPen,
    width: f64,
    mut y: f64,
    height: f64,
) -> f64 {
    let weight = if pen.weight == Weight::Semibold { Weight::Semibold } else { Weight::Regular };
    for line in wrapped(text, pen.size, weight, width) {
        texts.push(PlacedText { at: Point { x: EDGE, y }, text: line, pen });
        y += height;
    }
    y
}

#[expect(clippy::cast_possible_truncation, reason = "pictures are at most some thousands of pixels wide")]
fn tenths(pixels: f64) -> i32 {
    (pixels * TENTHS).round() as i32
}
