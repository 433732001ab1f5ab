//! Real borders: those in the package, and files that are there only on some machines.
#![expect(clippy::cast_possible_truncation, reason = "counties are few")]

use super::derived::assert_clean;
use lagesbild::geo::arcs::{decode, encode, fingerprint};
use lagesbild::geo::direction::{Direction, Steps};
use lagesbild::geo::neighbours::Contiguity;
use lagesbild::geo::point_in_area::AreaIndex;
use lagesbild::geo::raster::{IdBuffer, rasterize};
use lagesbild::geo::topology::Topology;
use lagesbild::geo::viewport::Viewport;
use lagesbild::publish::boundaries::base::base_borders;
use lagesbild::publish::boundaries::geojson::{Reading, SWEDEN, Source, read_geojson};
use lagesbild::publish::boundaries::levels_of_detail;
use lagesbild::publish::boundaries::repair::Wrong;
use lagesbild::publish::boundaries::tessellation::{Tessellation, tessellation};
use std::path::PathBuf;

fn base() -> (Topology, Vec<(String, String)>) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/borders");
    let (topology, codes) = decode(&std::fs::read(folder.join("municipality.arcs")).expect("base borders"))
        .expect("valid borders");
    let text = std::fs::read_to_string(folder.join("places.csv")).expect("places");
    let places: Vec<(String, String)> = text
        .lines()
        .skip(1)
        .map(|line| line.split_once(',').expect("code,name"))
        .map(|(code, name)| (code.to_owned(), name.to_owned()))
        .collect();
    let municipalities = places.iter().filter(|(code, _)| code.len() == 4).map(|(code, _)| code.as_str());
    assert_eq!(codes, fingerprint(municipalities), "borders and places are of different lists");
    (topology, places)
}

/// Every level of detail of borders: clean, nobody lost, and the neighbours of before except over islands left out.
fn assert_levels(topology: &Topology, what: &str) {
    for level in levels_of_detail(topology) {
        assert_clean(&level, what);
        let lost: Vec<usize> = (0..level.n_areas()).filter(|area| level.twice_cells()[*area] <= 0).collect();
        assert!(lost.is_empty(), "{what}: areas {lost:?} were lost");
        let (now, before) = (level.neighbours(Contiguity::Rook), topology.neighbours(Contiguity::Rook));
        for area in 0..level.n_areas() {
            let new: Vec<_> = now.of(area).iter().filter(|other| !before.of(area).contains(other)).collect();
            assert!(new.is_empty(), "{what}: area {area} has new neighbours {new:?}");
        }
    }
}

