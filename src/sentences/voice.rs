//! The words that all sentences share: what is measured, where, how much.

use crate::i18n::number::{NumberStyle, count_text, percentage_points, with_unit};
use crate::i18n::text::text;
use crate::model::{AreaCode, Indicator, Language, Level, Measure};

/// Speaks of one indicator in one language.
#[derive(Clone, Copy)]
pub(super) struct Voice<'a> {
    pub(super) indicator: &'a Indicator,
    pub(super) language: Language,
}

impl Voice<'_> {
    /// Picks the words of the language.
    pub(super) const fn say<'t>(&self, sv: &'t str, en: &'t str) -> &'t str {
        match self.language {
            Language::Sv => sv,
            Language::En => en,
        }
    }

    /// What is measured and in which group: `Arbetslöshet (18–65 år i arbetskraften)`.
    pub(super) fn subject(&self) -> String {
        let (title, group) = (self.title(), self.group());
        if group.is_empty() { title.to_owned() } else { format!("{title} ({group})") }
    }

    /// The indicator's title.
    pub(super) fn title(&self) -> &str {
        self.indicator.title.get(self.language)
    }

    /// The population group, without the full stop that a whole text may have.
    pub(super) fn group(&self) -> &str {
        self.indicator.population.get(self.language).trim_end_matches('.')
    }

    /// The unit in full.
    pub(super) fn unit(&self) -> &str {
        self.indicator.unit.long.get(self.language)
    }

    /// Unit and group for a heading; the group only where the unit does not name it already, as `procent av invånarna
    /// 18–65 år` does.
    pub(super) fn unit_and_group(&self) -> Vec<&str> {
        let (unit, group) = (self.unit(), self.group());
        let group = if names(unit, group) { "" } else { group };
        [unit, group].into_iter().filter(|part| !part.is_empty()).collect()
    }

    /// The measure as a noun: `andelen`.
    pub(super) fn measure(&self) -> &'static str {
        match (self.indicator.measure, self.language) {
            (Measure::Count, Language::Sv) => "antalet",
            (Measure::Share, Language::Sv) => "andelen",
            (Measure::Rate, Language::Sv) => "kvoten",
            (Measure::Mean, Language::Sv) => "medelvärdet",
            (Measure::Median, Language::Sv) => "medianen",
            (Measure::Index, Language::Sv) => "indexet",
            (Measure::Count, Language::En) => "the number",
            (Measure::Share, Language::En) => "the share",
            (Measure::Rate, Language::En) => "the rate",
            (Measure::Mean, Language::En) => "the mean",
            (Measure::Median, Language::En) => "the median",
            (Measure::Index, Language::En) => "the index",
        }
    }

    /// "The same", agreeing with [`Voice::measure`].
    pub(super) const fn same(&self) -> &'static str {
        match (self.language, self.indicator.measure) {
            (Language::En, _) => "the same",
            (Language::Sv, Measure::Share | Measure::Rate | Measure::Median) => "densamma",
            (Language::Sv, Measure::Count | Measure::Mean | Measure::Index) => "detsamma",
        }
    }

    /// A number with its unit.
    pub(super) fn value(&self, number: f64) -> String {
        with_unit(number, &self.indicator.unit, self.style())
    }

    /// A difference without its sign, in percentage points where values are percentages.
    pub(super) fn difference(&self, difference: f64) -> String {
        if self.indicator.is_percent() {
            percentage_points(difference.abs(), self.style())
        } else {
            self.value(difference.abs())
        }
    }

    /// A whole number of things.
    pub(super) fn count(&self, n: usize) -> String {
        count_text(n, self.language)
    }

    /// Where, with the level: `i Göteborg (kommun)`, `i Västra Götalands län`, `i riket`.
    pub(super) fn place(&self, code: &AreaCode, name: &str) -> String {
        let level = (text(self.language).level_singular)(code.level());
        match (self.language, code.level()) {
            (Language::Sv, Level::Nation) => "i riket".to_owned(),
            (Language::En, Level::Nation) => "in Sweden".to_owned(),
            // The name says the level.
            (Language::Sv, Level::County) if name.ends_with(" län") => format!("i {name}"),
            (Language::Sv, _) if name == "Gotland" => format!("på {name} ({level})"),
            (Language::Sv, _) => format!("i {name} ({level})"),
            (Language::En, _) => format!("in {name} ({level})"),
        }
    }

    /// The name inside a list: `riket` for the country.
    pub(super) fn name(&self, code: &AreaCode, name: &str) -> String {
        match code.level() {
            Level::Nation => self.say("riket", "Sweden").to_owned(),
            _ => name.to_owned(),
        }
    }

    /// `290 kommuner`.
    pub(super) fn areas(&self, n: usize, level: Level) -> String {
        let words = text(self.language);
        let noun = if n == 1 { (words.level_singular)(level) } else { (words.level_plural)(level) };
        format!("{}\u{A0}{noun}", self.count(n))
    }

    /// `de 290 kommunerna`.
    pub(super) fn the_areas(&self, n: usize, level: Level) -> String {
        let noun = match (self.language, level) {
            (Language::Sv, Level::County) => "länen",
            (Language::Sv, Level::Municipality) => "kommunerna",
            (Language::Sv, Level::Regso) => "RegSO-områdena",
            (Language::Sv, Level::Deso) => "DeSO-områdena",
            _ => (text(self.language).level_plural)(level),
        };
        format!("{} {}\u{A0}{noun}", self.say("de", "the"), self.count(n))
    }

    const fn style(&self) -> NumberStyle {
        NumberStyle { decimals: self.indicator.decimals, language: self.language }
    }
}

/// Whether a text has all words of another, in whatever form: a long word may end otherwise, `invånare` as `invånarna`.
fn names(text: &str, other: &str) -> bool {
    let words = |text: &str| text.to_lowercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let stem = |word: &str| match word.chars().count() {
        0..=5 => word.to_owned(),
        n => word.chars().take((n - 2).max(5)).collect(),
    };
    let own = words(text);
    let has = |word: &String| match stem(word) {
        whole if whole == *word => own.contains(&whole),
        stem => own.iter().any(|own| own.starts_with(&stem)),
    };
    !other.is_empty() && words(other).iter().all(has)
}

/// `a`, `a och b`, `a, b och c`.
pub(super) fn list(items: &[String], language: Language) -> String {
    let and = match language {
        Language::Sv => "och",
        Language::En => "and",
    };
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_that_names_the_group_is_known_and_no_other() {
        for (unit, group) in [
            ("procent av invånarna 18–65 år", "invånare 18–65 år"),
            ("percent of residents aged 18–65", "residents aged 18–65"),
            ("percent of the labour force aged 16–64", "the labour force aged 16–64"),
            ("procent av arbetskraften 16–64 år", "arbetskraften 16–64 år"),
        ] {
            assert!(names(unit, group), "{unit}: {group}");
        }
        for (unit, group) in [
            ("procent", "20–64 år"),
            ("procent av invånarna", "invånare 18–65 år"),
            ("procent av invånarna 18–65 år", "invånare 16–64 år"),
            ("antal personer", "alla folkbokförda"),
            ("procent", ""),
        ] {
            assert!(!names(unit, group), "{unit}: {group}");
        }
    }
}
