//! Words around lines over time. They stand by themselves, so that the programs of other pages need not carry them.

use crate::model::{Language, Level};

/// The words in one language.
pub struct LinesText {
    /// Label of the choice of the first period.
    pub since: &'static str,
    /// All periods that there are.
    pub whole: &'static str,
    /// All other areas of a level are quiet lines behind the chosen ones; of small areas those of the same municipality.
    pub others: fn(Level) -> &'static str,
    /// The same in the text alternative, with their number.
    pub others_said: fn(&str, Level) -> String,
}

/// The words of a language.
pub const fn lines_text(language: Language) -> &'static LinesText {
    match language {
        Language::Sv => &SV,
        Language::En => &EN,
    }
}

const SV: LinesText = LinesText {
    since: "Visa från",
    whole: "hela serien",
    others: |level| match level {
        Level::Nation | Level::County => "Övriga län som grå linjer",
        Level::Municipality => "Övriga kommuner som grå linjer",
        Level::Regso => "Kommunens övriga RegSO som grå linjer",
        Level::Deso => "Kommunens övriga DeSO som grå linjer",
    },
    others_said: |n, level| {
        let areas = match level {
            Level::Nation | Level::County => "övriga län",
            Level::Municipality => "övriga kommuner",
            Level::Regso => "övriga RegSO i samma kommun",
            Level::Deso => "övriga DeSO i samma kommun",
        };
        format!("Bakom går {n} {areas} som grå linjer.")
    },
};

const EN: LinesText = LinesText {
    since: "Show from",
    whole: "the whole series",
    others: |level| match level {
        Level::Nation | Level::County => "Other counties as grey lines",
        Level::Municipality => "Other municipalities as grey lines",
        Level::Regso => "Other RegSO of the municipality as grey lines",
        Level::Deso => "Other DeSO of the municipality as grey lines",
    },
    others_said: |n, level| {
        let areas = match level {
            Level::Nation | Level::County => "other counties",
            Level::Municipality => "other municipalities",
            Level::Regso => "other RegSO of the same municipality",
            Level::Deso => "other DeSO of the same municipality",
        };
        format!("Behind them run {n} {areas} as grey lines.")
    },
};