/// A file of real data, or `None` with a line that says what was left out.
fn shared(file: &str) -> Option<String> {
    let folder = std::env::var_os("LAGESBILD_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let text = std::fs::read_to_string(folder.join("boundaries").join(file)).ok();
    if text.is_none() {
        println!("skipped: {file} is not among the real data of this machine");
    }
    text
}

fn read(text: &str, file: &str, key: &str) -> Source {
    read_geojson(text, file, &Reading { key, mend: true, within: SWEDEN }).expect(file)
}

fn made(text: &str, file: &str, key: &str, sliver: f64) -> Tessellation {
    tessellation(&read(text, file, key).areas, 1.0, sliver, file).expect(file)
}

#[test]
fn the_package_has_every_municipality_and_county() {
    let (topology, places) = base();
    let municipalities: Vec<&(String, String)> = places.iter().filter(|(code, _)| code.len() == 4).collect();
    let counties: Vec<&str> =
        places.iter().filter(|(code, _)| code.len() == 2).map(|(code, _)| code.as_str()).collect();
    assert_eq!((topology.n_areas(), municipalities.len(), counties.len()), (290, 290, 21));
    assert!(places.is_sorted());
    assert_clean(&topology, "base borders");
    // The source's own total, lakes that belong to nobody not counted.
    let km2 = topology.area_m2().iter().sum::<f64>() / 1e6;
    assert!((km2 - 436_796.0).abs() < 5.0, "{km2} km²");

    let parent_of: Vec<u32> = municipalities
        .iter()
        .map(|(code, _)| counties.iter().position(|county| *county == &code[..2]).unwrap() as u32)
        .collect();
    let county = topology.dissolved(&parent_of, 21).unwrap();
    assert_clean(&county, "counties");
    let place = |name: &str| municipalities.iter().position(|(_, n)| n == name).unwrap();
    let of_county = county.neighbours(Contiguity::Rook);
    let at = |code: &str| counties.iter().position(|c| *c == code).unwrap();
    assert_eq!(of_county.of(at("09")), [0u32; 0], "Gotland is an island");
    assert_eq!(of_county.of(at("25")), [at("24") as u32], "Norrbotten borders on Västerbotten");
    let beside: Vec<&str> = topology
        .neighbours(Contiguity::Rook)
        .of(place("Solna"))
        .iter()
        .map(|n| municipalities[*n as usize].1.as_str())
        .collect();
    assert_eq!(beside, ["Danderyd", "Sollentuna", "Stockholm", "Sundbyberg"]);

    let index = AreaIndex::new(&topology);
    let name_at = |world: [f64; 2]| index.area_at(&topology, world).map(|a| municipalities[a].1.as_str());
    assert_eq!(name_at([647_900.0, 6_638_500.0]), Some("Uppsala"));
    assert_eq!(name_at([700_000.0, 6_370_000.0]), Some("Gotland"));
    assert_eq!(name_at([440_000.0, 6_530_000.0]), None, "the middle of Vänern");
}

#[test]
fn arrow_keys_lead_everywhere_and_back() {
    let (topology, places) = base();
    let names: Vec<&str> =
        places.iter().filter(|(c, _)| c.len() == 4).map(|(_, name)| name.as_str()).collect();
    let place = |name: &str| names.iter().position(|n| *n == name).unwrap();
    let arcs = topology.arcs_of_areas();
    let points: Vec<_> = (0..290).map(|area| topology.label_point(&arcs, area).map(|l| l.at)).collect();
    assert!(points.iter().all(Option::is_some));
    let steps = Steps::new(&points, &topology.neighbours(Contiguity::Rook));
    for start in 0..290 {
        let mut seen = vec![false; 290];
        let mut open = vec![start];
        while let Some(area) = open.pop() {
            if !std::mem::replace(&mut seen[area], true) {
                open.extend(Direction::ALL.into_iter().filter_map(|d| steps.towards(area, d)));
            }
        }
        let lost: Vec<&str> = (0..290).filter(|a| !seen[*a]).map(|a| names[a]).collect();
        assert!(lost.is_empty(), "from {} no way leads to {lost:?}", names[start]);
    }
    let to_gotland =
        (0..290).any(|a| Direction::ALL.into_iter().any(|d| steps.towards(a, d) == Some(place("Gotland"))));
    assert!(to_gotland);
    assert_eq!(steps.towards(place("Kiruna"), Direction::South), Some(place("Gällivare")));
}

#[test]
fn levels_of_detail_of_the_package_are_clean_small_and_the_same_every_time() {
    let (topology, _) = base();
    let levels = levels_of_detail(&topology);
    let sizes: Vec<usize> = levels.iter().map(|level| encode(level, 0).len()).collect();
    assert!(sizes[0] < 16_000 && sizes.is_sorted(), "{sizes:?} bytes");
    for level in &levels {
        assert_clean(level, "level of detail");
        assert!(level.twice_cells().iter().all(|twice| *twice > 0), "an area was lost");
        assert_eq!(level.neighbours(Contiguity::Rook), topology.neighbours(Contiguity::Rook));
    }
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    assert_eq!(alone.install(|| levels_of_detail(&topology)), levels);
}

#[test]
fn the_drawn_area_is_the_area_at_the_pixels_center() {
    let (topology, _) = base();
    let index = AreaIndex::new(&topology);
    let view = Viewport::fitted(&topology.bounds(), 400.0, 500.0, 3.3);
    for view in [view, view.zoomed(9.0, [200.0, 400.0])] {
        let mut picture = IdBuffer::new(400, 500);
        rasterize(&topology, &view, &mut picture);
        for y in 0..500 {
            for x in 0..400 {
                let at = view.world_from_screen([f64::from(x) + 0.5, f64::from(y) + 0.5]);
                assert_eq!(picture.area_at(x, y), index.area_at(&topology, at), "pixel {x},{y}");
            }
        }
    }
}

#[test]
fn projected_borders_agree_with_the_source_in_metres() {
    let files = ["kommun_scb_wgs84.geojson", "kommun_scb_sweref99tm.geojson"];
    let (Some(degrees), Some(metres)) = (shared(files[0]), shared(files[1])) else { return };
    let (degrees, metres) = (read(&degrees, files[0], "kommun_kod"), read(&metres, files[1], "KnKod"));
    let (mut n, mut sum, mut worst) = (0.0, [0.0; 2], 0.0f64);
    for (one, other) in degrees.areas.iter().zip(&metres.areas) {
        assert_eq!(one.code, other.code);
        let all = |area: &lagesbild::publish::boundaries::geojson::SourceArea| {
            area.polygons.iter().flatten().flatten().copied().collect::<Vec<[f64; 2]>>()
        };
        for (p, q) in all(one).into_iter().zip(all(other)) {
            let off = [p[0] - q[0], p[1] - q[1]];
            n += 1.0;
            sum = [sum[0] + off[0], sum[1] + off[1]];
            worst = worst.max(off[0].hypot(off[1]));
        }
    }
    assert!(n > 9000.0);
    // One file is rounded to 1 m, the other to 0.00001°: they differ by that much and in no direction.
    println!("{n} positions: mean {:.4} {:.4} m, at most {worst:.3} m", sum[0] / n, sum[1] / n);
    assert!(worst < 1.5 && sum.iter().all(|s| (s / n).abs() < 0.02), "mean {sum:?}/{n}, at most {worst}");

    let again = base_borders(&shared(files[0]).unwrap_or_default(), files[0]).unwrap();
    let (again, here) = (decode(&again.arcs).unwrap().0, base().0);
    assert_eq!(again.neighbours(Contiguity::Rook), here.neighbours(Contiguity::Rook));
    for (one, other) in again.area_m2().iter().zip(here.area_m2()) {
        assert!((one - other).abs() < 1e-3 * other, "{one} {other}");
    }
}

#[test]
fn neighbours_of_real_areas_are_those_of_the_reference() {
    // PySAL counts on the same file 416 pairs that share a point and 390 that share an edge.
    let file = "regso2025_goteborgsregionen_wgs84.geojson";
    let Some(text) = shared(file) else { return };
    let mut source = read(&text, file, "regsokod");
    source.areas.retain(|area| area.code.starts_with("1480"));
    let made = tessellation(&source.areas, 0.5, 0.5, file).unwrap();
    let links = [Contiguity::Queen, Contiguity::Rook].map(|c| made.topology.neighbours(c).n_links());
    assert_eq!((source.areas.len(), links), (147, [416, 390]));
}

#[test]
fn areas_drawn_one_by_one_become_one_tessellation() {
    let file = "deso2018_stockholms_lan_wgs84.geojson";
    let Some(text) = shared(file) else { return };
    let source = read(&text, file, "desokod");
    assert_eq!(source.mended.len(), 1, "one ring of this file crosses itself: {:?}", source.mended);
    let made = tessellation(&source.areas, 1.0, 60.0, file).unwrap();
    let km2 =
        |wrong: Wrong| made.repairs.iter().filter(|r| r.wrong == wrong).map(|r| r.m2).sum::<f64>() / 1e6;
    assert!((km2(Wrong::Overlap) - 8.8).abs() < 0.05, "{} km² of overlap", km2(Wrong::Overlap));
    assert_clean(&made.topology, file);
    for (file, key) in [
        ("deso2018_uppsala_lan_wgs84.geojson", "desokod"),
        ("deso2025_karlstad_wgs84.geojson", "desokod"),
        ("kommun_valmyndigheten_simplified_wgs84.geojson", "id"),
    ] {
        if let Some(text) = shared(file) {
            assert_clean(&self::made(&text, file, key, 1.0).topology, file);
        }
    }
}

#[test]
fn clipped_pieces_beside_whole_areas_stay_as_they_were() {
    let files = ["deso2018_uppsala_lan_and_fringe_sweref99tm.geojson", "deso2018_uppsala_lan_wgs84.geojson"];
    let (Some(fringe), Some(whole)) = (shared(files[0]), shared(files[1])) else { return };
    let (fringe, whole) = (read(&fringe, files[0], "desokod"), read(&whole, files[1], "desokod"));
    assert_eq!((fringe.areas.len(), whole.areas.len()), (262, 238));
    let [with, without] = [(&fringe, files[0]), (&whole, files[1])]
        .map(|(source, file)| tessellation(&source.areas, 2.0, 2.0, file).expect(file).topology);
    assert_eq!(with.crossings(), []);
    // The same areas in both files, one in metres, one in degrees, have the same size.
    let sizes = with.area_m2();
    for (code, m2) in whole.areas.iter().map(|area| &area.code).zip(without.area_m2()) {
        let at = fringe.areas.iter().position(|area| area.code == *code).expect("all 238 are among the 262");
        assert!((sizes[at] - m2).abs() < 3e-3 * m2 + 1_000.0, "{code}: {} and {m2} m²", sizes[at]);
    }
}

#[test]
#[ignore = "long: 640 areas with every bay of an archipelago"]
fn an_archipelago_keeps_all_areas_with_its_sea_and_without() {
    let files = ["deso2025_goteborgsregionen_wgs84.geojson", "deso2025_goteborg_seaclipped_wgs84.geojson"];
    let (Some(sea), Some(land)) = (shared(files[0]), shared(files[1])) else { return };
    let (mut sea, land) = (read(&sea, files[0], "desokod"), read(&land, files[1], "desokod"));
    assert_eq!((sea.areas.len(), land.areas.len()), (584, 320));
    sea.areas.retain(|area| area.code.starts_with("1480"));
    assert!(sea.areas.iter().map(|area| &area.code).eq(land.areas.iter().map(|area| &area.code)));
    let [with, without] = [(&sea, files[0]), (&land, files[1])]
        .map(|(source, file)| tessellation(&source.areas, 1.0, 1.0, file).expect(file));
    let overlaps = with.repairs.iter().filter(|r| r.wrong == Wrong::Overlap).map(|r| r.m2).sum::<f64>();
    assert!(overlaps < 1_000.0, "these areas do not overlap but by rounding: {overlaps} m²");
    let (with, without) = (with.topology, without.topology);
    for topology in [&with, &without] {
        assert_clean(topology, files[0]);
    }
    let mut drier = 0;
    for ((area, all), land) in land.areas.iter().zip(with.area_m2()).zip(without.area_m2()) {
        assert!(land < all * 1.001 + 100.0, "{}: {land} m² of land in {all} m²", area.code);
        drier += usize::from(land < 0.9 * all);
    }
    assert!(drier > 10, "{drier} areas lost sea");
    let parts = |topology: &Topology| {
        let arcs = topology.arcs_of_areas();
        (0..topology.n_areas()).map(|area| topology.rings(&arcs, area).len()).sum::<usize>()
    };
    assert!(parts(&without) > parts(&with) + 35, "the land has {} parts", parts(&without));
    // At 1.9 km a pixel hardly an island is left, and still no area is lost.
    assert_levels(&without, files[1]);
}

#[test]
fn small_areas_make_exactly_the_larger_ones() {
    for (small, large, prefix) in [
        ("deso2025_karlstad_wgs84.geojson", "regso2025_karlstad_wgs84.geojson", "1780"),
        ("deso2025_goteborgsregionen_wgs84.geojson", "regso2025_goteborgsregionen_wgs84.geojson", "1481"),
    ] {
        let (Some(deso), Some(regso)) = (shared(small), shared(large)) else { continue };
        let (mut deso, mut regso) = (read(&deso, small, "desokod"), read(&regso, large, "regsokod"));
        deso.areas.retain(|area| area.code.starts_with(prefix));
        regso.areas.retain(|area| area.code.starts_with(prefix));
        let made = tessellation(&deso.areas, 0.5, 1.0, small).expect(small);
        let parent_of: Vec<u32> = deso
            .areas
            .iter()
            .map(|area| area.properties["regsokod"].as_str().expect("a code"))
            .map(|code| regso.areas.iter().position(|r| r.code == code).expect("a RegSO of the file") as u32)
            .collect();
        let joined = made.topology.dissolved(&parent_of, regso.areas.len()).expect("a parent for each");
        assert_clean(&joined, large);
        let own = tessellation(&regso.areas, 0.5, 1.0, large).expect(large).topology;
        for ((area, m2), of_file) in regso.areas.iter().zip(joined.area_m2()).zip(own.area_m2()) {
            assert!((m2 - of_file).abs() < 1e-3 * of_file + 50.0, "{}: {m2} and {of_file} m²", area.code);
        }
        assert_levels(&made.topology, small);
    }
}

#[test]
fn invalid_rings_are_mended_named_and_leave_no_trace() {
    for (file, key, n_mended) in [
        ("karlstad_stadsdelar_wgs84.geojson", "namn", 2),
        ("fa_region_2015_wgs84.geojson", "fa_kod", 1),
        ("regso2020_stockholms_lan_wgs84_dissolved.geojson", "regsokod", 1),
    ] {
        let Some(text) = shared(file) else { continue };
        let source = read(&text, file, key);
        assert_eq!(source.mended.len(), n_mended, "{file}: {:?}", source.mended);
        let strict = read_geojson(&text, file, &Reading { key, mend: false, within: SWEDEN });
        assert_eq!(strict.expect_err("faults are told unless mending is asked for").faults.len(), n_mended);
        let made = tessellation(&source.areas, 1.0, 30.0, file).expect(file);
        assert_clean(&made.topology, file);
    }
}

#[test]
#[ignore = "long: 32,844 areas of 1.9 million vertices"]
fn a_large_country_is_one_tessellation_at_every_level() {
    let Some((grid, areas)) = super::lsoa_file::lsoa() else { return };
    let (topology, repairs) =
        lagesbild::publish::boundaries::repair::repaired(grid, &areas, 8.0).expect("areas");
    assert_eq!(topology.n_areas(), 32_844);
    println!("{} repairs, {} points", repairs.len(), topology.n_points());
    // Borders that meet in nothing but junctions leave neither gaps nor overlaps; all on whole numbers.
    for level in levels_of_detail(&topology).iter().chain([&topology]) {
        assert_eq!(level.crossings(), []);
        assert!(level.twice_cells().iter().all(|twice| *twice > 0), "an area was lost");
    }
}
