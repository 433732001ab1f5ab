//! Areas side by side over all themes: every indicator as a row, every area as a column, the country beside them.

use crate::charts::sparkline::SparklineSpec;
use crate::charts::svg::{Naming, Styling};
use crate::charts::{Size, Token};
use crate::components::chosen_areas::chosen_areas;
use crate::components::loaded::Loaded;
use crate::components::notices::{problem, skeleton};
use crate::components::profile::{newest, value_words};
use crate::components::search::search;
use crate::components::similar_areas::similar_section;
use crate::components::site::{Entry, Navigate, Site, use_site};
use crate::i18n::period::period_text;
use crate::markup::{Act, Element, Live, Markup, Memo, RwSignal, el, live, words};
use crate::model::{
    AreaCode, ComparedAreas, Indicator, Level, Measure, Period, Profile, ProfileSeries, Theme,
};
use crate::route::{MOST_AREAS, Page, View};
use leptos::prelude::{untrack, use_context};
use std::sync::Arc;

/// What the page gets, as it comes.
#[derive(Clone)]
pub struct CompareContent {
    /// What the address asks for, as far as the edition has it.
    pub view: Live<View>,
    /// The profiles of the chosen areas, in their order.
    pub profiles: Live<Loaded<Arc<Vec<Arc<Profile>>>>>,
    /// What the areas of the first one's level are compared by, as soon as it is there.
    pub compared: Live<Option<Arc<ComparedAreas>>>,
    /// Fetches again what failed.
    pub retry: Act<()>,
}

/// The page.
pub fn compare_page(content: &CompareContent) -> Markup {
    let site = use_site();
    let t = &site.text().explore;
    let is_full = RwSignal::new(false);
    let toggle = toggle(&content.view, is_full);
    let view = content.view.clone();
    let chosen = Live::new(move || view.get().areas);
    let told = move || if is_full.get() { site.text().chosen_full.to_owned() } else { String::new() };
    let choose = el("div")
        .class("explore__areas explore__areas--first needs-program")
        .with(search("find", t.add_area, &toggle))
        .with(chosen_areas(chosen.clone(), toggle.clone()))
        .with(el("p").class("figure__note").attr("role", "status").with(words(told)));
    let (profiles, retry) = (content.profiles.clone(), content.retry.clone());
    let similar = {
        let (chosen, compared, toggle) = (chosen.clone(), content.compared.clone(), toggle.clone());
        let view = content.view.clone();
        let first = Memo::new(move |_| chosen.get().first().cloned());
        live(move || similar_section(&first.get()?, &*compared.get()?, &toggle, &view))
    };
    let table = live(move || {
        if chosen.get().is_empty() {
            return el("p").class("section__lede").with(t.compare_none).into();
        }
        match profiles.get() {
            Loaded::Loading => skeleton("skeleton--page"),
            Loaded::Failed(error) => problem(&error, retry.clone()),
            Loaded::Ready(profiles) => comparison(&profiles, &toggle),
        }
    });
    el("div")
        .class("compare")
        .with(
            el("header")
                .class("explore__head")
                .with(el("h1").attr("tabindex", "-1").with(t.compare))
                .with(el("p").class("section__lede").with(t.compare_lede)),
        )
        .with(choose)
        .with(table)
        .with(similar)
        .into()
}

/// Takes an area into the comparison or out of it.
fn toggle(view: &Live<View>, is_full: RwSignal<bool>) -> Act<AreaCode> {
    let navigate = use_context::<Navigate>();
    let view = view.clone();
    Act::new(move |code: AreaCode| {
        let mut next = untrack(|| view.get());
        let is_new = !next.areas.contains(&code);
        is_full.set(is_new && next.areas.len() >= MOST_AREAS);
        if is_full.get_untracked() {
            return;
        }
        match is_new {
            true => next.areas.push(code),
            false => next.areas.retain(|area| *area != code),
        }
        if let Some(navigate) = &navigate {
            navigate.to(next, Entry::Push);
        }
    })
}

/// The tables of all themes, and areas that could be added.
fn comparison(profiles: &Arc<Vec<Arc<Profile>>>, toggle: &Act<AreaCode>) -> Markup {
    let site = use_site();
    let themes: Vec<Element> =
        Theme::ALL.into_iter().filter_map(|theme| theme_table(&site, theme, profiles)).collect();
    let note = el("p").class("figure__note").with(site.text().explore.compare_note);
    vec![Markup::from(suggestions(&site, profiles, toggle)), themes.into(), note.into()].into()
}

