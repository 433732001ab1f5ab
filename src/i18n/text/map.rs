//! Words around the map.

use crate::route::MapForm;

/// The map's words in one language.
pub struct MapText {
    /// Button: the map fills the window.
    pub wide: &'static str,
    /// Button: back to the page.
    pub narrow: &'static str,
    /// Label: the earlier period that the map shows change since.
    pub since: &'static str,
    /// No such period.
    pub since_none: &'static str,
    /// Label: what a second map shows.
    pub beside: &'static str,
    /// There is none.
    pub beside_none: &'static str,
    /// Heading of the choices that are periods.
    pub beside_period: &'static str,
    /// Heading of the choices that are indicators.
    pub beside_indicator: &'static str,
    /// Label: what stands for an area.
    pub form: &'static str,
    /// What stands for an area.
    pub form_name: fn(MapForm) -> &'static str,
    /// Label: the level follows how close the map is.
    pub follows_zoom: &'static str,
    /// Heading of the table of areas in view.
    pub in_view: &'static str,
    /// How many there are.
    pub in_view_count: fn(usize) -> String,
    /// When there are too many for a table.
    pub too_many_in_view: fn(usize) -> String,
    /// Columns of that table.
    pub column_area: &'static str,
    /// The value.
    pub column_value: &'static str,
    /// Whether the area is compared.
    pub column_chosen: &'static str,
    /// Chooses an area by its name.
    pub choose: fn(&str) -> String,
    /// The same where the name stands beside it.
    pub choose_short: &'static str,
    /// Heading of the map's files.
    pub take_along: &'static str,
    /// Under the legend of a map of change.
    pub change_note: &'static str,
    /// Under a map that lacks borders of some areas; takes how many, and how many there are.
    pub without_borders: fn(usize, usize) -> String,
    /// Instead of the map where the browser has nothing to paint on.
    pub lost: &'static str,
    /// Under a map of hexagons.
    pub tiles_note: &'static str,
    /// Under a map of change across a break in the series, with the period of the break.
    pub break_note: fn(&str) -> String,
}

pub(super) const SV: MapText = MapText {
    wide: "Visa kartan i hela fönstret",
    narrow: "Tillbaka till sidan",
    since: "Förändring sedan",
    since_none: "visa nivån",
    beside: "Andra kartan visar",
    beside_none: "en karta räcker",
    beside_period: "Annan period",
    beside_indicator: "Annan indikator",
    form: "Karta av",
    form_name: |form| match form {
        MapForm::Land => "mark",
        MapForm::Tiles => "rutor för lika många",
        MapForm::Periods => "en liten karta per år",
    },
    follows_zoom: "Mindre områden när jag zoomar in",
    in_view: "Områden i kartbilden som tabell",
    in_view_count: |n| format!("{n} områden i kartbilden, i kodordning."),
    too_many_in_view: |n| {
        format!("{n} områden i kartbilden. De första 300 i kodordning visas; zooma in för att se andra.")
    },
    column_area: "Område",
    column_value: "Värde",
    column_chosen: "Jämför",
    choose: |name| format!("Jämför {name}"),
    choose_short: "Jämför",
    take_along: "Ladda ner kartan",
    change_note: "Lika stora steg under och över noll. Samma gränser gäller för alla år.",
    without_borders: |n, all| {
        format!(
            "Gränser saknas för {n} av {all} områden. Deras värden räknas med i klasserna och står i tabell, rangordning och \
             fördelning."
        )
    },
    lost: "Webbläsaren kan inte rita kartan just nu. Alla värden finns i tabellen under den.",
    tiles_note: "Varje ruta står för ungefär lika många invånare. Grannar ligger nära varandra, men avstånd och ytor är \
                 inte kartans.",
    break_note: |period| {
        format!("Serien har ett brott {period}: värden före och efter är inte helt jämförbara.")
    },
};

pub(super) const EN: MapText = MapText {
    wide: "Let the map fill the window",
    narrow: "Back to the page",
    since: "Change since",
    since_none: "show the value",
    beside: "Second map shows",
    beside_none: "one map is enough",
    beside_period: "Another period",
    beside_indicator: "Another indicator",
    form: "Map of",
    form_name: |form| match form {
        MapForm::Land => "land",
        MapForm::Tiles => "tiles for equally many people",
        MapForm::Periods => "a small map for each year",
    },
    follows_zoom: "Smaller areas when I zoom in",
    in_view: "Areas in view as a table",
    in_view_count: |n| format!("{n} areas in view, in the order of their codes."),
    too_many_in_view: |n| {
        format!(
            "{n} areas in view. The first 300 in the order of their codes are shown; zoom in to see others."
        )
    },
    column_area: "Area",
    column_value: "Value",
    column_chosen: "Compare",
    choose: |name| format!("Compare {name}"),
    choose_short: "Compare",
    take_along: "Download the map",
    change_note: "Equal steps below and above zero. The same limits hold for all years.",
    without_borders: |n, all| {
        format!(
            "There are no borders of {n} of the {all} areas. Their values count in the classes and stand in table, ranking \
             and distribution."
        )
    },
    lost: "The browser cannot draw the map just now. All values are in the table below it.",
    tiles_note: "Each tile stands for about as many people. Neighbours lie near each other, but distances and sizes are \
                 not those of the land.",
    break_note: |period| {
        format!("The series has a break in {period}: values before and after it cannot quite be compared.")
    },
};
