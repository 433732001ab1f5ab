//! Binomial numbers, exactly distributed.

use super::Random;
use crate::stats::logarithm::ln_factorials_up_to;

/// The chance of a success, with what its draws need of it whatever the number of trials.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chance {
    /// The chance, or that of a failure where it is smaller: at most ½.
    rarer: f64,
    /// Whether it is that of a failure.
    is_of_failure: bool,
    /// √(p(1 − p)).
    spread: f64,
    /// p/(1 − p) of the rarer outcome, and its ln.
    odds: f64,
    ln_odds: f64,
    /// ln(1 − p) of the rarer outcome.
    ln_other: f64,
}

impl Chance {
    /// A chance in [0, 1].
    pub(super) fn new(chance: f64) -> Self {
        let is_of_failure = chance > 0.5;
        let rarer = if is_of_failure { 1.0 - chance } else { chance };
        let odds = rarer / (1.0 - rarer);
        let spread = (rarer * (1.0 - rarer)).sqrt();
        Self { rarer, is_of_failure, spread, odds, ln_odds: odds.ln(), ln_other: (-rarer).ln_1p() }
    }

    /// The number of successes in `n` trials (a whole number). Below twenty expected of the rarer outcome by counting up the
    /// distribution; above by Hörmann's transformed rejection with decomposition (1993, "The generation of binomial
    /// random variates", algorithm BTRD).
    pub(super) fn successes(&self, random: &mut Random, n: f64) -> f64 {
        let rarer = if n <= 0.0 || self.rarer <= 0.0 {
            0.0
        } else if n * self.rarer < 20.0 {
            self.counted_up(random, n)
        } else {
            self.by_rejection(random, n)
        };
        if self.is_of_failure { n - rarer } else { rarer }
    }

    fn counted_up(&self, random: &mut Random, n: f64) -> f64 {
        let none = (n * self.ln_other).exp();
        loop {
            let mut left = random.unit();
            let mut likelihood = none;
            let mut successes = 0.0;
            // Beyond 140 successes, where twenty are expected, only rounding can have led: draw again.
            while successes <= 140.0 {
                if left < likelihood {
                    return successes;
                }
                left -= likelihood;
                successes += 1.0;
                if successes > n {
                    break;
                }
                likelihood *= self.odds * (n - successes + 1.0) / successes;
            }
        }
    }

    fn by_rejection(&self, random: &mut Random, n: f64) -> f64 {
        let spread = n.sqrt() * self.spread;
        let b = 1.15 + 2.53 * spread;
        let a = -0.0873 + 0.0248 * b + 0.01 * self.rarer;
        let center = n * self.rarer + 0.5;
        let squeeze = 0.92 - 4.2 / b;
        let place = |u: f64, edge: f64| (2.0 * a / edge + b) * u + center;
        loop {
            // Three draws of four end here, with one random number.
            let v = random.unit();
            if v <= 0.86 * squeeze {
                let u = v / squeeze - 0.43;
                return whole(place(u, 0.5 - u.abs()));
            }
            let (u, v) = if v >= squeeze {
                (random.unit() - 0.5, v)
            } else {
                let u = v / squeeze - 0.93;
                (u.signum() * 0.5 - u, random.unit() * squeeze)
            };
            let edge = 0.5 - u.abs();
            let place = place(u, edge);
            if !(place >= 0.0 && place < n + 1.0) {
                continue;
            }
            let k = whole(place);
            let alpha = (2.83 + 5.1 / b) * spread;
            let height = v * alpha / (a / (edge * edge) + b);
            let mode = whole((n + 1.0) * self.rarer);
            let bound = self.likelihood(n, k, mode);
            // ln x ≤ x − 1 spares some logarithms.
            if height - 1.0 <= bound || height.ln() <= bound {
                return k;
            }
        }
    }

    /// ln of how much likelier `k` of the rarer outcome are than `mode`, in `n` trials.
    fn likelihood(&self, n: f64, k: f64, mode: f64) -> f64 {
        if let Some(known) = ln_factorials_up_to(n) {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "whole numbers up to n"
            )]
            let ways = |k: f64| known[k as usize] + known[(n - k) as usize];
            return ways(mode) - ways(k) + (k - mode) * self.ln_odds;
        }
        // Of large factorials only the differences can be told exactly.
        let odds = self.odds;
        (mode + 0.5) * ((mode + 1.0) / (odds * (n - mode + 1.0))).ln()
            + (n + 1.0) * ((n - mode + 1.0) / (n - k + 1.0)).ln()
            + (k + 0.5) * (odds * (n - k + 1.0) / (k + 1.0)).ln()
            + stirling_rest(mode)
            + stirling_rest(n - mode)
            - stirling_rest(k)
            - stirling_rest(n - k)
    }
}

