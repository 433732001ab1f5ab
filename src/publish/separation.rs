//! Indices of separation between small areas inside larger ones, over time, from tables of counts.

use super::contents::CountsContents;
use crate::model::{Absence, AreaCounts, Category, Flags, Level, Period, Value, Vintage};
use crate::stats::counts::{Counts, Numbers, TwoGroup};
use crate::stats::segregation::Index;
use crate::stats::segregation::correlation_ratio::correlation_ratio;
use crate::stats::segregation::dissimilarity::dissimilarity;
use crate::stats::segregation::information_theory::information_theory;
use crate::stats::segregation::isolation::isolation;
use rayon::prelude::*;

/// An index of one comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Separation {
    /// The table of counts.
    pub(crate) table: &'static str,
    /// Which groups.
    pub(crate) groups: Compared,
    /// The index, under its id in [`crate::stats::segregation::INDICES`].
    pub(crate) index: &'static str,
}

/// The groups that an index compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compared {
    /// Some groups, taken together as one, with all others together.
    Together(&'static [&'static str]),
    /// One group with one other.
    Two(&'static str, &'static str),
    /// All groups at once.
    All,
}

impl Compared {
    /// The groups compared and those they are compared with, of a table with these groups.
    pub(crate) fn groups_and_others(self, all: &[Category]) -> (Vec<String>, Vec<String>) {
        let ids = |kept: &dyn Fn(&str) -> bool| {
            all.iter().map(|group| group.id.clone()).filter(|id| kept(id)).collect::<Vec<String>>()
        };
        match self {
            Self::Together(own) => (ids(&|id| own.contains(&id)), ids(&|id| !own.contains(&id))),
            Self::Two(group, other) => (vec![group.to_owned()], vec![other.to_owned()]),
            Self::All => (ids(&|_| true), Vec::new()),
        }
    }
}

impl Separation {
    /// Values for each larger area (rows: positions of its small areas in the counts) and each period of the counts of a
    /// level. Not applicable where the index is undefined, as where there is only one small area.
    pub(crate) fn series(
        &self,
        counts: &CountsContents,
        (level, vintage): (Level, Vintage),
        inside: &[Vec<usize>],
        scale: f64,
        decimals: u8,
    ) -> (Vec<Period>, Vec<Vec<Value>>) {
        let tables: Vec<&AreaCounts> = counts.level(level, vintage).collect();
        let by_period: Vec<Vec<Value>> = tables
            .par_iter()
            .map(|table| {
                let all = validated(table);
                inside.iter().map(|areas| self.value(all.as_ref(), table, areas, scale, decimals)).collect()
            })
            .collect();
        let rows = (0..inside.len()).map(|at| by_period.iter().map(|values| values[at]).collect()).collect();
        (tables.iter().map(|table| table.period).collect(), rows)
    }

    fn value(
        &self,
        all: Option<&Counts>,
        table: &AreaCounts,
        areas: &[usize],
        scale: f64,
        decimals: u8,
    ) -> Value {
        let undefined = Value::Absent(Absence::NotApplicable);
        let Some(all) = all else { return undefined };
        match self.index_of(&all.of_areas(areas), &table.groups) {
            Some(Ok(number)) => Value::Number(rounded(number * scale, decimals), Flags::NONE),
            _ => undefined,
        }
    }

    /// The index of a table with these groups; `None` when a group or the index is unknown.
    fn index_of(&self, counts: &Counts, groups: &[String]) -> Option<Index> {
        let pair = self.pair(counts, groups)?;
        let of_groups = |index: fn(&Counts) -> Index| match &pair {
            Some(pair) => index(&pair.to_counts()),
            None => index(counts),
        };
        match self.index {
            "dissimilarity" => Some(of_groups(dissimilarity)),
            "information-theory" => Some(of_groups(information_theory)),
            "isolation" => pair.as_ref().map(isolation),
            "correlation-ratio" => pair.as_ref().map(correlation_ratio),
            _ => None,
        }
    }

    /// The two sides of a table with these groups, of which the second option is none where all groups are compared; `None`
    /// when a group is unknown.
    fn pair(&self, counts: &Counts, groups: &[String]) -> Option<Option<TwoGroup>> {
        let position = |id: &str| groups.iter().position(|group| group == id);
        Some(match self.groups {
            Compared::Together(ids) => {
                let own = ids.iter().map(|id| position(id)).collect::<Option<Vec<_>>>()?;
                Some(together(counts, &own)?)
            }
            Compared::Two(group, other) => {
                Some(counts.group_against_group(position(group)?, position(other)?))
            }
            Compared::All => None,
        })
    }

    /// Persons of one side and of the other in each of some areas (positions in the table), where two are compared.
    pub(crate) fn sides(&self, table: &AreaCounts, all: &Counts, areas: &[usize]) -> Vec<(f64, f64)> {
        let pair = self.pair(&all.of_areas(areas), &table.groups).flatten();
        pair.map_or_else(Vec::new, |pair| pair.x().iter().copied().zip(pair.y().iter().copied()).collect())
    }
}

/// A file's counts as the statistics take them; `None` when they are not persons.
pub(crate) fn validated(table: &AreaCounts) -> Option<Counts> {
    Counts::new(table.areas.len(), table.groups.len(), table.cells.clone(), Numbers::Fractional).ok()
}

/// A number rounded to some decimals.
pub(crate) fn rounded(number: f64, decimals: u8) -> f64 {
    let scale = (0..decimals).fold(1.0, |scale, _| scale * 10.0);
    (number * scale).round() / scale
}

/// Some groups together, compared with all others together.
fn together(counts: &Counts, own: &[usize]) -> Option<TwoGroup> {
    let members: Vec<f64> = counts.areas().map(|area| own.iter().map(|group| area[*group]).sum()).collect();
    let two = Counts::from_group_and_total(&members, counts.area_totals(), Numbers::Fractional).ok()?;
    Some(two.group_against_rest(0))
}
