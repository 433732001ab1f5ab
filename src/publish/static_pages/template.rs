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
    /// Address of the page; empty for one that has none of its own.
    pub(super) canonical: String,
    /// More elements of the head, as HTML.
    pub(super) head: String,
    /// What the program will ask for first, as elements at the end of the head.
    pub(super) preloads: String,
    /// What stands in the application's element, as HTML.
    pub(super) body: String,
    /// What stands below that element and stays when the program has taken over, as HTML.
    pub(super) foot: String,
    /// Whether the program takes over; a page to read is complete without it.
    pub(super) needs_program: bool,
}

/// The built `index.html`.
#[derive(Clone)]
pub(super) struct Template {
    html: String,
}

/// The built page with each of the site's programs.
pub(super) struct Templates {
    /// With the program of the pages that are read.
    pub(super) reading: Template,
    /// With that of the start page.
    pub(super) start: Template,
    /// With that of the explorer and the pages beside it.
    pub(super) explore: Template,
    /// With that of the basket.
    pub(super) basket: Template,
}

impl Templates {
    /// The folders of the programs beside the application's own.
    pub(super) const PROGRAMS: [&'static str; 3] = ["start", "explore", "basket"];

    /// Reads the application's page and those of its programs.
    pub(super) fn read(app: &Path, programs: &Path) -> Result<Self, PublishError> {
        let reading = Template::read(&app.join("index.html"))?;
        let with = |name: &str| reading.with_program(&programs.join(name).join("index.html"));
        let [start, explore, basket] = Self::PROGRAMS;
        Ok(Self { start: with(start)?, explore: with(explore)?, basket: with(basket)?, reading })
    }
}

const LANGUAGE: &str = r#"<html lang="sv""#;
const TITLE: &str = "<title>Lägesbild</title>";
const DESCRIPTION: &str = r#"<meta name="description" content="">"#;
const CANONICAL: &str = r#"<link rel="canonical" href="/">"#;
const HEAD_END: &str = "</head>";
const BODY_START: &str = r#"<div id="app">"#;
const BODY_END: &str = "</body>";

impl Template {
    /// Reads the page and checks that everything to be replaced is there once.
    pub(super) fn read(path: &Path) -> Result<Self, PublishError> {
        let html = std::fs::read_to_string(path).map_err(|error| PublishError::io("read", path, &error))?;
        for part in [LANGUAGE, TITLE, DESCRIPTION, CANONICAL, HEAD_END, BODY_START, BODY_END] {
            let n = html.matches(part).count();
            if n != 1 {
                return Err(PublishError::bad(format!(
                    "{} has “{part}” {n} times; pages are made from a page that has it once.",
                    path.display()
                )));
            }
        }
        Ok(Self { html: after_the_page(&html) })
    }

    /// The same page with another program, whose own page Trunk built too.
    fn with_program(&self, page: &Path) -> Result<Self, PublishError> {
        let html = std::fs::read_to_string(page).map_err(|error| PublishError::io("read", page, &error))?;
        let mut own = self.html.clone();
        for attribute in ["data-glue", "data-wasm"] {
            let name = |html: &str| {
                let after = html.split_once(&format!("{attribute}=\""))?.1;
                Some(after.split_once('"')?.0.to_owned())
            };
            let (Some(ours), Some(theirs)) = (name(&self.html), name(&html)) else {
                return Err(PublishError::bad(format!(
                    "{} names no program: a page that Trunk built has a script with {attribute}.",
                    page.display()
                )));
            };
            own = own.replace(&ours, &theirs);
        }
        Ok(Self { html: own })
    }

