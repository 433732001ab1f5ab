//! What is derived from a topology: fewer points, wider grids, positions, names and steps.
#![expect(clippy::cast_possible_truncation, reason = "small numbers, made here")]

use super::made::{Dice, GRID, Made, in_ring};
use lagesbild::geo::build::GridPolygon;
use lagesbild::geo::direction::{Direction, Steps};
use lagesbild::geo::neighbours::Contiguity;
use lagesbild::geo::point_in_area::AreaIndex;
use lagesbild::geo::topology::Topology;
use lagesbild::publish::boundaries::repair::repaired;

/// Areas with long, uneven borders: squares of a made tessellation joined into a few large areas, each edge broken
/// into many by shifting points that neighbours share.
fn wiggly(seed: u64) -> Topology {
    let mut made = Made::new(seed, 14, 4);
    for (_, area) in &mut made.squares {
        *area = area.map(|a| a % 4);
    }
    let mut dice = Dice(seed ^ 77);
    let mut middles = std::collections::BTreeMap::new();
    let mut areas = vec![Vec::new(); made.n_areas];
    for (ring, area) in &made.squares {
        let Some(area) = area else { continue };
        let mut broken = Vec::new();
        for i in 0..4 {
            let (a, b) = (ring[i].map(|c| c * 8), ring[(i + 1) % 4].map(|c| c * 8));
            let run = middles.entry([a.min(b), a.max(b)]).or_insert_with(|| {
                let (from, to) = (a.min(b), a.max(b));
                let at = |n: i32, axis: usize| from[axis] + (to[axis] - from[axis]) * n / 5;
                (1..5).map(|n| [0, 1].map(|axis| at(n, axis) + dice.below(9) as i32 - 4)).collect::<Vec<_>>()
            });
            broken.push(a);
            if a < b { broken.extend(run.iter()) } else { broken.extend(run.iter().rev()) }
        }
        areas[*area].push(vec![broken]);
    }
    let topology = Topology::from_polygons(GRID, &areas).expect("broken edges are shared as whole ones were");
    assert!(topology.crossings().is_empty(), "seed {seed}: the test's own borders cross");
    topology
}

/// No overlap and no gap anywhere, by cutting the plane along all rings: an independent way to the same areas.
pub(super) fn assert_clean(topology: &Topology, what: &str) {
    assert_eq!(topology.crossings(), [], "{what}");
    let arcs = topology.arcs_of_areas();
    let polygons: Vec<Vec<GridPolygon>> = (0..topology.n_areas())
        .map(|area| {
            let parts = topology.rings(&arcs, area);
            parts.into_iter().map(|part| std::iter::once(part.shell).chain(part.holes).collect()).collect()
        })
        .collect();
    let (again, repairs) = repaired(topology.grid(), &polygons, 0.0).expect("rings of a topology");
    assert_eq!(repairs, [], "{what}");
    assert_eq!(again.twice_cells(), topology.twice_cells(), "{what}");
}

/// Squares that were each drawn by a hand of its own: neighbours overlap and leave gaps everywhere.
fn badly_drawn(seed: u64) -> Vec<Vec<GridPolygon>> {
    let mut areas = Made::new(seed, 24, 60).polygons();
    let mut dice = Dice(seed ^ 5);
    for p in areas.iter_mut().flatten().flatten().flatten() {
        *p = p.map(|c| c * 20 + dice.below(17) as i32 - 8);
    }
    areas
}

#[test]
fn what_is_badly_drawn_is_repaired_alike_on_one_thread_and_on_many() {
    let pool = |n: usize| rayon::ThreadPoolBuilder::new().num_threads(n).build().unwrap();
    for seed in 0..3 {
        let areas = badly_drawn(seed);
        let repair = || repaired(GRID, &areas, 200.0).unwrap();
        let (topology, repairs) = pool(1).install(repair);
        assert!(repairs.len() > 100, "seed {seed}: {} repairs", repairs.len());
        assert_clean(&topology, "repaired");
        assert!((topology, repairs) == pool(7).install(repair), "seed {seed}");
    }
}

