//! The pages of places, over what they fetch: municipalities and counties, small areas, area types.

use super::load::Basics;
use super::remote::Remote;
use super::{App, document};
use crate::components::loaded::Loaded;
use crate::components::notices::{notice, problem, skeleton};
use crate::i18n::text::place::place_text;
use crate::map::outlines::Outlines;
use crate::markup::{Live, Markup, el, follow, live, several};
use crate::model::{AreaCode, Level, Profile, Vintage};
use crate::pages::area::{AreaContent, area_page, position};
use crate::pages::area_types::area_types_page;
use crate::pages::head::Head;
use crate::pages::not_found::not_found_page;
use crate::pages::place::{PlaceContent, place_page};
use std::sync::Arc;

/// A municipality's or county's page, over what it fetches.
pub(super) fn place_of(app: &App, basics: &Basics, code: AreaCode) -> Markup {
    let name = basics.places.name(&code).unwrap_or_default().to_owned();
    let (history, language) = (app.history, app.language());
    // An old or mistyped slug leads here too; the address bar then shows the right one.
    history.correct(&history.route.get_untracked().named(&name));
    let profile: Remote<Profile> = app.loader.profile(code);
    let (app, settled, arriving) = (app.clone(), app.clone(), profile.state.clone());
    follow(move || match arriving.get() {
        Loaded::Loading => {}
        Loaded::Failed(_) => settled.settled(),
        Loaded::Ready(profile) => {
            document::apply(&Head::place(language, &profile), history);
        }
    });
    live(move || match profile.state.get() {
        Loaded::Loading => skeleton("skeleton--page"),
        Loaded::Failed(error) => {
            let heading = el("h1").class("place__head").attr("tabindex", "-1").attr("lang", "sv");
            several([heading.with(name.clone()).into(), problem(&error, profile.retry.clone())])
        }
        Loaded::Ready(profile) => {
            let outlines = drawn(&app, &profile);
            place_page(&PlaceContent { profile, outlines })
        }
    })
}

/// The outlines of the areas inside a place. The page takes the static one's place when they are here, or known not to
/// come: a map that went away and came back would be seen.
fn drawn(app: &App, profile: &Arc<Profile>) -> Live<Option<Arc<Outlines>>> {
    let outlines = app.loader.outlines(profile).state;
    let (settled, arriving) = (app.clone(), outlines.clone());
    follow(move || {
        if !matches!(arriving.get(), Loaded::Loading) {
            settled.settled();
        }
    });
    Live::new(move || outlines.get().ready().and_then(|outlines| Option::clone(outlines)))
}

/// The municipality that a small area's code begins with.
pub(super) fn municipality_of(code: &AreaCode) -> AreaCode {
    let mut code = code.clone();
    while code.level() > Level::Municipality
        && let Some(parent) = code.parent()
    {
        code = parent;
    }
    code
}

/// A small area's page, over its municipality's profile.
pub(super) fn area_of(app: &App, basics: &Arc<Basics>, code: AreaCode) -> Markup {
    let (history, language) = (app.history, app.language());
    let profile: Remote<Profile> = app.loader.profile(municipality_of(&code));
    let (app, settled, arriving, asked) = (app.clone(), app.clone(), profile.state.clone(), code.clone());
    follow(move || match arriving.get() {
        Loaded::Loading => {}
        Loaded::Failed(_) => settled.settled(),
        Loaded::Ready(profile) => {
            let inside = profile.inside.as_ref();
            let found = inside.and_then(|inside| Some((inside, position(inside, &asked)?)));
            let head = match found {
                Some((inside, at)) => Head::area(language, &inside.names[at], &inside.codes[at], &profile),
                None => Head::not_found(language),
            };
            document::apply(&head, history);
            if found.is_none() {
                settled.settled();
            }
        }
    });
    let (catalogue, vintage) = (basics.catalogue.clone(), history.route.get_untracked().view.vintage);
    live(move || match profile.state.get() {
        Loaded::Loading => skeleton("skeleton--page"),
        Loaded::Failed(error) => {
            let heading = el("h1").class("place__head").attr("tabindex", "-1").with(code.to_string());
            several([heading.into(), problem(&error, profile.retry.clone())])
        }
        Loaded::Ready(profile) => {
            let at = profile.inside.as_ref().and_then(|inside| position(inside, &code));
            let Some(area) = at else {
                let newest = catalogue.level(code.level()).map_or(Vintage(0), |entry| entry.vintage);
                let words = (place_text(language).small.area_unknown)(code.as_str(), &newest.to_string());
                return several([notice(&words), not_found_page(code.as_str())]);
            };
            let outlines = drawn(&app, &profile);
            let is_part = profile.inside.as_ref().is_some_and(|inside| inside.codes[area] != code);
            let part = Some(code.clone()).filter(|_| is_part);
            area_page(&AreaContent { profile, outlines, area, part, vintage })
        }
    })
}

/// The page about area types, over what it fetches.
pub(super) fn area_types(app: &App, basics: &Arc<Basics>) -> Markup {
    document::apply(&Head::area_types(app.language()), app.history);
    let content = app.loader.area_types(basics);
    let (settled, arriving) = (app.clone(), content.state.clone());
    follow(move || {
        if !matches!(arriving.get(), Loaded::Loading) {
            settled.settled();
        }
    });
    live(move || match content.state.get() {
        Loaded::Loading => skeleton("skeleton--page"),
        Loaded::Failed(error) => problem(&error, content.retry.clone()),
        Loaded::Ready(content) => area_types_page(&content),
    })
}
