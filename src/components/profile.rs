//! One indicator on an area's page: the newest value large, beside the county's and the country's, how it has
//! developed, and what the measure means.

use super::line_figure::{Line, LineContent, line_figure};
use super::site::{Site, use_site};
use super::strip_figure::{inside_strip, strip_figure};
use crate::i18n::number::{NumberStyle, number_text, with_unit};
use crate::i18n::period::period_text;
use crate::markup::{Element, Live, Markup, RwSignal, el};
use crate::model::{Indicator, Measure, Period, Profile, ProfileIndicator, ProfileSeries, Value};
use std::sync::Arc;

/// The card of an indicator on an area's page: `figures` are the area's and those of its parents.
pub fn indicator_card(profile: &Profile, indicator: &Indicator, figures: &ProfileIndicator) -> Markup {
    let site = use_site();
    let t = site.text();
    let language = site.language;
    let own = figures.series.first();
    let newest = own.and_then(|series| newest(&figures.periods, series));
    let (number, unit, period) = match newest {
        Some((period, number)) => (
            number_text(number, NumberStyle { decimals: indicator.decimals, language }),
            indicator.unit.short.get(language).to_owned(),
            (t.latest)(&period_text(period, language)),
        ),
        None => (absence_words(&site, own), String::new(), String::new()),
    };
    let beside: Vec<Element> = figures
        .series
        .iter()
        .skip(1)
        .map(|series| {
            let value = newest_at(&figures.periods, series, newest.map(|(period, _)| period));
            let words = value_words(&site, indicator, value);
            el("div")
                .with(el("dt").attr("lang", "sv").with(site.name(&series.area)))
                .with(el("dd").with(words))
        })
        .collect();
    let lines: Vec<Line> = figures
        .series
        .iter()
        .enumerate()
        // A number of people is not compared with the whole country's: the lines would lie at zero.
        .filter(|(position, _)| *position == 0 || indicator.measure != Measure::Count)
        .map(|(position, series)| Line {
            code: series.area.clone(),
            name: site.name(&series.area),
            slot: (position == 0).then_some(0),
            periods: figures.periods.clone(),
            values: series.values.0.clone(),
        })
        .collect();
    let id = format!("i-{}", indicator.slug);
    let heading_id = format!("{id}-heading");
    let latest = el("p")
        .with(el("span").class("card__value").with(number))
        .with(" ")
        .with(el("span").class("card__unit").with(unit))
        .with(el("br"))
        .with(el("span").class("card__period").with(period));
    let content = LineContent {
        indicator: Live::fixed(Arc::new(indicator.clone())),
        period: Live::fixed(None),
        lines: Live::fixed(Arc::new(lines)),
        hovered: RwSignal::new(None),
    };
    let head = el("header")
        .class("card__head")
        .with(el("h3").id(heading_id.clone()).with(indicator.title.get(language).to_owned()))
        .with(el("p").class("card__question").with(indicator.question.get(language).to_owned()));
    let numbers = el("div").class("card__figures").with(latest).with(el("dl").class("beside").with(beside));
    let pictures = el("div")
        .class("card__pictures")
        .with(inside_strip(profile, indicator))
        .with(strip_figure(profile, indicator, figures))
        .with(line_figure(&id, &content, Markup::Nothing));
    let about = el("details")
        .class("disclosure")
        .id(format!("about-{}", indicator.slug))
        .with(el("summary").with(t.what_it_measures))
        .with(el("p").class("card__definition").with(indicator.plain.get(language).to_owned()))
        .with(el("p").class("card__definition").with(indicator.population.get(language).to_owned()));
    el("section")
        .class("card")
        .attr("aria-labelledby", heading_id)
        .with(head)
        .with(el("div").class("card__body").with(numbers).with(pictures))
        .with(about)
        .into()
}

/// The newest number of a series with its period.
pub fn newest(periods: &[Period], series: &ProfileSeries) -> Option<(Period, f64)> {
    let pairs = periods.iter().copied().zip(series.values.0.iter().copied());
    pairs.rev().find_map(|(period, value)| Some((period, value.number()?)))
}

fn newest_at(periods: &[Period], series: &ProfileSeries, period: Option<Period>) -> Option<Value> {
    let position = periods.binary_search(&period?).ok()?;
    series.values.0.get(position).copied()
}

/// A value in words, or the reason why there is none.
pub fn value_words(site: &Site, indicator: &Indicator, value: Option<Value>) -> String {
    let style = NumberStyle { decimals: indicator.decimals, language: site.language };
    match value {
        Some(Value::Number(number, _)) => with_unit(number, &indicator.unit, style),
        Some(Value::Absent(reason)) => (site.text().absence)(reason).to_owned(),
        None => (site.text().absence)(crate::model::Absence::Missing).to_owned(),
    }
}

fn absence_words(site: &Site, series: Option<&ProfileSeries>) -> String {
    let last = series.and_then(|series| series.values.0.last()).and_then(|value| value.absence());
    (site.text().absence)(last.unwrap_or(crate::model::Absence::Missing)).to_owned()
}
