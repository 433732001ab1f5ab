//! The words of a strip: where one area stands among all of its level.

use super::map::spread;
use super::quote::interval;
use super::voice::{Voice, list};
use crate::i18n::case::upper_first;
use crate::i18n::period::in_period;
use crate::model::{AreaCode, Ends, Indicator, Language, Level, Period};

/// What a strip shows.
#[derive(Debug, Clone, Copy)]
pub struct StripSubject<'a> {
    /// What is measured.
    pub indicator: &'a Indicator,
    /// When.
    pub period: Period,
    /// Values of all areas of the first marked area's level.
    pub spread: &'a [f64],
    /// The area, then those it is compared with: code, name, value and its interval.
    pub marked: &'a [(&'a AreaCode, &'a str, f64, Ends)],
    /// Of the words.
    pub language: Language,
}

/// The text alternative: the spread first, then the marked areas.
pub fn alternative(subject: &StripSubject<'_>) -> String {
    let voice = Voice { indicator: subject.indicator, language: subject.language };
    let Some((code, ..)) = subject.marked.first() else { return String::new() };
    let when = in_period(subject.period, voice.language);
    let spread = spread(voice, subject.spread, code.level());
    let mark = |(code, name, number, ends): &(&AreaCode, &str, f64, Ends)| {
        let ends = ends.map_or_else(String::new, |ends| interval(voice, ends));
        format!("{} {}{ends}", voice.name(code, name), voice.value(*number))
    };
    let marks: Vec<String> = subject.marked.iter().map(mark).collect();
    let marks = upper_first(&list(&marks, voice.language));
    format!("{} {when}: {spread}. {marks}.", voice.subject())
}

/// The text alternative of the areas inside another: their spread.
pub fn inside_alternative(
    indicator: &Indicator,
    period: Period,
    values: &[f64],
    level: Level,
    language: Language,
) -> String {
    let voice = Voice { indicator, language };
    format!("{} {}: {}.", voice.subject(), in_period(period, language), spread(voice, values, level))
}
