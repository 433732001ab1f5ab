//! Rank-order segregation H^R, R^R, S^R: separation along ranks, whatever the limits of the ordered groups.

use super::conditions::comparable;
use super::index::{Compute, Domain, Family, IndexInfo};
use super::options::Options;
use super::ordinal::{Spread, ordinal};
use super::undefined::{Index, Undefined};
use crate::stats::counts::Counts;

/// H^R in the registry.
pub const INFORMATION_THEORY: IndexInfo = IndexInfo {
    id: "rank-order-information-theory",
    symbol: "H^R",
    family: Family::Ordered,
    formula: "H^R = 2 ∫ E(p) H(p) dp, E in nats, H(p) a polynomial through the thresholds",
    domain: Domain::AT_MOST_ONE,
    source: "Reardon 2011",
    compute: Compute::Ordered(|counts, options| rank_order(counts, Spread::Entropy, order(counts, options))),
};

/// R^R in the registry.
pub const VARIATION_RATIO: IndexInfo = IndexInfo {
    id: "rank-order-variation-ratio",
    symbol: "R^R",
    formula: "R^R = 6 ∫ p (1 − p) R(p) dp, R(p) a polynomial through the thresholds",
    compute: Compute::Ordered(|counts, options| rank_order(counts, Spread::Variance, order(counts, options))),
    ..INFORMATION_THEORY
};

/// S^R in the registry.
pub const SQUARE_ROOT: IndexInfo = IndexInfo {
    id: "rank-order-square-root",
    symbol: "S^R",
    formula: "S^R = (8/π) ∫ √(p (1 − p)) S(p) dp, S(p) a polynomial through the thresholds",
    compute: Compute::Ordered(|counts, options| {
        rank_order(counts, Spread::Deviation, order(counts, options))
    }),
    ..INFORMATION_THEORY
};

/// Λ^R = Σ_m β_m δ_m (Reardon 2011), at most 1 (a polynomial that overshoots is cut there): at each threshold between the ordered groups, at population
/// share p, the two-group index of those below against those above (H, R = V or S, by `spread`); a polynomial of the
/// given order fitted to them by ordinary least squares, as in OasisR 3.1.1, its coefficients β_m; and the moments
/// δ_m = ∫p^m f(p)dp / ∫f(p)dp. Thresholds at one p count once. With an order one below the thresholds the polynomial
/// passes through all.
///
/// # Errors
/// Where a group has no members, fewer than two areas are inhabited, the order is not below the number of thresholds, or
/// the spread is [`Spread::Distance`], which has no rank-order form.
pub fn rank_order(counts: &Counts, spread: Spread, order: usize) -> Index {
    comparable(counts)?;
    if spread == Spread::Distance {
        return Err(Undefined::BadParameter { name: "spread", value: 4.0 });
    }
    let mut points = Vec::with_capacity(counts.n_groups() - 1);
    let mut below_total = 0.0;
    for threshold in 1..counts.n_groups() {
        below_total += counts.group_totals()[threshold - 1];
        points.push((
            below_total / counts.total(),
            ordinal(&counts.lowest_against_others(threshold).to_counts(), spread)?,
        ));
    }
    points.dedup_by(|later, earlier| later.0 <= earlier.0);
    if order >= points.len() {
        return Err(Undefined::TooFewThresholds { order, thresholds: points.len() });
    }
    let coefficients =
        fitted(&points, order).ok_or(Undefined::TooFewThresholds { order, thresholds: points.len() })?;
    let value: f64 = coefficients.iter().zip(moments(spread, order)).map(|(beta, delta)| beta * delta).sum();
    if value.is_finite() {
        Ok(value.min(1.0))
    } else {
        Err(Undefined::TooFewThresholds { order, thresholds: points.len() })
    }
}

/// The order asked for, else 4 or as much as the thresholds allow.
fn order(counts: &Counts, options: &Options) -> usize {
    options.order.unwrap_or_else(|| counts.n_groups().saturating_sub(2).min(4))
}

