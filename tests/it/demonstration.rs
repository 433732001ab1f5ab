//! The demonstration edition: what larger areas have is what their small areas have together, every kind of cell occurs,
//! and the figures are such as an expert would take for possible.

#![expect(clippy::unwrap_used, reason = "what a test relies on may end it")]

use lagesbild::charts::curve::Curve;
use lagesbild::charts::line::SeriesRole;
use lagesbild::components::method_note::quotient;
use lagesbild::model::json;
use lagesbild::model::{
    AreaCode, AreaCounts, AreaTable, Cube, EventKind, Flags, Language, Level, Measure, NumberColumn, Period,
    Profile, ProfileDivision, Value, Vintage, paths,
};
use lagesbild::publish::assemble::{Files, assemble};
use lagesbild::publish::contents::Contents;
use lagesbild::publish::demo;
use lagesbild::stats::area_types::AreaTypeLimits;
use lagesbild::stats::counts::{Counts, Numbers};
use lagesbild::stats::segregation::dissimilarity::dissimilarity;
use lagesbild::stats::segregation::gini::gini;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

const NEWEST: Vintage = Vintage(2025);

/// The whole country, made once for the tests that take long.
pub(crate) static WHOLE: LazyLock<Contents> = LazyLock::new(|| demo::demonstration(demo::SEED).unwrap());

/// The counties of Uppsala and Skåne: a sixth of the country with a large city, made in the same way. National figures
/// are those of the whole country.
pub(crate) static PART: LazyLock<Contents> =
    LazyLock::new(|| demo::demonstration_of(demo::SEED, &["03", "12"]).unwrap());

/// Two counties without large cities.
static SMALL: LazyLock<Contents> =
    LazyLock::new(|| demo::demonstration_of(demo::SEED, &["09", "10"]).unwrap());

#[test]
#[ignore = "long: the whole country"]
fn every_level_has_as_many_areas_as_sweden() {
    let counts: Vec<_> = WHOLE
        .catalogue()
        .levels
        .iter()
        .map(|level| (level.level.id(), level.vintage.0, level.count))
        .collect();
    assert_eq!(
        counts,
        [
            ("nation", 2025, 1),
            ("county", 2025, 21),
            ("municipality", 2025, 290),
            ("regso", 2020, 3_363),
            ("regso", 2025, 3_363),
            ("deso", 2025, 6_160),
        ]
    );
}

#[test]
fn six_themes_have_at_least_twenty_indicators_with_texts_that_say_they_are_made_up() {
    let indicators = &PART.indicators;
    assert!(indicators.len() >= 20, "{}", indicators.len());
    let themes: BTreeSet<_> = indicators.iter().map(|contents| contents.indicator.theme).collect();
    assert_eq!(themes.len(), 6);
    assert!(indicators.windows(2).all(|pair| pair[0].indicator.theme <= pair[1].indicator.theme));
    for contents in indicators {
        assert!(!contents.about.pitfalls.is_empty() && !contents.tables.is_empty());
        assert!(contents.about.source.sv.contains("påhittade siffror"), "{}", contents.about.slug);
        assert!(contents.about.source.en.contains("made-up figures"), "{}", contents.about.slug);
    }
}

#[test]
fn people_add_up_exactly_on_every_level() {
    let tables = &indicator(&PART, "befolkning").tables;
    for pair in tables.windows(2) {
        let (larger, smaller) = (&pair[0], &pair[1]);
        let parents = &PART.level(smaller.level, smaller.vintage).unwrap().areas.parents;
        for period in larger.cube.periods() {
            let mut sums: BTreeMap<&AreaCode, f64> = BTreeMap::new();
            for (parent, value) in parents.iter().zip(smaller.cube.cross_section(*period).unwrap()) {
                *sums.entry(parent).or_default() += value.number().unwrap();
            }
            for (code, sum) in sums {
                assert_eq!(number(&larger.cube, code, *period), sum, "{code} {period}");
            }
        }
    }
}

