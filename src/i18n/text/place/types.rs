//! Words about area types: on the page of a place and on their own page.

/// The words in one language.
pub struct TypesText {
    /// Heads how many people live in areas of each type.
    pub types_heading: fn(&str) -> String,
    /// What area types are, and what they are not.
    pub types_lede: &'static str,
    /// Label of the choice of limits.
    pub limits: &'static str,
    /// The limits of each year.
    pub limits_moving: &'static str,
    /// The limits of the first year.
    pub limits_fixed: fn(&str) -> String,
    /// What the choice means.
    pub limits_note: &'static str,
    /// What divides: by area type.
    pub by_type: &'static str,
    /// Heads the table of areas from type to type.
    pub transitions_heading: fn(&str, &str) -> String,
    /// How to read it.
    pub transitions_lede: &'static str,
    /// Corner of the table.
    pub transitions_corner: &'static str,
    /// Told from other lists.
    pub types_apart: &'static str,
    /// Link to the page about area types.
    pub types_link: &'static str,

    /// Heads the page about area types.
    pub types_page_lede: &'static str,
    /// Heads the rule.
    pub rule_heading: &'static str,
    /// The rule.
    pub rule: &'static str,
    /// Limits as columns: type, from, to.
    pub rule_columns: [&'static str; 3],
    /// Heads the country's development.
    pub types_country: &'static str,
    /// Heads the counties.
    pub types_counties: &'static str,
    /// Columns of the counties' table: the county, and part of the residents and number of areas at each end.
    pub types_ends: [&'static str; 3],
    /// Heads the indicators by type.
    pub types_indicators: &'static str,
    /// How they are reckoned.
    pub types_indicators_lede: &'static str,
    /// The edition has no types.
    pub types_missing: &'static str,
}

/// Swedish.
pub(super) const SV: TypesText = TypesText {
    types_heading: |name| format!("Invånarna i {name} efter områdestyp"),
    types_lede: "Områdestypen beskriver ett RegSO med tre tal: låg ekonomisk standard, förgymnasial utbildning och \
                 långvarigt bistånd eller arbetslöshet. Den beskriver villkor, inte människor.",
    limits: "Gränser mellan typerna",
    limits_moving: "Varje års egna",
    limits_fixed: |period| format!("Samma som {period}"),
    limits_note: "Gränserna räknas om varje år utifrån hela landet. Ett område kan därför byta typ utan att ha förändrats; \
                  med fasta gränser syns förändringen i området själv.",
    by_type: "områdestyp",
    transitions_heading: |from, to| format!("Områden från typ till typ, {from} till {to}"),
    transitions_lede: "Raderna är typen det första året, kolumnerna det sista. På diagonalen står de områden som har samma typ.",
    transitions_corner: "Från / till",
    types_apart: "Områdestyperna är inte polisens lista över utsatta områden och inte heller ”utanförskapsområden”. De \
                  omfattar alla områden i landet och visar båda ändarna.",
    types_link: "Mer om områdestyperna",
    types_page_lede: "Alla RegSO i landet delas in i fem typer efter socioekonomiska förutsättningar. Fem typer, båda \
                      ändarna: de som har det svårast och de som har det bäst syns lika mycket.",
    rule_heading: "Så delas områdena in",
    rule: "Ett index är medelvärdet av tre andelar: låg ekonomisk standard, förgymnasial utbildning som högst (20–64 år) och \
           långvarigt ekonomiskt bistånd eller arbetslöshet (20–64 år). Typen beror på hur många standardavvikelser indexet \
           ligger från medelvärdet av alla områden samma år.",
    rule_columns: ["Typ", "Indexets avstånd från medelvärdet", "Antal områden"],
    types_country: "Hela landet över tid",
    types_counties: "Länen",
    types_ends: ["Län", "Typ 1–2", "Typ 4–5"],
    types_indicators: "Indikatorer efter områdestyp",
    types_indicators_lede: "Medelvärdet av områdenas värden i det senaste året, viktat efter antal invånare. Skillnaden inom \
                            varje typ är stor.",
    types_missing: "Den här utgåvan har inga områdestyper.",
};

/// English.
pub(super) const EN: TypesText = TypesText {
    types_heading: |name| format!("The residents of {name} by area type"),
    types_lede: "The area type describes a RegSO by three numbers: low economic standard, lower-secondary education at most, \
                 and lasting economic support or unemployment. It describes conditions, not people.",
    limits: "Limits between types",
    limits_moving: "Those of each year",
    limits_fixed: |period| format!("The same as in {period}"),
    limits_note: "The limits are worked out anew each year from the whole country. An area may therefore change type without \
                  having changed; with fixed limits the change in the area itself can be seen.",
    by_type: "area type",
    transitions_heading: |from, to| format!("Areas from type to type, {from} to {to}"),
    transitions_lede: "Rows are the type in the first year, columns in the last. Areas on the diagonal have the same type.",
    transitions_corner: "From / to",
    types_apart: "The area types are not the police's list of vulnerable areas, nor “areas of exclusion”. They comprise all \
                  areas of the country and show both ends.",
    types_link: "More about the area types",
    types_page_lede: "All RegSO of the country are divided into five types by socioeconomic conditions. Five types, both \
                      ends: those that have it hardest and those that have it best are shown alike.",
    rule_heading: "How areas are divided",
    rule: "An index is the mean of three shares: low economic standard, lower-secondary education at most (ages 20–64) and \
           lasting economic support or unemployment (ages 20–64). The type depends on how many standard deviations the index \
           lies from the mean of all areas in the same year.",
    rule_columns: ["Type", "Distance of the index from the mean", "Number of areas"],
    types_country: "The whole country over time",
    types_counties: "The counties",
    types_ends: ["County", "Types 1–2", "Types 4–5"],
    types_indicators: "Indicators by area type",
    types_indicators_lede: "The mean of the areas' values in the latest year, weighted by their residents. The differences \
                            within each type are large.",
    types_missing: "This edition has no area types.",
};
