//! Charts: what must hold for any data, then pictures compared with the ones under `tests/snapshots/`.
//!
//! `UPDATE_SNAPSHOTS=1` writes the pictures anew. Numbers in them are rounded to a tenth of a pixel by the backend.

mod crowd;
mod demonstrated;
mod gallery;
mod intervals;

use lagesbild::charts::Table;
use lagesbild::charts::frame::PlacedText;
use lagesbild::charts::legend::LegendSpec;
use lagesbild::charts::line::{
    LineEvent, LineLayout, LineSeries, LineSpec, PlacedMark, SeriesRole, fitting_height,
};
use lagesbild::charts::sparkline::SparklineSpec;
use lagesbild::charts::stop::{Move, nearest, step};
use lagesbild::charts::strip::{StripMark, StripSpec};
use lagesbild::charts::svg::{Naming, Styling};
use lagesbild::charts::{Chart, Point, Rect, Size, Token};
use lagesbild::color::Ground;
use lagesbild::model::{Absence, Flags, Language, Localized, Period, Unit, Value};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::path::Path;

fn both(sv: &str, en: &str) -> Localized {
    Localized { sv: sv.into(), en: en.into() }
}

pub(crate) fn percent() -> Unit {
    Unit { short: both("%", "%"), long: both("procent", "percent"), one: Localized::default() }
}

fn years(first: u16, last: u16) -> Vec<Period> {
    (first..=last).map(Period::year).collect()
}

fn numbers(values: &[f64]) -> Vec<Value> {
    values.iter().map(|number| Value::Number(*number, Flags::NONE)).collect()
}

/// Shares over 2011–2024 for a municipality beside its county and the country.
pub(crate) fn three_lines(width: f64, language: Language) -> LineSpec {
    let own = [9.8, 9.9, 10.1, 9.6, 9.5, 9.9, 9.3, 8.6, 8.2, 10.4, 9.3, 8.0, 7.7, 8.4];
    let county = [8.4, 8.4, 8.6, 8.1, 7.9, 7.9, 7.4, 6.9, 6.7, 8.5, 7.6, 6.5, 6.2, 6.8];
    let nation = [8.3, 8.4, 8.5, 8.1, 7.8, 7.6, 7.5, 7.0, 7.0, 8.5, 7.8, 6.8, 6.4, 6.9];
    let (county_name, nation_name) = match language {
        Language::Sv => ("Västra Götalands län", "Riket"),
        Language::En => ("Västra Götalands län", "Sweden"),
    };
    LineSpec {
        size: Size { width, height: fitting_height(width) },
        language,
        unit: percent(),
        decimals: 1,
        zero_baseline: true,
        periods: years(2011, 2024),
        breaks: Vec::new(),
        series: vec![
            LineSeries::new("Göteborg", SeriesRole::Chosen(0), numbers(&own)),
            LineSeries::new(county_name, SeriesRole::County, numbers(&county)),
            LineSeries::new(nation_name, SeriesRole::Nation, numbers(&nation)),
        ],
        crowd: None,
        highlighted: None,
        events: Vec::new(),
        targets: Vec::new(),
        watermark: None,
    }
}

/// Three events, one of which took years, and a target.
pub(crate) fn eventful(width: f64) -> LineSpec {
    let event = |title: &str, from: u16, until: Option<u16>| LineEvent {
        title: title.into(),
        from: Period::year(from),
        until: until.map(Period::year),
    };
    LineSpec {
        events: vec![
            event("Områdessatsning", 2014, Some(2017)),
            event("Ny lag om kommunal vuxenutbildning", 2016, None),
            event("Pandemin", 2020, Some(2021)),
            event("Före seriens början", 1999, None),
        ],
        targets: vec![("Mål: högst 5 procent".into(), 5.0)],
        ..three_lines(width, Language::Sv)
    }
}

