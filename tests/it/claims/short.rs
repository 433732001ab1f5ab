//! Short words of a place's rows and of its small areas' tables: changes, places among areas alike, thirds.

use super::said::{holes, is_value, number_and_unit, require, shown};
use lagesbild::i18n::period::in_period;
use lagesbild::model::{Catalogue, Flags, Indicator, Language, Measure, Period, Profile, ProfileIndicator};
use lagesbild::sentences::alike::{Alike, AlikeSubject};
use lagesbild::sentences::place::{change_in_short, third_among};

/// Some words with what they are about.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Words {
    slug: String,
    what: What,
    said: String,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum What {
    /// The change since a period.
    Change(Period),
    AlikeShort,
    AlikeLong(Period),
    /// A small area's place, by its position.
    Third(usize),
}

/// All short words of a place's page and of its areas' pages.
pub(super) fn words(catalogue: &Catalogue, profile: &Profile, language: Language) -> Vec<Words> {
    let mut all = Vec::new();
    let by = profile.similar.as_ref().map_or(&[][..], |similar| &similar.by);
    for figures in &profile.indicators {
        let (slug, indicator) = (&figures.slug, catalogue.indicator(&figures.slug).unwrap());
        let mut add = |what, said: String| {
            all.push(Words { slug: slug.clone(), what, said: said.replace('\u{A0}', " ") });
        };
        let own = &figures.series[0].values.0;
        if let Some((said, since)) = change_in_short(indicator, &figures.periods, own, language) {
            add(What::Change(since), said.unwrap_or_default());
        }
        if let Some((period, _)) = newest(figures)
            && let Some(alike) = Alike::of(indicator, figures)
        {
            add(What::AlikeShort, alike.in_short(language));
            let subject = AlikeSubject {
                indicator,
                level: profile.area.level(),
                name: &profile.name,
                period,
                is_measure: by.contains(slug),
                language,
            };
            add(What::AlikeLong(period), alike.in_words(&subject));
        }
        let inside = profile.inside.iter().flat_map(|inside| &inside.indicators);
        for values in inside.filter(|values| values.slug == *slug) {
            let numbers: Vec<f64> = values.values.0.iter().filter_map(|value| value.number()).collect();
            for (at, value) in values.values.0.iter().enumerate() {
                add(What::Third(at), third_among(indicator, &numbers, value.number(), language));
            }
        }
    }
    all
}

/// Holds all of them against the numbers; how many there are.
pub(super) fn checked(catalogue: &Catalogue, profile: &Profile, language: Language) -> Result<usize, String> {
    let all = words(catalogue, profile, language);
    for words in &all {
        words.check(profile, catalogue, language).map_err(|why| format!("{words:?}: {why}"))?;
    }
    Ok(all.len())
}

impl Words {
    /// Holds the words against the numbers of a profile.
    pub(super) fn check(
        &self,
        profile: &Profile,
        catalogue: &Catalogue,
        language: Language,
    ) -> Result<(), String> {
        let indicator = catalogue.indicator(&self.slug).ok_or("an unknown indicator")?;
        let figures = profile.indicators.iter().find(|own| own.slug == self.slug).ok_or("no figures")?;
        match self.what {
            What::Change(since) => change(&self.said, since, indicator, figures, language),
            What::AlikeShort => alike_short(&self.said, indicator, figures, language),
            What::AlikeLong(period) => alike_long(&self.said, period, indicator, figures, profile, language),
            What::Third(at) => {
                let inside = profile.inside.as_ref().ok_or("nothing inside")?;
                let values = inside.indicators.iter().find(|own| own.slug == self.slug).ok_or("no values")?;
                let numbers: Vec<f64> = values.values.0.iter().filter_map(|value| value.number()).collect();
                third(&self.said, values.values.0[at].number(), &numbers, indicator, language)
            }
        }
    }
}

fn newest(figures: &ProfileIndicator) -> Option<(Period, f64)> {
    let values = figures.periods.iter().zip(&figures.series[0].values.0).rev();
    values.filter_map(|(period, value)| Some((*period, value.number()?))).next()
}

