//! The areas that the reader compares, as chips that can be removed and lead to the area's page.

use super::icon::icon_frame;
use super::site::{Site, use_site};
use crate::markup::{Act, Element, Live, Markup, el, live};
use crate::model::AreaCode;

/// Chosen areas in the order they were chosen; their colours are those of their lines in the chart.
pub fn chosen_areas(areas: Live<Vec<AreaCode>>, remove: Act<AreaCode>) -> Markup {
    let site = use_site();
    let t = site.text();
    let list = live(move || {
        let areas = areas.get();
        if areas.is_empty() {
            return el("p").class("chosen__none").with(t.chosen_none);
        }
        let chips: Vec<Element> =
            areas.iter().enumerate().map(|(position, code)| chip(&site, position, code, &remove)).collect();
        el("ul").class("chips").with(chips)
    });
    el("div").class("chosen").attr("role", "group").attr("aria-label", t.chosen_areas).with(list).into()
}

fn chip(site: &Site, position: usize, code: &AreaCode, remove: &Act<AreaCode>) -> Element {
    let name = site.name(code);
    let label = (site.text().remove)(&name);
    let named = match site.profile_href(code) {
        Some(href) => el("a").attr("href", href).attr("lang", "sv"),
        None => el("span"),
    };
    let (code, remove) = (code.clone(), remove.clone());
    let cross = icon_frame("16").with(el("path").attr("d", "M5 5l10 10M15 5 5 15"));
    el("li")
        .class("chip")
        .with(el("span").class(format!("chip__color chip__color--{}", position + 1)))
        .with(named.class("chip__name").with(name))
        .with(
            el("button")
                .attr("type", "button")
                .class("chip__remove")
                .attr("aria-label", label)
                .when("click", move || remove.run(code.clone()))
                .with(cross),
        )
}
