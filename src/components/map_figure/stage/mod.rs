//! The map's own state: painter, position, and what is made when.

mod names;
mod places;

pub use names::{candidates, cities};

use super::base::MapBase;
use super::{MapDrawing, Seen};
use crate::components::marks;
use crate::geo::viewport::Viewport;
use crate::map::canvas::{NAME_SIZE, Painter, Sheet};
use crate::map::choropleth::Ink;
use crate::map::inset::{self, Inset};
use crate::map::labels::placed;
use crate::map::overlay::{self, Outline};
use crate::model::AreaCode;
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// How long a slice of a new picture may take in a frame of a movement, and when the map rests, milliseconds.
const SLICE: f64 = 5.0;
const RESTING_SLICE: f64 = 8.0;

/// While the map moves, making pictures takes at most one part of this many of the time.
const REST: f64 = 4.0;

/// And no more than one in so many frames.
const FRAMES: u32 = 6;

/// A map that was not moved for so long, more than a frame, rests: its next picture is made without delay, milliseconds.
const RESTING: f64 = 25.0;

/// And one that was not moved for so long stands still: its names are written, milliseconds.
const STILL: f64 = 90.0;

/// What lies above the areas, with the drawing that it belongs to.
pub(super) struct Marked<'a> {
    pub(super) drawing: &'a MapDrawing,
    pub(super) chosen: &'a [AreaCode],
    pub(super) hovered: Option<&'a AreaCode>,
}

/// Where the map is and what paints it.
pub(super) struct Stage {
    base: Arc<MapBase>,
    /// The same in full detail for some municipalities, if it is here.
    close: Option<Arc<MapBase>>,
    /// The base of the picture that is shown.
    shown: Arc<MapBase>,
    /// The base of the picture in the making, if there is one.
    making: Option<Arc<MapBase>>,
    painter: Option<Painter>,
    pub(super) view: Viewport,
    insets: Vec<Inset>,
    size: (f64, f64),
    /// Whether the reader has moved the map; until then it follows the figure's size.
    is_moved: bool,
    /// Whether the view has changed since it was last told.
    is_untold: bool,
    /// When the view last changed, and when the last picture was finished and what it took, milliseconds.
    moved_at: f64,
    finished_at: f64,
    cost: f64,
    /// Frames since then.
    n_frames: u32,
    /// Whether the names are those of the picture that is shown.
    is_written: bool,
    /// How wide the names of the municipalities are written, in the order of their table.
    name_widths: Vec<f64>,
}

impl Stage {
    pub(super) fn new(base: Arc<MapBase>) -> Self {
        Self {
            shown: base.clone(),
            base,
            close: None,
            making: None,
            painter: None,
            view: Viewport { k: 1.0, tx: 0.0, ty: 0.0 },
            insets: Vec::new(),
            size: (0.0, 0.0),
            is_moved: false,
            is_untold: false,
            moved_at: 0.0,
            finished_at: 0.0,
            cost: 0.0,
            n_frames: 0,
            is_written: false,
            name_widths: Vec::new(),
        }
    }

    /// Whether there is a sheet to paint on.
    pub(super) fn is_attached(&self) -> bool {
        self.painter.is_some()
    }

    /// Takes over the sheet, at first and after each change of size.
    pub(super) fn attach(&mut self, sheet: Sheet, (width, height): (f64, f64)) {
        if self.painter.is_none() {
            self.painter = Painter::new(sheet).ok();
        }
        let before = self.size;
        self.size = (width, height);
        if let Some(painter) = &mut self.painter {
            report(painter.resize(width, height, device_pixel_ratio()));
        }
        self.making = None;
        if self.is_moved {
            let middle = self.view.panned([(width - before.0) / 2.0, (height - before.1) / 2.0]);
            self.view = self.base.scene.clamped(middle, width, height);
        } else {
            self.show_whole();
        }
    }

    /// Gives the sheet back.
    pub(super) fn detach(&mut self) {
        self.painter = None;
    }

    /// Takes other borders and stays where it is.
    pub(super) fn take(&mut self, base: Arc<MapBase>) {
        let is_elsewhere = self.base.key.is_tiles != base.key.is_tiles;
        self.base = base;
        self.making = None;
        if is_elsewhere {
            self.show_whole();
        }
    }

    /// Takes the detailed borders of some municipalities.
    pub(super) fn take_close(&mut self, close: Option<Arc<MapBase>>) {
        self.close = close;
        self.making = None;
    }

