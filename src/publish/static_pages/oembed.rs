//! oEmbed without a server (<https://oembed.com>): a JSON file for each page that others embed, found through a link in
//! the page's head.

use super::address::SiteAddress;
use super::pictures::{self, Figure, Form};
use super::template::escaped;
use super::{Content, write};
use crate::i18n::text::text;
use crate::model::{AreaCode, Language, Profile};
use crate::route::{EmbedView, Frame, Page, Route, Shape, View};
use rayon::prelude::*;
use serde_json::json;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// What a page is embedded as.
#[derive(Debug, Clone, Copy)]
pub(super) enum Subject<'a> {
    /// An indicator over time or on the map, in the country or a county.
    Figure(Figure<'a>),
    /// A place in short.
    Place(&'a AreaCode),
}

/// Width of the frame, CSS pixels.
const WIDTH: u32 = 700;
/// Heights that they need in that width; the one convention with limits allows 200 to 1000, which a map is fitted into.
const LINE_HEIGHT: u32 = 700;
const MAP_HEIGHT: u32 = 920;
const SUMMARY_HEIGHT: u32 = 700;
/// How long an answer may be kept, seconds: figures follow new editions.
const CACHE_AGE: u32 = 86_400;

impl<'a> Subject<'a> {
    /// The framed figure.
    fn route(self, language: Language) -> Route {
        let (page, view) = match self {
            Self::Figure(Figure { form, slug, area }) => {
                let shape = if form == Form::Map { Shape::Map } else { Shape::Line };
                let frame = Frame { fits_frame: form == Form::Map, ..Frame::default() };
                let areas = area.cloned().into_iter().collect();
                let view = View { indicator: Some(slug.to_owned()), areas, frame, ..View::default() };
                (EmbedView::Shape(shape), view)
            }
            Self::Place(code) => (EmbedView::Summary, View { areas: vec![code.clone()], ..View::default() }),
        };
        Route { language, page: Page::Embed(page), view }
    }

    fn path(self, language: Language) -> String {
        match (self, language) {
            (Self::Figure(figure), _) => {
                format!("/oembed/{}/{}.json", figure.form.id(), figure.name(language))
            }
            (Self::Place(code), Language::Sv) => format!("/oembed/summary/{code}.json"),
            (Self::Place(code), Language::En) => format!("/oembed/summary/{code}-en.json"),
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

/// Writes the files of all indicators and places. The pictures that they name lie there already.
pub(super) fn write_files(
    to: &Path,
    content: &Content,
    address: &SiteAddress,
) -> Result<(), super::PublishError> {
    let areas = pictures::places_of(content);
    let figures = content.indicators.iter().flat_map(|of| {
        let areas = areas.iter();
        areas.flat_map(move |area| [Form::Line, Form::Map].map(|form| (of, form, *area)))
    });
    let figures = figures.map(|(of, form, area)| {
        let titles = Language::ALL.map(|language| {
            let title = of.indicator.title.get(language);
            match area.and_then(|code| content.places.name(code)) {
                Some(name) => format!("{title}, {name}"),
                None => title.to_owned(),
            }
        });
        (Subject::Figure(Figure { form, slug: &of.indicator.slug, area }), titles)
    });
    let place = |profile: &Arc<Profile>| [(); 2].map(|()| profile.name.clone());
    let places = content.profiles.iter().map(|profile| (Subject::Place(&profile.area), place(profile)));
    let subjects: Vec<(Subject<'_>, [String; 2])> = figures.chain(places).collect();
    subjects.par_iter().try_for_each(|(subject, titles)| {
        Language::ALL.into_iter().zip(titles).try_for_each(|(language, title)| {
            let file = to.join(subject.path(language).trim_start_matches('/'));
            write(&file, &answer(to, *subject, title, language, content, address))
        })
    })
}

fn answer(
    to: &Path,
    subject: Subject<'_>,
    title: &str,
    language: Language,
    content: &Content,
    address: &SiteAddress,
) -> String {
    let height = match subject {
        Subject::Figure(Figure { form: Form::Line, .. }) => LINE_HEIGHT,
        Subject::Figure(Figure { form: Form::Map, .. }) => MAP_HEIGHT,
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
    let picture = match subject {
        Subject::Figure(Figure { form: Form::Line, slug, area: None }) => pictures::path(slug, language),
        Subject::Figure(figure) => figure.path(language, "png"),
        Subject::Place(code) => pictures::path(code.as_str(), language),
    };
    let size = png_size(&to.join(picture.trim_start_matches('/')));
    if let Some([width, height]) = size.filter(|_| content.has_pictures) {
        answer["thumbnail_url"] = address.of(&picture).into();
        answer["thumbnail_width"] = width.into();
        answer["thumbnail_height"] = height.into();
    }
    answer.to_string()
}

/// Width and height of a PNG file, pixels: the first two numbers of its first chunk. None where there is no such file.
fn png_size(file: &Path) -> Option<[u32; 2]> {
    let mut start = [0; 24];
    fs::File::open(file).ok()?.read_exact(&mut start).ok()?;
    let number = |at: usize| Some(u32::from_be_bytes(start.get(at..at + 4)?.try_into().ok()?));
    Some([number(16)?, number(20)?])
}
