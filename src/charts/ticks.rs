//! Round numbers and periods for axes.

use super::{Weight, text_width};
use crate::i18n::period::{period_text, short_period_text};
use crate::model::{Language, Period};

/// Evenly spaced round numbers that enclose a range.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueTicks {
    /// Ascending; the first is at most the least value, the last at least the greatest.
    pub values: Vec<f64>,
    /// Decimals that all of them need.
    pub decimals: u8,
}

/// About `wanted` steps of 1, 2 or 5 times a power of ten that enclose `low`–`high`: of the steps that give nearly as
/// many, the one that leaves least of the axis empty. No step is finer than one unit of the last of `decimals` decimals,
/// so that no tick is finer than the values are shown.
pub fn value_ticks(low: f64, high: f64, wanted: usize, decimals: u8) -> ValueTicks {
    let finest = -i32::from(decimals);
    let span = (high - low).max(10_f64.powi(finest));
    #[expect(clippy::cast_possible_truncation, reason = "exponents of f64 lie within ±324")]
    let exponent = (span / wanted.max(1) as f64).log10().floor() as i32;
    let steps = [(1, exponent), (2, exponent), (5, exponent), (1, exponent + 1), (2, exponent + 1)];
    let candidates =
        steps.into_iter().filter(|step| step.1 >= finest).map(|step| Steps::enclosing(low, high, step));
    let penalty = |steps: &Steps| {
        let count = steps.last - steps.first;
        let empty = count * steps.size(1.0) / span - 1.0;
        let wanted = wanted as f64;
        if count > 1.6 * wanted + 1.0 { f64::INFINITY } else { empty + 0.12 * (count - wanted).abs() }
    };
    let best = candidates.min_by(|a, b| penalty(a).total_cmp(&penalty(b)));
    let steps = best.unwrap_or_else(|| Steps::enclosing(low, high, (1, finest)));
    let mut values = Vec::new();
    let mut multiple = steps.first;
    while multiple <= steps.last {
        values.push(steps.size(multiple) + 0.0);
        multiple += 1.0;
    }
    ValueTicks { values, decimals: u8::try_from(-steps.step.1).unwrap_or(0) }
}

/// Multiples of a step.
struct Steps {
    /// Mantissa and exponent.
    step: (u8, i32),
    first: f64,
    last: f64,
}

impl Steps {
    fn enclosing(low: f64, high: f64, step: (u8, i32)) -> Self {
        let mut steps = Self { step, first: 0.0, last: 0.0 };
        let size = steps.size(1.0);
        steps.first = (low / size + 1e-9).floor();
        steps.last = (high / size - 1e-9).ceil().max(steps.first + 1.0);
        steps
    }

    /// So many steps. They are whole multiples of a whole number or of its inverse: no drift like 0.30000000000000004.
    fn size(&self, multiple: f64) -> f64 {
        let (mantissa, exponent) = self.step;
        let multiple = multiple * f64::from(mantissa);
        if exponent >= 0 { multiple * 10_f64.powi(exponent) } else { multiple / 10_f64.powi(-exponent) }
    }
}

/// A labelled period on an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct PeriodTick {
    /// Which of the axis' periods.
    pub position: usize,
    /// Middle of the label, in pixels.
    pub x: f64,
    /// The label.
    pub text: String,
}

