//! What pages fetch, as signals: on its way, here, or failed with a way to try again.

use super::document::document;
use crate::components::figures::Figures;
use crate::components::loaded::Loaded;
use crate::components::places::Places;
use crate::error::{LoadError, Problem};
use crate::fetch::{Edition, Http, join};
use crate::map::scene::Scene;
use crate::model::paths::Detail;
use crate::model::{AreaCode, Catalogue, Level, Profile, Vintage};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Reads the edition's files. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Loader {
    inner: StoredValue<Inner, LocalStorage>,
}

struct Inner {
    base: String,
    /// The edition that the static page was made from, if any.
    pinned: Option<String>,
    edition: Rc<RefCell<Option<Rc<Edition<Http>>>>>,
}

/// What every page needs.
#[derive(Clone, PartialEq)]
pub(super) struct Basics {
    pub(super) edition: Arc<str>,
    pub(super) data_base: Arc<str>,
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) places: Arc<Places>,
}

/// Something fetched, with a way to try again.
pub(super) struct Remote<T: Send + Sync + 'static> {
    pub(super) state: Signal<Loaded<T>>,
    pub(super) retry: Callback<()>,
}

impl<T: Send + Sync + 'static> Clone for Remote<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Remote<T> {}

impl Loader {
    /// Reads where the data lie from `<meta name="lagesbild-data">`, and the edition of the static page from
    /// `<meta name="lagesbild-edition">`.
    pub(super) fn from_document() -> Self {
        let base = meta("lagesbild-data").unwrap_or_else(|| "/data/".to_owned());
        let pinned = meta("lagesbild-edition");
        Self { inner: StoredValue::new_local(Inner { base, pinned, edition: Rc::default() }) }
    }

    /// Catalogue and names.
    pub(super) fn basics(self) -> Remote<Basics> {
        remote(Signal::stored(()), move |()| async move {
            let edition = self.edition().await?;
            let catalogue = edition.catalogue().await?;
            let areas = |level| {
                let vintage = catalogue.level(level).map_or(Vintage(0), |entry| entry.vintage);
                edition.areas(level, vintage)
            };
            let (counties, municipalities) = join(areas(Level::County), areas(Level::Municipality)).await;
            Ok(Basics {
                edition: edition.id().into(),
                data_base: self.inner.with_value(|inner| inner.base.as_str().into()),
                places: Arc::new(Places::new(counties?, municipalities?)),
                catalogue,
            })
        })
    }

    /// All periods of an indicator for the nation, the counties and the municipalities, as far as it has them.
    pub(super) fn figures(self, basics: &Basics, slug: Signal<String>) -> Remote<Arc<Figures>> {
        let catalogue = basics.catalogue.clone();
        remote(slug, move |slug| {
            let catalogue = catalogue.clone();
            async move {
                let edition = self.edition().await?;
                let Some(indicator) = catalogue.indicator(&slug) else {
                    return Err(LoadError::new("catalogue.json", Problem::UnknownIndicator(slug)));
                };
                let table = |level| {
                    let (edition, slug) = (&edition, &slug);
                    async move {
                        match indicator.table(level) {
                            Some(table) => edition.history(slug, level, table.vintage).await.map(Some),
                            None => Ok(None),
                        }
                    }
                };
                let larger = join(table(Level::Nation), table(Level::County));
                let ((nation, county), municipality) = join(larger, table(Level::Municipality)).await;
                let found = [
                    (Level::Nation, nation?),
                    (Level::County, county?),
                    (Level::Municipality, municipality?),
                ];
                let tables = found.into_iter().filter_map(|(level, cube)| Some((level, cube?))).collect();
                Ok(Arc::new(Figures { slug, tables }))
            }
        })
    }

