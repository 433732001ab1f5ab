//! Segregation indices keep their promises: domains, identities, invariances, absences, chance; and the registry lists
//! them all.

mod absences;
mod chance;
mod identities;
mod invariances;
mod random;

use lagesbild::stats::counts::{Counts, Numbers};
use lagesbild::stats::segregation::{Comparison, Evaluation, Geometry, INDICES, Options, index};
use proptest::test_runner::TestCaseError;

#[test]
fn the_registry_lists_every_index_of_the_method_page_once() {
    let listed: Vec<&str> = INDICES.iter().map(|index| index.id).collect();
    let expected = "dissimilarity gini atkinson information-theory mutual-information min-max segregation-index \
        isolation interaction correlation-ratio normalized-exposure relative-diversity \
        squared-coefficient-of-variation bias-corrected-dissimilarity density-corrected-dissimilarity \
        carrington-troske-dissimilarity carrington-troske-gini delta absolute-concentration relative-concentration \
        absolute-centralization relative-centralization absolute-clustering relative-clustering spatial-proximity \
        distance-decay-isolation distance-decay-interaction boundary-dissimilarity length-dissimilarity \
        perimeter-dissimilarity spatial-information-theory ordinal-information-theory ordinal-variation-ratio \
        ordinal-square-root ordinal-absolute-difference rank-order-information-theory rank-order-variation-ratio \
        rank-order-square-root location-quotient local-mutual-information local-diversity \
        local-simpson-concentration local-simpson-interaction local-relative-centralization entropy \
        simpson-concentration simpson-interaction concentration-profile spatial-proximity-profile";
    let mut expected: Vec<&str> = expected.split_whitespace().collect();
    let mut found = listed.clone();
    expected.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, expected);
    assert!(index("dissimilarity").is_some_and(|index| index.is_segregation()));
    assert!(index("entropy").is_some_and(|index| !index.is_segregation()), "diversity is no segregation");
    assert!(index("segregation").is_none());
}

/// Whole persons, row by row.
fn whole(n_groups: usize, cells: &[f64]) -> Counts {
    Counts::new(cells.len() / n_groups, n_groups, cells.to_vec(), Numbers::Whole).expect("a table of persons")
}

/// The value of an index on all groups at once.
fn of(id: &str, counts: &Counts) -> f64 {
    value(id, counts, Comparison::AllGroups)
}

/// The value of an index on the first group against the rest.
fn of_pair(id: &str, counts: &Counts) -> f64 {
    value(id, counts, Comparison::GroupWithRest(0))
}

fn value(id: &str, counts: &Counts, comparison: Comparison) -> f64 {
    let options = Options::default();
    let rows = Evaluation::new(counts, comparison, Geometry::default(), &options)
        .of(index(id).expect("in the registry"));
    rows[0].value.unwrap_or_else(|reason| panic!("{id}: {reason}"))
}

/// Equal but for rounding.
fn close(found: f64, expected: f64) -> Result<(), TestCaseError> {
    if (found - expected).abs() <= 1e-10 * expected.abs().max(1.0) {
        Ok(())
    } else {
        Err(TestCaseError::fail(format!("{found} is not {expected}")))
    }
}