#[test]
fn a_share_of_a_larger_area_is_that_of_its_small_areas_together() {
    // By counts: the share published is that of the table of counts, on every level that has one.
    let counts = &counts(&SMALL, "background").counts;
    let shares = indicator(&SMALL, "utrikes-fodda");
    let mut n_compared = 0;
    for table in shares.tables.iter().filter(|table| table.level >= Level::Municipality) {
        for counts in counts.iter().filter(|counts| counts.level == table.level) {
            for (at, code) in counts.areas.iter().enumerate() {
                let [sweden, rest @ ..] = counts.area(at) else { panic!("no groups") };
                let abroad: f64 = rest.iter().sum();
                let share = 100.0 * abroad / (sweden + abroad);
                assert!((number(&table.cube, code, counts.period) - share).abs() <= 0.05 + 1e-9, "{code}");
                n_compared += 1;
            }
        }
    }
    assert!(n_compared > 500, "{n_compared}");
    // And the counts of a municipality are those of its small areas.
    for municipality in counts.iter().filter(|counts| counts.level == Level::Municipality) {
        let of_period =
            |level| counts.iter().find(|c| c.level == level && c.period == municipality.period).unwrap();
        for small in [of_period(Level::Regso), of_period(Level::Deso)] {
            for (at, code) in municipality.areas.iter().enumerate() {
                let inside = |small: &AreaCounts, group| -> f64 {
                    let areas = small
                        .areas
                        .iter()
                        .enumerate()
                        .filter(|(_, area)| area.as_str().starts_with(code.as_str()));
                    areas.map(|(at, _)| small.area(at)[group]).sum()
                };
                for group in 0..4 {
                    assert_eq!(municipality.area(at)[group], inside(small, group), "{code}");
                }
            }
        }
    }
}

#[test]
fn an_answer_of_a_sample_has_an_interval_that_narrows_with_the_residents() {
    for slug in ["otrygga-utomhus", "god-halsa"] {
        let asked = indicator(&SMALL, slug);
        assert!(asked.indicator.is_sample);
        assert_eq!(asked.tables.last().unwrap().level, Level::Municipality);
        let mut widths = Vec::new();
        for table in &asked.tables {
            let period = *table.cube.periods().last().unwrap();
            let mut of_level: Vec<f64> = Vec::new();
            for code in table.cube.areas() {
                let number = number(&table.cube, code, period);
                let (low, high) = table.cube.interval(code, period).unwrap();
                assert!(low <= number && number <= high && 0.0 <= low && high <= 100.0, "{code}");
                of_level.push(high - low);
            }
            of_level.sort_by(f64::total_cmp);
            widths.push(of_level[of_level.len() / 2]);
        }
        // The nation, a county, a municipality in the middle.
        assert!(widths[0] < widths[1] && widths[1] < widths[2], "{widths:?}");
        assert!(widths[2] > 2.0 && widths[2] < 30.0, "{widths:?}");
    }
    assert!(cube(&SMALL, "arbetsloshet", Level::Municipality).intervals().is_empty());
}

#[test]
fn shares_name_the_counts_they_are_worked_out_from_and_are_theirs() {
    let mut n_named = 0;
    for contents in &SMALL.indicators {
        let Some(parts) = &contents.about.parts else { continue };
        n_named += 1;
        let counts = counts(&SMALL, &parts.table);
        for level in [Level::Nation, Level::County, Level::Municipality] {
            let of = counts.table.table_for(level).unwrap();
            let cube = cube(&SMALL, &contents.indicator.slug, level);
            let code = cube.areas().last().unwrap();
            let persons =
                counts.level(of.level, of.vintage).find(|c| c.period == *of.periods.last().unwrap()).unwrap();
            let (members, all) = persons.share_of(&parts.groups, code).unwrap();
            let share = number(cube, code, persons.period);
            let shown = quotient((members, all), Language::Sv).replace('\u{A0}', " ");
            assert!(
                shown.ends_with(&format!("= {} %", format!("{share:.1}").replace('.', ","))),
                "{shown} {share}"
            );
        }
    }
    assert_eq!(n_named, 4, "born abroad, low and long education, 65 and over");
}

#[test]
fn categories_of_people_add_up_to_all() {
    let population = indicator(&SMALL, "befolkning");
    let mut breakdowns = BTreeSet::new();
    for table in &population.broken_down {
        breakdowns.insert(table.values.breakdown.as_str());
        let all = &population
            .tables
            .iter()
            .find(|all| (all.level, all.vintage) == (table.level, table.vintage))
            .unwrap()
            .cube;
        let periods = table.values.categories[0].1.periods();
        assert_eq!(periods.last(), all.periods().last());
        for (area, period) in all.areas().iter().flat_map(|area| periods.iter().map(move |own| (area, *own)))
        {
            let of = |(_, cube): &(String, Cube)| cube.value(area, period).unwrap().number().unwrap();
            let sum: f64 = table.values.categories.iter().map(of).sum();
            assert_eq!(all.value(area, period).unwrap().number(), Some(sum));
        }
    }
    assert_eq!(breakdowns.into_iter().collect::<Vec<_>>(), ["age", "age-sex", "sex"]);
}

