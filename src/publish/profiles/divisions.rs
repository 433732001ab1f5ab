//! How the variation of a share between the persons of an area divides between and within the areas inside.

use super::super::contents::{Contents, CountsContents};
use super::super::separation::rounded;
use super::indices::smallest;
use super::lies_in;
use crate::model::{AreaCode, AreaCounts, Level, ProfileDivision};
use crate::stats::within_between::within_between;
use std::collections::BTreeMap;

/// Shares that are divided wherever an edition has a table of counts with the groups: who was born abroad, has little
/// schooling, a low income, is old.
const SHARES: [(&str, &[&str]); 4] = [
    ("background", &["nordic", "europe", "world"]),
    ("education", &["compulsory"]),
    ("income", &["1"]),
    ("age", &["65-79", "80-"]),
];

/// Decimals of shares of variation: the parts add up to the total but for the last of them.
const DECIMALS: u8 = 7;

/// The divisions of an area's newest counts.
pub(super) fn divisions(contents: &Contents, area: &AreaCode) -> Vec<ProfileDivision> {
    let of = |(id, groups): &(&str, &[&str])| {
        let counts = contents.counts.iter().find(|counts| counts.table.id == *id)?;
        division(contents, counts, groups, area)
    };
    SHARES.iter().filter_map(of).collect()
}

fn division(
    contents: &Contents,
    counts: &CountsContents,
    groups: &[&str],
    area: &AreaCode,
) -> Option<ProfileDivision> {
    let (level, vintage) = smallest(counts)?;
    let newest: &AreaCounts = counts.level(level, vintage).last()?;
    let own = groups.iter().map(|id| counts.table.group(id)).collect::<Option<Vec<_>>>()?;
    let inside: Vec<usize> = (0..newest.areas.len()).filter(|at| lies_in(&newest.areas[*at], area)).collect();
    let members: Vec<f64> =
        inside.iter().map(|at| own.iter().map(|group| newest.area(*at)[*group]).sum()).collect();
    let persons: Vec<f64> = inside.iter().map(|at| newest.area(*at).iter().sum()).collect();

    let parents = &contents.level(level, vintage)?.areas.parents;
    let between: Vec<Level> = [Level::County, Level::Municipality, Level::Regso]
        .into_iter()
        .filter(|l| *l > area.level() && *l < level)
        .collect();
    let numbers: Vec<Vec<usize>> = between
        .iter()
        .map(|larger| numbered(inside.iter().map(|at| ancestor(&newest.areas[*at], &parents[*at], *larger))))
        .collect();
    let numbers: Vec<&[usize]> = numbers.iter().map(Vec::as_slice).collect();
    let inner = inner(&inside, &members, &persons, &numbers, |at| {
        let (code, parent) = (&newest.areas[at], &parents[at]);
        between.first().and_then(|level| ancestor(code, parent, *level).parse().ok())
    });
    let parts = within_between(&members, &persons, &numbers).ok()?;
    let share = members.iter().sum::<f64>() / persons.iter().sum::<f64>();
    let levels = between.into_iter().chain([level]);
    Some(ProfileDivision {
        table: counts.table.id.clone(),
        groups: groups.iter().map(|id| (*id).to_owned()).collect(),
        period: newest.period,
        share: rounded(share, DECIMALS),
        total: rounded(parts.total, DECIMALS),
        between: levels.zip(parts.between.iter().map(|part| rounded(*part, DECIMALS))).collect(),
        within_smallest: rounded(parts.within_smallest, DECIMALS),
        inner,
    })
}

/// The division of each area of the largest level inside, thousandths; those in which everybody is alike have none.
fn inner(
    inside: &[usize],
    members: &[f64],
    persons: &[f64],
    numbers: &[&[usize]],
    code: impl Fn(usize) -> Option<AreaCode>,
) -> Vec<(AreaCode, Vec<u32>)> {
    let Some((own, deeper)) = numbers.split_first() else { return Vec::new() };
    let mut areas: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, number) in own.iter().enumerate() {
        areas.entry(*number).or_default().push(at);
    }
    let of = |ats: &Vec<usize>| {
        let pick = |column: &[f64]| ats.iter().map(|at| column[*at]).collect::<Vec<_>>();
        let deeper: Vec<Vec<usize>> =
            deeper.iter().map(|numbers| ats.iter().map(|at| numbers[*at]).collect()).collect();
        let deeper: Vec<&[usize]> = deeper.iter().map(Vec::as_slice).collect();
        let parts = within_between(&pick(members), &pick(persons), &deeper).ok()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "parts of a thousand")]
        let thousandths = |part: &f64| (1000.0 * part / parts.total).round() as u32;
        Some((code(inside[*ats.first()?])?, parts.between.iter().map(thousandths).collect()))
    };
    let mut inner: Vec<(AreaCode, Vec<u32>)> = areas.values().filter_map(of).collect();
    inner.sort();
    inner
}

/// The code of the larger area that a small one lies in.
fn ancestor<'a>(code: &'a AreaCode, parent: &'a AreaCode, level: Level) -> &'a str {
    match level {
        Level::County => &code.as_str()[..2],
        Level::Municipality => &code.as_str()[..4],
        _ => parent.as_str(),
    }
}

/// A number for each different text, in order of first occurrence.
fn numbered<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    texts
        .map(|text| {
            let next = numbers.len();
            *numbers.entry(text).or_insert(next)
        })
        .collect()
}
