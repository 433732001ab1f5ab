//! A histogram as a figure: how the values of all areas of a level spread, the reader's own and the country's marked.

use super::area_values::{AreasContent, across_content, across_words};
use super::chart_figure::{Drawn, chart_figure, made};
use super::site::use_site;
use crate::charts::Measured;
use crate::charts::histogram::HistogramSpec;
use crate::charts::line::SeriesRole;
use crate::charts::strip::StripMark;
use crate::markup::Markup;

/// The figure, whose id is unique on the page. `controls` stand between the caption and the drawing.
pub fn histogram_figure(id: &str, content: &AreasContent, controls: Markup) -> Markup {
    let site = use_site();
    let t = site.text();
    let (indicator, values) = (content.indicator.clone(), content.areas.clone());
    let drawn = made(move || {
        let (indicator, values) = (indicator.get(), values.get());
        let language = site.language;
        let mut marks: Vec<StripMark> = Vec::new();
        for (area, value) in values.chosen() {
            let role = SeriesRole::Chosen(area.chart_slot().unwrap_or(0));
            marks.push(StripMark { name: area.name.clone(), role, value });
        }
        let nation = values.nation.map(|value| StripMark {
            name: t.sweden.to_owned(),
            role: SeriesRole::Nation,
            value,
        });
        marks.extend(nation);
        let spec = HistogramSpec {
            measured: Measured::of(&indicator, language),
            values: values.values(),
            areas: (t.level_areas)(values.level).to_owned(),
            marks,
            watermark: site.catalogue.synthetic.then(|| t.synthetic.to_owned()),
        };
        Drawn { chart: Box::new(spec), words: across_words(&values, &indicator, "Histogram", language) }
    });
    chart_figure(id, &across_content(content, drawn), controls)
}
