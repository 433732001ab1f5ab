//! Every sentence of every place's page is true: what it claims is read from its words and held against the numbers, in
//! both languages. The checks are written from the rules of the sentences and know nothing of how these are made.

#![expect(clippy::unwrap_used, reason = "what a test relies on may end it")]

mod said;
mod short;
mod summary;

use crate::demonstration::{PART, WHOLE};
use lagesbild::model::{Catalogue, Language, Measure, Profile, json, paths};
use lagesbild::publish::assemble::{Files, assemble};
use lagesbild::publish::contents::Contents;
use lagesbild::sentences::place;
use said::require;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use summary::Kind;

static PART_FILES: LazyLock<Files> = LazyLock::new(|| assemble(&PART).unwrap());

/// How many sentences of each kind were held against the numbers.
type Found = BTreeMap<Kind, usize>;

/// All that the pages of an edition's places say in sentences.
fn all_claims(contents: &Contents, files: &Files) -> Result<(Found, usize), String> {
    let catalogue = contents.catalogue();
    let (mut found, mut n_short) = (Found::new(), 0);
    for profile in profiles(contents, files) {
        for language in Language::ALL {
            for told in [profile.clone()].into_iter().chain(one_by_one(&catalogue, &profile)) {
                for sentence in place::summary(&catalogue, &told, language) {
                    let kind = summary::checked(&sentence, &catalogue, &told, language)
                        .map_err(|why| format!("{} ({language:?}): {why}", profile.name))?;
                    *found.entry(kind).or_default() += 1;
                }
            }
            n_short += short::checked(&catalogue, &profile, language)
                .map_err(|why| format!("{} ({language:?}): {why}", profile.name))?;
        }
    }
    Ok((found, n_short))
}

fn profiles(contents: &Contents, files: &Files) -> Vec<Profile> {
    let levels =
        contents.levels.iter().filter(|level| files.contains_key(&paths::profile(&level.areas.codes[0])));
    let codes = levels.flat_map(|level| &level.areas.codes);
    codes.map(|code| json::read(&files[&paths::profile(code)]).unwrap()).collect()
}

/// The profile with one indicator at a time beside the number of people, with and without the areas inside: so that all
/// sentences that the engine can make of it are made.
fn one_by_one(catalogue: &Catalogue, profile: &Profile) -> Vec<Profile> {
    let is_count = |slug: &str| catalogue.indicator(slug).is_some_and(|own| own.measure == Measure::Count);
    let of = |slug: &str, has_inside: bool| {
        let mut one = profile.clone();
        one.indicators.retain(|own| own.slug == slug || is_count(&own.slug));
        one.inside = one.inside.filter(|_| has_inside);
        one
    };
    let slugs = profile.indicators.iter().map(|own| &own.slug).filter(|slug| !is_count(slug));
    slugs.flat_map(|slug| [of(slug, true), of(slug, false)]).collect()
}

#[test]
fn every_sentence_of_every_place_is_true() {
    let (found, n_short) = all_claims(&PART, &PART_FILES).unwrap();
    for kind in [Kind::People, Kind::Inside, Kind::Standing, Kind::Apart, Kind::Change] {
        assert!(found.get(&kind).is_some_and(|n| *n >= 80), "{kind:?}: {found:?}");
    }
    assert!(n_short > 4_000, "{n_short}");
}

#[test]
#[ignore = "long: the whole country"]
fn every_sentence_of_all_311_places_is_true() {
    let files = assemble(&WHOLE).unwrap();
    let n_places = profiles(&WHOLE, &files).len();
    assert_eq!(n_places, 312, "with the country itself");
    let (found, n_short) = all_claims(&WHOLE, &files).unwrap();
    println!("{found:?}, {n_short} in short");
}