/// Everything that can be wrong with a series: gaps of each reason, a break, intervals, a lone value.
pub(crate) fn troubled(width: f64) -> LineSpec {
    let mut spec = three_lines(width, Language::Sv);
    spec.breaks = vec![Period::year(2019)];
    spec.highlighted = Some(Period::year(2017));
    spec.series.remove(1);
    let own = &mut spec.series[0];
    own.name = "Arjeplog".into();
    own.intervals =
        own.values.iter().map(|value| value.number().map(|number| (number - 1.1, number + 1.3))).collect();
    for (position, reason) in [
        (2, Absence::Suppressed),
        (4, Absence::Suppressed),
        (5, Absence::Missing),
        (12, Absence::NotApplicable),
    ] {
        own.values[position] = Value::Absent(reason);
        own.intervals[position] = None;
    }
    spec
}

/// Eight chosen areas whose lines end close together.
pub(crate) fn crowded(width: f64) -> LineSpec {
    let mut spec = three_lines(width, Language::Sv);
    let names =
        ["Göteborg", "Mölndal", "Partille", "Härryda", "Kungälv", "Lerum", "Öckerö", "Upplands Väsby"];
    spec.series = names
        .iter()
        .zip(0_u8..)
        .map(|(name, slot)| {
            let level = 6.0 + 0.45 * f64::from(slot);
            let values: Vec<f64> = (0..14)
                .map(|year| {
                    level
                        + 1.2
                            * (0.7 * f64::from(year) + f64::from(slot)).sin()
                            * (1.0 - f64::from(year) / 16.0)
                })
                .collect();
            LineSeries::new(*name, SeriesRole::Chosen(slot), numbers(&values))
        })
        .collect();
    spec.zero_baseline = false;
    spec
}

/// Levels far from zero with large numbers, over months.
pub(crate) fn months(width: f64) -> LineSpec {
    let periods: Vec<Period> = (0..18)
        .map(|month| format!("{}M{:02}", 2023 + month / 12, month % 12 + 1).parse().expect("a month"))
        .collect();
    let values: Vec<f64> =
        (0..18).map(|month| 604_000.0 + 350.0 * f64::from(month) + f64::from(month % 5) * 120.0).collect();
    LineSpec {
        unit: Unit {
            short: both("personer", "people"),
            long: both("antal personer", "number of people"),
            one: Localized::default(),
        },
        decimals: 0,
        zero_baseline: false,
        series: vec![LineSeries::new("Göteborg", SeriesRole::Chosen(0), numbers(&values))],
        periods,
        watermark: Some("Demonstrationsdata – påhittade siffror".into()),
        ..three_lines(width, Language::Sv)
    }
}

/// Numbers that look like shares of many areas: more in the middle, a tail upwards. No generator, so nothing to seed.
pub(crate) fn shares(n: u32) -> Vec<f64> {
    let position = |area: u32| (f64::from(area) + 0.5) / f64::from(n);
    (0..n).map(|area| 6.0 * (position(area) / (1.0 - position(area))).powf(0.3)).collect()
}

/// A municipality among all, beside county and country.
pub(crate) fn strip(width: f64, n: u32) -> StripSpec {
    let mark = |name: &str, role, value| StripMark { name: name.into(), role, value, ends: None };
    let values = shares(n);
    let own = values[(values.len() * 4) / 5];
    StripSpec {
        width,
        language: Language::Sv,
        unit: percent(),
        decimals: 1,
        values,
        marks: vec![
            mark("Göteborg", SeriesRole::Chosen(0), own),
            mark("Västra Götalands län", SeriesRole::County, 6.8),
            mark("Riket", SeriesRole::Nation, 6.9),
        ],
        first_is_dot: true,
        columns_only: false,
        watermark: None,
    }
}

/// A map's legend with five classes.
pub(crate) fn legend(width: f64) -> LegendSpec {
    LegendSpec {
        width,
        language: Language::Sv,
        unit: percent(),
        decimals: 1,
        values: shares(290),
        limits: vec![4.2, 5.8, 7.1, 8.9],
        hovered: Some(9.6),
        reference: Some(("Riket".into(), 6.9)),
    }
}

