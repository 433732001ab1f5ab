//! The people of an area by age and sex in the newest period, beside the nation's.

use super::super::contents::{Contents, LevelBrokenDown};
use crate::model::{AGE_SEX, AreaCode, Measure, NumberColumn, Period, ProfileAges, Value};

/// Those of an area; none where the edition has no table of the number of people by age and sex.
pub(super) fn ages(contents: &Contents, code: &AreaCode) -> Option<ProfileAges> {
    let of_level = |area: &AreaCode| {
        let counted =
            contents.indicators.iter().filter(|contents| contents.indicator.measure == Measure::Count);
        let mut tables = counted.flat_map(|contents| &contents.broken_down);
        tables.find(|table| table.level == area.level() && table.values.breakdown == AGE_SEX)
    };
    let own = of_level(code)?;
    let period = *own.values.categories.first()?.1.periods().last()?;
    let nation = (*code != AreaCode::nation())
        .then(AreaCode::nation)
        .and_then(|nation| column(of_level(&nation)?, &nation, period));
    Some(ProfileAges { period, people: column(own, code, period)?, nation })
}

/// The categories of an area in a period; none where it has no number at all.
fn column(table: &LevelBrokenDown, area: &AreaCode, period: Period) -> Option<NumberColumn> {
    let categories = table.values.categories.iter();
    let values: Vec<Value> = categories.map(|(_, cube)| cube.value(area, period)).collect::<Option<_>>()?;
    values.iter().any(|value| value.number().is_some()).then_some(NumberColumn(values))
}
