//! The answer where there is no file: the site's own page, with status 404.

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use std::path::PathBuf;

/// A folder's `404.html`, read anew each time. No tag is given with it: a conditional request for one missing page
/// must not be answered with “not modified” for another.
pub(super) async fn page(folder: PathBuf) -> Response {
    match tokio::fs::read(folder.join("404.html")).await {
        Ok(page) => (StatusCode::NOT_FOUND, Html(page)).into_response(),
        Err(_) => (StatusCode::NOT_FOUND, "There is no such page.\n").into_response(),
    }
}
