//! The map in a figure: a picture, buttons beside every gesture, and a keyboard way through all areas.
//!
//! The component holds what only the map needs to know (its exact position, what is hovered); what matters to the
//! rest of the page (chosen areas, period) comes in and goes out.

pub mod base;
mod keyboard;
mod map;
mod stage;

use super::browser::{watch_size, watch_window};
use super::icon::icon;
use super::site::use_site;
use crate::decimal::decimal;
use crate::geo::viewport::Viewport;
use crate::map::choropleth::{Ink, LineColors};
use crate::map::inset::Inset;
use crate::map::labels::Candidate;
use crate::map::overlay::Outline;
use crate::markup::{Act, Element, Live, Markup, Memo, RwSignal, at_end, el, follow, live};
use crate::model::paths::Detail;
use crate::model::{AreaCode, Level, Vintage};
use base::MapBase;
use leptos::prelude::*;
use map::{Map, ZOOM_STEP};
use stage::Stage;
pub use stage::{candidates, cities, inks};
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, PointerEvent};

/// Words about one area for tooltip and announcement: its name, and its value with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaWords {
    /// Name.
    pub name: String,
    /// Value in words: `7,4 procent` or why there is none.
    pub value: String,
    /// The interval of the value; empty where it has none.
    pub interval: String,
    /// Class, place beside the country.
    pub more: String,
}

/// What to draw.
#[derive(Clone)]
pub struct MapDrawing {
    /// The level whose values are shown.
    pub level: Level,
    /// The year of its areas.
    pub vintage: Option<Vintage>,
    /// One ink an area of that level.
    pub inks: Arc<Vec<Ink>>,
    /// Lines above them.
    pub lines: LineColors,
    /// The period, for the measure of a recolouring.
    pub period: String,
}

impl PartialEq for MapDrawing {
    fn eq(&self, other: &Self) -> bool {
        (self.level, self.vintage) == (other.level, other.vintage)
            && self.inks == other.inks
            && self.lines == other.lines
            && self.period == other.period
    }
}

/// What is on the map at a moment, for a file.
pub struct Seen {
    /// Borders and names.
    pub base: Arc<MapBase>,
    /// Where the map is, and its width and height, CSS pixels.
    pub view: Viewport,
    /// Width and height, CSS pixels.
    pub size: (f64, f64),
    /// Parts drawn larger.
    pub insets: Vec<Inset>,
    /// Names in their places.
    pub names: Vec<Candidate>,
    /// Outlines of marked areas.
    pub outlines: Vec<Outline>,
}

/// Asks a map that is on the page what is on it now.
pub type AskSeen = StoredValue<Option<Rc<dyn Fn() -> Option<Seen>>>, LocalStorage>;

/// The borders that a view asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// How fine those of the whole country.
    pub detail: Detail,
    /// Municipalities whose borders are wanted in full detail.
    pub close: Vec<AreaCode>,
}

/// What is announced of an area that has some neighbours.
pub type Spoken = Arc<dyn Fn((&AreaCode, &[AreaCode])) -> String + Send + Sync>;

/// What the map shows and whom it tells.
#[derive(Clone)]
pub struct MapContent {
    /// Unlike that of every other map on the page.
    pub id: &'static str,
    /// Where maps beside each other are, as they move together; this one alone where there is none.
    pub linked: Option<RwSignal<Option<Viewport>>>,
    /// The area that is shown at first with what is around it; none for the whole country.
    pub start: Option<AreaCode>,
    /// Borders and names; others come while the map is there.
    pub base: Live<Arc<MapBase>>,
    /// The same in full detail for the municipalities in view.
    pub close: Live<Option<Arc<MapBase>>>,
    /// Called with the borders that the view asks for.
    pub want: Act<Wanted>,
    /// What to draw.
    pub drawing: Live<Option<MapDrawing>>,
    /// The area under the pointer or the keyboard's mark; shared with legend and chart.
    pub hovered: RwSignal<Option<AreaCode>>,
    /// Chosen areas.
    pub chosen: Live<Vec<AreaCode>>,
    /// Chooses an area, or lets go of it.
    pub toggle: Act<AreaCode>,
    /// Words about an area.
    pub words: Arc<dyn Fn(&AreaCode) -> AreaWords + Send + Sync>,
    /// What is announced of an area with these neighbours.
    pub spoken: Spoken,
    /// Levels to choose from, largest areas first, and how another is chosen.
    pub levels: Live<Vec<Level>>,
    /// Chooses a level.
    pub choose_level: Act<Level>,
    /// The areas in view, told when the map stands still and somebody reads them.
    pub in_view: RwSignal<Vec<AreaCode>>,
    /// Whether somebody does.
    pub lists_view: RwSignal<bool>,
    /// Where the map leaves the way to ask it what is on it.
    pub seen: AskSeen,
    /// Whether the level follows how close the map is; called with the level that the view is for.
    pub follows_zoom: Live<bool>,
    /// Chooses a level because the map came closer or went away.
    pub follow_level: Act<Level>,
    /// Whether the map fills the window, and how that is changed.
    pub is_wide: Live<bool>,
    /// Makes the map fill the window, or takes it back.
    pub set_wide: Act<bool>,
    /// Accessible name: what the map shows.
    pub name: Live<String>,
    /// When the reader's last input that changes colours came, in the page's milliseconds; taken when measured.
    pub recolor_start: RwSignal<Option<f64>>,
}

