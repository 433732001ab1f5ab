//! The figure as it will stand, in a frame that is as high as the figure says.

use crate::markup::{Element, Memo, RwSignal, at_end, el};
use crate::route::{EmbedView, Route};
use std::sync::Arc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The figure in a frame, as high as it says.
pub(super) fn preview(
    label: &'static str,
    route: Memo<Arc<Route>>,
    told: RwSignal<u32>,
    shown: impl Fn() -> EmbedView + 'static,
) -> Element {
    let frame = el("iframe")
        .class("embed__frame")
        .attr("title", label)
        .attr("sandbox", "allow-scripts allow-popups")
        .live_attr("src", move || route.get().to_string())
        .live_attr("height", move || told.get().to_string())
        .live_attr("data-view", move || shown().id())
        .on_mount(move |frame| hear_height(frame, told));
    el("div").class("embed__preview").with(el("p").class("field__label").with(label)).with(frame)
}

/// Follows the height that the figure in a frame tells.
fn hear_height(frame: web_sys::HtmlElement, told: RwSignal<u32>) {
    let Some(window) = web_sys::window() else { return };
    let of =
        |value: &JsValue, name: &str| js_sys::Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let heard = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
        let data = of(&event, "data");
        if of(&event, "source") != of(&frame, "contentWindow") || of(&data, "sentinel") != "amp" {
            return;
        }
        if let Some(height) = of(&data, "height").as_f64().filter(|height| (1.0..20_000.0).contains(height)) {
            told.try_set(whole_pixels(height));
        }
    });
    let _ = window.add_event_listener_with_callback("message", heard.as_ref().unchecked_ref());
    at_end(move || {
        let _ = window.remove_event_listener_with_callback("message", heard.as_ref().unchecked_ref());
    });
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 20 000")]
fn whole_pixels(height: f64) -> u32 {
    height.ceil() as u32
}
