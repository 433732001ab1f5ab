//! "Embed": an opened section under a figure, where an editor chooses how it stands in another page, sees it there, and
//! takes the lines to paste.

mod fields;
mod preview;
mod snippets;

use super::browser::is_opened;
use super::framed::whole_address;
use super::site::{Site, use_site};
use crate::i18n::text::text;
use crate::markup::{Element, Live, Markup, Memo, RwSignal, el, live, words};
use crate::model::{Language, Level};
use crate::route::{ColorScheme, EmbedView, Frame, Page, Route, Shape, View};
use fields::{check, copy, height_field, languages, option, schemes, select, two};
use preview::preview;
use snippets::{Snippet, Way};
use std::sync::Arc;
use web_sys::Event;

/// A figure as a frame shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embeddable {
    /// In which form.
    pub shown: EmbedView,
    /// What of.
    pub view: View,
}

/// The words that go with it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EmbedWords {
    /// The figure's title.
    pub title: String,
    /// Its text alternative.
    pub description: String,
    /// A sentence made from its numbers.
    pub sentence: String,
    /// Source with dates.
    pub source: String,
}

/// What the editor has chosen.
#[derive(Debug, Clone, PartialEq)]
struct Choice {
    shown: Option<EmbedView>,
    language: Option<Language>,
    color_scheme: Option<ColorScheme>,
    is_frozen: bool,
    frame: Frame,
    height: Option<u32>,
    way: Way,
}

/// The section. What is in it is built when it is opened.
pub fn embed_choice(of: Live<Embeddable>, words_of: Live<EmbedWords>) -> Markup {
    let site = use_site();
    if site.is_static {
        return Markup::Nothing;
    }
    let t = site.text().embedding();
    let is_open = RwSignal::new(false);
    let toggled = move |event: Event| is_open.set(is_opened(&event));
    let inside = live(move || is_open.get().then(|| chooser(&site, of.clone(), words_of.clone())));
    el("details")
        .class("disclosure embed needs-program")
        .on("toggle", toggled)
        .with(el("summary").with(t.embed))
        .with(inside)
        .into()
}

fn chooser(site: &Site, of: Live<Embeddable>, words_of: Live<EmbedWords>) -> Element {
    let t = site.text().embedding();
    let choice = RwSignal::new(Choice {
        shown: None,
        language: None,
        color_scheme: None,
        is_frozen: false,
        frame: Frame::default(),
        height: None,
        way: Way::Frame,
    });
    let route = {
        let (site, of) = (site.clone(), of.clone());
        Memo::new(move |_| Arc::new(framed_route(&site, &of.get(), &choice.get())))
    };
    let told = RwSignal::new(USUAL_HEIGHT);
    let shown = {
        let of = of.clone();
        move || choice.get().shown.unwrap_or_else(|| of.get().shown)
    };
    let forms = {
        let (site, of) = (site.clone(), of.clone());
        live(move || {
            let own = choice.get().shown.unwrap_or_else(|| of.get().shown);
            let options =
                forms_of(&of.get()).into_iter().map(|view| (view.id(), form_name(&site, view), view == own));
            options.map(option).collect::<Vec<_>>()
        })
    };
    let fields = el("div")
        .class("embed__fields")
        .with(select(t.what, forms, move |id| {
            choice.update(|choice| choice.shown = EmbedView::from_id(&id));
        }))
        .with(select(t.language, languages(site.language), move |id| {
            let chosen = Language::ALL.into_iter().find(|language| language.tag() == id);
            choice.update(|choice| choice.language = chosen);
        }))
        .with(select(t.appearance, schemes(site), move |id| {
            choice.update(|choice| {
                choice.color_scheme =
                    [ColorScheme::Light, ColorScheme::Dark].into_iter().find(|s| s.id() == id);
            });
        }))
        .with(select(t.version, two(t.living, t.freezing), move |id| {
            choice.update(|choice| choice.is_frozen = id == "1");
        }))
        .with(select(t.interactivity, two(t.interactive, t.still), move |id| {
            choice.update(|choice| choice.frame.is_static = id == "1");
        }))
        .with(height_field(t.height, t.height_hint, choice));
    let checks = el("div")
        .class("embed__checks")
        .with(check(t.plain, move |is_on| choice.update(|choice| choice.frame.is_plain = is_on)))
        .with(check(t.transparent, move |is_on| choice.update(|choice| choice.frame.is_transparent = is_on)))
        .with(check(t.fitted, move |is_on| choice.update(|choice| choice.frame.fits_frame = is_on)))
        .with(check(t.search, move |is_on| choice.update(|choice| choice.frame.has_search = is_on)))
        .with(check(t.logo, move |is_on| choice.update(|choice| choice.frame.has_logo = is_on)));
    let edition = site.edition.to_string();
    let version_note = words(move || match choice.get().is_frozen {
        true => (t.freezing_note)(&edition),
        false => t.living_note.to_owned(),
    });
    let snippet = {
        let (site, words_of) = (site.clone(), words_of.clone());
        Memo::new(move |_| {
            let height = choice.get().height.unwrap_or_else(|| told.get());
            snippet(&site, &route.get(), &words_of.get(), height).html(choice.get().way)
        })
    };
    let ways = Way::ALL.into_iter().zip(t.ways).map(|(way, name)| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "embed-way")
            .class("segment__input")
            .property("checked", move || choice.get().way == way)
            .when("change", move || choice.update(|choice| choice.way = way));
        el("label").class("segment").with(input).with(el("span").class("segment__word").with(name))
    });
    let ways = el("fieldset")
        .class("field")
        .with(el("legend").class("field__label").with(t.way))
        .with(el("div").class("segments segments--wrapped").with(ways.collect::<Vec<_>>()));
    let way_note = words(move || {
        let at = Way::ALL.iter().position(|way| *way == choice.get().way).unwrap_or(0);
        t.way_notes[at].to_owned()
    });
    let code = el("pre")
        .class("embed__code")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", t.code)
        .with(el("code").with(words(move || snippet.get())));
    el("div")
        .class("embed__body")
        .with(el("p").class("figure__note").with(t.embed_lede))
        .with(fields)
        .with(checks)
        .with(el("p").class("figure__note").attr("role", "status").with(version_note))
        .with(preview(t.preview, route, told, shown))
        .with(ways)
        .with(el("p").class("figure__note").with(way_note))
        .with(code)
        .with(copy(t.copy, site.text().copied, move || snippet.get()))
        .with(editor_words(site, words_of))
}

