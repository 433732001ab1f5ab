//! Words of the page that checks a figure against its edition.

/// Those words in one language.
pub struct VerifyText {
    /// Heading of the page.
    pub heading: &'static str,
    /// What can be done there.
    pub lede: &'static str,
    /// Label of the field that takes a file.
    pub choose: &'static str,
    /// That it can also be dropped.
    pub drop: &'static str,
    /// The file stays on the reader's device.
    pub private: &'static str,
    /// The file is no picture of ours.
    pub unreadable: &'static str,
    /// The file was read; takes the address that it has.
    pub read: fn(&str) -> String,
    /// Heading of the answer.
    pub answer: &'static str,
    /// The figure's edition is the newest.
    pub is_newest: fn(&str) -> String,
    /// Nothing that the figure shows has changed; takes its edition and the newest.
    pub is_same: fn(&str, &str) -> String,
    /// So many values have changed; takes the number, the figure's edition and the newest.
    pub is_revised: fn(usize, &str, &str) -> String,
    /// The indicator is no longer published.
    pub is_gone: fn(&str) -> String,
    /// The figure's edition is no longer kept.
    pub edition_gone: fn(&str) -> String,
    /// Opens the view with the figure's own numbers.
    pub open_then: &'static str,
    /// Opens the view with the newest numbers.
    pub open_now: &'static str,
    /// Column: in the figure.
    pub before: &'static str,
    /// Column: now.
    pub after: &'static str,
    /// No longer published.
    pub none: &'static str,
    /// Caption of the table.
    pub table: &'static str,
}

pub(super) const SV: VerifyText = VerifyText {
    heading: "Granska en figur",
    lede: "Bilder som sparas här bär med sig varifrån de kommer. Välj en sådan bild, så visar sidan vad den föreställer och \
           om siffrorna har ändrats sedan dess.",
    choose: "Välj en bild (PNG eller SVG)",
    drop: "eller släpp den här",
    private: "Bilden läses i din webbläsare och skickas ingenstans.",
    unreadable: "Filen säger inte varifrån den kommer. Antingen är den inte sparad här, eller så har ett program tagit bort \
                 uppgifterna när bilden ändrades. Skärmbilder har dem aldrig.",
    read: |address| format!("Bilden säger att den visar {address}"),
    answer: "Svar",
    is_newest: |edition| format!("Siffrorna är aktuella: bilden visar utgåva {edition}, som är den senaste."),
    is_same: |then, now| {
        format!("Inget av det som bilden visar har ändrats mellan utgåva {then} och den senaste, {now}.")
    },
    is_revised: |n, then, now| match n {
        1 => format!("Ett värde har ändrats mellan utgåva {then} och den senaste, {now}."),
        n => format!("{n} värden har ändrats mellan utgåva {then} och den senaste, {now}."),
    },
    is_gone: |title| {
        format!("Indikatorn {title} publiceras inte längre, så det finns inget att jämföra med.")
    },
    edition_gone: |edition| {
        format!(
            "Utgåva {edition} finns inte kvar på servern, så värdena kan inte jämföras. Rättelser står på sidan om rättelser."
        )
    },
    open_then: "Öppna figuren med siffrorna som de var",
    open_now: "Öppna figuren med de senaste siffrorna",
    before: "I bilden",
    after: "Nu",
    none: "publiceras inte längre",
    table: "Värden som har ändrats",
};

pub(super) const EN: VerifyText = VerifyText {
    heading: "Check a figure",
    lede: "Pictures saved here carry with them where they come from. Choose such a picture, and the page shows what it is of \
           and whether the numbers have changed since.",
    choose: "Choose a picture (PNG or SVG)",
    drop: "or drop it here",
    private: "The picture is read in your browser and sent nowhere.",
    unreadable: "The file does not say where it comes from. Either it was not saved here, or a program removed the words when \
                 the picture was edited. Screenshots never have them.",
    read: |address| format!("The picture says that it shows {address}"),
    answer: "Answer",
    is_newest: |edition| {
        format!("The numbers are current: the picture shows edition {edition}, which is the newest.")
    },
    is_same: |then, now| {
        format!("Nothing that the picture shows has changed between edition {then} and the newest, {now}.")
    },
    is_revised: |n, then, now| match n {
        1 => format!("One value has changed between edition {then} and the newest, {now}."),
        n => format!("{n} values have changed between edition {then} and the newest, {now}."),
    },
    is_gone: |title| {
        format!("The indicator {title} is no longer published, so there is nothing to compare with.")
    },
    edition_gone: |edition| {
        format!(
            "Edition {edition} is no longer on the server, so values cannot be compared. Corrections are listed on their page."
        )
    },
    open_then: "Open the figure with the numbers as they were",
    open_now: "Open the figure with the newest numbers",
    before: "In the picture",
    after: "Now",
    none: "no longer published",
    table: "Values that have changed",
};
