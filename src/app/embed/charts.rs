//! The program of figures across areas.

use super::{App, start};
use crate::app::explored::Explored;
use crate::app::load::Basics;
use crate::components::exploration::Exploration;
use crate::components::framed::{Framed, framed};
use crate::markup::{Live, Markup, el, several};
use crate::route::{EmbedView, Page};
use std::sync::Arc;

/// Starts it.
pub fn run() {
    start(charts);
}

/// All areas of a level in one period, or in two.
fn charts(app: &App, basics: &Arc<Basics>) -> Markup {
    let explored = Explored::new(&app.loader, basics, app.view(), super::levels);
    app.ready_when(explored.figures.state.clone());
    app.loader.small_areas(basics, &explored);
    let fitted = explored.fitted;
    let exploration = Exploration::new(&explored.without_borders());
    let route = app.route.get_untracked();
    let chart = match route.page {
        Page::Embed(EmbedView::Slope) => exploration.slope(),
        _ => exploration.across(fitted.get_untracked().0.shape.unwrap_or_default()),
    };
    framed(Framed {
        frame: route.view.frame,
        route: app.route(),
        controls: several([exploration.against_choice(), exploration.period_choice()]),
        figure: several([exploration.failure(), el("div").class("framed__figure").with(chart).into()]),
        add_area: Some(exploration.add_area()),
        link: Live::fixed(crate::components::site::use_site().text().embed.whole_view.to_owned()),
    })
}
