//! Every word of the interface. [`Text`] is a struct with a field or a function for each sentence and there are two
//! constants of it, so that a missing translation does not compile.
//!
//! Sentences about figures are not here: they are made from numbers in `sentences`.

pub mod basket;
pub mod embed;
pub mod embedding;
mod en;
pub mod explore;
mod figure;
pub mod forms;
pub mod lines;
pub mod map;
pub mod method;
pub mod news;
pub mod paper;
pub mod place;
pub mod reading;
pub mod similar;
mod sv;
pub mod themes;
pub mod verify;

pub use figure::FigureText;

use crate::error::LoadError;
use crate::model::{Absence, Language, Level, Theme};
use crate::route::{ClassMethod, Repair};

/// The interface in one language.
pub struct Text {
    /// The language of the words.
    pub language: Language,
    /// Name of the site.
    pub site: &'static str,
    /// Words around the map.
    pub map: map::MapText,
    /// What the site is, in a few words, for titles and previews.
    pub tagline: &'static str,
    /// First link of each page.
    pub skip_to_content: &'static str,
    /// Label of the main navigation.
    pub main_navigation: &'static str,
    /// The start page in navigation.
    pub start: &'static str,
    /// Link to the other language, in that language.
    pub other_language: &'static str,
    /// Group label of the light/dark choice.
    pub appearance: &'static str,
    /// Follow the device.
    pub appearance_auto: &'static str,
    /// Light.
    pub appearance_light: &'static str,
    /// Dark.
    pub appearance_dark: &'static str,
    /// The line on every page of an edition whose figures are modelled.
    pub synthetic: &'static str,
    /// What that means.
    pub synthetic_explained: &'static str,

    /// Heading of the start page.
    pub start_heading: &'static str,
    /// Text under it.
    pub start_lede: &'static str,
    /// Heading of the national figures.
    pub start_figures: &'static str,
    /// Heading of the list of all municipalities.
    pub all_municipalities: &'static str,
    /// Text under it.
    pub all_municipalities_lede: &'static str,

    /// Label of the search field.
    pub search_label: &'static str,
    /// Example inside it.
    pub search_placeholder: &'static str,
    /// Nothing found for what was typed.
    pub search_none: fn(&str) -> String,
    /// Number of hits, announced.
    pub search_count: fn(usize) -> String,

    /// Label of the indicator choice.
    pub indicator: &'static str,
    /// Label of the level choice.
    pub level: &'static str,
    /// Label of the period slider. Readers of the bench look for "År"/"Year".
    pub year: &'static str,
    /// Start playing through the periods.
    pub play: &'static str,
    /// Stop playing.
    pub pause: &'static str,
    /// Label of the list of chosen areas.
    pub chosen_areas: &'static str,
    /// Shown while none are chosen.
    pub chosen_none: &'static str,
    /// Removes one.
    pub remove: fn(&str) -> String,
    /// More than eight were asked for.
    pub chosen_full: &'static str,

    /// Accessible name of the map.
    pub map_name: fn(&str) -> String,
    /// How to use the map by keyboard.
    pub map_help: &'static str,
    /// Zoom in.
    pub zoom_in: &'static str,
    /// Zoom out.
    pub zoom_out: &'static str,
    /// Show the whole country.
    pub zoom_all: &'static str,
    /// Over the map when the wheel is turned without Ctrl.
    pub wheel_hint: &'static str,
    /// What the map is, to those who hear it: "karta".
    pub map_role: &'static str,
    /// Heading of the legend.
    pub legend: &'static str,
    /// Hint at classes: equally many areas in each, the same limits over all periods.
    pub legend_note: fn(ClassMethod) -> &'static str,
    /// The same where each value is a class.
    pub legend_each: &'static str,
    /// What the number of classes and their limits can be changed with.
    pub classing: &'static str,
    /// Label of the choice of method.
    pub class_method: &'static str,
    /// A method.
    pub class_method_name: fn(ClassMethod) -> &'static str,
    /// Label of the limits that the reader chooses.
    pub class_limits: &'static str,
    /// How they are written.
    pub class_limits_hint: &'static str,
    /// What is said of what cannot be read; takes it.
    pub class_limits_wrong: fn(&str) -> String,
    /// Label of the number of classes.
    pub n_classes: &'static str,
    /// Shows only the areas of a class; takes its limits.
    pub show_class: fn(&str) -> String,
    /// How many areas a class has.
    pub legend_areas: fn(usize) -> String,
    /// The national value in the legend.
    pub legend_nation: fn(&str) -> String,

    /// Tab and heading: the figure.
    pub view_figure: &'static str,
    /// Tab and heading: the table.
    pub view_table: &'static str,
    /// Link that saves the table.
    pub download_csv: &'static str,
    /// Copies a sentence with value, source and edition.
    pub copy_sentence: &'static str,
    /// After copying.
    pub copied: &'static str,
    /// Column heading for periods.
    pub period: &'static str,
    /// Column heading for areas.
    pub area: &'static str,
    /// Heads the source line.
    pub source: &'static str,
    /// Heads the edition in the source line.
    pub edition: &'static str,
    /// Release date.
    pub released: &'static str,
    /// Retrieval date.
    pub retrieved: &'static str,