    /// The finest borders that are here for all that the view shows.
    fn finest(&self) -> Arc<MapBase> {
        let close = self.close.as_ref().filter(|close| {
            let (own, close_key) = (&self.base.key, &close.key);
            (own.level, own.vintage, own.is_tiles) == (close_key.level, close_key.vintage, close_key.is_tiles)
                && close.covers(&self.municipalities_in_view())
        });
        if self.is_close() { close.unwrap_or(&self.base).clone() } else { self.base.clone() }
    }

    /// Shows another part of the country.
    pub(super) fn show(&mut self, view: Viewport) {
        let (width, height) = self.size;
        let view = self.base.scene.clamped(view, width, height);
        if view == self.base.scene.whole(width, height) {
            return self.show_whole();
        }
        self.is_moved = true;
        self.insets.clear();
        self.set_view(view);
    }

    pub(super) fn zoom_about_middle(&mut self, factor: f64) {
        let middle = [self.size.0 / 2.0, self.size.1 / 2.0];
        self.show(self.view.zoomed(factor, middle));
    }

    /// Shows an area with what is around it.
    pub(super) fn show_area(&mut self, code: &AreaCode) {
        let bounds = self.base.scene.bounds_of(self.base.belongs(code));
        let view = self.base.scene.around(&bounds, self.size.0, self.size.1);
        self.show(view);
    }

    /// Shows the whole country, with insets beside it where there is room.
    pub(super) fn show_whole(&mut self) {
        self.is_moved = false;
        let (width, height) = self.size;
        let (insets, [beside, below]) = inset::placed(&self.cities(), width, height);
        self.insets = insets;
        let view = self.base.scene.whole(width - beside, height - below);
        self.set_view(view);
    }

    fn set_view(&mut self, view: Viewport) {
        self.view = view;
        self.is_untold = true;
        self.moved_at = marks::now();
    }

    /// Whether the view has changed since this was last asked.
    pub(super) fn take_moved(&mut self) -> bool {
        std::mem::take(&mut self.is_untold)
    }

    /// Makes the picture of the view at once, if the drawing belongs to the borders; gives whether it does.
    pub(super) fn paint(&mut self, marked: &Marked<'_>) -> bool {
        self.making = None;
        if inks(&self.base, marked.drawing).is_none() {
            return false;
        }
        let start = marks::now();
        let base = self.finest();
        if let Some(painter) = &mut self.painter {
            painter.begin(self.view, &self.insets);
            painter.advance(&base.scene, &|| true);
        }
        self.finish(base, marked);
        self.write();
        self.cost = marks::now() - start;
        true
    }

    /// The work of one frame: moves the sheet to the view and goes on with the next picture. Gives whether there is more
    /// to do.
    pub(super) fn frame(&mut self, marked: &Marked<'_>) -> bool {
        let start = marks::now();
        let finest = self.finest();
        let is_stale = self.is_stale(&finest);
        if !is_stale && self.making.is_none() && !self.is_written {
            if start - self.moved_at < STILL {
                return true;
            }
            self.write();
        }
        let is_resting = start - self.moved_at > RESTING;
        let slice = if is_resting { RESTING_SLICE } else { SLICE };
        let Some(painter) = &mut self.painter else { return false };
        painter.shift(&self.view);
        if self.making.is_none() {
            if !is_stale || inks(&self.base, marked.drawing).is_none() {
                return false;
            }
            self.n_frames += 1;
            let is_soon = self.n_frames < FRAMES || start - self.finished_at < self.cost * REST;
            if !is_resting && is_soon {
                return true;
            }
            painter.begin(self.view, &self.insets);
            self.making = Some(finest.clone());
            self.cost = 0.0;
        }
        if let Some(making) = self.making.take() {
            let was_done = painter.is_done();
            if !was_done {
                painter.advance(&making.scene, &|| marks::now() - start < slice);
            }
            // The colours of a large picture are a slice of their own.
            if painter.is_done() && (was_done || marks::now() - start < slice / 2.0) {
                self.finish(making, marked);
            } else {
                self.making = Some(making);
            }
        }
        self.cost += marks::now() - start;
        self.making.is_some() || !self.is_written || self.is_stale(&finest)
    }

