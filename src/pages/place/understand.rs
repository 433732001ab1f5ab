//! What the figures mean: area types over time, how apart groups live, and how to read with care.

use super::{PlaceContent, people_counted};
use crate::components::area_types_figure::{people_by_type, transition_table};
use crate::components::curve_figure::curve_figure;
use crate::components::separation_table::separation_table;
use crate::components::site::use_site;
use crate::i18n::text::place::place_text;
use crate::markup::{Element, Markup, RwSignal, el, several};
use crate::model::Profile;
use crate::route::Page;
use std::sync::Arc;

/// The body of the step.
pub(super) fn understand(content: &PlaceContent) -> Markup {
    let profile = &content.profile;
    several([types(profile).into(), separation(profile).into(), Markup::from(care())])
}

/// People by area type, with the areas that went from type to type.
fn types(profile: &Profile) -> Option<Element> {
    let site = use_site();
    let t = place_text(site.language);
    let people = Arc::new(profile.area_types.clone()?);
    let (counted, _) = people_counted(&site, profile)?;
    let is_fixed = RwSignal::new(false);
    let moved = profile.inside.as_ref().and_then(|inside| inside.types.as_ref());
    Some(
        el("section")
            .class("inside")
            .attr("aria-labelledby", "types-heading")
            .with(el("h3").id("types-heading").with(t.area_types))
            .with(el("p").class("section__lede").with(t.types.types_lede))
            .with(people_by_type(profile, &people, &Arc::new(counted.clone()), is_fixed))
            .with((!people.fixed.is_empty()).then(|| el("p").class("figure__note").with(t.types.limits_note)))
            .with(moved.and_then(|types| transition_table(types, is_fixed)))
            .with(
                el("p")
                    .class("figure__note")
                    .with(t.types.types_apart)
                    .with(" ")
                    .with(el("a").attr("href", site.href(Page::AreaTypes)).with(t.types.types_link)),
            ),
    )
}

/// Indices of separation over time.
fn separation(profile: &Profile) -> Option<Element> {
    let t = place_text(use_site().language);
    let table = separation_table(profile)?;
    let curve = curve_figure(profile).map(|figure| {
        let note = el("p").class("figure__note").with(t.people.curve_note);
        vec![figure, note.into()]
    });
    let curve = curve.map(several);
    Some(
        el("section")
            .class("inside")
            .attr("aria-labelledby", "separation-heading")
            .with(el("h3").id("separation-heading").with((t.separation.separation_heading)(&profile.name)))
            .with(el("p").class("section__lede").with(t.separation.separation_lede))
            .with(table)
            .with(curve),
    )
}

fn care() -> Element {
    let t = place_text(use_site().language);
    let points: Vec<Element> = t.separation.care.into_iter().map(|point| el("li").with(point)).collect();
    el("section")
        .class("inside")
        .attr("aria-labelledby", "care-heading")
        .with(el("h3").id("care-heading").with(t.separation.care_heading))
        .with(el("ul").class("points").with(points))
}
