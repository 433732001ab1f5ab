//! What two editions say differently of the same areas and periods.

use super::{AreaCode, Cube, Period, Value};

/// A value that is not the same in both editions.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// The area.
    pub area: AreaCode,
    /// The period.
    pub period: Period,
    /// The value in the earlier edition.
    pub before: Value,
    /// The value in the later one; none where it has no such area or period.
    pub after: Option<Value>,
}

/// The values of an earlier table that a later one has changed or no longer has, for some areas (all where none are
/// named) and one period or all. Values that have come since are no revisions of what was published.
pub fn revisions(before: &Cube, after: &Cube, areas: &[AreaCode], period: Option<Period>) -> Vec<Revision> {
    let is_asked = |area: &&AreaCode| areas.is_empty() || areas.contains(area);
    let of_area = |area: &AreaCode| {
        let is_meant = |own: &&Period| period.is_none_or(|period| period == **own);
        let changed = |period: &Period| {
            let (old, new) = (before.value(area, *period)?, after.value(area, *period));
            (Some(old) != new).then(|| Revision {
                area: area.clone(),
                period: *period,
                before: old,
                after: new,
            })
        };
        before.periods().iter().filter(is_meant).filter_map(changed).collect::<Vec<_>>()
    };
    before.areas().iter().filter(is_asked).flat_map(of_area).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Absence, Flags};

    #[test]
    fn only_what_was_published_and_is_no_longer_so_is_a_revision() {
        let number = |x: f64| Value::Number(x, Flags::NONE);
        let codes: Vec<AreaCode> = ["01", "03"].iter().map(|code| code.parse().unwrap()).collect();
        let [first, second, third] = [2020, 2021, 2022].map(Period::year);
        let cube = |codes: &[AreaCode], periods: &[Period], values: Vec<Value>| {
            Cube::new(codes.to_vec(), periods.to_vec(), values).unwrap()
        };
        let old = cube(&codes, &[first, second], vec![number(1.0), number(2.0), number(3.0), number(4.0)]);
        assert!(revisions(&old, &old, &[], None).is_empty());
        // A new period is none; a changed number, a number that became an absence and an area that left are.
        let absent = Value::Absent(Absence::Suppressed);
        let new = cube(&codes[..1], &[first, second, third], vec![number(1.5), absent, number(9.0)]);
        let found = revisions(&old, &new, &[], None);
        let brief: Vec<_> = found.iter().map(|r| (r.area.as_str(), r.period, r.after)).collect();
        assert_eq!(
            brief,
            [
                ("01", first, Some(number(1.5))),
                ("01", second, Some(absent)),
                ("03", first, None),
                ("03", second, None)
            ]
        );
        assert_eq!(revisions(&old, &new, &codes[..1], Some(second)).len(), 1);
    }
}
