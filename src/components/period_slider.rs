//! The period slider, with a button that plays through the periods.

use super::site::use_site;
use crate::i18n::period::period_text;
use crate::model::Period;
use leptos::leptos_dom::helpers::{IntervalHandle, set_interval_with_handle};
use leptos::prelude::*;
use std::time::Duration;

/// How long each period is shown while playing: long enough to read the map's largest changes.
const PACE: Duration = Duration::from_millis(900);

/// A slider over periods. It reports each new period with the time of the reader's input, in milliseconds of the page's
/// clock.
#[component]
pub fn PeriodSlider(
    /// Periods to choose from, ascending.
    #[prop(into)]
    periods: Signal<Vec<Period>>,
    /// The period shown.
    #[prop(into)]
    period: Signal<Option<Period>>,
    /// Called on every step.
    choose: Callback<(Period, f64)>,
) -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let language = site.language;
    let position = Memo::new(move |_| {
        period.get().and_then(|period| periods.get().binary_search(&period).ok()).unwrap_or(0)
    });
    let last = move || periods.get().len().saturating_sub(1);
    let shown = move || period.get().map_or_else(String::new, |period| period_text(period, language));
    let go = move |to: usize, start: f64| {
        if let Some(period) = periods.get_untracked().get(to) {
            choose.run((*period, start));
        }
    };

    let playing = RwSignal::new(None::<IntervalHandle>);
    let stop = move || {
        if let Some(handle) = playing.write().take() {
            handle.clear();
        }
    };
    on_cleanup(stop);
    let step = move || {
        let next = position.get_untracked() + 1;
        if next >= periods.get_untracked().len() {
            stop();
        } else {
            go(next, super::marks::now());
        }
    };
    let toggle = move |_| {
        if playing.get_untracked().is_some() {
            stop();
            return;
        }
        if position.get_untracked() + 1 >= periods.get_untracked().len() {
            go(0, super::marks::now());
        }
        playing.set(set_interval_with_handle(step, PACE).ok());
    };
    let moved = move |event: leptos::ev::Event| {
        let start = super::marks::now();
        stop();
        if let Ok(to) = event_target_value(&event).parse() {
            go(to, start);
        }
    };
    let edge = move |end: bool| {
        let periods = periods.get();
        let period = if end { periods.last() } else { periods.first() };
        period.map(|period| period_text(*period, language))
    };

    view! {
        <div class="slider">
            <button type="button" class="button button--round" on:click=toggle
                aria-label=move || if playing.get().is_some() { t.pause } else { t.play }
                disabled=move || last() == 0>
                <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
                    <path d=move || if playing.get().is_some() { "M5 4h3.5v12H5zM11.5 4H15v12h-3.5z" } else { "M6 3.5v13l11-6.5z" }/>
                </svg>
            </button>
            <output class="slider__now" aria-hidden="true">{shown}</output>
            <div class="slider__track">
                <input type="range" class="slider__input" aria-label=t.year min="0" step="1"
                    max=move || last().to_string()
                    prop:value=move || { last(); position.get().to_string() }
                    aria-valuetext=shown disabled=move || last() == 0 on:input=moved/>
                <div class="slider__ends" aria-hidden="true">
                    <span>{move || edge(false)}</span>
                    <span>{move || edge(true)}</span>
                </div>
            </div>
        </div>
    }
    .into_any()
}
