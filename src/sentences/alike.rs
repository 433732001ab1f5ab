//! Where an area stands among those most like it: how many of them have less, as much and more. A place is told as a
//! set, by the numbers on both sides, and never as a rank.

use super::change::Uncertainty;
use super::place::{Third, third};
use super::voice::Voice;
use crate::i18n::number::rounded;
use crate::i18n::period::in_period;
use crate::model::{Indicator, Language, Level, Period, ProfileIndicator};

/// How many of the areas most like one have less, as much and more than it, told from each other by the decimals shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alike {
    /// How many have less.
    pub lower: usize,
    /// How many have as much.
    pub same: usize,
    /// How many have more.
    pub higher: usize,
    /// The third of them all that the area lies in; none where they are too few for thirds.
    third: Option<Third>,
    /// Whether nothing is known of how far numbers of this kind can be told apart.
    is_unknown: bool,
    /// Whether numbers with intervals were told apart by these; those that cannot be are counted as the same.
    has_intervals: bool,
}

/// What the words need besides.
#[derive(Debug, Clone, Copy)]
pub struct AlikeSubject<'a> {
    /// What is measured.
    pub indicator: &'a Indicator,
    /// The level of the areas.
    pub level: Level,
    /// The area's name.
    pub name: &'a str,
    /// When.
    pub period: Period,
    /// Whether the likeness is measured by this indicator, among others.
    pub is_measure: bool,
    /// Of the words.
    pub language: Language,
}

impl Alike {
    /// Counts an area's newest number among those of the areas most like it; none where fewer than half of these have one.
    /// Numbers with intervals are told apart where the interval of their difference does not hold 0.
    pub fn of(indicator: &Indicator, figures: &ProfileIndicator) -> Option<Self> {
        let series = figures.series.first()?;
        let at = series.values.0.iter().rposition(|value| value.number().is_some())?;
        let shown = |number: f64| rounded(number, indicator.decimals);
        let (own, own_ends) = (series.values.0[at].number()?, series.intervals.get(at).copied().flatten());
        let ends = |other: usize| figures.alike_intervals.get(other).copied().flatten();
        let has_intervals = own_ends.is_some() && figures.alike_intervals.iter().any(Option::is_some);
        let others = || figures.alike.iter().enumerate().filter_map(|(at, number)| Some((at, (*number)?)));
        let n = others().count();
        if n == 0 || n * 2 < figures.alike.len() {
            return None;
        }
        let (mut lower, mut higher) = (0, 0);
        for (at, number) in others() {
            let (below, above) = match own_ends.zip(ends(at)) {
                Some((own_ends, ends)) => match Uncertainty::of_difference((number, ends), (own, own_ends)) {
                    Uncertainty::Interval(low, high) => (high < 0.0, low > 0.0),
                    _ => (false, false),
                },
                // What has no interval where others have one cannot be told from anything.
                None if has_intervals => (false, false),
                None => (shown(number) < shown(own), shown(number) > shown(own)),
            };
            lower += usize::from(below);
            higher += usize::from(above);
        }
        let all: Vec<f64> = others().map(|(_, number)| shown(number)).chain([shown(own)]).collect();
        let third = if indicator.is_sample { None } else { third(&all, shown(own)) };
        let is_unknown = !has_intervals && Uncertainty::of(indicator) == Uncertainty::Unknown;
        Some(Self { lower, same: n - lower - higher, higher, third, is_unknown, has_intervals })
    }

    /// All of them, with the area itself.
    pub const fn n_areas(self) -> usize {
        self.lower + self.same + self.higher + 1
    }

    /// The label of [`Self::in_short`], whose numbers are of the others: `Bland de 8 mest liknande`.
    pub fn label(self, language: Language) -> String {
        match language {
            Language::Sv => format!("Bland de {} mest liknande", self.n_areas() - 1),
            Language::En => format!("Among the {} most alike", self.n_areas() - 1),
        }
    }

