//! All named areas of an edition, and the search among them.

use crate::i18n::sorting::fold;
use crate::model::{AreaCode, AreaTable, Level};
use crate::order::sorted;
use std::sync::Arc;

/// Counties and municipalities by code and by name.
#[derive(Debug, Clone, PartialEq)]
pub struct Places {
    /// Counties, by code.
    pub counties: Arc<AreaTable>,
    /// Municipalities, by code.
    pub municipalities: Arc<AreaTable>,
    /// Folded names with what they name, for the search.
    keys: Vec<Key>,
}

/// A name that a search can find.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    folded: String,
    code: AreaCode,
    /// Whether it is another name than the area's own.
    is_alias: bool,
}

/// One hit of a search.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The area.
    pub code: AreaCode,
    /// Its name.
    pub name: String,
    /// The county that a municipality lies in.
    pub within: Option<String>,
}

impl Places {
    /// Prepares the search once.
    pub fn new(counties: Arc<AreaTable>, municipalities: Arc<AreaTable>) -> Self {
        let mut keys = Vec::new();
        for table in [&counties, &municipalities] {
            let key = |name: &str, code: &AreaCode, is_alias| Key {
                folded: fold(name),
                code: code.clone(),
                is_alias,
            };
            keys.extend(table.names.iter().zip(&table.codes).map(|(name, code)| key(name, code, false)));
            let alias = |(position, name): &(u32, String)| {
                table.codes.get(*position as usize).map(|code| key(name, code, true))
            };
            keys.extend(table.aliases.iter().filter_map(alias));
        }
        Self { counties, municipalities, keys }
    }

    /// The table that holds a level's names.
    pub fn table(&self, level: Level) -> Option<&Arc<AreaTable>> {
        match level {
            Level::County => Some(&self.counties),
            Level::Municipality => Some(&self.municipalities),
            _ => None,
        }
    }

    /// The name of an area.
    pub fn name(&self, code: &AreaCode) -> Option<&str> {
        self.table(code.level())?.name(code)
    }

    /// Whether an area exists here, as far as is known. The country always does; of a small area only the municipality
    /// is known before its level is read.
    pub fn contains(&self, code: &AreaCode) -> bool {
        match code.level() {
            Level::Nation => true,
            Level::Regso | Level::Deso => code.parent().is_some_and(|holder| self.contains(&holder)),
            _ => self.name(code).is_some(),
        }
    }

    /// The areas whose names are most like what was typed, best first: names that begin with it, then names with a
    /// word that begins with it, then names that contain it, then names a typing error away. Capitals and the dots and
    /// rings of å, ä and ö make no difference; a code finds its area. Of equals an area's own name comes before other
    /// names, then the larger place. At most `most` hits.
    pub fn search(&self, typed: &str, most: usize) -> Vec<Hit> {
        let typed = fold(typed.trim());
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(Nearness, bool, i64, &str, &AreaCode)> = Vec::new();
        for Key { folded, code, is_alias } in &self.keys {
            if let Some(nearness) = nearness(folded, code, &typed) {
                found.push((nearness, *is_alias, -self.population(code), folded, code));
            }
        }
        let mut hits: Vec<Hit> = Vec::new();
        for (.., code) in sorted(&found, &Ord::cmp) {
            if hits.len() < most && hits.iter().all(|hit| hit.code != *code) {
                hits.extend(self.hit(code));
            }
        }
        hits
    }

    fn hit(&self, code: &AreaCode) -> Option<Hit> {
        let within = code.parent().filter(|parent| parent.level() == Level::County);
        let within = within.and_then(|county| self.name(&county).map(str::to_owned));
        Some(Hit { code: code.clone(), name: self.name(code)?.to_owned(), within })
    }

    fn population(&self, code: &AreaCode) -> i64 {
        let table = self.table(code.level());
        table.and_then(|table| Some(table.population[table.position(code)?])).map_or(0, i64::from)
    }
}

/// How near a name is to what was typed, nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    Whole,
    Start,
    WordStart,
    Inside,
    Mistyped(usize),
}

