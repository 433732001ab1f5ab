//! "Take along": puts a figure into the basket, which goes with the address from page to page.

use super::embed_choice::Embeddable;
use super::framed::whole_view;
use super::site::use_site;
use crate::markup::{Live, Markup, Memo, el, live};
use crate::route::{Kept, MOST_KEPT, Page, Route};
use leptos::prelude::untrack;

/// The button under a figure; nothing where figures cannot be carried along, and for those of one place.
pub fn keep_button(of: Live<Embeddable>) -> Markup {
    let site = use_site();
    let Some(keeping) = site.keeping.clone() else { return Markup::Nothing };
    // The basket shows what the explorer has, which no figure of a single place is.
    if untrack(|| of.get()).shown.is_of_place() {
        return Markup::Nothing;
    }
    let t = &site.text().basket;
    let language = site.language;
    // As the explorer shows it, which has all shapes.
    let figure = move || {
        let Embeddable { shown, view } = of.get();
        Kept::of(&whole_view(&Route { language, page: Page::Embed(shown), view }))
    };
    let own = Memo::new(move |_| figure());
    let all = keeping.kept.clone();
    // Kept, so that the button stays while the figure changes.
    let room = Memo::new(move |_| {
        let (kept, own) = (all.get(), own.get());
        if kept.iter().any(|other: &Kept| other.view == own.view) {
            Room::Taken
        } else if kept.len() >= MOST_KEPT {
            Room::Full
        } else {
            Room::Free
        }
    });
    let content = live(move || {
        let keeping = keeping.clone();
        let press = move || {
            let mut kept = untrack(|| keeping.kept.get());
            kept.push(own.get_untracked());
            keeping.put.run(kept);
        };
        match room.get() {
            Room::Taken => Markup::from(t.kept),
            Room::Full => Markup::from((t.full)(MOST_KEPT)),
            Room::Free => el("button")
                .attr("type", "button")
                .class("link-button")
                .when("click", press)
                .with(t.keep)
                .into(),
        }
    });
    el("p").class("figure__keep needs-program").attr("role", "status").with(content).into()
}

/// Whether a figure can be put into the basket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    Free,
    /// By as many figures as it holds.
    Full,
    /// By this very figure.
    Taken,
}
