//! Figures: the spread between areas and between people first, then every indicator by theme.

use super::{PlaceContent, described};
use crate::components::area_map::{AreaMapContent, area_list, area_map};
use crate::components::division_figure::division_figure;
use crate::components::indicator_row::indicator_row;
use crate::components::later::later;
use crate::components::pyramid_figure::pyramid_figure;
use crate::components::site::use_site;
use crate::i18n::case::lower_first;
use crate::i18n::text::place::place_text;
use crate::markup::{Element, Markup, el, several};
use crate::model::{AGE_SEX, Profile, ProfileIndicator, Theme};
use std::sync::Arc;

/// The body of the step.
pub(super) fn facts(content: &PlaceContent) -> Markup {
    let site = use_site();
    let profile = &content.profile;
    let all = described(&site, profile);
    let of_theme = |theme: Theme| {
        let rows: Vec<Element> = all
            .iter()
            .filter(|(indicator, figures)| indicator.theme == theme && has_number(figures))
            .map(|(indicator, figures)| {
                indicator_row(profile, &Arc::new((*indicator).clone()), &Arc::new((*figures).clone()))
            })
            .collect();
        let heading = format!("{}-heading", theme.id());
        // What the edition has elsewhere but not here is named once.
        let lacking: Vec<String> = all
            .iter()
            .filter(|(indicator, figures)| indicator.theme == theme && !has_number(figures))
            .map(|(indicator, _)| lower_first(indicator.title.get(site.language)))
            .collect();
        let lacking =
            (!lacking.is_empty()).then(|| (place_text(site.language).row.lacking)(&lacking.join(", ")));
        (!rows.is_empty() || lacking.is_some()).then(|| {
            el("section")
                .class("theme")
                .id(theme.id())
                .attr("aria-labelledby", heading.clone())
                .with(el("h3").id(heading).with((site.text().theme)(theme)))
                .with((!rows.is_empty()).then(|| el("div").class("rows").with(rows)))
                .with(lacking.map(|words| el("p").class("figure__note").with(words)))
        })
    };
    let themes: Vec<Element> = Theme::ALL.into_iter().filter_map(of_theme).collect();
    let t = place_text(site.language);
    let first = el("div").class("facts__first").with(areas(content)).with(division_figure(profile));
    let key = el("p").class("figure__note").with((t.row.spread_key)(&profile.name));
    several([Markup::from(first), ages(&content.profile).into(), Markup::from(key), Markup::from(themes)])
}

/// Whether the place itself has a number in any period.
fn has_number(figures: &ProfileIndicator) -> bool {
    let own = figures.series.first();
    own.is_some_and(|series| series.values.0.iter().any(|value| value.number().is_some()))
}

/// Who lives here by age and sex, beside the country; nothing where the edition does not say.
fn ages(profile: &Arc<Profile>) -> Option<Element> {
    profile.ages.as_ref()?;
    use_site().catalogue.breakdown(AGE_SEX)?;
    let section = el("section").class("inside").attr("aria-labelledby", "ages-heading");
    let profile = Arc::clone(profile);
    Some(later(section, "ages", move || {
        let t = &place_text(use_site().language).people;
        let pieces: [Markup; 3] = [
            el("h3").id("ages-heading").with((t.ages_heading)(&profile.name)).into(),
            el("p").class("section__lede").with(t.ages_lede).into(),
            pyramid_figure(&profile).into(),
        ];
        several(pieces)
    }))
}

/// The map of the areas inside, with the list of them.
fn areas(content: &PlaceContent) -> Option<Element> {
    let site = use_site();
    let t = place_text(site.language);
    let profile = &content.profile;
    let n_areas = profile.inside.as_ref()?.codes.len();
    let section = el("section").class("inside").attr("aria-labelledby", "areas-heading");
    let content = content.clone();
    Some(later(section, "areas", move || {
        let profile = &content.profile;
        let map = area_map(&AreaMapContent {
            profile: Arc::clone(profile),
            outlines: content.outlines.clone(),
            marked: None,
        });
        let pieces: [Markup; 4] = [
            el("h3").id("areas-heading").with((t.map_heading)(&profile.name, n_areas)).into(),
            el("p").class("section__lede").with(if map.is_some() { t.map_lede } else { t.map_none }).into(),
            map.into(),
            area_list(profile).into(),
        ];
        several(pieces)
    }))
}
