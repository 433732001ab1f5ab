//! Figures: the spread between areas and between people first, then every indicator by theme.

use super::{PlaceContent, described};
use crate::components::area_map::{AreaMapContent, area_list, area_map};
use crate::components::division_figure::division_figure;
use crate::components::indicator_row::indicator_row;
use crate::components::site::use_site;
use crate::markup::{Element, Markup, el, several};
use crate::model::Theme;
use std::sync::Arc;

/// The body of the step.
pub(super) fn facts(content: &PlaceContent) -> Markup {
    let site = use_site();
    let profile = &content.profile;
    let all = described(&site, profile);
    let of_theme = |theme: Theme| {
        let rows: Vec<Element> = all
            .iter()
            .filter(|(indicator, _)| indicator.theme == theme)
            .map(|(indicator, figures)| {
                indicator_row(profile, &Arc::new((*indicator).clone()), &Arc::new((*figures).clone()))
            })
            .collect();
        let heading = format!("{}-heading", theme.id());
        (!rows.is_empty()).then(|| {
            el("section")
                .class("theme")
                .id(theme.id())
                .attr("aria-labelledby", heading.clone())
                .with(el("h3").id(heading).with((site.text().theme)(theme)))
                .with(el("div").class("rows").with(rows))
        })
    };
    let themes: Vec<Element> = Theme::ALL.into_iter().filter_map(of_theme).collect();
    let t = &site.text().place;
    let first = el("div").class("facts__first").with(areas(content)).with(division_figure(profile));
    let key = el("p").class("figure__note").with((t.spread_key)(&profile.name));
    several([Markup::from(first), Markup::from(key), Markup::from(themes)])
}

/// The map of the areas inside, with the list of them.
fn areas(content: &PlaceContent) -> Option<Element> {
    let site = use_site();
    let t = &site.text().place;
    let profile = &content.profile;
    profile.inside.as_ref()?;
    let map = area_map(&AreaMapContent {
        profile: Arc::clone(profile),
        outlines: content.outlines.clone(),
        marked: None,
    });
    Some(
        el("section")
            .class("inside")
            .attr("aria-labelledby", "areas-heading")
            .with(el("h3").id("areas-heading").with((t.map_heading)(&profile.name)))
            .with(el("p").class("section__lede").with(t.map_lede))
            .with(map)
            .with(area_list(profile)),
    )
}
