//! The page that Trunk built, with places where each static page puts its own.

use super::super::PublishError;
use std::path::Path;

/// What one page puts into the template.
pub(super) struct Filling {
    /// The page's language tag.
    pub(super) language: &'static str,
    /// Title, not yet escaped.
    pub(super) title: String,
    /// Description, not yet escaped.
    pub(super) description: String,
    /// Path of the page.
    pub(super) canonical: String,
    /// More elements of the head, as HTML.
    pub(super) head: String,
    /// What stands in the application's element, as HTML.
    pub(super) body: String,
}

/// The built `index.html`.
pub(super) struct Template {
    html: String,
}

const LANGUAGE: &str = r#"<html lang="sv""#;
const TITLE: &str = "<title>Lägesbild</title>";
const DESCRIPTION: &str = r#"<meta name="description" content="">"#;
const CANONICAL: &str = r#"<link rel="canonical" href="/">"#;
const BODY_START: &str = r#"<div id="app">"#;
const BODY_END: &str = "</body>";

impl Template {
    /// Reads the page and checks that everything to be replaced is there once.
    pub(super) fn read(path: &Path) -> Result<Self, PublishError> {
        let html = std::fs::read_to_string(path).map_err(|error| PublishError::io("read", path, &error))?;
        for part in [LANGUAGE, TITLE, DESCRIPTION, CANONICAL, BODY_START, BODY_END] {
            let n = html.matches(part).count();
            if n != 1 {
                return Err(PublishError::bad(format!(
                    "{} has “{part}” {n} times; pages are made from a page that has it once.",
                    path.display()
                )));
            }
        }
        Ok(Self { html })
    }

    /// The page with its own parts.
    pub(super) fn filled(&self, filling: &Filling) -> String {
        let Filling { language, title, description, canonical, head, body } = filling;
        let html = self
            .html
            .replace(LANGUAGE, &format!(r#"<html lang="{language}""#))
            .replace(TITLE, &format!("<title>{}</title>{head}", escaped(title)))
            .replace(DESCRIPTION, &format!(r#"<meta name="description" content="{}">"#, escaped(description)))
            .replace(CANONICAL, &format!(r#"<link rel="canonical" href="{}">"#, escaped(canonical)));
        // Scripts that the template holds after the application's element are kept.
        let (before, rest) = html.split_once(BODY_START).unwrap_or((&html, ""));
        let (shell, after) = rest.split_once(BODY_END).unwrap_or((rest, ""));
        let kept = shell.rsplit_once("</div>").map_or("", |(_, scripts)| scripts);
        format!("{before}{BODY_START}{body}</div>{kept}{BODY_END}{after}")
    }
}

/// Text as HTML writes it, also inside quotes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
