//! Every kind of chart in the states that are hard to draw: golden files under `tests/snapshots/`, words that neither
//! overlap nor leave the picture, and a page that shows all of them, `target/gallery/index.html`.

use super::{assert_legible, assert_snapshot, both, percent};
use lagesbild::charts::curve::{Curve, CurveSpec};
use lagesbild::charts::histogram::HistogramSpec;
use lagesbild::charts::line::SeriesRole;
use lagesbild::charts::pyramid::PyramidSpec;
use lagesbild::charts::ranking::{RankedArea, RankingOrder, RankingSpec};
use lagesbild::charts::scatter::{ScatterArea, ScatterSpec};
use lagesbild::charts::slope::{SlopeArea, SlopeSpec};
use lagesbild::charts::stacked::{StackedPart, StackedSpec};
use lagesbild::charts::strip::StripMark;
use lagesbild::charts::svg::{Naming, Styling};
use lagesbild::charts::{Chart, Mark, Measured, chart_svg};
use lagesbild::model::{Absence, Flags, Language, Period, Unit, Value};
use lagesbild::stats::counts::{Counts, Numbers};
use lagesbild::stats::segregation::dissimilarity::dissimilarity;
use lagesbild::stats::segregation::gini::gini;
use std::path::Path;

const COUNTIES: [&str; 21] = [
    "Stockholms län",
    "Uppsala län",
    "Södermanlands län",
    "Östergötlands län",
    "Jönköpings län",
    "Kronobergs län",
    "Kalmar län",
    "Gotlands län",
    "Blekinge län",
    "Skåne län",
    "Hallands län",
    "Västra Götalands län",
    "Värmlands län",
    "Örebro län",
    "Västmanlands län",
    "Dalarnas län",
    "Gävleborgs län",
    "Västernorrlands län",
    "Jämtlands län",
    "Västerbottens län",
    "Norrbottens län",
];

pub(super) fn number(number: f64) -> Value {
    Value::Number(number, Flags::NONE)
}

pub(super) fn measured(title: &str, language: Language) -> Measured {
    Measured {
        language,
        title: title.into(),
        unit: percent(),
        decimals: 1,
        zero_baseline: true,
        ends: match language {
            Language::Sv => ["lägre andel".into(), "högre andel".into()],
            Language::En => ["lower share".into(), "higher share".into()],
        },
    }
}

/// Counties with two that read the same, one withheld, two chosen with intervals and places.
fn counties(order: RankingOrder) -> RankingSpec {
    let area = |(index, name): (usize, &&str)| RankedArea {
        name: (*name).into(),
        slot: match index {
            11 => Some(0),
            7 => Some(1),
            _ => None,
        },
        value: match index {
            8 => Value::Absent(Absence::Suppressed),
            _ => number(5.0 + f64::from(u32::try_from(index * 17 % 21).expect("small")) * 0.26),
        },
        interval: (index == 7 || index == 11).then_some((5.9, 8.8)),
        places: (index == 7 || index == 11).then_some((3, 12)),
    };
    let mut areas: Vec<RankedArea> = COUNTIES.iter().enumerate().map(area).collect();
    areas[3].value = areas[14].value;
    areas[12].value = areas[14].value;
    RankingSpec {
        measured: measured("Arbetslöshet", Language::Sv),
        areas,
        order,
        reference: Some(("Riket".into(), 6.9)),
        watermark: None,
    }
}

fn shares(n: u32) -> Vec<f64> {
    super::shares(n)
}

/// Columns of all municipalities, in an order that is not that of their values.
fn municipalities(n: u32, n_chosen: usize) -> RankingSpec {
    let names =
        ["Göteborg", "Mölndal", "Partille", "Härryda", "Kungälv", "Lerum", "Öckerö", "Upplands Väsby"];
    let values = shares(n);
    let mut areas: Vec<RankedArea> = (0..values.len())
        .map(|index| RankedArea {
            name: format!("Område {index}"),
            slot: None,
            value: number(values[index * 101 % values.len()]),
            interval: None,
            places: None,
        })
        .collect();
    for (slot, name) in (0_u8..).zip(names).take(n_chosen) {
        let area = &mut areas[usize::from(slot) * 31 + 7];
        (area.name, area.slot) = (name.into(), Some(slot));
        area.interval = area.value.number().map(|number| (number * 0.8, number * 1.2));
        area.places = Some((20 + 20 * usize::from(slot), 60 + 20 * usize::from(slot)));
    }
    areas[3].value = Value::Absent(Absence::Missing);
    areas[4].value = Value::Absent(Absence::Suppressed);
    RankingSpec {
        measured: measured("Arbetslöshet", Language::Sv),
        areas,
        order: RankingOrder::Usual,
        reference: Some(("Riket".into(), 6.9)),
        watermark: Some("Demonstrationsdata – påhittade siffror".into()),
    }
}

