//! When enough shuffles are made: a p-value that is plainly not small needs far fewer of them than one that is.

/// A two-sided p-value from shuffles noted one after another, until it is known well enough or all are made.
///
/// Each side is counted until [`EarlyStopping::ENOUGH`] shuffles have reached the value there; with the l-th shuffle
/// that is the last of them, its p-value is `ENOUGH`/l, and one that never gets so far has (r + 1)/(R + 1) of all R
/// shuffles. Both are valid p-values (Besag & Clifford 1991, "Sequential Monte Carlo p-values", Biometrika 78); twice the
/// lesser, at most 1, is that of both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EarlyStopping {
    most: u64,
    n_done: u64,
    high: Side,
    low: Side,
}

/// Shuffles that reach the value from one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Side {
    reached: u64,
    /// The number of shuffles made when enough had reached it.
    enough_at: Option<u64>,
}

impl EarlyStopping {
    /// So many shuffles on a side that its p-value is known to about three percent of itself.
    pub const ENOUGH: u64 = 1_000;

    /// Before the first of at most `most` shuffles.
    pub fn new(most: u64) -> Self {
        Self { most, n_done: 0, high: Side::default(), low: Side::default() }
    }

    /// Notes the next shuffle: whether it is at least as high as the value, and whether at least as low. What comes
    /// after the end changes nothing.
    pub fn note(&mut self, is_high: bool, is_low: bool) {
        if self.is_done() {
            return;
        }
        self.n_done += 1;
        self.high.note(is_high, self.n_done);
        self.low.note(is_low, self.n_done);
    }

    /// Whether no more shuffles are needed.
    pub fn is_done(&self) -> bool {
        self.n_done >= self.most || (self.high.enough_at.is_some() && self.low.enough_at.is_some())
    }

    /// Number of shuffles noted.
    pub fn n_done(&self) -> u64 {
        self.n_done
    }

    /// The p-value so far.
    pub fn p_value(&self) -> f64 {
        (2.0 * self.high.p_value(self.n_done).min(self.low.p_value(self.n_done))).min(1.0)
    }
}

impl Side {
    fn note(&mut self, reaches: bool, n_done: u64) {
        if reaches && self.enough_at.is_none() {
            self.reached += 1;
            if self.reached == EarlyStopping::ENOUGH {
                self.enough_at = Some(n_done);
            }
        }
    }

    fn p_value(&self, n_done: u64) -> f64 {
        match self.enough_at {
            Some(n) => self.reached as f64 / n as f64,
            None => (self.reached as f64 + 1.0) / (n_done as f64 + 1.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::permutation_p;
    use super::super::random::Random;
    use super::*;

    #[test]
    fn what_is_rare_is_counted_to_the_end() {
        let mut rare = EarlyStopping::new(9_999);
        for number in 0..20_000_u32 {
            let is_high = number.is_multiple_of(2_000);
            rare.note(is_high, !is_high);
        }
        assert_eq!(rare.n_done(), 9_999);
        assert_eq!(rare.p_value().to_bits(), permutation_p(5, 9_999).to_bits());
    }

    #[test]
    fn what_is_common_stops_early_at_the_very_shuffle() {
        let mut common = EarlyStopping::new(99_999);
        let mut n = 0_u32;
        while !common.is_done() {
            n += 1;
            let is_high = n.is_multiple_of(4);
            common.note(is_high, !is_high);
        }
        // The thousandth of every fourth, the rarer side.
        assert_eq!((n, common.n_done()), (4_000, 4_000));
        assert!((common.p_value() - 0.5).abs() < 1e-12);
    }

    /// Under chance the p-value is at most α in at most a part α of all cases.
    #[test]
    fn stopping_early_promises_no_more_than_it_keeps() {
        let mut random = Random::of_stream(8, 0);
        let n_cases = 4_000_u32;
        let alphas = [0.05, 0.2, 0.5];
        let mut at_most = [0_u32; 3];
        for _ in 0..n_cases {
            // The chance of a shuffle being as high as the value is itself even under chance.
            let chance = random.below(1_000_000) as f64 / 1e6;
            let mut stopping = EarlyStopping::new(3_999);
            while !stopping.is_done() {
                let is_high = (random.below(1_000_000) as f64) < 1e6 * chance;
                stopping.note(is_high, !is_high);
            }
            for (count, alpha) in at_most.iter_mut().zip(alphas) {
                *count += u32::from(stopping.p_value() <= alpha);
            }
        }
        for (count, alpha) in at_most.iter().zip(alphas) {
            let share = f64::from(*count) / f64::from(n_cases);
            let error = (alpha * (1.0 - alpha) / f64::from(n_cases)).sqrt();
            assert!((share - alpha).abs() < 4.0 * error, "{alpha}: {share}");
        }
    }
}
