//! Parts of a page that stay as the static page has them until the page is there, and are built after that.
//!
//! A long page would otherwise be built whole before anything of it answers. What waits is complete for reading; what
//! needs the program shows in it when it has been built. Where the program has nothing to add, it stays for good.

use crate::markup::{Element, Markup, RwSignal, live};
use leptos::prelude::use_context;

/// Marks a part that waits, for the style sheet too.
pub const WAITS: &str = "data-waits";

/// The parts of a page that wait. Given by the program where it takes over from a static page.
#[derive(Clone, Copy)]
pub struct Later {
    is_over: RwSignal<bool>,
    parts: RwSignal<Vec<Waiting>>,
}

/// A part that waits.
#[derive(Clone)]
pub struct Waiting {
    /// The id of its section, which the static page has too.
    pub id: String,
    /// Set when it is to be built.
    pub is_due: RwSignal<bool>,
    /// Whether what the static page has is all that there is to it.
    pub is_kept: bool,
}

impl Later {
    /// Parts may wait from now on.
    pub fn new() -> Self {
        Self { is_over: RwSignal::new(false), parts: RwSignal::new(Vec::new()) }
    }

    /// The page is there: what is built from now on does not wait. Gives what does.
    pub fn end(self) -> Vec<Waiting> {
        self.is_over.set_untracked(true);
        self.parts.get_untracked()
    }
}

impl Default for Later {
    fn default() -> Self {
        Self::new()
    }
}

/// A section with what `build` gives: at once, or later where the page takes over from a static one. The id is unique on
/// the page and a plain word.
pub fn later(section: Element, id: &str, build: impl Fn() -> Markup + 'static) -> Element {
    waiting(section, id, false, build)
}

/// The same for what the program has nothing to add to, as lists of links: what the static page has in it is kept for
/// good, and it is built only where there is no such page.
pub fn kept(section: Element, id: &str, build: impl Fn() -> Markup + 'static) -> Element {
    waiting(section, id, true, build)
}

fn waiting(section: Element, id: &str, is_kept: bool, build: impl Fn() -> Markup + 'static) -> Element {
    let section = section.id(id.to_owned());
    let Some(page) = use_context::<Later>().filter(|page| !page.is_over.get_untracked()) else {
        return section.with(build());
    };
    let is_due = RwSignal::new(false);
    page.parts.try_update_untracked(|parts| parts.push(Waiting { id: id.to_owned(), is_due, is_kept }));
    let section = if is_kept { section } else { section.attr(WAITS, true) };
    section.with(live(move || if is_due.get() { build() } else { Markup::Nothing }))
}
