//! Logarithms of whole numbers and of their factorials, looked up for the sizes that areas have: replicates need some
//! hundred million of them.

use std::sync::LazyLock;

/// The numbers that are looked up: 0 to one less. More live in few areas.
const N_KNOWN: u32 = 4_096;

/// ln n of each.
static NUMBERS: LazyLock<Vec<f64>> = LazyLock::new(|| (0..N_KNOWN).map(|n| f64::from(n).ln()).collect());

/// ln n! of each: a table of its own, because both together would not fit into the fastest memory.
static FACTORIALS: LazyLock<Vec<f64>> = LazyLock::new(|| {
    let mut of_factorial = 0.0;
    let next = |n: u32| {
        of_factorial += if n == 0 { 0.0 } else { f64::from(n).ln() };
        of_factorial
    };
    (0..N_KNOWN).map(next).collect()
});

/// ln n of a number that is not negative, whole or not; −∞ of 0.
pub(super) fn ln(n: f64) -> f64 {
    known(&NUMBERS, n).unwrap_or_else(|| n.ln())
}

/// ln 0!, ln 1!, … at least to ln n! of a whole number, where it is looked up; nothing for a larger one.
pub(super) fn ln_factorials_up_to(n: f64) -> Option<&'static [f64]> {
    (n < f64::from(N_KNOWN)).then(|| FACTORIALS.as_slice())
}

/// ln n! of a whole number, by Stirling's series with three terms where it is not looked up.
pub(super) fn ln_factorial(n: f64) -> f64 {
    known(&FACTORIALS, n).unwrap_or_else(|| by_series(n))
}

fn known(table: &[f64], n: f64) -> Option<f64> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "compared with what it was")]
    let place = n as u32;
    if f64::from(place).to_bits() == n.to_bits() { table.get(place as usize).copied() } else { None }
}

fn by_series(n: f64) -> f64 {
    let square = n * n;
    (n + 0.5) * n.ln() - n
        + 0.918_938_533_204_672_8
        + (1.0 / 12.0 - (1.0 / 360.0 - 1.0 / 1_260.0 / square) / square) / n
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_up_is_what_is_computed() {
        for n in [0.0, 1.0, 2.0, 2.5, 1_700.0, 4_095.0, 4_095.5, 4_096.0, 1e15] {
            assert_eq!(ln(n).to_bits(), f64::ln(n).to_bits(), "{n}");
        }
    }

    #[test]
    fn factorials_are_right_on_both_sides_of_the_change_of_method() {
        assert_eq!([0.0, 1.0].map(ln_factorial), [0.0, 0.0]);
        for n in [16.0, 200.0, 4_095.0] {
            assert!((ln_factorial(n) - by_series(n)).abs() < 1e-13 * by_series(n), "{n}");
        }
        let step = ln_factorial(4_096.0) - ln_factorial(4_095.0);
        assert!((step - f64::ln(4_096.0)).abs() < 1e-9, "{step}");
        assert!(ln_factorials_up_to(4_095.0).is_some_and(|known| known.len() == 4_096));
        assert!(ln_factorials_up_to(4_096.0).is_none());
    }
}
