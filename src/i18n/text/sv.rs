//! The interface in Swedish.

use super::Text;
use crate::error::{LoadError, Problem};
use crate::i18n::number::count_text;
use crate::model::{Absence, Language, Level, Theme};
use crate::route::{ClassMethod, Repair};

pub(super) const SV: Text = Text {
    language: Language::Sv,
    site: "Lägesbild",
    map: super::map::SV,
    tagline: "Så utvecklas segregationen, i hela Sverige och där du bor",
    skip_to_content: "Hoppa till innehållet",
    main_navigation: "Huvudmeny",
    start: "Start",
    other_language: "In English",
    appearance: "Utseende",
    appearance_auto: "Som enheten",
    appearance_light: "Ljust",
    appearance_dark: "Mörkt",
    synthetic: "Demonstrationsdata – påhittade siffror",
    synthetic_explained: "Läns- och kommungränser är riktiga. Mindre områden och alla värden är påhittade och säger \
                          inget om verkliga platser.",

    start_heading: "Hur ser det ut där du bor?",
    start_lede: "Lägesbild visar hur livsvillkoren skiljer sig åt mellan platser i Sverige, och hur skillnaderna \
                 förändras över tid.",
    start_figures: "Sverige just nu",
    all_municipalities: "Alla kommuner",
    all_municipalities_lede: "Varje kommun har en egen sida med en fast adress att länka till.",

    search_label: "Sök kommun eller län",
    search_placeholder: "Till exempel Göteborg",
    search_none: |typed| {
        format!("Inget område heter något som liknar ”{typed}”. Pröva ett kommun- eller länsnamn.")
    },
    search_count: |n| if n == 1 { "1 träff".into() } else { format!("{n} träffar") },

    indicator: "Indikator",
    level: "Områden",
    year: "År",
    play: "Spela upp åren",
    pause: "Stoppa",
    chosen_areas: "Valda områden",
    chosen_none: "Välj områden i kartan eller med sökningen, så jämförs de i diagrammet.",
    remove: |name| format!("Ta bort {name}"),
    chosen_full: "Åtta områden är valda, fler får inte plats i diagrammet. Ta bort något först.",

    map_name: |title| format!("Karta: {title}"),
    map_help: "Piltangenterna går till grannområdet åt det hållet. Enter väljer området, plus och minus zoomar, \
               0 visar hela landet.",
    zoom_in: "Zooma in",
    zoom_out: "Zooma ut",
    zoom_all: "Visa hela landet",
    wheel_hint: "Håll ned Ctrl och rulla för att zooma",
    map_role: "interaktiv karta",
    legend: "Färgerna betyder",
    legend_each: "Varje värde är en klass.",
    legend_note: |method| match method {
        ClassMethod::Quantile => "Ungefär lika många värden i varje klass. Samma gränser gäller för alla år.",
        ClassMethod::EqualInterval => "Klasserna är lika breda. Samma gränser gäller för alla år.",
        ClassMethod::NaturalBreaks => {
            "Gränserna går där värdena skiljer sig mest. Samma gränser gäller för alla år."
        }
        ClassMethod::StandardDeviation => "Gränserna är hela standardavvikelser från medelvärdet av alla år.",
        ClassMethod::HeadTail => {
            "Delat vid medelvärdet, om och om igen i den övre delen. Samma gränser gäller för alla år."
        }
        ClassMethod::Rounded => "Gränserna är jämna tal. Samma gränser gäller för alla år.",
        ClassMethod::Diverging => {
            "Lika stora steg under och över värdet för riket. Samma gränser gäller för alla år."
        }
        ClassMethod::Manual => {
            "Gränserna är valda av den som gjort kartan. Samma gränser gäller för alla år."
        }
    },
    classing: "Klasser och gränser",
    class_method: "Indelning",
    class_method_name: |method| match method {
        ClassMethod::Quantile => "Lika många i varje klass",
        ClassMethod::EqualInterval => "Lika breda klasser",
        ClassMethod::NaturalBreaks => "Naturliga gränser",
        ClassMethod::StandardDeviation => "Avstånd från medelvärdet",
        ClassMethod::HeadTail => "Delning vid medelvärdet",
        ClassMethod::Rounded => "Jämna tal",
        ClassMethod::Diverging => "Under och över riket",
        ClassMethod::Manual => "Egna gränser",
    },
    class_limits: "Gränser",
    class_limits_hint: "Skriv upp till 8 tal med semikolon emellan, till exempel 5; 7,5; 10.",
    class_limits_wrong: |found| {
        format!(
            "”{found}” är inget tal. Skriv upp till 8 tal med semikolon emellan, till exempel 5; 7,5; 10."
        )
    },
    n_classes: "Antal klasser",
    show_class: |limits| format!("Visa bara områden med {limits}"),
    legend_areas: |n| {
        if n == 1 { "1 område".into() } else { format!("{} områden", count_text(n, Language::Sv)) }
    },
    legend_nation: |value| format!("Riket: {value}"),

    view_figure: "Diagram",
    view_table: "Tabell",
    download_csv: "Hämta tabellen (CSV)",
    copy_sentence: "Kopiera som mening",
    copied: "Kopierat",
    period: "År",
    area: "Område",
    source: "Källa",
    edition: "Utgåva",
    released: "Publicerad",
    retrieved: "hämtad",

    figure: super::figure::SV,

    municipality_in: |county| format!("Kommun i {county}"),
    county_in_sweden: "Län i Sverige",
    residents: |n, period| format!("{n} invånare {period}"),
    breadcrumb: "Du är här",
    sweden: "Sverige",
    in_short: "I korthet",
    on_this_page: "På sidan",
    among_municipalities: "Bland alla kommuner",
    among_counties: "Bland alla län",
    among_inside: |name| format!("RegSO i {name}"),
    inside_heading: |name| format!("Skillnader inom {name}"),
    inside_lede: "Ett genomsnitt döljer att människor lever olika. Här syns hur stor del av skillnaderna som ligger mellan \
                  områden, och hur stor del som finns mellan dem som bor i samma område.",
    inside_method: "Delarna är variansen p(1 − p) uppdelad mellan och inom nivåerna. De går jämnt upp i hela skillnaden.",
    similar_heading: |name, level| match level {
        Level::County => format!("Län som liknar {name}"),
        _ => format!("Kommuner som liknar {name}"),
    },
    similar_lede: |n| {
        format!("Mest lika i {n} indikatorer, som alla väger lika. Likheten säger inget om orsaker.")
    },
    similar_differs: |title| format!("skiljer sig mest i {title}"),
    level_areas: |level| match level {
        Level::Nation => "länder",
        Level::County => "län",
        Level::Municipality => "kommuner",
        Level::Regso => "RegSO",
        Level::Deso => "DeSO",
    },
    municipalities_in: |county| format!("Kommuner i {county}"),
    latest: |period| format!("Senaste värdet, {period}"),
    others_in_county: |county| format!("Andra kommuner i {county}"),

    loading: "Hämtar …",
    retry: "Försök igen",
    reload: "Ladda om sidan",
    newer_edition: "Det finns en nyare utgåva av siffrorna.",
    offline: "Du verkar sakna uppkoppling. Det som redan har hämtats går att använda.",
    load_error,
    repair,

    not_found: "Sidan finns inte",
    not_found_lede: "Adressen leder ingenstans. Den kan ha ändrats eller blivit felskriven.",
    not_found_small: "Ett DeSO har ingen egen sida: det är ett avsnitt på sidan för det RegSO som det ligger i. \
                      Kodens fyra första tecken är kommunens, och kommunens sida leder till alla dess RegSO.",
    did_you_mean: "Kanske menade du",
    to_start: "Till startsidan",

    explore: super::explore::SV,
    embed: super::embed::SV,
    forms: super::forms::SV,
    basket: super::basket::SV,

    footer_about: "Lägesbild visar siffror om platser. Ett område är inte sina invånare: de flesta skillnader finns \
                   mellan människor inom samma område.",
    footer_privacy: "Webbplatsen använder inga kakor, ingen spårning och ingenting från andra webbplatser.",
    footer_care: "Siffrorna beskriver; de förklarar inte orsaker och säger inget om enskilda personer.",
    licence: "Licens",
    boundaries_source: "Gränser: SCB, generaliserade",

    theme: |theme| match theme {
        Theme::Housing => "Boende",
        Theme::Education => "Utbildning",
        Theme::Labour => "Arbetsmarknad",
        Theme::Economy => "Ekonomi",
        Theme::Democracy => "Demokrati",
        Theme::Health => "Hälsa och trygghet",
    },
    level_plural: |level| match level {
        Level::Nation => "riket",
        Level::County => "län",
        Level::Municipality => "kommuner",
        Level::Regso => "RegSO",
        Level::Deso => "DeSO",
    },
    level_singular: |level| match level {
        Level::Nation => "riket",
        Level::County => "län",
        Level::Municipality => "kommun",
        Level::Regso => "RegSO",
        Level::Deso => "DeSO",
    },
    absence: |reason| match reason {
        Absence::Suppressed => "sekretessmarkerad",
        Absence::Missing => "uppgift saknas",
        Absence::NotApplicable => "inte aktuellt",
    },
};