#[test]
fn ages_by_sex_are_those_of_the_wider_groups_and_of_the_sexes() {
    let population = indicator(&PART, "befolkning");
    let by = |id: &str, level: Level| {
        let mut tables = population.broken_down.iter();
        let table =
            tables.find(|table| (table.level, table.values.breakdown.as_str()) == (level, id)).unwrap();
        table.values.categories.iter().map(|(id, cube)| (id.as_str(), cube)).collect::<BTreeMap<_, _>>()
    };
    // Limits of age that both kinds of groups have: 20, 45, 65 and 80.
    let spans = [(20, 45, vec!["20-25", "26-44"]), (45, 65, vec!["45-64"]), (65, 80, vec!["65-79"])];
    let five_years = |sex: &str, from: u32| match from {
        95 => format!("{sex}-95-"),
        _ => format!("{sex}-{from}-{}", from + 4),
    };
    for level in [Level::Nation, Level::County, Level::Municipality] {
        let [both, age, sex] = ["age-sex", "age", "sex"].map(|id| by(id, level));
        assert_eq!(both.len(), 40);
        let cube = both["women-0-4"];
        for (area, period) in
            cube.areas().iter().flat_map(|area| cube.periods().iter().map(move |p| (area, *p)))
        {
            let sum = |sex: &str, from: u32, to: u32| -> f64 {
                let groups = (from..to).step_by(5);
                groups.map(|from| number(both[five_years(sex, from).as_str()], area, period)).sum()
            };
            for side in ["women", "men"] {
                assert_eq!(sum(side, 0, 100), number(sex[side], area, period), "{area} {period} {side}");
            }
            for (from, to, wider) in &spans {
                let found = sum("women", *from, *to) + sum("men", *from, *to);
                let expected: f64 = wider.iter().map(|group| number(age[group], area, period)).sum();
                assert_eq!(found, expected, "{area} {period} {from}–{to}");
            }
        }
    }
    // Students make a town young; the smallest rural municipalities are older than the country.
    let old = |code: &str| {
        let own = by("age-sex", Level::Municipality);
        let area: AreaCode = code.parse().unwrap();
        let period = *own["men-0-4"].periods().last().unwrap();
        let people = |from: u32, to: u32| -> f64 {
            let groups = (from..to).step_by(5);
            groups.map(|from| number(own[five_years("women", from).as_str()], &area, period)).sum()
        };
        (people(20, 30) / people(0, 100), people(65, 100) / people(0, 100))
    };
    // Lund and Uppsala beside Perstorp and Östhammar.
    for (town, rural) in [("1281", "1275"), ("0380", "0382")] {
        let (town, rural) = (old(town), old(rural));
        assert!(town.0 > rural.0 && town.1 < rural.1, "{town:?} {rural:?}");
    }
}

#[test]
fn a_profile_has_the_newest_ages_and_a_curve_that_is_its_counts() {
    let files = assemble(&PART).unwrap();
    let table = counts(&PART, "background");
    let newest = table.counts.iter().rfind(|counts| counts.level == Level::Deso).unwrap();
    for code in ["00", "12", "1280", "0380", "0319"] {
        let code: AreaCode = code.parse().unwrap();
        let profile: Profile = json::read(&files[&paths::profile(&code)]).unwrap();
        let ages = profile.ages.unwrap();
        let sum = |column: &NumberColumn| column.0.iter().map(|value| value.number().unwrap()).sum::<f64>();
        let people = |code: &AreaCode| number(cube(&PART, "befolkning", code.level()), code, ages.period);
        assert_eq!(ages.period, newest.period);
        assert_eq!(sum(&ages.people), people(&code), "{code}");
        assert_eq!(ages.nation.is_none(), code == AreaCode::nation());
        assert!(ages.nation.iter().all(|nation| sum(nation) == people(&AreaCode::nation())));

        let index = profile.indices.iter().find(|index| !index.curve.is_empty()).unwrap();
        assert_eq!((index.index.as_str(), index.table.as_str()), ("dissimilarity", "background"));
        let inside = newest.areas.iter().enumerate();
        let inside: Vec<(f64, f64)> = inside
            .filter(|(_, area)| code.level() == Level::Nation || area.as_str().starts_with(code.as_str()))
            .map(|(at, _)| (newest.area(at)[1..].iter().sum(), newest.area(at)[0]))
            .collect();
        let cells: Vec<f64> = inside.iter().flat_map(|area| [area.0, area.1]).collect();
        let all = Counts::new(inside.len(), 2, cells, Numbers::Whole).unwrap();
        let areas: Vec<(f64, f64)> = index.curve.chunks_exact(2).map(|sides| (sides[0], sides[1])).collect();
        let curve = Curve { name: String::new(), role: SeriesRole::Chosen(0), areas: areas.clone() };
        let drawn = curve.describe().unwrap();
        let published = index.values.0.last().unwrap().number().unwrap();
        assert!((drawn.dissimilarity - dissimilarity(&all).unwrap()).abs() < 1e-12, "{code}");
        assert!(
            (drawn.dissimilarity - published).abs() <= 0.000_05 + 1e-9,
            "{code}: D is the one that is published"
        );
        let exact = gini(&all).unwrap();
        assert!(drawn.gini <= exact + 1e-12 && drawn.gini >= 0.999 * exact, "{code}: {} {exact}", drawn.gini);
        assert!(areas.len() <= 45 && areas.len() <= inside.len(), "{code}: {}", areas.len());
        let (first, last) = (drawn.points[0], drawn.points[drawn.points.len() - 1]);
        assert_eq!((first, last), ((0.0, 0.0), (1.0, 1.0)));
        let slopes = areas.windows(2).all(|pair| pair[0].0 * pair[1].1 <= pair[1].0 * pair[0].1);
        assert!(slopes, "{code}: from the lowest share to the highest, so that the curve is convex");
    }
}

