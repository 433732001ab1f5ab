//! The change report as a page of its own: plain HTML without style or script, to be read or printed anywhere.

use super::{Change, Changes};
use std::fmt::Write;

/// The report as an HTML document.
pub fn page(changes: &Changes) -> String {
    let (old, new) = (escaped(&changes.old), escaped(&changes.new));
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<meta name=\"robots\" content=\"noindex\">\n<title>Changes from {old} to \
         {new}</title>\n</head>\n<body>\n<main>\n<h1>Changes from {old} to {new}</h1>\n"
    );
    if changes.list.is_empty() {
        html += "<p>There are no differences.</p>\n";
    }
    for (heading, belongs) in SECTIONS {
        let entries: Vec<&Change> = changes.list.iter().filter(|change| belongs(change)).collect();
        if entries.is_empty() {
            continue;
        }
        // Writing to a string cannot fail.
        let _ = writeln!(html, "<h2>{heading} ({})</h2>\n<ul>", entries.len());
        for entry in entries {
            let _ = writeln!(html, "<li>{}</li>", escaped(&entry.to_string()));
        }
        html += "</ul>\n";
    }
    html += "</main>\n</body>\n</html>\n";
    html
}

/// A heading and what stands below it.
type Section = (&'static str, fn(&Change) -> bool);

/// Gravest first: what readers will miss, what they will see changed, what is new to them.
const SECTIONS: [Section; 5] = [
    ("No longer there", |change| {
        matches!(
            change,
            Change::WithdrawnLevel(..)
                | Change::WithdrawnAreas(..)
                | Change::WithdrawnIndicator(_)
                | Change::WithdrawnTable(_)
                | Change::LostPeriods(..)
        )
    }),
    ("Revised values", |change| matches!(change, Change::Revised(..))),
    ("Names and texts", |change| matches!(change, Change::Renamed(..) | Change::Texts(..))),
    ("New periods", |change| matches!(change, Change::NewPeriods(..))),
    ("New areas and indicators", |change| {
        matches!(
            change,
            Change::NewLevel(..) | Change::NewAreas(..) | Change::NewIndicator(_) | Change::NewTable(_)
        )
    }),
];

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
