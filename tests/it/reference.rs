//! Our numbers are those of the reference implementations on the same data; where a definition differs, it is said why.
//! All comparisons together are written to `target/reference-comparison.csv`.

mod change;
mod comparison;
mod oasisr;
mod ordered;
mod planar;
mod sacramento;
mod schools;
mod shared;
mod sweden;

use comparison::{Case, assert_all};

#[test]
fn sacramento_is_as_pysal_says() {
    if let Some(cases) = sacramento::cases() {
        assert_all(&cases);
    }
}

#[test]
fn ages_in_stockholm_and_goteborg_are_as_pysal_and_r_say() {
    if let Some(cases) = sweden::cases() {
        assert_all(&cases);
    }
}

#[test]
fn patterns_on_a_grid_are_as_oasisr_says() {
    if let Some(cases) = oasisr::cases() {
        assert_all(&cases);
    }
}

#[test]
fn schools_are_as_r_says() {
    if let Some(cases) = schools::cases() {
        assert_all(&cases);
    }
}

#[test]
fn changes_are_as_printed_and_as_r_fits_them() {
    assert_all(&change::cases());
}

#[test]
fn ordered_groups_are_as_other_formulas_say() {
    assert_all(&ordered::cases());
}

#[test]
fn every_comparison_is_written_down() {
    let all = [
        sacramento::cases(),
        sweden::cases(),
        oasisr::cases(),
        schools::cases(),
        Some(change::cases()),
        Some(ordered::cases()),
    ];
    let all: Vec<Case> = all.into_iter().flatten().flatten().collect();
    let target = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target");
    std::fs::create_dir_all(&target).expect("the target folder can be made");
    let file = target.join("reference-comparison.csv");
    let mut writer = csv::Writer::from_path(&file).expect("the table can be written");
    writer
        .write_record(["index", "case", "ours", "reference", "difference", "allowed", "differs"])
        .expect("the table can be written");
    for case in &all {
        let numbers = [case.ours, case.reference, case.difference(), case.tolerance]
            .map(|number| format!("{number:e}"));
        writer
            .write_record([
                &case.index,
                &case.case,
                &numbers[0],
                &numbers[1],
                &numbers[2],
                &numbers[3],
                case.differs,
            ])
            .expect("the table can be written");
    }
    writer.flush().expect("the table can be written");
    let fewest = if shared::folder().is_some() { 380 } else { 30 };
    assert!(all.len() >= fewest, "only {} comparisons were made", all.len());
}
