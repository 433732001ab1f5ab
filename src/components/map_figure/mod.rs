//! The map in a figure: two canvases, buttons beside every gesture, and a keyboard way through all areas.
//!
//! The component holds what only the map needs to know (its exact position, what is hovered); what matters to the
//! rest of the page (chosen areas, period) comes in and goes out.

pub mod base;
mod keyboard;
mod stage;

use super::browser::{after, in_next_frame, watch_size, watch_window};
use super::icon::icon;
use super::marks;
use super::site::use_site;
use crate::decimal::decimal;
use crate::map::canvas::LineColors;
use crate::map::choropleth::Ink;
use crate::map::gesture::{Gesture, PointerKind, wheel_factor};
use crate::markup::{Act, Live, Markup, at_end, el, follow, live, words};
use crate::model::paths::Detail;
use crate::model::{AreaCode, Level};
use base::MapBase;
use keyboard::Action;
use leptos::prelude::*;
use stage::Stage;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element as Node, HtmlCanvasElement, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

/// Words about one area for tooltip and announcement: its name, and its value with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaWords {
    /// Name.
    pub name: String,
    /// Value in words: `7,4 procent` or why there is none.
    pub value: String,
    /// Class, place beside the country.
    pub more: String,
}

/// What to draw.
#[derive(Clone)]
pub struct MapDrawing {
    /// The level whose values are shown.
    pub level: Level,
    /// One ink an area of that level.
    pub inks: Arc<Vec<Ink>>,
    /// Lines above them.
    pub lines: LineColors,
    /// The period, for the measure of a recolouring.
    pub period: String,
}

impl PartialEq for MapDrawing {
    fn eq(&self, other: &Self) -> bool {
        self.level == other.level
            && self.inks == other.inks
            && self.lines == other.lines
            && self.period == other.period
    }
}

/// What the map shows and whom it tells.
#[derive(Clone)]
pub struct MapContent {
    /// Borders and names; others come while the map is there.
    pub base: Live<Arc<MapBase>>,
    /// Called with the level of detail that the view asks for.
    pub want_detail: Act<Detail>,
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
    /// Accessible name: what the map shows.
    pub name: Live<String>,
    /// When the reader's last input that changes colours came, in the page's milliseconds; taken when measured.
    pub recolor_start: RwSignal<Option<f64>>,
}

