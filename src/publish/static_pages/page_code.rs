//! The square code at the foot of a printed page: from paper to the same page with the same numbers.

use super::Content;
use super::template::escaped;
use crate::export::check_code::CheckCode;
use crate::i18n::text::paper::paper_text;
use crate::route::{Page, Route, View};

/// The code of a page with the words beside it; nothing where the site's address is not known. It stands outside the
/// application's element, which the program builds anew; `loader.js` takes it away when the address has become another.
pub(super) fn page_code(route: &Route, content: &Content) -> String {
    let Some(address) = &content.address else { return String::new() };
    let edition = content.edition.to_string();
    // The figure of an indicator can be checked value by value; a place is read as it was.
    let to = match &route.page {
        Page::Indicator(_) => None,
        _ => Some(route.with_view(View { edition: Some(edition.clone()), ..route.view.clone() })),
    };
    let code = match to {
        None => CheckCode::of(&address.of(&route.to_string()), &edition),
        Some(to) => CheckCode::leading_to(&address.of(&to.to_string())),
    };
    let Some(code) = code else { return String::new() };
    let side = code.side();
    let words = (paper_text(route.language).page_code)(&address.of(&route.path()), &edition);
    format!(
        concat!(
            r#"<aside class="page-code" data-page="{}"><svg class="page-code__square" viewBox="0 0 {} {}" aria-hidden="true">"#,
            "{}</svg><p>{}</p></aside>"
        ),
        escaped(&route.path()),
        side,
        side,
        code.svg([0.0, 0.0]),
        escaped(&words)
    )
}
