//! Small drawings on buttons: one path on a field of 20 × 20, which says nothing to those who do not see it.

use crate::markup::{Element, el};

/// An icon of a path.
pub fn icon(path: &'static str) -> Element {
    icon_frame("20").with(el("path").attr("d", path))
}

/// An icon without anything in it, as wide and high as said, CSS pixels.
pub fn icon_frame(size: &'static str) -> Element {
    el("svg")
        .attr("viewBox", "0 0 20 20")
        .attr("width", size)
        .attr("height", size)
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
}
