//! The map's own state: painter, position, and the way between areas and pixels.

use super::base::{self, MapBase};
use super::{MapDrawing, Wanted};
use crate::components::marks;
use crate::geo::direction::Direction;
use crate::geo::viewport::Viewport;
use crate::map::canvas::{NAME_SIZE, Painter, Sheet};
use crate::map::choropleth::Ink;
use crate::map::inset::{self, Inset};
use crate::map::labels::{Candidate, placed};
use crate::map::overlay::{self, Outline};
use crate::model::paths::Detail;
use crate::model::{AreaCode, AreaTable, Level};
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// The cities whose regions have insets beside the whole country.
const CITIES: [&str; 3] = ["1480", "0180", "1280"];

/// Device pixels a metre from which finer borders are worth their bytes.
const MEDIUM_FROM: f64 = 0.000_75;
const HIGH_FROM: f64 = 0.002_6;

/// CSS pixels a metre beyond which the national borders show their corners: web map zoom 9 at latitude 62.
const CLOSE_FROM: f64 = 1.0 / 144.0;

/// For no more municipalities than this are detailed borders fetched at once.
const MOST_CLOSE: usize = 16;

/// How many times larger a figure must be than the country for names of counties to give way to municipalities'.
const MUNICIPALITY_NAMES_FROM: f64 = 1.6;

/// How long a slice of a new picture may take between two frames of a movement, milliseconds.
const SLICE: f64 = 5.0;

/// While the map moves, making pictures takes at most one part of this many of the time.
const REST: f64 = 4.0;

