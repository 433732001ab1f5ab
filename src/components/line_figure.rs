//! The line chart as a figure: drawing and table behind tabs, values by pointer and by keyboard, a sentence to copy
//! and the table to take along.

use super::chart_figure::{ChartContent, Drawn, FigureWords, STATIC_WIDTH, Setting, embeddable_figure, made};
use super::embed_choice::shape_of;
use super::figures::Figures;
use super::line_others::{Around, Others};
use super::site::use_site;
use crate::charts::line::{LineSeries, LineSpec, SeriesRole};
use crate::i18n::number::count_text;
use crate::i18n::text::lines::lines_text;
use crate::markup::{Live, Markup, RwSignal};
use crate::model::{Absence, AreaCode, Ends, Indicator, Language, Level, Measure, Period, Value};
use crate::route::{Shape, View};
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
    /// Their intervals, one a period; empty where there are none.
    pub intervals: Vec<Ends>,
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
    /// What is around the lines, where a page has that.
    pub around: Option<Around>,
}

/// The figure, whose id is unique on the page. `controls` stand between the caption and the drawing.
pub fn line_figure(id: &str, content: &LineContent, controls: Markup) -> Markup {
    let site = use_site();
    let drawn = {
        let content = content.clone();
        made(move || {
            let (indicator, lines) = (content.indicator.get(), content.lines.get());
            let others = content.around.as_ref().and_then(|around| around.others.get());
            let setting = Setting::of(&site);
            line_chart(&indicator, &lines, others.as_ref(), content.period.get(), &site.edition, setting)
        })
    };
    let (lines, around) = (content.lines.clone(), content.around.clone());
    let codes = move || {
        let others = around.as_ref().and_then(|around| around.others.get());
        let others = others.iter().flat_map(|others| others.codes.0.iter()).cloned();
        Arc::new(lines.get().iter().map(|line| line.code.clone()).chain(others).collect::<Vec<_>>())
    };
    let embed = {
        let LineContent { indicator, lines, around, .. } = content.clone();
        Live::new(move || {
            let range = around.as_ref().and_then(|around| around.range.get());
            let (since, period) = range.unzip();
            let lines = lines.get();
            let chosen = lines.iter().filter(|line| line.slot.is_some()).map(|line| line.code.clone());
            let indicator = Some(indicator.get().slug.clone());
            shape_of(
                Shape::Line,
                View { indicator, since, period, areas: chosen.collect(), ..View::default() },
            )
        })
    };
    let content = ChartContent {
        period: Live::fixed(None),
        indicator: content.indicator.clone(),
        drawn,
        areas: Live::new(codes),
        hovered: content.hovered,
        choose: content.around.as_ref().map(|around| around.choose.clone()),
    };
    embeddable_figure(id, &content, controls, Some(embed))
}

/// The chart with its words.
pub fn line_chart(
    indicator: &Indicator,
    lines: &[Line],
    others: Option<&Others>,
    period: Option<Period>,
    edition: &str,
    setting: Setting,
) -> Drawn {
    let mut spec = line_spec(indicator, lines, others, setting.language);
    spec.highlighted = period;
    spec.watermark = setting.watermark();
    let quote = quote(indicator, lines, period, edition, setting);
    let mut words = FigureWords { quote, ..line_words(indicator, lines, setting.language) };
    if let Some(Others { crowd, level, .. }) = others {
        let n = count_text(crowd.areas.len(), setting.language);
        words.alternative.push(' ');
        words.alternative.push_str(&(lines_text(setting.language).others_said)(&n, *level));
    }
    Drawn { chart: Box::new(spec), words }
}

/// The country first, then the chosen areas in their order, as far as they have figures.
pub fn chosen_lines(
    figures: &Figures,
    measure: Measure,
    chosen: &[AreaCode],
    name: &dyn Fn(&AreaCode) -> String,
) -> Vec<Line> {
    let line = |code: &AreaCode, slot: Option<usize>| {
        let (periods, values) = figures.series(code)?;
        let (periods, values) = (periods.to_vec(), values.to_vec());
        let intervals = figures.intervals(code).to_vec();
        Some(Line { code: code.clone(), name: name(code), slot, periods, values, intervals })
    };
    // Beside a number of people in the whole country any place lies at zero.
    let is_comparable = chosen.is_empty() || measure != Measure::Count;
    let nation = is_comparable.then(|| line(&AreaCode::nation(), None)).flatten();
    let areas = chosen.iter().enumerate().filter_map(|(slot, code)| line(code, Some(slot)));
    nation.into_iter().chain(areas).collect()
}

/// The sentence to quote: the first chosen area (else the first line) in the period that is looked at, else its newest
/// number.
fn quote(
    indicator: &Indicator,
    lines: &[Line],
    period: Option<Period>,
    edition: &str,
    setting: Setting,
) -> String {
    let Some(line) = lines.iter().find(|line| line.slot.is_some()).or(lines.first()) else {
        return String::new();
    };
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
        uncertainty: match line.intervals.get(position).copied().flatten() {
            Some((low, high)) => Uncertainty::Interval(low, high),
            None => Uncertainty::of(indicator),
        },
        edition,
        synthetic: setting.is_synthetic,
        address: "",
        language: setting.language,
    })
}

/// The words of values over time, without a sentence to quote.
pub(super) fn line_words(indicator: &Indicator, lines: &[Line], language: Language) -> FigureWords {
    let lines: Vec<SubjectLine<'_>> = lines
        .iter()
        .map(|line| SubjectLine {
            code: &line.code,
            name: &line.name,
            periods: &line.periods,
            values: &line.values,
            uncertainty: Uncertainty::in_series(indicator, &line.periods, &line.values, &line.intervals),
        })
        .collect();
    let LineSentences { heading, detail, lede, alternative, .. } =
        LineSentences::of(&LineSubject { indicator, lines: &lines, language });
    FigureWords { heading, detail, lede, alternative, quote: String::new() }
}

/// The drawing's content for lines whose periods may differ: the axis has all of them.
pub(super) fn line_spec(
    indicator: &Indicator,
    lines: &[Line],
    others: Option<&Others>,
    language: Language,
) -> LineSpec {
    let mut periods: Vec<Period> = Vec::new();
    let of_others = others.map_or(&[][..], |others| others.crowd.periods());
    for period in of_others.iter().chain(lines.iter().flat_map(|line| &line.periods)) {
        if let Err(place) = periods.binary_search(period) {
            periods.insert(place, *period);
        }
    }
    let mut spec = LineSpec::of(indicator, periods, STATIC_WIDTH, language);
    spec.crowd = others.map(|others| others.crowd.clone());
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
    let interval = |period: &Period| {
        let at = line.periods.binary_search(period).ok()?;
        line.intervals.get(at).copied().flatten()
    };
    let has_intervals = !line.intervals.is_empty();
    let intervals = if has_intervals { periods.iter().map(interval).collect() } else { Vec::new() };
    let values = periods.iter().map(value).collect();
    LineSeries { intervals, ..LineSeries::new(line.name.clone(), role, values) }
}
