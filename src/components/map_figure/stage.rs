//! The map's own state: painter, position, and the way between areas and pixels.

use super::MapDrawing;
use crate::components::marks;
use crate::geo::direction::{Direction, Steps};
use crate::geo::neighbours::Contiguity;
use crate::geo::topology::Topology;
use crate::geo::viewport::Viewport;
use crate::map::canvas::Painter;
use crate::map::choropleth::Ink;
use crate::map::scene::Scene;
use crate::model::{AreaCode, AreaTable, Level};
use std::cell::OnceCell;
use std::sync::Arc;
use web_sys::HtmlCanvasElement;

/// Widths of the outlines, CSS pixels.
const CHOSEN: f64 = 2.2;
const HOVERED: f64 = 1.6;

/// Borders with the tables that name what they enclose.
pub(super) struct Subject {
    pub(super) scene: Arc<Scene>,
    pub(super) municipalities: Arc<AreaTable>,
    pub(super) counties: Arc<AreaTable>,
}

/// Where the map is and what paints it.
pub(super) struct Stage {
    subject: Subject,
    painter: Option<Painter>,
    pub(super) view: Viewport,
    size: (f64, f64),
    /// Whether the reader has moved the map; until then it follows the figure's size.
    is_moved: bool,
    municipality_steps: OnceCell<Steps>,
    county_steps: OnceCell<Option<Steps>>,
}

impl Stage {
    pub(super) fn new(subject: Subject) -> Self {
        let view = Viewport { k: 1.0, tx: 0.0, ty: 0.0 };
        Self {
            subject,
            painter: None,
            view,
            size: (0.0, 0.0),
            is_moved: false,
            municipality_steps: OnceCell::new(),
            county_steps: OnceCell::new(),
        }
    }

    /// Whether there are canvases to paint on.
    pub(super) fn is_attached(&self) -> bool {
        self.painter.is_some()
    }

    /// Takes over the canvases, at first and after each change of size.
    pub(super) fn attach(
        &mut self,
        fills: &HtmlCanvasElement,
        lines: &HtmlCanvasElement,
        width: f64,
        height: f64,
    ) {
        if self.painter.is_none() {
            self.painter = Painter::new(fills.clone(), lines.clone()).ok();
        }
        let before = self.size;
        self.size = (width, height);
        let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
        if let Some(painter) = &mut self.painter {
            painter.resize(width, height, ratio);
        }
        let view = if self.is_moved {
            let middle = self.view.panned([(width - before.0) / 2.0, (height - before.1) / 2.0]);
            self.subject.scene.clamped(middle, width, height)
        } else {
            self.subject.scene.whole(width, height)
        };
        self.set_view(view);
    }

    /// Gives the canvases back.
    pub(super) fn detach(&mut self) {
        self.painter = None;
    }

    /// Shows another part of the country.
    pub(super) fn show(&mut self, view: Viewport) {
        self.is_moved = true;
        let view = self.subject.scene.clamped(view, self.size.0, self.size.1);
        self.set_view(view);
    }

    pub(super) fn zoom_about_middle(&mut self, factor: f64) {
        let middle = [self.size.0 / 2.0, self.size.1 / 2.0];
        self.show(self.view.zoomed(factor, middle));
    }

    pub(super) fn show_whole(&mut self) {
        self.is_moved = false;
        let view = self.subject.scene.whole(self.size.0, self.size.1);
        self.set_view(view);
    }

    /// Works out which area every pixel lies in.
    pub(super) fn place(&mut self) {
        if let Some(painter) = &mut self.painter {
            painter.place(&self.subject.scene, &self.view);
        }
    }

    /// Colours the pixels.
    pub(super) fn color(&mut self, drawing: &MapDrawing) {
        let inks: Vec<Ink> = match drawing.level {
            Level::County => {
                let of_county = |county: &u32| drawing.inks.get(*county as usize).copied();
                self.subject.scene.parent_of.iter().filter_map(of_county).collect()
            }
            _ => drawing.inks.to_vec(),
        };
        if let Some(painter) = &mut self.painter {
            report(painter.color(&inks));
        }
    }

