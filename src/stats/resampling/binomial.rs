//! Binomial numbers, exactly distributed.

use super::Random;
use crate::stats::logarithm::ln_small_factorial;

/// The number of successes in `n` trials (a whole number) of the given chance. Below ten expected successes by counting
/// up the distribution; above by Hörmann's transformed rejection with squeeze (1993, "The generation of binomial random
/// variates", algorithm BTRS).
pub(super) fn binomial(random: &mut Random, n: f64, chance: f64) -> f64 {
    if n <= 0.0 || chance <= 0.0 {
        0.0
    } else if chance >= 1.0 {
        n
    } else if chance > 0.5 {
        n - up_to_half(random, n, 1.0 - chance)
    } else {
        up_to_half(random, n, chance)
    }
}

fn up_to_half(random: &mut Random, n: f64, chance: f64) -> f64 {
    if n * chance < 10.0 { counted_up(random, n, chance) } else { by_rejection(random, n, chance) }
}

fn counted_up(random: &mut Random, n: f64, chance: f64) -> f64 {
    let odds = chance / (1.0 - chance);
    let none = (n * (-chance).ln_1p()).exp();
    loop {
        let mut left = random.unit();
        let mut likelihood = none;
        let mut successes = 0.0;
        // Beyond 110 successes, where ten are expected, only rounding can have led: draw again.
        while successes <= 110.0 {
            if left < likelihood {
                return successes;
            }
            left -= likelihood;
            successes += 1.0;
            if successes > n {
                break;
            }
            likelihood *= odds * (n - successes + 1.0) / successes;
        }
    }
}

fn by_rejection(random: &mut Random, n: f64, chance: f64) -> f64 {
    let spread = (n * chance * (1.0 - chance)).sqrt();
    let b = 1.15 + 2.53 * spread;
    let a = -0.0873 + 0.0248 * b + 0.01 * chance;
    let center = n * chance + 0.5;
    let squeeze = 0.92 - 4.2 / b;
    loop {
        let u = random.unit() - 0.5;
        let v = random.unit();
        let edge = 0.5 - u.abs();
        let successes = ((2.0 * a / edge + b) * u + center).floor();
        if edge >= 0.07 && v <= squeeze {
            return successes;
        }
        if !(0.0..=n).contains(&successes) {
            continue;
        }
        let odds = chance / (1.0 - chance);
        let alpha = (2.83 + 5.1 / b) * spread;
        let mode = ((n + 1.0) * chance).floor();
        let bound = likelihood(n, odds, successes, mode);
        if (v * alpha / (a / (edge * edge) + b)).ln() <= bound {
            return successes;
        }
    }
}

/// ln of how much likelier `k` successes are than `mode`, in `n` trials with these odds.
fn likelihood(n: f64, odds: f64, k: f64, mode: f64) -> f64 {
    if ln_small_factorial(n).is_some() {
        let ways = |k: f64| ln_small_factorial(k).unwrap_or(0.0) + ln_small_factorial(n - k).unwrap_or(0.0);
        return ways(mode) - ways(k) + (k - mode) * odds.ln();
    }
    // Of large factorials only the differences can be told exactly.
    (mode + 0.5) * ((mode + 1.0) / (odds * (n - mode + 1.0))).ln()
        + (n + 1.0) * ((n - mode + 1.0) / (n - k + 1.0)).ln()
        + (k + 0.5) * (odds * (n - k + 1.0) / (k + 1.0)).ln()
        + stirling_rest(mode)
        + stirling_rest(n - mode)
        - stirling_rest(k)
        - stirling_rest(n - k)
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
            let successes = binomial(&mut random, f64::from(n), chance);
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
            assert!((likelihood(n, odds, k, mode) - expected).abs() < 1e-9, "{n} {chance} {k}");
        }
    }

    #[test]
    fn certain_outcomes_are_certain() {
        let mut random = Random::of_stream(1, 1);
        assert_eq!(binomial(&mut random, 0.0, 0.5).to_bits(), 0.0_f64.to_bits());
        assert_eq!(binomial(&mut random, 9.0, 0.0).to_bits(), 0.0_f64.to_bits());
        assert_eq!(binomial(&mut random, 9.0, 1.0).to_bits(), 9.0_f64.to_bits());
    }
}
