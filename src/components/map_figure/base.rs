//! The map without values: borders of one level at one level of detail, with the tables that name its areas and the
//! larger ones around them.

use crate::geo::direction::Steps;
use crate::geo::grid::Bounds;
use crate::geo::hexagons::{center, hexagons};
use crate::geo::merge::Part;
use crate::geo::neighbours::{Contiguity, Neighbours};
use crate::geo::topology::Topology;
use crate::map::scene::Scene;
use crate::model::paths::Detail;
use crate::model::{AreaCode, AreaTable, Level, Tiles, Vintage};
use std::sync::{Arc, OnceLock};

/// Which borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BaseKey {
    /// Whose borders.
    pub level: Level,
    /// The year of the boundaries.
    pub vintage: Vintage,
    /// How fine.
    pub detail: Detail,
    /// Whether areas are hexagons for their people instead of land.
    pub is_tiles: bool,
}

/// How high a country of hexagons is, metres: as high as the country.
const TILES_HEIGHT: f64 = 1_570_000.0;

/// Borders and names. Values of the level itself and of all larger ones in `tables` can be drawn on it.
pub struct MapBase {
    /// Which borders.
    pub key: BaseKey,
    /// The borders.
    pub scene: Scene,
    /// Tables of the level itself and of larger ones, finest first.
    tables: Vec<Arc<AreaTable>>,
    /// The municipalities that alone have borders here, when they are in full detail.
    pub close: Option<Vec<AreaCode>>,
    /// Ways between neighbours, one a table, worked out when a key first asks for them.
    ways: Vec<OnceLock<Option<Ways>>>,
    /// Where the areas of each table lie, when that is not where their land does.
    places: Option<Vec<Vec<Option<[f64; 2]>>>>,
    /// Rectangles around the municipalities, worked out when first asked for.
    around: OnceLock<Vec<Bounds>>,
}

/// Who borders on whom on a level, and where arrow keys lead.
struct Ways {
    neighbours: Neighbours,
    steps: Steps,
}

impl MapBase {
    /// Puts borders and tables together: `tables` begins with that of the borders' own level, in whose order its areas
    /// are, and goes on to larger ones.
    pub fn new(key: BaseKey, topology: Topology, tables: Vec<Arc<AreaTable>>) -> Self {
        let ways = tables.iter().map(|_| OnceLock::new()).collect();
        let divisions = tables.iter().skip(1).map(|larger| holders(&tables[0], larger)).collect();
        Self {
            key,
            scene: Scene::new(topology, divisions),
            tables,
            close: None,
            ways,
            places: None,
            around: OnceLock::new(),
        }
    }

    /// The same areas with other borders, which some municipalities alone have: drawn instead of the whole as long as
    /// nothing else is in view.
    fn closer(&self, close: Vec<AreaCode>, topology: Topology) -> Self {
        let mut scene = Scene::new(topology, self.scene.divisions.clone());
        scene.bounds = self.scene.bounds;
        scene.n_drawn = self.scene.n_drawn;
        let ways = self.tables.iter().map(|_| OnceLock::new()).collect();
        Self {
            key: self.key,
            scene,
            tables: self.tables.clone(),
            close: Some(close),
            ways,
            places: self.places.clone(),
            around: OnceLock::new(),
        }
    }

    /// The same areas with detailed borders, made from those of small areas: a part a municipality, with the positions of
    /// its areas in their table. None when parts do not fit together.
    pub fn in_detail(
        &self,
        small: &AreaTable,
        close: Vec<AreaCode>,
        parts: &[(Arc<Topology>, Vec<u32>)],
    ) -> Option<Self> {
        let n_own = self.own_table().codes.len();
        let parts: Vec<_> = parts.iter().map(|(borders, areas)| Part { borders, areas }).collect();
        let topology = Topology::merged(&parts, small.codes.len()).ok()?;
        let topology = if small.level == self.key.level {
            topology
        } else {
            topology.dissolved(&holders(small, self.own_table()), n_own).ok()?
        };
        Some(self.closer(close, topology))
    }

