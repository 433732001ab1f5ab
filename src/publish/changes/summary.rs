//! The change report in the words of readers: one sentence an indicator, whatever number of levels it changed on,
//! and then what changed about areas.

use super::super::error::PublishError;
use super::edition::Edition;
use super::{Change, Changes};
use crate::model::{Catalogue, Language, Localized, Period};
use std::collections::BTreeSet;
use std::path::Path;

/// How many sentences are told; what is left over is counted.
const TOLD: usize = 60;
/// How many new names are told.
const FEW: usize = 3;

impl Changes {
    /// The differences for readers: indicators by the titles that the editions in the folders `old` and `new` give them.
    ///
    /// # Errors
    /// When a folder's catalogue cannot be read.
    pub fn summary(&self, old: &Path, new: &Path) -> Result<Vec<Localized>, PublishError> {
        let (old, new) = (Edition::open(old)?, Edition::open(new)?);
        let mut sentences = Vec::new();
        let mut areas = Vec::new();
        let mut n_renamed = 0;
        let mut slugs: Vec<&str> = Vec::new();
        for change in &self.list {
            match (slug_of(change), change) {
                (Some(slug), _) if !slugs.contains(&slug) => slugs.push(slug),
                (Some(_), _) | (None, Change::Files { .. }) => {}
                // Names can be told one by one only where they are few.
                (None, Change::Renamed(..)) if n_renamed >= FEW => n_renamed += 1,
                (None, change) => {
                    n_renamed += usize::from(matches!(change, Change::Renamed(..)));
                    areas.push(Localized {
                        sv: change.in_language(Language::Sv),
                        en: change.in_language(Language::En),
                    });
                }
            }
        }
        if let Some(more) = n_renamed.checked_sub(FEW).filter(|more| *more > 0) {
            areas.push(Localized {
                sv: format!("{more} områden till har nya namn."),
                en: format!("{more} more areas have new names."),
            });
        }
        for slug in slugs {
            let of: Vec<&Change> = self.list.iter().filter(|change| slug_of(change) == Some(slug)).collect();
            let [sv, en] = Language::ALL.map(|language| {
                let title = title(slug, [&new.catalogue, &old.catalogue], language);
                format!("{title}: {}.", facts(&of, language).join("; "))
            });
            sentences.push(Localized { sv, en });
        }
        sentences.extend(areas);
        if sentences.len() > TOLD {
            let more = sentences.len() - TOLD;
            sentences.truncate(TOLD);
            sentences.push(Localized { sv: format!("Och {more} till."), en: format!("And {more} more.") });
        }
        Ok(sentences)
    }
}

/// The indicator that a change concerns.
fn slug_of(change: &Change) -> Option<&str> {
    match change {
        Change::NewIndicator(slug) | Change::WithdrawnIndicator(slug) | Change::Texts(slug, _) => Some(slug),
        Change::NewTable(place)
        | Change::WithdrawnTable(place)
        | Change::NewPeriods(place, _)
        | Change::LostPeriods(place, _)
        | Change::Revised(place, _) => Some(&place.slug),
        _ => None,
    }
}

fn title(slug: &str, catalogues: [&Catalogue; 2], language: Language) -> String {
    let found = catalogues.into_iter().find_map(|catalogue| catalogue.indicator(slug));
    found.map_or_else(|| slug.to_owned(), |indicator| indicator.title.get(language).to_owned())
}

/// What happened to one indicator, a phrase each, gravest first.
fn facts(changes: &[&Change], language: Language) -> Vec<String> {
    let swedish = language == Language::Sv;
    let words = |sv: &str, en: &str| if swedish { sv.to_owned() } else { en.to_owned() };
    let (mut facts, mut new, mut lost) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    let (mut n_revised, mut n_levels, mut has_texts) = (0, 0_usize, false);
    for change in changes {
        match change {
            Change::NewIndicator(_) => facts.push(words("ny indikator", "new indicator")),
            Change::WithdrawnIndicator(_) => facts.push(words("finns inte längre", "no longer there")),
            Change::WithdrawnTable(_) => {
                facts.push(words("finns inte längre på en av nivåerna", "no longer on one of the levels"));
            }
            Change::NewTable(_) => n_levels += 1,
            Change::NewPeriods(_, periods) => new.extend(periods.iter().copied()),
            Change::LostPeriods(_, periods) => lost.extend(periods.iter().copied()),
            Change::Revised(_, revision) => {
                n_revised += revision.n_numbers + revision.n_lost + revision.n_filled;
            }
            Change::Texts(..) => has_texts = true,
            _ => {}
        }
    }
    if !lost.is_empty() {
        facts.push(format!("{} {}", words("utan", "without"), span(&lost)));
    }
    if n_revised > 0 {
        facts.push(format!("{n_revised} {}", words("ändrade värden", "values changed")));
    }
    if !new.is_empty() {
        facts.push(format!("{} {}", words("nytt för", "new for"), span(&new)));
    }
    if n_levels > 0 {
        facts.push(words("finns på fler nivåer", "on more levels"));
    }
    if has_texts {
        facts.push(words("ändrade texter", "texts changed"));
    }
    if facts.is_empty() {
        facts.push(words("andra statusuppgifter", "other statuses"));
    }
    facts.dedup();
    facts
}

/// One period, or the first and the last.
fn span(periods: &BTreeSet<Period>) -> String {
    match (periods.first(), periods.last()) {
        (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
        (first, _) => first.map(ToString::to_string).unwrap_or_default(),
    }
}
