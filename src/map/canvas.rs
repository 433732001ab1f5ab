//! The painter: pictures of pixels on one canvas, names on a second and marks on a third above it.
//!
//! The three lie on a sheet. While the map moves, the sheet is moved, which costs the page's own thread next to
//! nothing, and a new picture is made in slices between the frames. Recolouring (a new year, another indicator) touches
//! neither geometry nor borders: it is one table look-up a pixel. Measured in a browser without a graphics processor,
//! this is twenty times faster than filling and stroking paths.

use super::choropleth::{Ink, LineColors, Rgba};
use super::inset::Inset;
use super::labels::Candidate;
use super::picture::{Picture, device};
use super::scene::Scene;
use crate::decimal::decimal;
use crate::geo::viewport::Viewport;
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement, ImageData, Path2d};

/// The face of names on the map.
const FACE: &str = "\"Source Sans 3\", system-ui, sans-serif";

/// Size of names, CSS pixels.
pub const NAME_SIZE: f64 = 12.5;

/// Rows of a picture that are made between two looks at the clock.
const ROWS: u32 = 48;

/// Paints one map on a sheet with three canvases: fills with borders, names, and marks.
pub struct Painter {
    sheet: HtmlElement,
    canvases: [HtmlCanvasElement; 3],
    contexts: [CanvasRenderingContext2d; 3],
    /// What is on the sheet.
    shown: Picture,
    /// What comes next.
    next: Picture,
    pixels: Vec<u8>,
    size: [u32; 2],
    ratio: f64,
}

impl Painter {
    /// Takes over a sheet and its three canvases: fills, names, marks. `Err` where the browser gives no 2D context.
    pub fn new(sheet: HtmlElement, canvases: [HtmlCanvasElement; 3]) -> Result<Self, JsValue> {
        let context = |canvas: &HtmlCanvasElement| -> Result<CanvasRenderingContext2d, JsValue> {
            let context = canvas.get_context("2d")?.ok_or("no 2d context")?;
            Ok(context.unchecked_into())
        };
        let contexts = [context(&canvases[0])?, context(&canvases[1])?, context(&canvases[2])?];
        let (shown, next) = Default::default();
        Ok(Self { sheet, canvases, contexts, shown, next, pixels: Vec::new(), size: [0, 0], ratio: 1.0 })
    }

