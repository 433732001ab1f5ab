//! All other areas behind the lines: each where a line of its own would be, none lost, none twice.

use super::{three_lines, years};
use lagesbild::charts::line::{Crowd, LineSeries, LineSpec, SeriesRole};
use lagesbild::charts::svg::{Naming, Styling, document};
use lagesbild::charts::{Chart, chart_svg};
use lagesbild::components::figures::Figures;
use lagesbild::components::line_figure::chosen_lines;
use lagesbild::components::line_others::{Others, in_range};
use lagesbild::model::{Absence, AreaCode, Cube, Flags, Language, Level, Measure, Period, Value};
use std::sync::Arc;

fn code(text: &str) -> AreaCode {
    text.parse().expect("a code of an area")
}

/// Values that differ between all areas and periods, with a gap and a break flagged at the source.
fn cube(codes: &[&str], first: u16, last: u16) -> Cube {
    let periods = years(first, last);
    let n_periods = periods.len();
    let value = |at: usize| {
        let (area, period) = (at / n_periods, at % n_periods);
        let number = 4.0 + 0.7 * area as f64 + 0.11 * (period * (area + 3) % 17) as f64;
        match (area, period) {
            (1, 5) => Value::Absent(Absence::Suppressed),
            (2, 4) => Value::Number(number, Flags::BREAK),
            _ => Value::Number(number, Flags::NONE),
        }
    };
    let values = (0..codes.len() * n_periods).map(value).collect();
    Cube::new(codes.iter().map(|text| code(text)).collect(), periods, values)
        .expect("as many values as cells")
}

fn figures() -> Figures {
    let small = ["0180R001", "0180R002", "0180R003", "1480R001", "1480R002", "2584R001"];
    let tables = [
        (Level::Nation, cube(&["00"], 2011, 2024)),
        (Level::Municipality, cube(&["0180", "1280", "1480", "2584"], 2011, 2024)),
        (Level::Regso, cube(&small, 2015, 2024)),
    ];
    Figures {
        slug: "arbetsloshet".into(),
        vintage: None,
        tables: tables.into_iter().map(|(level, cube)| (level, Arc::new(cube))).collect(),
    }
}

fn others(level: Level, chosen: &[&str], measure: Measure, range: Option<(u16, u16)>) -> Option<Others> {
    let chosen: Vec<AreaCode> = chosen.iter().map(|text| code(text)).collect();
    let range = range.map(|(since, until)| (Period::year(since), Period::year(until)));
    Others::of(&figures(), measure, level, &chosen, range, &|code| format!("Område {code}"))
}

fn codes(others: &Others) -> Vec<&str> {
    others.codes.0.iter().map(AreaCode::as_str).collect()
}

/// A chart whose crowd is the municipalities.
fn with_crowd(crowd: Crowd) -> LineSpec {
    LineSpec { crowd: Some(crowd), ..three_lines(640.0, Language::Sv) }
}

