//! The words of a line chart.

use super::change::{Change, Uncertainty};
use super::voice::{Voice, list};
use crate::i18n::case::upper_first;
use crate::i18n::period::{in_period, period_range, period_text};
use crate::i18n::text::text;
use crate::model::{Absence, AreaCode, Indicator, Language, Level, Period, Value};

/// What a line chart shows.
#[derive(Debug, Clone, Copy)]
pub struct LineSubject<'a> {
    /// What is measured.
    pub indicator: &'a Indicator,
    /// The lines; the first is the one that the lede is about.
    pub lines: &'a [SubjectLine<'a>],
    /// Of the words.
    pub language: Language,
}

/// One line.
#[derive(Debug, Clone, Copy)]
pub struct SubjectLine<'a> {
    /// The area; its form tells the level.
    pub code: &'a AreaCode,
    /// Its name.
    pub name: &'a str,
    /// Periods, ascending.
    pub periods: &'a [Period],
    /// Values, one a period.
    pub values: &'a [Value],
    /// Of the change from the first to the last number, where it is known; see [`Uncertainty::of`].
    pub uncertainty: Uncertainty,
}

/// The words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineSentences {
    /// Indicator, areas and periods: the short title.
    pub heading: String,
    /// Unit, group and levels.
    pub detail: String,
    /// Heading and detail in one line.
    pub title: String,
    /// What the first line shows, beside the country.
    pub lede: String,
    /// The text alternative of the picture.
    pub alternative: String,
}

impl LineSentences {
    /// Writes them.
    pub fn of(subject: &LineSubject<'_>) -> Self {
        let voice = Voice { indicator: subject.indicator, language: subject.language };
        let heading = heading(voice, subject);
        let detail = detail(voice, subject);
        let title = if detail.is_empty() { heading.clone() } else { format!("{heading} · {detail}") };
        let alternative = alternative(voice, subject, &title);
        Self { lede: lede(voice, subject), heading, detail, title, alternative }
    }
}

fn heading(voice: Voice<'_>, subject: &LineSubject<'_>) -> String {
    const NAMED: usize = 3;
    let lines = subject.lines;
    let mut names: Vec<String> =
        lines.iter().take(NAMED).map(|line| voice.name(line.code, line.name)).collect();
    if lines.len() > NAMED + 1 {
        let n = voice.count(lines.len() - NAMED);
        names.push(format!("{n} {}", voice.say("andra områden", "other areas")));
    } else if let Some(line) = lines.get(NAMED) {
        names.push(voice.name(line.code, line.name));
    }
    let places = list(&names, voice.language);
    let first = lines.iter().filter_map(|line| line.periods.first()).min();
    let last = lines.iter().filter_map(|line| line.periods.last()).max();
    let title = voice.title();
    match (places.as_str(), first.zip(last)) {
        ("", _) => title.to_owned(),
        (_, None) => format!("{title} {} {places}", voice.say("i", "in")),
        (_, Some((first, last))) => {
            let range = period_range(*first, *last, voice.language);
            format!("{title} {} {places}, {range}", voice.say("i", "in"))
        }
    }
}

/// Unit, group and levels: `procent · 18–65 år i arbetskraften · kommun och riket`.
fn detail(voice: Voice<'_>, subject: &LineSubject<'_>) -> String {
    let is_shown = |level: &Level| subject.lines.iter().any(|line| line.code.level() == *level);
    let levels: Vec<Level> = Level::ALL.into_iter().rev().filter(is_shown).collect();
    let level = |level: &Level| match level {
        Level::Nation => voice.say("riket", "the country").to_owned(),
        other => (text(voice.language).level_singular)(*other).to_owned(),
    };
    let levels = list(&levels.iter().map(level).collect::<Vec<_>>(), voice.language);
    let levels = Some(levels.as_str()).filter(|levels| !levels.is_empty());
    voice.unit_and_group().into_iter().chain(levels).collect::<Vec<_>>().join(" · ")
}

fn lede(voice: Voice<'_>, subject: &LineSubject<'_>) -> String {
    let Some((main, others)) = subject.lines.split_first() else { return String::new() };
    let place = voice.place(main.code, main.name);
    let Some((change, broken)) = Change::of(main.periods, main.values, &subject.indicator.breaks) else {
        return nothing(voice, main, &place);
    };
    let mut sentences =
        vec![format!("{}: {}", voice.subject(), change.words(voice, &place, main.uncertainty))];
    if main.uncertainty == Uncertainty::Unknown {
        sentences.push(voice.say("Osäkerheten är okänd", "The uncertainty is unknown").to_owned());
    }
    if let Some(broken) = broken {
        sentences.push(break_words(voice, broken));
    }
    sentences.extend(absence_sentences(voice, main));
    sentences.extend(beside(voice, subject, change, others));
    format!("{}.", sentences.join(". "))
}

/// The country's development over the same time, and the other areas' last values.
fn beside(
    voice: Voice<'_>,
    subject: &LineSubject<'_>,
    change: Change,
    others: &[SubjectLine<'_>],
) -> Option<String> {
    const MOST: usize = 3;
    let at = |line: &SubjectLine<'_>, period: Period| {
        let position = line.periods.binary_search(&period).ok()?;
        Some((period, line.values.get(position)?.number()?))
    };
    if let Some(nation) = others.iter().find(|line| line.code.level() == Level::Nation) {
        let other = Change { first: at(nation, change.first.0)?, last: at(nation, change.last.0)? };
        // The main line's break may not be the country's only one.
        let comparable = Change::of(nation.periods, nation.values, &subject.indicator.breaks)
            .is_some_and(|(_, broken)| broken.is_none_or(|broken| broken <= change.first.0));
        let other = if comparable { other } else { Change { first: other.last, ..other } };
        let place = voice.place(nation.code, nation.name);
        return Some(upper_first(&other.words(voice, &place, nation.uncertainty)));
    }
    let last = change.last.0;
    let value = |line: &SubjectLine<'_>| Some(format!("{} {}", line.name, voice.value(at(line, last)?.1)));
    let values: Vec<String> = others.iter().take(MOST).filter_map(value).collect();
    (!values.is_empty())
        .then(|| format!("{}: {}", period_text(last, voice.language), list(&values, voice.language)))
}