fn histogram(values: Vec<Value>, n_marks: usize) -> HistogramSpec {
    let mark = |name: &str, role, value: f64| StripMark {
        name: name.into(),
        role,
        value,
        ends: (role == SeriesRole::Chosen(0)).then_some((value - 0.9, value + 1.2)),
    };
    let marks = vec![
        mark("Göteborg", SeriesRole::Chosen(0), 8.4),
        mark("Mölndal", SeriesRole::Chosen(1), 6.1),
        mark("Riket", SeriesRole::Nation, 6.9),
    ];
    HistogramSpec {
        measured: measured("Arbetslöshet", Language::Sv),
        values,
        areas: "kommuner".into(),
        marks: marks.into_iter().take(n_marks).collect(),
        watermark: None,
    }
}

/// Two indicators that go together, with `n_chosen` named areas close to each other.
fn scatter(n: u32, n_chosen: usize) -> ScatterSpec {
    let names =
        ["Göteborg", "Mölndal", "Partille", "Härryda", "Kungälv", "Lerum", "Öckerö", "Upplands Väsby"];
    let noise = |index: u32| f64::from(index * 7919 % 1000) / 1000.0 - 0.5;
    let xs = shares(n);
    let mut areas: Vec<ScatterArea> = (0..n)
        .map(|index| {
            let x = xs[index as usize];
            ScatterArea {
                name: format!("Område {index}").into(),
                slot: None,
                x: number(x),
                y: number(38.0 - 1.6 * x + 9.0 * noise(index)),
                ends: [None, None],
            }
        })
        .collect();
    for (slot, name) in (0_u8..).zip(names).take(n_chosen) {
        let at = (areas.len() / 2 + 2 * usize::from(slot)).min(areas.len() - 1);
        (areas[at].name, areas[at].slot) = (name.into(), Some(slot));
        let y = areas[at].y.number().expect("a number");
        areas[at].ends = [None, Some((y - 2.1, y + 2.4)).filter(|_| slot < 2)];
    }
    if let Some(area) = areas.get_mut(1) {
        area.y = Value::Absent(Absence::Suppressed);
    }
    ScatterSpec {
        x: measured("Arbetslöshet", Language::Sv),
        y: Measured {
            zero_baseline: false, ..measured("Eftergymnasial utbildning, 25–64 år", Language::Sv)
        },
        areas,
        area_words: "kommuner".into(),
        nation: Some(("Riket".into(), 6.9, 27.4)),
        watermark: None,
    }
}

/// Two years of areas that end close together; one without its first value.
fn slope(n_named: usize) -> SlopeSpec {
    let names =
        ["Göteborg", "Mölndal", "Partille", "Härryda", "Kungälv", "Lerum", "Öckerö", "Upplands Väsby"];
    let named = (0_u8..).zip(names).take(n_named).map(|(slot, name)| SlopeArea {
        name: name.into(),
        role: SeriesRole::Chosen(slot),
        values: [number(9.0 - 0.2 * f64::from(slot)), number(7.0 + 0.15 * f64::from(slot))],
        ends: [Some((8.4, 9.7)), Some((6.5, 7.8))].map(|ends| ends.filter(|_| slot == 0)),
    });
    let nation = SlopeArea {
        name: "Riket".into(),
        role: SeriesRole::Nation,
        values: [Value::Absent(Absence::Missing), number(6.9)],
        ends: [None, None],
    };
    let context = shares(60).into_iter().map(|value| SlopeArea {
        name: "Område".into(),
        role: SeriesRole::Context,
        values: [number(value), number(0.8 * value + 1.0)],
        ends: [None, None],
    });
    SlopeSpec {
        measured: measured("Arbetslöshet", Language::Sv),
        periods: [Period::year(2011), Period::year(2024)],
        is_broken: false,
        areas: named.chain([nation]).chain(context).collect(),
        watermark: None,
    }
}

