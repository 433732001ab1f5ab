//! What pages fetch, as signals: on its way, here, or failed with a way to try again.

use super::document::meta;
use super::explored::Explored;
use super::remote::{Remote, remote};
use super::tables::{USUAL, figures_of, profiles_of};
use crate::components::area_map::outlines_inside;
use crate::components::figures::Figures;
use crate::components::loaded::Loaded;
use crate::components::map_figure::base::{BaseKey, MapBase};
use crate::components::method_note::{AboutAnswer, AskAbout, AskParts, PartsAnswer, PartsAsked};
use crate::components::places::Places;
use crate::components::site::use_site;
use crate::error::{LoadError, Problem};
use crate::fetch::{Edition, Http, change_log, current, join};
use crate::map::outlines::Outlines;
use crate::markup::{Act, Live, Memo, RwSignal, follow};
use crate::model::paths::{Detail, tiles as tiles_path};
use crate::model::{AreaCode, Catalogue, ChangeLog, ComparedAreas, Level, Profile, Vintage};
use crate::pages::area_types::{AreaTypesContent, area_types_of};
use crate::pages::indicator::IndicatorContent;
use crate::route::Page;
use leptos::prelude::{GetValue, StoredValue};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// Reads the edition's files. Cheap to clone.
#[derive(Clone)]
pub(super) struct Loader {
    inner: Rc<Inner>,
}

struct Inner {
    base: String,
    /// The edition that the static page was made from, if any.
    pinned: Option<String>,
    edition: RefCell<Option<Rc<Edition<Http>>>>,
}

/// What every page needs.
pub(super) struct Basics {
    pub(super) edition: Arc<str>,
    pub(super) data_base: Arc<str>,
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) places: Arc<Places>,
}

/// What the start page looks at.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Asked {
    /// The indicator.
    pub(super) slug: String,
    /// The level whose borders are drawn: that of the values, or a smaller one.
    pub(super) level: Level,
    /// The year of those borders.
    pub(super) vintage: Vintage,
    /// The levels whose figures are shown, largest areas first.
    pub(super) levels: Vec<Level>,
}

impl Loader {
    /// Reads where the data lie from `<meta name="lagesbild-data">`. Without an edition of its own it follows the newest.
    pub(super) fn new(pinned: Option<String>) -> Self {
        let base = meta("lagesbild-data").unwrap_or_else(|| "/data/".to_owned());
        Self { inner: Rc::new(Inner { base, pinned, edition: RefCell::default() }) }
    }

    /// Where all editions are.
    pub(super) fn files(&self) -> Http {
        Http::new(&self.inner.base)
    }

    /// Catalogue and names.
    pub(super) fn basics(&self) -> Remote<Basics> {
        let loader = self.clone();
        remote(move || {
            let loader = loader.clone();
            async move {
                let edition = loader.edition().await?;
                let catalogue = edition.catalogue().await?;
                let areas = |level| {
                    let vintage = catalogue.level(level).map_or(Vintage(0), |entry| entry.vintage);
                    edition.areas(level, vintage)
                };
                let (counties, municipalities) = join(areas(Level::County), areas(Level::Municipality)).await;
                Ok(Arc::new(Basics {
                    edition: edition.id().into(),
                    data_base: loader.inner.base.as_str().into(),
                    places: Arc::new(Places::new(counties?, municipalities?)),
                    catalogue,
                }))
            }
        })
    }

    /// All periods of an indicator on the levels that are asked for, as far as it has them.
    pub(super) fn figures(&self, basics: &Basics, asked: Memo<Asked>) -> Remote<Figures> {
        let (loader, catalogue) = (self.clone(), basics.catalogue.clone());
        remote(move || {
            let (loader, catalogue, Asked { slug, levels, vintage, .. }) =
                (loader.clone(), catalogue.clone(), asked.get());
            async move {
                let edition = loader.edition().await?;
                figures_of(&edition, &catalogue, &slug, &levels, Some(vintage)).await
            }
        })
    }
    /// The same for an indicator that is not always asked for.
    pub(super) fn figures_if(
        &self,
        basics: &Basics,
        asked: Memo<Option<Asked>>,
    ) -> Remote<Option<Arc<Figures>>> {
        let (loader, catalogue) = (self.clone(), basics.catalogue.clone());
        remote(move || {
            let (loader, catalogue, asked) = (loader.clone(), catalogue.clone(), asked.get());
            async move {
                let Some(Asked { slug, levels, vintage, .. }) = asked else { return Ok(Arc::new(None)) };
                let edition = loader.edition().await?;
                figures_of(&edition, &catalogue, &slug, &levels, Some(vintage))
                    .await
                    .map(|figures| Arc::new(Some(figures)))
            }
        })
    }