/// The whole part of a number that is not negative: a fraction of what `floor` costs where that is a call.
#[expect(clippy::cast_possible_truncation, reason = "persons are far fewer than 2⁶³")]
fn whole(number: f64) -> f64 {
    (number as i64) as f64
}

/// ln k! − [½ ln 2π + (k + ½) ln(k + 1) − (k + 1)]: what Stirling's formula at k + 1 leaves out.
fn stirling_rest(k: f64) -> f64 {
    const SMALL: [f64; 10] = [
        0.081_061_466_795_327_8,
        0.041_340_695_955_409_5,
        0.027_677_925_684_998_4,
        0.020_790_672_103_765_1,
        0.016_644_691_189_821_3,
        0.013_876_128_823_070_7,
        0.011_896_709_945_891_8,
        0.010_411_265_261_972_1,
        0.009_255_462_182_712_73,
        0.008_330_563_433_362_87,
    ];
    if k < 10.0 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 9")]
        let place = k as usize;
        return SMALL[place];
    }
    let next = (k + 1.0) * (k + 1.0);
    (1.0 / 12.0 - (1.0 / 360.0 - 1.0 / 1_260.0 / next) / next) / (k + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Chi-square of 200,000 draws against the exact distribution, cells with fewer than 20 expected put together.
    fn chi_square(n: u32, chance: f64) -> (f64, f64) {
        let draws = 200_000_u32;
        let mut found = vec![0.0; n as usize + 1];
        let mut random = Random::of_stream(7, u64::from(n));
        for _ in 0..draws {
            let successes = Chance::new(chance).successes(&mut random, f64::from(n));
            assert!(successes.fract() == 0.0 && (0.0..=f64::from(n)).contains(&successes));
            #[expect(clippy::cast_possible_truncation, reason = "a whole number up to n")]
            let place = successes as usize;
            found[place] += 1.0;
        }
        let mut log_likelihood = f64::from(n) * (1.0 - chance).ln();
        let (mut sum, mut cells, mut expected_part, mut found_part) = (0.0, 0.0, 0.0, 0.0);
        for (k, found) in (0..=n).zip(&found) {
            expected_part += log_likelihood.exp() * f64::from(draws);
            found_part += found;
            if expected_part >= 20.0 {
                sum += (found_part - expected_part).powi(2) / expected_part;
                cells += 1.0;
                (expected_part, found_part) = (0.0, 0.0);
            }
            log_likelihood += (f64::from(n - k) / f64::from(k + 1) * chance / (1.0 - chance)).ln();
        }
        (sum, cells)
    }

    #[test]
    fn draws_follow_the_distribution() {
        for (n, chance) in [
            (1, 0.3),
            (12, 0.5),
            (30, 0.01),
            (40, 0.4),
            (100, 0.95),
            (1_700, 0.12),
            (1_700, 0.999),
            (9_000, 0.3),
        ] {
            let (sum, cells) = chi_square(n, chance);
            // Six standard deviations of a chi-square with as many degrees of freedom.
            assert!(
                sum < cells + 6.0 * (2.0 * cells).sqrt() + 6.0,
                "n {n}, p {chance}: {sum} over {cells} cells"
            );
        }
    }

    #[test]
    fn both_ways_to_compare_likelihoods_agree() {
        const CASES: [(f64, f64, f64); 4] =
            [(60.0, 0.3, 25.0), (4_095.0, 0.4, 1_700.0), (1_700.0, 0.01, 17.0), (9_000.0, 0.3, 2_650.0)];
        for (n, chance, k) in CASES {
            let (odds, mode) = (chance / (1.0 - chance), ((n + 1.0) * chance).floor());
            // A likelihood falls by the factor of each step.
            let step = |j: f64| (odds * (n - j) / (j + 1.0)).ln();
            let steps: f64 = std::iter::successors(Some(k.min(mode)), |j| Some(j + 1.0))
                .take_while(|j| *j < k.max(mode))
                .map(step)
                .sum();
            let expected = if k > mode { steps } else { -steps };
            assert!((Chance::new(chance).likelihood(n, k, mode) - expected).abs() < 1e-9, "{n} {chance} {k}");
        }
    }

    #[test]
    fn certain_outcomes_are_certain() {
        let mut random = Random::of_stream(1, 1);
        assert_eq!(Chance::new(0.5).successes(&mut random, 0.0).to_bits(), 0.0_f64.to_bits());
        assert_eq!(Chance::new(0.0).successes(&mut random, 9.0).to_bits(), 0.0_f64.to_bits());
        assert_eq!(Chance::new(1.0).successes(&mut random, 9.0).to_bits(), 9.0_f64.to_bits());
    }
}
