//! One view as a file: what the reader's browser draws, drawn here.

use super::PublishError;
use super::static_pages::block_on;
use crate::charts::ranking::RankingOrder;
use crate::color::Ground;
use crate::components::area_values::AreaValues;
use crate::components::chart_figure::{Drawn, Setting};
use crate::components::exploration::defaults::{against, default_indicator, shown_level};
use crate::components::figures::Figures;
use crate::components::histogram_figure::histogram;
use crate::components::line_figure::{chosen_lines, line_chart};
use crate::components::line_others::{Others, in_range};
use crate::components::ranking_figure::ranking;
use crate::components::scatter_figure::scatter;
use crate::error::LoadError;
use crate::export::check_code::CheckCode;
use crate::export::poster::Poster;
use crate::export::{Credit, png_text};
use crate::fetch::{Edition, Folder};
use crate::model::{Absence, AreaCode, AreaTable, Catalogue, Ends, Indicator, Level, Period, Value, Vintage};
use crate::route::{ColorScheme, Route, Shape};
use resvg::{tiny_skia, usvg};
use std::path::Path;
use std::sync::Arc;

/// A figure that can be written.
pub struct NativeFigure {
    poster: Poster,
    credit: Credit,
    ground: Ground,
}

/// Device pixels to a CSS pixel in PNG files, as in those that the browser makes.
const RATIO: f32 = 2.0;

impl NativeFigure {
    /// The figure that the explorer shows at an address, in a width in pixels.
    ///
    /// # Errors
    /// When the edition cannot be read, the address has something that the edition has not, or it shows a map or a
    /// table: a sentence each.
    pub fn of(edition: &Path, address: &str, width: f64) -> Result<Self, PublishError> {
        block_on(read(edition, address, width))
    }

    /// As SVG with live text.
    pub fn svg(&self) -> String {
        self.poster.svg(&self.credit, self.ground)
    }

    /// As PNG, with the site's face from a `.woff2` or `.ttf` file.
    ///
    /// # Errors
    /// When the face cannot be read or the picture is too large to be drawn.
    pub fn png(&self, face: &Path) -> Result<Vec<u8>, PublishError> {
        let png = Face::read(face)?.png(&self.svg(), RATIO)?;
        Ok(png_text::with_credit(&png, &self.credit))
    }
}

/// The face that pictures are set in.
pub struct Face {
    options: usvg::Options<'static>,
}

impl Face {
    /// Reads a `.woff2` or `.ttf` file.
    ///
    /// # Errors
    /// When it cannot be read or holds no face.
    pub fn read(face: &Path) -> Result<Self, PublishError> {
        let bytes = std::fs::read(face).map_err(|error| PublishError::io("read", face, &error))?;
        let bytes = match bytes.starts_with(b"wOF2") {
            true => wuff::decompress_woff2(&bytes).map_err(|error| {
                PublishError::bad(format!("The face {} could not be unpacked: {error:?}.", face.display()))
            })?,
            false => bytes,
        };
        let mut options = usvg::Options::default();
        let fonts = options.fontdb_mut();
        fonts.load_font_data(bytes);
        let Some(family) = fonts.faces().next().and_then(|face| Some(face.families.first()?.0.clone()))
        else {
            let face = face.display();
            return Err(PublishError::bad(format!(
                "{face} holds no face; allowed are .woff2 and .ttf files."
            )));
        };
        fonts.set_sans_serif_family(family);
        Ok(Self { options })
    }

    /// An SVG as PNG with so many pixels to a CSS pixel.
    ///
    /// # Errors
    /// When the picture is too large to be drawn.
    pub fn png(&self, svg: &str, ratio: f32) -> Result<Vec<u8>, PublishError> {
        let tree = usvg::Tree::from_str(svg, &self.options)
            .map_err(|error| PublishError::bad(format!("The picture could not be drawn: {error}.")))?;
        let size = tree.size().to_int_size().scale_by(ratio);
        let canvas = size.and_then(|size| tiny_skia::Pixmap::new(size.width(), size.height()));
        let mut canvas = canvas.ok_or_else(|| PublishError::bad("The picture is too large to be drawn."))?;
        resvg::render(&tree, tiny_skia::Transform::from_scale(ratio, ratio), &mut canvas.as_mut());
        let png = canvas.encode_png();
        png.map_err(|error| PublishError::bad(format!("The picture could not be packed: {error}.")))
    }
}

