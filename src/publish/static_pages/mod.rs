//! The complete site as a folder that any static host can serve: the application's files, the edition, and each page
//! rendered beforehand from the very components that the browser runs.

mod accessibility;
mod address;
mod beforehand;
mod dcat;
mod embeds;
mod feeds;
mod linked_data;
mod map_pictures;
mod markdown;
mod oembed;
mod page_code;
mod pictures;
mod reading;
mod render;
mod shortcode;
mod sitemap;
mod still_map;
mod template;
mod theme;

pub use address::SiteAddress;

use super::PublishError;
use super::figure::Face;
use super::progress;
use crate::components::area_map::outlines_inside;
use crate::components::figures::Figures;
use crate::components::map_figure::base::{BaseKey, MapBase};
use crate::components::places::Places;
use crate::error::{LoadError, Problem};
use crate::fetch::{Edition, Folder, change_log, current, withdrawn};
use crate::geo::topology::Topology;
use crate::map::outlines::Outlines;
use crate::model::paths::Detail;
use crate::model::{
    AccessibilityStatement, AreaCode, Catalogue, ChangeLog, Event, Example, Language, Level, Profile, Theme,
    Vintage, Withdrawn,
};
use crate::pages::area_types::{AreaTypesContent, area_types_of};
use crate::pages::indicator::IndicatorContent;
use crate::route::{Page, Reading, Route};
use rayon::prelude::*;
pub(super) use render::on_site;
use render::{Kind, Rendering};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use template::Templates;
use theme::ThemePage;

/// The face that pictures are set in, in the application's folder.
const FACE: &str = "face/source-sans-3.woff2";

/// What a site is put together from.
#[derive(Debug, Clone)]
pub struct Parts {
    /// The folder with the built application.
    pub app: PathBuf,
    /// The folder with the built programs of the start page, the explorer and the basket, one folder each (`start`, `explore`,
    /// `basket`).
    pub programs: PathBuf,
    /// The folder with the built programs of framed figures, one folder each (`line`, `charts`, `map`); a site without
    /// them cannot be embedded.
    pub embeds: Option<PathBuf>,
    /// The folder with `current.json` and the edition.
    pub edition: PathBuf,
    /// The address that the site will have.
    pub address: Option<SiteAddress>,
    /// Whether pictures for link previews are made; they take most of the time.
    pub has_pictures: bool,
}

/// Composes the site in `out`. It is put together beside `out` and moved in whole, so that a failure leaves what was there. Sitemap,
/// feeds and the catalogue for data portals need the address that the site will have, and are left out without it.
///
/// # Errors
/// When a file is missing or cannot be written, when the edition cannot be read, or when `app/index.html` is not the
/// page that the program was made with: a sentence each.
pub fn compose(parts: &Parts, out: &Path) -> Result<usize, PublishError> {
    let Parts { app, programs, embeds, edition, address, has_pictures } = parts;
    let templates = Templates::read(app, programs)?;
    let embeds = embeds.as_deref().map(embeds::Programs::read).transpose()?;
    let content = Content {
        address: address.clone(),
        has_embeds: embeds.is_some(),
        has_pictures: *has_pictures && address.is_some(),
        ..block_on(read(edition))?
    };
    let partial = beside(out)?;
    if partial.exists() {
        fs::remove_dir_all(&partial).map_err(|error| PublishError::io("remove", &partial, &error))?;
    }
    copy(app, &partial)?;
    copy_programs(programs, &Templates::PROGRAMS, &partial)?;
    copy(edition, &partial.join("data"))?;
    let pages = pages(&content)?;
    let bar = progress::bar("pages", pages.len());
    let mut n_pages = pages.len();
    write_files(&partial, &content, &pages)?;
    if let Some(programs) = &embeds {
        n_pages += embeds::write_embeds(&partial, programs, &content)?;
    }
    if content.has_pictures {
        let face = Face::read(&app.join(FACE))?;
        pictures::write_pictures(&partial, &content, &face)?;
        pictures::write_lines(&partial, &content, &face)?;
        let edition = Edition::pinned(Folder::new(edition), content.edition.to_string());
        // Fine enough for a county as large as the picture.
        let borders = national_borders(&edition, &content.catalogue, &content.places, Detail::High);
        if let Some(borders) = block_on(borders)? {
            map_pictures::write_maps(&partial, &content, &borders, &face)?;
        }
    }
    if let (Some(_), Some(address)) = (&embeds, &content.address) {
        oembed::write_files(&partial, &content, address)?;
    }
    pages.into_par_iter().try_for_each(|page| {
        let (path, html) = page.rendered(&templates, &content);
        write(&partial.join(path), &html?)?;
        bar.inc(1);
        Ok(())
    })?;
    bar.finish_and_clear();
    replace(&partial, out)?;
    Ok(n_pages)
}

