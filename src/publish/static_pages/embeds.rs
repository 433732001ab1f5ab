//! The pages of framed figures: those drawn beforehand (each indicator's line and map for the country and each county,
//! each place in short), and one page a view that reads everything else from its query.

use super::super::PublishError;
use super::super::figure::map::still_exploration;
use super::address::full;
use super::beforehand::{beforehand_framed, borders, histories};
use super::oembed::Subject;
use super::pictures::{self, Figure, Form};
use super::render::site;
use super::template::{Filling, ProgramComes, Template};
use super::{Content, copy_programs, write};
use crate::components::exploration::Exploration;
use crate::components::exploration::map::exploration_map;
use crate::components::framed::{Framed, framed, start_of};
use crate::components::framed_summary::framed_summary;
use crate::components::line_figure::{LineContent, chosen_lines, line_figure};
use crate::components::map_figure::base::MapBase;
use crate::components::site::use_site;
use crate::i18n::text::text;
use crate::markup::{Live, Markup, RwSignal, el};
use crate::model::{AreaCode, Language, Level, Profile, paths};
use crate::pages::indicator::IndicatorContent;
use crate::route::{EmbedView, Frame, Page, Route, Shape, View};
use leptos::prelude::{Owner, provide_context};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The built programs of framed figures.
pub(super) struct Programs {
    folder: PathBuf,
    line: Template,
    charts: Template,
    map: Template,
    place: Template,
}

impl Programs {
    /// Reads their pages.
    pub(super) fn read(folder: &Path) -> Result<Self, PublishError> {
        let page = |name: &str| Template::read(&folder.join(name).join("index.html"));
        let (line, charts, map, place) = (page("line")?, page("charts")?, page("map")?, page("place")?);
        Ok(Self { folder: folder.to_owned(), line, charts, map, place })
    }

    fn of(&self, view: EmbedView) -> &Template {
        match view {
            EmbedView::Shape(Shape::Map) => &self.map,
            EmbedView::Shape(Shape::Line) => &self.line,
            EmbedView::Shape(_) | EmbedView::Slope => &self.charts,
            EmbedView::Strip
            | EmbedView::AreaTypes
            | EmbedView::WithinBetween
            | EmbedView::Separation
            | EmbedView::Compare
            | EmbedView::Pyramid
            | EmbedView::Curve
            | EmbedView::Event
            | EmbedView::Summary => &self.place,
        }
    }
}

