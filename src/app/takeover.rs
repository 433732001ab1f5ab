//! Takes over from the static page without a jump.
//!
//! The application is built in an element of its own that is not yet in the document. When its first page has its data,
//! that element takes the static one's place in one frame; scroll position, focus and open sections stay. There is no
//! hydration: a difference between the two would then be an error, here it is only a difference.

use super::document::document;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::web_sys::{self, Document, Element, HtmlElement};
use wasm_bindgen::JsCast;

/// The id of the element that holds the page.
const ROOT: &str = "app";

/// Builds the application and puts it in place when it says that it is ready.
pub(super) fn mount<V: IntoView + 'static>(build: impl FnOnce(Callback<()>) -> V + 'static) {
    let Some(document) = document() else { return };
    let Some(root) = document.create_element("div").ok().and_then(|root| root.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let new_root = root.clone();
    let ready = move || {
        let (document, root) = (document.clone(), new_root.clone());
        // In the next frame, when what was built last is in the element too.
        request_animation_frame(move || replace(&document, &root));
    };
    let ready = StoredValue::new_local(ready);
    let handle = mount_to(root, move || build(Callback::new(move |()| ready.with_value(|ready| ready()))));
    // The application lives as long as the page.
    handle.forget();
}

/// Replaces the static page, once.
fn replace(document: &Document, new: &HtmlElement) {
    if new.is_connected() {
        return;
    }
    let Some(old) = document.get_element_by_id(ROOT) else { return };
    let focused =
        document.active_element().filter(|focused| old.contains(Some(focused))).map(|focused| focused.id());
    let open: Vec<String> = elements(&old, "details[open][id]").iter().map(Element::id).collect();
    let scroll =
        web_sys::window().map(|window| (window.scroll_x().unwrap_or(0.0), window.scroll_y().unwrap_or(0.0)));

    new.set_id(ROOT);
    if let Some(parent) = old.parent_node() {
        let _ = parent.replace_child(new, &old);
    }
    if let Some(root) = document.document_element() {
        let _ = root.class_list().remove_1("static");
    }
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

fn elements(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = within.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|position| list.get(position)?.dyn_into().ok()).collect()
}
