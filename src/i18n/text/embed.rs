//! Words of figures in other people's pages.

/// Those words in one language.
pub struct EmbedText {
    /// What the edition of a frozen figure is told by.
    pub frozen: fn(&str) -> String,
    /// Link from a frozen figure to what has changed since.
    pub since: &'static str,
    /// Link to the whole view.
    pub whole_view: &'static str,
    /// What opens in a window of its own.
    pub new_window: &'static str,
    /// A frozen figure whose edition is no longer kept.
    pub edition_gone: fn(&str) -> String,
    /// Link to the same figure with the newest values.
    pub newest: &'static str,
    /// Link from a summary to the area's page.
    pub whole_place: fn(&str) -> String,
    /// A summary that names no area.
    pub no_area: &'static str,
    /// An indicator that the edition has not, by its name in addresses.
    pub no_indicator: fn(&str) -> String,
    /// A figure that is not drawn beforehand, where its program cannot run.
    pub needs_program: &'static str,
}

pub(super) const SV: EmbedText = EmbedText {
    frozen: |edition| format!("Fryst: figuren visar alltid utgåva {edition}."),
    since: "Har något ändrats sedan dess?",
    whole_view: "Öppna figuren hos Lägesbild",
    new_window: "öppnas i ett nytt fönster",
    edition_gone: |edition| {
        format!("Figuren är fryst till utgåva {edition}, som inte längre finns kvar på servern.")
    },
    newest: "Visa figuren med de senaste siffrorna",
    whole_place: |name| format!("Allt om {name} hos Lägesbild"),
    no_area: "Adressen nämner ingen kommun eller län, så det finns inget att visa.",
    no_indicator: |slug| {
        format!("Indikatorn {slug} finns inte i den här utgåvan, så det finns inget att visa.")
    },
    needs_program: "Figuren kunde inte visas här: den kräver en webbläsare från de senaste två åren som får köra WebAssembly.",
};

pub(super) const EN: EmbedText = EmbedText {
    frozen: |edition| format!("Frozen: the figure always shows edition {edition}."),
    since: "Has anything changed since?",
    whole_view: "Open the figure at Lägesbild",
    new_window: "opens in a new window",
    edition_gone: |edition| {
        format!("The figure is frozen to edition {edition}, which is no longer kept on the server.")
    },
    newest: "Show the figure with the newest numbers",
    whole_place: |name| format!("All about {name} at Lägesbild"),
    no_area: "The address names no municipality or county, so there is nothing to show.",
    no_indicator: |slug| format!("The indicator {slug} is not in this edition, so there is nothing to show."),
    needs_program: "The figure could not be shown here: it needs a browser of the last two years that may run WebAssembly.",
};