fn change(
    said: &str,
    since: Period,
    indicator: &Indicator,
    figures: &ProfileIndicator,
    language: Language,
) -> Result<(), String> {
    let values = &figures.series[0].values.0;
    let at = figures.periods.iter().position(|period| *period == since).ok_or("no such period")?;
    let (first, (_, last)) = (values[at].number().ok_or("no number")?, newest(figures).ok_or("no number")?);
    let later = || figures.periods[at + 1..].iter().zip(&values[at + 1..]);
    let broken = later().any(|(period, value)| {
        value.number().is_some()
            && (indicator.breaks.contains(period) || value.flags().contains(Flags::BREAK))
    });
    require(!broken, || "it crosses a break".to_owned())?;
    let difference = shown(last, indicator) - shown(first, indicator);
    if said.is_empty() {
        return require(difference == 0, || format!("the same, but {first} and {last}"));
    }
    let (number, decimals, unit) = number_and_unit(said, language)?;
    let scale = 10_f64.powi(i32::from(indicator.decimals));
    require((number * scale - difference as f64).abs() < 1e-6, || format!("{first} to {last}"))?;
    require(difference != 0 && said.starts_with(['+', '\u{2212}']), || "without a sign".to_owned())?;
    require(decimals == usize::from(indicator.decimals), || format!("{decimals} decimals"))?;
    let points = if language == Language::Sv { "procentenhet" } else { "percentage point" };
    require(unit.starts_with(points) == indicator.is_percent(), || format!("in {unit}"))
}

/// How many of the areas alike have less, as much and more.
fn counted(indicator: &Indicator, figures: &ProfileIndicator) -> Result<[usize; 3], String> {
    let (period, number) = newest(figures).ok_or("no number")?;
    let own = shown(number, indicator);
    let mut counts = [0; 3];
    if indicator.is_sample {
        let at = figures.periods.iter().position(|own| *own == period).ok_or("no such period")?;
        let (low, high) = figures.series[0].intervals[at].ok_or("a sample without an interval")?;
        for (other, ends) in figures.alike.iter().zip(&figures.alike_intervals) {
            let (Some(other), Some((other_low, other_high))) = (other, ends) else { continue };
            // Two numbers differ when their distance is more than the root of the squares of the sides that face each other.
            let (distance, below) = (other - number, *other < number);
            let sides =
                if below { [other_high - other, number - low] } else { [other - other_low, high - number] };
            let is_apart = distance.abs() > sides.map(|side| side * side).iter().sum::<f64>().sqrt();
            counts[match (is_apart, below) {
                (true, true) => 0,
                (true, false) => 2,
                (false, _) => 1,
            }] += 1;
        }
        return Ok(counts);
    }
    for other in figures.alike.iter().flatten() {
        counts[usize::from(shown(*other, indicator) >= own) + usize::from(shown(*other, indicator) > own)] +=
            1;
    }
    Ok(counts)
}

fn alike_short(
    said: &str,
    indicator: &Indicator,
    figures: &ProfileIndicator,
    language: Language,
) -> Result<(), String> {
    let counts = counted(indicator, figures)?;
    let words = match (language, indicator.is_sample) {
        (Language::Sv, false) => ["lägre", "samma", "högre"],
        (Language::Sv, true) => ["lägre", "går inte att skilja", "högre"],
        (Language::En, false) => ["lower", "the same", "higher"],
        (Language::En, true) => ["lower", "cannot be told apart", "higher"],
    };
    if is_unknown(indicator) {
        let thirds = if language == Language::Sv {
            ["lägre", "mellersta", "högre"]
        } else {
            ["lower", "middle", "higher"]
        };
        let unknown =
            if language == Language::Sv { "osäkerheten är okänd" } else { "uncertainty unknown" };
        let expected = third_of(counts).map_or(unknown.to_owned(), |third| match language {
            Language::Sv => format!("{} tredjedelen", thirds[third]),
            Language::En => format!("{} third", thirds[third]),
        });
        return require(said == expected, || format!("expected {expected}"));
    }
    let parts = counts.iter().zip(words).filter(|(n, _)| **n > 0).map(|(n, word)| format!("{n} {word}"));
    let expected = parts.collect::<Vec<_>>().join(", ");
    require(said == expected, || format!("expected {expected}"))
}