    /// Whether another picture than the one that is shown is called for.
    fn is_stale(&self, finest: &Arc<MapBase>) -> bool {
        let Some(painter) = &self.painter else { return false };
        let shown = painter.shown();
        let is_there = *shown.view() == self.view && shown.insets() == self.insets && painter.is_fit();
        !is_there || !Arc::ptr_eq(&self.shown, finest)
    }

    /// The picture that was made becomes the one that is shown.
    fn finish(&mut self, base: Arc<MapBase>, marked: &Marked<'_>) {
        self.shown = base;
        if let Some(painter) = &mut self.painter {
            painter.take();
            painter.shift(&self.view);
        }
        self.color(marked.drawing, true);
        self.mark(marked);
        self.finished_at = marks::now();
        self.n_frames = 0;
        // While the map moves, names move with it; they are written anew when it stands still.
        self.is_written = false;
        if let Some(painter) = &self.painter {
            painter.shift_names();
        }
    }

    /// Colours the pixels, if the drawing belongs to these borders. `is_new` tells that they are another picture's than
    /// when they were last coloured.
    pub(super) fn color(&mut self, drawing: &MapDrawing, is_new: bool) {
        let inks = inks(&self.shown, drawing);
        if let Some((painter, inks)) = self.painter.as_mut().zip(inks) {
            report(painter.color(&inks, &drawing.lines, is_new));
        }
    }

    /// Writes the names.
    fn write(&mut self) {
        let names = placed(self.names(), NAME_SIZE, [self.size.0, self.size.1]);
        self.is_written = true;
        if let Some(painter) = &mut self.painter {
            painter.write(&overlay::names(&names));
        }
    }

    /// Draws the marked areas' outlines.
    pub(super) fn mark(&self, marked: &Marked<'_>) {
        let Some(painter) = &self.painter else { return };
        let (base, shown) = (&self.shown, painter.shown());
        let all = outlines(base, marked);
        painter.mark(&overlay::outlines(&base.scene, &all, shown.view(), self.size, shown.insets()));
    }

    /// What is on the map now.
    pub(super) fn seen(&mut self, marked: &Marked<'_>) -> Option<Seen> {
        let names = placed(self.names(), NAME_SIZE, [self.size.0, self.size.1]);
        let shown = self.painter.as_ref()?.shown();
        let (view, insets) = (*shown.view(), shown.insets().to_vec());
        let outlines = outlines(&self.shown, &Marked { hovered: None, ..*marked });
        Some(Seen { base: self.shown.clone(), view, size: self.size, insets, names, outlines })
    }

    /// Marks where the map is in the window, the figure's corner being there: at every new view, and when the page is
    /// scrolled.
    pub(super) fn tell_view(&self, [left, top]: [f64; 2]) {
        let view = self.view;
        let detail = marks::object(&[
            ("proj", "sweref99tm".into()),
            ("k", view.k.into()),
            ("tx", (view.tx + left).into()),
            ("ty", (view.ty + top).into()),
        ]);
        marks::mark("map:view", &detail);
    }
}

fn outlines(base: &MapBase, marked: &Marked<'_>) -> Vec<Outline> {
    let outline = |code: &AreaCode, is_chosen: bool| Outline {
        arcs: base.scene.outline(base.belongs(code)),
        is_chosen,
    };
    let chosen = marked.chosen.iter().map(|code| outline(code, true));
    chosen.chain(marked.hovered.map(|code| outline(code, false))).collect()
}

/// One ink for each of the base's own areas; none if the drawing belongs to other borders.
pub fn inks(base: &MapBase, drawing: &MapDrawing) -> Option<Vec<Ink>> {
    let table = base.table(drawing.level)?;
    let of_own = |own| drawing.inks.get(base.holder(own, drawing.level)?).copied();
    // Codes of two vintages can be the same strings for different areas.
    let is_its = table.codes.len() == drawing.inks.len()
        && drawing.vintage.is_none_or(|vintage| vintage == table.vintage);
    is_its.then(|| (0..base.own_table().codes.len()).map(|own| of_own(own).unwrap_or(NOTHING)).collect())
}

/// The ink of an area that belongs to nothing that is shown.
const NOTHING: Ink = Ink::Solid([0; 4]);

fn device_pixel_ratio() -> f64 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio())
}

/// A canvas that cannot be painted on leaves the table and the chart; the console says why.
fn report(result: Result<(), JsValue>) {
    if let Err(problem) = result {
        leptos::logging::warn!("the map could not be painted: {problem:?}");
    }
}
