//! Natural breaks: the classes with the least sum of squared deviations from their means, found exactly.
//!
//! Fisher (1958), "On grouping for maximum homogeneity"; the criterion of Jenks' maps. Dynamic programming over the
//! distinct values, each with its multiplicity, from the top down: the best division of the values from `i` on into
//! m classes is a first class i..j and the best division of the values from `j` on into m − 1. The best `j` never
//! moves back as `i` grows, so each layer is the row minima of a totally monotone matrix (Aggarwal et al. 1987,
//! "SMAWK") and takes linear time.

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
        let rows: Vec<usize> =
            if layer == n_classes { vec![0] } else { (n_classes - layer..=n - layer).collect() };
        let columns: Vec<usize> = (rows[0] + 1..=n - layer + 1).collect();
        let cost = |from: usize, end: usize| {
            if end > from {
                spread.within(from, end) + costs[end]
            } else {
                // Not a class. Falling to the right, these keep the matrix totally monotone.
                f64::MAX * (1.0 - end as f64 / (2 * n) as f64)
            }
        };
        let mut ends = vec![0; n];
        row_minima(&rows, &columns, &cost, &mut ends);
        let mut next = vec![0.0; n];
        rows.iter().for_each(|&from| next[from] = cost(from, ends[from]));
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

/// For every row the leftmost column with the least value, in a totally monotone matrix: columns that cannot hold a
/// minimum are struck out until there are no more than rows, every other row is solved, and the rows between search
/// only between the minima of their neighbours.
fn row_minima(rows: &[usize], columns: &[usize], value: &impl Fn(usize, usize) -> f64, minima: &mut [usize]) {
    if rows.is_empty() {
        return;
    }
    let mut kept: Vec<usize> = Vec::with_capacity(rows.len());
    // The value of each kept column in the row it would have to lose in.
    let mut values: Vec<f64> = Vec::with_capacity(rows.len());
    for &column in columns {
        while let Some(&least) = values.last() {
            if !is_less(value(rows[kept.len() - 1], column), least) {
                break;
            }
            kept.pop();
            values.pop();
        }
        if kept.len() < rows.len() {
            values.push(value(rows[kept.len()], column));
            kept.push(column);
        }
    }
    let odd: Vec<usize> = rows.iter().skip(1).step_by(2).copied().collect();
    row_minima(&odd, &kept, value, minima);
    let mut start = 0;
    for (idx, &row) in rows.iter().enumerate().step_by(2) {
        let end = rows.get(idx + 1).map_or(kept[kept.len() - 1], |&next| minima[next]);
        let mut best = kept[start];
        let mut least = value(row, best);
        while kept[start] < end {
            start += 1;
            let found = value(row, kept[start]);
            if is_less(found, least) {
                (best, least) = (kept[start], found);
            }
        }
        minima[row] = best;
    }
}

fn is_less(value: f64, than: f64) -> bool {
    value < than * (1.0 - TIE)
}
