//! Files of borders for other programs, read back; and the details of each municipality.

use super::made::Made;
use lagesbild::geo::arcs::decode;
use lagesbild::geo::neighbours::Contiguity;
use lagesbild::geo::topology::Topology;
use lagesbild::publish::boundaries::geojson::{Reading, SWEDEN, read_geojson};
use lagesbild::publish::boundaries::projection::Sweref99Tm;
use lagesbild::publish::boundaries::{Described, details, geojson_text, levels_of_detail, topojson_text};
use std::collections::{BTreeMap, BTreeSet};

fn municipalities() -> Topology {
    decode(include_bytes!("../../../public/borders/municipality.arcs")).expect("the package's borders").0
}

fn described(n: usize) -> Vec<Described> {
    let one = |at: usize| {
        let properties = [("namn".to_owned(), format!("Område \"{at}\"").into())].into_iter().collect();
        Described { code: format!("{at:04}"), properties }
    };
    (0..n).map(one).collect()
}

/// Made tessellations with holes, islands and corners where four areas meet, and real municipalities.
fn all_kinds() -> Vec<Topology> {
    let mut all: Vec<Topology> = (0..8).map(|seed| Made::new(seed, 9, 4).topology()).collect();
    all.push(levels_of_detail(&municipalities())[2].clone());
    all
}

#[test]
fn geojson_read_back_has_the_areas_sizes_and_the_directions_of_the_standard() {
    for topology in all_kinds() {
        let n = topology.n_areas();
        let text = geojson_text(&topology, &described(n), "x.geojson").unwrap();
        let parsed: geojson::GeoJson = text.parse().unwrap();
        let collection = geojson::FeatureCollection::try_from(parsed).unwrap();
        assert_eq!(collection.features.len(), n);
        assert_eq!(collection.features[1].property("namn").unwrap().as_str(), Some("Område \"1\""));
        for feature in &collection.features {
            use geojson::GeometryValue::{MultiPolygon, Polygon};
            let polygons = match &feature.geometry.as_ref().unwrap().value {
                Polygon { coordinates } => vec![coordinates.clone()],
                MultiPolygon { coordinates } => coordinates.clone(),
                other => panic!("{other:?}"),
            };
            for (nth, ring) in polygons.iter().flat_map(|polygon| polygon.iter().enumerate()) {
                assert!(ring.len() >= 4 && ring[0] == ring[ring.len() - 1]);
                let twice: f64 = ring.windows(2).map(|p| p[0][0] * p[1][1] - p[1][0] * p[0][1]).sum();
                assert_eq!(twice > 0.0, nth == 0, "outer rings run anticlockwise, holes clockwise");
            }
        }
        // Our own reader finds no fault in it, and the same sizes within what a tenth of a metre can change.
        let reading = Reading { key: "id", mend: false, within: SWEDEN };
        let back = read_geojson(&text, "x.geojson", &reading).unwrap().areas;
        let mut around = vec![0.0; n];
        for border in topology.border_lengths() {
            for side in [border.area, border.other] {
                if let Some(sum) = around.get_mut(side as usize) {
                    *sum += border.metres;
                }
            }
        }
        for (area, (source, m2)) in back.iter().zip(topology.area_m2()).enumerate() {
            assert_eq!(source.code, format!("{area:04}"));
            let rings = source.polygons.iter().flatten();
            let size = |ring: &Vec<[f64; 2]>| -> f64 {
                ring.windows(2).map(|p| p[0][0] * p[1][1] - p[1][0] * p[0][1]).sum()
            };
            let found = rings.map(size).sum::<f64>() / 2.0;
            assert!(
                (found - m2).abs() < 0.12 * around[area] + 1.0,
                "area {area}: {found} instead of {m2} m²"
            );
        }
    }
}

