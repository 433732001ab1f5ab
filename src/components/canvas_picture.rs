//! A drawing with very many marks on a canvas: thousands of dots as elements of the page would hold up every change.

use super::browser::watch_size;
use super::chart_figure::Made;
use crate::charts::canvas::draw_on_canvas;
use crate::charts::line::PlacedCrowd;
use crate::charts::{Area, Backend, Drawn, Placed, Size, Token};
use crate::decimal::decimal;
use crate::markup::{Element, Live, Markup, Memo, RwSignal, el, follow};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// The drawing; `width` follows its place. `title` names it, `description` stands for it.
pub(super) fn canvas_picture(
    placed: Memo<Made<dyn Placed>>,
    width: RwSignal<f64>,
    is_dark: Live<bool>,
    words: Live<(String, String)>,
) -> Markup {
    // The canvas below, which comes first.
    let below = Rc::new(RefCell::new(None::<HtmlCanvasElement>));
    let held = below.clone();
    let canvas = el("canvas")
        .class("picture__canvas")
        .attr("role", "img")
        .live_attr("aria-label", move || {
            let (title, description) = words.get();
            format!("{title}. {description}")
        })
        .on_mount(move |element| {
            let canvas: HtmlCanvasElement = element.unchecked_into();
            let is_dark = Memo::new(move |_| is_dark.get());
            follow(move || {
                // Read for the colors to be asked for anew.
                let _ = is_dark.get();
                let placed = placed.get().0;
                draw(&canvas, below.borrow().as_ref(), placed.size(), &|area| placed.draw(area));
            });
        });
    let under = el("canvas").class("picture__under").attr("aria-hidden", "true").on_mount(move |element| {
        *held.borrow_mut() = Some(element.unchecked_into());
    });
    el("div")
        .class("picture")
        .on_mount(move |frame| {
            watch_size(frame, move |now, _| {
                if width.try_get_untracked().is_some_and(|before| (before - now).abs() > 0.5) {
                    width.set(now);
                }
            });
        })
        .with(under)
        .with(canvas)
        .into()
}

/// The canvas with the many lines that stay behind a drawing.
pub(super) fn canvas_behind(crowd: Memo<Option<PlacedCrowd>>, is_dark: Live<bool>) -> Element {
    el("canvas").class("plot__behind").attr("aria-hidden", "true").on_mount(move |element| {
        let canvas: HtmlCanvasElement = element.unchecked_into();
        // Kept: the address, which it is read from, changes with the period.
        let is_dark = Memo::new(move |_| is_dark.get());
        follow(move || {
            // Read for the colors to be asked for anew.
            let _ = is_dark.get();
            if let Some(crowd) = crowd.get() {
                draw(&canvas, None, crowd.size(), &|area| crowd.draw(area));
            }
        });
    })
}

fn draw(
    canvas: &HtmlCanvasElement,
    under: Option<&HtmlCanvasElement>,
    size: Size,
    marks: &dyn Fn(&Area<'_>) -> Drawn<Backend<'static>>,
) {
    let Some(window) = web_sys::window() else { return };
    let ratio = window.device_pixel_ratio().max(1.0);
    let Some(context) = emptied(canvas, size, ratio) else { return };
    let under = under.and_then(|under| emptied(under, size, ratio));
    let forced =
        window.match_media("(forced-colors: active)").ok().flatten().is_some_and(|query| query.matches());
    let style = window.get_computed_style(canvas).ok().flatten();
    let color = |token: Token| match (&style, forced) {
        // The reader's own colors.
        (_, true) if token == Token::GROUND => "Canvas".to_owned(),
        (_, true) if token == Token::CONTEXT || token == Token::GRID => "GrayText".to_owned(),
        (_, true) => "CanvasText".to_owned(),
        (Some(style), false) => {
            let value = style.get_property_value(&format!("--{}", token.property()));
            value.unwrap_or_default().trim().to_owned()
        }
        (None, false) => String::new(),
    };
    draw_on_canvas(&context, under.as_ref(), size, ratio, &color, marks);
}

/// The context of a canvas of a size, with nothing on it.
fn emptied(canvas: &HtmlCanvasElement, size: Size, ratio: f64) -> Option<CanvasRenderingContext2d> {
    let [width, height] = [size.width, size.height].map(|pixels| device(pixels, ratio));
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
        let style = web_sys::HtmlElement::style(canvas);
        let Size { width, height } = size;
        let _ = style.set_property("width", &(decimal(width, 1) + "px"));
        let _ = style.set_property("height", &(decimal(height, 1) + "px"));
    }
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    let _ = context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
    context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
    Some(context)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some thousands of pixels")]
fn device(pixels: f64, ratio: f64) -> u32 {
    (pixels * ratio).round().max(1.0) as u32
}
