//! The application in the browser: reads the address, fetches what the page shows, and takes over from the static page
//! when everything is there.

mod basket;
mod compare;
mod document;
pub mod embed;
mod explored;
mod exploring;
mod history;
mod indicator;
mod later;
mod load;
mod place;
mod reading;
mod remote;
mod start;
mod tables;
mod takeover;
mod verify;

pub use basket::BASKET;
pub use exploring::EXPLORING;
pub use reading::READING;
pub use start::START;

use crate::components::footer::footer;
use crate::components::header::header;
use crate::components::loaded::Loaded;
use crate::components::notices::{newer_notice, offline_notice, problem_in};
use crate::components::site::{Beside, Entry, Keeping, Navigate, Site};
use crate::error::LoadError;
use crate::export::check_code::CodeOf;
use crate::i18n::text::text;
use crate::markup::{Act, Live, Markup, Memo, RwSignal, el, follow, live, several};
use crate::model::Language;
use crate::pages::head::Head;
use crate::pages::not_found::not_found_page;
use crate::route::{Page, Route, View};
use history::History;
use leptos::prelude::*;
use load::{Basics, Loader};
use std::sync::Arc;
use takeover::Ready;

/// A program of the site: the pages that it has. Each page says in its head which program takes it over, so that nobody
/// waits for what another page needs; a link to a page of another program is followed by the browser.
pub struct Program {
    /// Whether a page is one of them.
    has: fn(&Page) -> bool,
    /// Makes the code in the corner of its pictures, where it has one.
    check_code: Option<CodeOf>,
    /// The page, over what it fetches; none where the edition does not have what it is about.
    page: fn(&App, &Arc<Basics>, &Page) -> Option<Markup>,
}

/// Starts a program. Called once, by its entry.
pub fn run(program: &'static Program) {
    console_error_panic_hook::set_once();
    takeover::mount(move |ready| app(program, ready));
}

/// What all pages have at hand.
#[derive(Clone)]
struct App {
    program: &'static Program,
    history: History,
    loader: Loader,
    /// Called when the first page has what it needs, or knows that it cannot have it.
    ready: Ready,
}

/// The whole application.
fn app(program: &'static Program, ready: Ready) -> Markup {
    let history = History::new(program);
    let route = history.route;
    // A page stays with one edition: that of its address, else that of the static page, else the newest. Where a figure
    // is checked the address names the figure's.
    let here = route.get_untracked();
    let own = here.view.edition.clone().filter(|_| here.page != Page::Verify);
    let pinned = own.or_else(|| document::meta("lagesbild-edition"));
    let app = App { program, history, loader: Loader::new(pinned), ready };
    provide_context(app.ready.later);
    let basics = app.loader.basics();
    let language = Memo::new(move |_| route.get().language);
    let is_offline = document::is_offline();
    let is_newer = app.loader.is_newer(Memo::new(move |_| route.get().page.clone()));
    let is_dark = document::is_dark(route);
    follow(move || document::apply_color_scheme(route.get().view.color_scheme));
    live(move || {
        let language = language.get();
        match basics.state.get() {
            Loaded::Loading => el("main").class("main").id("main").attr("aria-busy", "true").into(),
            Loaded::Failed(error) => {
                app.ready.now();
                bare_problem(language, &error, basics.retry.clone())
            }
            Loaded::Ready(basics) => {
                let history = app.history;
                let beside = Beside::all(app.program.check_code);
                provide_context(Site {
                    beside: Some(beside),
                    ..site(&basics, language, history, is_dark.clone())
                });
                provide_context(Navigate(Act::new(move |(view, entry)| history.show(view, entry))));
                provide_context(app.loader.ask_about());
                provide_context(app.loader.ask_parts());
                let page = current_page(app.clone(), basics);
                several([
                    header(&Live::new(move || Route::clone(&route.get()))),
                    offline_notice(is_offline.clone()),
                    newer_notice(is_newer.clone(), Act::new(|()| document::reload())),
                    el("main").class("main").id("main").with(page).into(),
                    footer(),
                ])
            }
        }
    })
}

impl App {
    /// The page that was asked for is there.
    fn settled(&self) {
        self.ready.now();
        self.history.arrived();
        later::follow_up();
    }

    fn language(&self) -> Language {
        self.history.route.get_untracked().language
    }
}

fn site(basics: &Basics, language: Language, history: History, is_dark: Live<bool>) -> Site {
    Site {
        language,
        catalogue: basics.catalogue.clone(),
        edition: basics.edition.clone(),
        data_base: basics.data_base.clone(),
        places: basics.places.clone(),
        small_areas: RwSignal::new(Vec::new()),
        color_scheme: Live::new(move || history.route.get().view.color_scheme),
        is_dark,
        is_static: false,
        keeping: Some(Keeping {
            kept: Live::new(move || history.route.get().view.basket.clone()),
            put: Act::new(move |basket| {
                let view = history.route.get_untracked().view.clone();
                history.show(View { basket, ..view }, Entry::Replace);
            }),
        }),
        beside: None,
        still_map: None,
        fill: None,
    }
}

/// The page that the address names. It is built anew when the page changes, and stays when only the view does.
fn current_page(app: App, basics: Arc<Basics>) -> Markup {
    let route = app.history.route;
    let page = Memo::new(move |_| route.get().page.clone());
    live(move || {
        let page = page.get();
        (app.program.page)(&app, &basics, &page).unwrap_or_else(|| not_found(&app, page))
    })
}

/// An address that names no page of the program.
fn not_found(app: &App, page: Page) -> Markup {
    document::apply(&Head::not_found(app.language()), app.history);
    app.settled();
    let asked = match page {
        Page::Municipality(place) | Page::County(place) => format!("{} {}", place.code, place.slug),
        _ => app.history.route.get_untracked().path(),
    };
    not_found_page(&asked)
}

/// What is shown when not even the catalogue can be had.
fn bare_problem(language: Language, error: &LoadError, retry: Act<()>) -> Markup {
    let t = text(language);
    let content = el("div")
        .class("unknown")
        .with(el("h1").attr("tabindex", "-1").with(t.site))
        .with(problem_in(t, error, retry));
    el("main").class("main").id("main").with(content).into()
}

/// What the reader has taken along goes with them to every page of the site.
fn carry(route: &mut Route, from: &Route) {
    if route.view.basket.is_empty() && route.page != Page::Basket && !route.page.is_embed() {
        route.view.basket = from.view.basket.clone();
    }
}

/// Where a link leads inside the program, with what is carried along.
fn inside(program: &Program, address: &str, from: &Route) -> Option<Route> {
    let (mut route, _) = Route::parse(address);
    // What is about the reader's eyes goes with them, and so does the edition that they read.
    route.view.color_scheme = route.view.color_scheme.or(from.view.color_scheme);
    route.view.edition = route.view.edition.or_else(|| from.view.edition.clone());
    carry(&mut route, from);
    (program.has)(&route.page).then_some(route)
}
