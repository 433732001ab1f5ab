//! `lagesbild measure`, run as a person runs it: what it prints and how it ends.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// Files written for one test, in a folder that goes when the test ends.
struct Folder(tempfile::TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).expect("a file for the test");
        }
        Self(folder)
    }

    /// Runs `measure` there; arguments are separated by spaces.
    fn run(&self, arguments: &str) -> Output {
        run_in(self.0.path(), arguments)
    }
}

fn run_in(folder: &Path, arguments: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lagesbild"));
    command
        .current_dir(folder)
        .arg("measure")
        .args(arguments.split(' '))
        .output()
        .expect("the command starts")
}

fn records(output: &Output) -> Vec<Value> {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("the output is JSON")
}

fn value(records: &[Value], index: &str, more: &[(&str, Value)]) -> f64 {
    let fits =
        |record: &&Value| record["index"] == index && more.iter().all(|(key, value)| &record[*key] == value);
    let record = records.iter().find(fits).unwrap_or_else(|| panic!("no record of {index} {more:?}"));
    record["value"].as_f64().unwrap_or_else(|| panic!("{record} has no value"))
}

fn assert_near(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs(), "{found} should be {expected}");
}

/// The folder of the real data beside the project; a line says where it is missing.
fn shared(path: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("LAGESBILD_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let folder = std::fs::canonicalize(&folder).unwrap_or(folder).join(path);
    if !folder.exists() {
        println!("skipped: {} is not there", folder.display());
        return None;
    }
    Some(folder)
}

/// Four areas in a row, of 1 km each; the codes lead with 0.
const WIDE: &str = "kod,a,b,alla,kommun\n01,80,20,100,X\n02,60,40,100,X\n03,10,90,100,Y\n04,50,50,100,Y\n";
const LONG: &str = "kod,grupp,n\n01,a,80\n01,b,20\n02,a,60\n02,b,40\n03,a,10\n03,b,90\n04,a,50\n04,b,50\n";

fn row_of_squares(crs: &str, scale: f64) -> String {
    let square = |idx: u8| {
        let (west, east) = (f64::from(idx) * scale, f64::from(idx + 1) * scale);
        format!(
            "{{\"type\":\"Feature\",\"properties\":{{\"kod\":\"0{}\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":\
             [[[{west},0],[{east},0],[{east},{scale}],[{west},{scale}],[{west},0]]]}}}}",
            idx + 1
        )
    };
    let squares: Vec<String> = (0..4).map(square).collect();
    format!("{{\"type\":\"FeatureCollection\",{crs}\"features\":[{}]}}", squares.join(","))
}

#[test]
fn wide_and_long_counts_give_the_same() {
    let folder = Folder::with(&[("wide.csv", WIDE), ("long.csv", LONG)]);
    let wide = records(&folder.run("--counts wide.csv --area kod --groups a,b --format json"));
    let long = records(&folder.run("--counts long.csv --long kod,grupp,n --groups a,b --format json"));
    assert_eq!(wide, long);
    let both =
        records(&folder.run("--counts long.csv --area kod --long kod,grupp,n --groups a,b --format json"));
    assert_eq!(long, both);
    assert!(wide.len() > 15);
    // D by hand: Σ|80·200 − 20·200| … / (2·200·200).
    assert_near(value(&wide, "dissimilarity", &[]), 0.4);
    let group = records(&folder.run("--counts wide.csv --area kod --group a --total alla --format json"));
    assert_near(value(&group, "dissimilarity", &[("groups", serde_json::json!(["a"]))]), 0.4);
    let against = records(&folder.run("--counts wide.csv --area kod --group a --against b --format json"));
    assert_near(value(&against, "dissimilarity", &[("groups", serde_json::json!(["a", "b"]))]), 0.4);
    let rest = records(&folder.run("--counts long.csv --long kod,grupp,n --group a --format json"));
    assert_near(value(&rest, "isolation", &[]), value(&group, "isolation", &[]));
}