    /// The page with its own parts.
    pub(super) fn filled(&self, filling: &Filling) -> String {
        let Filling { language, title, description, canonical, head, preloads, body, foot, needs_program } =
            filling;
        let canonical_link = match canonical.as_str() {
            "" => String::new(),
            address => format!(r#"<link rel="canonical" href="{}">"#, escaped(address)),
        };
        let html = self
            .html
            .replace(LANGUAGE, &format!(r#"<html lang="{language}""#))
            .replace(TITLE, &format!("<title>{}</title>{head}", escaped(title)))
            .replace(DESCRIPTION, &format!(r#"<meta name="description" content="{}">"#, escaped(description)))
            .replace(CANONICAL, &canonical_link)
            .replace(HEAD_END, &format!("{preloads}{HEAD_END}"));
        // Scripts that the template holds after the application's element are kept.
        let (before, rest) = html.split_once(BODY_START).unwrap_or((&html, ""));
        let (shell, after) = rest.split_once(BODY_END).unwrap_or((rest, ""));
        let kept = shell.rsplit_once("</div>").map_or("", |(_, scripts)| scripts);
        let before = if *needs_program { before.to_owned() } else { without_program(before) };
        format!("{before}{BODY_START}{body}</div>{foot}{kept}{BODY_END}{after}")
    }
}

/// What fetches the program beforehand gives way to what a reader sees first: style sheet and face.
fn after_the_page(html: &str) -> String {
    let program = [r#"<link rel="modulepreload""#, r#"<link rel="preload""#];
    let mut pieces = html.split('<');
    let mut given = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let tag = format!("<{piece}");
        let is_fetched =
            tag.starts_with(program[0]) || (tag.starts_with(program[1]) && tag.contains(r#"as="fetch""#));
        match is_fetched {
            true => given += &tag.replacen(" href=", r#" fetchpriority="low" href="#, 1),
            false => given += &tag,
        }
    }
    given
}

/// The head without what starts the program or fetches it beforehand.
fn without_program(head: &str) -> String {
    let is_program = |tag: &str| {
        tag.starts_with("<script src=")
            || tag.starts_with(r#"<link rel="modulepreload""#)
            || tag.starts_with(r#"<link rel="preload""#) && tag.contains(r#"as="fetch""#)
    };
    let mut kept = String::new();
    let mut pieces = head.split('<');
    kept.push_str(pieces.next().unwrap_or_default());
    let mut is_script = false;
    for piece in pieces {
        let tag = format!("<{piece}");
        let ends_script = is_script && tag.starts_with("</script>");
        if is_program(&tag) || ends_script {
            // What follows the tag stays: spaces and line ends.
            kept.push_str(tag.split_once('>').map_or("", |(_, after)| after));
            is_script = tag.starts_with("<script");
        } else {
            kept.push_str(&tag);
        }
    }
    kept
}

/// Text as HTML writes it, also inside quotes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_fetched_after_what_is_seen() {
        assert_eq!(
            after_the_page(
                r#"<link rel="preload" href="/f" as="font"><link rel="modulepreload" href="/a"><link rel="preload" href="/b" as="fetch">"#
            ),
            concat!(
                r#"<link rel="preload" href="/f" as="font"><link rel="modulepreload" fetchpriority="low" href="/a">"#,
                r#"<link rel="preload" fetchpriority="low" href="/b" as="fetch">"#
            )
        );
    }

    #[test]
    fn a_page_to_read_does_not_fetch_the_program() {
        let head = concat!(
            "<title>a &lt; b</title>\n<script type=\"application/ld+json\">{}</script>",
            "<link rel=\"preload\" href=\"/face.woff2\" as=\"font\" crossorigin>",
            "<script src=\"/loader.js\" data-glue=\"/a.js\" defer></script>\n",
            "<link rel=\"modulepreload\" href=\"/a.js\"><link rel=\"preload\" href=\"/a.wasm\" as=\"fetch\"></head>",
        );
        assert_eq!(
            without_program(head),
            concat!(
                "<title>a &lt; b</title>\n<script type=\"application/ld+json\">{}</script>",
                "<link rel=\"preload\" href=\"/face.woff2\" as=\"font\" crossorigin>\n</head>",
            )
        );
    }
}
