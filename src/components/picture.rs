//! A drawing as wide as its place: measured in the browser, so that text keeps its size and lines get the room there
//! is. A static page cannot measure and has two drawings, of which the style sheet shows the one that fits.

use super::browser::watch_size;
use super::site::use_site;
use crate::markup::{Markup, RwSignal, el};

/// The width of static drawings for a phone and for everything wider, CSS pixels.
pub const STATIC_WIDTHS: [f64; 2] = [340.0, 720.0];

/// The drawing, whose id is unique on the page. `render` gives its SVG for a width and an id; `width` is how wide the
/// drawing's place is, CSS pixels, and follows it from now on. A static page has only the narrow drawing unless
/// `has_wide`.
pub fn picture(
    id: String,
    width: RwSignal<f64>,
    has_wide: bool,
    render: impl Fn(f64, &str) -> String + 'static,
) -> Markup {
    if use_site().is_static {
        let [narrow, wide] = STATIC_WIDTHS;
        if !has_wide {
            return el("div").class("picture").html(render(narrow, &id)).into();
        }
        return el("div")
            .class("picture")
            .with(el("div").class("picture__narrow").html(render(narrow, &format!("{id}-narrow"))))
            .with(el("div").class("picture__wide").html(render(wide, &id)))
            .into();
    }
    el("div")
        .class("picture")
        .on_mount(move |frame| {
            watch_size(frame, move |now, _| {
                if width.try_get_untracked().is_some_and(|before| (before - now).abs() > 0.5) {
                    width.set(now);
                }
            });
        })
        .live_html(move || render(width.get(), &id))
        .into()
}
