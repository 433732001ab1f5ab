//! Damaged editions: altered bytes, and content that cannot be although every byte is as listed.

use crate::bench::Case;
use crate::bench::Fault::{Append, Bytes, Cut, Gone, Replace};

/// Found by comparing the files with the lists of files.
pub(super) const ALTERED: &[Case] = &[
    ("catalogue.json", Gone, &["catalogue.json does not exist, but files/root.json lists it"]),
    (
        "catalogue.json",
        Bytes(b"{\"format\":1"),
        &["catalogue.json has 11 bytes, files/root.json lists", "truncated or altered"],
    ),
    (
        "indicator/andel/municipality-2025/history.json",
        Replace("4.1", "4.2"),
        &[
            "indicator/andel/municipality-2025/history.json was altered",
            "sha256-",
            "files/indicator/andel.json lists",
        ],
    ),
    ("indicator/andel/about.json", Append("  "), &["indicator/andel/about.json has", "it was altered"]),
    (
        "boundaries/municipality-2025-low.arcs",
        Gone,
        &["boundaries/municipality-2025-low.arcs does not exist"],
    ),
    ("profile/0180.json", Bytes(b""), &["profile/0180.json has 0 bytes"]),
    ("../changes.json", Bytes(b"[]"), &["changes.json", "expected"]),
    (
        "../changes.json",
        Replace("\"format\":1", "\"format\":3"),
        &["changes.json has the format 3; this program reads 1"],
    ),
    ("../changes.json", Replace("\"release\"", "\"rumour\""), &["changes.json", "release or correction"]),
    ("files/areas.json", Gone, &["files/areas.json does not exist, but there are files that it should list"]),
    ("files/areas.json", Bytes(b"[]"), &["files/areas.json: ", "expected"]),
    (
        "profile/0181.json",
        Bytes(b"{}"),
        &["profile/0181.json is there, but files/profile.json does not list it"],
    ),
    ("../current.json", Gone, &["holds neither current.json", "nor catalogue.json"]),
    (
        "../current.json",
        Replace("\"format\":1", "\"format\":7"),
        &["current.json has the format 7; this program reads 1 and older"],
    ),
    (
        "../current.json",
        Replace("\"edition\":\"", "\"edition\":\"0"),
        &["current.json says that the edition is", "no folder of that name"],
    ),
    ("../current.json", Replace("\"edition\":", "\"edtion\":"), &["current.json: missing field `edition`"]),
    (
        "../current.json",
        Replace("\"synthetic\":false", "\"synthetic\":true"),
        &["says synthetic = true", "otherwise"],
    ),
    (
        "boundaries/municipality-2025-high.arcs",
        Cut(40),
        &["boundaries/municipality-2025-high.arcs has 40 bytes", "truncated"],
    ),
    ("areas/county-2025.json", Replace("Stockholms", "Stockholmx"), &["areas/county-2025.json was altered"]),
];

