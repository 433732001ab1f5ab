//! What can be learnt: questions to talk about, and the page on paper.

use super::described;
use crate::charts::svg::{Naming, Styling};
use crate::charts::within_between::WithinBetweenSpec;
use crate::components::discussion_sheet::{discussion_sheet, print_buttons, whole_button};
use crate::components::division_figure::divided;
use crate::components::example_list::example_entry;
use crate::components::site::{Site, use_site};
use crate::components::strip_figure::inside_strip_svg;
use crate::i18n::text::place::place_text;
use crate::i18n::text::themes::theme_text;
use crate::markup::{Element, Markup, el, several};
use crate::model::{Measure, Profile};

/// The body of the step.
pub(super) fn learning(profile: &Profile) -> Markup {
    let site = use_site();
    let t = place_text(site.language);
    let questions: Vec<Element> =
        (t.take.questions)(&profile.name).into_iter().map(|question| el("li").with(question)).collect();
    let section = el("section")
        .class("inside")
        .attr("aria-labelledby", "questions")
        .with(el("h3").id("questions").with(t.take.questions_heading))
        .with(el("ol").class("points").with(questions))
        .with(el("p").class("section__lede").with(t.take.sheet_lede))
        .with(print_buttons())
        .with(whole_button());
    // Only a program can print a sheet.
    let sheet = (!site.is_static).then(|| discussion_sheet(profile, sheet_figures(&site, profile)));
    several([examples(&site, profile).into(), Markup::from(section), sheet.into()])
}

/// What was tried here; nothing where the edition knows of nothing.
fn examples(site: &Site, profile: &Profile) -> Option<Element> {
    let t = theme_text(site.language);
    let entries: Vec<Element> = profile.examples.iter().map(example_entry).collect();
    (!entries.is_empty()).then(|| {
        el("section")
            .class("inside")
            .attr("aria-labelledby", "examples")
            .with(el("h3").id("examples").with(t.examples))
            .with(el("p").class("section__lede").with(t.examples_lede))
            .with(el("ul").class("theme__examples").with(entries))
    })
}

/// How wide a picture is on paper, CSS pixels.
const PAPER: f64 = 330.0;

/// Differences between people first, then the spread of the first indicators that have one, four figures in all.
fn sheet_figures(site: &Site, profile: &Profile) -> Vec<(String, Markup)> {
    let mut figures = Vec::new();
    if let Some((spec, _)) = divided(profile) {
        let spec = WithinBetweenSpec { width: PAPER, ..spec };
        let heading = (site.text().inside_heading)(&profile.name);
        figures.push((heading, el("div").html(spec.svg(Naming::Hidden, Styling::Page)).into()));
    }
    for (indicator, own) in described(site, profile) {
        if figures.len() >= 4 {
            break;
        }
        // One of each theme at most, so that the sheet is about the whole place.
        let is_first = described(site, profile)
            .iter()
            .find(|(other, _)| other.theme == indicator.theme && other.measure != Measure::Count)
            .is_some_and(|(other, _)| other.slug == indicator.slug);
        if let Some(svg) = inside_strip_svg(profile, indicator, own, PAPER).filter(|_| is_first) {
            figures.push((indicator.title.get(site.language).to_owned(), el("div").html(svg).into()));
        }
    }
    figures
}
