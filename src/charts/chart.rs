//! What figures, files and tests need of a chart, whatever its kind.

use super::line::PlacedCrowd;
use super::painter::Drawn;
use super::stop::Stop;
use super::surface::{Area, Backend};
use super::svg::{Naming, Styling, document};
use super::{PlacedText, Size, Table};
use crate::model::Period;

/// A chart's content: what to draw, in any width, and the same as rows and words.
pub trait Chart: Send + Sync {
    /// Puts the chart into a width in pixels, in the height that suits it.
    fn placed(&self, width: f64) -> Box<dyn Placed> {
        self.placed_in(width, None)
    }
    /// Puts it into a width and a height in pixels: words keep their size and the plot has what they leave. A picture too
    /// low for that is higher than asked for.
    fn placed_in(&self, width: f64, height: Option<f64>) -> Box<dyn Placed>;
    /// The data as rows.
    fn table(&self) -> Table;
    /// The words of a datum that a [`Stop`] names.
    fn point(&self, datum: usize) -> Option<PointWords>;
    /// The area that a datum is the value of, by its place in the chart's content; none where it is of several.
    fn area_of(&self, datum: usize) -> Option<usize> {
        Some(datum)
    }
    /// The period of a datum, where the chart has several.
    fn period_of(&self, _datum: usize) -> Option<Period> {
        None
    }
    /// The datum that shows an area.
    fn datum_of(&self, area: usize) -> Option<usize> {
        Some(area)
    }
}

/// A chart in a width, with all its positions.
pub trait Placed: Send + Sync {
    /// Of the picture.
    fn size(&self) -> Size;
    /// Draws it on an area of its size.
    fn draw(&self, area: &Area<'_>) -> Drawn<Backend<'_>>;
    /// Many lines behind it that stay as they are while it changes, where it has such: a page draws them apart.
    fn crowd(&self) -> Option<&PlacedCrowd> {
        None
    }
    /// Draws all but those.
    fn draw_front(&self, area: &Area<'_>) -> Drawn<Backend<'_>>;
    /// Draws the line of a datum that is one of those, to be seen among them.
    fn draw_pointed(&self, datum: usize, area: &Area<'_>) -> Drawn<Backend<'_>>;
    /// Where pointer and keys can stop.
    fn stops(&self) -> &[Stop];
    /// All words and numbers of the picture.
    fn texts(&self) -> &[PlacedText];
}

/// One value in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PointWords {
    /// What it is the value of.
    pub name: String,
    /// When, where the chart has several periods.
    pub period: String,
    /// The value with its unit, or the reason for its absence.
    pub value: String,
    /// More: the change from the period before, a second value.
    pub more: String,
}

/// The picture of a chart as SVG, in a width.
pub fn chart_svg(chart: &dyn Chart, width: f64, naming: Naming<'_>, styling: Styling) -> String {
    let placed = chart.placed(width);
    // Writing to memory does not fail.
    document(placed.size(), naming, styling, |area| placed.draw(area)).unwrap_or_default()
}
