//! A change between two periods: which two may be compared, and what may be said of the difference.

use super::voice::Voice;
use crate::i18n::number::{NumberStyle, number_text, rounded};
use crate::i18n::period::in_period;
use crate::model::{Ends, Flags, Indicator, Language, Measure, Period, Value};
use crate::stats::interval::{Interval, difference_interval};

/// What is known of the uncertainty of a change or a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Uncertainty {
    /// A complete count without a published interval: numbers are said as they are.
    Complete,
    /// Medians and means without published spread, surveys without interval: said to be unknown.
    Unknown,
    /// The ends of the 95 % interval of the change.
    Interval(f64, f64),
}

impl Uncertainty {
    /// What holds where nothing has been worked out: a count, share or rate from a register is complete, all else
    /// unknown, and so is the share in a sample.
    pub const fn of(indicator: &Indicator) -> Self {
        match indicator.measure {
            _ if indicator.is_sample => Self::Unknown,
            Measure::Count | Measure::Share | Measure::Rate => Self::Complete,
            Measure::Mean | Measure::Median | Measure::Index => Self::Unknown,
        }
    }
}

impl Uncertainty {
    /// Of the change in a series, as [`Change::of`] tells it, where both ends have an interval; else [`Self::of`].
    pub fn in_series(
        indicator: &Indicator,
        periods: &[Period],
        values: &[Value],
        intervals: &[Ends],
    ) -> Self {
        let known = || {
            let (change, _) = Change::of(periods, values, &indicator.breaks)?;
            let end = |(period, number): (Period, f64)| {
                let at = periods.binary_search(&period).ok()?;
                Some((number, (*intervals.get(at)?)?))
            };
            Some(Self::of_difference(end(change.last)?, end(change.first)?))
        };
        known().unwrap_or_else(|| Self::of(indicator))
    }

    /// Of the first number less the second, each with its interval.
    pub fn of_difference(first: (f64, (f64, f64)), second: (f64, (f64, f64))) -> Self {
        let Interval { low, high } = difference_interval(first, second);
        Self::Interval(low, high)
    }
}

/// Which way a change may be said to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Upwards.
    Up,
    /// Downwards.
    Down,
    /// The same number at the decimals shown.
    Same,
    /// The interval holds 0: the two cannot be told apart.
    Unclear,
}

/// The two values of a series that its change is told by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The earlier period and number.
    pub first: (Period, f64),
    /// The later ones.
    pub last: (Period, f64),
}

impl Change {
    /// First and last number of a series after its last break; with the first period after that break, if there is
    /// one before the last number. `None` without a number. A series with one comparable number gives it twice.
    pub fn of(periods: &[Period], values: &[Value], breaks: &[Period]) -> Option<(Self, Option<Period>)> {
        let numbers = || {
            let timed = periods.iter().copied().zip(values.iter().copied());
            timed.filter_map(|(period, value)| Some((period, value.number()?)))
        };
        let (earliest, last) = (numbers().next()?, numbers().next_back()?);
        let flagged = periods.iter().zip(values).filter(|(_, value)| value.flags().contains(Flags::BREAK));
        let within = |period: &&Period| earliest.0 < **period && **period <= last.0;
        let broken = breaks.iter().chain(flagged.map(|(period, _)| period)).filter(within).max().copied();
        let first = numbers().find(|(period, _)| broken.is_none_or(|broken| *period >= broken))?;
        Some((Self { first, last }, broken))
    }

    /// The difference of the two numbers as they are shown.
    pub fn difference(&self, decimals: u8) -> f64 {
        rounded(rounded(self.last.1, decimals) - rounded(self.first.1, decimals), decimals)
    }

    /// Which way it may be said to go.
    pub fn direction(&self, decimals: u8, uncertainty: Uncertainty) -> Direction {
        match uncertainty {
            Uncertainty::Interval(low, high) if low <= 0.0 && high >= 0.0 => Direction::Unclear,
            _ => match self.difference(decimals) {
                up if up > 0.0 => Direction::Up,
                down if down < 0.0 => Direction::Down,
                _ => Direction::Same,
            },
        }
    }

    /// The change in words, from the place on, without a full stop: `i Ale (kommun) ökade andelen från 3,0 % 2011 till
    /// 4,5 % 2024, en ökning med 1,5 procentenheter`.
    pub(super) fn words(&self, voice: Voice<'_>, place: &str, uncertainty: Uncertainty) -> String {
        let (first, last) = (voice.value(self.first.1), voice.value(self.last.1));
        let [then, now] = [self.first.0, self.last.0].map(|period| in_period(period, voice.language));
        let measure = voice.measure();
        if self.first.0 == self.last.0 {
            return match voice.language {
                Language::Sv => format!("{place} är {measure} {last} {now}"),
                Language::En => format!("{place} {measure} is {last} {now}"),
            };
        }
        let by = self.amount(voice);
        match (voice.language, self.direction(voice.indicator.decimals, uncertainty)) {
            (Language::Sv, Direction::Up) => {
                format!("{place} ökade {measure} från {first} {then} till {last} {now}, en ökning med {by}")
            }
            (Language::Sv, Direction::Down) => {
                format!(
                    "{place} minskade {measure} från {first} {then} till {last} {now}, en minskning med {by}"
                )
            }
            (Language::Sv, Direction::Same) => {
                format!("{place} var {measure} {} {then} och {now}: {last}", voice.same())
            }
            (Language::Sv, Direction::Unclear) => format!(
                "{place} var {measure} {first} {then} och {last} {now}; skillnaden är inte större än vad slumpen kan ge"
            ),
            (Language::En, Direction::Up) => {
                format!(
                    "{place} {measure} increased from {first} {then} to {last} {now}, an increase of {by}"
                )
            }
            (Language::En, Direction::Down) => {
                format!("{place} {measure} decreased from {first} {then} to {last} {now}, a decrease of {by}")
            }
            (Language::En, Direction::Same) => {
                format!("{place} {measure} was the same {then} and {now}: {last}")
            }
            (Language::En, Direction::Unclear) => format!(
                "{place} {measure} was {first} {then} and {last} {now}; the difference is no larger than chance can make"
            ),
        }
    }

    /// The size of the difference; for numbers with a true zero also relative to the first.
    fn amount(&self, voice: Voice<'_>) -> String {
        let indicator = voice.indicator;
        let amount = voice.difference(self.difference(indicator.decimals));
        let has_ratio = matches!(indicator.measure, Measure::Count | Measure::Mean | Measure::Median)
            && !indicator.is_percent()
            && !indicator.can_be_negative;
        let first = rounded(self.first.1, indicator.decimals);
        if !has_ratio || first <= 0.0 {
            return amount;
        }
        let percent = 100.0 * self.difference(indicator.decimals).abs() / first;
        let style = NumberStyle { decimals: u8::from(percent < 10.0), language: voice.language };
        if rounded(percent, style.decimals) == 0.0 {
            return amount;
        }
        let percent = number_text(percent, style);
        format!("{amount} ({percent}{})", voice.say("\u{A0}%", "%"))
    }
}
