//! Identities of the topology, its pictures, its packed file and its parents.
#![expect(clippy::cast_possible_truncation, reason = "small numbers, made here")]

use super::made::{Dice, Made};
use lagesbild::geo::arcs::{decode, encode, fingerprint};
use lagesbild::geo::neighbours::Contiguity;
use lagesbild::geo::raster::{IdBuffer, rasterize, rasterize_rows};
use lagesbild::geo::sweref::world_from_lonlat;
use lagesbild::geo::topology::{OUTSIDE, Topology, TopologyError};
use lagesbild::geo::viewport::Viewport;
use lagesbild::publish::boundaries::projection::Sweref99Tm;
use std::collections::{BTreeMap, BTreeSet};

const SEEDS: std::ops::Range<u64> = 0..40;

fn made(seed: u64) -> Made {
    Made::new(seed, 6 + (seed % 7) as i32, 1 + (seed % 9) as usize)
}

/// Every edge of every arc with its sides, smaller end first.
fn edges(topology: &Topology) -> BTreeMap<[[i32; 2]; 2], [u32; 2]> {
    let mut edges = BTreeMap::new();
    for arc in 0..topology.n_arcs() {
        let (left, right) = topology.sides(arc);
        for pair in topology.arc(arc).windows(2) {
            let (key, sides) = if pair[0] < pair[1] {
                ([pair[0], pair[1]], [left, right])
            } else {
                ([pair[1], pair[0]], [right, left])
            };
            assert_eq!(edges.insert(key, sides), None, "edge {key:?} belongs to two arcs");
        }
    }
    edges
}

#[test]
fn arcs_hold_each_edge_once_and_areas_are_exact_in_whole_cells() {
    for seed in SEEDS {
        let made = made(seed);
        let topology = made.topology();
        assert_eq!(topology.twice_cells(), made.twice_cells(), "seed {seed}");
        // An arc ends only where it must: no two arcs with the same sides meet in a point where nothing else ends.
        let mut ends: BTreeMap<[i32; 2], Vec<usize>> = BTreeMap::new();
        for arc in 0..topology.n_arcs() {
            let points = topology.arc(arc);
            for p in [points[0], points[points.len() - 1]] {
                ends.entry(p).or_default().push(arc);
            }
        }
        let could_go_on = |arcs: &Vec<usize>| arcs.len() < 3 && !topology.is_closed(arcs[0]);
        assert!(!ends.values().any(could_go_on), "seed {seed}: an arc could go on");
        assert!(!edges(&topology).is_empty());
    }
}

#[test]
fn every_pixel_shows_the_area_under_its_center() {
    let mut seen = BTreeSet::new();
    for seed in SEEDS {
        let made = made(seed);
        let topology = made.topology();
        let mut dice = Dice(seed ^ 0xabcd);
        for zoom in [0.5, 1.0, 3.7] {
            let (width, height) = (97, 61);
            let whole = Viewport::fitted(&topology.bounds(), 97.0, 61.0, 5.0);
            // Moved off round numbers: a centre exactly on a border could go either way.
            let view = whole.zoomed(zoom, [97.0 * dice.unit(), 61.0 * dice.unit()]).panned([0.123, 0.377]);
            let mut picture = IdBuffer::new(width, height);
            rasterize(&topology, &view, &mut picture);
            for y in 0..height {
                for x in 0..width {
                    let center = view.world_from_screen([f64::from(x) + 0.5, f64::from(y) + 0.5]);
                    let expected = made.area_at(center);
                    assert_eq!(picture.area_at(x, y), expected, "seed {seed} zoom {zoom} pixel {x},{y}");
                    seen.insert(expected);
                }
            }
        }
    }
    assert!(seen.contains(&None) && seen.len() > 5, "the pictures were empty");
}

#[test]
fn rows_through_grid_points_leave_no_trace() {
    // One pixel a grid cell, pixel centres exactly on grid lines: every corner lies on a row and on a column.
    for seed in SEEDS {
        let made = made(seed);
        let topology = made.topology();
        let grid = topology.grid();
        let bounds = topology.bounds();
        let k = 1.0 / grid.step;
        let view = Viewport { k, tx: 0.5 - k * bounds.min[0] + 2.0, ty: 0.5 + k * bounds.max[1] + 2.0 };
        let (width, height) = ((bounds.width() * k) as u32 + 5, (bounds.height() * k) as u32 + 5);
        let mut picture = IdBuffer::new(width, height);
        rasterize(&topology, &view, &mut picture);
        for y in 0..height {
            for x in 0..width {
                // Just inside the quarter that owns points on a border.
                let at = [f64::from(x) + 0.5 + 1e-4, f64::from(y) + 0.5 + 1e-7];
                let expected = made.area_at(view.world_from_screen(at));
                assert_eq!(picture.area_at(x, y), expected, "seed {seed} pixel {x},{y}");
            }
        }
    }
}

