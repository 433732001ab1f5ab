//! Intervals in the words of charts: a change that may be none says so, a value says its interval, and what has none has
//! no words about it.

use super::percent;
use lagesbild::charts::histogram::HistogramSpec;
use lagesbild::charts::line::{LineSeries, LineSpec, SeriesRole};
use lagesbild::charts::scatter::{ScatterArea, ScatterSpec};
use lagesbild::charts::slope::{SlopeArea, SlopeSpec};
use lagesbild::charts::strip::StripMark;
use lagesbild::charts::{Chart, Measured, Size};
use lagesbild::components::figures::Figures;
use lagesbild::model::{AreaCode, Cube, Ends, Flags, Language, Level, Period, Value};
use lagesbild::stats::interval::difference_interval;
use proptest::prelude::*;
use std::sync::Arc;

fn number(number: f64) -> Value {
    Value::Number(number, Flags::NONE)
}

fn measured(language: Language) -> Measured {
    Measured {
        language,
        title: "Otrygga utomhus".into(),
        unit: percent(),
        decimals: 1,
        zero_baseline: true,
        ends: [String::new(), String::new()],
    }
}

fn slope(values: [f64; 2], ends: [Ends; 2]) -> SlopeSpec {
    let (name, role) = ("Ale".to_owned(), SeriesRole::Chosen(0));
    SlopeSpec {
        measured: measured(Language::Sv),
        periods: [2015, 2024].map(Period::year),
        is_broken: false,
        areas: vec![SlopeArea { name, role, values: values.map(number), ends }],
        watermark: None,
    }
}

fn line(values: [f64; 2], ends: [Ends; 2]) -> LineSpec {
    let series = LineSeries::new("Ale", SeriesRole::Chosen(0), values.map(number).to_vec());
    LineSpec {
        size: Size { width: 640.0, height: 300.0 },
        language: Language::Sv,
        unit: percent(),
        decimals: 1,
        zero_baseline: true,
        periods: [2015, 2024].map(Period::year).to_vec(),
        breaks: Vec::new(),
        series: vec![LineSeries { intervals: ends.to_vec(), ..series }],
        crowd: None,
        highlighted: None,
        events: Vec::new(),
        targets: Vec::new(),
        watermark: None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(8), ..ProptestConfig::default() })]
    #[test]
    fn a_change_says_that_it_may_be_chance_where_its_interval_holds_none_and_only_there(
        values in prop::array::uniform2(1.0_f64..90.0),
        reach in prop::array::uniform4(0.05_f64..12.0),
    ) {
        let ends = [0, 1].map(|at| Some((values[at] - reach[2 * at], values[at] + reach[2 * at + 1])));
        let difference = difference_interval(
            (values[1], ends[1].expect("ends")),
            (values[0], ends[0].expect("ends")),
        );
        prop_assert!(difference.holds(values[1] - values[0]));
        let slope_words = slope(values, ends).point(1).expect("a value").more;
        let line_words = line(values, ends).point(1).expect("a value").more;
        for words in [slope_words, line_words] {
            let is_unchanged = words.contains("oförändrat");
            prop_assert_eq!(words.contains("slump"), difference.holds(0.0) && !is_unchanged, "{}", words);
            prop_assert!(words.contains("95\u{A0}%: "), "{}", words);
        }
    }
}

#[test]
fn without_intervals_nothing_is_said_of_chance() {
    for ends in [[None, None], [Some((4.0, 6.0)), None], [None, Some((5.0, 7.0))]] {
        let words = slope([5.0, 6.0], ends).point(1).unwrap().more;
        assert!(
            !words.contains("slump") && words.starts_with("+1,0\u{A0}procentenheter från 2015"),
            "{words}"
        );
    }
    let header = slope([5.0, 6.0], [None, None]).table().header;
    assert_eq!(header.len(), 4, "{header:?}");
}

#[test]
fn the_change_stands_in_the_table_with_its_ends() {
    // Reaches of 3 and 4: the difference reaches 5 each way.
    let spec = slope([10.0, 12.0], [Some((7.0, 13.0)), Some((8.0, 16.0))]);
    let table = spec.table();
    let headings: Vec<&str> = table.header.iter().map(String::as_str).collect();
    let (from, to) = ("Förändring, 95\u{A0}%: från", "Förändring, 95\u{A0}%: till");
    assert_eq!(headings[7..], ["Förändring", from, to]);
    assert_eq!(
        table.rows[0],
        ["Ale", "10,0", "7,0", "13,0", "12,0", "8,0", "16,0", "2,0", "\u{2212}3,0", "7,0"]
    );
    // Over a break there is neither change nor interval of one.
    let broken = SlopeSpec { is_broken: true, ..spec }.table();
    assert_eq!(broken.rows[0][7..], ["", "", ""]);
}

#[test]
fn dots_and_classes_say_the_intervals_of_their_areas() {
    let area = ScatterArea {
        name: "Ale".into(),
        slot: Some(0),
        x: number(12.0),
        y: number(30.0),
        ends: [Some((9.5, 14.5)), None],
    };
    let spec = ScatterSpec {
        x: measured(Language::En),
        y: measured(Language::En),
        areas: vec![area],
        area_words: "municipalities".into(),
        nation: None,
        watermark: None,
    };
    let words = spec.point(0).unwrap();
    assert_eq!(words.more, "Otrygga utomhus: 12.0% (95%: 9.5 – 14.5%)");
    assert_eq!(words.value, "Otrygga utomhus: 30.0%");
    let mark =
        StripMark { name: "Ale".into(), role: SeriesRole::Chosen(0), value: 12.0, ends: Some((9.5, 14.5)) };
    let spec = HistogramSpec {
        measured: measured(Language::En),
        values: [3.0, 12.0, 18.0].map(number).to_vec(),
        areas: "municipalities".into(),
        marks: vec![mark],
        watermark: None,
    };
    let datum = spec.datum_of(1).unwrap();
    assert_eq!(spec.point(datum).unwrap().more, "Ale 12.0% (95%: 9.5 – 14.5%)");
    assert_eq!(spec.table().rows[datum][2], "Ale 12.0% (95%: 9.5 – 14.5%)");
}

#[test]
fn a_map_of_changes_has_the_intervals_of_the_changes() {
    let areas: Vec<AreaCode> = ["01", "03"].iter().map(|code| code.parse().unwrap()).collect();
    let periods = [2015, 2024].map(Period::year).to_vec();
    let values = [10.0, 12.0, 5.0, 5.5].map(number).to_vec();
    let ends = vec![Some((7.0, 13.0)), Some((8.0, 16.0)), Some((4.0, 6.0)), None];
    let cube = Cube::new(areas.clone(), periods.clone(), values).unwrap().with_intervals(ends).unwrap();
    let figures = Figures { slug: "x".into(), vintage: None, tables: vec![(Level::County, Arc::new(cube))] };
    let since = figures.since(periods[0]).unwrap();
    assert_eq!(since.interval(&areas[0], periods[1]), Some((-3.0, 7.0)));
    assert_eq!(since.interval(&areas[0], periods[0]), None, "no change since itself");
    assert_eq!(since.interval(&areas[1], periods[1]), None, "one end without an interval");
}
