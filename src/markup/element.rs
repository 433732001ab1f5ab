//! One element as a plain value.

use super::Markup;
use std::borrow::Cow;
use wasm_bindgen::JsCast;

/// An element with all that belongs to it. Built by [`el`] and the methods below, each of which adds one thing.
pub struct Element {
    pub(super) name: &'static str,
    pub(super) attributes: Vec<(&'static str, Attribute)>,
    pub(super) live_attributes: Vec<(&'static str, Reading<Attribute>)>,
    pub(super) live_classes: Vec<(&'static str, Reading<bool>)>,
    pub(super) children: Vec<Markup>,
    pub(super) inner_html: Option<Reading<String>>,
    pub(super) is_inner_html_live: bool,
    /// What only a browser can use, apart because most elements have none of it.
    pub(super) behaviour: Option<Box<Behaviour>>,
}

/// What only a browser can use.
#[derive(Default)]
pub(super) struct Behaviour {
    pub(super) styles: Vec<(&'static str, String)>,
    pub(super) properties: Vec<(&'static str, Reading<Attribute>)>,
    pub(super) handlers: Vec<(&'static str, Handler)>,
    pub(super) on_mount: Vec<Box<dyn FnOnce(web_sys::HtmlElement)>>,
}

/// Something read from the state.
pub(super) type Reading<T> = Box<dyn Fn() -> T>;

/// What answers to an event.
pub type Handler = Box<dyn FnMut(web_sys::Event)>;

/// The value of an attribute: text, or its mere presence, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attribute {
    /// The attribute is not there.
    Absent,
    /// It is there without a value.
    Present,
    /// It has a value.
    Text(Cow<'static, str>),
}

/// An element of a name, without anything else.
pub fn el(name: &'static str) -> Element {
    Element {
        name,
        attributes: Vec::new(),
        live_attributes: Vec::new(),
        live_classes: Vec::new(),
        children: Vec::new(),
        inner_html: None,
        is_inner_html_live: false,
        behaviour: None,
    }
}

impl Element {
    /// An attribute that stays.
    pub fn attr(mut self, name: &'static str, value: impl Into<Attribute>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// The classes that stay.
    pub fn class(self, names: impl Into<Attribute>) -> Self {
        self.attr("class", names)
    }

    /// The id.
    pub fn id(self, id: impl Into<Attribute>) -> Self {
        self.attr("id", id)
    }

    /// An attribute that follows the state.
    pub fn live_attr<A: Into<Attribute>>(
        mut self,
        name: &'static str,
        read: impl Fn() -> A + 'static,
    ) -> Self {
        self.live_attributes.push((name, Box::new(move || read().into())));
        self
    }

    /// A class that is there while something holds.
    pub fn class_when(mut self, name: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        self.live_classes.push((name, Box::new(holds)));
        self
    }

    /// A piece inside, after those before.
    pub fn with(mut self, child: impl Into<Markup>) -> Self {
        self.children.push(child.into());
        self
    }

    /// HTML inside that this program made, and nobody else. It takes the place of all children.
    pub fn html(mut self, html: String) -> Self {
        self.inner_html = Some(Box::new(move || html.clone()));
        self
    }

    /// HTML inside that this program makes anew whenever what it reads changes.
    pub fn live_html(mut self, read: impl Fn() -> String + 'static) -> Self {
        self.inner_html = Some(Box::new(read));
        self.is_inner_html_live = true;
        self
    }

    /// A property of the element's style. Set by the program, never written into HTML: the content security policy
    /// refuses style attributes.
    pub fn style(mut self, property: &'static str, value: String) -> Self {
        self.behaviour().styles.push((property, value));
        self
    }

    /// A property that the reader changes too (`value`, `checked`), which follows the state.
    pub fn property<A: Into<Attribute>>(
        mut self,
        name: &'static str,
        read: impl Fn() -> A + 'static,
    ) -> Self {
        self.behaviour().properties.push((name, Box::new(move || read().into())));
        self
    }

    /// What answers to an event of a name; `E` is the kind of event that the browser sends by that name.
    pub fn on<E: JsCast>(mut self, event: &'static str, mut then: impl FnMut(E) + 'static) -> Self {
        let handler: Handler = Box::new(move |event| then(event.unchecked_into()));
        self.behaviour().handlers.push((event, handler));
        self
    }

    /// What answers to an event, whatever it says.
    pub fn when(self, event: &'static str, mut then: impl FnMut() + 'static) -> Self {
        self.on(event, move |_: web_sys::Event| then())
    }

    /// Called once with the element, when it is built and before it is in the document.
    pub fn on_mount(mut self, then: impl FnOnce(web_sys::HtmlElement) + 'static) -> Self {
        self.behaviour().on_mount.push(Box::new(then));
        self
    }

    /// Whether the element never changes and listens to nothing.
    pub(super) fn is_still(&self) -> bool {
        self.live_attributes.is_empty()
            && self.live_classes.is_empty()
            && !self.is_inner_html_live
            && self.behaviour.is_none()
            && self.children.iter().all(Markup::is_still)
    }

    fn behaviour(&mut self) -> &mut Behaviour {
        self.behaviour.get_or_insert_default()
    }
}

impl From<&'static str> for Attribute {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Attribute {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<bool> for Attribute {
    fn from(is_there: bool) -> Self {
        if is_there { Self::Present } else { Self::Absent }
    }
}

impl<A: Into<Attribute>> From<Option<A>> for Attribute {
    fn from(value: Option<A>) -> Self {
        value.map_or(Self::Absent, Into::into)
    }
}
