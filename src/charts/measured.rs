//! What the numbers of a chart are, and how they are written on it.

use super::frame::absence_words;
use crate::i18n::number::{NumberStyle, number_text, percentage_points, rounded, with_unit};
use crate::i18n::period::period_text;
use crate::model::{Ends, Indicator, Language, Period, Unit, Value};
use crate::stats::interval::{Interval, difference_interval};

/// The numbers of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// Of all words and numbers.
    pub language: Language,
    /// What is measured, for axes that need its name.
    pub title: String,
    /// Of the values.
    pub unit: Unit,
    /// Decimals of values.
    pub decimals: u8,
    /// Whether an axis must start at zero.
    pub zero_baseline: bool,
    /// What a low and a high value mean: `lägre andel`, `högre andel`.
    pub ends: [String; 2],
}

impl Measured {
    /// Those of an indicator.
    pub fn of(indicator: &Indicator, language: Language) -> Self {
        Self {
            language,
            title: indicator.title.get(language).to_owned(),
            unit: indicator.unit.clone(),
            decimals: indicator.decimals,
            zero_baseline: indicator.zero_baseline,
            ends: [indicator.low.get(language).to_owned(), indicator.high.get(language).to_owned()],
        }
    }

    /// A number by itself.
    pub fn number(&self, number: f64) -> String {
        number_text(number, self.style())
    }

    /// A number with its short unit.
    pub fn with_unit(&self, number: f64) -> String {
        with_unit(number, &self.unit, self.style())
    }

    /// A number beside its mark: with the unit only where that is a sign, because long units stand at the axis.
    pub fn label(&self, number: f64) -> String {
        let is_sign = self.unit.short.get(self.language).chars().count() <= 1;
        if is_sign { self.with_unit(number) } else { self.number(number) }
    }

    /// A value with its unit, or the reason why there is none.
    pub fn value(&self, value: Value) -> String {
        match value {
            Value::Number(number, _) => self.with_unit(number),
            Value::Absent(reason) => absence_words(reason, self.language).to_owned(),
        }
    }

    /// A value in a table, where the unit stands in the heading.
    pub fn cell(&self, value: Value) -> String {
        match value {
            Value::Number(number, _) => self.number(number),
            Value::Absent(reason) => absence_words(reason, self.language).to_owned(),
        }
    }

    /// The unit in full.
    pub fn unit_text(&self) -> &str {
        self.unit.long.get(self.language)
    }

    /// The heading of a column of values: the title, and the unit where it says more.
    pub fn heading(&self) -> String {
        match self.unit_text() {
            "" => self.title.clone(),
            unit => format!("{} ({unit})", self.title),
        }
    }

    /// The ends of a number's 95 % interval: `95 %: 7,9 – 8,8 %`.
    pub fn interval(&self, ends: (f64, f64)) -> String {
        interval_text(ends, &self.unit, self.style())
    }

    /// A value with its unit, and its interval where it has one: `8,4 % (95 %: 7,9 – 8,8 %)`.
    pub fn value_within(&self, value: Value, ends: Ends) -> String {
        let value = self.value(value);
        ends.map_or_else(|| value.clone(), |ends| format!("{value} ({})", self.interval(ends)))
    }

    /// The ends in two cells of a table; empty ones for a value without.
    pub fn end_cells(&self, ends: Ends) -> [String; 2] {
        ends.map_or_else(Default::default, |(low, high)| [self.number(low), self.number(high)])
    }

    /// The headings of those two cells, beside the column of a heading.
    pub fn end_headings_of(&self, heading: &str) -> [String; 2] {
        end_headings(self.language).map(|end| format!("{heading}, {end}"))
    }

    /// The difference from an earlier value, in words: `+0,7 procentenheter från 2023`. `ends` are those of its interval,
    /// where it has one: a difference that may be none says so.
    pub fn change(&self, then: f64, now: f64, before: Period, ends: Ends) -> String {
        change_text(then, now, before, ends, &self.unit, self.style())
    }

    /// Picks the words of the language.
    pub const fn say(&self, sv: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Sv => sv,
            Language::En => en,
        }
    }

    /// A whole number.
    pub fn count(&self, n: usize) -> String {
        number_text(n as f64, NumberStyle { decimals: 0, language: self.language })
    }

    fn style(&self) -> NumberStyle {
        NumberStyle { decimals: self.decimals, language: self.language }
    }
}

/// What columns with the lower and the upper ends of 95 % intervals are called.
pub fn end_headings(language: Language) -> [&'static str; 2] {
    match language {
        Language::Sv => ["95\u{A0}%: från", "95\u{A0}%: till"],
        Language::En => ["95%: from", "95%: to"],
    }
}

/// The ends of a 95 % interval in words.
pub fn interval_text((low, high): (f64, f64), unit: &Unit, style: NumberStyle) -> String {
    let level = match style.language {
        Language::Sv => "95\u{A0}%",
        Language::En => "95%",
    };
    format!("{level}: {} – {}", number_text(low, style), with_unit(high, unit, style))
}

/// The interval of the difference of two values with intervals; none where one of them has none.
pub(super) fn difference_ends((then, then_ends): (f64, Ends), (now, now_ends): (f64, Ends)) -> Ends {
    let Interval { low, high } = difference_interval((now, now_ends?), (then, then_ends?));
    Some((low, high))
}

/// The difference of two numbers as they are shown, in words; percentages differ by percentage points.
pub(super) fn change_text(
    then: f64,
    now: f64,
    before: Period,
    ends: Ends,
    unit: &Unit,
    style: NumberStyle,
) -> String {
    let difference = rounded(rounded(now, style.decimals) - rounded(then, style.decimals), style.decimals);
    let (since, unchanged) = match style.language {
        Language::Sv => ("från", "oförändrat"),
        Language::En => ("from", "unchanged"),
    };
    let amount = match unit.short.sv.as_str() {
        _ if difference == 0.0 => unchanged.to_owned(),
        "%" => percentage_points(difference, style),
        _ => with_unit(difference, unit, style),
    };
    let plus = if difference > 0.0 { "+" } else { "" };
    let may_be_none = ends.is_some_and(|(low, high)| low <= 0.0 && high >= 0.0);
    let chance = match style.language {
        _ if !may_be_none || difference == 0.0 => "",
        Language::Sv => ", vilket kan vara slump",
        Language::En => ", which may be chance",
    };
    format!("{plus}{amount} {since} {}{chance}", period_text(before, style.language))
}
