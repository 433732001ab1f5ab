//! The start page: find a place, see the country in one map and one chart, and go on to any municipality.

use crate::components::exploration::map::exploration_map;
use crate::components::exploration::{Exploration, ExplorationContent};
use crate::components::later::kept;
use crate::components::municipality_list::municipality_list;
use crate::components::news::news;
use crate::components::search::search;
use crate::components::site::{Site, use_site};
use crate::components::theme_list::theme_list;
use crate::components::where_am_i::where_am_i;
use crate::markup::{Element, Live, Markup, el, several};
use crate::model::ChangeLog;
use crate::route::Page;
use std::sync::Arc;

/// The page, with the log of changes as soon as it is there.
pub fn start_page(content: &ExplorationContent, log: Live<Option<Arc<ChangeLog>>>) -> Markup {
    let site = use_site();
    let exploration = Exploration::new(content);
    several([
        hero(&site, &exploration).into(),
        panel(&site, &exploration).into(),
        doors().into(),
        theme_list(),
        news(log),
        municipality_list(),
    ])
}

fn hero(site: &Site, exploration: &Exploration) -> Element {
    let t = site.text();
    let words = el("div")
        .class("hero__words")
        .with(el("h1").attr("tabindex", "-1").with(t.start_heading))
        .with(el("p").class("hero__lede").with(t.start_lede));
    let find = el("div")
        .class("hero__search needs-program")
        .with(search("find", site.text().search_label, &site.open_profile()))
        .with(where_am_i(exploration.borders()));
    el("div").class("hero").with(words).with(find)
}

/// Three ways into the site, by what the reader comes for.
fn doors() -> Element {
    kept(el("section").class("section").attr("aria-labelledby", "doors"), "all-doors", || {
        let site = use_site();
        let t = &site.text().explore;
        let door = |[heading, text, link]: [&'static str; 3], address: String| {
            el("li")
                .class("door")
                .with(el("h3").class("door__heading").with(heading))
                .with(el("p").with(text))
                .with(el("p").with(el("a").attr("href", address).with(link)))
        };
        let list = el("ul")
            .class("doors")
            .with(door(t.live_here, "#municipalities".to_owned()))
            .with(door(t.write_about, site.href(Page::Explore)))
            .with(door(t.work_with, site.href(Page::Compare)));
        several([el("h2").id("doors").with(t.doors), list])
    })
}

/// Choices, slider, map and chart.
fn panel(site: &Site, exploration: &Exploration) -> Element {
    let head = el("div")
        .class("panel__head needs-program")
        .with(exploration.indicator_choice())
        .with(exploration.level_choice())
        .with(exploration.question());
    let map = el("div").class("panel__map needs-program").with(exploration_map(exploration));
    let lines = exploration.lines("line", exploration.chosen_areas());
    let is_wide = exploration.is_wide();
    el("section")
        .class("panel")
        .class_when("panel--wide", move || is_wide.get())
        .attr("aria-labelledby", "figures")
        .with(el("h2").class("unseen").id("figures").with(site.text().start_figures))
        .with(head)
        .with(exploration.failure())
        .with(el("div").class("panel__time needs-program").with(exploration.period_choice()))
        .with(el("div").class("panel__figures").with(map).with(el("div").class("panel__chart").with(lines)))
}