/// δ_m for m up to `order`: for entropy 2/(m+2)² + 2(1/2 + … + 1/(m+2))/((m+1)(m+2)); for variance 6/((m+2)(m+3)); for
/// deviation (8/π)·B(m + 3/2, 3/2), by its recurrence.
fn moments(spread: Spread, order: usize) -> Vec<f64> {
    let mut harmonic = 0.5;
    let mut beta = 1.0;
    (0..=order)
        .map(|power| {
            let m = power as f64;
            let delta = match spread {
                Spread::Entropy => 2.0 / ((m + 2.0) * (m + 2.0)) + 2.0 * harmonic / ((m + 1.0) * (m + 2.0)),
                Spread::Variance => 6.0 / ((m + 2.0) * (m + 3.0)),
                Spread::Deviation | Spread::Distance => beta,
            };
            harmonic += 1.0 / (m + 3.0);
            beta *= (2.0 * m + 3.0) / (2.0 * m + 6.0);
            delta
        })
        .collect()
}

/// The coefficients, constant first, of the least-squares polynomial through `(p, value)`, by Householder's QR of the
/// powers of p; nothing where the points do not determine it.
fn fitted(points: &[(f64, f64)], order: usize) -> Option<Vec<f64>> {
    let n_columns = order + 1;
    let mut rows: Vec<Vec<f64>> = points
        .iter()
        .map(|&(p, value)| {
            let mut power = 1.0;
            let mut row: Vec<f64> = (0..n_columns)
                .map(|_| {
                    let term = power;
                    power *= p;
                    term
                })
                .collect();
            row.push(value);
            row
        })
        .collect();
    for column in 0..n_columns {
        let norm = rows[column..].iter().map(|row| row[column] * row[column]).sum::<f64>().sqrt();
        if norm < 1e-13 {
            return None;
        }
        let pivot = rows[column][column];
        let diagonal = if pivot > 0.0 { -norm } else { norm };
        let mut mirror: Vec<f64> = rows[column..].iter().map(|row| row[column]).collect();
        mirror[0] -= diagonal;
        let length: f64 = mirror.iter().map(|part| part * part).sum();
        for target in column..=n_columns {
            let along: f64 = mirror.iter().zip(&rows[column..]).map(|(part, row)| part * row[target]).sum();
            for (part, row) in mirror.iter().zip(&mut rows[column..]) {
                row[target] -= 2.0 * along / length * part;
            }
        }
    }
    let mut coefficients = vec![0.0; n_columns];
    for column in (0..n_columns).rev() {
        let known: f64 = (column + 1..n_columns).map(|later| rows[column][later] * coefficients[later]).sum();
        coefficients[column] = (rows[column][n_columns] - known) / rows[column][column];
    }
    Some(coefficients)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_those_printed_by_reardon() {
        let entropy = moments(Spread::Entropy, 4);
        for (found, printed) in entropy.iter().zip([1.0, 1.0 / 2.0, 11.0 / 36.0, 5.0 / 24.0, 137.0 / 900.0]) {
            assert!((found - printed).abs() < 1e-15, "{found} is not {printed}");
        }
        for (spread, density) in [
            (Spread::Variance, (|p| 6.0 * p * (1.0 - p)) as fn(f64) -> f64),
            (Spread::Deviation, |p| 8.0 / std::f64::consts::PI * (p * (1.0 - p)).sqrt()),
        ] {
            for (power, moment) in (0..).zip(moments(spread, 4)) {
                let steps = 1_000_000;
                let integral: f64 = (0..steps)
                    .map(|step| (f64::from(step) + 0.5) / f64::from(steps))
                    .map(|p| p.powi(power) * density(p) / f64::from(steps))
                    .sum();
                assert!((integral - moment).abs() < 1e-8, "{spread:?} {power}: {integral} is not {moment}");
            }
        }
    }

    #[test]
    fn a_polynomial_is_found_again() {
        let polynomial = |p: f64| 0.3 - 0.2 * p + 0.7 * p * p - 0.4 * p * p * p;
        let points: Vec<(f64, f64)> = [0.1, 0.25, 0.4, 0.5, 0.8, 0.95].map(|p| (p, polynomial(p))).to_vec();
        let found = fitted(&points, 3).expect("six points determine a cubic");
        for (found, given) in found.iter().zip([0.3, -0.2, 0.7, -0.4]) {
            assert!((found - given).abs() < 1e-12);
        }
    }
}