/// The areas most like the first one that are not chosen yet, each with a button that adds it.
fn suggestions(site: &Site, profiles: &[Arc<Profile>], toggle: &Act<AreaCode>) -> Option<Element> {
    let first = profiles.first()?;
    let similar = first.similar.as_ref()?;
    let is_new = |code: &AreaCode| profiles.iter().all(|profile| profile.area != *code);
    let button = |code: &AreaCode, name: &str| {
        let (code, toggle) = (code.clone(), toggle.clone());
        el("li").with(
            el("button")
                .attr("type", "button")
                .class("button button--quiet")
                .when("click", move || toggle.run(code.clone()))
                .with("+ ")
                .with(el("span").attr("lang", "sv").with(name.to_owned())),
        )
    };
    let new = similar.areas.iter().filter(|area| is_new(&area.area));
    let buttons: Vec<Element> = new.take(5).map(|area| button(&area.area, &area.name)).collect();
    let label = (site.text().explore.add_similar)(&first.name);
    (!buttons.is_empty() && profiles.len() < MOST_AREAS).then(|| {
        el("div")
            .class("compare__similar needs-program")
            .with(el("p").class("field__label").with(label))
            .with(el("ul").class("chips").with(buttons))
    })
}

fn theme_table(site: &Site, theme: Theme, profiles: &[Arc<Profile>]) -> Option<Element> {
    let t = site.text();
    let of_theme = site.catalogue.indicators.iter().filter(|indicator| indicator.theme == theme);
    let rows: Vec<Element> = of_theme.filter_map(|indicator| row(site, indicator, profiles)).collect();
    let column = |profile: &Arc<Profile>| {
        let name = el("span").attr("lang", "sv").with(profile.name.clone());
        let heading = el("th").attr("scope", "col");
        match site.profile_href(&profile.area) {
            Some(href) => heading.with(el("a").attr("href", href).with(name)),
            None => heading.with(name),
        }
    };
    let columns: Vec<Element> = profiles.iter().map(column).collect();
    let head = el("tr")
        .with(el("th").attr("scope", "col").with(t.explore.indicator))
        .with(columns)
        .with(el("th").attr("scope", "col").with(t.explore.nation));
    let id = format!("theme-{}", theme.id());
    (!rows.is_empty()).then(|| {
        let table = el("table")
            .class("table table--compare")
            .attr("aria-labelledby", id.clone())
            .with(el("thead").with(head))
            .with(el("tbody").with(rows));
        let frame = el("div")
            .class("table-box table-box--whole")
            .attr("role", "region")
            .attr("tabindex", "0")
            .attr("aria-labelledby", id.clone())
            .with(table);
        el("section").class("section").with(el("h2").id(id).with((t.theme)(theme))).with(frame)
    })
}

/// The newest period that all chosen areas have a number for, with each area's value in it.
fn row(site: &Site, indicator: &Indicator, profiles: &[Arc<Profile>]) -> Option<Element> {
    let found: Vec<Option<(&[Period], &[ProfileSeries])>> = profiles
        .iter()
        .map(|profile| {
            let own = profile.indicators.iter().find(|figures| figures.slug == indicator.slug)?;
            Some((own.periods.as_slice(), own.series.as_slice()))
        })
        .collect();
    let latest =
        |(periods, series): &(&[Period], &[ProfileSeries])| Some(newest(periods, series.first()?)?.0);
    let period = found.iter().flatten().filter_map(latest).min()?;
    let cell = |(periods, series): (&[Period], Option<&ProfileSeries>)| {
        let position = periods.binary_search(&period).ok();
        let value = series.zip(position).and_then(|(series, at)| series.values.0.get(at).copied());
        let line = series.map(|series| sparkline(indicator, periods, series));
        el("td")
            .with(el("span").class("compare__value").with(value_words(site, indicator, value)))
            .with(line.map(|svg| el("span").class("compare__line").html(svg)))
    };
    let cells: Vec<Element> = found
        .iter()
        .map(|found| match found {
            Some((periods, series)) => cell((periods, series.first())),
            None => el("td").with(value_words(site, indicator, None)),
        })
        .collect();
    // The country's number of people says nothing beside a municipality's.
    let nation = found.iter().flatten().find_map(|(periods, series)| {
        let nation = series.iter().find(|series| series.area.level() == Level::Nation)?;
        (indicator.measure != Measure::Count).then(|| cell((periods, Some(nation))))
    });
    let title = el("a")
        .attr("href", site.href(Page::Indicator(indicator.slug.clone())))
        .with(indicator.title.get(site.language).to_owned());
    let when = el("span").class("compare__period").with(period_text(period, site.language));
    Some(
        el("tr")
            .with(el("th").attr("scope", "row").with(title).with(" ").with(when))
            .with(cells)
            .with(nation.unwrap_or_else(|| el("td").with("–"))),
    )
}

/// The shape of a series; the numbers stand beside it.
fn sparkline(indicator: &Indicator, periods: &[Period], series: &ProfileSeries) -> String {
    let spec = SparklineSpec {
        size: Size { width: 88.0, height: 26.0 },
        periods: periods.to_vec(),
        breaks: indicator.breaks.clone(),
        values: series.values.0.clone(),
        token: Token::MUTED,
    };
    spec.svg(Naming::Hidden, Styling::Page)
}
