//! The words of a measure and of how its place developed beside areas that were like it before. Description, never effect.

use super::voice::Voice;
use crate::i18n::number::rounded;
use crate::i18n::period::{in_period, period_text};
use crate::model::{EventComparison, Indicator, Language, Period, Value};

/// What is compared.
#[derive(Debug, Clone, Copy)]
pub struct EventSubject<'a> {
    /// What is measured.
    pub indicator: &'a Indicator,
    /// The place's name.
    pub name: &'a str,
    /// When the event began.
    pub from: Period,
    /// Periods, ascending.
    pub periods: &'a [Period],
    /// The place's values.
    pub own: &'a [Value],
    /// The areas that were like it, with their mean.
    pub comparison: &'a EventComparison,
    /// Of the words.
    pub language: Language,
}

/// The sentences: how both developed from the last period before the event on; how both had developed until then; what
/// may not be concluded. Nothing where one of them lacks numbers.
pub fn sentences(subject: &EventSubject<'_>) -> Vec<String> {
    let EventSubject { indicator, name, periods, language, .. } = *subject;
    let voice = Voice { indicator, language };
    let n = subject.comparison.areas.len();
    let before = periods.iter().rposition(|period| *period < subject.from);
    let numbers =
        |at: usize| Some([subject.own.get(at)?.number()?, subject.comparison.means.0.get(at)?.number()?]);
    let (Some(before), Some(first)) = (before, (0..periods.len()).find(|at| numbers(*at).is_some())) else {
        return Vec::new();
    };
    let Some(last) = (before + 1..periods.len()).rev().find(|at| numbers(*at).is_some()) else {
        return Vec::new();
    };
    // A break between the periods would be read as a development.
    let is_broken = |from: usize, to: usize| {
        indicator.breaks.iter().any(|broken| periods[from] < *broken && *broken <= periods[to])
    };
    let change = |from: usize, to: usize| {
        let (start, end) = (numbers(from)?, numbers(to)?);
        let difference = |at: usize| {
            rounded(
                rounded(end[at], indicator.decimals) - rounded(start[at], indicator.decimals),
                indicator.decimals,
            )
        };
        (!is_broken(from, to)).then(|| [difference(0), difference(1)])
    };
    let signed = |difference: f64| match difference {
        d if d > 0.0 => format!("+{}", voice.difference(d)),
        d if d < 0.0 => format!("\u{2212}{}", voice.difference(d)),
        _ => voice.say("oförändrat", "unchanged").to_owned(),
    };
    let mut said = Vec::new();
    if let Some([own, others]) = change(before, last) {
        let (then, now) = (in_period(periods[before], language), in_period(periods[last], language));
        let title = voice.title();
        said.push(match language {
            Language::Sv => format!(
                "{title}: från året före åtgärden ({then}) till {now} är förändringen {} i {name} och {} i medel i de {n} \
                 kommuner som liknade {name} mest före åtgärden.",
                signed(own),
                signed(others)
            ),
            Language::En => format!(
                "{title}: from the year before the measure ({then}) to {now} the change is {} in {name} and {} on average in \
                 the {n} municipalities that were most like {name} before the measure.",
                signed(own),
                signed(others)
            ),
        });
    }
    if let Some([own, others]) = change(first, before).filter(|_| first < before) {
        let span =
            format!("{}–{}", period_text(periods[first], language), period_text(periods[before], language));
        said.push(match language {
            Language::Sv => format!(
                "Före åtgärden ({span}) var förändringen {} i {name} och {} i de andra: så lika var utvecklingen redan då.",
                signed(own),
                signed(others)
            ),
            Language::En => format!(
                "Before the measure ({span}) the change was {} in {name} and {} in the others: that is how alike they \
                 developed already then.",
                signed(own),
                signed(others)
            ),
        });
    }
    said.push(
        voice
            .say(
                "Det här beskriver utvecklingen, inte en effekt av åtgärden. Platser som väljs för höga värden närmar sig ofta \
                 medelvärdet av en slump.",
                "This describes the development, not an effect of the measure. Places chosen for high values often move \
                 towards the mean by chance.",
            )
            .to_owned(),
    );
    said
}

/// How the areas were chosen, with their names.
pub fn method(names: &[String], language: Language) -> String {
    let names = super::voice::list(names, language);
    match language {
        Language::Sv => format!(
            "Jämförelsen är de kommuner som åren före åtgärden låg närmast i nivå och trend, båda i standardavvikelser över \
             alla kommuner: {names}. Linjen är medelvärdet av deras värden."
        ),
        Language::En => format!(
            "The comparison is those municipalities that in the years before the measure were nearest in level and trend, \
             both in standard deviations over all municipalities: {names}. The line is the mean of their values."
        ),
    }
}
