//! The population-true view: hexagons of equally many people, each area's side by side, near where they are on the
//! map.
//!
//! Areas and hexagons are divided together, again and again in two, along the direction in which the hexagons extend
//! furthest: so many to the one side, so many to the other (after Eppstein, van Kreveld, Speckmann and Staals 2013,
//! and the spatially ordered treemaps of Wood and Dykes 2008). Counties are divided from each other before the
//! municipalities within them, so that they stay together. Last, areas of one group change places where that brings
//! neighbours together.

mod file;
mod quality;
mod shape;
mod split;

pub use file::tiles_json;
pub use quality::{Quality, quality};

use crate::geo::neighbours::Neighbours;

/// A hexagon with a corner up, in rows from north to south; odd rows lie half a hexagon further east.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    /// Row, from the northernmost.
    pub row: i32,
    /// Column, from the westernmost.
    pub column: i32,
}

impl Tile {
    /// The six hexagons around.
    pub fn around(self) -> [Tile; 6] {
        let Tile { row, column } = self;
        // Of the rows above and below, the two columns that touch depend on which row is shifted.
        let west = column - 1 + row.rem_euclid(2);
        [
            Tile { row: row - 1, column: west },
            Tile { row: row - 1, column: west + 1 },
            Tile { row, column: column - 1 },
            Tile { row, column: column + 1 },
            Tile { row: row + 1, column: west },
            Tile { row: row + 1, column: west + 1 },
        ]
    }

    /// Its middle, `[east, north]`, in widths of a hexagon.
    pub fn middle(self) -> [f64; 2] {
        /// Half the square root of 3: rows of hexagons of width 1 are so far apart.
        const ROW: f64 = 0.866_025_403_784_438_6;
        let shift = f64::from(self.row.rem_euclid(2)) / 2.0;
        [f64::from(self.column) + shift, -ROW * f64::from(self.row)]
    }
}

/// An area to be laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Laid {
    /// Its label point, metres east and north.
    pub at: [f64; 2],
    /// How many live there.
    pub people: f64,
    /// The areas it belongs to, largest first: county, municipality and so on; as many for all.
    pub within: Vec<u32>,
}

/// The hexagons of each area: one for every `people_a_tile`, rounded, and one at least. No hexagon is given twice; the
/// rows and columns begin at 0. `neighbours` are those on the map.
pub fn tiles(areas: &[Laid], neighbours: &Neighbours, people_a_tile: f64) -> Vec<Vec<Tile>> {
    let counts: Vec<usize> = areas
        .iter()
        .map(|area| {
            let n = (area.people / people_a_tile).round().max(1.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "some thousand at most"
            )]
            let n = n.min(1e6) as usize;
            n
        })
        .collect();
    let shape = shape::shape(areas, &counts);
    let mut tiles = split::split(areas, &counts, shape);
    quality::neighbours_brought_together(areas, neighbours, &mut tiles);
    tiles
}
