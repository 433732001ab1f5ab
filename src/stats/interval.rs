//! 95 % intervals of shares, rates and the socioeconomic index.
//!
//! Register counts are complete: such an interval shows the chance variation of what happened, not a sampling error.

use super::normal::Z_95;

/// Two ends, `low` ≤ `high`, in the unit of the value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Interval {
    /// Whether a value lies within, the ends included. A difference whose interval holds 0 is no established one.
    pub fn holds(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// The interval of a share, `count` out of `n` persons (Wilson 1927). Within 0–1; `None` when `n` is 0 or the count
/// does not lie in 0–n.
pub fn share_interval(count: f64, n: f64) -> Option<Interval> {
    let share = share(count, n)?;
    let z2 = Z_95 * Z_95;
    let middle = 2.0 * count + z2;
    let reach = Z_95 * (z2 + 4.0 * count * (1.0 - share)).sqrt();
    let whole = 2.0 * (n + z2);
    Some(Interval {
        low: ((middle - reach) / whole).clamp(0.0, share),
        high: ((middle + reach) / whole).clamp(share, 1.0),
    })
}

/// The interval of the difference of two shares, the first less the second: method 10 of Newcombe (1998). Within
/// −1 to 1; `None` as for [`share_interval`].
pub fn share_difference_interval(first: (f64, f64), second: (f64, f64)) -> Option<Interval> {
    let (p1, p2) = (share(first.0, first.1)?, share(second.0, second.1)?);
    let (a, b) = (share_interval(first.0, first.1)?, share_interval(second.0, second.1)?);
    let Interval { low, high } = difference_interval((p1, (a.low, a.high)), (p2, (b.low, b.high)));
    Some(Interval { low: low.max(-1.0), high: high.min(1.0) })
}

/// The interval of the first number less the second, each with the ends of its own interval: the distances to the ends are
/// squared and added (Newcombe 1998, method 10, for shares with Wilson's intervals; Zou & Donner 2008 in general). The
/// two count as independent.
pub fn difference_interval(
    (a, (a_low, a_high)): (f64, (f64, f64)),
    (b, (b_low, b_high)): (f64, (f64, f64)),
) -> Interval {
    Interval { low: a - b - (a - a_low).hypot(b_high - b), high: a - b + (a_high - a).hypot(b - b_low) }
}

/// The interval of a rate, `events` over `exposure` (persons, person-years): Byar's approximation of the Poisson
/// interval (Breslow & Day 1987). `None` when the exposure is not positive or the events are negative.
pub fn rate_interval(events: f64, exposure: f64) -> Option<Interval> {
    if !(events >= 0.0 && exposure > 0.0 && events.is_finite() && exposure.is_finite()) {
        return None;
    }
    let next = events + 1.0;
    let low = if events == 0.0 {
        0.0
    } else {
        events * (1.0 - 1.0 / (9.0 * events) - Z_95 / (3.0 * events.sqrt())).max(0.0).powi(3)
    };
    let high = next * (1.0 - 1.0 / (9.0 * next) + Z_95 / (3.0 * next.sqrt())).powi(3);
    Some(Interval { low: low / exposure, high: (high / exposure).min(f64::MAX) })
}

/// The largest standard error, in percentage points, that the socioeconomic index can have: a third of the sum of the
/// standard errors of its three parts, whatever they have in common. Each part is a share in percent and the number
/// of persons it is a share of. `None` when a number of persons is 0 or a share lies outside 0–100.
pub fn socioeconomic_index_error(parts: [(f64, f64); 3]) -> Option<f64> {
    parts.into_iter().try_fold(0.0, |sum, (percent, persons)| {
        let share = share(percent, 100.0).filter(|_| persons > 0.0 && persons.is_finite())?;
        Some(sum + 100.0 * (share * (1.0 - share) / persons).sqrt() / 3.0)
    })
}

/// Value ± 1.96 standard errors.
pub fn normal_interval(value: f64, standard_error: f64) -> Interval {
    Interval { low: value - Z_95 * standard_error, high: value + Z_95 * standard_error }
}

fn share(count: f64, n: f64) -> Option<f64> {
    (n > 0.0 && n.is_finite() && (0.0..=n).contains(&count)).then(|| count / n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn assert_interval(found: Option<Interval>, low: f64, high: f64, within: f64) {
        let found = found.unwrap();
        assert!((found.low - low).abs() < within && (found.high - high).abs() < within, "{found:?}");
    }

    #[test]
    fn wilson_as_newcombe_1998_prints_it() {
        // "Two-sided confidence intervals for the single proportion", table I, method 3.
        assert_interval(share_interval(81.0, 263.0), 0.2553, 0.3662, 5e-5);
        assert_interval(share_interval(15.0, 148.0), 0.0624, 0.1605, 5e-5);
        assert_interval(share_interval(0.0, 20.0), 0.0, 0.1611, 5e-5);
        assert_interval(share_interval(1.0, 29.0), 0.0061, 0.1718, 5e-5);
    }

    #[test]
    fn difference_of_shares_as_newcombe_1998_prints_it() {
        // "Interval estimation for the difference between independent proportions", table II, method 10.
        let difference = share_difference_interval;
        assert_interval(difference((56.0, 70.0), (48.0, 80.0)), 0.0524, 0.3339, 5e-5);
        assert_interval(difference((9.0, 10.0), (3.0, 10.0)), 0.1705, 0.8090, 5e-5);
        assert_interval(difference((10.0, 10.0), (0.0, 20.0)), 0.6791, 1.0, 5e-5);
        assert_interval(difference((0.0, 10.0), (0.0, 10.0)), -0.2775, 0.2775, 5e-5);
    }

    #[test]
    fn byar_is_near_the_exact_poisson_interval() {
        // Exact 95 % limits for 10 events are 4.7954 and 18.3904; Byar's are within 0.3 % of them.
        let found = rate_interval(10.0, 1.0).unwrap();
        assert!((found.low / 4.7954 - 1.0).abs() < 0.003 && (found.high / 18.3904 - 1.0).abs() < 0.003);
        assert_eq!(rate_interval(0.0, 50.0).unwrap().low, 0.0);
        assert_eq!(rate_interval(3.0, 0.0), None);
    }

    #[test]
    fn the_error_of_the_index_is_the_mean_of_the_errors_of_its_parts() {
        let error = socioeconomic_index_error([(20.0, 1600.0), (20.0, 1600.0), (20.0, 1600.0)]).unwrap();
        assert!((error - 1.0).abs() < 1e-12);
        assert_eq!(socioeconomic_index_error([(20.0, 0.0), (20.0, 10.0), (20.0, 10.0)]), None);
        assert_eq!(socioeconomic_index_error([(101.0, 5.0), (20.0, 10.0), (20.0, 10.0)]), None);
    }

    proptest! {
        #[test]
        fn intervals_hold_their_value_and_mirror(
            n1 in 1_u32..100_000, s1 in 0.0_f64..=1.0, n2 in 1_u32..100_000, s2 in 0.0_f64..=1.0,
        ) {
            let (n1, n2) = (f64::from(n1), f64::from(n2));
            let (x1, x2) = ((n1 * s1).round(), (n2 * s2).round());
            let one = share_interval(x1, n1).unwrap();
            let rest = share_interval(n1 - x1, n1).unwrap();
            prop_assert!(0.0 <= one.low && one.holds(x1 / n1) && one.high <= 1.0);
            prop_assert!((one.low + rest.high - 1.0).abs() < 1e-12);
            let forth = share_difference_interval((x1, n1), (x2, n2)).unwrap();
            let back = share_difference_interval((x2, n2), (x1, n1)).unwrap();
            prop_assert!(forth.holds(x1 / n1 - x2 / n2));
            prop_assert!((forth.low + back.high).abs() < 1e-12);
            prop_assert!(rate_interval(x1, n2).unwrap().holds(x1 / n2));
        }
    }
}