    /// Draws the borders and the marked areas' outlines.
    pub(super) fn stroke(&mut self, drawing: &MapDrawing, chosen: &[AreaCode], hovered: Option<&AreaCode>) {
        let mut marked: Vec<(Vec<u32>, f64)> =
            chosen.iter().map(|code| (self.outline(code), CHOSEN)).collect();
        marked.extend(hovered.map(|code| (self.outline(code), HOVERED)));
        if let Some(painter) = &mut self.painter {
            report(painter.stroke(&self.subject.scene, &self.view, &drawing.lines, &marked));
        }
    }

    /// The area at a position of the figure.
    pub(super) fn area_at(&self, at: [f64; 2], level: Level) -> Option<AreaCode> {
        let municipality = self.painter.as_ref()?.area_at(at[0], at[1])?;
        match level {
            Level::County => {
                let county = *self.subject.scene.parent_of.get(municipality)?;
                self.subject.counties.codes.get(county as usize).cloned()
            }
            _ => self.subject.municipalities.codes.get(municipality).cloned(),
        }
    }

    /// The neighbour of an area in a direction; from nowhere, the area nearest the figure's middle.
    pub(super) fn towards(
        &self,
        from: Option<&AreaCode>,
        direction: Direction,
        level: Level,
    ) -> Option<AreaCode> {
        let table = self.table(level);
        let points: Vec<[f64; 2]> =
            table.label_points.iter().map(|[e, n]| [f64::from(*e), f64::from(*n)]).collect();
        let from = from.filter(|code| code.level() == level).and_then(|code| table.position(code));
        let position = match from {
            Some(from) => self.steps(level)?.towards(from, direction),
            None => {
                let middle = self.view.world_from_screen([self.size.0 / 2.0, self.size.1 / 2.0]);
                let distance = |point: &[f64; 2]| (point[0] - middle[0]).hypot(point[1] - middle[1]);
                (0..points.len()).min_by(|a, b| distance(&points[*a]).total_cmp(&distance(&points[*b])))
            }
        };
        position.and_then(|position| table.codes.get(position).cloned())
    }

    /// Where an area's label point is in the figure.
    pub(super) fn label_point(&self, code: &AreaCode) -> Option<[f64; 2]> {
        let table = self.table(code.level());
        let [east, north] = *table.label_points.get(table.position(code)?)?;
        Some(self.view.screen_from_world([f64::from(east), f64::from(north)]))
    }

    /// The ways between neighbours of a level, worked out when the first key asks for them.
    fn steps(&self, level: Level) -> Option<&Steps> {
        let steps = |topology: &Topology| {
            let points =
                self.table(level).label_points.iter().map(|[e, n]| Some([f64::from(*e), f64::from(*n)]));
            Steps::new(&points.collect::<Vec<_>>(), &topology.neighbours(Contiguity::Queen))
        };
        let Subject { scene, counties, .. } = &self.subject;
        match level {
            Level::County => {
                let build =
                    || steps(&scene.topology.dissolved(&scene.parent_of, counties.codes.len()).ok()?).into();
                self.county_steps.get_or_init(build).as_ref()
            }
            _ => Some(self.municipality_steps.get_or_init(|| steps(&scene.topology))),
        }
    }

    fn table(&self, level: Level) -> &AreaTable {
        match level {
            Level::County => &self.subject.counties,
            _ => &self.subject.municipalities,
        }
    }

    fn outline(&self, code: &AreaCode) -> Vec<u32> {
        let scene = &self.subject.scene;
        let Some(position) = self.table(code.level()).position(code).and_then(|at| u32::try_from(at).ok())
        else {
            return Vec::new();
        };
        match code.level() {
            Level::County => scene.outline(|area| scene.parent_of.get(area as usize) == Some(&position)),
            _ => scene.outline(|area| area == position),
        }
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

/// A canvas that cannot be painted on leaves the table and the chart; the console says why.
fn report(result: Result<(), wasm_bindgen::JsValue>) {
    if let Err(problem) = result {
        leptos::logging::warn!("the map could not be painted: {problem:?}");
    }
}
