//! Values that are put together from several rows: sums of parts, and shares of a whole. The whole is always the
//! source's own; parts are added up only where the manifest says which.

use super::super::error::{Problems, PublishError};
use super::super::manifest::TableSource;
use super::super::observations::Observation;
use super::rows::Rows;
use crate::model::{Absence, AreaCode, Flags, Period, Value};
use std::collections::BTreeMap;

/// Decimals that a share in percent is kept with: two more than are ever shown.
const SHARE_DECIMALS: i32 = 4;

/// What a row contributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The value, or a part of it.
    Part,
    /// What the part is a share of.
    Whole,
}

/// Observations being put together. Where the manifest asks for neither sums nor shares, they pass as they are.
pub(super) struct Combined<'a> {
    table: &'a TableSource,
    /// How many rows make a value.
    n_parts: usize,
    parts: Vec<Observation>,
    wholes: Vec<Observation>,
}

impl<'a> Combined<'a> {
    pub(super) fn new(table: &'a TableSource) -> Self {
        let n_values = |column: &String| table.only.get(column).map_or(1, |choice| choice.values().len());
        Self {
            table,
            n_parts: table.sum.iter().map(n_values).product(),
            parts: Vec::new(),
            wholes: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, observation: Observation, part: Part) {
        match part {
            Part::Part => self.parts.push(observation),
            Part::Whole => self.wholes.push(observation),
        }
    }

    /// The values, in the order of the rows where each began.
    ///
    /// # Errors
    /// With a sentence for each area and period that lacks a part or the whole, or has one twice.
    pub(super) fn observations(self, rows: &Rows) -> Result<Vec<Observation>, PublishError> {
        let mut problems = Problems::default();
        let told = |area: &AreaCode, period: Period, found: usize, of: usize, what: &str, place: u64| {
            let (file, row) = (&rows.file, rows.kind.row());
            format!(
                "{file}, {row} {place}: {area} in {period} has {found} rows of the {what}, allowed is {of}."
            )
        };
        let parts = if self.table.sum.is_empty() {
            self.parts
        } else {
            let mut sums = Vec::new();
            for (area, period, group) in grouped(self.parts) {
                let (found, place) = (group.len(), group[0].place);
                let lacks = found < self.n_parts && self.table.missing_parts;
                if found != self.n_parts && !lacks {
                    problems.add(told(&area, period, found, self.n_parts, "parts", place));
                }
                let value = if lacks { Value::Absent(Absence::Missing) } else { sum(&group) };
                sums.push(Observation { area, period, value, interval: None, place });
            }
            sums
        };
        if !self.table.is_share() {
            return problems.or(parts);
        }
        let mut wholes = BTreeMap::new();
        for (area, period, group) in grouped(self.wholes) {
            if group.len() != 1 {
                problems.add(told(&area, period, group.len(), 1, "whole", group[0].place));
            }
            wholes.insert((area, period), group[0].value);
        }
        let mut shares = Vec::new();
        for part in parts {
            match wholes.get(&(part.area.clone(), part.period)) {
                Some(whole) => shares.push(Observation { value: share(part.value, *whole), ..part }),
                None => problems.add(told(&part.area, part.period, 0, 1, "whole", part.place)),
            }
        }
        problems.or(shares)
    }
}

/// Observations of the same area and period together, in the order of their first rows.
fn grouped(observations: Vec<Observation>) -> Vec<(AreaCode, Period, Vec<Observation>)> {
    let mut groups: BTreeMap<(AreaCode, Period), Vec<Observation>> = BTreeMap::new();
    for observation in observations {
        groups.entry((observation.area.clone(), observation.period)).or_default().push(observation);
    }
    let mut groups: Vec<_> =
        groups.into_iter().map(|((area, period), group)| (area, period, group)).collect();
    groups.sort_by_key(|(_, _, group)| group[0].place);
    groups
}

/// The sum of all, with the flags of any; an absence when one is, suppressed before missing before not applicable.
fn sum(group: &[Observation]) -> Value {
    let absences = group.iter().filter_map(|part| part.value.absence());
    if let Some(reason) = absences.min_by_key(|reason| Absence::ALL.iter().position(|other| other == reason))
    {
        return Value::Absent(reason);
    }
    let flags = group.iter().fold(Flags::NONE, |flags, part| flags.with(part.value.flags()));
    Value::Number(group.iter().filter_map(|part| part.value.number()).sum(), flags)
}

/// A part of a whole in percent; not applicable where the whole is nothing.
fn share(part: Value, whole: Value) -> Value {
    match (part, whole) {
        (Value::Absent(reason), _) | (_, Value::Absent(reason)) => Value::Absent(reason),
        (_, Value::Number(0.0, _)) => Value::Absent(Absence::NotApplicable),
        (Value::Number(part, of_part), Value::Number(whole, of_whole)) => {
            let power = 10_f64.powi(SHARE_DECIMALS);
            Value::Number((part / whole * 100.0 * power).round() / power, of_part.with(of_whole))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(values: &[Value]) -> Vec<Observation> {
        let area: AreaCode = "0180".parse().unwrap();
        let part = |value: &Value| Observation {
            area: area.clone(),
            period: Period::year(2024),
            value: *value,
            interval: None,
            place: 2,
        };
        values.iter().map(part).collect()
    }

    #[test]
    fn a_sum_with_an_absence_is_absent_for_the_gravest_reason() {
        let number = Value::Number(3.0, Flags::NONE);
        let estimated = Value::Number(4.0, Flags::ESTIMATED);
        assert_eq!(sum(&parts(&[number, estimated])), Value::Number(7.0, Flags::ESTIMATED));
        let [suppressed, missing, not_applicable] = Absence::ALL.map(Value::Absent);
        assert_eq!(sum(&parts(&[number, not_applicable, missing])), missing);
        assert_eq!(sum(&parts(&[missing, suppressed, number])), suppressed);
    }

    #[test]
    fn a_share_is_in_percent_and_of_nothing_not_applicable() {
        let number = |number| Value::Number(number, Flags::NONE);
        assert_eq!(share(number(1.0), number(3.0)), number(33.3333));
        assert_eq!(share(number(5.0), number(5.0)), number(100.0));
        assert_eq!(share(number(0.0), number(0.0)), Value::Absent(Absence::NotApplicable));
        assert_eq!(
            share(number(1.0), Value::Absent(Absence::Suppressed)),
            Value::Absent(Absence::Suppressed)
        );
    }
}
