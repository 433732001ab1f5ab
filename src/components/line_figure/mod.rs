//! The line chart as a figure: drawing and table behind tabs, values by pointer and by keyboard, a sentence to copy
//! and the table to take along.

mod plot;

use super::data_table::{TableData, data_table};
use super::figure_frame::{Caption, figure_frame};
use super::site::use_site;
use crate::charts::line::{LineSeries, LineSpec, SeriesRole};
use crate::markup::{Element, Live, Markup, el, live, several};
use crate::model::{Absence, AreaCode, Indicator, Language, Level, Period, Value};
use crate::sentences::Uncertainty;
use crate::sentences::line::{LineSentences, LineSubject, SubjectLine};
use leptos::prelude::*;
use plot::{PlotContent, plot};
use std::sync::Arc;
use web_sys::KeyboardEvent;

/// One line: an area with its values.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The area.
    pub code: AreaCode,
    /// Its name.
    pub name: String,
    /// The colour slot of a chosen area; none for the country and counties shown for comparison.
    pub slot: Option<usize>,
    /// Periods, ascending.
    pub periods: Vec<Period>,
    /// Values, one a period.
    pub values: Vec<Value>,
}

/// What a line figure shows.
#[derive(Clone)]
pub struct LineContent {
    /// The indicator.
    pub indicator: Live<Arc<Indicator>>,
    /// The period that other figures show now.
    pub period: Live<Option<Period>>,
    /// The lines; the first is the one that the sentence is about.
    pub lines: Live<Arc<Vec<Line>>>,
    /// The area under the pointer, here or on the map.
    pub hovered: RwSignal<Option<AreaCode>>,
}

/// What is drawn and what is said of it, worked out together from the same numbers.
#[derive(PartialEq)]
struct Drawn {
    spec: LineSpec,
    sentences: LineSentences,
}

/// The figure, whose id is unique on the page. `controls` stand between the caption and the drawing.
pub fn line_figure(id: &str, content: &LineContent, controls: Markup) -> Markup {
    let site = use_site();
    let t = site.text();
    let drawn = {
        let content = content.clone();
        let site = site.clone();
        Memo::new(move |_| {
            let (indicator, lines) = (content.indicator.get(), content.lines.get());
            let mut spec = spec(&indicator, &lines, site.language);
            spec.highlighted = content.period.get();
            spec.watermark = site.catalogue.synthetic.then(|| t.synthetic.to_owned());
            Arc::new(Drawn { spec, sentences: sentences(&indicator, &lines, site.language) })
        })
    };
    let caption = Live::new(move || {
        let LineSentences { heading, detail, lede, .. } = drawn.get().sentences.clone();
        Caption { title: heading, detail, lede }
    });
    let shows_table = RwSignal::new(false);
    let table = Live::new(move || {
        let drawn = drawn.get();
        let table = drawn.spec.table();
        TableData { caption: drawn.sentences.title.clone(), headings: table.header, rows: table.rows }
    });
    let plot_content = PlotContent {
        drawn: Live::new(move || drawn.get()),
        lines: content.lines.clone(),
        hovered: content.hovered,
    };
    let tabs = el("div")
        .class("tabs needs-program")
        .attr("role", "tablist")
        .live_attr("aria-label", move || drawn.get().sentences.title.clone())
        .with(tab(id, false, t.view_figure, shows_table))
        .with(tab(id, true, t.view_table, shows_table));
    let figure_panel = panel(id, false, shows_table).with(plot(id, plot_content));
    let table_panel =
        panel(id, true, shows_table).with(live(move || shows_table.get().then(|| data_table(&table))));
    let drawing = several([controls, tabs.into(), figure_panel.into(), table_panel.into()]);
    figure_frame(id, caption, content.indicator.clone(), drawing)
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
                plot::focus_selected_tab(&event);
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

/// The figure's words, made from the same numbers.
fn sentences(indicator: &Indicator, lines: &[Line], language: Language) -> LineSentences {
    let lines: Vec<SubjectLine<'_>> = lines
        .iter()
        .map(|line| SubjectLine {
            code: &line.code,
            name: &line.name,
            periods: &line.periods,
            values: &line.values,
            uncertainty: Uncertainty::of(indicator),
        })
        .collect();
    LineSentences::of(&LineSubject { indicator, lines: &lines, language })
}

/// The drawing's content for lines whose periods may differ: the axis has all of them.
fn spec(indicator: &Indicator, lines: &[Line], language: Language) -> LineSpec {
    let mut periods: Vec<Period> = Vec::new();
    for period in lines.iter().flat_map(|line| &line.periods) {
        if let Err(place) = periods.binary_search(period) {
            periods.insert(place, *period);
        }
    }
    let mut spec = LineSpec::of(indicator, periods, plot::STATIC_WIDTH, language);
    spec.series = lines.iter().map(|line| series(line, &spec.periods)).collect();
    spec
}

fn series(line: &Line, periods: &[Period]) -> LineSeries {
    let role = match (line.slot, line.code.level()) {
        (Some(slot), _) => SeriesRole::Chosen(u8::try_from(slot % 8).unwrap_or(0)),
        (None, Level::Nation) => SeriesRole::Nation,
        (None, _) => SeriesRole::County,
    };
    let value = |period: &Period| match line.periods.binary_search(period) {
        Ok(position) => line.values.get(position).copied().unwrap_or(Value::Absent(Absence::Missing)),
        Err(_) => Value::Absent(Absence::NotApplicable),
    };
    LineSeries::new(line.name.clone(), role, periods.iter().map(value).collect())
}
