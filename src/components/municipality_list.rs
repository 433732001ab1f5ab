//! All municipalities, by county: a list of links that works without a program.

use super::later::kept;
use super::site::{Site, use_site};
use crate::i18n::sorting::swedish_order;
use crate::markup::{Element, Markup, el, several};
use crate::model::{AreaCode, AreaTable};
use crate::order::sorted;

/// The section with all counties and their municipalities.
pub fn municipality_list() -> Markup {
    let section = el("section").class("section").attr("aria-labelledby", "municipalities");
    kept(section, "all-municipalities", list).into()
}

fn list() -> Markup {
    let site = use_site();
    let t = site.text();
    let counties: Vec<Element> =
        in_order(&site.places.counties, |_| true).into_iter().map(|area| county(&site, area)).collect();
    several([
        el("h2").id("municipalities").with(t.all_municipalities),
        el("p").class("section__lede").with(t.all_municipalities_lede),
        el("div").class("municipalities").with(counties),
    ])
}

/// A county that opens to its municipalities.
fn county(site: &Site, (code, name): (AreaCode, String)) -> Element {
    let municipalities = in_county(&site.places.municipalities, &code);
    let count = municipalities.len();
    let link = |code: &AreaCode, name: Markup| {
        Some(el("li").with(el("a").attr("href", site.profile_href(code)?).with(name)))
    };
    let links: Vec<Element> =
        municipalities.into_iter().filter_map(|(code, name)| link(&code, name.into())).collect();
    let own = link(&code, el("strong").with(name.clone()).into());
    let summary = el("summary")
        .class("county__name")
        .with(el("span").attr("lang", "sv").with(name))
        .with(el("span").class("county__count").with(count.to_string()));
    el("details")
        .class("county")
        .id(format!("county-{code}"))
        .with(summary)
        .with(el("ul").class("county__list").attr("lang", "sv").with(own).with(links))
}

/// The municipalities of a county in alphabetical order.
pub fn in_county(table: &AreaTable, county: &AreaCode) -> Vec<(AreaCode, String)> {
    in_order(table, |code| code.parent().as_ref() == Some(county))
}

fn in_order(table: &AreaTable, belongs: impl Fn(&AreaCode) -> bool) -> Vec<(AreaCode, String)> {
    let mut areas = table.codes.iter().cloned().zip(table.names.iter().cloned()).collect::<Vec<_>>();
    areas.retain(|(code, _)| belongs(code));
    sorted(&areas, &|a, b| swedish_order(&a.1, &b.1))
}
