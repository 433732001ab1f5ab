//! The application in the browser: reads the address, fetches what the page shows, and takes over from the static page
//! when everything is there.

mod document;
mod history;
mod load;
mod takeover;

use crate::components::exploration::ExplorationContent;
use crate::components::exploration::defaults::{against, default_indicator, shown_level};
use crate::components::footer::footer;
use crate::components::header::header;
use crate::components::loaded::Loaded;
use crate::components::map_figure::Wanted;
use crate::components::notices::{
    newer_notice, notice, offline_notice, problem, problem_in, repairs, skeleton,
};
use crate::components::site::{Navigate, Site};
use crate::error::LoadError;
use crate::i18n::text::text;
use crate::markup::{Act, Live, Markup, Memo, RwSignal, el, follow, live, several};
use crate::model::paths::Detail;
use crate::model::{AreaCode, Catalogue, Language, Level, Profile, Vintage};
use crate::pages::area::{AreaContent, area_page, position};
use crate::pages::area_types::area_types_page;
use crate::pages::compare::{CompareContent, compare_page};
use crate::pages::explore::explore_page;
use crate::pages::head::Head;
use crate::pages::indicator::indicator_page;
use crate::pages::not_found::not_found_page;
use crate::pages::place::{PlaceContent, place_page};
use crate::pages::start::start_page;
use crate::route::{MapForm, Page, Repair, Route, Shape, View};
use history::History;
use leptos::prelude::*;
use load::{Asked, Basics, Loader, Remote};
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
    let app = App { history: History::new(), loader: Loader::from_document(), ready };
    let route = app.history.route;
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
    let fitted = {
        let basics = basics.clone();
        Memo::new(move |_| {
            let view = history.route.get().view.clone();
            let (view, mut repairs) = view.with_known_areas(|code| basics.places.contains(code));
            let default = default_indicator(&basics.catalogue).map_or("", |indicator| &indicator.slug);
            let (view, more) = view.fitted(&basics.catalogue, default);
            repairs.extend(more);
            Arc::new((view, repairs))
        })
    };
    let asked = {
        let catalogue = basics.catalogue.clone();
        Memo::new(move |_| asked(&catalogue, &fitted.get().0))
    };
    // What the whole country with its insets asks for on most screens.
    let detail = RwSignal::new(Detail::Medium);
    let close_up = RwSignal::new(Vec::new());
    let figures = app.loader.figures(basics, asked);
    let is_tiles = Memo::new(move |_| fitted.get().0.map.form == MapForm::Tiles);
    let base = app.loader.base(basics, asked, detail, is_tiles);
    let against = app.loader.figures_if(basics, {
        let catalogue = basics.catalogue.clone();
        Memo::new(move |_| asked_against(&catalogue, &fitted.get().0, &asked.get()))
    });
    let (settled, arriving) = (app.clone(), figures.state.clone());
    follow(move || {
        if !matches!(arriving.get(), Loaded::Loading) {
            settled.settled();
        }
    });
    let broken = Live::new(move || {
        let of_view = fitted.get();
        history.repairs.get().into_iter().chain(of_view.1.iter().cloned()).collect()
    });
    let content = ExplorationContent {
        view: Live::new(move || fitted.get().0.clone()),
        figures: figures.state,
        close: app.loader.close(basics, base.state.clone(), close_up),
        against: against.state,
        base: base.state,
        want: Act::new(move |wanted: Wanted| {
            detail.set(wanted.detail);
            // What is here already is enough for a part of it.
            let is_enough =
                close_up.with_untracked(|here| wanted.close.iter().all(|code| here.contains(code)));
            if !is_enough {
                close_up.set(wanted.close);
            }
        }),
        retry: Act::new(move |()| {
            figures.retry.run(());
            against.retry.run(());
            base.retry.run(());
        }),
    };
    (content, broken)
}

/// What a view needs from the edition. Counties are drawn on the borders of municipalities.
fn asked(catalogue: &Catalogue, view: &View) -> Asked {
    let own = view.indicator.as_deref().and_then(|slug| catalogue.indicator(slug));
    let indicator = own.or_else(|| default_indicator(catalogue));
    let level = indicator.map_or(Level::Municipality, |indicator| shown_level(indicator, view));
    let level = level.max(Level::Municipality);
    let own = indicator.and_then(|indicator| indicator.table(level)).map(|table| table.vintage);
    let vintage = own.or_else(|| catalogue.level(level).map(|entry| entry.vintage)).unwrap_or(Vintage(0));
    Asked { slug: indicator.map(|indicator| indicator.slug.clone()).unwrap_or_default(), level, vintage }
}

/// What a view needs of a second indicator, if it shows one.
fn asked_against(catalogue: &Catalogue, view: &View, asked: &Asked) -> Option<Asked> {
    // A map has a second one beside it only when the address names it.
    let is_map = view.shape.unwrap_or_default() == Shape::Map && view.against_indicator().is_some();
    let own = catalogue.indicator(&asked.slug).filter(|_| is_map || view.shape == Some(Shape::Scatter))?;
    let level = shown_level(own, view);
    let slug = against(catalogue, own, view, level)?.slug.clone();
    Some(Asked { slug, ..asked.clone() })
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

/// A view is carried from page to page only as far as it is about the reader's eyes.
fn carried(view: &View) -> View {
    View { color_scheme: view.color_scheme, ..View::default() }
}

/// Where a link leads inside the application, with what is carried along.
fn inside(address: &str, from: &Route) -> Option<Route> {
    let (mut route, _) = Route::parse(address);
    let is_ours = matches!(
        route.page,
        Page::Start
            | Page::Explore
            | Page::Compare
            | Page::Indicator(_)
            | Page::Area(_)
            | Page::AreaTypes
            | Page::Municipality(_)
            | Page::County(_)
    );
    if route.view.color_scheme.is_none() {
        route.view.color_scheme = carried(&from.view).color_scheme;
    }
    is_ours.then_some(route)
}
