//! What the numbers of a chart are, and how they are written on it.

use super::frame::absence_words;
use crate::i18n::number::{NumberStyle, number_text, percentage_points, rounded, with_unit};
use crate::i18n::period::period_text;
use crate::model::{Indicator, Language, Period, Unit, Value};

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

    /// The difference from an earlier value, in words: `+0,7 procentenheter från 2023`.
    pub fn change(&self, then: f64, now: f64, before: Period) -> String {
        change_text(then, now, before, &self.unit, self.style())
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

/// The difference of two numbers as they are shown, in words; percentages differ by percentage points.
pub(super) fn change_text(then: f64, now: f64, before: Period, unit: &Unit, style: NumberStyle) -> String {
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
    format!("{plus}{amount} {since} {}", period_text(before, style.language))
}
