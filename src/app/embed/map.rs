//! The program of the map.

use super::{App, start};
use crate::app::explored::Explored;
use crate::app::load::Basics;
use crate::components::exploration::Exploration;
use crate::components::exploration::map::exploration_map;
use crate::components::framed::{Framed, framed, start_of};
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
    app.ready_when(explored.figures.state.clone());
    let start = start_of(&explored.fitted.get_untracked().0);
    let exploration = Exploration::new(&explored.with_borders(&app.loader, basics)).starting_at(start);
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
