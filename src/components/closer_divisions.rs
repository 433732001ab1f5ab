//! How much of the differences between people lies between the areas inside each area of the level below: the way down
//! from the figure of a whole.

use super::site::use_site;
use crate::i18n::number::{NumberStyle, percent_text};
use crate::i18n::text::place::place_text;
use crate::markup::{Element, el};
use crate::model::{AreaCode, Level, Profile, ProfileDivision};
use crate::route::Page;
use crate::sentences::within_between::{parts, subject};

/// One level closer: the same parts of each area of the level below, a table for each share, with the ways there.
pub(super) fn closer_divisions(profile: &Profile) -> Vec<Element> {
    profile.divisions.iter().filter_map(|division| closer_table(profile, division)).collect()
}

/// Drawn when it is opened; a static page has the areas as lists elsewhere.
fn closer_table(profile: &Profile, division: &ProfileDivision) -> Option<Element> {
    let site = use_site();
    let ((level, _), deeper) = division.between.split_first()?;
    if division.inner.is_empty() || site.is_static {
        return None;
    }
    let levels: Vec<Level> = deeper.iter().map(|(level, _)| *level).collect();
    let t = place_text(site.language);
    let areas = (site.text().level_areas)(*level);
    let label = (t.separation.closer)(&subject(division, &site.catalogue, site.language), areas);
    let column = |words: String| el("th").attr("scope", "col").with(words);
    let head = el("tr")
        .with(column((site.text().level_singular)(*level).to_owned()))
        .with(parts(&levels, site.language).into_iter().map(column).collect::<Vec<_>>());
    let style = NumberStyle { decimals: 1, language: site.language };
    let cell = |thousandths: u32| el("td").with(percent_text(f64::from(thousandths) / 10.0, style));
    let row = |(code, between): &(AreaCode, Vec<u32>)| {
        let inside = profile.inside.as_ref();
        let small = inside.and_then(|inside| Some(&inside.names[inside.codes.binary_search(code).ok()?]));
        let name = small.cloned().unwrap_or_else(|| site.name(code));
        let href = match code.level() {
            Level::County | Level::Municipality => {
                site.profile_href(code).map(|href| format!("{href}#inside"))
            }
            _ => Some(site.href(Page::Area(code.clone()))),
        };
        // What is left, so that each row adds up to the whole.
        let within = 1000_u32.saturating_sub(between.iter().sum());
        let cells: Vec<Element> = between.iter().copied().chain([within]).map(cell).collect();
        let link = el("a").live_attr("href", move || href.clone()).attr("lang", "sv").with(name);
        el("tr").with(el("th").attr("scope", "row").with(link)).with(cells)
    };
    let rows: Vec<Element> = division.inner.iter().map(row).collect();
    let table = el("table")
        .class("table")
        .with(el("caption").class("unseen").with(label.clone()))
        .with(el("thead").with(head))
        .with(el("tbody").with(rows));
    let frame = el("div")
        .class("table-box")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", label.clone());
    Some(
        el("details")
            .class("disclosure needs-program")
            .with(el("summary").with(label))
            .with(frame.with(table)),
    )
}
