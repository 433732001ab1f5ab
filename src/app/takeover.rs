//! Takes over from the static page without a jump.
//!
//! The application is built in an element of its own that is not yet in the document. When its first page has its data,
//! that element takes the static one's place in one frame; scroll position, focus and open sections stay. There is no
//! hydration: a difference between the two would then be an error, here it is only a difference. Parts that wait to be
//! built (components/later.rs) keep what the static page has in them.

use super::document::document;
use super::later::WAITING;
use crate::components::browser::after;
use crate::components::later::Later;
use crate::markup::Markup;
use leptos::mount::mount_to_renderer;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, HtmlElement};

/// The id of the element that holds the page.
const ROOT: &str = "app";

/// Builds the application and puts it in place when it says that it is ready, by calling what `build` is given. Not in the
/// task in which the program itself began, which is long enough on a slow device.
pub(super) fn mount(build: impl FnOnce(Ready) -> Markup + 'static) {
    after(Duration::ZERO, move || {
        let Some(document) = document() else { return };
        let Ok(root) = document.create_element("div") else { return };
        let ready = Ready { document, root: root.clone(), later: Later::new() };
        // The application lives as long as the page.
        mount_to_renderer(&root, move || build(ready)).forget();
    });
}

/// Lets the application take its place.
#[derive(Clone)]
pub(super) struct Ready {
    document: Document,
    root: Element,
    /// What waits until then.
    pub(super) later: Later,
}

impl Ready {
    /// In the next frame, when what was built last is in the element too.
    pub(super) fn now(&self) {
        if self.root.is_connected() {
            return;
        }
        let Self { document, root, later } = self.clone();
        let in_frame = Closure::once_into_js(move || replace(&document, &root, later));
        if let Some(window) = web_sys::window() {
            let _ = window.request_animation_frame(in_frame.unchecked_ref());
        }
    }
}

/// Replaces the static page, once.
fn replace(document: &Document, new: &Element, later: Later) {
    if new.is_connected() {
        return;
    }
    let Some(old) = document.get_element_by_id(ROOT) else { return };
    let reading = Reading::of(document, &old);
    let scroll =
        web_sys::window().map(|window| (window.scroll_x().unwrap_or(0.0), window.scroll_y().unwrap_or(0.0)));

    let heights = heights(&old);
    for part in later.end() {
        match (old.query_selector(&format!("#{}", part.id)), new.query_selector(&format!("#{}", part.id))) {
            (Ok(Some(old)), Ok(Some(new))) => {
                while let Some(child) = old.first_child() {
                    let _ = new.append_child(&child);
                }
                if !part.is_kept {
                    WAITING.with_borrow_mut(|waiting| waiting.push(part));
                }
            }
            _ => part.is_due.try_set(true),
        }
    }

    new.set_id(ROOT);
    if let Some(parent) = old.parent_node() {
        let _ = parent.replace_child(new, &old);
    }
    if let Some(root) = document.document_element() {
        let _ = root.class_list().remove_1("static");
    }
    hand_on(document, &heights);
    if let (Some(window), Some((x, y))) = (web_sys::window(), scroll) {
        window.scroll_to_with_x_and_y(x, y);
    }
    reading.go_on(document);
    crate::components::marks::mark_when_drawn("app:ready");
}

/// What the reader has opened, and where the focus is, in a part of the page that gives way to another.
pub(super) struct Reading {
    open: Vec<String>,
    focused: Option<String>,
}

impl Reading {
    pub(super) fn of(document: &Document, part: &Element) -> Self {
        let focused = document.active_element().filter(|focused| part.contains(Some(focused)));
        let open = elements(part, "details[open][id]").iter().map(Element::id).collect();
        Self { open, focused: focused.map(|focused| focused.id()).filter(|id| !id.is_empty()) }
    }

    /// The same in the part that has taken its place.
    pub(super) fn go_on(self, document: &Document) {
        for id in self.open {
            if let Some(section) = document.get_element_by_id(&id) {
                let _ = section.set_attribute("open", "");
            }
        }
        let again = self.focused.and_then(|id| document.get_element_by_id(&id));
        if let Some(again) = again.and_then(|again| again.dyn_into::<HtmlElement>().ok()) {
            let _ = again.focus();
        }
    }
}

/// How high the page's sections are.
fn heights(within: &Element) -> Vec<(String, i32)> {
    let sections = elements(within, "section[id]").into_iter();
    sections
        .filter_map(|section| Some((section.id(), section.dyn_into::<HtmlElement>().ok()?.offset_height())))
        .collect()
}

/// A section that is not in view is not laid out before it is; until then it is as high as the one that it replaces, so
/// that what is in view stays where it is.
fn hand_on(document: &Document, heights: &[(String, i32)]) {
    for (id, height) in heights {
        let section =
            document.get_element_by_id(id).and_then(|section| section.dyn_into::<HtmlElement>().ok());
        if let Some(section) = section {
            let _ = section.style().set_property("contain-intrinsic-block-size", &format!("auto {height}px"));
        }
    }
}

fn elements(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = within.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|position| list.get(position)?.dyn_into().ok()).collect()
}
