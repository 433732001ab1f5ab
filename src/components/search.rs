//! The search over all areas: a text field with a list under it, after the ARIA pattern "combobox with list
//! autocomplete". Typing narrows the list, arrows walk it, Enter takes a hit, Escape closes it.

use super::browser::typed_value;
use super::icon::icon_frame;
use super::places::Hit;
use super::site::use_site;
use crate::markup::{Act, Element, Markup, Memo, RwSignal, el, live, words};
use crate::model::AreaCode;
use std::sync::Arc;
use web_sys::{Event, KeyboardEvent};

/// As many hits as can be read at a glance.
const MOST_HITS: usize = 8;

/// The field's state.
#[derive(Clone, Copy)]
struct Field {
    id: &'static str,
    typed: RwSignal<String>,
    is_open: RwSignal<bool>,
    pointed: RwSignal<usize>,
    hits: Memo<Arc<Vec<Hit>>>,
}

/// The search field under its label; its id is unique on the page. A taken hit is reported, and the field emptied.
pub fn search(id: &'static str, label: &'static str, take: &Act<AreaCode>) -> Markup {
    let site = use_site();
    let t = site.text();
    let typed = RwSignal::new(String::new());
    let places = site.places.clone();
    let hits = Memo::new(move |_| Arc::new(places.search(&typed.get(), MOST_HITS)));
    let field = Field { id, typed, is_open: RwSignal::new(false), pointed: RwSignal::new(0), hits };
    let told = move || match field.hits.get().len() {
        _ if !field.is_shown() => String::new(),
        0 => (t.search_none)(field.typed.get().trim()),
        n => (t.search_count)(n),
    };
    let take_option = take.clone();
    let option =
        move |(position, hit): (usize, &Hit)| field.option(position, hit, t.county_in_sweden, &take_option);
    let list = el("ul")
        .id(format!("{id}-list"))
        .class("search__list")
        .attr("role", "listbox")
        .attr("aria-label", label)
        .class_when("search__list--open", move || field.is_shown() && !field.hits.get().is_empty())
        .with(live(move || {
            let hits = if field.is_shown() { field.hits.get() } else { Arc::default() };
            hits.iter().enumerate().map(&option).collect::<Vec<_>>()
        }));
    let lens = icon_frame("20")
        .class("search__icon")
        .with(el("circle").attr("cx", "8.5").attr("cy", "8.5").attr("r", "5.5"))
        .with(el("path").attr("d", "M12.7 12.7 17.5 17.5"));
    el("div")
        .class("search")
        .with(el("label").class("field__label").attr("for", id).with(label))
        .with(el("div").class("search__box").with(lens).with(field.input(t.search_placeholder, take)))
        .with(list)
        .with(
            el("p")
                .class("search__none")
                .attr("aria-hidden", "true")
                .with(words(move || if field.hits.get().is_empty() { told() } else { String::new() })),
        )
        .with(el("p").class("unseen").attr("role", "status").with(words(told)))
        .into()
}

impl Field {
    fn is_shown(self) -> bool {
        self.is_open.get() && !self.typed.with(|typed| typed.trim().is_empty())
    }

    fn option_id(self, position: usize) -> String {
        format!("{}-option-{position}", self.id)
    }

    fn input(self, placeholder: &'static str, take: &Act<AreaCode>) -> Element {
        let take = take.clone();
        el("input")
            .id(self.id)
            .class("search__field")
            .attr("type", "text")
            .attr("role", "combobox")
            .attr("autocomplete", "off")
            .attr("autocapitalize", "off")
            .attr("spellcheck", "false")
            .attr("enterkeyhint", "search")
            .attr("placeholder", placeholder)
            .attr("aria-autocomplete", "list")
            .attr("aria-controls", format!("{}-list", self.id))
            .live_attr("aria-expanded", move || self.is_shown().to_string())
            .live_attr("aria-activedescendant", move || {
                (self.is_shown() && !self.hits.get().is_empty()).then(|| self.option_id(self.pointed.get()))
            })
            .property("value", move || self.typed.get())
            .on("input", move |event: Event| {
                self.typed.set(typed_value(&event));
                self.pointed.set(0);
                self.is_open.set(true);
            })
            .when("focus", move || self.is_open.set(true))
            .when("blur", move || self.is_open.set(false))
            .on("keydown", move |event: KeyboardEvent| self.answer(&event, &take))
    }

    fn option(self, position: usize, hit: &Hit, no_county: &'static str, take: &Act<AreaCode>) -> Element {
        let (code, take) = (hit.code.clone(), take.clone());
        let within = hit.within.clone().unwrap_or_else(|| no_county.to_owned());
        el("li")
            .attr("role", "option")
            .id(self.option_id(position))
            .class("search__option")
            .live_attr("aria-selected", move || (self.pointed.get() == position).to_string())
            .when("pointerenter", move || self.pointed.set(position))
            // Keeps the field's focus, which a press would otherwise take and close the list before the click.
            .on("pointerdown", |event: Event| event.prevent_default())
            .when("click", move || self.finish(code.clone(), &take))
            .with(el("span").class("search__name").attr("lang", "sv").with(hit.name.clone()))
            .with(el("span").class("search__within").attr("lang", "sv").with(within))
    }

    fn finish(self, code: AreaCode, take: &Act<AreaCode>) {
        self.typed.set(String::new());
        self.is_open.set(false);
        self.pointed.set(0);
        take.run(code);
    }

    fn answer(self, event: &KeyboardEvent, take: &Act<AreaCode>) {
        let hits = self.hits.get_untracked();
        let n_hits = hits.len();
        match event.key().as_str() {
            key @ ("ArrowDown" | "ArrowUp") if n_hits > 0 => {
                event.prevent_default();
                if !self.is_open.get_untracked() {
                    self.is_open.set(true);
                } else {
                    let step = if key == "ArrowDown" { 1 } else { n_hits - 1 };
                    self.pointed.set((self.pointed.get_untracked() + step) % n_hits);
                }
            }
            "Enter" => {
                event.prevent_default();
                if let Some(hit) = hits.get(self.pointed.get_untracked()) {
                    self.finish(hit.code.clone(), take);
                }
            }
            "Escape" => {
                if self.is_open.get_untracked() && !self.typed.with_untracked(String::is_empty) {
                    event.prevent_default();
                    self.is_open.set(false);
                } else {
                    self.typed.set(String::new());
                }
            }
            _ => {}
        }
    }
}
