//! Pictures for link previews, 1200 × 630: each indicator over time, and each municipality and county beside the country.
//! None for small areas. And each indicator over time, in the country and in each county, as pictures that stand by
//! themselves; maps are beside, in `map_pictures`.

use super::super::PublishError;
use super::super::figure::Face;
use super::Content;
use super::address::full;
use crate::charts::Chart;
use crate::color::{Ground, Role};
use crate::components::chart_figure::{Drawn, Setting};
use crate::components::exploration::defaults::default_indicator;
use crate::components::line_figure::{chosen_lines, line_chart};
use crate::export::check_code::CheckCode;
use crate::export::poster::Poster;
use crate::export::{Credit, png_text};
use crate::i18n::text::text;
use crate::model::{AreaCode, Language, Level};
use crate::pages::indicator::IndicatorContent;
use crate::route::{Page, Route, Shape, View};
use rayon::prelude::*;
use std::fs;
use std::path::Path;

/// Width of every picture, pixels.
pub(super) const WIDTH: u32 = 1200;
/// Height of every picture, pixels.
pub(super) const HEIGHT: u32 = 630;
/// The width of figures that stand by themselves, CSS pixels: that of those which readers take along.
const FIGURE_WIDTH: f64 = 800.0;

/// The path of a picture, by an indicator's slug or an area's code.
pub(super) fn path(name: &str, language: Language) -> String {
    match language {
        Language::Sv => format!("/og/{name}.png"),
        Language::En => format!("/og/{name}-en.png"),
    }
}

/// The elements of a page's head that name its picture; none where there are no pictures or no address.
pub(super) fn head(content: &Content, name: &str, language: Language, alternative: &str) -> String {
    let Some(address) = content.address.as_ref().filter(|_| content.has_pictures) else {
        return String::new();
    };
    let alternative = super::template::escaped(alternative);
    let url = full(Some(address), &path(name, language));
    format!(
        concat!(
            r#"<meta property="og:image" content="{}"><meta property="og:image:width" content="{}">"#,
            r#"<meta property="og:image:height" content="{}"><meta property="og:image:alt" content="{}">"#,
            r#"<meta name="twitter:card" content="summary_large_image">"#
        ),
        url, WIDTH, HEIGHT, alternative
    )
}

/// Writes all pictures, set in a face.
pub(super) fn write_pictures(to: &Path, content: &Content, face: &Face) -> Result<usize, PublishError> {
    let folder = to.join("og");
    fs::create_dir_all(&folder).map_err(|error| PublishError::io("make the folder", &folder, &error))?;
    let default = default_indicator(&content.catalogue).map_or("", |indicator| &indicator.slug);
    let of_places = content.indicators.iter().find(|of| of.indicator.slug == default);
    let indicators = content.indicators.iter().map(|of| (of.indicator.slug.as_str(), of, None));
    let places = content.profiles.iter().filter_map(|profile| {
        let is_large = matches!(profile.area.level(), Level::County | Level::Municipality);
        Some((profile.area.as_str(), of_places.filter(|_| is_large)?, Some(&profile.area)))
    });
    let all: Vec<(&str, &IndicatorContent, Option<&AreaCode>)> = indicators.chain(places).collect();
    all.par_iter().try_for_each(|(name, of, area)| {
        Language::ALL.into_iter().try_for_each(|language| {
            let png = picture(content, of, *area, language, face)?;
            let file = to.join(path(name, language).trim_start_matches('/'));
            fs::write(&file, png).map_err(|error| PublishError::io("write", &file, &error))
        })
    })?;
    Ok(2 * all.len())
}

/// A canonical figure as a picture that stands by itself: an indicator in the country or a county.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure<'a> {
    pub(super) form: Form,
    /// The indicator's slug.
    pub(super) slug: &'a str,
    /// The county; none for the country.
    pub(super) area: Option<&'a AreaCode>,
}

/// As what it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Over time.
    Line,
    /// The newest values of all municipalities.
    Map,
}

impl Form {
    /// The name in paths.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Map => "map",
        }
    }
}

impl Figure<'_> {
    /// The indicator, the county and the language as the name of a file.
    pub(super) fn name(self, language: Language) -> String {
        let area = self.area.map_or_else(String::new, |area| format!("-{area}"));
        let language = if language == Language::En { "-en" } else { "" };
        format!("{}{area}{language}", self.slug)
    }

    /// The path of the picture, with its ending.
    pub(super) fn path(self, language: Language, ending: &str) -> String {
        format!("/figures/{}/{}.{ending}", self.form.id(), self.name(language))
    }
}

