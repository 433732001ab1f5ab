//! The drawing itself with what answers to pointer and keyboard.

use super::{Drawn, Line};
use crate::charts::Size;
use crate::charts::line::{LineLayout, LineSpec, PlacedMark, Step, Stop, fitting_height};
use crate::charts::svg::{Naming, Styling};
use crate::components::marks;
use crate::components::picture::picture;
use crate::components::site::use_site;
use crate::decimal::decimal;
use crate::i18n::number::{NumberStyle, with_unit};
use crate::i18n::period::period_text;
use crate::markup::{Live, Markup, el, follow, live, several, words};
use crate::model::{AreaCode, Level};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, PointerEvent};

/// The width of a drawing until its place is measured, CSS pixels.
pub(super) const STATIC_WIDTH: f64 = 640.0;

/// What is drawn.
pub(super) struct PlotContent {
    /// The drawing and its words.
    pub(super) drawn: Live<Arc<Drawn>>,
    /// The areas behind the lines, in the order of the drawing.
    pub(super) lines: Live<Arc<Vec<Line>>>,
    /// The area under the pointer, here or elsewhere.
    pub(super) hovered: RwSignal<Option<AreaCode>>,
}

/// What is pointed at: where it is, and its name, period and value in words.
struct Pointed {
    at: Option<(f64, f64)>,
    name: String,
    period: String,
    value: String,
}

/// The drawing; `id` begins the ids inside.
pub(super) fn plot(id: &str, content: PlotContent) -> Markup {
    let site = use_site();
    let t = site.text();
    let language = site.language;
    let PlotContent { drawn, lines, hovered } = content;
    let width = RwSignal::new(STATIC_WIDTH);
    let layout = {
        let drawn = drawn.clone();
        Memo::new(move |_| Arc::new(fitted(&drawn.get().spec, width.get()).layout()))
    };
    let stop = RwSignal::new(None::<Stop>);
    let render = {
        let drawn = drawn.clone();
        move |width: f64, id: &str| {
            let drawn = drawn.get();
            let (title, description) = (&drawn.sentences.title, &drawn.sentences.alternative);
            fitted(&drawn.spec, width).svg(Naming::Titled { id, title, description }, Styling::Page)
        }
    };
    follow_drawing(drawn.clone());
    // The area whose line is pointed at is marked on the map too, and the other way round.
    follow(move || {
        let Some(stop) = stop.get() else { return };
        let area = untrack(|| lines.get()).get(stop.series).map(|line| line.code.clone());
        if let Some(area) = area.filter(|area| area.level() != Level::Nation) {
            hovered.set(Some(area));
        }
    });
    let pointed = {
        let drawn = drawn.clone();
        Live::new(move || {
            let stop = stop.get()?;
            let drawn = drawn.get();
            let spec = &drawn.spec;
            let series = spec.series.get(stop.series)?;
            let value = *series.values.get(stop.period)?;
            let style = NumberStyle { decimals: spec.decimals, language };
            let value = match value.number() {
                Some(number) => with_unit(number, &spec.unit, style),
                None => value.absence().map_or("", t.absence).to_owned(),
            };
            let period = period_text(*spec.periods.get(stop.period)?, language);
            Some(Pointed { at: place(&layout.get(), stop), name: series.name.clone(), period, value })
        })
    };
    let point_at = move |event: PointerEvent| {
        let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        let next = layout.get_untracked().nearest(x, y);
        if next != stop.get_untracked() {
            stop.set(next);
        }
    };
    let leave = move || {
        stop.set(None);
        hovered.set(None);
    };
    let on_key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowLeft" => Step::Earlier,
            "ArrowRight" => Step::Later,
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "Home" => Step::First,
            "End" => Step::Last,
            "Escape" if stop.get_untracked().is_some() => {
                event.prevent_default();
                return leave();
            }
            _ => return,
        };
        event.prevent_default();
        stop.set(layout.get_untracked().step(stop.get_untracked(), step));
    };
    let announced = {
        let pointed = pointed.clone();
        move || {
            let words = |pointed: Pointed| format!("{}, {}: {}", pointed.name, pointed.period, pointed.value);
            pointed.get().map(words).unwrap_or_default()
        }
    };
    let help_id = format!("{id}-help");
    let surface = el("div")
        .class("plot__touch")
        .on("pointermove", point_at)
        .on("pointerdown", point_at)
        .when("pointerleave", leave);
    el("div")
        .class("plot")
        .attr("tabindex", "0")
        .attr("role", "application")
        .live_attr("aria-label", move || drawn.get().sentences.title.clone())
        .attr("aria-describedby", help_id.clone())
        .on("keydown", on_key)
        .when("blur", move || stop.set(None))
        .with(picture(format!("{id}-picture"), width, true, render))
        .with(surface)
        .with(live(move || pointed.get().and_then(|pointed| tooltip(pointed, width.get_untracked()))))
        .with(el("p").class("unseen").id(help_id).with(t.chart_help))
        .with(el("p").class("unseen").attr("role", "status").with(words(announced)))
        .into()
}

/// Marks the first drawing for those who measure.
fn follow_drawing(drawn: Live<Arc<Drawn>>) {
    let mut is_drawn = false;
    follow(move || {
        if !drawn.get().spec.series.is_empty() && !is_drawn {
            is_drawn = true;
            marks::mark_when_drawn("chart:first-paint");
        }
    });
}

fn place(layout: &LineLayout, stop: Stop) -> Option<(f64, f64)> {
    match layout.series.get(stop.series)?.marks.get(stop.period)? {
        PlacedMark::Number(point) => Some((point.x, point.y)),
        mark => mark.point().map(|point| (point.x, point.y)),
    }
}

/// The dot on the line and the words beside it.
fn tooltip(pointed: Pointed, width: f64) -> Option<Markup> {
    let (x, y) = pointed.at?;
    let dot = el("span")
        .class("plot__dot")
        .attr("aria-hidden", "true")
        .style("left", format!("{}px", decimal(x, 1)))
        .style("top", format!("{}px", decimal(y, 1)));
    let side = if x > width * 0.55 { "tooltip tooltip--left" } else { "tooltip" };
    let words = el("div")
        .class(side)
        .attr("aria-hidden", "true")
        .style("left", format!("{}px", decimal(x, 0)))
        .style("top", format!("{}px", decimal(y, 0)))
        .with(el("strong").with(pointed.name))
        .with(el("span").class("tooltip__value").with(pointed.value))
        .with(el("span").class("tooltip__more").with(pointed.period));
    Some(several([dot, words]))
}

/// A drawing of a width, in the height that suits it.
fn fitted(spec: &LineSpec, width: f64) -> LineSpec {
    LineSpec { size: Size { width, height: fitting_height(width) }, ..spec.clone() }
}

/// After an arrow key on a tab: the other one takes the focus.
pub(super) fn focus_selected_tab(event: &KeyboardEvent) {
    let list = event
        .current_target()
        .and_then(|tab| tab.dyn_into::<web_sys::Element>().ok())
        .and_then(|tab| tab.closest("[role=tablist]").ok().flatten());
    let selected = list.and_then(|list| list.query_selector("[aria-selected=true]").ok().flatten());
    if let Some(selected) = selected.and_then(|selected| selected.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = selected.focus();
    }
}
