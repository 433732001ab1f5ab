//! Names that may be written on the map, and the cities that are shown larger.

use super::Stage;
use crate::map::labels::Candidate;
use crate::model::{AreaCode, Level};

/// The cities whose regions have insets beside the whole country.
const CITIES: [&str; 3] = ["1480", "0180", "1280"];

/// How many times larger a figure must be than the country for names of counties to give way to municipalities'.
const MUNICIPALITY_NAMES_FROM: f64 = 1.6;

impl Stage {
    /// Names that may be written: municipalities when close, else only the largest of them.
    pub(super) fn names(&mut self) -> Vec<Candidate> {
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
            let at = view.screen_from_world(self.shown.place_of(table.level, position)?);
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
    pub(super) fn cities(&self) -> Vec<[f64; 2]> {
        // Hexagons are as large in the cities as elsewhere.
        let table = self.base.table(Level::Municipality).filter(|_| !self.base.key.is_tiles);
        let Some(table) = table else { return Vec::new() };
        let point = |code: &str| self.base.place_of(table.level, table.position(&code.parse().ok()?)?);
        CITIES.iter().map(|code| point(code)).collect::<Option<_>>().unwrap_or_default()
    }
}
