//! JSON-stat 2.0: what is written reads back as it was, every form that the standard allows reads the same, and no
//! damaged text makes the reader panic.

#![expect(clippy::unwrap_used, reason = "what a test relies on may end it")]

use lagesbild::model::json::{self, JsonError};
use lagesbild::model::json_stat::Dataset;
use lagesbild::model::{Absence, AreaCode, Cube, Flags, Indicator, Language, Period, Value};
use lagesbild::publish::demo;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value as Json, json};

/// Numbers as statistics have them (of 15 digits at most, so that every reader finds the very same `f64`), every absence,
/// every set of flags.
fn values() -> impl Strategy<Value = Value> {
    let flags = proptest::collection::vec(
        prop_oneof![
            Just(Flags::PROVISIONAL),
            Just(Flags::REVISED),
            Just(Flags::ESTIMATED),
            Just(Flags::BREAK)
        ],
        0..4,
    )
    .prop_map(|flags| flags.into_iter().fold(Flags::NONE, Flags::with));
    let numbers = (-999_999_999_999_999_i64..=999_999_999_999_999, 0_u32..10, 0_u32..15).prop_map(
        |(digits, decimals, fewer)| (digits / 10_i64.pow(fewer)) as f64 / 10_f64.powi(decimals.cast_signed()),
    );
    prop_oneof![
        4 => (numbers, flags).prop_map(|(number, flags)| Value::Number(number, flags)),
        1 => proptest::sample::select(Absence::ALL.to_vec()).prop_map(Value::Absent),
    ]
}

/// The same cases on every run.
fn seeded(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(11),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn cubes() -> impl Strategy<Value = Cube> {
    let codes = proptest::collection::btree_set(0_u16..10_000, 1..12).prop_map(|codes| {
        codes.into_iter().map(|code| format!("{code:04}").parse::<AreaCode>().unwrap()).collect::<Vec<_>>()
    });
    let periods = proptest::collection::btree_set(1000_u16..3000, 1..12)
        .prop_map(|years| years.into_iter().map(Period::year).collect::<Vec<_>>());
    (codes, periods).prop_flat_map(|(codes, periods)| {
        let n_cells = codes.len() * periods.len();
        let has_intervals = proptest::bool::ANY;
        (proptest::collection::vec(values(), n_cells), has_intervals).prop_map(
            move |(values, has_intervals)| {
                // Every third number has none, as where a source gives none.
                let ends = |(at, value): (usize, &Value)| {
                    value.number().filter(|_| at % 3 != 2).map(|number| (number.floor(), number.ceil()))
                };
                let intervals = values.iter().enumerate().map(ends).collect();
                let cube = Cube::new(codes.clone(), periods.clone(), values).unwrap();
                cube.with_intervals(if has_intervals { intervals } else { Vec::new() }).unwrap()
            },
        )
    })
}

fn indicator() -> Indicator {
    demo::demonstration_of(demo::SEED, &["09"]).unwrap().indicators.swap_remove(0).indicator
}

fn read(text: &str) -> Result<Dataset, JsonError> {
    json::read(text.as_bytes())
}

fn dataset(indicator: &Indicator, cube: &Cube) -> Dataset {
    Dataset::of_indicator(indicator, cube, |code| Some(format!("Område {code}")), Language::Sv)
}

#[test]
fn what_is_written_reads_back_as_it_was() {
    let indicator = indicator();
    proptest!(seeded(128), |(cube in cubes())| {
        let written = serde_json::to_string(&dataset(&indicator, &cube)).unwrap();
        let mut read = read(&written).unwrap();
        // Reading and writing again gives the same bytes, but for what is written for others only.
        read.extension = dataset(&indicator, &cube).extension;
        prop_assert_eq!(read.clone().into_cube().unwrap(), cube);
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), written);
    });
}

#[test]
fn every_form_of_the_standard_reads_the_same() {
    let indicator = indicator();
    proptest!(seeded(128), |(cube in cubes())| {
        let plain = serde_json::to_value(dataset(&indicator, &cube)).unwrap();
        for (name, form) in [
            ("values by position", by_position as fn(&mut Json)),
            ("a status for each cell", status_for_each),
            ("categories by position", categories_by_position),
            ("period before area", transposed),
            ("categories backwards", backwards),
            ("unknown members", with_unknown_members),
            ("no index where there is one category", without_index),
        ] {
            let mut other = plain.clone();
            form(&mut other);
            let read = read(&other.to_string()).unwrap();
            prop_assert_eq!(read.into_cube(), Ok(cube.clone()), "{}", name);
        }
    });
}

#[test]
fn one_status_for_all_cells_is_read() {
    let cube = Cube::new(
        vec!["0180".parse().unwrap()],
        vec![Period::year(2023), Period::year(2024)],
        vec![Value::Number(1.0, Flags::PROVISIONAL), Value::Number(2.0, Flags::PROVISIONAL)],
    )
    .unwrap();
    let mut json = serde_json::to_value(dataset(&indicator(), &cube)).unwrap();
    json["status"] = json!("p");
    assert_eq!(read(&json.to_string()).unwrap().into_cube(), Ok(cube));
}

