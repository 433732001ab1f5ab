//! Every kind of chart in the states that are hard to draw: golden files under `tests/snapshots/`, words that neither
//! overlap nor leave the picture, and a page that shows all of them, `target/gallery/index.html`.

use super::{assert_legible, assert_snapshot, both, percent};
use lagesbild::charts::histogram::HistogramSpec;
use lagesbild::charts::line::SeriesRole;
use lagesbild::charts::ranking::{RankedArea, RankingOrder, RankingSpec};
use lagesbild::charts::scatter::{ScatterArea, ScatterSpec};
use lagesbild::charts::strip::StripMark;
use lagesbild::charts::svg::{Naming, Styling};
use lagesbild::charts::{Chart, Measured, chart_svg};
use lagesbild::model::{Absence, Flags, Language, Unit, Value};
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
            _ => number(5.0 + f64::from(u32::try_from(index * 17 % 21).unwrap()) * 0.26),
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
    let mark = |name: &str, role, value| StripMark { name: name.into(), role, value };
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
                name: format!("Område {index}"),
                slot: None,
                x: number(x),
                y: number(38.0 - 1.6 * x + 9.0 * noise(index)),
            }
        })
        .collect();
    for (slot, name) in (0_u8..).zip(names).take(n_chosen) {
        let at = areas.len() / 2 + 2 * usize::from(slot);
        (areas[at].name, areas[at].slot) = (name.into(), Some(slot));
    }
    areas[1].y = Value::Absent(Absence::Suppressed);
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

/// All charts of the gallery by the name of their file, with their width.
fn gallery() -> Vec<(&'static str, f64, Box<dyn Chart>)> {
    let kronor =
        Unit { short: both("tkr", "kSEK"), long: both("tusen kronor per år", "thousand kronor a year") };
    let outlier = || shares(290).into_iter().chain([480.0]).map(number).collect();
    vec![
        ("ranking-counties-720", 720.0, Box::new(counties(RankingOrder::Usual)) as Box<dyn Chart>),
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
    ]
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