/// The map.
pub fn map_figure(content: MapContent) -> Markup {
    let t = use_site().text();
    let map = Rc::new(Map {
        stage: RefCell::new(Stage::new(untrack(|| content.base.get()))),
        gesture: RefCell::default(),
        is_painted: Cell::new(false),
        is_repaint_due: Cell::new(false),
        size: RwSignal::new((0.0, 0.0)),
        tooltip_at: RwSignal::new(None),
        hint: RwSignal::new(false),
        canvases: RefCell::default(),
        content: content.clone(),
    });
    map.follow_state();
    let scrolled = Rc::clone(&map);
    watch_window("scroll", move || scrolled.stage.borrow().tell_view());
    // The browser's listeners hold the map and the map its canvases: one of them has to let go.
    let gone = Rc::clone(&map);
    at_end(move || {
        gone.canvases.take();
        gone.stage.borrow_mut().detach();
    });

    let hovered_words = {
        let MapContent { drawing, hovered, words, .. } = content.clone();
        Memo::new(move |_| {
            drawing.get();
            hovered.get().map(|code| words(&code))
        })
    };
    let announced = move || match hovered_words.get() {
        Some(words) => format!("{}: {}. {}", words.name, words.value, words.more),
        None => String::new(),
    };
    let (tooltip_at, size, hint) = (map.tooltip_at, map.size, map.hint);
    let name = content.name.clone();
    let canvas = |class: &'static str, place: usize| {
        let map = Rc::clone(&map);
        el("canvas").class(class).attr("aria-hidden", "true").on_mount(move |canvas| {
            map.canvases.borrow_mut()[place] = canvas.dyn_into().ok();
        })
    };
    let surface = canvas("map__canvas map__canvas--above", 2)
        .on("pointermove", map.answer(Map::moved))
        .on("pointerdown", map.answer(Map::pressed))
        .on("pointerup", map.answer(Map::released))
        .on("pointerleave", map.answer(|map, _: &PointerEvent| map.left()))
        .on(
            "pointercancel",
            map.answer(|map, event: &PointerEvent| {
                map.gesture.borrow_mut().cancel(event.pointer_id());
            }),
        )
        .on("wheel", map.answer(Map::wheeled));
    let stage = el("div")
        .class("map__stage")
        .attr("tabindex", "0")
        .attr("role", "application")
        .attr("aria-roledescription", t.map_role)
        .live_attr("aria-label", move || name.get())
        .attr("aria-describedby", "map-help")
        .on("keydown", map.answer(Map::key))
        .on("dblclick", map.answer(|map, event: &MouseEvent| map.closer(event)))
        .with(canvas("map__canvas", 0))
        .with(canvas("map__canvas map__canvas--above", 1))
        .with(surface);
    let button = |label: &'static str, path: &'static str, change: fn(&mut Stage)| {
        let map = Rc::clone(&map);
        el("button")
            .attr("type", "button")
            .class("map__button")
            .attr("aria-label", label)
            .attr("title", label)
            .when("click", move || map.change(change))
            .with(icon(path))
    };
    let buttons = el("div")
        .class("map__buttons")
        .with(button(t.zoom_in, "M10 4v12M4 10h12", |stage| stage.zoom_about_middle(ZOOM_STEP)))
        .with(button(t.zoom_out, "M4 10h12", |stage| stage.zoom_about_middle(1.0 / ZOOM_STEP)))
        .with(button(t.zoom_all, "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4", Stage::show_whole));
    let measured = Rc::clone(&map);
    el("div")
        .class("map")
        .on_mount(move |frame| watch_size(frame, move |width, height| measured.size.set((width, height))))
        .with(stage)
        .with(el("p").class("unseen").id("map-help").with(t.map_help))
        .with(el("p").class("unseen").attr("role", "status").with(words(announced)))
        .with(live(move || {
            let (at, words) = tooltip_at.get().zip(hovered_words.get())?;
            Some(tooltip(at, size.get_untracked(), words))
        }))
        .with(
            el("p")
                .class("map__hint")
                .class_when("map__hint--shown", move || hint.get())
                .attr("aria-hidden", "true")
                .with(t.wheel_hint),
        )
        .with(buttons)
        .into()
}

/// How much a press on a button enlarges.
const ZOOM_STEP: f64 = 1.8;

/// About how wide the words beside the pointer are, CSS pixels.
const TOOLTIP_WIDTH: f64 = 180.0;

/// How long the hint about the wheel stays.
const HINT: Duration = Duration::from_millis(1600);

/// The map's parts, shared by all that answers to the reader.
struct Map {
    stage: RefCell<Stage>,
    gesture: RefCell<Gesture>,
    is_painted: Cell<bool>,
    is_repaint_due: Cell<bool>,
    size: RwSignal<(f64, f64)>,
    tooltip_at: RwSignal<Option<[f64; 2]>>,
    hint: RwSignal<bool>,
    canvases: RefCell<[Option<HtmlCanvasElement>; 3]>,
    content: MapContent,
}

