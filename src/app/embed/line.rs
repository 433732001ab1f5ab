//! The program of areas over time.

use super::{App, start};
use crate::app::explored::Explored;
use crate::app::load::Basics;
use crate::components::exploration::defaults::default_indicator;
use crate::components::figures::Figures;
use crate::components::framed::{Framed, framed};
use crate::components::line_figure::{LineContent, chosen_lines, line_figure};
use crate::components::line_others::in_range;
use crate::components::loaded::Loaded;
use crate::components::notices::problem;
use crate::components::site::use_site;
use crate::markup::{Live, Markup, Memo, RwSignal, el, live};
use crate::model::{AreaCode, Indicator, Level};
use crate::route::View;
use std::sync::Arc;

/// Starts it.
pub fn run() {
    start(line);
}

/// The country and the chosen areas. Only the tables of their levels are fetched.
fn line(app: &App, basics: &Arc<Basics>) -> Markup {
    let site = use_site();
    let levels = |view: &View, _| super::levels(view, Level::Nation);
    let explored = Explored::new(&app.loader, basics, app.view(), levels);
    app.ready_when(explored.figures.state.clone());
    let (fitted, figures) = (explored.fitted, explored.figures);
    let (state, retry) = (figures.state.clone(), figures.retry);
    let here = Memo::new(move |before: Option<&Option<Arc<Figures>>>| {
        state.get().ready().cloned().or_else(|| before.and_then(Clone::clone))
    });
    let indicator = {
        let catalogue = basics.catalogue.clone();
        let indicator = move || -> Option<Arc<Indicator>> {
            let own = here.get().and_then(|figures| catalogue.indicator(&figures.slug).cloned());
            own.or_else(|| default_indicator(&catalogue).cloned()).map(Arc::new)
        };
        Memo::new(move |_| indicator())
    };
    let lines = {
        let site = site.clone();
        Memo::new(move |_| {
            let (figures, indicator) = (here.get(), indicator.get());
            let name = |code: &AreaCode| site.name(code);
            Arc::new(figures.zip(indicator).map_or_else(Vec::new, |(figures, indicator)| {
                let view = &fitted.get().0;
                in_range(chosen_lines(&figures, indicator.measure, &view.areas, &name), view.range())
            }))
        })
    };
    let chart = live(move || match (here.get().is_some(), figures.state.get()) {
        (true, _) => line_figure(
            "line",
            &LineContent {
                indicator: Live::new(move || indicator.get().expect("there are figures of it")),
                period: Live::new(move || fitted.get().0.period),
                lines: Live::new(move || lines.get()),
                hovered: RwSignal::new(None),
                around: None,
            },
            Markup::Nothing,
        ),
        (false, Loaded::Failed(error)) => problem(&error, retry.clone()),
        (false, _) => Markup::Nothing,
    });
    framed(Framed {
        frame: app.route.get_untracked().view.frame,
        route: app.route(),
        controls: Markup::Nothing,
        figure: el("div").class("framed__figure").with(chart).into(),
        add_area: Some(app.add_area()),
        link: Live::fixed(site.text().embed.whole_view.to_owned()),
    })
}
