//! The areas in view as a table: the same that the map shows, for those who read better than they point.

use super::browser::is_opened;
use super::map_figure::AreaWords;
use super::site::use_site;
use crate::markup::{Act, Element, Live, Markup, RwSignal, el, live, words};
use crate::model::AreaCode;
use std::sync::Arc;
use web_sys::Event;

/// More rows than this are not read; the map comes closer or the table of all areas is at hand.
const MOST_ROWS: usize = 300;

/// What the table shows and whom it tells.
pub struct MapTable {
    /// The areas in view, in the order of their codes.
    pub in_view: RwSignal<Vec<AreaCode>>,
    /// Whether the table is open; only then is anybody asked what is in view.
    pub is_open: RwSignal<bool>,
    /// Words about an area.
    pub words: Arc<dyn Fn(&AreaCode) -> AreaWords + Send + Sync>,
    /// Changes with the values.
    pub title: Live<String>,
    /// Chosen areas.
    pub chosen: Live<Vec<AreaCode>>,
    /// Chooses an area, or lets go of it.
    pub toggle: Act<AreaCode>,
    /// The area under the pointer, on the map or in the table.
    pub hovered: RwSignal<Option<AreaCode>>,
}

/// The table, closed at first.
pub fn map_table(table: MapTable) -> Markup {
    let t = &use_site().text().map;
    let MapTable { in_view, is_open, words: of, title, chosen, toggle, hovered } = table;
    let head = el("thead").with(
        el("tr")
            .with(el("th").attr("scope", "col").with(t.column_area))
            .with(el("th").attr("scope", "col").with(t.column_value))
            .with(el("th").attr("scope", "col").with(t.column_chosen)),
    );
    let named = title.clone();
    let rows = live(move || {
        title.get();
        let codes = if is_open.get() { in_view.get() } else { Vec::new() };
        let row = |code: &AreaCode| {
            let AreaWords { name, value, interval, .. } = of(code);
            let value = if interval.is_empty() { value } else { format!("{value} ({interval})") };
            let (own, chosen, toggle) = (code.clone(), chosen.clone(), toggle.clone());
            let (pressed, label) = (own.clone(), name.clone());
            let button = el("button")
                .attr("type", "button")
                .class("link-button")
                .live_attr("aria-pressed", move || chosen.get().contains(&pressed).to_string())
                .attr("aria-label", (t.choose)(&label))
                .when("click", move || toggle.run(own.clone()))
                .with(t.choose_short);
            let (here, own) = (code.clone(), code.clone());
            el("tr")
                .class_when("table__row--pointed", move || hovered.get().as_ref() == Some(&own))
                .when("pointerenter", move || hovered.set(Some(here.clone())))
                .with(el("th").attr("scope", "row").attr("lang", "sv").with(name))
                .with(el("td").with(value))
                .with(el("td").with(button))
        };
        codes.iter().take(MOST_ROWS).map(row).collect::<Vec<Element>>()
    });
    let count = words(move || match in_view.get().len() {
        0 => String::new(),
        n if n > MOST_ROWS => (t.too_many_in_view)(n),
        n => (t.in_view_count)(n),
    });
    el("details")
        .class("disclosure")
        .id("in-view")
        .on("toggle", move |event: Event| is_open.set(is_opened(&event)))
        .with(el("summary").with(t.in_view))
        .with(el("p").class("figure__note").attr("role", "status").with(count))
        .with(
            el("div")
                .class("table-box")
                .attr("tabindex", "0")
                .attr("role", "region")
                .live_attr("aria-label", move || named.get())
                .when("pointerleave", move || hovered.set(None))
                .with(el("table").class("table").with(head).with(el("tbody").with(rows))),
        )
        .into()
}