/// A map that was not moved for so long stands still, milliseconds.
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
        self.base = base;
        self.making = None;
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
            (own.level, own.vintage) == (close_key.level, close_key.vintage)
                && close.covers(&self.municipalities_in_view())
        });
        if self.is_close() { close.unwrap_or(&self.base).clone() } else { self.base.clone() }
    }

    /// Whether the view is closer than national borders are meant for.
    fn is_close(&self) -> bool {
        self.view.k > CLOSE_FROM
    }

    fn municipalities_in_view(&self) -> Vec<AreaCode> {
        self.base.municipalities_in(&self.view.visible(self.size.0, self.size.1))
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

    /// The borders that the view asks for.
    pub(super) fn wanted(&self) -> Wanted {
        let close = if self.is_close() { self.municipalities_in_view() } else { Vec::new() };
        let is_few = close.len() <= MOST_CLOSE;
        Wanted { detail: self.wanted_detail(), close: if is_few { close } else { Vec::new() } }
    }

    fn wanted_detail(&self) -> Detail {
        // What is drawn in an inset may be a little coarser than what fills the figure.
        let closest = self.insets.iter().map(|inset| inset.view.k * 0.75).fold(self.view.k, f64::max);
        match closest * device_pixel_ratio().min(2.0) {
            k if k < MEDIUM_FROM => Detail::Low,
            k if k < HIGH_FROM => Detail::Medium,
            _ => Detail::High,
        }
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
        self.cost = marks::now() - start;
        true
    }

    /// The work of one frame: moves the sheet to the view and goes on with the next picture. Gives whether there is more
    /// to do.
    pub(super) fn frame(&mut self, marked: &Marked<'_>) -> bool {
        let start = marks::now();
        let finest = self.finest();
        let is_stale = self.is_stale(&finest);
        let Some(painter) = &mut self.painter else { return false };
        painter.shift(&self.view);
        if self.making.is_none() {
            let is_still = start - self.moved_at > STILL;
            if !is_stale || inks(&self.base, marked.drawing).is_none() {
                return false;
            }
            if !is_still && start - self.finished_at < self.cost * REST {
                return true;
            }
            painter.begin(self.view, &self.insets);
            self.making = Some(finest.clone());
            self.cost = 0.0;
        }
        if let Some(making) = self.making.take() {
            let was_done = painter.is_done();
            if !was_done {
                painter.advance(&making.scene, &|| marks::now() - start < SLICE);
            }
            // The colours of a large picture are a slice of their own.
            if painter.is_done() && (was_done || marks::now() - start < SLICE / 2.0) {
                self.finish(making, marked);
            } else {
                self.making = Some(making);
            }
        }
        self.cost += marks::now() - start;
        self.making.is_some() || self.is_stale(&finest)
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
        self.write();
        self.mark(marked);
        self.finished_at = marks::now();
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
        if let Some(painter) = &self.painter {
            painter.write(&overlay::names(&names));
        }
    }

    /// Draws the marked areas' outlines.
    pub(super) fn mark(&self, marked: &Marked<'_>) {
        let Some(painter) = &self.painter else { return };
        let (base, shown) = (&self.shown, painter.shown());
        let outline = |code: &AreaCode, is_chosen: bool| Outline {
            arcs: base.scene.outline(base.belongs(code)),
            is_chosen,
        };
        let chosen = marked.chosen.iter().map(|code| outline(code, true));
        let all: Vec<_> = chosen.chain(marked.hovered.map(|code| outline(code, false))).collect();
        painter.mark(&overlay::outlines(&base.scene, &all, shown.view(), self.size, shown.insets()));
    }

    /// The area at a position of the figure.
    pub(super) fn area_at(&self, at: [f64; 2], level: Level) -> Option<AreaCode> {
        let shown = self.painter.as_ref()?.shown();
        // Where the pixel under this position is in the picture, which may stand shifted.
        let at = match *shown.view() == self.view {
            true => at,
            false => shown.view().screen_from_world(self.view.world_from_screen(at)),
        };
        self.shown.code(shown.area_at(at)?, level).cloned()
    }

    /// The neighbour of an area in a direction; from nowhere, the area nearest the figure's middle.
    pub(super) fn towards(
        &self,
        from: Option<&AreaCode>,
        direction: Direction,
        level: Level,
    ) -> Option<AreaCode> {
        let table = self.base.table(level)?;
        let from = from.filter(|code| code.level() == level).and_then(|code| table.position(code));
        let position = match from {
            Some(from) => self.base.steps(level)?.towards(from, direction),
            None => self.nearest_middle(table),
        };
        position.and_then(|position| table.codes.get(position).cloned())
    }

    /// The area of a level of larger areas that holds an area.
    pub(super) fn holder(&self, code: &AreaCode, level: Level) -> Option<AreaCode> {
        let belongs = self.base.belongs(code);
        let mut own = (0_u32..).take(self.base.own_table().codes.len());
        let inside = own.find(|own| level < code.level() && belongs(*own))?;
        self.base.code(inside as usize, level).cloned()
    }

    /// Where an area's label point is in the figure.
    pub(super) fn label_point(&self, code: &AreaCode) -> Option<[f64; 2]> {
        let table = self.base.table(code.level())?;
        let point = base::place_of(table, table.position(code)?)?;
        Some(self.view.screen_from_world(point))
    }

    /// Whether a position is in the figure.
    pub(super) fn is_in_view(&self, at: [f64; 2]) -> bool {
        (0.0..=self.size.0).contains(&at[0]) && (0.0..=self.size.1).contains(&at[1])
    }

    fn nearest_middle(&self, table: &AreaTable) -> Option<usize> {
        let middle = self.view.world_from_screen([self.size.0 / 2.0, self.size.1 / 2.0]);
        let distance = |at: &usize| {
            let place = base::place_of(table, *at);
            place.map_or(f64::INFINITY, |[east, north]| (east - middle[0]).hypot(north - middle[1]))
        };
        (0..table.codes.len()).min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }

    /// Names that may be written: municipalities when close, else only the largest of them.
    fn names(&mut self) -> Vec<Candidate> {
        let Some(painter) = &self.painter else { return Vec::new() };
        let Some(table) = self.shown.table(Level::Municipality) else { return Vec::new() };
        if self.name_widths.len() != table.names.len() {
            self.name_widths = table.names.iter().map(|name| painter.name_width(name)).collect();
        }
        let (view, insets) = (painter.shown().view(), painter.shown().insets());
        let whole = self.shown.scene.whole(self.size.0, self.size.1);
        let is_close = view.k > whole.k * MUNICIPALITY_NAMES_FROM;
        let name = |position: usize, at: [f64; 2], weight: u32| Candidate {
            text: table.names[position].clone(),
            at,
            weight,
            width: self.name_widths[position],
        };
        let is_free = |[x, y]: [f64; 2]| {
            let within = |from: f64, size: f64, at: f64| at > from - 12.0 && at < from + size + 12.0;
            !insets.iter().any(|inset| {
                let [left, top, width, height] = inset.frame;
                within(left, width, x) && within(top, height, y)
            })
        };
        let candidate = |position: usize| {
            let at = view.screen_from_world(base::place_of(table, position)?);
            let weight = table.population[position];
            let is_shown = (is_close || weight > 90_000) && self.is_in_view(at) && is_free(at);
            is_shown.then(|| name(position, at, weight))
        };
        let mut names: Vec<Candidate> = (0..table.codes.len()).filter_map(candidate).collect();
        // An inset is named by its city, at its upper edge and before all others.
        for (inset, city) in insets.iter().zip(CITIES) {
            let [left, top, width, _] = inset.frame;
            let position = city.parse::<AreaCode>().ok().and_then(|code| table.position(&code));
            names.extend(position.map(|position| name(position, [left + width / 2.0, top + 12.0], u32::MAX)));
        }
        names
    }

    /// Where the cities of the insets are, metres; none when the edition lacks one of them.
    fn cities(&self) -> Vec<[f64; 2]> {
        let Some(table) = self.base.table(Level::Municipality) else { return Vec::new() };
        let point = |code: &str| base::place_of(table, table.position(&code.parse().ok()?)?);
        CITIES.iter().map(|code| point(code)).collect::<Option<_>>().unwrap_or_default()
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

/// One ink for each of the base's own areas; none if the drawing belongs to other borders.
fn inks(base: &MapBase, drawing: &MapDrawing) -> Option<Vec<Ink>> {
    let table = base.table(drawing.level)?;
    let of_own = |own| drawing.inks.get(base.holder(own, drawing.level)?).copied();
    let is_its = table.codes.len() == drawing.inks.len();
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
