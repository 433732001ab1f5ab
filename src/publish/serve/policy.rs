//! What a page of the site may load, and who may frame it.

use std::path::Path;

/// The address that pages read data from when they name none.
const OWN_DATA: &str = "/data/";

/// The content security policies of a site: of its pages, and of those made to be framed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policies {
    /// Of pages that only the site itself may frame.
    pub pages: String,
    /// Of everything below `/embed/`, which anyone may frame.
    pub embeds: String,
}

/// The policies of a site whose data lie at an address, as `<meta name="lagesbild-data">` gives it: a path on the same
/// host, or an address on another, which pages may then connect to.
///
/// Nothing inline and nothing from elsewhere: scripts, styles and faces are the site's own; WebAssembly may be
/// compiled; pictures may also be drawn by the page itself.
pub fn policies(data_address: &str) -> Policies {
    let connect = origin(data_address).map_or_else(String::new, |origin| format!(" {origin}"));
    let policy = |frames: &str, ancestors: &str| {
        format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
             font-src 'self'; connect-src 'self'{connect}; {frames}manifest-src 'self'; worker-src 'self'; base-uri 'self'; \
             form-action 'self'; frame-ancestors {ancestors}"
        )
    };
    // Pages show a preview of what they offer to embed.
    Policies { pages: policy("frame-src 'self'; ", "'self'"), embeds: policy("", "*") }
}

/// The policies that the start page of a folder asks for.
pub(super) fn of_folder(folder: &Path) -> Policies {
    let page = std::fs::read_to_string(folder.join("index.html")).unwrap_or_default();
    policies(data_address(&page).unwrap_or(OWN_DATA))
}

/// The data address that a page names: `<meta name="lagesbild-data" content="…">`.
fn data_address(page: &str) -> Option<&str> {
    let (_, after) = page.split_once("name=\"lagesbild-data\"")?;
    let (tag, _) = after.split_once('>')?;
    let (_, content) = tag.split_once("content=\"")?;
    content.split_once('"').map(|(address, _)| address)
}

/// Scheme and host of an absolute address; nothing for a path, and nothing that would add a rule of its own.
fn origin(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split('/').next()?;
    let plain = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':'));
    (matches!(scheme, "https" | "http") && plain && !host.is_empty())
        .then(|| &address[..scheme.len() + "://".len() + host.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_address_of_a_page_is_the_one_place_that_is_added() {
        for (page, added) in [
            (r#"<meta name="lagesbild-data" content="/data/">"#, ""),
            (
                r#"<meta name="lagesbild-data" content="https://cdn.example.se/lagesbild/">"#,
                " https://cdn.example.se",
            ),
            (r#"<meta name="lagesbild-data" content="http://127.0.0.1:9000">"#, " http://127.0.0.1:9000"),
            (r#"<meta name="lagesbild-data" content="https://a.se; script-src *">"#, ""),
            (r#"<meta name="lagesbild-data" content="data:text/plain,x">"#, ""),
            ("<p>No such element.</p>", ""),
        ] {
            let Policies { pages, .. } = policies(data_address(page).unwrap_or(OWN_DATA));
            assert!(pages.contains(&format!("connect-src 'self'{added};")), "{page}: {pages}");
            assert_eq!(pages.matches("script-src").count(), 1, "{page}: {pages}");
        }
    }
}