/// Parts of a whole over ten years, with a break and a year that lacks a part.
fn stacked(names: &[&str]) -> StackedSpec {
    let value = |part: usize, year: u16| {
        let part = f64::from(u8::try_from(part).expect("small"));
        number((1000.0 + 300.0 * part + f64::from(year % 7) * 40.0 * part).round())
    };
    let part =
        |(part, name): (usize, &&str)| StackedPart {
            name: (*name).into(),
            values: (2015..=2024)
                .map(|year| {
                    if part == 0 && year == 2020 {
                        Value::Absent(Absence::Missing)
                    } else {
                        value(part, year)
                    }
                })
                .collect(),
            token: None,
        };
    StackedSpec {
        measured: Measured { unit: people(), decimals: 0, ..measured("Upplåtelseform", Language::Sv) },
        periods: (2015..=2024).map(Period::year).collect(),
        breaks: vec![Period::year(2018)],
        parts: names.iter().enumerate().map(part).collect(),
        watermark: None,
    }
}

fn people() -> Unit {
    Unit {
        short: both("personer", "people"),
        long: both("antal personer", "number of people"),
        one: Default::default(),
    }
}

fn pyramid() -> PyramidSpec {
    let groups: Vec<String> =
        (0..18).map(|group| format!("{}–{}", 5 * group, 5 * group + 4)).chain(["90+".into()]).collect();
    let side = |factor: f64, scale: f64| -> Vec<Value> {
        (0..19)
            .map(|group| {
                let age = f64::from(group);
                number((scale * (60.0 - (age - 6.0).powi(2) * 0.35 * factor).max(2.0)).round())
            })
            .collect()
    };
    let mut values = [side(1.0, 40.0), side(1.1, 41.0)];
    values[1][18] = Value::Absent(Absence::Suppressed);
    PyramidSpec {
        measured: Measured { unit: people(), decimals: 0, ..measured("Folkmängd", Language::Sv) },
        sides: ["Kvinnor".into(), "Män".into()],
        groups,
        values,
        comparison: Some(("Riket".into(), [side(0.8, 900.0), side(0.85, 910.0)])),
        watermark: None,
    }
}

/// A divided place, an even one, and one where nobody belongs to the group.
fn curve() -> CurveSpec {
    let areas = |unevenness: f64| -> Vec<(f64, f64)> {
        (0..24)
            .map(|area| {
                let share = (0.04 + unevenness * (f64::from(area) / 23.0).powi(3)).min(0.95);
                ((1500.0 * share).round(), (1500.0 * (1.0 - share)).round())
            })
            .collect()
    };
    let one = |name: &str, role, areas| Curve { name: name.into(), role, areas };
    CurveSpec {
        measured: measured("Födda utomlands", Language::Sv),
        others: "Alla andra".into(),
        curves: vec![
            one("Göteborg", SeriesRole::Chosen(0), areas(0.7)),
            one("Kungälv", SeriesRole::Chosen(1), areas(0.08)),
            one("Tomby", SeriesRole::Chosen(2), vec![(0.0, 12.0), (0.0, 30.0)]),
        ],
        watermark: None,
    }
}

