//! Numbers as a language writes them.
//!
//! Swedish: `12 345,6`, `3,4 %`, `−0,5`. English: `12,345.6`, `3.4%`, `−0.5`. Groups of three are set off from 1,000 on,
//! as Statistics Sweden does. The space is U+00A0 and not the narrow U+202F: the site's face has no glyph for the
//! narrow one, and spreadsheets and screen readers know the plain one. The minus is U+2212.

use crate::decimal::{decimal_parts, number};
use crate::model::{Language, Unit};

pub use crate::decimal::rounded;

/// A space at which lines are not broken.
pub const NO_BREAK_SPACE: char = '\u{A0}';
/// The minus sign.
pub const MINUS: char = '\u{2212}';

/// How to write a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberStyle {
    /// Decimals, always all of them.
    pub decimals: u8,
    /// The language.
    pub language: Language,
}

/// A finite number with grouped digits. What rounds to zero has no sign.
pub fn number_text(number: f64, style: NumberStyle) -> String {
    let (group, point) = match style.language {
        Language::Sv => (NO_BREAK_SPACE, ','),
        Language::En => (',', '.'),
    };
    let (whole, fraction) = decimal_parts(number, style.decimals);
    let mut text = String::new();
    if number < 0.0 && (whole, fraction) != (0, 0) {
        text.push(MINUS);
    }
    let whole = whole.to_string();
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if style.decimals > 0 {
        text.push(point);
        text.push_str(&format!("{fraction:0width$}", width = usize::from(style.decimals)));
    }
    text
}

/// How many there are of something, with grouped digits.
pub fn count_text(count: usize, language: Language) -> String {
    number_text(count as f64, NumberStyle { decimals: 0, language })
}

/// A number with a plus or a minus, for differences; zero has neither.
pub fn signed_text(number: f64, style: NumberStyle) -> String {
    let text = number_text(number, style);
    let shown = rounded(number, style.decimals);
    if shown > 0.0 { format!("+{text}") } else { text }
}

/// A number of percent, for shares that no indicator's unit says: `85 %` / `85%`.
pub fn percent_text(number: f64, style: NumberStyle) -> String {
    let text = number_text(number, style);
    match style.language {
        Language::Sv => format!("{text}{NO_BREAK_SPACE}%"),
        Language::En => format!("{text}%"),
    }
}

/// A number with its short unit: `3,4 %` / `3.4%`, `285 tkr`, `12 345 personer`, `1 person`. An empty unit adds nothing.
pub fn with_unit(number: f64, unit: &Unit, style: NumberStyle) -> String {
    let text = number_text(number, style);
    match (unit_word(&text, unit, style.language), style.language) {
        ("", _) => text,
        ("%", Language::En) => format!("{text}%"),
        (short, _) => format!("{text}{NO_BREAK_SPACE}{short}"),
    }
}

/// The unit behind a number that is written out: the bare 1 and −1 have a word of their own where the unit has one.
pub fn unit_word<'a>(text: &str, unit: &'a Unit, language: Language) -> &'a str {
    match unit.one.get(language) {
        one if !one.is_empty() && matches!(text, "1" | "\u{2212}1") => one,
        _ => unit.short.get(language),
    }
}

/// A difference of percentages: `1,2 procentenheter` / `1.2 percentage points`. The sign is shown for negative
/// differences only; sentences that say "lower" pass the absolute value.
pub fn percentage_points(difference: f64, style: NumberStyle) -> String {
    let text = number_text(difference, style);
    // Only the bare 1 is singular: "1 procentenhet", but "1,0 procentenheter".
    let one = text == "1";
    let unit = match (style.language, one) {
        (Language::Sv, true) => "procentenhet",
        (Language::Sv, false) => "procentenheter",
        (Language::En, true) => "percentage point",
        (Language::En, false) => "percentage points",
    };
    format!("{text}{NO_BREAK_SPACE}{}", unit.replace(' ', "\u{A0}"))
}

