//! The map's parts, shared by all that answers to the reader: what follows the state, the pointer and the keys.

use super::keyboard::Action;
use super::stage::{Marked, Stage};
use super::{MapContent, MapDrawing, Seen};
use crate::components::browser::{after, focus_search, in_next_frame};
use crate::components::marks;
use crate::geo::viewport::Viewport;
use crate::map::canvas::Sheet;
use crate::map::gesture::{Gesture, PointerKind, wheel_factor};
use crate::markup::{RwSignal, follow};
use crate::model::{AreaCode, Level};
use leptos::prelude::untrack;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{
    Element as Node, HtmlCanvasElement, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent,
};

/// How much a press on a button enlarges.
pub(super) const ZOOM_STEP: f64 = 1.8;

/// How long the hint about the wheel stays.
const HINT: Duration = Duration::from_millis(1600);

/// How long an area must be marked before it is announced: who walks on is not talked to.
const PAUSE: Duration = Duration::from_millis(180);

/// The elements that a map is made of, once they are there.
#[derive(Default)]
pub(super) struct Nodes {
    pub(super) frame: Option<HtmlElement>,
    pub(super) sheet: Option<HtmlElement>,
    pub(super) canvas: Option<HtmlCanvasElement>,
    pub(super) outlines: Option<Node>,
    pub(super) names: Option<Node>,
}

impl Nodes {
    fn sheet(&self) -> Option<Sheet> {
        let Self { sheet, canvas, outlines, names, .. } = self;
        Some(Sheet {
            sheet: sheet.clone()?,
            canvas: canvas.clone()?,
            outlines: outlines.clone()?,
            names: names.clone()?,
        })
    }
}

/// A map that is on the page.
pub(super) struct Map {
    pub(super) stage: RefCell<Stage>,
    pub(super) nodes: RefCell<Nodes>,
    pub(super) size: RwSignal<(f64, f64)>,
    pub(super) tooltip_at: RwSignal<Option<[f64; 2]>>,
    pub(super) hint: RwSignal<bool>,
    /// Whether the browser gives nothing to paint on, or has taken it back.
    pub(super) is_lost: RwSignal<bool>,
    /// The area that is announced.
    pub(super) announced: RwSignal<Option<AreaCode>>,
    gesture: RefCell<Gesture>,
    is_painted: Cell<bool>,
    is_frame_due: Cell<bool>,
    n_steps: Cell<u32>,
    content: MapContent,
}

impl Map {
    pub(super) fn new(content: MapContent) -> Rc<Self> {
        Rc::new(Self {
            stage: RefCell::new(Stage::new(untrack(|| content.base.get()))),
            nodes: RefCell::default(),
            size: RwSignal::new((0.0, 0.0)),
            tooltip_at: RwSignal::new(None),
            hint: RwSignal::new(false),
            is_lost: RwSignal::new(false),
            announced: RwSignal::new(None),
            gesture: RefCell::default(),
            is_painted: Cell::new(false),
            is_frame_due: Cell::new(false),
            n_steps: Cell::new(0),
            content,
        })
    }

    /// Paints when there is a size, colours when the values change, draws outlines when the marks do.
    pub(super) fn follow_state(self: &Rc<Self>) {
        let map = Rc::clone(self);
        follow(move || {
            let size = map.size.get();
            let sheet = map.nodes.borrow().sheet();
            if let (Some(sheet), true) = (sheet, size.0 > 0.0 && size.1 > 0.0) {
                let is_first = !map.stage.borrow().is_attached();
                map.stage.borrow_mut().attach(sheet, size);
                map.is_lost.set(!map.stage.borrow().is_attached());
                if let (true, Some(area)) = (is_first, &map.content.start) {
                    map.stage.borrow_mut().show_area(area);
                }
                untrack(|| map.paint());
            }
        });
        let map = Rc::clone(self);
        follow(move || {
            let base = map.content.base.get();
            map.stage.borrow_mut().take(base);
            untrack(|| map.next_frame());
        });
        let map = Rc::clone(self);
        follow(move || {
            let close = map.content.close.get();
            map.stage.borrow_mut().take_close(close);
            untrack(|| map.next_frame());
        });
        // Only colours: the geometry stays.
        let map = Rc::clone(self);
        follow(move || {
            let Some(drawing) = map.content.drawing.get() else { return };
            if !map.stage.borrow().is_attached() {
                return;
            }
            if !map.is_painted.get() {
                return untrack(|| map.paint());
            }
            map.stage.borrow_mut().color(&drawing, false);
            let recolor_start = map.content.recolor_start;
            if let Some(start) = recolor_start.try_get_untracked().flatten() {
                recolor_start.set(None);
                marks::measure_when_drawn("map:recolour", start, ("year", drawing.period));
            }
            untrack(|| map.next_frame());
        });
        let map = Rc::clone(self);
        follow(move || {
            map.content.lists_view.track();
            untrack(|| map.ask());
        });
        // Maps that move together.
        let map = Rc::clone(self);
        follow(move || {
            let Some(view) = map.content.linked.and_then(|linked| linked.get()) else { return };
            if !is_near(&map.stage.borrow().view, &view) && map.stage.borrow().is_attached() {
                untrack(|| map.change(|stage| stage.show(view)));
            }
        });
        // Only marks.
        let map = Rc::clone(self);
        follow(move || {
            map.content.chosen.get();
            map.content.hovered.get();
            untrack(|| map.marked(|stage, marked| stage.mark(marked)));
        });
    }

