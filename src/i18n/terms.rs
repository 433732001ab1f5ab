//! Words of the word list inside texts, so that each can lead to what it means.

use super::sorting::fold;
use crate::model::Language;

/// Beginnings of words, folded as [`fold`] does, with the places in the word list that they lead to. English words that
/// also mean something else ("share", "break") are not among them.
const SWEDISH: [(&str, &str); 19] = [
    ("andel", "andel"),
    ("befolkning", "befolkning"),
    ("deso", "deso"),
    ("indelningsar", "indelningsar"),
    ("index", "index"),
    ("indikator", "indikator"),
    ("intervall", "intervall"),
    ("median", "median"),
    ("namnare", "namnare"),
    ("omradestyp", "omradestyp"),
    ("percentil", "percentil"),
    ("procentenhet", "procentenhet"),
    ("preliminar", "preliminar"),
    ("regso", "regso"),
    ("sammansattning", "sammansattning"),
    ("segregation", "segregation"),
    ("sekretess", "sekretess"),
    ("tidsseriebrott", "tidsseriebrott"),
    ("utgav", "utgava"),
];
const ENGLISH: [(&str, &str); 15] = [
    ("composition", "composition"),
    ("denominator", "denominator"),
    ("deso", "deso"),
    ("edition", "edition"),
    ("index", "index"),
    ("indicator", "indicator"),
    ("interval", "interval"),
    ("median", "median"),
    ("percentile", "percentile"),
    ("population", "population"),
    ("provisional", "provisional"),
    ("regso", "regso"),
    ("segregation", "segregation"),
    ("vintage", "vintage"),
    ("withheld", "withheld"),
];

/// How a word may go on and still be the same word.
const ENDINGS: [&str; 17] =
    ["", "s", "a", "an", "ar", "arna", "en", "ens", "er", "erna", "es", "et", "ets", "n", "or", "orna", "t"];

/// The places in the word list of a language that words lead to.
pub fn anchors(language: Language) -> impl Iterator<Item = &'static str> {
    terms(language).iter().map(|(_, anchor)| *anchor)
}

/// A text in pieces, one after another, some of them words of the word list with their places in it. Each word is told
/// once: `told` holds those that the page has told before.
pub fn pieces<'a>(
    text: &'a str,
    language: Language,
    told: &mut Vec<&'static str>,
) -> Vec<(&'a str, Option<&'static str>)> {
    let mut pieces = Vec::new();
    let (mut from, mut begins) = (0, None);
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (begins, letter.is_alphanumeric()) {
            (None, true) => begins = Some(at),
            (Some(start), false) => {
                begins = None;
                let Some(anchor) = anchor(&text[start..at], language) else { continue };
                if !told.contains(&anchor) {
                    told.push(anchor);
                    pieces.extend([(&text[from..start], None), (&text[start..at], Some(anchor))]);
                    from = at;
                }
            }
            _ => {}
        }
    }
    pieces.push((&text[from..], None));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

fn anchor(word: &str, language: Language) -> Option<&'static str> {
    let folded = fold(word);
    let is_it = |stem: &str| folded.strip_prefix(stem).is_some_and(|rest| ENDINGS.contains(&rest));
    terms(language).iter().find(|(stem, _)| is_it(stem)).map(|(_, anchor)| *anchor)
}

fn terms(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::Sv => &SWEDISH,
        Language::En => &ENGLISH,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_once_in_their_forms_and_the_text_stays_whole() {
        let text = "Andelen i RegSO, andelar i områdestyperna. Indexet; indexvärden är inte index.";
        let mut told = Vec::new();
        let found = pieces(text, Language::Sv, &mut told);
        assert_eq!(found.iter().map(|(piece, _)| *piece).collect::<String>(), text);
        let linked: Vec<_> = found.iter().filter_map(|(word, anchor)| Some((*word, (*anchor)?))).collect();
        let expected = [
            ("Andelen", "andel"),
            ("RegSO", "regso"),
            ("områdestyperna", "omradestyp"),
            ("Indexet", "index"),
        ];
        assert_eq!(linked, expected);
        assert_eq!(pieces("Två andelar.", Language::Sv, &mut told), [("Två andelar.", None)]);
        assert!(pieces("", Language::En, &mut told).is_empty());
    }

    #[test]
    fn every_word_leads_to_a_place_in_the_word_list() {
        let lists = [
            (Language::Sv, include_str!("../pages/reading/word-list.sv.md")),
            (Language::En, include_str!("../pages/reading/word-list.en.md")),
        ];
        for (language, list) in lists {
            for anchor in anchors(language) {
                assert!(list.contains(&format!("{{#{anchor}}}")), "{anchor}");
            }
        }
        // In Swedish, all of them.
        assert_eq!(anchors(Language::Sv).count(), lists[0].1.matches("{#").count());
    }
}