/// A legend of numbers with a long tail, as of people in municipalities.
pub(crate) fn skewed_legend(width: f64) -> LegendSpec {
    LegendSpec {
        unit: Unit {
            short: both("personer", "people"),
            long: both("antal personer", "number of people"),
            one: Localized::default(),
        },
        decimals: 0,
        values: (1..=290).map(|rank| 990_000.0 / f64::from(rank).powf(1.05) + 2_400.0).collect(),
        limits: vec![5_500.0, 9_000.0, 12_000.0, 16_000.0, 25_000.0, 60_000.0],
        hovered: None,
        reference: None,
        ..legend(width)
    }
}

pub(crate) fn sparkline() -> SparklineSpec {
    let spec = troubled(640.0);
    SparklineSpec {
        size: Size { width: 120.0, height: 28.0 },
        periods: spec.periods,
        breaks: spec.breaks,
        values: spec.series[0].values.clone(),
        token: Token::Series(0),
    }
}

/// Compares a picture or a table with the stored one.
pub(crate) fn assert_snapshot(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    // One mark a line, so that a difference can be read.
    let found = format!("{}\n", found.replace("><", ">\n<"));
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some_and(|value| value == "1") {
        std::fs::write(&path, found).expect("writing the snapshot");
        return;
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!("reading the snapshot {}: {error}; UPDATE_SNAPSHOTS=1 writes it", path.display())
    });
    for (number, (stored, found)) in (1..).zip(stored.lines().zip(found.lines())) {
        assert_eq!(stored, found, "line {number} of {name}; UPDATE_SNAPSHOTS=1 writes the new picture");
    }
    assert_eq!(stored.lines().count(), found.lines().count(), "lines of {name}");
}

#[test]
fn the_style_sheet_of_the_page_has_the_palettes_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("style/charts.css");
    let sheet = lagesbild::charts::style_sheet();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some_and(|value| value == "1") {
        std::fs::write(&path, &sheet).expect("writing the style sheet");
    }
    let found = std::fs::read_to_string(&path).expect("reading style/charts.css");
    assert_eq!(found, sheet, "UPDATE_SNAPSHOTS=1 writes it anew");
}

/// No two texts overlap and none leaves the picture.
pub(crate) fn assert_legible(texts: &[PlacedText], size: Size, what: &str) {
    let frame = Rect { left: -0.5, top: -0.5, right: size.width + 0.5, bottom: size.height + 0.5 };
    for (index, text) in texts.iter().enumerate() {
        let bounds = text.bounds();
        assert!(
            bounds.left >= frame.left
                && bounds.right <= frame.right
                && bounds.top >= frame.top
                && bounds.bottom <= frame.bottom,
            "{what}: “{}” leaves the picture: {bounds:?} in {size:?}",
            text.text
        );
        for other in &texts[..index] {
            assert!(!bounds.overlaps(&other.bounds()), "{what}: “{}” lies on “{}”", text.text, other.text);
        }
    }
}

#[test]
fn words_of_line_charts_neither_overlap_nor_leave_at_any_width() {
    for width in [320.0, 360.0, 480.0, 640.0, 900.0, 1280.0, 1600.0] {
        for (name, spec) in [
            ("three lines", three_lines(width, Language::Sv)),
            ("three lines in English", three_lines(width, Language::En)),
            ("troubled", troubled(width)),
            ("crowded", crowded(width)),
            ("months", months(width)),
            ("eventful", eventful(width)),
        ] {
            let what = format!("{name} at {width}");
            assert_legible(&spec.layout().texts, spec.size, &what);
            for period in spec.periods.clone() {
                let spec = LineSpec { highlighted: Some(period), ..spec.clone() };
                let texts = spec.layout().texts;
                let ticks: Vec<PlacedText> =
                    texts.into_iter().filter(|text| text.at.y > spec.layout().plot.bottom).collect();
                assert_legible(&ticks, spec.size, &format!("{what}, {period} highlighted"));
            }
        }
    }
}