#[test]
fn every_part_of_a_file_is_computed_apart() {
    let folder = Folder::with(&[("wide.csv", WIDE)]);
    let found = records(&folder.run(
        "--counts wide.csv --area kod --group a --total alla --by kommun --index dissimilarity --format json",
    ));
    assert_eq!(found.len(), 2);
    // Of 140 a and 60 b in X: ½(|80/140 − 20/60| + |60/140 − 40/60|).
    assert_near(value(&found, "dissimilarity", &[("by", "X".into())]), 80.0 / 140.0 - 20.0 / 60.0);
    assert_eq!(found[1]["n_areas"], 2);
}

#[test]
fn an_interval_is_the_same_each_time_and_lies_near_the_value() {
    let folder = Folder::with(&[("wide.csv", WIDE)]);
    let line = "--counts wide.csv --area kod --group a --total alla --index dissimilarity --interval --replicates 400 \
                --seed 7 --format json";
    let (first, second) = (folder.run(line), folder.run(line));
    assert_eq!(first.stdout, second.stdout);
    let found = records(&first);
    let interval = found[0]["interval"].as_array().unwrap();
    let (low, high) = (interval[0].as_f64().unwrap(), interval[1].as_f64().unwrap());
    assert!(low < 0.4 && 0.4 < high && high - low < 0.3, "{low}–{high}");
}

#[test]
fn an_undefined_index_is_an_absence_with_its_reason() {
    let folder = Folder::with(&[
        ("one.csv", "kod,a,alla\n01,5,10\n"),
        ("none.csv", "kod,a,alla\n01,0,10\n02,0,10\n"),
        ("whole.csv", "kod,a,alla\n01,10,10\n02,10,10\n"),
        ("alike.csv", "kod,a,b\n01,0,0\n02,0,0\n"),
    ]);
    for (arguments, word) in [
        ("--counts one.csv --area kod --group a --total alla", "one area"),
        ("--counts none.csv --area kod --group a --total alla", "\"a\" has no members"),
        ("--counts whole.csv --area kod --group a --total alla", "outside the group"),
        ("--counts alike.csv --area kod --groups a,b", "nobody lives there"),
    ] {
        let found = records(
            &folder.run(&format!("{arguments} --index dissimilarity,information-theory --format json")),
        );
        for record in found {
            assert!(record.get("value").is_none(), "{record}");
            assert!(record["reason"].as_str().unwrap().contains(word), "{record}");
        }
    }
}

#[test]
fn geometry_adds_the_spatial_indices() {
    let folder = Folder::with(&[("wide.csv", WIDE), ("map.geojson", &row_of_squares("", 1_000.0))]);
    let found = records(&folder.run(
        "--counts wide.csv --area kod --group a --total alla --geometry map.geojson --key kod --crs planar --format json",
    ));
    // All areas have the same land: DEL is D of the group against land, ½Σ|x_i/X − ¼|.
    let delta = 0.5 * [80.0, 60.0, 10.0, 50.0].iter().map(|x: &f64| (x / 200.0 - 0.25).abs()).sum::<f64>();
    assert_near(value(&found, "delta", &[]), delta);
    // D(adj) = D − Σc|Δp|/Σc over the three borders.
    let across = (0.2 + 0.5 + 0.4) / 3.0;
    assert_near(value(&found, "boundary-dissimilarity", &[]), 0.4 - across);
    // Nothing is undefined but what compares areas by their land, of which all have the same.
    let absent: Vec<&str> = found
        .iter()
        .filter(|record| record.get("value").is_none())
        .map(|record| record["index"].as_str().unwrap())
        .collect();
    assert_eq!(absent, ["absolute-concentration", "relative-concentration"]);
}

