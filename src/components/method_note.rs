//! What stands behind a number: definition, formula, source, status and pitfalls, under the figure that shows it. What is
//! said of it is fetched when somebody asks.

use super::browser::is_opened;
use super::figure_frame::source_words;
use super::loaded::Loaded;
use super::notices::problem_in;
use super::site::{Site, use_site};
use crate::i18n::number::{NumberStyle, number_text};
use crate::markup::{Act, Element, Live, Markup, RwSignal, el, follow, live, several, words};
use crate::model::{About, AreaCode, Indicator, Language, Localized, Measure, Period, ShareParts};
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

/// A number of a figure, as somebody asks what stands behind it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Number {
    /// In words, with its area and period.
    pub words: String,
    /// The area that it is of; none where it is of several, or of none.
    pub area: Option<AreaCode>,
    /// The time that it is of.
    pub period: Option<Period>,
}

/// The parts of a share for an area and a period: what is asked for.
pub type PartsAsked = (ShareParts, AreaCode, Period);

/// An answer to it: those counted and all of the group; nothing where they are not published for the area and period.
pub type PartsAnswer = RwSignal<Loaded<Arc<Option<(f64, f64)>>>>;

/// Fetches the parts of a share.
#[derive(Clone)]
pub struct AskParts(pub Act<(PartsAsked, PartsAnswer)>);

/// The section. Whoever sets `number` opens it with that number at its top. Nothing on a page where
/// nothing can be asked for.
pub fn method_note(indicator: Live<Arc<Indicator>>, number: RwSignal<Number>) -> Markup {
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
            Loaded::Ready(about) => told(&site, &indicator.get(), &about, number),
        })
    });
    let chosen = words(move || number.get().words);
    el("details")
        .class("disclosure method needs-program")
        .on("toggle", toggled)
        .on_mount(move |section| {
            follow(move || {
                if !number.get().words.is_empty() {
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
fn told(site: &Site, indicator: &Indicator, about: &About, number: RwSignal<Number>) -> Markup {
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
    let own = matches!(indicator.measure, Measure::Share).then(|| own_numbers(site, about, number));
    let link = el("a").attr("href", site.href(Page::Indicator(indicator.slug.clone()))).with(e.more);
    let facts = el("dl").class("facts").with(facts.collect::<Vec<_>>()).with(own);
    vec![Markup::from(facts), el("p").with(link).into()].into()
}

/// The formula with the numbers of the area that the pressed number is of; that they are not published where they are not.
fn own_numbers(site: &Site, about: &About, number: RwSignal<Number>) -> Markup {
    let (language, t) = (site.language, site.text().method());
    let (parts, ask) = (about.parts.clone(), use_context::<AskParts>());
    let answer: PartsAnswer = RwSignal::new(Loaded::Loading);
    follow(move || {
        let Number { area, period, .. } = number.get();
        if let (Some(parts), Some(area), Some(period), Some(AskParts(ask))) = (&parts, area, period, &ask) {
            answer.set(Loaded::Loading);
            ask.run(((parts.clone(), area, period), answer));
        }
    });
    let has_parts = about.parts.is_some();
    live(move || {
        let Number { area: Some(_), period: Some(_), .. } = number.get() else { return Markup::Nothing };
        let answer = if has_parts { answer.get() } else { Loaded::Ready(Arc::new(None)) };
        let words = match answer {
            Loaded::Loading => String::new(),
            Loaded::Failed(error) => error.to_string(),
            Loaded::Ready(found) => match *found {
                Some(parts) => quotient(parts, language),
                None => t.no_parts.to_owned(),
            },
        };
        several([el("dt").with(t.own), el("dd").with(words)])
    })
}

/// `1 234 / 5 678 = 21,7 %`.
pub fn quotient((members, all): (f64, f64), language: Language) -> String {
    let number = |number: f64, decimals: u8| number_text(number, NumberStyle { decimals, language });
    let sign = if language == Language::Sv { "\u{A0}%" } else { "%" };
    format!("{} / {} = {}{sign}", number(members, 0), number(all, 0), number(100.0 * members / all, 1))
}
