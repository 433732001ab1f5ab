//! The drawing itself with what answers to pointer and keyboard.

use super::Line;
use crate::charts::Size;
use crate::charts::line::{LineLayout, LineSpec, PlacedMark, Step, Stop, fitting_height};
use crate::charts::svg::{Naming, Styling};
use crate::components::marks;
use crate::components::picture::Picture;
use crate::components::site::use_site;
use crate::i18n::number::{NumberStyle, with_unit};
use crate::i18n::period::period_text;
use crate::model::{AreaCode, Level};
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

/// The width of a drawing until its place is measured, CSS pixels.
pub(super) const STATIC_WIDTH: f64 = 640.0;

/// The drawing.
#[component]
pub fn Plot(
    /// Prefix of the ids inside.
    id: String,
    /// What to draw.
    #[prop(into)]
    spec: Signal<LineSpec>,
    /// The areas behind the lines, in the order of the drawing.
    #[prop(into)]
    lines: Signal<Vec<Line>>,
    /// The area under the pointer, here or elsewhere.
    hovered: RwSignal<Option<AreaCode>>,
    /// Accessible name.
    #[prop(into)]
    title: Signal<String>,
    /// The text alternative.
    #[prop(into)]
    alternative: Signal<String>,
) -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let language = site.language;
    let width = RwSignal::new(STATIC_WIDTH);
    let sized = Memo::new(move |_| fitted(spec.get(), width.get()));
    let layout = Memo::new(move |_| sized.get().layout());
    let stop = RwSignal::new(None::<Stop>);
    let picture = move |width: f64, id: &str| {
        let naming = Naming::Titled { id, title: &title.get(), description: &alternative.get() };
        fitted(spec.get(), width).svg(naming, Styling::Page)
    };
    let is_drawn = StoredValue::new(false);
    Effect::new(move |_| {
        if !spec.get().series.is_empty() && !is_drawn.get_value() {
            is_drawn.set_value(true);
            marks::mark_when_drawn("chart:first-paint");
        }
    });
    // The area whose line is pointed at is marked on the map too, and the other way round.
    Effect::new(move |_| {
        let area = stop
            .get()
            .and_then(|stop| lines.with_untracked(|lines| Some(lines.get(stop.series)?.code.clone())));
        if let Some(area) = area.filter(|area| area.level() != Level::Nation) {
            hovered.set(Some(area));
        }
    });
    let words = Memo::new(move |_| {
        let stop = stop.get()?;
        let spec = sized.get();
        let series = spec.series.get(stop.series)?;
        let period = *spec.periods.get(stop.period)?;
        let value = *series.values.get(stop.period)?;
        let value = match value.number() {
            Some(number) => with_unit(number, &spec.unit, NumberStyle { decimals: spec.decimals, language }),
            None => value.absence().map_or("", t.absence).to_owned(),
        };
        Some((series.name.clone(), period_text(period, language), value))
    });
    let at = move || {
        let stop = stop.get()?;
        layout.with(|layout| match layout.series.get(stop.series)?.marks.get(stop.period)? {
            PlacedMark::Number(point) => Some((point.x, point.y)),
            mark => mark.point().map(|point| (point.x, point.y)),
        })
    };
    let pointed = move |event: &web_sys::PointerEvent| {
        let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        let next = layout.with_untracked(|layout: &LineLayout| layout.nearest(x, y));
        if next != stop.get_untracked() {
            stop.set(next);
        }
    };
    let leave = move || {
        stop.set(None);
        hovered.set(None);
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
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
        let next = layout.with_untracked(|layout| layout.step(stop.get_untracked(), step));
        stop.set(next);
    };
    let announced = move || {
        words.get().map(|(name, period, value)| format!("{name}, {period}: {value}")).unwrap_or_default()
    };
    let help_id = format!("{id}-help");
    let own_help_id = help_id.clone();
    view! {
        <div class="plot" tabindex="0" role="application" aria-label=move || title.get()
            aria-describedby=help_id on:keydown=on_key on:blur=move |_| stop.set(None)>
            <Picture id=format!("{id}-picture") render=picture width=width/>
            <div class="plot__touch" on:pointermove=move |event| pointed(&event)
                on:pointerdown=move |event| pointed(&event) on:pointerleave=move |_| leave()></div>
            {move || at().zip(words.get()).map(|((x, y), (name, period, value))| {
                let width = width.get_untracked();
                view! {
                    <span class="plot__dot" aria-hidden="true" style:left=format!("{x:.1}px") style:top=format!("{y:.1}px")></span>
                    <div class="tooltip" aria-hidden="true" class:tooltip--left={x > width * 0.55}
                        style:left=format!("{x:.0}px") style:top=format!("{y:.0}px")>
                        <strong>{name}</strong>
                        <span class="tooltip__value">{value}</span>
                        <span class="tooltip__more">{period}</span>
                    </div>
                }
            })}
            <p class="unseen" id=own_help_id>{t.chart_help}</p>
            <p class="unseen" role="status">{announced}</p>
        </div>
    }
    .into_any()
}

/// A drawing of a width, in the height that suits it.
fn fitted(spec: LineSpec, width: f64) -> LineSpec {
    LineSpec { size: Size { width, height: fitting_height(width) }, ..spec }
}

/// After an arrow key on a tab: the other one takes the focus.
pub(super) fn focus_selected_tab(event: &web_sys::KeyboardEvent) {
    let list = event
        .current_target()
        .and_then(|tab| tab.dyn_into::<web_sys::Element>().ok())
        .and_then(|tab| tab.closest("[role=tablist]").ok().flatten());
    let selected = list.and_then(|list| list.query_selector("[aria-selected=true]").ok().flatten());
    if let Some(selected) = selected.and_then(|selected| selected.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = selected.focus();
    }
}
