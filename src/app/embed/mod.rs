//! Figures in other people's pages: a program for each kind, so that none loads what it does not show. Nothing is
//! stored, the address is never changed, and the frame's height is told by `frame.js`, which works without a program.

mod charts;
mod fill;
mod line;
mod map;
mod place;

use super::document;
use super::load::{Basics, Loader};
use super::takeover::{self, Ready};
use crate::components::framed::{framed_missing, framed_problem};
use crate::components::loaded::Loaded;
use crate::components::site::{Entry, Navigate, Site};
use crate::markup::{Act, Live, Markup, RwSignal, el, follow, live};
use crate::model::{AreaCode, Level};
use crate::route::{EmbedView, MOST_AREAS, Page, Route, View};
use fill::fill;
use leptos::prelude::provide_context;
use std::sync::Arc;
use wasm_bindgen::JsValue;

pub use charts::run as run_charts;
pub use line::run as run_line;
pub use map::run as run_map;
pub use place::run as run_place;

/// What a framed figure has at hand.
#[derive(Clone)]
struct App {
    route: RwSignal<Arc<Route>>,
    loader: Loader,
    ready: Ready,
}

/// A figure over what it fetches.
type Figure = fn(&App, &Arc<Basics>) -> Markup;

/// Starts a program that shows one kind of figure.
fn start(figure: Figure) {
    console_error_panic_hook::set_once();
    takeover::mount(move |ready| app(ready, figure));
}

fn app(ready: Ready, figure: Figure) -> Markup {
    let (route, _) = Route::parse(&super::history::address());
    let loader = Loader::new(route.view.edition.clone());
    let app = App { route: RwSignal::new(Arc::new(route)), loader, ready };
    let route = app.route;
    let basics = app.loader.basics();
    let is_dark = document::is_dark(route);
    let content = live(move || match basics.state.get() {
        Loaded::Loading => Markup::Nothing,
        Loaded::Failed(error) => {
            app.ready.now();
            framed_problem(&route.get_untracked(), &error, basics.retry.clone())
        }
        Loaded::Ready(basics) => {
            provide_context(site(&basics, route, is_dark.clone()));
            provide_context(Navigate(Act::new(move |(view, _): (View, Entry)| show(route, view))));
            let here = route.get_untracked();
            let asked = here.view.indicator.as_deref();
            if let Some(slug) = asked.filter(|slug| basics.catalogue.indicator(slug).is_none()) {
                app.ready.now();
                return framed_missing(&here, slug);
            }
            figure(&app, &basics)
        }
    });
    el("main").class("main").id("main").with(content).into()
}

impl App {
    fn route(&self) -> Live<Route> {
        let route = self.route;
        Live::new(move || Route::clone(&route.get()))
    }

    /// The figure takes the static one's place when what it needs is here or known not to come.
    fn ready_when<T: 'static>(&self, arriving: Live<Loaded<T>>) {
        let ready = self.ready.clone();
        follow(move || {
            if !matches!(arriving.get(), Loaded::Loading) {
                ready.now();
            }
        });
    }

    /// Takes an area that the reader searched for into the figure.
    fn add_area(&self) -> Act<AreaCode> {
        let route = self.route;
        Act::new(move |code: AreaCode| {
            let mut view = route.get_untracked().view.clone();
            if view.areas.len() < MOST_AREAS && !view.areas.contains(&code) {
                view.areas.push(code);
                show(route, view);
            }
        })
    }

    /// What the address shows, in the shape that its path names.
    fn view(&self) -> Live<View> {
        let route = self.route;
        Live::new(move || {
            let route = route.get();
            let shape = match route.page {
                Page::Embed(EmbedView::Shape(shape)) => Some(shape),
                _ => None,
            };
            View { shape, ..route.view.clone() }
        })
    }
}

/// The level itself, the country beside it, and those of the areas that are chosen.
fn levels(view: &View, level: Level) -> Vec<Level> {
    let mut levels = vec![Level::Nation, level];
    levels.extend(view.areas.iter().map(AreaCode::level));
    levels.sort_unstable();
    levels.dedup();
    levels
}

/// Shows another view. The frame's address stays as the host wrote it; the host is told of areas that come and go.
fn show(route: RwSignal<Arc<Route>>, view: View) {
    let before = route.get_untracked();
    let has = |view: &View, area: &AreaCode| view.areas.contains(area);
    let taken = view.areas.iter().find(|area| !has(&before.view, area));
    let left = before.view.areas.iter().find(|area| !has(&view, area));
    for (name, area) in [("area.select", taken), ("area.deselect", left)] {
        if let Some(area) = area {
            tell(name, area);
        }
    }
    route.set(Arc::new(before.with_view(view)));
}

/// Tells the script that speaks with the host what happened.
fn tell(name: &str, area: &AreaCode) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&JsValue::from_str(&format!(r#"{{"name":"{name}","area":"{area}"}}"#)));
    let event = web_sys::CustomEvent::new_with_event_init_dict("lagesbild:event", &init);
    if let (Some(document), Ok(event)) = (document::document(), event) {
        let _ = document.dispatch_event(&event);
    }
}

fn site(basics: &Basics, route: RwSignal<Arc<Route>>, is_dark: Live<bool>) -> Site {
    let now = route.get_untracked();
    Site {
        language: now.language,
        catalogue: basics.catalogue.clone(),
        edition: basics.edition.clone(),
        data_base: basics.data_base.clone(),
        places: basics.places.clone(),
        small_areas: RwSignal::new(Vec::new()),
        color_scheme: Live::new(move || route.get().view.color_scheme),
        is_dark,
        is_static: false,
        keeping: None,
        beside: None,
        still_map: None,
        fill: now.view.frame.fits_frame.then_some(fill),
    }
}
