//! A file that the reader chooses or drops, read in the browser alone.

use super::browser::member;
use crate::markup::Act;
use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Reads the first of an input's or a drop's files.
pub fn read_first(of: &JsValue, then: Act<Vec<u8>>) {
    let file = member(&member(of, "files"), "0");
    let read = member(&file, "arrayBuffer").dyn_into::<Function>().and_then(|read| read.call0(&file));
    let Some(promise) = read.ok().and_then(|promise| promise.dyn_into::<Promise>().ok()) else { return };
    let finished = Closure::once_into_js(move |buffer: JsValue| {
        then.run(Uint8Array::new(&buffer).to_vec());
    });
    if let Ok(call) = member(&promise, "then").dyn_into::<Function>() {
        let _ = call.call1(&promise, &finished);
    }
}
