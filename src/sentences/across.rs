//! The words of figures across the areas of a level: ranked bars, histogram, scatter.

use super::map;
use super::voice::{Voice, capitalised, list};
use crate::i18n::number::{NumberStyle, number_text};
use crate::i18n::period::in_period;
use crate::i18n::text::text;
use crate::model::{AreaCode, Indicator, Language, Level, Period, Value};

/// What a figure across areas shows.
#[derive(Debug, Clone, Copy)]
pub struct AcrossSubject<'a> {
    /// What is measured.
    pub indicator: &'a Indicator,
    /// When.
    pub period: Option<Period>,
    /// The level of the areas.
    pub level: Level,
    /// Values of all areas.
    pub values: &'a [Value],
    /// The reader's areas that have a number: code, name and number.
    pub chosen: &'a [(&'a AreaCode, &'a str, f64)],
    /// Of the words.
    pub language: Language,
}

/// The words of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AcrossSentences {
    /// Indicator, level and period: the short title.
    pub heading: String,
    /// Unit and group.
    pub detail: String,
    /// The spread, then the reader's areas.
    pub lede: String,
    /// The text alternative of the picture.
    pub alternative: String,
}

impl AcrossSentences {
    /// The words of a picture of one indicator; `kind` is what the picture is: `Staplar`.
    pub fn of(subject: &AcrossSubject<'_>, kind: &str) -> Self {
        let AcrossSubject { indicator, period, level, values, chosen, language } = *subject;
        let voice = Voice { indicator, language };
        let lede = map::lede(indicator, values, period, level, language);
        let named = |(code, name, number): &(&AreaCode, &str, f64)| {
            format!("{} {}", voice.name(code, name), voice.value(*number))
        };
        let named: Vec<String> = chosen.iter().map(named).collect();
        let lede = match named.is_empty() {
            true => lede,
            false => format!("{lede} {}.", capitalised(&list(&named, language))),
        };
        let title = map::title(indicator, period, level, language);
        Self {
            heading: map::heading(indicator, period, level, language),
            detail: map::detail(indicator, language),
            alternative: format!("{kind}. {title}. {lede}"),
            lede,
        }
    }

    /// The words of a picture of two indicators over the same areas: `subject` is the vertical one.
    pub fn of_two(
        subject: &AcrossSubject<'_>,
        other: &Indicator,
        n: usize,
        correlation: Option<f64>,
    ) -> Self {
        let AcrossSubject { indicator, period, level, language, .. } = *subject;
        let (voice, second) = (Voice { indicator, language }, Voice { indicator: other, language });
        let when = period.map_or_else(String::new, |period| format!(" {}", in_period(period, language)));
        let (areas, n_areas) = ((text(language).level_areas)(level), voice.areas(n, level));
        let style = NumberStyle { decimals: 2, language };
        let (first, other_subject) = (voice.subject(), second.subject());
        let lede = match (correlation, language) {
            (Some(r), Language::Sv) => format!(
                "{first} och {other_subject}{when}: korrelationen mellan {n_areas} är {}. Den gäller områden och säger inget \
                 om enskilda personer.",
                number_text(r, style)
            ),
            (Some(r), Language::En) => format!(
                "{first} and {other_subject}{when}: the correlation between {n_areas} is {}. It is one of areas and says \
                 nothing of single persons.",
                number_text(r, style)
            ),
            (None, Language::Sv) => {
                format!("{first} och {other_subject}{when}: för {n_areas} kan ingen korrelation räknas ut.")
            }
            (None, Language::En) => {
                format!("{first} and {other_subject}{when}: no correlation can be worked out for {n_areas}.")
            }
        };
        let when = period.map_or_else(String::new, |period| {
            format!(", {areas} {}", crate::i18n::period::period_text(period, language))
        });
        let heading = format!("{} {} {}{when}", voice.title(), voice.say("och", "and"), second.title());
        let kind = voice.say("Punktdiagram", "Scatter plot");
        let detail = format!("{} · {}", voice.unit(), second.unit());
        Self { alternative: format!("{kind}. {heading} · {detail}. {lede}"), heading, detail, lede }
    }
}