#[test]
fn near_areas_are_compared_by_moran() {
    let folder = Folder::with(&[
        ("values.csv", "kod,v,del,alla\n04,9,40,100\n01,1,1,100\n03,6,30,100\n02,2,5,100\n"),
        ("map.geojson", &row_of_squares("", 1_000.0)),
    ]);
    let line = "moran --geometry map.geojson --key kod --values values.csv --format json";
    let found = records(&folder.run(&format!("{line} --column v --permutations 99")));
    // Mean 4.5, deviations −3.5 −2.5 1.5 4.5; W row-standardised: Σz·Wz/Σz² with n = S₀.
    let product = -3.5 * -2.5 + -2.5 * (-3.5 + 1.5) / 2.0 + 1.5 * (-2.5 + 4.5) / 2.0 + 4.5 * 1.5;
    assert_near(value(&found, "moran", &[]), product / (3.5 * 3.5 + 2.5 * 2.5 + 1.5 * 1.5 + 4.5 * 4.5));
    assert_near(value(&found, "local-moran", &[("area", "04".into())]), 3.0 * 4.5 * 1.5 / 41.0);
    assert!(
        found.iter().filter(|record| record["index"] == "local-moran").all(|record| record["p"].is_number())
    );
    let rates = records(&folder.run(&format!("{line} --numerator del --denominator alla")));
    assert!(value(&rates, "moran", &[]) > 0.0);
}

#[test]
fn parts_add_up() {
    let folder = Folder::with(&[("wide.csv", WIDE), ("later.csv", &WIDE.replace("80,20", "70,30"))]);
    let found = records(
        &folder.run("decompose --counts wide.csv --area kod --groups a,b --within kommun --format json"),
    );
    let part = |by: &str| value(&found, "mutual-information", &[("by", by.into())]);
    assert!((part("between kommun") + part("within kommun") - part("total")).abs() < 1e-12);
    let found = records(
        &folder.run("change --counts wide.csv --counts2 later.csv --area kod --groups a,b --format json"),
    );
    let parts = ["additions", "removals", "group-marginal", "unit-marginal", "structural"];
    let sum: f64 = parts.iter().map(|part| value(&found, part, &[])).sum();
    assert!((sum - value(&found, "difference", &[])).abs() < 1e-12);
    assert!(value(&found, "difference", &[]) < 0.0);
}

#[test]
fn classes_ranks_and_trends() {
    let series: Vec<String> = (0..12).map(|k| format!("{},{}", 2010 + k, 3 * k)).collect();
    let folder = Folder::with(&[
        ("values.csv", "kod,v,n\n01,1,100\n02,2,100\n03,3,100\n04,40,100\n05,41,100\n06,,100\n"),
        ("series.csv", &format!("ar,v\n{}\n", series.join("\n"))),
    ]);
    let found = records(
        &folder
            .run("classify --values values.csv --column v --method natural-breaks --classes 2 --format json"),
    );
    assert_near(value(&found, "break", &[]), 3.0);
    let counted: Vec<u64> = found[1..].iter().map(|class| class["n_areas"].as_u64().unwrap()).collect();
    assert_eq!(counted, [3, 2]);
    assert!(found[1]["warnings"][0].as_str().unwrap().starts_with("1 rows without a value"));
    let trend = records(&folder.run("trend --values series.csv --period ar --column v --format json"));
    assert_near(value(&trend, "slope", &[]), 3.0);
    let broken =
        records(&folder.run("trend --values series.csv --period ar --column v --break 2016 --format json"));
    assert!(broken[0]["reason"].as_str().unwrap().contains("8 periods"));
    let wide = Folder::with(&[("wide.csv", WIDE)]);
    let ranked = records(
        &wide.run("rank --values wide.csv --area kod --numerator a --denominator alla --format json"),
    );
    assert_eq!(
        (ranked[0]["value"].as_f64(), &ranked[0]["interval"]),
        (Some(1.0), &serde_json::json!([1.0, 1.0]))
    );
}

