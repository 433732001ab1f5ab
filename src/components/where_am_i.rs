//! "Where am I?": the reader's municipality, worked out in the browser from the device's position. The position is used
//! once, against the borders that are here, and goes nowhere.

use super::map_figure::base::MapBase;
use super::site::{Site, use_site};
use crate::geo::point_in_area::AreaIndex;
use crate::geo::sweref::world_from_lonlat;
use crate::markup::{Live, Markup, RwSignal, el, live};
use crate::model::{AreaCode, Level};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Position, PositionOptions};

/// What is known of the reader's place.
#[derive(Clone, PartialEq)]
enum Place {
    NotAsked,
    Asked,
    /// Metres, SWEREF 99 TM.
    At([f64; 2]),
    /// The reader or the device said no.
    Refused,
}

/// A button that finds the municipality the reader is in, and a link to its page. `base` has the borders of the
/// municipalities, or of smaller areas, as soon as they are here.
pub fn where_am_i(base: Live<Option<Arc<MapBase>>>) -> Markup {
    let site = use_site();
    let t = &site.text().explore;
    let place = RwSignal::new(Place::NotAsked);
    let button = el("button")
        .attr("type", "button")
        .class("button button--quiet")
        .live_attr("disabled", move || place.get() == Place::Asked)
        .when("click", move || ask(place))
        .with(t.where_am_i);
    let answer = live(move || match place.get() {
        Place::NotAsked => Markup::Nothing,
        Place::Asked => site.text().loading.into(),
        Place::Refused => t.where_refused.into(),
        Place::At(world) => match base.get() {
            None => site.text().loading.into(),
            Some(base) => found(&site, &base, world),
        },
    });
    el("div")
        .class("where needs-program")
        .with(button)
        .with(el("p").class("where__answer").attr("role", "status").with(answer))
        .into()
}

/// Asks the device, once.
fn ask(place: RwSignal<Place>) {
    place.set(Place::Asked);
    let is_asked = (|| {
        let geolocation = web_sys::window()?.navigator().geolocation().ok()?;
        let here = Closure::once_into_js(move |position: Position| {
            let coords = position.coords();
            place.try_set(Place::At(world_from_lonlat([coords.longitude(), coords.latitude()])));
        });
        let refused = Closure::once_into_js(move || {
            place.try_set(Place::Refused);
        });
        let options = PositionOptions::new();
        options.set_timeout(15_000);
        options.set_maximum_age(600_000);
        geolocation
            .get_current_position_with_error_callback_and_options(
                here.unchecked_ref(),
                Some(refused.unchecked_ref()),
                &options,
            )
            .ok()
    })();
    if is_asked.is_none() {
        place.set(Place::Refused);
    }
}

/// The municipality at a position, with the way to its page.
fn found(site: &Site, base: &MapBase, world: [f64; 2]) -> Markup {
    let t = &site.text().explore;
    let topology = &base.scene.topology;
    let own = AreaIndex::new(topology).area_at(topology, world);
    let code: Option<&AreaCode> = own.and_then(|own| base.code(own, Level::Municipality));
    let link = code.and_then(|code| {
        let href = site.profile_href(code)?;
        Some(el("a").attr("href", href).attr("lang", "sv").with(site.name(code)))
    });
    match link {
        Some(link) => vec![Markup::from(t.where_here), " ".into(), link.into(), ".".into()].into(),
        None => t.where_nowhere.into(),
    }
}
