//! The interface in English.

use super::Text;
use crate::error::{LoadError, Problem};
use crate::i18n::number::count_text;
use crate::model::{Absence, Language, Level, Theme};
use crate::route::{ClassMethod, Repair};

pub(super) const EN: Text = Text {
    language: Language::En,
    site: "Lägesbild",
    map: super::map::EN,
    tagline: "How segregation develops, across Sweden and where you live",
    skip_to_content: "Skip to content",
    main_navigation: "Main menu",
    start: "Start",
    other_language: "På svenska",
    appearance: "Appearance",
    appearance_auto: "As the device",
    appearance_light: "Light",
    appearance_dark: "Dark",
    synthetic: "Demonstration data – invented figures",
    synthetic_explained: "Borders of counties and municipalities are real. Smaller areas and all values are made up \
                          and say nothing about real places.",

    start_heading: "What is it like where you live?",
    start_lede: "Lägesbild shows how living conditions differ between places in Sweden, and how the differences change \
                 over time.",
    start_figures: "Sweden now",
    all_municipalities: "All municipalities",
    all_municipalities_lede: "Every municipality has a page of its own with a permanent address to link to.",

    search_label: "Search for a municipality or county",
    search_placeholder: "For example Göteborg",
    search_none: |typed| {
        format!("No area has a name like “{typed}”. Try the name of a municipality or county.")
    },
    search_count: |n| if n == 1 { "1 result".into() } else { format!("{n} results") },

    indicator: "Indicator",
    level: "Areas",
    year: "Year",
    play: "Play the years",
    pause: "Stop",
    chosen_areas: "Chosen areas",
    chosen_none: "Choose areas on the map or by searching, and the chart compares them.",
    remove: |name| format!("Remove {name}"),
    chosen_full: "Eight areas are chosen, and the chart has no room for more. Remove one first.",

    map_name: |title| format!("Map: {title}"),
    map_help: "Arrow keys go to the neighbouring area in that direction. Enter chooses the area, plus and minus zoom, \
               0 shows the whole country.",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    zoom_all: "Show the whole country",
    wheel_hint: "Hold Ctrl and scroll to zoom",
    map_role: "interactive map",
    legend: "What the colours mean",
    legend_each: "Each value is a class.",
    legend_note: |method| match method {
        ClassMethod::Quantile => {
            "About equally many values in each class. The same limits hold for all years."
        }
        ClassMethod::EqualInterval => "Classes of equal width. The same limits hold for all years.",
        ClassMethod::NaturalBreaks => "Limits where values differ most. The same limits hold for all years.",
        ClassMethod::StandardDeviation => "Limits are whole standard deviations from the mean of all years.",
        ClassMethod::HeadTail => {
            "Split at the mean, again and again in the upper part. The same limits hold for all years."
        }
        ClassMethod::Rounded => "Limits are round numbers. The same limits hold for all years.",
        ClassMethod::Diverging => {
            "Equal steps below and above the national value. The same limits hold for all years."
        }
        ClassMethod::Manual => {
            "The limits were chosen by whoever made the map. The same limits hold for all years."
        }
    },
    classing: "Classes and limits",
    class_method: "Classification",
    class_method_name: |method| match method {
        ClassMethod::Quantile => "Equally many in each class",
        ClassMethod::EqualInterval => "Classes of equal width",
        ClassMethod::NaturalBreaks => "Natural breaks",
        ClassMethod::StandardDeviation => "Distance from the mean",
        ClassMethod::HeadTail => "Split at the mean",
        ClassMethod::Rounded => "Round numbers",
        ClassMethod::Diverging => "Below and above the country",
        ClassMethod::Manual => "Own limits",
    },
    class_limits: "Limits",
    class_limits_hint: "Write up to 8 numbers with semicolons between them, for example 5; 7.5; 10.",
    class_limits_wrong: |found| {
        format!(
            "“{found}” is not a number. Write up to 8 numbers with semicolons between them, for example 5; 7.5; 10."
        )
    },
    n_classes: "Number of classes",
    show_class: |limits| format!("Show only areas with {limits}"),
    legend_areas: |n| if n == 1 { "1 area".into() } else { format!("{} areas", count_text(n, Language::En)) },
    legend_nation: |value| format!("Sweden: {value}"),

    view_figure: "Chart",
    view_table: "Table",
    download_csv: "Download the table (CSV)",
    copy_sentence: "Copy as a sentence",
    copied: "Copied",
    period: "Year",
    area: "Area",
    source: "Source",
    edition: "Edition",
    released: "Published",
    retrieved: "retrieved",

    figure: super::figure::EN,

    municipality_in: |county| format!("Municipality in {county}"),
    county_in_sweden: "County in Sweden",
    residents: |n, period| format!("{n} residents in {period}"),
    breadcrumb: "You are here",
    sweden: "Sweden",
    in_short: "In short",
    on_this_page: "On this page",
    among_municipalities: "Among all municipalities",
    among_counties: "Among all counties",
    among_inside: |name| format!("RegSO areas in {name}"),
    inside_heading: |name| format!("Differences within {name}"),
    inside_lede: "An average hides that people live different lives. This shows how much of the differences lies between \
                  areas, and how much between those who live in the same area.",
    inside_method: "The parts are the variance p(1 − p), divided between and within the levels. They add up to the whole.",
    similar_heading: |name, level| match level {
        Level::County => format!("Counties like {name}"),
        _ => format!("Municipalities like {name}"),
    },
    similar_lede: |n| {
        format!("Most alike in {n} indicators, all of the same weight. Likeness says nothing of causes.")
    },
    similar_differs: |title| format!("differs most in {title}"),
    level_areas: |level| match level {
        Level::Nation => "countries",
        Level::County => "counties",
        Level::Municipality => "municipalities",
        Level::Regso => "RegSO areas",
        Level::Deso => "DeSO areas",
    },
    municipalities_in: |county| format!("Municipalities in {county}"),
    latest: |period| format!("Latest value, {period}"),
    others_in_county: |county| format!("Other municipalities in {county}"),

    loading: "Loading …",
    retry: "Try again",
    reload: "Reload the page",
    newer_edition: "There is a newer edition of the figures.",
    offline: "You seem to be offline. What has been fetched can still be used.",
    load_error,
    repair,

    not_found: "There is no such page",
    not_found_lede: "The address leads nowhere. It may have changed or been mistyped.",
    not_found_small: "A DeSO has no page of its own: it is a section on the page of the RegSO that it lies in. The first \
                      four characters of the code are those of its municipality, whose page leads to all its RegSO.",
    did_you_mean: "Perhaps you meant",
    to_start: "To the start page",

    explore: super::explore::EN,
    embed: super::embed::EN,
    forms: super::forms::EN,
    basket: super::basket::EN,

    footer_about: "Lägesbild shows figures about places. An area is not its residents: most differences are between \
                   people inside the same area.",
    footer_privacy: "The site uses no cookies, no tracking and nothing from other sites.",
    footer_care: "The figures describe; they do not explain causes and say nothing about single persons.",
    licence: "Licence",
    boundaries_source: "Borders: Statistics Sweden, generalised",

    theme: |theme| match theme {
        Theme::Housing => "Housing",
        Theme::Education => "Education",
        Theme::Labour => "Labour market",
        Theme::Economy => "Economy",
        Theme::Democracy => "Democracy",
        Theme::Health => "Health and safety",
    },
    level_plural: |level| match level {
        Level::Nation => "Sweden",
        Level::County => "counties",
        Level::Municipality => "municipalities",
        Level::Regso => "RegSO areas",
        Level::Deso => "DeSO areas",
    },
    level_singular: |level| match level {
        Level::Nation => "Sweden",
        Level::County => "county",
        Level::Municipality => "municipality",
        Level::Regso => "RegSO area",
        Level::Deso => "DeSO area",
    },
    absence: |reason| match reason {
        Absence::Suppressed => "suppressed",
        Absence::Missing => "missing",
        Absence::NotApplicable => "not applicable",
    },
};

