//! The real edition: every number of every indicator is the one that its source has, and nothing else is published.
//! Needs the folder of real data, which is not part of the project.

#![expect(clippy::unwrap_used, reason = "what a test relies on may end it")]

mod sources;

use lagesbild::model::json_stat::Dataset;
use lagesbild::model::{
    AreaCode, AreaTable, Catalogue, Cube, Flags, Level, Period, Profile, Value, Vintage, paths,
};
use lagesbild::publish::assemble::{Files, assemble, edition_id};
use lagesbild::publish::contents::Contents;
use lagesbild::publish::manifest::Manifest;
use lagesbild::publish::{build, check, write};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

#[test]
fn every_number_of_every_indicator_is_that_of_its_source_and_there_are_no_others() {
    let Some((shared, contents)) = real() else { return };
    let expected = sources::numbers(shared);
    let mut n_numbers = 0;
    for indicator in &contents.indicators {
        let slug = &indicator.indicator.slug;
        for table in &indicator.tables {
            let place = (slug.clone(), table.level, table.vintage);
            let none = BTreeMap::new();
            let of_source = expected.get(&place).unwrap_or(&none);
            for area in table.cube.areas() {
                for (period, value) in table.cube.periods().iter().zip(table.cube.series(area).unwrap()) {
                    let source = of_source.get(&(area.clone(), *period));
                    assert_eq!(value.number(), source.copied(), "{slug} {area} {period}");
                    n_numbers += usize::from(source.is_some());
                }
            }
        }
    }
    // Every number of the sources was met.
    assert_eq!(n_numbers, expected.values().map(BTreeMap::len).sum::<usize>());
    let read: BTreeSet<&String> = expected.keys().map(|(slug, _, _)| slug).collect();
    assert_eq!(read, contents.indicators.iter().map(|contents| &contents.indicator.slug).collect());
    assert!(n_numbers > 180_000, "{n_numbers}");
}

#[test]
fn the_real_figures_keep_the_truths_that_their_sources_state() {
    let Some((_, contents)) = real() else { return };
    // Municipalities add up to counties, and these to the nation, exactly.
    for slug in ["befolkning", "fardigstallda-bostader"] {
        let [nation, counties, municipalities] = [Level::Nation, Level::County, Level::Municipality]
            .map(|level| cube(contents, slug, level, 2023));
        for period in nation.periods() {
            let mut sums: BTreeMap<AreaCode, f64> = BTreeMap::new();
            for code in municipalities.areas() {
                *sums.entry(code.parent().unwrap()).or_default() += number(municipalities, code, *period);
            }
            assert_eq!(sums.len(), 21);
            for (county, sum) in &sums {
                assert_eq!(*sum, number(counties, county, *period), "{slug} {county} {period}");
            }
            assert_eq!(sums.values().sum::<f64>(), number(nation, &AreaCode::nation(), *period));
        }
    }
    // The published numbers of areas of each type.
    let types = cube(contents, "omradestyp", Level::Regso, 2020).cross_section(Period::year(2022)).unwrap();
    let n_of = |wanted: f64| types.iter().filter(|value| value.number() == Some(wanted)).count();
    assert_eq!([1.0, 2.0, 3.0, 4.0, 5.0].map(n_of), [160, 289, 855, 1770, 289]);
    // The index is the plain mean of its three parts, within rounding.
    let index = cube(contents, "socioekonomiskt-index", Level::Regso, 2025);
    let parts =
        ["index-lag-ekonomisk-standard", "index-forgymnasial-utbildning", "index-bistand-eller-arbetsloshet"]
            .map(|slug| cube(contents, slug, Level::Regso, 2025));
    let of_2024 = Period::year(2024);
    let with_index: Vec<&AreaCode> =
        index.areas().iter().filter(|code| index.value(code, of_2024).unwrap().number().is_some()).collect();
    assert_eq!(with_index.len(), 31);
    for code in with_index {
        let mean = parts.iter().map(|part| number(part, code, of_2024)).sum::<f64>() / 3.0;
        assert!((mean - number(index, code, of_2024)).abs() < 0.035, "{code}");
    }
    // The three levels of education make the whole.
    let levels = ["forgymnasial-utbildning", "gymnasial-utbildning", "eftergymnasial-utbildning"]
        .map(|slug| cube(contents, slug, Level::Municipality, 2023));
    for code in levels[0].areas() {
        for period in levels[0].periods() {
            let Some(first) = levels[0].value(code, *period).unwrap().number() else { continue };
            let sum = first + number(levels[1], code, *period) + number(levels[2], code, *period);
            assert!((sum - 100.0).abs() < 1e-3, "{code} {period}: {sum}");
        }
    }
    // People of the six cities' small areas are those of the cities.
    let small = cube(contents, "befolkning", Level::Regso, 2025);
    let cities = cube(contents, "befolkning", Level::Municipality, 2023);
    for city in ["0180", "0380", "0581", "0880", "1280", "1480"].map(|code| code.parse::<AreaCode>().unwrap())
    {
        let parts = small.areas().iter().filter(|code| code.parent().as_ref() == Some(&city));
        let sum: f64 = parts.filter_map(|code| small.value(code, of_2024).unwrap().number()).sum();
        let whole = number(cities, &city, of_2024);
        assert!((sum - whole).abs() < 0.002 * whole, "{city}: {sum} of {whole}");
    }
}

