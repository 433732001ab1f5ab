//! All indicators by theme: links to their pages, which work without a program.

use super::later::kept;
use super::site::{Site, use_site};
use crate::markup::{Element, Markup, el, several};
use crate::model::Theme;
use crate::route::Page;

/// The section with the six themes.
pub fn theme_list() -> Markup {
    let section = el("section").class("section").attr("aria-labelledby", "themes");
    kept(section, "all-themes", list).into()
}

fn list() -> Markup {
    let site = use_site();
    let t = &site.text().explore;
    let themes: Vec<Element> = Theme::ALL.into_iter().filter_map(|theme| entry(&site, theme)).collect();
    several([
        el("h2").id("themes").with(t.themes),
        el("p").class("section__lede").with(t.themes_lede),
        el("div").class("themes").with(themes),
    ])
}

/// A theme with its indicators; nothing where it has none.
fn entry(site: &Site, theme: Theme) -> Option<Element> {
    let own = site.catalogue.indicators.iter().filter(|indicator| indicator.theme == theme);
    let links: Vec<Element> = own
        .map(|indicator| {
            let address = site.href(Page::Indicator(indicator.slug.clone()));
            el("li").with(el("a").attr("href", address).with(indicator.title.get(site.language).to_owned()))
        })
        .collect();
    (!links.is_empty()).then(|| {
        let name = el("a").attr("href", site.href(Page::Theme(theme))).with((site.text().theme)(theme));
        el("div")
            .class("themes__theme")
            .with(el("h3").class("themes__name").with(name))
            .with(el("ul").class("themes__list").with(links))
    })
}
