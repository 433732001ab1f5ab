//! The summary of an area's page: a few plain sentences.

use super::change::{Change, Uncertainty};
use super::map::spread;
use super::voice::Voice;
use crate::i18n::case::{lower_first, upper_first};
use crate::i18n::number::{NumberStyle, number_text, rounded};
use crate::i18n::period::{in_period, period_text};
use crate::model::{
    AreaCode, Catalogue, Indicator, Language, Level, Measure, Period, Profile, ProfileIndicator,
    ProfileSeries, Value,
};
use crate::stats::summary::{Divisor, standard_deviation};

/// Three sentences: how many live there; how one indicator spreads between the areas inside, or, where none are known,
/// where it stands beside the country and among the areas of the same level, in thirds and never as a rank; in what the
/// place differs most and least from the country, or how that one indicator has changed. The one indicator is the first
/// of the catalogue that is not a count, the same for every area, so that no page leads with what is unusual about it.
pub fn summary(catalogue: &Catalogue, profile: &Profile, language: Language) -> Vec<String> {
    let mut sentences: Vec<String> = population(catalogue, profile, language).into_iter().collect();
    let figures =
        catalogue.indicators.iter().filter(|indicator| indicator.measure != Measure::Count).find_map(
            |indicator| {
                let figures = profile.indicators.iter().find(|figures| figures.slug == indicator.slug)?;
                newest(figures, figures.series.first()?)?;
                Some((indicator, figures))
            },
        );
    if let Some((indicator, figures)) = figures {
        let voice = Voice { indicator, language };
        sentences.extend(inside(voice, profile).or_else(|| standing(voice, profile, figures)));
        let apart = most_and_least_apart(catalogue, profile, language);
        sentences.extend(apart.or_else(|| development(voice, profile, figures)));
    }
    sentences
}

/// How an indicator spreads between the areas inside, before any single value.
fn inside(voice: Voice<'_>, profile: &Profile) -> Option<String> {
    let inside = profile.inside.as_ref()?;
    let values = inside.indicators.iter().find(|values| values.slug == voice.indicator.slug)?;
    let numbers: Vec<f64> = values.values.0.iter().filter_map(|value| value.number()).collect();
    if numbers.len() < 2 {
        return None;
    }
    let place = voice.place(&profile.area, &profile.name);
    let (subject, when) = (voice.subject(), in_period(values.period, voice.language));
    let spread = spread(voice, &numbers, inside.level);
    Some(format!("{subject} {place} {when}: {spread}."))
}

/// In which of the complete counts the place differs most from the country, measured in standard deviations over the
/// areas of its level, and in which least. Both ends, or nothing.
fn most_and_least_apart(catalogue: &Catalogue, profile: &Profile, language: Language) -> Option<String> {
    const FEWEST_AREAS: usize = 9;
    const FEWEST_INDICATORS: usize = 4;
    let mut apart: Vec<(f64, String)> = Vec::new();
    for indicator in &catalogue.indicators {
        let voice = Voice { indicator, language };
        let is_complete = indicator.measure == Measure::Share;
        let Some(figures) = profile.indicators.iter().find(|own| own.slug == indicator.slug) else {
            continue;
        };
        let Some((period, own)) = figures.series.first().and_then(|series| newest(figures, series)) else {
            continue;
        };
        let Some(nation) = nation(figures, period) else { continue };
        let deviation = standard_deviation(&figures.level_spread, Divisor::All);
        if let Some(deviation) = deviation.filter(|deviation| *deviation > 0.0)
            && is_complete
            && figures.level_spread.len() >= FEWEST_AREAS
        {
            let title = lower_first(voice.title());
            let (own_value, nation_value) = (voice.value(own), voice.value(nation));
            let words = match language {
                Language::Sv => format!("{title} ({own_value} mot rikets {nation_value})"),
                Language::En => format!("{title} ({own_value} against Sweden's {nation_value})"),
            };
            apart.push(((own - nation).abs() / deviation, words));
        }
    }
    if apart.len() < FEWEST_INDICATORS {
        return None;
    }
    let most = apart.iter().max_by(|a, b| a.0.total_cmp(&b.0))?;
    let least = apart.iter().min_by(|a, b| a.0.total_cmp(&b.0))?;
    let (name, most, least) = (&profile.name, &most.1, &least.1);
    Some(match language {
        Language::Sv => {
            format!("Av andelarna här skiljer sig {name} mest från riket i {most} och minst i {least}.")
        }
        Language::En => format!(
            "Of the shares here, {name} differs most from the country in {most} and least in {least}."
        ),
    })
}

