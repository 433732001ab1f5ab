//! Words of the pages where indicators are explored: explorer, indicator, compare.

use crate::model::Measure;
use crate::route::Shape;

/// The words in one language.
pub struct ExploreText {
    /// Heading of the explorer, and its place in the menu.
    pub heading: &'static str,
    /// What it is for.
    pub lede: &'static str,
    /// Label of the choice of shape.
    pub shapes: &'static str,
    /// A shape.
    pub shape: fn(Shape) -> &'static str,
    /// Heading of the list of indicators.
    pub indicators: &'static str,
    /// Label of the field that narrows the list.
    pub find: &'static str,
    /// How many indicators a search left, announced.
    pub found: fn(usize) -> String,
    /// No indicator has the words that were typed.
    pub found_none: fn(&str) -> String,
    /// Opens the list of indicators on narrow screens.
    pub change: &'static str,
    /// Label of the second indicator of a scatter chart.
    pub against: &'static str,
    /// Label of the order of a ranking.
    pub order: &'static str,
    /// By code, least first, greatest first.
    pub orders: [&'static str; 3],
    /// Label of the field that adds areas.
    pub add_area: &'static str,
    /// Heading of what is known about the indicator.
    pub about: &'static str,
    /// Link to the page of the indicator.
    pub more: &'static str,
    /// Whom the figures are about.
    pub population: &'static str,
    /// Unit in full.
    pub unit: &'static str,
    /// How the indicator is expressed.
    pub measure: &'static str,
    /// A measure.
    pub measure_name: fn(Measure) -> &'static str,
    /// Heading of the definition.
    pub definition: &'static str,
    /// Heading of how the figures are made.
    pub method: &'static str,
    /// Heading of what is easily misread.
    pub pitfalls: &'static str,
    /// Heading of the breaks in the series.
    pub breaks: &'static str,
    /// Heading of the list of tables.
    pub tables: &'static str,
    /// What the list holds.
    pub tables_lede: &'static str,
    /// Column: levels.
    pub level: &'static str,
    /// Column: year of the boundaries.
    pub vintage: &'static str,
    /// Column: periods.
    pub periods: &'static str,
    /// Column: files.
    pub files: &'static str,
    /// Link to the map of an indicator.
    pub open_map: &'static str,
    /// Other indicators of the theme.
    pub related: fn(&str) -> String,
    /// Column: change since a period.
    pub change_since: fn(&str) -> String,

    /// Heading of the page that compares areas.
    pub compare: &'static str,
    /// Its place in the menu.
    pub compare_menu: &'static str,
    /// What it is for.
    pub compare_lede: &'static str,
    /// Before any area is chosen.
    pub compare_none: &'static str,
    /// Adds the areas most like one.
    pub add_similar: fn(&str) -> String,
    /// Column of the country.
    pub nation: &'static str,
    /// Row heading column.
    pub indicator: &'static str,
    /// How the comparison is to be read.
    pub compare_note: &'static str,

    /// Button that finds the reader's municipality.
    pub where_am_i: &'static str,
    /// Before the municipality's name.
    pub where_here: &'static str,
    /// The position lies outside all municipalities.
    pub where_nowhere: &'static str,
    /// The device or the reader refused.
    pub where_refused: &'static str,
    /// Heading of the three ways into the site.
    pub doors: &'static str,
    /// Each way: heading, text, words of the link.
    pub live_here: [&'static str; 3],
    /// For those who write.
    pub write_about: [&'static str; 3],
    /// For those who work with it.
    pub work_with: [&'static str; 3],
    /// Heading of the list of all indicators.
    pub themes: &'static str,
    /// Text under it.
    pub themes_lede: &'static str,
}

pub(super) const SV: ExploreText = ExploreText {
    heading: "Utforska",
    lede: "En indikator som karta, över tid, i ordning, som fördelning, mot en annan indikator eller som tabell. \
           Adressen i webbläsaren beskriver hela vyn och kan delas.",
    shapes: "Visa som",
    shape: |shape| match shape {
        Shape::Map => "Karta",
        Shape::Line => "Över tid",
        Shape::Ranking => "Rangordning",
        Shape::Distribution => "Fördelning",
        Shape::Scatter => "Samband",
        Shape::Table => "Tabell",
    },
    indicators: "Indikatorer",
    find: "Sök indikator",
    found: |n| if n == 1 { "1 indikator".into() } else { format!("{n} indikatorer") },
    found_none: |typed| format!("Ingen indikator innehåller ”{typed}”. Pröva ett annat ord."),
    change: "Byt indikator",
    against: "Jämför med",
    order: "Ordning",
    orders: ["Vanlig ordning", "Lägst värde först", "Högst värde först"],
    add_area: "Lägg till kommun eller län",
    about: "Om indikatorn",
    more: "Definition, metod och alla filer",
    population: "Gäller",
    unit: "Enhet",
    measure: "Mått",
    measure_name: |measure| match measure {
        Measure::Count => "antal",
        Measure::Share => "andel",
        Measure::Rate => "händelser i förhållande till befolkningen",
        Measure::Mean => "medelvärde",
        Measure::Median => "median",
        Measure::Index => "index",
    },
    definition: "Så är måttet definierat",
    method: "Så tas siffrorna fram",
    pitfalls: "Lätt att missförstå",
    breaks: "Brott i tidsserien",
    tables: "Alla tabeller",
    tables_lede: "Filerna ligger kvar på samma adress så länge utgåvan finns.",
    level: "Områden",
    vintage: "Indelningsår",
    periods: "Perioder",
    files: "Filer",
    open_map: "Utforska på kartan",
    related: |theme| format!("Fler indikatorer om {theme}"),
    change_since: |period| format!("Förändring sedan {period}"),
    compare: "Jämför områden",
    compare_menu: "Jämför",
    compare_lede: "Ställ upp till åtta kommuner eller län bredvid varandra. Alla indikatorer visas, tema för tema.",
    compare_none: "Välj ett område att börja med.",
    add_similar: |name| format!("Lägg till kommuner som liknar {name}"),
    nation: "Riket",
    indicator: "Indikator",
    compare_note: "Skillnader kan bero på vilka som bor på en plats, på hur platsen ser ut och på slumpen. Siffrorna \
                   säger inget om enskilda personer.",

    where_am_i: "Var är jag?",
    where_here: "Du verkar vara i",
    where_nowhere: "Platsen ligger utanför alla kommuner i kartan. Sök kommunen efter namn i stället.",
    where_refused: "Enheten lämnade inte ut någon position. Sök kommunen efter namn i stället.",
    doors: "Tre vägar in",
    live_here: [
        "Jag bor här",
        "Se din kommun bredvid länet och landet: hur det ser ut, hur det har ändrats och hur olika det är inom kommunen.",
        "Hitta din kommun",
    ],
    write_about: [
        "Jag skriver om det",
        "Välj en indikator, se hela landet eller några platser, och kontrollera hur måttet är definierat innan du citerar.",
        "Utforska indikatorerna",
    ],
    work_with: [
        "Jag arbetar med det",
        "Ställ kommunen bredvid liknande kommuner, tema för tema, och ta med tabellerna till nästa möte.",
        "Jämför områden",
    ],
    themes: "Alla indikatorer",
    themes_lede: "Varje indikator har en sida med definition, metod, fallgropar och alla tabeller.",
};

pub(super) const EN: ExploreText = ExploreText {
    heading: "Explore",
    lede: "An indicator as a map, over time, in order, as a distribution, against another indicator or as a table. \
           The address in the browser describes the whole view and can be shared.",
    shapes: "Show as",
    shape: |shape| match shape {
        Shape::Map => "Map",
        Shape::Line => "Over time",
        Shape::Ranking => "Ranking",
        Shape::Distribution => "Distribution",
        Shape::Scatter => "Relation",
        Shape::Table => "Table",
    },
    indicators: "Indicators",
    find: "Find an indicator",
    found: |n| if n == 1 { "1 indicator".into() } else { format!("{n} indicators") },
    found_none: |typed| format!("No indicator contains “{typed}”. Try another word."),
    change: "Change indicator",
    against: "Compare with",
    order: "Order",
    orders: ["Usual order", "Lowest value first", "Highest value first"],
    add_area: "Add a municipality or county",
    about: "About the indicator",
    more: "Definition, method and all files",
    population: "Population",
    unit: "Unit",
    measure: "Measure",
    measure_name: |measure| match measure {
        Measure::Count => "number",
        Measure::Share => "share",
        Measure::Rate => "events in relation to the population",
        Measure::Mean => "mean",
        Measure::Median => "median",
        Measure::Index => "index",
    },
    definition: "How the measure is defined",
    method: "How the figures are made",
    pitfalls: "Easily misread",
    breaks: "Breaks in the series",
    tables: "All tables",
    tables_lede: "The files stay at the same address for as long as the edition exists.",
    level: "Areas",
    vintage: "Boundaries of",
    periods: "Periods",
    files: "Files",
    open_map: "Explore on the map",
    related: |theme| format!("More indicators on {theme}"),
    change_since: |period| format!("Change since {period}"),
    compare: "Compare areas",
    compare_menu: "Compare",
    compare_lede: "Put up to eight municipalities or counties side by side. All indicators are shown, theme by theme.",
    compare_none: "Choose an area to begin with.",
    add_similar: |name| format!("Add municipalities similar to {name}"),
    nation: "Sweden",
    indicator: "Indicator",
    compare_note: "Differences can depend on who lives in a place, on what the place is like and on chance. The figures \
                   say nothing about individuals.",

    where_am_i: "Where am I?",
    where_here: "You seem to be in",
    where_nowhere: "The place lies outside all municipalities of the map. Search for the municipality by name instead.",
    where_refused: "The device gave no position. Search for the municipality by name instead.",
    doors: "Three ways in",
    live_here: [
        "I live here",
        "See your municipality beside its county and the country: how things are, how they have changed and how much they \
         differ inside the municipality.",
        "Find your municipality",
    ],
    write_about: [
        "I write about it",
        "Choose an indicator, see the whole country or a few places, and check how the measure is defined before you quote.",
        "Explore the indicators",
    ],
    work_with: [
        "I work with it",
        "Put the municipality beside similar ones, theme by theme, and take the tables along to the next meeting.",
        "Compare areas",
    ],
    themes: "All indicators",
    themes_lede: "Each indicator has a page with definition, method, pitfalls and all tables.",
};
