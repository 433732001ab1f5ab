//! A municipality or county in short.

use super::App;
use crate::app::load::Basics;
use crate::components::framed::{Framed, framed, framed_problem, home};
use crate::components::framed_summary::framed_summary;
use crate::components::loaded::Loaded;
use crate::components::site::use_site;
use crate::markup::{Live, Markup, el, live};
use std::sync::Arc;

pub(super) fn summary(app: &App, basics: &Arc<Basics>) -> Markup {
    let site = use_site();
    let route = app.route.get_untracked();
    let code = route.view.areas.first().filter(|code| basics.places.contains(code)).cloned();
    let Some(code) = code else {
        app.ready.now();
        let none = el("p").with(site.text().embed.no_area);
        return el("div").class("notice").with(none).with(el("p").with(home(site.language))).into();
    };
    let name = site.name(&code);
    let profile = app.loader.profile(code);
    app.ready_when(profile.state.clone());
    let (here, state) = (app.route(), profile.state.clone());
    let figure = live(move || match state.get() {
        Loaded::Loading => Markup::Nothing,
        Loaded::Failed(error) => framed_problem(&here.get(), &error, profile.retry.clone()),
        Loaded::Ready(profile) => framed_summary(&profile),
    });
    framed(Framed {
        frame: route.view.frame,
        route: app.route(),
        controls: Markup::Nothing,
        figure,
        add_area: None,
        link: Live::fixed((site.text().embed.whole_place)(&name)),
    })
}
