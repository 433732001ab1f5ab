//! What is said aloud of one area of a map: its value, its class, its place among all, and its neighbours.

use super::quote::interval;
use super::voice::Voice;
use crate::i18n::text::text;
use crate::model::{Ends, Indicator, Language, Level, Value};
use crate::stats::classification::Classification;
use crate::stats::quantile::quantiles;

/// An area of a map, with what it is seen beside.
pub struct MapArea<'a> {
    /// What is mapped.
    pub indicator: &'a Indicator,
    /// The level of the areas.
    pub level: Level,
    /// The area's value; none where the map has none.
    pub value: Option<Value>,
    /// The interval of that value, where it has one.
    pub ends: Ends,
    /// The values of all areas of the level.
    pub all: &'a [Value],
    /// The values of its neighbours.
    pub neighbours: &'a [Value],
    /// The map's classes.
    pub classification: &'a Classification,
}

/// Sentences with a full stop each: value, class and limits, how many of the areas have a lower and a higher value, and
/// the middle and both ends of the neighbours' values. An absence says its reason, and the neighbours follow all the
/// same.
pub fn announcement(area: &MapArea<'_>, language: Language) -> String {
    let voice = Voice { indicator: area.indicator, language };
    let mut sentences = Vec::new();
    match area.value {
        Some(Value::Number(number, _)) => {
            let ends = area.ends.map_or_else(String::new, |ends| interval(voice, ends));
            sentences.push(format!("{}{ends}", voice.value(number)));
            sentences.push(class(voice, number, area.classification));
            sentences.push(place(voice, number, area));
        }
        Some(Value::Absent(reason)) => sentences.push((text(language).absence)(reason).to_owned()),
        None => sentences.push((text(language).absence)(crate::model::Absence::Missing).to_owned()),
    }
    sentences.extend(beside(voice, area.neighbours));
    format!("{}.", sentences.join(". "))
}

fn class(voice: Voice<'_>, number: f64, classification: &Classification) -> String {
    let class = classification.class_of(number);
    let of = voice.say("av", "of");
    let limits = match classification.limits_of(class) {
        (None, Some(upper)) => format!("{} {}", voice.say("högst", "at most"), voice.value(upper)),
        (Some(lower), None) => format!("{} {}", voice.say("över", "over"), voice.value(lower)),
        (Some(lower), Some(upper)) => {
            format!(
                "{} {} {} {}",
                voice.say("över", "over"),
                voice.value(lower),
                voice.say("till", "to"),
                voice.value(upper)
            )
        }
        (None, None) => return format!("{} 1 {of} 1", voice.say("Klass", "Class")),
    };
    let n = classification.n_classes();
    format!("{} {} {of} {n}: {limits}", voice.say("Klass", "Class"), class + 1)
}

fn place(voice: Voice<'_>, number: f64, area: &MapArea<'_>) -> String {
    let numbers = || area.all.iter().filter_map(|value| value.number());
    let lower = numbers().filter(|other| *other < number).count();
    let higher = numbers().filter(|other| *other > number).count();
    let of = voice.the_areas(numbers().count(), area.level);
    let (lower, higher) = (voice.count(lower), voice.count(higher));
    match voice.language {
        Language::Sv => format!("Av {of} har {lower} ett lägre värde och {higher} ett högre"),
        Language::En => format!("Of {of}, {lower} have a lower value and {higher} a higher one"),
    }
}

/// The neighbours' values; nothing for an area without any.
fn beside(voice: Voice<'_>, neighbours: &[Value]) -> Option<String> {
    let numbers: Vec<f64> = neighbours.iter().filter_map(|value| value.number()).collect();
    let [low, middle, high] = quantiles(&numbers, &[0.0, 0.5, 1.0])[..] else { return None };
    let n = numbers.len();
    let [low, middle, high] = [low, middle, high].map(|number| voice.value(number));
    Some(match (voice.language, n) {
        (Language::Sv, 1) => format!("Grannområdet har {middle}"),
        (Language::En, 1) => format!("The neighbouring area has {middle}"),
        (Language::Sv, _) => format!("De {n} grannområdena har {low} till {high}, i mitten {middle}"),
        (Language::En, _) => {
            format!("The {n} neighbouring areas have {low} to {high}, {middle} in the middle")
        }
    })
}
