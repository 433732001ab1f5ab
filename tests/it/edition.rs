//! Editions: the same input makes the same bytes; what was published reads back as what the sources say.

#![expect(clippy::unwrap_used, reason = "what a test relies on may end it")]

use lagesbild::model::json_stat::Dataset;
use lagesbild::model::{
    AreaCode, AreaTable, Catalogue, Cube, Flags, Language, Level, Period, Profile, Vintage, paths,
};
use lagesbild::publish::assemble::{Files, assemble, edition_id, file_lists};
use lagesbild::publish::contents::Contents;
use lagesbild::publish::manifest::Manifest;
use lagesbild::publish::{build, check, demo, write};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[test]
fn the_demonstration_is_the_same_bytes_twice_and_on_one_thread() {
    let files = || assemble(&demo::demonstration(demo::SEED).unwrap()).unwrap();
    let first = files();
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let many_threads = rayon::ThreadPoolBuilder::new().num_threads(7).build().unwrap();
    assert!(first == one_thread.install(files));
    assert!(first == many_threads.install(files));
    assert_eq!(edition_id(&first).len(), 12);
    // Another seed makes another edition, on the same areas.
    let other = assemble(&demo::demonstration(demo::SEED + 1).unwrap()).unwrap();
    assert_ne!(edition_id(&first), edition_id(&other));
    assert_eq!(first.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
}

#[test]
fn no_file_of_an_edition_contains_its_id() {
    let mut files = assemble(&demo::demonstration(demo::SEED).unwrap()).unwrap();
    let id = edition_id(&files);
    files.extend(file_lists(&files).unwrap());
    for (path, bytes) in &files {
        assert!(!bytes.windows(id.len()).any(|window| window == id.as_bytes()), "{path}");
    }
}

#[test]
fn the_demonstration_passes_the_check_and_supersedes_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let first =
        write::publish(&demo::demonstration(1).unwrap(), folder.path(), "2025-01-01T00:00:00Z").unwrap();
    let second =
        write::publish(&demo::demonstration(2).unwrap(), folder.path(), "2025-02-01T00:00:00Z").unwrap();
    assert!(second.notes.contains("values revised"), "{}", second.notes);
    let report = check::check(folder.path()).unwrap();
    assert_eq!(report, second.report);
    let current: lagesbild::model::Current =
        serde_json::from_slice(&std::fs::read(folder.path().join(paths::CURRENT)).unwrap()).unwrap();
    assert_eq!(current.supersedes, Some(first.report.edition.clone()));
    assert!(current.synthetic);
    // The edition before is still there, for pages that are fixed to it.
    assert!(check::check(&folder.path().join(first.report.edition)).is_ok());
    assert!(
        std::fs::read_dir(folder.path())
            .unwrap()
            .all(|entry| { !entry.unwrap().file_name().to_string_lossy().starts_with('.') })
    );
}

#[test]
fn the_demonstration_is_plausible_and_has_a_cell_of_every_kind() {
    let contents = demo::demonstration(demo::SEED).unwrap();
    let files = assemble(&contents).unwrap();
    let catalogue: Catalogue = read(&files, paths::CATALOGUE);
    assert!(catalogue.synthetic);
    assert_eq!(catalogue.levels.iter().map(|level| level.count).collect::<Vec<_>>(), [1, 21, 290]);
    let themes: std::collections::BTreeSet<_> =
        catalogue.indicators.iter().map(|indicator| indicator.theme.id()).collect();
    assert_eq!(themes.len(), 6);
    assert!(catalogue.indicators.windows(2).all(|pair| pair[0].theme <= pair[1].theme));

    let people = people_add_up(&contents, "befolkning");
    assert!((10_500_000.0..10_700_000.0).contains(&people), "{people}");

    let statuses: String = contents
        .indicators
        .iter()
        .flat_map(|indicator| &indicator.tables)
        .flat_map(|table| table.cube.values().iter().map(|value| value.status()))
        .collect();
    for letter in ['c', 'm', 'z', 'p', 'r', 'b'] {
        assert!(statuses.contains(letter), "no cell has the status {letter}");
    }
    // Knivsta was part of Uppsala until 2003.
    let unemployment = cube(&contents, "arbetsloshet", Level::Municipality);
    let knivsta: AreaCode = "0330".parse().unwrap();
    let status = |year| unemployment.value(&knivsta, Period::year(year)).unwrap().status();
    assert_eq!((status(2002).as_str(), status(2003).as_str()), ("z", ""));
    assert!(unemployment.value(&knivsta, Period::year(2008)).unwrap().flags().contains(Flags::BREAK));
}

