//! The figure as PNG with two device pixels to a CSS pixel, drawn by the browser.

use super::poster::Poster;
use crate::charts::Token;
use crate::charts::canvas::draw_on_canvas;
use crate::color::{Ground, Role};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, Url};

/// Device pixels to a CSS pixel.
const RATIO: f64 = 2.0;

/// Draws a poster and hands on the bytes of its PNG, without words inside yet.
///
/// # Errors
/// What the browser refused: a canvas of this size, or to encode it.
pub fn png(poster: &Poster, ground: Ground, then: impl FnOnce(Vec<u8>) + 'static) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("no document")?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    let size = poster.size();
    canvas.set_width(device(size.width));
    canvas.set_height(device(size.height));
    let context = canvas.get_context("2d")?.ok_or("no 2d context")?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.set_fill_style_str(&Role::Ground.color(ground).to_string());
    context.fill_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
    let color = |token: Token| token.color(ground).map_or_else(String::new, |color| color.to_string());
    draw_on_canvas(&context, None, size, RATIO, &color, |area| poster.draw(area));
    if let Some((code, corner)) = poster.code() {
        // The drawing has its own measure; the code is in device pixels, so that its squares have sharp edges.
        context.reset_transform()?;
        let paint = |color: &str, [x, y, width, height]: [f64; 4]| {
            context.set_fill_style_str(color);
            let (x, y) = (RATIO * (corner.x + x), RATIO * (corner.y + y));
            context.fill_rect(x.round(), y.round(), RATIO * width, RATIO * height);
        };
        paint("#fff", [0.0, 0.0, code.side(), code.side()]);
        code.boxes().into_iter().for_each(|module| paint("#000", module));
    }
    encode(&canvas, then)
}

/// Draws an SVG of some CSS pixels and hands on the bytes of its PNG, without words inside yet. Nothing comes where the
/// browser cannot show it.
///
/// # Errors
/// What the browser refused: a canvas of this size, or an address for the picture.
pub fn png_of_svg(
    svg: &str,
    [width, height]: [f64; 2],
    then: impl FnOnce(Vec<u8>) + 'static,
) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("no document")?;
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let parts = Array::of1(&Uint8Array::from(svg.as_bytes()));
    let address =
        Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence_and_options(&parts, &options)?)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(device(width));
    canvas.set_height(device(height));
    let context = canvas.get_context("2d")?.ok_or("no 2d context")?;
    let image = document.create_element("img")?;
    let (picture, of) = (image.clone(), address.clone());
    let loaded = Closure::once_into_js(move || {
        let sides = [0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height())].map(JsValue::from);
        let arguments = Array::of5(&picture, &sides[0], &sides[1], &sides[2], &sides[3]);
        let draw = js_sys::Reflect::get(&context, &"drawImage".into())
            .map(JsCast::unchecked_into::<js_sys::Function>);
        let _ = draw.and_then(|draw| draw.apply(&context, &arguments));
        let _ = Url::revoke_object_url(&of);
        let _ = encode(&canvas, then);
    });
    image.add_event_listener_with_callback("load", loaded.unchecked_ref())?;
    image.set_attribute("src", &address)
}

/// Hands on the bytes of what is on a canvas.
fn encode(canvas: &HtmlCanvasElement, then: impl FnOnce(Vec<u8>) + 'static) -> Result<(), JsValue> {
    let encoded = Closure::once_into_js(move |blob: Option<Blob>| {
        let Some(blob) = blob else { return };
        let read = Closure::once_into_js(move |buffer: JsValue| then(Uint8Array::new(&buffer).to_vec()));
        let reading = blob.array_buffer();
        if let Ok(promise) = reading.dyn_into::<js_sys::Promise>() {
            let call = js_sys::Reflect::get(&promise, &"then".into())
                .map(JsCast::unchecked_into::<js_sys::Function>);
            if let Ok(call) = call {
                let _ = call.call1(&promise, &read);
            }
        }
    });
    canvas.to_blob(encoded.unchecked_ref())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some thousands of pixels")]
fn device(pixels: f64) -> u32 {
    (pixels * RATIO).ceil().max(1.0) as u32
}