#[test]
fn a_share_lies_between_those_of_its_categories() {
    let mut n_compared = 0;
    for contents in SMALL.indicators.iter().filter(|contents| contents.indicator.measure == Measure::Share) {
        for table in &contents.broken_down {
            let all = &contents
                .tables
                .iter()
                .find(|all| (all.level, all.vintage) == (table.level, table.vintage))
                .unwrap()
                .cube;
            for (at, value) in all.values().iter().enumerate() {
                let parts: Option<Vec<f64>> =
                    table.values.categories.iter().map(|(_, cube)| cube.values()[at].number()).collect();
                let (Some(whole), Some(parts)) = (value.number(), parts) else { continue };
                let low = parts.iter().copied().fold(f64::INFINITY, f64::min);
                let high = parts.iter().copied().fold(0.0, f64::max);
                assert!(
                    (low - 0.11..=high + 0.11).contains(&whole),
                    "{}: {whole} of {parts:?}",
                    contents.indicator.slug
                );
                n_compared += 1;
            }
        }
    }
    assert!(n_compared > 1_000, "{n_compared}");
}

#[test]
fn there_is_a_cell_of_every_kind() {
    let statuses: BTreeSet<char> = PART
        .indicators
        .iter()
        .flat_map(|contents| &contents.tables)
        .flat_map(|table| {
            table.cube.values().iter().flat_map(|value| value.status().chars().collect::<Vec<_>>())
        })
        .collect();
    for letter in ['c', 'm', 'z', 'p', 'r', 'e', 'b'] {
        assert!(statuses.contains(&letter), "no cell has the status {letter}");
    }
    // Knivsta was part of Uppsala until 2003.
    let unemployment = cube(&PART, "arbetsloshet", Level::Municipality);
    let knivsta: AreaCode = "0330".parse().unwrap();
    let status = |year| unemployment.value(&knivsta, Period::year(year)).unwrap().status();
    assert_eq!((status(2002).as_str(), status(2003).as_str()), ("z", ""));
    assert!(unemployment.value(&knivsta, Period::year(2008)).unwrap().flags().contains(Flags::BREAK));
    assert_eq!((unemployment.periods().len(), unemployment.periods()[0]), (35, Period::year(1990)));
}

#[test]
fn a_withheld_small_area_is_not_the_only_one_of_its_municipality() {
    for slug in ["behorighet-gymnasiet", "varken-arbetar-eller-studerar", "ekonomiskt-bistand"] {
        let (small, larger) = (cube(&PART, slug, Level::Regso), cube(&PART, slug, Level::Municipality));
        let is_withheld = |value: Value| value.status() == "c";
        for period in small.periods() {
            let mut n_withheld: BTreeMap<AreaCode, u32> = BTreeMap::new();
            for (code, value) in small.areas().iter().zip(small.cross_section(*period).unwrap()) {
                *n_withheld.entry(code.parent().unwrap()).or_default() += u32::from(is_withheld(value));
            }
            for (municipality, n_withheld) in n_withheld {
                let above = larger.value(&municipality, *period).unwrap();
                assert!(n_withheld != 1 || is_withheld(above), "{slug} {municipality} {period}");
            }
        }
    }
}

#[test]
fn the_same_code_names_different_areas_in_two_vintages() {
    let of = |vintage| {
        let tables = &indicator(&PART, "lag-ekonomisk-standard").tables;
        &tables.iter().find(|table| (table.level, table.vintage) == (Level::Regso, vintage)).unwrap().cube
    };
    let (older, newer) = (of(Vintage(2020)), of(NEWEST));
    assert_eq!(older.periods().last(), Some(&Period::year(2023)));
    assert_eq!(newer.periods().last(), Some(&Period::year(2024)));
    assert_eq!(older.areas(), newer.areas());
    let period = Period::year(2020);
    let pairs = older.cross_section(period).unwrap().into_iter().zip(newer.cross_section(period).unwrap());
    let n_changed = pairs.filter(|(older, newer)| older != newer).count();
    assert!((4..=60).contains(&n_changed), "{n_changed}");
}

