//! What the explorer has around the lines of chosen areas: all other areas behind them, and a range of periods.

use super::chart_figure::Made;
use super::figures::Figures;
use super::line_figure::Line;
use crate::charts::line::Crowd;
use crate::markup::{Act, Live};
use crate::model::{AreaCode, Level, Measure, Period};
use std::sync::Arc;

/// First and last period.
pub type Range = (Period, Period);

/// What is around the lines.
#[derive(Clone)]
pub struct Around {
    /// All other areas, where they are wanted.
    pub others: Live<Option<Others>>,
    /// The range of periods that is looked at; none for all.
    pub range: Live<Option<Range>>,
    /// Chooses an area or removes it.
    pub choose: Act<AreaCode>,
}

/// All other areas.
#[derive(Clone, PartialEq)]
pub struct Others {
    /// Their lines.
    pub crowd: Crowd,
    /// Their codes, in the same order.
    pub codes: Made<Vec<AreaCode>>,
    /// Their level.
    pub level: Level,
}

impl Others {
    /// The areas of a level beside the chosen ones; of small areas those in the same municipalities, because all would be a
    /// surface. None where they could not be compared: beside a number of people in the whole country any place lies at
    /// zero.
    pub fn of(
        figures: &Figures,
        measure: Measure,
        level: Level,
        chosen: &[AreaCode],
        range: Option<Range>,
        name: &dyn Fn(&AreaCode) -> String,
    ) -> Option<Self> {
        if level == Level::Nation || (chosen.is_empty() && measure == Measure::Count) {
            return None;
        }
        let table = figures.table(level)?;
        let is_small = level > Level::Municipality;
        let municipality = |code: &AreaCode| match code.level() > Level::Municipality {
            true => code.parent(),
            false => Some(code.clone()),
        };
        let near: Vec<AreaCode> = chosen.iter().filter_map(municipality).collect();
        let is_other = |(_, code): &(usize, &AreaCode)| {
            !chosen.contains(code)
                && (!is_small || code.parent().is_some_and(|parent| near.contains(&parent)))
        };
        let others: Vec<(usize, &AreaCode)> = table.areas().iter().enumerate().filter(is_other).collect();
        let periods = table.periods();
        let (first, end) = match range {
            Some((since, until)) => {
                (periods.partition_point(|own| *own < since), periods.partition_point(|own| *own <= until))
            }
            None => (0, periods.len()),
        };
        (!others.is_empty() && first < end).then(|| Self {
            crowd: Crowd {
                table: Arc::clone(table),
                areas: Arc::new(others.iter().map(|(row, code)| (*row, name(code))).collect()),
                periods: first..end,
            },
            codes: Made(Arc::new(others.into_iter().map(|(_, code)| code.clone()).collect())),
            level,
        })
    }
}

/// The lines in a range of periods; those without any period in it are left out.
pub fn in_range(lines: Vec<Line>, range: Option<Range>) -> Vec<Line> {
    let Some((since, until)) = range else { return lines };
    let cut = |line: Line| {
        let first = line.periods.partition_point(|own| *own < since);
        let end = line.periods.partition_point(|own| *own <= until);
        let intervals = line.intervals.get(first..end).unwrap_or_default().to_vec();
        let (periods, values) = (line.periods[first..end].to_vec(), line.values[first..end].to_vec());
        (first < end).then_some(Line { periods, values, intervals, ..line })
    };
    lines.into_iter().filter_map(cut).collect()
}
