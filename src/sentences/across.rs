//! The words of figures across the areas of a level: ranked bars, histogram, scatter.

use super::change::Uncertainty;
use super::map;
use super::voice::{Voice, list};
use crate::i18n::case::{lower_first, upper_first};
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

/// An area whose number has an interval.
#[derive(Debug, Clone, Copy)]
pub struct UncertainArea<'a> {
    /// Its code.
    pub code: &'a AreaCode,
    /// Its name.
    pub name: &'a str,
    /// The number.
    pub number: f64,
    /// The ends of its 95 % interval.
    pub ends: (f64, f64),
    /// The best and the worst place that it may have, 1 for the highest value, among so many areas.
    pub places: Option<(usize, usize, usize)>,
}

impl UncertainArea<'_> {
    /// Interval and places, without a full stop.
    fn words(&self, voice: Voice<'_>) -> String {
        let name = upper_first(&voice.name(self.code, self.name));
        let (low, high) = (voice.value(self.ends.0), voice.value(self.ends.1));
        let interval = match voice.language {
            Language::Sv => format!("{name}: 95\u{A0}% konfidensintervall {low} till {high}"),
            Language::En => format!("{name}: 95% confidence interval {low} to {high}"),
        };
        let Some((best, worst, n)) = self.places else { return interval };
        let (best, worst, n) = (voice.count(best), voice.count(worst), voice.count(n));
        let places = if best == worst { best } else { format!("{best}–{worst}") };
        match voice.language {
            Language::Sv => format!("{interval}; möjlig plats {places} av {n}, räknat från högsta värdet"),
            Language::En => {
                format!("{interval}; possible place {places} of {n}, counted from the highest value")
            }
        }
    }

    /// That two areas cannot be told apart; nothing where they can, which their intervals say.
    fn beside(&self, other: &Self, voice: Voice<'_>) -> Option<String> {
        let difference = Uncertainty::of_difference((self.number, self.ends), (other.number, other.ends));
        let Uncertainty::Interval(low, high) = difference else { return None };
        let [first, second] = [self, other].map(|area| voice.name(area.code, area.name));
        (low <= 0.0 && high >= 0.0).then(|| match voice.language {
            Language::Sv => {
                format!("Värdena för {first} och {second} kan inte skiljas åt: skillnaden kan vara slump")
            }
            Language::En => format!(
                "The values of {first} and {second} cannot be told apart: the difference may be chance"
            ),
        })
    }
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
            false => format!("{lede} {}.", upper_first(&list(&named, language))),
        };
        let title = map::title(indicator, period, level, language);
        Self {
            heading: map::heading(indicator, period, level, language),
            detail: map::detail(indicator, language),
            alternative: format!("{kind}. {title}. {lede}"),
            lede,
        }
    }

    /// The same with what chance leaves of the reader's areas: interval, possible places, and which of the first two can
    /// be told apart.
    #[must_use]
    pub fn with_uncertainty(
        self,
        indicator: &Indicator,
        areas: &[UncertainArea<'_>],
        language: Language,
    ) -> Self {
        let voice = Voice { indicator, language };
        let mut sentences: Vec<String> = areas.iter().map(|area| area.words(voice)).collect();
        if let [first, second, ..] = areas {
            sentences.extend(first.beside(second, voice));
        }
        let add = |words: String| sentences.iter().fold(words, |words, next| format!("{words} {next}."));
        Self { lede: add(self.lede), alternative: add(self.alternative), ..self }
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
        let (first, other_subject) = (voice.subject(), lower_first(&second.subject()));
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
        let heading =
            format!("{} {} {}{when}", voice.title(), voice.say("och", "and"), lower_first(second.title()));
        let kind = voice.say("Punktdiagram", "Scatter plot");
        // A unit that both have is said once.
        let mut units = vec![voice.unit(), second.unit()];
        units.dedup();
        let detail = units.join(" · ");
        Self { alternative: format!("{kind}. {heading} · {detail}. {lede}"), heading, detail, lede }
    }
}