/// Writes what is read by machines: robots.txt and, where the site's address is known, sitemap, feeds and catalogue.
fn write_files(site: &Path, content: &Content, pages: &[Rendering]) -> Result<(), PublishError> {
    let below = |path: &str| site.join(path.trim_start_matches('/'));
    let address = content.address.as_ref();
    write(&below("/robots.txt"), &sitemap::robots(content.catalogue.synthetic, address))?;
    let Some(address) = address else { return Ok(()) };
    let routes = pages.iter().filter_map(Rendering::listed);
    write(&below(sitemap::PATH), &sitemap::sitemap(routes, address))?;
    write(&below(dcat::PATH), &dcat::dcat(content, address))?;
    write(&below(feeds::FEED), &feeds::site(content, address))?;
    content.profiles.par_iter().try_for_each(|profile| {
        match (feeds::path_of(profile), feeds::place(content, address, profile)) {
            (Some(path), Some(feed)) => write(&below(&path), &feed),
            _ => Ok(()),
        }
    })
}

pub(super) fn write(file: &Path, text: &str) -> Result<(), PublishError> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| PublishError::io("make the folder", folder, &error))?;
    }
    fs::write(file, text).map_err(|error| PublishError::io("write", file, &error))
}

/// What pages are rendered from.
pub(super) struct Content {
    pub(super) address: Option<SiteAddress>,
    /// Whether there are pictures for link previews.
    pub(super) has_pictures: bool,
    /// Whether its figures can be framed.
    pub(super) has_embeds: bool,
    pub(super) edition: Arc<str>,
    /// When the edition was published, RFC 3339.
    pub(super) published: String,
    pub(super) withdrawn: Vec<Withdrawn>,
    pub(super) log: Arc<ChangeLog>,
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) places: Arc<Places>,
    pub(super) indicators: Vec<IndicatorContent>,
    pub(super) profiles: Vec<Arc<Profile>>,
    pub(super) accessibility: Option<Arc<AccessibilityStatement>>,
    pub(super) events: Vec<Event>,
    pub(super) examples: Vec<Example>,
    pub(super) area_types: AreaTypesContent,
    /// Outlines of the areas inside places, as far as borders are published.
    pub(super) outlines: BTreeMap<AreaCode, Arc<Outlines>>,
    /// The borders of the municipalities, where the edition has them.
    pub(super) borders: Option<Arc<MapBase>>,
    /// The integrity of files that pages name, by path.
    pub(super) integrity: BTreeMap<String, String>,
}

