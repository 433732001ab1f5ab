//! Bad input: every kind of broken source or edition gets its sentence, the command exits non-zero, and what was
//! published before lies there untouched, byte for byte.

#![expect(clippy::unwrap_used, reason = "what a test relies on may end it")]

use lagesbild::model::Current;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What is done to a file of the small source before it is built.
enum Fault {
    /// The first text is replaced by the second.
    Replace(&'static str, &'static str),
    /// A line is added at the end.
    Append(&'static str),
    /// The file has these bytes instead.
    Bytes(&'static [u8]),
    /// The file is gone.
    Gone,
}
use Fault::{Append, Bytes, Gone, Replace};

/// `(file, fault, parts of the sentence)`. The sentence names the file, the place, what was found and what is allowed.
const SOURCES: &[(&str, Fault, &[&str])] = &[
    // Codes.
    (
        "values.csv",
        Replace("0114,Upplands Väsby,2023", "114,Upplands Väsby,2023"),
        &["values.csv, line 8, column code: “114”", "leading zero has been lost", "“0114” may be meant"],
    ),
    (
        "values.csv",
        Append("0115,Vallentuna,2024,5,1"),
        &[
            "values.csv, line 14, column code",
            "0115 is unknown",
            "none of the 3 areas of level municipality 2025",
        ],
    ),
    (
        "values.csv",
        Append("0180R001,Kista,2024,5,1"),
        &[
            "values.csv, line 14",
            "0180R001 is the code of a regso",
            "allows nation and county and municipality",
        ],
    ),
    (
        "values.csv",
        Append("Sverige,Sverige,2024,5,1"),
        &["values.csv, line 14, column code: “Sverige”", "expected 00"],
    ),
    // Rows.
    (
        "values.csv",
        Append("0180,Stockholm,2024,1005,4.1"),
        &[
            "values.csv, line 14",
            "the value of 0180 in 2024 is there already",
            "line 11",
            "one row for each area",
        ],
    ),
    (
        "values.csv",
        Append("0180,Stockholm,2022,1005"),
        &["values.csv, line 14", "found 4 columns, the header has 5"],
    ),
    ("values.csv", Append("0180,Stockholm,2022,1005,4.1,9"), &["values.csv, line 14", "found 6 columns"]),
    (
        "values.csv",
        Append("0180,Stockholm,22,1005,4.1"),
        &["values.csv, line 14, column year: “22”", "a year (2024) or a month (2024M01)"],
    ),
    // Cells.
    (
        "values.csv",
        Replace("1000,4.5", "ett tusen,4.5"),
        &[
            "values.csv, line 10, column people (area 0180, period 2023)",
            "found “ett tusen”",
            "decimal sign “.”",
            ".. . –",
        ],
    ),
    ("values.csv", Replace("1005,4.1", "1005,NaN"), &["line 11, column share", "found “NaN”"]),
    ("values.csv", Replace("1005,4.1", "1005,inf"), &["line 11, column share", "found “inf”"]),
    ("values.csv", Replace("1005,4.1", "1005,1e999"), &["line 11, column share", "found “1e999”"]),
    (
        "values.csv",
        Replace("1005,4.1", "1005,"),
        &["line 11, column share", "found “”", "an empty cell does not say why"],
    ),
    (
        "values.csv",
        Replace("1005,4.1", "1005,\"4,1\""),
        &["line 11, column share", "found “4,1”", "see decimal in the manifest"],
    ),
    ("values.csv", Replace("1005,4.1", "10 05,4.1"), &["line 11, column people", "found “10 05”"]),
    ("values.csv", Replace("1005,4.1", "1005,101"), &["0180 has the value 101 in 2024, allowed is 0 to 100"]),
    (
        "values.csv",
        Replace("1005,4.1", "-1005,4.1"),
        &["0180 has the value -1005 in 2024, allowed is 0 or more"],
    ),
    ("values.csv", Replace("1110,4", "1510,4"), &["befolkning: in 2024 01 has 1510", "add up to 1110"]),
    // Files.
    ("values.csv", Gone, &["names values.csv, but there is no such file"]),
    ("values.csv", Bytes(b""), &["values.csv is empty"]),
    ("values.csv", Bytes(b" \r\n\n"), &["values.csv is empty"]),
    (
        "values.csv",
        Bytes(b"code,name,year,people,share\n"),
        &["values.csv has no line that the manifest asks for"],
    ),
    (
        "values.csv",
        Bytes(b"<!DOCTYPE html>\n<html><body>404</body></html>"),
        &["values.csv looks like a web page", "“<!DOCTYPE html>”"],
    ),
    (
        "values.csv",
        Bytes(b"code,name,year,people,share\n0180,Sk\xc3\xa5ne \xe5,2024,1,1\n"),
        &["line 2", "fits neither UTF-8 nor Latin-1"],
    ),
    ("values.csv", Bytes(b"PK\x03\x04\x00\x00"), &["found a null byte", "not a text table"]),
    (
        "values.csv",
        Replace("code,name,year,people", "code,name,year,peeple"),
        &["the column “people” is not there", "code, name, year, peeple, share", "“peeple” may be meant"],
    ),
    (
        "values.csv",
        Replace("code,name,year,people,share", "code,people,year,people,share"),
        &["the column “people” is there twice"],
    ),
    // Boundaries.
    (
        "municipalities.geojson",
        Replace("[18.0, 59.4], [18.0, 59.6], [17.8, 59.6]", "[18.0, 59.6], [18.0, 59.4], [17.8, 59.6]"),
        &["municipalities.geojson, feature 1 (0114)", "cross"],
    ),
    (
        "municipalities.geojson",
        Replace("\"code\": \"0114\"", "\"code\": 114"),
        &["municipalities.geojson, feature 1", "“114”", "leading zero"],
    ),
    (
        "municipalities.geojson",
        Replace("\"code\": \"0114\"", "\"code\": \"0180\""),
        &["municipalities.geojson", "features 1 and 2 both have the code 0180"],
    ),
    (
        "municipalities.geojson",
        Replace("\"code\": \"0114\"", "\"kod\": \"0114\""),
        &["feature 1", "the property “code” has no code", "kod, name"],
    ),
    (
        "municipalities.geojson",
        Replace("\"name\": \"Stockholm\"", "\"name\": \"\""),
        &["feature 2 (0180)", "the property “name” has no name"],
    ),
    (
        "municipalities.geojson",
        Replace("\"FeatureCollection\"", "\"Features\""),
        &["municipalities.geojson cannot be read as a GeoJSON"],
    ),
    (
        "municipalities.geojson",
        Replace("[17.8, 59.2], [18.2", "[59.2, 17.8], [18.2"),
        &["municipalities.geojson, feature 2 (0180)"],
    ),
    ("counties.geojson", Replace("\"code\": \"14\"", "\"code\": \"15\""), &["1480 lies in no county", "14"]),
    (
        "counties.geojson",
        Replace("\"code\": \"14\"", "\"code\": \"1480\""),
        &["counties.geojson, feature 2", "1480 is the code of a municipality, not of a county"],
    ),
    // The manifest itself.
    (
        "manifest.toml",
        Replace("population = \"befolkning\"", "populaton = \"befolkning\""),
        &["manifest.toml, line 4", "unknown field `populaton`", "`population`"],
    ),
    (
        "manifest.toml",
        Replace("decimals = 1", "decimal_places = 1"),
        &["manifest.toml, line", "unknown field `decimal_places`"],
    ),
    ("manifest.toml", Replace("format = 1", "format = 2"), &["format is 2, this program reads 1"]),
    ("manifest.toml", Replace("plain.en = \"A share.\"", "plain.en = \"\""), &["andel: plain.en is empty"]),
    (
        "manifest.toml",
        Replace("plain.en = \"A share.\"", "plain.en = \"a b c d e f g h i j k l m n o p q r s t u\""),
        &["plain has 21 words, at most 20"],
    ),
    (
        "manifest.toml",
        Replace("slug = \"andel\"", "slug = \"Ändel\""),
        &["slug “Ändel” must be lower-case ASCII"],
    ),
    (
        "manifest.toml",
        Replace("slug = \"andel\"", "slug = \"befolkning\""),
        &["“befolkning” is listed twice"],
    ),
    (
        "manifest.toml",
        Replace("file = \"values.csv\"", "file = \"../values.csv\""),
        &["“../values.csv” must be a path below the source folder"],
    ),
    (
        "manifest.toml",
        Replace("theme = \"labour\"", "theme = \"money\""),
        &["manifest.toml, line", "unknown variant `money`", "`labour`"],
    ),
    ("manifest.toml", Bytes(b"format = \xff"), &["manifest.toml is not UTF-8"]),
];

#[test]
fn every_broken_source_gets_its_sentence_and_leaves_what_was_there() {
    let bench = Bench::new();
    assert!(bench.build(&["--published", "2025-01-31T08:00:00Z"]).status.success());
    let before = snapshot(&bench.out());
    assert!(before.len() > 40);
    for (file, fault, parts) in SOURCES {
        bench.break_file(file, fault);
        let output = bench.build(&[]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{file} {parts:?}: {told}");
        for part in *parts {
            assert!(told.contains(part), "{file}: “{part}” is missing in: {told}");
        }
        assert!(told.trim_end().ends_with(['.', '”']), "not a sentence: {told}");
        assert!(!told.contains("panicked"), "{told}");
        assert!(snapshot(&bench.out()) == before, "{file} {parts:?} changed what was published");
        bench.mend();
    }
    // The bench itself is sound: with everything mended the build succeeds again.
    assert!(bench.build(&[]).status.success());
    assert!(snapshot(&bench.out()) == before);
}

/// What other programs do to a table on its way, which changes nothing in what it says: `(name, bytes, keys added to
/// the tables in the manifest)`.
#[test]
fn the_same_table_in_other_clothes_makes_the_same_edition() {
    let bench = Bench::new();
    let plain = fs::read_to_string(fixtures().join("values.csv")).unwrap();
    let latin_1 = |text: &str| text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect::<Vec<u8>>();
    // Latin-1 has no dash: the other mark for zero.
    let hyphen = plain.replace('–', "-");
    let with_commas: String = plain
        .lines()
        .map(|line| {
            let cells: Vec<String> = line
                .split(',')
                .map(|cell| match cell.split_once('.') {
                    Some((whole, fraction)) if !whole.is_empty() && !fraction.is_empty() => {
                        format!("{whole},{fraction}")
                    }
                    _ => cell.to_owned(),
                })
                .collect();
            cells.join(";") + "\n"
        })
        .collect();
    let decimal_comma = "decimal = \",\"\n";
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("byte order mark", [b"\xef\xbb\xbf", plain.as_bytes()].concat(), ""),
        ("CRLF", plain.replace('\n', "\r\n").into_bytes(), ""),
        ("no line end at the end", plain.trim_end().as_bytes().to_vec(), ""),
        ("Latin-1", latin_1(&hyphen), ""),
        (
            "UTF-16",
            [vec![0xff, 0xfe], plain.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat(),
            "",
        ),
        ("semicolons and decimal commas", with_commas.clone().into_bytes(), decimal_comma),
        (
            "semicolons, Latin-1 and CRLF",
            latin_1(&with_commas.replace('–', "-").replace('\n', "\r\n")),
            decimal_comma,
        ),
        ("tabs", plain.replace(',', "\t").into_bytes(), ""),
        (
            "grouped digits",
            plain.replace(",1005,", ",1 005,").replace(",1700,", ",1\u{a0}700,").into_bytes(),
            "",
        ),
        ("quotes", plain.replace("0180,", "\"0180\",").into_bytes(), ""),
        (
            "rows in another order",
            plain
                .lines()
                .take(1)
                .chain(plain.lines().skip(1).collect::<Vec<_>>().into_iter().rev())
                .fold(String::new(), |text, line| text + line + "\n")
                .into_bytes(),
            "",
        ),
    ];
    assert!(bench.build(&[]).status.success());
    let expected = bench.edition();
    for (name, bytes, keys) in cases {
        assert_ne!(bytes, plain.as_bytes(), "{name} is no other form");
        fs::write(bench.source().join("values.csv"), bytes).unwrap();
        let manifest = fs::read_to_string(fixtures().join("manifest.toml")).unwrap();
        let manifest = manifest.replace("file = \"values.csv\"\n", &format!("file = \"values.csv\"\n{keys}"));
        fs::write(bench.source().join("manifest.toml"), manifest).unwrap();
        let output = bench.build(&[]);
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(bench.edition(), expected, "{name}");
    }
    // The comparison can tell: another number makes another edition.
    fs::write(bench.source().join("values.csv"), plain.replace("4.1", "4.2")).unwrap();
    fs::copy(fixtures().join("manifest.toml"), bench.source().join("manifest.toml")).unwrap();
    assert!(bench.build(&[]).status.success());
    assert_ne!(bench.edition(), expected);
}

/// The keys of the manifest that say how to read a table: `(name, file, content, manifest's text, replacement)`.
#[test]
fn the_same_figures_read_in_other_ways_make_the_same_edition() {
    let bench = Bench::new();
    assert!(bench.build(&[]).status.success());
    let expected = bench.edition();
    let plain = fs::read_to_string(fixtures().join("values.csv")).unwrap();
    let rows = || plain.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let per_row = |header: &str, row: &dyn Fn(&[&str]) -> String| {
        rows().fold(format!("{header}\n"), |text, cells| text + &row(&cells) + "\n")
    };
    let thousands = per_row("code,year,people,share", &|cells| {
        let people: f64 = cells[3].parse().unwrap();
        format!("{},{},{},{}", cells[0], cells[2], people / 1000.0, cells[4])
    });
    let with_sexes = per_row("code,sex,year,people,share", &|cells| {
        let [code, _, year, people, share] = cells else { panic!("{cells:?}") };
        format!("{code},men,{year},x,x\n{code},all,{year},{people},{share}")
    });
    let own_marks = plain.replace("..", "saknas").replace(",.\n", ",ej\n").replace('–', "ingen");
    let number = |cell: &str| cell.parse::<f64>().map_or_else(|_| format!("\"{cell}\""), |_| cell.to_owned());
    let features: Vec<String> = rows()
        .map(|cells| {
            let [code, _, year, people, share] = cells[..] else { panic!("{cells:?}") };
            format!(
                "{{\"type\": \"Feature\", \"geometry\": null, \"properties\": {{\"code\": \"{code}\", \"year\": {year}, \
                 \"people\": {people}, \"share\": {}}}}}",
                number(share)
            )
        })
        .collect();
    let geojson = format!("{{\"type\": \"FeatureCollection\", \"features\": [{}]}}", features.join(",\n"));
    let file = "file = \"values.csv\"\n";
    for (name, content, from, to) in [
        ("factor", thousands, "value = \"people\"\n", "value = \"people\"\nfactor = 1000.0\n"),
        ("rows to choose", with_sexes, file, "file = \"values.csv\"\nwhere = { sex = \"all\" }\n"),
        (
            "marks",
            own_marks,
            file,
            "file = \"values.csv\"\nmarks = { saknas = \"missing\", ej = \"not-applicable\", ingen = \"zero\" }\n",
        ),
        ("GeoJSON", geojson, file, "file = \"values.csv\"\nconnector = \"geojson\"\n"),
    ] {
        assert_ne!(content, plain, "{name} is no other form");
        let manifest = fs::read_to_string(fixtures().join("manifest.toml")).unwrap();
        assert!(manifest.contains(from));
        fs::write(bench.source().join("manifest.toml"), manifest.replace(from, to)).unwrap();
        fs::write(bench.source().join("values.csv"), content).unwrap();
        let output = bench.build(&[]);
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(bench.edition(), expected, "{name}");
    }
}

/// `(file of the edition, fault, parts of the sentence)`.
const EDITIONS: &[(&str, Fault, &[&str])] = &[
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
            "files/indicator.json lists",
        ],
    ),
    ("indicator/andel/about.json", Append("  "), &["indicator/andel/about.json has", "it was altered"]),
    (
        "boundaries/municipality-2025-low.arcs",
        Gone,
        &["boundaries/municipality-2025-low.arcs does not exist"],
    ),
    ("profile/0180.json", Bytes(b""), &["profile/0180.json has 0 bytes"]),
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
];

#[test]
fn every_damaged_edition_gets_its_sentence() {
    let bench = Bench::new();
    assert!(bench.build(&[]).status.success());
    let folder = bench.out().join(bench.edition());
    assert!(run(&["check".as_ref(), bench.out().as_os_str()]).status.success());
    assert!(run(&["check".as_ref(), folder.as_os_str()]).status.success());
    for (file, fault, parts) in EDITIONS {
        let path = folder.join(file);
        let sound = fs::read(&path).ok();
        apply(&path, fault);
        let output = run(&["check".as_ref(), bench.out().as_os_str()]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{file} {parts:?}: {told}");
        for part in *parts {
            assert!(told.contains(part), "{file}: “{part}” is missing in: {told}");
        }
        match sound {
            Some(bytes) => fs::write(&path, bytes).unwrap(),
            None => fs::remove_file(&path).unwrap(),
        }
    }
    assert!(run(&["check".as_ref(), bench.out().as_os_str()]).status.success());
}

#[test]
fn a_damaged_edition_is_replaced_when_it_is_built_again() {
    let bench = Bench::new();
    assert!(bench.build(&["--published", "2025-01-31T08:00:00Z"]).status.success());
    let before = snapshot(&bench.out());
    apply(&bench.out().join(bench.edition()).join("profile/0180.json"), &Bytes(b"{}"));
    assert!(bench.build(&["--published", "2025-01-31T08:00:00Z"]).status.success());
    assert!(snapshot(&bench.out()) == before);
}

#[test]
fn a_wrong_command_line_and_a_folder_that_cannot_be_made_have_their_own_exit_codes() {
    assert_eq!(run(&["build".as_ref(), "--manifest".as_ref()]).status.code(), Some(2));
    assert_eq!(run(&["check".as_ref(), "nowhere".as_ref()]).status.code(), Some(2));
    let bench = Bench::new();
    fs::write(bench.out(), "a file where the folder should be").unwrap();
    let output = bench.build(&[]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(fs::read_to_string(bench.out()).unwrap(), "a file where the folder should be");
}

/// A copy of the small source, and a folder to publish into.
struct Bench {
    folder: tempfile::TempDir,
}

impl Bench {
    fn new() -> Self {
        let bench = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(bench.source()).unwrap();
        bench.mend();
        bench
    }

    fn source(&self) -> PathBuf {
        self.folder.path().join("source")
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn mend(&self) {
        for entry in fs::read_dir(fixtures()).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, self.source().join(path.file_name().unwrap())).unwrap();
        }
    }

    fn break_file(&self, file: &str, fault: &Fault) {
        apply(&self.source().join(file), fault);
    }

    fn build(&self, more: &[&str]) -> Output {
        let (source, out) = (self.source(), self.out());
        let manifest = source.join("manifest.toml");
        let mut arguments = vec!["build".as_ref(), "--manifest".as_ref(), manifest.as_os_str()];
        arguments.extend(["--source".as_ref(), source.as_os_str(), "--out".as_ref(), out.as_os_str()]);
        arguments.extend(more.iter().map(std::ffi::OsStr::new));
        run(&arguments)
    }

    fn edition(&self) -> String {
        let current = fs::read(self.out().join("current.json")).unwrap();
        serde_json::from_slice::<Current>(&current).unwrap().edition
    }
}

fn run(arguments: &[&std::ffi::OsStr]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lagesbild")).args(arguments).output().unwrap()
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small")
}

fn apply(path: &Path, fault: &Fault) {
    match fault {
        Replace(from, to) => {
            let text = fs::read_to_string(path).unwrap();
            assert!(text.contains(from), "{} has no “{from}”", path.display());
            fs::write(path, text.replacen(from, to, 1)).unwrap();
        }
        Append(line) => {
            let text = fs::read_to_string(path).unwrap();
            fs::write(path, format!("{text}{line}\n")).unwrap();
        }
        Bytes(bytes) => fs::write(path, bytes).unwrap(),
        Gone => fs::remove_file(path).unwrap(),
    }
}

/// Every file below a folder with its content.
fn snapshot(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(snapshot(&path));
        } else {
            files.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    files
}
