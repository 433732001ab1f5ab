//! The painter: an id buffer coloured into one canvas, borders stroked on a second one above it.
//!
//! Recolouring (a new year, another indicator) touches neither geometry nor borders: it is one table look-up a pixel.
//! Measured in a browser without a graphics processor this is twenty times faster than filling paths.

use super::choropleth::{Ink, Rgba, fill};
use super::inset::Inset;
use super::labels::{Candidate, placed};
use super::scene::Scene;
use crate::decimal::decimal;
use crate::geo::raster::{IdBuffer, rasterize};
use crate::geo::viewport::Viewport;
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData, Path2d};

/// Colours of the lines and names above the areas, as CSS writes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineColors {
    /// Between areas of the same larger area.
    pub inner: String,
    /// Between larger areas.
    pub parent: String,
    /// Coast and land border.
    pub outer: String,
    /// Around a chosen or hovered area; names.
    pub mark: String,
    /// Beside that, so that it shows on any fill.
    pub halo: String,
}

/// The face of names on the map.
const FACE: &str = "\"Source Sans 3\", system-ui, sans-serif";

/// Size of names, CSS pixels.
const NAME_SIZE: f64 = 12.5;

/// Paints one map on three canvases that lie on each other: fills, borders with names, and marks.
pub struct Painter {
    canvases: [HtmlCanvasElement; 3],
    contexts: [CanvasRenderingContext2d; 3],
    ids: IdBuffer,
    pixels: Vec<u8>,
    ratio: f64,
    paths: Option<Paths>,
}

/// Borders as the browser keeps them, in grid steps: built once a scene.
struct Paths {
    inside: Path2d,
    between: Vec<Path2d>,
    outer: Path2d,
}

/// Where the scene is drawn: the map's own view, and insets above it.
#[derive(Debug, Clone, Copy)]
pub struct Placement<'a> {
    /// The map's view, CSS pixels.
    pub view: &'a Viewport,
    /// Insets.
    pub insets: &'a [Inset],
}

impl Painter {
    /// Takes over three canvases: fills, borders, marks. `Err` where the browser gives no 2D context.
    pub fn new(canvases: [HtmlCanvasElement; 3]) -> Result<Self, JsValue> {
        let context = |canvas: &HtmlCanvasElement| -> Result<CanvasRenderingContext2d, JsValue> {
            let context = canvas.get_context("2d")?.ok_or("no 2d context")?;
            Ok(context.unchecked_into())
        };
        let contexts = [context(&canvases[0])?, context(&canvases[1])?, context(&canvases[2])?];
        let ids = IdBuffer::new(0, 0);
        Ok(Self { canvases, contexts, ids, pixels: Vec::new(), ratio: 1.0, paths: None })
    }

    /// Forgets the borders' paths, because the scene has changed.
    pub fn forget_paths(&mut self) {
        self.paths = None;
    }

    /// Fits the canvases to a figure of this many CSS pixels at a device pixel ratio.
    pub fn resize(&mut self, width: f64, height: f64, ratio: f64) {
        self.ratio = ratio;
        let (width, height) = (device(width, ratio), device(height, ratio));
        for canvas in &self.canvases {
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

    /// Works out which area lies under each pixel.
    pub fn place(&mut self, scene: &Scene, placement: Placement<'_>) {
        rasterize(&scene.topology, &placement.view.scaled(self.ratio), &mut self.ids);
        for inset in placement.insets {
            let [left, top, width, height] = inset.frame.map(|pixels| device(pixels, self.ratio));
            let mut picture = IdBuffer::new(width, height);
            let [x, y] = [f64::from(left), f64::from(top)];
            let view = inset.view.scaled(self.ratio).panned([-x, -y]);
            rasterize(&scene.topology, &view, &mut picture);
            self.ids.lay(&picture, left, top);
        }
    }

    /// Gives every pixel its area's ink.
    pub fn color(&mut self, inks: &[Ink]) -> Result<(), JsValue> {
        let width = self.ids.width();
        if width == 0 || self.ids.height() == 0 {
            return Ok(());
        }
        fill(self.ids.ids(), width as usize, inks, self.ratio, &mut self.pixels);
        let image = ImageData::new_with_u8_clamped_array(Clamped(&self.pixels), width)?;
        self.contexts[0].put_image_data(&image, 0.0, 0.0)
    }

    /// Draws the borders, finest first, and the names above them.
    pub fn stroke(
        &mut self,
        scene: &Scene,
        placement: Placement<'_>,
        colors: &LineColors,
        names: &[Candidate],
    ) -> Result<(), JsValue> {
        let context = self.cleared(1)?;
        if self.paths.is_none() {
            self.paths = Some(Paths {
                inside: path(scene, &scene.inside)?,
                between: scene.between.iter().map(|arcs| path(scene, arcs)).collect::<Result<_, _>>()?,
                outer: path(scene, &scene.outer)?,
            });
        }
        let Some(paths) = &self.paths else { return Ok(()) };
        self.stroke_borders(&context, scene, placement.view, colors, paths)?;
        for inset in placement.insets {
            let [left, top, width, height] = inset.frame.map(|pixels| pixels * self.ratio);
            context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)?;
            context.save();
            context.clear_rect(left, top, width, height);
            context.begin_path();
            context.rect(left, top, width, height);
            context.clip();
            self.stroke_borders(&context, scene, &inset.view, colors, paths)?;
            context.restore();
            context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)?;
            context.set_stroke_style_str(&colors.outer);
            context.set_line_width(self.ratio);
            context.stroke_rect(left, top, width, height);
        }
        self.write(&context, names, colors)
    }

