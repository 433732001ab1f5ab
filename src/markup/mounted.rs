//! A piece of a page in the document: the Leptos view that a [`Markup`] is.
//!
//! Every part that follows the state is a render effect of one type. Effects live as long as what they change, and are
//! kept in a tree like that of the elements; what never changes keeps nothing.

use super::element::Behaviour;
use super::{Attribute, Element, Markup, html};
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, HtmlElement, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// What stands in the document for a [`Markup`].
#[derive(Default)]
pub struct Mounted(Vec<Piece>);

struct Piece {
    /// The element or text; for a part that is built anew, the empty text after it.
    node: Node,
    /// What is before `node` now, if that changes.
    before: Option<RenderEffect<Mounted>>,
    /// What must live as long as the node.
    _kept: Vec<Kept>,
}

/// Kept only to live on.
enum Kept {
    Effect { _effect: RenderEffect<()> },
    Children { _mounted: Mounted },
}

impl Render for Markup {
    type State = Mounted;

    fn build(self) -> Mounted {
        let mut mounted = Mounted::default();
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            build(self, &document, Space::Html, &mut mounted);
        }
        mounted
    }

    fn rebuild(self, state: &mut Mounted) {
        let mut new = self.build();
        if let Some(first) = state.first()
            && let Some(parent) = first.parent_element()
        {
            new.mount(&parent, Some(&first));
        }
        state.unmount();
        *state = new;
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        for piece in &self.0 {
            if let Some(before) = &piece.before {
                before.with_value_mut(Mountable::unmount);
            }
            if let Some(parent) = piece.node.parent_node() {
                let _ = parent.remove_child(&piece.node);
            }
        }
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&Node>) {
        self.insert(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(first) = self.first() else { return false };
        let Some(parent) = first.parent_element() else { return false };
        child.mount(&parent, Some(&first));
        true
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        self.0.iter().filter_map(|piece| piece.node.dyn_ref().cloned()).collect()
    }
}

impl Mounted {
    fn insert(&self, parent: &Node, marker: Option<&Node>) {
        for piece in &self.0 {
            if let Some(before) = &piece.before {
                before.with_value_mut(|before| before.insert(parent, marker));
            }
            let _ = parent.insert_before(&piece.node, marker);
        }
    }

    fn first(&self) -> Option<Node> {
        let piece = self.0.first()?;
        let before = piece.before.as_ref().and_then(|before| before.with_value_mut(|before| before.first()));
        before.flatten().or_else(|| Some(piece.node.clone()))
    }

    fn push(&mut self, node: Node, kept: Vec<Kept>) {
        self.0.push(Piece { node, before: None, _kept: kept });
    }

    /// Whether anything here must live on.
    fn is_alive(&self) -> bool {
        self.0.iter().any(|piece| piece.before.is_some() || !piece._kept.is_empty())
    }
}

/// Which elements a name means.
#[derive(Clone, Copy, PartialEq)]
enum Space {
    Html,
    Svg,
}

fn build(piece: Markup, document: &Document, space: Space, mounted: &mut Mounted) {
    match piece {
        Markup::Nothing => {}
        Markup::Text(text) => mounted.push(document.create_text_node(&text).into(), Vec::new()),
        Markup::LiveText(read) => {
            let node: Node = document.create_text_node("").into();
            let changed = node.clone();
            // What reads the same again need not be put there again: the browser would lay the page out anew.
            let mut before = None;
            let effect = effect(Box::new(move || {
                let now = read();
                if before.as_ref() != Some(&now) {
                    changed.set_node_value(Some(&now));
                    before = Some(now);
                }
            }));
            mounted.push(node, vec![effect]);
        }
        Markup::Several(pieces) => {
            pieces.into_iter().for_each(|piece| build(piece, document, space, mounted));
        }
        Markup::Element(element) => build_element(*element, document, space, mounted),
        Markup::Live(read) => {
            let end: Node = document.create_text_node("").into();
            let (own_end, own_document) = (end.clone(), document.clone());
            let before = RenderEffect::new(move |old: Option<Mounted>| {
                let mut new = Mounted::default();
                build(read(), &own_document, space, &mut new);
                if let Some(mut old) = old {
                    if let Some(parent) = own_end.parent_node() {
                        new.insert(&parent, Some(&own_end));
                    }
                    old.unmount();
                }
                new
            });
            mounted.0.push(Piece { node: end, before: Some(before), _kept: Vec::new() });
        }
    }
}

