//! The line chart as a figure: drawing and table behind tabs, values by pointer and by keyboard, a sentence to copy
//! and the table to take along.

pub mod plot;

use super::data_table::{DataTable, TableData};
use super::figure_frame::FigureFrame;
use super::site::use_site;
use crate::charts::line::{LineSeries, LineSpec, SeriesRole};
use crate::model::{Absence, AreaCode, Indicator, Level, Period, Value};
use crate::sentences::Uncertainty;
use crate::sentences::line::{LineSentences, LineSubject, SubjectLine};
use leptos::prelude::*;
use plot::Plot;

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

/// The figure. `children` stands between the caption and the drawing.
#[component]
pub fn LineFigure(
    /// An id, unique on the page.
    #[prop(into)]
    id: String,
    /// What is shown.
    #[prop(into)]
    indicator: Signal<Indicator>,
    /// The period that other figures show now.
    #[prop(into)]
    period: Signal<Option<Period>>,
    /// The lines; the first is the one that the sentence is about.
    #[prop(into)]
    lines: Signal<Vec<Line>>,
    /// The area under the pointer, here or on the map.
    hovered: RwSignal<Option<AreaCode>>,
    /// Controls that belong to the figure.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let site = use_site();
    let t = site.text();
    let language = site.language;
    let synthetic = site.catalogue.synthetic;
    let spec = Memo::new(move |_| {
        let mut spec = spec(&indicator.get(), &lines.get(), language);
        spec.highlighted = period.get();
        spec.watermark = synthetic.then(|| t.synthetic.to_owned());
        spec
    });
    let sentences = Memo::new(move |_| sentences(&indicator.get(), &lines.get(), language));
    let shows_table = RwSignal::new(false);
    let table = Signal::derive(move || {
        let table = spec.get().table();
        TableData { caption: sentences.get().title, headings: table.header, rows: table.rows }
    });
    let (figure_tab, table_tab) = (format!("{id}-figure-tab"), format!("{id}-table-tab"));
    let (figure_panel, table_panel) = (format!("{id}-figure-panel"), format!("{id}-table-panel"));
    let tab = move |is_table: bool, id: String, panel: String, label: &'static str| {
        view! {
            <button type="button" role="tab" class="tab" id=id aria-controls=panel
                aria-selected=move || (shows_table.get() == is_table).to_string()
                tabindex=move || if shows_table.get() == is_table { "0" } else { "-1" }
                on:click=move |_| shows_table.set(is_table)
                on:keydown=move |event| {
                    if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight") {
                        event.prevent_default();
                        shows_table.update(|shows| *shows = !*shows);
                        plot::focus_selected_tab(&event);
                    }
                }>
                {label}
            </button>
        }
    };
    view! {
        <FigureFrame id=id.clone() title=Signal::derive(move || sentences.get().heading)
            detail=Signal::derive(move || sentences.get().detail)
            lede=Signal::derive(move || sentences.get().lede) indicator=indicator>
            {children.map(|children| children())}
            <div class="tabs needs-program" role="tablist" aria-label=Signal::derive(move || sentences.get().title)>
                {tab(false, figure_tab.clone(), figure_panel.clone(), t.view_figure)}
                {tab(true, table_tab.clone(), table_panel.clone(), t.view_table)}
            </div>
            <div role="tabpanel" id=figure_panel aria-labelledby=figure_tab hidden=move || shows_table.get()>
                <Plot id=id.clone() spec=spec lines=lines hovered=hovered
                    title=Signal::derive(move || sentences.get().title)
                    alternative=Signal::derive(move || sentences.get().alternative)/>
            </div>
            <div role="tabpanel" id=table_panel aria-labelledby=table_tab hidden=move || !shows_table.get()>
                {move || shows_table.get().then(|| view! { <DataTable table=table/> })}
            </div>
        </FigureFrame>
    }
    .into_any()
}

/// The figure's words, made from the same numbers.
fn sentences(indicator: &Indicator, lines: &[Line], language: crate::model::Language) -> LineSentences {
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
fn spec(indicator: &Indicator, lines: &[Line], language: crate::model::Language) -> LineSpec {
    let mut periods: Vec<Period> = lines.iter().flat_map(|line| line.periods.iter().copied()).collect();
    periods.sort_unstable();
    periods.dedup();
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
