//! Files fetched by the browser, which also checks their content: `fetch` with `integrity`.

use super::Files;
use crate::error::{LoadError, Problem};
use crate::model::paths::{CHANGES, CURRENT, WITHDRAWN};
use gloo_net::http::{Method, Request, RequestBuilder, Response};
use web_sys::RequestCache;

/// The files below an address, as `<meta name="lagesbild-data">` gives it.
#[derive(Debug, Clone)]
pub struct Http {
    base: String,
}

impl Http {
    /// The files below an address, with or without its final slash.
    pub fn new(base: &str) -> Self {
        Self { base: base.trim_end_matches('/').to_owned() }
    }

    fn request(&self, path: &str, integrity: Option<&str>, cache: RequestCache) -> RequestBuilder {
        let request = Request::get(&format!("{}/{path}", self.base)).cache(cache);
        match integrity {
            Some(integrity) => request.integrity(integrity),
            None => request,
        }
    }

    /// Why a request failed that the browser gave no answer for. A refused content looks like a lost network, also
    /// when the content is the page of an error status, so the server is asked again for the status alone.
    async fn problem(&self, path: &str, integrity: Option<&str>, error: gloo_net::Error) -> Problem {
        let online = || web_sys::window().is_none_or(|window| window.navigator().on_line());
        if !online() {
            return Problem::Offline;
        }
        let probe = self.request(path, None, RequestCache::NoStore).method(Method::HEAD);
        match probe.send().await {
            Ok(response) => match status_problem(&response) {
                Some(problem) => problem,
                None if integrity.is_some() => Problem::IntegrityRefused,
                None => Problem::Unreachable(error.to_string()),
            },
            Err(_) if !online() => Problem::Offline,
            Err(_) => Problem::Unreachable(error.to_string()),
        }
    }
}

impl Files for Http {
    async fn read(&self, path: &str, integrity: Option<&str>) -> Result<Vec<u8>, LoadError> {
        // Only these two ever change; everything else keeps its content for ever, whatever the server says of it.
        let cache = if matches!(path, CHANGES | CURRENT | WITHDRAWN) {
            RequestCache::NoCache
        } else {
            RequestCache::Default
        };
        let mut answer = self.request(path, integrity, cache).send().await;
        if answer.is_err() && integrity.is_some() {
            // What the browser keeps may itself be the damaged content, and would be refused for as long as it is
            // kept: this asks past it, and replaces it.
            answer = self.request(path, integrity, RequestCache::Reload).send().await;
        }
        let response = match answer {
            Ok(response) => response,
            Err(error) => return Err(LoadError::new(path, self.problem(path, integrity, error).await)),
        };
        if let Some(problem) = status_problem(&response) {
            return Err(LoadError::new(path, problem));
        }
        response.binary().await.map_err(|error| LoadError::new(path, Problem::Unreachable(error.to_string())))
    }
}

/// The problem that a response's status is, if it is one.
fn status_problem(response: &Response) -> Option<Problem> {
    match response.status() {
        _ if response.ok() => None,
        404 | 410 => Some(Problem::NotFound),
        status => Some(Problem::Status(status)),
    }
}
