//! Shares and rates as numerators over denominators: whole numbers in every small area, so that a larger area's value is
//! that of its small areas together, exactly.

use super::character::Character;
use super::field::{Stream, bounded, growth, neighbour_field};
use super::models::{Kind, Load, Model, Of};
use super::people::{N_YEARS, People, YEARS};
use super::population::Population;
use super::tiers::Tiers;
use crate::model::Level;

/// Numerators and denominators of the small areas by year, and for the years before those of the municipalities.
pub(super) struct Ratio {
    /// All years of the path.
    pub(super) years: Vec<u16>,
    /// Years before the small areas' first, by year and municipality.
    pub(super) early: Vec<Pair>,
    /// Years of the small areas, by year and area.
    pub(super) small: Vec<Pair>,
}

/// Numerators and denominators of a list of areas.
#[derive(Debug, Clone, Default)]
pub(super) struct Pair {
    pub(super) numerators: Vec<f64>,
    pub(super) denominators: Vec<f64>,
}

/// What all models stand on.
pub(super) struct Ground<'a> {
    pub(super) seed: u64,
    pub(super) tiers: &'a Tiers,
    pub(super) population: &'a Population,
    pub(super) people: &'a People,
    pub(super) character: &'a Character,
    /// Part of the people born abroad, by year and small area, for those entitled to vote.
    pub(super) born_abroad: &'a [Vec<f64>],
}

impl Model {
    /// The years of the path.
    pub(super) fn years(&self) -> Vec<u16> {
        (self.first..).step_by(usize::from(self.step)).take(self.path.len()).collect()
    }

    /// Draws numerators and denominators that meet the nation's path, up to rounding and chance.
    pub(super) fn drawn(&self, ground: &Ground) -> Ratio {
        let years = self.years();
        let mut stream = Stream::new(ground.seed, self.slug);
        let positions = positions(self, ground, &mut stream);
        let drift = neighbour_field(&mut stream, &ground.character.neighbours, 8);
        let mut chance = stream.normals(positions.len());
        let mut small = Vec::new();
        for (year, target) in years.iter().zip(self.path) {
            let Some(at) = year.checked_sub(*YEARS.start()).map(usize::from) else { continue };
            for (chance, _) in chance.iter_mut().zip(&positions) {
                *chance = 0.8 * *chance + 0.6 * stream.normal();
            }
            let since = at as f64 / (N_YEARS - 1) as f64 - 0.5;
            let factor = |(position, (drift, chance)): (&f64, (&f64, &f64))| {
                growth(self.spread * bounded(position + 0.35 * drift * since + 0.05 * self.restless * chance))
            };
            let factors: Vec<f64> = positions.iter().zip(drift.iter().zip(&chance)).map(factor).collect();
            let denominators = self.of.people(ground, at, false);
            small.push(numbers(self, *target, &factors, denominators, &mut stream));
        }
        let early = years.len() - small.len();
        let early = before(self, ground, &years[..early], &small, &mut stream);
        Ratio { years, early, small }
    }
}

impl Of {
    /// The denominator in every small area in a year, or only the women's.
    pub(super) fn people(&self, ground: &Ground, year: usize, women: bool) -> Vec<f64> {
        let by_age = if women { &ground.people.women[year] } else { &ground.people.ages[year] };
        let aged = |groups: std::ops::Range<usize>, part: f64| {
            let sum = |ages: &[f64; super::people::N_AGES]| {
                let mut sum = 0.0;
                for age in &ages[groups.clone()] {
                    sum += age;
                }
                (sum * part).round()
            };
            by_age.iter().map(sum).collect::<Vec<f64>>()
        };
        match self {
            Self::Ages(groups) => aged(groups.clone(), 1.0),
            Self::Part(groups, part) => aged(groups.clone(), *part),
            Self::Voters => {
                let entitled = |(ages, abroad): (&[f64; super::people::N_AGES], &f64)| {
                    let adults: f64 = ages[3..].iter().sum::<f64>() + 0.5 * ages[2];
                    (adults * (1.0 - 0.5 * abroad)).round()
                };
                by_age.iter().zip(&ground.born_abroad[year]).map(entitled).collect()
            }
        }
    }

    /// The denominator in every municipality before there are figures of small areas.
    fn people_before(&self, ground: &Ground, year: u16) -> Vec<f64> {
        let part = match self {
            Self::Ages(_) => 0.57,
            Self::Part(_, part) => 0.6 * part,
            Self::Voters => 0.735,
        };
        let n_municipalities = ground.tiers.of(Level::Municipality).codes.len();
        (0..n_municipalities).map(|at| (ground.population.people(at, year) * part).round()).collect()
    }
}

