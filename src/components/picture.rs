//! A drawing as wide as its place: measured in the browser, so that text keeps its size and lines get the room there
//! is. A static page cannot measure and has two drawings, of which the style sheet shows the one that fits.

use super::site::use_site;
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::ResizeObserver;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The width of static drawings for a phone and for everything wider, CSS pixels.
const STATIC_WIDTHS: [f64; 2] = [340.0, 720.0];

/// The drawing. `render` gives its SVG for a width and an id; `width` tells others how wide it became.
#[component]
pub fn Picture<F>(
    /// An id, unique on the page.
    id: String,
    /// SVG of the drawing, made by this program.
    render: F,
    /// How wide the drawing is, CSS pixels.
    #[prop(optional)]
    width: Option<RwSignal<f64>>,
) -> impl IntoView
where
    F: Fn(f64, &str) -> String + Send + Sync + 'static,
{
    if use_site().is_static {
        let [narrow, wide] = STATIC_WIDTHS;
        return view! {
            <div class="picture">
                <div class="picture__narrow" inner_html=render(narrow, &format!("{id}-narrow"))></div>
                <div class="picture__wide" inner_html=render(wide, &id)></div>
            </div>
        }
        .into_any();
    }
    let width = width.unwrap_or_else(|| RwSignal::new(STATIC_WIDTHS[1]));
    let frame = NodeRef::<html::Div>::new();
    observe_width(frame, width);
    view! { <div class="picture" node_ref=frame inner_html=move || render(width.get(), &id)></div> }
        .into_any()
}

/// Follows the width of an element.
fn observe_width(element: NodeRef<html::Div>, width: RwSignal<f64>) {
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let measured = element.clone();
        let changed = Closure::<dyn FnMut()>::new(move || {
            let now = f64::from(measured.client_width());
            if now > 0.0 && width.try_get_untracked().is_some_and(|before| (before - now).abs() > 0.5) {
                width.set(now);
            }
        });
        let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
        observer.observe(&element);
        let kept = StoredValue::new_local((observer, changed));
        on_cleanup(move || {
            kept.try_with_value(|(observer, _)| observer.disconnect());
        });
    });
}
