//! The claims of a summary, each held against the numbers of the profile.

use super::said::{holes, is_value, number_and_unit, require, shown};
use lagesbild::i18n::period::{in_period, period_text};
use lagesbild::model::{
    AreaCode, Catalogue, Flags, Indicator, Language, Level, Measure, Period, Profile, ProfileIndicator,
};
use lagesbild::stats::quantile::quantile;

/// What kind of sentence it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    People,
    Inside,
    Standing,
    Apart,
    Change,
}

/// Finds what a sentence claims and holds it against the numbers.
pub(super) fn checked(
    sentence: &str,
    catalogue: &Catalogue,
    profile: &Profile,
    language: Language,
) -> Result<Kind, String> {
    let subject = Subject { catalogue, profile, language };
    let sentence = sentence.replace('\u{A0}', " ");
    let checks = [
        (Kind::People, subject.people(&sentence)),
        (Kind::Apart, subject.apart(&sentence)),
        (Kind::Change, subject.change(&sentence)),
        (Kind::Inside, subject.inside(&sentence)),
        (Kind::Standing, subject.standing(&sentence)),
    ];
    for (kind, found) in checks {
        if let Some(found) = found {
            return found.map(|()| kind).map_err(|why| format!("{kind:?}: {why}: {sentence}"));
        }
    }
    Err(format!("no check knows the sentence: {sentence}"))
}

struct Subject<'a> {
    catalogue: &'a Catalogue,
    profile: &'a Profile,
    language: Language,
}

type Checked = Option<Result<(), String>>;

