//! Words about differences: one level closer, how apart groups live, how to read it all.

/// The words in one language.
pub struct SeparationText {
    /// Opens the division one level closer; takes the areas.
    pub closer: fn(&str) -> String,

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
}

/// Swedish.
pub(super) const SV: SeparationText = SeparationText {
    closer: |areas| format!("En nivå närmare: {areas}"),
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
};

/// English.
pub(super) const EN: SeparationText = SeparationText {
    closer: |areas| format!("One level closer: {areas}"),
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
};
