//! What every figure has around it: title, a sentence, the drawing, and the line with source and edition.

use super::site::{Site, use_site};
use crate::markup::{Element, Live, Markup, el, words};
use crate::model::{Indicator, Language, Level, Source, paths};
use std::sync::Arc;

/// The words above a figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Caption {
    /// Title: indicator, areas, periods.
    pub title: String,
    /// The rest of the title: unit, group, levels.
    pub detail: String,
    /// A sentence made from the numbers.
    pub lede: String,
}

/// A figure round a drawing with its controls. `id` is what other parts of the page can point at.
pub fn figure_frame(
    id: &str,
    caption: Live<Caption>,
    indicator: Live<Arc<Indicator>>,
    drawing: Markup,
) -> Markup {
    let title_id = format!("{id}-title");
    el("figure")
        .class("figure")
        .id(id.to_owned())
        .attr("aria-labelledby", title_id.clone())
        .with(figure_caption(title_id, caption))
        .with(drawing)
        .with(source_line(indicator))
        .into()
}

/// The caption alone.
pub fn figure_caption(title_id: String, caption: Live<Caption>) -> Markup {
    let (detail, lede) = (caption.clone(), caption.clone());
    el("figcaption")
        .class("figure__caption")
        .with(
            el("h3")
                .class("figure__title")
                .id(title_id)
                .with(words(move || caption.get().title))
                .with(" ")
                .with(el("span").class("figure__detail").with(words(move || detail.get().detail))),
        )
        .with(el("p").class("figure__lede").with(words(move || lede.get().lede)))
        .into()
}

/// Source with dates, and the edition.
pub fn source_line(indicator: Live<Arc<Indicator>>) -> Markup {
    let site = use_site();
    let t = site.text();
    let (own, edition) = (site.clone(), site.edition.to_string());
    let downloaded = indicator.clone();
    let about = &site.catalogue.licence;
    let licence = match about.url.as_str() {
        "" => Markup::from(about.name(site.language).to_owned()),
        url => el("a").attr("href", url.to_owned()).with(about.name(site.language).to_owned()).into(),
    };
    let contact = match site.catalogue.publisher.contact.as_str() {
        "" => String::new(),
        contact => format!(" {}: {contact}.", t.figure.contact),
    };
    let synthetic = site.catalogue.synthetic.then(|| el("strong").with(format!(" {}.", t.synthetic)));
    el("p")
        .class("figure__source")
        .with(words(move || {
            format!("{}: {}. {} ", t.source, source_words(&own, &indicator.get().source), t.edition)
        }))
        .with(el("code").with(edition))
        .with(format!(". {}: ", t.figure.licence))
        .with(licence)
        .with(".")
        .with(contact)
        .with(synthetic)
        .with(" ")
        .with(
            el("a")
                .attr("download", true)
                .live_attr("href", move || table_address(&site, &downloaded.get()))
                .with(t.download_csv),
        )
        .into()
}

/// Who several indicators come from, and the edition, under a table of them.
pub fn sources_line(indicators: &[&Indicator]) -> Element {
    let site = use_site();
    let t = site.text();
    let synthetic = site.catalogue.synthetic.then(|| el("strong").with(format!(" {}.", t.synthetic)));
    el("p")
        .class("figure__source")
        .with(format!("{}: {}. {} ", t.source, providers(indicators, site.language), t.edition))
        .with(el("code").with(site.edition.to_string()))
        .with(".")
        .with(synthetic)
}

/// Who several indicators come from, each once.
pub fn providers(indicators: &[&Indicator], language: Language) -> String {
    let mut names: Vec<&str> = Vec::new();
    for indicator in indicators {
        let name = indicator.source.provider.get(language);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// Where the whole table of an indicator lies: that of the municipalities, else of what it has.
fn table_address(site: &Site, indicator: &Indicator) -> Option<String> {
    let table = indicator.table(Level::Municipality).or_else(|| indicator.tables.first())?;
    let path = paths::download(&indicator.slug, table.level, table.vintage);
    Some(format!("{}{}/{path}", site.data_base, site.edition))
}

/// The source with its dates, as a sentence.
pub fn source_words(site: &Site, source: &Source) -> String {
    let t = site.text();
    let mut words = source.provider.get(site.language).to_owned();
    if !source.table.is_empty() {
        words = format!("{words}, {}", source.table);
    }
    if !source.released.is_empty() {
        words = format!("{words}. {} {}", t.released, source.released);
    }
    if !source.retrieved.is_empty() {
        words = format!("{words}, {} {}", t.retrieved, source.retrieved);
    }
    words
}
