//! The period slider, with a button that plays through the periods.

use super::browser::typed_value;
use super::icon::icon_frame;
use super::marks;
use super::site::use_site;
use crate::i18n::period::period_text;
use crate::markup::{Act, Live, Markup, RwSignal, at_end, el, words};
use crate::model::Period;
use leptos::prelude::untrack;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

/// How long each period is shown while playing, milliseconds: long enough to read the map's largest changes.
const PACE: i32 = 900;

/// Which periods there are, ascending, and which of them is shown.
#[derive(Clone)]
pub struct Periods {
    /// To choose from.
    pub all: Live<Vec<Period>>,
    /// Shown now.
    pub shown: Live<Option<Period>>,
}

impl Periods {
    fn position(&self) -> usize {
        self.shown.get().and_then(|period| self.all.get().binary_search(&period).ok()).unwrap_or(0)
    }

    fn last(&self) -> usize {
        self.all.get().len().saturating_sub(1)
    }
}

/// A slider over periods. It reports each new period with the time of the reader's input, in milliseconds of the page's
/// clock.
pub fn period_slider(periods: &Periods, choose: Act<(Period, f64)>) -> Markup {
    let site = use_site();
    let t = site.text();
    let language = site.language;
    let go = {
        let all = periods.all.clone();
        Act::new(move |(to, start): (usize, f64)| {
            if let Some(period) = untrack(|| all.get()).get(to) {
                choose.run((*period, start));
            }
        })
    };
    let player = Player { handle: RwSignal::new(None) };
    at_end(move || player.stop());
    let is_single = {
        let periods = periods.clone();
        move || periods.last() == 0
    };
    let shown = {
        let period = periods.shown.clone();
        move || period.get().map_or_else(String::new, |period| period_text(period, language))
    };
    let edge = |end: bool| {
        let all = periods.all.clone();
        words(move || {
            let all = all.get();
            let period = if end { all.last() } else { all.first() };
            period.map_or_else(String::new, |period| period_text(*period, language))
        })
    };
    let toggle = {
        let (periods, go) = (periods.clone(), go.clone());
        move || untrack(|| player.toggle(&periods, &go))
    };
    let moved = move |event: Event| {
        let start = marks::now();
        player.stop();
        if let Ok(to) = typed_value(&event).parse() {
            go.run((to, start));
        }
    };
    let (max, value) = (periods.clone(), periods.clone());
    let picture = el("path").live_attr("d", move || if player.is_on() { PAUSE } else { PLAY });
    let button = el("button")
        .attr("type", "button")
        .class("button button--round")
        .live_attr("aria-label", move || if player.is_on() { t.pause } else { t.play })
        .live_attr("disabled", is_single.clone())
        .when("click", toggle)
        .with(icon_frame("20").with(picture));
    let input = el("input")
        .attr("type", "range")
        .class("slider__input")
        .attr("aria-label", t.year)
        .attr("min", "0")
        .attr("step", "1")
        .live_attr("max", move || max.last().to_string())
        .live_attr("aria-valuetext", shown.clone())
        .live_attr("disabled", is_single)
        .property("value", move || value.position().to_string())
        .on("input", moved);
    let ends = el("div")
        .class("slider__ends")
        .attr("aria-hidden", "true")
        .with(el("span").with(edge(false)))
        .with(el("span").with(edge(true)));
    el("div")
        .class("slider")
        .with(button)
        .with(el("output").class("slider__now").attr("aria-hidden", "true").with(words(shown)))
        .with(el("div").class("slider__track").with(input).with(ends))
        .into()
}

const PAUSE: &str = "M5 4h3.5v12H5zM11.5 4H15v12h-3.5z";
const PLAY: &str = "M6 3.5v13l11-6.5z";

/// Plays through the periods; the handle is the browser's while it does.
#[derive(Clone, Copy)]
struct Player {
    handle: RwSignal<Option<i32>>,
}

impl Player {
    fn is_on(self) -> bool {
        self.handle.get().is_some()
    }

    fn stop(self) {
        if let Some(handle) = self.handle.try_get_untracked().flatten() {
            if let Some(window) = web_sys::window() {
                window.clear_interval_with_handle(handle);
            }
            self.handle.set(None);
        }
    }

    fn toggle(self, periods: &Periods, go: &Act<(usize, f64)>) {
        if self.handle.get_untracked().is_some() {
            return self.stop();
        }
        // From the last period it starts over.
        if periods.position() >= periods.last() {
            go.run((0, marks::now()));
        }
        let (periods, go) = (periods.clone(), go.clone());
        let step = Closure::<dyn FnMut()>::new(move || {
            let next = untrack(|| periods.position()) + 1;
            if next > untrack(|| periods.last()) {
                self.stop();
            } else {
                go.run((next, marks::now()));
            }
        });
        let Some(window) = web_sys::window() else { return };
        let step = step.into_js_value();
        let handle =
            window.set_interval_with_callback_and_timeout_and_arguments_0(step.unchecked_ref(), PACE);
        self.handle.set(handle.ok());
    }
}
