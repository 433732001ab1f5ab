//! How much of the differences between people lies between areas, and how much inside them: the figure before all
//! single values of a page, because no other figure shows the second part.

use super::closer_divisions::closer_divisions;
use super::data_table::{TableData, data_table};
use super::embed_choice::{EmbedWords, Embeddable};
use super::figure_frame::{Caption, figure_frame, source_words};
use super::picture::{STATIC_WIDTHS, picture};
use super::site::{Site, use_site};
use crate::charts::svg::{Naming, Styling};
use crate::charts::within_between::{WithinBetweenRow, WithinBetweenSpec};
use crate::markup::{Element, Live, Markup, RwSignal, el, several};
use crate::model::{AreaCode, Indicator, Level, Measure, Profile, ProfileDivision};
use crate::route::{EmbedView, View};
use crate::sentences::within_between::{parts, sentence, subject};
use std::sync::Arc;

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
    let site = use_site();
    let t = site.text();
    let Parts { heading, sentences, picture, table } = parts_of(profile)?;
    let words: Vec<Element> = sentences.iter().take(1).map(|text| el("p").with(text.clone())).collect();
    let embed = site.beside.map(|beside| {
        let areas = vec![profile.area.clone()];
        let of = Embeddable { shown: EmbedView::WithinBetween, view: View { areas, ..View::default() } };
        let words = EmbedWords {
            title: heading.clone(),
            description: sentences.join(" "),
            sentence: sentences.first().cloned().unwrap_or_default(),
            source: counted(&site).map_or_else(String::new, |own| source_words(&site, &own.source)),
        };
        (beside.table)(Live::fixed(of), Live::fixed(words))
    });
    // The way up through the levels: the same parts for the county that this lies in.
    let link = |(code, name): &(AreaCode, String)| {
        let href = site.profile_href(code)?;
        let link = el("a").attr("href", format!("{href}#inside")).with((t.inside_heading)(name));
        Some(el("p").class("figure__note").with(link))
    };
    let larger: Vec<Element> = profile.parents.iter().filter_map(link).collect();
    Some(
        el("section")
            .class("inside")
            .id("inside")
            .attr("aria-labelledby", "inside-heading")
            .with(el("h3").id("inside-heading").with(heading))
            .with(el("p").class("section__lede").with(t.inside_lede))
            .with(picture)
            .with(words)
            .with(el("div").class("figure__offers").with(table).with(closer_divisions(profile)).with(embed))
            .with(larger)
            .into(),
    )
}

/// The same by itself, as a figure with caption and source.
pub fn framed_division(profile: &Profile) -> Option<Markup> {
    let site = use_site();
    let Parts { heading, sentences, picture, table } = parts_of(profile)?;
    let caption = Caption {
        title: heading,
        detail: String::new(),
        lede: sentences.into_iter().next().unwrap_or_default(),
    };
    let indicator = Live::fixed(Arc::new(counted(&site)?.clone()));
    Some(figure_frame("inside", Live::fixed(caption), indicator, several([picture, table.into()])))
}

/// The indicator that counts people: the counts have its source.
pub(super) fn counted(site: &Site) -> Option<&Indicator> {
    site.catalogue.indicators.iter().find(|indicator| indicator.measure == Measure::Count)
}

/// What the figure is made of.
struct Parts {
    heading: String,
    /// One a row of the picture.
    sentences: Vec<String>,
    picture: Markup,
    table: Element,
}

fn parts_of(profile: &Profile) -> Option<Parts> {
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
    let table = el("details")
        .class("disclosure")
        .id("inside-table")
        .with(el("summary").with(t.view_table))
        .with(data_table(&Live::fixed(table)))
        .with(el("p").class("card__definition").with(t.inside_method));
    let picture = picture("inside-picture".to_owned(), RwSignal::new(STATIC_WIDTHS[1]), true, render);
    Some(Parts { heading, sentences, picture, table })
}

/// The parts as shares of the whole; all of it within where nothing differs.
fn shares(division: &ProfileDivision) -> Vec<f64> {
    let between = division.between.iter().map(|(_, part)| *part);
    match division.total > 0.0 {
        true => between.chain([division.within_smallest]).map(|part| part / division.total).collect(),
        false => between.map(|_| 0.0).chain([1.0]).collect(),
    }
}
