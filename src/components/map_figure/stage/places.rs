//! The way between areas and positions, and which borders a view asks for.

use super::super::Wanted;
use super::{Stage, device_pixel_ratio};
use crate::geo::direction::Direction;
use crate::model::paths::Detail;
use crate::model::{AreaCode, AreaTable, Level};

/// Device pixels a metre from which finer borders are worth their bytes.
const MEDIUM_FROM: f64 = 0.000_75;
const HIGH_FROM: f64 = 0.002_6;

/// CSS pixels a metre beyond which the national borders show their corners: web map zoom 9 at latitude 62.
const CLOSE_FROM: f64 = 1.0 / 144.0;

/// For no more municipalities than this are detailed borders fetched at once.
const MOST_CLOSE: usize = 16;

impl Stage {
    /// The areas of a level that are in view, in the order of their codes; all of them where nothing can be painted.
    pub(in super::super) fn in_view(&self, level: Level) -> Vec<AreaCode> {
        let Some(painter) = &self.painter else {
            return self.base.table(level).map_or_else(Vec::new, |table| table.codes.clone());
        };
        let own = painter.shown().areas();
        let mut codes: Vec<AreaCode> =
            own.into_iter().filter_map(|own| self.shown.code(own, level).cloned()).collect();
        codes.dedup();
        codes
    }

    /// The level that a view this close is for: the smallest areas whose average is large enough to be seen.
    pub(in super::super) fn wanted_level(&self, levels: &[Level]) -> Option<Level> {
        const SEEN: f64 = 9.0;
        let world = self.base.scene.bounds.width() * self.base.scene.bounds.height();
        // How many areas of a level there are, roughly, where its table is not here.
        let count = |level: Level| match level {
            Level::Nation => 1.0,
            Level::County => 21.0,
            Level::Municipality => 290.0,
            Level::Regso => 3363.0,
            Level::Deso => 6160.0,
        };
        let is_seen = |level: &Level| (world / count(*level)).sqrt() * self.view.k >= SEEN;
        levels.iter().rev().copied().find(is_seen).or(levels.first().copied())
    }

    /// The area at a position of the figure.
    pub(in super::super) fn area_at(&self, at: [f64; 2], level: Level) -> Option<AreaCode> {
        let shown = self.painter.as_ref()?.shown();
        // Where the pixel under this position is in the picture, which may stand shifted.
        let at = match *shown.view() == self.view {
            true => at,
            false => shown.view().screen_from_world(self.view.world_from_screen(at)),
        };
        self.shown.code(shown.area_at(at)?, level).cloned()
    }

    /// The neighbour of an area in a direction; from nowhere, the area nearest the figure's middle.
    pub(in super::super) fn towards(
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
    pub(in super::super) fn holder(&self, code: &AreaCode, level: Level) -> Option<AreaCode> {
        let belongs = self.base.belongs(code);
        let mut own = (0_u32..).take(self.base.own_table().codes.len());
        let inside = own.find(|own| level < code.level() && belongs(*own))?;
        self.base.code(inside as usize, level).cloned()
    }

    /// Where an area's label point is in the figure.
    pub(in super::super) fn label_point(&self, code: &AreaCode) -> Option<[f64; 2]> {
        let table = self.base.table(code.level())?;
        let point = self.base.place_of(code.level(), table.position(code)?)?;
        Some(self.view.screen_from_world(point))
    }

    /// Whether a position is in the figure.
    pub(in super::super) fn is_in_view(&self, at: [f64; 2]) -> bool {
        (0.0..=self.size.0).contains(&at[0]) && (0.0..=self.size.1).contains(&at[1])
    }

    fn nearest_middle(&self, table: &AreaTable) -> Option<usize> {
        let middle = self.view.world_from_screen([self.size.0 / 2.0, self.size.1 / 2.0]);
        let distance = |at: &usize| {
            let place = self.base.place_of(table.level, *at);
            place.map_or(f64::INFINITY, |[east, north]| (east - middle[0]).hypot(north - middle[1]))
        };
        (0..table.codes.len()).min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }

    pub(super) fn municipalities_in_view(&self) -> Vec<AreaCode> {
        self.base.municipalities_in(&self.view.visible(self.size.0, self.size.1))
    }

    /// The borders that the view asks for.
    pub(in super::super) fn wanted(&self) -> Wanted {
        let close = if self.is_close() { self.municipalities_in_view() } else { Vec::new() };
        let is_few = close.len() <= MOST_CLOSE;
        Wanted { detail: self.wanted_detail(), close: if is_few { close } else { Vec::new() } }
    }

    fn wanted_detail(&self) -> Detail {
        if self.base.key.is_tiles {
            return self.base.key.detail;
        }
        // What is drawn in an inset may be a little coarser than what fills the figure.
        let closest = self.insets.iter().map(|inset| inset.view.k * 0.75).fold(self.view.k, f64::max);
        match closest * device_pixel_ratio().min(2.0) {
            k if k < MEDIUM_FROM => Detail::Low,
            k if k < HIGH_FROM => Detail::Medium,
            _ => Detail::High,
        }
    }

    /// Whether the view is closer than national borders are meant for.
    pub(super) fn is_close(&self) -> bool {
        self.view.k > CLOSE_FROM && !self.base.key.is_tiles
    }
}