#[test]
fn a_line_behind_is_drawn_where_it_would_be_in_front() {
    let crowd = others(Level::Municipality, &[], Measure::Share, None).unwrap().crowd;
    let spec = with_crowd(crowd.clone());
    // The same areas as lines without names, in the table's order.
    let mut in_front = three_lines(640.0, Language::Sv);
    let lines = (0..crowd.areas.len()).map(|index| {
        LineSeries::new(&*crowd.areas[index].1, SeriesRole::Context, crowd.values(index).to_vec())
    });
    in_front.series.extend(lines);
    let (behind, in_front_layout) = (spec.layout(), in_front.layout());
    let placed = behind.crowd.as_ref().unwrap();
    let drawn = |draw: &dyn Fn(&lagesbild::charts::Area<'_>)| {
        document::<std::convert::Infallible>(spec.size, Naming::Hidden, Styling::Page, |area| {
            draw(area);
            Ok(())
        })
        .unwrap()
    };
    // The path of all quiet lines, whichever way they came there.
    let path = |svg: &str| {
        let from = svg.find(r#"<path class="stroke figure-context" stroke-width="1" d=""#).unwrap();
        let rest = &svg[from..];
        let mut pieces: Vec<String> =
            rest[..rest.find("\"/>").unwrap()].split('M').skip(1).map(str::to_owned).collect();
        pieces.sort();
        pieces
    };
    let own = path(&drawn(&|area| placed.draw(area).unwrap()));
    let same = path(&drawn(&|area| in_front.draw_front(&in_front_layout, area).unwrap()));
    assert_eq!(own, same);
    // Four areas; one has a gap and one a break, which make two runs of each.
    assert_eq!(own.len(), 6);
    // The crowd is in the whole picture, and not in what is in front of it.
    let svg = chart_svg(&spec, 640.0, Naming::Hidden, Styling::Page);
    assert_eq!(path(&svg), own);
    assert!(!drawn(&|area| spec.draw_front(&behind, area).unwrap()).contains("figure-context"));
}

#[test]
fn every_value_behind_can_be_pointed_at_and_says_its_own_number() {
    let crowd = others(Level::Municipality, &["1280"], Measure::Share, None).unwrap().crowd;
    let spec = with_crowd(crowd.clone());
    let placed = spec.placed(640.0);
    let n_numbers =
        (0..3).flat_map(|index| crowd.values(index)).filter(|value| value.number().is_some()).count();
    let of_crowd: Vec<_> = placed.stops().iter().filter(|stop| stop.track >= spec.series.len()).collect();
    assert_eq!((of_crowd.len(), n_numbers), (n_numbers, 3 * 14));
    for stop in of_crowd {
        let words = spec.point(stop.datum).unwrap();
        let (area, position) = (stop.track - spec.series.len(), stop.datum % 14);
        assert_eq!(spec.area_of(stop.datum), Some(stop.track));
        assert_eq!(words.name, crowd.areas[area].1);
        assert_eq!(words.period, (2011 + position).to_string());
        let number = crowd.values(area)[position].number().unwrap();
        assert_eq!(words.value, format!("{number:.1}").replace('.', ",") + "\u{A0}%");
    }
    assert!(spec.point(usize::MAX / 2).is_none());
    // Behind the lines nothing is said twice: the table is that of the lines.
    assert_eq!(Chart::table(&spec).header.len(), 1 + spec.series.len());
}

#[test]
fn the_others_are_those_that_are_not_chosen_and_of_small_areas_the_neighbours() {
    let all = others(Level::Municipality, &["1480"], Measure::Share, None).unwrap();
    assert_eq!(codes(&all), ["0180", "1280", "2584"]);
    // Chosen municipalities are compared with the small areas in them, chosen small areas with those beside them.
    assert_eq!(
        codes(&others(Level::Regso, &["1480"], Measure::Share, None).unwrap()),
        ["1480R001", "1480R002"]
    );
    let near = others(Level::Regso, &["0180R002", "2584R001"], Measure::Share, None).unwrap();
    assert_eq!(codes(&near), ["0180R001", "0180R003"]);
    assert!(others(Level::Regso, &[], Measure::Share, None).is_none(), "all small areas would be a surface");
    assert!(others(Level::Municipality, &[], Measure::Count, None).is_none(), "beside the whole country");
    assert!(others(Level::Nation, &[], Measure::Share, None).is_none());
    assert!(others(Level::County, &[], Measure::Share, None).is_none(), "no such table");
}

#[test]
fn a_range_cuts_lines_and_others_alike() {
    let figures = figures();
    let lines = |range: Option<(u16, u16)>| {
        let lines = chosen_lines(&figures, Measure::Share, &[code("0180R001")], &ToString::to_string);
        in_range(lines, range.map(|(since, until)| (Period::year(since), Period::year(until))))
    };
    assert_eq!(lines(None), lines(Some((1990, 2030))));
    let cut = lines(Some((2013, 2016)));
    let n_periods: Vec<usize> = cut.iter().map(|line| line.periods.len()).collect();
    assert_eq!(n_periods, [4, 2], "the small area begins in 2015");
    for line in &cut {
        let whole = figures.series(&line.code).unwrap();
        let first = whole.0.binary_search(&line.periods[0]).unwrap();
        assert_eq!(line.values, whole.1[first..first + line.periods.len()]);
    }
    assert_eq!(lines(Some((2011, 2014))).len(), 1, "without any period of its own a line is left out");
    let cut = others(Level::Municipality, &[], Measure::Share, Some((2013, 2016))).unwrap();
    assert_eq!(cut.crowd.periods(), years(2013, 2016));
    let whole = others(Level::Municipality, &[], Measure::Share, None).unwrap();
    assert_eq!(cut.crowd.values(1), &whole.crowd.values(1)[2..6]);
    assert!(others(Level::Municipality, &[], Measure::Share, Some((1990, 1995))).is_none());
}
