//! Words of what stands behind a number.

use crate::model::Measure;

/// Those words in one language.
pub struct MethodText {
    /// Opens the section.
    pub behind: &'static str,
    /// How a number is opened from the table and from the drawing.
    pub how: &'static str,
    /// Term: how the number is worked out.
    pub formula: &'static str,
    /// The formula of a measure, of a group, in a unit.
    pub formula_of: fn(Measure, &str, &str) -> String,
    /// Term: the formula with the numbers of the area.
    pub own: &'static str,
    /// That the numbers behind a share are not published.
    pub no_parts: &'static str,
    /// Term: what is to know about the number itself.
    pub status: &'static str,
    /// Of a number from a sample.
    pub sample: &'static str,
    /// Of a number from a register.
    pub register: &'static str,
    /// Term: method.
    pub method: &'static str,
    /// Key that opens it from the drawing, for the help.
    pub help: &'static str,
}

pub(super) const SV: MethodText = MethodText {
    behind: "Så är siffrorna gjorda",
    how: "Tryck på en siffra i tabellen för att se den här, eller på M när du står på ett värde i diagrammet.",
    formula: "Formel",
    formula_of: |measure, group, unit| match measure {
        Measure::Count => format!("Antal {unit}. Var och en räknas en gång."),
        Measure::Share => format!("Andel = de som räknas ÷ alla i gruppen × 100. Gruppen är {group}."),
        Measure::Rate => format!("Tal = det som räknas ÷ gruppen, i {unit}. Gruppen är {group}."),
        Measure::Mean => format!("Medelvärde = summan ÷ antalet, i {unit}. Gruppen är {group}."),
        Measure::Median => {
            format!("Median = det mittersta värdet när alla ställs i ordning, i {unit}. Gruppen är {group}.")
        }
        Measure::Index => "Ett sammanvägt tal. Definitionen säger av vad.".to_owned(),
    },
    own: "Med områdets egna tal",
    no_parts: "Antalen bakom andelen publiceras inte, bara andelen.",
    status: "Status",
    sample: "Värdet kommer från ett urval. Intervallet visar hur mycket slumpen kan göra.",
    register: "Värdet är räknat på alla i gruppen, inte på ett urval.",
    method: "Metod",
    help: "M visar hur siffran är gjord.",
};

pub(super) const EN: MethodText = MethodText {
    behind: "How the figures are made",
    how: "Press a number in the table to see it here, or M while you are on a value in the chart.",
    formula: "Formula",
    formula_of: |measure, group, unit| match measure {
        Measure::Count => format!("Number of {unit}. Each is counted once."),
        Measure::Share => format!("Share = those counted ÷ all in the group × 100. The group is {group}."),
        Measure::Rate => format!("Rate = what is counted ÷ the group, in {unit}. The group is {group}."),
        Measure::Mean => format!("Mean = the sum ÷ the number, in {unit}. The group is {group}."),
        Measure::Median => {
            format!("Median = the middle value when all stand in order, in {unit}. The group is {group}.")
        }
        Measure::Index => "A composed number. The definition says of what.".to_owned(),
    },
    own: "With the area's own numbers",
    no_parts: "The numbers behind the share are not published, only the share.",
    status: "Status",
    sample: "The value comes from a sample. The interval shows how much chance can do.",
    register: "The value is counted on all in the group, not on a sample.",
    method: "Method",
    help: "M shows how the number is made.",
};
