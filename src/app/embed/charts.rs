//! The program of figures across areas, and of the summary.

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
    start(|app, basics| match app.route.get_untracked().page {
        Page::Embed(EmbedView::Summary) => super::summary::summary(app, basics),
        _ => charts(app, basics),
    });
}

/// All areas of a level in one period.
fn charts(app: &App, basics: &Arc<Basics>) -> Markup {
    let explored = Explored::new(&app.loader, basics, app.view(), super::levels);
    app.ready_when(explored.figures.state.clone());
    app.loader.small_areas(basics, &explored);
    let fitted = explored.fitted;
    let exploration = Exploration::new(&explored.without_borders());
    let shape = fitted.get_untracked().0.shape.unwrap_or_default();
    let frame = app.route.get_untracked().view.frame;
    framed(Framed {
        frame,
        route: app.route(),
        controls: several([exploration.against_choice(), exploration.period_choice()]),
        figure: several([
            exploration.failure(),
            el("div").class("framed__figure").with(exploration.chart(shape)).into(),
        ]),
        add_area: Some(exploration.add_area()),
        link: Live::fixed(crate::components::site::use_site().text().embed.whole_view.to_owned()),
    })
}
