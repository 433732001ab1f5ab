//! The change report as a page of its own: plain HTML without style or script, to be read or printed anywhere.

use super::words::chosen;
use super::{Change, Changes};
use crate::model::Language;
use std::fmt::Write;

/// The report as an HTML document in one language.
pub fn page(changes: &Changes, language: Language) -> String {
    let (old, new) = (escaped(&changes.old), escaped(&changes.new));
    let title = match language {
        Language::Sv => format!("Ändringar från {old} till {new}"),
        Language::En => format!("Changes from {old} to {new}"),
    };
    let tag = language.tag();
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<meta name=\"robots\" content=\"noindex\">\n<title>{title}</title>\n\
         </head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    );
    if changes.list.is_empty() {
        let none = chosen(language, "Innehållet är detsamma.", "There are no differences in content.");
        // Writing to a string cannot fail.
        let _ = writeln!(html, "<p>{none}</p>");
    }
    for ([sv, en], belongs) in SECTIONS {
        let entries: Vec<&Change> = changes.list.iter().filter(|change| belongs(change)).collect();
        if entries.is_empty() {
            continue;
        }
        let _ = writeln!(html, "<h2>{} ({})</h2>\n<ul>", chosen(language, sv, en), entries.len());
        for entry in entries {
            let _ = writeln!(html, "<li>{}</li>", escaped(&entry.in_language(language)));
        }
        html += "</ul>\n";
    }
    html += "</main>\n</body>\n</html>\n";
    html
}

/// A heading, in Swedish and English, and what stands below it.
type Section = ([&'static str; 2], fn(&Change) -> bool);

/// Gravest first: what readers will miss, what they will see changed, what is new to them.
const SECTIONS: [Section; 6] = [
    (["Finns inte längre", "No longer there"], |change| {
        matches!(
            change,
            Change::WithdrawnLevel(..)
                | Change::WithdrawnAreas(..)
                | Change::WithdrawnIndicator(_)
                | Change::WithdrawnTable(_)
                | Change::LostPeriods(..)
        )
    }),
    (["Reviderade värden", "Revised values"], |change| matches!(change, Change::Revised(..))),
    (["Namn och texter", "Names and texts"], |change| {
        matches!(change, Change::Renamed(..) | Change::Texts(..))
    }),
    (["Nya perioder", "New periods"], |change| matches!(change, Change::NewPeriods(..))),
    (["Andra filer", "Other files"], |change| matches!(change, Change::Files { .. })),
    (["Nya områden och indikatorer", "New areas and indicators"], |change| {
        matches!(
            change,
            Change::NewLevel(..) | Change::NewAreas(..) | Change::NewIndicator(_) | Change::NewTable(_)
        )
    }),
];

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