#[test]
fn a_position_belongs_to_the_area_around_it() {
    for seed in 0..20 {
        let made = Made::new(seed, 9, 5);
        let topology = made.topology();
        let index = AreaIndex::new(&topology);
        let bounds = topology.bounds();
        let mut dice = Dice(seed);
        for _ in 0..500 {
            let at = [
                bounds.min[0] - 50.0 + dice.unit() * (bounds.width() + 100.0),
                bounds.min[1] - 50.0 + dice.unit() * (bounds.height() + 100.0),
            ];
            assert_eq!(index.area_at(&topology, at), made.area_at(at), "seed {seed} at {at:?}");
        }
        assert_eq!(index.area_at(&topology, [f64::NAN, 0.0]), None);
    }
}

#[test]
fn a_point_on_a_border_belongs_to_one_side_only() {
    // A closed tessellation without outside: every corner inside it has exactly one owner.
    let mut made = Made::new(4, 8, 3);
    for (n, (_, area)) in made.squares.iter_mut().enumerate() {
        *area = Some(area.unwrap_or(n % 3));
    }
    let topology = made.topology();
    let index = AreaIndex::new(&topology);
    for arc in 0..topology.n_arcs() {
        let (left, right) = topology.sides(arc);
        for p in topology.arc(arc) {
            let inside = p.iter().all(|c| (10..8 * 16 - 10).contains(c));
            let owner = index.area_at(&topology, topology.grid().world_from_grid(*p));
            assert!(!inside || owner.is_some(), "{p:?} between {left} and {right}");
        }
    }
}

#[test]
fn thinning_changes_neither_neighbours_nor_ends_and_stays_clean() {
    for seed in 0..12 {
        let topology = wiggly(seed);
        let full = topology.area_m2();
        let tolerances = [2_000.0, 10_000.0, 100_000.0, 1e12];
        let mut more = topology.clone();
        for (tolerance, thin) in tolerances.iter().zip(topology.simplified(&tolerances)) {
            let what = format!("seed {seed} tolerance {tolerance}");
            assert_clean(&thin, &what);
            assert_eq!(thin.neighbours(Contiguity::Queen), topology.neighbours(Contiguity::Queen), "{what}");
            for arc in 0..topology.n_arcs() {
                let (was, is) = (more.arc(arc), thin.arc(arc));
                assert_eq!((was[0], was[was.len() - 1]), (is[0], is[is.len() - 1]), "{what}");
                let mut rest = was.iter();
                assert!(is.iter().all(|p| rest.any(|q| q == p)), "{what}: not a subset of the finer level");
            }
            assert!(thin.area_m2().iter().zip(&full).all(|(now, before)| (*now > 0.0) == (*before > 0.0)));
            more = thin;
        }
        assert!(more.n_points() < topology.n_points() / 3, "seed {seed}: {} points left", more.n_points());
    }
}

#[test]
fn points_of_small_triangles_go_first() {
    // A square with one bump of 2 cells and one of 200 on its sides.
    let ring = vec![
        [0, 0],
        [40, 0],
        [50, -20],
        [60, 0],
        [100, 0],
        [100, 100],
        [51, 100],
        [50, 102],
        [49, 100],
        [0, 100],
    ];
    let topology = Topology::from_polygons(GRID, &[vec![vec![ring]]]).unwrap();
    let cell = GRID.step * GRID.step;
    let thin = &topology.simplified(&[20.0 * cell])[0];
    assert!(thin.arc(0).contains(&[50, -20]) && !thin.arc(0).contains(&[50, 102]));
    assert_eq!(topology.simplified(&[0.0])[0], topology);
}

#[test]
fn small_islands_go_but_never_the_last_part_of_an_area() {
    let square = |x: i32, side: i32| vec![vec![[x, 0], [x + side, 0], [x + side, side], [x, side]]];
    let areas = [vec![square(0, 100), square(200, 5)], vec![square(300, 5), square(310, 4)]];
    let topology = Topology::from_polygons(GRID, &areas).unwrap();
    let thin = topology.without_islets(1e9);
    assert_eq!((thin.n_arcs(), thin.n_areas()), (2, 2));
    assert_eq!(thin.twice_cells(), [20_000, 50]);
    assert_eq!(topology.without_islets(0.0), topology);
    // An island with another area's land inside is kept.
    let mut ring = square(0, 50);
    ring.push(vec![[10, 10], [20, 10], [20, 20], [10, 20]]);
    let holder = [vec![square(500, 100), ring], vec![vec![vec![[10, 10], [20, 10], [20, 20], [10, 20]]]]];
    let topology = Topology::from_polygons(GRID, &holder).unwrap();
    assert_eq!(topology.without_islets(1e9), topology);
}

