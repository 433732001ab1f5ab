//! The page of a municipality or a county: who lives there, what stands out, and every indicator of the edition by
//! theme, each beside the county and the country.

use crate::components::municipality_list::in_county;
use crate::components::profile::{IndicatorCard, newest};
use crate::components::site::{Site, use_site};
use crate::i18n::number::{NumberStyle, number_text};
use crate::i18n::period::period_text;
use crate::model::{AreaCode, Indicator, Level, Measure, Profile, ProfileIndicator, Theme};
use crate::route::Page;
use crate::sentences;
use leptos::prelude::*;
use std::sync::Arc;

/// The page.
#[component]
pub fn PlacePage(
    /// All that the page shows.
    profile: Arc<Profile>,
) -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let county = profile.parents.iter().find(|(code, _)| code.level() == Level::County).cloned();
    let kind = match &county {
        Some((_, county)) => (t.municipality_in)(county),
        None => t.county_in_sweden.to_owned(),
    };
    let residents = residents(&site, &profile);
    let themes: Vec<(Theme, Vec<(Indicator, ProfileIndicator)>)> = Theme::ALL
        .into_iter()
        .map(|theme| (theme, of_theme(&site, &profile, theme)))
        .filter(|(_, indicators)| !indicators.is_empty())
        .collect();
    let contents = themes
        .iter()
        .map(|(theme, _)| view! { <li><a href=format!("#{}", theme.id())>{(t.theme)(*theme)}</a></li> })
        .collect_view();
    let summary =
        summary(&site, &profile).into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view();
    let sections = themes
        .into_iter()
        .map(|(theme, indicators)| {
            let cards = indicators
                .into_iter()
                .map(|(indicator, figures)| {
                    view! {
                        <IndicatorCard profile=profile.clone() indicator=indicator figures=figures/>
                    }
                })
                .collect_view();
            view! {
                <section class="theme" id=theme.id() aria-labelledby=format!("{}-heading", theme.id())>
                    <h2 id=format!("{}-heading", theme.id())>{(t.theme)(theme)}</h2>
                    <div class="theme__cards">{cards}</div>
                </section>
            }
        })
        .collect_view();
    view! {
        <article class="place">
            <header class="place__head">
                <Breadcrumb county=county.clone() name=profile.name.clone()/>
                <h1 tabindex="-1" lang="sv">{profile.name.clone()}</h1>
                <p class="place__kind">{kind} {residents}</p>
                <h2 class="unseen">{t.in_short}</h2>
                <div class="place__summary">{summary}</div>
                <nav aria-label=t.on_this_page><ul class="contents">{contents}</ul></nav>
            </header>
            {sections}
            <Relatives profile=profile.clone() county=county/>
        </article>
    }
    .into_any()
}

/// The way from the country to here.
#[component]
fn Breadcrumb(county: Option<(AreaCode, String)>, name: String) -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let county = county.and_then(|(code, name)| {
        let href = site.profile_href(&code)?;
        Some(view! { <li><a href=href lang="sv">{name}</a></li> })
    });
    view! {
        <nav class="breadcrumb" aria-label=t.breadcrumb>
            <ol class="breadcrumb__list">
                <li><a href=site.href(Page::Start)>{t.sweden}</a></li>
                {county}
                <li aria-current="page" lang="sv">{name}</li>
            </ol>
        </nav>
    }
    .into_any()
}

/// Links to the other municipalities of the same county, or to those of this county.
#[component]
fn Relatives(profile: Arc<Profile>, county: Option<(AreaCode, String)>) -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let (of, heading) = match county {
        Some((code, name)) => (code, (t.others_in_county)(&name)),
        None => (profile.area.clone(), (t.municipalities_in)(&profile.name)),
    };
    let links = in_county(&site.places.municipalities, &of)
        .into_iter()
        .filter(|(code, _)| *code != profile.area)
        .filter_map(|(code, name)| Some(view! { <li><a href=site.profile_href(&code)?>{name}</a></li> }))
        .collect_view();
    view! {
        <section class="section" aria-labelledby="relatives">
            <h2 id="relatives">{heading}</h2>
            <ul class="relatives" lang="sv">{links}</ul>
        </section>
    }
    .into_any()
}

fn of_theme(site: &Site, profile: &Profile, theme: Theme) -> Vec<(Indicator, ProfileIndicator)> {
    let described = |figures: &ProfileIndicator| {
        let indicator =
            site.catalogue.indicator(&figures.slug).filter(|indicator| indicator.theme == theme)?;
        Some((indicator.clone(), figures.clone()))
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

/// What stands out, in a few sentences.
fn summary(site: &Site, profile: &Profile) -> Vec<String> {
    sentences::place::summary(&site.catalogue, profile, site.language)
}
