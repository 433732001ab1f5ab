//! Where an area stands among all areas of its level: every area a dot, this one marked, the county and the country
//! lines through all of them.

use super::embed_choice::{EmbedWords, Embeddable};
use super::figure_frame::{Caption, figure_frame, source_words};
use super::picture::{STATIC_WIDTHS, picture};
use super::profile::newest;
use super::site::{Site, use_site};
use crate::charts::line::SeriesRole;
use crate::charts::strip::{StripMark, StripSpec};
use crate::charts::svg::{Naming, Styling};
use crate::markup::{Element, Live, Markup, RwSignal, el};
use crate::model::{AreaCode, Ends, Indicator, Level, Measure, Period, Profile, ProfileIndicator};
use crate::route::{EmbedView, View};
use crate::sentences;
use crate::sentences::strip::{StripSubject, alternative, inside_alternative};
use std::sync::Arc;

/// A strip with its text alternative.
type Described = (StripSpec, String);

/// The strip of an area's figures among all areas of its level, or nothing where the area has no newest value to mark.
pub fn strip_figure(profile: &Profile, indicator: &Indicator, figures: &ProfileIndicator) -> Option<Markup> {
    let (spec, description, _) = among_spec(indicator, figures)?;
    let heading = among(profile.area.level());
    let drawing =
        drawing(format!("strip-{}", indicator.slug), heading.to_owned(), (spec, description), false);
    Some(el("div").class("strip").with(el("h5").class("strip__heading").with(heading)).with(drawing).into())
}

/// A strip by itself, as a figure with caption and source: of the area among all of its level, or of those inside it.
/// Nothing where the profile has no such values.
pub fn framed_strip(profile: &Profile, indicator: &Indicator, is_inside: bool) -> Option<Markup> {
    let site = use_site();
    let figures = profile.indicators.iter().find(|figures| figures.slug == indicator.slug)?;
    let (described, level, period) = if is_inside {
        let inside = profile.inside.as_ref()?;
        let values = inside.indicators.iter().find(|values| values.slug == indicator.slug)?;
        (inside_spec(profile, indicator, figures)?, inside.level, values.period)
    } else {
        let (spec, description, period) = among_spec(indicator, figures)?;
        ((spec, description), profile.area.level(), period)
    };
    let title = match is_inside {
        true => (site.text().among_inside)(&site.name(&profile.area)),
        false => among(level).to_owned(),
    };
    Some(strip_frame(indicator, (level, period), title, described))
}

/// The strip of all areas of a level by itself, as a figure with caption and source.
pub fn framed_level_strip(
    indicator: &Indicator,
    period: Period,
    level: Level,
    spread: Vec<f64>,
    nation: Option<f64>,
) -> Markup {
    let described = level_spec(indicator, period, level, spread, nation);
    strip_frame(indicator, (level, period), among(level).to_owned(), described)
}

fn strip_frame(
    indicator: &Indicator,
    (level, period): (Level, Period),
    title: String,
    described: Described,
) -> Markup {
    let language = use_site().language;
    let caption = Caption {
        title: sentences::map::heading(indicator, Some(period), level, language),
        detail: sentences::map::detail(indicator, language),
        lede: described.1.clone(),
    };
    let drawing = drawing("strip-picture".to_owned(), title, described, true);
    figure_frame("strip", Live::fixed(caption), Live::fixed(Arc::new(indicator.clone())), drawing)
}

/// The drawing with its name.
fn drawing(id: String, title: String, (spec, description): Described, has_wide: bool) -> Markup {
    let render = move |width: f64, id: &str| {
        let spec = StripSpec { width, ..spec.clone() };
        spec.svg(Naming::Titled { id, title: &title, description: &description }, Styling::Page)
    };
    picture(id, RwSignal::new(STATIC_WIDTHS[1]), has_wide, render)
}

/// `Bland kommuner`.
fn among(level: Level) -> &'static str {
    let t = use_site().text();
    if level == Level::County { t.among_counties } else { t.among_municipalities }
}

/// What is drawn of an area among all of its level, with its text alternative and the period.
fn among_spec(indicator: &Indicator, figures: &ProfileIndicator) -> Option<(StripSpec, String, Period)> {
    let site = use_site();
    let t = site.text();
    let period = figures
        .series
        .first()
        .and_then(|series| newest(&figures.periods, series))
        .map(|(period, _)| period)?;
    let position = figures.periods.binary_search(&period).ok()?;
    // A number of people is marked among its equals only: the country's would leave no room for the others.
    let n_marked = if indicator.measure == Measure::Count { 1 } else { figures.series.len() };
    let marked: Vec<(&AreaCode, String, f64, Ends)> = figures
        .series
        .iter()
        .take(n_marked)
        .filter_map(|series| {
            let number = series.values.0.get(position)?.number()?;
            Some((&series.area, site.name(&series.area), number, series.ends(position)))
        })
        .collect();
    let mut spec = StripSpec::of(indicator, 0.0, site.language);
    spec.columns_only = site.is_static;
    spec.values = figures.level_spread.clone();
    spec.marks = marked
        .iter()
        .enumerate()
        .map(|(position, (code, name, value, ends))| StripMark {
            name: name.clone(),
            role: role(position, code),
            value: *value,
            // Of the area itself: those that it lies in are for comparison.
            ends: ends.filter(|_| position == 0),
        })
        .collect();
    spec.watermark = site.catalogue.synthetic.then(|| t.synthetic.to_owned());
    let named: Vec<(&AreaCode, &str, f64, Ends)> =
        marked.iter().map(|(code, name, value, ends)| (*code, name.as_str(), *value, *ends)).collect();
    let description = alternative(&StripSubject {
        indicator,
        period,
        spread: &figures.level_spread,
        marked: &named,
        language: site.language,
    });
    Some((spec, description, period))
}

