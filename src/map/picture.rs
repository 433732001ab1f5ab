//! One picture of the map as numbers: which area each pixel shows and which lines cover it. Made in slices, so that a
//! large picture can be made between the frames of a movement.

use super::choropleth::{Ink, LineColors, Part, fill};
use super::inset::Inset;
use super::scene::Scene;
use crate::geo::grid::Bounds;
use crate::geo::lines::{Kind, LineBuffer, Pen};
use crate::geo::raster::{IdBuffer, rasterize, rasterize_rows};
use crate::geo::viewport::Viewport;
use std::ops::Range;

/// A picture, whole or in the making.
#[derive(Debug, Clone)]
pub struct Picture {
    ids: IdBuffer,
    lines: LineBuffer,
    ratio: f64,
    view: Viewport,
    insets: Vec<Inset>,
    /// Rows that are made.
    n_rows: u32,
    /// The parts of the picture in which there is anything.
    parts: Vec<Part>,
}

impl Default for Picture {
    fn default() -> Self {
        let view = Viewport { k: 1.0, tx: 0.0, ty: 0.0 };
        let (ids, lines) = (IdBuffer::new(0, 0), LineBuffer::new(0, 0));
        Self { ids, lines, ratio: 1.0, view, insets: Vec::new(), n_rows: 0, parts: Vec::new() }
    }
}

impl Picture {
    /// Begins a picture of some device pixels, at so many device pixels for each CSS pixel; `view` and the frames of
    /// the insets are CSS pixels.
    pub fn begin(&mut self, [width, height]: [u32; 2], ratio: f64, view: Viewport, insets: &[Inset]) {
        if [self.ids.width(), self.ids.height()] != [width, height] {
            self.ids = IdBuffer::new(width, height);
            self.lines = LineBuffer::new(width, height);
        }
        self.ratio = ratio;
        self.view = view;
        self.insets = insets.to_vec();
        self.n_rows = 0;
    }

    /// Makes some more rows; the insets come with the last ones.
    pub fn advance(&mut self, scene: &Scene, n_rows: u32) {
        let height = self.ids.height();
        let rows = self.n_rows..self.n_rows.saturating_add(n_rows).min(height);
        let view = self.view.scaled(self.ratio);
        rasterize_rows(&scene.topology, &view, rows.clone(), &mut self.ids);
        self.lines.clear(rows.clone());
        draw(scene, &mut self.lines, &self.view, self.ratio, rows.clone());
        self.n_rows = rows.end;
        if self.is_done() {
            self.add_insets(scene);
            self.parts = self.parts_of(&scene.bounds);
        }
    }

    /// Whether all rows are made.
    pub fn is_done(&self) -> bool {
        self.n_rows == self.ids.height()
    }

    /// What the picture shows, CSS pixels.
    pub fn view(&self) -> &Viewport {
        &self.view
    }

    /// The insets in it.
    pub fn insets(&self) -> &[Inset] {
        &self.insets
    }

    /// Width and height, device pixels.
    pub fn size(&self) -> [u32; 2] {
        [self.ids.width(), self.ids.height()]
    }