async fn read(edition: &Path) -> Result<Content, PublishError> {
    let files = Folder::new(edition);
    let current = current(&files).await.map_err(|error| unreadable(&error))?;
    let withdrawn = withdrawn(&files).await.map_err(|error| unreadable(&error))?;
    let log = Arc::new(change_log(&files).await.map_err(|error| unreadable(&error))?);
    let edition = Edition::pinned(files, current.edition);
    let catalogue = edition.catalogue().await.map_err(|error| unreadable(&error))?;
    let areas = async |level| {
        let vintage = catalogue.level(level).map_or(Vintage(0), |entry| entry.vintage);
        edition.areas(level, vintage).await.map_err(|error| unreadable(&error))
    };
    let places = Arc::new(Places::new(areas(Level::County).await?, areas(Level::Municipality).await?));
    let mut indicators = Vec::new();
    for indicator in &catalogue.indicators {
        let mut tables = Vec::new();
        for level in [Level::Nation, Level::County, Level::Municipality] {
            if let Some(table) = indicator.table(level) {
                let cube = edition.history(&indicator.slug, level, table.vintage).await;
                tables.push((level, cube.map_err(|error| unreadable(&error))?));
            }
        }
        indicators.push(IndicatorContent {
            indicator: Arc::new(indicator.clone()),
            figures: Arc::new(Figures { slug: indicator.slug.clone(), vintage: None, tables }),
            about: edition.about(&indicator.slug).await.map_err(|error| unreadable(&error))?,
        });
    }
    let mut profiles = Vec::new();
    for code in places.counties.codes.iter().chain(&places.municipalities.codes) {
        profiles.push(edition.profile(code).await.map_err(|error| unreadable(&error))?);
    }
    let accessibility = edition.accessibility().await.map_err(|error| unreadable(&error))?;
    let events = edition.events().await.map_err(|error| unreadable(&error))?.events.clone();
    let examples = edition.examples().await.map_err(|error| unreadable(&error))?.examples.clone();
    let mut borders = Vec::new();
    for profile in &profiles {
        let Some(smaller) = profile.inside.as_ref().and_then(|inside| inside.smaller.as_ref()) else {
            continue;
        };
        let topology = edition.borders_inside(&profile.area, smaller).await;
        borders.push((profile.clone(), topology.map_err(|error| unreadable(&error))?));
    }
    let outlined = |(profile, topology): &(Arc<Profile>, Arc<Topology>)| {
        let outlines = outlines_inside(profile.inside.as_ref()?, topology)?;
        Some((profile.area.clone(), Arc::new(outlines)))
    };
    let outlines = borders.par_iter().filter_map(outlined).collect();
    let area_types = area_types_of(&edition, &catalogue).await.map_err(|error| unreadable(&error))?;
    let national = national_borders(&edition, &catalogue, &places, Detail::Low).await?;
    let mut integrity = BTreeMap::new();
    for folder in beforehand::folders(&catalogue) {
        let list = match edition.list(&folder).await {
            // A folder without files has no list.
            Err(error) if error.problem == Problem::NotFound => continue,
            list => list.map_err(|error| unreadable(&error))?,
        };
        integrity.extend(list.files.iter().map(|file| (file.path.clone(), file.integrity.clone())));
    }
    let (edition, published) = (edition.id().into(), current.published);
    Ok(Content {
        address: None,
        has_pictures: false,
        has_embeds: false,
        edition,
        published,
        withdrawn,
        log,
        catalogue,
        places,
        indicators,
        profiles,
        accessibility,
        events,
        examples,
        area_types,
        outlines,
        borders: national,
        integrity,
    })
}

/// The borders of the municipalities, where the edition has them.
async fn national_borders(
    edition: &Edition<Folder>,
    catalogue: &Catalogue,
    places: &Places,
    detail: Detail,
) -> Result<Option<Arc<MapBase>>, PublishError> {
    let level = Level::Municipality;
    let Some(entry) = catalogue.level(level).filter(|entry| entry.boundaries) else { return Ok(None) };
    let topology = edition.borders(level, entry.vintage, detail).await.map_err(|error| unreadable(&error))?;
    let key = BaseKey { level, vintage: entry.vintage, detail, is_tiles: false };
    let tables = vec![places.municipalities.clone(), places.counties.clone()];
    Ok(Some(Arc::new(MapBase::new(key, (*topology).clone(), tables))))
}

fn unreadable(error: &LoadError) -> PublishError {
    PublishError::bad(format!("The pages could not be made, because {error}."))
}

