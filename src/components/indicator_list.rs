//! All indicators by theme, with a field that narrows the list and each indicator's plain sentence at hand. The entries
//! are links, so that they can be opened beside each other and work before any program runs.

use super::browser::typed_value;
use super::site::{Site, use_site};
use crate::i18n::sorting::fold;
use crate::markup::{Element, Live, Markup, Memo, RwSignal, el, words};
use crate::model::{Indicator, Theme};
use crate::route::{Page, Route, View};
use std::sync::Arc;
use web_sys::Event;

/// What the list follows.
#[derive(Clone)]
pub struct IndicatorListContent {
    /// The indicator that is shown.
    pub slug: Live<String>,
    /// The view that a link keeps, with another indicator.
    pub view: Live<View>,
}

/// The list. On narrow screens it is behind a button.
pub fn indicator_list(content: &IndicatorListContent) -> Markup {
    let site = use_site();
    let t = &site.text().explore;
    let typed = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let entries: Arc<Vec<Entry>> =
        Arc::new(site.catalogue.indicators.iter().map(|i| entry(&site, i)).collect());
    let n_found = {
        let entries = entries.clone();
        Memo::new(move |_| {
            let typed = fold(&typed.get());
            entries.iter().filter(|entry| entry.has(&typed)).count()
        })
    };
    let groups: Vec<Element> =
        Theme::ALL.into_iter().filter_map(|theme| group(&site, theme, &entries, typed, content)).collect();
    let told = move || match n_found.get() {
        0 => (t.found_none)(typed.get().trim()),
        _ if typed.get().trim().is_empty() => String::new(),
        n => (t.found)(n),
    };
    let toggle = el("button")
        .attr("type", "button")
        .class("button rail__toggle needs-program")
        .attr("aria-controls", "indicators")
        .live_attr("aria-expanded", move || is_open.get().to_string())
        .when("click", move || is_open.set(!is_open.get_untracked()))
        .with(t.change);
    let field = el("div")
        .class("rail__find needs-program")
        .with(el("label").class("field__label").attr("for", "find-indicator").with(t.find))
        .with(
            el("input")
                .class("input")
                .id("find-indicator")
                .attr("type", "search")
                .attr("autocomplete", "off")
                .on("input", move |event: Event| typed.set(typed_value(&event))),
        )
        .with(el("p").class("rail__told").attr("role", "status").with(words(told)));
    let list = el("div")
        .class("rail__list")
        .id("indicators")
        .class_when("rail__list--open", move || is_open.get())
        // A taken link closes the list where it lies over the page.
        .when("click", move || is_open.set(false))
        .with(field_apart(field))
        .with(groups);
    el("nav").class("rail").attr("aria-label", t.indicators).with(toggle).with(list).into()
}

/// The field lies inside the list, but a click in it does not close the list.
fn field_apart(field: Element) -> Element {
    field.on("click", |event: Event| event.stop_propagation())
}

/// An indicator as the list shows it.
struct Entry {
    theme: Theme,
    slug: String,
    title: String,
    /// Everything a search can find, folded.
    folded: String,
}

impl Entry {
    fn has(&self, folded: &str) -> bool {
        folded.split(' ').all(|word| self.folded.contains(word))
    }
}

fn entry(site: &Site, indicator: &Indicator) -> Entry {
    let text = |text: &crate::model::Localized| fold(text.get(site.language));
    Entry {
        theme: indicator.theme,
        slug: indicator.slug.clone(),
        title: indicator.title.get(site.language).to_owned(),
        folded: [text(&indicator.title), text(&indicator.question), text(&indicator.plain)].join(" "),
    }
}

/// The indicators of a theme; hidden while none of them has what was typed.
fn group(
    site: &Site,
    theme: Theme,
    entries: &Arc<Vec<Entry>>,
    typed: RwSignal<String>,
    content: &IndicatorListContent,
) -> Option<Element> {
    let own: Vec<usize> = (0..entries.len()).filter(|at| entries[*at].theme == theme).collect();
    let links: Vec<Element> = own.iter().map(|at| link(site, entries, *at, typed, content)).collect();
    let all = entries.clone();
    let none = move || {
        let typed = fold(&typed.get());
        !own.iter().any(|at| all[*at].has(&typed))
    };
    (!links.is_empty()).then(|| {
        el("section")
            .class("rail__theme")
            .live_attr("hidden", none)
            .with(el("h2").class("rail__name").with((site.text().theme)(theme)))
            .with(el("ul").class("rail__links").with(links))
    })
}

fn link(
    site: &Site,
    entries: &Arc<Vec<Entry>>,
    at: usize,
    typed: RwSignal<String>,
    content: &IndicatorListContent,
) -> Element {
    let entry = &entries[at];
    let (all, slug, shown) = (entries.clone(), entry.slug.clone(), content.slug.clone());
    let (target, own, view) = (site.clone(), entry.slug.clone(), content.view.clone());
    let address = move || match target.is_static {
        // Without a program a view cannot be shown, but the indicator's page can be read.
        true => target.href(Page::Indicator(own.clone())),
        false => {
            let view = view.get().of_indicator(&target.catalogue, &own);
            Route { language: target.language, page: Page::Explore, view }.to_string()
        }
    };
    el("li").live_attr("hidden", move || !all[at].has(&fold(&typed.get()))).with(
        el("a")
            .class("rail__link")
            .live_attr("href", address)
            .live_attr("aria-current", move || (shown.get() == slug).then_some("true"))
            .with(entry.title.clone()),
    )
}
