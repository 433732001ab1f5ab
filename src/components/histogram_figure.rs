//! A histogram as a figure: how the values of all areas of a level spread, the reader's own and the country's marked.

use super::area_values::{AreaValues, AreasContent, across_content, across_embed, across_words};
use super::chart_figure::{Drawn, Setting, embeddable_figure, made};
use super::site::use_site;
use crate::charts::Measured;
use crate::charts::histogram::HistogramSpec;
use crate::charts::line::SeriesRole;
use crate::charts::strip::StripMark;
use crate::markup::Markup;
use crate::model::Indicator;
use crate::route::Shape;

/// The figure, whose id is unique on the page. `controls` stand between the caption and the drawing.
pub fn histogram_figure(id: &str, content: &AreasContent, controls: Markup) -> Markup {
    let setting = Setting::of(&use_site());
    let (indicator, values) = (content.indicator.clone(), content.areas.clone());
    let drawn = made(move || histogram(&indicator.get(), &values.get(), setting));
    let embed = across_embed(content, Shape::Distribution, None);
    embeddable_figure(id, &across_content(content, drawn), controls, Some(embed))
}

/// The chart with its words.
pub fn histogram(indicator: &Indicator, values: &AreaValues, setting: Setting) -> Drawn {
    let t = setting.text();
    let mut marks: Vec<StripMark> = Vec::new();
    for (area, value) in values.chosen() {
        let role = SeriesRole::Chosen(area.chart_slot().unwrap_or(0));
        marks.push(StripMark { name: area.name.to_string(), role, value, ends: area.interval });
    }
    if let Some(value) = values.nation {
        let (name, ends) = (t.sweden.to_owned(), values.nation_interval);
        marks.push(StripMark { name, role: SeriesRole::Nation, value, ends });
    }
    let spec = HistogramSpec {
        measured: Measured::of(indicator, setting.language),
        values: values.values(),
        areas: (t.level_areas)(values.level).to_owned(),
        marks,
        watermark: setting.watermark(),
    };
    Drawn { chart: Box::new(spec), words: across_words(values, indicator, "Histogram", setting.language) }
}
