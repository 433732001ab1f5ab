//! Pages to read: Markdown from one folder as HTML.

use super::Content;
use super::template::escaped;
use crate::model::{Language, Withdrawn};
use crate::route::Reading;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// A page to read.
pub(super) struct ReadingPage {
    /// The first heading.
    pub(super) title: String,
    /// The first paragraph.
    pub(super) description: String,
    /// All of it.
    pub(super) html: String,
}

/// The page of a kind in a language, with what it says of the edition filled in.
pub(super) fn reading_page(reading: Reading, language: Language, content: &Content) -> ReadingPage {
    let catalogue = &content.catalogue;
    let markdown = markdown(reading, language)
        .replace("{publisher}", &plain(catalogue.publisher.name.get(language)))
        .replace("{contact}", &contact(&catalogue.publisher.contact, language))
        .replace("{edition}", &content.edition)
        .replace("{licence}", &format!("[{}]({})", plain(&catalogue.licence.name), catalogue.licence.url))
        .replace("{withdrawn}", &withdrawn(&content.withdrawn, language));
    let options = Options::ENABLE_HEADING_ATTRIBUTES;
    let events: Vec<Event> = Parser::new_ext(&markdown, options).map(focusable).collect();
    let mut page = ReadingPage {
        title: text_of(&events, |tag| matches!(tag, Tag::Heading { level: HeadingLevel::H1, .. })),
        description: text_of(&events, |tag| matches!(tag, Tag::Paragraph)),
        html: String::new(),
    };
    html::push_html(&mut page.html, events.into_iter());
    page
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
fn plain(text: &str) -> String {
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

/// The first heading takes the focus when the reader comes from another page.
fn focusable(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::Heading { level: HeadingLevel::H1, id, classes, mut attrs }) => {
            attrs.push(("tabindex".into(), Some("-1".into())));
            Event::Start(Tag::Heading { level: HeadingLevel::H1, id, classes, attrs })
        }
        other => other,
    }
}

/// The text inside the first tag of a kind.
fn text_of(events: &[Event<'_>], is_meant: impl Fn(&Tag<'_>) -> bool) -> String {
    let start = events.iter().position(|event| matches!(event, Event::Start(tag) if is_meant(tag)));
    let inside = events.iter().skip(start.map_or(events.len(), |start| start + 1));
    inside
        .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_) | TagEnd::Paragraph)))
        .map(|event| match event {
            Event::Text(text) | Event::Code(text) => &**text,
            Event::SoftBreak => " ",
            _ => "",
        })
        .collect()
}