/// All pages of the site, in both languages.
fn pages(content: &Content) -> Result<Vec<Rendering>, PublishError> {
    let mut pages = Vec::new();
    for language in Language::ALL {
        let route = |page| Route::new(language, page);
        pages.push(Rendering::new(route(Page::Start), Kind::Start));
        pages.push(Rendering::new(route(Page::Explore), Kind::Explore));
        pages.push(Rendering::new(route(Page::Compare), Kind::Compare));
        pages.push(Rendering::new(route(Page::Verify), Kind::Verify));
        pages.push(Rendering::new(route(Page::Basket), Kind::Basket));
        for reading in Reading::ALL {
            pages.push(Rendering::new(route(Page::Reading(reading)), Kind::Reading(reading)));
        }
        for theme in Theme::ALL {
            let page = ThemePage::read(theme, language)?;
            pages.push(Rendering::new(route(Page::Theme(theme)), Kind::Theme(theme, page)));
        }
        for content in &content.indicators {
            let page = Page::Indicator(content.indicator.slug.clone());
            pages.push(Rendering::new(route(page), Kind::Indicator(content.clone())));
        }
        pages.push(Rendering::new(route(Page::AreaTypes), Kind::AreaTypes));
        for profile in &content.profiles {
            let codes = profile.inside.iter().flat_map(|inside| &inside.codes);
            pages.extend(codes.enumerate().map(|(at, code)| {
                Rendering::new(route(Page::Area(code.clone())), Kind::Area(Arc::clone(profile), at))
            }));
            if let Some(page) = Page::profile(profile.area.clone(), &profile.name) {
                pages.push(Rendering::new(route(page), Kind::Place(Arc::clone(profile))));
            }
        }
    }
    let unknown = Route::new(Language::Sv, Page::NotFound(String::new()));
    pages.push(Rendering::new(unknown, Kind::NotFound));
    Ok(pages)
}

/// The folder in which `out` is put together.
fn beside(out: &Path) -> Result<PathBuf, PublishError> {
    let name = out.file_name().ok_or_else(|| {
        PublishError::bad(format!(
            "The site cannot be written to “{}”: a folder with a name is needed.",
            out.display()
        ))
    })?;
    Ok(out.with_file_name(format!(".{}.partial", name.to_string_lossy())))
}

/// Copies a folder with everything in it, by hard links where the file system has them.
fn copy(from: &Path, to: &Path) -> Result<(), PublishError> {
    let entries = fs::read_dir(from).map_err(|error| PublishError::io("read the folder", from, &error))?;
    fs::create_dir_all(to).map_err(|error| PublishError::io("make the folder", to, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| PublishError::io("read the folder", from, &error))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target)?;
        } else {
            fs::copy(&source, &target).map_err(|error| PublishError::io("copy", &source, &error))?;
        }
    }
    Ok(())
}

/// Copies the files of some programs beside those of the application; their names carry hashes. Their pages are
/// templates.
fn copy_programs(from: &Path, names: &[&str], to: &Path) -> Result<(), PublishError> {
    for name in names {
        let folder = from.join(name);
        let entries =
            fs::read_dir(&folder).map_err(|error| PublishError::io("read the folder", &folder, &error))?;
        for entry in entries {
            let entry = entry.map_err(|error| PublishError::io("read the folder", &folder, &error))?;
            let (source, target) = (entry.path(), to.join(entry.file_name()));
            if source.is_file() && entry.file_name() != "index.html" {
                fs::copy(&source, &target).map_err(|error| PublishError::io("copy", &source, &error))?;
            }
        }
    }
    Ok(())
}

/// Puts the finished folder in the place of the old one.
fn replace(new: &Path, old: &Path) -> Result<(), PublishError> {
    if old.exists() {
        fs::remove_dir_all(old).map_err(|error| PublishError::io("remove", old, &error))?;
    }
    fs::rename(new, old).map_err(|error| PublishError::io("rename", new, &error))
}

/// Runs reading to its end: files on a disk are there at once, nothing is waited for.
pub(super) fn block_on<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.expect("a runtime without threads, timers or sockets can always be made").block_on(future)
}
