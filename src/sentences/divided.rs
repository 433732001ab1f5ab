//! The words of figures of one place: shares over time, the population pyramid, the segregation curve.

use super::across::AcrossSentences;
use super::voice::{Voice, list};
use crate::i18n::number::{NumberStyle, number_text};
use crate::i18n::period::{in_period, period_range};
use crate::model::{AreaCode, Indicator, Language, Period};

/// A place with its name.
pub type Place<'a> = (&'a AreaCode, &'a str);

/// The words of stacked shares: `by` is what divides (`upplåtelseform`); `last` is the newest period that has all parts,
/// with their names and percentages.
pub fn shares(
    indicator: &Indicator,
    by: &str,
    place: Place<'_>,
    periods: &[Period],
    last: Option<(Period, &[(&str, f64)])>,
    language: Language,
) -> AcrossSentences {
    let voice = Voice { indicator, language };
    let where_ = voice.place(place.0, place.1);
    let range = periods.first().zip(periods.last());
    let range =
        range.map_or_else(String::new, |(from, to)| format!(", {}", period_range(*from, *to, language)));
    let heading = format!("{} {} {by} {where_}{range}", voice.title(), voice.say("efter", "by"));
    let lede = match last {
        Some((period, parts)) => {
            let part = |(name, share): &(&str, f64)| format!("{name} {}", percent(*share, 0, language));
            let parts: Vec<String> = parts.iter().map(part).collect();
            let when = in_period(period, language);
            format!("{}: {where_} {when} {}.", voice.subject(), list(&parts, language))
        }
        None => match language {
            Language::Sv => format!("{}: {where_} har ingen period alla delar.", voice.subject()),
            Language::En => format!("{}: {where_} no period has all parts.", voice.subject()),
        },
    };
    let kind = voice.say("Staplade andelar", "Stacked shares");
    with_alternative(kind, heading, voice.say("procent av alla", "percent of all").to_owned(), lede)
}

/// The young and the old in percent of all, each with the larger area's where there is one.
pub type YoungAndOld = [(f64, Option<f64>); 2];

/// The words of a pyramid: `largest` is the group with most persons and its percentage of all; `ends` are those under 20 and
/// those of 65 and over, beside a larger area's (its name).
pub fn pyramid(
    indicator: &Indicator,
    place: Place<'_>,
    period: Period,
    largest: Option<(&str, f64)>,
    ends: Option<(YoungAndOld, &str)>,
    language: Language,
) -> AcrossSentences {
    let voice = Voice { indicator, language };
    let (where_, when) = (voice.place(place.0, place.1), in_period(period, language));
    let by = voice.say("efter ålder och kön", "by age and sex");
    let heading = format!("{} {by} {where_} {when}", voice.title());
    let lede = match (largest, language) {
        (Some((group, share)), Language::Sv) => {
            format!(
                "{}: den största gruppen {where_} {when} är {group}, {} av alla.",
                voice.subject(),
                percent(share, 1, language)
            )
        }
        (Some((group, share)), Language::En) => {
            format!(
                "{}: the largest group {where_} {when} is {group}, {} of all.",
                voice.subject(),
                percent(share, 1, language)
            )
        }
        (None, Language::Sv) => format!("{}: {where_} finns inga värden {when}.", voice.subject()),
        (None, Language::En) => format!("{}: {where_} there are no values {when}.", voice.subject()),
    };
    let ends = ends.map_or_else(String::new, |([young, old], larger)| {
        let beside = |(own, other): (f64, Option<f64>)| {
            let other = other.map(|other| format!(" ({larger} {})", percent(other, 1, language)));
            percent(own, 1, language) + &other.unwrap_or_default()
        };
        let (young, old) = (beside(young), beside(old));
        match language {
            Language::Sv => format!(" Under 20 år är {young}, 65 år eller äldre {old}."),
            Language::En => format!(" Under 20 are {young}, 65 or older {old}."),
        }
    });
    let lede = lede + &ends;
    let kind = voice.say("Befolkningspyramid", "Population pyramid");
    with_alternative(kind, heading, voice.say("procent av alla", "percent of all").to_owned(), lede)
}

/// The words of a segregation curve: `group` against all others, each curve's name with its dissimilarity where it has
/// one, and what the areas are called.
pub fn curve(
    group: &str,
    areas: &str,
    when: Period,
    curves: &[(&str, Option<f64>)],
    language: Language,
) -> AcrossSentences {
    let say = |sv: &'static str, en: &'static str| match language {
        Language::Sv => sv,
        Language::En => en,
    };
    let names: Vec<String> = curves.iter().map(|(name, _)| (*name).to_owned()).collect();
    let when = in_period(when, language);
    let heading = format!(
        "{}: {group}, {} {when}",
        say("Segregationskurva", "Segregation curve"),
        list(&names, language)
    );
    let style = NumberStyle { decimals: 2, language };
    let sentence = |(name, index): &(&str, Option<f64>)| match (index, language) {
        (Some(index), Language::Sv) => format!(
            "{name}: olikhetsindex {}. Så stor del av gruppen ({}) skulle behöva bo i ett annat av dessa {areas} för \
             att andelen skulle vara densamma överallt.",
            number_text(*index, style),
            percent(100.0 * index, 0, language)
        ),
        (Some(index), Language::En) => format!(
            "{name}: dissimilarity index {}. That part of the group ({}) would have to live in another of these {areas} for \
             the share to be the same everywhere.",
            number_text(*index, style),
            percent(100.0 * index, 0, language)
        ),
        (None, Language::Sv) => format!("{name}: gruppen eller de andra saknas, så ingen kurva kan ritas."),
        (None, Language::En) => {
            format!("{name}: the group or the others are missing, so no curve can be drawn.")
        }
    };
    let lede = curves.iter().map(sentence).collect::<Vec<_>>().join(" ");
    let detail = format!("{} · {areas}", say("gruppen mot alla andra", "the group against all others"));
    with_alternative(say("Segregationskurva", "Segregation curve"), heading, detail, lede)
}

fn with_alternative(kind: &str, heading: String, detail: String, lede: String) -> AcrossSentences {
    AcrossSentences { alternative: format!("{kind}. {heading} · {detail}. {lede}"), heading, detail, lede }
}

fn percent(share: f64, decimals: u8, language: Language) -> String {
    let sign = match language {
        Language::Sv => "\u{A0}%",
        Language::En => "%",
    };
    format!("{}{sign}", number_text(share, NumberStyle { decimals, language }))
}