#[test]
fn neighbours_are_more_alike_than_strangers_in_the_demonstration() {
    let contents = demo::demonstration(demo::SEED).unwrap();
    let areas = &contents.levels[2].areas;
    for slug in ["arbetsloshet", "trangboddhet", "ohalsotal"] {
        let newest = cube(&contents, slug, Level::Municipality);
        let values = newest.cross_section(*newest.periods().last().unwrap()).unwrap();
        let (mut near, mut far) = ((0.0, 0.0), (0.0, 0.0));
        for i in 0..values.len() {
            for j in 0..i {
                let (Some(a), Some(b)) = (values[i].number(), values[j].number()) else { continue };
                let [dx, dy] =
                    [0, 1].map(|axis| f64::from(areas.label_points[i][axis] - areas.label_points[j][axis]));
                let sums = if dx.hypot(dy) < 50_000.0 { &mut near } else { &mut far };
                *sums = (sums.0 + (a - b) * (a - b), sums.1 + 1.0);
            }
        }
        let (near, far) = (near.0 / near.1, far.0 / far.1);
        assert!(near < 0.85 * far, "{slug}: {near} between neighbours, {far} between strangers");
    }
}

#[test]
fn label_points_of_counties_and_the_nation_lie_among_their_municipalities() {
    let contents = demo::demonstration(demo::SEED).unwrap();
    let municipalities = &contents.levels[2].areas;
    for level in &contents.levels {
        assert_eq!(level.areas.label_points.len(), level.areas.codes.len());
        for (code, point) in level.areas.codes.iter().zip(&level.areas.label_points) {
            let inside = |other: &AreaCode| {
                code.level() == Level::Nation || other == code || other.parent().as_ref() == Some(code)
            };
            let distance = |at: usize| {
                let other = municipalities.label_points[at];
                f64::from(other[0] - point[0]).hypot(f64::from(other[1] - point[1]))
            };
            let nearest = (0..municipalities.codes.len())
                .filter(|at| inside(&municipalities.codes[*at]))
                .map(distance)
                .fold(f64::INFINITY, f64::min);
            assert!(nearest < 90_000.0, "{code}: the nearest of its municipalities is {nearest} m away");
        }
    }
}

#[test]
fn the_real_panel_reads_back_as_the_source_says() {
    let Some(shared) = shared_data() else { return };
    let contents = real(&shared);
    let files = assemble(&contents).unwrap();
    let catalogue: Catalogue = read(&files, paths::CATALOGUE);
    assert!(!catalogue.synthetic);
    let vintage = Vintage(2023);
    let mut n_compared = 0;
    for (file, level_of, code_column) in [
        ("statistics/kommun_ar_2011_2024.csv", Level::Municipality, "kommunkod"),
        ("statistics/lan_riket_ar_2011_2024.csv", Level::County, "lanskod"),
    ] {
        let mut reader = csv::Reader::from_path(shared.join(file)).unwrap();
        for row in reader.deserialize::<BTreeMap<String, String>>() {
            let row = row.unwrap();
            let code: AreaCode = row[code_column].parse().unwrap();
            let level = if code == AreaCode::nation() { Level::Nation } else { level_of };
            let period: Period = row["year"].parse().unwrap();
            for (slug, column) in [
                ("befolkning", "population"),
                ("disponibel-inkomst", "median_income_tkr"),
                ("arbetsloshet", "unemployment_rate"),
                ("fardigstallda-bostader", "completions"),
            ] {
                let expected: f64 = row[column].parse().unwrap();
                let value = cube(&contents, slug, level).value(&code, period).unwrap();
                assert_eq!(value.number(), Some(expected), "{slug} {code} {period}");
                n_compared += 1;
            }
        }
    }
    assert_eq!(n_compared, 4 * 14 * 312);

    // What a browser reads is the same: the file of one indicator, and one profile.
    let history: Dataset = read(&files, &paths::history("disponibel-inkomst", Level::Municipality, vintage));
    assert_eq!(&history.into_cube().unwrap(), cube(&contents, "disponibel-inkomst", Level::Municipality));
    let profile: Profile = read(&files, &paths::profile(&"1480".parse().unwrap()));
    let names: Vec<&str> = profile.parents.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!((profile.name.as_str(), names), ("Göteborg", vec!["Västra Götalands län", "Riket"]));
    let areas: AreaTable = read(&files, &paths::areas(Level::Municipality, vintage));
    assert_eq!(areas.population[areas.position(&"1480".parse().unwrap()).unwrap()], profile.population);
}