/// The height of a frame before the figure has told its own, CSS pixels.
const USUAL_HEIGHT: u32 = 560;

/// The address of the figure as it was chosen.
fn framed_route(site: &Site, of: &Embeddable, choice: &Choice) -> Route {
    let shown = choice.shown.unwrap_or(of.shown);
    let is_place =
        |code: &&crate::model::AreaCode| matches!(code.level(), Level::County | Level::Municipality);
    let view = match shown {
        // The figure itself knows what it is of.
        shown if shown == of.shown => View { shape: None, play: false, ..of.view.clone() },
        shown if shown.is_of_place() => View {
            areas: of.view.areas.iter().find(is_place).cloned().into_iter().collect(),
            ..View::default()
        },
        _ => View { shape: None, play: false, ..of.view.clone() },
    };
    let view = View {
        color_scheme: choice.color_scheme,
        edition: choice.is_frozen.then(|| site.edition.to_string()),
        frame: choice.frame,
        ..view
    };
    Route { language: choice.language.unwrap_or(site.language), page: Page::Embed(shown), view }
}

/// The forms in which the same can be shown.
fn forms_of(of: &Embeddable) -> Vec<EmbedView> {
    let has_place =
        of.view.areas.iter().any(|code| matches!(code.level(), Level::County | Level::Municipality));
    EmbedView::all()
        .filter(|view| match view {
            own if *own == of.shown => true,
            EmbedView::Summary | EmbedView::WithinBetween | EmbedView::Separation | EmbedView::AreaTypes => {
                has_place
            }
            // Not every edition has what they are drawn from.
            EmbedView::Pyramid | EmbedView::Curve => false,
            EmbedView::Event | EmbedView::Compare => false,
            EmbedView::Shape(_) | EmbedView::Slope | EmbedView::Strip => {
                of.view.indicator.is_some() && !of.shown.is_of_place()
            }
        })
        .collect()
}

fn form_name(site: &Site, view: EmbedView) -> String {
    match view {
        EmbedView::Shape(shape) => (site.text().explore.shape)(shape).to_owned(),
        EmbedView::Summary => site.text().in_short.to_owned(),
        other => (site.text().forms.name)(other).to_owned(),
    }
}

fn snippet(site: &Site, route: &Route, of: &EmbedWords, height: u32) -> Snippet {
    let t = text(route.language);
    let origin = web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    let whole = whole_address(&Site { language: route.language, ..site.clone() }, route);
    Snippet {
        framed: route.to_string(),
        whole,
        // The picture that the reader saves with the button beside this section.
        picture: t.embedding().own_picture.to_owned(),
        height,
        title: of.title.clone(),
        description: of.description.clone(),
        sentence: of.sentence.clone(),
        source: format!("{}: {}. {} {}.", t.source, of.source, t.edition, site.edition),
        link: t.embed.whole_view.to_owned(),
        origin,
    }
}

/// Title, source and description, for the fields that an editor's system asks for.
fn editor_words(site: &Site, of: Live<EmbedWords>) -> Element {
    let t = site.text().embedding();
    let fact = |name: &'static str, read: fn(EmbedWords) -> String| {
        let of = of.clone();
        vec![el("dt").with(name), el("dd").with(words(move || read(of.get())))]
    };
    let facts = [
        fact(t.field_title, |of| of.title),
        fact(site.text().source, |of| of.source),
        fact(t.field_description, |of| of.description),
    ];
    el("div")
        .class("embed__words")
        .with(el("p").class("field__label").with(t.editor_words))
        .with(el("dl").class("facts").with(facts.into_iter().flatten().collect::<Vec<_>>()))
}

/// A figure in one of the explorer's shapes.
pub fn shape_of(shape: Shape, view: View) -> Embeddable {
    // What the reader takes along is the page's and not the figure's.
    Embeddable { shown: EmbedView::Shape(shape), view: View { basket: Vec::new(), ..view } }
}