#[test]
fn line_charts_look_as_they_did() {
    let naming = Naming::Titled { id: "chart", title: "Arbetslöshet", description: "En beskrivning." };
    for (name, spec) in [
        ("line-three-320.svg", three_lines(320.0, Language::Sv)),
        ("line-three-640.svg", three_lines(640.0, Language::En)),
        ("line-troubled-640.svg", troubled(640.0)),
        ("line-crowded-900.svg", crowded(900.0)),
        ("line-months-640.svg", months(640.0)),
        ("line-eventful-720.svg", eventful(720.0)),
    ] {
        assert_snapshot(name, &spec.svg(naming, Styling::Page));
    }
}

#[test]
fn strips_legends_and_sparklines_look_as_they_did() {
    let naming = Naming::LabelledBy("heading");
    for (name, svg) in [
        ("strip-290-320.svg", strip(320.0, 290).svg(naming, Styling::Page)),
        ("strip-3363-640.svg", strip(640.0, 3363).svg(naming, Styling::Page)),
        ("legend-five-320.svg", legend(320.0).svg(naming, Styling::Page)),
        ("legend-skewed-480.svg", skewed_legend(480.0).svg(naming, Styling::Page)),
        ("sparkline.svg", sparkline().svg(Naming::Hidden, Styling::Page)),
    ] {
        assert_snapshot(name, &svg);
    }
}

#[test]
fn words_of_strips_and_legends_neither_overlap_nor_leave() {
    for width in [320.0, 400.0, 640.0, 1280.0] {
        for n in [1, 21, 290, 3363] {
            let spec = strip(width, n);
            let layout = spec.layout();
            assert_legible(&layout.texts, layout.size, &format!("strip of {n} at {width}"));
        }
        for (name, spec) in [("legend", legend(width)), ("skewed legend", skewed_legend(width))] {
            let layout = spec.layout();
            assert_legible(&layout.texts, layout.size, &format!("{name} at {width}"));
        }
    }
}

#[test]
fn no_dot_of_a_strip_lies_on_another_and_each_is_at_its_value() {
    for (n, width) in [(1, 320.0), (21, 320.0), (290, 320.0), (600, 1280.0)] {
        let spec = strip(width, n);
        let layout = spec.layout();
        assert_eq!(layout.dots.len(), spec.values.len());
        for (index, dot) in layout.dots.iter().enumerate() {
            assert!((dot.x - layout.x_of(spec.values[index])).abs() < 1e-9);
            assert!((layout.plot.top..=layout.plot.bottom).contains(&dot.y));
            for other in &layout.dots[..index] {
                assert!((dot.x - other.x).hypot(dot.y - other.y) >= 2.0 * layout.radius, "{n}");
            }
        }
        let own = layout.dots[(spec.values.len() * 4) / 5];
        assert_eq!(layout.lines[0].1[1], own, "the first mark ends at its own dot");
        assert_eq!(layout.nearest(own.x, own.y), Some((spec.values.len() * 4) / 5));
    }
    assert!(strip(480.0, 3363).layout().dots.is_empty());
}

#[test]
fn every_area_is_in_one_class_of_the_legend_and_in_one_bar() {
    for spec in [legend(320.0), skewed_legend(480.0)] {
        let description = spec.describe();
        assert_eq!(description.classes.len(), spec.limits.len() + 1);
        assert_eq!(description.classes.iter().map(|(.., count)| count).sum::<usize>(), spec.values.len());
        let layout = spec.layout();
        assert_eq!(layout.swatches.len(), description.classes.len());
        for (class, swatch) in layout.swatches.iter().enumerate() {
            assert_eq!(layout.class_at((swatch.left + swatch.right) / 2.0, swatch.top + 2.0), Some(class));
        }
        // Classes ascend from left to right among the bars as well.
        let mut bars = layout.bars.clone();
        bars.sort_by(|a, b| a.1.left.total_cmp(&b.1.left).then(b.1.bottom.total_cmp(&a.1.bottom)));
        assert!(bars.is_sorted_by_key(|(class, _)| *class));
    }
    // Right-closed: a value on a limit belongs below it.
    assert_eq!(legend(320.0).class_of(4.2), 0);
    assert_eq!(legend(320.0).class_of(4.3), 1);
}