#[test]
fn people_of_the_real_municipalities_add_up_to_counties_and_nation_exactly() {
    let Some(shared) = shared_data() else { return };
    let contents = real(&shared);
    people_add_up(&contents, "befolkning");
    people_add_up(&contents, "fardigstallda-bostader");
}

#[test]
fn the_real_panel_passes_the_check_with_one_thread_as_with_many() {
    let Some(shared) = shared_data() else { return };
    let files = || assemble(&real(&shared)).unwrap();
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    assert!(files() == one_thread.install(files));
    let folder = tempfile::tempdir().unwrap();
    write::publish(&real(&shared), folder.path(), "2025-01-01T00:00:00Z").unwrap();
    assert_eq!(check::check(folder.path()).unwrap().n_areas, 312);
}

#[test]
fn every_text_of_both_manifests_is_there_in_both_languages() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/real.toml");
    Manifest::read(&manifest).unwrap();
    for contents in demo::demonstration(demo::SEED).unwrap().indicators {
        for language in Language::ALL {
            let about = &contents.about;
            assert!(about.definition.get(language).len() > 40 && about.method.get(language).len() > 40);
            assert!(!about.pitfalls.is_empty());
        }
        assert!(contents.about.source.sv.contains("påhittade siffror"), "{}", contents.about.slug);
        assert!(contents.about.source.en.contains("made-up figures"), "{}", contents.about.slug);
    }
}

/// Checks that municipalities add up to counties and counties to the nation, in every period and to the last one;
/// returns the nation's newest value.
fn people_add_up(contents: &Contents, slug: &str) -> f64 {
    let [nation, counties, municipalities] =
        [Level::Nation, Level::County, Level::Municipality].map(|level| cube(contents, slug, level));
    let number = |cube: &Cube, code: &AreaCode, period| cube.value(code, period).unwrap().number().unwrap();
    let mut newest = 0.0;
    for period in nation.periods() {
        for county in counties.areas() {
            let parts = municipalities.areas().iter().filter(|code| code.parent().as_ref() == Some(county));
            let sum: f64 = parts.map(|code| number(municipalities, code, *period)).sum();
            assert_eq!(sum, number(counties, county, *period), "{slug} {county} {period}");
        }
        let sum: f64 = counties.areas().iter().map(|code| number(counties, code, *period)).sum();
        newest = number(nation, &AreaCode::nation(), *period);
        assert_eq!(sum, newest, "{slug} {period}");
    }
    newest
}

fn cube<'a>(contents: &'a Contents, slug: &str, level: Level) -> &'a Cube {
    let indicator = contents.indicators.iter().find(|contents| contents.indicator.slug == slug).unwrap();
    &indicator.tables.iter().find(|table| table.level == level).unwrap().cube
}

fn read<T: serde::de::DeserializeOwned>(files: &Files, path: &str) -> T {
    serde_json::from_slice(&files[path]).unwrap()
}

fn real(shared: &Path) -> Contents {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/real.toml");
    build::contents(&Manifest::read(&manifest).unwrap(), shared).unwrap()
}

/// The folder of real data, which is not part of the project.
fn shared_data() -> Option<PathBuf> {
    let folder = std::env::var_os("LAGESBILD_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    if folder.join("statistics/kommun_ar_2011_2024.csv").exists() {
        return Some(folder);
    }
    println!("skipped: no real data in {}", folder.display());
    None
}
