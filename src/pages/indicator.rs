//! The page of one indicator: what it says of the country, how municipalities differ, how it is defined and made, and
//! every table to take along.

use crate::components::figure_frame::source_words;
use crate::components::figures::Figures;
use crate::components::line_figure::{Line, LineContent, line_figure};
use crate::components::site::{Site, use_site};
use crate::components::strip_figure::level_strip;
use crate::components::terms::with_terms;
use crate::i18n::case::{lower_first, upper_first};
use crate::i18n::period::period_text;
use crate::markup::{Element, Live, Markup, RwSignal, el};
use crate::model::{
    About, AreaCode, Indicator, Language, Level, Localized, Measure, SeriesBreak, TableEntry, Value, paths,
};
use crate::order::sort_numbers;
use crate::route::{Page, Route, Shape, View};
use crate::sentences;
use std::sync::Arc;

/// What the page shows.
#[derive(Clone)]
pub struct IndicatorContent {
    /// The indicator.
    pub indicator: Arc<Indicator>,
    /// Its figures for the country, the counties and the municipalities.
    pub figures: Arc<Figures>,
    /// Its long texts.
    pub about: Arc<About>,
}

/// The page.
pub fn indicator_page(content: &IndicatorContent) -> Markup {
    let site = use_site();
    let (t, language) = (site.text(), site.language);
    let IndicatorContent { indicator, about, .. } = content;
    let head = el("header")
        .class("place__head")
        .with(breadcrumb(&site, indicator))
        .with(el("h1").attr("tabindex", "-1").with(indicator.title.get(language).to_owned()))
        .with(el("p").class("place__kind").with(indicator.question.get(language).to_owned()))
        .with(el("p").class("place__summary").with(indicator.plain.get(language).to_owned()))
        .with(ways_on(&site, indicator));
    let mut told = Vec::new();
    let mut text = |heading: &'static str, text: &Localized| {
        let words = with_terms(text.get(language), &site, &mut told);
        vec![el("h3").with(heading), el("p").class("prose").with(words)]
    };
    let definition = text(t.explore.definition, &about.definition);
    let method = text(t.explore.method, &about.method);
    let facts = el("section")
        .class("section")
        .attr("aria-labelledby", "about")
        .with(el("h2").id("about").with(t.explore.about))
        .with(facts(&site, indicator))
        .with(definition)
        .with(method)
        .with(list(
            t.explore.pitfalls,
            about.pitfalls.iter().map(|one| one.get(language).to_owned()).collect(),
        ))
        .with(list(t.explore.breaks, about.breaks.iter().map(|one| break_words(one, language)).collect()));
    el("article")
        .class("place")
        .with(head)
        .with(over_time(content))
        .with(between(content))
        .with(facts)
        .with(tables(&site, indicator))
        .with(related(&site, indicator))
        .into()
}

fn breadcrumb(site: &Site, indicator: &Indicator) -> Element {
    let t = site.text();
    let start = el("li").with(el("a").attr("href", site.href(Page::Start)).with(t.start));
    let theme = site.href(Page::Theme(indicator.theme));
    let theme = el("li").with(el("a").attr("href", theme).with((t.theme)(indicator.theme)));
    let here = el("li").attr("aria-current", "page").with(indicator.title.get(site.language).to_owned());
    el("nav")
        .class("breadcrumb")
        .attr("aria-label", t.breadcrumb)
        .with(el("ol").class("breadcrumb__list").with(start).with(theme).with(here))
}

/// Links to the explorer's views of this indicator.
fn ways_on(site: &Site, indicator: &Indicator) -> Element {
    let view = View { indicator: Some(indicator.slug.clone()), ..View::default() };
    let address = Route { language: site.language, page: Page::Explore, view }.to_string();
    let link = el("a").class("button").attr("href", address).with(site.text().explore.open_map);
    el("p").class("needs-program").with(link)
}

/// The country over time, where it has figures, else nothing.
fn over_time(content: &IndicatorContent) -> Option<Element> {
    let heading = (use_site().text().explore.shape)(Shape::Line);
    // The figure has a title for the eye; who goes from heading to heading meets no gap in their ranks.
    let heading = el("h2").class("unseen").with(heading);
    Some(el("div").class("section section--figure").with(heading).with(national_line(content, "line")?))
}

/// The line chart of the country, whose id is unique on the page; nothing where it has no figures.
pub fn national_line(content: &IndicatorContent, id: &str) -> Option<Markup> {
    let site = use_site();
    let nation = AreaCode::nation();
    let (periods, values) = content.figures.series(&nation)?;
    let line = Line {
        code: nation.clone(),
        name: site.name(&nation),
        slot: None,
        periods: periods.to_vec(),
        values: values.to_vec(),
        intervals: content.figures.intervals(&nation).to_vec(),
    };
    let lines = LineContent {
        indicator: Live::fixed(content.indicator.clone()),
        period: Live::fixed(None),
        lines: Live::fixed(Arc::new(vec![line])),
        hovered: RwSignal::new(None),
        around: None,
    };
    Some(line_figure(id, &lines, Markup::Nothing))
}

/// How the municipalities differ in the newest period.
fn between(content: &IndicatorContent) -> Option<Element> {
    let spread = spread_strip(content, "h2")?;
    Some(el("section").class("section").attr("aria-labelledby", "between").with(spread))
}

