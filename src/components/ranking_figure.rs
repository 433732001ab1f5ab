//! Ranked bars as a figure: all areas of a level, the reader's own marked.

use super::area_values::{AreaValue, AreasContent, across_content, across_words};
use super::chart_figure::{Drawn, chart_figure, made};
use super::site::use_site;
use crate::charts::Measured;
use crate::charts::ranking::{RankedArea, RankingOrder, RankingSpec};
use crate::markup::{Live, Markup};
use crate::model::Language;

/// The figure, whose id is unique on the page. `controls` stand between the caption and the drawing.
pub fn ranking_figure(
    id: &str,
    content: &AreasContent,
    order: Live<RankingOrder>,
    controls: Markup,
) -> Markup {
    let site = use_site();
    let t = site.text();
    let (indicator, values) = (content.indicator.clone(), content.areas.clone());
    let drawn = made(move || {
        let (indicator, values) = (indicator.get(), values.get());
        let language = site.language;
        let area = |area: &AreaValue| RankedArea {
            name: area.name.clone(),
            slot: area.chart_slot(),
            value: area.value,
            interval: None,
            places: None,
        };
        let spec = RankingSpec {
            measured: Measured::of(&indicator, language),
            areas: values.areas.iter().map(area).collect(),
            order: order.get(),
            reference: values.nation.map(|number| (t.sweden.to_owned(), number)),
            watermark: site.catalogue.synthetic.then(|| t.synthetic.to_owned()),
        };
        let kind = match language {
            Language::Sv => "Staplar",
            Language::En => "Bars",
        };
        Drawn { chart: Box::new(spec), words: across_words(&values, &indicator, kind, language) }
    });
    chart_figure(id, &across_content(content, drawn), controls)
}