fn load_error(error: &LoadError) -> String {
    let file = &error.file;
    match &error.problem {
        Problem::Offline => {
            "Siffrorna kunde inte hämtas: det finns ingen uppkoppling. Försök igen när den är tillbaka."
                .into()
        }
        Problem::Unreachable(_) => {
            format!("Filen {file} kunde inte hämtas: servern svarar inte. Försök igen om en stund.")
        }
        Problem::NotFound => {
            format!("Filen {file} finns inte i den här utgåvan. Ladda om sidan för att läsa den senaste.")
        }
        Problem::Status(status) => {
            format!("Servern svarade med fel {status} för {file}. Försök igen om en stund.")
        }
        Problem::IntegrityRefused => format!(
            "Filen {file} är inte den som publicerades och används därför inte. Försök igen, eller ladda om sidan."
        ),
        Problem::Malformed(_) => {
            format!("Filen {file} gick inte att läsa: den är skadad eller ofullständig. Försök igen.")
        }
        Problem::NewerFormat { found } => format!(
            "Siffrorna är publicerade i ett nyare format ({found}) än den här sidan förstår. Ladda om sidan."
        ),
        Problem::Withdrawn { reason, replacement } => {
            format!("Utgåvan är tillbakadragen: {reason} Läs utgåva {replacement} i stället.")
        }
        Problem::UnknownArea(code) => format!("Områdeskoden {code} finns inte i utgåvan."),
        Problem::UnknownIndicator(slug) => format!("Indikatorn {slug} finns inte i utgåvan."),
    }
}