impl Map {
    /// Paints when there is a size, colours when the values change, draws lines when the marks do.
    fn follow_state(self: &Rc<Self>) {
        let map = Rc::clone(self);
        follow(move || {
            let (width, height) = map.size.get();
            let canvases = map.canvases.borrow().clone();
            if let ([Some(fills), Some(lines), Some(marks)], true) = (canvases, width > 0.0 && height > 0.0) {
                map.stage.borrow_mut().attach([fills, lines, marks], width, height);
                untrack(|| map.repaint());
            }
        });
        let map = Rc::clone(self);
        follow(move || {
            let base = map.content.base.get();
            map.stage.borrow_mut().take(base);
            untrack(|| map.repaint());
        });
        // Only colours: the geometry stays.
        let map = Rc::clone(self);
        follow(move || {
            map.size.track();
            let Some(drawing) = map.content.drawing.get() else { return };
            map.stage.borrow_mut().color(&drawing);
            if !map.stage.borrow().is_attached() {
                return;
            }
            if !map.is_painted.replace(true) {
                marks::mark_when_drawn("map:first-paint");
            }
            let recolor_start = map.content.recolor_start;
            if let Some(start) = recolor_start.try_update_untracked(Option::take).flatten() {
                marks::measure_when_drawn("map:recolour", start, ("year", drawing.period));
            }
        });
        // Only marks.
        let map = Rc::clone(self);
        follow(move || {
            let (chosen, hovered) = (map.content.chosen.get(), map.content.hovered.get());
            map.size.track();
            if let Some(drawing) = map.content.drawing.get() {
                map.stage.borrow_mut().mark(&drawing, &chosen, hovered.as_ref());
            }
        });
        // Lines have colours of their own only by light and dark.
        let map = Rc::clone(self);
        let lines = Memo::new({
            let drawing = map.content.drawing.clone();
            move |_| drawing.get().map(|drawing| drawing.lines)
        });
        follow(move || {
            if lines.get().is_some()
                && let Some(drawing) = untrack(|| map.content.drawing.get())
            {
                map.stage.borrow_mut().stroke(&drawing);
            }
        });
    }

    /// Answers to an event.
    fn answer<E: JsCast>(self: &Rc<Self>, then: impl Fn(&Rc<Self>, &E) + 'static) -> impl FnMut(E) + 'static {
        let map = Rc::clone(self);
        move |event| untrack(|| then(&map, &event))
    }

    /// Everything anew: after the view, the size or the borders changed.
    fn repaint(&self) {
        let wanted = {
            let mut stage = self.stage.borrow_mut();
            if !stage.is_attached() {
                return;
            }
            stage.place();
            if let Some(drawing) = self.content.drawing.get() {
                stage.color(&drawing);
                stage.stroke(&drawing);
                stage.mark(&drawing, &self.content.chosen.get(), self.content.hovered.get().as_ref());
            }
            stage.wanted_detail()
        };
        self.content.want_detail.run(wanted);
    }

    /// Moves the map, and paints it in the next frame: several moves of one frame are painted once.
    fn change(self: &Rc<Self>, change: impl Fn(&mut Stage)) {
        change(&mut self.stage.borrow_mut());
        if !self.is_repaint_due.replace(true) {
            let map = Rc::clone(self);
            in_next_frame(move || {
                map.is_repaint_due.set(false);
                untrack(|| map.repaint());
            });
        }
    }

    fn level(&self) -> Option<Level> {
        self.content.drawing.get().map(|drawing| drawing.level)
    }

    fn point_at(&self, at: [f64; 2]) {
        let area = self.level().and_then(|level| self.stage.borrow().area_at(at, level));
        let detail = area.as_ref().map_or(wasm_bindgen::JsValue::NULL, |code| code.as_str().into());
        marks::mark("map:hover", &marks::object(&[("area", detail)]));
        self.tooltip_at.set(area.is_some().then_some(at));
        if self.content.hovered.get() != area {
            self.content.hovered.set(area);
        }
    }

    fn moved(self: &Rc<Self>, event: &PointerEvent) {
        let at = place_of(event);
        let kind = if event.pointer_type() == "touch" { PointerKind::Touch } else { PointerKind::Precise };
        let view = self.stage.borrow().view;
        let moved = self.gesture.borrow_mut().drag(event.pointer_id(), at, kind, view);
        match moved {
            Some(view) => {
                event.prevent_default();
                self.tooltip_at.set(None);
                self.change(|stage| stage.show(view));
            }
            None => self.point_at(at),
        }
    }

    fn pressed(self: &Rc<Self>, event: &PointerEvent) {
        self.gesture.borrow_mut().press(event.pointer_id(), place_of(event));
        if event.pointer_type() != "touch"
            && let Some(canvas) = event.target().and_then(|target| target.dyn_into::<Node>().ok())
        {
            let _ = canvas.set_pointer_capture(event.pointer_id());
        }
    }

    fn released(self: &Rc<Self>, event: &PointerEvent) {
        let is_click = self.gesture.borrow_mut().release(event.pointer_id());
        if is_click {
            self.point_at(place_of(event));
            if let Some(code) = self.content.hovered.get() {
                self.content.toggle.run(code);
            }
        }
    }

    /// Shows the words of an area beside it; the map follows where that would be outside.
    fn point_at_area(self: &Rc<Self>, code: &AreaCode) {
        let place = |stage: &Stage| stage.label_point(code).map(|at| (at, stage.is_in_view(at)));
        let at = place(&self.stage.borrow());
        if let Some((_, false)) = at {
            self.change(|stage| stage.show_area(code));
        }
        let at = place(&self.stage.borrow());
        self.tooltip_at.set(at.map(|(at, _)| at));
    }

    /// Twice in the same place: closer about it.
    fn closer(self: &Rc<Self>, event: &MouseEvent) {
        let about = [f64::from(event.offset_x()), f64::from(event.offset_y())];
        self.change(|stage| stage.show(stage.view.zoomed(ZOOM_STEP, about)));
    }

    fn left(&self) {
        self.tooltip_at.set(None);
        self.content.hovered.set(None);
    }

    fn wheeled(self: &Rc<Self>, event: &WheelEvent) {
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            self.hint.set(false);
            let about = [f64::from(event.offset_x()), f64::from(event.offset_y())];
            let factor = wheel_factor(event.delta_y());
            self.change(|stage| stage.show(stage.view.zoomed(factor, about)));
        } else {
            self.hint.set(true);
            let hint = self.hint;
            after(HINT, move || {
                hint.try_set(false);
            });
        }
    }