/// The periods to label so that labels of a font size do not touch: the last one always, then the first, then as many
/// between as an even step allows (every, every second, fifth, tenth year …).
pub fn period_ticks(periods: &[Period], xs: &[f64], size: f64, language: Language) -> Vec<PeriodTick> {
    let Some(last) = periods.len().checked_sub(1) else { return Vec::new() };
    let months = periods.iter().any(|period| period.month().is_some());
    let few_years = periods[last].in_years() - periods[0].in_years() < 2.0;
    let tick = |position: usize| {
        let period = periods[position];
        let text = if months && few_years {
            short_period_text(period, language)
        } else {
            period_text(Period::year(period.calendar_year()), language)
        };
        PeriodTick { position, x: xs[position], text }
    };
    // Where the axis has months over many years, only Januaries can stand for their year.
    let may_stand =
        |position: &usize| !months || few_years || periods[*position].month().is_none_or(|month| month == 1);
    let candidates: Vec<usize> = (0..=last).filter(may_stand).collect();
    let width =
        text_width("0000", size, Weight::Semibold).max(text_width(&tick(last).text, size, Weight::Semibold));
    let room = width + 0.9 * size;
    let fits = |chosen: &[usize]| chosen.windows(2).all(|pair| xs[pair[1]] - xs[pair[0]] >= room);
    let steps: &[u16] = if months && few_years { &[1, 3, 6] } else { &[1, 2, 5, 10, 20, 50] };
    for &step in steps {
        let stands = |&&position: &&usize| match step {
            1 => true,
            // January, April …; January and July.
            3 | 6 => {
                periods[position].month().is_some_and(|month| (u16::from(month) - 1).is_multiple_of(step))
            }
            // Steps of two count back from the last period; longer steps are round years.
            2 => (last - position).is_multiple_of(2),
            _ => periods[position].calendar_year().is_multiple_of(step),
        };
        let mut chosen: Vec<usize> = candidates.iter().filter(stands).copied().collect();
        if candidates.contains(&last) && chosen.last() != Some(&last) {
            chosen.retain(|&position| xs[last] - xs[position] >= room);
            chosen.push(last);
        }
        if chosen.len() >= 2 && fits(&chosen) {
            // The first period is worth a label where there is room for it.
            if chosen[0] != candidates[0] && xs[chosen[0]] - xs[candidates[0]] >= room {
                chosen.insert(0, candidates[0]);
            }
            return chosen.into_iter().map(tick).collect();
        }
    }
    if last > 0 && xs[last] - xs[0] >= room { vec![tick(0), tick(last)] } else { vec![tick(last)] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    #[test]
    fn ticks_are_round_and_enclose_the_values() {
        for (low, high, decimals, expected) in [
            (0.0, 12.3, 1, &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0][..]),
            (0.0, 10.4, 1, &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0][..]),
            (0.0, 0.9, 1, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0][..]),
            (231.0, 312.0, 0, &[220.0, 240.0, 260.0, 280.0, 300.0, 320.0][..]),
            (-3.0, 4.0, 0, &[-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0][..]),
            (5.0, 5.0, 0, &[5.0, 6.0][..]),
        ] {
            assert_eq!(value_ticks(low, high, 5, decimals).values, expected, "{low} {high}");
        }
        assert_eq!(value_ticks(0.0, 0.9, 5, 1).decimals, 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn ticks_enclose_any_range_with_a_fair_number(low in -1e6..1e6_f64, span in 0.0..1e6_f64, wanted in 2_usize..9) {
            let ticks = value_ticks(low, low + span, wanted, 2).values;
            prop_assert!(ticks[0] <= low + 1e-6 && ticks[ticks.len() - 1] >= low + span - 1e-6);
            prop_assert!(ticks.len() >= 2 && ticks.len() <= 2 * wanted + 2, "{:?}", ticks);
        }

        #[test]
        fn labels_of_periods_never_touch(n in 1_u16..60, width in 60.0..1600.0_f64) {
            let periods: Vec<Period> = (0..n).map(|year| Period::year(1968 + year)).collect();
            let xs: Vec<f64> = (0..n).map(|year| f64::from(year) * width / f64::from(n.max(2) - 1)).collect();
            let ticks = period_ticks(&periods, &xs, 12.0, Language::Sv);
            prop_assert_eq!(ticks.last().map(|tick| tick.position), Some(periods.len() - 1));
            for pair in ticks.windows(2) {
                prop_assert!(pair[1].x - pair[0].x >= text_width(&pair[1].text, 12.0, Weight::Semibold));
            }
        }
    }
}
