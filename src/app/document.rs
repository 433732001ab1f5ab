//! The parts of the document outside the application's element: language, title, links, light or dark, focus.

use super::history::History;
use crate::components::browser::after;
use crate::markup::{Live, RwSignal};
use crate::pages::head::Head;
use crate::route::{ColorScheme, Route};
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, HtmlElement};

/// Writes a page's head: language, title, description, canonical address.
pub(super) fn apply(head: &Head, history: History) {
    let Some(document) = document() else { return };
    document.set_title(&head.title);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", head.language.tag());
    }
    set(&document, "meta[name=description]", "content", &head.description);
    let canonical = document.query_selector("link[rel=canonical]").ok().flatten();
    if let Some(link) = canonical {
        // The origin that the site was published for stands there already; search engines want it.
        let published = link.get_attribute("href").unwrap_or_default();
        let path = history.route.get_untracked().path();
        let _ = link.set_attribute("href", &format!("{}{path}", origin(&published)));
    }
}

/// Scheme and host of an address; nothing of a path.
fn origin(address: &str) -> &str {
    let host = address.find("://").map(|at| at + 3);
    let end = host.and_then(|host| Some(host + address.get(host..)?.find('/')?));
    end.and_then(|end| address.get(..end)).unwrap_or_default()
}

/// Light or dark, when the reader chose; else as the device says.
pub(super) fn apply_color_scheme(scheme: Option<ColorScheme>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let _ = match scheme {
        Some(scheme) => root.set_attribute("data-theme", scheme.id()),
        None => root.remove_attribute("data-theme"),
    };
}

/// Whether the page is dark now, by choice or by device.
pub(super) fn is_dark(route: RwSignal<Arc<Route>>) -> Live<bool> {
    let query = web_sys::window().and_then(|w| w.match_media("(prefers-color-scheme: dark)").ok().flatten());
    let device = RwSignal::new(query.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(query) = query {
        let asked = query.clone();
        let changed = Closure::<dyn FnMut()>::new(move || device.set(asked.matches()));
        let _ = query.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
        changed.forget();
    }
    Live::new(move || match route.get().view.color_scheme {
        Some(scheme) => scheme == ColorScheme::Dark,
        None => device.get(),
    })
}

/// Moves the focus to the page's heading, when it is there: in the task after the page was built.
pub(super) fn focus_heading() {
    after(Duration::ZERO, || {
        let heading = document().and_then(|document| document.query_selector("h1").ok().flatten());
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            let _ = heading.focus();
        }
    });
}

/// Loads the page anew, which brings it to the newest edition.
pub(super) fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Whether the browser says that there is no connection.
pub(super) fn is_offline() -> Live<bool> {
    let Some(window) = web_sys::window() else { return Live::fixed(false) };
    let offline = RwSignal::new(!window.navigator().on_line());
    for (event, state) in [("online", false), ("offline", true)] {
        let changed = Closure::<dyn FnMut()>::new(move || offline.set(state));
        let _ = window.add_event_listener_with_callback(event, changed.as_ref().unchecked_ref());
        changed.forget();
    }
    Live::new(move || offline.get())
}

/// What a `<meta>` element of the document says.
pub(super) fn meta(name: &str) -> Option<String> {
    let element = document()?.query_selector(&format!("meta[name={name}]")).ok()??;
    let content = element.dyn_into::<web_sys::HtmlMetaElement>().ok()?.content();
    (!content.is_empty()).then_some(content)
}

/// The document, in a browser.
pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn set(document: &Document, selector: &str, attribute: &str, value: &str) {
    if let Ok(Some(element)) = document.query_selector(selector) {
        let _ = element.set_attribute(attribute, value);
    }
}