/// The number that a text of [`number_text`] stands for, also with a percent sign; `None` for words.
pub fn number_of(text: &str, language: Language) -> Option<f64> {
    let (group, point) = match language {
        Language::Sv => (NO_BREAK_SPACE, ','),
        Language::En => (',', '.'),
    };
    let text = text.strip_suffix('%').unwrap_or(text).trim_end_matches(NO_BREAK_SPACE);
    let plain = |letter: char| match letter {
        MINUS => Some('-'),
        digit if digit.is_ascii_digit() => Some(digit),
        mark if mark == point => Some('.'),
        _ => None,
    };
    let plain: Option<String> = text.chars().filter(|letter| *letter != group).map(plain).collect();
    plain.filter(|plain| plain.bytes().any(|byte| byte.is_ascii_digit())).map(|plain| number(&plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Localized;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    const fn sv(decimals: u8) -> NumberStyle {
        NumberStyle { decimals, language: Language::Sv }
    }

    const fn en(decimals: u8) -> NumberStyle {
        NumberStyle { decimals, language: Language::En }
    }

    fn unit(sv: &str, en: &str) -> Unit {
        let short = Localized { sv: sv.into(), en: en.into() };
        Unit { long: short.clone(), short, one: Localized::default() }
    }

    #[test]
    fn counts_are_grouped() {
        assert_eq!(count_text(6160, Language::Sv), "6\u{A0}160");
        assert_eq!(count_text(6160, Language::En), "6,160");
        assert_eq!(count_text(0, Language::Sv), "0");
    }

    #[test]
    fn both_languages_write_their_own_way() {
        for (number, decimals, swedish, english) in [
            (12345.0, 0, "12\u{A0}345", "12,345"),
            (1_234_567.891, 1, "1\u{A0}234\u{A0}567,9", "1,234,567.9"),
            (999.95, 1, "1\u{A0}000,0", "1,000.0"),
            (-0.5, 1, "\u{2212}0,5", "\u{2212}0.5"),
            (-0.04, 1, "0,0", "0.0"),
            (0.0, 0, "0", "0"),
            (-123.0, 0, "\u{2212}123", "\u{2212}123"),
        ] {
            assert_eq!(number_text(number, sv(decimals)), swedish);
            assert_eq!(number_text(number, en(decimals)), english);
        }
    }

    #[test]
    fn units_stand_as_the_language_places_them() {
        let percent = unit("%", "%");
        assert_eq!(with_unit(3.42, &percent, sv(1)), "3,4\u{A0}%");
        assert_eq!(with_unit(3.42, &percent, en(1)), "3.4%");
        assert_eq!(with_unit(285.0, &unit("tkr", "kSEK"), sv(0)), "285\u{A0}tkr");
        assert_eq!(with_unit(0.41, &unit("", ""), en(2)), "0.41");
        let people = Unit {
            one: Localized { sv: "person".into(), en: "person".into() },
            ..unit("personer", "people")
        };
        for (number, sv_text, en_text) in [
            (1.0, "1\u{A0}person", "1\u{A0}person"),
            (-1.0, "\u{2212}1\u{A0}person", "\u{2212}1\u{A0}person"),
            (0.0, "0\u{A0}personer", "0\u{A0}people"),
            (21.0, "21\u{A0}personer", "21\u{A0}people"),
        ] {
            assert_eq!(with_unit(number, &people, sv(0)), sv_text);
            assert_eq!(with_unit(number, &people, en(0)), en_text);
        }
        assert_eq!(with_unit(1.0, &people, sv(1)), "1,0\u{A0}personer", "only the bare 1 is singular");
        assert_eq!(with_unit(1.0, &unit("bostäder", "dwellings"), sv(0)), "1\u{A0}bostäder", "no other word");
    }

    #[test]
    fn differences_of_shares_are_percentage_points() {
        assert_eq!(percentage_points(1.2, sv(1)), "1,2\u{A0}procentenheter");
        assert_eq!(percentage_points(1.0, sv(0)), "1\u{A0}procentenhet");
        assert_eq!(percentage_points(1.0, en(1)), "1.0\u{A0}percentage\u{A0}points");
        assert_eq!(signed_text(0.52, sv(1)), "+0,5");
        assert_eq!(signed_text(-0.52, sv(1)), "\u{2212}0,5");
        assert_eq!(signed_text(0.04, sv(1)), "0,0");
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_text_read_back_is_the_rounded_number(number in -1e9..1e9_f64, decimals in 0_u8..5) {
            for style in [sv(decimals), en(decimals)] {
                let text = number_text(number, style);
                let plain: String = match style.language {
                    Language::Sv => text.replace(NO_BREAK_SPACE, "").replace(',', "."),
                    Language::En => text.replace(',', ""),
                };
                prop_assert_eq!(number_of(&text, style.language), Some(rounded(number, decimals)));
                let read: f64 = plain.replace(MINUS, "-").parse().unwrap();
                prop_assert_eq!(read, rounded(number, decimals));
                prop_assert!((read - number).abs() <= 0.5 * 10_f64.powi(-i32::from(decimals)) + 1e-6);
            }
        }
    }
}
