//! Texts whose words lead to the word list.

use super::site::Site;
use crate::i18n::terms::pieces;
use crate::markup::{Markup, el};
use crate::route::{Page, Reading};

/// A text with the words of the word list as links, each word once on a page: `told` holds those before.
pub fn with_terms(text: &str, site: &Site, told: &mut Vec<&'static str>) -> Vec<Markup> {
    let list = site.href(Page::Reading(Reading::WordList));
    pieces(text, site.language, told)
        .into_iter()
        .map(|(piece, anchor)| match anchor {
            Some(anchor) => {
                let link = el("a").class("term").attr("href", format!("{list}#{anchor}"));
                link.with(piece.to_owned()).into()
            }
            None => piece.to_owned().into(),
        })
        .collect()
}
