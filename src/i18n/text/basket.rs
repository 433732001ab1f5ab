//! Words of the basket: figures that a reader takes along, and the report that they make.

use crate::model::Language;

/// The words that stand on other pages, in one language.
pub struct KeepText {
    /// The basket's name.
    pub name: &'static str,
    /// Takes a figure along.
    pub keep: &'static str,
    /// It is there already.
    pub kept: &'static str,
    /// There is no room.
    pub full: fn(usize) -> String,
    /// To the page.
    pub open: fn(usize) -> String,
}

/// The words of the page, in one language. They stand by themselves, so that the programs of other pages need not carry
/// them.
pub struct BasketText {
    /// Heads the figures, for those who do not see them.
    pub figures: &'static str,
    /// What the page is.
    pub lede: &'static str,
    /// How many there are, of how many at most.
    pub count: fn(usize, usize) -> String,
    /// Nothing is in it, and how figures come into it.
    pub empty: &'static str,
    /// Moves a figure towards the beginning; takes its title.
    pub up: fn(&str) -> String,
    /// Towards the end.
    pub down: fn(&str) -> String,
    /// Takes it out.
    pub remove: fn(&str) -> String,
    /// The same in a word each.
    pub buttons: [&'static str; 3],
    /// A figure has moved to a place of so many.
    pub moved: fn(&str, usize, usize) -> String,
    /// It is gone.
    pub removed: fn(&str) -> String,
    /// Label of the field for a note; takes the figure's title.
    pub note: fn(&str) -> String,
    /// The same, as it is seen.
    pub note_short: &'static str,
    /// Prints the report.
    pub print: &'static str,
    /// Saves the basket as a file.
    pub save: &'static str,
    /// The file's name, without its ending.
    pub file: &'static str,
    /// Opens such a file.
    pub load: &'static str,
    /// The file is none.
    pub unreadable: &'static str,
    /// Where the basket is: in the address alone.
    pub where_kept: &'static str,
    /// To the figure in the explorer.
    pub to_figure: &'static str,
}

/// The words of the page in a language.
pub const fn basket_text(language: Language) -> &'static BasketText {
    match language {
        Language::Sv => &PAGE_SV,
        Language::En => &PAGE_EN,
    }
}

/// Swedish.
pub(super) const SV: KeepText = KeepText {
    name: "Korg",
    keep: "Ta med i korgen",
    kept: "Finns i korgen.",
    full: |most| format!("Korgen är full: den rymmer {most} figurer."),
    open: |n| format!("Korg ({n})"),
};

/// Swedish.
const PAGE_SV: BasketText = BasketText {
    figures: "Figurerna",
    lede: "Figurerna du har tagit med, med dina egna anteckningar. Skriv ut dem som en rapport, eller spara korgen som en fil.",
    count: |n, most| format!("{n} av högst {most} figurer"),
    empty: "Korgen är tom. Välj ”Ta med i korgen” under en figur på en sida om en plats, en indikator eller i utforskaren.",
    up: |title| format!("Flytta upp: {title}"),
    down: |title| format!("Flytta ner: {title}"),
    remove: |title| format!("Ta bort: {title}"),
    buttons: ["Flytta upp", "Flytta ner", "Ta bort"],
    moved: |title, at, n| format!("{title} är nu nummer {at} av {n}."),
    removed: |title| format!("{title} är borttagen."),
    note: |title| format!("Egen anteckning till {title}"),
    note_short: "Egen anteckning",
    print: "Skriv ut rapporten",
    save: "Spara korgen som fil",
    file: "lagesbild-korg",
    load: "Öppna en sparad korg",
    unreadable: "Filen är ingen sparad korg: den har ingen adress med figurer.",
    where_kept: "Korgen finns i sidans adress och ingen annanstans. Den som får länken får korgen med anteckningarna.",
    to_figure: "Öppna i utforskaren",
};

/// English.
pub(super) const EN: KeepText = KeepText {
    name: "Basket",
    keep: "Take along in the basket",
    kept: "In the basket.",
    full: |most| format!("The basket is full: it holds {most} figures."),
    open: |n| format!("Basket ({n})"),
};

/// English.
const PAGE_EN: BasketText = BasketText {
    figures: "The figures",
    lede: "The figures you have taken along, with your own notes. Print them as a report, or save the basket as a file.",
    count: |n, most| format!("{n} of at most {most} figures"),
    empty: "The basket is empty. Choose “Take along in the basket” under a figure on the page of a place or an indicator, or in the explorer.",
    up: |title| format!("Move up: {title}"),
    down: |title| format!("Move down: {title}"),
    remove: |title| format!("Remove: {title}"),
    buttons: ["Move up", "Move down", "Remove"],
    moved: |title, at, n| format!("{title} is now number {at} of {n}."),
    removed: |title| format!("{title} has been removed."),
    note: |title| format!("Your note on {title}"),
    note_short: "Your note",
    print: "Print the report",
    save: "Save the basket as a file",
    file: "lagesbild-basket",
    load: "Open a saved basket",
    unreadable: "The file is no saved basket: it has no address with figures.",
    where_kept: "The basket is in the page's address and nowhere else. Whoever gets the link gets the basket with its notes.",
    to_figure: "Open in the explorer",
};
