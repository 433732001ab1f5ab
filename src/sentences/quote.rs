//! "Kopiera som mening": one value with all that a reader needs to quote it.

use super::change::Uncertainty;
use super::voice::Voice;
use crate::i18n::period::in_period;
use crate::i18n::text::text;
use crate::model::{AreaCode, Indicator, Language, Period, Value};

/// A value to quote.
#[derive(Debug, Clone, Copy)]
pub struct Quote<'a> {
    /// What is measured.
    pub indicator: &'a Indicator,
    /// Where.
    pub code: &'a AreaCode,
    /// The area's name.
    pub name: &'a str,
    /// When.
    pub period: Period,
    /// How much, or why not.
    pub value: Value,
    /// Of the value itself (not of a change).
    pub uncertainty: Uncertainty,
    /// The edition's hash.
    pub edition: &'a str,
    /// Whether the edition's figures are modelled.
    pub synthetic: bool,
    /// The page's address; empty for none.
    pub address: &'a str,
    /// Of the words.
    pub language: Language,
}

/// The sentence, its uncertainty, source, edition and address.
pub fn quoted(quote: &Quote<'_>) -> String {
    let voice = Voice { indicator: quote.indicator, language: quote.language };
    let place = voice.place(quote.code, quote.name);
    let when = in_period(quote.period, quote.language);
    let (subject, measure) = (voice.subject(), voice.measure());
    let sentence = match quote.value {
        Value::Number(number, _) => {
            let (value, uncertainty) = (voice.value(number), uncertainty(voice, quote.uncertainty));
            match quote.language {
                Language::Sv => format!("{subject}: {place} var {measure} {value} {when}{uncertainty}."),
                Language::En => format!("{subject}: {place} {measure} was {value} {when}{uncertainty}."),
            }
        }
        Value::Absent(reason) => {
            let reason = (text(quote.language).absence)(reason);
            match quote.language {
                Language::Sv => format!("{subject}: {place} finns inget värde {when} ({reason})."),
                Language::En => format!("{subject}: {place} there is no value {when} ({reason})."),
            }
        }
    };
    let words = text(quote.language);
    let warning = if quote.synthetic { format!("{}. ", words.synthetic) } else { String::new() };
    let provider = quote.indicator.source.provider.get(quote.language);
    let source = format!(
        "{}: {provider}. {}, {} {}.",
        words.source,
        words.site,
        words.edition.to_lowercase(),
        quote.edition
    );
    let address = if quote.address.is_empty() { String::new() } else { format!(" {}", quote.address) };
    format!("{warning}{sentence} {source}{address}")
}

fn uncertainty(voice: Voice<'_>, uncertainty: Uncertainty) -> String {
    match uncertainty {
        Uncertainty::Complete => String::new(),
        Uncertainty::Unknown => {
            voice.say(" (osäkerheten är okänd)", " (the uncertainty is unknown)").to_owned()
        }
        Uncertainty::Interval(low, high) => interval(voice, (low, high)),
    }
}

/// ` (95 % konfidensintervall 8,2 % till 8,6 %)`.
pub(super) fn interval(voice: Voice<'_>, (low, high): (f64, f64)) -> String {
    let (low, high) = (voice.value(low), voice.value(high));
    match voice.language {
        Language::Sv => format!(" (95\u{A0}% konfidensintervall {low} till {high})"),
        Language::En => format!(" (95% confidence interval {low} to {high})"),
    }
}
