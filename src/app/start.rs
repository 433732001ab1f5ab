//! The program of the start page.

use super::exploring::exploration;
use super::load::Basics;
use super::{App, Program, document};
use crate::components::notices::repairs;
use crate::markup::{Markup, several};
use crate::pages::head::Head;
use crate::pages::start::start_page;
use crate::route::Page;
use std::sync::Arc;

/// The program of the start page.
pub static START: Program = Program {
    check_code: None,
    has: |page| *page == Page::Start,
    page: |app, basics, page| (*page == Page::Start).then(|| start(app, basics)),
};

/// The start page, over what it fetches.
fn start(app: &App, basics: &Arc<Basics>) -> Markup {
    document::apply(&Head::start(app.language()), app.history);
    let (content, broken) = exploration(app, basics);
    several([repairs(broken), start_page(&content, app.loader.change_log())])
}
