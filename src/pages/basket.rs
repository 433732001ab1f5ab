//! The figures that a reader has taken along, in the reader's order and with a note each: a report to print.

use crate::components::browser::{after, full_address, typed_value};
use crate::components::page_code::page_code;
use crate::components::reader_file::read_first;
use crate::components::site::{Keeping, Site, use_site};
use crate::export::download::save;
use crate::i18n::text::basket::basket_text;
use crate::i18n::text::paper::paper_text;
use crate::markup::{Act, Element, Markup, Memo, RwSignal, el, live, several, words};
use crate::model::Level;
use crate::route::{Kept, LONGEST_NOTE, MOST_KEPT, Page, Route, View};
use leptos::prelude::untrack;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

/// Draws a figure of a view at its place in the list.
pub type Draw = Rc<dyn Fn(&View, usize) -> Markup>;

/// The page. Without a program there is no basket, and the page says how figures come into it.
pub fn basket_page(draw: &Option<Draw>) -> Markup {
    let site = use_site();
    let t = basket_text(site.language);
    let head = el("header")
        .class("place__head")
        .with(el("h1").attr("tabindex", "-1").with(site.text().basket.name))
        .with(el("p").class("place__summary basket__lede").with(t.lede));
    let code = page_code(full_address, paper_text(site.language).same_page_code);
    let body = match (site.keeping.clone(), draw) {
        (Some(keeping), Some(draw)) => Report::new(site, keeping, draw.clone()).body(),
        _ => el("p").class("notice").with(t.empty).into(),
    };
    el("article").class("place basket").with(head).with(body).with(code).into()
}

/// The list with what changes it.
#[derive(Clone)]
struct Report {
    site: Site,
    keeping: Keeping,
    draw: Draw,
    /// What was done last, for those who do not see it.
    said: RwSignal<String>,
}

impl Report {
    fn new(site: Site, keeping: Keeping, draw: Draw) -> Self {
        Self { site, keeping, draw, said: RwSignal::new(String::new()) }
    }

    fn body(self) -> Markup {
        let (said, kept) = (self.said, self.keeping.kept.clone());
        // A note that is being written must not draw the figures anew.
        let views =
            Memo::new(move |_| Arc::new(kept.get().into_iter().map(|kept| kept.view).collect::<Vec<View>>()));
        let (tools, t) = (self.tools(), basket_text(self.site.language));
        let list = live(move || {
            let views = views.get();
            if views.is_empty() {
                return Markup::from(el("p").class("notice").with(t.empty));
            }
            let heading = el("h2").class("unseen").with(t.figures);
            let entries: Vec<Element> = (0..views.len()).map(|at| self.entry(&views, at)).collect();
            several([heading, el("ol").class("basket__list").with(entries)])
        });
        let status = el("p").class("figure__note").attr("role", "status").with(words(move || said.get()));
        several([tools.into(), status.into(), list])
    }

    /// How many there are, and what can be done with all of them.
    fn tools(&self) -> Element {
        let t = basket_text(self.site.language);
        let (kept, count) = (self.keeping.kept.clone(), self.keeping.kept.clone());
        let (language, file) = (self.site.language, t.file);
        let save = move || {
            let view = View { basket: untrack(|| kept.get()), ..View::default() };
            let address = Route { language, page: Page::Basket, view }.to_string();
            let _ = save(&format!("{file}.txt"), "text/plain;charset=utf-8", address.as_bytes());
        };
        let print = || {
            if let Some(window) = web_sys::window() {
                let _ = window.print();
            }
        };
        let (said, put) = (self.said, self.keeping.put.clone());
        let opened = Act::new(move |file: Vec<u8>| {
            // Only path and query are read, so that no file leads to another site.
            let text = String::from_utf8_lossy(&file);
            let address = text.trim().split_once("figure=").map(|(_, rest)| format!("/?figure={rest}"));
            let found = address.map(|address| Route::parse(&address).0.view.basket).unwrap_or_default();
            match found.is_empty() {
                true => said.set(t.unreadable.to_owned()),
                false => {
                    said.set((t.count)(found.len(), MOST_KEPT));
                    put.run(found);
                }
            }
        });
        let load =
            el("label").class("field basket__open").with(el("span").class("field__label").with(t.load));
        let load = load.with(el("input").attr("type", "file").attr("accept", ".txt,text/plain").on(
            "change",
            move |event: Event| {
                if let Some(target) = event.target() {
                    read_first(&target.into(), opened.clone());
                }
            },
        ));
        el("div")
            .class("basket__tools")
            .with(el("p").class("basket__count").with(words(move || (t.count)(count.get().len(), MOST_KEPT))))
            .with(
                el("p")
                    .class("buttons")
                    .with(button(t.print).when("click", print))
                    .with(button(t.save).when("click", save)),
            )
            .with(load)
            .with(el("p").class("figure__note").with(t.where_kept))
    }

