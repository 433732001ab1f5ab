//! One page as HTML.

use super::super::PublishError;
use super::Content;
use super::address::full;
use super::beforehand::beforehand;
use super::oembed::Subject;
use super::page_code::page_code;
use super::pictures;
use super::pictures::{Figure, Form};
use super::reading::reading_page;
use super::still_map::still_map;
use super::template::{Filling, ProgramComes, Templates, escaped};
use super::theme::ThemePage;
use super::{feeds, linked_data};
use crate::components::exploration::ExplorationContent;
use crate::components::exploration::defaults::default_indicator;
use crate::components::footer::footer;
use crate::components::header::{alternates, header};
use crate::components::loaded::Loaded;
use crate::components::site::{Beside, Site};
use crate::i18n::text::text;
use crate::markup::{Act, Live, RwSignal, el, several};
use crate::model::{Language, Profile, Theme};
use crate::pages::area::{AreaContent, area_page};
use crate::pages::area_types::area_types_page;
use crate::pages::basket::basket_page;
use crate::pages::compare::{CompareContent, compare_page};
use crate::pages::explore::explore_page;
use crate::pages::head::Head;
use crate::pages::indicator::{IndicatorContent, indicator_page};
use crate::pages::not_found::not_found_page;
use crate::pages::place::{PlaceContent, place_page};
use crate::pages::start::start_page;
use crate::pages::verify::{VerifyContent, verify_page};
use crate::route::{Reading, Route, View};
use leptos::prelude::{Owner, provide_context};
use std::path::PathBuf;
use std::sync::Arc;

/// A page to be rendered.
pub(super) struct Rendering {
    route: Route,
    kind: Kind,
}

/// Which page, with what it shows beyond what all pages share.
pub(super) enum Kind {
    Start,
    Explore,
    Compare,
    Verify,
    Basket,
    Indicator(IndicatorContent),
    Place(Arc<Profile>),
    Theme(Theme, ThemePage),
    /// The area at a position inside a municipality.
    Area(Arc<Profile>, usize),
    AreaTypes,
    Reading(Reading),
    NotFound,
}

impl Rendering {
    pub(super) fn new(route: Route, kind: Kind) -> Self {
        Self { route, kind }
    }

    /// The page's address, where others should find it.
    pub(super) fn listed(&self) -> Option<&Route> {
        (!matches!(self.kind, Kind::NotFound | Kind::Area(..) | Kind::Basket)).then_some(&self.route)
    }

    /// The path of the file below the site's folder, and the page.
    pub(super) fn rendered(
        &self,
        templates: &Templates,
        content: &Content,
    ) -> (PathBuf, Result<String, PublishError>) {
        let language = self.route.language;
        let head = match &self.kind {
            Kind::Start => Head::start(language),
            Kind::Explore => Head::explore(language),
            Kind::Compare => Head::compare(language),
            Kind::Verify => Head::verify(language),
            Kind::Basket => Head::basket(language),
            Kind::Indicator(content) => Head::indicator(language, &content.indicator),
            Kind::Place(profile) => Head::place(language, profile),
            Kind::Theme(_, page) => Head::reading(language, &page.title, &page.description),
            Kind::Area(profile, at) => area_head(language, profile, *at),
            Kind::AreaTypes => Head::area_types(language),
            Kind::Reading(reading) => {
                let page = reading_page(*reading, language, content);
                Head::reading(language, &page.title, &page.description)
            }
            Kind::NotFound => Head::not_found(language),
        };
        let filling = Filling {
            language: language.tag(),
            title: head.title.clone(),
            description: head.description.clone(),
            canonical: match self.kind {
                Kind::NotFound => String::new(),
                _ => full(content.address.as_ref(), &self.route.path()),
            },
            head: self.head_elements(&head, content),
            preloads: beforehand(&self.kind, content),
            body: self.body(content),
            foot: match self.kind {
                Kind::Indicator(_) | Kind::Place(_) | Kind::Area(..) | Kind::AreaTypes | Kind::Theme(..) => {
                    page_code(&self.route, content)
                }
                _ => String::new(),
            },
            program: match self.kind {
                Kind::Reading(_) | Kind::Theme(..) => ProgramComes::Never,
                Kind::Explore | Kind::Compare | Kind::Verify | Kind::Basket | Kind::NotFound => {
                    ProgramComes::AtOnce
                }
                _ => ProgramComes::Painted,
            },
        };
        let template = match &self.kind {
            Kind::Start => &templates.start,
            Kind::Basket => &templates.basket,
            Kind::Explore | Kind::Compare | Kind::Verify => &templates.explore,
            _ => &templates.reading,
        };
        (self.file(), Ok(template.filled(&filling)))
    }

