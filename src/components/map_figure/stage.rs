//! The map's own state: painter, position, and the way between areas and pixels.

use super::MapDrawing;
use super::base::{self, MapBase};
use crate::components::marks;
use crate::geo::direction::Direction;
use crate::geo::viewport::Viewport;
use crate::map::canvas::{Painter, Placement};
use crate::map::choropleth::Ink;
use crate::map::inset::{self, Inset};
use crate::map::labels::Candidate;
use crate::model::paths::Detail;
use crate::model::{AreaCode, AreaTable, Level};
use std::sync::Arc;
use web_sys::HtmlCanvasElement;

/// Widths of the outlines, CSS pixels.
const CHOSEN: f64 = 2.2;
const HOVERED: f64 = 1.6;

/// The cities whose regions have insets beside the whole country.
const CITIES: [&str; 3] = ["1480", "0180", "1280"];

/// Device pixels a metre from which finer borders are worth their bytes.
const MEDIUM_FROM: f64 = 0.000_75;
const HIGH_FROM: f64 = 0.002_6;

/// How many times larger a figure must be than the country for names of counties to give way to municipalities'.
const MUNICIPALITY_NAMES_FROM: f64 = 1.6;

/// Where the map is and what paints it.
pub(super) struct Stage {
    base: Arc<MapBase>,
    painter: Option<Painter>,
    pub(super) view: Viewport,
    insets: Vec<Inset>,
    size: (f64, f64),
    /// Whether the reader has moved the map; until then it follows the figure's size.
    is_moved: bool,
}

impl Stage {
    pub(super) fn new(base: Arc<MapBase>) -> Self {
        let view = Viewport { k: 1.0, tx: 0.0, ty: 0.0 };
        Self { base, painter: None, view, insets: Vec::new(), size: (0.0, 0.0), is_moved: false }
    }

    /// Whether there are canvases to paint on.
    pub(super) fn is_attached(&self) -> bool {
        self.painter.is_some()
    }

    /// Takes over the canvases, at first and after each change of size.
    pub(super) fn attach(&mut self, canvases: [HtmlCanvasElement; 3], width: f64, height: f64) {
        if self.painter.is_none() {
            self.painter = Painter::new(canvases).ok();
        }
        let before = self.size;
        self.size = (width, height);
        let ratio = device_pixel_ratio();
        if let Some(painter) = &mut self.painter {
            painter.resize(width, height, ratio);
        }
        if self.is_moved {
            let middle = self.view.panned([(width - before.0) / 2.0, (height - before.1) / 2.0]);
            self.set_view(self.base.scene.clamped(middle, width, height));
        } else {
            self.show_whole();
        }
    }

    /// Gives the canvases back.
    pub(super) fn detach(&mut self) {
        self.painter = None;
    }

    /// Takes other borders and stays where it is.
    pub(super) fn take(&mut self, base: Arc<MapBase>) {
        self.base = base;
        if let Some(painter) = &mut self.painter {
            painter.forget_paths();
        }
    }

