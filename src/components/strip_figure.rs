//! Where an area stands among all areas of its level: every area a dot, this one marked, the county and the country
//! lines through all of them.

use super::picture::{STATIC_WIDTHS, picture};
use super::profile::newest;
use super::site::use_site;
use crate::charts::line::SeriesRole;
use crate::charts::strip::{StripMark, StripSpec};
use crate::charts::svg::{Naming, Styling};
use crate::markup::{Element, Markup, RwSignal, el};
use crate::model::{AreaCode, Indicator, Level, Measure, Period, Profile, ProfileIndicator};
use crate::sentences::strip::{StripSubject, alternative, inside_alternative};

/// The strip of an area's figures among all areas of its level, or nothing where the area has no newest value to mark.
pub fn strip_figure(profile: &Profile, indicator: &Indicator, figures: &ProfileIndicator) -> Option<Markup> {
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
    let marked: Vec<(&AreaCode, String, f64)> = figures
        .series
        .iter()
        .take(n_marked)
        .filter_map(|series| {
            Some((&series.area, site.name(&series.area), series.values.0.get(position)?.number()?))
        })
        .collect();
    let mut spec = StripSpec::of(indicator, 0.0, site.language);
    spec.columns_only = site.is_static;
    spec.values = figures.level_spread.clone();
    spec.marks = marked
        .iter()
        .enumerate()
        .map(|(position, (code, name, value))| StripMark {
            name: name.clone(),
            role: role(position, code),
            value: *value,
        })
        .collect();
    spec.watermark = site.catalogue.synthetic.then(|| t.synthetic.to_owned());
    let named: Vec<(&AreaCode, &str, f64)> =
        marked.iter().map(|(code, name, value)| (*code, name.as_str(), *value)).collect();
    let description = alternative(&StripSubject {
        indicator,
        period,
        spread: &figures.level_spread,
        marked: &named,
        language: site.language,
    });
    let heading = match profile.area.level() {
        Level::County => t.among_counties,
        _ => t.among_municipalities,
    };
    let id = format!("strip-{}", indicator.slug);
    let render = move |width: f64, id: &str| {
        let spec = StripSpec { width, ..spec.clone() };
        spec.svg(Naming::Titled { id, title: heading, description: &description }, Styling::Page)
    };
    let drawing = picture(id, RwSignal::new(STATIC_WIDTHS[1]), false, render);
    Some(el("div").class("strip").with(el("h5").class("strip__heading").with(heading)).with(drawing).into())
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
    let t = site.text();
    let mut spec = StripSpec::of(indicator, 0.0, site.language);
    let mark = |value| StripMark { name: t.sweden.to_owned(), role: SeriesRole::Nation, value };
    spec.marks = nation.map(mark).into_iter().collect();
    spec.first_is_dot = false;
    spec.columns_only = site.is_static;
    spec.watermark = site.catalogue.synthetic.then(|| t.synthetic.to_owned());
    let description = inside_alternative(indicator, period, &spread, level, site.language);
    spec.values = spread;
    let heading = if level == Level::County { t.among_counties } else { t.among_municipalities };
    let render = move |width: f64, id: &str| {
        let spec = StripSpec { width, ..spec.clone() };
        spec.svg(Naming::Titled { id, title: heading, description: &description }, Styling::Page)
    };
    let drawing = picture(format!("strip-{}", indicator.slug), RwSignal::new(STATIC_WIDTHS[1]), true, render);
    el("div").class("strip").with(el("h3").class("strip__heading").with(heading)).with(drawing)
}

/// The strip of the areas inside an area, which is the line through them; nothing where there are none.
pub fn inside_strip(profile: &Profile, indicator: &Indicator) -> Option<Markup> {
    let site = use_site();
    let own = profile.indicators.iter().find(|figures| figures.slug == indicator.slug)?;
    let (spec, description) = inside_spec(profile, indicator, own)?;
    let heading = (site.text().among_inside)(&site.name(&profile.area));
    let title = heading.clone();
    let render = move |width: f64, id: &str| {
        let spec = StripSpec { width, ..spec.clone() };
        spec.svg(Naming::Titled { id, title: &title, description: &description }, Styling::Page)
    };
    let drawing =
        picture(format!("inside-{}", indicator.slug), RwSignal::new(STATIC_WIDTHS[1]), false, render);
    Some(el("div").class("strip").with(el("h5").class("strip__heading").with(heading)).with(drawing).into())
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
fn inside_spec(
    profile: &Profile,
    indicator: &Indicator,
    own: &ProfileIndicator,
) -> Option<(StripSpec, String)> {
    let site = use_site();
    let inside = profile.inside.as_ref()?;
    let values = inside.indicators.iter().find(|values| values.slug == indicator.slug)?;
    let spread: Vec<f64> = values.values.0.iter().filter_map(|value| value.number()).collect();
    if spread.len() < 2 || indicator.measure == Measure::Count {
        return None;
    }
    let position = own.periods.binary_search(&values.period).ok()?;
    let value = own.series.first()?.values.0.get(position)?.number()?;
    let mut spec = StripSpec::of(indicator, 0.0, site.language);
    spec.marks = vec![StripMark { name: site.name(&profile.area), role: SeriesRole::Chosen(0), value }];
    spec.first_is_dot = false;
    spec.columns_only = site.is_static;
    spec.watermark = site.catalogue.synthetic.then(|| site.text().synthetic.to_owned());
    let description = inside_alternative(indicator, values.period, &spread, inside.level, site.language);
    spec.values = spread;
    Some((spec, description))
}
