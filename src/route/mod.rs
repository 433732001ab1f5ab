//! Addresses: a typed grammar of every page in both languages, and of the view that a query carries.
//!
//! An address is read once, here, into a [`Route`] that cannot be wrong, and written back by its [`Display`]
//! (`fmt::Display`): `parse(route.to_string())` is `route`. Paths end in `/`, the one form that every static host
//! serves. What is impossible in a query is left out and told as a [`Repair`]; what is unknown is ignored, so that
//! addresses of later versions still open.
//!
//! [`Display`]: std::fmt::Display

mod basket;
mod classes;
mod embed;
mod map_view;
mod page;
mod percent;
mod shape;
mod slug;
mod view;
mod view_fit;
mod view_query;

pub use basket::{Kept, LONGEST_NOTE, MOST_KEPT};
pub use classes::{ClassMethod, Classes, FEWEST_CLASSES, Limits, MOST_CLASSES, limit};
pub use embed::{EmbedView, Frame};
pub use map_view::{Against, MapForm, MapView};
pub use page::{Page, Place, Reading};
pub use shape::Shape;
pub use slug::slug_of_name;
pub use view::{ColorScheme, FULL_WEIGHT, MOST_AREAS, View};
pub use view_fit::Repair;

use crate::model::Language;
use std::fmt;

/// One address of the site: which page, in which language, showing what.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// The page's language.
    pub language: Language,
    /// The page.
    pub page: Page,
    /// What the page shows, as far as it is not the default.
    pub view: View,
}

impl Route {
    /// A page in its default view.
    pub fn new(language: Language, page: Page) -> Self {
        Self { language, page, view: View::default() }
    }

    /// Reads a path with its query, as `location.pathname + location.search` gives them; a fragment is ignored.
    /// Always a route: an unknown path is [`Page::NotFound`]. The repairs say what was left out of the view.
    ///
    /// A missing final slash, a final `index.html` and doubled slashes are forgiven; the address in the right form
    /// is what the route prints.
    pub fn parse(address: &str) -> (Self, Vec<Repair>) {
        let address = address.split_once('#').map_or(address, |(before, _)| before);
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let mut segments: Vec<String> =
            path.split('/').filter(|segment| !segment.is_empty()).map(percent::decoded).collect();
        while segments.last().is_some_and(|last| last == "index.html") {
            segments.pop();
        }
        let (mut view, query_language, repairs) = View::parse(query);
        let words: Vec<&str> = segments.iter().map(String::as_str).collect();
        // In the Swedish tree only, so that a figure has one address; its language is a flag unless it has a path of
        // its own.
        if let Some(framed) = words.strip_prefix(&["embed"]).and_then(embed::parse) {
            let language = framed.language.unwrap_or(query_language);
            if framed.language.is_some() {
                view.indicator = framed.indicator;
                view.areas = framed.area.into_iter().collect();
            }
            return (Self { language, page: Page::Embed(framed.view), view }, repairs);
        }
        let (page, language) = Page::parse(&segments);
        (Self { language, page, view }, repairs)
    }

    /// The path without the view: what a canonical link names. Percent-encoded, ending in `/`.
    pub fn path(&self) -> String {
        self.own_path().unwrap_or_else(|| self.page.path(self.language))
    }

    /// The path of a framed figure that is drawn beforehand, which tells what it shows.
    pub fn own_path(&self) -> Option<String> {
        let Page::Embed(of) = self.page else { return None };
        let words = embed::own_path(of, &self.view, self.language)?;
        Some(page::joined(words.into_iter()))
    }

    /// The same page and view in a language.
    #[must_use]
    pub fn alternate(&self, language: Language) -> Self {
        let page = match &self.page {
            Page::NotFound(_) if language != self.language => Page::Start,
            page => page.clone(),
        };
        Self { language, page, view: self.view.clone() }
    }

    /// The same route with the slug that a place's name gives, for pages that carry one: `/kommun/1480/` and
    /// `/kommun/1480-old-name/` become `/kommun/1480-goteborg/`.
    #[must_use]
    pub fn named(&self, name: &str) -> Self {
        let place = |place: &Place| Place { code: place.code.clone(), slug: slug_of_name(name) };
        let page = match &self.page {
            Page::Municipality(old) => Page::Municipality(place(old)),
            Page::County(old) => Page::County(place(old)),
            page => page.clone(),
        };
        Self { page, ..self.clone() }
    }

    /// The same page showing something else.
    #[must_use]
    pub fn with_view(&self, view: View) -> Self {
        Self { view, ..self.clone() }
    }
}

impl fmt::Display for Route {
    /// The address: path and query, defaults left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path())?;
        let query = match self.own_path() {
            Some(_) => View { indicator: None, areas: Vec::new(), ..self.view.clone() }.query(Language::Sv),
            None if self.page.is_embed() => self.view.query(self.language),
            None => self.view.query(Language::Sv),
        };
        if query.is_empty() { Ok(()) } else { write!(f, "?{query}") }
    }
}
