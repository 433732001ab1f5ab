//! How much of the differences between people lies between areas, and how much inside them: the figure before all
//! single values of a page, because no other figure shows the second part.

use super::data_table::{TableData, data_table};
use super::picture::{STATIC_WIDTHS, picture};
use super::site::use_site;
use crate::charts::svg::{Naming, Styling};
use crate::charts::within_between::{WithinBetweenRow, WithinBetweenSpec};
use crate::i18n::number::{NumberStyle, percent_text};
use crate::i18n::text::place::place_text;
use crate::markup::{Element, Live, Markup, RwSignal, el};
use crate::model::{AreaCode, Level, Profile, ProfileDivision};
use crate::route::Page;
use crate::sentences::within_between::{parts, sentence, subject};

/// What is drawn with a sentence for each row; nothing where an edition has no smaller areas.
pub fn divided(profile: &Profile) -> Option<(WithinBetweenSpec, Vec<String>)> {
    let site = use_site();
    let first = profile.divisions.first()?;
    let levels: Vec<Level> = first.between.iter().map(|(level, _)| *level).collect();
    // The parts have one key: what divides otherwise stands elsewhere.
    let same = |division: &&ProfileDivision| division.between.iter().map(|(level, _)| level).eq(&levels);
    let divisions: Vec<&ProfileDivision> = profile.divisions.iter().filter(same).collect();
    let spec = WithinBetweenSpec {
        width: 0.0,
        language: site.language,
        parts: parts(&levels, site.language),
        rows: divisions
            .iter()
            .map(|division| WithinBetweenRow {
                name: subject(division, &site.catalogue, site.language),
                shares: shares(division),
            })
            .collect(),
        watermark: site.catalogue.synthetic.then(|| site.text().synthetic.to_owned()),
    };
    let sentences: Vec<String> = divisions
        .iter()
        .map(|division| sentence(division, &site.catalogue, &profile.name, site.language))
        .collect();
    Some((spec, sentences))
}

/// The section, or nothing where an edition has no smaller areas.
pub fn division_figure(profile: &Profile) -> Option<Markup> {
    let t = use_site().text();
    let (spec, sentences) = divided(profile)?;
    let heading = (t.inside_heading)(&profile.name);
    let table = spec.table();
    let table = TableData { caption: heading.clone(), headings: table.header, rows: table.rows };
    let (title, description) = (heading.clone(), sentences.join(" "));
    let render = move |width: f64, id: &str| {
        let spec = WithinBetweenSpec { width, ..spec.clone() };
        spec.svg(Naming::Titled { id, title: &title, description: &description }, Styling::Page)
    };
    let details = el("details")
        .class("disclosure")
        .id("inside-table")
        .with(el("summary").with(t.view_table))
        .with(data_table(&Live::fixed(table)))
        .with(el("p").class("card__definition").with(t.inside_method));
    // The way up through the levels: the same parts for the county that this lies in.
    let site = use_site();
    let link = |(code, name): &(AreaCode, String)| {
        let href = site.profile_href(code)?;
        let link = el("a").attr("href", format!("{href}#inside")).with((t.inside_heading)(name));
        Some(el("p").class("figure__note").with(link))
    };
    let larger: Vec<Element> = profile.parents.iter().filter_map(link).collect();
    let words: Vec<Element> = sentences.into_iter().take(1).map(|text| el("p").with(text)).collect();
    Some(
        el("section")
            .class("inside")
            .id("inside")
            .attr("aria-labelledby", "inside-heading")
            .with(el("h3").id("inside-heading").with(heading))
            .with(el("p").class("section__lede").with(t.inside_lede))
            .with(picture("inside-picture".to_owned(), RwSignal::new(STATIC_WIDTHS[1]), true, render))
            .with(words)
            .with(details)
            .with(closer(profile))
            .with(larger)
            .into(),
    )
}

/// One level closer: the same parts of each area of the level below, a table for each share, with the ways there.
fn closer(profile: &Profile) -> Vec<Element> {
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

/// The parts as shares of the whole; all of it within where nothing differs.
fn shares(division: &ProfileDivision) -> Vec<f64> {
    let between = division.between.iter().map(|(_, part)| *part);
    match division.total > 0.0 {
        true => between.chain([division.within_smallest]).map(|part| part / division.total).collect(),
        false => between.map(|_| 0.0).chain([1.0]).collect(),
    }
}
