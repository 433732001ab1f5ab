//! Trend of a series: Theil–Sen slope, Sen's interval, and the test of Mann and Kendall corrected for autocorrelation.

use super::interval::Interval;
use super::normal::{Z_95, two_sided};
use super::quantile::{median, quantile, sorted};
use super::rank::mean_ranks;
use super::summary::sum;

/// Fewer periods than this state their first and last value and no trend.
pub const FEWEST_PERIODS: usize = 8;

/// One value of a series. Periods ascend; a period without a value is left out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The period in years.
    pub period: f64,
    /// The finite value.
    pub value: f64,
    /// Whether the series breaks here: this value and those before it cannot be compared.
    pub breaks_series: bool,
}

/// What may be said of how a series develops, since its last break.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Development {
    /// Enough periods for a trend.
    Trend(Trend),
    /// Too few: only where it started and where it is. The two are the same when there is one value.
    Ends {
        /// The first value since the last break.
        first: Point,
        /// The latest value.
        last: Point,
    },
}

/// A trend over at least [`FEWEST_PERIODS`] periods.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// Number of values.
    pub n: usize,
    /// The first value since the last break.
    pub first: Point,
    /// The latest value.
    pub last: Point,
    /// Median of the slopes between all pairs (Sen 1968), in units of the value a year.
    pub slope: f64,
    /// 95 % interval of the slope (Sen 1968), with the variance of the test below.
    pub slope_interval: Interval,
    /// Median of value − slope · (period − first period): the height of the line in the first period.
    pub start: f64,
    /// Mann and Kendall's S: pairs that rise less pairs that fall.
    pub s: f64,
    /// Variance of S under no trend, ties and autocorrelation (Hamed & Rao 1998) taken into account.
    pub variance: f64,
    /// (S ∓ 1)/√variance.
    pub z: f64,
    /// Two-sided p-value of `z`.
    pub p_value: f64,
}

/// How the series develops since its last break; `None` when it is empty.
pub fn development(points: &[Point]) -> Option<Development> {
    let start = points.iter().rposition(|point| point.breaks_series).unwrap_or(0);
    let unbroken = &points[start..];
    let (&first, &last) = (unbroken.first()?, unbroken.last()?);
    if unbroken.len() < FEWEST_PERIODS {
        return Some(Development::Ends { first, last });
    }
    Some(Development::Trend(trend(unbroken, first, last)))
}

fn trend(points: &[Point], first: Point, last: Point) -> Trend {
    let n = points.len();
    let slopes = slopes(points);
    let slope = quantile(&slopes, 0.5).unwrap_or(0.0);
    let residual = |point: &Point| point.value - slope * (point.period - first.period);
    let residuals: Vec<f64> = points.iter().map(residual).map(|r| r.clamp(f64::MIN, f64::MAX)).collect();
    let s = sum(points.iter().enumerate().flat_map(|(idx, earlier)| {
        points[idx + 1..].iter().map(|later| match later.value.total_cmp(&earlier.value) {
            _ if later.value == earlier.value => 0.0,
            std::cmp::Ordering::Greater => 1.0,
            _ => -1.0,
        })
    }));
    let variance = variance(points) * autocorrelation_factor(&residuals);
    let z = if s == 0.0 || variance <= 0.0 { 0.0 } else { (s - s.signum()) / variance.sqrt() };
    Trend {
        n,
        first,
        last,
        slope,
        slope_interval: sen_interval(&slopes, variance),
        start: median(&residuals).unwrap_or(0.0),
        s,
        variance,
        z,
        p_value: two_sided(z),
    }
}

/// The slopes between all pairs, ascending.
fn slopes(points: &[Point]) -> Vec<f64> {
    let slope = |a: &Point, b: &Point| {
        let years = b.period - a.period;
        (b.value / years - a.value / years).clamp(f64::MIN, f64::MAX)
    };
    let pairs = points.iter().enumerate().flat_map(|(idx, a)| points[idx + 1..].iter().map(move |b| (a, b)));
    let slopes: Vec<f64> = pairs.filter(|(a, b)| a.period < b.period).map(|(a, b)| slope(a, b)).collect();
    sorted(&slopes)
}

/// Variance of S for independent values with ties: (n(n−1)(2n+5) − Σt(t−1)(2t+5))/18.
fn variance(points: &[Point]) -> f64 {
    let term = |n: f64| n * (n - 1.0) * (2.0 * n + 5.0) / 18.0;
    let values = sorted(&points.iter().map(|point| point.value).collect::<Vec<_>>());
    let ties = values.chunk_by(|a, b| a == b).map(|tied| term(tied.len() as f64));
    term(points.len() as f64) - sum(ties)
}

/// Hamed & Rao (1998), eq. 10: 1 + 2/(n(n−1)(n−2)) Σ(n−k)(n−k−1)(n−k−2)ρ_k over the lags whose autocorrelation ρ_k
/// of the ranks of the detrended series is significant at 5 %. Residuals that differ by rounding alone are tied. A
/// factor that is not positive is no variance; the series is then taken as independent.
fn autocorrelation_factor(residuals: &[f64]) -> f64 {
    let n = residuals.len() as f64;
    let middle = (n + 1.0) / 2.0;
    let largest = residuals.iter().fold(f64::MIN_POSITIVE, |largest, residual| largest.max(residual.abs()));
    let rounded: Vec<f64> = residuals.iter().map(|residual| (residual / largest * 1e9).round()).collect();
    let ranks: Vec<f64> = mean_ranks(&rounded).into_iter().map(|rank| rank - middle).collect();
    let product = |lag: usize| sum(ranks.iter().zip(&ranks[lag..]).map(|(a, b)| a * b));
    let own = product(0);
    if own == 0.0 {
        return 1.0;
    }
    let significant = Z_95 / n.sqrt();
    let terms = (1..residuals.len()).map(|lag| {
        let (correlation, left) = (product(lag) / own, n - lag as f64);
        if correlation.abs() < significant { 0.0 } else { left * (left - 1.0) * (left - 2.0) * correlation }
    });
    let factor = 1.0 + 2.0 / (n * (n - 1.0) * (n - 2.0)) * sum(terms);
    if factor > 0.0 { factor } else { 1.0 }
}