    /// Borders and names of the level that is looked at, as fine as the map wants them.
    pub(super) fn base(
        &self,
        basics: &Arc<Basics>,
        asked: Memo<Asked>,
        detail: RwSignal<Detail>,
        is_tiles: Memo<bool>,
    ) -> Remote<MapBase> {
        let (loader, basics) = (self.clone(), basics.clone());
        // Another indicator on the same level has the same borders.
        let key = Memo::new(move |_| {
            let Asked { level, vintage, .. } = asked.get();
            // There are hexagons for municipalities and for the smallest areas.
            match is_tiles.get() {
                true if level > Level::Municipality => tiles_key(Level::Deso, vintage),
                true => tiles_key(Level::Municipality, vintage),
                false => BaseKey { level, vintage, detail: detail.get(), is_tiles: false },
            }
        });
        remote(move || {
            let (loader, basics, key) = (loader.clone(), basics.clone(), key.get());
            async move {
                let edition = loader.edition().await?;
                let larger = [&basics.places.municipalities, &basics.places.counties];
                let larger = larger.into_iter().filter(|table| table.level < key.level).cloned();
                if key.is_tiles {
                    let tiles = edition.tiles(key.level, key.vintage);
                    let (tiles, own) = join(tiles, edition.areas(key.level, key.vintage)).await;
                    let mut tables = vec![own?];
                    if key.level == Level::Deso {
                        tables.push(edition.areas(Level::Regso, key.vintage).await?);
                    }
                    let made = MapBase::of_tiles(key, &*tiles?, tables.into_iter().chain(larger).collect());
                    let broken = || {
                        let problem = "its hexagons belong to another list of areas".to_owned();
                        LoadError::new(tiles_path(key.level, key.vintage), Problem::Malformed(problem))
                    };
                    return made.map(Arc::new).ok_or_else(broken);
                }
                let borders = edition.borders(key.level, key.vintage, key.detail);
                let (borders, own) = join(borders, edition.areas(key.level, key.vintage)).await;
                let tables = std::iter::once(own?).chain(larger).collect();
                Ok(Arc::new(MapBase::new(key, (*borders?).clone(), tables)))
            }
        })
    }

    /// The same borders in full detail for some municipalities; none as long as none are wanted or they are on their way.
    pub(super) fn close(
        &self,
        basics: &Arc<Basics>,
        base: Live<Loaded<Arc<MapBase>>>,
        wanted: RwSignal<Vec<AreaCode>>,
    ) -> Live<Option<Arc<MapBase>>> {
        let (loader, catalogue) = (self.clone(), basics.catalogue.clone());
        let close = remote(move || {
            let (loader, catalogue) = (loader.clone(), catalogue.clone());
            let (base, wanted) = (base.get().ready().cloned(), wanted.get());
            async move {
                let small = catalogue.levels.iter().find(|entry| entry.detail);
                let (Some(base), Some(small)) = (base, small) else { return Ok(Arc::new(None)) };
                if wanted.is_empty() || base.key.vintage != small.vintage {
                    return Ok(Arc::new(None));
                }
                let edition = loader.edition().await?;
                let small = edition.areas(small.level, small.vintage).await?;
                // All are asked for at once; who asks again waits for the same answer.
                for municipality in wanted.clone() {
                    let (edition, small) = (Rc::clone(&edition), small.clone());
                    spawn_local(async move {
                        let _ = edition.detailed_borders(&municipality, &small).await;
                    });
                }
                let mut parts = Vec::new();
                for municipality in &wanted {
                    parts.push(edition.detailed_borders(municipality, &small).await?);
                }
                Ok(Arc::new(base.in_detail(&small, wanted, &parts).map(Arc::new)))
            }
        })
        .state;
        Live::new(move || close.get().ready().and_then(|close| Option::clone(close)))
    }

