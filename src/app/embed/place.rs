//! The program of figures about one place, and of where areas stand among all of their level.

use super::{App, start};
use crate::app::explored::Explored;
use crate::app::load::Basics;
use crate::components::framed::{Framed, framed, framed_problem, home};
use crate::components::framed_compare::framed_compare;
use crate::components::framed_place::{framed_level, framed_place};
use crate::components::loaded::Loaded;
use crate::components::site::{Site, use_site};
use crate::markup::{Live, Markup, Memo, el, live};
use crate::model::{AreaCode, Level};
use crate::route::{EmbedView, Page};
use std::sync::Arc;

/// Starts it.
pub fn run() {
    start(|app, basics| {
        let route = app.route.get_untracked();
        let Page::Embed(view) = route.page else { return Markup::Nothing };
        match route.view.areas.first() {
            _ if view == EmbedView::Compare => compare(app, basics),
            None if view == EmbedView::Strip => level(app, basics),
            // The country has no page of its own, and its types are on that of the types.
            None if matches!(view, EmbedView::AreaTypes | EmbedView::Pyramid | EmbedView::Curve) => {
                place(app, view, AreaCode::nation())
            }
            Some(code) if code.level() == Level::Nation || basics.places.contains(code) => {
                place(app, view, code.clone())
            }
            _ => {
                app.ready.now();
                nothing(&use_site(), view)
            }
        }
    });
}

/// A figure made from one place's profile.
fn place(app: &App, view: EmbedView, code: AreaCode) -> Markup {
    let site = use_site();
    let route = app.route.get_untracked();
    let t = &site.text().embed;
    let link = match view {
        EmbedView::Summary => (t.whole_place)(&site.name(&code)),
        _ => t.whole_view.to_owned(),
    };
    let profile = app.loader.profile(code);
    app.ready_when(profile.state.clone());
    let (here, state, asked) = (app.route(), profile.state.clone(), route.view.clone());
    let figure = live(move || match state.get() {
        Loaded::Loading => Markup::Nothing,
        Loaded::Failed(error) => framed_problem(&here.get(), &error, profile.retry.clone()),
        Loaded::Ready(profile) => {
            framed_place(view, &profile, &asked).unwrap_or_else(|| nothing(&site, view))
        }
    });
    framed(Framed {
        frame: route.view.frame,
        route: app.route(),
        controls: Markup::Nothing,
        figure: el("div").class("framed__figure").with(figure).into(),
        add_area: None,
        link: Live::fixed(link),
    })
}

/// Areas side by side, made from their profiles.
fn compare(app: &App, basics: &Arc<Basics>) -> Markup {
    let site = use_site();
    let (route, places, catalogue) = (app.route, basics.places.clone(), basics.catalogue.clone());
    let areas = Memo::new(move |_| route.get().view.with_known_areas(|code| places.contains(code)).0.areas);
    let profiles = app.loader.profiles(areas);
    app.ready_when(profiles.state.clone());
    let (here, state, link) = (app.route(), profiles.state.clone(), site.text().embed.whole_view.to_owned());
    let figure = live(move || match state.get() {
        Loaded::Loading => Markup::Nothing,
        Loaded::Failed(error) => framed_problem(&here.get(), &error, profiles.retry.clone()),
        Loaded::Ready(profiles) => {
            let asked = here.get().view.indicator;
            let theme = asked.and_then(|slug| Some(catalogue.indicator(&slug)?.theme));
            framed_compare(&profiles, theme).unwrap_or_else(|| nothing(&site, EmbedView::Compare))
        }
    });
    framed(Framed {
        frame: route.get_untracked().view.frame,
        route: app.route(),
        controls: Markup::Nothing,
        figure: el("div").class("framed__figure").with(figure).into(),
        add_area: Some(app.add_area()),
        link: Live::fixed(link),
    })
}

/// All areas of a level.
fn level(app: &App, basics: &Arc<Basics>) -> Markup {
    let site = use_site();
    let explored = Explored::new(&app.loader, basics, app.view(), |_, level| vec![Level::Nation, level]);
    app.ready_when(explored.figures.state.clone());
    let (here, fitted, figures) = (app.route(), explored.fitted, explored.figures);
    let (state, retry, catalogue) = (figures.state.clone(), figures.retry, basics.catalogue.clone());
    let link = site.text().embed.whole_view.to_owned();
    let figure = live(move || match state.get() {
        Loaded::Loading => Markup::Nothing,
        Loaded::Failed(error) => framed_problem(&here.get(), &error, retry.clone()),
        Loaded::Ready(figures) => framed_level(&catalogue, &figures, &fitted.get().0)
            .unwrap_or_else(|| nothing(&site, EmbedView::Strip)),
    });
    framed(Framed {
        frame: app.route.get_untracked().view.frame,
        route: app.route(),
        controls: Markup::Nothing,
        figure: el("div").class("framed__figure").with(figure).into(),
        add_area: None,
        link: Live::fixed(link),
    })
}

/// The edition has not what the address names.
fn nothing(site: &Site, view: EmbedView) -> Markup {
    let t = site.text();
    let words = if view == EmbedView::Summary { t.embed.no_area } else { t.forms.not_here };
    el("div").class("notice").with(el("p").with(words)).with(el("p").with(home(site.language))).into()
}