fn population(catalogue: &Catalogue, profile: &Profile, language: Language) -> Option<String> {
    if profile.population == 0 {
        return None;
    }
    let people = number_text(f64::from(profile.population), NumberStyle { decimals: 0, language });
    let when = counted(catalogue, profile)
        .map_or_else(String::new, |period| format!(" {}", in_period(period, language)));
    let name = &profile.name;
    let county = profile.parents.iter().find(|(code, _)| code.level() == Level::County).map(|(_, name)| name);
    Some(match (language, profile.area.level(), county) {
        (Language::Sv, Level::Municipality, Some(county)) => {
            format!("{name} är en kommun i {county} med {people} invånare{when}.")
        }
        (Language::En, Level::Municipality, Some(county)) => {
            format!("{name} is a municipality in {county} with {people} residents{when}.")
        }
        (Language::Sv, Level::Nation, _) => format!("Sverige har {people} invånare{when}."),
        (Language::En, Level::Nation, _) => format!("Sweden has {people} residents{when}."),
        (Language::Sv, ..) => format!("{name} har {people} invånare{when}."),
        (Language::En, ..) => format!("{name} has {people} residents{when}."),
    })
}

/// When the people were counted: the newest period of a count that is the profile's population.
fn counted(catalogue: &Catalogue, profile: &Profile) -> Option<Period> {
    profile.indicators.iter().find_map(|figures| {
        let indicator = catalogue.indicator(&figures.slug)?;
        let (period, number) = newest(figures, figures.series.first()?)?;
        (indicator.measure == Measure::Count && number == f64::from(profile.population)).then_some(period)
    })
}

fn standing(voice: Voice<'_>, profile: &Profile, figures: &ProfileIndicator) -> Option<String> {
    let (period, own) = newest(figures, figures.series.first()?)?;
    let place = voice.place(&profile.area, &profile.name);
    let (value, when, measure) = (voice.value(own), in_period(period, voice.language), voice.measure());
    let beside = nation(figures, period).map_or_else(String::new, |nation| beside_nation(voice, own, nation));
    let third = third_of(voice.indicator, &figures.level_spread, own)
        .map_or_else(String::new, |third| third_words(voice, third, profile.area.level()));
    let series = figures.series.first()?;
    let at = figures.periods.binary_search(&period).ok()?;
    let value = match series.intervals.get(at).copied().flatten() {
        Some(ends) => format!("{value}{}", super::quote::interval(voice, ends)),
        None => value,
    };
    let subject = voice.subject();
    Some(match voice.language {
        Language::Sv => format!("{subject}: {place} är {measure} {value} {when}{beside}{third}."),
        Language::En => format!("{subject}: {place} {measure} is {value} {when}{beside}{third}."),
    })
}

/// Beside the country: "higher" only where the figures are complete counts; where the uncertainty is unknown the two
/// numbers stand side by side without a verdict.
fn beside_nation(voice: Voice<'_>, own: f64, nation: f64) -> String {
    let value = voice.value(nation);
    let decimals = voice.indicator.decimals;
    let difference = rounded(own, decimals) - rounded(nation, decimals);
    let complete = Uncertainty::of(voice.indicator) == Uncertainty::Complete;
    match (voice.language, complete) {
        (Language::Sv, true) if difference > 0.0 => format!(", högre än i riket ({value})"),
        (Language::Sv, true) if difference < 0.0 => format!(", lägre än i riket ({value})"),
        (Language::Sv, true) => ", lika mycket som i riket".to_owned(),
        (Language::Sv, false) => format!(" (i riket {value})"),
        (Language::En, true) if difference > 0.0 => format!(", higher than in Sweden as a whole ({value})"),
        (Language::En, true) if difference < 0.0 => format!(", lower than in Sweden as a whole ({value})"),
        (Language::En, true) => ", the same as in Sweden as a whole".to_owned(),
        (Language::En, false) => format!(" (in Sweden as a whole {value})"),
    }
}

/// A third of some areas, by their values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Third {
    Lower,
    Middle,
    Higher,
}

/// The third, where chance has no part in who lies in which: values of a sample are not put in order without saying so.
fn third_of(indicator: &Indicator, values: &[f64], own: f64) -> Option<Third> {
    if indicator.is_sample { None } else { third(values, own) }
}

/// The third of the level's areas that the value lies in; equal values count half below and half above. None among
/// fewer than nine areas.
pub(super) fn third(values: &[f64], own: f64) -> Option<Third> {
    const FEWEST: usize = 9;
    let n = values.len();
    if n < FEWEST {
        return None;
    }
    let below = values.iter().filter(|value| **value < own).count();
    let equal = values.iter().filter(|value| **value == own).count();
    // Six times, to stay in whole numbers: (below + equal/2)/n against 1/3 and 2/3.
    Some(match 6 * below + 3 * equal {
        place if place < 2 * n => Third::Lower,
        place if place >= 4 * n => Third::Higher,
        _ => Third::Middle,
    })
}

