//! Words of the pages about places: municipalities, counties, small areas, area types. They stand by themselves, so that
//! the programs of other pages need not carry them.

use crate::model::{Language, Theme};

/// The words in one language.
pub struct PlaceText {
    /// The five steps from figures to change, in their order.
    pub steps: [&'static str; 5],
    /// What each step is for.
    pub step_ledes: [&'static str; 5],
    /// Heads the map of the areas inside a place.
    pub map_heading: fn(&str) -> String,
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

    /// Heads the indices of separation.
    pub separation_heading: fn(&str) -> String,
    /// What they can and cannot say.
    pub separation_lede: &'static str,
    /// Columns of their table: groups, index, development.
    pub separation_columns: [&'static str; 3],
    /// An index by its id: name and what it says. None for one without a place here.
    pub index: fn(&str) -> Option<(&'static str, &'static str)>,
    /// How to read figures with care: heading and points.
    pub care_heading: &'static str,
    /// Points.
    pub care: [&'static str; 4],

    /// Heads who decides.
    pub mandate_heading: &'static str,
    /// Under it.
    pub mandate_lede: &'static str,
    /// Who decides in a policy field.
    pub mandate: fn(Theme) -> &'static str,

    /// Nothing is known of measures here.
    pub events_none: fn(&str) -> String,
    /// A measure taken by a place.
    pub measure: &'static str,
    /// A reform for all.
    pub reform: &'static str,
    /// From a period on.
    pub from: fn(&str) -> String,
    /// The line of comparable areas.
    pub compared_mean: fn(usize) -> String,
    /// Heads the reforms.
    pub reforms_heading: &'static str,
    /// Opens how the comparison was made.
    pub comparison_how: &'static str,

    /// Heads the questions.
    pub questions_heading: &'static str,
    /// Three questions about a place.
    pub questions: fn(&str) -> [String; 3],
    /// Prints the page.
    pub print_page: &'static str,
    /// Prints the sheet.
    pub print_sheet: &'static str,
    /// Heads the sheet; takes the place.
    pub sheet_heading: fn(&str) -> String,
    /// What the sheet is for.
    pub sheet_lede: &'static str,
    /// Room for notes.
    pub sheet_notes: &'static str,

    /// Puts the page into one file.
    pub whole: &'static str,
    /// What that is.
    pub whole_lede: &'static str,
    /// While it is made.
    pub whole_busy: &'static str,
    /// It could not be made.
    pub whole_failed: &'static str,

    /// A small area's kind and place: RegSO in a municipality.
    pub area_in: fn(&str, &str) -> String,
    /// Said of every small area.
    pub area_care: fn(&str) -> String,
    /// Heads its figures.
    pub area_figures: &'static str,
    /// Columns of its table: indicator, this area, the municipality, the country, place among the areas.
    pub area_columns: [&'static str; 3],
    /// Heads where it lies.
    pub area_where: &'static str,
    /// Heads its parts.
    pub area_parts: fn(usize) -> String,
    /// Heads its neighbours.
    pub area_neighbours: &'static str,
    /// Its type, in words.
    pub area_is_type: fn(&str, u8) -> String,
    /// The area is unknown in the vintage that is asked for.
    pub area_unknown: fn(&str, &str) -> String,
    /// Another vintage is asked for than is shown.
    pub area_other_vintage: fn(&str, &str) -> String,

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
    map_heading: |name| format!("Områdena i {name}"),
    map_lede: "Varje område är en länk till sin egen sida. Färgen säger något om området som helhet, inte om den som bor där.",
    map_none: "Utgåvan har inga gränser för områdena i den indelning som siffrorna gäller. De visas därför som lista.",
    map_show: "Kartan visar",
    map_waits: "Kartan hämtas …",
    area_list: |n| format!("Alla {n} områden som lista"),
    open_map: "Öppna i stora kartan",
    area_types: "Områdestyp",
    type_name: |number| of_type(SV_TYPES, number),
    type_short: |number| of_type(SV_SHORT, number).to_owned(),
    no_type: "Utan värde",
    n_areas: |n| format!("{n} områden"),
    n_people: |n| format!("{n} invånare"),

    since: |period| format!("sedan {period}"),
    spread_inside: |level| format!("Spridning mellan {level}"),
    spread_county: "Länets kommuner",
    spread_key: |name| format!("I varje fördelning är den hela linjen {name} och den streckade Sverige."),
    lacking: |titles| format!("Uppgift saknas här för {titles}."),
    more: "Diagram och jämförelse",
    to_indicator: "Om indikatorn",
    to_explorer: "Utforska vidare",
    unchanged: "oförändrat",
    note_break: |period| format!("Serien bryts {period}: tidigare värden går inte att jämföra."),
    note_absent: |absent, n| format!("{absent} av {n} områden visar inget värde."),
    note_inside: |n, text| format!("Gäller {n} av områdena inuti: {text}"),
    note_few: "Få invånare: enstaka personer kan ändra talen.",

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

    separation_heading: |name| format!("Hur åtskilda bor grupper i {name}?"),
    separation_lede: "Indexen mäter hur ojämnt grupper är fördelade mellan områden, inte vilka som bor här. De passar för \
                      att följa en plats över tid. De säger inget om orsaker, och kommuner bör inte rangordnas efter dem: \
                      områdenas storlek och gruppernas storlek påverkar talen.",
    separation_columns: ["Grupper", "Index", "Utveckling"],
    index: |id| {
        Some(match id {
            "dissimilarity" => (
                "Olikhetsindex D",
                "Så stor del av gruppen som skulle behöva flytta för att vara fördelad som de andra.",
            ),
            "isolation" => ("Isolering xPx", "Gruppens andel där en genomsnittlig medlem bor."),
            "correlation-ratio" => {
                ("Korrelationskvot η²", "Isoleringen, rensad från hur stor gruppen är i hela kommunen.")
            }
            "information-theory" => {
                ("Entropiindex H", "Hur mycket mindre blandade områdena är än platsen som helhet.")
            }
            _ => return None,
        })
    },
    care_heading: "Läs siffrorna så här",
    care: [
        "Ett område är inte sina invånare. De flesta skillnader finns mellan människor i samma område.",
        "Sammansättning (vilka som bor här) och åtskillnad (hur isär grupper bor) är olika saker.",
        "Små tal svänger. Skillnader på någon tiondel mellan två år betyder sällan något.",
        "Områden där många studerar eller nyligen har flyttat in har ofta låga inkomster utan att det säger något om framtiden.",
    ],

    mandate_heading: "Vem bestämmer?",
    mandate_lede: "Ansvaret är delat. Så här är det fördelat inom varje område.",
    mandate: |theme| match theme {
        Theme::Housing => {
            "Kommunen planerar för bostäder och äger ofta ett bostadsbolag. Staten bestämmer regler för hyra, lån och bidrag."
        }
        Theme::Education => {
            "Kommunen ansvarar för förskola och skola, tillsammans med fristående huvudmän. Staten bestämmer läroplaner och bidrag."
        }
        Theme::Labour => {
            "Staten ansvarar för arbetsmarknadspolitiken genom Arbetsförmedlingen. Kommunen ordnar vuxenutbildning och egna insatser."
        }
        Theme::Economy => {
            "Staten bestämmer skatter, pensioner och socialförsäkring. Kommunen beslutar om ekonomiskt bistånd."
        }
        Theme::Democracy => {
            "Kommun, region och stat ordnar val tillsammans med Valmyndigheten. Föreningar och partier gör mycket av arbetet."
        }
        Theme::Health => {
            "Regionen ansvarar för vården, staten för polisen och kommunen för förebyggande arbete."
        }
    },

    events_none: |name| {
        format!(
            "Utgåvan har inga registrerade åtgärder i {name}. Kommuner kan lämna uppgifter till den som ger ut Lägesbild."
        )
    },
    measure: "Åtgärd",
    reform: "Reform",
    from: |period| format!("från {period}"),
    compared_mean: |n| format!("Medel, {n} liknande"),
    reforms_heading: "Reformer som gällde alla",
    comparison_how: "Så är jämförelsen gjord",

    questions_heading: "Tre frågor att samtala om",
    questions: |name| {
        [
            format!("Var i {name} skiljer sig villkoren mest åt, och vad vet vi om varför?"),
            "Vilka skillnader kan vi påverka själva, och vilka behöver andra vara med om?".to_owned(),
            "Hur skulle vi se om fem år att något har blivit annorlunda?".to_owned(),
        ]
    },
    print_page: "Skriv ut sidan",
    print_sheet: "Skriv ut samtalsunderlag",
    sheet_heading: |name| format!("Samtalsunderlag: {name}"),
    sheet_lede: "Fyra figurer, tre frågor och plats att skriva, för en nämnd, en skolklass eller ett möte med boende.",
    sheet_notes: "Egna anteckningar",

    whole: "Ladda ner hela sidan",
    whole_lede: "En enda fil med siffror, kartor och diagram, som går att öppna utan uppkoppling och skicka vidare.",
    whole_busy: "Filen görs …",
    whole_failed: "Filen kunde inte göras. Kontrollera uppkopplingen och försök igen.",

    area_in: |level, place| format!("{level} i {place}"),
    area_care: |name| {
        format!(
            "Ett område är inte sina invånare. Läs siffrorna tillsammans med spridningen i hela {name}: de flesta skillnader \
             finns mellan människor i samma område."
        )
    },
    area_figures: "Området i siffror",
    area_columns: ["Området", "Riket", "Bland kommunens områden"],
    area_where: "Här ligger området",
    area_parts: |n| format!("Områdets {n} DeSO"),
    area_neighbours: "Grannområden",
    area_is_type: |period, number| {
        format!("{period} hör området till {} (typ {number}).", of_type(SV_TYPES, number))
    },
    area_unknown: |code, vintage| {
        format!(
            "Området {code} finns inte i {vintage} års indelning. Koder för små områden gäller bara i sin egen indelning."
        )
    },
    area_other_vintage: |asked, shown| {
        format!(
            "Adressen ber om indelningen {asked}, men utgåvan visar den här sidan för indelningen {shown}. Samma kod kan \
                 vara ett annat område i en annan indelning."
        )
    },

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
    map_heading: |name| format!("The areas of {name}"),
    map_lede: "Each area is a link to its own page. The colour says something about the area as a whole, not about anyone \
               who lives there.",
    map_none: "The edition has no borders of these areas in the division that the figures are of. They are shown as a list.",
    map_show: "The map shows",
    map_waits: "The map is on its way …",
    area_list: |n| format!("All {n} areas as a list"),
    open_map: "Open in the large map",
    area_types: "Area type",
    type_name: |number| of_type(EN_TYPES, number),
    type_short: |number| of_type(EN_SHORT, number).to_owned(),
    no_type: "No value",
    n_areas: |n| format!("{n} areas"),
    n_people: |n| format!("{n} residents"),

    since: |period| format!("since {period}"),
    spread_inside: |level| format!("Spread between {level}"),
    spread_county: "The county's municipalities",
    spread_key: |name| format!("In each spread the solid line is {name} and the dashed one Sweden."),
    lacking: |titles| format!("No figures here for {titles}."),
    more: "Chart and comparison",
    to_indicator: "About the indicator",
    to_explorer: "Explore further",
    unchanged: "unchanged",
    note_break: |period| format!("The series breaks in {period}: earlier values cannot be compared."),
    note_absent: |absent, n| format!("{absent} of {n} areas show no value."),
    note_inside: |n, text| format!("Concerns {n} of the areas inside: {text}"),
    note_few: "Few residents: single persons can change the numbers.",

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

    separation_heading: |name| format!("How apart do groups live in {name}?"),
    separation_lede: "The indices measure how unevenly groups are spread over areas, not who lives here. They suit following \
                      one place over time. They say nothing about causes, and municipalities should not be ranked by them: \
                      the size of areas and of groups affects the numbers.",
    separation_columns: ["Groups", "Index", "Development"],
    index: |id| {
        Some(match id {
            "dissimilarity" => (
                "Dissimilarity D",
                "The part of the group that would have to move to be spread like the others.",
            ),
            "isolation" => ("Isolation xPx", "The group's share where an average member lives."),
            "correlation-ratio" => (
                "Correlation ratio η²",
                "Isolation, freed from how large the group is in the whole municipality.",
            ),
            "information-theory" => {
                ("Information theory H", "How much less mixed the areas are than the place as a whole.")
            }
            _ => return None,
        })
    },
    care_heading: "Read the figures like this",
    care: [
        "An area is not its residents. Most differences lie between people in the same area.",
        "Composition (who lives here) and separation (how apart groups live) are different things.",
        "Small numbers swing. A few tenths from one year to the next seldom mean anything.",
        "Areas where many study or have just moved in often have low incomes, which says nothing about the future.",
    ],

    mandate_heading: "Who decides?",
    mandate_lede: "Responsibility is shared. This is how it is divided in each field.",
    mandate: |theme| match theme {
        Theme::Housing => {
            "The municipality plans for housing and often owns a housing company. The state decides on rules for rents, loans \
             and grants."
        }
        Theme::Education => {
            "The municipality is responsible for preschool and school, with independent providers. The state decides on \
             curricula and grants."
        }
        Theme::Labour => {
            "The state is responsible for labour market policy through the Public Employment Service. The municipality \
             arranges adult education and efforts of its own."
        }
        Theme::Economy => {
            "The state decides on taxes, pensions and social insurance. The municipality decides on economic support."
        }
        Theme::Democracy => {
            "Municipality, region and state hold elections with the Election Authority. Associations and parties do much of \
             the work."
        }
        Theme::Health => {
            "The region is responsible for health care, the state for the police and the municipality for prevention."
        }
    },

    events_none: |name| {
        format!(
            "The edition lists no measures in {name}. Municipalities can report them to the publisher of Lägesbild."
        )
    },
    measure: "Measure",
    reform: "Reform",
    from: |period| format!("from {period}"),
    compared_mean: |n| format!("Mean of {n} alike"),
    reforms_heading: "Reforms for all",
    comparison_how: "How the comparison is made",

    questions_heading: "Three questions to talk about",
    questions: |name| {
        [
            format!("Where in {name} do conditions differ most, and what do we know about why?"),
            "Which differences can we affect ourselves, and which need others?".to_owned(),
            "How would we see in five years that something has become different?".to_owned(),
        ]
    },
    print_page: "Print the page",
    print_sheet: "Print a discussion sheet",
    sheet_heading: |name| format!("Discussion sheet: {name}"),
    sheet_lede: "Four figures, three questions and room to write, for a council, a school class or a residents' meeting.",
    sheet_notes: "Notes of your own",

    whole: "Download the whole page",
    whole_lede: "A single file with figures, maps and charts that can be opened without a connection and passed on.",
    whole_busy: "The file is being made …",
    whole_failed: "The file could not be made. Check the connection and try again.",

    area_in: |level, place| format!("{level} in {place}"),
    area_care: |name| {
        format!(
            "An area is not its residents. Read the figures together with the spread in all of {name}: most differences lie \
             between people in the same area."
        )
    },
    area_figures: "The area in figures",
    area_columns: ["The area", "Sweden", "Among the municipality's areas"],
    area_where: "Where the area lies",
    area_parts: |n| format!("The area's {n} DeSO"),
    area_neighbours: "Neighbouring areas",
    area_is_type: |period, number| {
        format!("In {period} the area is one of the {} (type {number}).", of_type(EN_TYPES, number))
    },
    area_unknown: |code, vintage| {
        format!(
            "There is no area {code} in the division of {vintage}. Codes of small areas hold only in their own division."
        )
    },
    area_other_vintage: |asked, shown| {
        format!(
            "The address asks for the division of {asked}, but the edition shows this page for that of {shown}. The same \
                 code may be another area in another division."
        )
    },

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
