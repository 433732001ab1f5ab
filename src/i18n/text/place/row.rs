//! Words of an indicator's row on the page of a place.

/// The words in one language.
pub struct RowText {
    /// Labels of the parts of an indicator's row: development since a period, change, spread inside.
    pub since: fn(&str) -> String,
    /// Label over the spread of the areas inside; takes the level's name.
    pub spread_inside: fn(&str) -> String,
    /// Label over the spread of a county's municipalities.
    pub spread_county: &'static str,
    /// What the lines through a spread are; takes the place.
    pub spread_key: fn(&str) -> String,
    /// Indicators that have no number here.
    pub lacking: fn(&str) -> String,
    /// Whom or what an indicator counts; takes its population.
    pub covers: fn(&str) -> String,
    /// Opens what more there is of an indicator.
    pub more: &'static str,
    /// To the indicator's own page.
    pub to_indicator: &'static str,
    /// To the explorer with this place.
    pub to_explorer: &'static str,
    /// The same number as before.
    pub unchanged: &'static str,
    /// A note beside a number: the series breaks in a period.
    pub note_break: fn(&str) -> String,
    /// A note beside a number: so many areas inside show no value.
    pub note_absent: fn(usize, usize) -> String,
    /// A note beside a number that concerns so many of the areas inside.
    pub note_inside: fn(usize, &str) -> String,
    /// A note beside a number: few people live there.
    pub note_few: &'static str,
}

/// Swedish.
pub(super) const SV: RowText = RowText {
    since: |period| format!("sedan {period}"),
    spread_inside: |level| format!("Spridning mellan {level}"),
    spread_county: "Länets kommuner",
    spread_key: |name| format!("I varje fördelning är den hela linjen {name} och den streckade Sverige."),
    lacking: |titles| format!("Uppgift saknas här för {titles}."),
    covers: |population| format!("Avser: {population}."),
    more: "Diagram och jämförelse",
    to_indicator: "Om indikatorn",
    to_explorer: "Utforska vidare",
    unchanged: "oförändrat",
    note_break: |period| format!("Serien bryts {period}: tidigare värden går inte att jämföra."),
    note_absent: |absent, n| format!("{absent} av {n} områden visar inget värde."),
    note_inside: |n, text| format!("Gäller {n} av områdena inuti: {text}"),
    note_few: "Få invånare: enstaka personer kan ändra talen.",
};

/// English.
pub(super) const EN: RowText = RowText {
    since: |period| format!("since {period}"),
    spread_inside: |level| format!("Spread between {level}"),
    spread_county: "The county's municipalities",
    spread_key: |name| format!("In each spread the solid line is {name} and the dashed one Sweden."),
    lacking: |titles| format!("No figures here for {titles}."),
    covers: |population| format!("Population: {population}."),
    more: "Chart and comparison",
    to_indicator: "About the indicator",
    to_explorer: "Explore further",
    unchanged: "unchanged",
    note_break: |period| format!("The series breaks in {period}: earlier values cannot be compared."),
    note_absent: |absent, n| format!("{absent} of {n} areas show no value."),
    note_inside: |n, text| format!("Concerns {n} of the areas inside: {text}"),
    note_few: "Few residents: single persons can change the numbers.",
};
