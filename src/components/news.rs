//! What is new: the latest editions with what they brought, and the way to all of them.

use super::site::use_site;
use crate::markup::{Element, Live, Markup, el, live};
use crate::model::{ChangeLog, Language};
use crate::route::{Page, Reading};
use std::sync::Arc;

/// How many editions the start page tells of, and how many changes of each.
const TOLD: usize = 3;

/// The section; nothing as long as there is no log.
pub fn news(log: Live<Option<Arc<ChangeLog>>>) -> Markup {
    let site = use_site();
    live(move || {
        let log = log.get().filter(|log| !log.entries.is_empty())?;
        let t = site.text().news();
        let entries: Vec<Element> =
            (0..log.entries.len().min(TOLD)).map(|at| log_entry(&log, at, site.language, TOLD)).collect();
        let all = el("a").attr("href", site.href(Page::Reading(Reading::Corrections))).with(t.all);
        Some(
            el("section")
                .class("section")
                .attr("aria-labelledby", "news")
                .with(el("h2").id("news").with(t.heading))
                .with(el("ul").class("news").with(entries))
                .with(el("p").with(all)),
        )
    })
}

/// The edition at a place in the log: when, why, and what it brought, at most `told` changes.
pub fn log_entry(log: &ChangeLog, at: usize, language: Language, told: usize) -> Element {
    let t = crate::i18n::text::text(language).news();
    let entry = &log.entries[at];
    let day = el("time").attr("datetime", entry.day().to_owned()).with(entry.day().to_owned());
    let note = entry.note.as_ref().map(|note| el("p").with(note.get(language).to_owned()));
    let without = entry.changes.is_empty().then(|| unchanged(log, at, language));
    let without = without.filter(|_| entry.note.is_none()).map(|words| el("p").with(words));
    let mut changes: Vec<Element> = entry
        .changes
        .iter()
        .take(told)
        .map(|change| el("li").with(change.get(language).to_owned()))
        .collect();
    if let Some(more) = entry.changes.len().checked_sub(told).filter(|more| *more > 0) {
        changes.push(el("li").with((t.more)(more)));
    }
    el("li")
        .class("news__entry")
        .with(el("h3").class("news__heading").with((t.kind)(entry.kind)).with(" ").with(day))
        .with(note)
        .with(without)
        .with((!changes.is_empty()).then(|| el("ul").class("news__changes").with(changes)))
}

/// What is said of an edition that brought no changes.
pub fn unchanged(log: &ChangeLog, at: usize, language: Language) -> &'static str {
    let t = crate::i18n::text::text(language).news();
    if at + 1 == log.entries.len() { t.first } else { t.unchanged }
}
