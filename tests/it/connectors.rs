//! Connectors: the same figures in any form of source make the same edition.

#![expect(clippy::unwrap_used, reason = "what a test relies on may end it")]

use crate::bench::{Bench, fixtures, refused};
use lagesbild::model::json_stat::Dataset;
use lagesbild::model::{Flags, Level, Period, Value, Vintage, json, paths};
use lagesbild::stats::interval::share_interval;
use std::fs;

/// A source's own interval and the one that follows from the number of persons reach the published table, its newest
/// period and the file to download; an interval that does not hold its value, or one that cannot follow, is refused.
#[test]
fn intervals_go_from_the_source_to_the_files() {
    let bench = Bench::new();
    let ask = |keys: &str| {
        let manifest = fs::read_to_string(fixtures().join("manifest.toml")).unwrap();
        let manifest = manifest.replace("value = \"share\"\n", &format!("value = \"share\"\n{keys}"));
        fs::write(bench.source().join("manifest.toml"), manifest).unwrap();
    };
    let table = |path: String| -> lagesbild::model::Cube {
        let text = fs::read(bench.edition_folder().join(path)).unwrap();
        json::read::<Dataset>(&text).unwrap().into_cube().unwrap()
    };
    ask("persons = \"people\"\n");
    bench.built(&[]);
    let nation = table(paths::history("andel", Level::Nation, Vintage(2025)));
    let (area, period) = ("00".parse().unwrap(), Period::year(2023));
    let (low, high) = nation.interval(&area, period).unwrap();
    let wilson = share_interval(0.055 * 1700.0, 1700.0).unwrap();
    assert!((low - 100.0 * wilson.low).abs() < 1e-9 && (high - 100.0 * wilson.high).abs() < 1e-9);
    for level in [Level::Nation, Level::County, Level::Municipality] {
        let (history, latest) = (
            table(paths::history("andel", level, Vintage(2025))),
            table(paths::latest("andel", level, Vintage(2025))),
        );
        let newest = *history.periods().last().unwrap();
        for code in history.areas() {
            assert_eq!(history.interval(code, newest), latest.interval(code, newest), "{code}");
            let has_number = history.value(code, newest).unwrap().number().is_some();
            assert_eq!(history.interval(code, newest).is_some(), has_number, "{code}");
        }
    }
    let file = fs::read_to_string(bench.edition_folder().join(paths::download(
        "andel",
        Level::Nation,
        Vintage(2025),
    )));
    let file = file.unwrap();
    assert!(file.starts_with("code,name,2023,2024,2023 low,2023 high,2024 low,2024 high\n"), "{file}");
    let first = file.lines().nth(1).unwrap();
    assert!(first.starts_with(&format!("00,Riket,5.5,2.5,{low},{high},")), "{first}");

    // The source's own: here the share is its own lower end, and the people are as many as the upper one.
    ask("low = \"share\"\nhigh = \"people\"\n");
    bench.built(&[]);
    let nation = table(paths::history("andel", Level::Nation, Vintage(2025)));
    assert_eq!(nation.interval(&area, period), Some((5.5, 1700.0)));

    ask("low = \"people\"\nhigh = \"people\"\n");
    let parts = ["values.csv", "line 2", "interval 1700 to 1700", "does not hold the value 5.5"];
    refused(&bench.build(&[]), "an interval beside its value", &parts);
    ask("low = \"share\"\n");
    refused(&bench.build(&[]), "one end", &["values.csv", "both low and high"]);
    ask("low = \"share\"\nhigh = \"people\"\npersons = \"people\"\n");
    refused(&bench.build(&[]), "two ways", &["values.csv", "interval of its own"]);
    ask("persons = \"persons\"\n");
    refused(&bench.build(&[]), "a column that is not there", &["persons", "the columns are"]);
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
    let expected = bench.built(&[]);
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
    let expected = bench.built(&[]);
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
    let with_parts = per_row("code,age,year,people,share", &|cells| {
        let [code, _, year, people, share] = cells else { panic!("{cells:?}") };
        let people: u32 = people.parse().unwrap();
        let young = people / 3;
        format!(
            "{code},young,{year},{young},{share}\n{code},old,{year},{},{share}\n{code},all,{year},{people},{share}",
            people - young
        )
    });
    let in_words = per_row("code,year,people,share", &|cells| {
        format!(
            "by area/{}/all,{},{},{}\nby sex/men,{},x,x",
            cells[0], cells[2], cells[3], cells[4], cells[2]
        )
    });
    let pxweb = format!(
        "{{\"columns\": [{{\"code\": \"code\", \"type\": \"d\"}}, {{\"code\": \"year\", \"type\": \"t\"}}, {{\"code\": \
         \"people\", \"type\": \"c\"}}, {{\"code\": \"share\", \"type\": \"c\"}}], \"comments\": [], \"data\": [{}]}}",
        rows()
            .map(|cells| format!(
                "{{\"key\": [\"{}\", \"{}\"], \"values\": [\"{}\", \"{}\"]}}",
                cells[0], cells[2], cells[3], cells[4]
            ))
            .collect::<Vec<_>>()
            .join(", ")
    );
    let json_stat = json_stat(&rows().collect::<Vec<_>>());
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
        (
            "parts to add up",
            with_parts,
            "value = \"people\"\n",
            "value = \"people\"\nwhere = { age = [\"young\", \"old\"] }\nsum = [\"age\"]\n",
        ),
        (
            "words around codes",
            in_words,
            file,
            "file = \"values.csv\"\narea_pattern = \"by area/{area}/all\"\n",
        ),
        ("PxWeb", pxweb, file, "file = \"values.csv\"\nconnector = \"pxweb\"\n"),
        ("JSON-stat", json_stat, file, "file = \"values.csv\"\nconnector = \"json-stat\"\n"),
    ] {
        assert_ne!(content, plain, "{name} is no other form");
        let manifest = fs::read_to_string(fixtures().join("manifest.toml")).unwrap();
        assert!(manifest.contains(from));
        let mut manifest = manifest.replace(from, to);
        if name == "parts to add up" {
            manifest =
                manifest.replace("value = \"share\"\n", "value = \"share\"\nwhere = { age = \"all\" }\n");
        }
        fs::write(bench.source().join("manifest.toml"), manifest).unwrap();
        fs::write(bench.source().join("values.csv"), content).unwrap();
        let output = bench.build(&[]);
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(bench.edition(), expected, "{name}");
    }
}