/// Found although the lists were made anew after the fault.
pub(super) const SEALED: &[Case] = &[
    (
        "catalogue.json",
        Replace("\"format\":1", "\"format\":9"),
        &["catalogue.json has the format 9; this program reads 1 and older"],
    ),
    (
        "catalogue.json",
        Replace("\"count\":3", "\"count\":4"),
        &["areas/municipality-2025.json: has 3 areas, the catalogue says 4"],
    ),
    (
        "catalogue.json",
        Replace("\"publisher\"", "\"publischer\""),
        &["catalogue.json: missing field `publisher`"],
    ),
    ("catalogue.json", Bytes(b"<!DOCTYPE html>"), &["catalogue.json: ", "line 1 column 1"]),
    (
        "catalogue.json",
        Replace("\"slug\":\"andel\"", "\"slug\":\"annan\""),
        &["indicator/annan/", "does not exist, but the catalogue calls for it"],
    ),
    (
        "indicator/andel/about.json",
        Replace("\"source\":", "\"parts\":{\"table\":\"alder\",\"groups\":[]},\"source\":"),
        &["indicator/andel/about.json: the catalogue has no table of counts “alder”"],
    ),
    // Parents in a ring, and a parent that is not there.
    (
        "areas/municipality-2025.json",
        Replace("\"parents\":[\"01\"", "\"parents\":[\"0180\""),
        &["areas/municipality-2025.json: 0114 has the parent 0180, which is no area of a larger level"],
    ),
    (
        "areas/county-2025.json",
        Replace("\"parents\":[\"00\"", "\"parents\":[\"01\""),
        &["areas/county-2025.json: 01 has the parent 01, which is no area of a larger level"],
    ),
    (
        "areas/municipality-2025.json",
        Replace("\"0114\",\"0180\"", "\"0180\",\"0114\""),
        &["areas/municipality-2025.json: codes must ascend without repeats, found 0180 before 0114"],
    ),
    (
        "areas/municipality-2025.json",
        Replace("\"0114\"", "\"114\""),
        &["areas/municipality-2025.json: codes[0]: “114” is not a valid area code"],
    ),
    (
        "areas/municipality-2025.json",
        Replace("\"level\":\"municipality\"", "\"level\":\"county\""),
        &["areas/municipality-2025.json: the level is county, but the code 0114 has another form"],
    ),
    (
        "areas/municipality-2025.json",
        Replace("\"names\":[\"Upplands Väsby\",", "\"names\":["),
        &["names has 2 entries, codes has 3"],
    ),
    (
        "areas/municipality-2025.json",
        Replace("\"vintage\":2025", "\"vintage\":2018"),
        &["says that it is municipality 2018"],
    ),
    (
        "indicator/andel/municipality-2025/history.json",
        Replace("4.1", "104.1"),
        &["history.json: 0180 has the value 104.1 in 2024, allowed is 0 to 100"],
    ),
    (
        "indicator/andel/municipality-2025/history.json",
        Replace("4.1", "NaN"),
        &["indicator/andel/municipality-2025/history.json: expected a value at line"],
    ),
    (
        "indicator/andel/municipality-2025/history.json",
        Replace("4.1", "4.2"),
        &["indicator/andel/municipality-2025/latest.json is not the newest period of"],
    ),
    (
        "indicator/andel/municipality-2025/history.json",
        Replace("\"2023\",\"2024\"", "\"2022\",\"2024\""),
        &["indicator/andel/municipality-2025/history.json has other periods than the catalogue lists"],
    ),
    (
        "indicator/andel/municipality-2025/history.json",
        Replace("\"size\":[1,3,2]", "\"size\":[1,3,3]"),
        &["indicator/andel/municipality-2025/history.json: size [1, 3, 3] does not fit the 6 values"],
    ),
    (
        "indicator/andel/municipality-2025/history.json",
        Replace("\"version\":\"2.0\"", "\"version\":\"1.0\""),
        &["version “1.0”", "version “2.0”"],
    ),
    (
        "indicator/andel/municipality-2025/history.json",
        Gone,
        &["indicator/andel/municipality-2025/history.json does not exist"],
    ),
    (
        "indicator/andel/municipality-2025/latest.json",
        Bytes(b""),
        &[
            "indicator/andel/municipality-2025/latest.json: expected a value at line 1 column 1, found the end",
        ],
    ),
    (
        "indicator/andel/about.json",
        Replace("\"slug\":\"andel\"", "\"slug\":\"annan\""),
        &["indicator/andel/about.json is about “annan”"],
    ),
    ("download/andel-municipality-2025.csv", Gone, &["download/andel-municipality-2025.csv does not exist"]),
    (
        "profile/0180.json",
        Replace("\"name\":\"Stockholm\"", "\"name\":\"Göteborg\""),
        &["profile/0180.json is about 0180 Göteborg, not about 0180 Stockholm"],
    ),
    (
        "profile/0180.json",
        Replace("4.1", "4.2"),
        &["profile/0180.json: the values of andel are not those of the indicator's table"],
    ),
    ("profile/1480.json", Gone, &["profile/1480.json does not exist"]),
    ("boundaries/municipality-2025-low.arcs", Cut(40), &["boundaries/municipality-2025-low.arcs: "]),
    (
        "boundaries/municipality-2025-low.arcs",
        Bytes(b"not arcs at all"),
        &["boundaries/municipality-2025-low.arcs: "],
    ),
    (
        "areas/municipality-2025.json",
        Replace("\"label_points\":[[", "\"label_points\":[[0,0],["),
        &["label_points has 4 entries, codes has 3"],
    ),
];
