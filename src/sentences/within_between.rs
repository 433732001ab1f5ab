//! The words of within and between: how the differences between persons divide.

use crate::i18n::case::upper_first;
use crate::i18n::number::{NumberStyle, percent_text};
use crate::i18n::period::period_text;
use crate::i18n::text::text;
use crate::model::{Catalogue, Language, Level, ProfileDivision};

/// Names of the parts, from between the largest areas to between persons within the smallest.
pub fn parts(levels: &[Level], language: Language) -> Vec<String> {
    let plural = |level: Level| (text(language).level_areas)(level);
    let between = levels.iter().enumerate().map(|(position, level)| match (position, language) {
        (0, Language::Sv) => format!("mellan {}", plural(*level)),
        (0, Language::En) => format!("between {}", plural(*level)),
        (_, Language::Sv) => {
            format!("mellan {} i samma {}", plural(*level), single(levels[position - 1], language))
        }
        (_, Language::En) => {
            format!("between {} in the same {}", plural(*level), single(levels[position - 1], language))
        }
    });
    let within = levels.last().map(|smallest| match language {
        Language::Sv => format!("mellan personer i samma {}", single(*smallest, language)),
        Language::En => format!("between people in the same {}", single(*smallest, language)),
    });
    between.chain(within).collect()
}

/// What differs: the groups and their share of those who are counted.
pub fn subject(division: &ProfileDivision, catalogue: &Catalogue, language: Language) -> String {
    let share = percent(division.share, language);
    let period = period_text(division.period, language);
    format!("{} ({share}, {period})", groups(division, catalogue, language))
}

/// One sentence: how much of the differences lies between areas, and how much between people in the same area.
pub fn sentence(division: &ProfileDivision, catalogue: &Catalogue, name: &str, language: Language) -> String {
    let whole = if division.total > 0.0 { division.total } else { 1.0 };
    let within = percent(division.within_smallest / whole, language);
    let between = percent(1.0 - division.within_smallest / whole, language);
    let groups = groups(division, catalogue, language);
    let smallest = division.between.last().map_or("", |(level, _)| single(*level, language));
    match language {
        Language::Sv => format!(
            "{groups}: av alla skillnader mellan dem som bor i {name} ligger {within} mellan personer i samma {smallest} \
             och {between} mellan områden."
        ),
        Language::En => format!(
            "{groups}: of all differences between those who live in {name}, {within} lie between people in the same \
             {smallest} and {between} between areas."
        ),
    }
}

fn groups(division: &ProfileDivision, catalogue: &Catalogue, language: Language) -> String {
    groups_of(&division.table, &division.groups, &[], catalogue, language)
}

/// Which groups of a table of counts, and who is counted: `Andra än födda i Sverige · hela befolkningen`. `others` are
/// those they are compared with, where that is not all the rest.
pub fn groups_of(
    table: &str,
    groups: &[String],
    others: &[String],
    catalogue: &Catalogue,
    language: Language,
) -> String {
    let table = catalogue.counts(table);
    let titles = |ids: &[String]| {
        let title = |id: &String| {
            let group = table.and_then(|table| table.groups.get(table.group(id)?));
            group.map_or_else(|| id.clone(), |group| group.title.get(language).to_owned())
        };
        ids.iter().map(title).collect::<Vec<_>>().join(", ")
    };
    let n_all = table.map_or(0, |table| table.groups.len());
    // All but the first are said by what they are not.
    let first = table.and_then(|table| table.groups.first());
    let but_first = first.filter(|first| groups.len() + 1 == n_all && !groups.contains(&first.id));
    let words = match (but_first, language) {
        _ if groups.len() == n_all && n_all > 0 && others.is_empty() => {
            if language == Language::Sv { "alla grupper" } else { "all groups" }.to_owned()
        }
        (Some(first), Language::Sv) => format!("andra än {}", first.title.get(language)),
        (Some(first), Language::En) => format!("others than {}", first.title.get(language)),
        (None, _) => titles(groups),
    };
    let words = match language {
        _ if others.is_empty() || groups.len() + others.len() == n_all => words,
        Language::Sv => format!("{words} jämfört med {}", titles(others)),
        Language::En => format!("{words} compared with {}", titles(others)),
    };
    // Who is counted, without what follows a comma: that is for the table's own text.
    let population = table.map_or("", |table| table.population.get(language));
    let population = population.split(',').next().unwrap_or_default();
    upper_first(&format!("{words} · {population}"))
}

fn single(level: Level, language: Language) -> &'static str {
    (text(language).level_singular)(level)
}

fn percent(share: f64, language: Language) -> String {
    percent_text(share * 100.0, NumberStyle { decimals: 0, language })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_name_each_level_within_the_one_before() {
        assert_eq!(
            parts(&[Level::Regso, Level::Deso], Language::Sv),
            ["mellan RegSO", "mellan DeSO i samma RegSO", "mellan personer i samma DeSO"]
        );
        assert!(parts(&[], Language::En).is_empty());
    }
}
