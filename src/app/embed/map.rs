//! The program of the map.

use super::{App, start};
use crate::app::explored::Explored;
use crate::app::load::Basics;
use crate::components::exploration::Exploration;
use crate::components::exploration::map::exploration_map;
use crate::components::framed::{Framed, framed, start_of};
use crate::components::loaded::Loaded;
use crate::components::site::use_site;
use crate::markup::{Live, Markup, el, several};
use crate::model::Level;
use std::sync::Arc;

/// Starts it.
pub fn run() {
    start(map);
}

fn map(app: &App, basics: &Arc<Basics>) -> Markup {
    let explored = Explored::new(&app.loader, basics, app.view(), |_, level| vec![Level::Nation, level]);
    let start = start_of(&explored.fitted.get_untracked().0);
    let figures = explored.figures.state.clone();
    let content = explored.with_borders(&app.loader, basics);
    // A map that was drawn beforehand stays until there are borders to paint on.
    let base = content.base.clone();
    app.ready_when(Live::new(move || match (figures.get(), base.get()) {
        (Loaded::Loading, _) | (_, Loaded::Loading) => Loaded::Loading,
        _ => Loaded::Ready(()),
    }));
    let exploration = Exploration::new(&content).starting_at(start);
    let figure =
        el("div").class("framed__figure").with(exploration_map(&exploration)).with(exploration.source());
    framed(Framed {
        frame: app.route.get_untracked().view.frame,
        route: app.route(),
        controls: exploration.period_choice(),
        figure: several([exploration.failure(), figure.into()]),
        add_area: Some(exploration.add_area()),
        link: Live::fixed(use_site().text().embed.whole_view.to_owned()),
    })
}
