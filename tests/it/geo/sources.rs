//! Boundaries as they come: every fault is named with its file and feature, overlaps and gaps are repaired.

use lagesbild::geo::arcs::{decode, fingerprint};
use lagesbild::publish::boundaries::base::{base_borders, write_base_borders};
use lagesbild::publish::boundaries::geojson::{Reading, SWEDEN, read_geojson};
use lagesbild::publish::boundaries::repair::Wrong;
use lagesbild::publish::boundaries::tessellation::tessellation;

const READING: Reading = Reading { key: "code", mend: false, within: SWEDEN };

fn feature(properties: &str, coordinates: &str) -> String {
    format!(
        r#"{{"type":"Feature","properties":{properties},"geometry":{{"type":"Polygon","coordinates":{coordinates}}}}}"#
    )
}

fn collection(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

fn in_metres(features: &[String]) -> String {
    collection(features).replacen(
        r#""features""#,
        r#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},"features""#,
        1,
    )
}

const SQUARE: &str = "[[[15,60],[15.1,60],[15.1,60.1],[15,60.1],[15,60]]]";

#[test]
fn each_fault_of_a_file_gets_its_sentence() {
    let one = |properties: &str, coordinates: &str| collection(&[feature(properties, coordinates)]);
    let a = r#"{"code":"A"}"#;
    let no_geometry = r#"{"type":"Feature","properties":{"code":"A"},"geometry":null}"#.to_owned();
    let line = no_geometry.replace("null", r#"{"type":"LineString","coordinates":[[15,60],[16,60]]}"#);
    let cases: Vec<(String, &[&str])> = vec![
        (String::new(), &["b.geojson: this is not GeoJSON"]),
        (one(a, "[[[15,60],[NaN,60]]]"), &["b.geojson: this is not GeoJSON"]),
        (SQUARE.to_owned(), &["b.geojson"]),
        (feature(a, SQUARE), &["a FeatureCollection is needed"]),
        (collection(&[]), &["no feature in the file"]),
        (one(r#"{"kod":"A","namn":"B"}"#, SQUARE), &["\"code\"", "is missing", "found: kod, namn"]),
        (one(r#"{"code":114}"#, SQUARE), &["feature 1", "the number 114", "codes are text"]),
        (one(r#"{"code":" "}"#, SQUARE), &["feature 1", "a code is needed"]),
        (
            collection(&[feature(a, SQUARE), feature(a, SQUARE)]),
            &["feature 2 (A)", "feature 1 has the same code"],
        ),
        (collection(&[no_geometry]), &["feature 1 (A)", "no geometry"]),
        (collection(&[line]), &["feature 1 (A)", "LineString", "Polygon or MultiPolygon is needed"]),
        (one(a, "[]"), &["feature 1 (A)", "no ring"]),
        (one(a, "[[[15,60],[15.1,60],[15,60]]]"), &["ring 1 of polygon 1 has 3 positions", "at least 4"]),
        (
            one(a, "[[[15,60],[15.1,60],[15.1,60.1],[15,60.1]]]"),
            &["not closed", "[15.0, 60.0]", "[15.0, 60.1]"],
        ),
        (
            one(a, "[[[15,60],[15.1,60.1],[15.1,60],[15,60.1],[15,60]]]"),
            &["feature 1 (A): ring 1 of polygon 1 crosses itself at 15.0", "E 50", "N 66"],
        ),
        (
            one(a, "[[[60,15],[60,15.1],[60.1,15.1],[60,15]]]"),
            &["the axes are swapped", "longitude before latitude"],
        ),
        (
            one(a, "[[[500000,6600000],[500100,6600000],[500100,6600100],[500000,6600000]]]"),
            &["not degrees", "EPSG:3006"],
        ),
        (in_metres(&[feature(a, SQUARE)]), &["these are degrees", "declares metres"]),
        (
            in_metres(&[feature(
                a,
                "[[[6600000,500000],[6600000,500100],[6600100,500100],[6600000,500000]]]",
            )]),
            &["the axes are swapped", "east before north"],
        ),
        (one(a, "[[[2,48],[2.1,48],[2.1,48.1],[2,48]]]"), &["[2, 48]", "outside of longitude 9.5 to 25.5"]),
        (
            in_metres(&[feature(a, SQUARE)]).replace("3006", "3021"),
            &["EPSG::3021", "WGS 84 and SWEREF 99 TM (EPSG:3006) can be read"],
        ),
    ];
    for (text, parts) in cases {
        let error = read_geojson(&text, "b.geojson", &READING).expect_err(&text).to_string();
        assert!(error.starts_with("b.geojson"), "{error}");
        for part in parts {
            assert!(error.contains(part), "{part:?} is not in: {error}");
        }
    }
}

#[test]
fn all_faults_are_told_at_once_and_a_clean_file_is_read() {
    let bad = "[[[15,60],[15.1,60],[15.1,60.1],[15,60.1]]]";
    let many: Vec<String> = (0..30).map(|i| feature(&format!(r#"{{"code":"{i:02}"}}"#), bad)).collect();
    let error = read_geojson(&collection(&many), "b.geojson", &READING).unwrap_err();
    assert_eq!(error.faults.len(), 30);
    let text = error.to_string();
    assert!(text.contains("feature 20 (19)") && text.ends_with("and 10 more faults"), "{text}");

    let text = format!(
        "\u{feff}{}",
        collection(&[feature(r#"{"code":"B"}"#, SQUARE), feature(r#"{"code":"A"}"#, SQUARE)])
    );
    let source = read_geojson(&text, "b.geojson", &READING).unwrap();
    assert_eq!(source.areas.iter().map(|a| a.code.as_str()).collect::<Vec<_>>(), ["A", "B"]);
    // 15° E is the central meridian: easting 500,000 m.
    assert!((source.areas[0].polygons[0][0][0][0] - 500_000.0).abs() < 1e-6);

    let by_id = collection(&[feature("{}", SQUARE)]).replacen(
        r#""type":"Feature","#,
        r#""type":"Feature","id":"Z","#,
        1,
    );
    let reading = Reading { key: "id", ..READING };
    assert_eq!(read_geojson(&by_id, "b.geojson", &reading).unwrap().areas[0].code, "Z");
}

#[test]
fn a_crossing_ring_is_mended_when_that_is_asked_for() {
    let bow_tie = "[[[15,60],[15.1,60.1],[15.1,60],[15,60.1],[15,60]]]";
    let text = collection(&[feature(r#"{"code":"A"}"#, bow_tie)]);
    let source = read_geojson(&text, "b.geojson", &Reading { mend: true, ..READING }).unwrap();
    assert_eq!(source.mended.len(), 1);
    let made = tessellation(&source.areas, 1.0, 1.0, "b.geojson").unwrap();
    assert_eq!(made.topology.rings(&made.topology.arcs_of_areas(), 0).len(), 2);
}

/// Squares of 100 m in metres, drawn with the faults that real files have.
fn drawn(rings: &[(&str, &[[i32; 2]])]) -> String {
    let features: Vec<String> = rings
        .iter()
        .map(|(code, ring)| {
            let positions: Vec<String> = ring
                .iter()
                .chain(ring.first())
                .map(|[x, y]| format!("[{},{}]", 500_000 + x, 6_600_000 + y))
                .collect();
            feature(&format!(r#"{{"code":"{code}"}}"#), &format!("[[{}]]", positions.join(",")))
        })
        .collect();
    in_metres(&features)
}

#[test]
fn overlaps_gaps_and_splinters_are_repaired_and_reported() {
    let text = drawn(&[
        ("A", &[[0, 0], [100, 0], [104, 50], [100, 100], [0, 100]]),
        ("B", &[[100, 0], [200, 0], [200, 50], [200, 100], [100, 100]]),
        ("C", &[[200, 0], [300, 0], [300, 100], [200, 100], [203, 50]]),
        ("D", &[[0, 100], [300, 100], [300, 200], [0, 200]]),
    ]);
    let source = read_geojson(&text, "b.geojson", &READING).unwrap();
    let made = tessellation(&source.areas, 1.0, 10.0, "b.geojson").unwrap();
    let found: Vec<(Wrong, f64, Vec<u32>)> =
        made.repairs.iter().map(|r| (r.wrong, r.m2, r.areas.clone())).collect();
    assert_eq!(found, [(Wrong::Overlap, 200.0, vec![0, 1]), (Wrong::Gap, 150.0, vec![1, 2])]);
    assert_eq!(made.topology.area_m2().iter().sum::<f64>(), 60_000.0);
    super::derived::assert_clean(&made.topology, "repaired");
    assert_eq!(made.topology.border_lengths().iter().filter(|b| b.other < 4).count(), 5);
    // Narrow things may also be meant: with a sliver width of 1 m the gap stays outside.
    let strict = tessellation(&source.areas, 1.0, 1.0, "b.geojson").unwrap();
    assert_eq!(strict.topology.area_m2().iter().sum::<f64>(), 59_850.0);
}

#[test]
fn an_area_that_another_covers_is_named() {
    let square: &[[i32; 2]] = &[[0, 0], [100, 0], [100, 100], [0, 100]];
    let source = read_geojson(&drawn(&[("A", square), ("B", square)]), "b.geojson", &READING).unwrap();
    let error = tessellation(&source.areas, 1.0, 1.0, "b.geojson").unwrap_err().to_string();
    assert!(error.contains("nothing is left of area B"), "{error}");
    let tiny = tessellation(&source.areas[..1], 1000.0, 1.0, "b.geojson").unwrap_err().to_string();
    assert!(tiny.contains("nothing is left of area A on a grid of 1000 m"), "{tiny}");
}

#[test]
fn base_borders_are_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let (from, out) = (folder.path().join("kommun.geojson"), folder.path().join("borders"));
    let two = |first: &str, name: &str| {
        drawn(&[
            (first, &[[0, 0], [100, 0], [100, 100], [0, 100]]),
            ("0115", &[[100, 0], [200, 0], [200, 100], [100, 100]]),
        ])
        .replace(r#""code":"0115""#, r#""kommun_kod":"0115","kommun":"Vallentuna""#)
        .replace(&format!(r#""code":"{first}""#), &format!(r#""kommun_kod":"{first}","kommun":"{name}""#))
    };
    std::fs::write(&from, two("0114", "Upplands Väsby")).unwrap();
    write_base_borders(&from, &out).unwrap();
    let arcs = std::fs::read(out.join("municipality.arcs")).unwrap();
    let (topology, codes) = decode(&arcs).unwrap();
    assert_eq!((topology.area_m2(), codes), (vec![10_000.0, 10_000.0], fingerprint(["0114", "0115"])));
    let places = std::fs::read_to_string(out.join("places.csv")).unwrap();
    assert!(
        places.starts_with(
            "code,name\n01,Stockholms län\n0114,Upplands Väsby\n0115,Vallentuna\n03,Uppsala län\n"
        )
    );

    for (bad, part) in
        [(two("114", "X"), "\"114\" is no municipality code"), (two("0114", ""), "0114 has the name \"\"")]
    {
        std::fs::write(&from, bad).unwrap();
        let error = write_base_borders(&from, &out).unwrap_err().to_string();
        assert!(error.contains(part), "{error}");
        assert_eq!(std::fs::read(out.join("municipality.arcs")).unwrap(), arcs);
    }
    let error = write_base_borders(&folder.path().join("none.geojson"), &out).unwrap_err().to_string();
    assert!(error.contains("reading") && error.contains("none.geojson"), "{error}");
    assert!(base_borders("{}", "x").is_err());
}