#[test]
fn area_types_follow_from_the_index_by_the_rule() {
    let (indices, types) =
        (cube(&PART, "socioekonomiskt-index", Level::Regso), cube(&PART, "omradestyp", Level::Regso));
    for period in types.periods() {
        let values: Vec<f64> =
            indices.cross_section(*period).unwrap().iter().map(|value| value.number().unwrap()).collect();
        let limits = AreaTypeLimits::of(&values).unwrap();
        let mut n_of_type = [0; 5];
        for (index, found) in values.iter().zip(types.cross_section(*period).unwrap()) {
            let number = found.number().unwrap();
            // The index is published rounded: near a limit the type may be that of the other side.
            let near = limits.limits().iter().any(|limit| (limit - index).abs() < 0.06);
            assert!(near || number == f64::from(limits.area_type(*index).number()), "{index} {number}");
            n_of_type[[1.0, 2.0, 3.0, 4.0, 5.0].iter().position(|n| *n == number).unwrap()] += 1;
        }
        assert!(n_of_type.iter().all(|n| *n > 0), "{n_of_type:?}");
    }
}

#[test]
#[ignore = "long: the whole country"]
fn the_whole_country_has_as_many_areas_of_each_type_as_is_published_and_cities_as_divided() {
    // Published for 2022: 160, 289, 855, 1,770 and 289.
    let types = newest(cube(&WHOLE, "omradestyp", Level::Regso));
    let n_of = |number: f64| types.iter().filter(|found| **found == number).count();
    for (number, plausible) in
        [(1.0, 120..=210), (2.0, 230..=390), (3.0, 750..=1_000), (4.0, 1_450..=1_900), (5.0, 220..=440)]
    {
        assert!(plausible.contains(&n_of(number)), "type {number}: {}", n_of(number));
    }
    for city in ["0180", "1480", "1280"] {
        divided_as_published(&WHOLE, city);
        alike_in_quarters(&WHOLE, city);
    }
}

#[test]
fn the_nation_is_near_what_is_published() {
    for (slug, year, published, within) in [
        ("utrikes-fodda", 2024, 20.7, 0.2),
        ("lag-ekonomisk-standard", 2024, 13.9, 0.2),
        ("forvarvsarbetande", 2024, 79.9, 0.2),
        ("arbetsloshet", 1993, 12.0, 0.3),
        ("disponibel-inkomst", 2024, 458.0, 1.0),
        ("valdeltagande-riksdag", 2022, 84.2, 0.2),
        ("ohalsotal", 2024, 21.6, 0.2),
        ("andel-65-ar-och-aldre", 2024, 20.8, 0.4),
        ("ojamlikhetsindex", 2018, 41.0, 4.0),
    ] {
        let found = number(cube(&PART, slug, Level::Nation), &AreaCode::nation(), Period::year(year));
        assert!((found - published).abs() <= within, "{slug}: {found}");
    }
}

#[test]
fn shares_lean_to_the_right_and_change_slowly() {
    for slug in ["utrikes-fodda", "lag-ekonomisk-standard", "arbetsloshet", "socioekonomiskt-index"] {
        let table = cube(&PART, slug, Level::Regso);
        let values = newest(table);
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let mut sorted = values.clone();
        sorted.sort_by(f64::total_cmp);
        assert!(mean > 1.05 * sorted[sorted.len() / 2], "{slug}");
        let before: Vec<f64> = table
            .cross_section(table.periods()[table.periods().len() - 2])
            .unwrap()
            .iter()
            .map(|value| value.number().unwrap())
            .collect();
        assert!(correlation(&values, &before) > 0.98, "{slug}");
    }
}

/// The division of each municipality inside a county is that of the municipality's own page, to the thousandth.
fn one_level_closer(division: &ProfileDivision, files: &Files) {
    assert!(!division.inner.is_empty());
    for (code, between) in &division.inner {
        assert!(between.iter().sum::<u32>() <= 1000 && between.len() + 1 == division.between.len(), "{code}");
        if code.level() != Level::Municipality {
            continue;
        }
        let own: Profile = json::read(&files[&paths::profile(code)]).unwrap();
        let own = own.divisions.iter().find(|own| own.table == division.table).unwrap();
        for ((level, part), found) in own.between.iter().zip(between) {
            assert!((1000.0 * part / own.total - f64::from(*found)).abs() < 0.6, "{code} {level}");
        }
    }
}