fn load_error(error: &LoadError) -> String {
    let file = &error.file;
    match &error.problem {
        Problem::Offline => {
            "The figures could not be fetched: there is no connection. Try again when it is back.".into()
        }
        Problem::Unreachable(_) => {
            format!("The file {file} could not be fetched: the server does not answer. Try again in a while.")
        }
        Problem::NotFound => {
            format!("The file {file} does not exist in this edition. Reload the page to read the latest one.")
        }
        Problem::Status(status) => {
            format!("The server answered with error {status} for {file}. Try again in a while.")
        }
        Problem::IntegrityRefused => {
            format!(
                "The file {file} is not the one that was published and is not used. Try again, or reload the page."
            )
        }
        Problem::Malformed(_) => {
            format!("The file {file} could not be read: it is damaged or incomplete. Try again.")
        }
        Problem::NewerFormat { found } => {
            format!(
                "The figures are published in a newer format ({found}) than this page understands. Reload the page."
            )
        }
        Problem::Withdrawn { reason, replacement } => {
            format!("The edition has been withdrawn: {reason} Read edition {replacement} instead.")
        }
        Problem::UnknownArea(code) => format!("The area code {code} does not exist in the edition."),
        Problem::UnknownIndicator(slug) => format!("The indicator {slug} does not exist in the edition."),
    }
}

fn repair(repair: &Repair) -> String {
    match repair {
        Repair::Malformed { parameter, found } => {
            format!("The address has {parameter}={found}, which cannot be read. That part was left out.")
        }
        Repair::Repeated { parameter } => {
            format!("The address has {parameter} several times with different values. The first one holds.")
        }
        Repair::TooManyAreas { left_out } => {
            let codes: Vec<_> = left_out.iter().map(|code| code.as_str()).collect();
            format!("The address has more than eight areas. These are not shown: {}.", codes.join(", "))
        }
        Repair::UnknownArea { area } => {
            format!("The area code {area} does not exist in the edition and is not shown.")
        }
        Repair::UnknownIndicator { slug } => {
            format!("The indicator {slug} does not exist in the edition. Another one is shown instead.")
        }
        Repair::LevelNotPublished { level } => {
            let level = (EN.level_plural)(*level);
            format!("The indicator does not exist for {level}. Another level is shown instead.")
        }
        Repair::VintageNotPublished { vintage } => {
            format!(
                "The indicator does not exist for the areas of {vintage}. Those of the newest year are shown instead."
            )
        }
        Repair::PeriodNotPublished { period } => {
            format!("The indicator does not exist for {period}. The latest period is shown instead.")
        }
    }
}