    /// A few words for a row: `2 lägre, 1 samma, 5 högre`; where the uncertainty is unknown the third, if there is one.
    pub fn in_short(self, language: Language) -> String {
        let say = |sv: &'static str, en: &'static str| if language == Language::Sv { sv } else { en };
        if self.is_unknown {
            return match self.third {
                Some(Third::Lower) => say("lägre tredjedelen", "lower third"),
                Some(Third::Middle) => say("mellersta tredjedelen", "middle third"),
                Some(Third::Higher) => say("högre tredjedelen", "higher third"),
                None => say("osäkerheten är okänd", "uncertainty unknown"),
            }
            .to_owned();
        }
        let parts = [
            (self.lower, say("lägre", "lower")),
            (
                self.same,
                if self.has_intervals {
                    say("går inte att skilja", "cannot be told apart")
                } else {
                    say("samma", "the same")
                },
            ),
            (self.higher, say("högre", "higher")),
        ];
        let parts: Vec<String> =
            parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n}\u{A0}{word}")).collect();
        parts.join(", ")
    }

    /// The same in sentences: `Arbetslöshet (18–65 år): bland Göteborg och de 8 kommuner som är mest lika har 2 lägre
    /// värde än Göteborg 2024, 1 samma och 5 högre. Göteborg ligger därmed på någon av platserna 3–4 av 9, räknat från
    /// det lägsta värdet.`
    pub fn in_words(self, subject: &AlikeSubject<'_>) -> String {
        let voice = Voice { indicator: subject.indicator, language: subject.language };
        let (name, when) = (subject.name, in_period(subject.period, subject.language));
        let others = voice.areas(self.n_areas() - 1, subject.level);
        let title = voice.subject();
        let place = match (self.is_unknown, subject.language) {
            (true, Language::Sv) => match self.third {
                Some(third) => format!(
                    "hör {name} till den {} tredjedelen {when}. Osäkerheten är okänd",
                    match third {
                        Third::Lower => "lägre",
                        Third::Middle => "mellersta",
                        Third::Higher => "högre",
                    }
                ),
                None => format!("är platsen inte känd {when}, för osäkerheten är okänd"),
            },
            (true, Language::En) => match self.third {
                Some(third) => format!(
                    "{name} is in the {} third {when}. The uncertainty is unknown",
                    match third {
                        Third::Lower => "lower",
                        Third::Middle => "middle",
                        Third::Higher => "higher",
                    }
                ),
                None => format!("the place is not known {when}, because the uncertainty is unknown"),
            },
            (false, Language::Sv) => {
                let same = if self.has_intervals { "som inte går att skilja från det" } else { "samma" };
                format!(
                    "har {} lägre värde än {name} {when}, {} {same} och {} högre",
                    self.lower, self.same, self.higher
                )
            }
            (false, Language::En) if self.has_intervals => format!(
                "{} have a lower value than {name} {when}, {} one that cannot be told from it and {} a higher one",
                self.lower, self.same, self.higher
            ),
            (false, Language::En) => format!(
                "{} have a lower value than {name} {when}, {} the same and {} a higher one",
                self.lower, self.same, self.higher
            ),
        };
        let place = match subject.language {
            Language::Sv => format!("{title}: bland {name} och de {others} som är mest lika {place}."),
            Language::En => format!("{title}: among {name} and the {others} most like it, {place}."),
        };
        [Some(place), self.span(subject), self.measured_by(subject)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// From where to where the area may be counted, where some have as much as it.
    fn span(self, subject: &AlikeSubject<'_>) -> Option<String> {
        let (from, to, n) = (self.lower + 1, self.lower + self.same + 1, self.n_areas());
        let name = subject.name;
        (!self.is_unknown && self.same > 0).then(|| match subject.language {
            Language::Sv => format!("{name} ligger därmed på någon av platserna {from}–{to} av {n}, räknat från det lägsta värdet."),
            Language::En => format!("That puts {name} somewhere in places {from}–{to} of {n}, counted from the lowest value."),
        })
    }

    /// Areas chosen for being alike in a number cannot be far apart in it.
    fn measured_by(self, subject: &AlikeSubject<'_>) -> Option<String> {
        subject.is_measure.then(|| {
            match subject.language {
                Language::Sv => "Likheten är mätt bland annat med den här indikatorn, så skillnaderna är små redan av det skälet.",
                Language::En => "Likeness is measured by this indicator among others, so that differences are small for that reason alone.",
            }
            .to_owned()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_label_counts_the_areas_that_its_numbers_are_of() {
        let alike =
            Alike { lower: 2, same: 1, higher: 5, third: None, is_unknown: false, has_intervals: false };
        for language in Language::ALL {
            let digits = |text: String| -> Vec<usize> {
                let words = text.split(|letter: char| !letter.is_ascii_digit());
                words.filter_map(|word| word.parse().ok()).collect()
            };
            let named = digits(alike.in_short(language)).iter().sum::<usize>();
            assert_eq!(digits(alike.label(language)), [named]);
        }
    }
}