    /// The names of the small areas whose values a view shows, where it draws no borders that bring them.
    pub(super) fn small_areas(&self, basics: &Arc<Basics>, explored: &Explored) {
        let (asked, known) = (explored.asked, use_site().small_areas);
        let entry = basics.catalogue.level(asked.get_untracked().level).cloned();
        let Some(entry) = entry.filter(|entry| entry.level > Level::Municipality) else { return };
        let loader = self.clone();
        spawn_local(async move {
            // Without them the codes stand there.
            let Ok(edition) = loader.edition().await else { return };
            if let Ok(table) = edition.areas(entry.level, entry.vintage).await {
                known.try_set(vec![table]);
            }
        });
    }

    /// One area's profile.
    pub(super) fn profile(&self, code: AreaCode) -> Remote<Profile> {
        let loader = self.clone();
        remote(move || {
            let (loader, code) = (loader.clone(), code.clone());
            async move { loader.edition().await?.profile(&code).await }
        })
    }

    /// The outlines of the areas inside a place; none where no borders are published.
    pub(super) fn outlines(&self, profile: &Arc<Profile>) -> Remote<Option<Arc<Outlines>>> {
        let (loader, profile) = (self.clone(), Arc::clone(profile));
        remote(move || {
            let (loader, profile) = (loader.clone(), Arc::clone(&profile));
            async move {
                let inside = profile.inside.as_ref();
                let Some((inside, smaller)) =
                    inside.and_then(|inside| Some((inside, inside.smaller.as_ref()?)))
                else {
                    return Ok(Arc::new(None));
                };
                let borders = loader.edition().await?.borders_inside(&profile.area, smaller).await?;
                Ok(Arc::new(outlines_inside(inside, &borders).map(Arc::new)))
            }
        })
    }

    /// The nation's profile and the newest types of all RegSO, where the edition has some.
    pub(super) fn area_types(&self, basics: &Basics) -> Remote<AreaTypesContent> {
        let (loader, catalogue) = (self.clone(), basics.catalogue.clone());
        remote(move || {
            let (loader, catalogue) = (loader.clone(), catalogue.clone());
            async move {
                let edition = loader.edition().await?;
                area_types_of(&edition, &catalogue).await.map(Arc::new)
            }
        })
    }

    /// The profiles of several areas, in their order.
    pub(super) fn profiles(&self, codes: Memo<Vec<AreaCode>>) -> Remote<Vec<Arc<Profile>>> {
        let loader = self.clone();
        remote(move || {
            let (loader, codes) = (loader.clone(), codes.get());
            async move {
                let edition = loader.edition().await?;
                Ok(Arc::new(profiles_of(&edition, &codes).await?))
            }
        })
    }

    /// What the areas of a level are compared by; nothing as long as it is not here, and where the edition has it not.
    pub(super) fn compared(
        &self,
        basics: &Basics,
        level: Memo<Option<Level>>,
    ) -> Live<Option<Arc<ComparedAreas>>> {
        let (loader, places) = (self.clone(), basics.places.clone());
        let compared = remote(move || {
            let (loader, places, level) = (loader.clone(), places.clone(), level.get());
            async move {
                let Some(table) = level.and_then(|level| places.table(level)) else {
                    return Ok(Arc::new(None));
                };
                let edition = loader.edition().await?;
                edition.compared(table.level, table.vintage).await.map(|compared| Arc::new(Some(compared)))
            }
        });
        Live::new(move || compared.state.get().ready().and_then(|compared| (**compared).clone()))
    }

    /// An indicator's long texts with its figures for the country, the counties and the municipalities.
    pub(super) fn indicator(&self, basics: &Basics, slug: &str) -> Remote<IndicatorContent> {
        let (loader, catalogue, slug) = (self.clone(), basics.catalogue.clone(), slug.to_owned());
        remote(move || {
            let (loader, catalogue, slug) = (loader.clone(), catalogue.clone(), slug.clone());
            async move {
                let edition = loader.edition().await?;
                let figures = figures_of(&edition, &catalogue, &slug, &USUAL, None);
                let (figures, about) = join(figures, edition.about(&slug)).await;
                let indicator = catalogue.indicator(&slug).cloned();
                let unknown = || LoadError::new("catalogue.json", Problem::UnknownIndicator(slug.clone()));
                Ok(Arc::new(IndicatorContent {
                    indicator: Arc::new(indicator.ok_or_else(unknown)?),
                    figures: figures?,
                    about: about?,
                }))
            }
        })
    }

