//! What is known about the indicator that is explored, in short, with the way to the rest.

use super::shown::Shown;
use crate::components::chart_figure::Made;
use crate::components::figure_frame::source_words;
use crate::components::site::Site;
use crate::markup::{Element, Markup, Memo, el, live, words};
use crate::route::Page;
use std::sync::Arc;

/// The section.
pub(super) fn about(site: &Site, shown: Memo<Arc<Shown>>) -> Markup {
    let (t, language) = (&site.text().explore, site.language);
    let own = site.clone();
    let indicator = Memo::new(move |_| Made(shown.get().indicator.clone()));
    let facts = live(move || {
        let indicator = indicator.get().0;
        let fact = |term: &'static str, words: String| vec![el("dt").with(term), el("dd").with(words)];
        let facts: Vec<Element> = [
            fact(t.population, indicator.population.get(language).to_owned()),
            fact(t.measure, (t.measure_name)(indicator.measure).to_owned()),
            fact(t.unit, indicator.unit.long.get(language).to_owned()),
            fact(own.text().source, source_words(&own, &indicator.source)),
        ]
        .into_iter()
        .flatten()
        .collect();
        facts
    });
    let link = site.clone();
    el("section")
        .class("explore__about")
        .attr("aria-labelledby", "about")
        .with(el("h2").id("about").with(t.about))
        .with(
            el("p")
                .class("card__definition")
                .with(words(move || shown.get().indicator.plain.get(language).to_owned())),
        )
        .with(el("dl").class("facts").with(facts))
        .with(
            el("p").with(
                el("a")
                    .live_attr("href", move || link.href(Page::Indicator(shown.get().slug.clone())))
                    .with(t.more),
            ),
        )
        .into()
}
