//! Lays out what is far below on a long page, a little at a time, after the page is there.
//!
//! Such parts are not laid out before they come near (style/layout.css), so that a long page shows early. Once it is
//! there, the rest follows, so that searching, jumping and printing find it as it is.

use super::document::document;
use crate::components::browser::after;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The first part that is not laid out yet.
const NEXT: &str = ":is(.row, .step):not([style*=\"content-visibility\"])";

/// How many parts at a time, how long the page has for itself first, and the reader between two times.
const AT_A_TIME: usize = 3;
const FIRST: Duration = Duration::from_millis(150);
const BETWEEN: Duration = Duration::from_millis(16);

/// Begins with it.
pub(super) fn lay_out_later() {
    after(FIRST, lay_out_next);
}

fn lay_out_next() {
    for _ in 0..AT_A_TIME {
        let next = document().and_then(|document| document.query_selector(NEXT).ok().flatten());
        let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) else { return };
        let _ = next.style().set_property("content-visibility", "visible");
    }
    after(BETWEEN, lay_out_next);
}