#[test]
fn contradictions_are_sentences() {
    let cube = Cube::new(
        vec!["0114".parse().unwrap(), "0180".parse().unwrap()],
        vec![Period::year(2024)],
        vec![Value::Number(1.0, Flags::NONE), Value::Absent(Absence::Missing)],
    )
    .unwrap();
    let plain = serde_json::to_value(dataset(&indicator(), &cube)).unwrap();
    let cases: [(&str, Json, &str); 10] = [
        ("/version", json!("1.0"), "version “1.0”"),
        ("/class", json!("collection"), "class “collection”"),
        ("/size/1", json!(3), "does not fit the 2 values"),
        ("/size/1", json!(u64::MAX), "does not fit"),
        ("/value/1", json!(7), "value 1"),
        ("/status", json!({"9": "c"}), "position 9"),
        ("/role/geo", json!([]), "role.geo names 0 dimensions"),
        ("/role/time", json!(["year"]), "“year”"),
        ("/dimension/area/category/index/0", json!("114"), "“114”"),
        ("/dimension/period/category/index/0", json!("24"), "“24”"),
    ];
    for (pointer, wrong, part) in cases {
        let mut json = plain.clone();
        *json.pointer_mut(pointer).unwrap() = wrong;
        let error = read(&json.to_string()).unwrap().into_cube().unwrap_err().to_string();
        assert!(error.contains(part), "{pointer}: {error}");
    }
}

#[test]
fn damaged_text_never_panics() {
    let contents = demo::demonstration_of(demo::SEED, &["09"]).unwrap();
    let table =
        contents.indicators.iter().find(|contents| contents.indicator.slug == "arbetsloshet").unwrap();
    let text = serde_json::to_vec(&dataset(&table.indicator, &table.tables[1].cube)).unwrap();
    for end in (0..text.len()).step_by(7) {
        assert!(json::read::<Dataset>(&text[..end]).is_err());
    }
    proptest!(seeded(400), |(at in 0..text.len(), byte in any::<u8>())| {
        let mut damaged = text.clone();
        damaged[at] = byte;
        // Whether it still reads depends on the byte; that it ends in a result is the promise.
        if let Ok(read) = json::read::<Dataset>(&damaged) {
            let _ = read.into_cube();
        }
    });
}

/// Only the cells that have something to say, by position.
fn by_position(json: &mut Json) {
    let cells = json["value"].as_array().unwrap().clone();
    let some = cells.into_iter().enumerate().filter(|(_, value)| !value.is_null());
    json["value"] = some.map(|(at, value)| (at.to_string(), value)).collect::<serde_json::Map<_, _>>().into();
}

fn status_for_each(json: &mut Json) {
    let n_cells = json["value"].as_array().unwrap().len();
    let of = |at: usize| json["status"].get(at.to_string()).cloned().unwrap_or(Json::Null);
    json["status"] = (0..n_cells).map(of).collect::<Vec<_>>().into();
}

fn categories_by_position(json: &mut Json) {
    for id in ["area", "period"] {
        let index = &mut json["dimension"][id]["category"]["index"];
        let ids = index.as_array().unwrap().clone();
        let positions = ids.iter().enumerate().map(|(at, id)| (id.as_str().unwrap().to_owned(), json!(at)));
        *index = positions.collect::<serde_json::Map<_, _>>().into();
    }
}

/// The dimensions area and period exchanged, with the cells in their new order.
fn transposed(json: &mut Json) {
    let size = |at: usize| usize::try_from(json["size"][at].as_u64().unwrap()).unwrap();
    let (n_areas, n_periods) = (size(1), size(2));
    let from =
        (0..n_areas * n_periods).map(|at| (at % n_areas) * n_periods + at / n_areas).collect::<Vec<_>>();
    rearranged(json, &from);
    json["id"] = json!(["indicator", "period", "area"]);
    json["size"] = json!([1, n_periods, n_areas]);
}

/// Areas in falling order.
fn backwards(json: &mut Json) {
    let size = |at: usize| usize::try_from(json["size"][at].as_u64().unwrap()).unwrap();
    let (n_areas, n_periods) = (size(1), size(2));
    let from = (0..n_areas * n_periods).map(|at| (n_areas - 1 - at / n_periods) * n_periods + at % n_periods);
    rearranged(json, &from.collect::<Vec<_>>());
    json["dimension"]["area"]["category"]["index"].as_array_mut().unwrap().reverse();
}

/// Cell `at` becomes what cell `from[at]` was.
fn rearranged(json: &mut Json, from: &[usize]) {
    status_for_each(json);
    for member in ["value", "status"] {
        let cells = json[member].as_array().unwrap().clone();
        json[member] = from.iter().map(|at| cells[*at].clone()).collect::<Vec<_>>().into();
    }
    for end in ["low", "high"] {
        let Some(cells) = json["extension"]["interval"][end].as_array().cloned() else { continue };
        json["extension"]["interval"][end] =
            from.iter().map(|at| cells[*at].clone()).collect::<Vec<_>>().into();
    }
}

fn with_unknown_members(json: &mut Json) {
    json["href"] = json!("https://example.org/data");
    json["link"] = json!({"alternate": [{"type": "text/csv"}]});
    json["dimension"]["area"]["note"] = json!(["A remark."]);
}

fn without_index(json: &mut Json) {
    json["dimension"]["indicator"]["category"].as_object_mut().unwrap().remove("index");
}