    fn file(&self) -> PathBuf {
        match self.kind {
            Kind::NotFound => PathBuf::from("404.html"),
            _ => PathBuf::from(self.route.path().trim_start_matches('/')).join("index.html"),
        }
    }

    /// The edition that the page was made from, the same page in the other language, its feed, what previews show, and
    /// what the page is about.
    fn head_elements(&self, head: &Head, content: &Content) -> String {
        let (mut html, address) = (String::new(), content.address.as_ref());
        let language = self.route.language;
        if !matches!(self.kind, Kind::NotFound) {
            html += &format!(r#"<meta name="lagesbild-edition" content="{}">"#, content.edition);
            let [swedish, english] = alternates(&self.route);
            for (tag, path) in [("x-default", swedish.1.clone()), swedish, english] {
                let href = escaped(&full(address, &path));
                html += &format!(r#"<link rel="alternate" hreflang="{tag}" href="{href}">"#);
            }
            let url = escaped(&full(address, &self.route.path()));
            html += &format!(r#"<meta property="og:url" content="{url}">"#);
        }
        let feed = match &self.kind {
            Kind::Place(profile) => feeds::path_of(profile),
            _ => Some(feeds::FEED.to_owned()),
        };
        if let Some(feed) = feed.filter(|_| address.is_some()) {
            html += &format!(
                r#"<link rel="alternate" type="application/atom+xml" title="{}" href="{}">"#,
                escaped(&head.title),
                escaped(&feed)
            );
        }
        if content.catalogue.synthetic || matches!(self.kind, Kind::NotFound | Kind::Area(..) | Kind::Basket)
        {
            html += r#"<meta name="robots" content="noindex">"#;
        }
        let (locale, other) = match language {
            Language::Sv => ("sv_SE", "en_GB"),
            Language::En => ("en_GB", "sv_SE"),
        };
        for (property, value) in [
            ("title", head.title.as_str()),
            ("description", &head.description),
            ("type", "website"),
            ("site_name", text(language).site),
            ("locale", locale),
            ("locale:alternate", other),
        ] {
            html += &format!(r#"<meta property="og:{property}" content="{}">"#, escaped(value));
        }
        let subject = match &self.kind {
            Kind::Indicator(of) => {
                let slug = of.indicator.slug.as_str();
                Some((Subject::Figure(Figure { form: Form::Line, slug, area: None }), slug))
            }
            Kind::Place(profile) => Some((Subject::Place(&profile.area), profile.area.as_str())),
            _ => None,
        };
        if let Some((subject, name)) = subject.filter(|_| content.has_embeds) {
            html += &subject.link(content, language, &head.title);
            html += &pictures::head(content, name, language, &head.title);
        }
        // The start page shows the indicator that it opens with.
        if let (Kind::Start, Some(first)) = (&self.kind, default_indicator(&content.catalogue)) {
            let alternative = format!("{} – {}", first.title.get(language), text(language).site);
            html += &pictures::head(content, &first.slug, language, &alternative);
        }
        let things = match &self.kind {
            Kind::Start => linked_data::start(content, language),
            Kind::Indicator(of) => linked_data::indicator(content, language, &of.indicator),
            Kind::Place(profile) => linked_data::place(content, language, profile),
            Kind::Theme(theme, _) => linked_data::theme(content, language, *theme),
            Kind::Explore
            | Kind::Compare
            | Kind::Area(..)
            | Kind::AreaTypes
            | Kind::Reading(_)
            | Kind::Verify
            | Kind::Basket
            | Kind::NotFound => Vec::new(),
        };
        if !things.is_empty() {
            html += &linked_data::script(things);
        }
        html
    }

    fn body(&self, content: &Content) -> String {
        let owner = Owner::new();
        owner.with(|| {
            provide_context(site(content, self.route.language));
            let page = match &self.kind {
                Kind::Start => start_page(&exploration(content), Live::fixed(Some(Arc::clone(&content.log)))),
                Kind::Explore => explore_page(&exploration(content)),
                Kind::Compare => compare_page(&comparison()),
                Kind::Verify => verify_page(&nothing_to_verify()),
                Kind::Basket => basket_page(&None),
                Kind::Indicator(content) => indicator_page(content),
                Kind::Theme(_, page) => page.markup(content),
                Kind::Place(profile) => place_page(&PlaceContent {
                    profile: Arc::clone(profile),
                    outlines: Live::fixed(content.outlines.get(&profile.area).cloned()),
                }),
                Kind::Area(profile, area) => area_page(&AreaContent {
                    profile: Arc::clone(profile),
                    outlines: Live::fixed(content.outlines.get(&profile.area).cloned()),
                    area: *area,
                    part: None,
                    vintage: None,
                }),
                Kind::AreaTypes => area_types_page(&content.area_types),
                Kind::Reading(reading) => {
                    let page = reading_page(*reading, self.route.language, content);
                    el("article").class("reading").html(page.html).into()
                }
                Kind::NotFound => not_found_page(""),
            };
            several([
                header(&Live::fixed(self.route.clone())),
                el("main").class("main").id("main").with(page).into(),
                footer(),
            ])
            .to_html()
        })
    }
}

/// The head of a small area's page.
fn area_head(language: Language, profile: &Profile, at: usize) -> Head {
    match &profile.inside {
        Some(inside) => Head::area(language, &inside.names[at], &inside.codes[at], profile),
        None => Head::place(language, profile),
    }
}

/// The figures of the default view. The map needs the program, and holds its place until then.
fn exploration(content: &Content) -> ExplorationContent {
    let slug = default_indicator(&content.catalogue).map_or("", |indicator| &indicator.slug);
    let default = content.indicators.iter().find(|content| content.indicator.slug == slug);
    let figures = default.map_or(Loaded::Loading, |default| Loaded::Ready(default.figures.clone()));
    ExplorationContent {
        view: Live::fixed(View::default()),
        figures: Live::fixed(figures),
        against: Live::new(|| Loaded::Loading),
        base: Live::new(|| Loaded::Loading),
        close: Live::fixed(None),
        want: Act::new(|_| ()),
        retry: Act::new(|()| ()),
    }
}

/// No figure to check yet.
fn nothing_to_verify() -> VerifyContent {
    VerifyContent {
        view: Live::fixed(View::default()),
        answer: Live::fixed(Loaded::Ready(Arc::new(None))),
        retry: Act::new(|()| ()),
    }
}

/// No areas to compare yet.
fn comparison() -> CompareContent {
    CompareContent {
        view: Live::fixed(View::default()),
        profiles: Live::fixed(Loaded::Ready(Arc::default())),
        compared: Live::fixed(None),
        retry: Act::new(|()| ()),
    }
}

/// Makes something of components that ask for the site that they are on, without a page around them.
pub(in crate::publish) fn on_site<T>(site: impl FnOnce() -> Site, make: impl FnOnce(&Site) -> T) -> T {
    Owner::new().with(|| {
        let site = site();
        provide_context(site.clone());
        make(&site)
    })
}

pub(super) fn site(content: &Content, language: Language) -> Site {
    Site {
        language,
        catalogue: Arc::clone(&content.catalogue),
        edition: Arc::clone(&content.edition),
        data_base: "/data/".into(),
        places: Arc::clone(&content.places),
        small_areas: RwSignal::new(Vec::new()),
        color_scheme: Live::fixed(None),
        is_dark: Live::fixed(false),
        is_static: true,
        keeping: None,
        beside: Some(Beside::all(None)),
        still_map: Some(still_map),
        fill: None,
    }
}
