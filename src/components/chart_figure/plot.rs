//! The drawing itself with what answers to pointer and keyboard.

use super::tooltip::tooltip;
use super::{ChartContent, Made};
use crate::charts::stop::{Move, nearest, step};
use crate::charts::svg::{Naming, Styling, document};
use crate::charts::{Area, Placed, Point, PointWords, Size};
use crate::components::browser::watch_keys;
use crate::components::canvas_picture::{canvas_behind, canvas_picture};
use crate::components::marks;
use crate::components::method_note::Number;
use crate::components::picture::picture;
use crate::components::site::use_site;
use crate::markup::{Live, Markup, Memo, RwSignal, el, follow, live, words};
use crate::model::Level;
use leptos::prelude::untrack;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::{KeyboardEvent, MouseEvent, PointerEvent};

/// The width of a drawing until its place is measured, CSS pixels.
pub const STATIC_WIDTH: f64 = 640.0;

/// With more values than these a drawing is on a canvas.
const MOST_ELEMENTS: usize = 1500;

/// The drawing; `id` begins the ids inside. Where `method` says how, a key puts the value that is pointed at into `number`.
pub(super) fn plot(
    id: &str,
    content: &ChartContent,
    method: Option<&'static str>,
    number: RwSignal<Number>,
) -> Markup {
    let site = use_site();
    let t = &site.text().figure;
    let ChartContent { drawn, areas, hovered, choose, period, .. } = content.clone();
    let (width, height) = (RwSignal::new(STATIC_WIDTH), RwSignal::new(None));
    let placed = {
        let drawn = drawn.clone();
        Memo::new(move |_| {
            let placed = drawn.get().chart.placed_in(width.get(), height.get());
            Made(Arc::<dyn Placed>::from(placed))
        })
    };
    if let Some(fill) = site.fill {
        fill(height, Live::new(move || placed.get().0.size().height));
    }
    let stop = RwSignal::new(None::<usize>);
    let (is_static, is_dark) = (site.is_static, site.is_dark.clone());
    let render = {
        let drawn = drawn.clone();
        Rc::new(move |width: f64, id: &str| {
            let drawn = drawn.get();
            let title = drawn.words.title();
            let naming = Naming::Titled { id, title: &title, description: &drawn.words.alternative };
            let placed = if is_static { drawn.chart.placed(width).into() } else { placed.get().0 };
            let draw = |area: &Area<'_>| match is_static {
                true => placed.draw(area),
                false => placed.draw_front(area),
            };
            document(placed.size(), naming, Styling::Page, draw).unwrap_or_default()
        })
    };
    let has_many = Memo::new(move |_| {
        let placed = placed.get().0;
        !is_static && placed.crowd().is_none() && placed.stops().len() > MOST_ELEMENTS
    });
    // What stays as it is while the rest changes is drawn apart, and drawn anew only when it has changed.
    let crowd = Memo::new(move |_| placed.get().0.crowd().filter(|_| !is_static).cloned());
    let has_crowd = Memo::new(move |_| crowd.get().is_some());
    let dark = is_dark.clone();
    let behind = live(move || has_crowd.get().then(|| canvas_behind(crowd, dark.clone())));
    let words_of = {
        let drawn = drawn.clone();
        Live::new(move || (drawn.get().words.title(), drawn.get().words.alternative.clone()))
    };
    let picture_id = format!("{id}-picture");
    let drawing = live(move || {
        if has_many.get() {
            return canvas_picture(placed, width, is_dark.clone(), words_of.clone());
        }
        let render = render.clone();
        picture(picture_id.clone(), width, true, move |width, id| render(width, id))
    });
    mark_first_drawing(placed);
    // The area behind a stop, for the map and for choosing.
    let area_at = {
        let (drawn, areas) = (drawn.clone(), areas.clone());
        Live::new(move || {
            let stop = *placed.get().0.stops().get(stop.get()?)?;
            let area = drawn.get().chart.area_of(stop.datum)?;
            areas.get().get(area).cloned()
        })
    };
    let to_map = area_at.clone();
    follow(move || {
        if stop.get().is_some()
            && let Some(area) = untrack(|| to_map.get())
            && area.level() != Level::Nation
        {
            hovered.set(Some(area));
        }
    });
    // What is pointed at here, or else the value of the area that is pointed at elsewhere.
    let pointed = {
        let drawn = drawn.clone();
        Live::new(move || {
            let (drawn, placed) = (drawn.get(), placed.get().0);
            let here = stop.get().and_then(|stop| placed.stops().get(stop).copied());
            let elsewhere = || {
                let area = hovered.get()?;
                let position = areas.get().iter().position(|code| *code == area)?;
                let datum = drawn.chart.datum_of(position)?;
                placed.stops().iter().find(|stop| stop.datum == datum).copied()
            };
            let is_here = here.is_some();
            let stop = here.or_else(elsewhere)?;
            Some(Pointed {
                at: stop.at,
                words: drawn.chart.point(stop.datum)?,
                size: placed.size(),
                datum: stop.datum,
                is_here,
            })
        })
    };
    let line = {
        let pointed = pointed.clone();
        live(move || {
            let Pointed { datum, size, .. } = pointed.get().filter(|_| has_crowd.get())?;
            let placed = placed.get_untracked().0;
            let draw = |area: &Area<'_>| placed.draw_pointed(datum, area);
            let line = document(size, Naming::Hidden, Styling::Page, draw).unwrap_or_default();
            Some(el("div").class("plot__line").html(line))
        })
    };
    let point_at = move |event: PointerEvent| {
        let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        let next = nearest(placed.get_untracked().0.stops(), x, y);
        if next != stop.get_untracked() {
            stop.set(next);
        }
    };
    let leave = move || {
        stop.set(None);
        hovered.set(None);
    };
    // The box goes away by Escape also while the focus is elsewhere.
    if !is_static {
        watch_keys(move |key| {
            if key == "Escape" && stop.get_untracked().is_some() {
                leave();
            }
        });
    }
    let can_choose = choose.is_some();
    let (asked_of, drawn_of) = (area_at.clone(), drawn.clone());
    let choose_here = move || {
        if let (Some(choose), Some(area)) = (&choose, untrack(|| area_at.get())) {
            choose.run(area);
        }
    };
    let choose_by_key = choose_here.clone();
    let asked = pointed.clone();
    let on_key = move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowLeft" => Move::Left,
            "ArrowRight" => Move::Right,
            "ArrowUp" => Move::Up,
            "ArrowDown" => Move::Down,
            "Home" => Move::First,
            "End" => Move::Last,
            "m" | "M" if method.is_some() => {
                if let Some(Pointed { words, datum, .. }) = untrack(|| asked.get()) {
                    let own = untrack(|| drawn_of.get()).chart.period_of(datum);
                    let (area, period) = untrack(|| (asked_of.get(), own.or(period.get())));
                    number.set(Number { words: announcement(words), area, period });
                }
                return;
            }
            "Enter" if stop.get_untracked().is_some() => {
                event.prevent_default();
                return choose_by_key();
            }
            _ => return,
        };
        event.prevent_default();
        stop.set(step(placed.get_untracked().0.stops(), stop.get_untracked(), to));
    };
    let announced = {
        let pointed = pointed.clone();
        move || {
            let here = pointed.get().filter(|pointed| pointed.is_here);
            here.map(|Pointed { words, .. }| announcement(words)).unwrap_or_default()
        }
    };
    let help_id = format!("{id}-help");
    let more = can_choose.then_some(t.help_choose).into_iter().chain(method);
    let help = more.fold(t.help.to_owned(), |help, more| format!("{help} {more}"));
    let surface = el("div")
        .class("plot__touch")
        .on("pointermove", point_at)
        .on("pointerdown", point_at)
        .on("click", move |_: MouseEvent| choose_here());
    el("div")
        .class("plot")
        .class_when("plot--choosable", move || can_choose && stop.get().is_some())
        .attr("tabindex", "0")
        .attr("role", "application")
        .live_attr("aria-label", move || drawn.get().words.title())
        .attr("aria-describedby", help_id.clone())
        .on("keydown", on_key)
        .when("blur", move || stop.set(None))
        .when("pointerleave", leave)
        .with(behind)
        .with(drawing)
        .with(line)
        .with(surface)
        .with(live(move || pointed.get().map(|Pointed { at, words, size, .. }| tooltip(at, words, size))))
        .with(el("p").class("unseen").id(help_id).with(help))
        .with(el("p").class("unseen").attr("role", "status").with(words(announced)))
        .into()
}

/// A value that is pointed at.
struct Pointed {
    at: Point,
    words: PointWords,
    /// Of the drawing.
    size: Size,
    datum: usize,
    /// Whether it is pointed at here, and not in another figure.
    is_here: bool,
}

/// Marks the first drawing for those who measure.
fn mark_first_drawing(placed: Memo<Made<dyn Placed>>) {
    let mut is_drawn = false;
    follow(move || {
        if !placed.get().0.stops().is_empty() && !is_drawn {
            is_drawn = true;
            marks::mark_when_drawn("chart:first-paint");
        }
    });
}

/// `Göteborg, 2024: 8,4 %. +0,7 procentenheter`.
fn announcement(words: PointWords) -> String {
    let PointWords { name, period, value, more } = words;
    let name = if period.is_empty() { name } else { format!("{name}, {period}") };
    if more.is_empty() { format!("{name}: {value}") } else { format!("{name}: {value}. {more}") }
}
