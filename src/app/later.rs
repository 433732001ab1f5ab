//! What a long page does after it is there, a little at a time: parts that wait are built (components/later.rs), those
//! in view first, and what is far below is laid out.
//!
//! Such parts are not laid out before they come near (style/layout.css), so that a long page shows early. Once it is
//! there, the rest follows, so that searching, jumping and printing find it as it is.

use super::document::document;
use super::takeover::Reading;
use crate::components::browser::after;
use crate::components::later::{WAITS, Waiting};
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, HtmlElement, Node};

/// The first part that is not laid out yet.
const NEXT: &str = ":is(.row, .step):not([style*=\"content-visibility\"])";

/// How many parts are laid out at a time, how long the page has for itself first, and the reader between two times.
const AT_A_TIME: usize = 3;
const FIRST: Duration = Duration::from_millis(150);
const BETWEEN: Duration = Duration::from_millis(16);

thread_local! {
    /// The parts that keep what the static page had in them, in the page's order.
    pub(super) static WAITING: RefCell<Vec<Waiting>> = const { RefCell::new(Vec::new()) };
}

/// Begins with it.
pub(super) fn follow_up() {
    after(FIRST, go_on);
}

fn go_on() {
    let Some(document) = document() else { return };
    if build_next(&document) || lay_out_next(&document) {
        after(BETWEEN, go_on);
    }
}

/// Builds a part that waits: the first that is not above what is in view, or else the first. Says whether there was one.
fn build_next(document: &Document) -> bool {
    let place = |part: &Waiting| {
        let section = document.get_element_by_id(&part.id)?.dyn_into::<HtmlElement>().ok()?;
        section.has_attribute(WAITS).then_some(section)
    };
    let next = WAITING.with_borrow_mut(|waiting| {
        let is_below = |part: &Waiting| {
            place(part).is_some_and(|section| section.get_bounding_client_rect().bottom() > 0.0)
        };
        let at = waiting.iter().position(is_below).unwrap_or(0);
        (at < waiting.len()).then(|| waiting.remove(at))
    });
    let Some(part) = next else { return false };
    // A page that has gone meanwhile has none of it.
    if let Some(section) = place(&part) {
        build(document.clone(), section, part);
    }
    true
}

/// The built part takes the place of what was there within one task, so that no frame has both or neither.
fn build(document: Document, section: HtmlElement, part: Waiting) {
    let reading = Reading::of(&document, &section);
    // The first child is the program's own mark, before which it builds.
    let mut still = Vec::new();
    let mut next = section.first_child().and_then(|mark| mark.next_sibling());
    while let Some(node) = next {
        next = node.next_sibling();
        still.push(node);
    }
    part.is_due.try_set(true);
    spawn_local(async move {
        leptos::task::tick().await;
        still.iter().for_each(|node: &Node| {
            let _ = section.remove_child(node);
        });
        let _ = section.remove_attribute(WAITS);
        let _ = section.style().set_property("content-visibility", "visible");
        reading.go_on(&document);
    });
}

/// Lays out some parts. Says whether there were any.
fn lay_out_next(document: &Document) -> bool {
    for at in 0..AT_A_TIME {
        let next = document.query_selector(NEXT).ok().flatten();
        let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) else { return at > 0 };
        let _ = next.style().set_property("content-visibility", "visible");
    }
    true
}
