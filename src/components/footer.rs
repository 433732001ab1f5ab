//! The bottom of every page: what the figures are and are not, licence, edition.

use super::site::use_site;
use crate::markup::{Element, Markup, el};

/// The footer.
pub fn footer() -> Markup {
    let site = use_site();
    let t = site.text();
    let licence = &site.catalogue.licence;
    let publisher = site.catalogue.publisher.name.get(site.language).to_owned();
    let fact = |name: &'static str, value: Markup| -> Element {
        el("div").with(el("dt").with(name)).with(el("dd").with(value))
    };
    let terms = el("a").attr("href", licence.url.clone()).attr("rel", "license").with(licence.name.clone());
    let words = [t.footer_about, t.footer_care, t.footer_privacy].map(|text| el("p").with(text));
    let facts = [
        fact(t.site, publisher.into()),
        fact(t.edition, el("code").with(site.edition.to_string()).into()),
        fact(t.licence, terms.into()),
        fact(t.source, t.boundaries_source.into()),
    ];
    el("footer")
        .class("footer")
        .with(
            el("div")
                .class("footer__inner")
                .with(el("div").class("footer__words").with(Vec::from(words)))
                .with(el("dl").class("footer__facts").with(Vec::from(facts))),
        )
        .into()
}