#[test]
fn faults_of_the_sources_are_handled_and_said() {
    let Some((_, contents)) = real() else { return };
    let value = |slug: &str, level, vintage, code: &str, year| {
        cube(contents, slug, level, vintage).value(&code.parse().unwrap(), Period::year(year)).unwrap()
    };
    // Knivsta was not there in 2002; Heby counts in its present county although it lay in another.
    let share = "eftergymnasial-utbildning";
    assert_eq!(value(share, Level::Municipality, 2023, "0330", 2002).status(), "z");
    assert!(value(share, Level::Municipality, 2023, "0330", 2006).number().is_some());
    assert!(value(share, Level::Municipality, 2023, "0331", 2002).number().is_some());
    // Eight areas of Stockholm county have no population, and absences are not zeros.
    let people = cube(contents, "befolkning", Level::Deso, 2018);
    let absent = |code: &&AreaCode| {
        code.as_str().starts_with("01") && people.value(code, Period::year(2023)).unwrap().number().is_none()
    };
    assert_eq!(people.areas().iter().filter(absent).count(), 8);
    // A group of ages that the source lacks leaves the sum missing.
    assert_eq!(value("andel-0-19", Level::Regso, 2020, "0780R017", 2010).status(), "m");
    // Estimates and provisional figures say that they are.
    let all = |slug: &str, level, vintage, flag| {
        let mut numbers =
            cube(contents, slug, level, vintage).values().iter().filter(|value| value.number().is_some());
        assert!(numbers.all(|value| value.flags() == flag), "{slug}");
    };
    all("roster-s-riksdag", Level::Deso, 2025, Flags::ESTIMATED);
    all("roster-l-kommun", Level::Regso, 2025, Flags::ESTIMATED);
    all("folkmangd-per-manad", Level::County, 2023, Flags::ESTIMATED);
    all("arbetsloshet-per-manad", Level::County, 2023, Flags::PROVISIONAL);
    all("befolkning", Level::Deso, 2018, Flags::NONE);
    // Codes of two vintages: 133 of the 1,362 are unknown in the older one, and the texts say so.
    let incomes = cube(contents, "nettoinkomst-medel", Level::Deso, 2025);
    let older = &contents.level(Level::Deso, Vintage(2018)).unwrap().areas;
    let with_income = incomes
        .areas()
        .iter()
        .filter(|code| incomes.value(code, Period::year(2024)).unwrap().number().is_some());
    let (known, unknown): (Vec<_>, Vec<_>) = with_income.partition(|code| older.position(code).is_some());
    assert_eq!((known.len(), unknown.len()), (1229, 133));
    let income =
        contents.indicators.iter().find(|other| other.indicator.slug == "nettoinkomst-medel").unwrap();
    for text in [&income.about.pitfalls[1].sv, &income.about.pitfalls[1].en] {
        assert!(text.contains("133") && (text.contains("1 229") || text.contains("1,229")), "{text}");
    }
}

#[test]
fn areas_have_the_codes_names_and_parents_of_their_vintage() {
    let Some((_, contents)) = real() else { return };
    let counts: Vec<(Level, u16, usize)> = contents
        .levels
        .iter()
        .map(|level| (level.areas.level, level.areas.vintage.0, level.areas.codes.len()))
        .collect();
    assert_eq!(
        counts,
        [
            (Level::Nation, 2023, 1),
            (Level::County, 2023, 21),
            (Level::Municipality, 2023, 290),
            (Level::Regso, 2020, 3363),
            (Level::Regso, 2025, 3342),
            (Level::Deso, 2018, 5984),
            (Level::Deso, 2025, 6094),
        ]
    );
    let area = |level, vintage, code: &str| {
        let areas = &contents.level(level, Vintage(vintage)).unwrap().areas;
        let at = areas.position(&code.parse().unwrap()).unwrap();
        (areas.names[at].clone(), areas.parents[at].to_string())
    };
    assert_eq!(area(Level::Deso, 2018, "0114C1010"), ("Bollstanäs 0114C1010".into(), "0114R001".into()));
    assert_eq!(area(Level::Deso, 2025, "1481C1070"), ("Lindome västra 1481C1070".into(), "1481R016".into()));
    assert_eq!(area(Level::Regso, 2020, "0114R001"), ("Bollstanäs".into(), "0114".into()));
    assert_eq!(area(Level::Municipality, 2023, "1480"), ("Göteborg".into(), "14".into()));
}