#[test]
fn a_sparkline_keeps_gaps_and_breaks() {
    let layout = sparkline().layout();
    assert_eq!(layout.pieces.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1, 2, 4, 1]);
    let points = layout.pieces.into_iter().flatten().collect::<Vec<_>>();
    assert!(points.iter().all(|p| (4.0..=116.0).contains(&p.x) && (4.0..=24.0).contains(&p.y)));
    assert_eq!(sparkline().describe().ends, Some([(Period::year(2011), 9.8), (Period::year(2024), 8.4)]));
}

#[test]
fn tables_of_strips_and_legends_say_what_the_pictures_show() {
    let table = strip(320.0, 290).table();
    assert_eq!(table.rows.len(), 8);
    assert_eq!(table.rows[2], ["Riket", "6,9\u{A0}%"]);
    let table = legend(320.0).table();
    assert_eq!(table.rows[0][0], "högst 4,2");
    assert_eq!(table.rows[1][0], "över 4,2, högst 5,8");
    assert_eq!(table.rows[4][0], "över 8,9");
}

#[test]
fn pictures_have_no_style_attributes_and_colors_only_in_files() {
    for spec in [three_lines(640.0, Language::Sv), troubled(320.0), crowded(1600.0)] {
        let page = spec.svg(Naming::Hidden, Styling::Page);
        assert!(!page.contains("style") && !page.contains("=\"#") && !page.contains("rgb"), "{page}");
        let file = spec.svg(Naming::Hidden, Styling::Embedded(Ground::Dark));
        assert_eq!(file.matches("<style>").count(), 1);
        assert!(!file.contains("style=") && !file.contains("var("));
        assert!(page.starts_with("<svg ") && page.ends_with("</svg>"));
    }
}

/// All points that lines are drawn through.
fn drawn(layout: &LineLayout, series: usize) -> Vec<Vec<Point>> {
    layout.series[series].pieces.clone()
}

#[test]
fn gaps_and_breaks_are_never_bridged() {
    let spec = troubled(640.0);
    let layout = spec.layout();
    // Gaps at positions 2, 4, 5 and 12, a break before 8 (2019).
    let lengths: Vec<usize> = drawn(&layout, 0).iter().map(Vec::len).collect();
    assert_eq!(lengths, [2, 1, 2, 4, 1]);
    assert_eq!(drawn(&layout, 1).iter().map(Vec::len).collect::<Vec<_>>(), [8, 6]);
    assert_eq!(layout.breaks, [(layout.xs[7] + layout.xs[8]) / 2.0]);
    let reasons: Vec<Absence> = layout.absence_key.iter().map(|(reason, _)| *reason).collect();
    assert_eq!(reasons, Absence::ALL);
}

#[test]
fn a_flag_breaks_its_own_line_only() {
    let mut spec = three_lines(640.0, Language::Sv);
    spec.series[0].values[5] = Value::Number(9.9, Flags::BREAK);
    let layout = spec.layout();
    assert_eq!(drawn(&layout, 0).len(), 2);
    assert_eq!(drawn(&layout, 2).len(), 1);
    assert_eq!(layout.breaks.len(), 1);
}

#[test]
fn what_must_start_at_zero_does() {
    let spec = three_lines(640.0, Language::Sv);
    let layout = spec.layout();
    assert_eq!(layout.baseline, Some(layout.plot.bottom));
    assert_eq!(months(640.0).layout().baseline, None);
}

#[test]
fn an_empty_chart_is_still_a_picture() {
    for series in [Vec::new(), vec![LineSeries::new("Ale", SeriesRole::Chosen(0), Vec::new())]] {
        for periods in [Vec::new(), years(2024, 2024), years(2011, 2012)] {
            let spec = LineSpec { series: series.clone(), periods, ..three_lines(320.0, Language::Sv) };
            assert!(spec.svg(Naming::Hidden, Styling::Page).ends_with("</svg>"));
            assert!(spec.layout().xs.iter().all(|x| x.is_finite()));
        }
    }
}