fn role(position: usize, code: &AreaCode) -> SeriesRole {
    match (position, code.level()) {
        (0, _) => SeriesRole::Chosen(0),
        (_, Level::Nation) => SeriesRole::Nation,
        _ => SeriesRole::County,
    }
}

/// The strip of all areas of a level, with the country's line through it where it has a value.
pub fn level_strip(
    indicator: &Indicator,
    period: Period,
    level: Level,
    spread: Vec<f64>,
    nation: Option<f64>,
) -> Element {
    let site = use_site();
    let described = level_spec(indicator, period, level, spread, nation);
    let heading = among(level);
    let view = View { level: Some(level), ..of_indicator(indicator) };
    let embed = embed(&site, indicator, view, heading.to_owned(), &described.1);
    let drawing = drawing(format!("strip-{}", indicator.slug), heading.to_owned(), described, true);
    let heading = el("h3").class("strip__heading").with(heading);
    el("div").class("strip").with(heading).with(drawing).with(embed)
}

/// How a strip is put in another page, on pages that offer it.
fn embed(site: &Site, indicator: &Indicator, view: View, title: String, description: &str) -> Option<Markup> {
    let beside = site.beside?;
    let words = EmbedWords {
        title: format!("{}: {title}", indicator.title.get(site.language)),
        description: description.to_owned(),
        sentence: description.to_owned(),
        source: source_words(site, &indicator.source),
    };
    let of = Embeddable { shown: EmbedView::Strip, view };
    Some((beside.table)(Live::fixed(of), Live::fixed(words)))
}

fn of_indicator(indicator: &Indicator) -> View {
    View { indicator: Some(indicator.slug.clone()), ..View::default() }
}

fn level_spec(
    indicator: &Indicator,
    period: Period,
    level: Level,
    spread: Vec<f64>,
    nation: Option<f64>,
) -> Described {
    let site = use_site();
    let t = site.text();
    let mut spec = StripSpec::of(indicator, 0.0, site.language);
    let mark = |value| StripMark { name: t.sweden.to_owned(), role: SeriesRole::Nation, value, ends: None };
    spec.marks = nation.map(mark).into_iter().collect();
    spec.first_is_dot = false;
    spec.columns_only = site.is_static;
    spec.watermark = site.catalogue.synthetic.then(|| t.synthetic.to_owned());
    let description = inside_alternative(indicator, period, &spread, level, site.language);
    spec.values = spread;
    (spec, description)
}

/// The strip of the areas inside an area, which is the line through them; nothing where there are none.
pub fn inside_strip(profile: &Profile, indicator: &Indicator) -> Option<Markup> {
    let site = use_site();
    let own = profile.indicators.iter().find(|figures| figures.slug == indicator.slug)?;
    let described = inside_spec(profile, indicator, own)?;
    let heading = (site.text().among_inside)(&site.name(&profile.area));
    let view = View {
        level: profile.inside.as_ref().map(|inside| inside.level),
        areas: vec![profile.area.clone()],
        ..of_indicator(indicator)
    };
    let embed = embed(&site, indicator, view, heading.clone(), &described.1);
    let drawing = drawing(format!("inside-{}", indicator.slug), heading.clone(), described, false);
    let heading = el("h5").class("strip__heading").with(heading);
    Some(el("div").class("strip").with(heading).with(drawing).with(embed).into())
}

/// The same as a picture for paper, in a width.
pub fn inside_strip_svg(
    profile: &Profile,
    indicator: &Indicator,
    own: &ProfileIndicator,
    width: f64,
) -> Option<String> {
    let (spec, _) = inside_spec(profile, indicator, own)?;
    Some(StripSpec { width, ..spec }.svg(Naming::Hidden, Styling::Page))
}

/// What is drawn, and its text alternative.
fn inside_spec(profile: &Profile, indicator: &Indicator, own: &ProfileIndicator) -> Option<Described> {
    let site = use_site();
    let inside = profile.inside.as_ref()?;
    let values = inside.indicators.iter().find(|values| values.slug == indicator.slug)?;
    let spread: Vec<f64> = values.values.0.iter().filter_map(|value| value.number()).collect();
    if spread.len() < 2 || indicator.measure == Measure::Count {
        return None;
    }
    let position = own.periods.binary_search(&values.period).ok()?;
    let series = own.series.first()?;
    let value = series.values.0.get(position)?.number()?;
    let mut spec = StripSpec::of(indicator, 0.0, site.language);
    let (name, ends) = (site.name(&profile.area), series.ends(position));
    spec.marks = vec![StripMark { name, role: SeriesRole::Chosen(0), value, ends }];
    spec.first_is_dot = false;
    spec.columns_only = site.is_static;
    spec.watermark = site.catalogue.synthetic.then(|| site.text().synthetic.to_owned());
    let description = inside_alternative(indicator, values.period, &spread, inside.level, site.language);
    spec.values = spread;
    Some((spec, description))
}
