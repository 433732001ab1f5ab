//! The one form of a path: doubled slashes are folded, and a folder's path ends in a slash, for good.

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header::LOCATION};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Sends a request to the right form of its path. A redirect that begins with two slashes would lead to another host.
pub(super) async fn one_form(request: Request, next: Next) -> Response {
    let uri = request.uri();
    if uri.path().contains("//") {
        let mut path = uri.path().to_owned();
        while path.contains("//") {
            path = path.replace("//", "/");
        }
        let target = uri.query().map_or(path.clone(), |query| format!("{path}?{query}"));
        return match HeaderValue::from_str(&target) {
            Ok(target) => (StatusCode::PERMANENT_REDIRECT, [(LOCATION, target)]).into_response(),
            Err(_) => StatusCode::BAD_REQUEST.into_response(),
        };
    }
    let mut response = next.run(request).await;
    if response.status() == StatusCode::TEMPORARY_REDIRECT {
        *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
    }
    response
}
