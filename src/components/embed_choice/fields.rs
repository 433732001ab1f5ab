//! The fields of the chooser.

use super::Choice;
use crate::components::browser::typed_value;
use crate::components::site::Site;
use crate::markup::{Element, Markup, RwSignal, el, words};
use crate::model::Language;
use leptos::prelude::untrack;
use web_sys::Event;

pub(super) fn copy(label: &'static str, done: &'static str, read: impl Fn() -> String + 'static) -> Element {
    let copied = RwSignal::new(false);
    let press = move || {
        if let Some(window) = web_sys::window() {
            let _ = window.navigator().clipboard().write_text(&untrack(&read));
            copied.set(true);
        }
    };
    let status = words(move || if copied.get() { done.to_owned() } else { String::new() });
    el("p")
        .with(el("button").attr("type", "button").class("button").when("click", press).with(label))
        .with(" ")
        .with(el("span").attr("role", "status").with(status))
}

pub(super) fn option((id, name, is_chosen): (&'static str, String, bool)) -> Element {
    el("option").attr("value", id).attr("selected", is_chosen).with(name)
}

pub(super) fn languages(own: Language) -> Markup {
    let options = Language::ALL.map(|language| {
        let name = match language {
            Language::Sv => "Svenska",
            Language::En => "English",
        };
        option((language.tag(), name.to_owned(), language == own)).attr("lang", language.tag())
    });
    Vec::from(options).into()
}

pub(super) fn schemes(site: &Site) -> Markup {
    let t = site.text();
    let options = [("", t.appearance_auto), ("light", t.appearance_light), ("dark", t.appearance_dark)];
    Vec::from(options.map(|(id, name)| option((id, name.to_owned(), id.is_empty())))).into()
}

pub(super) fn two(first: &'static str, second: &'static str) -> Markup {
    vec![option(("0", first.to_owned(), true)), option(("1", second.to_owned(), false))].into()
}

pub(super) fn select(label: &'static str, options: Markup, choose: impl Fn(String) + 'static) -> Element {
    el("label").class("field").with(el("span").class("field__label").with(label)).with(
        el("select")
            .class("select")
            .on("change", move |event: Event| choose(typed_value(&event)))
            .with(options),
    )
}

pub(super) fn check(label: &'static str, choose: impl Fn(bool) + 'static) -> Element {
    let changed = move |event: Event| {
        let is_on = event.target().map(|target| js_sys::Reflect::get(&target, &"checked".into()));
        choose(is_on.and_then(Result::ok).is_some_and(|is_on| is_on.is_truthy()));
    };
    el("label")
        .class("embed__check")
        .with(el("input").attr("type", "checkbox").on("change", changed))
        .with(el("span").with(label))
}

pub(super) fn height_field(label: &'static str, hint: &'static str, choice: RwSignal<Choice>) -> Element {
    let typed = move |event: Event| {
        let height = typed_value(&event).parse().ok().filter(|height| (100..=4000).contains(height));
        choice.update(|choice| choice.height = height);
    };
    el("label").class("field").with(el("span").class("field__label").with(label)).with(
        el("input")
            .class("input")
            .attr("type", "number")
            .attr("min", "100")
            .attr("max", "4000")
            .attr("step", "10")
            .attr("placeholder", hint)
            .on("input", typed),
    )
}
