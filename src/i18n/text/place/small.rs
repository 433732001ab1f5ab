//! Words of the page of a small area.

use super::{EN_TYPES, SV_TYPES, of_type};

/// The words in one language.
pub struct SmallAreaText {
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
}

/// Swedish.
pub(super) const SV: SmallAreaText = SmallAreaText {
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
};

/// English.
pub(super) const EN: SmallAreaText = SmallAreaText {
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
};
