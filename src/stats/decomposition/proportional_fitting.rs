//! Iterative proportional fitting: the margins of one table on the association of another.

use crate::stats::segregation::Undefined;

/// A fitted table, and how well it fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// The cells, row by row, adding up to 1.
    pub cells: Vec<f64>,
    /// Rounds made; each scales rows and columns once.
    pub iterations: usize,
    /// The largest difference between a fitted and a wanted marginal share.
    pub difference: f64,
}

/// The table with the odds ratios of `cells` (rows × columns, row by row, none negative) and the marginal shares
/// `row_shares` and `column_shares` (each adding up to 1 and above zero), by scaling rows and columns in turn until every
/// marginal share is within `tolerance` (Deming & Stephan 1940). Cells of zero are first filled with a billionth of a
/// billionth of the sum, so that there is always a solution to come near.
///
/// # Errors
/// Where the tolerance is not reached in 20,000 rounds.
pub fn fitted(
    cells: &[f64],
    row_shares: &[f64],
    column_shares: &[f64],
    tolerance: f64,
) -> Result<Fit, Undefined> {
    let n_columns = column_shares.len();
    let sum: f64 = cells.iter().sum();
    let mut fit: Vec<f64> = cells.iter().map(|&cell| if cell > 0.0 { cell / sum } else { FILLING }).collect();
    let mut difference = f64::INFINITY;
    for iterations in 1..=MOST_ROUNDS {
        scale_columns(&mut fit, column_shares);
        // Columns fit exactly after their scaling; how far off the rows then are is how far the table is from fitting.
        difference = 0.0;
        for (row, &wanted) in fit.chunks_exact_mut(n_columns).zip(row_shares) {
            let found: f64 = row.iter().sum();
            difference = (found - wanted).abs().max(difference);
            for cell in row {
                *cell *= wanted / found;
            }
        }
        if difference <= tolerance {
            return Ok(Fit { cells: fit, iterations, difference });
        }
    }
    Err(Undefined::NotConverged { iterations: MOST_ROUNDS, difference })
}

const MOST_ROUNDS: usize = 20_000;
const FILLING: f64 = 1e-18;

fn scale_columns(fit: &mut [f64], shares: &[f64]) {
    let mut found = vec![0.0; shares.len()];
    for row in fit.chunks_exact(shares.len()) {
        for (sum, cell) in found.iter_mut().zip(row) {
            *sum += cell;
        }
    }
    for row in fit.chunks_exact_mut(shares.len()) {
        for ((cell, &wanted), &sum) in row.iter_mut().zip(shares).zip(&found) {
            *cell *= wanted / sum;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn margins_are_those_wanted_and_odds_ratios_are_kept() {
        let cells = [30.0, 10.0, 5.0, 15.0, 20.0, 25.0];
        let fit = fitted(&cells, &[0.2, 0.8], &[0.5, 0.2, 0.3], 1e-13).expect("a full table converges");
        for (column, wanted) in [0.5, 0.2, 0.3].iter().enumerate() {
            assert!((fit.cells[column] + fit.cells[column + 3] - wanted).abs() < 1e-12);
        }
        assert!((fit.cells[..3].iter().sum::<f64>() - 0.2).abs() < 1e-12);
        let odds = |table: &[f64]| table[0] * table[4] / (table[1] * table[3]);
        assert!((odds(&fit.cells) / odds(&cells) - 1.0).abs() < 1e-10);
    }
}
