//! The figures that a reader takes along, with a note each: a list that goes with the address from page to page, so that
//! nothing is kept anywhere else. `figure=view:line;indicator:arbetsloshet;area:1480;note:Se%20budgeten`, once a figure.

use super::embed::Frame;
use super::percent;
use super::view::View;
use super::view_fit::Repair;
use crate::model::Language;

/// As many figures as fit in an address that can be sent, and in a report that is read.
pub const MOST_KEPT: usize = 12;
/// As long as a note may be, characters.
pub const LONGEST_NOTE: usize = 400;

/// A figure taken along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What it shows, as the explorer shows it.
    pub view: View,
    /// The reader's own words; empty for none.
    pub note: String,
}

impl Kept {
    /// A figure without a note. What is about the reader's page and not about the figure is left out.
    pub fn of(view: &View) -> Self {
        let view = View {
            color_scheme: None,
            frame: Frame::default(),
            play: false,
            weights: Vec::new(),
            among: None,
            basket: Vec::new(),
            ..view.clone()
        };
        Self { view, note: String::new() }
    }
}

/// The figures of a query, as it stands in the address.
pub(super) fn parse(query: &str, repairs: &mut Vec<Repair>) -> Vec<Kept> {
    let mut kept = Vec::new();
    let mut n_left_out = 0;
    for text in query.split('&').filter_map(|pair| pair.strip_prefix("figure=")) {
        match figure(text) {
            Some(figure) if kept.len() < MOST_KEPT => kept.push(figure),
            Some(_) => n_left_out += 1,
            None => repairs.push(malformed(text)),
        }
    }
    if n_left_out > 0 {
        repairs.push(malformed(&format!("+{n_left_out}")));
    }
    kept
}

fn figure(text: &str) -> Option<Kept> {
    // Some programs encode the marks between the parts when they pass an address on.
    let text = if text.contains(':') { text.to_owned() } else { percent::decoded(text) };
    let mut note = String::new();
    let mut query = String::new();
    for part in text.split(';') {
        match part.strip_prefix("note:") {
            Some(words) => note = percent::decoded(words).chars().take(LONGEST_NOTE).collect(),
            None => {
                query.push_str(&part.replacen(':', "=", 1));
                query.push('&');
            }
        }
    }
    let (view, ..) = View::parse(&query);
    view.indicator.is_some().then(|| Kept { note, ..Kept::of(&view) })
}

/// Appends the figures to a query.
pub(super) fn push(query: &mut String, kept: &[Kept]) {
    for Kept { view, note } in kept {
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str("figure=");
        query.push_str(&view.query(Language::Sv).replace('&', ";").replace('=', ":"));
        if !note.is_empty() {
            query.push_str(";note:");
            percent::push_encoded(query, note, "");
        }
    }
}

fn malformed(found: &str) -> Repair {
    Repair::Malformed { parameter: "figure", found: found.chars().take(60).collect() }
}
