//! The address bar: where the reader is, and how to go elsewhere without loading the page anew.

use super::{Program, document, inside};
use crate::components::browser::after;
use crate::components::site::Entry;
use crate::markup::RwSignal;
use crate::route::{Page, Repair, Route, View};
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, MouseEvent};

/// The address as signals.
#[derive(Clone, Copy)]
pub(super) struct History {
    /// Whose pages links may lead to without loading anew.
    program: &'static Program,
    /// Where the reader is.
    pub(super) route: RwSignal<Arc<Route>>,
    /// What of the address could not be read.
    pub(super) repairs: RwSignal<Vec<Repair>>,
    /// Whether another page was asked for and has not been shown yet.
    arriving: RwSignal<bool>,
    /// Whether the address bar is behind the view.
    is_due: RwSignal<bool>,
}

/// How long the address bar may be behind the view.
const PAUSE: Duration = Duration::from_millis(250);

impl History {
    /// Reads the address, and follows it from now on: back and forward, and links inside the site.
    pub(super) fn new(program: &'static Program) -> Self {
        let (route, repairs) = Route::parse(&address());
        let history = Self {
            program,
            route: RwSignal::new(Arc::new(route)),
            repairs: RwSignal::new(repairs),
            arriving: RwSignal::new(false),
            is_due: RwSignal::new(false),
        };
        let Some(window) = web_sys::window() else { return history };
        let back_or_forward = Closure::<dyn FnMut()>::new(move || {
            let (route, repairs) = Route::parse(&address());
            let is_other_page = history.route.with_untracked(|old| old.page != route.page);
            history.is_due.set(false);
            history.arriving.set(is_other_page);
            history.repairs.set(repairs);
            history.route.set(Arc::new(route));
        });
        let clicked = Closure::<dyn FnMut(MouseEvent)>::new(move |event: MouseEvent| history.follow(&event));
        let _ = window.add_event_listener_with_callback("popstate", back_or_forward.as_ref().unchecked_ref());
        let _ = window.add_event_listener_with_callback("click", clicked.as_ref().unchecked_ref());
        // The two live as long as the page.
        back_or_forward.forget();
        clicked.forget();
        history
    }

    /// Shows another view of the same page.
    pub(super) fn show(self, view: View, entry: Entry) {
        let before = self.route.get_untracked();
        let mut route = before.with_view(view);
        super::carry(&mut route, &before);
        if route != *before {
            match entry {
                Entry::Push => {
                    self.write_now();
                    write(&route, entry);
                }
                Entry::Replace => self.write_soon(),
            }
            self.repairs.set(Vec::new());
            self.route.set(Arc::new(route));
        }
    }

    /// Puts the newest view in the address bar when the reader has stopped changing it: writing the address takes the
    /// browser longer than a new year on the map, and some allow only so many changes in a while.
    fn write_soon(self) {
        if self.is_due.try_get_untracked().unwrap_or(true) {
            return;
        }
        self.is_due.set_untracked(true);
        after(PAUSE, move || self.write_now());
    }

    fn write_now(self) {
        if self.is_due.try_get_untracked().unwrap_or(false) {
            self.is_due.set_untracked(false);
            write(&self.route.get_untracked(), Entry::Replace);
        }
    }

    /// The page that was asked for is there: its heading takes the focus, so that a screen reader starts with it.
    pub(super) fn arrived(self) {
        if self.arriving.get_untracked() {
            self.arriving.set(false);
            document::focus_heading();
        }
    }

    /// Puts the right form of the same address in the bar.
    pub(super) fn correct(self, route: &Route) {
        if route.to_string() != address() {
            write(route, Entry::Replace);
            self.route.set_untracked(Arc::new(route.clone()));
        }
    }

    /// Follows a link inside the site, unless the reader asked for a new tab or the browser is to do it.
    fn follow(self, event: &MouseEvent) {
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(link) = target.and_then(|target| target.closest("a[href]").ok().flatten()) else { return };
        let href = link.get_attribute("href").unwrap_or_default();
        if !href.starts_with('/') || link.has_attribute("download") || link.has_attribute("target") {
            return;
        }
        let from = self.route.get_untracked();
        let Some(route) = inside(self.program, &href, &from) else {
            return load_with_basket(event, &href, &from);
        };
        event.prevent_default();
        if route.page == from.page && route.language == from.language {
            // Another view of this page: the reader stays where they are on it.
            return self.show(route.view, Entry::Push);
        }
        self.write_now();
        write(&route, Entry::Push);
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        self.arriving.set(true);
        self.repairs.set(Vec::new());
        self.route.set(Arc::new(route));
    }
}

/// Follows a link to a page of another program with what the reader has taken along; without that the browser does it.
fn load_with_basket(event: &MouseEvent, href: &str, from: &Route) {
    let (mut route, _) = Route::parse(href);
    super::carry(&mut route, from);
    // What is no page is a file.
    if from.view.basket.is_empty() || route.view.basket.is_empty() || matches!(route.page, Page::NotFound(_))
    {
        return;
    }
    if let Some(window) = web_sys::window() {
        event.prevent_default();
        let fragment = href.split_once('#').map_or_else(String::new, |(_, fragment)| format!("#{fragment}"));
        let _ = window.location().set_href(&format!("{route}{fragment}"));
    }
}

/// Path and query as they stand in the bar.
pub(super) fn address() -> String {
    if let Some(address) = own_address() {
        return address;
    }
    let location = web_sys::window().map(|window| window.location());
    let part = |part: Option<Result<String, JsValue>>| part.and_then(Result::ok).unwrap_or_default();
    let path = part(location.as_ref().map(web_sys::Location::pathname));
    let query = part(location.as_ref().map(web_sys::Location::search));
    format!("{path}{query}")
}

/// The address that a page in a file of its own was made from.
fn own_address() -> Option<String> {
    document::meta("lagesbild-address")
}

fn write(route: &Route, entry: Entry) {
    // A file on a disk has no address to write.
    if own_address().is_some() {
        return;
    }
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    let address = route.to_string();
    // A browser that limits how often the address may change (one does while a slider is dragged) keeps the old one
    // until the next change; the page itself is not affected.
    let _ = match entry {
        Entry::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        Entry::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
}