/// Where each small area stands, in standard deviations.
fn positions(model: &Model, ground: &Ground, stream: &mut Stream) -> Vec<f64> {
    let Load { hardship, foreign, educated, income, rental, student, old, dense, urban, north, own } =
        model.load;
    let character = ground.character;
    let quarter = neighbour_field(stream, &character.neighbours, 3);
    let mut positions: Vec<f64> = quarter.iter().map(|z| own * (0.8 * z + 0.6 * stream.normal())).collect();
    for (load, trait_of) in [
        (hardship, &character.hardship),
        (foreign, &character.foreign),
        (educated, &character.educated),
        (income, &character.income),
        (rental, &character.rental),
        (student, &character.student),
        (old, &character.old),
        (dense, &character.dense),
        (urban, &character.urban),
        (north, &character.north),
    ] {
        if load != 0.0 {
            for (position, z) in positions.iter_mut().zip(trait_of) {
                *position += load * z;
            }
        }
    }
    positions
}

/// Whole numerators whose sum meets the target.
fn numbers(model: &Model, target: f64, factors: &[f64], denominators: Vec<f64>, stream: &mut Stream) -> Pair {
    let part = target / model.per;
    let numerators = match model.kind {
        Kind::Rate => {
            let sum: f64 = factors.iter().zip(&denominators).map(|(factor, of)| factor * of).sum();
            let all: f64 = denominators.iter().sum();
            let scale = part * all / sum;
            let number = |(factor, of): (&f64, &f64)| (scale * factor * of).round();
            factors.iter().zip(&denominators).map(number).collect()
        }
        Kind::Share => draw(part, factors, &denominators, model.restless, stream),
        Kind::Complement => {
            let others = draw(1.0 - part, factors, &denominators, model.restless, stream);
            denominators.iter().zip(others).map(|(of, other)| of - other).collect()
        }
    };
    Pair { numerators, denominators }
}

/// Numerators of shares whose odds are proportional to the factors and whose mean is `part`: Newton's method on the odds
/// where the factor is 1. What single persons add by chance is a sixth of what drawing lots would, or less: most of them
/// are the same as the year before.
fn draw(part: f64, factors: &[f64], denominators: &[f64], restless: f64, stream: &mut Stream) -> Vec<f64> {
    let all: f64 = denominators.iter().sum();
    let mut odds = part / (1.0 - part);
    for _ in 0..6 {
        let (mut sum, mut slope) = (0.0, 0.0);
        for (factor, of) in factors.iter().zip(denominators) {
            let own = odds * factor;
            let share = own / (1.0 + own);
            sum += of * share;
            slope += of * share * (1.0 - share);
        }
        // Newton's step for the logarithm of the odds, whose growth is cut so that it cannot run away.
        let step = ((part * all - sum) / slope).clamp(-1.0, 1.0);
        odds *= growth(step);
    }
    let number = |(factor, of): (&f64, &f64)| {
        let own = odds * factor;
        let share = own / (1.0 + own);
        let chance = 0.18 * restless * (of * share * (1.0 - share)).sqrt() * stream.normal();
        (of * share + chance).round().clamp(0.0, *of)
    };
    factors.iter().zip(denominators).map(number).collect()
}

/// Municipalities in the years before: each keeps the place it had in the first year of the small areas, nearly.
fn before(model: &Model, ground: &Ground, years: &[u16], small: &[Pair], stream: &mut Stream) -> Vec<Pair> {
    let Some(first) = small.first() else { return Vec::new() };
    let municipalities = ground.tiers.of(Level::Municipality);
    let (numerators, denominators) =
        (municipalities.sums(&first.numerators), municipalities.sums(&first.denominators));
    let all: f64 = numerators.iter().sum::<f64>() / denominators.iter().sum::<f64>();
    let odds = |share: f64| {
        if model.kind == Kind::Rate { share } else { share.clamp(0.001, 0.999) / (1.001 - share) }
    };
    let mean = if model.kind == Kind::Complement { odds(1.0 - all) } else { odds(all) };
    let position = |(n, of): (&f64, &f64)| {
        let share = if *of > 0.0 { n / of } else { all };
        odds(if model.kind == Kind::Complement { 1.0 - share } else { share }) / mean
    };
    let mut factors: Vec<f64> = numerators.iter().zip(&denominators).map(position).collect();
    let mut pairs: Vec<Pair> = Vec::new();
    // From the newest to the oldest, drifting away.
    for (year, target) in years.iter().zip(model.path).rev() {
        for factor in &mut factors {
            *factor *= growth(0.03 * stream.normal());
        }
        pairs.push(numbers(model, *target, &factors, model.of.people_before(ground, *year), stream));
    }
    pairs.reverse();
    pairs
}
