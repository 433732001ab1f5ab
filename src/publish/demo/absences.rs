//! Cells without a number, and flags beside numbers: some of each kind, so that the site shows how it treats them.

use super::field::Stream;
use super::models::Model;
use super::tiers::Tier;
use crate::model::{Absence, AreaCode, Flags, Level, Period};
use std::collections::BTreeMap;

/// Municipalities formed by division after 1990, with the year they began.
const FORMED: [(&str, u16); 6] =
    [("0140", 1999), ("0330", 2003), ("0461", 1992), ("0488", 1992), ("1443", 1995), ("1814", 1995)];

/// Indicators about few people, with the smallest denominator and the smallest numerator (other than 0) that are
/// published for municipalities, and for smaller areas.
const PROTECTED: [(&str, [Fewest; 2]); 4] = [
    ("behorighet-gymnasiet", [(30.0, 0.0), (10.0, 0.0)]),
    ("behorighet-hogskola", [(30.0, 0.0), (10.0, 0.0)]),
    ("varken-arbetar-eller-studerar", [(30.0, 5.0), (30.0, 5.0)]),
    ("ekonomiskt-bistand", [(30.0, 5.0), (30.0, 5.0)]),
];
type Fewest = (f64, f64);

/// Whether a municipality existed in a year.
pub(super) fn existed(code: &AreaCode, year: u16) -> bool {
    FORMED.iter().find(|(formed, _)| *formed == code.as_str()).is_none_or(|(_, since)| year >= *since)
}

/// Whether cells of an indicator are withheld where they are about few people.
pub(super) fn is_protected(slug: &str) -> bool {
    PROTECTED.iter().any(|(protected, _)| *protected == slug)
}

/// The absence, if any, of each area of a level in one year, from its numerator and denominator. `withheld_above` says
/// which municipalities are withheld, for the levels below.
pub(super) fn of_areas(
    model: &Model,
    tier: &Tier,
    year: u16,
    numerators: &[f64],
    denominators: &[f64],
    withheld_above: Option<&[Option<Absence>]>,
    seed: u64,
) -> Vec<Option<Absence>> {
    let mut absent: Vec<Option<Absence>> =
        denominators.iter().map(|of| (*of <= 0.0).then_some(Absence::NotApplicable)).collect();
    if tier.level < Level::Municipality {
        return absent;
    }
    if tier.level == Level::Municipality {
        for (absence, code) in absent.iter_mut().zip(&tier.codes) {
            if !existed(code, year) {
                *absence = Some(Absence::NotApplicable);
            }
        }
    }
    if let Some((_, fewest)) = PROTECTED.iter().find(|(slug, _)| *slug == model.slug) {
        let (fewest_of, fewest) = fewest[usize::from(tier.level > Level::Municipality)];
        let few: Vec<bool> = numerators
            .iter()
            .zip(denominators)
            .map(|(n, of)| *of < fewest_of || (*n > 0.0 && *n < fewest))
            .collect();
        // Municipalities are told apart within their county, smaller areas within their municipality.
        let within: Vec<usize> = match tier.level {
            Level::Municipality => tier.codes.iter().map(county).collect(),
            _ => tier.municipality.clone(),
        };
        let above = |at: usize| withheld_above.is_some_and(|above| above[within[at]].is_some());
        for at in withheld(&few, denominators, &within, above) {
            absent[at] = Some(Absence::Suppressed);
        }
    }
    if model.slug == "ohalsotal" && tier.level == Level::Municipality {
        let mut stream = Stream::new(seed, &format!("missing {year}"));
        for cell in &mut absent {
            // One cell in 200.
            if stream.uniform() < 0.005 {
                *cell = Some(Absence::Missing);
            }
        }
    }
    absent
}

/// What to know about the numbers of an area; `at` is its position in its level.
pub(super) fn flags(slug: &str, at: usize, level: Level, period: Period) -> Flags {
    let small = level > Level::Municipality;
    match (slug, period.calendar_year()) {
        ("behorighet-gymnasiet", 2011) | ("arbetsloshet", 2008) | ("forvarvsarbetande", 2022) => Flags::BREAK,
        ("ohalsotal" | "anmalda-brott", 2024) => Flags::PROVISIONAL,
        // Votes are counted by polling district and worked out for small areas.
        ("valdeltagande-riksdag" | "valdeltagande-kommun", _) if small => Flags::ESTIMATED,
        // A late correction that touched some areas and, with them, the totals.
        ("disponibel-inkomst", 2022) if level < Level::Municipality || at.is_multiple_of(17) => {
            Flags::REVISED
        }
        _ => Flags::NONE,
    }
}

/// Positions of the areas to withhold: those about few people, and where a larger area would have only one of them the
/// next smallest as well, because the larger area's value would otherwise give it away. Where the larger area is withheld
/// itself, one alone is safe; where it consists of one area only, neither is published.
fn withheld(few: &[bool], sizes: &[f64], within: &[usize], above: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut inside: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, larger) in within.iter().enumerate() {
        inside.entry(*larger).or_default().push(at);
    }
    let mut all = Vec::new();
    for areas in inside.values() {
        let mut hidden: Vec<usize> = areas.iter().copied().filter(|at| few[*at]).collect();
        let alone_above = areas.len() == 1 && above(areas[0]);
        if alone_above {
            hidden = areas.clone();
        }
        if hidden.len() == 1 && !above(hidden[0]) {
            let others = areas.iter().copied().filter(|at| *at != hidden[0]);
            hidden.extend(others.min_by(|a, b| sizes[*a].total_cmp(&sizes[*b])));
        }
        all.extend(hidden);
    }
    all
}

/// A number for the county of a municipality.
fn county(code: &AreaCode) -> usize {
    code.as_str()[..2].parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suppressed_area_is_never_alone_in_its_larger_area() {
        let (within, sizes) = ([1, 1, 1, 3, 3, 9], [10.0, 50.0, 40.0, 100.0, 90.0, 200.0]);
        let few = |limit: f64| sizes.map(|size| size < limit);
        let of = |few: &[bool], above: bool| withheld(few, &sizes, &within, |_| above);
        assert_eq!(of(&few(30.0), false), [0, 2]);
        assert_eq!(of(&few(45.0), false), [0, 2]);
        assert_eq!(of(&few(30.0), true), [0, 5]);
        assert!(of(&few(5.0), false).is_empty());
    }
}
