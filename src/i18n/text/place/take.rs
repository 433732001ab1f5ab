//! Words of what is talked about and taken along: questions, paper, one file.

/// The words in one language.
pub struct TakeText {
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
}

/// Swedish.
pub(super) const SV: TakeText = TakeText {
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
};

/// English.
pub(super) const EN: TakeText = TakeText {
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
};
