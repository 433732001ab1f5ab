//! What search engines read first: sitemap (sitemaps.org 0.9) and robots.txt.

use super::address::SiteAddress;
use super::template::escaped;
use crate::components::header::alternates;
use crate::route::Route;

/// The path of the sitemap.
pub(super) const PATH: &str = "/sitemap.xml";

/// All pages, each with the same page in the other language.
pub(super) fn sitemap<'a>(routes: impl Iterator<Item = &'a Route>, address: &SiteAddress) -> String {
    let mut xml = String::from(concat!(
        r#"<?xml version="1.0" encoding="utf-8"?>"#,
        "\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
    ));
    for route in routes {
        xml += &format!("<url><loc>{}</loc>", escaped(&address.of(&route.path())));
        for (tag, path) in alternates(route) {
            let href = escaped(&address.of(&path));
            xml += &format!(r#"<xhtml:link rel="alternate" hreflang="{tag}" href="{href}"/>"#);
        }
        xml += "</url>\n";
    }
    xml + "</urlset>\n"
}

/// Who may read what: all of it, unless its figures are modelled.
pub(super) fn robots(is_synthetic: bool, address: Option<&SiteAddress>) -> String {
    let rule = if is_synthetic { "Disallow: /" } else { "Allow: /" };
    let sitemap = address.map(|address| format!("Sitemap: {}\n", address.of(PATH))).unwrap_or_default();
    format!("User-agent: *\n{rule}\n{sitemap}")
}
