//! The application in the browser: reads the address, fetches what the page shows, and takes over from the static page
//! when everything is there.

mod document;
mod history;
mod load;
mod takeover;

use crate::components::footer::Footer;
use crate::components::header::Header;
use crate::components::loaded::Loaded;
use crate::components::notices::{OfflineNotice, Problem, Repairs, Skeleton};
use crate::components::site::{Navigate, Site};
use crate::error::LoadError;
use crate::i18n::text::text;
use crate::model::{AreaCode, Language};
use crate::pages::head::Head;
use crate::pages::not_found::NotFoundPage;
use crate::pages::place::PlacePage;
use crate::pages::start::StartPage;
use crate::route::{Page, Repair, Route, View};
use history::History;
use leptos::prelude::*;
use load::{Basics, Loader, Remote};

/// Starts the application. Called once, by the program's entry.
pub fn run() {
    console_error_panic_hook::set_once();
    takeover::mount(|ready| view! { <App ready=ready/> });
}

/// The whole application. `ready` is called when the first page has what it needs, or knows that it cannot have it.
#[component]
fn App(ready: Callback<()>) -> impl IntoView {
    let history = History::new();
    let loader = Loader::from_document();
    let basics = loader.basics();
    let language = Memo::new(move |_| history.route.get().language);
    let is_offline = load::is_offline();
    let is_dark = document::is_dark(history.route);
    Effect::new(move |_| document::apply_color_scheme(history.route.get().view.color_scheme));

    let content = move || {
        let language = language.get();
        match basics.state.get() {
            Loaded::Loading => view! { <main class="main" id="main" aria-busy="true"></main> }.into_any(),
            Loaded::Failed(error) => {
                ready.run(());
                view! { <BareProblem language=language error=error retry=basics.retry/> }.into_any()
            }
            Loaded::Ready(basics) => {
                provide_context(site(&basics, language, history, is_dark));
                provide_context(Navigate(Callback::new(move |(view, entry)| history.show(view, entry))));
                let settled = Callback::new(move |()| {
                    ready.run(());
                    history.arrived();
                });
                view! {
                    <Header route=history.route/>
                    <OfflineNotice is_offline=is_offline/>
                    <main class="main" id="main">
                        <CurrentPage history=history loader=loader basics=basics ready=settled/>
                    </main>
                    <Footer/>
                }
                .into_any()
            }
        }
    };
    view! { {content} }
}

fn site(basics: &Basics, language: Language, history: History, is_dark: Signal<bool>) -> Site {
    Site {
        language,
        catalogue: basics.catalogue.clone(),
        edition: basics.edition.clone(),
        data_base: basics.data_base.clone(),
        places: basics.places.clone(),
        color_scheme: Signal::derive(move || history.route.get().view.color_scheme),
        is_dark,
        is_static: false,
    }
}

/// The page that the address names. It is built anew when the page changes, and stays when only the view does.
#[component]
fn CurrentPage(history: History, loader: Loader, basics: Basics, ready: Callback<()>) -> impl IntoView {
    let page = Memo::new(move |_| history.route.get().page);
    move || {
        let basics = basics.clone();
        match page.get() {
            Page::Start => {
                view! { <Start history=history loader=loader basics=basics ready=ready/> }.into_any()
            }
            Page::Municipality(place) | Page::County(place) if basics.places.contains(&place.code) => {
                view! { <Place history=history loader=loader basics=basics code=place.code ready=ready/> }
                    .into_any()
            }
            other => {
                document::apply(&Head::not_found(history.route.get_untracked().language), history);
                ready.run(());
                let asked = match other {
                    Page::Municipality(place) | Page::County(place) => {
                        format!("{} {}", place.code, place.slug)
                    }
                    _ => history.route.get_untracked().path(),
                };
                view! { <NotFoundPage asked=asked/> }.into_any()
            }
        }
    }
}

