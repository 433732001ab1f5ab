//! Broken answers of PxWeb and broken JSON-stat.

use crate::bench::{Bench, refused, snapshot};
use std::fs;

const PXWEB: &str = r#"{"columns": [{"code": "Region", "text": "region", "type": "d"}, {"code": "Tid", "text": "year",
"type": "t"}, {"code": "share", "text": "share", "type": "c"}], "comments": [], "data": [
{"key": ["0114", "2024"], "values": ["3.5"]}, {"key": ["0180", "2024"], "values": ["4.1"]}]}"#;

const JSON_STAT: &str = r#"{"version": "2.0", "class": "dataset", "id": ["Region", "Contents", "Tid"], "size": [2, 1, 1],
"role": {"time": ["Tid"], "metric": ["Contents"]}, "dimension": {
"Region": {"category": {"index": ["0114", "0180"]}}, "Contents": {"category": {"index": ["share"]}},
"Tid": {"category": {"index": ["2024"]}}}, "value": [3.5, 4.1]}"#;

/// `(connector, content, text of it, replacement, parts of the sentence)`.
const CASES: &[(&str, &str, &str, &str, &[&str])] = &[
    (
        "pxweb",
        PXWEB,
        PXWEB,
        "<html><body>Too many requests</body></html>",
        &["values.json looks like a web page"],
    ),
    ("pxweb", PXWEB, PXWEB, "[]", &["values.json cannot be read as PxWeb's JSON"]),
    (
        "pxweb",
        PXWEB,
        "\"data\"",
        "\"rows\"",
        &["values.json cannot be read as PxWeb's JSON: missing field `data`"],
    ),
    ("pxweb", PXWEB, "]}]}", "", &["values.json cannot be read as PxWeb's JSON"]),
    (
        "pxweb",
        PXWEB,
        "[\"3.5\"]",
        "[\"3.5\", \"1\"]",
        &["values.json, entry 1: found 2 keys and 2 values, the columns promise 2 and 1"],
    ),
    (
        "pxweb",
        PXWEB,
        "[\"0114\", \"2024\"]",
        "[\"0114\"]",
        &["values.json, entry 1: found 1 keys and 1 values"],
    ),
    (
        "pxweb",
        PXWEB,
        "\"3.5\"",
        "\"three\"",
        &["values.json, entry 1, column share (area 0114, period 2024): found “three”"],
    ),
    ("pxweb", PXWEB, "\"0114\"", "\"114\"", &["values.json, entry 1, column Region: “114”", "leading zero"]),
    (
        "pxweb",
        PXWEB,
        "\"0114\"",
        "\"0180\"",
        &["values.json, line 2: the value of 0180 in 2024 is there already"],
    ),
    (
        "pxweb",
        PXWEB,
        "\"code\": \"Region\"",
        "\"code\": \"region\"",
        &["the column “Region” is not there", "“region” may be meant"],
    ),
    (
        "pxweb",
        PXWEB,
        "\"type\": \"d\"",
        "\"type\": \"c\"",
        &["columns of what is measured stand before those of dimensions"],
    ),
    ("json-stat", JSON_STAT, "\"2.0\"", "\"1.3\"", &["version “1.3”", "version “2.0”"]),
    (
        "json-stat",
        JSON_STAT,
        "[2, 1, 1]",
        "[3, 1, 1]",
        &["values.json: size [3, 1, 1] does not fit the 2 values"],
    ),
    ("json-stat", JSON_STAT, "[2, 1, 1]", "[2, 1]", &["values.json: id names 3 dimensions, size gives 2"]),
    (
        "json-stat",
        JSON_STAT,
        "[2, 1, 1]",
        "[9223372036854775807, 9, 9]",
        &["values.json: size [9223372036854775807, 9, 9]"],
    ),
    (
        "json-stat",
        JSON_STAT,
        "[\"0114\", \"0180\"]",
        "[\"0114\"]",
        &["dimension “Region” has 1 categories, size says 2"],
    ),
    ("json-stat", JSON_STAT, "\"Tid\": {", "\"Tiden\": {", &["dimension “Tid” is in id but not described"]),
    (
        "json-stat",
        JSON_STAT,
        "[3.5, 4.1]",
        "[3.5, \"4.1\"]",
        &["values.json cannot be read as JSON-stat 2.0"],
    ),
    (
        "json-stat",
        JSON_STAT,
        "[3.5, 4.1]",
        "[3.5, 4.1], \"status\": {\"1\": \"c\"}",
        &["values.json, value 1: the number 4.1 has status “c”"],
    ),
    (
        "json-stat",
        JSON_STAT,
        "[3.5, 4.1]",
        "[3.5, null], \"status\": {\"1\": \"?\"}",
        &["found “?”, allowed is a number"],
    ),
    (
        "json-stat",
        JSON_STAT,
        "[\"share\"]",
        "[\"sheer\"]",
        &["the column “share” is not there", "“sheer” may be meant"],
    ),
    ("json-stat", JSON_STAT, "[\"2024\"]", "[\"2024K1\"]", &["“2024K1” is not a valid period"]),
];

#[test]
fn every_broken_json_gets_its_sentence_and_leaves_what_was_there() {
    let bench = Bench::new();
    bench.built(&["--published", "2025-01-31T08:00:00Z"]);
    let before = snapshot(&bench.out());
    for (connector, content, from, to, parts) in CASES {
        assert!(content.contains(from), "nothing to break: {from}");
        bench.mend();
        read_shares_from(&bench, connector);
        fs::write(bench.source().join("values.json"), content.replacen(from, to, 1)).unwrap();
        refused(&bench.build(&[]), connector, parts);
        assert!(snapshot(&bench.out()) == before, "{connector} {parts:?} changed what was published");
    }
    // Unbroken, both are read; they lack areas and periods that the edition before has.
    for (connector, content) in [("pxweb", PXWEB), ("json-stat", JSON_STAT)] {
        bench.mend();
        read_shares_from(&bench, connector);
        fs::write(bench.source().join("values.json"), content).unwrap();
        refused(
            &bench.build(&[]),
            connector,
            &["andel, municipality 2025: LOST periods 2023", "--lose-periods"],
        );
        assert!(snapshot(&bench.out()) == before);
        bench.built(&["--lose-periods"]);
        fs::remove_dir_all(bench.out()).unwrap();
        bench.mend();
        bench.built(&["--published", "2025-01-31T08:00:00Z"]);
    }
}

/// Lets the second indicator come from a file of JSON.
fn read_shares_from(bench: &Bench, connector: &str) {
    let table = |file: &str, area: &str, period: &str| {
        format!("file = \"{file}\"\narea = \"{area}\"\nperiod = \"{period}\"\nvalue = \"share\"\n")
    };
    let json = format!("connector = \"{connector}\"\n{}", table("values.json", "Region", "Tid"));
    bench.replace("manifest.toml", &table("values.csv", "code", "year"), &json);
}
