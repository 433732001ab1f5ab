//! Areas side by side in one theme: its indicators as rows, every area as a column, the country beside them.

use super::profile::{newest, value_words};
use super::site::Site;
use crate::charts::sparkline::SparklineSpec;
use crate::charts::svg::{Naming, Styling};
use crate::charts::{Size, Token};
use crate::i18n::period::period_text;
use crate::markup::{Element, Markup, el};
use crate::model::{Indicator, Level, Measure, Period, Profile, ProfileSeries, Theme};
use crate::route::Page;
use std::sync::Arc;

/// A theme's table.
pub struct CompareTable<'a> {
    /// The table in its frame.
    pub table: Element,
    /// The indicators that have a row, in order; there is at least one.
    pub indicators: Vec<&'a Indicator>,
}

/// The table of a theme, named by the element with an id; nothing where the areas have no number of any indicator. In a
/// frame names lead nowhere: a page of the site would open inside it.
pub fn compare_table<'a>(
    site: &'a Site,
    theme: Theme,
    profiles: &[Arc<Profile>],
    named_by: &str,
    is_framed: bool,
) -> Option<CompareTable<'a>> {
    let t = site.text();
    let of_theme = site.catalogue.indicators.iter().filter(|indicator| indicator.theme == theme);
    let (indicators, rows): (Vec<&Indicator>, Vec<Element>) = of_theme
        .filter_map(|indicator| Some((indicator, row(site, indicator, profiles, is_framed)?)))
        .unzip();
    let column = |profile: &Arc<Profile>| {
        let name = el("span").attr("lang", "sv").with(profile.name.clone());
        let heading = el("th").attr("scope", "col");
        match site.profile_href(&profile.area).filter(|_| !is_framed) {
            Some(href) => heading.with(el("a").attr("href", href).with(name)),
            None => heading.with(name),
        }
    };
    let columns: Vec<Element> = profiles.iter().map(column).collect();
    let head = el("tr")
        .with(el("th").attr("scope", "col").with(t.explore.indicator))
        .with(columns)
        .with(el("th").attr("scope", "col").with(t.explore.nation));
    (!rows.is_empty()).then(|| {
        let table = el("table")
            .class("table table--compare")
            .attr("aria-labelledby", named_by.to_owned())
            .with(el("thead").with(head))
            .with(el("tbody").with(rows));
        let table = el("div")
            .class("table-box table-box--whole")
            .attr("role", "region")
            .attr("tabindex", "0")
            .attr("aria-labelledby", named_by.to_owned())
            .with(table);
        CompareTable { table, indicators }
    })
}

/// What a theme's table of some areas is called.
pub fn compare_title(site: &Site, theme: Option<Theme>, profiles: &[Arc<Profile>]) -> String {
    let t = site.text();
    let names: Vec<&str> = profiles.iter().map(|profile| profile.name.as_str()).collect();
    format!("{}: {}", theme.map_or(t.explore.compare, t.theme), names.join(", "))
}

/// The newest period that all chosen areas have a number for, with each area's value in it.
fn row(site: &Site, indicator: &Indicator, profiles: &[Arc<Profile>], is_framed: bool) -> Option<Element> {
    let found: Vec<Option<(&[Period], &[ProfileSeries])>> = profiles
        .iter()
        .map(|profile| {
            let own = profile.indicators.iter().find(|figures| figures.slug == indicator.slug)?;
            Some((own.periods.as_slice(), own.series.as_slice()))
        })
        .collect();
    let latest =
        |(periods, series): &(&[Period], &[ProfileSeries])| Some(newest(periods, series.first()?)?.0);
    let period = found.iter().flatten().filter_map(latest).min()?;
    let cell = |(periods, series): (&[Period], Option<&ProfileSeries>)| {
        let position = periods.binary_search(&period).ok();
        let value = series.zip(position).and_then(|(series, at)| series.values.0.get(at).copied());
        let line = series.map(|series| sparkline(indicator, periods, series));
        el("td")
            .with(el("span").class("compare__value").with(value_words(site, indicator, value)))
            .with(line.map(|svg| el("span").class("compare__line").html(svg)))
    };
    let cells: Vec<Element> = found
        .iter()
        .map(|found| match found {
            Some((periods, series)) => cell((periods, series.first())),
            None => el("td").with(value_words(site, indicator, None)),
        })
        .collect();
    // The country's number of people says nothing beside a municipality's.
    let nation = found.iter().flatten().find_map(|(periods, series)| {
        let nation = series.iter().find(|series| series.area.level() == Level::Nation)?;
        (indicator.measure != Measure::Count).then(|| cell((periods, Some(nation))))
    });
    let title = Markup::from(indicator.title.get(site.language).to_owned());
    let title = match is_framed {
        true => title,
        false => el("a").attr("href", site.href(Page::Indicator(indicator.slug.clone()))).with(title).into(),
    };
    let when = el("span").class("compare__period").with(period_text(period, site.language));
    Some(
        el("tr")
            .with(el("th").attr("scope", "row").with(title).with(" ").with(when))
            .with(cells)
            .with(nation.unwrap_or_else(|| el("td").with("–"))),
    )
}

/// The shape of a series; the numbers stand beside it.
fn sparkline(indicator: &Indicator, periods: &[Period], series: &ProfileSeries) -> String {
    let spec = SparklineSpec {
        size: Size { width: 88.0, height: 26.0 },
        periods: periods.to_vec(),
        breaks: indicator.breaks.clone(),
        values: series.values.0.clone(),
        token: Token::MUTED,
    };
    spec.svg(Naming::Hidden, Styling::Page)
}
