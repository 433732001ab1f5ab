//! The top of every page: name, menu, language, appearance, and the line that says when figures are invented.

use super::icon::icon;
use super::site::{Entry, Navigate, use_site};
use crate::markup::{Element, Live, Markup, el, live, several};
use crate::model::Language;
use crate::route::{ColorScheme, Page, Route, View};
use leptos::prelude::use_context;

/// The header. `route` is where the reader is, so that the link to the other language leads to the same view.
pub fn header(route: &Live<Route>) -> Markup {
    let site = use_site();
    let t = site.text();
    let other = site.language.other();
    let synthetic = site.catalogue.synthetic.then(|| {
        let line = el("p")
            .class("synthetic__line")
            .with(el("strong").with(t.synthetic))
            .with(el("span").class("synthetic__more").with(t.synthetic_explained));
        el("div").class("synthetic").attr("role", "note").with(line)
    });
    let here = route.clone();
    let choices = el("div").class("header__choices").with(appearance(route)).with(
        el("a")
            .class("header__link")
            .attr("hreflang", other.tag())
            .attr("lang", other.tag())
            .attr("rel", "alternate")
            .live_attr("href", move || here.get().alternate(other).to_string())
            .with(t.other_language),
    );
    let here = route.clone();
    let menu = [(Page::Explore, t.explore.heading), (Page::Compare, t.explore.compare_menu)];
    let menu: Vec<Element> = menu
        .into_iter()
        .map(|(page, words)| {
            let (here, own) = (here.clone(), page.clone());
            let link = el("a")
                .class("header__link")
                .attr("href", site.href(page))
                .live_attr("aria-current", move || (here.get().page == own).then_some("page"));
            el("li").with(link.with(words))
        })
        .collect();
    let menu = el("nav")
        .class("header__menu")
        .attr("aria-label", t.main_navigation)
        .with(el("ul").class("header__list").with(menu));
    let (here, own) = (route.clone(), site.clone());
    // What the reader takes along, as soon as there is something.
    let basket = live(move || {
        let route = here.get();
        let n = route.view.basket.len();
        let view = View { basket: route.view.basket, ..View::default() };
        let href = Route { language: own.language, page: Page::Basket, view }.to_string();
        (n > 0).then(|| {
            el("a").class("header__link header__basket").attr("href", href).with((own.text().basket.open)(n))
        })
    });
    let name = el("a")
        .class("wordmark")
        .attr("href", site.href(Page::Start))
        .attr("aria-label", t.site)
        .with(sign())
        .with(el("span").with(t.site));
    several([
        el("a").class("skip").attr("href", "#main").with(t.skip_to_content).into(),
        Markup::from(synthetic),
        el("header")
            .class("header")
            .with(el("div").class("header__inner").with(name).with(menu).with(basket).with(choices))
            .into(),
    ])
}

/// The sign: three places on different levels, one line through them.
fn sign() -> Markup {
    let dot = |x, y| el("circle").attr("cx", x).attr("cy", y).attr("r", "2.1").class("wordmark__dot");
    el("svg")
        .class("wordmark__sign")
        .attr("viewBox", "0 0 28 28")
        .attr("width", "28")
        .attr("height", "28")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .with(
            el("rect")
                .attr("x", "1")
                .attr("y", "1")
                .attr("width", "26")
                .attr("height", "26")
                .attr("rx", "7")
                .class("wordmark__plate"),
        )
        .with(el("path").attr("d", "M6 19.5 11.5 14l4.5 3.5 6.5-9").class("wordmark__line"))
        .with(dot("11.5", "14"))
        .with(dot("22", "8.5"))
        .into()
}

/// As the device, light or dark: three buttons of which one is pressed. They need the program, and are hidden where
/// there is none.
fn appearance(route: &Live<Route>) -> Markup {
    let t = use_site().text();
    let navigate = use_context::<Navigate>();
    let button = |scheme: Option<ColorScheme>, label: &'static str, path: &'static str| {
        let (here, now) = (route.clone(), route.clone());
        let navigate = navigate.clone();
        el("button")
            .attr("type", "button")
            .class("appearance__choice")
            .attr("title", label)
            .live_attr("aria-pressed", move || (here.get().view.color_scheme == scheme).to_string())
            .when("click", move || {
                if let Some(navigate) = &navigate {
                    navigate.to(View { color_scheme: scheme, ..now.get().view }, Entry::Replace);
                }
            })
            .with(icon(path))
            .with(el("span").class("unseen").with(label))
    };
    el("div")
        .class("appearance needs-program")
        .attr("role", "group")
        .attr("aria-label", t.appearance)
        .with(button(None, t.appearance_auto, ICON_AUTO))
        .with(button(Some(ColorScheme::Light), t.appearance_light, ICON_LIGHT))
        .with(button(Some(ColorScheme::Dark), t.appearance_dark, ICON_DARK))
        .into()
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