fn alike_long(
    said: &str,
    period: Period,
    indicator: &Indicator,
    figures: &ProfileIndicator,
    profile: &Profile,
    language: Language,
) -> Result<(), String> {
    let [lower, same, higher] = counted(indicator, figures)?;
    let (n, name) = (lower + same + higher + 1, &profile.name);
    require(newest(figures).is_some_and(|(newest, _)| newest == period), || "not the newest".to_owned())?;
    require(said.contains(&in_period(period, language)), || "without its period".to_owned())?;
    require(said.starts_with(&indicator.title.get(language).replace('\u{A0}', " ")), || {
        "without its title".to_owned()
    })?;
    require(said.contains(name), || "without its place".to_owned())?;
    require(said.contains(&format!("{} ", n - 1)), || "without the others".to_owned())?;
    let is_sv = language == Language::Sv;
    let same_words = match (is_sv, indicator.is_sample) {
        (true, false) => "samma",
        (true, true) => "som inte går att skilja från det",
        (false, false) => "the same",
        (false, true) => "one that cannot be told from it",
    };
    let when = in_period(period, language);
    let counts = if is_sv {
        format!("har {lower} lägre värde än {name} {when}, {same} {same_words} och {higher} högre.")
    } else {
        format!(
            "{lower} have a lower value than {name} {when}, {same} {same_words} and {higher} a higher one."
        )
    };
    require(said.contains(&counts) != is_unknown(indicator), || {
        format!("“{counts}” is not as it should be")
    })?;
    let unknown = if is_sv { "säkerheten är okänd" } else { "uncertainty is unknown" };
    require(said.contains(unknown) == is_unknown(indicator), || "the uncertainty".to_owned())?;
    if is_unknown(indicator)
        && let Some(third) = third_of([lower, same, higher])
    {
        let expected = if is_sv {
            format!("till den {} tredjedelen", ["lägre", "mellersta", "högre"][third])
        } else {
            format!("is in the {} third", ["lower", "middle", "higher"][third])
        };
        require(said.contains(&expected), || format!("expected {expected}"))?;
    }
    let places = if is_sv { "någon av platserna" } else { "somewhere in places" };
    let span = format!("{places} {}–{} av {n}", lower + 1, lower + same + 1)
        .replace(" av ", if is_sv { " av " } else { " of " });
    // A single place is never named.
    require(said.contains(places) == (same > 0 && !is_unknown(indicator)), || "places".to_owned())?;
    require(!said.contains(places) || said.contains(&span), || format!("not {span}"))
}

fn third(
    said: &str,
    own: Option<f64>,
    numbers: &[f64],
    indicator: &Indicator,
    language: Language,
) -> Result<(), String> {
    if numbers.is_empty() {
        return require(said.is_empty(), || "of no numbers".to_owned());
    }
    let (third, span) = match said.split_once(" (") {
        Some((third, span)) => (Some(third), span.strip_suffix(')').ok_or("no end")?),
        None => (None, said),
    };
    let ends = holes("{}–{}", span).ok_or("no span")?;
    let low = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let high = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let (bare, ..) = number_and_unit(ends[0], language)?;
    require((bare - low).abs() <= 0.5 * 10_f64.powi(-i32::from(indicator.decimals)) + 1e-9, || {
        format!("from {low}")
    })?;
    is_value(ends[1], high, indicator, language)?;
    let expected = own.filter(|_| numbers.len() >= 9).map(|own| {
        let below = numbers.iter().filter(|number| **number < own).count();
        let same = numbers.iter().filter(|number| **number == own).count();
        // The area is one of the same itself.
        third_of([below, same - 1, numbers.len() - below - same]).unwrap()
    });
    let words = if language == Language::Sv {
        ["lägre tredjedelen", "mellersta tredjedelen", "högre tredjedelen"]
    } else {
        ["lower third", "middle third", "higher third"]
    };
    require(third == expected.map(|third| words[third]), || format!("{third:?}, but {expected:?}"))
}

/// The third of an area with so many others below, as high and above; ties count half on either side.
fn third_of([lower, same, higher]: [usize; 3]) -> Option<usize> {
    let n = lower + same + higher + 1;
    let place = (lower as f64 + (same + 1) as f64 / 2.0) / n as f64;
    (n >= 9).then(|| usize::from(place >= 1.0 / 3.0 - 1e-12) + usize::from(place >= 2.0 / 3.0 - 1e-12))
}

fn is_unknown(indicator: &Indicator) -> bool {
    matches!(indicator.measure, Measure::Mean | Measure::Median | Measure::Index)
}