#[test]
fn the_areas_most_like_a_place_stand_with_their_own_numbers() {
    let files = assemble(&PART).unwrap();
    let mut n_compared = 0;
    for code in ["1280", "0380", "1214", "12"] {
        let code: AreaCode = code.parse().unwrap();
        let profile: Profile = json::read(&files[&paths::profile(&code)]).unwrap();
        let similar = profile.similar.map_or_else(Vec::new, |similar| similar.areas);
        for figures in &profile.indicators {
            let newest = figures.series[0].values.0.iter().rposition(|value| value.number().is_some());
            assert_eq!(figures.alike.len(), newest.map_or(0, |_| similar.len()), "{code} {}", figures.slug);
            for (area, number) in similar.iter().zip(&figures.alike) {
                let table = cube(&PART, &figures.slug, code.level());
                let expected = table.value(&area.area, figures.periods[newest.unwrap()]).unwrap().number();
                assert_eq!(*number, expected, "{code} {} {}", figures.slug, area.area);
                n_compared += 1;
            }
        }
    }
    assert!(n_compared > 300, "{n_compared}");
}

#[test]
fn notes_stand_where_the_manifest_or_the_model_puts_them() {
    let files = assemble(&PART).unwrap();
    let notes = |code: &str| {
        let profile: Profile = json::read(&files[&paths::profile(&code.parse().unwrap())]).unwrap();
        profile.notes
    };
    let of = |code: &str, id: &str| notes(code).into_iter().find(|note| note.id == id);
    // Malmö lies beside Denmark; Höör does not, and has no students either.
    assert_eq!(of("1280", "granskommun").unwrap().areas, ["1280".parse().unwrap()]);
    assert_eq!(of("1267", "granskommun"), None);
    assert!(of("12", "granskommun").unwrap().areas.len() > 5, "the county tells of its municipalities");
    let regso = |code: &str| {
        cube(&PART, "omradestyp", Level::Regso)
            .areas()
            .iter()
            .filter(|area| area.as_str().starts_with(code))
            .count()
    };
    // Not every town's model has some, and none is full of them.
    let n_student = ["0380", "1281", "1280"].map(|city| {
        let n_student = of(city, "studentomrade").map_or(0, |note| note.areas.len());
        assert!(n_student * 3 < regso(city), "{city}: {n_student} of {}", regso(city));
        n_student
    });
    assert!(n_student.iter().filter(|n| **n > 0).count() >= 2, "{n_student:?}");
    assert_eq!(of("1267", "studentomrade"), None);
    let note = of("1280", "granskommun").unwrap();
    assert!(note.concerns("forvarvsarbetande", |area| area.as_str() == "1280"));
    assert!(!note.concerns("valdeltagande-kommun", |_| true));
}

#[test]
fn indicators_hang_together_as_real_ones_do() {
    let of = |slug| newest(cube(&PART, slug, Level::Regso));
    let poor = of("lag-ekonomisk-standard");
    for (slug, range) in [
        ("lag-utbildningsniva", 0.6..0.95),
        ("forvarvsarbetande", -0.95..-0.6),
        ("utrikes-fodda", 0.5..0.9),
        ("valdeltagande-riksdag", -0.95..-0.6),
        ("disponibel-inkomst", -0.95..-0.5),
        ("andel-65-ar-och-aldre", -0.5..0.2),
    ] {
        let found = correlation(&poor, &of(slug));
        assert!(range.contains(&found), "{slug}: {found}");
    }
}

#[test]
fn groups_live_as_unevenly_in_a_large_city_as_is_published() {
    divided_as_published(&PART, "1280");
}

#[test]
fn small_areas_are_like_their_neighbours_in_a_city() {
    alike_in_quarters(&PART, "1280");
}

