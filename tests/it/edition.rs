//! Editions: the same input makes the same bytes; what was published reads back as what the sources say.

#![expect(clippy::unwrap_used, reason = "what a test relies on may end it")]

use lagesbild::model::json_stat::Dataset;
use lagesbild::model::{Catalogue, Events, Examples, Language, Level, LogKind, Theme, paths};
use lagesbild::publish::assemble::{Files, assemble, edition_id, file_lists};
use lagesbild::publish::contents::{Contents, LevelBrokenDown};
use lagesbild::publish::{change_log, check, demo, write};

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
        lagesbild::model::json::read(&std::fs::read(folder.path().join(paths::CURRENT)).unwrap()).unwrap();
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
fn every_wide_table_is_described_as_it_is() {
    let files = assemble(&small(demo::SEED)).unwrap();
    let group: serde_json::Value = serde_json::from_slice(&files[paths::DOWNLOAD_METADATA]).unwrap();
    let described = group["tables"].as_array().unwrap();
    let tables: Vec<&String> = files.keys().filter(|path| path.ends_with(".csv")).collect();
    assert_eq!(described.len(), tables.len());
    for table in described {
        let path = format!("download/{}", table["url"].as_str().unwrap());
        let text = String::from_utf8(files[&path].clone()).unwrap();
        let columns = table["tableSchema"]["columns"].as_array().unwrap();
        let titles: Vec<&str> = columns.iter().map(|column| column["titles"].as_str().unwrap()).collect();
        assert_eq!(text.lines().next(), Some(&*titles.join(",")), "{path}");
        // What stands in place of a number is among what the description says.
        let letters = |cell: &&str| cell.parse::<f64>().is_err();
        let rows = csv::Reader::from_reader(text.as_bytes()).into_records().map(Result::unwrap);
        for row in rows {
            assert!(row.iter().skip(2).filter(letters).all(|cell| ["c", "m", "z"].contains(&cell)), "{path}");
        }
    }
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
fn label_points_of_counties_and_the_nation_lie_among_their_municipalities() {
    let contents = small(demo::SEED);
    let municipalities = &contents.levels[2].areas;
    for level in &contents.levels {
        assert_eq!(level.areas.label_points.len(), level.areas.codes.len());
        for (code, point) in level.areas.codes.iter().zip(&level.areas.label_points) {
            let distance = |at: usize| {
                let other = municipalities.label_points[at];
                f64::from(other[0] - point[0]).hypot(f64::from(other[1] - point[1]))
            };
            let nearest = (0..municipalities.codes.len())
                .filter(|at| {
                    let other = municipalities.codes[*at].as_str();
                    code.level() == Level::Nation
                        || code.as_str().starts_with(other)
                        || other.starts_with(code.as_str())
                })
                .map(distance)
                .fold(f64::INFINITY, f64::min);
            assert!(nearest < 90_000.0, "{code}: its municipality is {nearest} m away");
        }
    }
}

#[test]
fn every_text_of_the_demonstration_is_there_in_both_languages() {
    for contents in small(demo::SEED).indicators {
        for language in Language::ALL {
            let about = &contents.about;
            assert!(about.definition.get(language).len() > 40 && about.method.get(language).len() > 40);
        }
    }
}

fn read<T: lagesbild::model::json::FromJson>(files: &Files, path: &str) -> T {
    lagesbild::model::json::read(&files[path]).unwrap()
}

#[test]
fn each_publication_is_in_the_log_once_and_says_what_it_changed() {
    let folder = tempfile::tempdir().unwrap();
    let entries = || change_log::change_log(folder.path()).unwrap().entries;
    assert!(entries().is_empty());
    write::publish(&small(1), folder.path(), "2025-01-01T00:00:00Z").unwrap();
    write::publish(&small(1), folder.path(), "2025-01-15T00:00:00Z").unwrap();
    write::publish(&small(2), folder.path(), "2025-02-01T00:00:00Z").unwrap();
    let log = entries();
    assert_eq!(log.iter().map(|entry| entry.day()).collect::<Vec<_>>(), ["2025-02-01", "2025-01-01"]);
    assert!(log.iter().all(|entry| entry.kind == LogKind::Release && entry.note.is_none()));
    assert!(log[1].changes.is_empty(), "the first edition follows no other");
    // One sentence an indicator, by its title.
    let unemployment: Vec<_> =
        log[0].changes.iter().filter(|change| change.sv.starts_with("Arbetslöshet")).collect();
    assert_eq!(unemployment.len(), 1, "{:?}", log[0].changes);
    assert!(unemployment[0].sv.ends_with(" ändrade värden."), "{}", unemployment[0].sv);
    assert!(unemployment[0].en.ends_with(" values changed."), "{}", unemployment[0].en);
    // An edition that comes back takes its old place's stead.
    write::publish(&small(1), folder.path(), "2025-03-01T00:00:00Z").unwrap();
    assert_eq!(entries().iter().map(|entry| entry.day()).collect::<Vec<_>>(), ["2025-03-01", "2025-02-01"]);
}

#[test]
fn the_demonstrations_examples_are_of_all_themes_and_say_that_they_are_made_up() {
    let contents = demo::demonstration_of(demo::SEED, &["01", "05", "12", "13", "14", "18", "19"]).unwrap();
    let files = assemble(&contents).unwrap();
    let examples: Examples = lagesbild::model::json::read(&files[paths::EXAMPLES]).unwrap();
    assert_eq!(examples.examples, contents.examples);
    for theme in Theme::ALL {
        assert!(examples.examples.iter().any(|example| example.theme == theme), "{}", theme.id());
    }
    for example in &examples.examples {
        assert!(example.title.sv.contains("påhittat") && example.title.en.contains("made up"));
    }
    // Where nobody has any there is no file.
    assert!(!assemble(&small(demo::SEED)).unwrap().contains_key(paths::EXAMPLES));
}