/// One table with codes of two vintages, as the source prints it: 0 where a code is not valid.
#[test]
fn codes_of_two_vintages_in_one_table_are_told_apart_and_count_only_in_their_years() {
    let bench = Bench::new();
    bench.built(&[]);
    let table = |vintage: u16, more: &str| {
        format!(
            "\n[[indicators.tables]]\nlevels = [\"regso\"]\nvintage = {vintage}\nfile = \"mixed.csv\"\narea = \"code\"\nperiod = \
             \"year\"\nvalue = \"share\"\n{more}"
        )
    };
    let level = |vintage: u16, years: &str| {
        format!(
            "\n[[levels]]\nlevel = \"regso\"\nvintage = {vintage}\n{years}\nareas = [{{ file = \"small.csv\", code = \"code\", \
             name = \"name\" }}]\n"
        )
    };
    let write = |name: &str, text: &str| fs::write(bench.source().join(name), text).unwrap();
    write("small.csv", "code,name\n0180R001,Kista\n");
    write(
        "mixed.csv",
        "code,year,share\n0180R001,2023,4.5\n0180R001,2024,0\n0180R001_RegSO2025,2023,0\n0180R001_RegSO2025,2024,4.1\n",
    );
    let plain = fs::read_to_string(fixtures().join("manifest.toml")).unwrap();
    let levels = level(2020, "valid_to = 2023") + &level(2025, "valid_from = 2024");
    let bare = "bare_vintage = 2020\n";
    write("manifest.toml", &format!("{plain}{}{}{levels}", table(2020, bare), table(2025, bare)));
    let output = bench.build(&[]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for vintage in [2020, 2025] {
        let note = format!(
            "1 values are for years in which their codes of {vintage} are not valid; they were left out"
        );
        assert!(told.contains(&note), "{told}");
    }
    for (vintage, period, number) in [(2020, 2023, 4.5), (2025, 2024, 4.1)] {
        let path = paths::history("andel", Level::Regso, Vintage(vintage));
        let dataset: Dataset = json::read(&fs::read(bench.edition_folder().join(path)).unwrap()).unwrap();
        let cube = dataset.into_cube().unwrap();
        assert_eq!(cube.periods(), [Period::year(period)]);
        assert_eq!(cube.values(), [Value::Number(number, Flags::NONE)]);
    }

    // Nothing is guessed: without a word on codes that stand alone, two vintages in one table are refused.
    write("manifest.toml", &format!("{plain}{}{levels}", table(2020, "")));
    let parts = [
        "mixed.csv, line 4, column code: 0180R001_RegSO2025 is a code of 2025",
        "the table has those of 2020",
    ];
    refused(&bench.build(&[]), "two vintages", &parts);
}

/// Rows of code, name, year, people, share as JSON-stat with its dimensions in another order than ours, marks in `status`.
fn json_stat(rows: &[Vec<&str>]) -> String {
    let ids = |at: usize| {
        let mut ids: Vec<&str> = rows.iter().map(|cells| cells[at]).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    };
    let (years, codes) = (ids(2), ids(0));
    let (mut values, mut marks) = (Vec::new(), Vec::new());
    for column in [3, 4] {
        for year in &years {
            for code in &codes {
                let cell = rows.iter().find(|cells| cells[0] == *code && cells[2] == *year).unwrap()[column];
                if cell.parse::<f64>().is_err() {
                    marks.push(format!("\"{}\": \"{cell}\"", values.len()));
                }
                values.push(cell.parse::<f64>().map_or_else(|_| "null".to_owned(), |_| cell.to_owned()));
            }
        }
    }
    format!(
        "{{\"version\": \"2.0\", \"class\": \"dataset\", \"id\": [\"what\", \"year\", \"code\"], \"size\": [2, {}, {}], \
         \"role\": {{\"metric\": [\"what\"]}}, \"dimension\": {{\"what\": {{\"category\": {{\"index\": [\"people\", \"share\"]}}}}, \
         \"year\": {{\"category\": {{\"index\": {years:?}}}}}, \"code\": {{\"category\": {{\"index\": {codes:?}}}}}}}, \
         \"value\": [{}], \"status\": {{{}}}}}",
        years.len(),
        codes.len(),
        values.join(", "),
        marks.join(", ")
    )
}
