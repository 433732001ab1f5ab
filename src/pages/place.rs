//! The page of a municipality or a county: who lives there, what stands out, and every indicator of the edition by
//! theme, each beside the county and the country.

use crate::components::division_figure::division_figure;
use crate::components::municipality_list::in_county;
use crate::components::profile::{indicator_card, newest};
use crate::components::site::{Site, use_site};
use crate::i18n::case::lower_first;
use crate::i18n::number::{NumberStyle, number_text};
use crate::i18n::period::period_text;
use crate::markup::{Element, Markup, el};
use crate::model::{AreaCode, Indicator, Level, Measure, Profile, ProfileIndicator, SimilarArea, Theme};
use crate::route::Page;
use crate::sentences;

/// The page of a profile.
pub fn place_page(profile: &Profile) -> Markup {
    let site = use_site();
    let t = site.text();
    let county = profile.parents.iter().find(|(code, _)| code.level() == Level::County);
    let kind = match county {
        Some((_, county)) => (t.municipality_in)(county),
        None => t.county_in_sweden.to_owned(),
    };
    let themes = Theme::ALL.map(|theme| (theme, of_theme(&site, profile, theme)));
    let themes = || themes.iter().filter(|(_, indicators)| !indicators.is_empty());
    let contents: Vec<Element> = themes()
        .map(|(theme, _)| {
            el("li").with(el("a").attr("href", format!("#{}", theme.id())).with((t.theme)(*theme)))
        })
        .collect();
    let summary: Vec<Element> = sentences::place::summary(&site.catalogue, profile, site.language)
        .into_iter()
        .map(|sentence| el("p").with(sentence))
        .collect();
    let section = |(theme, indicators): &(Theme, Vec<(&Indicator, &ProfileIndicator)>)| {
        let heading_id = format!("{}-heading", theme.id());
        let cards: Vec<Markup> = indicators
            .iter()
            .map(|(indicator, figures)| indicator_card(profile, indicator, figures))
            .collect();
        el("section")
            .class("theme")
            .id(theme.id())
            .attr("aria-labelledby", heading_id.clone())
            .with(el("h2").id(heading_id).with((t.theme)(*theme)))
            .with(el("div").class("theme__cards").with(cards))
    };
    let contents =
        el("nav").attr("aria-label", t.on_this_page).with(el("ul").class("contents").with(contents));
    let head = el("header")
        .class("place__head")
        .with(breadcrumb(&site, county, &profile.name))
        .with(el("h1").attr("tabindex", "-1").attr("lang", "sv").with(profile.name.clone()))
        .with(el("p").class("place__kind").with(kind).with(residents(&site, profile)))
        .with(el("h2").class("unseen").with(t.in_short))
        .with(el("div").class("place__summary").with(summary))
        .with(contents);
    el("article")
        .class("place")
        .with(head)
        .with(division_figure(profile))
        .with(themes().map(section).collect::<Vec<_>>())
        .with(similar(&site, profile))
        .with(relatives(&site, profile, county))
        .into()
}

/// The way from the country to here.
fn breadcrumb(site: &Site, county: Option<&(AreaCode, String)>, name: &str) -> Element {
    let t = site.text();
    let county = county.and_then(|(code, name)| {
        let link = el("a").attr("href", site.profile_href(code)?).attr("lang", "sv").with(name.clone());
        Some(el("li").with(link))
    });
    let here = el("li").attr("aria-current", "page").attr("lang", "sv").with(name.to_owned());
    let country = el("li").with(el("a").attr("href", site.href(Page::Start)).with(t.sweden));
    el("nav")
        .class("breadcrumb")
        .attr("aria-label", t.breadcrumb)
        .with(el("ol").class("breadcrumb__list").with(country).with(county).with(here))
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
            .class("section")
            .attr("aria-labelledby", "similar")
            .with(el("h2").id("similar").with((t.similar_heading)(&profile.name)))
            .with(el("p").class("section__lede").with((t.similar_lede)(similar.by.len())))
            .with(el("ul").class("similar").with(list)),
    )
}

/// Links to the other municipalities of the same county, or to those of this county.
fn relatives(site: &Site, profile: &Profile, county: Option<&(AreaCode, String)>) -> Element {
    let t = site.text();
    let (of, heading) = match county {
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
        .class("section")
        .attr("aria-labelledby", "relatives")
        .with(el("h2").id("relatives").with(heading))
        .with(el("ul").class("relatives").attr("lang", "sv").with(links))
}

fn of_theme<'a>(
    site: &'a Site,
    profile: &'a Profile,
    theme: Theme,
) -> Vec<(&'a Indicator, &'a ProfileIndicator)> {
    let described = |figures: &'a ProfileIndicator| {
        let indicator = site.catalogue.indicator(&figures.slug)?;
        (indicator.theme == theme).then_some((indicator, figures))
    };
    profile.indicators.iter().filter_map(described).collect()
}

/// Number of people with the newest period of the count, or nothing where it is not known.
fn residents(site: &Site, profile: &Profile) -> String {
    let counted = profile.indicators.iter().find(|figures| {
        let indicator = site.catalogue.indicator(&figures.slug);
        indicator.is_some_and(|indicator| indicator.measure == Measure::Count)
    });
    let newest = counted.and_then(|figures| newest(&figures.periods, figures.series.first()?));
    let style = NumberStyle { decimals: 0, language: site.language };
    newest.map_or_else(String::new, |(period, number)| {
        let words = (site.text().residents)(&number_text(number, style), &period_text(period, site.language));
        format!(" · {words}")
    })
}