    /// Shows another part of the country.
    pub(super) fn show(&mut self, view: Viewport) {
        let (width, height) = self.size;
        self.is_moved = true;
        self.insets.clear();
        let view = self.base.scene.clamped(view, width, height);
        if view == self.base.scene.whole(width, height) {
            return self.show_whole();
        }
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

    /// Shows the whole country, with insets below it where there is room.
    pub(super) fn show_whole(&mut self) {
        self.is_moved = false;
        let (width, height) = self.size;
        let (insets, taken) = inset::row(&self.cities(), width, height);
        self.insets = insets;
        let view = self.base.scene.whole(width, height - taken);
        self.set_view(view);
    }

    /// The level of detail that the view asks for.
    pub(super) fn wanted_detail(&self) -> Detail {
        // What is drawn in an inset may be a little coarser than what fills the figure.
        let closest = self.insets.iter().map(|inset| inset.view.k * 0.5).fold(self.view.k, f64::max);
        match closest * device_pixel_ratio().min(2.0) {
            k if k < MEDIUM_FROM => Detail::Low,
            k if k < HIGH_FROM => Detail::Medium,
            _ => Detail::High,
        }
    }

    /// Works out which area every pixel lies in.
    pub(super) fn place(&mut self) {
        let placement = Placement { view: &self.view, insets: &self.insets };
        if let Some(painter) = &mut self.painter {
            painter.place(&self.base.scene, placement);
        }
    }

    /// Colours the pixels, if the drawing belongs to these borders.
    pub(super) fn color(&mut self, drawing: &MapDrawing) {
        let Some(table) = self.base.table(drawing.level) else { return };
        if table.codes.len() != drawing.inks.len() {
            return;
        }
        let inks: Vec<Ink> = (0..self.base.own_table().codes.len())
            .filter_map(|own| drawing.inks.get(self.base.holder(own, drawing.level)?).copied())
            .collect();
        if let Some(painter) = &mut self.painter {
            report(painter.color(&inks));
        }
    }

    /// Draws the borders and names.
    pub(super) fn stroke(&mut self, drawing: &MapDrawing) {
        let names = self.names();
        let placement = Placement { view: &self.view, insets: &self.insets };
        if let Some(painter) = &mut self.painter {
            report(painter.stroke(&self.base.scene, placement, &drawing.lines, &names));
        }
    }

    /// Draws the marked areas' outlines.
    pub(super) fn mark(&mut self, drawing: &MapDrawing, chosen: &[AreaCode], hovered: Option<&AreaCode>) {
        let outline = |code: &AreaCode| self.base.scene.outline(self.base.belongs(code));
        let mut marked: Vec<(Vec<u32>, f64)> = chosen.iter().map(|code| (outline(code), CHOSEN)).collect();
        marked.extend(hovered.map(|code| (outline(code), HOVERED)));
        let placement = Placement { view: &self.view, insets: &self.insets };
        if let Some(painter) = &mut self.painter {
            report(painter.mark(&self.base.scene, placement, &drawing.lines, &marked));
        }
    }

    /// The area at a position of the figure.
    pub(super) fn area_at(&self, at: [f64; 2], level: Level) -> Option<AreaCode> {
        let own = self.painter.as_ref()?.area_at(at[0], at[1])?;
        self.base.code(own, level).cloned()
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
    fn names(&self) -> Vec<Candidate> {
        let Some(table) = self.base.table(Level::Municipality) else { return Vec::new() };
        let whole = self.base.scene.whole(self.size.0, self.size.1);
        let is_close = self.view.k > whole.k * MUNICIPALITY_NAMES_FROM;
        let candidate = |position: usize| {
            let at = self.view.screen_from_world(base::place_of(table, position)?);
            let weight = table.population[position];
            let is_shown = (is_close || weight > 90_000)
                && self.is_in_view(at)
                && !self.insets.iter().any(|inset| at[1] > inset.frame[1] - 12.0);
            is_shown.then(|| Candidate { text: table.names[position].clone(), at, weight })
        };
        let mut names: Vec<Candidate> = (0..table.codes.len()).filter_map(candidate).collect();
        // An inset is named by its city, at its upper edge and before all others.
        for (inset, city) in self.insets.iter().zip(CITIES) {
            let [left, top, width, _] = inset.frame;
            let position = city.parse::<AreaCode>().ok().and_then(|code| table.position(&code));
            names.extend(position.map(|position| Candidate {
                text: table.names[position].clone(),
                at: [left + width / 2.0, top + 12.0],
                weight: u32::MAX,
            }));
        }
        names
    }

    /// Where the cities of the insets are, metres; none when the edition lacks one of them.
    fn cities(&self) -> Vec<[f64; 2]> {
        let Some(table) = self.base.table(Level::Municipality) else { return Vec::new() };
        let point = |code: &str| base::place_of(table, table.position(&code.parse().ok()?)?);
        CITIES.iter().map(|code| point(code)).collect::<Option<_>>().unwrap_or_default()
    }

    /// Moves there, and tells it in the figure's own coordinates of the window.
    fn set_view(&mut self, view: Viewport) {
        self.view = view;
        self.tell_view();
    }

    /// Marks where the map is in the window: at every new view, and when the page is scrolled.
    pub(super) fn tell_view(&self) {
        let view = self.view;
        let Some(painter) = &self.painter else { return };
        let [left, top] = painter.corner();
        let detail = marks::object(&[
            ("proj", "sweref99tm".into()),
            ("k", view.k.into()),
            ("tx", (view.tx + left).into()),
            ("ty", (view.ty + top).into()),
        ]);
        marks::mark("map:view", &detail);
    }
}

fn device_pixel_ratio() -> f64 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio())
}

/// A canvas that cannot be painted on leaves the table and the chart; the console says why.
fn report(result: Result<(), wasm_bindgen::JsValue>) {
    if let Err(problem) = result {
        leptos::logging::warn!("the map could not be painted: {problem:?}");
    }
}
