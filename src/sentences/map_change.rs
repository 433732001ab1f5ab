//! Words for a map of change: the indicator as it is spoken of when its values are differences.

use crate::i18n::period::period_text;
use crate::model::{Indicator, Language, Localized, Period, Unit};

/// The indicator whose values are changes since a period. Shares change by percentage points.
pub fn since(indicator: &Indicator, from: Period) -> Indicator {
    let title = |language: Language, words: &str| {
        format!("{}: {words} {}", indicator.title.get(language), period_text(from, language))
    };
    let both = |sv: &str, en: &str| Localized { sv: sv.to_owned(), en: en.to_owned() };
    let unit = if indicator.is_percent() {
        Unit {
            short: both("procentenheter", "percentage points"),
            long: both("procentenheter", "percentage points"),
            one: both("procentenhet", "percentage point"),
        }
    } else {
        indicator.unit.clone()
    };
    Indicator {
        title: Localized {
            sv: title(Language::Sv, "förändring sedan"),
            en: title(Language::En, "change since"),
        },
        unit,
        low: both("minskning", "decrease"),
        high: both("ökning", "increase"),
        can_be_negative: true,
        ..indicator.clone()
    }
}

/// The breaks in the series between two periods.
pub fn breaks_between(indicator: &Indicator, from: Period, to: Period) -> impl Iterator<Item = Period> + '_ {
    indicator.breaks.iter().copied().filter(move |period| from < *period && *period <= to)
}
