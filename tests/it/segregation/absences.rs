//! What is undefined is an absence with its reason; what is not a table of persons is refused in words.

use lagesbild::stats::counts::{Counts, CountsError, Numbers};
use lagesbild::stats::segregation::{Comparison, Evaluation, Family, Geometry, INDICES, Options};

use super::whole;

#[test]
fn an_index_without_value_says_why() {
    let options = Options::default();
    let centroids = [[0.0, 0.0], [1_000.0, 0.0], [0.0, 2_000.0]];
    let alike = [1e6; 3];
    let geometry = Geometry {
        centroids: Some(&centroids),
        land_areas: Some(&alike),
        borders: Some(&[]),
        ..Geometry::default()
    };
    let code = |id: &str, counts: &Counts, comparison| {
        let index = lagesbild::stats::segregation::index(id).expect("in the registry");
        let rows = Evaluation::new(counts, comparison, geometry, &options).of(index);
        rows[0].value.expect_err("an absence").code()
    };
    let empty = whole(2, &[3.0, 0.0, 4.0, 0.0, 5.0, 0.0]);
    let one = whole(2, &[3.0, 1.0, 0.0, 0.0, 0.0, 0.0]);
    let nobody = whole(2, &[0.0; 6]);
    let fine = whole(2, &[3.0, 1.0, 4.0, 9.0, 5.0, 0.0]);
    for index in INDICES.iter().filter(|index| index.is_segregation() && index.family != Family::Local) {
        let land = ["delta", "absolute-concentration", "relative-concentration", "absolute-centralization"];
        for (counts, reason) in [(&empty, "empty-group"), (&one, "one-area"), (&nobody, "nobody-there")] {
            if counts == &one && land.contains(&index.id) {
                continue;
            }
            let found = code(index.id, counts, Comparison::GroupWithRest(0));
            // Exposure sees its groups before all persons.
            let same = found == reason || (index.id == "interaction" && reason == "nobody-there");
            assert!(same, "{}: {found} instead of {reason}", index.id);
        }
    }
    for (id, reason) in [
        ("absolute-concentration", "all-alike"),
        ("relative-concentration", "all-alike"),
        ("boundary-dissimilarity", "no-neighbors"),
        ("length-dissimilarity", "no-neighbors"),
        ("perimeter-dissimilarity", "no-neighbors"),
        ("spatial-proximity-profile", "no-neighbors"),
    ] {
        assert_eq!(code(id, &fine, Comparison::GroupWithRest(0)), reason, "{id}");
    }
}

#[test]
fn missing_geometry_is_named() {
    let options = Options::default();
    let counts = whole(2, &[3.0, 1.0, 4.0, 9.0, 5.0, 2.0]);
    for index in INDICES {
        let rows =
            Evaluation::new(&counts, Comparison::GroupWithRest(0), Geometry::default(), &options).of(index);
        let absent = rows.iter().all(|row| row.value.is_err_and(|reason| reason.code() == "no-geometry"));
        assert_eq!(absent, index.needs().geometry, "{}", index.id);
    }
}

#[test]
fn an_order_above_the_thresholds_is_an_absence() {
    let counts = whole(3, &[3.0, 1.0, 7.0, 4.0, 9.0, 2.0]);
    let index =
        lagesbild::stats::segregation::index("rank-order-information-theory").expect("in the registry");
    for (order, allowed) in [(0, true), (1, true), (2, false)] {
        let options = Options { order: Some(order), ..Options::default() };
        let rows = Evaluation::new(&counts, Comparison::AllGroups, Geometry::default(), &options).of(index);
        assert_eq!(rows[0].value.is_ok(), allowed, "order {order}: {:?}", rows[0].value);
    }
}

#[test]
fn parameters_outside_their_bounds_are_absences() {
    let counts = whole(2, &[3.0, 1.0, 4.0, 9.0]);
    for b in [0.0, 1.0, -1.0, f64::NAN] {
        let value = lagesbild::stats::segregation::atkinson::atkinson(&counts.group_against_rest(0), b);
        assert_eq!(value.expect_err("an absence").code(), "bad-parameter");
    }
}

#[test]
fn estimates_are_not_resampled() {
    let counts = Counts::new(2, 2, vec![0.5, 1.0, 2.0, 3.0], Numbers::Fractional).expect("a table");
    let options = Options::default();
    for id in ["bias-corrected-dissimilarity", "carrington-troske-dissimilarity", "carrington-troske-gini"] {
        let index = lagesbild::stats::segregation::index(id).expect("in the registry");
        let rows =
            Evaluation::new(&counts, Comparison::GroupWithRest(0), Geometry::default(), &options).of(index);
        assert_eq!(rows[0].value.expect_err("an absence").code(), "fractional-counts");
    }
}

#[test]
fn a_table_that_counts_no_persons_is_refused_with_the_place() {
    let refused = |cells: &[f64]| Counts::new(2, 2, cells.to_vec(), Numbers::Whole).expect_err("refused");
    assert_eq!(refused(&[1.0, 2.0, 3.0]), CountsError::WrongSize { n_areas: 2, n_groups: 2, found: 3 });
    assert_eq!(refused(&[1.0, 2.0, -3.0, 1.0]), CountsError::Negative { area: 1, group: 0, value: -3.0 });
    assert_eq!(refused(&[1.0, 2.5, 3.0, 1.0]), CountsError::NotWhole { area: 0, group: 1, value: 2.5 });
    assert!(matches!(refused(&[1.0, f64::NAN, 3.0, 1.0]), CountsError::NotFinite { area: 0, group: 1, .. }));
    assert!(matches!(
        refused(&[1.0, f64::INFINITY, 3.0, 1.0]),
        CountsError::NotFinite { area: 0, group: 1, .. }
    ));
    let larger = Counts::from_group_and_total(&[1.0, 7.0], &[5.0, 6.0], Numbers::Whole).expect_err("refused");
    assert_eq!(larger, CountsError::GroupLargerThanTotal { area: 1, members: 7.0, persons: 6.0 });
    assert!(larger.to_string().contains("7 members") && larger.to_string().contains("6 persons"), "{larger}");
}