/// The start page, over what it fetches.
#[component]
fn Start(history: History, loader: Loader, basics: Basics, ready: Callback<()>) -> impl IntoView {
    let route = history.route;
    let language = route.get_untracked().language;
    document::apply(&Head::start(language), history);
    let fitted = {
        let (catalogue, places) = (basics.catalogue.clone(), basics.places.clone());
        Memo::new(move |_| {
            let view = route.get().view;
            let (view, mut repairs) = view.with_known_areas(|code| places.contains(code));
            let (view, more) = view.fitted(&catalogue, &catalogue_default(&catalogue));
            repairs.extend(more);
            (view, repairs)
        })
    };
    let view = Signal::derive(move || fitted.get().0);
    let repairs = Signal::derive(move || -> Vec<Repair> {
        history.repairs.get().into_iter().chain(fitted.get().1).collect()
    });
    let catalogue = basics.catalogue.clone();
    let slug = Memo::new(move |_| view.get().indicator.unwrap_or_else(|| catalogue_default(&catalogue)));
    let figures = loader.figures(&basics, slug.into());
    let scene = loader.scene(&basics);
    Effect::new(move |_| {
        let is_settled = !matches!(figures.state.get(), Loaded::Loading);
        if is_settled {
            ready.run(());
        }
    });
    view! {
        <Repairs repairs=repairs/>
        <StartPage view=view figures=figures.state scene=scene.state
            retry=Callback::new(move |()| { figures.retry.run(()); scene.retry.run(()); })/>
    }
}

fn catalogue_default(catalogue: &crate::model::Catalogue) -> String {
    crate::pages::start::default_indicator(catalogue)
        .map_or_else(String::new, |indicator| indicator.slug.clone())
}

/// A municipality's or county's page, over what it fetches.
#[component]
fn Place(
    history: History,
    loader: Loader,
    basics: Basics,
    code: AreaCode,
    ready: Callback<()>,
) -> impl IntoView {
    let name = basics.places.name(&code).unwrap_or_default().to_owned();
    // An old or mistyped slug leads here too; the address bar then shows the right one.
    history.correct(&history.route.get_untracked().named(&name));
    let profile: Remote<_> = loader.profile(code);
    let language = history.route.get_untracked().language;
    Effect::new(move |_| match profile.state.get() {
        Loaded::Loading => {}
        Loaded::Failed(_) => ready.run(()),
        Loaded::Ready(profile) => {
            document::apply(&Head::place(language, &profile), history);
            ready.run(());
        }
    });
    move || match profile.state.get() {
        Loaded::Loading => view! { <Skeleton class="skeleton--page"/> }.into_any(),
        Loaded::Failed(error) => view! {
            <h1 class="place__head" tabindex="-1" lang="sv">{name.clone()}</h1>
            <Problem error=error retry=profile.retry/>
        }
        .into_any(),
        Loaded::Ready(profile) => view! { <PlacePage profile=profile/> }.into_any(),
    }
}

/// What is shown when not even the catalogue can be had.
#[component]
fn BareProblem(language: Language, error: LoadError, retry: Callback<()>) -> impl IntoView {
    let t = text(language);
    view! {
        <main class="main" id="main">
            <div class="unknown">
                <h1 tabindex="-1">{t.site}</h1>
                <div class="notice" role="alert">
                    <p>{(t.load_error)(&error)}</p>
                    <button type="button" class="button" on:click=move |_| retry.run(())>{t.retry}</button>
                </div>
            </div>
        </main>
    }
}

/// A view is carried from page to page only as far as it is about the reader's eyes.
fn carried(view: &View) -> View {
    View { color_scheme: view.color_scheme, ..View::default() }
}

/// Where a link leads inside the application, with what is carried along.
fn inside(address: &str, from: &Route) -> Option<Route> {
    let (mut route, _) = Route::parse(address);
    let is_ours = matches!(route.page, Page::Start | Page::Municipality(_) | Page::County(_));
    if route.view.color_scheme.is_none() {
        route.view.color_scheme = carried(&from.view).color_scheme;
    }
    is_ours.then_some(route)
}