/// Where an area stands among those around it, for a table: the third it lies in, and from where to where they go. Only
/// the span where the areas are few or the area has no value.
pub fn third_among(indicator: &Indicator, values: &[f64], own: Option<f64>, language: Language) -> String {
    let voice = Voice { indicator, language };
    let ends = values.iter().fold(None, |ends: Option<[f64; 2]>, &value| {
        Some(ends.map_or([value; 2], |[low, high]| [low.min(value), high.max(value)]))
    });
    let Some([low, high]) = ends else { return String::new() };
    let span = format!(
        "{}–{}",
        number_text(low, NumberStyle { decimals: indicator.decimals, language }),
        voice.value(high)
    );
    let third = own.and_then(|own| third_of(indicator, values, own)).map(|third| match third {
        Third::Lower => voice.say("lägre tredjedelen", "lower third"),
        Third::Middle => voice.say("mellersta tredjedelen", "middle third"),
        Third::Higher => voice.say("högre tredjedelen", "higher third"),
    });
    match third {
        Some(third) => format!("{third} ({span})"),
        None => span,
    }
}

fn third_words(voice: Voice<'_>, third: Third, level: Level) -> String {
    let areas = match (voice.language, level) {
        (Language::Sv, Level::County) => "länen",
        (Language::Sv, Level::Municipality) => "kommunerna",
        (Language::Sv, _) => "områdena",
        (Language::En, Level::County) => "counties",
        (Language::En, Level::Municipality) => "municipalities",
        (Language::En, _) => "areas",
    };
    match (voice.language, third) {
        (Language::Sv, Third::Lower) => format!(". Det hör till den lägre tredjedelen av {areas}"),
        (Language::Sv, Third::Middle) => format!(". Det hör till den mellersta tredjedelen av {areas}"),
        (Language::Sv, Third::Higher) => format!(". Det hör till den högre tredjedelen av {areas}"),
        (Language::En, Third::Lower) => format!(". That is in the lower third of all {areas}"),
        (Language::En, Third::Middle) => format!(". That is in the middle third of all {areas}"),
        (Language::En, Third::Higher) => format!(". That is in the higher third of all {areas}"),
    }
}

fn development(voice: Voice<'_>, profile: &Profile, figures: &ProfileIndicator) -> Option<String> {
    let own = figures.series.first()?;
    let (change, broken) = Change::of(&figures.periods, &own.values.0, &voice.indicator.breaks)?;
    let uncertainty =
        Uncertainty::in_series(voice.indicator, &figures.periods, &own.values.0, &own.intervals);
    let words = upper_first(&change.words(voice, &voice.place(&profile.area, &profile.name), uncertainty));
    let since = broken.map_or_else(String::new, |broken| {
        let broken = period_text(broken, voice.language);
        match voice.language {
            Language::Sv => {
                format!(" Serien har ett brott {broken}, och tidigare värden går inte att jämföra.")
            }
            Language::En => {
                format!(" There is a break in the series in {broken}; earlier values cannot be compared.")
            }
        }
    });
    let unknown = if uncertainty == Uncertainty::Unknown && change.first.0 != change.last.0 {
        voice.say(" Osäkerheten är okänd.", " The uncertainty is unknown.")
    } else {
        ""
    };
    (change.first.0 != change.last.0).then(|| format!("{words}.{since}{unknown}"))
}

/// The change of a series since its first comparable period, in a few words with its sign: `+1,5 procentenheter`; none
/// where the two numbers are the same as shown. `None` for a series without two comparable numbers.
pub fn change_in_short(
    indicator: &Indicator,
    periods: &[Period],
    values: &[Value],
    language: Language,
) -> Option<(Option<String>, Period)> {
    let (change, _) = Change::of(periods, values, &indicator.breaks)?;
    let voice = Voice { indicator, language };
    let difference = change.difference(indicator.decimals);
    let words = (difference != 0.0).then(|| {
        let sign = if difference < 0.0 { "\u{2212}" } else { "+" };
        format!("{sign}{}", voice.difference(difference))
    });
    (change.first.0 != change.last.0).then_some((words, change.first.0))
}

fn newest(figures: &ProfileIndicator, series: &ProfileSeries) -> Option<(Period, f64)> {
    let timed = figures.periods.iter().copied().zip(series.values.0.iter().copied());
    timed.rev().find_map(|(period, value)| Some((period, value.number()?)))
}

fn nation(figures: &ProfileIndicator, period: Period) -> Option<f64> {
    let series = figures.series.iter().skip(1).find(|series| series.area == AreaCode::nation())?;
    series.values.0.get(figures.periods.binary_search(&period).ok()?)?.number()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirds_split_the_areas_evenly_and_ties_fall_in_the_middle() {
        let nine: Vec<f64> = (1..=9).map(f64::from).collect();
        let thirds: Vec<Option<Third>> = nine.iter().map(|own| third(&nine, *own)).collect();
        for (third, expected) in thirds.chunks(3).zip([Third::Lower, Third::Middle, Third::Higher]) {
            assert_eq!(third, [Some(expected); 3]);
        }
        assert_eq!(third(&[5.0; 290], 5.0), Some(Third::Middle));
        assert_eq!(third(&[5.0; 8], 5.0), None);
    }
}