fn break_words(voice: Voice<'_>, broken: Period) -> String {
    let when = in_period(broken, voice.language);
    match voice.language {
        Language::Sv => {
            format!("Serien har ett brott {when}, och värden före och efter går inte att jämföra")
        }
        Language::En => {
            format!("There is a break in the series {when}, and values before and after cannot be compared")
        }
    }
}

fn nothing(voice: Voice<'_>, line: &SubjectLine<'_>, place: &str) -> String {
    let range = line.periods.first().zip(line.periods.last());
    let range = range.map_or_else(String::new, |(first, last)| {
        format!(" {} {}", voice.say("för", "for"), period_range(*first, *last, voice.language))
    });
    let unit = voice.unit();
    let unit = if unit.is_empty() { String::new() } else { format!(" ({unit})") };
    let mut sentences = vec![match voice.language {
        Language::Sv => format!("{}: {place} finns inget värde{unit}{range}", voice.subject()),
        Language::En => format!("{}: {place} there is no value{unit}{range}", voice.subject()),
    }];
    sentences.extend(absence_sentences(voice, line));
    format!("{}.", sentences.join(". "))
}

/// A sentence for each reason that occurs.
fn absence_sentences(voice: Voice<'_>, line: &SubjectLine<'_>) -> Vec<String> {
    let sentence = |reason: Absence| {
        let when = periods_with(line, reason, voice.language)?;
        Some(match (reason, voice.language) {
            (Absence::Suppressed, Language::Sv) => format!("Värdet är sekretessmarkerat för {when}"),
            (Absence::Missing, Language::Sv) => format!("Uppgift saknas för {when}"),
            (Absence::NotApplicable, Language::Sv) => format!("Måttet är inte tillämpligt för {when}"),
            (Absence::Suppressed, Language::En) => {
                format!("The value is withheld for confidentiality for {when}")
            }
            (Absence::Missing, Language::En) => format!("The value is missing for {when}"),
            (Absence::NotApplicable, Language::En) => format!("The measure does not apply for {when}"),
        })
    };
    Absence::ALL.into_iter().filter_map(sentence).collect()
}

/// The periods with a reason, neighbours as ranges: `2013 och 2015–2017`; a number of periods where that gets long.
fn periods_with(line: &SubjectLine<'_>, reason: Absence, language: Language) -> Option<String> {
    const MOST: usize = 4;
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut n = 0;
    for (position, value) in line.values.iter().take(line.periods.len()).enumerate() {
        if value.absence() == Some(reason) {
            n += 1;
            match runs.last_mut() {
                Some((_, end)) if *end + 1 == position => *end = position,
                _ => runs.push((position, position)),
            }
        }
    }
    if runs.len() > MOST {
        let all = line.periods.len();
        return Some(match language {
            Language::Sv => format!("{n} av {all} perioder"),
            Language::En => format!("{n} of {all} periods"),
        });
    }
    let run = |(first, last): (usize, usize)| period_range(line.periods[first], line.periods[last], language);
    let runs: Vec<String> = runs.into_iter().map(run).collect();
    (!runs.is_empty()).then(|| list(&runs, language))
}

/// The kind of picture, its title, and each line by its ends and extremes.
fn alternative(voice: Voice<'_>, subject: &LineSubject<'_>, title: &str) -> String {
    let mut sentences = vec![voice.say("Linjediagram", "Line chart").to_owned(), title.to_owned()];
    for line in subject.lines {
        let numbers: Vec<(Period, f64)> = line
            .periods
            .iter()
            .zip(line.values)
            .filter_map(|(period, value)| Some((*period, value.number()?)))
            .collect();
        let name = upper_first(&voice.name(line.code, line.name));
        let at = |(period, number): (Period, f64)| {
            format!("{} {}", voice.value(number), in_period(period, voice.language))
        };
        let (Some(&first), Some(&last)) = (numbers.first(), numbers.last()) else {
            sentences.push(format!("{name}: {}", voice.say("inget värde", "no value")));
            continue;
        };
        let extreme = |sign: f64| {
            numbers
                .iter()
                .copied()
                .reduce(|best, next| if sign * next.1 > sign * best.1 { next } else { best })
        };
        let mut words = format!("{name}: {}", at(first));
        if last.0 != first.0 {
            words = format!("{words}, {}", at(last));
        }
        if let Some((least, greatest)) = extreme(-1.0).zip(extreme(1.0)).filter(|_| numbers.len() > 2) {
            let (lowest, highest) = (voice.say("lägst", "lowest"), voice.say("högst", "highest"));
            words = format!("{words}; {lowest} {}, {highest} {}", at(least), at(greatest));
        }
        sentences.push(words);
        sentences.extend(absence_sentences(voice, line));
    }
    let (first, last) = (
        subject.lines.iter().filter_map(|line| line.periods.first()).min(),
        subject.lines.iter().filter_map(|line| line.periods.last()).max(),
    );
    let within = |period: &&Period| {
        first.is_some_and(|first| first < period) && last.is_some_and(|last| *period <= last)
    };
    sentences
        .extend(subject.indicator.breaks.iter().filter(within).map(|broken| break_words(voice, *broken)));
    format!("{}.", sentences.join(". "))
}
