//! A map as a file, as the reader's browser hands it over: what is seen is laid out here without a page around it, and
//! drawn by the same painter.

use super::{ground, names, unreadable};
use crate::charts::{Weight, text_width};
use crate::color::Ground;
use crate::components::exploration::map::still_files;
use crate::components::exploration::{Exploration, ExplorationContent};
use crate::components::figures::Figures;
use crate::components::framed::start_of;
use crate::components::loaded::Loaded;
use crate::components::map_downloads::{MapDownloads, map_file};
use crate::components::map_figure::base::{BaseKey, MapBase};
use crate::components::map_figure::{Seen, candidates, cities};
use crate::components::places::Places;
use crate::components::site::Site;
use crate::export::Credit;
use crate::export::check_code::CheckCode;
use crate::fetch::{Edition, Folder};
use crate::i18n::text::text;
use crate::map::canvas::NAME_SIZE;
use crate::map::inset;
use crate::map::labels::placed;
use crate::map::overlay::Outline;
use crate::markup::{Act, Live, RwSignal};
use crate::model::paths::Detail;
use crate::model::{AreaCode, AreaTable, Catalogue, Indicator, Language, Level};
use crate::publish::PublishError;
use crate::publish::static_pages::on_site;
use crate::route::{MapForm, Page, Route, View};
use crate::sentences::map::close_up;
use std::sync::Arc;

/// What is asked for.
pub(super) struct MapAsked<'a> {
    pub(super) edition: &'a Edition<Folder>,
    pub(super) catalogue: &'a Arc<Catalogue>,
    pub(super) indicator: &'a Indicator,
    pub(super) level: Level,
    pub(super) figures: Figures,
    /// The view as far as the edition has it.
    pub(super) route: Route,
    /// Where the figure is read.
    pub(super) address: &'a str,
    /// Of the picture, CSS pixels.
    pub(super) width: f64,
}

/// The map of a view as SVG, with what it says of itself.
///
/// # Errors
/// When the view shows more than one map, or the edition has no borders of its areas: a sentence each.
pub(super) async fn map_figure(asked: MapAsked<'_>) -> Result<(String, Credit), PublishError> {
    let MapAsked { edition, catalogue, indicator, level, figures, route, address, width } = asked;
    let (view, language) = (&route.view, route.language);
    if view.map.against.is_some() || view.map.form == MapForm::Periods {
        return Err(PublishError::bad(format!(
            "{address} shows more than one map; a file has one, so that against=… and map={} are not allowed.",
            MapForm::Periods.id()
        )));
    }
    let tables = names(edition, catalogue).await?;
    let start = matches!(route.page, Page::Embed(_)).then(|| start_of(view)).flatten();
    let base = borders(edition, &tables, (catalogue, indicator), level, view, start.is_some()).await?;
    let table = |level| {
        let found = tables.iter().find(|table| table.level == level).cloned();
        found.ok_or_else(|| no_borders(indicator, level))
    };
    let places = Arc::new(Places::new(table(Level::County)?, table(Level::Municipality)?));
    let site = || Site {
        language,
        catalogue: catalogue.clone(),
        edition: edition.id().into(),
        data_base: "/data/".into(),
        places,
        small_areas: RwSignal::new(Vec::new()),
        color_scheme: Live::fixed(view.color_scheme),
        is_dark: Live::fixed(ground(view) == Ground::Dark),
        is_static: true,
        keeping: None,
        beside: None,
        still_map: None,
        fill: None,
    };
    let seen = seen(&base, start.as_ref(), &view.areas, size(width));
    let file = on_site(site, |site| {
        let shown = still_exploration(Arc::new(figures), Some(base.clone()), view);
        let files = files_of(&shown, start.as_ref(), site);
        map_file(site, &files, &seen, address.to_owned(), Some(CheckCode::of))
    });
    let (svg, _, credit) = file.ok_or_else(|| no_borders(indicator, level))?;
    Ok((svg, credit))
}

/// What a map shows of an indicator on some borders, where nothing changes.
pub(in crate::publish) fn still_exploration(
    figures: Arc<Figures>,
    borders: Option<Arc<MapBase>>,
    view: &View,
) -> Exploration {
    Exploration::new(&ExplorationContent {
        view: Live::fixed(view.clone()),
        figures: Live::fixed(Loaded::Ready(figures)),
        against: Live::fixed(Loaded::Loading),
        base: Live::new(move || borders.clone().map_or(Loaded::Loading, Loaded::Ready)),
        close: Live::fixed(None),
        want: Act::new(|_| ()),
        retry: Act::new(|()| ()),
    })
}