#[test]
fn the_list_has_every_index_once() {
    let folder = Folder::with(&[]);
    let listed = records(&folder.run("list --format json"));
    let ids: std::collections::BTreeSet<&str> =
        listed.iter().filter_map(|index| index["id"].as_str()).collect();
    assert_eq!(ids.len(), listed.len());
    assert!(ids.contains("dissimilarity") && ids.contains("spatial-information-theory"));
    let text = String::from_utf8(folder.run("list").stdout).unwrap();
    assert!(listed.iter().all(|index| text.contains(index["source"].as_str().unwrap())));
}

/// Bad input, and what the sentence about it has to name.
#[test]
fn bad_input_ends_with_a_sentence_and_exit_code_2() {
    let metres = row_of_squares("\"crs\":{\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3006\"}},", 0.01);
    let folder = Folder::with(&[
        ("wide.csv", WIDE),
        ("negative.csv", "kod,a,alla\n01,5,10\n02,-3,10\n"),
        ("fraction.csv", "kod,a,alla\n01,5.5,10\n"),
        ("comma.csv", "kod;a;alla\n01;5,5;10\n"),
        ("larger.csv", "kod,a,alla\n01,5,10\n02,30,20\n"),
        ("ragged.csv", "kod,a,alla\n01,5,10\n02,30\n"),
        ("twice.csv", "kod,a,a\n01,5,10\n"),
        ("doubled.csv", "kod,a,alla\n01,5,10\n02,5,10\n01,7,10\n"),
        ("empty.csv", "kod,a,alla\n01,,10\n"),
        ("header.csv", "kod,a,alla\n"),
        ("fewer.csv", "kod,a,alla\n01,5,10\n02,5,10\n"),
        ("more.csv", "kod,a,alla\n01,5,10\n02,5,10\n03,5,10\n04,5,10\n05,5,10\n"),
        ("map.geojson", &row_of_squares("", 0.01)),
        ("declared.geojson", &metres),
        ("metres.geojson", &row_of_squares("", 1_000.0)),
    ]);
    std::fs::write(folder.0.path().join("latin1.csv"), b"kod,a,alla\n\xe5,5,10\n").unwrap();
    let group = "--area kod --group a --total alla";
    let on_map = "--counts wide.csv --area kod --group a --total alla --key kod --geometry";
    for (arguments, named) in [
        (format!("--counts negative.csv {group}"), &["negative.csv", "row 3", "\"a\"", "-3"][..]),
        (
            format!("--counts fraction.csv {group}"),
            &["fraction.csv", "row 2", "\"a\"", "5.5", "--fractional"],
        ),
        (format!("--counts comma.csv {group}"), &["comma.csv", "row 2", "\"a\"", "5,5"]),
        (format!("--counts larger.csv {group}"), &["larger.csv", "row 3", "\"a\"", "30", "20"]),
        (format!("--counts ragged.csv {group}"), &["ragged.csv", "row 3", "2 columns", "3"]),
        (format!("--counts twice.csv {group}"), &["twice.csv", "row 1", "columns 2 and 3", "\"a\""]),
        (format!("--counts doubled.csv {group}"), &["doubled.csv", "row 4", "\"kod\"", "\"01\"", "row 2"]),
        (format!("--counts empty.csv {group}"), &["empty.csv", "row 2", "\"a\"", "empty"]),
        (format!("--counts header.csv {group}"), &["header.csv", "no row"]),
        (format!("--counts latin1.csv {group}"), &["latin1.csv", "row 2", "UTF-8"]),
        (
            "--counts wide.csv --area kod --group q --total alla".to_owned(),
            &["wide.csv", "row 1", "\"q\"", "kod, a, b"],
        ),
        ("--counts wide.csv --area kod --group a".to_owned(), &["--total", "--against"]),
        (
            "--counts wide.csv --area a --long kod,b,alla --groups a,b".to_owned(),
            &["--area", "\"a\"", "\"kod\""],
        ),
        (format!("--counts wide.csv {group} --index disimilarity"), &["disimilarity", "dissimilarity"]),
        (format!("--counts wide.csv {group} --b 1"), &["--b is 1"]),
        (format!("--counts wide.csv {group} --b -0.5"), &["--b is -0.5"]),
        (format!("--counts wide.csv {group} --radius -5"), &["--radius is -5"]),
        (format!("--counts wide.csv {group} --center 18,59"), &["--geometry"]),
        (
            "classify --values wide.csv --column a --method quantile --breaks 3".to_owned(),
            &["--breaks", "--method manual"],
        ),
        (
            format!("--counts fewer.csv {group} --geometry map.geojson --key kod"),
            &["map.geojson", "fewer.csv", "03, 04"],
        ),
        (
            format!("--counts more.csv {group} --geometry map.geojson --key kod"),
            &["map.geojson", "more.csv", "05"],
        ),
        (
            format!("{on_map} map.geojson --crs EPSG:3006"),
            &["map.geojson", "longitude and latitude", "EPSG:3006"],
        ),
        (format!("{on_map} declared.geojson"), &["declared.geojson", "longitude and latitude"]),
        (format!("{on_map} metres.geojson"), &["metres.geojson", "--crs planar"]),
        (
            "classify --values wide.csv --column kommun --method quantile".to_owned(),
            &["wide.csv", "row 2", "\"kommun\"", "\"X\""],
        ),
    ] {
        let output = folder.run(&arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments}: {said}");
        assert!(output.stdout.is_empty(), "{arguments} printed a result");
        assert!(named.iter().all(|word| said.contains(word)), "{arguments}: {said} should name {named:?}");
    }
    let missing = folder.run(&format!("--counts nowhere.csv {group}"));
    assert_eq!(missing.status.code(), Some(1));
}