#[test]
fn topojson_has_every_border_once_and_the_same_polygons_as_geojson() {
    for topology in all_kinds() {
        let n = topology.n_areas();
        let text = topojson_text(&topology, &described(n), "areas", "x.topojson").unwrap();
        let file: serde_json::Value = serde_json::from_str(&text).unwrap();
        let of = |value: &serde_json::Value| value.as_f64().unwrap();
        let [scale, translate] = ["scale", "translate"].map(|name| {
            let pair = &file["transform"][name];
            [of(&pair[0]), of(&pair[1])]
        });
        let arcs: Vec<Vec<[i64; 2]>> = file["arcs"]
            .as_array()
            .unwrap()
            .iter()
            .map(|arc| {
                let mut at = [0i64; 2];
                let points = arc.as_array().unwrap().iter().map(|step| {
                    at = [0, 1].map(|axis| at[axis] + step[axis].as_i64().unwrap());
                    // Millionths of a degree, as whole numbers.
                    [0, 1].map(|axis| {
                        let degrees = at[axis] as f64 * scale[axis] + translate[axis];
                        (degrees * 1e6).round().to_string().parse().unwrap()
                    })
                });
                points.collect()
            })
            .collect();
        assert_eq!(arcs.len(), topology.n_arcs());
        let ring = |refs: &serde_json::Value| -> Vec<[i64; 2]> {
            let mut ring: Vec<[i64; 2]> = Vec::new();
            for arc in refs.as_array().unwrap() {
                let arc = arc.as_i64().unwrap();
                let mut points = arcs[usize::try_from(if arc < 0 { !arc } else { arc }).unwrap()].clone();
                if arc < 0 {
                    points.reverse();
                }
                assert!(ring.is_empty() || ring.last() == points.first(), "arcs of a ring meet");
                ring.extend(&points[usize::from(!ring.is_empty())..]);
            }
            assert_eq!(ring.first(), ring.last());
            ring
        };
        let edges_of = |rings: Vec<Vec<[i64; 2]>>| -> BTreeSet<[[i64; 2]; 2]> {
            rings.iter().flat_map(|ring| ring.windows(2)).map(|p| [p[0].min(p[1]), p[0].max(p[1])]).collect()
        };
        let text = geojson_text(&topology, &described(n), "x.geojson").unwrap();
        let geojson: serde_json::Value = serde_json::from_str(&text).unwrap();
        let geometries = file["objects"]["areas"]["geometries"].as_array().unwrap();
        assert_eq!(geometries.len(), n);
        for (geometry, feature) in geometries.iter().zip(geojson["features"].as_array().unwrap()) {
            assert_eq!((&geometry["id"], &geometry["properties"]), (&feature["id"], &feature["properties"]));
            assert_eq!(geometry["type"], feature["geometry"]["type"]);
            let list = |value: &serde_json::Value| value.as_array().unwrap().clone();
            let is_one = geometry["type"] == "Polygon";
            let polygons = |value: &serde_json::Value| if is_one { vec![value.clone()] } else { list(value) };
            let mine: Vec<_> = polygons(&geometry["arcs"]).iter().flat_map(list).map(|r| ring(&r)).collect();
            let twice = |ring: &Vec<[i64; 2]>| -> i64 {
                ring.windows(2).map(|p| p[0][0] * p[1][1] - p[1][0] * p[0][1]).sum()
            };
            assert!(twice(&mine[0]) < 0, "outer rings run clockwise");
            let theirs: Vec<Vec<[i64; 2]>> = polygons(&feature["geometry"]["coordinates"])
                .iter()
                .flat_map(list)
                .map(|ring| {
                    let millionths =
                        |c: &serde_json::Value| (of(c) * 1e6).round().to_string().parse().unwrap();
                    list(&ring).iter().map(|p| [millionths(&p[0]), millionths(&p[1])]).collect()
                })
                .collect();
            assert_eq!(edges_of(mine), edges_of(theirs), "{}", geometry["id"]);
        }
    }
}

#[test]
fn what_cannot_be_written_is_refused_with_a_sentence() {
    let topology = Made::new(1, 5, 3).topology();
    let error = geojson_text(&topology, &described(2), "deso.geojson").unwrap_err().to_string();
    assert_eq!(error, "deso.geojson: 2 areas are described and 3 have borders; each needs both");
    let error = topojson_text(&topology, &described(4), "areas", "deso.topojson").unwrap_err().to_string();
    assert!(error.starts_with("deso.topojson: 4 areas are described and 3"), "{error}");
}

