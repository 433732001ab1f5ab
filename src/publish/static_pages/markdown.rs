//! Markdown as HTML.

use crate::i18n::terms::pieces;
use crate::model::Language;
use crate::route::{Page, Reading, Route};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// A text to read.
pub(super) struct ReadingPage {
    /// The first heading.
    pub(super) title: String,
    /// The first paragraph.
    pub(super) description: String,
    /// All of it.
    pub(super) html: String,
}

/// The HTML of a text in a language, with its first heading and its first paragraph. Words of the word list lead there,
/// each once on a page: `told` holds those before.
pub(super) fn rendered(markdown: &str, language: Language, told: &mut Vec<&'static str>) -> ReadingPage {
    let options = Options::ENABLE_HEADING_ATTRIBUTES;
    let events: Vec<Event> = Parser::new_ext(markdown, options).map(focusable).collect();
    let mut page = ReadingPage {
        title: text_of(&events, |tag| matches!(tag, Tag::Heading { level: HeadingLevel::H1, .. })),
        description: text_of(&events, |tag| matches!(tag, Tag::Paragraph)),
        html: String::new(),
    };
    html::push_html(&mut page.html, with_terms(events, language, told).into_iter());
    page
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

/// Words of the word list as links, but not in headings and not inside other links.
fn with_terms<'a>(
    events: Vec<Event<'a>>,
    language: Language,
    told: &mut Vec<&'static str>,
) -> Vec<Event<'a>> {
    let list = Route::new(language, Page::Reading(Reading::WordList)).path();
    let mut depth = 0;
    let mut linked = Vec::with_capacity(events.len());
    for event in events {
        match &event {
            Event::Start(Tag::Heading { .. } | Tag::Link { .. }) => depth += 1,
            Event::End(TagEnd::Heading(_) | TagEnd::Link) => depth -= 1,
            Event::Text(text) if depth == 0 => {
                for (piece, anchor) in pieces(text, language, told) {
                    let word = Event::Text(piece.to_owned().into());
                    let Some(anchor) = anchor else {
                        linked.push(word);
                        continue;
                    };
                    let open = format!(r#"<a class="term" href="{list}#{anchor}">"#);
                    linked.extend([Event::InlineHtml(open.into()), word, Event::InlineHtml("</a>".into())]);
                }
                continue;
            }
            _ => {}
        }
        linked.push(event);
    }
    linked
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
