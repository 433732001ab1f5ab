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
    /// When the program comes.
    pub(super) program: ProgramComes,
}

/// When a page's program is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ProgramComes {
    /// Never: a page to read is complete without it.
    Never,
    /// Once the page is painted, which then has the line for itself: what is seen first is complete without the program.
    Painted,
    /// Together with the page, which shows little without it.
    AtOnce,
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
        let Filling { language, title, description, canonical, head, preloads, body, foot, program } =
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
        let before = match program {
            ProgramComes::Never => without(before, |tag| is_preload(tag) || is_start(tag)),
            ProgramComes::Painted => {
                without(before, is_preload).replacen(START, r#"<script data-when="painted" src="#, 1)
            }
            ProgramComes::AtOnce => before.to_owned(),
        };
        format!("{before}{BODY_START}{body}</div>{foot}{kept}{BODY_END}{after}")
    }
}

/// What fetches the program beforehand gives way to what a reader sees first: style sheet and face.
fn after_the_page(html: &str) -> String {
    let mut pieces = html.split('<');
    let mut given = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let tag = format!("<{piece}");
        match is_preload(&tag) {
            true => given += &tag.replacen(" href=", r#" fetchpriority="low" href="#, 1),
            false => given += &tag,
        }
    }
    given
}

/// How the element begins that starts the program.
const START: &str = "<script src=";

/// Whether an element starts the program.
fn is_start(tag: &str) -> bool {
    tag.starts_with(START)
}

/// Whether an element fetches the program beforehand.
fn is_preload(tag: &str) -> bool {
    tag.starts_with(r#"<link rel="modulepreload""#)
        || tag.starts_with(r#"<link rel="preload""#) && tag.contains(r#"as="fetch""#)
}

/// The head without some elements.
fn without(head: &str, is_left_out: impl Fn(&str) -> bool) -> String {
    let mut kept = String::new();
    let mut pieces = head.split('<');
    kept.push_str(pieces.next().unwrap_or_default());
    let mut is_script = false;
    for piece in pieces {
        let tag = format!("<{piece}");
        let ends_script = is_script && tag.starts_with("</script>");
        if is_left_out(&tag) || ends_script {
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
    fn a_page_that_is_complete_has_the_line_for_itself() {
        let html = concat!(
            r#"<html lang="sv"><title>Lägesbild</title><meta name="description" content=""><link rel="canonical" href="/">"#,
            r#"<script src="/loader.js" data-glue="/a.js" defer></script>"#,
            r#"<link rel="preload" href="/a.wasm" as="fetch"></head><body><div id="app"></div></body>"#,
        );
        let template = Template { html: html.to_owned() };
        let filled = |program| {
            template.filled(&Filling {
                language: "sv",
                title: String::new(),
                description: String::new(),
                canonical: String::new(),
                head: r#"<script type="application/ld+json">{}</script>"#.to_owned(),
                preloads: String::new(),
                body: String::new(),
                foot: String::new(),
                program,
            })
        };
        let painted = filled(ProgramComes::Painted);
        assert!(painted.contains(r#"<script data-when="painted" src="/loader.js" data-glue="/a.js" defer>"#));
        assert!(!painted.contains("/a.wasm"));
        let at_once = filled(ProgramComes::AtOnce);
        assert!(at_once.contains(r#"<script src="/loader.js" data-glue="/a.js" defer>"#));
        assert!(at_once.contains("/a.wasm"));
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
            without(head, |tag| is_preload(tag) || is_start(tag)),
            concat!(
                "<title>a &lt; b</title>\n<script type=\"application/ld+json\">{}</script>",
                "<link rel=\"preload\" href=\"/face.woff2\" as=\"font\" crossorigin>\n</head>",
            )
        );
    }
}
