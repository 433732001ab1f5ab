//! What stands around a figure in another's page: nothing of the site's but a link to the whole view and, for a figure
//! that is frozen, what it is frozen to.

use super::exploration::defaults::default_indicator;
use super::search::search;
use super::site::{Site, use_site};
use crate::error::LoadError;
use crate::i18n::text::text;
use crate::markup::{Act, Element, Live, Markup, el, live};
use crate::model::{AreaCode, Language, Level};
use crate::route::{EmbedView, Frame, Page, Route, View};

/// The parts of a framed figure.
pub struct Framed {
    /// How it looks in its frame.
    pub frame: Frame,
    /// Where the reader is now.
    pub route: Live<Route>,
    /// Choices above the figure; they need the program.
    pub controls: Markup,
    /// The figure with its caption and source.
    pub figure: Markup,
    /// Takes an area that the reader searched for into the figure, where it can show areas.
    pub add_area: Option<Act<AreaCode>>,
    /// What the link to the whole view says.
    pub link: Live<String>,
}

/// The county that a map shows with what is around it: the only area that is chosen.
pub fn start_of(view: &View) -> Option<AreaCode> {
    let [area] = view.areas.as_slice() else { return None };
    (area.level() == Level::County && view.level != Some(Level::County)).then(|| area.clone())
}

/// The figure with what stands around it.
pub fn framed(parts: Framed) -> Markup {
    let site = use_site();
    let t = site.text();
    let Framed { frame, route, controls, figure, add_area, link } = parts;
    let search = add_area.filter(|_| frame.has_search && !frame.is_static).map(|add| {
        el("div").class("framed__search needs-program").with(search("find", t.explore.add_area, &add))
    });
    let controls =
        (!frame.is_static).then(|| el("div").class("framed__controls needs-program").with(controls));
    el("div")
        .class("framed")
        .with(search)
        .with(controls)
        .with(figure)
        .with(foot(&site, frame, route, link))
        .into()
}

/// The last line: what the figure is frozen to, and the way to the whole view.
fn foot(site: &Site, frame: Frame, route: Live<Route>, link: Live<String>) -> Element {
    let t = &site.text().embed;
    let (whole, of) = (route.clone(), site.clone());
    let left_out = left_out(site, route.clone());
    let frozen = live(move || {
        let here = route.get();
        let edition = here.view.edition.clone()?;
        let since =
            out(Route { page: Page::Verify, view: whole_view(&here), ..here }.to_string(), t.new_window);
        let line = el("p").class("framed__frozen").with((t.frozen)(&edition)).with(" ");
        Some(line.with(since.with(t.since)))
    });
    let words = crate::markup::words(move || link.get());
    let link = el("a")
        .class("framed__link")
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .live_attr("href", move || whole_address(&of, &whole.get()))
        .with(frame.has_logo.then(|| el("span").class("framed__sign").attr("aria-hidden", "true")))
        .with(words)
        .with(el("span").class("unseen").with(format!(" ({})", t.new_window)));
    el("div").class("framed__foot").with(left_out).with(frozen).with(el("p").with(link))
}

/// What the address asks for and the edition has not, where something else is shown in its place.
fn left_out(site: &Site, route: Live<Route>) -> Markup {
    let site = site.clone();
    live(move || {
        let Route { view, language, .. } = route.get();
        let default = default_indicator(&site.catalogue).map_or("", |indicator| indicator.slug.as_str());
        let (_, mut repairs) = view.fitted(&site.catalogue, default);
        // Of small areas there are too many to know them here.
        repairs.extend(
            view.with_known_areas(|code| {
                !matches!(code.level(), Level::County | Level::Municipality) || site.places.contains(code)
            })
            .1,
        );
        let sentences: Vec<String> = repairs.iter().map(|repair| (text(language).repair)(repair)).collect();
        (!sentences.is_empty()).then(|| el("p").class("framed__left-out").with(sentences.join(" ")))
    })
}

/// Where the whole view is: the explorer, or the page of the place, of the indicator or of the areas side by side.
pub fn whole_address(site: &Site, here: &Route) -> String {
    let place = here.view.areas.first().and_then(|code| site.profile_href(code));
    match (&here.page, place, &here.view.indicator) {
        (Page::Embed(EmbedView::AreaTypes), None, _) => site.href(Page::AreaTypes),
        (Page::Embed(EmbedView::Compare), _, _) => {
            let view = View { areas: here.view.areas.clone(), ..View::default() };
            Route { page: Page::Compare, view, ..here.clone() }.to_string()
        }
        (Page::Embed(view), place, _) if view.is_of_place() => {
            place.unwrap_or_else(|| site.href(Page::Start))
        }
        (Page::Embed(EmbedView::Strip), Some(place), _) => place,
        (Page::Embed(EmbedView::Strip), None, Some(slug)) => site.href(Page::Indicator(slug.clone())),
        _ => Route { page: Page::Explore, view: whole_view(here), ..here.clone() }.to_string(),
    }
}

/// The view of a framed figure as the site's own pages show it.
pub fn whole_view(here: &Route) -> View {
    let shape = match here.page {
        Page::Embed(EmbedView::Shape(shape)) => Some(shape).filter(|shape| *shape != Default::default()),
        _ => here.view.shape,
    };
    View { shape, frame: Frame::default(), color_scheme: None, ..here.view.clone() }
}

/// Why there is no figure, with a way on: for one whose edition is gone, the same with the newest values.
pub fn framed_problem(route: &Route, error: &LoadError, retry: Act<()>) -> Markup {
    let t = text(route.language);
    let is_gone = route.view.edition.is_some() && error.file.ends_with("files/root.json");
    let words = match &route.view.edition {
        Some(edition) if is_gone && error.problem == crate::error::Problem::NotFound => {
            (t.embed.edition_gone)(edition)
        }
        _ => (t.load_error)(error),
    };
    let newest = route.view.edition.is_some().then(|| {
        let living = route.with_view(View { edition: None, ..route.view.clone() });
        el("p").with(el("a").attr("href", living.to_string()).with(t.embed.newest))
    });
    let again = el("button").attr("type", "button").class("button").when("click", move || retry.run(()));
    el("div")
        .class("notice")
        .attr("role", "alert")
        .with(el("p").with(words))
        .with(newest)
        .with(again.with(t.retry))
        .with(el("p").with(home(route.language)))
        .into()
}

/// A frame whose indicator the edition has not: another's values in its place would be taken for its own.
pub fn framed_missing(route: &Route, slug: &str) -> Markup {
    let t = &text(route.language).embed;
    let living = route.with_view(View { edition: None, ..route.view.clone() });
    let newest = route
        .view
        .edition
        .is_some()
        .then(|| el("p").with(el("a").attr("href", living.to_string()).with(t.newest)));
    el("div")
        .class("notice")
        .attr("role", "alert")
        .with(el("p").with((t.no_indicator)(slug)))
        .with(newest)
        .with(el("p").with(home(route.language)))
        .into()
}

/// The way to the site, for a frame that has nothing to show.
pub fn home(language: Language) -> Element {
    let t = text(language);
    out(Route::new(language, Page::Start).to_string(), t.embed.new_window).with(t.to_start)
}

/// A link out of the frame.
fn out(href: String, note: &'static str) -> Element {
    el("a").attr("href", href).attr("target", "_blank").attr("rel", "noopener").attr("title", note)
}