#[test]
fn a_picture_made_in_pieces_is_the_whole_picture() {
    let topology = made(3).topology();
    let view = Viewport::fitted(&topology.bounds(), 200.0, 150.0, 3.0).zoomed(1.7, [50.0, 80.0]);
    let mut whole = IdBuffer::new(200, 150);
    rasterize(&topology, &view, &mut whole);
    let mut pieces = IdBuffer::new(200, 150);
    for rows in [120..400, 0..1, 1..37, 37..120] {
        rasterize_rows(&topology, &view, rows, &mut pieces);
    }
    assert!(whole == pieces);
    // Painting over an old picture leaves nothing of it.
    rasterize(&topology, &view.panned([1e6, 0.0]), &mut whole);
    assert!(whole.ids().iter().all(|id| *id == 0));
}

#[test]
fn parents_are_what_their_children_make_together() {
    for seed in SEEDS {
        let made = made(seed);
        let mut dice = Dice(seed);
        let parent_of: Vec<u32> = (0..made.n_areas)
            .map(|_| match dice.below(4) {
                3 => OUTSIDE,
                n => u32::try_from(n).unwrap(),
            })
            .collect();
        let dissolved = made.topology().dissolved(&parent_of, 3).unwrap();
        let mut merged = made;
        for (_, area) in &mut merged.squares {
            *area = area.and_then(|a| (parent_of[a] != OUTSIDE).then_some(parent_of[a] as usize));
        }
        merged.n_areas = 3;
        let direct = merged.topology();
        assert_eq!(edges(&dissolved), edges(&direct), "seed {seed}");
        assert_eq!(dissolved.n_arcs(), direct.n_arcs(), "seed {seed}");
    }
    let error = made(1).topology().dissolved(&[0], 1).unwrap_err();
    assert!(error.to_string().contains("1 parents were given for 2 areas"), "{error}");
}

#[test]
fn the_packed_file_gives_the_same_borders_back() {
    for seed in SEEDS {
        let topology = made(seed).topology();
        let codes = fingerprint(["0114", "0115"]);
        let file = encode(&topology, codes);
        let (back, found) = decode(&file).unwrap();
        assert_eq!(found, codes);
        assert_eq!(edges(&back), edges(&topology), "seed {seed}");
        assert_eq!((back.n_areas(), back.grid()), (topology.n_areas(), topology.grid()));
        assert_eq!(encode(&back, codes), file, "seed {seed}: packing again changes the file");
    }
    assert_ne!(fingerprint(["0114", "0115"]), fingerprint(["0115", "0114"]));
    assert_ne!(fingerprint(["01", "14"]), fingerprint(["0114"]));
}

#[test]
fn a_damaged_file_is_refused_with_a_sentence() {
    let file = encode(&made(5).topology(), 7);
    for n in 0..file.len() {
        let error = decode(&file[..n]).expect_err("a shortened file was read").to_string();
        assert!(error.contains("file of borders"), "{error}");
    }
    let mut dice = Dice(11);
    for at in 0..file.len() {
        let mut altered = file.clone();
        altered[at] ^= 1 << dice.below(8);
        assert!(decode(&altered).is_err(), "a change of byte {at} was not noticed");
    }
    let mut longer = file;
    longer.push(0);
    assert!(decode(&longer).is_err());
}

