//! The change of M (Elbers 2021) and the fitting below it, against published tables and R.
//!
//! R here is its own `loglin`, version 4.2.2, started from the table whose association is to be kept, eps 1e-15. Elbers'
//! package stops at marginal shares within 0.001, and its tests ask for no more than that.

use lagesbild::stats::counts::Counts;
use lagesbild::stats::decomposition::{Change, change, fitted};

use super::comparison::{Case, table};
use super::shared::{numbers, rows};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = karmel_and_maclachlan();
    cases.extend(package_tests());
    cases.extend(england().into_iter().flatten());
    cases
}

/// Karmel and Maclachlan (1988): occupations of men and women on the margins of another year, to one decimal. Printed so
/// in the tests of R `segregation` too.
fn karmel_and_maclachlan() -> Vec<Case> {
    let wanted = [[125.0, 100.0], [100.0, 100.0], [100.0, 75.0]];
    let total = 600.0;
    let rows = wanted.map(|row| (row[0] + row[1]) / total);
    let columns = [325.0 / total, 275.0 / total];
    let fit = fitted(&[100.0, 50.0, 50.0, 50.0, 100.0, 50.0], &rows, &columns, 1e-13).expect("a full table");
    let printed = [134.7, 90.3, 85.5, 114.5, 104.8, 70.2];
    let cells = fit.cells.iter().zip(printed).enumerate();
    cells
        .map(|(cell, (share, printed))| {
            let case = format!("Karmel & Maclachlan 1988, cell {cell}");
            Case::decimals("proportional fitting", case, share * total, printed, 1)
        })
        .collect()
}

/// The tables of the package's own tests, with what they are said to show and R's figures.
fn package_tests() -> Vec<Case> {
    let two = |first: [f64; 4], second: [f64; 4]| {
        table(&[0, 1, 2, 3].map(|group| vec![first[group], second[group]]))
    };
    let before = two([40.0, 30.0, 20.0, 10.0], [5.0, 10.0, 15.0, 20.0]);
    let after = two([20.0, 20.0, 20.0, 15.0], [5.0, 10.0, 10.0, 15.0]);
    let found = of(&before, &after, &[(0, 0), (1, 1)]);
    let mut cases = parts(
        "tables of the package's tests",
        &found,
        &[
            ("first", 0.095_260_442_887_815_16),
            ("second", 0.024_392_017_209_140_93),
            ("additions", 0.0),
            ("removals", 0.0),
            ("group-marginal", -0.003_388_768_836_699_391_5),
            ("unit-marginal", 0.001_200_357_242_246_193_6),
            ("structural", -0.068_680_014_084_221_03),
        ],
    );
    // A unit twice as large, and a group twice as large: "correctly identifies marginal/structural changes".
    let plain = table(&[vec![25.0, 28.0, 2.0], vec![25.0, 2.0, 18.0]]);
    let larger_unit = table(&[vec![25.0, 28.0, 4.0], vec![25.0, 2.0, 36.0]]);
    let larger_group = table(&[vec![25.0, 28.0, 2.0], vec![50.0, 4.0, 36.0]]);
    for (case, other) in [("a unit twice as large", larger_unit), ("a group twice as large", larger_group)] {
        let found = of(&plain, &other, &[(0, 0), (1, 1), (2, 2)]);
        cases.extend(parts(case, &found, &[("structural", 0.0)]));
    }
    cases
}

/// Households of the first 200 small areas of England by deprivation, 2011 and 2021; eight codes of each are only there.
fn england() -> Option<Vec<Case>> {
    let (codes, first) = deprivation("census11_household_deprivation_lsoa11.csv", "lsoa11_code")?;
    let (later, second) = deprivation("census21_household_deprivation_lsoa21.csv", "lsoa21_code")?;
    let areas: Vec<(usize, usize)> = codes
        .iter()
        .enumerate()
        .filter_map(|(place, code)| Some((place, later.iter().position(|other| other == code)?)))
        .collect();
    assert_eq!(areas.len(), 192);
    Some(parts(
        "200 areas of England, 2011–2021",
        &of(&first, &second, &areas),
        &[
            ("first", 0.036_388_008_441_780_716),
            ("second", 0.031_418_570_503_112_43),
            ("additions", 0.003_058_851_531_312_714),
            ("removals", 0.000_140_939_865_250_350_18),
            ("group-marginal", -0.005_339_010_866_341_158),
            ("unit-marginal", -0.000_783_792_704_367_107_3),
            ("structural", -0.002_046_425_764_523_088_2),
        ],
    ))
}

fn deprivation(file: &str, code: &str) -> Option<(Vec<String>, Counts)> {
    let mut rows = rows(&format!("lsoa_england/{file}"))?;
    rows.truncate(200);
    let columns: Vec<Vec<f64>> =
        (0..5).map(|ways| numbers(&rows, &format!("households_deprived_in_{ways}"))).collect();
    Some((rows.iter().map(|row| row[code].clone()).collect(), table(&columns)))
}

fn of(first: &Counts, second: &Counts, areas: &[(usize, usize)]) -> Change {
    let groups: Vec<(usize, usize)> = (0..first.n_groups()).map(|group| (group, group)).collect();
    change(first, second, areas, &groups, 1e-14).expect("comparable tables")
}

fn parts(case: &str, found: &Change, reference: &[(&str, f64)]) -> Vec<Case> {
    let ours = |part: &str| match part {
        "first" => found.first,
        "second" => found.second,
        "additions" => found.additions,
        "removals" => found.removals,
        "group-marginal" => found.group_marginal,
        "unit-marginal" => found.unit_marginal,
        _ => found.structural,
    };
    reference
        .iter()
        .map(|&(part, value)| Case::closed(&format!("change, {part}"), case, ours(part), value))
        .collect()
}
