//! Areas side by side in another page: the tables of all themes, or that of one indicator's.

use super::compare_table::{compare_table, compare_title};
use super::figure_frame::{Caption, figure_caption, sources_line};
use super::site::use_site;
use crate::markup::{Element, Live, Markup, el};
use crate::model::{Indicator, Profile, Theme};
use std::sync::Arc;

/// The tables; nothing where the areas have no number of what is asked for.
pub fn framed_compare(profiles: &[Arc<Profile>], theme: Option<Theme>) -> Option<Markup> {
    const TITLE: &str = "compare-title";
    let site = use_site();
    let t = site.text();
    let mut indicators: Vec<&Indicator> = Vec::new();
    let mut tables: Vec<Element> = Vec::new();
    for own in Theme::ALL.into_iter().filter(|own| theme.is_none_or(|theme| theme == *own)) {
        let id = format!("theme-{}", own.id());
        let named_by = if theme.is_some() { TITLE } else { &id };
        let Some(mut found) = compare_table(&site, own, profiles, named_by, true) else { continue };
        indicators.append(&mut found.indicators);
        tables.extend(theme.is_none().then(|| el("h4").id(id.clone()).with((t.theme)(own))));
        tables.push(found.table);
    }
    let caption = Caption { title: compare_title(&site, theme, profiles), ..Caption::default() };
    (!tables.is_empty()).then(|| {
        el("figure")
            .class("figure")
            .attr("aria-labelledby", TITLE)
            .with(figure_caption(TITLE.to_owned(), Live::fixed(caption)))
            .with(tables)
            .with(el("p").class("figure__note").with(t.explore.compare_note))
            .with(sources_line(&indicators))
            .into()
    })
}
