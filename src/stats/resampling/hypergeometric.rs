//! Hypergeometric numbers: members among persons drawn without putting back.

use super::Random;
use crate::stats::logarithm::ln_factorial;

/// The number of members among `wanted` persons drawn from `members` and `others` (all whole, `wanted` at most both
/// together). Counts the distribution outwards from its mode, the likelier side first.
pub(super) fn hypergeometric(random: &mut Random, members: f64, others: f64, wanted: f64) -> f64 {
    let low = (wanted - others).max(0.0);
    let high = wanted.min(members);
    if low >= high {
        return low;
    }
    let mode = ((wanted + 1.0) * ((members + 1.0) / (members + others + 2.0))).floor().clamp(low, high);
    let at_mode = (ln_choose(members, mode) + ln_choose(others, wanted - mode)
        - ln_choose(members + others, wanted))
    .exp();
    let up = |k: f64| (members - k) * (wanted - k) / ((k + 1.0) * (others - wanted + k + 1.0));
    loop {
        let mut left = random.unit() - at_mode;
        if left < 0.0 {
            return mode;
        }
        let (mut above, mut below) = (mode, mode);
        let (mut at_above, mut at_below) = (at_mode, at_mode);
        while above < high || below > low {
            let next_above = if above < high { at_above * up(above) } else { 0.0 };
            let next_below = if below > low { at_below / up(below - 1.0) } else { 0.0 };
            if next_above >= next_below && above < high {
                above += 1.0;
                at_above = next_above;
                left -= next_above;
                if left < 0.0 {
                    return above;
                }
            } else {
                below -= 1.0;
                at_below = next_below;
                left -= next_below;
                if left < 0.0 {
                    return below;
                }
            }
            // What is left of the distribution is less than its rounding: draw again.
            if next_above.max(next_below) < 1e-17 {
                break;
            }
        }
    }
}

fn ln_choose(n: f64, k: f64) -> f64 {
    ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_follow_the_distribution() {
        for (members, others, wanted) in
            [(5_u32, 7_u32, 6_u32), (60, 40, 30), (3_000, 90_000, 1_700), (40, 3, 41)]
        {
            let mut random = Random::of_stream(3, u64::from(members));
            let draws = 100_000_u32;
            let (mut mean, mut square) = (0.0, 0.0);
            let mut at_low = 0.0;
            let (m, o, w) = (f64::from(members), f64::from(others), f64::from(wanted));
            let low = (w - o).max(0.0);
            for _ in 0..draws {
                let k = hypergeometric(&mut random, m, o, w);
                assert!(k.fract() == 0.0 && k >= low && k <= w.min(m));
                mean += k / f64::from(draws);
                square += k * k / f64::from(draws);
                at_low += f64::from(u8::from(k <= low)) / f64::from(draws);
            }
            let all = m + o;
            let variance = w * (m / all) * (o / all) * (all - w) / (all - 1.0);
            let tolerance = 6.0 * (variance / f64::from(draws)).sqrt();
            assert!((mean - w * m / all).abs() < tolerance, "{members} {others} {wanted}: mean {mean}");
            assert!((square - mean * mean - variance).abs() < 0.05 * variance, "{members}: variance");
            let chance = (ln_choose(m, low) + ln_choose(o, w - low) - ln_choose(all, w)).exp();
            assert!(
                (at_low - chance).abs() < 6.0 * (chance / f64::from(draws)).sqrt() + 1e-4,
                "{members}: {at_low}"
            );
        }
    }
}
