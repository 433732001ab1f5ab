//! The normal distribution: tail, density and quantile.

use std::f64::consts::{PI, SQRT_2};

/// The 97.5 % quantile: an interval of 95 % reaches this many standard errors to either side.
pub const Z_95: f64 = 1.959_963_984_540_054;

/// The probability of a value above `z`, exact to about 13 digits also far out in the tail.
pub fn upper_tail(z: f64) -> f64 {
    let x = z / SQRT_2;
    if x < 0.0 { 1.0 - 0.5 * error_complement(-x) } else { 0.5 * error_complement(x) }
}

/// The two-sided p-value of a standardised value: how often chance alone gives one as far from zero.
pub fn two_sided(z: f64) -> f64 {
    error_complement(z.abs() / SQRT_2).min(1.0)
}

/// The value that a share `tail` (0–1, exclusive) of the distribution lies above.
pub fn upper_quantile(tail: f64) -> f64 {
    if tail > 0.5 {
        return -upper_quantile(1.0 - tail);
    }
    // Abramowitz & Stegun 26.2.23 is within 0.00045; Newton's steps do the rest.
    let t = (-2.0 * tail.max(f64::MIN_POSITIVE).ln()).sqrt();
    let start = t
        - (2.515_517 + t * (0.802_853 + t * 0.010_328))
            / (1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308)));
    (0..3).fold(start, |z, _| z + (upper_tail(z) - tail) / density(z))
}

fn density(z: f64) -> f64 {
    (-z * z / 2.0).exp() / (2.0 * PI).sqrt()
}

/// erfc(x) for x ≥ 0: the series of erf with positive terms near zero, the continued fraction further out.
fn error_complement(x: f64) -> f64 {
    let scale = (-x * x).exp();
    if x < 2.0 {
        let (mut term, mut sum, mut k) = (x, x, 0.0);
        while term > sum * f64::EPSILON / 4.0 {
            k += 1.0;
            term *= 2.0 * x * x / (2.0 * k + 1.0);
            sum += term;
        }
        return 1.0 - 2.0 / PI.sqrt() * scale * sum;
    }
    // erfc(x)·√π·e^{x²} = 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))), evaluated from the far end.
    let fraction = (1..=120).rev().fold(x, |below, k| x + f64::from(k) / 2.0 / below);
    scale / (PI.sqrt() * fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_figures() {
        // Abramowitz & Stegun, tables 26.1 and 26.2; the last from R, pnorm(6, lower = FALSE).
        for (z, tail) in [
            (0.0, 0.5),
            (1.0, 0.158_655_253_931_457),
            (2.0, 0.022_750_131_948_179),
            (3.0, 0.001_349_898_031_630_1),
            (6.0, 9.865_876_450_376_98e-10),
        ] {
            assert!((upper_tail(z) / tail - 1.0).abs() < 1e-12, "{z}: {}", upper_tail(z));
            assert!((upper_tail(-z) - (1.0 - tail)).abs() < 1e-15);
        }
        assert!((upper_quantile(0.025) - Z_95).abs() < 1e-13);
        assert_eq!(upper_quantile(0.5).abs() < 1e-12, two_sided(0.0) == 1.0);
    }

    #[test]
    fn the_quantile_undoes_the_tail() {
        for step in -80..=80 {
            let z = f64::from(step) / 10.0;
            if z > -5.0 {
                assert!((upper_quantile(upper_tail(z)) - z).abs() < 1e-9, "{z}");
            }
        }
    }
}
