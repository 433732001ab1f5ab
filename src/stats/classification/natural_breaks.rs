//! Natural breaks: the classes with the least sum of squared deviations from their means, found exactly.
//!
//! Fisher (1958), "On grouping for maximum homogeneity"; the criterion of Jenks' maps. Dynamic programming over the
//! distinct values, each with its multiplicity, from the top down: the best division of the values from `i` on into
//! m classes is a first class i..j and the best division of the values from `j` on into m − 1. The best `j` never
//! moves back as `i` grows, so that each layer is searched by dividing and conquering; and both parts of the sum are
//! monotonic in `j`, so that a good first guess leaves few places to look at.

use std::ops::Range;

/// Two divisions whose sums differ by less than this share of them are equally good: the one with the lower limits
/// is taken, the first limit counting most.
const TIE: f64 = 1e-12;

/// The greatest value of every class but the last.
pub(super) fn breaks(sorted: &[f64], n_classes: usize) -> Vec<f64> {
    let (distinct, spread) = distinct_with_spread(sorted);
    let n = distinct.len();
    let n_classes = n_classes.min(n);
    // costs[i]: the least sum for the values from i on in the number of classes of the layer.
    let mut costs: Vec<f64> = (0..n).map(|from| spread.within(from, n)).collect();
    let mut ends_by_layer: Vec<Vec<usize>> = Vec::new();
    for layer in 2..=n_classes {
        // Room must be left for the classes before and after; the last layer is asked for the first value only.
        let rows = if layer == n_classes { 0..1 } else { n_classes - layer..n - layer + 1 };
        let mut search = Search { spread: &spread, costs: &costs, ends: vec![0; n], next: vec![0.0; n] };
        search.rows(rows.clone(), rows.start + 1, n - layer + 1);
        let Search { ends, next, .. } = search;
        costs = next;
        ends_by_layer.push(ends);
    }
    let mut from = 0;
    ends_by_layer
        .iter()
        .rev()
        .map(|ends| {
            from = ends[from];
            distinct[from - 1]
        })
        .collect()
}

/// Fewer places than this are looked through as they are.
const WORTH_NARROWING: usize = 64;

/// Running sums over the distinct values, from which the spread within any run of them follows.
struct Spread(Vec<Sums>);

/// Sums over all values before a position: multiplicity, value and square, the last two with what rounding lost.
#[derive(Clone, Copy, Default)]
struct Sums {
    weight: f64,
    sum: f64,
    sum_lost: f64,
    square: f64,
    square_lost: f64,
}

impl Spread {
    /// Sum of squared deviations of the values `from..end` from their mean, in a unit common to all runs.
    fn within(&self, from: usize, end: usize) -> f64 {
        let (a, b) = (&self.0[from], &self.0[end]);
        let sum = (b.sum - a.sum) + (b.sum_lost - a.sum_lost);
        let square = (b.square - a.square) + (b.square_lost - a.square_lost);
        (square - sum * sum / (b.weight - a.weight)).max(0.0)
    }
}

/// The distinct values and their running sums. Values are measured from the median one and scaled by a power of
/// two: neither changes which division is best, and both keep the sums exact where they matter.
fn distinct_with_spread(sorted: &[f64]) -> (Vec<f64>, Spread) {
    let mut distinct: Vec<f64> = Vec::with_capacity(sorted.len());
    let mut weights: Vec<f64> = Vec::with_capacity(sorted.len());
    for &value in sorted {
        if distinct.last() == Some(&value) {
            weights[distinct.len() - 1] += 1.0;
        } else {
            distinct.push(value);
            weights.push(1.0);
        }
    }
    let largest = sorted[0].abs().max(sorted[sorted.len() - 1].abs());
    let scale = 2.0_f64.powf((-largest.log2().ceil() - 1.0).clamp(-1000.0, 1000.0));
    let middle = sorted[sorted.len() / 2] * scale;
    let mut sums = Vec::with_capacity(distinct.len() + 1);
    let mut running = Sums::default();
    sums.push(running);
    for (&value, &weight) in distinct.iter().zip(&weights) {
        let value = value * scale - middle;
        running.weight += weight;
        add(&mut running.sum, &mut running.sum_lost, weight * value);
        add(&mut running.square, &mut running.square_lost, weight * value * value);
        sums.push(running);
    }
    (distinct, Spread(sums))
}

/// Adds a term to a sum and what rounding lost to `lost` (Knuth's two-sum).
fn add(sum: &mut f64, lost: &mut f64, term: f64) {
    let next = *sum + term;
    let back = next - *sum;
    *lost += (*sum - (next - back)) + (term - back);
    *sum = next;
}

/// One layer: where the first class of the values from each `i` on should end.
struct Search<'a> {
    spread: &'a Spread,
    /// The least sums of the layer before; they fall from left to right.
    costs: &'a [f64],
    ends: Vec<usize>,
    next: Vec<f64>,
}

impl Search<'_> {
    /// Finds the ends of some rows, known to lie in `first..=last`: that of the middle row, which bounds the others.
    fn rows(&mut self, rows: Range<usize>, first: usize, last: usize) {
        if rows.is_empty() {
            return;
        }
        let middle = rows.start + rows.len() / 2;
        let end = self.row(middle, first.max(middle + 1), last);
        self.rows(rows.start..middle, first, end);
        self.rows(middle + 1..rows.end, end, last);
    }

    /// The leftmost of the best ends of one row.
    fn row(&mut self, from: usize, mut first: usize, mut last: usize) -> usize {
        let sum = |end: usize| self.spread.within(from, end) + self.costs[end];
        if last - first > WORTH_NARROWING {
            let guess = sum(first).min(sum(last)).min(sum(first.midpoint(last))) * (1.0 + TIE);
            // Further left the rest alone costs more than the guess, further right the class alone does.
            first += self.costs[first..=last].partition_point(|&rest| rest > guess);
            last = first + self.n_below(from, first, last, guess).saturating_sub(1);
        }
        let (mut end, mut least) = (first, sum(first));
        for other in first + 1..=last {
            let found = sum(other);
            if found < least * (1.0 - TIE) {
                (end, least) = (other, found);
            }
        }
        self.next[from] = least;
        self.ends[from] = end;
        end
    }

    /// How many of the ends `first..=last` leave the spread of the class at or below a limit: it grows with the end.
    fn n_below(&self, from: usize, first: usize, last: usize, limit: f64) -> usize {
        let (mut low, mut high) = (first, last + 1);
        while low < high {
            let middle = low.midpoint(high);
            if self.spread.within(from, middle) <= limit { low = middle + 1 } else { high = middle }
        }
        low - first
    }
}
