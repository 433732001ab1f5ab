//! One page as HTML.

use super::super::PublishError;
use super::Content;
use super::template::{Filling, Template, escaped};
use crate::components::exploration::ExplorationContent;
use crate::components::exploration::defaults::default_indicator;
use crate::components::footer::footer;
use crate::components::header::{alternates, header};
use crate::components::loaded::Loaded;
use crate::components::site::Site;
use crate::markup::{Act, Live, el, several};
use crate::model::{Language, Profile};
use crate::pages::compare::{CompareContent, compare_page};
use crate::pages::explore::explore_page;
use crate::pages::head::Head;
use crate::pages::indicator::{IndicatorContent, indicator_page};
use crate::pages::not_found::not_found_page;
use crate::pages::place::place_page;
use crate::pages::start::start_page;
use crate::route::{Route, View};
use leptos::prelude::{Owner, RwSignal, provide_context};
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
    Indicator(IndicatorContent),
    Place(Arc<Profile>),
    NotFound,
}

impl Rendering {
    pub(super) fn new(route: Route, kind: Kind) -> Self {
        Self { route, kind }
    }

    /// The path of the file below the site's folder, and the page.
    pub(super) fn rendered(
        &self,
        template: &Template,
        content: &Content,
    ) -> (PathBuf, Result<String, PublishError>) {
        let language = self.route.language;
        let head = match &self.kind {
            Kind::Start => Head::start(language),
            Kind::Explore => Head::explore(language),
            Kind::Compare => Head::compare(language),
            Kind::Indicator(content) => Head::indicator(language, &content.indicator),
            Kind::Place(profile) => Head::place(language, profile),
            Kind::NotFound => Head::not_found(language),
        };
        let filling = Filling {
            language: language.tag(),
            title: head.title.clone(),
            description: head.description.clone(),
            canonical: self.route.path(),
            head: self.head_elements(&head, content),
            body: self.body(content),
        };
        (self.file(), Ok(template.filled(&filling)))
    }

    fn file(&self) -> PathBuf {
        match self.kind {
            Kind::NotFound => PathBuf::from("404.html"),
            _ => PathBuf::from(self.route.path().trim_start_matches('/')).join("index.html"),
        }
    }

    /// The edition that the page was made from, the same page in the other language, and what previews show.
    fn head_elements(&self, head: &Head, content: &Content) -> String {
        let mut html = String::new();
        if !matches!(self.kind, Kind::NotFound) {
            html += &format!(r#"<meta name="lagesbild-edition" content="{}">"#, content.edition);
            for (tag, path) in alternates(&self.route) {
                html += &format!(r#"<link rel="alternate" hreflang="{tag}" href="{}">"#, escaped(&path));
            }
        }
        if content.catalogue.synthetic || matches!(self.kind, Kind::NotFound) {
            html += r#"<meta name="robots" content="noindex">"#;
        }
        for (property, value) in [("title", &head.title), ("description", &head.description)] {
            html += &format!(r#"<meta property="og:{property}" content="{}">"#, escaped(value));
        }
        html
    }

    fn body(&self, content: &Content) -> String {
        let owner = Owner::new();
        owner.with(|| {
            provide_context(site(content, self.route.language));
            let page = match &self.kind {
                Kind::Start => start_page(&exploration(content)),
                Kind::Explore => explore_page(&exploration(content)),
                Kind::Compare => compare_page(&comparison()),
                Kind::Indicator(content) => indicator_page(content),
                Kind::Place(profile) => place_page(profile),
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

/// No areas to compare yet.
fn comparison() -> CompareContent {
    CompareContent {
        view: Live::fixed(View::default()),
        profiles: Live::fixed(Loaded::Ready(Arc::default())),
        retry: Act::new(|()| ()),
    }
}

fn site(content: &Content, language: Language) -> Site {
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
    }
}
