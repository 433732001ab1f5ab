//! Small questions to the browser that several components ask, and what they watch while they are on the page.

use crate::markup::at_end;
use js_sys::Reflect;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement, KeyboardEvent, ResizeObserver};

/// What a field holds after an event of its own.
pub fn typed_value(event: &Event) -> String {
    event.target().and_then(|target| member(&target, "value").as_string()).unwrap_or_default()
}

/// A member of an object of the browser's; undefined where there is none.
pub fn member(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Reports the width and height of an element, CSS pixels, at first and whenever they change, until the part of the
/// page that is being built now goes away.
pub fn watch_size(element: HtmlElement, then: impl Fn(f64, f64) + 'static) {
    let measured = element.clone();
    let mut before = (0.0, 0.0);
    let changed = Closure::<dyn FnMut()>::new(move || {
        let now = (f64::from(measured.client_width()), f64::from(measured.client_height()));
        if now != before && now.0 > 0.0 {
            before = now;
            then(now.0, now.1);
        }
    });
    let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
    observer.observe(&element);
    at_end(move || {
        observer.disconnect();
        drop(changed);
    });
}

/// Answers to an event of the window until the part of the page that is being built now goes away.
pub fn watch_window(event: &'static str, then: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let happened = Closure::<dyn FnMut()>::new(then);
    let _ = window.add_event_listener_with_callback(event, happened.as_ref().unchecked_ref());
    at_end(move || {
        let _ = window.remove_event_listener_with_callback(event, happened.as_ref().unchecked_ref());
    });
}

/// Moves focus to the page's search field, if it has one.
pub fn focus_search() {
    let field = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector(".search [role=combobox]").ok().flatten());
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// Hears the keys that are pressed anywhere, until the part of the page that is being built now goes away.
pub fn watch_keys(then: impl Fn(&str) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let pressed = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| then(&event.key()));
    let _ = window.add_event_listener_with_callback("keydown", pressed.as_ref().unchecked_ref());
    at_end(move || {
        let _ = window.remove_event_listener_with_callback("keydown", pressed.as_ref().unchecked_ref());
    });
}

/// Does something once before the next frame is drawn.
pub fn in_next_frame(then: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let in_frame = Closure::once_into_js(then);
    let _ = window.request_animation_frame(in_frame.unchecked_ref());
}

/// Whether the section that an event is of stands open.
pub fn is_opened(event: &Event) -> bool {
    let section = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    section.is_some_and(|section| section.has_attribute("open"))
}

/// Does something once after a while.
pub fn after(while_: Duration, then: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let task = Closure::once_into_js(then);
    let milliseconds = i32::try_from(while_.as_millis()).unwrap_or(i32::MAX);
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(task.unchecked_ref(), milliseconds);
}

/// The address of the page as it goes out with files and quotations: without what the reader takes along, whose notes are
/// the reader's own.
pub fn shared_address() -> String {
    let href = full_address();
    let Some((page, query)) = href.split_once('?') else { return href };
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("figure=")).collect();
    if kept.is_empty() { page.to_owned() } else { format!("{page}?{}", kept.join("&")) }
}

/// The address as it is, with the figures that the reader takes along.
pub fn full_address() -> String {
    web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}