async fn read(folder: &Path, address: &str, width: f64) -> Result<NativeFigure, PublishError> {
    // An address may be given with its site, as a browser shows it.
    let path =
        address.split_once("://").map_or(address, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
    let (route, repairs) = Route::parse(path);
    let language = route.language;
    let edition = Edition::open(Folder::new(folder)).await.map_err(|error| unreadable(&error))?;
    let catalogue = edition.catalogue().await.map_err(|error| unreadable(&error))?;
    let default = default_indicator(&catalogue);
    let slug = default.map_or("", |indicator| indicator.slug.as_str());
    let (view, more) = route.view.fitted(&catalogue, slug);
    let repairs: Vec<String> = repairs
        .iter()
        .chain(&more)
        .map(|repair| (crate::i18n::text::text(language).repair)(repair))
        .collect();
    if !repairs.is_empty() {
        let sentence = format!("No figure was made of {address}, because a part of it cannot be used:");
        return Err(PublishError::BadInput([vec![sentence], repairs].concat()));
    }
    let asked = view.indicator.as_deref().and_then(|slug| catalogue.indicator(slug)).or(default);
    let Some(indicator) = asked else {
        return Err(PublishError::bad(format!("The edition in {} has no indicator.", folder.display())));
    };
    let level = shown_level(indicator, &view);
    let figures = figures(&edition, indicator, level, view.vintage).await?;
    let periods = indicator.table_of(level, view.vintage).map_or(&[][..], |table| &table.periods);
    let period = view.period.or_else(|| periods.last().copied());
    let names = names(&edition, &catalogue).await?;
    let name = |code: &AreaCode| match code.level() {
        Level::Nation => crate::i18n::text::text(language).sweden.to_owned(),
        _ => names.iter().find_map(|table| table.name(code)).map_or_else(|| code.to_string(), str::to_owned),
    };
    let setting = Setting { language, is_synthetic: catalogue.synthetic };
    let values = AreaValues::of(&figures, indicator, level, period, &view.areas, &name);
    let drawn: Drawn = match view.shape.unwrap_or_default() {
        Shape::Line => {
            let (measure, range) = (indicator.measure, view.range());
            let lines = in_range(chosen_lines(&figures, measure, &view.areas, &name), range);
            let others = (!view.alone)
                .then(|| Others::of(&figures, measure, level, &view.areas, range, &name))
                .flatten();
            line_chart(indicator, &lines, others.as_ref(), period, edition.id(), setting)
        }
        Shape::Ranking => ranking(indicator, &values, RankingOrder::Usual, setting),
        Shape::Distribution => histogram(indicator, &values, setting),
        Shape::Scatter => {
            let Some(other) = against(&catalogue, indicator, &view, level) else {
                let level = (crate::i18n::text::text(language).level_areas)(level);
                return Err(PublishError::bad(format!("No second indicator is published for {level}.")));
            };
            let others = self::figures(&edition, other, level, view.vintage).await?;
            let (of, nation) = second(&others, &values, period);
            scatter(indicator, &values, (other, &of, nation), setting)
        }
        shape @ (Shape::Map | Shape::Table) => {
            let known: Vec<&str> =
                [Shape::Line, Shape::Ranking, Shape::Distribution, Shape::Scatter].map(Shape::id).into();
            return Err(PublishError::bad(format!(
                "The address shows “{}”, which is no chart; allowed are view={}.",
                shape.id(),
                known.join(", view=")
            )));
        }
    };
    let credit = Credit {
        title: drawn.words.heading.clone(),
        detail: drawn.words.detail.clone(),
        description: drawn.words.lede.clone(),
        address: address.to_owned(),
        ..Credit::of(indicator, &catalogue, edition.id(), language)
    };
    let ground = match view.color_scheme {
        Some(ColorScheme::Dark) => Ground::Dark,
        _ => Ground::Light,
    };
    Ok(NativeFigure {
        poster: Poster::new(drawn.chart.as_ref(), &credit, Some(CheckCode::of), width),
        credit,
        ground,
    })
}

/// The second indicator's values with their intervals in the order of the first one's areas, and the country's number.
fn second(
    others: &Figures,
    values: &AreaValues,
    period: Option<Period>,
) -> (Vec<(Value, Ends)>, Option<f64>) {
    let value = |code: &AreaCode| period.and_then(|period| others.value(code, period));
    let absent = Value::Absent(Absence::NotApplicable);
    let of = |code: &AreaCode| {
        let ends = period.and_then(|period| others.interval(code, period));
        (value(code).unwrap_or(absent), ends)
    };
    let all = values.areas.iter().map(|area| of(&area.code)).collect();
    (all, value(&AreaCode::nation()).and_then(Value::number))
}

/// The tables of an indicator that a view can need: the level's own, and those of the larger areas.
async fn figures(
    edition: &Edition<Folder>,
    indicator: &Indicator,
    level: Level,
    vintage: Option<Vintage>,
) -> Result<Figures, PublishError> {
    let mut tables = Vec::new();
    for level in [Level::Nation, Level::County, Level::Municipality, level] {
        if let Some(table) = indicator.table_of(level, vintage)
            && tables.iter().all(|(other, _)| *other != level)
        {
            let cube = edition.history(&indicator.slug, level, table.vintage).await;
            tables.push((level, cube.map_err(|error| unreadable(&error))?));
        }
    }
    Ok(Figures { slug: indicator.slug.clone(), vintage, tables })
}

/// The tables of names of all levels.
async fn names(
    edition: &Edition<Folder>,
    catalogue: &Catalogue,
) -> Result<Vec<Arc<AreaTable>>, PublishError> {
    let mut names = Vec::new();
    for entry in catalogue.levels.iter().filter(|entry| entry.level != Level::Nation) {
        names.push(edition.areas(entry.level, entry.vintage).await.map_err(|error| unreadable(&error))?);
    }
    Ok(names)
}

fn unreadable(error: &LoadError) -> PublishError {
    PublishError::bad(format!("The figure could not be made, because {error}."))
}