/// The map.
pub fn map_figure(content: MapContent) -> Markup {
    let t = use_site().text();
    let map = Map::new(content.clone());
    map.follow_state();
    let scrolled = Rc::clone(&map);
    watch_window("scroll", move || scrolled.tell_view());
    let (gone, seen) = (Rc::clone(&map), content.seen);
    let asked = Rc::clone(&map);
    seen.set_value(Some(Rc::new(move || untrack(|| asked.seen()))));
    at_end(move || {
        seen.try_update_value(Option::take);
        gone.let_go();
    });

    let words = {
        let MapContent { drawing, hovered, words, .. } = content.clone();
        Memo::new(move |_| {
            drawing.get();
            hovered.get().map(|code| words(&code))
        })
    };
    let spoken = {
        let (announced, drawing, spoken) = (map.announced, content.drawing.clone(), content.spoken.clone());
        let base = content.base.clone();
        move || {
            drawing.get();
            let Some(code) = announced.get() else { return String::new() };
            spoken((&code, &base.get().neighbours(&code)))
        }
    };
    let (hint, is_lost) = (map.hint, map.is_lost);
    let [canvas_of, outlines_of, names_of, sheet_of] = [(); 4].map(|()| Rc::clone(&map));
    let canvas = el("canvas")
        .class("map__canvas")
        .on("contextlost", map.answer(|map, _: &Event| map.lost()))
        .on("contextrestored", map.answer(|map, _: &Event| map.restored()))
        .on_mount(move |canvas| canvas_of.nodes.borrow_mut().canvas = canvas.dyn_into().ok());
    let outlines = el("svg").class("map__above").on_mount(move |drawing| {
        outlines_of.nodes.borrow_mut().outlines = Some(drawing.into());
    });
    let names = el("svg").class("map__above map__names").on_mount(move |drawing| {
        names_of.nodes.borrow_mut().names = Some(drawing.into());
    });
    let sheet = el("div")
        .class("map__sheet")
        .attr("aria-hidden", "true")
        .on_mount(move |sheet| sheet_of.nodes.borrow_mut().sheet = Some(sheet))
        .with(canvas)
        .with(outlines)
        .with(names);
    let (name, framed) = (content.name.clone(), Rc::clone(&map));
    let stage = el("div")
        .class("map__stage")
        .on_mount(move |frame| framed.nodes.borrow_mut().frame = Some(frame))
        .attr("tabindex", "0")
        .attr("role", "application")
        .attr("aria-roledescription", t.map_role)
        .live_attr("aria-label", move || name.get())
        .attr("aria-describedby", format!("{}-help", content.id))
        .attr(
            "aria-keyshortcuts",
            "ArrowUp ArrowDown ArrowLeft ArrowRight PageUp PageDown / Enter + - 0 Escape",
        )
        .on("keydown", map.answer(Map::key))
        .on("dblclick", map.answer(Map::closer))
        .on("pointermove", map.answer(Map::moved))
        .on("pointerdown", map.answer(Map::pressed))
        .on("pointerup", map.answer(Map::released))
        .on("pointerleave", map.answer(|map, _: &PointerEvent| map.left()))
        .on("pointercancel", map.answer(Map::cancelled))
        .on("wheel", map.answer(Map::wheeled))
        .with(sheet);
    let measured = Rc::clone(&map);
    el("div")
        .class("map")
        .on_mount(move |frame| watch_size(frame, move |width, height| measured.size.set((width, height))))
        .with(stage)
        .with(el("p").class("unseen").id(format!("{}-help", content.id)).with(t.map_help))
        .with(el("p").class("unseen").attr("role", "status").with(crate::markup::words(spoken)))
        .with(tooltip(&map, words))
        .with(live(move || {
            is_lost.get().then(|| el("p").class("map__lost").attr("role", "alert").with(t.map.lost))
        }))
        .with(
            el("p")
                .class("map__hint")
                .class_when("map__hint--shown", move || hint.get())
                .attr("aria-hidden", "true")
                .with(t.wheel_hint),
        )
        .with(buttons(&map, &content))
        .into()
}