/// The elements of a canonical figure's head that name its pictures; none where there are no pictures.
pub(super) fn figure_links(content: &Content, figure: Figure<'_>, language: Language) -> String {
    if !content.has_pictures {
        return String::new();
    }
    let link = |(ending, kind): (&str, &str)| {
        let address = full(content.address.as_ref(), &figure.path(language, ending));
        format!(r#"<link rel="alternate" type="image/{kind}" href="{address}">"#)
    };
    [("svg", "svg+xml"), ("png", "png")].map(link).concat()
}

/// The country and each county.
pub(super) fn places_of(content: &Content) -> Vec<Option<&AreaCode>> {
    std::iter::once(None).chain(content.places.counties.codes.iter().map(Some)).collect()
}

/// Writes a figure as SVG with live text and as PNG: the country with two pixels to one, the many counties with one.
pub(super) fn write_figure(
    to: &Path,
    (figure, language): (Figure<'_>, Language),
    svg: String,
    credit: &Credit,
    face: &Face,
) -> Result<(), PublishError> {
    let ratio = if figure.area.is_some() { 1.0 } else { 2.0 };
    let png = png_text::with_credit(&face.png(&svg, ratio)?, credit);
    [("svg", svg.into_bytes()), ("png", png)].into_iter().try_for_each(|(ending, bytes)| {
        let file = to.join(figure.path(language, ending).trim_start_matches('/'));
        fs::write(&file, bytes).map_err(|error| PublishError::io("write", &file, &error))
    })
}

/// Writes every canonical figure over time, and gives how many files.
pub(super) fn write_lines(to: &Path, content: &Content, face: &Face) -> Result<usize, PublishError> {
    let folder = to.join("figures/line");
    fs::create_dir_all(&folder).map_err(|error| PublishError::io("make the folder", &folder, &error))?;
    let places = places_of(content);
    let of_places = |of| places.iter().map(move |area| (of, *area));
    let all: Vec<(&IndicatorContent, Option<&AreaCode>)> =
        content.indicators.iter().flat_map(of_places).collect();
    all.par_iter().try_for_each(|(of, area)| {
        Language::ALL.into_iter().try_for_each(|language| {
            let (drawn, credit) = drawn(content, of, *area, language);
            let svg = Poster::new(drawn.chart.as_ref(), &credit, Some(CheckCode::of), FIGURE_WIDTH)
                .svg(&credit, Ground::Light);
            let figure = Figure { form: Form::Line, slug: &of.indicator.slug, area: *area };
            write_figure(to, (figure, language), svg, &credit, face)
        })
    })?;
    Ok(4 * all.len())
}

fn picture(
    content: &Content,
    of: &IndicatorContent,
    area: Option<&AreaCode>,
    language: Language,
    face: &Face,
) -> Result<Vec<u8>, PublishError> {
    let (drawn, credit) = drawn(content, of, area, language);
    let svg = framed(drawn.chart.as_ref(), &credit);
    Ok(png_text::with_credit(&face.png(&svg, 1.0)?, &credit))
}

/// An indicator over time with what its picture says of itself.
fn drawn(
    content: &Content,
    of: &IndicatorContent,
    area: Option<&AreaCode>,
    language: Language,
) -> (Drawn, Credit) {
    let setting = Setting { language, is_synthetic: content.catalogue.synthetic };
    let areas: Vec<AreaCode> = area.cloned().into_iter().collect();
    let name = |code: &AreaCode| match code.level() {
        Level::Nation => text(language).sweden.to_owned(),
        _ => content.places.name(code).map_or_else(|| code.to_string(), str::to_owned),
    };
    let lines = chosen_lines(&of.figures, of.indicator.measure, &areas, &name);
    let drawn = line_chart(&of.indicator, &lines, None, None, &content.edition, setting);
    let view = View {
        indicator: Some(of.indicator.slug.clone()),
        areas,
        shape: Some(Shape::Line),
        ..View::default()
    };
    let route = Route { language, page: Page::Explore, view };
    let credit = Credit {
        title: drawn.words.heading.clone(),
        detail: drawn.words.detail.clone(),
        description: drawn.words.lede.clone(),
        address: full(content.address.as_ref(), &route.to_string()),
        ..Credit::of(&of.indicator, &content.catalogue, &content.edition, language)
    };
    (drawn, credit)
}

/// The figure with its words as large as the picture's sides allow.
fn framed(chart: &dyn Chart, credit: &Credit) -> String {
    let (width, height) = (f64::from(WIDTH), f64::from(HEIGHT));
    // The address stands inside the file; on a preview it would only take room.
    let shown = Credit { address: String::new(), contact: String::new(), ..credit.clone() };
    let fit = |poster: &Poster| (width / poster.size().width).min(height / poster.size().height);
    let off = |poster: &Poster| (poster.size().width * height - poster.size().height * width).abs();
    let posters = (0..10_u32).map(|step| Poster::new(chart, &shown, None, 640.0 + 50.0 * f64::from(step)));
    let best = posters.min_by(|a, b| off(a).total_cmp(&off(b)));
    let Some(poster) = best else { return String::new() };
    let (own, scale) = (poster.size(), fit(&poster));
    let (left, top) = ((width - own.width * scale) / 2.0, (height - own.height * scale) / 2.0);
    let ground = Role::Ground.color(Ground::Light);
    let inner = poster.svg(&shown, Ground::Light);
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"><rect width="100%" height="100%" fill="{ground}"/><g transform="translate({left:.2} {top:.2}) scale({scale:.4})">{inner}</g></svg>"#
    )
}
