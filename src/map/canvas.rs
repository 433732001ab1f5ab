//! The painter: an id buffer coloured into one canvas, borders stroked on a second one above it.
//!
//! Recolouring (a new year, another indicator) touches neither geometry nor borders: it is one table look-up a pixel.
//! Measured in a browser without a graphics processor this is twenty times faster than filling paths.

use super::choropleth::{Ink, Rgba, fill};
use super::scene::Scene;
use crate::geo::raster::{IdBuffer, rasterize};
use crate::geo::viewport::Viewport;
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData, Path2d};

/// Colours of the lines above the areas, as CSS writes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineColors {
    /// Between areas of the same larger area.
    pub inner: String,
    /// Between larger areas.
    pub parent: String,
    /// Coast and land border.
    pub outer: String,
    /// Around a chosen or hovered area.
    pub mark: String,
    /// Beside that, so that it shows on any fill.
    pub halo: String,
}

/// Paints one map.
pub struct Painter {
    fills: HtmlCanvasElement,
    lines: HtmlCanvasElement,
    fills_context: CanvasRenderingContext2d,
    lines_context: CanvasRenderingContext2d,
    ids: IdBuffer,
    pixels: Vec<u8>,
    ratio: f64,
    paths: Option<Paths>,
}

/// Borders as the browser keeps them, in grid steps: built once a level of detail.
struct Paths {
    outer: Path2d,
    between: Path2d,
    inside: Path2d,
}

impl Painter {
    /// Takes over two canvases that lie on each other. `Err` where the browser gives no 2D context.
    pub fn new(fills: HtmlCanvasElement, lines: HtmlCanvasElement) -> Result<Self, JsValue> {
        let context = |canvas: &HtmlCanvasElement| -> Result<CanvasRenderingContext2d, JsValue> {
            let context = canvas.get_context("2d")?.ok_or("no 2d context")?;
            Ok(context.unchecked_into())
        };
        let (fills_context, lines_context) = (context(&fills)?, context(&lines)?);
        let ids = IdBuffer::new(0, 0);
        Ok(Self {
            fills,
            lines,
            fills_context,
            lines_context,
            ids,
            pixels: Vec::new(),
            ratio: 1.0,
            paths: None,
        })
    }

    /// Forgets the borders' paths, because the scene has changed.
    pub fn forget_paths(&mut self) {
        self.paths = None;
    }

    /// Fits the canvases to a figure of this many CSS pixels at a device pixel ratio.
    pub fn resize(&mut self, width: f64, height: f64, ratio: f64) {
        self.ratio = ratio;
        let (width, height) = (device(width, ratio), device(height, ratio));
        for canvas in [&self.fills, &self.lines] {
            if (canvas.width(), canvas.height()) != (width, height) {
                canvas.set_width(width);
                canvas.set_height(height);
            }
        }
        if (self.ids.width(), self.ids.height()) != (width, height) {
            self.ids = IdBuffer::new(width, height);
            self.pixels = vec![0; self.ids.ids().len() * 4];
        }
    }

    /// Works out which area every pixel lies in.
    pub fn place(&mut self, scene: &Scene, view: &Viewport) {
        rasterize(&scene.topology, &view.scaled(self.ratio), &mut self.ids);
    }

    /// Colours every pixel by its area's ink.
    pub fn color(&mut self, inks: &[Ink]) -> Result<(), JsValue> {
        let width = self.ids.width();
        if width == 0 || self.ids.height() == 0 {
            return Ok(());
        }
        fill(self.ids.ids(), width as usize, inks, self.ratio, &mut self.pixels);
        let image = ImageData::new_with_u8_clamped_array(Clamped(&self.pixels), width)?;
        self.fills_context.put_image_data(&image, 0.0, 0.0)
    }

    /// Strokes all borders, and the outlines of marked areas above them: `(arcs, width in CSS pixels)`.
    pub fn stroke(
        &mut self,
        scene: &Scene,
        view: &Viewport,
        colors: &LineColors,
        marked: &[(Vec<u32>, f64)],
    ) -> Result<(), JsValue> {
        let context = &self.lines_context;
        context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)?;
        context.clear_rect(0.0, 0.0, f64::from(self.lines.width()), f64::from(self.lines.height()));
        if self.paths.is_none() {
            self.paths = Some(Paths {
                outer: path(scene, &scene.outer)?,
                between: path(scene, &scene.between_parents)?,
                inside: path(scene, &scene.inside_parents)?,
            });
        }
        let Some(paths) = &self.paths else { return Ok(()) };
        let view = view.scaled(self.ratio);
        let grid = scene.topology.grid();
        let scale = view.k * grid.step;
        let [x, y] = view.screen_from_world(grid.origin);
        context.set_transform(scale, 0.0, 0.0, -scale, x, y)?;
        context.set_line_join("round");
        context.set_line_cap("round");
        // Thin at the scale of the country, firmer when close, so that small areas keep their colour.
        let closeness = (view.k / self.ratio * 2000.0).clamp(0.45, 1.6);
        for (path, color, width) in [
            (&paths.inside, &colors.inner, 0.55 * closeness),
            (&paths.between, &colors.parent, (1.0 * closeness).max(0.7)),
            (&paths.outer, &colors.outer, 0.8),
        ] {
            context.set_stroke_style_str(color);
            context.set_line_width(width * self.ratio / scale);
            context.stroke_with_path(path);
        }
        for (arcs, width) in marked {
            let outline = path(scene, arcs)?;
            for (color, width) in [(&colors.halo, width + 2.0), (&colors.mark, *width)] {
                context.set_stroke_style_str(color);
                context.set_line_width(width * self.ratio / scale);
                context.stroke_with_path(&outline);
            }
        }
        Ok(())
    }

    /// Where the figure's upper left corner is in the window, CSS pixels.
    pub fn corner(&self) -> [f64; 2] {
        let place = self.lines.get_bounding_client_rect();
        [place.left(), place.top()]
    }

    /// The area under a position in CSS pixels, as the last placing found it.
    pub fn area_at(&self, x: f64, y: f64) -> Option<usize> {
        if x < 0.0 || y < 0.0 {
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "checked to be positive; large \
            values saturate and lie outside"
        )]
        let [x, y] = [(x * self.ratio) as u32, (y * self.ratio) as u32];
        self.ids.area_at(x, y)
    }
}

/// A colour as CSS writes it.
pub fn css(color: Rgba) -> String {
    let [r, g, b, a] = color;
    format!("rgb({r} {g} {b} / {:.3})", f64::from(a) / 255.0)
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

fn device(css: f64, ratio: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a canvas side in device pixels"
    )]
    let pixels = (css * ratio).round().clamp(0.0, 16_384.0) as u32;
    pixels
}
