//! Every indicator of a demonstration edition in every kind of chart that the explorer has: something is drawn, words
//! neither overlap nor leave, and everything has words.

use super::assert_legible;
use crate::demonstration::PART;
use lagesbild::charts::ranking::RankingOrder;
use lagesbild::charts::{Table, end_headings};
use lagesbild::components::area_values::AreaValues;
use lagesbild::components::chart_figure::{Drawn, Setting};
use lagesbild::components::figures::Figures;
use lagesbild::components::histogram_figure::histogram;
use lagesbild::components::line_figure::{chosen_lines, line_chart};
use lagesbild::components::line_others::Others;
use lagesbild::components::ranking_figure::ranking;
use lagesbild::components::scatter_figure::scatter;
use lagesbild::components::slope_figure::slope;
use lagesbild::i18n::number::number_of;
use lagesbild::model::{Absence, AreaCode, Ends, Indicator, Language, Level, Value};
use lagesbild::publish::contents::IndicatorContents;
use std::sync::Arc;

#[test]
fn every_indicator_in_every_kind_is_drawn_and_legible() {
    let all: Vec<(&Indicator, Figures)> =
        PART.indicators.iter().map(|contents| (&contents.indicator, figures(contents))).collect();
    let mut n_drawn = 0;
    for (position, (indicator, figures)) in all.iter().enumerate() {
        let other = &all[(position + 1) % all.len()];
        for level in [Level::County, Level::Municipality, Level::Regso] {
            if figures.table(level).is_some() {
                for language in Language::ALL {
                    n_drawn += check(indicator, figures, other, level, language);
                }
            }
        }
    }
    assert!(n_drawn > 200, "{n_drawn} charts");
}

fn figures(contents: &IndicatorContents) -> Figures {
    let mut tables: Vec<(Level, Arc<lagesbild::model::Cube>)> = Vec::new();
    for table in contents.tables.iter().rev() {
        if tables.iter().all(|(level, _)| *level != table.level) {
            tables.push((table.level, Arc::new(table.cube.clone())));
        }
    }
    Figures { slug: contents.indicator.slug.clone(), vintage: None, tables }
}

fn check(
    indicator: &Indicator,
    figures: &Figures,
    (other, other_figures): &(&Indicator, Figures),
    level: Level,
    language: Language,
) -> usize {
    let setting = Setting { language, is_synthetic: true };
    let table = figures.table(level).expect("a table");
    let period = table.periods().last().copied();
    let step = (table.areas().len() / 4).max(1);
    let chosen: Vec<AreaCode> = table.areas().iter().step_by(step).take(4).cloned().collect();
    let name = |code: &AreaCode| format!("Upplands Väsby {code}");
    let values = AreaValues::of(figures, indicator, level, period, &chosen, &name);
    let lines = chosen_lines(figures, indicator.measure, &chosen[..chosen.len().min(2)], &name);
    // All others of the level behind the lines, and those of a municipality behind a small area's.
    let of_level = Others::of(figures, indicator.measure, level, &chosen[..chosen.len().min(2)], None, &name);
    let others = others(other_figures, &values);
    let first = table.periods().first().copied();
    let before = AreaValues::of(figures, indicator, level, first, &chosen, &name);
    let charts: [(&str, Drawn); 5] = [
        ("slope", slope(indicator, [&before, &values], setting)),
        ("line", line_chart(indicator, &lines, of_level.as_ref(), period, "0123456789ab", setting)),
        ("ranking", ranking(indicator, &values, RankingOrder::Ascending, setting)),
        ("histogram", histogram(indicator, &values, setting)),
        ("scatter", scatter(indicator, &values, (other, &others, None), setting)),
    ];
    for (kind, drawn) in &charts {
        for width in [320.0, 800.0] {
            let what = format!("{kind} of {} on {level} at {width}, {language:?}", indicator.slug);
            let placed = drawn.chart.placed(width);
            let texts = placed.texts();
            assert!(texts.len() > 3, "{what}: only {} words", texts.len());
            // Values beside a highlighted period keep clear of the lines, not of each other's far ends.
            let texts: Vec<_> = texts.to_vec();
            assert_legible(&texts, placed.size(), &what);
            let has_values = values.areas.iter().any(|area| area.value.number().is_some());
            assert!(!has_values || *kind == "scatter" || !placed.stops().is_empty(), "{what}: nothing drawn");
        }
        assert!(!drawn.words.heading.is_empty() && drawn.words.lede.ends_with('.'), "{:?}", drawn.words);
        let table = drawn.chart.table();
        assert!(table.rows.iter().all(|row| row.len() == table.header.len()), "{kind} of {}", indicator.slug);
        check_intervals(kind, &drawn.chart.table(), (figures, other_figures, level), language);
    }
    charts.len()
}

/// A second indicator's values with their intervals, in the order of the first one's areas.
fn others(figures: &Figures, values: &AreaValues) -> Vec<(Value, Ends)> {
    let of = |code: &AreaCode| {
        let period = values.period?;
        Some((figures.value(code, period)?, figures.interval(code, period)))
    };
    let absent = (Value::Absent(Absence::NotApplicable), None);
    values.areas.iter().map(|area| of(&area.code).unwrap_or(absent)).collect()
}

/// The table of a chart across areas has two columns beside each column of numbers that have intervals, and none
/// elsewhere; every interval holds its number.
fn check_intervals(
    kind: &str,
    table: &Table,
    (figures, others, level): (&Figures, &Figures, Level),
    language: Language,
) {
    let has = |figures: &Figures| figures.table(level).is_some_and(|table| !table.intervals().is_empty());
    let [from, to] = end_headings(language);
    let is_low = |at: &usize| table.header[*at].ends_with(from);
    let lows: Vec<usize> = (0..table.header.len()).filter(is_low).collect();
    let expected = match kind {
        "slope" => 3 * usize::from(has(figures)),
        "scatter" => usize::from(has(figures)) + usize::from(has(others)),
        "ranking" => usize::from(has(figures)),
        _ => return,
    };
    assert_eq!(lows.len(), expected, "{kind} of {}: {:?}", figures.slug, table.header);
    let mut n_held = 0;
    for (row, &low) in table.rows.iter().flat_map(|row| lows.iter().map(move |low| (row, low))) {
        assert!(table.header[low + 1].ends_with(to));
        let [number, low, high] = [low - 1, low, low + 1].map(|at| number_of(&row[at], language));
        let (Some(low), Some(high)) = (low, high) else { continue };
        let number = number.expect("an interval of a number");
        assert!(low <= number && number <= high, "{kind} of {}: {row:?}", figures.slug);
        n_held += 1;
    }
    assert!(lows.is_empty() || n_held >= lows.len(), "{kind} of {}: no interval is written", figures.slug);
}