#[test]
fn published_figures_come_out_of_the_command() {
    let Some(reference) = shared("reference") else { return };
    let found = records(&run_in(
        &reference.join("sacramento1"),
        "--counts tracts.csv --area FIPS --group HISP --total TOT_POP --format json",
    ));
    // PySAL segregation 2.5.4.
    assert_near(value(&found, "dissimilarity", &[]), 0.321_846_560_765_668_64);
    assert_near(value(&found, "gini", &[]), 0.435_065_106_768_862_23);
    assert_near(value(&found, "information-theory", &[]), 0.096_267_744_799_705_57);
    assert_near(value(&found, "isolation", &[]), 0.231_961_548_645_915_1);
    let found = records(&run_in(
        &reference.join("elbers_schools"),
        "decompose --counts schools00.csv --long school,race,n --groups asian,black,hisp,white,native --within state \
         --format json",
    ));
    // R's segregation, mutual_total and mutual_within.
    let part = |index: &str, by: &str| value(&found, index, &[("by", by.into())]);
    assert_near(part("mutual-information", "total"), 0.425_538_975_876_42);
    assert_near(part("information-theory", "between state"), 0.097_673_984_357_213_2);
    assert_near(part("mutual-information", "within state"), 0.326_295_274_593_477);
    assert_near(part("mutual-information", "state=B"), 0.254_995_859_585_263);
    let found = records(&run_in(
        &reference.join("moran_columbus"),
        "moran --geometry columbus_planar.geojson --key POLYID --values columbus.csv --column CRIME --contiguity rook \
         --format json",
    ));
    // esda 2.9.0.
    assert_near(value(&found, "moran", &[]), 0.523_670_212_750_253_2);
    assert_near(value(&found, "geary", &[]), 0.515_440_805_865_241_1);
    let Some(boundaries) = shared("boundaries/regso2025_goteborgsregionen_wgs84.geojson") else { return };
    for (contiguity, expected) in [("queen", 0.319_188_390_904_672_7), ("rook", 0.320_852_864_204_399_35)] {
        let found = records(&run_in(
            &reference.join("moran_sweden_goteborg"),
            &format!(
                "moran --geometry {} --key regsokod --values values.csv --column andel_65plus --contiguity {contiguity} \
                 --format json",
                boundaries.display()
            ),
        ));
        assert_near(value(&found, "moran", &[]), expected);
    }
}