/// What its file is made of; the title of a map that is close to an area names that.
pub(in crate::publish) fn files_of(of: &Exploration, start: Option<&AreaCode>, site: &Site) -> MapDownloads {
    let files = still_files(of);
    let Some(place) = start.map(|code| site.name(code)) else { return files };
    let (heading, language) = (files.heading, site.language);
    let heading = Live::new(move || {
        let (title, detail, sentence) = heading.get();
        (close_up(&title, &place, language), detail, sentence)
    });
    MapDownloads { heading, ..files }
}

/// The whole country with its insets, or an area with what is around it; in `size`, CSS pixels. Chosen areas are outlined.
pub(in crate::publish) fn seen(
    base: &Arc<MapBase>,
    start: Option<&AreaCode>,
    chosen: &[AreaCode],
    size: (f64, f64),
) -> Seen {
    let (width, height) = size;
    let scene = &base.scene;
    let (view, insets) = match start {
        Some(code) => (scene.around(&scene.bounds_of(base.belongs(code)), width, height), Vec::new()),
        None => {
            let (insets, [beside, below]) = inset::placed(&cities(base), width, height);
            (scene.whole(width - beside, height - below), insets)
        }
    };
    let names = base.table(Level::Municipality).map_or(&[][..], |table| &table.names);
    let width_of = |position: usize| text_width(&names[position], NAME_SIZE, Weight::Semibold);
    let names = placed(candidates(base, &view, &insets, size, &width_of), NAME_SIZE, [width, height]);
    let outline = |code| Outline { arcs: scene.outline(base.belongs(code)), is_chosen: true };
    let outlines = chosen.iter().map(outline).collect();
    Seen { base: base.clone(), view, size, insets, names, outlines }
}

/// Width and height of the map in a picture: beside it there is room for the legend, where there is room.
fn size(width: f64) -> (f64, f64) {
    // The edges of the picture and the legend's column.
    let beside = width - 250.0;
    let own = if beside >= 420.0 { beside } else { width - 40.0 };
    (own, (own * 680.0 / 550.0).round())
}

/// The borders or hexagons of what is shown, counties on the borders of municipalities; a map that is close has finer ones.
async fn borders(
    edition: &Edition<Folder>,
    tables: &[Arc<AreaTable>],
    (catalogue, indicator): (&Catalogue, &Indicator),
    level: Level,
    view: &View,
    is_close: bool,
) -> Result<Arc<MapBase>, PublishError> {
    let is_tiles = view.map.form == MapForm::Tiles;
    let none = || no_borders(indicator, level);
    let own = indicator.table_of(level.max(Level::Municipality), view.vintage).map(|table| table.vintage);
    let drawn = || catalogue.level(level.max(Level::Municipality)).map(|entry| entry.vintage);
    let vintage = own.or_else(drawn).ok_or_else(none)?;
    // There are hexagons for municipalities and for the smallest areas.
    let level = match is_tiles {
        true if level > Level::Municipality => Level::Deso,
        true => Level::Municipality,
        false => level.max(Level::Municipality),
    };
    let detail = if is_close { Detail::High } else { Detail::Medium };
    let key = BaseKey { level, vintage, detail: if is_tiles { Detail::Low } else { detail }, is_tiles };
    let own = edition.areas(level, vintage).await.map_err(|error| unreadable(&error))?;
    let mut around = vec![own];
    for larger in [Level::Regso, Level::Municipality, Level::County] {
        let is_needed = larger < level && (larger != Level::Regso || is_tiles);
        around.extend(tables.iter().filter(|table| is_needed && table.level == larger).cloned());
    }
    if is_tiles {
        let tiles = edition.tiles(level, vintage).await.map_err(|error| unreadable(&error))?;
        return MapBase::of_tiles(key, &tiles, around).map(Arc::new).ok_or_else(none);
    }
    let borders = edition.borders(level, vintage, detail).await.map_err(|error| unreadable(&error))?;
    Ok(Arc::new(MapBase::new(key, (*borders).clone(), around)))
}

fn no_borders(indicator: &Indicator, level: Level) -> PublishError {
    let areas = (text(Language::En).level_areas)(level);
    PublishError::bad(format!(
        "The edition has no borders of {areas} that {} could be drawn on as a map.",
        indicator.slug
    ))
}