/// States that are bad input: each draws something true.
fn bad_input() -> Vec<(&'static str, f64, Box<dyn Chart>)> {
    let long = "Ett områdesnamn av fyrtio tecken, precis";
    let one = |values: Vec<Value>| -> RankingSpec {
        let area = |(index, value): (usize, Value)| RankedArea {
            name: if index == 0 { long.into() } else { format!("Område {index}") },
            slot: (index == 0).then_some(0),
            value,
            interval: None,
            places: None,
        };
        RankingSpec {
            areas: values.into_iter().enumerate().map(area).collect(),
            reference: None,
            ..counties(RankingOrder::Ascending)
        }
    };
    let plain = |values: &[f64]| values.iter().copied().map(number).collect::<Vec<_>>();
    let absent = |n: usize| vec![Value::Absent(Absence::Suppressed); n];
    let huge = Measured { decimals: 0, unit: people(), ..measured("Flyttnetto", Language::Sv) };
    let negative = RankingSpec { measured: huge.clone(), ..one(plain(&[-1_250_000.0, 3.0, 9_800_000.0])) };
    let mut scatter_of_one = scatter(1, 1);
    scatter_of_one.nation = None;
    let mut scatter_of_none = scatter(40, 2);
    scatter_of_none.areas.iter_mut().for_each(|area| area.x = Value::Absent(Absence::Missing));
    let mut no_period = stacked(&["Hyresrätt", "Bostadsrätt"]);
    no_period.periods.clear();
    no_period.parts.iter_mut().for_each(|part| part.values.clear());
    let mut slope_of_none = slope(2);
    slope_of_none.areas.iter_mut().for_each(|area| area.values = [Value::Absent(Absence::Suppressed); 2]);
    vec![
        ("bad-ranking-one", 320.0, Box::new(one(plain(&[4.0]))) as Box<dyn Chart>),
        ("bad-ranking-equal", 480.0, Box::new(one(plain(&[4.0; 7])))),
        ("bad-ranking-absent", 320.0, Box::new(one(absent(3)))),
        ("bad-ranking-many-absent", 320.0, Box::new(one(absent(60)))),
        ("bad-ranking-negative-huge", 480.0, Box::new(negative)),
        ("bad-histogram-one", 320.0, Box::new(histogram(plain(&[8.4]), 1))),
        ("bad-histogram-equal", 320.0, Box::new(histogram(plain(&[8.4; 290]), 1))),
        ("bad-histogram-absent", 320.0, Box::new(histogram(absent(290), 0))),
        ("bad-scatter-one", 320.0, Box::new(scatter_of_one)),
        ("bad-scatter-absent", 320.0, Box::new(scatter_of_none)),
        ("bad-stacked-one-category", 320.0, Box::new(stacked(&[long]))),
        ("bad-stacked-no-period", 320.0, Box::new(no_period)),
        ("bad-slope-absent", 320.0, Box::new(slope_of_none)),
        ("bad-slope-broken", 320.0, Box::new(SlopeSpec { is_broken: true, ..slope(8) })),
    ]
}

/// All charts of the gallery by the name of their file, with their width.
fn gallery() -> Vec<(&'static str, f64, Box<dyn Chart>)> {
    let kronor = Unit {
        short: both("tkr", "kSEK"),
        long: both("tusen kronor per år", "thousand kronor a year"),
        one: Default::default(),
    };
    let outlier = || shares(290).into_iter().chain([480.0]).map(number).collect();
    let mut all = vec![
        ("line-eventful-320", 320.0, Box::new(super::eventful(320.0)) as Box<dyn Chart>),
        ("ranking-counties-720", 720.0, Box::new(counties(RankingOrder::Usual))),
        ("ranking-counties-sorted-720", 720.0, Box::new(counties(RankingOrder::Ascending))),
        ("ranking-counties-320", 320.0, Box::new(counties(RankingOrder::Descending))),
        ("ranking-290-720", 720.0, Box::new(municipalities(290, 3))),
        ("ranking-290-eight-320", 320.0, Box::new(municipalities(290, 8))),
        ("histogram-290-720", 720.0, Box::new(histogram(shares(290).into_iter().map(number).collect(), 3))),
        ("histogram-290-320", 320.0, Box::new(histogram(shares(290).into_iter().map(number).collect(), 3))),
        ("histogram-outlier-720", 720.0, Box::new(histogram(outlier(), 1))),
        (
            "histogram-kronor-480",
            480.0,
            Box::new(HistogramSpec {
                measured: Measured {
                    unit: kronor,
                    decimals: 0,
                    zero_baseline: false,
                    ..measured("Inkomst", Language::En)
                },
                areas: "municipalities".into(),
                ..histogram(shares(290).iter().map(|n| number(212.0 + 9.0 * n)).collect(), 0)
            }),
        ),
        ("scatter-290-720", 720.0, Box::new(scatter(290, 3))),
        ("scatter-290-eight-320", 320.0, Box::new(scatter(290, 8))),
        ("slope-three-640", 640.0, Box::new(slope(3))),
        ("slope-eight-320", 320.0, Box::new(slope(8))),
        ("stacked-three-720", 720.0, Box::new(stacked(&["Hyresrätt", "Bostadsrätt", "Äganderätt"]))),
        (
            "stacked-three-320",
            320.0,
            Box::new(stacked(&["Hyresrätt i flerbostadshus", "Bostadsrätt", "Äganderätt"])),
        ),
        ("pyramid-720", 720.0, Box::new(pyramid())),
        ("pyramid-320", 320.0, Box::new(pyramid())),
        ("curve-three-480", 480.0, Box::new(curve())),
    ];
    all.extend(bad_input());
    all
}

