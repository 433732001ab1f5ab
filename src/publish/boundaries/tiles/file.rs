//! The file of a layout.

use super::Tile;
use crate::model::{Level, Vintage};
use serde_json::json;

/// The text of `tiles/<level>-<vintage>.json`:
///
/// ```json
/// {"version":1,"shape":"hexagon","level":"municipality","vintage":2025,"peoplePerTile":10000,
///  "counts":[5,3,…],"rows":[12,12,…],"columns":[7,8,…]}
/// ```
///
/// `counts` has the number of hexagons of each area, in the order of the level's list of areas; `rows` and `columns`
/// have the places of the first area's hexagons, then the second's and so on. Rows count from the north, columns from
/// the west; hexagons have a corner up, and odd rows lie half a hexagon further east.
pub fn tiles_json(tiles: &[Vec<Tile>], level: Level, vintage: Vintage, people_a_tile: f64) -> String {
    let all = || tiles.iter().flatten();
    let file = json!({
        "version": 1,
        "shape": "hexagon",
        "level": level,
        "vintage": vintage,
        "peoplePerTile": people_a_tile,
        "counts": tiles.iter().map(Vec::len).collect::<Vec<_>>(),
        "rows": all().map(|tile| tile.row).collect::<Vec<_>>(),
        "columns": all().map(|tile| tile.column).collect::<Vec<_>>(),
    });
    format!("{file}\n")
}
