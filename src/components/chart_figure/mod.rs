//! Any chart as a figure: drawing and table behind tabs, values by pointer and by keyboard, files to take along.

mod plot;
mod tooltip;

use super::data_table::{Pressed, TableActs, TableData, acting_table};
use super::embed_choice::Embeddable;
use super::figure_frame::{Caption, figure_frame};
use super::method_note::Number;
use super::site::{Site, use_site};
use crate::charts::Chart;
use crate::i18n::period::period_text;
use crate::i18n::text::{Text, text};
use crate::markup::{Act, Element, Live, Markup, Memo, RwSignal, el, live, several};
use crate::model::{AreaCode, Indicator, Language, Period};
use crate::sentences::across::AcrossSentences;
use leptos::prelude::untrack;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

pub use plot::STATIC_WIDTH;

/// A chart with its words, worked out together from the same numbers.
pub struct Drawn {
    /// What is drawn.
    pub chart: Box<dyn Chart>,
    /// What is said of it.
    pub words: FigureWords,
}

/// The words of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FigureWords {
    /// Indicator, areas, periods: the short title.
    pub heading: String,
    /// Unit, group and levels.
    pub detail: String,
    /// A sentence made from the numbers.
    pub lede: String,
    /// The text alternative of the picture.
    pub alternative: String,
    /// A sentence to quote with source, edition and address; empty where the figure is not about one value.
    pub quote: String,
}

impl FigureWords {
    /// Heading and detail in one line.
    pub fn title(&self) -> String {
        match self.detail.as_str() {
            "" => self.heading.clone(),
            detail => format!("{} · {detail}", self.heading),
        }
    }
}

impl From<AcrossSentences> for FigureWords {
    fn from(words: AcrossSentences) -> Self {
        let AcrossSentences { heading, detail, lede, alternative } = words;
        Self { heading, detail, lede, alternative, quote: String::new() }
    }
}

/// What all figures of a page have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Of all words.
    pub language: Language,
    /// Whether figures are modelled.
    pub is_synthetic: bool,
}

impl Setting {
    /// That of a page.
    pub fn of(site: &Site) -> Self {
        Self { language: site.language, is_synthetic: site.catalogue.synthetic }
    }

    /// The words across a picture of modelled figures.
    pub fn watermark(&self) -> Option<String> {
        self.is_synthetic.then(|| self.text().synthetic.to_owned())
    }

    /// The interface's words.
    pub fn text(&self) -> &'static Text {
        text(self.language)
    }
}

/// What a chart figure shows.
#[derive(Clone)]
pub struct ChartContent {
    /// The indicator, for the source line.
    pub indicator: Live<Arc<Indicator>>,
    /// The chart, drawn anew whenever what it is made of changes.
    pub drawn: Live<Arc<Drawn>>,
    /// The period of all values; none where the chart has several, or none.
    pub period: Live<Option<Period>>,
    /// The areas behind the chart's values, in its order.
    pub areas: Live<Arc<Vec<AreaCode>>>,
    /// The area under the pointer, here or elsewhere.
    pub hovered: RwSignal<Option<AreaCode>>,
    /// Chooses an area or removes it, where that can be done.
    pub choose: Option<Act<AreaCode>>,
}

/// Something shared that is the same only as itself, so that a memo tells whenever it was made anew.
pub struct Made<T: ?Sized>(pub Arc<T>);

impl<T: ?Sized> Clone for Made<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for Made<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A chart that is made anew when what it reads changes, and only then.
pub fn made(make: impl Fn() -> Drawn + Send + Sync + 'static) -> Live<Arc<Drawn>> {
    let memo = Memo::new(move |_| Made(Arc::new(make())));
    Live::new(move || memo.get().0)
}

/// The figure, whose id is unique on the page. `controls` stand between the caption and the drawing.
pub fn chart_figure(id: &str, content: &ChartContent, controls: Markup) -> Markup {
    embeddable_figure(id, content, controls, None)
}

/// The same of a figure that other pages can frame.
pub fn embeddable_figure(
    id: &str,
    content: &ChartContent,
    controls: Markup,
    embed: Option<Live<Embeddable>>,
) -> Markup {
    let site = use_site();
    let t = site.text();
    let drawn = content.drawn.clone();
    let caption = {
        let drawn = drawn.clone();
        Live::new(move || {
            let FigureWords { heading, detail, lede, .. } = drawn.get().words.clone();
            Caption { title: heading, detail, lede }
        })
    };
    let shows_table = RwSignal::new(false);
    let (tabs_of, rows_of) = (drawn.clone(), drawn.clone());
    let table = Live::new(move || {
        let drawn = rows_of.get();
        let table = drawn.chart.table();
        TableData { caption: drawn.words.title(), headings: table.header, rows: table.rows }
    });
    let number = RwSignal::new(Number::default());
    let acts = TableActs {
        hover: hover_by_name(&site, content.areas.clone(), content.hovered),
        press: number_of_cell(&site, content, number),
        pointed: pointed_name(&site, content.areas.clone(), content.hovered),
    };
    let tabs = el("div")
        .class("tabs needs-program")
        .attr("role", "tablist")
        .live_attr("aria-label", move || tabs_of.get().words.title())
        .with(tab(id, false, t.view_figure, shows_table))
        .with(tab(id, true, t.view_table, shows_table));
    let help = site.beside.map(|_| t.method().help);
    let figure_panel = panel(id, false, shows_table).with(plot::plot(id, content, help, number));
    let table_panel = panel(id, true, shows_table)
        .with(live(move || shows_table.get().then(|| acting_table(&table, acts.clone()))));
    let drawing = several([controls, tabs.into(), figure_panel.into(), table_panel.into()]);
    let files = site.beside.map(|beside| (beside.chart)(content.indicator.clone(), drawn, embed));
    let method = site.beside.map(|beside| (beside.method)(content.indicator.clone(), number));
    figure_frame(id, caption, content.indicator.clone(), several([drawing, method.into(), files.into()]))
}

