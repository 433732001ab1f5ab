//! Two indicators over the same areas as a figure.

use super::area_values::{AreaValue, AreasContent, across_content};
use super::chart_figure::{Drawn, FigureWords, chart_figure, made};
use super::site::use_site;
use crate::charts::Measured;
use crate::charts::scatter::{ScatterArea, ScatterSpec};
use crate::markup::{Live, Markup};
use crate::model::{Absence, Indicator, Value};
use crate::sentences::across::AcrossSentences;
use std::sync::Arc;

/// The second indicator of a scatter, along the horizontal axis.
#[derive(Clone)]
pub struct SecondIndicator {
    /// The indicator.
    pub indicator: Live<Arc<Indicator>>,
    /// Its values, in the order of the first one's areas.
    pub values: Live<Arc<Vec<Value>>>,
    /// The country's number.
    pub nation: Live<Option<f64>>,
}

/// The figure, whose id is unique on the page: `content` along the vertical axis. `controls` stand between the caption
/// and the drawing.
pub fn scatter_figure(id: &str, content: &AreasContent, second: SecondIndicator, controls: Markup) -> Markup {
    let site = use_site();
    let t = site.text();
    let (indicator, values) = (content.indicator.clone(), content.areas.clone());
    let drawn = made(move || {
        let (indicator, values) = (indicator.get(), values.get());
        let (other, others) = (second.indicator.get(), second.values.get());
        let language = site.language;
        let area = |(position, area): (usize, &AreaValue)| ScatterArea {
            name: area.name.clone(),
            slot: area.chart_slot(),
            x: others.get(position).copied().unwrap_or(Value::Absent(Absence::Missing)),
            y: area.value,
        };
        let nation = second.nation.get().zip(values.nation);
        let spec = ScatterSpec {
            x: Measured::of(&other, language),
            y: Measured::of(&indicator, language),
            areas: values.areas.iter().enumerate().map(area).collect(),
            area_words: (t.level_areas)(values.level).to_owned(),
            nation: nation.map(|(x, y)| (t.sweden.to_owned(), x, y)),
            watermark: site.catalogue.synthetic.then(|| t.synthetic.to_owned()),
        };
        let all = values.values();
        let described = spec.describe();
        let subject = values.subject(&indicator, &all, &[], language);
        let words = AcrossSentences::of_two(&subject, &other, described.n, described.correlation);
        let AcrossSentences { heading, detail, lede, alternative } = words;
        let words = FigureWords { heading, detail, lede, alternative, quote: String::new() };
        Drawn { chart: Box::new(spec), words }
    });
    chart_figure(id, &across_content(content, drawn), controls)
}
