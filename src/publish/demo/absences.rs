//! Cells without a number, and flags beside numbers: one of each kind, so that the site shows how it treats them.

use super::field::Stream;
use super::model::Model;
use super::places::Country;
use crate::model::{Absence, AreaCode, Flags, Level, Period};

/// Municipalities formed by division after 1990, with the year they began.
const FORMED: [(&str, u16); 6] =
    [("0140", 1999), ("0330", 2003), ("0461", 1992), ("0488", 1992), ("1443", 1995), ("1814", 1995)];

/// The smallest year group whose eligibility is published.
const FEWEST_PUPILS: f64 = 30.0;

/// Whether a municipality existed in a year.
pub(super) fn existed(code: &AreaCode, year: u16) -> bool {
    FORMED.iter().find(|(formed, _)| *formed == code.as_str()).is_none_or(|(_, since)| year >= *since)
}

/// The absence, if any, of each municipality (rows) in each year of the path (columns).
pub(super) fn of_municipalities(
    model: &Model,
    country: &Country,
    weights: &[Vec<f64>],
    seed: u64,
) -> Vec<Vec<Option<Absence>>> {
    let codes = country.municipalities();
    let mut absent: Vec<Vec<Option<Absence>>> = codes
        .iter()
        .map(|code| {
            let of_year = |(year, _): &(u16, f64)| (!existed(code, *year)).then_some(Absence::NotApplicable);
            model.path.iter().map(of_year).collect()
        })
        .collect();
    match model.slug {
        "behorighet-gymnasiet" => {
            for column in 0..model.path.len() {
                let pupils: Vec<f64> = weights.iter().map(|row| row[column]).collect();
                for at in suppressed(codes, &pupils) {
                    absent[at][column] = Some(Absence::Suppressed);
                }
            }
        }
        "ohalsotal" => {
            let mut stream = Stream::new(seed, "missing");
            for cell in absent.iter_mut().flatten() {
                // One cell in 200.
                if stream.uniform() < 0.005 {
                    *cell = Some(Absence::Missing);
                }
            }
        }
        _ => {}
    }
    absent
}

/// What to know about the numbers of an area; `first` is the position of its first municipality.
pub(super) fn flags(slug: &str, first: usize, level: Level, period: Period) -> Flags {
    match (slug, period.calendar_year()) {
        ("behorighet-gymnasiet", 2011) | ("arbetsloshet", 2008) => Flags::BREAK,
        ("ohalsotal", 2024) => Flags::PROVISIONAL,
        // A late correction that touched some municipalities and, with them, the totals.
        ("disponibel-inkomst", 2022) if level != Level::Municipality || first.is_multiple_of(17) => {
            Flags::REVISED
        }
        _ => Flags::NONE,
    }
}

/// Positions of the municipalities with too few pupils; where a county would have only one of them, the next smallest
/// as well, because the county's value would otherwise give it away.
fn suppressed(codes: &[AreaCode], pupils: &[f64]) -> Vec<usize> {
    let mut all: Vec<usize> = (0..codes.len()).filter(|at| pupils[*at] < FEWEST_PUPILS).collect();
    for at in all.clone() {
        let of_county = |other: &usize| codes[*other].parent() == codes[at].parent();
        if all.iter().filter(|other| of_county(other)).count() > 1 {
            continue;
        }
        let others = (0..codes.len()).filter(of_county).filter(|other| *other != at);
        all.extend(others.min_by(|a, b| pupils[*a].total_cmp(&pupils[*b])));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suppressed_municipality_is_never_alone_in_its_county() {
        let codes: Vec<AreaCode> =
            ["0101", "0102", "0103", "0301", "0302", "0901"].map(|c| c.parse().unwrap()).into();
        assert_eq!(suppressed(&codes, &[10.0, 50.0, 40.0, 100.0, 90.0, 200.0]), [0, 2]);
        assert_eq!(suppressed(&codes, &[10.0, 50.0, 12.0, 100.0, 90.0, 200.0]), [0, 2]);
        assert!(suppressed(&codes, &[30.0; 6]).is_empty());
    }
}