/// What a page shows before its program is there.
enum Picture<'a> {
    /// Nothing yet: the page reads its query.
    Skeleton,
    Line(&'a IndicatorContent, Option<AreaCode>),
    Map(&'a IndicatorContent, Option<AreaCode>),
    Summary(&'a Profile),
}

/// Writes the programs and all pages, and gives how many pages.
pub(super) fn write_embeds(to: &Path, programs: &Programs, content: &Content) -> Result<usize, PublishError> {
    copy_programs(&programs.folder, &["line", "charts", "map", "place"], to)?;
    let pages = pages(content);
    pages.par_iter().try_for_each(|(route, picture)| {
        let Page::Embed(view) = route.page else { return Ok(()) };
        let html = programs.of(view).filled(&filling(route, picture, content));
        write(&to.join(route.path().trim_start_matches('/')).join("index.html"), &html)
    })?;
    Ok(pages.len())
}

fn pages(content: &Content) -> Vec<(Route, Picture<'_>)> {
    let mut pages = Vec::new();
    let shell = |view| (Route::new(Language::Sv, Page::Embed(view)), Picture::Skeleton);
    pages.extend(EmbedView::all().map(shell));
    for language in Language::ALL {
        let route = |view, indicator: Option<&str>, area: Option<&AreaCode>| {
            let view_of = View {
                indicator: indicator.map(str::to_owned),
                areas: area.cloned().into_iter().collect(),
                ..View::default()
            };
            Route { language, page: Page::Embed(view), view: view_of }
        };
        for of in &content.indicators {
            let counties = content.places.counties.codes.iter().map(Some);
            for area in std::iter::once(None).chain(counties) {
                let line = EmbedView::Shape(Shape::Line);
                let slug = Some(of.indicator.slug.as_str());
                pages.push((route(line, slug, area), Picture::Line(of, area.cloned())));
                let map = route(EmbedView::Shape(Shape::Map), slug, area);
                let is_drawn = content.borders.as_ref().is_some_and(|borders| can_be_drawn(of, borders));
                let picture = if is_drawn { Picture::Map(of, area.cloned()) } else { Picture::Skeleton };
                pages.push((map, picture));
            }
        }
        for profile in &content.profiles {
            let route = route(EmbedView::Summary, None, Some(&profile.area));
            pages.push((route, Picture::Summary(profile)));
        }
    }
    pages
}

fn filling(route: &Route, picture: &Picture<'_>, content: &Content) -> Filling {
    let t = text(route.language);
    let title = match picture {
        Picture::Skeleton => t.site.to_owned(),
        Picture::Line(of, area) | Picture::Map(of, area) => {
            let place = area.as_ref().and_then(|code| content.places.name(code)).unwrap_or(t.sweden);
            format!("{}, {place} – {}", of.indicator.title.get(route.language), t.site)
        }
        Picture::Summary(profile) => format!("{} – {}", profile.name, t.site),
    };
    let owner = Owner::new();
    let body = owner.with(|| {
        provide_context(site(content, route.language));
        Markup::from(el("main").class("main").id("main").with(body(route, picture, content))).to_html()
    });
    Filling {
        language: route.language.tag(),
        description: title.clone(),
        title: title.clone(),
        canonical: full(content.address.as_ref(), &route.path()),
        head: head(route, picture, &title, content),
        preloads: beforehand_framed(&files(picture, content), content),
        body,
        foot: String::new(),
        program: ProgramComes::AtOnce,
    }
}

/// What the picture is made from again by its program; none where only the query says it.
fn files(picture: &Picture<'_>, content: &Content) -> Vec<String> {
    let catalogue = &content.catalogue;
    match picture {
        Picture::Skeleton => Vec::new(),
        Picture::Line(of, area) => {
            let own = area.as_ref().map(AreaCode::level);
            let levels: Vec<Level> = [Level::Nation].into_iter().chain(own).collect();
            histories(&of.indicator.slug, &levels, catalogue)
        }
        Picture::Map(of, _) => {
            let tables =
                histories(&of.indicator.slug, &[Level::Nation, Level::Municipality], catalogue).into_iter();
            tables.chain([borders(Level::Municipality, catalogue)]).collect()
        }
        Picture::Summary(profile) => vec![paths::profile(&profile.area)],
    }
}

/// How others find what to embed, and the same figure in the other language.
fn head(route: &Route, picture: &Picture<'_>, title: &str, content: &Content) -> String {
    match picture {
        Picture::Line(of, area) | Picture::Map(of, area) => {
            let figure = Figure {
                form: if matches!(picture, Picture::Map(..)) { Form::Map } else { Form::Line },
                slug: &of.indicator.slug,
                area: area.as_ref(),
            };
            let links = pictures::figure_links(content, figure, route.language);
            Subject::Figure(figure).link(content, route.language, title) + &links
        }
        Picture::Summary(profile) => Subject::Place(&profile.area).link(content, route.language, title),
        _ => String::new(),
    }
}

fn body(route: &Route, picture: &Picture<'_>, content: &Content) -> Markup {
    let site = use_site();
    let t = &site.text().embed;
    let (figure, link) = match picture {
        Picture::Skeleton => return skeleton(route),
        Picture::Line(of, area) => {
            let chosen: Vec<AreaCode> = area.iter().cloned().collect();
            let name = |code: &AreaCode| site.name(code);
            let lines = chosen_lines(&of.figures, of.indicator.measure, &chosen, &name);
            let content = LineContent {
                indicator: Live::fixed(of.indicator.clone()),
                period: Live::fixed(None),
                lines: Live::fixed(Arc::new(lines)),
                hovered: RwSignal::new(None),
                around: None,
            };
            let figure = line_figure("line", &content, Markup::Nothing);
            (el("div").class("framed__figure").with(figure).into(), t.whole_view.to_owned())
        }
        Picture::Map(of, _) => {
            let exploration = map_of(of, content.borders.clone(), &route.view);
            let figure = el("div")
                .class("framed__figure")
                .with(exploration_map(&exploration))
                .with(exploration.source());
            (figure.into(), t.whole_view.to_owned())
        }
        Picture::Summary(profile) => (framed_summary(profile), (t.whole_place)(&profile.name)),
    };
    framed(Framed {
        frame: Frame::default(),
        route: Live::fixed(route.clone()),
        controls: Markup::Nothing,
        figure,
        add_area: None,
        link: Live::fixed(link),
    })
}

/// What a map shows of an indicator on some borders.
pub(super) fn map_of(of: &IndicatorContent, borders: Option<Arc<MapBase>>, view: &View) -> Exploration {
    still_exploration(of.figures.clone(), borders, view).starting_at(start_of(view))
}

/// Whether an indicator's newest table is of the areas that some borders are of.
pub(super) fn can_be_drawn(of: &IndicatorContent, borders: &MapBase) -> bool {
    let table = of.indicator.table(borders.key.level);
    table.is_some_and(|table| table.vintage == borders.key.vintage)
}

/// Holds the place of a figure, and says in both languages what to do where its program cannot run.
fn skeleton(route: &Route) -> Markup {
    let way = |language: Language| {
        let t = text(language);
        let address = match route.page {
            Page::Embed(EmbedView::Compare) => Route::new(language, Page::Compare).to_string(),
            Page::Embed(view) if view.is_of_place() => Route::new(language, Page::Start).to_string(),
            _ => {
                let view = crate::components::framed::whole_view(route);
                Route { language, page: Page::Explore, view }.to_string()
            }
        };
        let link = el("a").attr("href", address).attr("data-whole", true).attr("target", "_blank");
        let link = link.attr("rel", "noopener").with(t.embed.whole_view);
        el("p").attr("lang", language.tag()).with(t.embed.needs_program).with(" ").with(link).with(".")
    };
    let fallback = el("div")
        .class("notice framed__fallback")
        .with(Language::ALL.map(way).into_iter().collect::<Vec<_>>());
    let place = el("div").class("skeleton skeleton--map framed__place").attr("aria-hidden", "true");
    el("div").class("framed").with(place).with(fallback).into()
}
