//! Checks a figure: a picture saved here says which view and edition it is of; the page opens that view again and lists
//! what has been revised since.

use crate::components::data_table::{TableData, data_table};
use crate::components::framed::home;
use crate::components::loaded::Loaded;
use crate::components::notices::{problem, skeleton};
use crate::components::picture_file::picture_file;
use crate::components::profile::value_words;
use crate::components::site::{Entry, Navigate, Site, use_site};
use crate::error::Problem;
use crate::i18n::period::period_text;
use crate::markup::{Act, Element, Live, Markup, RwSignal, el, live, words};
use crate::model::{Indicator, Revision};
use crate::route::{Page, Route, View};
use leptos::prelude::use_context;
use std::sync::Arc;

/// What is known of the figure that the address names.
#[derive(Clone)]
pub struct VerifyContent {
    /// The figure's view with its edition; none before there is a figure.
    pub view: Live<View>,
    /// How its edition compares with the newest.
    pub answer: Live<Loaded<Arc<Option<Answer>>>>,
    /// Asks again.
    pub retry: Act<()>,
}

/// How a figure's edition compares with the newest one.
pub struct Answer {
    /// The figure's edition.
    pub then: String,
    /// The newest one.
    pub now: String,
    /// What the figure shows.
    pub indicator: Indicator,
    /// Whether it is still published.
    pub is_published: bool,
    /// What has changed of what the figure shows.
    pub revisions: Vec<Revision>,
}

/// The page.
pub fn verify_page(content: &VerifyContent) -> Markup {
    let site = use_site();
    let t = site.text().verify();
    let said = RwSignal::new(String::new());
    let navigate = use_context::<Navigate>();
    let take = Act::new(move |found: Option<(String, View)>| match (&navigate, found) {
        (Some(navigate), Some((address, view))) => {
            said.set((t.read)(&address));
            navigate.to(view, Entry::Push);
        }
        _ => said.set(t.unreadable.to_owned()),
    });
    let VerifyContent { view, answer, retry } = content.clone();
    let answer = live(move || {
        let edition = view.get().edition?;
        let heading = el("h2").id("answer").with(t.answer);
        let body: Markup = match answer.get() {
            Loaded::Loading => skeleton("skeleton--page"),
            Loaded::Failed(error) if error.problem == Problem::NotFound => {
                el("p").class("notice").with((t.edition_gone)(&edition)).into()
            }
            Loaded::Failed(error) => problem(&error, retry.clone()),
            Loaded::Ready(answer) => answer.as_ref().as_ref().map(|answer| told(&site, answer)).into(),
        };
        let is_gone = answer.get().failure().is_some();
        let links = ways_on(&site, &view.get(), is_gone);
        Some(
            el("section")
                .class("section")
                .attr("aria-labelledby", "answer")
                .with(heading)
                .with(body)
                .with(links),
        )
    });
    let site = use_site();
    el("article")
        .class("place verify")
        .with(
            el("header")
                .class("place__head")
                .with(el("h1").attr("tabindex", "-1").with(t.heading))
                .with(el("p").class("place__summary").with(t.lede)),
        )
        .with(picture_file(take))
        .with(el("p").class("verify__said").attr("role", "status").with(words(move || said.get())))
        .with(answer)
        .with(site.is_static.then(|| el("p").class("unseen").with(home(site.language))))
        .into()
}

/// The answer in words, and value by value.
fn told(site: &Site, answer: &Answer) -> Markup {
    let t = site.text().verify();
    let Answer { then, now, indicator, is_published, revisions } = answer;
    let words = match (then == now, is_published, revisions.len()) {
        (true, ..) => (t.is_newest)(then),
        (_, false, _) => (t.is_gone)(indicator.title.get(site.language)),
        (.., 0) => (t.is_same)(then, now),
        (.., n) => (t.is_revised)(n, then, now),
    };
    let row = |revision: &Revision| {
        let after = revision
            .after
            .map_or_else(|| t.none.to_owned(), |value| value_words(site, indicator, Some(value)));
        let area = site.name(&revision.area);
        let before = value_words(site, indicator, Some(revision.before));
        vec![area, period_text(revision.period, site.language), before, after]
    };
    let table = (!revisions.is_empty()).then(|| {
        let headings = [site.text().area, site.text().period, t.before, t.after];
        let title = indicator.title.get(site.language);
        data_table(&Live::fixed(TableData {
            caption: format!("{}: {title}", t.table),
            headings: headings.map(str::to_owned).into(),
            rows: revisions.iter().map(row).collect(),
        }))
    });
    vec![Markup::from(el("p").class("verify__answer").with(words)), table.into()].into()
}

/// The figure with its own numbers, where they are still there, and with the newest.
fn ways_on(site: &Site, view: &View, is_gone: bool) -> Element {
    let t = site.text().verify();
    let link = |words: &'static str, view: View| {
        let address = Route { language: site.language, page: Page::Explore, view }.to_string();
        el("li").with(el("a").attr("href", address).attr("target", "_self").with(words))
    };
    let newest = View { edition: None, ..view.clone() };
    let then = (!is_gone).then(|| link(t.open_then, view.clone()));
    el("ul").class("verify__ways").with(then).with(link(t.open_now, newest))
}
