//! One way to compute any index of the registry on any comparison.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::decay::DecaySums;
use super::geometry::Geometry;
use super::index::{Compute, IndexInfo};
use super::options::{Options, Variant};
use super::pysal;
use super::undefined::{Index, Undefined};
use crate::stats::counts::{Counts, TwoGroup};

/// Which groups of a table are compared; groups are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// One group with all others together.
    GroupWithRest(usize),
    /// One group with one other, as if nobody else lived there.
    TwoGroups(usize, usize),
    /// All groups at once; an index of two groups is then computed for each group against the rest.
    AllGroups,
}

/// One value of an index, and what it is a value of.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The groups it concerns, by column: one against the rest, one against another; none for all at once.
    pub groups: Vec<usize>,
    /// The area it concerns, where it is one area's.
    pub area: Option<usize>,
    /// The radius in metres, where the index has one.
    pub radius: Option<f64>,
    /// The value, or why there is none.
    pub value: Index,
}

/// A table, a comparison and a geometry, with what several indices share computed once.
#[derive(Debug, Clone)]
pub struct Evaluation<'a> {
    table: &'a Counts,
    comparison: Comparison,
    /// The table with two columns where two groups are compared; otherwise as it is.
    compared: Counts,
    pair: Option<TwoGroup>,
    geometry: Geometry<'a>,
    options: &'a Options,
    decay: OnceLock<Result<DecaySums, Undefined>>,
}

impl<'a> Evaluation<'a> {
    /// Prepares an evaluation. Groups in `comparison` are columns of `table`.
    #[must_use]
    pub fn new(
        table: &'a Counts,
        comparison: Comparison,
        geometry: Geometry<'a>,
        options: &'a Options,
    ) -> Self {
        let pair = match comparison {
            Comparison::GroupWithRest(group) => Some(table.group_against_rest(group)),
            Comparison::TwoGroups(group, other) => Some(table.group_against_group(group, other)),
            Comparison::AllGroups => None,
        };
        let compared = pair.as_ref().map_or_else(|| table.clone(), TwoGroup::to_counts);
        Self { table, comparison, compared, pair, geometry, options, decay: OnceLock::new() }
    }

    /// The table as the indices see it, two columns where two groups are compared: what [`DecaySums::of_rows`] wants
    /// where the caller computes the sums over pairs in pieces.
    #[must_use]
    pub fn compared(&self) -> &Counts {
        &self.compared
    }

    /// Puts in the sums over pairs, computed in pieces from [`Evaluation::compared`].
    #[must_use]
    pub fn with_decay_sums(self, sums: DecaySums) -> Self {
        Self { decay: OnceLock::from(Ok(sums)), ..self }
    }

    /// The values of one index: one row, or one for each group, pair of groups, radius or area.
    #[must_use]
    pub fn of(&self, index: &IndexInfo) -> Vec<Row> {
        match index.compute {
            Compute::Groups(value) | Compute::Ordered(value) => {
                vec![Row::of_groups(self.named_groups(), value(&self.compared, self.options))]
            }
            Compute::Radius(value) => self
                .options
                .radii
                .iter()
                .map(|&radius| Row {
                    radius: Some(radius),
                    ..Row::of_groups(self.named_groups(), value(&self.compared, &self.geometry, radius))
                })
                .collect(),
            Compute::TwoGroup(value) => self.for_each_pair(index, |_, groups| value(groups, self.options)),
            Compute::Placed(value) => {
                self.for_each_pair(index, |_, groups| value(groups, &self.geometry, self.options))
            }
            Compute::Decay(value) => self.for_each_pair(index, |group, groups| {
                let sums = self.decay_sums()?;
                match group {
                    Some(group) => value(groups, &sums.group_against_rest(group)),
                    None => value(groups, sums),
                }
            }),
            Compute::Exposure(value) => self.exposures(value),
            Compute::Local(values) => per_area(&self.named_groups(), values(&self.compared, self.options)),
            Compute::LocalByGroup(values) => self.per_area_and_group(&values(&self.compared, self.options)),
            Compute::LocalPlaced(values) => self
                .pairs()
                .into_iter()
                .flat_map(|(_, named, groups)| {
                    per_area(&named, values(&groups, &self.geometry, self.options))
                })
                .collect(),
        }
    }

    fn for_each_pair(
        &self,
        index: &IndexInfo,
        value: impl Fn(Option<usize>, &TwoGroup) -> Index,
    ) -> Vec<Row> {
        self.pairs()
            .into_iter()
            .map(|(group, named, groups)| {
                let variant = match self.options.variant {
                    Variant::Standard => None,
                    Variant::Pysal25 => pysal::value(index.id, &groups, &self.geometry),
                };
                Row::of_groups(named, variant.unwrap_or_else(|| value(group, &groups)))
            })
            .collect()
    }

    /// The comparisons of two groups: the one asked for, or each group with the rest (then with its column).
    fn pairs(&self) -> Vec<(Option<usize>, Vec<usize>, Cow<'_, TwoGroup>)> {
        match &self.pair {
            Some(pair) => vec![(None, self.named_groups(), Cow::Borrowed(pair))],
            None => (0..self.table.n_groups())
                .map(|group| (Some(group), vec![group], Cow::Owned(self.table.group_against_rest(group))))
                .collect(),
        }
    }

    fn exposures(&self, value: fn(&[f64], &[f64], &[f64]) -> Index) -> Vec<Row> {
        if let Some(pair) = &self.pair {
            return vec![Row::of_groups(self.named_groups(), value(pair.x(), pair.y(), pair.t()))];
        }
        let columns: Vec<Vec<f64>> =
            (0..self.table.n_groups()).map(|group| self.table.group(group)).collect();
        let mut rows = Vec::new();
        for (of, x) in columns.iter().enumerate() {
            for (to, y) in columns.iter().enumerate().filter(|&(to, _)| to != of) {
                rows.push(Row::of_groups(vec![of, to], value(x, y, self.table.area_totals())));
            }
        }
        rows
    }

    fn per_area_and_group(&self, values: &[Index]) -> Vec<Row> {
        // Of a group and the rest only the group is told; the rest is not a group of the table.
        let named: Vec<usize> = match self.comparison {
            Comparison::GroupWithRest(group) => vec![group],
            Comparison::TwoGroups(group, other) => vec![group, other],
            Comparison::AllGroups => (0..self.table.n_groups()).collect(),
        };
        values
            .chunks_exact(self.compared.n_groups().max(1))
            .enumerate()
            .flat_map(|(area, of_area)| {
                named.iter().zip(of_area).map(move |(&group, &value)| Row {
                    area: Some(area),
                    ..Row::of_groups(vec![group], value)
                })
            })
            .collect()
    }

    fn decay_sums(&self) -> Result<&DecaySums, Undefined> {
        self.decay
            .get_or_init(|| DecaySums::new(&self.compared, &self.geometry))
            .as_ref()
            .map_err(|reason| *reason)
    }

    fn named_groups(&self) -> Vec<usize> {
        match self.comparison {
            Comparison::GroupWithRest(group) => vec![group],
            Comparison::TwoGroups(group, other) => vec![group, other],
            Comparison::AllGroups => Vec::new(),
        }
    }
}

impl Row {
    fn of_groups(groups: Vec<usize>, value: Index) -> Self {
        Self { groups, area: None, radius: None, value }
    }
}

fn per_area(groups: &[usize], values: Vec<Index>) -> Vec<Row> {
    values
        .into_iter()
        .enumerate()
        .map(|(area, value)| Row { area: Some(area), ..Row::of_groups(groups.to_vec(), value) })
        .collect()
}
