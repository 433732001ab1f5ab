//! Words around the map.

/// The map's words in one language.
pub struct MapText {
    /// Button: the map fills the window.
    pub wide: &'static str,
    /// Button: back to the page.
    pub narrow: &'static str,
}

pub(super) const SV: MapText =
    MapText { wide: "Visa kartan i hela fönstret", narrow: "Tillbaka till sidan" };

pub(super) const EN: MapText = MapText { wide: "Let the map fill the window", narrow: "Back to the page" };