    /// A figure with its buttons and its note.
    fn entry(&self, views: &[View], at: usize) -> Element {
        let t = basket_text(self.site.language);
        let (view, n) = (&views[at], views.len());
        let title = self.title(view);
        let mover = |which: usize, label: String, to: Option<usize>| {
            let (report, title) = (self.clone(), title.clone());
            el("button")
                .attr("type", "button")
                .class("button button--quiet")
                .id(button_id(which, at))
                .attr("aria-label", label)
                .attr("disabled", to.is_none())
                .when("click", move || report.moved(&title, which, at, to, n))
                .with(t.buttons[which])
        };
        let up = at.checked_sub(1);
        let down = Some(at + 1).filter(|to| *to < n);
        let (report, own) = (self.clone(), title.clone());
        let remove = el("button")
            .attr("type", "button")
            .class("button button--quiet")
            .attr("aria-label", (t.remove)(&title))
            .when("click", move || report.removed(&own, at))
            .with(t.buttons[2]);
        let href =
            Route { language: self.site.language, page: Page::Explore, view: view.clone() }.to_string();
        let buttons = el("p")
            .class("buttons basket__buttons")
            .with(mover(0, (t.up)(&title), up))
            .with(mover(1, (t.down)(&title), down))
            .with(remove)
            .with(el("a").attr("href", href).with(t.to_figure));
        el("li")
            .class("basket__figure")
            .attr("aria-label", title.clone())
            .with(buttons)
            .with((self.draw)(view, at))
            .with(self.note(&title, at))
    }

    /// The field for a note, and the note as it is printed.
    fn note(&self, title: &str, at: usize) -> Vec<Element> {
        let t = basket_text(self.site.language);
        let Keeping { kept, put } = self.keeping.clone();
        let now = kept.clone();
        let note = untrack(|| kept.get().get(at).map(|kept| kept.note.clone())).unwrap_or_default();
        let written = move |event: Event| {
            let mut all = untrack(|| kept.get());
            if let Some(own) = all.get_mut(at) {
                own.note = typed_value(&event).chars().take(LONGEST_NOTE).collect();
                put.run(all);
            }
        };
        let field = el("textarea")
            .class("input")
            .attr("rows", "3")
            .attr("maxlength", LONGEST_NOTE.to_string())
            .attr("aria-label", (t.note)(title))
            .on("input", written)
            .with(note);
        let label = el("span").class("field__label").attr("aria-hidden", "true").with(t.note_short);
        let printed = words(move || now.get().get(at).map_or_else(String::new, |kept| kept.note.clone()));
        vec![
            el("div").class("field basket__field").with(label).with(field),
            el("p").class("basket__note").attr("aria-hidden", "true").with(printed),
        ]
    }

    /// What the figure is of, in a few words: the indicator and the areas.
    fn title(&self, view: &View) -> String {
        let indicator = view.indicator.as_deref().and_then(|slug| self.site.catalogue.indicator(slug));
        let title = indicator.map_or("", |indicator| indicator.title.get(self.site.language));
        let names: Vec<String> = view.areas.iter().map(|area| self.site.name(area)).collect();
        match (names.is_empty(), view.level) {
            (false, _) => format!("{title}, {}", names.join(", ")),
            (true, Some(level)) if level > Level::Nation => {
                format!("{title}, {}", (self.site.text().level_plural)(level))
            }
            _ => title.to_owned(),
        }
    }

    /// Moves a figure, and leaves the focus on the same button of the same figure, or on the other where it is at an end.
    fn moved(&self, title: &str, which: usize, at: usize, to: Option<usize>, n: usize) {
        let Some(to) = to else { return };
        let mut kept = untrack(|| self.keeping.kept.get());
        if at.max(to) < kept.len() {
            kept.swap(at, to);
            self.keeping.put.run(kept);
            self.said.set((basket_text(self.site.language).moved)(title, to + 1, n));
            let is_end = if which == 0 { to == 0 } else { to + 1 == n };
            focus(button_id(if is_end { 1 - which } else { which }, to));
        }
    }

    fn removed(&self, title: &str, at: usize) {
        let mut kept: Vec<Kept> = untrack(|| self.keeping.kept.get());
        if at < kept.len() {
            kept.remove(at);
            self.keeping.put.run(kept);
            self.said.set((basket_text(self.site.language).removed)(title));
            focus("h1".to_owned());
        }
    }
}

fn button(label: &'static str) -> Element {
    el("button").attr("type", "button").class("button").with(label)
}

fn button_id(which: usize, at: usize) -> String {
    format!("{}-{at}", ["up", "down"][which.min(1)])
}

/// Moves the focus to a button by its id, or to the heading, when the list has been built anew.
fn focus(id: String) {
    after(Duration::ZERO, move || {
        let selector = if id == "h1" { id } else { format!("#{id}") };
        let document = web_sys::window().and_then(|window| window.document());
        let found = document.and_then(|document| document.query_selector(&selector).ok().flatten());
        if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}
