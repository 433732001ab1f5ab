//! The words of a map.

use super::voice::{Voice, list};
use crate::i18n::period::{in_period, period_text};
use crate::model::{Absence, Indicator, Language, Level, Period, Value};
use crate::stats::quantile::quantiles;

/// Title: indicator, level, period, unit and group in one line.
pub fn title(indicator: &Indicator, period: Option<Period>, level: Level, language: Language) -> String {
    let parts = [heading(indicator, period, level, language), detail(indicator, language)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The rest of the title: unit and group.
pub fn detail(indicator: &Indicator, language: Language) -> String {
    let voice = Voice { indicator, language };
    voice.unit_and_group().join(" · ")
}

/// The short title: indicator, level, period.
pub fn heading(indicator: &Indicator, period: Option<Period>, level: Level, language: Language) -> String {
    let voice = Voice { indicator, language };
    let period = period.map_or_else(String::new, |period| format!(" {}", period_text(period, language)));
    let areas = match (language, level) {
        (Language::Sv, Level::Nation) => "i riket",
        (Language::Sv, Level::County) => "i Sveriges län",
        (Language::Sv, Level::Municipality) => "i Sveriges kommuner",
        (Language::Sv, Level::Regso) => "i Sveriges RegSO-områden",
        (Language::Sv, Level::Deso) => "i Sveriges DeSO-områden",
        (Language::En, Level::Nation) => "in Sweden",
        (Language::En, Level::County) => "in the counties of Sweden",
        (Language::En, Level::Municipality) => "in the municipalities of Sweden",
        (Language::En, Level::Regso) => "in the RegSO areas of Sweden",
        (Language::En, Level::Deso) => "in the DeSO areas of Sweden",
    };
    format!("{} {areas}{period}", voice.title())
}

/// The title of a map that is close to one area: limits and numbers are those of all areas, and the title says both.
pub fn close_up(title: &str, place: &str, language: Language) -> String {
    match language {
        Language::Sv => format!("{title} – utsnitt: {place}"),
        Language::En => format!("{title} – close-up: {place}"),
    }
}

/// How values spread between the areas: the middle and both ends together, never one end alone; how many areas show no
/// value and why. Tenths are quantiles of type 7; fewer than 20 areas have least and greatest value instead.
pub fn lede(
    indicator: &Indicator,
    values: &[Value],
    period: Option<Period>,
    level: Level,
    language: Language,
) -> String {
    let voice = Voice { indicator, language };
    let numbers: Vec<f64> = values.iter().filter_map(|value| value.number()).collect();
    let when = period.map_or_else(String::new, |period| format!(" {}", in_period(period, language)));
    let mut sentences = vec![format!("{}{when}: {}", voice.subject(), spread(voice, &numbers, level))];
    sentences.extend(absent(voice, values, level));
    format!("{}.", sentences.join(". "))
}

/// What a map of places can say and what not: composition, not separation.
pub const fn composition(language: Language) -> &'static str {
    match language {
        Language::Sv => {
            "Kartan visar skillnader mellan dem som bor i olika områden (sammansättning). Den visar inte hur åtskilda \
             grupper bor inom områdena."
        }
        Language::En => {
            "The map shows differences between those who live in different areas (composition). It does not show how \
             apart groups live inside the areas."
        }
    }
}

/// The text alternative of the picture.
pub fn alternative(
    indicator: &Indicator,
    values: &[Value],
    period: Option<Period>,
    level: Level,
    language: Language,
) -> String {
    let voice = Voice { indicator, language };
    let (map, title) = (voice.say("Karta", "Map"), title(indicator, period, level, language));
    format!("{map}. {title}. {} {}", lede(indicator, values, period, level, language), composition(language))
}

/// Median and ends of the areas' values, without a full stop.
pub(super) fn spread(voice: Voice<'_>, numbers: &[f64], level: Level) -> String {
    const ENOUGH_FOR_TENTHS: usize = 20;
    let n = numbers.len();
    let shares = if n < ENOUGH_FOR_TENTHS { [0.0, 0.5, 1.0] } else { [0.1, 0.5, 0.9] };
    let [low, middle, high] = quantiles(numbers, &shares)[..] else {
        return voice.say("inget område har något värde", "no area has a value").to_owned();
    };
    let [low, middle, high] = [low, middle, high].map(|number| voice.value(number));
    let areas = voice.areas(n, level);
    let the_areas = voice.the_areas(n, level);
    match (voice.language, n) {
        (Language::Sv, 1) => format!("ett område har värde, {middle}"),
        (Language::En, 1) => format!("one area has a value, {middle}"),
        (Language::Sv, _) if low == high && n < ENOUGH_FOR_TENTHS => format!("alla {areas} har {middle}"),
        (Language::En, _) if low == high && n < ENOUGH_FOR_TENTHS => format!("all {areas} have {middle}"),
        (Language::Sv, _) if n < ENOUGH_FOR_TENTHS => {
            format!(
                "hälften av {the_areas} har högst {middle}; det lägsta värdet är {low} och det högsta {high}"
            )
        }
        (Language::En, _) if n < ENOUGH_FOR_TENTHS => {
            format!(
                "half of {the_areas} have at most {middle}; the lowest value is {low} and the highest {high}"
            )
        }
        (Language::Sv, _) => format!(
            "hälften av {the_areas} har högst {middle}; den tiondel som har lägst värden har högst {low} och den tiondel \
             som har högst värden minst {high}"
        ),
        (Language::En, _) => format!(
            "half of {the_areas} have at most {middle}; the tenth with the lowest values have at most {low} and the \
             tenth with the highest values at least {high}"
        ),
    }
}

/// How many areas show no value, by reason.
fn absent(voice: Voice<'_>, values: &[Value], level: Level) -> Option<String> {
    let count = |reason: Absence| values.iter().filter(|value| value.absence() == Some(reason)).count();
    let part = |reason: Absence| {
        let n = count(reason);
        let words = match reason {
            Absence::Suppressed => voice.say("sekretess", "confidential"),
            Absence::Missing => voice.say("uppgift saknas", "missing"),
            Absence::NotApplicable => voice.say("inte tillämpligt", "not applicable"),
        };
        (n > 0).then(|| format!("{words}: {}", voice.count(n)))
    };
    let parts: Vec<String> = Absence::ALL.into_iter().filter_map(part).collect();
    let n: usize = Absence::ALL.into_iter().map(count).sum();
    (n > 0).then(|| {
        let (areas, reasons) = (voice.areas(n, level), list(&parts, voice.language));
        match voice.language {
            Language::Sv => format!("För {areas} visas inget värde ({reasons})"),
            Language::En => format!("No value is shown for {areas} ({reasons})"),
        }
    })
}