/// How the municipalities (else the counties) differ in the newest period: a heading of the given rank, a sentence, and
/// every area as a dot.
pub fn spread_strip(content: &IndicatorContent, heading: &'static str) -> Option<Vec<Element>> {
    let level =
        [Level::Municipality, Level::County].into_iter().find(|l| content.figures.table(*l).is_some())?;
    let table = content.figures.table(level)?;
    let period = content.indicator.table(level)?.latest()?;
    let values: Vec<Value> = table.cross_section(period)?;
    let language = use_site().language;
    let lede = sentences::map::lede(&content.indicator, &values, Some(period), level, language);
    let spread = numbers_ascending(&values);
    let nation = content.figures.value(&AreaCode::nation(), period).and_then(Value::number);
    // The country's number of people would leave no room for the municipalities'.
    let nation = nation.filter(|_| content.indicator.measure != Measure::Count);
    let strip = (spread.len() > 1).then(|| level_strip(&content.indicator, period, level, spread, nation));
    let words = sentences::map::heading(&content.indicator, Some(period), level, language);
    let mut parts = vec![el(heading).id("between").with(words), el("p").class("prose").with(lede)];
    parts.extend(strip);
    Some(parts)
}

fn numbers_ascending(values: &[Value]) -> Vec<f64> {
    let mut numbers: Vec<f64> = values.iter().filter_map(|value| value.number()).collect();
    sort_numbers(&mut numbers);
    numbers
}

/// What the numbers are, as a list of terms.
fn facts(site: &Site, indicator: &Indicator) -> Element {
    let (t, language) = (&site.text().explore, site.language);
    let fact = |term: &'static str, words: String| [el("dt").with(term), el("dd").with(words)];
    let facts = [
        fact(t.population, indicator.population.get(language).to_owned()),
        fact(t.measure, (t.measure_name)(indicator.measure).to_owned()),
        fact(t.unit, indicator.unit.long.get(language).to_owned()),
        fact(site.text().source, source_words(site, &indicator.source)),
    ];
    el("dl").class("facts").with(facts.into_iter().flatten().collect::<Vec<Element>>())
}

fn list(heading: &'static str, entries: Vec<String>) -> Markup {
    if entries.is_empty() {
        return Markup::Nothing;
    }
    let entries: Vec<Element> = entries.into_iter().map(|entry| el("li").with(entry)).collect();
    vec![el("h3").with(heading), el("ul").class("prose prose--list").with(entries)].into()
}

fn break_words(of: &SeriesBreak, language: Language) -> String {
    format!("{}: {}", period_text(of.period, language), of.text.get(language))
}

/// Every table of the indicator with its files.
fn tables(site: &Site, indicator: &Indicator) -> Element {
    let (t, language) = (site.text(), site.language);
    let heading = |word: &'static str| el("th").attr("scope", "col").with(word);
    let headings = [t.explore.level, t.explore.vintage, t.explore.periods, t.explore.files].map(heading);
    let row = |table: &TableEntry| {
        let file = |path: String, word: &'static str| {
            let address = format!("{}{}/{path}", site.data_base, site.edition);
            el("a").attr("download", true).attr("href", address).with(word)
        };
        let slug = &indicator.slug;
        let csv = file(paths::download(slug, table.level, table.vintage), "CSV");
        let json = file(paths::history(slug, table.level, table.vintage), "JSON-stat");
        let periods = match (table.periods.first(), table.periods.last()) {
            (Some(first), Some(last)) if first != last => {
                format!("{}–{}", period_text(*first, language), period_text(*last, language))
            }
            (_, last) => last.map_or_else(String::new, |last| period_text(*last, language)),
        };
        el("tr")
            .with(el("th").attr("scope", "row").with(upper_first((t.level_plural)(table.level))))
            .with(el("td").with(table.vintage.to_string()))
            .with(el("td").with(periods))
            .with(el("td").with(csv).with(", ").with(json))
    };
    let table = el("table")
        .class("table")
        .with(el("caption").class("unseen").with(t.explore.tables))
        .with(el("thead").with(el("tr").with(Vec::from(headings))))
        .with(el("tbody").with(indicator.tables.iter().map(row).collect::<Vec<_>>()));
    el("section")
        .class("section")
        .attr("aria-labelledby", "tables")
        .with(el("h2").id("tables").with(t.explore.tables))
        .with(el("p").class("section__lede").with(t.explore.tables_lede))
        .with(el("div").class("table-box table-box--whole").with(table))
}

/// The other indicators of the theme.
fn related(site: &Site, indicator: &Indicator) -> Option<Element> {
    let t = site.text();
    let theme = (t.theme)(indicator.theme);
    let others = site.catalogue.indicators.iter();
    let others = others.filter(|other| other.theme == indicator.theme && other.slug != indicator.slug);
    let links: Vec<Element> = others
        .map(|other| {
            let address = site.href(Page::Indicator(other.slug.clone()));
            el("li").with(el("a").attr("href", address).with(other.title.get(site.language).to_owned()))
        })
        .collect();
    (!links.is_empty()).then(|| {
        el("section")
            .class("section")
            .attr("aria-labelledby", "related")
            .with(el("h2").id("related").with((t.explore.related)(&lower_first(theme))))
            .with(el("ul").class("relatives").with(links))
    })
}