#[test]
fn details_are_the_whole_country_cut_up() {
    // Municipalities stand for small areas and counties for municipalities.
    let whole = municipalities();
    let places = include_str!("../../../public/borders/places.csv");
    let codes: Vec<&str> =
        places.lines().filter_map(|line| line.split(',').next()).filter(|code| code.len() == 4).collect();
    let codes: Vec<&str> = codes.into_iter().filter(|code| *code != "code").collect();
    let counties: Vec<&str> =
        codes.iter().map(|code| &code[..2]).collect::<BTreeSet<_>>().into_iter().collect();
    let county_of: Vec<u32> = codes
        .iter()
        .map(|code| u32::try_from(counties.iter().position(|county| *county == &code[..2]).unwrap()).unwrap())
        .collect();
    let details = details(&whole, &county_of, counties.len()).unwrap();
    assert_eq!(details.len(), 21);
    let sizes = whole.area_m2();
    let mut seen = BTreeMap::new();
    let mut at_county_borders: BTreeMap<Vec<[i32; 2]>, usize> = BTreeMap::new();
    for detail in &details {
        let grid = detail.borders.grid();
        assert_eq!(grid.step, 10.0);
        assert_eq!(detail.borders.crossings(), []);
        for (area, m2) in detail.areas.iter().zip(detail.borders.area_m2()) {
            let off = (m2 - sizes[*area as usize]).abs() / sizes[*area as usize];
            assert!(m2 > 0.0 && off < 0.01, "{}: {m2} m²", codes[*area as usize]);
            assert!(seen.insert(*area, m2).is_none());
        }
        for arc in 0..detail.borders.n_arcs() {
            let (left, right) = detail.borders.sides(arc);
            let of_area = |side: u32| (side as usize) < detail.areas.len();
            assert!(of_area(left) || of_area(right));
            if !(of_area(left) && of_area(right)) {
                for pair in detail.borders.arc(arc).windows(2) {
                    *at_county_borders
                        .entry(vec![pair[0].min(pair[1]), pair[0].max(pair[1])])
                        .or_default() += 1;
                }
            }
        }
    }
    assert_eq!(seen.len(), whole.n_areas());
    // Edges between counties are there twice, once in each, and those at the sea once.
    let twice = at_county_borders.values().filter(|n| **n == 2).count();
    assert!(at_county_borders.values().all(|n| *n <= 2) && twice > 300, "{twice}");
    let links: usize = details.iter().map(|d| d.borders.neighbours(Contiguity::Rook).n_links()).sum();
    let within = |area: usize, other: u32| county_of[area] == county_of[other as usize];
    let neighbours = whole.neighbours(Contiguity::Rook);
    let expected: usize = (0..whole.n_areas())
        .map(|area| neighbours.of(area).iter().filter(|other| within(area, **other)).count())
        .sum();
    assert_eq!(links, expected / 2);
    let error = lagesbild::publish::boundaries::details(&whole, &[0], 1).unwrap_err().to_string();
    assert!(error.contains("1 parents were given for 290 areas"), "{error}");
}

#[test]
fn positions_are_where_the_projection_puts_them() {
    let topology = Made::new(2, 5, 2).topology();
    let text = geojson_text(&topology, &described(2), "x.geojson").unwrap();
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut written = BTreeSet::new();
    collect_positions(&file["features"], &mut written);
    let sweref = Sweref99Tm::default();
    let mut expected = BTreeSet::new();
    for p in (0..topology.n_arcs()).flat_map(|arc| topology.arc(arc)) {
        let lonlat = sweref.lonlat_from_world(topology.grid().world_from_grid(*p)).unwrap();
        expected
            .insert(lonlat.map(|c| format!("{c:.6}").trim_end_matches('0').trim_end_matches('.').to_owned()));
    }
    assert_eq!(written, expected);
}

fn collect_positions(value: &serde_json::Value, into: &mut BTreeSet<[String; 2]>) {
    match value {
        serde_json::Value::Array(items) => {
            if let [lon, lat] = &items[..]
                && lon.is_number()
            {
                into.insert([lon.to_string(), lat.to_string()]);
            }
            items.iter().for_each(|item| collect_positions(item, into));
        }
        serde_json::Value::Object(members) => {
            members.values().for_each(|member| collect_positions(member, into));
        }
        _ => {}
    }
}