    /// The areas as hexagons for their people.
    pub fn of_tiles(key: BaseKey, tiles: &Tiles, tables: Vec<Arc<AreaTable>>) -> Option<Self> {
        let topology = hexagons(&tiles.areas, TILES_HEIGHT).ok()?;
        let grid = topology.grid();
        if topology.n_areas() != tables.first()?.codes.len() {
            return None;
        }
        let mut base = Self::new(key, topology, tables);
        // An area lies in the middle of its hexagons and those of the areas in it.
        let mut sums: Vec<Vec<[f64; 3]>> =
            base.tables.iter().map(|table| vec![[0.0; 3]; table.codes.len()]).collect();
        for (own, hexagons) in tiles.areas.iter().enumerate() {
            for [x, y] in hexagons.iter().map(|hexagon| grid.world_from_grid(center(*hexagon))) {
                for (place, table) in base.tables.iter().enumerate() {
                    if let Some(at) = base.holder(own, table.level) {
                        let sum = &mut sums[place][at];
                        *sum = [sum[0] + x, sum[1] + y, sum[2] + 1.0];
                    }
                }
            }
        }
        let middle = |[x, y, n]: [f64; 3]| (n > 0.0).then(|| [x / n, y / n]);
        base.places = Some(sums.into_iter().map(|table| table.into_iter().map(middle).collect()).collect());
        Some(base)
    }

    /// Where an area of a level lies, metres east and north; none for an area without borders.
    pub fn place_of(&self, level: Level, position: usize) -> Option<[f64; 2]> {
        let place = self.place(level)?;
        match &self.places {
            Some(places) => *places[place].get(position)?,
            None => place_of(&self.tables[place], position),
        }
    }

    /// Whether every municipality of a list has borders here.
    pub fn covers(&self, municipalities: &[AreaCode]) -> bool {
        self.close.as_ref().is_none_or(|close| municipalities.iter().all(|code| close.contains(code)))
    }

    /// The municipalities that a part of the world may show, by their rectangles.
    pub fn municipalities_in(&self, bounds: &Bounds) -> Vec<AreaCode> {
        let Some(table) = self.table(Level::Municipality) else { return Vec::new() };
        let around = self.around.get_or_init(|| {
            let mut around = vec![Bounds::EMPTY; table.codes.len()];
            for (own, area) in self.scene.topology.area_bounds().iter().enumerate() {
                if let Some(holder) = self.holder(own, Level::Municipality) {
                    around[holder] = around[holder].union(area);
                }
            }
            around
        });
        let found = around.iter().zip(&table.codes).filter(|(around, _)| around.intersects(bounds));
        found.map(|(_, code)| code.clone()).collect()
    }

    /// The table of a level, if its values can be drawn here.
    pub fn table(&self, level: Level) -> Option<&AreaTable> {
        self.tables.iter().find(|table| table.level == level).map(Arc::as_ref)
    }

    /// The table of the borders' own level.
    pub fn own_table(&self) -> &Arc<AreaTable> {
        &self.tables[0]
    }

    /// The position in its level's table of the area that holds one of the base's own areas.
    pub fn holder(&self, own: usize, level: Level) -> Option<usize> {
        match self.place(level)? {
            0 => Some(own),
            place => usize::try_from(*self.scene.divisions[place - 1].get(own)?).ok(),
        }
    }

    /// The code of the area of a level that holds one of the base's own areas.
    pub fn code(&self, own: usize, level: Level) -> Option<&AreaCode> {
        self.table(level)?.codes.get(self.holder(own, level)?)
    }

    /// Whether one of the base's own areas belongs to an area.
    pub fn belongs<'a>(&'a self, area: &AreaCode) -> impl Fn(u32) -> bool + 'a {
        let level = area.level();
        let position = self.table(level).and_then(|table| table.position(area));
        move |own| position.is_some() && self.holder(own as usize, level) == position
    }

    /// The steps that arrow keys take between the areas of a level.
    pub fn steps(&self, level: Level) -> Option<&Steps> {
        self.ways(level).map(|ways| &ways.steps)
    }

    /// The areas that border on an area.
    pub fn neighbours(&self, code: &AreaCode) -> Vec<AreaCode> {
        let found = || {
            let table = self.table(code.level())?;
            let own = table.position(code)?;
            let beside = self.ways(code.level())?.neighbours.of(own);
            Some(beside.iter().filter_map(|other| table.codes.get(*other as usize).cloned()).collect())
        };
        found().unwrap_or_default()
    }

    fn ways(&self, level: Level) -> Option<&Ways> {
        let place = self.place(level)?;
        let build = || {
            let table = &self.tables[place];
            let positions = 0..table.codes.len();
            let points: Vec<_> = positions.map(|position| self.place_of(level, position)).collect();
            let ways = |topology: &Topology| {
                let neighbours = topology.neighbours(Contiguity::Queen);
                Ways { steps: Steps::new(&points, &neighbours), neighbours }
            };
            match place {
                0 => Some(ways(&self.scene.topology)),
                _ => {
                    let parents = &self.scene.divisions[place - 1];
                    self.scene.topology.dissolved(parents, table.codes.len()).ok().as_ref().map(ways)
                }
            }
        };
        self.ways[place].get_or_init(build).as_ref()
    }

    fn place(&self, level: Level) -> Option<usize> {
        self.tables.iter().position(|table| table.level == level)
    }
}

