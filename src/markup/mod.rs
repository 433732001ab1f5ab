//! Pages as plain values: elements, texts, and places that follow the state. What is built with this room is rendered
//! to text natively (`html.rs`) and is a Leptos view in the browser (`mounted.rs`).
//!
//! Leptos' own `view!` gives every element a type of its own, and each such type its own copy of building, changing and
//! unmounting. That is fast to run and long to load: it was more than half of the application's bytes. Here all
//! elements have one type. Signals, memos, effects, owners and contexts are Leptos'.

mod effects;
mod element;
mod html;
mod live;
mod mounted;
mod state;

pub use effects::{at_end, follow};
pub use element::{Attribute, Element, Handler, el};
pub use live::{Act, Live};
pub use state::{Memo, RwSignal};

use std::borrow::Cow;

/// A piece of a page.
#[derive(Default)]
pub enum Markup {
    /// Nothing at all.
    #[default]
    Nothing,
    /// Text that stays.
    Text(Cow<'static, str>),
    /// Text that follows the state; its place in the document stays the same.
    LiveText(Box<dyn Fn() -> String>),
    /// An element.
    Element(Box<Element>),
    /// Pieces after each other.
    Several(Vec<Markup>),
    /// A piece that is built anew whenever what it reads changes. What has the reader's focus belongs outside.
    Live(Box<dyn Fn() -> Markup>),
}

/// Text that follows the state.
pub fn words(read: impl Fn() -> String + 'static) -> Markup {
    Markup::LiveText(Box::new(read))
}

/// A piece that is built anew whenever what it reads changes.
pub fn live<M: Into<Markup>>(build: impl Fn() -> M + 'static) -> Markup {
    Markup::Live(Box::new(move || build().into()))
}

/// Pieces after each other.
pub fn several<M: Into<Markup>>(pieces: impl IntoIterator<Item = M>) -> Markup {
    Markup::Several(pieces.into_iter().map(Into::into).collect())
}

impl Markup {
    /// The HTML of the piece, as it is now. Nothing that only a browser can do is in it: listeners, positions.
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        html::write(self, &mut html);
        html
    }

    /// Whether the piece never changes and listens to nothing.
    fn is_still(&self) -> bool {
        match self {
            Self::Nothing | Self::Text(_) => true,
            Self::Several(pieces) => pieces.iter().all(Self::is_still),
            Self::Element(element) => element.is_still(),
            Self::LiveText(_) | Self::Live(_) => false,
        }
    }
}

impl From<&'static str> for Markup {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Markup {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<Element> for Markup {
    fn from(element: Element) -> Self {
        Self::Element(Box::new(element))
    }
}

impl<M: Into<Markup>> From<Option<M>> for Markup {
    fn from(piece: Option<M>) -> Self {
        piece.map_or(Self::Nothing, Into::into)
    }
}

impl<M: Into<Markup>> From<Vec<M>> for Markup {
    fn from(pieces: Vec<M>) -> Self {
        several(pieces)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped_and_void_elements_have_no_end() {
        let piece = el("p").class("note").attr("title", "\"<&>'").with("1 < 2 & 3 > 2").with(el("br"));
        assert_eq!(
            Markup::from(piece).to_html(),
            r#"<p class="note" title="&quot;&lt;&amp;&gt;'">1 &lt; 2 &amp; 3 &gt; 2<br></p>"#
        );
    }

    #[test]
    fn what_follows_the_state_is_written_as_it_is_now() {
        let piece = el("div")
            .class("legend")
            .class_when("legend--here", || true)
            .class_when("legend--gone", || false)
            .live_attr("hidden", || false)
            .live_attr("aria-label", || "now".to_owned())
            .attr("disabled", true)
            .attr("id", None::<String>)
            .with(words(|| "text".to_owned()))
            .with(live(|| vec![el("i"), el("b")]))
            .with(None::<Element>);
        assert_eq!(
            Markup::from(piece).to_html(),
            r#"<div class="legend legend--here" disabled="" aria-label="now">text<i></i><b></b></div>"#
        );
    }

    #[test]
    fn only_what_never_changes_is_still() {
        assert!(Markup::from(el("ul").with(vec![el("li").with("a"), el("li").with("b")])).is_still());
        for moving in [
            el("p").with(words(String::new)),
            el("p").with(live(|| "now")),
            el("p").class_when("now", || true),
            el("p").live_attr("hidden", || true),
            el("p").with(el("button").on("click", |_: web_sys::Event| ())),
            el("p").on_mount(|_| ()),
        ] {
            assert!(!Markup::from(el("div").with(moving)).is_still());
        }
    }
}
