//! A piece of a page as HTML.

use super::{Attribute, Element, Markup};

/// Elements without content, which have no end tag.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

pub(super) fn write(piece: &Markup, html: &mut String) {
    match piece {
        Markup::Nothing => {}
        Markup::Text(text) => escape(text, html),
        Markup::LiveText(read) => escape(&read(), html),
        Markup::Element(element) => write_element(element, html),
        Markup::Several(pieces) => write_all(pieces, html),
        Markup::Live(build) => write(&build(), html),
    }
}

pub(super) fn write_all(pieces: &[Markup], html: &mut String) {
    for piece in pieces {
        write(piece, html);
    }
}

fn write_element(element: &Element, html: &mut String) {
    html.push('<');
    html.push_str(element.name);
    for (name, value) in &element.attributes {
        match value {
            Attribute::Text(classes) if *name == "class" => {
                let live = element.live_classes.iter().filter(|(_, holds)| holds());
                let all = live.fold(classes.to_string(), |all, (class, _)| all + " " + class);
                write_attribute(name, &all, html);
            }
            Attribute::Text(text) => write_attribute(name, text, html),
            Attribute::Present => write_attribute(name, "", html),
            Attribute::Absent => {}
        }
    }
    for (name, read) in &element.live_attributes {
        match read() {
            Attribute::Text(text) => write_attribute(name, &text, html),
            Attribute::Present => write_attribute(name, "", html),
            Attribute::Absent => {}
        }
    }
    html.push('>');
    if VOID.contains(&element.name) {
        return;
    }
    match &element.inner_html {
        Some(read) => html.push_str(&read()),
        None => write_all(&element.children, html),
    }
    html.push_str("</");
    html.push_str(element.name);
    html.push('>');
}

fn write_attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape(value, html);
    html.push('"');
}

/// Text between tags or within double quotes.
fn escape(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
}
