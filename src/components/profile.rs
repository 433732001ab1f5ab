//! One indicator on an area's page: the newest value large, beside the county's and the country's, how it has
//! developed, and what the measure means.

use super::line_figure::{Line, LineFigure};
use super::site::{Site, use_site};
use super::strip_figure::StripFigure;
use crate::i18n::number::{NumberStyle, number_text, with_unit};
use crate::i18n::period::period_text;
use crate::model::{Indicator, Measure, Period, Profile, ProfileIndicator, ProfileSeries, Value};
use leptos::prelude::*;
use std::sync::Arc;

/// The card.
#[component]
pub fn IndicatorCard(
    /// The page's area.
    profile: Arc<Profile>,
    /// What is shown.
    indicator: Indicator,
    /// The area's figures and those of its parents.
    figures: ProfileIndicator,
) -> impl IntoView {
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
    let beside = figures
        .series
        .iter()
        .skip(1)
        .map(|series| {
            let value = newest_at(&figures.periods, series, newest.map(|(period, _)| period));
            let words = value_words(&site, &indicator, value);
            view! { <div><dt lang="sv">{site.name(&series.area)}</dt><dd>{words}</dd></div> }
        })
        .collect_view();
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
    let own_heading_id = heading_id.clone();
    view! {
        <section class="card" aria-labelledby=heading_id>
            <header class="card__head">
                <h3 id=own_heading_id>{indicator.title.get(language).to_owned()}</h3>
                <p class="card__question">{indicator.question.get(language).to_owned()}</p>
            </header>
            <div class="card__body">
                <div class="card__figures">
                    <p>
                        <span class="card__value">{number}</span> " " <span class="card__unit">{unit}</span>
                        <br/>
                        <span class="card__period">{period}</span>
                    </p>
                    <dl class="beside">{beside}</dl>
                </div>
                <div class="card__pictures">
                    <StripFigure profile=profile indicator=indicator.clone() figures=figures/>
                    <LineFigure id=id indicator=Signal::stored(indicator.clone()) period=Signal::stored(None)
                        lines=Signal::stored(lines) hovered=RwSignal::new(None)/>
                </div>
            </div>
            <details class="disclosure" id=format!("about-{}", indicator.slug)>
                <summary>{t.what_it_measures}</summary>
                <p class="card__definition">{indicator.plain.get(language).to_owned()}</p>
                <p class="card__definition">{indicator.population.get(language).to_owned()}</p>
            </details>
        </section>
    }
    .into_any()
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
