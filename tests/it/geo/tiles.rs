//! The population-true view: what holds for every layout, and how good it is for real municipalities.

use super::made::Dice;
use lagesbild::geo::arcs::decode;
use lagesbild::geo::neighbours::{Contiguity, Neighbours};
use lagesbild::model::{Level, Vintage};
use lagesbild::publish::boundaries::tiles::{Laid, Tile, quality, tiles, tiles_json};
use std::collections::{BTreeMap, BTreeSet};

/// Real municipalities, their counties, and as many people as chance gives them, a few far more than most.
fn municipalities(seed: u64) -> (Vec<Laid>, Neighbours) {
    let borders = include_bytes!("../../../public/borders/municipality.arcs");
    let (borders, _) = decode(borders).expect("the package's borders");
    let places = include_str!("../../../public/borders/places.csv");
    let codes =
        places.lines().skip(1).filter_map(|line| line.split(',').next()).filter(|code| code.len() == 4);
    let arcs = borders.arcs_of_areas();
    let mut dice = Dice(seed);
    let areas = codes.enumerate().map(|(at, code)| Laid {
        at: borders.label_point(&arcs, at).expect("an area with a size").at,
        people: (3_000.0 + 9_000.0 / (0.01 + dice.unit())).round(),
        within: vec![code[..2].parse().expect("two digits")],
    });
    (areas.collect(), borders.neighbours(Contiguity::Rook))
}

fn hang_together(tiles: &[Tile]) -> bool {
    let all: BTreeSet<Tile> = tiles.iter().copied().collect();
    let mut met = BTreeSet::from([tiles[0]]);
    let mut open = vec![tiles[0]];
    while let Some(tile) = open.pop() {
        open.extend(tile.around().into_iter().filter(|next| all.contains(next) && met.insert(*next)));
    }
    met.len() == all.len()
}

#[test]
fn hexagons_around_are_one_width_away_and_the_relation_is_mutual() {
    for row in -2..3 {
        for column in -2..3 {
            let tile = Tile { row, column };
            let [x, y] = tile.middle();
            let around: BTreeSet<Tile> = tile.around().into_iter().collect();
            assert_eq!(around.len(), 6);
            for other in around {
                let [u, v] = other.middle();
                assert!(((u - x).hypot(v - y) - 1.0).abs() < 1e-12);
                assert!(other.around().contains(&tile));
            }
        }
    }
}

#[test]
fn everyone_has_as_many_hexagons_as_people_ask_for_and_none_is_shared() {
    for seed in 0..6 {
        let (areas, neighbours) = municipalities(seed);
        let laid = tiles(&areas, &neighbours, 10_000.0);
        let all: BTreeSet<Tile> = laid.iter().flatten().copied().collect();
        assert_eq!(all.len(), laid.iter().map(Vec::len).sum::<usize>(), "seed {seed}: no hexagon twice");
        assert!(all.iter().all(|tile| tile.row >= 0 && tile.column >= 0));
        for (area, tiles) in areas.iter().zip(&laid) {
            assert_eq!(tiles.len() as f64, (area.people / 10_000.0).round().max(1.0));
        }
        let mut counties: BTreeMap<u32, Vec<Tile>> = BTreeMap::new();
        for (area, tiles) in areas.iter().zip(&laid) {
            counties.entry(area.within[0]).or_default().extend(tiles);
        }
        let whole = counties.values().filter(|tiles| hang_together(tiles)).count();
        assert_eq!((counties.len(), whole), (21, 21), "seed {seed}: counties stay together");
        assert!(hang_together(&all.into_iter().collect::<Vec<_>>()), "seed {seed}: the country is one");
        let found = quality(&areas, &neighbours, &laid);
        let together = laid.iter().filter(|tiles| hang_together(tiles)).count();
        assert_eq!(found.in_one_piece, together as f64 / 290.0);
        assert!(found.in_one_piece > 0.98, "seed {seed}: {found:?}");
        assert!(found.neighbours_kept > 0.4, "seed {seed}: {found:?}");
        assert_eq!(laid, tiles(&areas, &neighbours, 10_000.0), "the same every time");
    }
}

#[test]
fn a_country_that_is_a_honeycomb_keeps_its_order() {
    // Areas of one hexagon each, in a county each row: rows must stay rows, from north to south and west to east.
    let (n_rows, n_columns) = (8, 5);
    let areas: Vec<Laid> = (0..n_rows * n_columns)
        .map(|at| {
            let middle = Tile { row: at / n_columns, column: at % n_columns }.middle();
            Laid { at: middle.map(|c| c * 10_000.0), people: 1.0, within: vec![] }
        })
        .collect();
    let tile = |at: i32| Tile { row: at / n_columns, column: at % n_columns };
    let touching = |a: i32, b: i32| tile(a).around().contains(&tile(b));
    let n = n_rows * n_columns;
    let edges: usize =
        (0..n).flat_map(|a| (0..a).map(move |b| (a, b))).filter(|(a, b)| touching(*a, *b)).count();
    let neighbours = neighbours_of(&areas);
    assert_eq!(neighbours.n_links(), edges);
    let laid = tiles(&areas, &neighbours, 1.0);
    let perfect: Vec<Vec<Tile>> = (0..n).map(|at| vec![tile(at)]).collect();
    let best = quality(&areas, &neighbours, &perfect);
    assert_eq!((best.neighbours_kept, best.in_one_piece), (1.0, 1.0));
    assert!(best.displacement < 1e-9);
    let found = quality(&areas, &neighbours, &laid);
    assert!(found.neighbours_kept > 0.6, "{found:?}");
    let row = |at: i32| laid[usize::try_from(at).expect("a position")][0].row;
    assert!((0..n_columns).all(|column| row(column) < row(n - 1 - column)), "north stays north");
}

/// Neighbours of areas whose label points are at most a hexagon's width apart.
fn neighbours_of(areas: &[Laid]) -> Neighbours {
    use lagesbild::geo::build::GridPolygon;
    use lagesbild::geo::topology::Topology;
    // Hexagons of integer corners around each point: 6 wide, 8 high.
    let polygon = |area: &Laid| -> Vec<GridPolygon> {
        let whole = |x: f64| -> i32 { format!("{x:.0}").parse().expect("a whole number") };
        let [x, y] = [whole(area.at[0] / 10_000.0 * 6.0), whole(area.at[1] / 10_000.0 / 0.866 * 6.0)];
        vec![vec![vec![
            [x, y + 4],
            [x - 3, y + 2],
            [x - 3, y - 2],
            [x, y - 4],
            [x + 3, y - 2],
            [x + 3, y + 2],
        ]]]
    };
    let polygons: Vec<Vec<GridPolygon>> = areas.iter().map(polygon).collect();
    let topology = Topology::from_polygons(super::made::GRID, &polygons).expect("a honeycomb");
    topology.neighbours(Contiguity::Rook)
}

#[test]
fn the_file_tells_every_hexagon_in_the_order_of_the_areas() {
    let laid =
        vec![vec![Tile { row: 0, column: 1 }, Tile { row: 1, column: 1 }], vec![Tile { row: 1, column: 0 }]];
    let file: serde_json::Value =
        serde_json::from_str(&tiles_json(&laid, Level::Municipality, Vintage(2025), 10_000.0)).unwrap();
    let expected = serde_json::json!({
        "version": 1, "shape": "hexagon", "level": "municipality", "vintage": 2025, "peoplePerTile": 10_000.0,
        "counts": [2, 1], "rows": [0, 1, 1], "columns": [1, 1, 0],
    });
    assert_eq!(file, expected);
}