impl PartialEq for MapBase {
    /// An edition's borders never change: the same key is the same base.
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.close == other.close
    }
}

/// Where an area is, metres east and north; none for an area without borders.
fn place_of(table: &AreaTable, position: usize) -> Option<[f64; 2]> {
    let point = table.label_points.get(position).filter(|point| **point != [0, 0])?;
    Some(point.map(f64::from))
}

/// For each area of a table the position of the larger one that holds it, by the parents that code or table name.
fn holders(own: &AreaTable, larger: &AreaTable) -> Vec<u32> {
    let holder = |position: usize| {
        let mut code = own.parents[position].clone();
        loop {
            if code.level() == larger.level {
                return larger.position(&code).and_then(|at| u32::try_from(at).ok());
            }
            code = code.parent()?;
        }
    };
    (0..own.codes.len()).map(|position| holder(position).unwrap_or(u32::MAX)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::grid::Grid;

    fn table(level: Level, rows: &[(&str, &str)]) -> Arc<AreaTable> {
        Arc::new(AreaTable {
            level,
            vintage: Vintage(2025),
            codes: rows.iter().map(|row| row.0.parse().unwrap()).collect(),
            names: rows.iter().map(|row| row.0.to_owned()).collect(),
            parents: rows.iter().map(|row| row.1.parse().unwrap()).collect(),
            population: vec![1; rows.len()],
            label_points: (0_i32..).take(rows.len()).map(|at| [5 + at * 10, 5]).collect(),
            aliases: Vec::new(),
        })
    }

    fn base() -> MapBase {
        let square =
            |left: i32| vec![vec![vec![[left, 0], [left + 10, 0], [left + 10, 10], [left, 10], [left, 0]]]];
        let grid = Grid { origin: [0.0, 0.0], step: 1.0 };
        let topology = Topology::from_polygons(grid, &[0, 10, 20].map(square)).unwrap();
        let key =
            BaseKey { level: Level::Deso, vintage: Vintage(2025), detail: Detail::Low, is_tiles: false };
        let tables = vec![
            table(
                Level::Deso,
                &[("0114A0010", "0114R001"), ("0114B0010", "0114R001"), ("0115A0010", "0115R001")],
            ),
            table(Level::Regso, &[("0114R001", "0114"), ("0115R001", "0115")]),
            table(Level::Municipality, &[("0114", "01"), ("0115", "01")]),
            table(Level::County, &[("01", "00")]),
        ];
        MapBase::new(key, topology, tables)
    }

    #[test]
    fn every_area_knows_its_holders_on_all_levels() {
        let base = base();
        let code = |own, level| base.code(own, level).map(ToString::to_string);
        assert_eq!(code(1, Level::Deso).as_deref(), Some("0114B0010"));
        assert_eq!(code(1, Level::Regso).as_deref(), Some("0114R001"));
        assert_eq!(code(2, Level::Municipality).as_deref(), Some("0115"));
        assert_eq!(code(2, Level::County).as_deref(), Some("01"));
        assert_eq!(code(0, Level::Nation), None);
        let municipality = "0114".parse().unwrap();
        assert_eq!((0..3).filter(|own| base.belongs(&municipality)(*own)).count(), 2);
        let unknown = "0999".parse().unwrap();
        assert!((0..3).all(|own| !base.belongs(&unknown)(own)));
    }

    #[test]
    fn ways_lead_to_neighbours_of_the_level_asked_for() {
        let base = base();
        let east = |level, from| {
            base.steps(level).and_then(|steps| steps.towards(from, crate::geo::direction::Direction::East))
        };
        assert_eq!(east(Level::Deso, 0), Some(1));
        assert_eq!(east(Level::Regso, 0), Some(1));
        assert_eq!(east(Level::County, 0), None);
        let beside = |code: &str| {
            let codes = base.neighbours(&code.parse().unwrap());
            codes.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(beside("0114B0010"), ["0114A0010", "0115A0010"]);
        assert_eq!(beside("0114R001"), ["0115R001"]);
        assert!(beside("01").is_empty() && beside("99").is_empty());
    }
}
