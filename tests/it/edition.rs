//! Editions: the same input makes the same bytes; what was published reads back as what the sources say.

#![expect(clippy::unwrap_used, reason = "what a test relies on may end it")]

use lagesbild::model::{AreaCode, Catalogue, Cube, Flags, Language, Level, Period, paths};
use lagesbild::publish::assemble::{Files, assemble, edition_id, file_lists};
use lagesbild::publish::contents::Contents;
use lagesbild::publish::{check, demo, write};

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
fn every_text_of_the_demonstration_is_there_in_both_languages() {
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
