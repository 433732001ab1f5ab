//! The bottom of every page: what the figures are and are not, licence, edition.

use super::site::use_site;
use crate::markup::{Element, Markup, el};
use crate::route::{Page, Reading};

/// The footer.
pub fn footer() -> Markup {
    let site = use_site();
    let t = site.text();
    let licence = &site.catalogue.licence;
    let publisher = site.catalogue.publisher.name.get(site.language).to_owned();
    let fact = |name: &'static str, value: Markup| -> Element {
        el("div").with(el("dt").with(name)).with(el("dd").with(value))
    };
    let terms = el("a")
        .attr("href", licence.url.clone())
        .attr("rel", "license")
        .with(licence.name(site.language).to_owned());
    let words = [t.footer_about, t.footer_care, t.footer_privacy].map(|text| el("p").with(text));
    let facts = [
        fact(t.site, publisher.into()),
        fact(t.edition, el("code").with(site.edition.to_string()).into()),
        fact(t.licence, terms.into()),
        fact(t.source, t.boundaries_source.into()),
    ];
    let read = |reading| {
        let link = el("a").attr("href", site.href(Page::Reading(reading)));
        el("li").with(link.with((t.reading().name)(reading)))
    };
    let verify = el("li").with(el("a").attr("href", site.href(Page::Verify)).with(t.verify().heading));
    let basket = el("li").with(el("a").attr("href", site.href(Page::Basket)).with(t.basket.name));
    let reading = el("nav").class("footer__reading").attr("aria-label", t.reading().heading).with(
        el("ul").with(Reading::ALL.into_iter().map(read).collect::<Vec<_>>()).with(verify).with(basket),
    );
    el("footer")
        .class("footer")
        .with(
            el("div")
                .class("footer__inner")
                .with(reading)
                .with(el("div").class("footer__words").with(Vec::from(words)))
                .with(el("dl").class("footer__facts").with(Vec::from(facts))),
        )
        .into()
}
