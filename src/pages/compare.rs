//! Areas side by side over all themes: every indicator as a row, every area as a column, the country beside them.

use crate::components::browser::shared_address;
use crate::components::chosen_areas::chosen_areas;
use crate::components::compare_table::{CompareTable, compare_table, compare_title};
use crate::components::embed_choice::{EmbedWords, Embeddable};
use crate::components::figure_frame::providers;
use crate::components::loaded::Loaded;
use crate::components::notices::{problem, skeleton};
use crate::components::page_code::page_code;
use crate::components::search::search;
use crate::components::similar_areas::similar_section;
use crate::components::site::{Entry, Navigate, Site, use_site};
use crate::i18n::text::paper::paper_text;
use crate::markup::{Act, Element, Live, Markup, Memo, RwSignal, el, live, words};
use crate::model::{AreaCode, ComparedAreas, Profile, Theme};
use crate::route::{EmbedView, MOST_AREAS, View};
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
    let code = page_code(shared_address, paper_text(site.language).same_page_code);
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
        .with(code)
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
        Theme::ALL.into_iter().filter_map(|theme| section(&site, theme, profiles)).collect();
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

/// A theme's table under its heading, with the way to put it in another page.
fn section(site: &Site, theme: Theme, profiles: &[Arc<Profile>]) -> Option<Element> {
    let t = site.text();
    let id = format!("theme-{}", theme.id());
    let CompareTable { table, indicators } = compare_table(site, theme, profiles, &id, false)?;
    let embed = site.beside.map(|beside| {
        let indicator = indicators.first().map(|indicator| indicator.slug.clone());
        let areas = profiles.iter().map(|profile| profile.area.clone()).collect();
        let of = Embeddable { shown: EmbedView::Compare, view: View { indicator, areas, ..View::default() } };
        let title = compare_title(site, Some(theme), profiles);
        let words = EmbedWords {
            description: t.explore.compare_note.to_owned(),
            sentence: format!("{title}."),
            source: providers(&indicators, site.language),
            title,
        };
        (beside.table)(Live::fixed(of), Live::fixed(words))
    });
    let offers = el("div").class("figure__offers").with(embed);
    Some(el("section").class("section").with(el("h2").id(id).with((t.theme)(theme))).with(table).with(offers))
}
