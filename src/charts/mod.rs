//! Charts. One kind a file (or a folder of the same outline): the **spec** says what to draw, **layout** turns it into
//! plain positions, **draw** puts them on any plotters backend, **describe** gives the numbers that words are made
//! from, **table** gives the same data as rows.
//!
//! What figures need of all kinds is the trait [`Chart`]: a picture in any width, its table, its values in words.
//!
//! Coordinates are CSS pixels, x to the right and y downwards, in `f64`. Backends count in tenths of a pixel, because
//! plotters' backend coordinates are whole numbers. Colors are [`Token`]s: the SVG backend writes them as classes, so
//! that a picture follows dark and forced colors.

mod axis;
pub mod canvas;
mod chart;
pub mod curve;
mod dots;
mod flagpole;
pub mod frame;
pub mod histogram;
mod key;
pub mod labels;
mod layout;
pub mod legend;
pub mod line;
mod measured;
mod painter;
pub mod pyramid;
pub mod ranking;
pub mod scatter;
pub mod slope;
pub mod sparkline;
pub mod spread;
pub mod stacked;
pub mod stop;
pub mod strip;
mod style_sheet;
mod surface;
pub mod svg;
mod swarm;
mod text_width;
pub mod ticks;
mod token;
pub mod within_between;

pub use chart::{Chart, Placed, PointWords, chart_svg};
pub use frame::PlacedText;
pub use layout::{Layout, Mark};
pub use measured::{Measured, end_headings, interval_text};
pub use painter::{Align, Drawn, Painter, TENTHS, TextPen};
pub use style_sheet::style_sheet;
pub use surface::{Area, Backend};
pub use text_width::{Weight, text_width};
pub use token::Token;

/// A position in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// A box in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Least x.
    pub left: f64,
    /// Least y.
    pub top: f64,
    /// Greatest x.
    pub right: f64,
    /// Greatest y.
    pub bottom: f64,
}

/// The size of a picture in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// The data of a chart as rows of text, in the reader's language: the table beside the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// One cell a column; the first column holds row headings.
    pub header: Vec<String>,
    /// Rows of as many cells.
    pub rows: Vec<Vec<String>>,
}

impl Rect {
    /// Width.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Height.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Whether two boxes share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}
