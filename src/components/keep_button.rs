//! "Take along": puts a figure into the basket, which goes with the address from page to page.

use super::embed_choice::Embeddable;
use super::framed::whole_view;
use super::site::use_site;
use crate::markup::{Live, Markup, el, live};
use crate::route::{Kept, MOST_KEPT, Page, Route};
use leptos::prelude::untrack;

/// The button under a figure; nothing where figures cannot be carried along.
pub fn keep_button(of: Live<Embeddable>) -> Markup {
    let site = use_site();
    let Some(keeping) = site.keeping.clone() else { return Markup::Nothing };
    let t = &site.text().basket;
    let language = site.language;
    // As the explorer shows it, which has all shapes.
    let figure = move || {
        let Embeddable { shown, view } = of.get();
        Kept::of(&whole_view(&Route { language, page: Page::Embed(shown), view }))
    };
    let content = live(move || {
        let (kept, own) = (keeping.kept.get(), figure());
        let own_note = |other: &Kept| other.view == own.view;
        if kept.iter().any(own_note) {
            return Markup::from(t.kept);
        }
        if kept.len() >= MOST_KEPT {
            return Markup::from((t.full)(MOST_KEPT));
        }
        let keeping = keeping.clone();
        let press = move || {
            let mut kept = untrack(|| keeping.kept.get());
            kept.push(own.clone());
            keeping.put.run(kept);
        };
        el("button").attr("type", "button").class("link-button").when("click", press).with(t.keep).into()
    });
    el("p").class("figure__keep needs-program").attr("role", "status").with(content).into()
}
