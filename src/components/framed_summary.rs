//! A place in short for other people's pages: what is said of it, and the newest value of each indicator beside the
//! county's and the country's.

use super::figure_frame::sources_line;
use super::profile::{newest, value_words};
use super::site::use_site;
use crate::i18n::period::period_text;
use crate::markup::{Element, Markup, el};
use crate::model::{Indicator, Level, Measure, Profile, ProfileIndicator, Theme};
use crate::sentences;

/// As many indicators as make a summary: the first of each policy field.
const MOST: usize = 6;

/// The summary.
pub fn framed_summary(profile: &Profile) -> Markup {
    let site = use_site();
    let t = site.text();
    let sentences: Vec<Element> = sentences::place::summary(&site.catalogue, profile, site.language)
        .into_iter()
        .map(|sentence| el("p").with(sentence))
        .collect();
    let of_theme = |theme: Theme| {
        profile.indicators.iter().find_map(|figures| {
            let indicator = site.catalogue.indicator(&figures.slug)?;
            (indicator.theme == theme && indicator.measure != Measure::Count).then_some((indicator, figures))
        })
    };
    let row = |(indicator, figures): (&Indicator, &ProfileIndicator)| {
        let (period, _) = newest(&figures.periods, figures.series.first()?)?;
        let at = figures.periods.binary_search(&period).ok()?;
        let value = |level: Option<Level>| {
            let series = match level {
                None => figures.series.first(),
                Some(level) => figures.series.iter().skip(1).find(|series| series.area.level() == level),
            };
            let words = series.map(|series| value_words(&site, indicator, series.values.0.get(at).copied()));
            el("td").with(words.unwrap_or_else(|| "–".to_owned()))
        };
        let title = el("th")
            .attr("scope", "row")
            .with(indicator.title.get(site.language).to_owned())
            .with(" ")
            .with(el("span").class("compare__period").with(period_text(period, site.language)));
        let county = (profile.area.level() == Level::Municipality).then(|| value(Some(Level::County)));
        Some(el("tr").with(title).with(value(None)).with(county).with(value(Some(Level::Nation))))
    };
    let rows: Vec<Element> = Theme::ALL.into_iter().filter_map(of_theme).filter_map(row).take(MOST).collect();
    let column = |name: &str| el("th").attr("scope", "col").attr("lang", "sv").with(name.to_owned());
    let county = profile.parents.iter().find(|(code, _)| code.level() == Level::County);
    let head = el("tr")
        .with(el("th").attr("scope", "col").with(t.indicator))
        .with(column(&profile.name))
        .with(county.map(|(_, name)| column(name)))
        .with(el("th").attr("scope", "col").with(t.sweden));
    let table = el("table")
        .class("table table--summary")
        .attr("aria-labelledby", "summary-title")
        .with(el("thead").with(head))
        .with(el("tbody").with(rows));
    // It scrolls sideways in a narrow column.
    let frame = el("div")
        .class("table-box table-box--whole")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-labelledby", "summary-title")
        .with(table);
    let indicators = profile.indicators.iter();
    let indicators: Vec<&Indicator> =
        indicators.filter_map(|figures| site.catalogue.indicator(&figures.slug)).collect();
    el("figure")
        .class("figure")
        .attr("aria-labelledby", "summary-title")
        .with(
            el("figcaption")
                .class("figure__caption")
                .with(
                    el("h3")
                        .class("figure__title")
                        .id("summary-title")
                        .attr("lang", "sv")
                        .with(profile.name.clone()),
                )
                .with(el("div").class("figure__lede").with(sentences)),
        )
        .with(frame)
        .with(sources_line(&indicators))
        .into()
}
