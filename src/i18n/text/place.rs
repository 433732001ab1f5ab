//! Words of the pages about places: municipalities, counties, small areas, area types. They stand by themselves, so that
//! the programs of other pages need not carry them.

pub mod change;
pub mod people;
pub mod row;
pub mod separation;
pub mod small;
pub mod take;
pub mod types;

use crate::model::Language;

/// The words in one language.
pub struct PlaceText {
    /// The five steps from figures to change, in their order.
    pub steps: [&'static str; 5],
    /// What each step is for.
    pub step_ledes: [&'static str; 5],
    /// Heads the map of the areas inside a place.
    pub map_heading: fn(&str, usize) -> String,
    /// How to use it.
    pub map_lede: &'static str,
    /// There are areas, but no borders to draw them with.
    pub map_none: &'static str,
    /// Label of the choice of what the map shows.
    pub map_show: &'static str,
    /// The map is on its way.
    pub map_waits: &'static str,
    /// The areas as a list with links.
    pub area_list: fn(usize) -> String,
    /// Opens the explorer's map.
    pub open_map: &'static str,
    /// The area types together.
    pub area_types: &'static str,
    /// An area type's name, by its number 1 to 5.
    pub type_name: fn(u8) -> &'static str,
    /// An area type in a few words, with its number.
    pub type_short: fn(u8) -> String,
    /// An area without a type or value.
    pub no_type: &'static str,
    /// Number of areas.
    pub n_areas: fn(&str) -> String,
    /// Number of people.
    pub n_people: fn(&str) -> String,

    /// The row of an indicator.
    pub row: row::RowText,
    /// Area types.
    pub types: types::TypesText,
    /// Ages, and the curve.
    pub people: people::PeopleText,
    /// How groups and people divide.
    pub separation: separation::SeparationText,
    /// Who decides, and what was done.
    pub change: change::ChangeText,
    /// Questions, paper, one file.
    pub take: take::TakeText,
    /// The page of a small area.
    pub small: small::SmallAreaText,
}

/// The words in a language.
pub const fn place_text(language: Language) -> &'static PlaceText {
    match language {
        Language::Sv => &SV,
        Language::En => &EN,
    }
}

const SV_TYPES: [&str; 5] = [
    "områden med stora socioekonomiska utmaningar",
    "områden med socioekonomiska utmaningar",
    "socioekonomiskt blandade områden",
    "områden med goda socioekonomiska förutsättningar",
    "områden med mycket goda socioekonomiska förutsättningar",
];

const EN_TYPES: [&str; 5] = [
    "areas with major socioeconomic challenges",
    "areas with socioeconomic challenges",
    "socioeconomically mixed areas",
    "areas with good socioeconomic conditions",
    "areas with very good socioeconomic conditions",
];

const SV_SHORT: [&str; 5] = [
    "1 Stora utmaningar",
    "2 Utmaningar",
    "3 Blandade",
    "4 Goda förutsättningar",
    "5 Mycket goda förutsättningar",
];

const EN_SHORT: [&str; 5] =
    ["1 Major challenges", "2 Challenges", "3 Mixed", "4 Good conditions", "5 Very good conditions"];

fn of_type(names: [&'static str; 5], number: u8) -> &'static str {
    names.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or_default()
}

/// Swedish.
const SV: PlaceText = PlaceText {
    steps: ["Fakta", "Förstå", "Förutsättningar", "Förändring", "Lärande"],
    step_ledes: [
        "Spridningen först, sedan de enskilda talen: skillnaderna mellan områden och mellan människor, och varje \
         indikator med utveckling och jämförelser.",
        "Vad siffrorna betyder och vad de inte betyder.",
        "Vilka kommuner som liknar varandra, och vem som bestämmer över vad.",
        "Vad som har gjorts, och hur det gick där jämfört med på liknande platser.",
        "Frågor att samtala om, och underlag att ta med sig.",
    ],
    map_heading: |name, n| match n {
        1 => format!("Området i {name}"),
        _ => format!("Områdena i {name}"),
    },
    map_lede: "Varje område är en länk till sin egen sida. Färgen säger något om området som helhet, inte om den som bor där.",
    map_none: "Utgåvan har inga gränser för områdena i den indelning som siffrorna gäller. De visas därför som lista.",
    map_show: "Kartan visar",
    map_waits: "Kartan hämtas …",
    area_list: |n| match n {
        1 => "Det enda området".to_owned(),
        n => format!("Alla {n} områden som lista"),
    },
    open_map: "Öppna i stora kartan",
    area_types: "Områdestyp",
    type_name: |number| of_type(SV_TYPES, number),
    type_short: |number| of_type(SV_SHORT, number).to_owned(),
    no_type: "Utan värde",
    n_areas: |n| format!("{n} områden"),
    n_people: |n| format!("{n} invånare"),
    row: row::SV,
    types: types::SV,
    people: people::SV,
    separation: separation::SV,
    change: change::SV,
    take: take::SV,
    small: small::SV,
};

/// English.
const EN: PlaceText = PlaceText {
    steps: ["Facts", "Understand", "Conditions", "Change", "Learning"],
    step_ledes: [
        "The spread first, then single numbers: the differences between areas and between people, and every indicator with \
         its development and comparisons.",
        "What the figures mean, and what they do not mean.",
        "Which municipalities are alike, and who decides on what.",
        "What has been done, and how it went there beside places that were alike.",
        "Questions to talk about, and material to take along.",
    ],
    map_heading: |name, n| match n {
        1 => format!("The area of {name}"),
        _ => format!("The areas of {name}"),
    },
    map_lede: "Each area is a link to its own page. The colour says something about the area as a whole, not about anyone \
               who lives there.",
    map_none: "The edition has no borders of these areas in the division that the figures are of. They are shown as a list.",
    map_show: "The map shows",
    map_waits: "The map is on its way …",
    area_list: |n| match n {
        1 => "The only area".to_owned(),
        n => format!("All {n} areas as a list"),
    },
    open_map: "Open in the large map",
    area_types: "Area type",
    type_name: |number| of_type(EN_TYPES, number),
    type_short: |number| of_type(EN_SHORT, number).to_owned(),
    no_type: "No value",
    n_areas: |n| format!("{n} areas"),
    n_people: |n| format!("{n} residents"),
    row: row::EN,
    types: types::EN,
    people: people::EN,
    separation: separation::EN,
    change: change::EN,
    take: take::EN,
    small: small::EN,
};
