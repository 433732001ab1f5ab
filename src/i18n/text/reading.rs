//! Words around the pages to read.

use crate::route::Reading;

/// The words in one language.
pub struct ReadingText {
    /// Label of the list of the pages to read.
    pub heading: &'static str,
    /// A page's name in that list.
    pub name: fn(Reading) -> &'static str,
}

/// Swedish.
pub const SV: ReadingText = ReadingText {
    heading: "Läs mer",
    name: |reading| match reading {
        Reading::Method => "Metod",
        Reading::WordList => "Ordlista",
        Reading::OpenData => "Öppna data",
        Reading::Corrections => "Rättelser",
        Reading::Accessibility => "Tillgänglighet",
        Reading::About => "Om Lägesbild",
        Reading::EasyToRead => "Lättläst",
    },
};

/// English.
pub const EN: ReadingText = ReadingText {
    heading: "Read more",
    name: |reading| match reading {
        Reading::Method => "Method",
        Reading::WordList => "Word list",
        Reading::OpenData => "Open data",
        Reading::Corrections => "Corrections",
        Reading::Accessibility => "Accessibility",
        Reading::About => "About Lägesbild",
        Reading::EasyToRead => "Easy to read",
    },
};
