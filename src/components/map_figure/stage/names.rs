//! Names that may be written on the map, and the cities that are shown larger.

use super::Stage;
use crate::components::map_figure::base::MapBase;
use crate::geo::viewport::Viewport;
use crate::map::inset::Inset;
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
        let widths = &self.name_widths;
        candidates(&self.shown, view, insets, self.size, &|position| widths[position])
    }

    /// Where the cities of the insets are, metres; none when the edition lacks one of them.
    pub(super) fn cities(&self) -> Vec<[f64; 2]> {
        cities(&self.base)
    }
}

/// Names that may be written on a map in a view, `size` its width and height, CSS pixels; `width_of` says how wide the
/// name of a municipality is written.
pub fn candidates(
    base: &MapBase,
    view: &Viewport,
    insets: &[Inset],
    size: (f64, f64),
    width_of: &dyn Fn(usize) -> f64,
) -> Vec<Candidate> {
    let Some(table) = base.table(Level::Municipality) else { return Vec::new() };
    let whole = base.scene.whole(size.0, size.1);
    let is_close = view.k > whole.k * MUNICIPALITY_NAMES_FROM;
    let name = |position: usize, at: [f64; 2], weight: u32| Candidate {
        text: table.names[position].clone(),
        at,
        weight,
        width: width_of(position),
    };
    let is_free = |[x, y]: [f64; 2]| {
        let within = |from: f64, size: f64, at: f64| at > from - 12.0 && at < from + size + 12.0;
        !insets.iter().any(|inset| {
            let [left, top, width, height] = inset.frame;
            within(left, width, x) && within(top, height, y)
        })
    };
    let is_inside = |[x, y]: [f64; 2]| (0.0..=size.0).contains(&x) && (0.0..=size.1).contains(&y);
    let candidate = |position: usize| {
        let at = view.screen_from_world(base.place_of(table.level, position)?);
        let weight = table.population[position];
        let is_shown = (is_close || weight > 90_000) && is_inside(at) && is_free(at);
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

/// Where the cities of the insets are on a map, metres; none when it lacks one of them.
pub fn cities(base: &MapBase) -> Vec<[f64; 2]> {
    // Hexagons are as large in the cities as elsewhere.
    let table = base.table(Level::Municipality).filter(|_| !base.key.is_tiles);
    let Some(table) = table else { return Vec::new() };
    let point = |code: &str| base.place_of(table.level, table.position(&code.parse().ok()?)?);
    CITIES.iter().map(|code| point(code)).collect::<Option<_>>().unwrap_or_default()
}
