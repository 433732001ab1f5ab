//! Markdown as HTML.

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

/// The HTML of a text, with its first heading and its first paragraph.
pub(super) fn rendered(markdown: &str) -> ReadingPage {
    let options = Options::ENABLE_HEADING_ATTRIBUTES;
    let events: Vec<Event> = Parser::new_ext(markdown, options).map(focusable).collect();
    let mut page = ReadingPage {
        title: text_of(&events, |tag| matches!(tag, Tag::Heading { level: HeadingLevel::H1, .. })),
        description: text_of(&events, |tag| matches!(tag, Tag::Paragraph)),
        html: String::new(),
    };
    html::push_html(&mut page.html, events.into_iter());
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