#[test]
fn every_kind_looks_as_it_did() {
    let naming = Naming::Titled { id: "chart", title: "Arbetslöshet", description: "En beskrivning." };
    for (name, width, chart) in gallery() {
        assert_snapshot(&format!("{name}.svg"), &chart_svg(chart.as_ref(), width, naming, Styling::Page));
    }
}

#[test]
fn words_of_every_kind_neither_overlap_nor_leave_at_any_width() {
    for (name, _, chart) in gallery() {
        for width in [320.0, 360.0, 480.0, 640.0, 900.0, 1280.0, 1600.0] {
            let placed = chart.placed(width);
            assert_legible(placed.texts(), placed.size(), &format!("{name} at {width}"));
        }
    }
}

#[test]
fn a_picture_has_the_height_that_was_asked_for_or_the_least_in_which_it_is_legible() {
    for (name, width, chart) in gallery() {
        let usual = chart.placed(width).size();
        let least = chart.placed_in(width, Some(0.0)).size();
        assert!(least.height <= usual.height && least.height >= 80.0, "{name}: {least:?} of {usual:?}");
        // A square cannot be higher than it is wide.
        let is_square = name.starts_with("curve");
        for height in [least.height, usual.height, usual.height + 37.0, usual.height + 400.0] {
            let placed = chart.placed_in(width, Some(height));
            let own = placed.size();
            assert!((own.width - usual.width).abs() < 1e-9, "{name}");
            let fits = (own.height - height).abs() < 0.01 || (is_square && own.height < height);
            assert!(fits, "{name}: {} for {height}", own.height);
            assert_legible(placed.texts(), own, &format!("{name} in {height}"));
            assert_eq!(placed.stops().len(), chart.placed(width).stops().len(), "{name} in {height}");
        }
    }
}

#[test]
fn the_curve_and_the_indices_are_the_same_numbers() {
    for curve in curve().curves.iter().take(2) {
        let described = curve.describe().expect("a curve");
        let cells = curve.areas.iter().flat_map(|(own, other)| [*own, *other]).collect();
        let counts = Counts::new(curve.areas.len(), 2, cells, Numbers::Whole).expect("counts");
        assert!((described.dissimilarity - dissimilarity(&counts).expect("D")).abs() < 1e-12);
        assert!((described.gini - gini(&counts).expect("G")).abs() < 1e-12);
        assert!(described.points.windows(2).all(|pair| pair[0].0 <= pair[1].0 && pair[0].1 <= pair[1].1));
        assert!(described.points.iter().all(|(x, y)| y <= &(x + 1e-12)), "never above the diagonal");
    }
    assert_eq!(curve().curves[2].describe(), None, "nobody in the group");
}

#[test]
fn stacked_shares_add_up_and_leave_out_what_lacks_a_part() {
    let spec = stacked(&["Hyresrätt", "Bostadsrätt", "Äganderätt"]);
    let shares = spec.describe().shares;
    for (year, shares) in (2015..).zip(&shares) {
        assert_eq!(shares.is_none(), year == 2020);
        assert!(shares.iter().all(|shares| (shares.iter().sum::<f64>() - 100.0).abs() < 1e-9));
    }
    // 2015–2017 before the break, 2018–2019, 2021–2024: three areas a part.
    let polygons = |mark: &&Mark| matches!(mark, Mark::Polygon(..));
    assert_eq!(spec.layout(640.0).marks.iter().filter(polygons).count(), 9);
}

#[test]
fn a_pyramid_is_all_persons_with_a_number() {
    let described = pyramid().describe();
    let sum: f64 = described.shares.iter().flatten().flatten().sum();
    assert!((sum - 100.0).abs() < 1e-9);
    assert_eq!(described.shares[1][18], None);
    // Both sides have the same ticks, and the table has the country's shares too.
    let layout = pyramid().layout(720.0);
    let ticks = |text: &str| layout.texts.iter().filter(|placed| placed.text == text).count();
    assert_eq!((ticks("0"), ticks("2")), (2, 2));
    let table = pyramid().table();
    assert_eq!(table.header.len(), 7);
    assert!(table.rows.iter().all(|row| row.len() == 7 && row[6].ends_with('%')));
}

