//! Takes over from the static page without a jump.
//!
//! The application is built in an element of its own that is not yet in the document. When its first page has its data,
//! that element takes the static one's place in one frame; scroll position, focus and open sections stay. There is no
//! hydration: a difference between the two would then be an error, here it is only a difference.

use super::document::document;
use crate::markup::Markup;
use leptos::mount::mount_to_renderer;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, HtmlElement};

/// The id of the element that holds the page.
const ROOT: &str = "app";

/// Builds the application and puts it in place when it says that it is ready, by calling what `build` is given.
pub(super) fn mount(build: impl FnOnce(Ready) -> Markup + 'static) {
    let Some(document) = document() else { return };
    let Ok(root) = document.create_element("div") else { return };
    let ready = Ready { document, root: root.clone() };
    // The application lives as long as the page.
    mount_to_renderer(&root, move || build(ready)).forget();
}

/// Lets the application take its place.
#[derive(Clone)]
pub(super) struct Ready {
    document: Document,
    root: Element,
}

impl Ready {
    /// In the next frame, when what was built last is in the element too.
    pub(super) fn now(&self) {
        if self.root.is_connected() {
            return;
        }
        let Self { document, root } = self.clone();
        let in_frame = Closure::once_into_js(move || replace(&document, &root));
        if let Some(window) = web_sys::window() {
            let _ = window.request_animation_frame(in_frame.unchecked_ref());
        }
    }
}

/// Replaces the static page, once.
fn replace(document: &Document, new: &Element) {
    if new.is_connected() {
        return;
    }
    let Some(old) = document.get_element_by_id(ROOT) else { return };
    let focused =
        document.active_element().filter(|focused| old.contains(Some(focused))).map(|focused| focused.id());
    let open: Vec<String> = elements(&old, "details[open][id]").iter().map(Element::id).collect();
    let scroll =
        web_sys::window().map(|window| (window.scroll_x().unwrap_or(0.0), window.scroll_y().unwrap_or(0.0)));

    let heights = heights(&old);

    new.set_id(ROOT);
    if let Some(parent) = old.parent_node() {
        let _ = parent.replace_child(new, &old);
    }
    if let Some(root) = document.document_element() {
        let _ = root.class_list().remove_1("static");
    }
    hand_on(document, &heights);
    for id in open {
        if let Some(section) = document.get_element_by_id(&id) {
            let _ = section.set_attribute("open", "");
        }
    }
    if let (Some(window), Some((x, y))) = (web_sys::window(), scroll) {
        window.scroll_to_with_x_and_y(x, y);
    }
    let again = focused.filter(|id| !id.is_empty()).and_then(|id| document.get_element_by_id(&id));
    if let Some(again) = again.and_then(|again| again.dyn_into::<HtmlElement>().ok()) {
        let _ = again.focus();
    }
    crate::components::marks::mark_when_drawn("app:ready");
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