    /// Draws the outlines of marked areas: arcs and the line's width, CSS pixels.
    pub fn mark(
        &mut self,
        scene: &Scene,
        placement: Placement<'_>,
        colors: &LineColors,
        marked: &[(Vec<u32>, f64)],
    ) -> Result<(), JsValue> {
        let context = self.cleared(2)?;
        let [width, height] = [f64::from(self.canvases[2].width()), f64::from(self.canvases[2].height())];
        let frames = placement.insets.iter().map(|inset| (inset.frame.map(|p| p * self.ratio), inset.view));
        let whole = ([0.0, 0.0, width, height], *placement.view);
        for (frame, view) in std::iter::once(whole).chain(frames) {
            context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)?;
            context.save();
            let [left, top, width, height] = frame;
            context.clear_rect(left, top, width, height);
            context.begin_path();
            context.rect(left, top, width, height);
            context.clip();
            let scale = self.transform(&context, scene, &view)?;
            for (arcs, width) in marked {
                let outline = path(scene, arcs)?;
                for (color, width) in [(&colors.halo, width + 2.0), (&colors.mark, *width)] {
                    context.set_stroke_style_str(color);
                    context.set_line_width(width * self.ratio / scale);
                    context.stroke_with_path(&outline);
                }
            }
            context.restore();
        }
        Ok(())
    }

    /// Where the map's upper left corner is in the window.
    pub fn corner(&self) -> [f64; 2] {
        let place = self.canvases[2].get_bounding_client_rect();
        [place.left(), place.top()]
    }

    /// How wide a name is, CSS pixels.
    pub fn name_width(&self, name: &str) -> f64 {
        self.contexts[1].set_font(&format!("600 {NAME_SIZE}px {FACE}"));
        self.contexts[1].measure_text(name).map_or(0.0, |measured| measured.width())
    }

    /// The area under a position of the figure.
    pub fn area_at(&self, x: f64, y: f64) -> Option<usize> {
        if x < 0.0 || y < 0.0 {
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "checked to be positive; large values saturate and lie outside"
        )]
        let [x, y] = [(x * self.ratio) as u32, (y * self.ratio) as u32];
        self.ids.area_at(x, y)
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

    fn stroke_borders(
        &self,
        context: &CanvasRenderingContext2d,
        scene: &Scene,
        view: &Viewport,
        colors: &LineColors,
        paths: &Paths,
    ) -> Result<(), JsValue> {
        let scale = self.transform(context, scene, view)?;
        // How many pixels wide and high an average area is: lines between areas of a few pixels would cover them.
        let n_areas = scene.topology.n_areas().max(1) as f64;
        let world = scene.bounds.width() * scene.bounds.height();
        let side = (world / n_areas).sqrt() * view.k;
        let strength = |from: f64| ((side - from) / from).clamp(0.0, 1.0);
        let stroke = |path: &Path2d, color: &str, width: f64| {
            if width > 0.05 {
                context.set_stroke_style_str(color);
                context.set_line_width(width * self.ratio / scale);
                context.stroke_with_path(path);
            }
        };
        stroke(&paths.inside, &colors.inner, 0.9 * strength(9.0));
        let n = paths.between.len();
        for (division, path) in paths.between.iter().enumerate() {
            let is_coarsest = division + 1 == n;
            let width = if is_coarsest { 0.9 + 0.5 * strength(16.0) } else { 0.35 + 0.85 * strength(6.0) };
            stroke(path, &colors.parent, width);
        }
        stroke(&paths.outer, &colors.outer, 0.8);
        Ok(())
    }

    /// Writes the names for which there is room.
    fn write(
        &self,
        context: &CanvasRenderingContext2d,
        names: &[Candidate],
        colors: &LineColors,
    ) -> Result<(), JsValue> {
        let canvas = &self.canvases[1];
        let room = [canvas.width(), canvas.height()].map(|pixels| f64::from(pixels) / self.ratio);
        let shown = placed(names, NAME_SIZE, room, |name| self.name_width(name));
        context.set_transform(self.ratio, 0.0, 0.0, self.ratio, 0.0, 0.0)?;
        context.set_font(&format!("600 {NAME_SIZE}px {FACE}"));
        context.set_text_align("center");
        context.set_text_baseline("middle");
        context.set_stroke_style_str(&colors.halo);
        context.set_fill_style_str(&colors.mark);
        context.set_line_width(3.0);
        for name in shown {
            let [x, y] = name.at;
            context.stroke_text(&name.text, x, y)?;
            context.fill_text(&name.text, x, y)?;
        }
        Ok(())
    }
}

/// A colour as CSS writes it.
pub fn css(color: Rgba) -> String {
    let [r, g, b, a] = color;
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

fn device(css: f64, ratio: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a canvas side in device pixels"
    )]
    let pixels = (css * ratio).round().clamp(0.0, 16_384.0) as u32;
    pixels
}
