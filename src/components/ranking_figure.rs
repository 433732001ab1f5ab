//! Ranked bars as a figure: all areas of a level, the reader's own marked.

use super::area_values::{AreaValue, AreaValues, AreasContent, across_content, across_embed, across_words};
use super::chart_figure::{Drawn, Setting, embeddable_figure, made};
use super::site::use_site;
use crate::charts::Measured;
use crate::charts::ranking::{RankedArea, RankingOrder, RankingSpec};
use crate::markup::{Live, Markup};
use crate::model::{Indicator, Language};
use crate::route::Shape;

/// The figure, whose id is unique on the page. `controls` stand between the caption and the drawing.
pub fn ranking_figure(
    id: &str,
    content: &AreasContent,
    order: Live<RankingOrder>,
    controls: Markup,
) -> Markup {
    let setting = Setting::of(&use_site());
    let (indicator, values) = (content.indicator.clone(), content.areas.clone());
    let drawn = made(move || ranking(&indicator.get(), &values.get(), order.get(), setting));
    let embed = across_embed(content, Shape::Ranking, None);
    embeddable_figure(id, &across_content(content, drawn), controls, Some(embed))
}

/// The chart with its words.
pub fn ranking(indicator: &Indicator, values: &AreaValues, order: RankingOrder, setting: Setting) -> Drawn {
    let places = values.places();
    let area = |(at, area): (usize, &AreaValue)| RankedArea {
        name: area.name.to_string(),
        slot: area.chart_slot(),
        value: area.value,
        interval: area.interval,
        places: places.as_ref().and_then(|places| places[at]),
    };
    let spec = RankingSpec {
        measured: Measured::of(indicator, setting.language),
        areas: values.areas.iter().enumerate().map(area).collect(),
        order,
        reference: values.nation.map(|number| (setting.text().sweden.to_owned(), number)),
        watermark: setting.watermark(),
    };
    let kind = match setting.language {
        Language::Sv => "Staplar",
        Language::En => "Bars",
    };
    Drawn { chart: Box::new(spec), words: across_words(values, indicator, kind, setting.language) }
}
