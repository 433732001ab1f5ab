//! Tables of one indicator in two editions: levels and periods that came and went, values that differ.

use super::super::error::PublishError;
use super::edition::Edition;
use super::{Change, Place, Revision, tables_of};
use crate::model::{Cube, Indicator, Period, Value};

/// Adds what differs in the tables of an indicator.
pub(super) fn changes(
    old: &Edition,
    new: &Edition,
    before: &Indicator,
    indicator: &Indicator,
    list: &mut Vec<Change>,
) -> Result<(), PublishError> {
    let slug = &indicator.slug;
    let (then, now) = (tables_of(before), tables_of(indicator));
    let place = |(level, vintage): (_, _)| Place { slug: slug.clone(), level, vintage };
    list.extend(then.difference(&now).map(|table| Change::WithdrawnTable(place(*table))));
    list.extend(now.difference(&then).map(|table| Change::NewTable(place(*table))));
    for (level, vintage) in now.intersection(&then).copied() {
        let place = || place((level, vintage));
        let (then, now) = (old.table(slug, level, vintage)?, new.table(slug, level, vintage)?);
        let lost = only_in(&then, &now);
        if !lost.is_empty() {
            list.push(Change::LostPeriods(place(), lost));
        }
        let added = only_in(&now, &then);
        if !added.is_empty() {
            list.push(Change::NewPeriods(place(), added));
        }
        list.extend(revision(&then, &now).map(|revision| Change::Revised(place(), revision)));
    }
    Ok(())
}

/// Periods that one table has and the other has not.
fn only_in(one: &Cube, other: &Cube) -> Vec<Period> {
    one.periods().iter().filter(|period| other.periods().binary_search(period).is_err()).copied().collect()
}

/// What differs between the cells that both tables have.
fn revision(then: &Cube, now: &Cube) -> Option<Revision> {
    let mut revision =
        Revision { n_numbers: 0, n_lost: 0, n_filled: 0, n_statuses: 0, n_compared: 0, largest: None };
    let shared: Vec<(usize, usize)> = (now.periods().iter().enumerate())
        .filter_map(|(at, period)| Some((then.periods().binary_search(period).ok()?, at)))
        .collect();
    for area in now.areas() {
        let (Some(before), Some(after)) = (then.series(area), now.series(area)) else { continue };
        for (before_at, after_at) in &shared {
            let (before, after) = (before[*before_at], after[*after_at]);
            revision.n_compared += 1;
            if before == after {
                continue;
            }
            match (before, after) {
                (Value::Number(then, _), Value::Number(number, _)) if then != number => {
                    revision.n_numbers += 1;
                    let difference = (number - then).abs();
                    let is_larger =
                        revision.largest.as_ref().is_none_or(|(_, _, a, b)| difference > (b - a).abs());
                    if is_larger {
                        revision.largest = Some((area.clone(), now.periods()[*after_at], then, number));
                    }
                }
                (Value::Number(..), Value::Absent(_)) => revision.n_lost += 1,
                (Value::Absent(_), Value::Number(..)) => revision.n_filled += 1,
                _ => revision.n_statuses += 1,
            }
        }
    }
    let Revision { n_numbers, n_lost, n_filled, n_statuses, .. } = revision;
    (n_numbers + n_lost + n_filled + n_statuses > 0).then_some(revision)
}
