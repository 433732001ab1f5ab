//! Which indicator: a native list grouped by theme, with the question it answers beside it.

use super::browser::typed_value;
use super::site::use_site;
use crate::markup::{Act, Element, Live, Markup, el};
use crate::model::Theme;
use web_sys::Event;

/// The choice of indicator, by slug, under a label.
pub fn indicator_picker(label: &'static str, slug: &Live<String>, choose: Act<String>) -> Markup {
    let site = use_site();
    let t = site.text();
    let group = |theme: Theme| {
        let own = site.catalogue.indicators.iter().filter(|indicator| indicator.theme == theme);
        let options: Vec<Element> = own
            .map(|indicator| {
                let (shown, own) = (slug.clone(), indicator.slug.clone());
                el("option")
                    .attr("value", indicator.slug.clone())
                    .live_attr("selected", move || shown.get() == own)
                    .with(indicator.title.get(site.language).to_owned())
            })
            .collect();
        (!options.is_empty()).then(|| el("optgroup").attr("label", (t.theme)(theme)).with(options))
    };
    let groups: Vec<Element> = Theme::ALL.into_iter().filter_map(group).collect();
    let shown = slug.clone();
    el("label")
        .class("field")
        .with(el("span").class("field__label").with(label))
        .with(
            el("select")
                .class("select")
                .property("value", move || shown.get())
                .on("change", move |event: Event| choose.run(typed_value(&event)))
                .with(groups),
        )
        .into()
}
