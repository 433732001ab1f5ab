//! Two periods of all areas of a level as a figure.

use super::area_values::{AreaValue, AreaValues, AreasContent, across_content};
use super::chart_figure::{Drawn, FigureWords, Setting, chart_figure, made};
use super::line_figure::{Line, line_words};
use super::site::use_site;
use crate::charts::Measured;
use crate::charts::line::SeriesRole;
use crate::charts::slope::{SlopeArea, SlopeSpec};
use crate::markup::{Live, Markup};
use crate::model::{Absence, AreaCode, Indicator, Value};
use std::sync::Arc;

/// The figure, whose id is unique on the page: `content` is the later period, `before` the earlier one of the same
/// areas. `controls` stand between the caption and the drawing.
pub fn slope_figure(
    id: &str,
    content: &AreasContent,
    before: Live<Arc<AreaValues>>,
    controls: Markup,
) -> Markup {
    let setting = Setting::of(&use_site());
    let (indicator, values) = (content.indicator.clone(), content.areas.clone());
    let drawn = made(move || slope(&indicator.get(), [&before.get(), &values.get()], setting));
    chart_figure(id, &across_content(content, drawn), controls)
}

/// The chart with its words, of the earlier and the later values.
pub fn slope(indicator: &Indicator, [before, after]: [&AreaValues; 2], setting: Setting) -> Drawn {
    let (Some(from), Some(to)) = (before.period, after.period) else {
        return Drawn { chart: Box::new(empty(indicator, setting)), words: FigureWords::default() };
    };
    let found = |area: &AreaValue| {
        let at = before.areas.binary_search_by(|other| other.code.cmp(&area.code)).ok()?;
        Some(&before.areas[at])
    };
    let earlier =
        |area: &AreaValue| found(area).map_or(Value::Absent(Absence::NotApplicable), |before| before.value);
    let areas = after.areas.iter().map(|area| SlopeArea {
        name: area.name.to_string(),
        role: area.chart_slot().map_or(SeriesRole::Context, SeriesRole::Chosen),
        values: [earlier(area), area.value],
        ends: [found(area).and_then(|before| before.interval), area.interval],
    });
    let spec = SlopeSpec {
        periods: [from, to],
        is_broken: indicator.breaks.iter().any(|period| from < *period && *period <= to),
        areas: areas.collect(),
        ..empty(indicator, setting)
    };
    let interval = |area: &AreaValue| Some(vec![found(area)?.interval, area.interval]);
    let line = |code: AreaCode, name: String, slot: Option<usize>, values: Vec<Value>| Line {
        code,
        name,
        slot,
        periods: vec![from, to],
        values,
        intervals: Vec::new(),
    };
    let mut lines: Vec<Line> = after
        .chosen()
        .into_iter()
        .map(|(area, _)| {
            let own =
                line(area.code.clone(), area.name.to_string(), area.slot, vec![earlier(area), area.value]);
            Line { intervals: interval(area).unwrap_or_default(), ..own }
        })
        .collect();
    if let (Some(then), Some(now)) = (before.nation, after.nation) {
        let number = |number: f64| Value::finite(number).unwrap_or(Value::Absent(Absence::Missing));
        let name = setting.text().sweden.to_owned();
        let own = line(AreaCode::nation(), name, None, vec![number(then), number(now)]);
        lines.push(Line { intervals: vec![before.nation_interval, after.nation_interval], ..own });
    }
    Drawn { chart: Box::new(spec), words: line_words(indicator, &lines, setting.language) }
}

fn empty(indicator: &Indicator, setting: Setting) -> SlopeSpec {
    let nowhen = crate::model::Period::year(0);
    SlopeSpec {
        measured: Measured::of(indicator, setting.language),
        periods: [nowhen, nowhen],
        is_broken: false,
        areas: Vec::new(),
        watermark: setting.watermark(),
    }
}
