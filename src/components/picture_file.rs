//! Takes a picture from the reader, chosen or dropped, and reads in it which view and edition it is of.

use super::browser::member;
use super::reader_file::read_first;
use super::site::use_site;
use crate::export::provenance::Provenance;
use crate::markup::{Act, Element, el};
use crate::route::View;
use web_sys::Event;

/// The field. `then` gets the address that a picture has and its view with its edition, or nothing for a file that says
/// nothing.
pub fn picture_file(then: Act<Option<(String, View)>>) -> Element {
    let t = use_site().text().verify();
    let read = Act::new(move |file: Vec<u8>| then.run(view_of(&file)));
    let dropped = read.clone();
    let choose = move |event: Event| {
        if let Some(target) = event.target() {
            read_first(&target.into(), read.clone());
        }
    };
    let drop = move |event: Event| {
        event.prevent_default();
        read_first(&member(&event, "dataTransfer"), dropped.clone());
    };
    el("div")
        .class("verify__drop needs-program")
        .on("dragover", |event: Event| event.prevent_default())
        .on("drop", drop)
        .with(
            el("label").class("field").with(el("span").class("field__label").with(t.choose)).with(
                el("input")
                    .attr("type", "file")
                    .class("verify__file")
                    .attr("accept", "image/png,image/svg+xml")
                    .on("change", choose),
            ),
        )
        .with(el("p").with(t.drop))
        .with(el("p").class("figure__note").with(t.private))
}

/// The view of a picture.
fn view_of(file: &[u8]) -> Option<(String, View)> {
    let found = Provenance::read(file)?;
    let view = found.view();
    Some((found.address, view))
}
