//! The application in the browser: reads the address, fetches what the page shows, and takes over from the static page
//! when everything is there.

mod document;
pub mod embed;
mod explored;
mod history;
mod load;
mod takeover;
mod verify;

use crate::components::exploration::ExplorationContent;
use crate::components::footer::footer;
use crate::components::header::header;
use crate::components::loaded::Loaded;
use crate::components::notices::{
    newer_notice, notice, offline_notice, problem, problem_in, repairs, skeleton,
};
use crate::components::site::{Beside, Navigate, Site};
use crate::error::LoadError;
use crate::i18n::text::text;
use crate::markup::{Act, Live, Markup, Memo, RwSignal, el, follow, live, several};
use crate::model::{AreaCode, Language, Level, Profile, Vintage};
use crate::pages::area::{AreaContent, area_page, position};
use crate::pages::area_types::area_types_page;
use crate::pages::compare::{CompareContent, compare_page};
use crate::pages::explore::explore_page;
use crate::pages::head::Head;
use crate::pages::indicator::indicator_page;
use crate::pages::not_found::not_found_page;
use crate::pages::place::{PlaceContent, place_page};
use crate::pages::start::start_page;
use crate::pages::verify::{VerifyContent, verify_page};
use crate::route::{Page, Repair, Route};
use explored::Explored;
use history::History;
use leptos::prelude::*;
use load::{Basics, Loader, Remote, USUAL};
use std::sync::Arc;
use takeover::Ready;

/// Starts the application. Called once, by the program's entry.
pub fn run() {
    console_error_panic_hook::set_once();
    takeover::mount(app);
}

/// What all pages have at hand.
#[derive(Clone)]
struct App {
    history: History,
    loader: Loader,
    /// Called when the first page has what it needs, or knows that it cannot have it.
    ready: Ready,
}

/// The whole application.
fn app(ready: Ready) -> Markup {
    let history = History::new();
    let route = history.route;
    // A page stays with one edition: that of its address, else that of the static page, else the newest. Where a figure
    // is checked the address names the figure's.
    let here = route.get_untracked();
    let own = here.view.edition.clone().filter(|_| here.page != Page::Verify);
    let pinned = own.or_else(|| load::meta("lagesbild-edition"));
    let app = App { history, loader: Loader::new(pinned), ready };
    let basics = app.loader.basics();
    let language = Memo::new(move |_| route.get().language);
    let is_offline = load::is_offline();
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
                provide_context(site(&basics, language, history, is_dark.clone()));
                provide_context(Navigate(Act::new(move |(view, entry)| history.show(view, entry))));
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
        beside: Some(Beside::all()),
        still_map: None,
    }
}

/// The page that the address names. It is built anew when the page changes, and stays when only the view does.
fn current_page(app: App, basics: Arc<Basics>) -> Markup {
    let route = app.history.route;
    let page = Memo::new(move |_| route.get().page.clone());
    live(move || match page.get() {
        Page::Start => start(&app, &basics),
        Page::Explore => explore(&app, &basics),
        Page::Compare => compare(&app, &basics),
        Page::Verify => verify(&app),
        Page::Indicator(slug) if basics.catalogue.indicator(&slug).is_some() => {
            indicator(&app, &basics, &slug)
        }
        Page::Municipality(place) | Page::County(place) if basics.places.contains(&place.code) => {
            place_of(&app, &basics, place.code)
        }
        Page::Area(code) if basics.places.contains(&municipality_of(&code)) => area_of(&app, &basics, code),
        Page::AreaTypes => area_types(&app, &basics),
        other => {
            document::apply(&Head::not_found(app.language()), app.history);
            app.settled();
            let asked = match other {
                Page::Municipality(place) | Page::County(place) => format!("{} {}", place.code, place.slug),
                _ => route.get_untracked().path(),
            };
            not_found_page(&asked)
        }
    })
}

/// The start page, over what it fetches.
fn start(app: &App, basics: &Arc<Basics>) -> Markup {
    document::apply(&Head::start(app.language()), app.history);
    let (content, broken) = exploration(app, basics);
    several([repairs(broken), start_page(&content, app.loader.change_log())])
}

