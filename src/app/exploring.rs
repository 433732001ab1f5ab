//! The program of the pages where figures are explored, compared and checked.

use super::compare::compare;
use super::explored::Explored;
use super::load::Basics;
use super::tables::USUAL;
use super::verify::verify;
use super::{App, Program, document};
use crate::components::exploration::ExplorationContent;
use crate::components::loaded::Loaded;
use crate::components::notices::repairs;
use crate::export::check_code::CheckCode;
use crate::markup::{Live, Markup, follow, several};
use crate::model::Level;
use crate::pages::explore::explore_page;
use crate::pages::head::Head;
use crate::route::{Page, Repair};
use std::sync::Arc;

/// The program of the explorer and of the pages beside it.
pub static EXPLORING: Program = Program {
    check_code: Some(CheckCode::of),
    has: |page| matches!(page, Page::Explore | Page::Compare | Page::Verify),
    page: |app, basics, page| {
        Some(match page {
            Page::Explore => explore(app, basics),
            Page::Compare => compare(app, basics),
            Page::Verify => verify(app),
            _ => return None,
        })
    },
};

/// The explorer, over what it fetches.
fn explore(app: &App, basics: &Arc<Basics>) -> Markup {
    document::apply(&Head::explore(app.language()), app.history);
    let (content, broken) = exploration(app, basics);
    several([repairs(broken), explore_page(&content)])
}

/// What a page that explores an indicator fetches, and what of its address could not be used.
pub(super) fn exploration(app: &App, basics: &Arc<Basics>) -> (ExplorationContent, Live<Vec<Repair>>) {
    let history = app.history;
    let explored = Explored::new(
        &app.loader,
        basics,
        Live::new(move || history.route.get().view.clone()),
        // All of them whatever the shape: the reader changes it at will.
        |_, level| {
            let small = (level > Level::Municipality).then_some(level);
            USUAL.into_iter().chain(small).collect()
        },
    );
    let (settled, arriving) = (app.clone(), explored.figures.state.clone());
    follow(move || {
        if !matches!(arriving.get(), Loaded::Loading) {
            settled.settled();
        }
    });
    let fitted = explored.fitted;
    let broken = Live::new(move || {
        let of_view = fitted.get();
        history.repairs.get().into_iter().chain(of_view.1.iter().cloned()).collect()
    });
    (explored.with_borders(&app.loader, basics), broken)
}
