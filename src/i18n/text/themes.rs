//! Words around the pages of themes. They are written beforehand and complete, so that the program in the browser need
//! not carry their words: this struct stands by itself.

use crate::model::{Evidence, Language};

/// The words in one language.
pub struct ThemeText {
    /// Heading of the breadcrumb's step.
    pub themes: &'static str,
    /// The country's value with its period: "Riket 2024".
    pub nation: fn(&str) -> String,
    /// An indicator without a value for the country: on which levels it is.
    pub only_on: fn(&str) -> String,
    /// A theme without any indicator in this edition.
    pub no_indicators: &'static str,
    /// No measure or reform is known that concerns the theme.
    pub no_events: &'static str,
    /// Heading of the list of measures and reforms.
    pub events: &'static str,
    /// Since when: "sedan 2019".
    pub since: fn(&str) -> String,
    /// Heading of the examples.
    pub examples: &'static str,
    /// Text under it.
    pub examples_lede: &'static str,
    /// There are none.
    pub no_examples: &'static str,
    /// How an example was followed up.
    pub follow_up: &'static str,
    /// How strong its evidence is.
    pub evidence: &'static str,
    /// A strength, in words that say what it takes.
    pub evidence_name: fn(Evidence) -> &'static str,
    /// Where there is more to read.
    pub more: &'static str,
}

/// The words in a language.
pub const fn theme_text(language: Language) -> &'static ThemeText {
    match language {
        Language::Sv => &SV,
        Language::En => &EN,
    }
}

const SV: ThemeText = ThemeText {
    themes: "Teman",
    nation: |period| format!("Riket {period}"),
    only_on: |levels| format!("Finns för {levels}."),
    no_indicators: "Den här utgåvan har inga indikatorer i temat.",
    no_events: "Inga åtgärder eller reformer är införda för temat i den här utgåvan.",
    events: "Åtgärder och reformer",
    since: |period| format!("sedan {period}"),
    examples: "Exempel att lära av",
    examples_lede: "Ett exempel är inget bevis. Läs hur det följdes upp och fundera på vad som skulle vara annorlunda \
                    där du är.",
    no_examples: "Den här utgåvan har inga exempel i temat.",
    follow_up: "Uppföljning",
    evidence: "Hur säkert det är",
    evidence_name: |evidence| match evidence {
        Evidence::Described => "Beskrivet, inte mätt",
        Evidence::Followed => "Mätt före och efter, utan jämförelse",
        Evidence::Compared => "Jämfört med liknande platser eller människor",
        Evidence::Randomised => "Prövat med lottning",
    },
    more: "Läs mer om exemplet",
};

const EN: ThemeText = ThemeText {
    themes: "Themes",
    nation: |period| format!("Sweden {period}"),
    only_on: |levels| format!("Available for {levels}."),
    no_indicators: "This edition has no indicators in the theme.",
    no_events: "No measures or reforms are entered for the theme in this edition.",
    events: "Measures and reforms",
    since: |period| format!("since {period}"),
    examples: "Examples to learn from",
    examples_lede: "An example is no proof. Read how it was followed up, and think of what would be different where you \
                    are.",
    no_examples: "This edition has no examples in the theme.",
    follow_up: "Follow-up",
    evidence: "How certain it is",
    evidence_name: |evidence| match evidence {
        Evidence::Described => "Described, not measured",
        Evidence::Followed => "Measured before and after, without comparison",
        Evidence::Compared => "Compared with similar places or people",
        Evidence::Randomised => "Tried by lot",
    },
    more: "Read more about the example",
};
