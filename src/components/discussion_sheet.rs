//! The discussion sheet: four figures, three questions and room to write, on paper only.

use super::site::use_site;
use crate::i18n::text::place::place_text;
use crate::markup::{Element, Markup, el};
use crate::model::Profile;

/// The buttons that print the page or the sheet.
pub fn print_buttons() -> Element {
    let t = place_text(use_site().language);
    let button = |label: &'static str, is_sheet: bool| {
        el("button").attr("type", "button").class("button").when("click", move || print(is_sheet)).with(label)
    };
    el("p")
        .class("buttons needs-program")
        .with(button(t.take.print_page, false))
        .with(button(t.take.print_sheet, true))
}

/// The button that puts the page with its program and its data into one file. The work is done by a script of its own,
/// which is fetched when somebody asks for it.
pub fn whole_button() -> Element {
    let t = place_text(use_site().language);
    let button = el("button")
        .attr("type", "button")
        .class("button")
        .attr("data-whole", true)
        .attr("data-busy", t.take.whole_busy)
        .attr("data-failed", t.take.whole_failed)
        .when("click", fetch_whole)
        .with(t.take.whole);
    el("div")
        .class("needs-program")
        .with(el("p").class("section__lede").with(t.take.whole_lede))
        .with(button)
        .with(el("p").class("figure__note").attr("role", "status").attr("data-whole-status", true))
}

/// Runs the script that puts the page into one file; each time anew.
fn fetch_whole() {
    let made = || {
        let document = web_sys::window()?.document()?;
        let script = document.create_element("script").ok()?;
        script.set_attribute("type", "module").ok()?;
        // A module runs once an address.
        script.set_attribute("src", &format!("/whole.js?{}", js_sys::Date::now())).ok()?;
        document.body()?.append_child(&script).ok()
    };
    let _ = made();
}

/// Prints. For the sheet the document says so while the pages are made, and the style sheet shows nothing else.
fn print(is_sheet: bool) {
    let Some(window) = web_sys::window() else { return };
    let root = window.document().and_then(|document| document.document_element());
    let says = |value: bool| {
        if let Some(root) = &root {
            let _ = root.class_list().toggle_with_force("prints-sheet", value);
        }
    };
    says(is_sheet);
    let _ = window.print();
    says(false);
}

/// The sheet. `figures` are four pictures with their headings.
pub fn discussion_sheet(profile: &Profile, figures: Vec<(String, Markup)>) -> Element {
    let site = use_site();
    let t = place_text(site.language);
    let figure = |(heading, picture): (String, Markup)| {
        el("section").class("sheet__figure").with(el("h3").with(heading)).with(picture)
    };
    let question =
        |question: String| el("li").with(el("p").with(question)).with(el("div").class("sheet__lines"));
    let source = format!("{} · {} {}", site.text().site, site.text().edition, site.edition);
    let address = site.profile_href(&profile.area).unwrap_or_default();
    el("section")
        .class("sheet")
        .attr("aria-hidden", "true")
        .with(el("h2").with((t.take.sheet_heading)(&profile.name)))
        .with(el("p").with(t.take.sheet_lede))
        .with(site.catalogue.synthetic.then(|| el("p").class("sheet__synthetic").with(site.text().synthetic)))
        .with(el("div").class("sheet__figures").with(figures.into_iter().map(figure).collect::<Vec<_>>()))
        .with(
            el("ol")
                .class("sheet__questions")
                .with((t.take.questions)(&profile.name).map(question).into_iter().collect::<Vec<_>>()),
        )
        .with(el("p").with(t.take.sheet_notes))
        .with(el("div").class("sheet__lines sheet__lines--many"))
        .with(el("p").class("sheet__source").with(format!("{source} · {address}")))
}