    /// The words around figures.
    pub figure: FigureText,

    /// Part of Sweden, for titles: "kommun i Västra Götalands län".
    pub municipality_in: fn(&str) -> String,
    /// A county's line.
    pub county_in_sweden: &'static str,
    /// Number of people with the period: "604 616 invånare 2024".
    pub residents: fn(&str, &str) -> String,
    /// Label of the breadcrumb.
    pub breadcrumb: &'static str,
    /// The country.
    pub sweden: &'static str,
    /// Heading of the summary.
    pub in_short: &'static str,
    /// Heading of the list of themes on a page.
    pub on_this_page: &'static str,
    /// Heading over the strip of all areas of a level.
    pub among_municipalities: &'static str,
    /// The same for counties.
    pub among_counties: &'static str,
    /// Heading over the strip of the small areas inside an area.
    pub among_inside: fn(&str) -> String,
    /// Heading of the section on differences inside an area.
    pub inside_heading: fn(&str) -> String,
    /// Text under it.
    pub inside_lede: &'static str,
    /// How the parts are reckoned.
    pub inside_method: &'static str,
    /// Heading of the areas most like one.
    pub similar_heading: fn(&str, Level) -> String,
    /// How they were found; takes how many indicators were compared.
    pub similar_lede: fn(usize) -> String,
    /// In what a similar area differs most.
    pub similar_differs: fn(&str) -> String,
    /// Areas of a level in the middle of a sentence: `RegSO`, `municipalities`.
    pub level_areas: fn(Level) -> &'static str,
    /// Municipalities of a county.
    pub municipalities_in: fn(&str) -> String,
    /// Latest value's label.
    pub latest: fn(&str) -> String,
    /// Neighbouring heading: other municipalities in the same county.
    pub others_in_county: fn(&str) -> String,

    /// While something is fetched.
    pub loading: &'static str,
    /// Tries again.
    pub retry: &'static str,
    /// Reloads the page.
    pub reload: &'static str,
    /// A newer edition exists.
    pub newer_edition: &'static str,
    /// No connection.
    pub offline: &'static str,
    /// An error in words, with what can be done.
    pub load_error: fn(&LoadError) -> String,
    /// A part of the address that could not be used.
    pub repair: fn(&Repair) -> String,

    /// Heading of the page for unknown addresses.
    pub not_found: &'static str,
    /// Text under it.
    pub not_found_lede: &'static str,
    /// Where the page of a small area is found.
    pub not_found_small: &'static str,
    /// Heading over the nearest names.
    pub did_you_mean: &'static str,
    /// Link to the start page.
    pub to_start: &'static str,

    /// Pages where indicators are explored and compared.
    pub explore: explore::ExploreText,
    /// Figures in other people's pages.
    pub embed: embed::EmbedText,
    /// Words of framed figures in forms that the explorer does not have.
    pub forms: forms::FormsText,
    /// Taking figures along.
    pub basket: basket::KeepText,

    /// Footer: what the site is and is not.
    pub footer_about: &'static str,
    /// Footer: no cookies.
    pub footer_privacy: &'static str,
    /// Footer: areas are not people.
    pub footer_care: &'static str,
    /// Heads the licence in the footer.
    pub licence: &'static str,
    /// Boundaries' source.
    pub boundaries_source: &'static str,

    /// Names of the themes.
    pub theme: fn(Theme) -> &'static str,
    /// Names of the levels, plural: "kommuner".
    pub level_plural: fn(Level) -> &'static str,
    /// Names of the levels, singular: "kommun".
    pub level_singular: fn(Level) -> &'static str,
    /// Why a number is absent.
    pub absence: fn(Absence) -> &'static str,
}

/// The interface's words in a language.
pub const fn text(language: Language) -> &'static Text {
    match language {
        Language::Sv => &sv::SV,
        Language::En => &en::EN,
    }
}

/// Words of parts that not every program has: asked for by a function each, so that a program without the part is smaller
/// by them.
impl Text {
    /// The choice how a figure is put in another page.
    pub const fn embedding(&self) -> &'static embedding::EmbeddingText {
        match self.language {
            Language::Sv => &embedding::SV,
            Language::En => &embedding::EN,
        }
    }

    /// What stands behind a number.
    pub const fn method(&self) -> &'static method::MethodText {
        match self.language {
            Language::Sv => &method::SV,
            Language::En => &method::EN,
        }
    }

    /// Words around what is new.
    pub const fn news(&self) -> &'static news::NewsText {
        match self.language {
            Language::Sv => &news::SV,
            Language::En => &news::EN,
        }
    }

    /// Words around the pages to read.
    pub const fn reading(&self) -> &'static reading::ReadingText {
        match self.language {
            Language::Sv => &reading::SV,
            Language::En => &reading::EN,
        }
    }

    /// Words around similar areas.
    pub const fn similar(&self) -> &'static similar::SimilarText {
        match self.language {
            Language::Sv => &similar::SV,
            Language::En => &similar::EN,
        }
    }

    /// Checking a figure.
    pub const fn verify(&self) -> &'static verify::VerifyText {
        match self.language {
            Language::Sv => &verify::SV,
            Language::En => &verify::EN,
        }
    }
}
