//! The explorer: one indicator as map, over time, in order, as a distribution, against another, or as a table. All six
//! are shapes of the one view that the address describes.

use crate::components::browser::shared_address;
use crate::components::exploration::{Exploration, ExplorationContent};
use crate::components::indicator_list::indicator_list;
use crate::components::page_code::page_code;
use crate::components::search::search;
use crate::components::site::use_site;
use crate::i18n::text::paper::paper_text;
use crate::markup::{Markup, el};

/// The page.
pub fn explore_page(content: &ExplorationContent) -> Markup {
    let site = use_site();
    let t = &site.text().explore;
    let exploration = Exploration::new(content).with_map_tools();
    let toolbar = el("div")
        .class("panel__head needs-program")
        .with(exploration.shape_choice())
        .with(exploration.level_choice())
        .with(exploration.vintage_choice())
        .with(exploration.against_choice());
    let time = el("div").class("panel__time needs-program").with(exploration.period_choice());
    let areas = el("div")
        .class("explore__areas needs-program")
        .with(search("find", t.add_area, &exploration.add_area()))
        .with(exploration.chosen_areas());
    let [around, figure, panel] = [(); 3].map(|()| exploration.is_wide());
    let figure = el("div")
        .class("explore__figure")
        .class_when("panel__map", move || figure.get())
        .with(exploration.figure());
    let figure = el("div").class_when("panel__figures", move || around.get()).with(figure);
    let panel = el("section")
        .class("panel")
        .class_when("panel--wide", move || panel.get())
        .attr("aria-labelledby", "figures")
        .with(exploration.heading("figures"))
        .with(toolbar)
        .with(exploration.failure())
        .with(time)
        .with(figure)
        .with(areas);
    el("div")
        .class("explore")
        .with(
            el("header")
                .class("explore__head")
                .with(el("h1").attr("tabindex", "-1").with(t.heading))
                .with(el("p").class("section__lede").with(t.lede)),
        )
        .with(indicator_list(&exploration.list_content()))
        .with(el("div").class("explore__main").with(panel).with(exploration.about()))
        .with(page_code(shared_address, paper_text(site.language).figure_code))
        .into()
}
