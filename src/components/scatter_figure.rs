//! Two indicators over the same areas as a figure.

use super::area_values::{AreaValue, AreaValues, AreasContent, across_content, across_embed};
use super::chart_figure::{Drawn, Setting, embeddable_figure, made};
use super::site::use_site;
use crate::charts::Measured;
use crate::charts::scatter::{ScatterArea, ScatterSpec};
use crate::markup::{Live, Markup};
use crate::model::{Absence, Ends, Indicator, Value};
use crate::route::Shape;
use crate::sentences::across::AcrossSentences;
use std::sync::Arc;

/// The second indicator of a scatter, along the horizontal axis.
#[derive(Clone)]
pub struct SecondIndicator {
    /// The indicator.
    pub indicator: Live<Arc<Indicator>>,
    /// Its values with their intervals, in the order of the first one's areas.
    pub values: Live<Arc<Vec<(Value, Ends)>>>,
    /// The country's number.
    pub nation: Live<Option<f64>>,
}

/// The figure, whose id is unique on the page: `content` along the vertical axis. `controls` stand between the caption
/// and the drawing.
pub fn scatter_figure(id: &str, content: &AreasContent, second: SecondIndicator, controls: Markup) -> Markup {
    let setting = Setting::of(&use_site());
    let (indicator, values) = (content.indicator.clone(), content.areas.clone());
    let against = second.indicator.clone();
    let drawn = made(move || {
        let other = (&*second.indicator.get(), &second.values.get()[..], second.nation.get());
        scatter(&indicator.get(), &values.get(), other, setting)
    });
    let embed = across_embed(content, Shape::Scatter, Some(against));
    embeddable_figure(id, &across_content(content, drawn), controls, Some(embed))
}

/// The chart with its words; `other` is the second indicator with its values and the country's number.
pub fn scatter(
    indicator: &Indicator,
    values: &AreaValues,
    (other, others, other_nation): (&Indicator, &[(Value, Ends)], Option<f64>),
    setting: Setting,
) -> Drawn {
    let t = setting.text();
    let area = |(position, area): (usize, &AreaValue)| {
        let (x, ends) = others.get(position).copied().unwrap_or((Value::Absent(Absence::Missing), None));
        ScatterArea {
            name: area.name.clone(),
            slot: area.chart_slot(),
            x,
            y: area.value,
            ends: [ends, area.interval],
        }
    };
    let nation = other_nation.zip(values.nation);
    let spec = ScatterSpec {
        x: Measured::of(other, setting.language),
        y: Measured::of(indicator, setting.language),
        areas: values.areas.iter().enumerate().map(area).collect(),
        area_words: (t.level_areas)(values.level).to_owned(),
        nation: nation.map(|(x, y)| (t.sweden.to_owned(), x, y)),
        watermark: setting.watermark(),
    };
    let all = values.values();
    let described = spec.describe();
    let subject = values.subject(indicator, &all, &[], setting.language);
    let words = AcrossSentences::of_two(&subject, other, described.n, described.correlation);
    Drawn { chart: Box::new(spec), words: words.into() }
}