#[test]
fn parts_of_a_profile_add_up_on_screen() {
    let files = assemble(&SMALL).unwrap();
    for code in ["00", "10", "1080", "0980"] {
        let profile: Profile = json::read(&files[&paths::profile(&code.parse().unwrap())]).unwrap();
        assert_eq!(profile.divisions.len(), 4);
        for division in &profile.divisions {
            let parts: f64 =
                division.between.iter().map(|(_, part)| part).sum::<f64>() + division.within_smallest;
            assert!((parts - division.total).abs() < 1e-6, "{code} {}", division.table);
            assert!((division.total - division.share * (1.0 - division.share)).abs() < 1e-6);
            // Nearly all of the variation lies inside areas.
            assert!(division.within_smallest > 0.75 * division.total);
            one_level_closer(division, &files);
        }
        assert_eq!(profile.indices.len(), 8);
        let types = profile.area_types.unwrap();
        let people: u32 = types.people.last().unwrap().iter().sum();
        assert_eq!(people, profile.population, "{code}");
        for similar in profile.similar.iter().flat_map(|similar| &similar.areas) {
            assert!((similar.parts.iter().sum::<f64>() - 1.0).abs() < 0.01 && similar.distance > 0.0);
        }
        assert_eq!(profile.inside.is_some(), code.len() == 4);
        if let Some(inside) = profile.inside {
            assert_eq!(inside.population.iter().sum::<u32>(), profile.population);
            assert!(inside.indicators.len() > 15);
            assert!(inside.indicators.iter().all(|values| values.values.0.len() == inside.codes.len()));
        }
    }
}

#[test]
fn small_areas_of_a_profile_are_those_of_its_tables() {
    let files = assemble(&SMALL).unwrap();
    let profile: Profile = json::read(&files[&paths::profile(&"1080".parse().unwrap())]).unwrap();
    let inside = profile.inside.unwrap();
    let smaller = inside.smaller.unwrap();
    let deso: AreaTable = json::read(&files[&paths::areas(smaller.level, smaller.vintage)]).unwrap();
    assert!(!smaller.codes.is_empty() && smaller.codes.len() == smaller.of.len());
    for (code, of) in smaller.codes.iter().zip(&smaller.of) {
        let at = deso.position(code).unwrap();
        assert_eq!(deso.parents[at], inside.codes[*of as usize], "{code}");
    }
    let types = inside.types.unwrap();
    let table = cube(&SMALL, "omradestyp", Level::Regso);
    for (at, code) in inside.codes.iter().enumerate() {
        for (of, period) in types.periods.iter().enumerate() {
            assert_eq!(
                types.of(at, of, false).map(f64::from),
                Some(number(table, code, *period)),
                "{code} {period}"
            );
        }
    }
}

#[test]
fn a_measure_is_compared_with_the_mean_of_places_that_were_alike_before() {
    let files = assemble(&PART).unwrap();
    let malmo: AreaCode = "1280".parse().unwrap();
    let profile: Profile = json::read(&files[&paths::profile(&malmo)]).unwrap();
    let measures: Vec<_> = profile.events.iter().filter(|event| !event.comparisons.is_empty()).collect();
    assert!(!measures.is_empty());
    for event in measures {
        for comparison in &event.comparisons {
            let table = cube(&PART, &comparison.slug, Level::Municipality);
            let others: Vec<&AreaCode> = comparison.areas.iter().map(|(code, _)| code).collect();
            assert!(others.len() == 8 && !others.contains(&&malmo));
            // Where something like it was done too, there is nothing to compare with.
            let is_measured = |code: &AreaCode| {
                let own = PART
                    .events
                    .iter()
                    .filter(|other| other.kind == EventKind::Measure && other.area == *code);
                own.flat_map(|other| &other.indicators).any(|slug| *slug == comparison.slug)
            };
            assert!(!others.iter().any(|code| is_measured(code)), "{}", comparison.slug);
            for (at, period) in table.periods().iter().enumerate() {
                let mean = others.iter().map(|code| number(table, code, *period)).sum::<f64>() / 8.0;
                assert!((comparison.means.0[at].number().unwrap() - mean).abs() < 0.0006, "{period}");
            }
            // Nearer in level before the measure than the places that were not taken, as a whole.
            let before: Vec<Period> =
                table.periods().iter().copied().filter(|period| *period < event.event.from).collect();
            let level = |code: &AreaCode| {
                before.iter().map(|period| number(table, code, *period)).sum::<f64>() / before.len() as f64
            };
            let apart = |code: &AreaCode| (level(code) - level(&malmo)).abs();
            let left: Vec<f64> = table
                .areas()
                .iter()
                .filter(|code| !others.contains(code) && **code != malmo)
                .map(apart)
                .collect();
            let taken = others.iter().map(|code| apart(code)).sum::<f64>() / 8.0;
            assert!(taken < left.iter().sum::<f64>() / left.len() as f64, "{}", comparison.slug);
        }
    }
}

