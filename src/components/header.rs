//! The top of every page: name, menu, language, appearance, and the line that says when figures are invented.

use super::site::{Entry, Navigate, use_site};
use crate::model::Language;
use crate::route::{ColorScheme, Page, Route};
use leptos::prelude::*;

/// The header. `route` is where the reader is, so that the link to the other language leads to the same view.
#[component]
pub fn Header(
    /// Where the reader is.
    #[prop(into)]
    route: Signal<Route>,
) -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let other = site.language.other();
    let synthetic = site.catalogue.synthetic.then(|| {
        view! {
            <div class="synthetic" role="note">
                <p class="synthetic__line">
                    <strong>{t.synthetic}</strong>
                    <span class="synthetic__more">{t.synthetic_explained}</span>
                </p>
            </div>
        }
    });
    view! {
        <a class="skip" href="#main">{t.skip_to_content}</a>
        {synthetic}
        <header class="header">
            <div class="header__inner">
                <a class="wordmark" href=site.href(Page::Start) aria-label=t.site>
                    <Mark/>
                    <span>{t.site}</span>
                </a>
                <div class="header__choices">
                    <Appearance route=route/>
                    <a class="header__link" hreflang=other.tag() lang=other.tag() rel="alternate"
                        href=move || route.get().alternate(other).to_string()>
                        {t.other_language}
                    </a>
                </div>
            </div>
        </header>
    }
    .into_any()
}

/// The sign: three places on different levels, one line through them.
#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg class="wordmark__sign" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true" focusable="false">
            <rect x="1" y="1" width="26" height="26" rx="7" class="wordmark__plate"/>
            <path d="M6 19.5 11.5 14l4.5 3.5 6.5-9" class="wordmark__line"/>
            <circle cx="11.5" cy="14" r="2.1" class="wordmark__dot"/>
            <circle cx="22" cy="8.5" r="2.1" class="wordmark__dot"/>
        </svg>
    }
    .into_any()
}

/// As the device, light or dark: three buttons of which one is pressed. They need the program, and are hidden where
/// there is none.
#[component]
fn Appearance(route: Signal<Route>) -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let navigate = use_context::<Navigate>();
    let button = move |scheme: Option<ColorScheme>, label: &'static str, icon: &'static str| {
        let is_chosen = move || route.get().view.color_scheme == scheme;
        let choose = move |_| {
            if let Some(navigate) = navigate {
                let view = route.get_untracked().view;
                navigate.to(crate::route::View { color_scheme: scheme, ..view }, Entry::Replace);
            }
        };
        view! {
            <button type="button" class="appearance__choice" aria-pressed=move || is_chosen().to_string() on:click=choose
                title=label>
                <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><path d=icon/></svg>
                <span class="unseen">{label}</span>
            </button>
        }
    };
    view! {
        <div class="appearance needs-program" role="group" aria-label=t.appearance>
            {button(None, t.appearance_auto, ICON_AUTO)}
            {button(Some(ColorScheme::Light), t.appearance_light, ICON_LIGHT)}
            {button(Some(ColorScheme::Dark), t.appearance_dark, ICON_DARK)}
        </div>
    }
    .into_any()
}

const ICON_AUTO: &str = "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm0 1.5v11a5.5 5.5 0 0 1 0-11z";
const ICON_LIGHT: &str = "M10 6.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6zM9.3 1.5h1.4v2.8H9.3zM9.3 15.7h1.4v2.8H9.3zM1.5 \
    9.3h2.8v1.4H1.5zM15.7 9.3h2.8v1.4h-2.8zM3.5 4.5l1-1 2 2-1 1zM13.5 14.5l1-1 2 2-1 1zM3.5 15.5l2-2 1 1-2 2zM13.5 \
    5.5l2-2 1 1-2 2z";
const ICON_DARK: &str = "M8.1 3.2a7 7 0 1 0 8.7 8.7A5.6 5.6 0 0 1 8.1 3.2z";

/// The languages' tags, for the static pages' links.
pub fn alternates(route: &Route) -> [(&'static str, String); 2] {
    Language::ALL.map(|language| (language.tag(), Route::new(language, route.page.clone()).path()))
}
