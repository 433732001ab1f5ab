//! Line chart (C1): one or several areas over time.
//!
//! Chosen areas have colors, the country and the county are dashed and dotted in ink, all others are quiet context.
//! Lines are named at their ends, or in a key above the plot where names would take more than their share of a narrow
//! picture. A gap stays a gap: an absence is marked under the plot with its reason, and nothing is drawn across a break
//! in the series.

mod crowd;
mod describe;
mod draw;
mod figure;
mod layout;
mod marks;
mod words;

pub use crowd::{Crowd, PlacedCrowd};
pub use describe::{LineDescription, SeriesDescription};
pub use layout::{LineLayout, PlacedMark, PlacedSeries};

use super::svg::{Naming, Styling, document};
use super::{Size, Token};
use crate::model::{Indicator, Language, Period, Unit, Value};

/// What to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct LineSpec {
    /// Of the picture.
    pub size: Size,
    /// Of ticks and words.
    pub language: Language,
    /// Of the values.
    pub unit: Unit,
    /// Decimals of values.
    pub decimals: u8,
    /// Whether the value axis must start at zero.
    pub zero_baseline: bool,
    /// The time axis, ascending.
    pub periods: Vec<Period>,
    /// First periods after breaks in the series.
    pub breaks: Vec<Period>,
    /// The lines; the first are drawn on top.
    pub series: Vec<LineSeries>,
    /// All other areas, behind the lines.
    pub crowd: Option<Crowd>,
    /// The period that other figures show now.
    pub highlighted: Option<Period>,
    /// What happened: reforms, measures. That a line moves afterwards does not say that the event moved it.
    pub events: Vec<LineEvent>,
    /// Values that someone has set out to reach, with their names.
    pub targets: Vec<(String, f64)>,
    /// Words across the plot, for modelled figures.
    pub watermark: Option<String>,
}

/// Something that happened in or from a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineEvent {
    /// A few words.
    pub title: String,
    /// When it began.
    pub from: Period,
    /// When it ended, where it has.
    pub until: Option<Period>,
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct LineSeries {
    /// What its label says.
    pub name: String,
    /// Why it is there.
    pub role: SeriesRole,
    /// One value a period.
    pub values: Vec<Value>,
    /// Ends of intervals, one a period; empty when there are none.
    pub intervals: Vec<Option<(f64, f64)>>,
}

/// Why a line is in the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SeriesRole {
    /// The reader chose it; the slot (0–7) is its color and stays with the area for as long as it is chosen.
    Chosen(u8),
    /// The country, for comparison.
    Nation,
    /// The county, for comparison.
    County,
    /// Not named: one of many, to show the spread.
    Context,
}

impl SeriesRole {
    /// The role's color and dash.
    pub const fn token(self) -> Token {
        match self {
            Self::Chosen(slot) => Token::Series(slot),
            Self::Nation => Token::Nation,
            Self::County => Token::County,
            Self::Context => Token::CONTEXT,
        }
    }

    /// Width of the line in pixels.
    pub const fn width(self) -> f64 {
        match self {
            Self::Chosen(_) => 2.5,
            Self::Nation => 1.75,
            Self::County => 2.25,
            Self::Context => 1.0,
        }
    }
}

impl LineSeries {
    /// A line without intervals.
    pub fn new(name: impl Into<String>, role: SeriesRole, values: Vec<Value>) -> Self {
        Self { name: name.into(), role, values, intervals: Vec::new() }
    }
}

impl LineSpec {
    /// A chart of an indicator, without lines yet, in the height that suits the width.
    pub fn of(indicator: &Indicator, periods: Vec<Period>, width: f64, language: Language) -> Self {
        Self {
            size: Size { width, height: fitting_height(width) },
            language,
            unit: indicator.unit.clone(),
            decimals: indicator.decimals,
            zero_baseline: indicator.zero_baseline,
            periods,
            breaks: indicator.breaks.clone(),
            series: Vec::new(),
            crowd: None,
            highlighted: None,
            events: Vec::new(),
            targets: Vec::new(),
            watermark: None,
        }
    }

    /// The picture as SVG.
    pub fn svg(&self, naming: Naming<'_>, styling: Styling) -> String {
        let layout = self.layout();
        // Writing to memory does not fail.
        document(self.size, naming, styling, |area| self.draw(&layout, area)).unwrap_or_default()
    }
}

/// The height of a line chart that suits a width, in pixels.
pub fn fitting_height(width: f64) -> f64 {
    (0.5 * width).clamp(280.0, 440.0)
}
