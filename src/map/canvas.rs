//! The painter: a picture of pixels on a canvas, outlines and names as drawings above it.
//!
//! All lie on a sheet. While the map moves, the sheet is moved, which costs the page's own thread next to nothing, and
//! a new picture is made in slices between the frames. Recolouring (a new year, another indicator) touches neither
//! geometry nor borders: it is one table look-up a pixel. Measured in a browser without a graphics processor, this is
//! twenty times faster than filling and stroking paths.

use super::choropleth::{Ink, LineColors};
use super::inset::Inset;
use super::picture::{Picture, device};
use super::scene::Scene;
use crate::geo::viewport::Viewport;
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlElement, ImageData};

/// The face of names on the map.
const FACE: &str = "\"Source Sans 3\", system-ui, sans-serif";

/// Size of names, CSS pixels.
pub const NAME_SIZE: f64 = 12.5;

/// Rows of a picture that are made between two looks at the clock.
const ROWS: u32 = 48;

/// What a map is painted on.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Holds all and is moved.
    pub sheet: HtmlElement,
    /// The picture.
    pub canvas: HtmlCanvasElement,
    /// The drawing with outlines.
    pub outlines: Element,
    /// The drawing with names.
    pub names: Element,
}

/// Paints one map on a sheet.
pub struct Painter {
    on: Sheet,
    context: CanvasRenderingContext2d,
    /// What is on the sheet.
    shown: Picture,
    /// What comes next.
    next: Picture,
    /// The view that the names were written for.
    written: Viewport,
    pixels: Vec<u8>,
    size: [u32; 2],
    ratio: f64,
}

impl Painter {
    /// Takes over a sheet. `Err` where the browser gives no 2D context.
    pub fn new(on: Sheet) -> Result<Self, JsValue> {
        let context = on.canvas.get_context("2d")?.ok_or("no 2d context")?.unchecked_into();
        let (shown, next): (Picture, Picture) = Default::default();
        let written = *shown.view();
        Ok(Self { on, context, shown, next, written, pixels: Vec::new(), size: [0, 0], ratio: 1.0 })
    }

    /// Fits the sheet to a figure of this many CSS pixels at a device pixel ratio.
    pub fn resize(&mut self, width: f64, height: f64, ratio: f64) -> Result<(), JsValue> {
        self.ratio = ratio;
        self.size = [device(width, ratio), device(height, ratio)];
        let [width, height] = self.size;
        let canvas = &self.on.canvas;
        if (canvas.width(), canvas.height()) != (width, height) {
            canvas.set_width(width);
            canvas.set_height(height);
            // One pixel of the canvas is one of the screen, also where the figure's side is not a whole number.
            for (side, pixels) in [("width", width), ("height", height)] {
                canvas.style().set_property(side, &format!("{}px", f64::from(pixels) / ratio))?;
            }
        }
        Ok(())
    }

    /// Begins a new picture.
    pub fn begin(&mut self, view: Viewport, insets: &[Inset]) {
        self.next.begin(self.size, self.ratio, view, insets);
    }

    /// Goes on with it while there is time.
    pub fn advance(&mut self, scene: &Scene, has_time: &dyn Fn() -> bool) {
        while !self.next.is_done() {
            self.next.advance(scene, ROWS);
            if !has_time() {
                return;
            }
        }
    }

    /// Whether it is done.
    pub fn is_done(&self) -> bool {
        self.next.is_done()
    }

    /// Makes it the one that is shown. It has no colours yet.
    pub fn take(&mut self) {
        std::mem::swap(&mut self.shown, &mut self.next);
    }

    /// Whether the picture that is shown was made for the sheet as it is now.
    pub fn is_fit(&self) -> bool {
        self.shown.size() == self.size
    }

    /// The picture that is shown.
    pub fn shown(&self) -> &Picture {
        &self.shown
    }

    /// Gives every pixel its ink. `is_new` tells that the picture is another than when it was last coloured.
    pub fn color(&mut self, inks: &[Ink], colors: &LineColors, is_new: bool) -> Result<(), JsValue> {
        let [width, height] = self.shown.size();
        let n_bytes = width as usize * height as usize * 4;
        if is_new {
            // Only the parts with something in them are coloured; the rest must be clear.
            self.pixels.clear();
            self.pixels.resize(n_bytes, 0);
            self.context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        }
        if self.pixels.len() != n_bytes {
            return Ok(());
        }
        self.shown.color(inks, colors, &mut self.pixels);
        let parts = self.shown.parts();
        if parts.is_empty() {
            return Ok(());
        }
        let image = ImageData::new_with_u8_clamped_array(Clamped(&self.pixels), width)?;
        for part in parts {
            let [left, top, wide, high] = part.map(f64::from);
            self.context.put_image_data_with_dirty_x_and_dirty_y_and_dirty_width_and_dirty_height(
                &image, 0.0, 0.0, left, top, wide, high,
            )?;
        }
        Ok(())
    }

    /// Puts the inside of the drawing with names in place, made for the picture that is shown.
    pub fn write(&mut self, names: &str) {
        self.on.names.set_inner_html(names);
        self.written = *self.shown.view();
        self.shift_names();
    }

    /// Moves the names to where the picture that is shown has their places. Names much larger or smaller than they were
    /// written are hidden until they are written anew.
    pub fn shift_names(&self) {
        let scale = self.shown.view().k / self.written.k;
        let is_readable = (0.6..1.7).contains(&scale);
        let transform = matrix(&self.written, self.shown.view());
        let style = self.on.names.unchecked_ref::<HtmlElement>().style();
        let _ = style.set_property("transform", &transform);
        let _ = style.set_property("visibility", if is_readable { "inherit" } else { "hidden" });
    }

    /// Puts the inside of the drawing with outlines in place.
    pub fn mark(&self, outlines: &str) {
        self.on.outlines.set_inner_html(outlines);
    }

    /// Moves the sheet so that the picture on it stands as near as it can to where a view wants it.
    pub fn shift(&self, view: &Viewport) {
        let transform = matrix(self.shown.view(), view);
        let _ = self.on.sheet.style().set_property("transform", &transform);
    }

    /// How wide a name is, CSS pixels.
    pub fn name_width(&self, name: &str) -> f64 {
        self.context.set_font(&format!("600 {NAME_SIZE}px {FACE}"));
        self.context.measure_text(name).map_or(0.0, |measured| measured.width())
    }
}

/// What moves a drawing made for one view to where another has its places, as CSS writes it.
fn matrix(from: &Viewport, to: &Viewport) -> String {
    if from == to {
        return "none".to_owned();
    }
    let scale = to.k / from.k;
    let [x, y] = [to.tx - from.tx * scale, to.ty - from.ty * scale];
    format!("matrix({scale},0,0,{scale},{x},{y})")
}

/// Paints a picture that does not move on a canvas of its own.
pub fn draw_still(
    canvas: &HtmlCanvasElement,
    picture: &Picture,
    inks: &[Ink],
    colors: &LineColors,
) -> Result<(), JsValue> {
    let [width, height] = picture.size();
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or("no 2d context")?.unchecked_into();
    let mut pixels = vec![0; width as usize * height as usize * 4];
    if pixels.is_empty() {
        return Ok(());
    }
    picture.color(inks, colors, &mut pixels);
    let image = ImageData::new_with_u8_clamped_array(Clamped(&pixels), width)?;
    context.put_image_data(&image, 0.0, 0.0)
}