/// The explorer, over what it fetches.
fn explore(app: &App, basics: &Arc<Basics>) -> Markup {
    document::apply(&Head::explore(app.language()), app.history);
    let (content, broken) = exploration(app, basics);
    several([repairs(broken), explore_page(&content)])
}

/// What a page that explores an indicator fetches, and what of its address could not be used.
fn exploration(app: &App, basics: &Arc<Basics>) -> (ExplorationContent, Live<Vec<Repair>>) {
    let history = app.history;
    let explored = Explored::new(
        &app.loader,
        basics,
        Live::new(move || history.route.get().view.clone()),
        // All of them whatever the shape: the reader changes it at will.
        |_, level| {
            let small = (level > Level::Municipality).then_some(level);
            USUAL.into_iter().chain(small).collect()
        },
    );
    let (settled, arriving) = (app.clone(), explored.figures.state.clone());
    follow(move || {
        if !matches!(arriving.get(), Loaded::Loading) {
            settled.settled();
        }
    });
    let fitted = explored.fitted;
    let broken = Live::new(move || {
        let of_view = fitted.get();
        history.repairs.get().into_iter().chain(of_view.1.iter().cloned()).collect()
    });
    (explored.with_borders(&app.loader, basics), broken)
}

/// The page that compares areas, over what it fetches.
fn compare(app: &App, basics: &Arc<Basics>) -> Markup {
    let history = app.history;
    document::apply(&Head::compare(app.language()), history);
    let known = {
        let places = basics.places.clone();
        Memo::new(move |_| {
            let view = history.route.get().view.clone();
            Arc::new(view.with_known_areas(|code| places.contains(code)))
        })
    };
    let areas = Memo::new(move |_| known.get().0.areas.clone());
    let profiles = app.loader.profiles(areas);
    let level = Memo::new(move |_| areas.get().first().map(AreaCode::level));
    app.settled();
    let broken =
        Live::new(move || history.repairs.get().into_iter().chain(known.get().1.iter().cloned()).collect());
    let content = CompareContent {
        view: Live::new(move || known.get().0.clone()),
        profiles: profiles.state,
        compared: app.loader.compared(basics, level),
        retry: profiles.retry,
    };
    several([repairs(broken), compare_page(&content)])
}

/// The page that checks a figure, over what it fetches.
fn verify(app: &App) -> Markup {
    let history = app.history;
    document::apply(&Head::verify(app.language()), history);
    let view = Live::new(move || history.route.get().view.clone());
    let answer = verify::answer(&app.loader, view.clone());
    app.settled();
    verify_page(&VerifyContent { view, answer: answer.state, retry: answer.retry })
}

/// The page of an indicator, over what it fetches.
fn indicator(app: &App, basics: &Arc<Basics>, slug: &str) -> Markup {
    let language = app.language();
    if let Some(indicator) = basics.catalogue.indicator(slug) {
        document::apply(&Head::indicator(language, indicator), app.history);
    }
    let content = app.loader.indicator(basics, slug);
    let (settled, arriving) = (app.clone(), content.state.clone());
    follow(move || {
        if !matches!(arriving.get(), Loaded::Loading) {
            settled.settled();
        }
    });
    let title = basics.catalogue.indicator(slug).map(|indicator| indicator.title.get(language).to_owned());
    live(move || match content.state.get() {
        Loaded::Loading => skeleton("skeleton--page"),
        Loaded::Failed(error) => {
            let heading = el("h1").class("place__head").attr("tabindex", "-1");
            several([
                heading.with(title.clone().unwrap_or_default()).into(),
                problem(&error, content.retry.clone()),
            ])
        }
        Loaded::Ready(content) => indicator_page(&content),
    })
}