fn repair(repair: &Repair) -> String {
    match repair {
        Repair::Malformed { parameter, found } => {
            format!("Adressen har {parameter}={found}, som inte går att läsa. Den delen hoppades över.")
        }
        Repair::Repeated { parameter } => {
            format!("Adressen har {parameter} flera gånger med olika värden. Det första gäller.")
        }
        Repair::TooManyAreas { left_out } => {
            let codes: Vec<_> = left_out.iter().map(|code| code.as_str()).collect();
            format!("Adressen har fler än åtta områden. Dessa visas inte: {}.", codes.join(", "))
        }
        Repair::UnknownArea { area } => format!("Områdeskoden {area} finns inte i utgåvan och visas inte."),
        Repair::UnknownIndicator { slug } => {
            format!("Indikatorn {slug} finns inte i utgåvan. En annan visas i stället.")
        }
        Repair::LevelNotPublished { level } => {
            let level = (SV.level_plural)(*level);
            format!("Indikatorn finns inte för {level}. En annan nivå visas i stället.")
        }
        Repair::VintageNotPublished { vintage } => {
            format!(
                "Indikatorn finns inte för områdena enligt indelningen {vintage}. Den senaste indelningen visas i stället."
            )
        }
        Repair::PeriodNotPublished { period } => {
            format!("Indikatorn finns inte för {period}. Den senaste perioden visas i stället.")
        }
    }
}