/// The slopes of rank (N − C)/2 and (N + C)/2 + 1 of N, C = 1.96·√variance, between ranks in proportion
/// (Gilbert 1987, 16.4.2).
fn sen_interval(slopes: &[f64], variance: f64) -> Interval {
    let n = slopes.len() as f64;
    let reach = Z_95 * variance.max(0.0).sqrt();
    let at_rank = |rank: f64| quantile(slopes, (rank - 1.0) / (n - 1.0)).unwrap_or(0.0);
    Interval { low: at_rank((n - reach) / 2.0), high: at_rank((n + reach) / 2.0 + 1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn series(values: &[f64]) -> Vec<Point> {
        let point =
            |(idx, &value): (usize, &f64)| Point { period: 2000.0 + idx as f64, value, breaks_series: false };
        values.iter().enumerate().map(point).collect()
    }

    fn trend_of(values: &[f64]) -> Trend {
        match development(&series(values)) {
            Some(Development::Trend(trend)) => trend,
            other => panic!("no trend but {other:?}"),
        }
    }

    #[test]
    fn a_straight_line_is_found_and_certain() {
        let trend = trend_of(&[2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0, 16.0, 18.0, 20.0]);
        assert_eq!((trend.slope, trend.s, trend.variance), (2.0, 45.0, 125.0));
        assert_eq!((trend.slope_interval.low, trend.slope_interval.high), (2.0, 2.0));
        assert_eq!(trend.start, 2.0);
        assert!(trend.p_value < 0.001);
    }

    #[test]
    fn one_wild_value_does_not_bend_the_trend() {
        assert_eq!(trend_of(&[1.0, 2.0, 3.0, 4.0, 900.0, 6.0, 7.0, 8.0, 9.0]).slope, 1.0);
    }

    #[test]
    fn never_across_a_break_and_never_from_few_periods() {
        let mut points = series(&[9.0, 8.0, 7.0, 6.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
        points[4].breaks_series = true;
        let Some(Development::Trend(trend)) = development(&points) else {
            panic!("eight periods make a trend")
        };
        assert_eq!((trend.n, trend.slope, trend.first.value), (8, 1.0, 1.0));
        points[5].breaks_series = true;
        assert_eq!(development(&points), Some(Development::Ends { first: points[5], last: points[11] }));
        assert_eq!(development(&[]), None);
    }

    #[test]
    fn a_level_series_has_no_trend() {
        let trend = trend_of(&[5.0; 9]);
        assert_eq!((trend.slope, trend.s, trend.variance, trend.p_value), (0.0, 0.0, 0.0, 1.0));
    }

    #[test]
    fn autocorrelation_is_corrected_for_as_pymannkendall_does() {
        // pymannkendall 1.4.3, hamed_rao_modification_test; without the correction the variance is 950.
        let swings = [
            12.13, 14.4, 17.25, 19.71, 20.06, 18.88, 15.17, 13.91, 11.02, 12.59, 15.33, 18.47, 21.84, 22.61,
            20.29, 17.53, 14.76, 13.38, 15.94, 19.65,
        ];
        let trend = trend_of(&swings);
        assert_eq!(trend.s, 26.0);
        assert!((trend.slope - 0.101_041_666_666_666_7).abs() < 1e-12);
        assert!((trend.variance / 583.290_100_250_626_6 - 1.0).abs() < 1e-12, "{}", trend.variance);
        assert!((trend.z / 1.035_136_698_710_440_7 - 1.0).abs() < 1e-12);
        assert!((trend.p_value / 0.300_605_076_000_269_6 - 1.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn reversal_turns_the_sign_and_all_stays_finite(
            values in prop::collection::vec(prop::num::f64::NORMAL, 8..20),
        ) {
            let forth = trend_of(&values);
            let turned: Vec<f64> = values.iter().map(|value| -value).collect();
            let back = trend_of(&turned);
            prop_assert_eq!((forth.s, forth.z), (-back.s, -back.z));
            prop_assert!(forth.slope_interval.low <= forth.slope && forth.slope <= forth.slope_interval.high);
            prop_assert!(forth.slope.is_finite() && forth.start.is_finite() && (0.0..=1.0).contains(&forth.p_value));
        }

        #[test]
        fn a_line_added_is_a_slope_added(
            values in prop::collection::vec(-100_i32..100, 8..20), rise in -10_i32..10,
        ) {
            let plain: Vec<f64> = values.iter().map(|&value| f64::from(value)).collect();
            let risen: Vec<f64> = plain.iter().zip(0..).map(|(v, k)| v + f64::from(rise * k)).collect();
            prop_assert!((trend_of(&risen).slope - trend_of(&plain).slope - f64::from(rise)).abs() < 1e-9);
        }
    }
}
