//! oEmbed without a server (<https://oembed.com>): a JSON file for each page that others embed, found through a link in
//! the page's head.

use super::address::SiteAddress;
use super::pictures;
use super::template::escaped;
use super::{Content, write};
use crate::i18n::text::text;
use crate::model::{AreaCode, Language};
use crate::route::{EmbedView, Page, Route, Shape, View};
use rayon::prelude::*;
use serde_json::json;
use std::path::Path;

/// What a page is embedded as.
#[derive(Debug, Clone, Copy)]
pub(super) enum Subject<'a> {
    /// An indicator over time, by its slug.
    Indicator(&'a str),
    /// A place in short.
    Place(&'a AreaCode),
}

/// Width of the frame, CSS pixels.
const WIDTH: u32 = 700;
/// Heights that the two need in that width; the one convention with limits allows 200 to 1000.
const LINE_HEIGHT: u32 = 660;
const SUMMARY_HEIGHT: u32 = 600;
/// How long an answer may be kept, seconds: figures follow new editions.
const CACHE_AGE: u32 = 86_400;

impl<'a> Subject<'a> {
    /// The framed figure.
    fn route(self, language: Language) -> Route {
        let (page, view) = match self {
            Self::Indicator(slug) => {
                let view = View { indicator: Some(slug.to_owned()), ..View::default() };
                (EmbedView::Shape(Shape::Line), view)
            }
            Self::Place(code) => (EmbedView::Summary, View { areas: vec![code.clone()], ..View::default() }),
        };
        Route { language, page: Page::Embed(page), view }
    }

    fn path(self, language: Language) -> String {
        let (view, name) = match self {
            Self::Indicator(slug) => ("line", slug),
            Self::Place(code) => ("summary", code.as_str()),
        };
        match language {
            Language::Sv => format!("/oembed/{view}/{name}.json"),
            Language::En => format!("/oembed/{view}/{name}-en.json"),
        }
    }

    /// The link that a page's head has; none where the site's address is not known.
    pub(super) fn link(self, content: &Content, language: Language, title: &str) -> String {
        let Some(address) = &content.address else { return String::new() };
        format!(
            r#"<link rel="alternate" type="application/json+oembed" href="{}" title="{}">"#,
            escaped(&address.of(&self.path(language))),
            escaped(title)
        )
    }
}

/// Writes the files of all indicators and places.
pub(super) fn write_files(
    to: &Path,
    content: &Content,
    address: &SiteAddress,
) -> Result<(), super::PublishError> {
    let indicators = content.indicators.iter().map(|of| {
        (
            Subject::Indicator(&of.indicator.slug),
            Language::ALL.map(|language| of.indicator.title.get(language)),
        )
    });
    let places =
        content.profiles.iter().map(|profile| (Subject::Place(&profile.area), [profile.name.as_str(); 2]));
    let subjects: Vec<(Subject<'_>, [&str; 2])> = indicators.chain(places).collect();
    subjects.par_iter().try_for_each(|(subject, titles)| {
        Language::ALL.into_iter().zip(titles).try_for_each(|(language, title)| {
            let file = to.join(subject.path(language).trim_start_matches('/'));
            write(&file, &answer(*subject, title, language, content, address))
        })
    })
}

fn answer(
    subject: Subject<'_>,
    title: &str,
    language: Language,
    content: &Content,
    address: &SiteAddress,
) -> String {
    let height = match subject {
        Subject::Indicator(_) => LINE_HEIGHT,
        Subject::Place(_) => SUMMARY_HEIGHT,
    };
    let framed = address.of(&subject.route(language).to_string());
    let html = format!(
        r#"<iframe src="{}" title="{}" width="{WIDTH}" height="{height}" loading="lazy" style="border:0"></iframe>"#,
        escaped(&framed),
        escaped(title)
    );
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": text(language).site,
        "provider_url": address.of("/"),
        "html": html,
        "width": WIDTH,
        "height": height,
        "cache_age": CACHE_AGE,
    });
    if content.has_pictures {
        let name = match subject {
            Subject::Indicator(slug) => slug,
            Subject::Place(code) => code.as_str(),
        };
        answer["thumbnail_url"] = address.of(&pictures::path(name, language)).into();
        answer["thumbnail_width"] = pictures::WIDTH.into();
        answer["thumbnail_height"] = pictures::HEIGHT.into();
    }
    answer.to_string()
}