#[test]
fn histogram_classes_hold_every_area_once() {
    for values in [shares(290), vec![3.0; 17], vec![1.0, 2.0, 480.0]] {
        let n = values.len();
        let described = histogram(values.into_iter().map(number).collect(), 0).describe();
        assert_eq!(described.counts.iter().sum::<usize>(), n);
        assert_eq!(described.limits.len(), described.counts.len() + 1);
        let widths: Vec<f64> = described.limits.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(widths.iter().all(|width| (width - widths[0]).abs() < 1e-9), "{widths:?}");
    }
}

#[test]
fn ranked_bars_are_in_order_and_ties_read_the_same() {
    for order in [RankingOrder::Usual, RankingOrder::Ascending, RankingOrder::Descending] {
        let spec = counties(order);
        let described = spec.describe();
        assert_eq!(described.numbers.len() + described.absent.len(), spec.areas.len());
        for pair in described.numbers.windows(2) {
            match order {
                RankingOrder::Usual => assert!(pair[0].0 < pair[1].0, "the order of codes"),
                RankingOrder::Ascending => assert!(pair[0].1 <= pair[1].1),
                RankingOrder::Descending => assert!(pair[0].1 >= pair[1].1),
            }
        }
        assert_eq!(described.ties.is_empty(), order == RankingOrder::Usual);
        for (first, last) in described.ties {
            let texts: Vec<String> =
                (first..=last).map(|at| spec.measured.number(described.numbers[at].1)).collect();
            assert!(texts.len() > 1 && texts.iter().all(|text| *text == texts[0]), "{texts:?}");
        }
    }
}

#[test]
fn no_place_is_said_without_the_places_that_may_be() {
    let mut spec = counties(RankingOrder::Descending);
    spec.areas.iter_mut().for_each(|area| area.places = None);
    let said = |text: &str| text.contains("plats");
    assert!(spec.layout(720.0).texts.iter().all(|text| !said(&text.text)));
    assert!((0..21).all(|area| !said(&spec.point(area).expect("words").more)));
    assert!(spec.table().header.iter().all(|heading| !said(heading)));
}

#[test]
fn nothing_is_drawn_from_one_side_of_a_break_to_the_other() {
    let spec = SlopeSpec { is_broken: true, ..slope(3) };
    let layout = spec.layout(640.0);
    let crosses = |mark: &&Mark| match mark {
        Mark::Line(points, ..) => {
            points.iter().any(|point| point.x <= layout.plot.left + 1.0)
                && points.iter().any(|point| point.x >= layout.plot.right - 1.0)
        }
        _ => false,
    };
    assert_eq!(layout.marks.iter().filter(crosses).count(), 0);
    assert!(spec.describe().changes.iter().all(Option::is_none));
    assert!(slope(3).layout(640.0).marks.iter().any(|mark| crosses(&mark)));
}

#[test]
fn every_stop_lies_in_the_picture_and_has_words() {
    for (name, width, chart) in gallery() {
        let placed = chart.placed(width);
        let size = placed.size();
        for stop in placed.stops() {
            let inside = (0.0..=size.width).contains(&stop.at.x) && (0.0..=size.height).contains(&stop.at.y);
            assert!(inside, "{name}: {stop:?} in {size:?}");
            let words = chart.point(stop.datum).unwrap_or_else(|| panic!("{name}: {stop:?} has words"));
            assert!(!words.name.is_empty() && !words.value.is_empty(), "{name}: {words:?}");
        }
    }
}

/// Writes the page that shows all of them, light and dark.
#[test]
fn the_gallery_has_a_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
    std::fs::create_dir_all(&folder).expect("making target/gallery");
    let mut page = String::from(
        "<!doctype html><html lang=\"sv\"><meta charset=\"utf-8\"><title>Gallery</title>\
         <link rel=\"stylesheet\" href=\"../../style/charts.css\"><style>\
         @font-face{font-family:\"Source Sans 3\";src:url(../face/source-sans-3.woff2);font-weight:200 900}\
         body{margin:1rem;background:var(--figure-ground);color:var(--figure-ink);font-family:\"Source Sans 3\",sans-serif;\
         display:flex;flex-wrap:wrap;gap:1.5rem}figure{margin:0;max-width:100%}</style>",
    );
    for (name, width, chart) in gallery() {
        let svg = chart_svg(chart.as_ref(), width, Naming::Hidden, Styling::Page);
        page.push_str(&format!("<figure><figcaption>{name}</figcaption>{svg}</figure>"));
    }
    std::fs::write(folder.join("index.html"), page).expect("writing the gallery");
}
