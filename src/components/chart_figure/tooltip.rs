//! The dot on a value and the words beside it.

use crate::charts::{Point, PointWords, Size};
use crate::decimal::decimal;
use crate::markup::{Markup, el, several};

/// The dot at a place of a drawing of a size, and the words beside it on the side where there is room. They stay while
/// the pointer is on them.
pub(super) fn tooltip(at: Point, words: PointWords, size: Size) -> Markup {
    let [left, top] = [at.x, at.y].map(|pixels| format!("{}px", decimal(pixels, 1)));
    let dot = el("span")
        .class("plot__dot")
        .attr("aria-hidden", "true")
        .style("left", left.clone())
        .style("top", top.clone());
    let side = match (at.x > size.width * 0.55, at.y > size.height * 0.6) {
        (false, false) => "tooltip",
        (true, false) => "tooltip tooltip--left",
        (false, true) => "tooltip tooltip--up",
        (true, true) => "tooltip tooltip--left tooltip--up",
    };
    let more = [words.more, words.period].into_iter().filter(|text| !text.is_empty());
    let words = el("div")
        .class(side)
        .attr("aria-hidden", "true")
        .style("left", left)
        .style("top", top)
        .with(el("strong").with(words.name))
        .with(el("span").class("tooltip__value").with(words.value))
        .with(more.map(|text| el("span").class("tooltip__more").with(text)).collect::<Vec<_>>());
    several([dot, words])
}
