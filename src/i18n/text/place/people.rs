//! Words about the ages of those who live in a place, and about the curve of how apart groups live.

/// The words in one language.
pub struct PeopleText {
    /// Heads the ages; takes the place.
    pub ages_heading: fn(&str) -> String,
    /// How to read the pyramid.
    pub ages_lede: &'static str,
    /// Women and men.
    pub sides: [&'static str; 2],
    /// An age group in a sentence; takes `20–24` or `95+`.
    pub aged: fn(&str) -> String,
    /// How to read the curve, what it can say and what it cannot.
    pub curve_note: &'static str,
}

/// Swedish.
pub(super) const SV: PeopleText = PeopleText {
    ages_heading: |name| format!("I vilka åldrar är de som bor i {name}?"),
    ages_lede: "Varje stapel är en åldersgrupp i procent av alla som bor här. Linjen är samma sak för hela landet: där \
                stapeln når utanför linjen är gruppen större här än i landet, där den slutar innanför är den mindre. \
                Åldrarna påverkar många andra tal på sidan.",
    sides: ["Kvinnor", "Män"],
    aged: |ages| format!("{ages} år"),
    curve_note: "Så läses kurvan: områdena står i ordning från där gruppens andel är lägst till där den är högst. Följer \
                 kurvan den raka linjen är andelen densamma överallt; ju längre under linjen, desto mer isär bor grupperna. \
                 Största avståndet är olikhetsindex D. Kurvan säger inte varför, inte vilka områden det är och inget om hur \
                 stor gruppen är. Områdenas storlek påverkar formen, så kurvor från olika kommuner bör inte rangordnas.",
};

/// English.
pub(super) const EN: PeopleText = PeopleText {
    ages_heading: |name| format!("How old are the people who live in {name}?"),
    ages_lede: "Each bar is an age group in percent of all who live here. The line is the same for the whole country: where \
                the bar reaches beyond the line the group is larger here than in the country, where it ends inside it is \
                smaller. Ages affect many other numbers on this page.",
    sides: ["Women", "Men"],
    aged: |ages| format!("aged {ages}"),
    curve_note: "How to read the curve: the areas stand in order from where the group's share is lowest to where it is \
                 highest. If the curve follows the straight line, the share is the same everywhere; the further below the \
                 line, the more apart the groups live. The greatest distance is the dissimilarity D. The curve does not say \
                 why, nor which areas these are, nor anything about how large the group is. The size of the areas affects \
                 its shape, so curves of different municipalities should not be ranked.",
};
