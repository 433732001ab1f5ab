//! Under which conditions: places that are alike, who decides on what, and the places around.

use super::county;
use crate::components::municipality_list::in_county;
use crate::components::site::{Site, use_site};
use crate::i18n::case::lower_first;
use crate::i18n::text::place::place_text;
use crate::markup::{Element, Markup, el, several};
use crate::model::{Profile, SimilarArea, Theme};

/// The body of the step.
pub(super) fn conditions(profile: &Profile) -> Markup {
    let site = use_site();
    several([
        similar(&site, profile).into(),
        mandates(&site, profile).into(),
        Markup::from(relatives(&site, profile)),
    ])
}

/// The areas most like this one, each with what sets it apart.
fn similar(site: &Site, profile: &Profile) -> Option<Element> {
    let t = site.text();
    let similar = profile.similar.as_ref().filter(|similar| !similar.areas.is_empty())?;
    let item = |area: &SimilarArea| {
        let most = (0..area.parts.len()).max_by(|a, b| area.parts[*a].total_cmp(&area.parts[*b]));
        let indicator = most.and_then(|at| site.catalogue.indicator(similar.by.get(at)?));
        let differs =
            indicator.map(|indicator| (t.similar_differs)(&lower_first(indicator.title.get(site.language))));
        let link = el("a").attr("href", site.profile_href(&area.area)?).attr("lang", "sv");
        let words = el("span").class("similar__differs").with(differs.unwrap_or_default());
        Some(el("li").with(link.with(area.name.clone())).with(words))
    };
    let list: Vec<Element> = similar.areas.iter().filter_map(item).collect();
    Some(
        el("section")
            .class("inside")
            .attr("aria-labelledby", "similar")
            .with(el("h3").id("similar").with((t.similar_heading)(&profile.name, profile.area.level())))
            .with(el("p").class("section__lede").with((t.similar_lede)(similar.by.len())))
            .with(el("ul").class("similar").with(list)),
    )
}

/// Who decides, for the themes that the place has figures of.
fn mandates(site: &Site, profile: &Profile) -> Option<Element> {
    let t = site.text();
    let has = |theme: Theme| {
        let mut own = profile.indicators.iter().filter_map(|figures| site.catalogue.indicator(&figures.slug));
        own.any(|indicator| indicator.theme == theme)
    };
    let rows: Vec<Element> = Theme::ALL
        .into_iter()
        .filter(|theme| has(*theme))
        .map(|theme| {
            el("div")
                .with(el("dt").with((t.theme)(theme)))
                .with(el("dd").with((place_text(site.language).change.mandate)(theme)))
        })
        .collect();
    (!rows.is_empty()).then(|| {
        el("section")
            .class("inside")
            .attr("aria-labelledby", "mandates")
            .with(el("h3").id("mandates").with(place_text(site.language).change.mandate_heading))
            .with(el("p").class("section__lede").with(place_text(site.language).change.mandate_lede))
            .with(el("dl").class("mandates").with(rows))
    })
}

/// Links to the other municipalities of the same county, or to those of this county.
fn relatives(site: &Site, profile: &Profile) -> Element {
    let t = site.text();
    let (of, heading) = match county(profile) {
        Some((code, name)) => (code, (t.others_in_county)(name)),
        None => (&profile.area, (t.municipalities_in)(&profile.name)),
    };
    let links: Vec<Element> = in_county(&site.places.municipalities, of)
        .into_iter()
        .filter(|(code, _)| *code != profile.area)
        .filter_map(|(code, name)| {
            Some(el("li").with(el("a").attr("href", site.profile_href(&code)?).with(name)))
        })
        .collect();
    el("section")
        .class("inside")
        .attr("aria-labelledby", "relatives")
        .with(el("h3").id("relatives").with(heading))
        .with(el("ul").class("relatives").attr("lang", "sv").with(links))
}
