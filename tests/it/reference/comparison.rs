//! One number of ours beside one of a reference implementation.

use lagesbild::stats::counts::{Counts, Numbers};
use lagesbild::stats::segregation::{Comparison, Evaluation, Geometry, Options, Variant, index};

/// A value of ours, a value of theirs, and how near they must be.
pub(super) struct Case {
    pub(super) index: String,
    pub(super) case: String,
    pub(super) ours: f64,
    pub(super) reference: f64,
    pub(super) tolerance: f64,
    /// Why the two differ, where they do by definition; then only finiteness is asked of ours.
    pub(super) differs: &'static str,
}

impl Case {
    /// A closed form: equal to 1e-9 of the value.
    pub(super) fn closed(index: &str, case: impl Into<String>, ours: f64, reference: f64) -> Self {
        Self::within(index, case, ours, reference, 1e-9 * reference.abs().max(1e-3))
    }

    /// Equal to some decimals.
    pub(super) fn decimals(
        index: &str,
        case: impl Into<String>,
        ours: f64,
        reference: f64,
        decimals: i32,
    ) -> Self {
        Self::within(index, case, ours, reference, 0.51 * 10.0_f64.powi(-decimals))
    }

    /// Equal within a tolerance.
    pub(super) fn within(
        index: &str,
        case: impl Into<String>,
        ours: f64,
        reference: f64,
        tolerance: f64,
    ) -> Self {
        Self { index: index.into(), case: case.into(), ours, reference, tolerance, differs: "" }
    }

    /// Different by definition, and why.
    pub(super) fn different(
        index: &str,
        case: impl Into<String>,
        ours: f64,
        reference: f64,
        why: &'static str,
    ) -> Self {
        Self { differs: why, ..Self::within(index, case, ours, reference, f64::INFINITY) }
    }

    pub(super) fn difference(&self) -> f64 {
        self.ours - self.reference
    }
}

/// Fails with every case that is too far from its reference; and if there is none to compare.
pub(super) fn assert_all(cases: &[Case]) {
    assert!(!cases.is_empty(), "nothing was compared");
    let wrong: Vec<String> = cases
        .iter()
        .filter(|case| case.ours.is_nan() || case.difference().abs() > case.tolerance)
        .map(|case| {
            format!(
                "{} of {}: {} instead of {}, {:e} apart where {:e} is allowed",
                case.index,
                case.case,
                case.ours,
                case.reference,
                case.difference(),
                case.tolerance
            )
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} cases differ:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// A table of whole persons from columns.
pub(super) fn table(columns: &[Vec<f64>]) -> Counts {
    let cells =
        (0..columns[0].len()).flat_map(|area| columns.iter().map(move |column| column[area])).collect();
    Counts::new(columns[0].len(), columns.len(), cells, Numbers::Whole).expect("reference tables are clean")
}

/// The only value of an index.
pub(super) fn value(
    id: &str,
    counts: &Counts,
    comparison: Comparison,
    geometry: Geometry<'_>,
    variant: Variant,
) -> f64 {
    values(id, counts, comparison, geometry, variant)[0]
}

/// The values of an index, in order; an absence would end the test with its reason.
pub(super) fn values(
    id: &str,
    counts: &Counts,
    comparison: Comparison,
    geometry: Geometry<'_>,
    variant: Variant,
) -> Vec<f64> {
    let options = Options { variant, ..Options::default() };
    let index = index(id).unwrap_or_else(|| panic!("{id} is not in the registry"));
    Evaluation::new(counts, comparison, geometry, &options)
        .of(index)
        .into_iter()
        .map(|row| row.value.unwrap_or_else(|reason| panic!("{id}: {reason}")))
        .collect()
}
