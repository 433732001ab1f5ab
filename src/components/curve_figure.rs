//! Segregation curves of places as a figure.

use super::chart_figure::{ChartContent, Drawn, FigureWords, Setting, chart_figure, made};
use super::site::use_site;
use crate::charts::Measured;
use crate::charts::curve::{Curve, CurveSpec};
use crate::charts::line::SeriesRole;
use crate::markup::{Live, Markup, RwSignal};
use crate::model::{AreaCode, Indicator, Level, Period};
use crate::sentences::divided::curve as curve_words;
use std::sync::Arc;

/// Persons of a group and all others, area by area.
pub type PersonsByArea = Vec<(f64, f64)>;

/// A group against all others in the small areas of some places.
#[derive(Debug, Clone, PartialEq)]
pub struct Separation {
    /// What the group is: `födda utomlands`.
    pub group: String,
    /// When.
    pub period: Period,
    /// The level of the small areas.
    pub level: Level,
    /// The places: code, name, and persons of the group and all others in each of their areas.
    pub places: Vec<(AreaCode, String, PersonsByArea)>,
}

/// The figure, whose id is unique on the page; `indicator` is the one whose source the counts have. `controls` stand
/// between the caption and the drawing.
pub fn curve_figure(
    id: &str,
    indicator: &Live<Arc<Indicator>>,
    separation: &Live<Arc<Separation>>,
    hovered: RwSignal<Option<AreaCode>>,
    controls: Markup,
) -> Markup {
    let setting = Setting::of(&use_site());
    let (own, shown, places) = (indicator.clone(), separation.clone(), separation.clone());
    let codes =
        move || Arc::new(places.get().places.iter().map(|(code, ..)| code.clone()).collect::<Vec<_>>());
    let content = ChartContent {
        indicator: indicator.clone(),
        period: Live::fixed(None),
        drawn: made(move || curve(&own.get(), &shown.get(), setting)),
        areas: Live::new(codes),
        hovered,
        choose: None,
    };
    chart_figure(id, &content, controls)
}

/// The chart with its words.
pub fn curve(indicator: &Indicator, separation: &Separation, setting: Setting) -> Drawn {
    let places = (0_u8..).zip(&separation.places);
    let curves: Vec<Curve> = places
        .map(|(slot, (_, name, areas))| Curve {
            name: name.clone(),
            role: SeriesRole::Chosen(slot % 8),
            areas: areas.clone(),
        })
        .collect();
    let indices: Vec<(&str, Option<f64>)> = curves
        .iter()
        .map(|curve| (curve.name.as_str(), curve.describe().map(|described| described.dissimilarity)))
        .collect();
    let areas = (setting.text().level_areas)(separation.level);
    let words = curve_words(&separation.group, areas, separation.period, &indices, setting.language);
    let measured = Measured { title: separation.group.clone(), ..Measured::of(indicator, setting.language) };
    let spec = CurveSpec { measured, curves, watermark: setting.watermark() };
    Drawn { chart: Box::new(spec), words: FigureWords::from(words) }
}