/// A button beside every gesture.
fn buttons(map: &Rc<Map>, content: &MapContent) -> Element {
    let t = use_site().text();
    let button = |label: &'static str, path: &'static str, change: fn(&mut Stage)| {
        let map = Rc::clone(map);
        let change = move || map.change(change);
        map_button().attr("aria-label", label).attr("title", label).when("click", change).with(icon(path))
    };
    let (is_wide, set_wide) = (content.is_wide.clone(), content.set_wide.clone());
    let label = {
        let is_wide = is_wide.clone();
        move || if is_wide.get() { t.map.narrow } else { t.map.wide }
    };
    let pressed = {
        let is_wide = is_wide.clone();
        move || is_wide.get().to_string()
    };
    let wide = map_button()
        .live_attr("aria-label", label.clone())
        .live_attr("title", label)
        .live_attr("aria-pressed", pressed)
        .when("click", move || set_wide.run(!untrack(|| is_wide.get())))
        .with(icon("M12 3h5v5M17 3l-6 6M8 17H3v-5M3 17l6-6"));
    el("div")
        .class("map__buttons")
        .with(button(t.zoom_in, "M10 4v12M4 10h12", |stage| stage.zoom_about_middle(ZOOM_STEP)))
        .with(button(t.zoom_out, "M4 10h12", |stage| stage.zoom_about_middle(1.0 / ZOOM_STEP)))
        .with(button(t.zoom_all, "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4", Stage::show_whole))
        .with(wide)
}

fn map_button() -> Element {
    el("button").attr("type", "button").class("map__button")
}

/// About how wide the words beside the pointer are, CSS pixels.
const TOOLTIP_WIDTH: f64 = 180.0;

/// The words beside the pointer, on the side where there is room. One element that moves: a new one for each movement
/// of the pointer would cost more than all the rest.
fn tooltip(map: &Rc<Map>, words: Memo<Option<AreaWords>>) -> Element {
    let (tooltip_at, size) = (map.tooltip_at, map.size);
    let is_shown = move || tooltip_at.get().is_some() && words.get().is_some();
    let of = |read: fn(AreaWords) -> String| {
        crate::markup::words(move || words.get().map_or_else(String::new, read))
    };
    let place = move |tooltip: HtmlElement| {
        follow(move || {
            let Some([x, y]) = tooltip_at.get() else { return };
            let (width, height) = size.get_untracked();
            let is_tight = x + TOOLTIP_WIDTH > width && x > TOOLTIP_WIDTH.min(width * 0.5);
            let left = if is_tight { "calc(-100% - 1.8rem)" } else { "0px" };
            let up = if y > height * 0.75 { "calc(-100% - 1.8rem)" } else { "0px" };
            let moved =
                format!("translate({}px, {}px) translate({left}, {up})", decimal(x, 0), decimal(y, 0));
            let _ = tooltip.style().set_property("transform", &moved);
        });
    };
    el("div")
        .class("tooltip map__tooltip")
        .class_when("map__tooltip--shown", is_shown)
        .attr("aria-hidden", "true")
        .on_mount(place)
        .with(el("strong").attr("lang", "sv").with(of(|words| words.name)))
        .with(el("span").class("tooltip__value").with(of(|words| words.value)))
        .with(el("span").class("tooltip__more").with(of(|words| words.interval)))
        .with(el("span").class("tooltip__more").with(of(|words| words.more)))
}