#[test]
fn a_wrong_file_with_a_right_checksum_is_refused_or_is_a_valid_topology() {
    let file = encode(&made(6).topology(), 7);
    let mut dice = Dice(12);
    let mut kinds = BTreeSet::new();
    for _ in 0..60_000 {
        let mut altered = file.clone();
        for _ in 0..=dice.below(4) {
            let at = 16 + usize::try_from(dice.below(altered.len() as u64 - 16)).unwrap();
            match dice.below(3) {
                0 => altered[at] = u8::try_from(dice.below(256)).unwrap(),
                1 => altered[at..].iter_mut().take(5).for_each(|byte| *byte = 0xff),
                _ => drop(altered.splice(at..=at, [0xfe, 0xff, 0xff, 0xff, 0x0e])),
            }
        }
        if dice.below(5) == 0 {
            altered.truncate(60 + usize::try_from(dice.below(altered.len() as u64 - 60)).unwrap());
        }
        let sum = altered[16..]
            .iter()
            .fold(0x811c_9dc5u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
        altered[12..16].copy_from_slice(&sum.to_le_bytes());
        match decode(&altered) {
            // What is accepted can be drawn, measured and walked round without a fault.
            Ok((topology, _)) => {
                let view = Viewport::fitted(&topology.bounds(), 20.0, 20.0, 1.0);
                rasterize(&topology, &view, &mut IdBuffer::new(20, 20));
                topology.area_m2();
                kinds.insert("accepted".to_owned());
            }
            Err(error) => {
                let sentence = error.to_string();
                assert!(sentence.contains("file of borders"), "{sentence}");
                kinds.insert(format!("{error:?}").chars().take_while(|c| c.is_alphabetic()).collect());
            }
        }
    }
    for kind in ["accepted", "Counts", "Ends", "Side", "Topology", "TooLong", "OffGrid", "Rest"] {
        assert!(kinds.contains(kind), "{kind} was never met; met were {kinds:?}");
    }
}

#[test]
fn rings_bound_exactly_the_area_and_touch_themselves_nowhere() {
    let mut with_holes = 0;
    for seed in SEEDS {
        let topology = made(seed).topology();
        let arcs = topology.arcs_of_areas();
        let cells = topology.twice_cells();
        for (area, cells) in cells.iter().enumerate() {
            let parts = topology.rings(&arcs, area);
            let mut sum = 0;
            for part in &parts {
                with_holes += usize::from(!part.holes.is_empty());
                for (nth, ring) in std::iter::once(&part.shell).chain(&part.holes).enumerate() {
                    let different: BTreeSet<_> = ring[1..].iter().collect();
                    assert!(ring[0] == ring[ring.len() - 1] && different.len() == ring.len() - 1);
                    let twice: i64 = ring
                        .windows(2)
                        .map(|p| (p[0].map(i64::from), p[1].map(i64::from)))
                        .map(|(a, b)| a[0] * b[1] - b[0] * a[1])
                        .sum();
                    assert_eq!(twice > 0, nth == 0, "seed {seed}: a ring runs the wrong way");
                    sum += twice;
                }
            }
            assert_eq!(sum, *cells, "seed {seed} area {area}");
            let edges_in_rings: usize = parts
                .iter()
                .map(|p| p.shell.len() - 1 + p.holes.iter().map(|h| h.len() - 1).sum::<usize>())
                .sum();
            let edges_in_arcs: usize =
                arcs.of(area).iter().map(|(a, _)| topology.arc(*a as usize).len() - 1).sum();
            assert_eq!(edges_in_rings, edges_in_arcs, "seed {seed} area {area}");
        }
    }
    assert!(with_holes > 10);
}

#[test]
fn neighbours_share_an_edge_or_a_corner() {
    for seed in SEEDS {
        let made = made(seed);
        let topology = made.topology();
        let pairs = |shared: usize| -> BTreeSet<(usize, usize)> {
            let mut pairs = BTreeSet::new();
            for (one, a) in &made.squares {
                for (other, b) in &made.squares {
                    let common = one.iter().filter(|p| other.contains(p)).count();
                    if let (Some(a), Some(b)) = (a, b)
                        && a != b
                        && common >= shared
                    {
                        pairs.insert((*a, *b));
                    }
                }
            }
            pairs
        };
        for (contiguity, shared) in [(Contiguity::Rook, 2), (Contiguity::Queen, 1)] {
            let neighbours = topology.neighbours(contiguity);
            let found: BTreeSet<(usize, usize)> = (0..made.n_areas)
                .flat_map(|a| neighbours.of(a).iter().map(move |b| (a, *b as usize)))
                .collect();
            assert_eq!(found, pairs(shared), "seed {seed} {contiguity:?}");
            assert_eq!(neighbours.n_links() * 2, found.len());
        }
        let total: f64 = topology.border_lengths().iter().map(|border| border.metres).sum();
        let arcs: f64 = (0..topology.n_arcs()).map(|arc| topology.arc_length(arc)).sum();
        assert!((total - arcs).abs() < 1e-6 * arcs);
    }
}

#[test]
fn what_is_no_tessellation_is_refused() {
    let square = vec![vec![vec![[0, 0], [4, 0], [4, 4], [0, 4]]]];
    let error = Topology::from_polygons(super::made::GRID, &[square.clone(), square.clone()]).unwrap_err();
    assert!(matches!(error, TopologyError::Overlap { areas: [0, 1], .. }), "{error}");
    let twice = vec![square[0].clone(), square[0].clone()];
    let error = Topology::from_polygons(super::made::GRID, &[twice]).unwrap_err();
    assert!(error.to_string().contains("area 0 lies over itself at E 5000"), "{error}");
    let open = Topology::new(1, super::made::GRID, vec![[0, 0], [1, 0]], vec![0, 2], vec![0], vec![OUTSIDE]);
    assert_eq!(open, Err(TopologyError::Open { area: 0 }));
}

#[test]
fn a_position_is_projected_in_the_browser_as_boundaries_are_when_they_are_published() {
    let published = Sweref99Tm::default();
    for step in 0..400_u32 {
        let lonlat = [10.5 + 14.0 * f64::from(step % 20) / 19.0, 55.0 + 14.5 * f64::from(step / 20) / 19.0];
        let [east, north] = world_from_lonlat(lonlat);
        let [e, n] = published.world_from_lonlat(lonlat).unwrap();
        assert!(
            (east - e).abs() < 0.001 && (north - n).abs() < 0.001,
            "{lonlat:?}: {east} {north}, not {e} {n}"
        );
    }
}