    /// Borders of the municipalities.
    pub(super) fn scene(self, basics: &Basics) -> Remote<Arc<Scene>> {
        let (catalogue, places) = (basics.catalogue.clone(), basics.places.clone());
        remote(Signal::stored(()), move |()| {
            let (catalogue, places) = (catalogue.clone(), places.clone());
            async move {
                let edition = self.edition().await?;
                let vintage = catalogue.level(Level::Municipality).map_or(Vintage(0), |entry| entry.vintage);
                let borders = edition.borders(Level::Municipality, vintage, Detail::Medium).await?;
                let county_of = |code: &AreaCode| {
                    let position = code.parent().and_then(|county| places.counties.position(&county));
                    position.and_then(|position| u32::try_from(position).ok()).unwrap_or(u32::MAX)
                };
                let parent_of = places.municipalities.codes.iter().map(county_of).collect();
                Ok(Arc::new(Scene::new((*borders).clone(), parent_of)))
            }
        })
    }

    /// One area's profile.
    pub(super) fn profile(self, code: AreaCode) -> Remote<Arc<Profile>> {
        remote(Signal::stored(code), move |code| async move { self.edition().await?.profile(&code).await })
    }

    /// The edition, opened at the first call: the one that the page was made from, else the newest.
    async fn edition(self) -> Result<Rc<Edition<Http>>, LoadError> {
        let (base, pinned, slot) = self
            .inner
            .with_value(|inner| (inner.base.clone(), inner.pinned.clone(), Rc::clone(&inner.edition)));
        if let Some(edition) = slot.borrow().as_ref() {
            return Ok(Rc::clone(edition));
        }
        let files = Http::new(&base);
        let edition = Rc::new(match pinned {
            Some(id) => Edition::pinned(files, id),
            None => Edition::open(files).await?,
        });
        // Another caller may have been first; all must share one edition.
        Ok(Rc::clone(slot.borrow_mut().get_or_insert(edition)))
    }
}

/// Whether the browser says that there is no connection.
pub(super) fn is_offline() -> Signal<bool> {
    let Some(window) = web_sys::window() else { return Signal::stored(false) };
    let offline = RwSignal::new(!window.navigator().on_line());
    for (event, state) in [("online", false), ("offline", true)] {
        let changed = Closure::<dyn FnMut()>::new(move || offline.set(state));
        let _ = window.add_event_listener_with_callback(event, changed.as_ref().unchecked_ref());
        changed.forget();
    }
    offline.into()
}

/// Fetches what `key` names, now and whenever it changes. While something newer is on its way the older stays, so that
/// a figure does not blink; an answer that comes after a newer question is dropped.
fn remote<K, T, F>(key: Signal<K>, load: impl Fn(K) -> F + 'static) -> Remote<T>
where
    K: Clone + Send + Sync + 'static,
    T: Send + Sync + Clone + 'static,
    F: Future<Output = Result<T, LoadError>> + 'static,
{
    let state = RwSignal::new(Loaded::Loading);
    let attempt = RwSignal::new(0_u32);
    let asked = StoredValue::new(0_u32);
    Effect::new(move |_| {
        attempt.track();
        let question = asked
            .try_update_value(|asked| {
                *asked += 1;
                *asked
            })
            .unwrap_or_default();
        if state.with_untracked(|state| state.failure().is_some()) {
            state.set(Loaded::Loading);
        }
        let answer = load(key.get());
        spawn_local(async move {
            let answer = answer.await;
            // The page may be gone by now.
            if asked.try_get_value() == Some(question) {
                state.set(match answer {
                    Ok(value) => Loaded::Ready(value),
                    Err(error) => {
                        leptos::logging::warn!("{error}");
                        Loaded::Failed(error)
                    }
                });
            }
        });
    });
    Remote { state: state.into(), retry: Callback::new(move |()| attempt.update(|attempt| *attempt += 1)) }
}

fn meta(name: &str) -> Option<String> {
    let element = document()?.query_selector(&format!("meta[name={name}]")).ok()??;
    let content = element.dyn_into::<web_sys::HtmlMetaElement>().ok()?.content();
    (!content.is_empty()).then_some(content)
}
