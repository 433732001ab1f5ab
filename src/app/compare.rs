//! The page that compares areas, over what it fetches.

use super::load::Basics;
use super::{App, document};
use crate::components::notices::repairs;
use crate::markup::{Live, Markup, Memo, several};
use crate::model::AreaCode;
use crate::pages::compare::{CompareContent, compare_page};
use crate::pages::head::Head;
use std::sync::Arc;

/// The page that compares areas, over what it fetches.
pub(super) fn compare(app: &App, basics: &Arc<Basics>) -> Markup {
    let history = app.history;
    document::apply(&Head::compare(app.language()), history);
    let known = {
        let places = basics.places.clone();
        Memo::new(move |_| {
            let view = history.route.get().view.clone();
            Arc::new(view.with_known_areas(|code| places.contains(code)))
        })
    };
    let areas = Memo::new(move |_| known.get().0.areas.clone());
    let profiles = app.loader.profiles(areas);
    let level = Memo::new(move |_| areas.get().first().map(AreaCode::level));
    app.settled();
    let broken =
        Live::new(move || history.repairs.get().into_iter().chain(known.get().1.iter().cloned()).collect());
    let content = CompareContent {
        view: Live::new(move || known.get().0.clone()),
        profiles: profiles.state,
        compared: app.loader.compared(basics, level),
        retry: profiles.retry,
    };
    several([repairs(broken), compare_page(&content)])
}
