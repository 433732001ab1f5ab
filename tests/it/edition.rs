//! Editions: the same input makes the same bytes; what was published reads back as what the sources say.

#![expect(clippy::unwrap_used, reason = "what a test relies on may end it")]

use lagesbild::model::json_stat::Dataset;
use lagesbild::model::{
    AreaCode, AreaTable, Catalogue, Cube, Events, Language, Level, Period, Profile, Vintage, paths,
};
use lagesbild::publish::assemble::{Files, assemble, edition_id, file_lists};
use lagesbild::publish::contents::{Contents, LevelBrokenDown};
use lagesbild::publish::manifest::Manifest;
use lagesbild::publish::{build, check, demo, write};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Two counties of the demonstration, made in a moment by the same way as the whole.
const SMALL: [&str; 2] = ["09", "10"];

fn small(seed: u64) -> Contents {
    demo::demonstration_of(seed, &SMALL).unwrap()
}

#[test]
fn the_demonstration_is_the_same_bytes_on_one_thread_and_on_many() {
    let files = || assemble(&small(demo::SEED)).unwrap();
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let many_threads = rayon::ThreadPoolBuilder::new().num_threads(7).build().unwrap();
    let first = one_thread.install(files);
    assert!(first == many_threads.install(files));
    assert_eq!(edition_id(&first).len(), 12);
    // Another seed makes another edition, of the same indicators and larger areas.
    let other = assemble(&small(demo::SEED + 1)).unwrap();
    assert_ne!(edition_id(&first), edition_id(&other));
    assert_eq!(first.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
}

#[test]
#[ignore = "long: the whole country three times"]
fn the_whole_demonstration_is_the_same_bytes_on_one_thread_and_on_many() {
    let files = || assemble(&demo::demonstration(demo::SEED).unwrap()).unwrap();
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let many_threads = rayon::ThreadPoolBuilder::new().num_threads(7).build().unwrap();
    let first = files();
    assert!(first == one_thread.install(files));
    assert!(first == many_threads.install(files));
}

#[test]
fn no_file_of_an_edition_contains_its_id() {
    let mut files = assemble(&small(demo::SEED)).unwrap();
    let id = edition_id(&files);
    files.extend(file_lists(&files).unwrap());
    for (path, bytes) in &files {
        assert!(!bytes.windows(id.len()).any(|window| window == id.as_bytes()), "{path}");
    }
}

#[test]
fn the_demonstration_passes_the_check_and_supersedes_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let first = write::publish(&small(1), folder.path(), "2025-01-01T00:00:00Z").unwrap();
    let second = write::publish(&small(2), folder.path(), "2025-02-01T00:00:00Z").unwrap();
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
fn what_the_catalogue_lists_is_there_and_reads_back_as_it_was() {
    let contents = small(demo::SEED);
    let files = assemble(&contents).unwrap();
    let catalogue: Catalogue = read(&files, paths::CATALOGUE);
    assert_eq!(catalogue, contents.catalogue());
    let mut n_read = 0;
    for indicator in &contents.indicators {
        for table in &indicator.broken_down {
            let LevelBrokenDown { level, vintage, values } = table;
            let entry = catalogue.indicator(&indicator.indicator.slug).unwrap();
            let entry =
                entry.tables.iter().find(|entry| (entry.level, entry.vintage) == (*level, *vintage)).unwrap();
            assert!(entry.breakdowns.contains(&values.breakdown));
            let path = paths::by_breakdown(&indicator.indicator.slug, *level, *vintage, &values.breakdown);
            let found = read::<Dataset>(&files, &path).into_broken_down(&values.breakdown).unwrap();
            assert_eq!(&found, values, "{path}");
            n_read += 1;
        }
    }
    assert!(n_read > 40, "{n_read}");
    for contents in &contents.counts {
        for counts in &contents.counts {
            let entry = catalogue.counts(&contents.table.id).unwrap();
            assert!(entry.table(counts.level).unwrap().periods.contains(&counts.period));
            let path = paths::counts(&contents.table.id, counts.level, counts.vintage, counts.period);
            let found = read::<Dataset>(&files, &path).into_counts(counts.level, counts.vintage).unwrap();
            assert_eq!(&found, counts, "{path}");
        }
    }
    let events: Events = read(&files, paths::EVENTS);
    assert_eq!(events.events, contents.events);
    assert!(
        events
            .events
            .iter()
            .flat_map(|event| &event.indicators)
            .all(|slug| catalogue.indicator(slug).is_some())
    );
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
    for contents in small(demo::SEED).indicators {
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
