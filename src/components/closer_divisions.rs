//! How much of the differences between people lies between the areas inside each area of the level below: the way down
//! from the figure of a whole.

use super::browser::is_opened;
use super::site::{Site, use_site};
use crate::i18n::number::{NumberStyle, percent_text};
use crate::i18n::text::place::place_text;
use crate::markup::{Element, RwSignal, el, live};
use crate::model::{AreaCode, Level, Profile, ProfileDivision};
use crate::route::Page;
use crate::sentences::within_between::{parts, subject};
use web_sys::Event;

/// One level closer: the same parts of each area of the level below, a table for each share, with the ways there. Made
/// when it is opened; a static page has the areas as lists elsewhere.
pub(super) fn closer_divisions(profile: &Profile) -> Option<Element> {
    let site = use_site();
    let divisions: Vec<ProfileDivision> =
        profile.divisions.iter().filter(|division| !division.inner.is_empty()).cloned().collect();
    let level = divisions.first()?.between.first()?.0;
    if site.is_static {
        return None;
    }
    let names: Vec<(AreaCode, String)> = profile
        .inside
        .iter()
        .flat_map(|inside| inside.codes.iter().cloned().zip(inside.names.iter().cloned()))
        .collect();
    let label = (place_text(site.language).separation.closer)((site.text().level_areas)(level));
    let is_open = RwSignal::new(false);
    let tables = live(move || {
        let table = |division: &ProfileDivision| closer_table(&site, division, &names);
        if is_open.get() { divisions.iter().filter_map(table).collect() } else { Vec::new() }
    });
    let details = el("details")
        .class("disclosure needs-program")
        .on("toggle", move |event: Event| {
            if is_opened(&event) {
                is_open.set(true);
            }
        })
        .with(el("summary").with(label))
        .with(tables);
    Some(details)
}

fn closer_table(site: &Site, division: &ProfileDivision, names: &[(AreaCode, String)]) -> Option<Element> {
    let ((level, _), deeper) = division.between.split_first()?;
    let levels: Vec<Level> = deeper.iter().map(|(level, _)| *level).collect();
    let title = subject(division, &site.catalogue, site.language);
    let column = |words: String| el("th").attr("scope", "col").with(words);
    let head = el("tr")
        .with(column((site.text().level_singular)(*level).to_owned()))
        .with(parts(&levels, site.language).into_iter().map(column).collect::<Vec<_>>());
    let style = NumberStyle { decimals: 1, language: site.language };
    let cell = |thousandths: u32| el("td").with(percent_text(f64::from(thousandths) / 10.0, style));
    let row = |(code, between): &(AreaCode, Vec<u32>)| {
        let small = names.binary_search_by(|(own, _)| own.cmp(code)).ok().map(|at| names[at].1.clone());
        let name = small.unwrap_or_else(|| site.name(code));
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
        .with(el("caption").class("unseen").with(title.clone()))
        .with(el("thead").with(head))
        .with(el("tbody").with(rows));
    let frame = el("div")
        .class("table-box")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", title.clone())
        .with(table);
    Some(el("div").class("strip").with(el("h4").class("strip__heading").with(title)).with(frame))
}