impl Subject<'_> {
    fn say<'t>(&self, sv: &'t str, en: &'t str) -> &'t str {
        if self.language == Language::Sv { sv } else { en }
    }

    fn people(&self, sentence: &str) -> Checked {
        let in_county = self.say(
            "{} är en kommun i {} med {} invånare{}.",
            "{} is a municipality in {} with {} residents{}.",
        );
        let alone = self.say("{} har {} invånare{}.", "{} has {} residents{}.");
        let country = [self.say("Sverige", "Sweden"), &self.profile.name];
        let (name, county, people, when) = if let Some(found) = holes(in_county, sentence) {
            (found[0], Some(found[1]), found[2], found[3])
        } else {
            let found = holes(alone, sentence)?;
            (found[0], None, found[1], found[2])
        };
        Some((|| {
            let is_nation = self.profile.area.level() == Level::Nation;
            require(name == self.profile.name || is_nation && country.contains(&name), || {
                format!("the name is {name}")
            })?;
            if let Some(county) = county {
                let own = self.profile.parents.iter().find(|(code, _)| code.level() == Level::County);
                require(own.is_some_and(|(_, own)| own == county), || format!("it lies in {county}"))?;
            }
            let (number, _, _) = number_and_unit(people, self.language)?;
            require(number == f64::from(self.profile.population), || format!("{number} people"))?;
            if when.is_empty() {
                return Ok(());
            }
            // Some count of people has that number in that period.
            let counted = self.profile.indicators.iter().any(|figures| {
                let of_period = |at: usize| in_period(figures.periods[at], self.language) == when.trim();
                let values = &figures.series[0].values.0;
                (0..values.len()).any(|at| of_period(at) && values[at].number() == Some(number))
            });
            require(counted, || format!("nothing was counted{when}"))
        })())
    }

    fn apart(&self, sentence: &str) -> Checked {
        let pattern = self.say(
            "Av andelarna här skiljer sig {} mest från riket i {} och minst i {}.",
            "Of the shares here, {} differs most from the country in {} and least in {}.",
        );
        let found = holes(pattern, sentence)?;
        Some((|| {
            require(found[0] == self.profile.name, || format!("the name is {}", found[0]))?;
            let mut distances = Vec::new();
            for indicator in self.catalogue.indicators.iter().filter(|own| own.measure == Measure::Share) {
                let Some((figures, period, own)) = self.newest(indicator) else { continue };
                let Some(nation) = number_of(figures, &AreaCode::nation(), period) else { continue };
                let n = figures.level_spread.len() as f64;
                let mean = figures.level_spread.iter().sum::<f64>() / n;
                let variance =
                    figures.level_spread.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n;
                if n >= 9.0 && variance > 0.0 {
                    distances.push(((own - nation).abs() / variance.sqrt(), indicator, own, nation));
                }
            }
            let far = distances.iter().map(|distance| distance.0).fold(0.0, f64::max);
            let near = distances.iter().map(|distance| distance.0).fold(f64::INFINITY, f64::min);
            for (words, extreme) in [(found[1], far), (found[2], near)] {
                let pattern = self.say("{} ({} mot rikets {})", "{} ({} against Sweden's {})");
                let title_of = |indicator: &Indicator| indicator.title.get(self.language).to_lowercase();
                let hit = distances.iter().find(|(_, indicator, ..)| {
                    words.to_lowercase().starts_with(&format!("{} (", title_of(indicator)))
                });
                let (distance, indicator, own, nation) = hit.ok_or(format!("nothing is called {words}"))?;
                require((distance - extreme).abs() < 1e-9, || format!("{words} is not the end of them"))?;
                let values = words[title_of(indicator).len()..].trim();
                let parts = holes(pattern[2..].trim(), values).ok_or(format!("“{values}”"))?;
                is_value(parts[0], *own, indicator, self.language)?;
                is_value(parts[1], *nation, indicator, self.language)?;
            }
            Ok(())
        })())
    }

    fn change(&self, sentence: &str) -> Checked {
        let patterns: [(&str, &str, i64); 3] = [
            (
                "{} ökade {} från {} till {}, en ökning med {}",
                "{} increased from {} to {}, an increase of {}",
                1,
            ),
            (
                "{} minskade {} från {} till {}, en minskning med {}",
                "{} decreased from {} to {}, a decrease of {}",
                -1,
            ),
            ("{} var {} densamma {} och {}: {}", "{} was the same {} and {}: {}", 0),
        ];
        // "detsamma" where the measure is neuter.
        let sentence = &sentence.replace(" detsamma ", " densamma ");
        let found = |(sv, en, sign): &(&str, &str, i64)| {
            let mut found = holes(self.say(sv, en), sentence)?;
            // In English what is measured stands where the place does.
            if self.language == Language::En {
                found.insert(1, found[0]);
            }
            Some((found, *sign))
        };
        if let Some((found, sign)) = patterns.iter().find_map(found) {
            return Some(self.change_holds(&found, sign));
        }
        let unclear = self.say(
            "{} var {} och {}; skillnaden är inte större än vad slumpen kan ge.",
            "{} was {} and {}; the difference is no larger than chance can make.",
        );
        Some(self.unclear_change(&holes(unclear, sentence)?))
    }

    /// What is said of a change that chance can make is said of one whose interval holds 0.
    fn unclear_change(&self, found: &[&str]) -> Result<(), String> {
        let (indicator, figures) = self.first().ok_or("nothing can change")?;
        self.is_here(found[0])?;
        let numbers = figures.periods.iter().zip(&figures.series[0].values.0);
        let mut numbers = numbers.filter_map(|(period, value)| Some((*period, value.number()?)));
        let first = numbers.next().ok_or("nothing has a number")?;
        let last = numbers.next_back().ok_or("nothing changes")?;
        for (words, (period, number)) in [(found[1], first), (found[2], last)] {
            let value = words.strip_suffix(&format!(" {}", in_period(period, self.language)));
            let value = value.ok_or(format!("“{words}” is not of {period}"))?;
            // In Swedish the measure stands before the first number.
            let value = value.find(|sign: char| sign.is_ascii_digit()).map_or(value, |at| &value[at..]);
            is_value(value, number, indicator, self.language)?;
        }
        require(may_be_chance(figures, first, last) == Some(true), || "chance cannot make it".to_owned())
    }

    fn change_holds(&self, found: &[&str], sign: i64) -> Result<(), String> {
        // A summary tells the change of one indicator, the first that is not a count and has a number here.
        let (indicator, figures) = self.first().ok_or("nothing can change")?;
        self.is_here(found[0])?;
        self.is_measure(found[1], indicator)?;
        let values = &figures.series[0].values.0;
        let numbers: Vec<(Period, f64)> = figures
            .periods
            .iter()
            .zip(values)
            .filter_map(|(period, value)| Some((*period, value.number()?)))
            .collect();
        let last = *numbers.last().ok_or("nothing has a number")?;
        let flagged =
            figures.periods.iter().zip(values).filter(|(_, value)| value.flags().contains(Flags::BREAK));
        let earliest = numbers[0].0;
        let within = |period: &Period| earliest < *period && *period <= last.0;
        let broken =
            indicator.breaks.iter().copied().chain(flagged.map(|(period, _)| *period)).filter(within).max();
        let first = *numbers
            .iter()
            .find(|(period, _)| broken.is_none_or(|broken| *period >= broken))
            .ok_or("none")?;
        let (then, now) = (shown(first.1, indicator), shown(last.1, indicator));
        require((now - then).signum() == sign, || format!("from {} to {}", first.1, last.1))?;
        require(sign == 0 || may_be_chance(figures, first, last) != Some(true), || {
            "chance can make it".to_owned()
        })?;
        let when = |period: Period| in_period(period, self.language);
        let rest = if sign == 0 {
            require([found[2], found[3]] == [when(first.0), when(last.0)], || "other periods".to_owned())?;
            let (value, rest) = first_sentence(found[4]);
            is_value(value, first.1, indicator, self.language)?;
            rest
        } else {
            for (words, (period, number)) in [(found[2], first), (found[3], last)] {
                let value = words.strip_suffix(&format!(" {}", when(period)));
                let value = value.ok_or(format!("“{words}” is not of {period}"))?;
                is_value(value, number, indicator, self.language)?;
            }
            let (amount, rest) = first_sentence(found[4]);
            let (amount, _, unit) = number_and_unit(amount, self.language)?;
            let scale = 10_f64.powi(i32::from(indicator.decimals));
            #[expect(clippy::cast_possible_truncation, reason = "small whole numbers")]
            let amount = (amount * scale).round() as i64;
            require(amount == (now - then).abs(), || format!("the difference is {}", now - then))?;
            let points = self.say("procentenhet", "percentage point");
            require(indicator.is_percent() == unit.starts_with(points), || format!("in {unit}"))?;
            rest
        };
        let tells_break = broken.is_some_and(|broken| {
            let period = period_text(broken, self.language);
            rest.contains(&match self.language {
                Language::Sv => format!("Serien har ett brott {period},"),
                Language::En => format!("There is a break in the series in {period};"),
            })
        });
        require(tells_break == broken.is_some(), || format!("the series breaks in {broken:?}"))?;
        let is_unknown = matches!(indicator.measure, Measure::Mean | Measure::Median | Measure::Index);
        let said = rest.contains(self.say("Osäkerheten är okänd.", "The uncertainty is unknown."));
        require(said == is_unknown, || "the uncertainty".to_owned())
    }

    fn inside(&self, sentence: &str) -> Checked {
        let patterns = [
            (
                "{}: hälften av de {} har högst {}; det lägsta värdet är {} och det högsta {}.",
                "{}: half of the {} have at most {}; the lowest value is {} and the highest {}.",
                [0.5, 0.0, 1.0],
            ),
            (
                "{}: hälften av de {} har högst {}; den tiondel som har lägst värden har högst {} och den tiondel som har högst värden minst {}.",
                "{}: half of the {} have at most {}; the tenth with the lowest values have at most {} and the tenth with the highest values at least {}.",
                [0.5, 0.1, 0.9],
            ),
            ("{}: alla {} har {}.", "{}: all {} have {}.", [0.0, 1.0, 0.5]),
        ];
        let (found, shares) = patterns
            .iter()
            .find_map(|(sv, en, shares)| Some((holes(self.say(sv, en), sentence)?, *shares)))?;
        Some((|| {
            let (indicator, _) = self.first().ok_or("there is nothing to tell")?;
            let inside = self.profile.inside.as_ref().ok_or("nothing lies inside")?;
            let own =
                inside.indicators.iter().find(|own| own.slug == indicator.slug).ok_or("no values inside")?;
            self.is_subject(found[0], indicator)?;
            self.is_here(found[0])?;
            let when = in_period(own.period, self.language);
            require(found[0].ends_with(&format!(" {when}")), || format!("it is not of {when}"))?;
            let mut numbers: Vec<f64> = own.values.0.iter().filter_map(|value| value.number()).collect();
            numbers.sort_by(f64::total_cmp);
            let (n, _, level) = number_and_unit(found[1], self.language)?;
            require(n == numbers.len() as f64, || format!("{n} areas of {}", numbers.len()))?;
            require(level.to_lowercase().starts_with("regso"), || format!("the level is {level}"))?;
            for (text, share) in found[2..].iter().zip(shares) {
                let truth = quantile(&numbers, share).ok_or("no areas")?;
                is_value(text, truth, indicator, self.language)?;
            }
            Ok(())
        })())
    }

    fn standing(&self, sentence: &str) -> Checked {
        let (subject, rest) = sentence
            .split_once(&format!(": {} ", self.say("i", "in")))
            .or_else(|| sentence.split_once(": på "))?;
        Some((|| {
            let (indicator, figures) = self.first().ok_or("there is nothing to tell")?;
            let (_, period, own) = self.newest(indicator).ok_or("no number")?;
            self.is_subject(subject, indicator)?;
            self.is_here(rest)?;
            let (claim, third) = first_sentence(rest);
            let found = holes(self.say("{} är {} {}", "{} is {}"), claim).ok_or("no verb")?;
            let (measure, value) = match found[..] {
                [_, measure, value] => (measure, value),
                [measure, value] => (measure, value),
                _ => return Err("no value".to_owned()),
            };
            self.is_measure(measure, indicator)?;
            let when = format!(" {}", in_period(period, self.language));
            let (value, beside) = value.split_once(&when).ok_or(format!("it is not of{when}"))?;
            is_value(value, own, indicator, self.language)?;
            self.beside_nation(beside, indicator, figures, period, own)?;
            if indicator.is_sample {
                return require(third.is_empty(), || format!("“{third}” of a sample"));
            }
            self.is_third(third, &figures.level_spread, own)
        })())
    }

    fn beside_nation(
        &self,
        words: &str,
        indicator: &Indicator,
        figures: &ProfileIndicator,
        period: Period,
        own: f64,
    ) -> Result<(), String> {
        let nation = if self.profile.area.level() == Level::Nation {
            None
        } else {
            number_of(figures, &AreaCode::nation(), period)
        };
        let Some(nation) = nation else {
            return require(words.is_empty(), || format!("“{words}” of no country"));
        };
        // Values of a sample stand side by side without a verdict.
        let counts_all = matches!(indicator.measure, Measure::Count | Measure::Share | Measure::Rate);
        let is_complete = counts_all && !indicator.is_sample;
        let difference = (shown(own, indicator) - shown(nation, indicator)).signum();
        let expected = match (is_complete, difference) {
            (false, _) => self.say(" (i riket {})", " (in Sweden as a whole {})"),
            (true, 1) => self.say(", högre än i riket ({})", ", higher than in Sweden as a whole ({})"),
            (true, -1) => self.say(", lägre än i riket ({})", ", lower than in Sweden as a whole ({})"),
            (true, _) => self.say(", lika mycket som i riket", ", the same as in Sweden as a whole"),
        };
        let found = holes(expected, words).ok_or(format!("“{words}” beside {nation}"))?;
        found.first().map_or(Ok(()), |value| is_value(value, nation, indicator, self.language))
    }

    fn is_third(&self, words: &str, spread: &[f64], own: f64) -> Result<(), String> {
        if spread.len() < 9 {
            return require(words.is_empty(), || format!("“{words}” among {}", spread.len()));
        }
        let [below, equal] = [
            spread.iter().filter(|value| **value < own).count() as f64,
            spread.iter().filter(|value| **value == own).count() as f64,
        ];
        let place = (below + equal / 2.0) / spread.len() as f64;
        let third = if place < 1.0 / 3.0 - 1e-12 {
            self.say("lägre", "lower")
        } else if place < 2.0 / 3.0 - 1e-12 {
            self.say("mellersta", "middle")
        } else {
            self.say("högre", "higher")
        };
        let areas = match (self.profile.area.level(), self.language) {
            (Level::County, Language::Sv) => "länen",
            (Level::County, Language::En) => "counties",
            (_, Language::Sv) => "kommunerna",
            (_, Language::En) => "municipalities",
        };
        let expected = match self.language {
            Language::Sv => format!("Det hör till den {third} tredjedelen av {areas}."),
            Language::En => format!("That is in the {third} third of all {areas}."),
        };
        require(words == expected, || format!("“{words}”, but {expected}"))
    }

    /// What is measured and in which group, at the beginning.
    fn is_subject(&self, words: &str, indicator: &Indicator) -> Result<(), String> {
        let group = indicator.population.get(self.language).trim_end_matches('.');
        let subject = format!("{} ({group})", indicator.title.get(self.language)).replace('\u{A0}', " ");
        require(words.starts_with(&subject), || format!("“{words}” is not about {subject}"))
    }

    /// Where, with the level.
    fn is_here(&self, words: &str) -> Result<(), String> {
        let name = &self.profile.name;
        let level = match (self.profile.area.level(), self.language) {
            (Level::Nation, _) => {
                return require(words.contains("riket") || words.contains("Sweden"), || {
                    format!("“{words}” is not the country")
                });
            }
            (Level::County, Language::Sv) => {
                return require(words.contains(name) && name.ends_with("län"), || format!("“{words}”"));
            }
            (Level::County, Language::En) => "county",
            (_, Language::Sv) => "kommun",
            (_, Language::En) => "municipality",
        };
        require(words.contains(&format!("{name} ({level})")), || {
            format!("“{words}” does not name {name} ({level})")
        })
    }

    fn is_measure(&self, words: &str, indicator: &Indicator) -> Result<(), String> {
        let expected = match (indicator.measure, self.language) {
            (Measure::Count, Language::Sv) => "antalet",
            (Measure::Share, Language::Sv) => "andelen",
            (Measure::Rate, Language::Sv) => "kvoten",
            (Measure::Mean, Language::Sv) => "medelvärdet",
            (Measure::Median, Language::Sv) => "medianen",
            (Measure::Index, Language::Sv) => "indexet",
            (Measure::Count, Language::En) => "number",
            (Measure::Share, Language::En) => "share",
            (Measure::Rate, Language::En) => "rate",
            (Measure::Mean, Language::En) => "mean",
            (Measure::Median, Language::En) => "median",
            (Measure::Index, Language::En) => "index",
        };
        require(words.split(' ').any(|word| word == expected), || format!("“{words}” is not {expected}"))
    }

    /// The indicator that a summary is about.
    fn first(&self) -> Option<(&Indicator, &ProfileIndicator)> {
        let mut told = self.catalogue.indicators.iter().filter(|own| own.measure != Measure::Count);
        told.find_map(|indicator| Some((indicator, self.newest(indicator)?.0)))
    }

    fn newest(&self, indicator: &Indicator) -> Option<(&ProfileIndicator, Period, f64)> {
        let figures = self.profile.indicators.iter().find(|own| own.slug == indicator.slug)?;
        let numbers = figures.periods.iter().zip(&figures.series.first()?.values.0).rev();
        let (period, number) =
            numbers.filter_map(|(period, value)| Some((*period, value.number()?))).next()?;
        Some((figures, period, number))
    }
}

fn number_of(figures: &ProfileIndicator, area: &AreaCode, period: Period) -> Option<f64> {
    let series = figures.series.iter().skip(1).find(|series| series.area == *area)?;
    series.values.0[figures.periods.iter().position(|own| *own == period)?].number()
}

/// Whether the interval of a difference holds 0; none where the numbers have no intervals. The sides that face each other
/// are squared and added.
fn may_be_chance(figures: &ProfileIndicator, first: (Period, f64), last: (Period, f64)) -> Option<bool> {
    let ends = |(period, _): (Period, f64)| {
        let at = figures.periods.iter().position(|own| *own == period)?;
        *figures.series[0].intervals.get(at)?
    };
    let ((first_low, first_high), (last_low, last_high)) = (ends(first)?, ends(last)?);
    let (then, now) = (first.1, last.1);
    let sides =
        if now > then { [now - last_low, first_high - then] } else { [last_high - now, then - first_low] };
    Some((now - then).abs() <= sides.map(|side| side * side).iter().sum::<f64>().sqrt())
}

/// A sentence without its full stop, and what follows it.
fn first_sentence(text: &str) -> (&str, &str) {
    text.split_once(". ").unwrap_or((text.strip_suffix('.').unwrap_or(text), ""))
}
