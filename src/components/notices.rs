//! What a page says when something is not as it should be. Each notice says what happened and offers a way on; the
//! rest of the page keeps working.

use super::site::use_site;
use crate::error::LoadError;
use crate::i18n::text::Text;
use crate::markup::{Act, Live, Markup, el, live, several};
use crate::route::Repair;

/// Something could not be loaded: why, and a button that tries again.
pub fn problem(error: &LoadError, retry: Act<()>) -> Markup {
    problem_in(use_site().text(), error, retry)
}

/// The same in a language, where there is no site yet.
pub fn problem_in(t: &'static Text, error: &LoadError, retry: Act<()>) -> Markup {
    let button = el("button").attr("type", "button").class("button").when("click", move || retry.run(()));
    el("div")
        .class("notice")
        .attr("role", "alert")
        .with(el("p").with((t.load_error)(error)))
        .with(button.with(t.retry))
        .into()
}

/// Something to know before reading on.
pub fn notice(words: &str) -> Markup {
    el("div").class("notice").attr("role", "status").with(el("p").with(words.to_owned())).into()
}

/// Parts of the address that could not be used.
pub fn repairs(repairs: Live<Vec<Repair>>) -> Markup {
    let t = use_site().text();
    live(move || {
        let repairs = repairs.get();
        let sentences = several(repairs.iter().map(|repair| el("p").with((t.repair)(repair))));
        (!repairs.is_empty()).then(|| el("div").class("notice").attr("role", "status").with(sentences))
    })
}

/// Holds the place of something on its way, as high as the class says, so that nothing moves when it comes.
pub fn skeleton(class: &'static str) -> Markup {
    el("div")
        .class(format!("skeleton {class}"))
        .attr("role", "status")
        .with(el("span").class("skeleton__word").with(use_site().text().loading))
        .into()
}

/// A newer edition has been published while the page was open: the page keeps its own until it is loaded again.
pub fn newer_notice(is_newer: Live<bool>, reload: Act<()>) -> Markup {
    let t = use_site().text();
    let notice = move || {
        let reload = reload.clone();
        is_newer.get().then(|| {
            let button = el("button").attr("type", "button").class("button button--quiet");
            el("p")
                .class("notice notice--bar")
                .with(t.newer_edition)
                .with(" ")
                .with(button.when("click", move || reload.run(())).with(t.reload))
        })
    };
    el("div").attr("role", "status").with(live(notice)).into()
}

/// There is no connection. Shown by the application when the browser says so.
pub fn offline_notice(is_offline: Live<bool>) -> Markup {
    let t = use_site().text();
    let notice = move || is_offline.get().then(|| el("p").class("notice notice--bar").with(t.offline));
    el("div").attr("role", "status").with(live(notice)).into()
}
