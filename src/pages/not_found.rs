//! The page for addresses that lead nowhere: it offers the places whose names are nearest.

use crate::components::places::{Hit, Places};
use crate::components::search::search;
use crate::components::site::use_site;
use crate::markup::{Element, Markup, el};
use crate::route::Page;

/// The page. `asked` is what the address named, as far as it can be made out.
pub fn not_found_page(asked: &str) -> Markup {
    let site = use_site();
    let t = site.text();
    let link = |hit: Hit| {
        let href = site.profile_href(&hit.code)?;
        Some(el("li").with(el("a").attr("href", href).attr("lang", "sv").with(hit.name)))
    };
    let links: Vec<Element> = nearest(&site.places, asked).into_iter().filter_map(link).collect();
    let suggestions = (!links.is_empty())
        .then(|| vec![el("h2").class("unknown__heading").with(t.did_you_mean), el("ul").with(links)]);
    // Nobody knows on a page without a program which address was asked for: it says where the likeliest ones went.
    let small = site.is_static.then(|| {
        let list = format!("{}#municipalities", site.href(Page::Start));
        el("p").with(t.not_found_small).with(" ").with(el("a").attr("href", list).with(t.all_municipalities))
    });
    el("div")
        .class("unknown")
        .with(el("h1").attr("tabindex", "-1").with(t.not_found))
        .with(el("p").with(t.not_found_lede))
        .with(small)
        .with(suggestions)
        .with(el("div").class("needs-program").with(search(
            "find",
            site.text().search_label,
            &site.open_profile(),
        )))
        .with(el("p").with(el("a").attr("href", site.href(Page::Start)).with(t.to_start)))
        .into()
}

/// The names nearest to any word of the address: a code first, then words from the last one back.
fn nearest(places: &Places, asked: &str) -> Vec<Hit> {
    let words = asked.split(['/', ' ', '-', '?', '=']).filter(|word| word.chars().count() >= 3);
    let mut hits = Vec::new();
    for word in words.rev() {
        for hit in places.search(word, 3) {
            if !hits.contains(&hit) {
                hits.push(hit);
            }
        }
    }
    hits.truncate(5);
    hits
}
