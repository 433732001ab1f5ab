//! The program of the basket: the figures that a reader takes along, drawn as they are in the explorer.

use super::explored::Explored;
use super::load::{Basics, Loader};
use super::{App, Program, document};
use crate::components::exploration::Exploration;
use crate::components::notices::repairs;
use crate::components::site::{Navigate, Site, use_site};
use crate::export::check_code::CheckCode;
use crate::markup::{Act, Live, Markup, el, live, several};
use crate::model::{AreaCode, Level};
use crate::pages::basket::{Draw, basket_page};
use crate::pages::head::Head;
use crate::route::{EmbedView, Frame, Page, Route, Shape, View};
use leptos::prelude::provide_context;
use std::rc::Rc;
use std::sync::Arc;

/// The program of the basket.
pub static BASKET: Program = Program {
    check_code: Some(CheckCode::of),
    has: |page| *page == Page::Basket,
    page: |app, basics, page| (*page == Page::Basket).then(|| basket(app, basics)),
};

fn basket(app: &App, basics: &Arc<Basics>) -> Markup {
    let history = app.history;
    document::apply(&Head::basket(app.language()), history);
    app.settled();
    let (loader, basics, site) = (app.loader.clone(), basics.clone(), use_site());
    let draw: Draw = Rc::new(move |view, at| match view.shape.unwrap_or_default() {
        Shape::Map => map(&site, view),
        shape => chart(&loader, &basics, &site, view, shape, at),
    });
    let broken = Live::new(move || history.repairs.get());
    several([repairs(broken), basket_page(&Some(draw))])
}

/// A chart over what it fetches. Nothing in it changes the basket.
fn chart(loader: &Loader, basics: &Arc<Basics>, site: &Site, view: &View, shape: Shape, at: usize) -> Markup {
    let (loader, basics, view) = (loader.clone(), basics.clone(), view.clone());
    let site = Site { beside: None, keeping: None, ..site.clone() };
    // In an owner of its own, so that what is provided to the figure is not provided to the page.
    live(move || {
        provide_context(site.clone());
        provide_context(Navigate(Act::new(|_| ())));
        let explored = Explored::new(&loader, &basics, Live::fixed(view.clone()), levels);
        loader.small_areas(&basics, &explored);
        let exploration = Exploration::new(&explored.without_borders()).numbered(at);
        let figure = match shape {
            Shape::Map | Shape::Line => exploration.over_time(),
            _ => exploration.across(shape),
        };
        several([exploration.failure(), figure])
    })
}

/// The level itself, the country beside it, and those of the areas that are chosen.
fn levels(view: &View, level: Level) -> Vec<Level> {
    let mut levels = vec![Level::Nation, level];
    levels.extend(view.areas.iter().map(AreaCode::level));
    levels.sort_unstable();
    levels.dedup();
    levels
}

/// A map in a frame: what belongs to it is on a page once only.
fn map(site: &Site, view: &View) -> Markup {
    let frame = Frame { is_static: true, fits_frame: true, ..Frame::default() };
    let view = View { shape: None, frame, ..view.clone() };
    let title = view.indicator.as_deref().and_then(|slug| site.catalogue.indicator(slug));
    let title = title.map_or("", |indicator| indicator.title.get(site.language)).to_owned();
    let page = Page::Embed(EmbedView::Shape(Shape::Map));
    let address = Route { language: site.language, page, view }.to_string();
    let frame =
        el("iframe").class("basket__map").attr("src", address).attr("title", (site.text().map_name)(&title));
    el("div").class("figure").with(frame).into()
}
