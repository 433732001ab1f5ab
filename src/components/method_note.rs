//! What stands behind a number: definition, formula, source, status and pitfalls, under the figure that shows it. What is
//! said of it is fetched when somebody asks.

use super::browser::is_opened;
use super::figure_frame::source_words;
use super::loaded::Loaded;
use super::notices::problem_in;
use super::site::{Site, use_site};
use crate::markup::{Act, Element, Live, Markup, RwSignal, el, follow, live, words};
use crate::model::{About, Indicator, Localized};
use crate::route::Page;
use leptos::prelude::{untrack, use_context};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

/// An answer to what is said of an indicator, as it comes.
pub type AboutAnswer = RwSignal<Loaded<Arc<About>>>;

/// Fetches what is said of an indicator, by its slug.
#[derive(Clone)]
pub struct AskAbout(pub Act<(String, AboutAnswer)>);

/// The section. Whoever sets `number`, a number in words, opens it with that number at its top. Nothing on a page where
/// nothing can be asked for.
pub fn method_note(indicator: Live<Arc<Indicator>>, number: RwSignal<String>) -> Markup {
    let site = use_site();
    let Some(AskAbout(ask)) = use_context::<AskAbout>() else { return Markup::Nothing };
    let t = site.text().method();
    let is_open = RwSignal::new(false);
    let answer = RwSignal::new(Loaded::Loading);
    let asked = {
        let (indicator, ask) = (indicator.clone(), ask.clone());
        move || ask.run((untrack(|| indicator.get()).slug.clone(), answer))
    };
    let again = asked.clone();
    // Another indicator has another answer.
    let own = indicator.clone();
    follow(move || {
        let _ = own.get();
        if is_open.get() {
            answer.set(Loaded::Loading);
            asked();
        }
    });
    let toggled = move |event: Event| is_open.set(is_opened(&event));
    let retry = Act::new(move |()| again());
    let inside = live(move || {
        is_open.get().then(|| match answer.get() {
            Loaded::Loading => Markup::Nothing,
            Loaded::Failed(error) => problem_in(site.text(), &error, retry.clone()),
            Loaded::Ready(about) => told(&site, &indicator.get(), &about),
        })
    });
    let chosen = words(move || number.get());
    el("details")
        .class("disclosure method needs-program")
        .on("toggle", toggled)
        .on_mount(move |section| {
            follow(move || {
                if !number.get().is_empty() {
                    open(&section);
                }
            });
        })
        .with(el("summary").with(t.behind))
        .with(el("p").class("method__number").attr("role", "status").with(chosen))
        .with(inside)
        .with(el("p").class("figure__note").with(t.how))
        .into()
}

/// Opens the section and brings it into sight.
fn open(section: &HtmlElement) {
    let _ = section.set_attribute("open", "");
    if let Ok(Some(summary)) = section.query_selector("summary")
        && let Ok(summary) = summary.dyn_into::<HtmlElement>()
    {
        let _ = summary.focus();
    }
}

/// All that is said.
fn told(site: &Site, indicator: &Indicator, about: &About) -> Markup {
    let language = site.language;
    let (t, e) = (site.text().method(), &site.text().explore);
    let of = |text: &Localized| text.get(language).to_owned();
    let formula = (t.formula_of)(
        indicator.measure,
        indicator.population.get(language),
        indicator.unit.long.get(language),
    );
    let status = if indicator.is_sample { t.sample } else { t.register };
    let pitfalls: Vec<String> = about.pitfalls.iter().map(of).collect();
    let facts = [
        (e.definition, of(&about.definition)),
        (t.formula, formula),
        (t.method, of(&about.method)),
        (site.text().source, source_words(site, &indicator.source)),
        (t.status, status.to_owned()),
        (e.pitfalls, pitfalls.join(" ")),
    ];
    let fact = |(term, words): (&'static str, String)| -> [Element; 2] {
        [el("dt").with(term), el("dd").with(words)]
    };
    let facts = facts.into_iter().filter(|(_, words)| !words.is_empty()).flat_map(fact);
    let link = el("a").attr("href", site.href(Page::Indicator(indicator.slug.clone()))).with(e.more);
    vec![Markup::from(el("dl").class("facts").with(facts.collect::<Vec<_>>())), el("p").with(link).into()]
        .into()
}
