//! The page of a municipality or a county, in the five steps from figures to change: what is so, what it means, under
//! which conditions, what has been done, what can be learnt.

mod change;
mod conditions;
mod facts;
mod learning;
mod understand;

use crate::components::later::later;
use crate::components::profile::newest;
use crate::components::site::{Site, use_site};
use crate::i18n::number::{NumberStyle, number_text};
use crate::i18n::period::period_text;
use crate::i18n::text::place::place_text;
use crate::map::outlines::Outlines;
use crate::markup::{Element, Live, Markup, el, several};
use crate::model::{AreaCode, Indicator, Level, Measure, Profile, ProfileIndicator};
use crate::route::Page;
use crate::sentences;
use std::sync::Arc;

/// What the page gets, as it comes.
#[derive(Clone)]
pub struct PlaceContent {
    /// All figures of the place.
    pub profile: Arc<Profile>,
    /// The outlines of the areas inside, as soon as they are here.
    pub outlines: Live<Option<Arc<Outlines>>>,
}

/// The ids of the five steps' sections, in their order.
const STEPS: [&str; 5] = ["fakta", "forsta", "forutsattningar", "forandring", "larande"];

/// The page of a profile.
pub fn place_page(content: &PlaceContent) -> Markup {
    let site = use_site();
    let profile = &content.profile;
    el("article")
        .class("place")
        .with(head(&site, profile))
        .with((0..STEPS.len()).map(|at| step(at, content)).collect::<Vec<_>>())
        .with(el("p").class("paper-source").attr("aria-hidden", "true").with(paper_source(&site, profile)))
        .into()
}

/// A step with its heading. The first one's parts wait by themselves, the others as a whole.
fn step(at: usize, content: &PlaceContent) -> Element {
    let section = el("section").class("step").attr("aria-labelledby", format!("{}-heading", STEPS[at]));
    let content = content.clone();
    let build = move || several([step_head(at).into(), step_body(at, &content)]);
    match at {
        0 => section.id(STEPS[at]).with(build()),
        _ => later(section, STEPS[at], build),
    }
}

fn step_head(at: usize) -> Element {
    let t = place_text(use_site().language);
    el("header")
        .class("step__head")
        .with(el("h2").id(format!("{}-heading", STEPS[at])).with(t.steps[at]))
        .with(el("p").class("section__lede").with(t.step_ledes[at]))
}

fn step_body(at: usize, content: &PlaceContent) -> Markup {
    match at {
        0 => facts::facts(content),
        1 => understand::understand(content),
        2 => conditions::conditions(&content.profile),
        3 => change::change(&content.profile),
        _ => learning::learning(&content.profile),
    }
}

fn head(site: &Site, profile: &Profile) -> Element {
    let t = site.text();
    let county = county(profile);
    let kind = match county {
        Some((_, county)) => (t.municipality_in)(county),
        None => t.county_in_sweden.to_owned(),
    };
    let summary: Vec<Element> = sentences::place::summary(&site.catalogue, profile, site.language)
        .into_iter()
        .map(|sentence| el("p").with(sentence))
        .collect();
    let link = |at: usize| {
        el("li")
            .with(el("a").attr("href", format!("#{}", STEPS[at])).with(place_text(site.language).steps[at]))
    };
    let contents = el("nav").attr("aria-label", t.on_this_page).with(
        el("ol").class("contents contents--steps").with((0..STEPS.len()).map(link).collect::<Vec<_>>()),
    );
    el("header")
        .class("place__head")
        .with(breadcrumb(site, county, &profile.name))
        .with(el("h1").attr("tabindex", "-1").attr("lang", "sv").with(profile.name.clone()))
        .with(el("p").class("place__kind").with(kind).with(residents(site, profile)))
        .with(el("h2").class("unseen").with(t.in_short))
        .with(el("div").class("place__summary").with(summary))
        .with(contents)
}

/// What stands at the foot of every printed page: the place, the site, the edition, the address.
fn paper_source(site: &Site, profile: &Profile) -> String {
    let t = site.text();
    let warning = if site.catalogue.synthetic { format!(" · {}", t.synthetic) } else { String::new() };
    let address = site.profile_href(&profile.area).unwrap_or_default();
    format!("{} · {} · {} {} · {address}{warning}", profile.name, t.site, t.edition, site.edition)
}

/// The county that a municipality lies in.
fn county(profile: &Profile) -> Option<&(AreaCode, String)> {
    profile.parents.iter().find(|(code, _)| code.level() == Level::County)
}

/// The way from the country to here.
pub(super) fn breadcrumb(site: &Site, parent: Option<&(AreaCode, String)>, name: &str) -> Element {
    let t = site.text();
    let parent = parent.and_then(|(code, name)| {
        let link = el("a").attr("href", site.profile_href(code)?).attr("lang", "sv").with(name.clone());
        Some(el("li").with(link))
    });
    let here = el("li").attr("aria-current", "page").attr("lang", "sv").with(name.to_owned());
    let country = el("li").with(el("a").attr("href", site.href(Page::Start)).with(t.sweden));
    el("nav")
        .class("breadcrumb")
        .attr("aria-label", t.breadcrumb)
        .with(el("ol").class("breadcrumb__list").with(country).with(parent).with(here))
}

/// The indicators of a profile that the catalogue describes, in its order.
fn described<'a>(site: &'a Site, profile: &'a Profile) -> Vec<(&'a Indicator, &'a ProfileIndicator)> {
    let of = |figures: &'a ProfileIndicator| Some((site.catalogue.indicator(&figures.slug)?, figures));
    profile.indicators.iter().filter_map(of).collect()
}

/// Number of people with the newest period of the count, or nothing where it is not known.
fn residents(site: &Site, profile: &Profile) -> String {
    let counted = people_counted(site, profile);
    let newest = counted.and_then(|(_, figures)| newest(&figures.periods, figures.series.first()?));
    let style = NumberStyle { decimals: 0, language: site.language };
    newest.map_or_else(String::new, |(period, number)| {
        let words = (site.text().residents)(&number_text(number, style), &period_text(period, site.language));
        format!(" · {words}")
    })
}

/// The indicator that counts people, with the place's figures.
fn people_counted<'a>(site: &'a Site, profile: &'a Profile) -> Option<(&'a Indicator, &'a ProfileIndicator)> {
    described(site, profile).into_iter().find(|(indicator, _)| indicator.measure == Measure::Count)
}