/// Takes a pressed cell as a number, with the area and the period that its row, its column or the figure is of.
fn number_of_cell(site: &Site, content: &ChartContent, number: RwSignal<Number>) -> Act<Pressed> {
    let (site, content) = (site.clone(), content.clone());
    Act::new(move |pressed: Pressed| {
        let (areas, indicator, period) =
            untrack(|| (content.areas.get(), content.indicator.get(), content.period.get()));
        let headings = [&pressed.row, &pressed.column];
        let area = headings.into_iter().find_map(|name| area_named(&site, &areas, name));
        let own = headings
            .into_iter()
            .find_map(|text| indicator.period_of(|period| period_text(period, site.language) == *text));
        number.set(Number { words: pressed.words(), area, period: own.or(period) });
    })
}

/// The name of the area that is pointed at, for the row of a table; none where several areas have it.
pub(in crate::components) fn pointed_name(
    site: &Site,
    areas: Live<Arc<Vec<AreaCode>>>,
    hovered: RwSignal<Option<AreaCode>>,
) -> Live<Option<String>> {
    let site = site.clone();
    let name = Memo::new(move |_| {
        let code = hovered.get()?;
        let name = untrack(|| site.name(&code));
        area_named(&site, &untrack(|| areas.get()), &name).map(|_| name)
    });
    Live::new(move || name.get())
}

/// The one area of a name.
pub(in crate::components) fn area_named(site: &Site, areas: &[AreaCode], name: &str) -> Option<AreaCode> {
    let mut named = areas.iter().filter(|code| untrack(|| site.name(code)) == name);
    named.next().filter(|_| named.next().is_none()).cloned()
}

/// Points at the area that a table's row names, in the chart and on the map. A name that several areas have points at none.
pub(in crate::components) fn hover_by_name(
    site: &Site,
    areas: Live<Arc<Vec<AreaCode>>>,
    hovered: RwSignal<Option<AreaCode>>,
) -> Act<Option<String>> {
    let site = site.clone();
    Act::new(move |name: Option<String>| {
        let areas = untrack(|| areas.get());
        let next = name.as_ref().and_then(|name| area_named(&site, &areas, name));
        if next != hovered.get_untracked() {
            hovered.set(next);
        }
    })
}

/// The ids of one of the two tabs and of its panel.
fn tab_ids(id: &str, is_table: bool) -> (String, String) {
    let kind = if is_table { "table" } else { "figure" };
    (format!("{id}-{kind}-tab"), format!("{id}-{kind}-panel"))
}

fn tab(id: &str, is_table: bool, label: &'static str, shows_table: RwSignal<bool>) -> Element {
    let (tab, panel) = tab_ids(id, is_table);
    el("button")
        .attr("type", "button")
        .attr("role", "tab")
        .class("tab")
        .id(tab)
        .attr("aria-controls", panel)
        .live_attr("aria-selected", move || (shows_table.get() == is_table).to_string())
        .live_attr("tabindex", move || if shows_table.get() == is_table { "0" } else { "-1" })
        .when("click", move || shows_table.set(is_table))
        .on("keydown", move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight") {
                event.prevent_default();
                shows_table.set(!shows_table.get_untracked());
                focus_selected_tab(&event);
            }
        })
        .with(label)
}

fn panel(id: &str, is_table: bool, shows_table: RwSignal<bool>) -> Element {
    let (tab, panel) = tab_ids(id, is_table);
    el("div")
        .attr("role", "tabpanel")
        .id(panel)
        .attr("aria-labelledby", tab)
        .live_attr("hidden", move || shows_table.get() != is_table)
}

/// After an arrow key on a tab: the other one takes the focus.
fn focus_selected_tab(event: &KeyboardEvent) {
    let list = event
        .current_target()
        .and_then(|tab| tab.dyn_into::<web_sys::Element>().ok())
        .and_then(|tab| tab.closest("[role=tablist]").ok().flatten());
    let selected = list.and_then(|list| list.query_selector("[aria-selected=true]").ok().flatten());
    if let Some(selected) = selected.and_then(|selected| selected.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = selected.focus();
    }
}