fn nearness(key: &str, code: &AreaCode, typed: &str) -> Option<Nearness> {
    if key == typed || code.as_str() == typed {
        return Some(Nearness::Whole);
    }
    if key.starts_with(typed) {
        return Some(Nearness::Start);
    }
    if key.split([' ', '-']).any(|word| word.starts_with(typed)) {
        return Some(Nearness::WordStart);
    }
    if typed.len() >= 3 && key.contains(typed) {
        return Some(Nearness::Inside);
    }
    // One slip in a short name, two in a long one; compared with as much of the name as was typed, so that a slip
    // is forgiven before the name is whole.
    let length = typed.chars().count();
    let allowed = match length {
        0..=2 => return None,
        3..=5 => 1,
        _ => 2,
    };
    let starts = [length.saturating_sub(1), length, length + 1];
    let distance = |start: usize| {
        let part: String = key.chars().take(start).collect();
        strsim::osa_distance(&part, typed)
    };
    let nearest = starts.into_iter().map(distance).min().unwrap_or(usize::MAX);
    (nearest <= allowed).then_some(Nearness::Mistyped(nearest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Vintage;

    fn places() -> Places {
        let table = |level, rows: &[(&str, &str, u32)]| {
            let codes: Vec<AreaCode> = rows.iter().map(|row| row.0.parse().unwrap()).collect();
            Arc::new(AreaTable {
                level,
                vintage: Vintage(2025),
                parents: codes.iter().map(|code| code.parent().unwrap()).collect(),
                codes,
                names: rows.iter().map(|row| row.1.to_owned()).collect(),
                population: rows.iter().map(|row| row.2).collect(),
                label_points: Vec::new(),
                aliases: Vec::new(),
            })
        };
        Places::new(
            table(Level::County, &[("14", "Västra Götalands län", 0), ("24", "Västerbottens län", 0)]),
            table(
                Level::Municipality,
                &[
                    ("0114", "Upplands Väsby", 50),
                    ("1260", "Bjuv", 15),
                    ("1480", "Göteborg", 600),
                    ("1730", "Eda", 8),
                    ("2480", "Umeå", 130),
                    ("2401", "Nordmaling", 7),
                ],
            )
            .sorted(),
        )
    }

    trait Sorted {
        fn sorted(self) -> Arc<AreaTable>;
    }

    impl Sorted for Arc<AreaTable> {
        fn sorted(self) -> Self {
            let mut order: Vec<usize> = (0..self.codes.len()).collect();
            order.sort_by(|a, b| self.codes[*a].cmp(&self.codes[*b]));
            let mut table = (*self).clone();
            table.codes = order.iter().map(|i| self.codes[*i].clone()).collect();
            table.names = order.iter().map(|i| self.names[*i].clone()).collect();
            table.parents = order.iter().map(|i| self.parents[*i].clone()).collect();
            table.population = order.iter().map(|i| self.population[*i]).collect();
            Arc::new(table)
        }
    }

    #[test]
    fn names_are_found_without_dots_with_slips_by_word_and_by_code() {
        let places = places();
        let first = |typed: &str| places.search(typed, 8).first().map(|hit| hit.name.clone());
        for (typed, name) in [
            ("göteborg", "Göteborg"),
            ("goteborg", "Göteborg"),
            ("GÖTE", "Göteborg"),
            ("Götebrog", "Göteborg"),
            ("gotebrg", "Göteborg"),
            ("väsby", "Upplands Väsby"),
            ("umea", "Umeå"),
            ("Umeo", "Umeå"),
            ("1480", "Göteborg"),
            ("14", "Västra Götalands län"),
            ("vaesterbotten", "Västerbottens län"),
            ("vsäterbotten", "Västerbottens län"),
        ] {
            assert_eq!(first(typed).as_deref(), Some(name), "{typed}");
        }
    }

    #[test]
    fn of_two_as_near_the_own_name_comes_before_an_old_one() {
        let mut places = places();
        let mut counties = (*places.counties).clone();
        counties.population = vec![1_700, 280];
        counties.aliases = vec![(0, "Göteborgs och Bohus län".to_owned())];
        places = Places::new(Arc::new(counties), places.municipalities);
        let names: Vec<String> = places.search("götebrog", 8).into_iter().map(|hit| hit.name).collect();
        assert_eq!(names, ["Göteborg", "Västra Götalands län"]);
    }

    #[test]
    fn nonsense_finds_nothing_and_hits_are_not_repeated() {
        let places = places();
        for typed in ["", "  ", "xyzzy", "qqqqqqqq"] {
            assert!(places.search(typed, 8).is_empty(), "{typed}");
        }
        let hits = places.search("v", 8);
        let mut codes: Vec<_> = hits.iter().map(|hit| hit.code.clone()).collect();
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), hits.len());
        assert_eq!(places.search("v", 2).len(), 2);
    }
}
