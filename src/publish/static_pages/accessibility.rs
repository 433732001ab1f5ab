//! What the accessibility statement says of its publisher's own site, as Markdown.

use super::reading::plain;
use crate::model::{AccessibilityStatement, Conformance, Language, Localized};

/// The statement's places and what stands there; general words where the publisher has said nothing.
pub(super) fn places(
    statement: Option<&AccessibilityStatement>,
    language: Language,
) -> [(&'static str, String); 5] {
    let words = |sv: &str, en: &str| match language {
        Language::Sv => sv.to_owned(),
        Language::En => en.to_owned(),
    };
    let Some(statement) = statement else {
        return [
            ("{conformance}", String::new()),
            (
                "{assessed}",
                words(
                    "Webbplatsen har ännu inte granskats av någon utomstående.",
                    "Nobody from outside has examined the site yet.",
                ),
            ),
            ("{faults}", String::new()),
            ("{exemptions}", words("Vi åberopar inga undantag.", "We claim no exemptions.")),
            ("{feedback}", String::new()),
        ];
    };
    let conformance = match statement.conformance {
        Conformance::Full => words("Webbplatsen uppfyller kraven.", "The site meets the requirements."),
        Conformance::Partial => {
            words("Webbplatsen uppfyller de flesta av kraven.", "The site meets most of the requirements.")
        }
        Conformance::None => {
            words("Webbplatsen uppfyller inte kraven.", "The site does not meet the requirements.")
        }
    };
    let AccessibilityStatement { assessed, method, updated, feedback, .. } = statement;
    let method = plain(method.get(language));
    let assessed = words(
        &format!("Den granskades {assessed}. {method} Redogörelsen ändrades senast {updated}."),
        &format!("It was assessed on {assessed}. {method} The statement was last changed on {updated}."),
    );
    let exemptions = match listed(&statement.exemptions, language) {
        none if none.is_empty() => words("Vi åberopar inga undantag.", "We claim no exemptions."),
        list => list,
    };
    let feedback = match feedback.as_str() {
        "" => String::new(),
        url => words(
            &format!("Det går också att [använda ett formulär](<{url}>)."),
            &format!("You can also [use a form](<{url}>)."),
        ),
    };
    [
        ("{conformance}", conformance),
        ("{assessed}", assessed),
        ("{faults}", listed(&statement.faults, language)),
        ("{exemptions}", exemptions),
        ("{feedback}", feedback),
    ]
}

fn listed(texts: &[Localized], language: Language) -> String {
    texts.iter().map(|text| format!("- {}\n", plain(text.get(language)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_the_statement_is_said() {
        let text =
            |text: &str| Localized { sv: format!("{text} på svenska"), en: format!("{text} in English") };
        let statement = AccessibilityStatement {
            conformance: Conformance::Partial,
            assessed: "2025-01-31".into(),
            method: text("Method"),
            updated: "2025-02-01".into(),
            faults: vec![text("Fault")],
            exemptions: vec![text("Exemption")],
            feedback: "https://example.org/form".into(),
        };
        for language in Language::ALL {
            let said: String =
                places(Some(&statement), language).into_iter().map(|(_, words)| words).collect();
            let tongue = if language == Language::Sv { "på svenska" } else { "in English" };
            for part in
                ["2025-01-31", "2025-02-01", "Method", "Fault", "Exemption", "https://example.org/form"]
            {
                assert!(said.contains(part), "{part}: {said}");
            }
            assert_eq!(said.matches(tongue).count(), 3, "{said}");
        }
    }
}
