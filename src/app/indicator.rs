//! The page of an indicator, over what it fetches.

use super::load::Basics;
use super::{App, document};
use crate::components::loaded::Loaded;
use crate::components::notices::{problem, skeleton};
use crate::markup::{Markup, el, follow, live, several};
use crate::pages::head::Head;
use crate::pages::indicator::indicator_page;
use std::sync::Arc;

/// The page of an indicator, over what it fetches.
pub(super) fn indicator(app: &App, basics: &Arc<Basics>, slug: &str) -> Markup {
    let language = app.language();
    if let Some(indicator) = basics.catalogue.indicator(slug) {
        document::apply(&Head::indicator(language, indicator), app.history);
    }
    let content = app.loader.indicator(basics, slug);
    let (settled, arriving) = (app.clone(), content.state.clone());
    follow(move || {
        if !matches!(arriving.get(), Loaded::Loading) {
            settled.settled();
        }
    });
    let title = basics.catalogue.indicator(slug).map(|indicator| indicator.title.get(language).to_owned());
    live(move || match content.state.get() {
        Loaded::Loading => skeleton("skeleton--page"),
        Loaded::Failed(error) => {
            let heading = el("h1").class("place__head").attr("tabindex", "-1");
            several([
                heading.with(title.clone().unwrap_or_default()).into(),
                problem(&error, content.retry.clone()),
            ])
        }
        Loaded::Ready(content) => indicator_page(&content),
    })
}
