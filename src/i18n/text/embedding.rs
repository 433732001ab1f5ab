//! Words of the choice how a figure is put in another page. Programs that do not offer it are smaller without them.

/// Those words in one language.
pub struct EmbeddingText {
    /// Opens the section where an editor takes a figure to another page.
    pub embed: &'static str,
    /// What it is for, and that it costs nothing.
    pub embed_lede: &'static str,
    /// Label: in which form.
    pub what: &'static str,
    /// Label: in which language.
    pub language: &'static str,
    /// Label: light or dark.
    pub appearance: &'static str,
    /// Label: newest values or those of today.
    pub version: &'static str,
    /// Follows the newest edition.
    pub living: &'static str,
    /// Stays with this edition.
    pub freezing: &'static str,
    /// What the first means.
    pub living_note: &'static str,
    /// What the second means, with the edition.
    pub freezing_note: fn(&str) -> String,
    /// Label: whether readers can do something with it.
    pub interactivity: &'static str,
    /// They can.
    pub interactive: &'static str,
    /// They cannot.
    pub still: &'static str,
    /// Label of the frame's height.
    pub height: &'static str,
    /// When none is given.
    pub height_hint: &'static str,
    /// Without title and sentence.
    pub plain: &'static str,
    /// Without a ground of its own.
    pub transparent: &'static str,
    /// As high as the frame that it is put into.
    pub fitted: &'static str,
    /// With a search field.
    pub search: &'static str,
    /// With the site's sign.
    pub logo: &'static str,
    /// Heads the preview.
    pub preview: &'static str,
    /// Label of the five ways.
    pub way: &'static str,
    /// Their names.
    pub ways: [&'static str; 5],
    /// When to use each.
    pub way_notes: [&'static str; 5],
    /// Names the lines to paste.
    pub code: &'static str,
    /// Copies them.
    pub copy: &'static str,
    /// Stands for the picture's file that the editor puts on a server of theirs.
    pub own_picture: &'static str,
    /// Heads the words for an editor's system.
    pub editor_words: &'static str,
    /// The title.
    pub field_title: &'static str,
    /// The text alternative.
    pub field_description: &'static str,
}

pub(super) const SV: EmbeddingText = EmbeddingText {
    embed: "Bädda in",
    embed_lede: "Figuren får visas på andra webbplatser utan kostnad. Den sätter inga kakor, spårar ingen och hämtar \
                 ingenting från någon annan än Lägesbild.",
    what: "Visa som",
    language: "Språk",
    appearance: "Ljus eller mörk",
    version: "Siffror",
    living: "Uppdateras",
    freezing: "Frysta som de är nu",
    living_note: "Uppdateras: figuren visar alltid de senaste siffrorna, så den kan ändras efter att du har publicerat.",
    freezing_note: |edition| {
        format!(
            "Fryst: figuren visar alltid utgåva {edition}, även när nya siffror har kommit, och säger det själv."
        )
    },
    interactivity: "Läsaren kan",
    interactive: "Peka och välja",
    still: "Bara titta",
    height: "Höjd i bildpunkter",
    height_hint: "Efter innehållet",
    plain: "Utan rubrik och text",
    transparent: "Genomskinlig bakgrund",
    fitted: "Fyll ramens höjd",
    search: "Sökfält för områden",
    logo: "Lägesbilds märke",
    preview: "Så ser figuren ut",
    way: "Kod att klistra in",
    ways: ["Ram", "Ram med rätt höjd", "Eget element", "Bild", "Länk"],
    way_notes: [
        "Fungerar i de flesta publiceringsverktyg. Många av dem sätter höjden själva.",
        "Ett litet skript ger ramen den höjd som figuren behöver, också när fönstret blir smalare.",
        "En bild står där tills figuren är på plats, och blir kvar om sidan inte tillåter ramar. Spara bilden under ”Ta med \
         figuren” och lägg den på er server.",
        "För nyhetsbrev och verktyg som tar bort ramar. Spara bilden under ”Ta med figuren” och lägg den på er server.",
        "En mening med en länk, när inget annat går.",
    ],
    code: "Kod att klistra in",
    copy: "Kopiera koden",
    own_picture: "DIN-BILD.png",
    editor_words: "Ord till publiceringsverktyget",
    field_title: "Rubrik",
    field_description: "Beskrivning för den som inte ser figuren",
};

pub(super) const EN: EmbeddingText = EmbeddingText {
    embed: "Embed",
    embed_lede: "The figure may be shown on other sites at no cost. It sets no cookies, tracks nobody and fetches nothing \
                 from anyone but Lägesbild.",
    what: "Show as",
    language: "Language",
    appearance: "Light or dark",
    version: "Numbers",
    living: "Kept up to date",
    freezing: "Frozen as they are now",
    living_note: "Kept up to date: the figure always shows the newest numbers, so it can change after you have published.",
    freezing_note: |edition| {
        format!(
            "Frozen: the figure always shows edition {edition}, also when new numbers have come, and says so itself."
        )
    },
    interactivity: "Readers can",
    interactive: "Point and choose",
    still: "Only look",
    height: "Height in pixels",
    height_hint: "As the content needs",
    plain: "Without title and text",
    transparent: "Transparent background",
    fitted: "Fill the height of the frame",
    search: "Search field for areas",
    logo: "Lägesbild's sign",
    preview: "What the figure looks like",
    way: "Code to paste",
    ways: ["Frame", "Frame with the right height", "Own element", "Picture", "Link"],
    way_notes: [
        "Works in most publishing systems. Many of them set the height themselves.",
        "A small script gives the frame the height that the figure needs, also when the window becomes narrower.",
        "A picture stands there until the figure is in place, and stays where the page allows no frames. Save the picture \
         under “Take the figure along” and put it on your server.",
        "For newsletters and systems that remove frames. Save the picture under “Take the figure along” and put it on \
         your server.",
        "A sentence with a link, when nothing else is possible.",
    ],
    code: "Code to paste",
    copy: "Copy the code",
    own_picture: "YOUR-PICTURE.png",
    editor_words: "Words for the publishing system",
    field_title: "Title",
    field_description: "Description for those who do not see the figure",
};