#[test]
fn a_wider_grid_keeps_borders_apart_and_areas_on_their_side() {
    let mut widest = 0;
    for seed in 0..12 {
        let topology = wiggly(seed).simplified(&[3_000.0]).remove(0);
        for factor in [2, 3, 8, 20] {
            let Some(wide) = topology.coarsened(factor) else { continue };
            widest = widest.max(factor);
            assert_eq!(wide.grid().step, GRID.step * f64::from(factor));
            assert_clean(&wide, &format!("seed {seed} factor {factor}"));
            assert_eq!(wide.neighbours(Contiguity::Rook), topology.neighbours(Contiguity::Rook));
        }
    }
    assert!(widest >= 8, "only a factor of {widest} was possible");
    assert_eq!(wiggly(1).coarsened(4000), None);
}

#[test]
fn a_label_point_is_as_far_inside_as_any_point_tried() {
    for seed in 0..12 {
        let made = Made::new(seed, 7, 3);
        let topology = made.topology();
        let arcs = topology.arcs_of_areas();
        let index = AreaIndex::new(&topology);
        for area in 0..made.n_areas {
            let Some(label) = topology.label_point(&arcs, area) else {
                assert!(arcs.of(area).is_empty());
                continue;
            };
            assert_eq!(index.area_at(&topology, label.at), Some(area));
            let part = &topology.rings(&arcs, area)[0];
            let rings: Vec<_> = std::iter::once(&part.shell).chain(&part.holes).collect();
            let room = |p: [f64; 2]| {
                let edges = rings.iter().flat_map(|ring| ring.windows(2));
                edges
                    .map(|e| distance(p, e[0].map(f64::from), e[1].map(f64::from)))
                    .fold(f64::INFINITY, f64::min)
            };
            let at = topology.grid().fraction_from_world(label.at);
            assert!((room(at) * GRID.step - label.room).abs() < 1e-6 * label.room);
            let mut dice = Dice(seed);
            for _ in 0..300 {
                let p = [dice.unit() * 120.0, dice.unit() * 120.0];
                let inside = rings.iter().filter(|ring| in_ring(&ring[1..], p)).count() % 2 == 1;
                assert!(
                    !inside || room(p) * GRID.step <= label.room * 1.0101,
                    "seed {seed} area {area} at {p:?}"
                );
            }
        }
    }
}

fn distance(p: [f64; 2], a: [f64; 2], b: [f64; 2]) -> f64 {
    let along = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1]))
        / ((b[0] - a[0]).powi(2) + (b[1] - a[1]).powi(2));
    let along = along.clamp(0.0, 1.0);
    (p[0] - a[0] - along * (b[0] - a[0])).hypot(p[1] - a[1] - along * (b[1] - a[1]))
}

#[test]
fn arrows_lead_to_the_neighbour_on_that_side_and_over_water_to_the_nearest_island() {
    // Three squares in a row, one above the middle one, an island far to the east.
    let square = |x: i32, y: i32| vec![vec![vec![[x, y], [x + 10, y], [x + 10, y + 10], [x, y + 10]]]];
    let areas = [square(0, 0), square(10, 0), square(20, 0), square(10, 10), square(90, 3)];
    let topology = Topology::from_polygons(GRID, &areas).unwrap();
    let arcs = topology.arcs_of_areas();
    let points: Vec<Option<[f64; 2]>> =
        (0..5).map(|a| topology.label_point(&arcs, a).map(|l| l.at)).collect();
    let steps = Steps::new(&points, &topology.neighbours(Contiguity::Rook));
    assert_eq!(steps.towards(0, Direction::East), Some(1));
    assert_eq!(steps.towards(1, Direction::North), Some(3));
    assert_eq!(steps.towards(3, Direction::South), Some(1));
    assert_eq!(steps.towards(1, Direction::West), Some(0));
    assert_eq!(steps.towards(2, Direction::East), Some(4));
    assert_eq!(steps.towards(4, Direction::West), Some(2));
    assert_eq!(steps.towards(0, Direction::West), None);
    assert_eq!(steps.towards(99, Direction::West), None);
}