/// Sentences that were true until a word or a digit of them was changed are refused.
#[test]
fn a_sentence_that_was_altered_is_refused() {
    let catalogue = PART.catalogue();
    let all = profiles(&PART, &PART_FILES);
    let turns: [(Kind, Language, &str, &str); 24] = [
        (Kind::People, Language::Sv, " län ", " landskap "),
        (Kind::People, Language::Sv, "0", "1"),
        (Kind::People, Language::En, " 20", " 19"),
        (Kind::Inside, Language::Sv, "hälften av de ", "hälften av de 1"),
        (Kind::Inside, Language::Sv, "(kommun)", "(län)"),
        (Kind::Inside, Language::Sv, "högst ", "högst 1"),
        (Kind::Inside, Language::En, " at least ", " at least 9"),
        (Kind::Inside, Language::En, "RegSO", "DeSO"),
        (Kind::Standing, Language::Sv, "högre än", "lägre än"),
        (Kind::Standing, Language::Sv, "lägre än", "högre än"),
        (Kind::Standing, Language::Sv, "den mellersta tredjedelen", "den högre tredjedelen"),
        (Kind::Standing, Language::En, "lower third", "middle third"),
        (Kind::Standing, Language::En, " the share ", " the rate "),
        (Kind::Standing, Language::Sv, " %", " kr"),
        (Kind::Apart, Language::Sv, "mest från riket i ", "mest från riket i och "),
        (Kind::Apart, Language::En, "Sweden's ", "Sweden's 1"),
        (Kind::Change, Language::Sv, " ökade ", " minskade "),
        (Kind::Change, Language::Sv, "procentenheter", "procent"),
        (Kind::Change, Language::Sv, "en minskning med ", "en minskning med 1"),
        (Kind::Change, Language::En, " increased ", " decreased "),
        (Kind::Change, Language::En, "(municipality)", "(county)"),
        (Kind::Change, Language::Sv, " Osäkerheten är okänd.", ""),
        (Kind::Change, Language::Sv, " Serien har ett brott ", " Serien har inget brott "),
        (Kind::Change, Language::En, " 20", " 19"),
    ];
    for (kind, language, word, other) in turns {
        let mut n_altered = 0;
        for told in
            all.iter().flat_map(|profile| [vec![profile.clone()], one_by_one(&catalogue, profile)]).flatten()
        {
            for sentence in place::summary(&catalogue, &told, language) {
                let is_own = summary::checked(&sentence, &catalogue, &told, language) == Ok(kind);
                let plain = sentence.replace('\u{A0}', " ");
                if !is_own || !plain.contains(word) || n_altered > 60 {
                    continue;
                }
                let altered = plain.replacen(word, other, 1);
                let refused = summary::checked(&altered, &catalogue, &told, language).is_err();
                assert!(refused, "{kind:?}: “{word}” became “{other}” unseen in {altered}");
                n_altered += 1;
            }
        }
        assert!(n_altered > 0, "no sentence of {kind:?} has “{word}”");
    }
}

/// The checks of short words refuse what is not so.
#[test]
fn short_words_that_were_altered_are_refused() {
    let catalogue = PART.catalogue();
    let mut n_refused = 0;
    for profile in profiles(&PART, &PART_FILES).iter().take(12) {
        let mut turned = profile.clone();
        // The numbers of the areas alike, of the small areas and of the place itself are turned instead of the words.
        for own in &mut turned.indicators {
            own.alike = own.alike.iter().map(|number| number.map(|number| -number - 1.0)).collect();
        }
        let told = short::words(&catalogue, profile, Language::Sv);
        let other = short::words(&catalogue, &turned, Language::Sv);
        n_refused += told.iter().zip(&other).filter(|(a, b)| a != b).count();
        for (words, other) in told.iter().zip(&other).filter(|(a, b)| a != b) {
            require(other.check(profile, &catalogue, Language::Sv).is_err(), || {
                format!("{words:?} {other:?}")
            })
            .unwrap();
        }
    }
    assert!(n_refused > 50, "{n_refused}");
}