fn build_element(element: Element, document: &Document, space: Space, mounted: &mut Mounted) {
    let space = if element.name == "svg" { Space::Svg } else { space };
    let node = match space {
        Space::Html => document.create_element(element.name),
        Space::Svg => document.create_element_ns(Some(SVG), element.name),
    };
    // Only a name with a space or the like is refused, and ours are written above.
    let Ok(node) = node else { return };
    let mut kept = Vec::new();
    for (name, value) in &element.attributes {
        set_attribute(&node, name, value);
    }
    for (name, read) in element.live_attributes {
        let (node, mut before) = (node.clone(), None);
        kept.push(effect(Box::new(move || {
            let now = read();
            if before.as_ref() != Some(&now) {
                set_attribute(&node, name, &now);
                before = Some(now);
            }
        })));
    }
    for (name, holds) in element.live_classes {
        let classes = node.class_list();
        kept.push(effect(Box::new(move || {
            let _ = classes.toggle_with_force(name, holds());
        })));
    }
    match element.inner_html {
        Some(read) if element.is_inner_html_live => {
            let node = node.clone();
            kept.push(effect(Box::new(move || node.set_inner_html(&read()))));
        }
        Some(read) => node.set_inner_html(&read()),
        // What never changes is faster read by the browser at once than put together by us.
        None if space == Space::Html
            && element
                .children
                .iter()
                .any(|child| matches!(child, Markup::Element(_) | Markup::Several(_)))
            && element.children.iter().all(Markup::is_still) =>
        {
            let mut text = String::new();
            html::write_all(&element.children, &mut text);
            node.set_inner_html(&text);
        }
        None => {
            let mut children = Mounted::default();
            element.children.into_iter().for_each(|child| build(child, document, space, &mut children));
            children.insert(&node, None);
            if children.is_alive() {
                kept.push(Kept::Children { _mounted: children });
            }
        }
    }
    if let Some(behaviour) = element.behaviour {
        behave(*behaviour, node.unchecked_ref(), &mut kept);
    }
    mounted.push(node.into(), kept);
}

/// What follows after attributes and children: a list's value can only be set when its options are there.
fn behave(behaviour: Behaviour, node: &HtmlElement, kept: &mut Vec<Kept>) {
    for (property, value) in behaviour.styles {
        let _ = node.style().set_property(property, &value);
    }
    for (name, read) in behaviour.properties {
        let node = node.clone();
        kept.push(effect(Box::new(move || set_property(&node, name, read()))));
    }
    for (event, handler) in behaviour.handlers {
        // The browser frees it together with the element.
        let handler = Closure::<dyn FnMut(web_sys::Event)>::wrap(handler).into_js_value();
        let _ = node.add_event_listener_with_callback(event, handler.unchecked_ref());
    }
    for then in behaviour.on_mount {
        then(node.clone());
    }
}

fn effect(mut run: Box<dyn FnMut()>) -> Kept {
    Kept::Effect { _effect: RenderEffect::new(move |_| run()) }
}

fn set_attribute(node: &web_sys::Element, name: &str, value: &Attribute) {
    let _ = match value {
        Attribute::Text(text) => node.set_attribute(name, text),
        Attribute::Present => node.set_attribute(name, ""),
        Attribute::Absent => node.remove_attribute(name),
    };
}

fn set_property(node: &HtmlElement, name: &str, value: Attribute) {
    let value = match value {
        Attribute::Text(text) => text.as_ref().into(),
        Attribute::Present => true.into(),
        Attribute::Absent => false.into(),
    };
    let _ = js_sys::Reflect::set(node, &name.into(), &value);
}