#[test]
fn pointer_and_keys_find_values() {
    let spec = troubled(640.0);
    let placed = spec.placed(640.0);
    let stops = placed.stops();
    assert_eq!(stops.len(), 2 * spec.periods.len(), "a stop a value, absences too");
    for (index, stop) in stops.iter().enumerate() {
        assert_eq!(nearest(stops, stop.at.x + 3.0, stop.at.y), Some(index), "{stop:?}");
        let (line, period) = (stop.datum / spec.periods.len(), stop.datum % spec.periods.len());
        assert_eq!(spec.area_of(stop.datum), Some(line));
        let words = spec.point(stop.datum).expect("words");
        assert_eq!(words.name, spec.series[line].name);
        assert_eq!(words.period, spec.periods[period].to_string());
    }
    let words = |stop: Option<usize>| spec.point(stops[stop.expect("a stop")].datum).expect("words");
    let start = step(stops, None, Move::Right);
    assert_eq!((words(start).name, words(start).period), ("Arjeplog".into(), "2024".into()));
    assert_eq!(step(stops, start, Move::Right), start);
    assert_eq!(words(step(stops, start, Move::First)).period, "2011");
    // The first line lies above the country's in 2024, so that down leads there and up back.
    let below = step(stops, start, Move::Down);
    assert_eq!((words(below).name, words(below).period), ("Riket".into(), "2024".into()));
    assert_eq!(step(stops, below, Move::Up), start);
    assert_eq!(step(stops, below, Move::Down), below);
}

#[test]
fn a_value_says_its_change_but_not_over_a_gap_or_a_break() {
    let spec = troubled(640.0);
    let more = |line: usize, year: u16| {
        let datum = line * spec.periods.len() + usize::from(year - 2011);
        spec.point(datum).expect("words").more
    };
    assert_eq!(more(1, 2012), "+0,1\u{A0}procentenheter från 2011");
    assert_eq!(more(1, 2014), "\u{2212}0,4\u{A0}procentenheter från 2013");
    assert_eq!(more(1, 2011), "", "nothing before the first");
    assert_eq!(more(1, 2019), "", "a break before 2019");
    assert_eq!(more(0, 2014), "95\u{A0}%: 8,5 – 10,9\u{A0}%", "a gap before, its interval still");
}

#[test]
fn the_table_has_every_value_and_every_absence() {
    let Table { header, rows } = troubled(640.0).table();
    assert_eq!(header, ["År", "Arjeplog", "Arjeplog, 95\u{A0}%: från", "Arjeplog, 95\u{A0}%: till", "Riket"]);
    assert_eq!(rows.len(), 14);
    let own = |row: usize| [&*rows[row][0], &*rows[row][1], &*rows[row][4]];
    assert_eq!(own(0), ["2011", "9,8", "8,3"]);
    assert_eq!(own(2), ["2013", "sekretessmarkerad", "8,5"]);
    assert_eq!([&*rows[2][2], &*rows[2][3]], ["", ""]);
    assert!(rows[0][2] < rows[0][1] && rows[0][3].len() >= rows[0][1].len(), "{:?}", rows[0]);
    assert!(rows.iter().all(|row| row.len() == header.len()));
}