    /// What is said of indicators, when somebody asks.
    pub(super) fn ask_about(&self) -> AskAbout {
        // What is given to all parts of a page must be fit for threads, of which a browser has one.
        let loader = StoredValue::new_local(self.clone());
        AskAbout(Act::new(move |(slug, answer): (String, AboutAnswer)| {
            let Some(loader) = loader.try_get_value() else { return };
            spawn_local(async move {
                let about = match loader.edition().await {
                    Ok(edition) => edition.about(&slug).await,
                    Err(error) => Err(error),
                };
                answer.try_set(about.map_or_else(Loaded::Failed, Loaded::Ready));
            });
        }))
    }

    /// The parts of a share, when somebody asks.
    pub(super) fn ask_parts(&self) -> AskParts {
        let loader = StoredValue::new_local(self.clone());
        AskParts(Act::new(move |(asked, answer): (PartsAsked, PartsAnswer)| {
            let Some(loader) = loader.try_get_value() else { return };
            spawn_local(async move {
                let found = loader.parts(asked).await;
                answer.try_set(found.map_or_else(Loaded::Failed, |parts| Loaded::Ready(Arc::new(parts))));
            });
        }))
    }

    async fn parts(&self, (parts, area, period): PartsAsked) -> Result<Option<(f64, f64)>, LoadError> {
        let edition = self.edition().await?;
        let catalogue = edition.catalogue().await?;
        let table = catalogue.counts(&parts.table).and_then(|table| table.table_for(area.level()));
        let Some(table) = table.filter(|table| table.periods.contains(&period)) else { return Ok(None) };
        let counts = edition.counts(&parts.table, table.level, table.vintage, period).await?;
        Ok(counts.share_of(&parts.groups, &area))
    }

    /// What was published when; nothing where there is no log.
    pub(super) fn change_log(&self) -> Live<Option<Arc<ChangeLog>>> {
        let loader = self.clone();
        let log: Remote<ChangeLog> = remote(move || {
            let loader = loader.clone();
            async move { change_log(loader.edition().await?.files()).await.map(Arc::new) }
        });
        Live::new(move || log.state.get().ready().cloned())
    }

    /// Whether an edition newer than the page's has been published, asked for whenever the reader comes to another page.
    /// What cannot be asked for is not newer.
    pub(super) fn is_newer(&self, page: Memo<Page>) -> Live<bool> {
        let (loader, is_newer) = (self.clone(), RwSignal::new(false));
        let is_first = Cell::new(true);
        follow(move || {
            // Read, and not only tracked: a memo that nobody reads never becomes another.
            let _ = page.get();
            // A page that was just loaded is as new as it can be.
            if is_first.replace(false) {
                return;
            }
            let loader = loader.clone();
            spawn_local(async move {
                let Ok(own) = loader.edition().await else { return };
                let newest = current(own.files()).await;
                is_newer.try_set(newest.is_ok_and(|newest| newest.edition != own.id()));
            });
        });
        Live::new(move || is_newer.get())
    }

    /// The edition, opened at the first call: the one that the page was made from, else the newest.
    async fn edition(&self) -> Result<Rc<Edition<Http>>, LoadError> {
        let Inner { base, pinned, edition: slot } = &*self.inner;
        if let Some(edition) = slot.borrow().as_ref() {
            return Ok(Rc::clone(edition));
        }
        let files = Http::new(base);
        let edition = match pinned {
            Some(id) => Edition::pinned(files, id.as_str()),
            None => Edition::open(files).await?,
        };
        let known = known(base, edition.id());
        let edition = Rc::new(edition.knowing(known));
        // Another caller may have been first; all must share one edition.
        Ok(Rc::clone(slot.borrow_mut().get_or_insert(edition)))
    }
}

/// Path and integrity of the files that the static page names, as far as they are of this edition.
fn known(base: &str, edition: &str) -> Vec<(String, String)> {
    let named = meta("lagesbild-first").unwrap_or_default();
    let of_edition = format!("{base}{edition}/");
    let known = named.split(' ').filter_map(|file| {
        let (path, integrity) = file.strip_prefix(of_edition.as_str())?.split_once('#')?;
        Some((path.to_owned(), integrity.to_owned()))
    });
    known.collect()
}

fn tiles_key(level: Level, vintage: Vintage) -> BaseKey {
    BaseKey { level, vintage, detail: Detail::Low, is_tiles: true }
}
