//! The line chart as a figure: drawing and table behind tabs, values by pointer and by keyboard, a sentence to copy
//! and the table to take along.

use super::chart_figure::{ChartContent, Drawn, FigureWords, STATIC_WIDTH, chart_figure, made};
use super::site::{Site, use_site};
use crate::charts::line::{LineSeries, LineSpec, SeriesRole};
use crate::markup::{Live, Markup, RwSignal};
use crate::model::{Absence, AreaCode, Indicator, Language, Level, Period, Value};
use crate::sentences::Uncertainty;
use crate::sentences::line::{LineSentences, LineSubject, SubjectLine};
use crate::sentences::quote::{Quote, quoted};
use std::sync::Arc;

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

/// The figure, whose id is unique on the page. `controls` stand between the caption and the drawing.
pub fn line_figure(id: &str, content: &LineContent, controls: Markup) -> Markup {
    let site = use_site();
    let t = site.text();
    let drawn = {
        let content = content.clone();
        made(move || {
            let (indicator, lines) = (content.indicator.get(), content.lines.get());
            let mut spec = spec(&indicator, &lines, site.language);
            spec.highlighted = content.period.get();
            spec.watermark = site.catalogue.synthetic.then(|| t.synthetic.to_owned());
            let quote = quote(&site, &indicator, &lines, spec.highlighted);
            let LineSentences { heading, detail, lede, alternative, .. } =
                sentences(&indicator, &lines, site.language);
            let words = FigureWords { heading, detail, lede, alternative, quote };
            Drawn { chart: Box::new(spec), words }
        })
    };
    let lines = content.lines.clone();
    let codes = move || Arc::new(lines.get().iter().map(|line| line.code.clone()).collect::<Vec<_>>());
    let content = ChartContent {
        indicator: content.indicator.clone(),
        drawn,
        areas: Live::new(codes),
        hovered: content.hovered,
        choose: None,
    };
    chart_figure(id, &content, controls)
}

/// The sentence to quote: the first line in the period that is looked at, else its newest number.
fn quote(site: &Site, indicator: &Indicator, lines: &[Line], period: Option<Period>) -> String {
    let Some(line) = lines.first() else { return String::new() };
    let newest = || line.values.iter().rposition(|value| value.number().is_some());
    let asked = period.and_then(|period| line.periods.binary_search(&period).ok());
    let Some(position) = asked.or_else(newest) else { return String::new() };
    let (Some(&period), Some(&value)) = (line.periods.get(position), line.values.get(position)) else {
        return String::new();
    };
    quoted(&Quote {
        indicator,
        code: &line.code,
        name: &line.name,
        period,
        value,
        uncertainty: Uncertainty::of(indicator),
        edition: &site.edition,
        synthetic: site.catalogue.synthetic,
        address: "",
        language: site.language,
    })
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
    let mut spec = LineSpec::of(indicator, periods, STATIC_WIDTH, language);
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
