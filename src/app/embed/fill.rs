//! A chart as high as the frame leaves: words, tabs and source keep their height, the chart has the rest.

use super::document::document;
use crate::components::browser::{in_next_frame, watch_size, watch_window};
use crate::markup::{Live, RwSignal, follow};
use leptos::prelude::untrack;

/// Sets the height of a chart from the one that it has, CSS pixels, whenever the frame or what is around the chart changes.
pub(super) fn fill(height: RwSignal<Option<f64>>, drawn: Live<f64>) {
    let Some(body) = document().and_then(|document| document.body()) else { return };
    let (page, own) = (body.clone(), drawn.clone());
    let measure = move || {
        let frame = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
        let Some(frame) = frame else { return };
        // What the chart has and what the frame has left over, which may be less than nothing.
        let wanted = (untrack(|| own.get()) + frame - page.get_bounding_client_rect().height()).floor();
        let before = height.try_get_untracked().flatten();
        if before.is_none_or(|before| (before - wanted).abs() > 0.5) {
            height.try_set(Some(wanted));
        }
    };
    watch_window("resize", measure.clone());
    let resized = measure.clone();
    watch_size(body, move |_, _| resized());
    follow(move || {
        let _ = drawn.get();
        in_next_frame(measure.clone());
    });
}