#[test]
fn the_files_say_what_the_contents_say() {
    let Some((_, contents)) = real() else { return };
    let files = assemble(contents).unwrap();
    let catalogue: Catalogue = read(&files, paths::CATALOGUE);
    assert!(!catalogue.synthetic);
    for (slug, level, vintage) in [
        ("disponibel-inkomst", Level::Municipality, 2023),
        ("roster-mp-riksdag", Level::Deso, 2025),
        ("ice-fodelseregion", Level::Deso, 2018),
    ] {
        let history: Dataset = read(&files, &paths::history(slug, level, Vintage(vintage)));
        assert_eq!(&history.into_cube().unwrap(), cube(contents, slug, level, vintage));
    }
    let profile: Profile = read(&files, &paths::profile(&"1480".parse().unwrap()));
    let names: Vec<&str> = profile.parents.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!((profile.name.as_str(), names), ("Göteborg", vec!["Västra Götalands län", "Riket"]));
    let areas: AreaTable = read(&files, &paths::areas(Level::Municipality, Vintage(2023)));
    assert_eq!(areas.population[areas.position(&"1480".parse().unwrap()).unwrap()], profile.population);
    assert_eq!(profile.population, 608_993);
}

#[test]
#[ignore = "long: the whole edition with all borders, twice"]
fn the_whole_real_edition_is_published_checked_and_the_same_on_one_thread() {
    let Some(shared) = shared_data() else { return };
    let contents = || build::contents(&manifest(), &shared).unwrap();
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let all = contents();
    let note = "1229 of these codes are drawn as of 2018, 133 are not";
    assert!(all.notes.iter().any(|told| told.contains(note)), "{:#?}", all.notes);
    assert_eq!(
        edition_id(&assemble(&all).unwrap()),
        one_thread.install(|| edition_id(&assemble(&contents()).unwrap()))
    );
    // Where there are borders, an area has a label point inside the country, and nowhere else.
    for (level, vintage, n_drawn) in [
        (Level::Regso, 2020, 647),
        (Level::Regso, 2025, 331),
        (Level::Deso, 2018, 1525),
        (Level::Deso, 2025, 641),
    ] {
        let level = all.level(level, Vintage(vintage)).unwrap();
        let drawn: Vec<_> = level.areas.label_points.iter().filter(|point| **point != [0, 0]).collect();
        assert_eq!(drawn.len(), n_drawn);
        assert!(
            drawn.iter().all(|[e, n]| (250_000..950_000).contains(e) && (6_100_000..7_700_000).contains(n))
        );
    }
    let folder = tempfile::tempdir().unwrap();
    write::publish(&all, folder.path(), "2025-01-01T00:00:00Z").unwrap();
    assert_eq!(check::check(folder.path()).unwrap().n_areas, 1 + 21 + 290 + 3363 + 3342 + 5984 + 6094);
}

/// The real edition without the borders of small areas, which take long without optimisation, made once for all tests.
fn real() -> Option<&'static (PathBuf, Contents)> {
    static REAL: OnceLock<Option<(PathBuf, Contents)>> = OnceLock::new();
    let made = || {
        let shared = shared_data()?;
        let mut manifest = manifest();
        for level in manifest.levels.iter_mut().filter(|level| level.level > Level::Municipality) {
            // Two of the four keep theirs, so that areas without are met.
            level.borders.retain(|borders| borders.file.contains("karlstad"));
        }
        let contents = build::contents(&manifest, &shared).unwrap();
        Some((shared, contents))
    };
    REAL.get_or_init(made).as_ref()
}

fn manifest() -> Manifest {
    Manifest::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/real.toml")).unwrap()
}

fn cube<'a>(contents: &'a Contents, slug: &str, level: Level, vintage: u16) -> &'a Cube {
    let indicator = contents.indicators.iter().find(|contents| contents.indicator.slug == slug).unwrap();
    let is_it = |table: &&lagesbild::publish::contents::LevelCube| {
        (table.level, table.vintage) == (level, Vintage(vintage))
    };
    &indicator.tables.iter().find(is_it).unwrap().cube
}

fn number(cube: &Cube, code: &AreaCode, period: Period) -> f64 {
    cube.value(code, period)
        .and_then(Value::number)
        .unwrap_or_else(|| panic!("no number of {code} in {period}"))
}

fn read<T: lagesbild::model::json::FromJson>(files: &Files, path: &str) -> T {
    lagesbild::model::json::read(&files[path]).unwrap()
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