    /// The parts in which there is anything.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The area under a position, CSS pixels of the picture.
    pub fn area_at(&self, [x, y]: [f64; 2]) -> Option<usize> {
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

    /// The areas that have at least a pixel, ascending.
    pub fn areas(&self) -> Vec<usize> {
        let most = self.ids.ids().iter().copied().max().unwrap_or(0);
        let mut is_there = vec![false; usize::from(most) + 1];
        self.ids.ids().iter().for_each(|id| is_there[usize::from(*id)] = true);
        (1..is_there.len()).filter(|id| is_there[*id]).map(|id| id - 1).collect()
    }

    /// Colours the pixels, four bytes each, that are in an area or under a line, and leaves the others as they are.
    pub fn color(&self, inks: &[Ink], colors: &LineColors, pixels: &mut [u8]) {
        fill(&self.ids, &self.lines, inks, colors, self.ratio, &self.parts, pixels);
    }

    fn add_insets(&mut self, scene: &Scene) {
        for inset in &self.insets {
            let [left, top, width, height] = inset.frame.map(|pixels| device(pixels, self.ratio));
            // The view that the inset has for itself, with its own corner at the origin.
            let [x, y] = [left, top].map(|pixels| f64::from(pixels) / self.ratio);
            let view = inset.view.panned([-x, -y]);
            let mut ids = IdBuffer::new(width, height);
            rasterize(&scene.topology, &view.scaled(self.ratio), &mut ids);
            let mut lines = LineBuffer::new(width, height);
            draw(scene, &mut lines, &view, self.ratio, 0..height);
            self.ids.lay(&ids, left, top);
            self.lines.lay(&lines, left, top);
            self.lines.frame([left, top, width, height]);
        }
    }

    fn parts_of(&self, bounds: &Bounds) -> Vec<Part> {
        // Lines reach a little over the areas' edge.
        const ROOM: f64 = 3.0;
        let [left, top] = self.view.screen_from_world([bounds.min[0], bounds.max[1]]);
        let [right, bottom] = self.view.screen_from_world([bounds.max[0], bounds.min[1]]);
        let whole = [left - ROOM, top - ROOM, right + ROOM, bottom + ROOM];
        let frames = self.insets.iter().map(|inset| inset.frame);
        let ends = frames.map(|[left, top, width, height]| [left, top, left + width, top + height]);
        let [width, height] = self.size();
        let part = |[left, top, right, bottom]: [f64; 4]| {
            let (left, top) = (device(left, self.ratio).min(width), device(top, self.ratio).min(height));
            let right = device(right, self.ratio).clamp(left, width);
            let bottom = device(bottom, self.ratio).clamp(top, height);
            [left, top, right - left, bottom - top]
        };
        let all = std::iter::once(whole).chain(ends).map(part);
        all.filter(|[_, _, width, height]| *width > 0 && *height > 0).collect()
    }
}

/// A length in device pixels; none is negative or beyond what a canvas can have.
pub fn device(css: f64, ratio: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the side of a canvas in device pixels"
    )]
    let pixels = (css * ratio).round().clamp(0.0, 16_384.0) as u32;
    pixels
}

/// A kind of border and how it is drawn, CSS pixels.
pub(super) struct Stroke<'a> {
    pub(super) arcs: &'a [u32],
    pub(super) kind: Kind,
    pub(super) width: f64,
    pub(super) opacity: f64,
}

/// The borders in a view, finest first. `view` is CSS pixels.
pub(super) fn strokes<'a>(scene: &'a Scene, view: &Viewport) -> Vec<Stroke<'a>> {
    // How many pixels wide and high an average area is: lines between areas of a few pixels would cover them.
    let side = scene.mean_side() * view.k;
    let strength = |from: f64| ((side - from) / from).clamp(0.0, 1.0);
    let between =
        |arcs: &'a [u32], width: f64, opacity: f64| Stroke { arcs, kind: Kind::Between, width, opacity };
    let mut strokes = vec![between(&scene.inside, 0.9 * strength(9.0), 0.6)];
    let n = scene.between.len();
    for (division, arcs) in scene.between.iter().enumerate() {
        let is_coarsest = division + 1 == n;
        let width = if is_coarsest { 0.9 + 0.5 * strength(16.0) } else { 0.35 + 0.85 * strength(6.0) };
        strokes.push(between(arcs, width, 1.0));
    }
    strokes.push(Stroke { arcs: &scene.outer, kind: Kind::Outer, width: 0.8, opacity: 1.0 });
    strokes
}

/// Draws the borders of some rows. `view` is CSS pixels.
fn draw(scene: &Scene, lines: &mut LineBuffer, view: &Viewport, ratio: f64, rows: Range<u32>) {
    let scaled = view.scaled(ratio);
    for Stroke { arcs, kind, width, opacity } in strokes(scene, view) {
        if width > 0.05 {
            let pen = Pen { kind, width: width * ratio, opacity };
            lines.draw(&scene.topology, arcs, &scaled, pen, rows.clone());
        }
    }
}
