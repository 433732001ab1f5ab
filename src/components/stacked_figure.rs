//! How a whole divides over time in one place, as a figure.

use super::chart_figure::{ChartContent, Drawn, FigureWords, Setting, chart_figure, made};
use super::site::use_site;
use crate::charts::stacked::{StackedPart, StackedSpec};
use crate::charts::{Measured, Token};
use crate::markup::{Live, Markup, RwSignal};
use crate::model::{AreaCode, Indicator, Period, Value};
use crate::sentences::divided::shares;
use std::sync::Arc;

/// A whole in its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Divided {
    /// Where.
    pub area: AreaCode,
    /// The area's name.
    pub name: String,
    /// What divides: `upplåtelseform`.
    pub by: String,
    /// Periods, ascending.
    pub periods: Vec<Period>,
    /// The parts, at most eight: name and one value a period.
    pub parts: Vec<(String, Vec<Value>)>,
    /// Their colors, where their places do not give them; empty otherwise.
    pub tokens: Vec<Token>,
}

/// The figure, whose id is unique on the page. `controls` stand between the caption and the drawing.
pub fn stacked_figure(
    id: &str,
    indicator: &Live<Arc<Indicator>>,
    divided: &Live<Arc<Divided>>,
    controls: Markup,
) -> Markup {
    let setting = Setting::of(&use_site());
    let (own, parts) = (indicator.clone(), divided.clone());
    let content = ChartContent {
        indicator: indicator.clone(),
        period: Live::fixed(None),
        drawn: made(move || stacked(&own.get(), &parts.get(), setting)),
        areas: Live::fixed(Arc::default()),
        hovered: RwSignal::new(None),
        choose: None,
    };
    chart_figure(id, &content, controls)
}

/// The chart with its words.
pub fn stacked(indicator: &Indicator, divided: &Divided, setting: Setting) -> Drawn {
    let part = |(at, (name, values)): (usize, &(String, Vec<Value>))| StackedPart {
        name: name.clone(),
        values: values.clone(),
        token: divided.tokens.get(at).copied(),
    };
    let spec = StackedSpec {
        measured: Measured::of(indicator, setting.language),
        periods: divided.periods.clone(),
        breaks: indicator.breaks.clone(),
        parts: divided.parts.iter().enumerate().map(part).collect(),
        watermark: setting.watermark(),
    };
    let described = spec.describe().shares;
    let last = described.iter().rposition(Option::is_some);
    let parts: Vec<(&str, f64)> = last
        .and_then(|last| described[last].as_ref())
        .map(|shares| {
            divided.parts.iter().map(|(name, _)| name.as_str()).zip(shares.iter().copied()).collect()
        })
        .unwrap_or_default();
    let last = last.map(|last| (divided.periods[last], &parts[..]));
    let place = (&divided.area, divided.name.as_str());
    let words = shares(indicator, &divided.by, place, &divided.periods, last, setting.language);
    Drawn { chart: Box::new(spec), words: FigureWords::from(words) }
}