    fn key(self: &Rc<Self>, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some((action, level)) = Action::of_key(&event.key()).zip(self.level()) else { return };
        let hovered = self.content.hovered;
        match action {
            Action::Go(direction) => {
                let next = self.stage.borrow().towards(hovered.get().as_ref(), direction, level);
                if let Some(next) = next {
                    self.point_at_area(&next);
                    hovered.set(Some(next));
                }
            }
            Action::Choose => match hovered.get() {
                Some(code) => self.content.toggle.run(code),
                None => return,
            },
            Action::Zoom(factor) => self.change(|stage| stage.zoom_about_middle(factor)),
            Action::Whole => self.change(Stage::show_whole),
            Action::Leave if hovered.get().is_none() => return,
            Action::Leave => self.left(),
        }
        event.prevent_default();
    }
}

/// Where in the figure an event happened, CSS pixels.
fn place_of(event: &PointerEvent) -> [f64; 2] {
    [f64::from(event.offset_x()), f64::from(event.offset_y())]
}

/// The words beside the pointer, on the side where there is room.
fn tooltip(at: [f64; 2], (width, height): (f64, f64), words: AreaWords) -> Markup {
    let is_tight = at[0] + TOOLTIP_WIDTH > width && at[0] > TOOLTIP_WIDTH.min(width * 0.5);
    let left = if is_tight { " tooltip--left" } else { "" };
    let up = if at[1] > height * 0.75 { " tooltip--up" } else { "" };
    el("div")
        .class(format!("tooltip{left}{up}"))
        .attr("aria-hidden", "true")
        .style("left", format!("{}px", decimal(at[0], 0)))
        .style("top", format!("{}px", decimal(at[1], 0)))
        .with(el("strong").attr("lang", "sv").with(words.name))
        .with(el("span").class("tooltip__value").with(words.value))
        .with(el("span").class("tooltip__more").with(words.more))
        .into()
}