#[test]
#[ignore = "long: the whole country"]
fn people_by_fixed_limits_begin_where_those_of_each_year_do() {
    let files = assemble(&WHOLE).unwrap();
    for code in ["00", "14", "1480"] {
        let profile: Profile = json::read(&files[&paths::profile(&code.parse().unwrap())]).unwrap();
        let types = profile.area_types.unwrap();
        assert_eq!(types.fixed.len(), types.people.len());
        for (own, fixed) in types.people.iter().zip(&types.fixed) {
            assert_eq!(own.iter().sum::<u32>(), fixed.iter().sum::<u32>(), "{code}: nobody is lost");
        }
        // But for areas whose index the publication's rounding takes over a limit.
        let all: u32 = types.people[0].iter().sum();
        let moved: u32 = types.people[0].iter().zip(&types.fixed[0]).map(|(a, b)| a.abs_diff(*b)).sum();
        assert!(f64::from(moved) < 0.04 * f64::from(all), "{code}: {moved} of {all}");
    }
}

/// D of those born abroad is between 25 and 45, and what a reader gets from the counts.
fn divided_as_published(contents: &Contents, city: &str) {
    let table = cube(contents, "segregation-utrikes-fodda", Level::Municipality);
    let found = number(table, &city.parse().unwrap(), Period::year(2024));
    assert!((25.0..45.0).contains(&found), "{city}: {found}");
    let counts = counts(contents, "background").counts.iter();
    let newest =
        counts.filter(|counts| counts.level == Level::Deso).max_by_key(|counts| counts.period).unwrap();
    let cells: Vec<f64> = (0..newest.areas.len())
        .filter(|at| newest.areas[*at].as_str().starts_with(city))
        .flat_map(|at| [newest.area(at)[0], newest.area(at)[1..].iter().sum()])
        .collect();
    let own = Counts::new(cells.len() / 2, 2, cells, Numbers::Whole).unwrap();
    assert!((100.0 * dissimilarity(&own).unwrap() - found).abs() <= 0.05 + 1e-9);
}

/// Moran's I of shares within a city lies where it does in real ones.
fn alike_in_quarters(contents: &Contents, city: &str) {
    let areas = &contents.level(Level::Deso, NEWEST).unwrap().areas;
    for slug in ["lag-ekonomisk-standard", "forvarvsarbetande", "eftergymnasial-utbildning"] {
        let values = newest(cube(contents, slug, Level::Deso));
        let inside: Vec<usize> =
            (0..values.len()).filter(|at| areas.codes[*at].as_str().starts_with(city)).collect();
        let points: Vec<[i32; 2]> = inside.iter().map(|at| areas.label_points[*at]).collect();
        let values: Vec<f64> = inside.iter().map(|at| values[*at]).collect();
        let found = moran(&values, &points);
        assert!((0.4..0.9).contains(&found), "{slug} {city}: {found}");
    }
}

fn indicator<'a>(contents: &'a Contents, slug: &str) -> &'a lagesbild::publish::contents::IndicatorContents {
    contents.indicators.iter().find(|contents| contents.indicator.slug == slug).unwrap()
}

fn cube<'a>(contents: &'a Contents, slug: &str, level: Level) -> &'a Cube {
    let tables = &indicator(contents, slug).tables;
    &tables.iter().find(|table| (table.level, table.vintage) == (level, NEWEST)).unwrap().cube
}

fn counts<'a>(contents: &'a Contents, id: &str) -> &'a lagesbild::publish::contents::CountsContents {
    contents.counts.iter().find(|counts| counts.table.id == id).unwrap()
}

fn number(cube: &Cube, code: &AreaCode, period: Period) -> f64 {
    cube.value(code, period).unwrap().number().unwrap()
}

/// The numbers of the newest period, all of them there.
fn newest(cube: &Cube) -> Vec<f64> {
    let values = cube.cross_section(*cube.periods().last().unwrap()).unwrap();
    values.iter().map(|value| value.number().unwrap()).collect()
}

fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (mean_a, mean_b) = (mean(a), mean(b));
    let product = |x: &[f64], y: &[f64], mx: f64, my: f64| -> f64 {
        x.iter().zip(y).map(|(x, y)| (x - mx) * (y - my)).sum()
    };
    product(a, b, mean_a, mean_b) / (product(a, a, mean_a, mean_a) * product(b, b, mean_b, mean_b)).sqrt()
}

/// Moran's I with the five nearest areas as neighbours.
fn moran(values: &[f64], points: &[[i32; 2]]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let z: Vec<f64> = values.iter().map(|value| value - mean).collect();
    let lag = |at: usize| {
        let distance = |other: &usize| {
            let [dx, dy] = [0, 1].map(|axis| f64::from(points[*other][axis] - points[at][axis]));
            dx * dx + dy * dy
        };
        let mut others: Vec<usize> = (0..points.len()).filter(|other| *other != at).collect();
        others.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
        others[..5].iter().map(|other| z[*other]).sum::<f64>() / 5.0
    };
    (0..z.len()).map(|at| z[at] * lag(at)).sum::<f64>() / z.iter().map(|z| z * z).sum::<f64>()
}