#[test]
fn the_description_has_ends_extremes_and_absences() {
    let description = troubled(640.0).describe();
    assert_eq!(description.periods, Some((Period::year(2011), Period::year(2024))));
    let own = &description.series[0];
    assert_eq!(own.ends, Some([(Period::year(2011), 9.8), (Period::year(2024), 8.4)]));
    assert_eq!(own.extremes, Some([(Period::year(2022), 8.0), (Period::year(2020), 10.4)]));
    assert_eq!(own.absences.len(), 4);
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_number_is_drawn_once_inside_the_plot(
        values in prop::collection::vec(prop::option::weighted(0.8, -1e5..1e5_f64), 1..20),
        width in 320.0..1600.0_f64,
        zero in any::<bool>(),
    ) {
        let values: Vec<Value> = values
            .into_iter()
            .map(|number| number.map_or(Value::Absent(Absence::Missing), |n| Value::Number(n, Flags::NONE)))
            .collect();
        let last = 2000 + u16::try_from(values.len()).expect("few values");
        let spec = LineSpec {
            periods: years(2001, last),
            zero_baseline: zero,
            decimals: 1,
            series: vec![LineSeries::new("Ale", SeriesRole::Chosen(0), values.clone())],
            ..three_lines(width, Language::Sv)
        };
        let layout = spec.layout();
        let points: Vec<Point> = drawn(&layout, 0).into_iter().flatten().collect();
        prop_assert_eq!(points.len(), values.iter().filter(|value| value.number().is_some()).count());
        for point in points {
            prop_assert!((layout.plot.left..=layout.plot.right).contains(&point.x));
            prop_assert!(point.y >= layout.plot.top - 1e-6 && point.y <= layout.plot.bottom + 1e-6);
        }
        // Higher values are higher up, and equal distances are equally far.
        let placed: Vec<(f64, f64)> = layout.series[0].marks.iter().zip(&values).filter_map(|(mark, value)| {
            match mark { PlacedMark::Number(point) => Some((value.number()?, point.y)), PlacedMark::Absent(..) => None }
        }).collect();
        for pair in placed.windows(2) {
            prop_assert_eq!(pair[0].0 < pair[1].0, pair[0].1 > pair[1].1);
        }
    }
}

/// Rows of a real file of areas and years, or `None` (and a line saying so) where the data are absent.
fn real_rows(file: &str) -> Option<Vec<Vec<String>>> {
    let folder = std::env::var_os("LAGESBILD_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), Into::into);
    let path = folder.join("statistics").join(file);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: there are no real data at {}", path.display());
        return None;
    };
    Some(text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect())
}

/// Values of one column for an area, 2011–2024; the year stands in the column `year`.
fn column(rows: &[Vec<String>], code: &str, year: usize, column: usize) -> Vec<Value> {
    let mut values = vec![Value::Absent(Absence::Missing); 14];
    for row in rows.iter().filter(|row| row[0] == code) {
        let year: usize = row[year].parse().expect("a year");
        if let Ok(number) = row[column].parse() {
            values[year - 2011] = Value::Number(number, Flags::NONE);
        }
    }
    values
}

#[test]
fn figures_of_every_real_municipality_are_legible() {
    let (Some(rows), Some(larger)) =
        (real_rows("kommun_ar_2011_2024.csv"), real_rows("lan_riket_ar_2011_2024.csv"))
    else {
        return;
    };
    let mut codes: Vec<(String, String)> = rows.iter().map(|row| (row[0].clone(), row[1].clone())).collect();
    codes.dedup();
    assert_eq!(codes.len(), 290);
    // Population, median income, unemployment.
    for (index, decimals) in [(4, 0), (5, 0), (6, 1)] {
        let newest: Vec<f64> =
            codes.iter().filter_map(|(code, _)| column(&rows, code, 3, index)[13].number()).collect();
        for (code, name) in &codes {
            let county = larger.iter().find(|row| row[0] == code[..2]).expect("the county");
            let mut series =
                vec![LineSeries::new(name, SeriesRole::Chosen(0), column(&rows, code, 3, index))];
            if index != 4 {
                series.push(LineSeries::new(
                    &county[1],
                    SeriesRole::County,
                    column(&larger, &county[0], 2, index - 1),
                ));
                series.push(LineSeries::new(
                    "Riket",
                    SeriesRole::Nation,
                    column(&larger, "00", 2, index - 1),
                ));
            }
            let marks: Vec<StripMark> = series
                .iter()
                .filter_map(|series| {
                    let value = series.values[13].number()?;
                    Some(StripMark { name: series.name.clone(), role: series.role, value, ends: None })
                })
                .collect();
            for width in [320.0, 640.0] {
                let what = format!("{name}, column {index}, {width} px");
                let spec = LineSpec { decimals, series: series.clone(), ..three_lines(width, Language::Sv) };
                assert_legible(&spec.layout().texts, spec.size, &what);
                let strip =
                    StripSpec { decimals, values: newest.clone(), marks: marks.clone(), ..strip(width, 1) };
                let layout = strip.layout();
                assert_legible(&layout.texts, layout.size, &what);
            }
        }
    }
}