    /// Fits the canvases to a figure of this many CSS pixels at a device pixel ratio.
    pub fn resize(&mut self, width: f64, height: f64, ratio: f64) -> Result<(), JsValue> {
        self.ratio = ratio;
        self.size = [device(width, ratio), device(height, ratio)];
        let [width, height] = self.size;
        for canvas in &self.canvases {
            if (canvas.width(), canvas.height()) != (width, height) {
                canvas.set_width(width);
                canvas.set_height(height);
                // One pixel of the canvas is one of the screen, also where the figure's side is not a whole number.
                for (side, pixels) in [("width", width), ("height", height)] {
                    canvas.style().set_property(side, &format!("{}px", f64::from(pixels) / ratio))?;
                }
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

    /// The picture that is shown.
    pub fn shown(&self) -> &Picture {
        &self.shown
    }

    /// Gives every pixel its ink. `is_new` tells that the picture is another than when it was last coloured.
    pub fn color(&mut self, inks: &[Ink], colors: &LineColors, is_new: bool) -> Result<(), JsValue> {
        let [width, height] = self.shown.size();
        let n_bytes = width as usize * height as usize * 4;
        let [left, top, wide, high] = self.shown.extent();
        if is_new {
            // Only the picture's own part is coloured; the rest must be clear.
            self.pixels.clear();
            self.pixels.resize(n_bytes, 0);
            self.cleared(0)?;
        }
        if wide == 0 || high == 0 || self.pixels.len() != n_bytes {
            return Ok(());
        }
        self.shown.color(inks, colors, [left, top, wide, high], &mut self.pixels);
        let image = ImageData::new_with_u8_clamped_array(Clamped(&self.pixels), width)?;
        let [left, top, wide, high] = [left, top, wide, high].map(f64::from);
        let context = &self.contexts[0];
        context.put_image_data_with_dirty_x_and_dirty_y_and_dirty_width_and_dirty_height(
            &image, 0.0, 0.0, left, top, wide, high,
        )
    }

    /// Writes names; all of them, in this order.
    pub fn write(&self, names: &[Candidate], colors: &LineColors) -> Result<(), JsValue> {
        let context = self.cleared(1)?;
        context.set_transform(self.ratio, 0.0, 0.0, self.ratio, 0.0, 0.0)?;
        context.set_font(&format!("600 {NAME_SIZE}px {FACE}"));
        context.set_text_align("center");
        context.set_text_baseline("middle");
        context.set_stroke_style_str(&css(colors.halo));
        context.set_fill_style_str(&css(colors.mark));
        context.set_line_width(3.0);
        for name in names {
            let [x, y] = name.at;
            context.stroke_text(&name.text, x, y)?;
            context.fill_text(&name.text, x, y)?;
        }
        Ok(())
    }

    /// Draws the outlines of marked areas on the picture: arcs and the line's width, CSS pixels.
    pub fn mark(
        &self,
        scene: &Scene,
        marked: &[(Vec<u32>, f64)],
        colors: &LineColors,
    ) -> Result<(), JsValue> {
        let context = self.cleared(2)?;
        let [width, height] = self.size.map(f64::from);
        let whole = ([0.0, 0.0, width, height], *self.shown.view());
        let insets = self.shown.insets().iter();
        let frames = insets.map(|inset| (inset.frame.map(|pixels| pixels * self.ratio), inset.view));
        for ([left, top, width, height], view) in std::iter::once(whole).chain(frames) {
            context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)?;
            context.save();
            if left > 0.0 {
                context.clear_rect(left, top, width, height);
            }
            context.begin_path();
            context.rect(left, top, width, height);
            context.clip();
            let scale = self.transform(&context, scene, &view)?;
            for (arcs, width) in marked {
                let outline = path(scene, arcs)?;
                for (color, width) in [(colors.halo, width + 2.0), (colors.mark, *width)] {
                    context.set_stroke_style_str(&css(color));
                    context.set_line_width(width * self.ratio / scale);
                    context.stroke_with_path(&outline);
                }
            }
            context.restore();
        }
        Ok(())
    }

    /// Moves the sheet so that the picture on it stands as near as it can to where a view wants it.
    pub fn shift(&self, view: &Viewport) {
        let from = self.shown.view();
        let style = self.sheet.style();
        let _ = if view == from {
            style.set_property("transform", "none")
        } else {
            let scale = view.k / from.k;
            let [x, y] = [view.tx - from.tx * scale, view.ty - from.ty * scale];
            style.set_property("transform", &format!("matrix({scale},0,0,{scale},{x},{y})"))
        };
    }

    /// How wide a name is, CSS pixels.
    pub fn name_width(&self, name: &str) -> f64 {
        self.contexts[1].set_font(&format!("600 {NAME_SIZE}px {FACE}"));
        self.contexts[1].measure_text(name).map_or(0.0, |measured| measured.width())
    }

    fn cleared(&self, canvas: usize) -> Result<CanvasRenderingContext2d, JsValue> {
        let (context, canvas) = (&self.contexts[canvas], &self.canvases[canvas]);
        context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)?;
        context.clear_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
        context.set_line_join("round");
        context.set_line_cap("round");
        Ok(context.clone())
    }

    /// From grid steps to device pixels; gives the pixels of a step.
    fn transform(
        &self,
        context: &CanvasRenderingContext2d,
        scene: &Scene,
        view: &Viewport,
    ) -> Result<f64, JsValue> {
        let view = view.scaled(self.ratio);
        let grid = scene.topology.grid();
        let scale = view.k * grid.step;
        let [x, y] = view.screen_from_world(grid.origin);
        context.set_transform(scale, 0.0, 0.0, -scale, x, y)?;
        Ok(scale)
    }
}

/// A colour as CSS writes it.
fn css([r, g, b, a]: Rgba) -> String {
    format!("rgb({r} {g} {b} / {})", decimal(f64::from(a) / 255.0, 3))
}

fn path(scene: &Scene, arcs: &[u32]) -> Result<Path2d, JsValue> {
    let path = Path2d::new()?;
    for arc in arcs {
        let mut points =
            scene.topology.arc(*arc as usize).iter().map(|[x, y]| [f64::from(*x), f64::from(*y)]);
        if let Some([x, y]) = points.next() {
            path.move_to(x, y);
        }
        for [x, y] in points {
            path.line_to(x, y);
        }
    }
    Ok(path)
}
