//! One view as a file: what the reader's browser draws, drawn here.

mod face;
pub(super) mod map;
mod place;

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
use crate::route::{ColorScheme, EmbedView, Page, Route, Shape, View};
pub use face::Face;
use map::{MapAsked, map_figure};
use place::place_figure;
use std::path::Path;
use std::sync::Arc;

/// A figure that can be written.
pub struct NativeFigure {
    svg: String,
    credit: Credit,
}

/// Device pixels to a CSS pixel in PNG files, as in those that the browser makes.
const RATIO: f32 = 2.0;

impl NativeFigure {
    /// The figure that the explorer or a frame shows at an address (`/embed/pyramid/?area=1480` of a place), in a width in
    /// pixels.
    ///
    /// # Errors
    /// When the edition cannot be read, the address has something that the edition has not, or it shows a table or what
    /// is more than one figure: a sentence each.
    pub fn of(edition: &Path, address: &str, width: f64) -> Result<Self, PublishError> {
        block_on(read(edition, address, width))
    }

    /// As SVG with live text.
    pub fn svg(&self) -> &str {
        &self.svg
    }

    /// As PNG, with the site's face from a `.woff2` or `.ttf` file.
    ///
    /// # Errors
    /// When the face cannot be read or the picture is too large to be drawn.
    pub fn png(&self, face: &Path) -> Result<Vec<u8>, PublishError> {
        let png = Face::read(face)?.png(&self.svg, RATIO)?;
        Ok(png_text::with_credit(&png, &self.credit))
    }
}

async fn read(folder: &Path, address: &str, width: f64) -> Result<NativeFigure, PublishError> {
    // An address may be given with its site, as a browser shows it.
    let path =
        address.split_once("://").map_or(address, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
    let (route, repairs) = Route::parse(path);
    let (language, shown) = (route.language, shown_at(&route, address)?);
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
    let setting = Setting { language, is_synthetic: catalogue.synthetic };
    let (indicator, drawn) = match shown {
        Shown::OfPlace(figure) => place_figure(&edition, &catalogue, figure, &view, setting).await?,
        Shown::Shape(Shape::Map) => {
            let indicator = indicator_of(&edition, &catalogue, &view)?;
            let level = shown_level(indicator, &view);
            let figures = figures(&edition, indicator, level, view.vintage).await?;
            let route = route.with_view(view);
            let (edition, catalogue) = (&edition, &catalogue);
            let asked = MapAsked { edition, catalogue, indicator, level, figures, route, address, width };
            let (svg, credit) = map_figure(asked).await?;
            return Ok(NativeFigure { svg, credit });
        }
        Shown::Shape(shape) => {
            let indicator = indicator_of(&edition, &catalogue, &view)?;
            let drawn = chart(&edition, &catalogue, indicator, (&view, shape), (setting, address)).await?;
            (indicator, drawn)
        }
    };
    let credit = Credit {
        title: drawn.words.heading.clone(),
        detail: drawn.words.detail.clone(),
        description: drawn.words.lede.clone(),
        address: address.to_owned(),
        ..Credit::of(indicator, &catalogue, edition.id(), language)
    };
    let poster = Poster::new(drawn.chart.as_ref(), &credit, Some(CheckCode::of), width);
    Ok(NativeFigure { svg: poster.svg(&credit, ground(&view)), credit })
}

/// What an address shows.
enum Shown {
    /// An indicator in a shape, of which the table is none.
    Shape(Shape),
    /// A figure about one place.
    OfPlace(EmbedView),
}

fn shown_at(route: &Route, address: &str) -> Result<Shown, PublishError> {
    let shape = match route.page {
        Page::Embed(figure @ (EmbedView::Pyramid | EmbedView::Curve)) => return Ok(Shown::OfPlace(figure)),
        Page::Explore => Some(route.view.shape.unwrap_or_default()),
        Page::Embed(EmbedView::Shape(shape)) => Some(shape),
        _ => None,
    };
    shape.filter(|shape| *shape != Shape::Table).map(Shown::Shape).ok_or_else(|| not_drawn(address))
}

fn not_drawn(address: &str) -> PublishError {
    let known: Vec<&str> =
        Shape::ALL.into_iter().filter(|shape| *shape != Shape::Table).map(Shape::id).collect();
    PublishError::bad(format!(
        "{address} shows no picture that can be drawn; allowed are addresses of the explorer with view={}, of such \
         figures in frames, and /embed/pyramid/ and /embed/curve/ of a place.",
        known.join(", view=")
    ))
}

fn ground(view: &View) -> Ground {
    match view.color_scheme {
        Some(ColorScheme::Dark) => Ground::Dark,
        _ => Ground::Light,
    }
}

/// The indicator that a view is about: its own, or else the edition's first choice.
fn indicator_of<'a>(
    edition: &Edition<Folder>,
    catalogue: &'a Catalogue,
    view: &View,
) -> Result<&'a Indicator, PublishError> {
    let asked = view.indicator.as_deref().and_then(|slug| catalogue.indicator(slug));
    asked
        .or_else(|| default_indicator(catalogue))
        .ok_or_else(|| PublishError::bad(format!("The edition {} has no indicator.", edition.id())))
}

/// An indicator in one of the charts.
async fn chart(
    edition: &Edition<Folder>,
    catalogue: &Catalogue,
    indicator: &Indicator,
    (view, shape): (&View, Shape),
    (setting, address): (Setting, &str),
) -> Result<Drawn, PublishError> {
    let language = setting.language;
    let level = shown_level(indicator, view);
    let figures = figures(edition, indicator, level, view.vintage).await?;
    let periods = indicator.table_of(level, view.vintage).map_or(&[][..], |table| &table.periods);
    let period = view.period.or_else(|| periods.last().copied());
    let names = names(edition, catalogue).await?;
    let name = |code: &AreaCode| match code.level() {
        Level::Nation => crate::i18n::text::text(language).sweden.to_owned(),
        _ => names.iter().find_map(|table| table.name(code)).map_or_else(|| code.to_string(), str::to_owned),
    };
    let values = AreaValues::of(&figures, indicator, level, period, &view.areas, &name);
    Ok(match shape {
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
            let Some(other) = against(catalogue, indicator, view, level) else {
                let level = (crate::i18n::text::text(language).level_areas)(level);
                return Err(PublishError::bad(format!("No second indicator is published for {level}.")));
            };
            let others = self::figures(edition, other, level, view.vintage).await?;
            let (of, nation) = second(&others, &values, period);
            scatter(indicator, &values, (other, &of, nation), setting)
        }
        Shape::Map | Shape::Table => return Err(not_drawn(address)),
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