/// A municipality's or county's page, over what it fetches.
fn place_of(app: &App, basics: &Basics, code: AreaCode) -> Markup {
    let name = basics.places.name(&code).unwrap_or_default().to_owned();
    let (history, language) = (app.history, app.language());
    // An old or mistyped slug leads here too; the address bar then shows the right one.
    history.correct(&history.route.get_untracked().named(&name));
    let loader = app.loader.clone();
    let profile: Remote<Profile> = loader.profile(code);
    let (settled, arriving) = (app.clone(), profile.state.clone());
    follow(move || match arriving.get() {
        Loaded::Loading => {}
        Loaded::Failed(_) => settled.settled(),
        Loaded::Ready(profile) => {
            document::apply(&Head::place(language, &profile), history);
            settled.settled();
        }
    });
    live(move || match profile.state.get() {
        Loaded::Loading => skeleton("skeleton--page"),
        Loaded::Failed(error) => {
            let heading = el("h1").class("place__head").attr("tabindex", "-1").attr("lang", "sv");
            several([heading.with(name.clone()).into(), problem(&error, profile.retry.clone())])
        }
        Loaded::Ready(profile) => {
            let outlines = loader.outlines(&profile);
            place_page(&PlaceContent { profile, outlines })
        }
    })
}

/// The municipality that a small area's code begins with.
fn municipality_of(code: &AreaCode) -> AreaCode {
    let mut code = code.clone();
    while code.level() > Level::Municipality
        && let Some(parent) = code.parent()
    {
        code = parent;
    }
    code
}

/// A small area's page, over its municipality's profile.
fn area_of(app: &App, basics: &Arc<Basics>, code: AreaCode) -> Markup {
    let (history, language, loader) = (app.history, app.language(), app.loader.clone());
    let profile: Remote<Profile> = loader.profile(municipality_of(&code));
    let (settled, arriving, asked) = (app.clone(), profile.state.clone(), code.clone());
    follow(move || match arriving.get() {
        Loaded::Loading => {}
        Loaded::Failed(_) => settled.settled(),
        Loaded::Ready(profile) => {
            let inside = profile.inside.as_ref();
            let found = inside.and_then(|inside| Some((inside, position(inside, &asked)?)));
            let head = match found {
                Some((inside, at)) => Head::area(language, &inside.names[at], &inside.codes[at], &profile),
                None => Head::not_found(language),
            };
            document::apply(&head, history);
            settled.settled();
        }
    });
    let (catalogue, vintage) = (basics.catalogue.clone(), history.route.get_untracked().view.vintage);
    live(move || match profile.state.get() {
        Loaded::Loading => skeleton("skeleton--page"),
        Loaded::Failed(error) => {
            let heading = el("h1").class("place__head").attr("tabindex", "-1").with(code.to_string());
            several([heading.into(), problem(&error, profile.retry.clone())])
        }
        Loaded::Ready(profile) => {
            let at = profile.inside.as_ref().and_then(|inside| position(inside, &code));
            let Some(area) = at else {
                let newest = catalogue.level(code.level()).map_or(Vintage(0), |entry| entry.vintage);
                let words = (text(language).place.area_unknown)(code.as_str(), &newest.to_string());
                return several([notice(&words), not_found_page(code.as_str())]);
            };
            let outlines = loader.outlines(&profile);
            area_page(&AreaContent { profile, outlines, area, vintage })
        }
    })
}

/// The page about area types, over what it fetches.
fn area_types(app: &App, basics: &Arc<Basics>) -> Markup {
    document::apply(&Head::area_types(app.language()), app.history);
    let content = app.loader.area_types(basics);
    let (settled, arriving) = (app.clone(), content.state.clone());
    follow(move || {
        if !matches!(arriving.get(), Loaded::Loading) {
            settled.settled();
        }
    });
    live(move || match content.state.get() {
        Loaded::Loading => skeleton("skeleton--page"),
        Loaded::Failed(error) => problem(&error, content.retry.clone()),
        Loaded::Ready(content) => area_types_page(&content),
    })
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

/// Where a link leads inside the application, with what is carried along.
fn inside(address: &str, from: &Route) -> Option<Route> {
    let (mut route, _) = Route::parse(address);
    let is_ours = matches!(
        route.page,
        Page::Start
            | Page::Explore
            | Page::Compare
            | Page::Verify
            | Page::Indicator(_)
            | Page::Area(_)
            | Page::AreaTypes
            | Page::Municipality(_)
            | Page::County(_)
    );
    // What is about the reader's eyes goes with them, and so does the edition that they read.
    route.view.color_scheme = route.view.color_scheme.or(from.view.color_scheme);
    route.view.edition = route.view.edition.or_else(|| from.view.edition.clone());
    is_ours.then_some(route)
}
