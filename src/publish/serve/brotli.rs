//! Brotli where there is no twin: quickly, and once for each content.

use crate::publish::compress::{brotli, is_compressible};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Some 50 MB a second, and within a fifth of the best.
const QUICK: i32 = 5;
/// Contents beyond this stream as they are.
const MOST_BYTES_A_FILE: u64 = 32 << 20;
/// When what is kept exceeds this, all of it goes: a site of some hundred MB has few files that are asked for.
const MOST_BYTES: usize = 256 << 20;

/// Compressed contents by path, each with the tag of the content it was made from.
#[derive(Debug, Default)]
pub(super) struct Cache {
    contents: Mutex<HashMap<String, (HeaderValue, Bytes)>>,
}

/// Compresses an answer when the reader takes brotli, the kind gains by it, and no twin was found.
pub(super) async fn on_the_fly(
    State(cache): State<Arc<Cache>>,
    mut request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path().to_owned();
    let wanted = takes_brotli(request.headers()) && !request.headers().contains_key(header::RANGE);
    let knows_weak = has_weak_tag(request.headers());
    if wanted && request.method() == Method::HEAD {
        // The headers of an answer depend on its content, which the connection then leaves out.
        *request.method_mut() = Method::GET;
    }
    let mut response = next.run(request).await;
    if response.status() == StatusCode::NOT_MODIFIED && knows_weak {
        weaken(response.headers_mut());
    }
    let headers = response.headers();
    let is_candidate = wanted
        && response.status() == StatusCode::OK
        && !headers.contains_key(header::CONTENT_ENCODING)
        && is_compressible(extension(&path))
        && length(headers).is_some_and(|length| length <= MOST_BYTES_A_FILE);
    match headers.get(header::ETAG).cloned() {
        Some(tag) if is_candidate => compressed(response, path, tag, &cache).await,
        _ => response,
    }
}

/// The answer with its content compressed, unless that makes it larger.
async fn compressed(response: Response, path: String, tag: HeaderValue, cache: &Cache) -> Response {
    let (mut parts, body) = response.into_parts();
    let content = match cache.of(&path, &tag) {
        Some(content) => content,
        None => {
            let Ok(plain) = to_bytes(body, usize::MAX).await else {
                return response_of(StatusCode::INTERNAL_SERVER_ERROR);
            };
            let original = plain.clone();
            let Ok(content) = tokio::task::spawn_blocking(move || brotli(&original, QUICK)).await else {
                return response_of(StatusCode::INTERNAL_SERVER_ERROR);
            };
            if content.len() >= plain.len() {
                return Response::from_parts(parts, Body::from(plain));
            }
            let content = Bytes::from(content);
            cache.keep(path, tag, content.clone());
            content
        }
    };
    parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(content.len()));
    // Parts of it cannot be asked for: the next time it may be compressed otherwise, as the weak tag says too.
    parts.headers.remove(header::ACCEPT_RANGES);
    weaken(&mut parts.headers);
    Response::from_parts(parts, Body::from(content))
}

impl Cache {
    fn of(&self, path: &str, tag: &HeaderValue) -> Option<Bytes> {
        let contents = self.contents.lock().unwrap_or_else(PoisonError::into_inner);
        contents.get(path).filter(|(of, _)| of == tag).map(|(_, content)| content.clone())
    }

    fn keep(&self, path: String, tag: HeaderValue, content: Bytes) {
        let mut contents = self.contents.lock().unwrap_or_else(PoisonError::into_inner);
        let kept: usize = contents.values().map(|(_, content)| content.len()).sum();
        if kept + content.len() > MOST_BYTES {
            contents.clear();
        }
        contents.insert(path, (tag, content));
    }
}

/// Whether a request's `Accept-Encoding` names brotli, with a weight that is not zero.
fn takes_brotli(headers: &HeaderMap) -> bool {
    let lists = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|list| list.to_str().ok());
    lists.flat_map(|list| list.split(',')).any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let names_brotli = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("br"));
        let weight = parts.find_map(|part| part.strip_prefix("q=")?.trim().parse::<f32>().ok());
        names_brotli && weight.is_none_or(|weight| weight > 0.0)
    })
}

fn has_weak_tag(headers: &HeaderMap) -> bool {
    headers.get(header::IF_NONE_MATCH).is_some_and(|tags| tags.as_bytes().starts_with(b"W/"))
}

/// Marks the tag as one of contents that mean the same, but are not the same bytes.
fn weaken(headers: &mut HeaderMap) {
    let weak = headers.get(header::ETAG).map(HeaderValue::as_bytes).filter(|tag| !tag.starts_with(b"W/"));
    if let Some(Ok(weak)) = weak.map(|tag| HeaderValue::from_bytes(&[b"W/", tag].concat())) {
        headers.insert(header::ETAG, weak);
    }
}

/// The extension of the file that a path stands for; a folder's is its page's.
fn extension(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    if name.is_empty() { "html" } else { name.rsplit_once('.').map_or("", |(_, extension)| extension) }
}

fn length(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn response_of(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_is_for_those_who_ask_for_it() {
        for (accepts, takes) in [
            ("gzip, deflate, br, zstd", true),
            ("br;q=0.5", true),
            ("BR", true),
            ("gzip;q=1.0, br; q=0", false),
            ("gzip, deflate", false),
            ("*", false),
            ("brotli", false),
            ("", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(accepts));
            assert_eq!(takes_brotli(&headers), takes, "{accepts}");
        }
    }
}
