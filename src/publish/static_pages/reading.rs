//! Pages to read: Markdown from one folder as HTML.

use super::markdown::{ReadingPage, rendered};
use super::template::escaped;
use super::{Content, accessibility};
use crate::components::news::log_entry;
use crate::i18n::terms::anchors;
use crate::markup::{Element, Markup, el};
use crate::model::{ChangeLog, Language, Withdrawn};
use crate::route::Reading;

/// The page of a kind in a language, with what it says of the edition filled in.
pub(super) fn reading_page(reading: Reading, language: Language, content: &Content) -> ReadingPage {
    let catalogue = &content.catalogue;
    let markdown = markdown(reading, language)
        .replace("{publisher}", &plain(catalogue.publisher.name.get(language)))
        .replace("{contact}", &contact(&catalogue.publisher.contact, language))
        .replace("{edition}", &content.edition)
        .replace(
            "{licence}",
            &format!("[{}]({})", plain(catalogue.licence.name(language)), catalogue.licence.url),
        )
        .replace("{log}", &log(&content.log, language))
        .replace("{withdrawn}", &withdrawn(&content.withdrawn, language));
    let markdown = accessibility::places(content.accessibility.as_deref(), language)
        .into_iter()
        .fold(markdown, |markdown, (place, words)| markdown.replace(place, &words));
    // The word list itself tells all of them.
    let mut told = match reading {
        Reading::WordList => anchors(language).collect(),
        _ => Vec::new(),
    };
    rendered(&markdown, language, &mut told)
}

/// The texts, as they lie in the folder `src/pages/reading`.
fn markdown(reading: Reading, language: Language) -> &'static str {
    macro_rules! texts {
        ($name:literal) => {
            match language {
                Language::Sv => include_str!(concat!("../../pages/reading/", $name, ".sv.md")),
                Language::En => include_str!(concat!("../../pages/reading/", $name, ".en.md")),
            }
        };
    }
    match reading {
        Reading::Method => texts!("method"),
        Reading::WordList => texts!("word-list"),
        Reading::OpenData => texts!("open-data"),
        Reading::Corrections => texts!("corrections"),
        Reading::Accessibility => texts!("accessibility"),
        Reading::About => texts!("about"),
        Reading::EasyToRead => texts!("easy-to-read"),
    }
}

/// Text from an edition, which must not be read as Markdown or HTML.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in escaped(text).chars() {
        if "\\`*_{}[]()#+-.!|~".contains(letter) {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}

/// Where to write; a mail address becomes a link.
fn contact(contact: &str, language: Language) -> String {
    match (contact, language) {
        ("", Language::Sv) => "den som publicerar webbplatsen".to_owned(),
        ("", Language::En) => "those who publish the site".to_owned(),
        (mail, _) if mail.contains('@') && !mail.contains([' ', '<', '>']) => format!("<{mail}>"),
        (other, _) => plain(other),
    }
}

/// All editions of the log, newest first, or that there is none. HTML may stand in Markdown.
fn log(log: &ChangeLog, language: Language) -> String {
    if log.entries.is_empty() {
        let none = match language {
            Language::Sv => "Ännu finns ingen utgåva i förteckningen.",
            Language::En => "There is no edition in the list yet.",
        };
        return none.to_owned();
    }
    let entries: Vec<Element> =
        (0..log.entries.len()).map(|at| log_entry(log, at, language, usize::MAX)).collect();
    Markup::from(el("ul").class("news").with(entries)).to_html()
}

/// The editions that were withdrawn, or that there are none.
fn withdrawn(editions: &[Withdrawn], language: Language) -> String {
    if editions.is_empty() {
        let none = match language {
            Language::Sv => "Ingen utgåva har dragits tillbaka.",
            Language::En => "No edition has been withdrawn.",
        };
        return none.to_owned();
    }
    let line = |Withdrawn { edition, reason, replacement }: &Withdrawn| {
        let instead = match language {
            Language::Sv => "ersatt av",
            Language::En => "replaced by",
        };
        format!("- `{edition}`, {instead} `{replacement}`: {}\n", plain(reason))
    };
    editions.iter().map(line).collect()
}
