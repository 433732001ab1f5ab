//! Takes a picture from the reader, chosen or dropped, and reads in it which view and edition it is of.

use super::site::use_site;
use crate::export::provenance::Provenance;
use crate::markup::{Act, Element, el};
use crate::route::View;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

/// The field. `then` gets the address that a picture has and its view with its edition, or nothing for a file that says
/// nothing.
pub fn picture_file(then: Act<Option<(String, View)>>) -> Element {
    let t = use_site().text().verify();
    let dropped = then.clone();
    let choose = move |event: Event| {
        if let Some(target) = event.target() {
            read_first(&target.into(), then.clone());
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

/// Reads the first of an input's or a drop's files.
fn read_first(of: &JsValue, then: Act<Option<(String, View)>>) {
    let file = member(&member(of, "files"), "0");
    let read = member(&file, "arrayBuffer").dyn_into::<Function>().and_then(|read| read.call0(&file));
    let Some(promise) = read.ok().and_then(|promise| promise.dyn_into::<Promise>().ok()) else { return };
    let finished = Closure::once_into_js(move |buffer: JsValue| {
        then.run(view_of(&Uint8Array::new(&buffer).to_vec()));
    });
    if let Ok(call) = member(&promise, "then").dyn_into::<Function>() {
        let _ = call.call1(&promise, &finished);
    }
}

/// The view of a picture.
fn view_of(file: &[u8]) -> Option<(String, View)> {
    let found = Provenance::read(file)?;
    let view = found.view();
    Some((found.address, view))
}

fn member(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