    /// Answers to an event.
    pub(super) fn answer<E: JsCast>(
        self: &Rc<Self>,
        then: impl Fn(&Rc<Self>, &E) + 'static,
    ) -> impl FnMut(E) + 'static {
        let map = Rc::clone(self);
        move |event| untrack(|| then(&map, &event))
    }

    /// Moves the map, and paints it in the next frame: several moves of one frame are painted once.
    pub(super) fn change(self: &Rc<Self>, change: impl Fn(&mut Stage)) {
        change(&mut self.stage.borrow_mut());
        self.next_frame();
    }

    /// The browser has taken back what was painted on.
    pub(super) fn lost(&self) {
        self.is_lost.set(true);
    }

    /// The browser has given back something to paint on, which is empty.
    pub(super) fn restored(self: &Rc<Self>) {
        self.is_lost.set(false);
        self.paint();
    }

    /// Says where the map is in the window.
    pub(super) fn tell_view(&self) {
        if let Some(frame) = &self.nodes.borrow().frame {
            let place = frame.get_bounding_client_rect();
            self.stage.borrow().tell_view([place.left(), place.top()]);
        }
    }

    /// The browser's listeners hold the map and the map its elements: one of them has to let go.
    pub(super) fn let_go(&self) {
        self.nodes.take();
        self.stage.borrow_mut().detach();
    }

    /// What is on the map now.
    pub(super) fn seen(&self) -> Option<Seen> {
        self.marked(|stage, marked| stage.seen(marked)).flatten()
    }

    /// Does something with what is drawn and marked, once there is something.
    fn marked<T>(&self, then: impl FnOnce(&mut Stage, &Marked<'_>) -> T) -> Option<T> {
        let drawing = self.content.drawing.get()?;
        let (chosen, hovered) = (self.content.chosen.get(), self.content.hovered.get());
        let marked = Marked { drawing: &drawing, chosen: &chosen, hovered: hovered.as_ref() };
        let mut stage = self.stage.borrow_mut();
        stage.is_attached().then(|| then(&mut stage, &marked))
    }

    /// Everything at once: at first and after a change of size.
    fn paint(self: &Rc<Self>) {
        self.tell_view();
        let is_painted = self.marked(|stage, marked| stage.paint(marked)).unwrap_or(false);
        if is_painted && !self.is_painted.replace(true) {
            marks::mark_when_drawn("map:first-paint");
        }
        self.ask();
    }

    fn next_frame(self: &Rc<Self>) {
        if self.is_frame_due.replace(true) {
            return;
        }
        let map = Rc::clone(self);
        in_next_frame(move || {
            map.is_frame_due.set(false);
            untrack(|| map.frame());
        });
    }

    fn frame(self: &Rc<Self>) {
        if self.stage.borrow_mut().take_moved() {
            self.tell_view();
            if let Some(linked) = self.content.linked {
                linked.set(Some(self.stage.borrow().view));
            }
        }
        let is_more = self.marked(|stage, marked| stage.frame(marked)).unwrap_or(false);
        if is_more {
            self.next_frame();
        } else {
            self.ask();
        }
    }

    /// The map stands still: asks for the borders that the view needs, and tells what is in view.
    fn ask(&self) {
        if let Some(level) = self.level().filter(|_| self.content.lists_view.get()) {
            let in_view = self.stage.borrow().in_view(level);
            if self.content.in_view.with_untracked(|before| *before != in_view) {
                self.content.in_view.set(in_view);
            }
        }
        let wanted = {
            let stage = self.stage.borrow();
            stage.is_attached().then(|| stage.wanted())
        };
        if let Some(wanted) = wanted {
            self.content.want.run(wanted);
        }
        if self.content.follows_zoom.get() && self.stage.borrow().is_attached() {
            let wanted = self.stage.borrow().wanted_level(&self.content.levels.get());
            if let Some(wanted) = wanted.filter(|wanted| self.level().is_some_and(|level| level != *wanted)) {
                self.content.follow_level.run(wanted);
            }
        }
    }

    fn level(&self) -> Option<Level> {
        self.content.drawing.get().map(|drawing: MapDrawing| drawing.level)
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

    pub(super) fn moved(self: &Rc<Self>, event: &PointerEvent) {
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

    pub(super) fn pressed(self: &Rc<Self>, event: &PointerEvent) {
        self.gesture.borrow_mut().press(event.pointer_id(), place_of(event));
        if event.pointer_type() != "touch"
            && let Some(target) = event.target().and_then(|target| target.dyn_into::<Node>().ok())
        {
            let _ = target.set_pointer_capture(event.pointer_id());
        }
    }

    pub(super) fn released(self: &Rc<Self>, event: &PointerEvent) {
        let is_click = self.gesture.borrow_mut().release(event.pointer_id());
        if is_click {
            self.point_at(place_of(event));
            if let Some(code) = self.content.hovered.get() {
                self.content.toggle.run(code);
            }
        }
    }

    pub(super) fn cancelled(self: &Rc<Self>, event: &PointerEvent) {
        self.gesture.borrow_mut().cancel(event.pointer_id());
    }

    pub(super) fn left(&self) {
        self.tooltip_at.set(None);
        self.content.hovered.set(None);
    }

    /// Twice in the same place: closer about it.
    pub(super) fn closer(self: &Rc<Self>, event: &MouseEvent) {
        let about = [f64::from(event.offset_x()), f64::from(event.offset_y())];
        self.change(|stage| stage.show(stage.view.zoomed(ZOOM_STEP, about)));
    }

    /// The wheel zooms with Ctrl, so that a reader who scrolls past is not caught; where the map fills the window there
    /// is nothing to scroll past.
    pub(super) fn wheeled(self: &Rc<Self>, event: &WheelEvent) {
        if event.ctrl_key() || event.meta_key() || self.content.is_wide.get() {
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

    pub(super) fn key(self: &Rc<Self>, event: &KeyboardEvent) {
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
                    self.announce_soon();
                }
            }
            Action::Choose => match hovered.get() {
                Some(code) => self.content.toggle.run(code),
                None => return,
            },
            Action::Zoom(factor) => self.change(|stage| stage.zoom_about_middle(factor)),
            Action::Whole => self.change(Stage::show_whole),
            Action::Level { finer } => {
                self.to_level(level, finer);
                self.announce_soon();
            }
            Action::Search => focus_search(),
            Action::Leave if hovered.get().is_some() => self.left(),
            Action::Leave if self.content.is_wide.get() => self.content.set_wide.run(false),
            Action::Leave => return,
        }
        event.prevent_default();
    }

    /// Goes to the next larger or smaller areas and stays in the same place.
    fn to_level(self: &Rc<Self>, from: Level, finer: bool) {
        let levels = self.content.levels.get();
        let Some(at) = levels.iter().position(|level| *level == from) else { return };
        let next = if finer { levels.get(at + 1) } else { at.checked_sub(1).and_then(|at| levels.get(at)) };
        let Some(next) = next else { return };
        let marked = self.content.hovered.get();
        let inside = marked.clone().and_then(|code| self.stage.borrow().holder(&code, *next));
        self.tooltip_at.set(None);
        self.content.hovered.set(inside);
        // The way into an area begins with it in the middle.
        if let Some(code) = marked.filter(|_| finer) {
            self.change(|stage| stage.show_area(&code));
        }
        self.content.choose_level.run(*next);
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

    /// Announces the marked area, unless the reader walks on at once.
    fn announce_soon(self: &Rc<Self>) {
        let step = self.n_steps.get().wrapping_add(1);
        self.n_steps.set(step);
        let map = Rc::clone(self);
        after(PAUSE, move || {
            if map.n_steps.get() == step {
                map.announced.try_set(untrack(|| map.content.hovered.try_get().flatten()));
            }
        });
    }
}

/// Whether two views differ by less than can be seen.
fn is_near(a: &Viewport, b: &Viewport) -> bool {
    (a.k / b.k - 1.0).abs() < 1e-6 && (a.tx - b.tx).abs() < 0.05 && (a.ty - b.ty).abs() < 0.05
}

/// Where in the figure an event happened, CSS pixels.
fn place_of(event: &PointerEvent) -> [f64; 2] {
    [f64::from(event.offset_x()), f64::from(event.offset_y())]
}
