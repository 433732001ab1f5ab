//! Examples to learn from: where and when, what was done, how it was followed up and how much that says.

use super::site::{Site, use_site};
use crate::i18n::period::period_text;
use crate::i18n::text::themes::theme_text;
use crate::markup::{Element, el};
use crate::model::{AreaCode, Example, Language, Period};

/// One example, as an entry of a list.
pub fn example_entry(example: &Example) -> Element {
    let site = use_site();
    let (t, language) = (theme_text(site.language), site.language);
    let fact =
        |term: &'static str, words: String| el("div").with(el("dt").with(term)).with(el("dd").with(words));
    let facts = el("dl")
        .class("theme__facts")
        .with(fact(t.follow_up, example.follow_up.get(language).to_owned()))
        .with(fact(t.evidence, (t.evidence_name)(example.evidence).to_owned()));
    let more = (!example.link.is_empty())
        .then(|| el("p").with(el("a").attr("href", example.link.clone()).with(t.more)));
    let place = place_link(&example.area, &site);
    let when = when(example.from, example.until, language);
    el("li")
        .class("theme__example")
        .id(format!("example-{}", example.id))
        .with(el("h4").with(example.title.get(language).to_owned()))
        .with(el("p").class("theme__when").with(place).with(", ").with(when))
        .with(el("p").with(example.measure.get(language).to_owned()))
        .with(facts)
        .with(more)
}

/// An area's name, as a link where it has a page.
pub fn place_link(area: &AreaCode, site: &Site) -> Element {
    let name = el("span").attr("lang", "sv").with(site.name(area));
    match site.profile_href(area) {
        Some(href) => el("a").attr("href", href).with(name),
        None => name,
    }
}

/// From when until when something went on.
pub fn when(from: Period, until: Option<Period>, language: Language) -> String {
    let first = period_text(from, language);
    match until {
        Some(until) if until != from => format!("{first}–{}", period_text(until, language)),
        Some(_) => first,
        None => (theme_text(language).since)(&first),
    }
}
