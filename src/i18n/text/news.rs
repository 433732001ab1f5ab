//! Words around what is new.

use crate::model::LogKind;

/// The words in one language.
pub struct NewsText {
    /// Heading on the start page.
    pub heading: &'static str,
    /// What kind of publication it was.
    pub kind: fn(LogKind) -> &'static str,
    /// An edition that follows no other.
    pub first: &'static str,
    /// An edition with the same figures and texts as the one before.
    pub unchanged: &'static str,
    /// How many changes are not told here.
    pub more: fn(usize) -> String,
    /// Link to all of them.
    pub all: &'static str,
}

/// Swedish.
pub const SV: NewsText = NewsText {
    heading: "Nytt",
    kind: |kind| match kind {
        LogKind::Release => "Ny utgåva",
        LogKind::Correction => "Rättelse",
    },
    first: "Den första utgåvan.",
    unchanged: "Siffror och texter är desamma som i utgåvan före.",
    more: |n| format!("Och {n} till."),
    all: "Alla utgåvor och rättelser",
};

/// English.
pub const EN: NewsText = NewsText {
    heading: "What is new",
    kind: |kind| match kind {
        LogKind::Release => "New edition",
        LogKind::Correction => "Correction",
    },
    first: "The first edition.",
    unchanged: "Figures and texts are the same as in the edition before.",
    more: |n| format!("And {n} more."),
    all: "All editions and corrections",
};
