//! User Timing marks on the map and the charts, by which anyone can measure from outside when something was drawn.
//!
//! A mark is set in the first task after the frame in which the drawing was shown: an animation frame callback runs
//! just before that frame, and a task queued in it just after.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Now, in milliseconds of the page's clock.
pub fn now() -> f64 {
    performance().map_or(0.0, |performance| performance.now())
}

/// Sets a mark after the next frame.
pub fn mark_when_drawn(name: &'static str) {
    after_frame(move || mark(name, &JsValue::UNDEFINED));
}

/// Measures from `start` to after the next frame.
pub fn measure_when_drawn(name: &'static str, start: f64, detail: (&'static str, String)) {
    after_frame(move || {
        let detail = object(&[(detail.0, detail.1.as_str().into())]);
        record(
            "measure",
            name,
            &object(&[("start", start.into()), ("end", now().into()), ("detail", detail)]),
        );
    });
}

/// Sets a mark now.
pub fn mark(name: &str, detail: &JsValue) {
    record("mark", name, &object(&[("detail", detail.clone())]));
}

/// Calls `performance.mark` or `.measure` with options, a form that the bindings have not settled yet.
fn record(method: &str, name: &str, options: &JsValue) {
    let Some(performance) = performance() else { return };
    if let Ok(function) = Reflect::get(&performance, &method.into())
        && let Ok(function) = function.dyn_into::<Function>()
    {
        let _ = function.call2(&performance, &name.into(), options);
    }
}

/// A plain object.
pub fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in members {
        let _ = Reflect::set(&object, &(*key).into(), value);
    }
    object.into()
}

fn performance() -> Option<web_sys::Performance> {
    web_sys::window()?.performance()
}

/// Runs something in the first task after the next frame was drawn.
fn after_frame(then: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let in_frame = Closure::once_into_js(move || {
        let task = Closure::once_into_js(then);
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback(task.unchecked_ref());
        }
    });
    let _ = window.request_animation_frame(in_frame.unchecked_ref());
}
