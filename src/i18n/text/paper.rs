//! Words that stand on paper alone. They stand by themselves, so that programs that print no code need not carry them.

use crate::model::Language;

/// Those words in one language.
pub struct PaperText {
    /// Where the code at the foot of a page leads: the page's address and its edition.
    pub page_code: fn(&str, &str) -> String,
    /// The same of a figure that can be checked, with its edition.
    pub figure_code: fn(&str) -> String,
    /// The code leads to the page that it stands on, with its edition.
    pub same_page_code: fn(&str) -> String,
}

/// The words of a language.
pub const fn paper_text(language: Language) -> &'static PaperText {
    match language {
        Language::Sv => &SV,
        Language::En => &EN,
    }
}

const SV: PaperText = PaperText {
    page_code: |address, edition| format!("Rutkoden leder till {address} med siffrorna ur utgåva {edition}."),
    figure_code: |edition| {
        format!("Rutkoden leder till sidan där figuren med siffrorna ur utgåva {edition} kan granskas.")
    },
    same_page_code: |edition| format!("Rutkoden leder till samma sida med siffrorna ur utgåva {edition}."),
};

const EN: PaperText = PaperText {
    page_code: |address, edition| {
        format!("The code leads to {address} with the numbers of edition {edition}.")
    },
    figure_code: |edition| {
        format!(
            "The code leads to the page where the figure with the numbers of edition {edition} can be checked."
        )
    },
    same_page_code: |edition| {
        format!("The code leads to the same page with the numbers of edition {edition}.")
    },
};
