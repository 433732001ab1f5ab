//! Who may keep an answer for how long, who may use it where, and of which kind it is.

use super::policy::Policies;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const FOR_A_DAY: &str = "public, max-age=86400";
/// Kept, but asked for again each time.
const ASK_AGAIN: &str = "no-cache";

/// Adds the headers of a path to its answer.
pub(super) async fn add(State(policies): State<Arc<Policies>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let status = response.status();
    let headers = response.headers_mut();
    name_charset(headers);
    let is_page = kind(headers).starts_with("text/html");
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    let keep = match status {
        StatusCode::OK | StatusCode::PARTIAL_CONTENT | StatusCode::NOT_MODIFIED => lifetime(&path),
        _ => ASK_AGAIN,
    };
    set(header::CACHE_CONTROL, keep);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "strict-origin");
    if is_page {
        let embed = path.starts_with("/embed/");
        set(header::CONTENT_SECURITY_POLICY, if embed { &policies.embeds } else { &policies.pages });
    } else {
        // A frame without an origin of its own, and other people's pages, read these; cookies there are none.
        set(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
    response
}

/// How long an answer may be kept. What carries its content's hash in its path never changes.
fn lifetime(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension {
        _ if in_edition(path) => FOR_EVER,
        "" | "html" => ASK_AGAIN,
        "js" | "mjs" | "wasm" | "css" | "woff2" | "svg" | "png" | "json" if is_hashed(name) => FOR_EVER,
        "woff2" | "svg" | "png" | "ico" => FOR_A_DAY,
        _ => ASK_AGAIN,
    }
}

/// Whether a path lies in a folder named by an edition's twelve hexadecimal digits, inside `data`.
fn in_edition(path: &str) -> bool {
    let mut folders = path.split('/').skip_while(|folder| *folder != "data").skip(1);
    folders.next().is_some_and(|folder| folder.len() == 12 && is_hex(folder)) && folders.next().is_some()
}

/// Whether a name carries a hash, as `lagesbild-6f1b2c3d4e5f6071_bg.wasm`.
fn is_hashed(name: &str) -> bool {
    name.split(['-', '_', '.']).any(|part| part.len() >= 12 && is_hex(part))
}

fn is_hex(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn kind(headers: &HeaderMap) -> &str {
    headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default()
}

/// All texts are UTF-8, and say so. A condition that was met has no kind, because it has no content.
fn name_charset(headers: &mut HeaderMap) {
    let kind = kind(headers);
    if kind.starts_with("text/") && !kind.contains("charset") {
        let with_charset = format!("{kind}; charset=utf-8");
        if let Ok(value) = HeaderValue::from_str(&with_charset) {
            headers.insert(header::CONTENT_TYPE, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_carries_its_hash_is_kept_for_ever() {
        for (path, expected) in [
            ("/lagesbild-6f1b2c3d4e5f6071_bg.wasm", FOR_EVER),
            ("/lagesbild-6f1b2c3d4e5f6071.js", FOR_EVER),
            ("/data/0123456789ab/catalogue.json", FOR_EVER),
            ("/data/0123456789ab/boundaries/county-2025-low.arcs", FOR_EVER),
            ("/data/current.json", ASK_AGAIN),
            ("/data/withdrawn.json", ASK_AGAIN),
            ("/data/0123456789ab", ASK_AGAIN),
            ("/data/0123456789/catalogue.json", ASK_AGAIN),
            ("/0123456789ab/catalogue.json", ASK_AGAIN),
            ("/", ASK_AGAIN),
            ("/kommun/1480-goteborg/", ASK_AGAIN),
            ("/kommun/0123456789abcdef/index.html", ASK_AGAIN),
            ("/loader.js", ASK_AGAIN),
            ("/robots.txt", ASK_AGAIN),
            ("/face/source-sans-3.woff2", FOR_A_DAY),
            ("/icon.svg", FOR_A_DAY),
        ] {
            assert_eq!(lifetime(path), expected, "{path}");
        }
    }
}
