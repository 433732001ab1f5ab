//! `lagesbild serve`: a folder over HTTP as a content delivery network gives it, so that what works here works there.
//!
//! Finding files, their kinds, ranges, conditional requests and brotli twins are `tower-http`'s; the rules of this
//! site stand in one file each: [`headers`] (who may keep what for how long, who may use it where), [`policy`] (what
//! a page may load), [`brotli`] (compression where there is no twin) and [`address`] (the one form of a path).

mod address;
mod brotli;
mod headers;
mod not_found;
pub mod policy;

use super::PublishError;
use axum::Router;
use axum::handler::HandlerWithoutStateExt;
use axum::middleware::{from_fn, from_fn_with_state};
use std::io::{ErrorKind, Write};
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

/// A folder bound to an address, not yet answering.
#[derive(Debug)]
pub struct Server {
    folder: PathBuf,
    listener: TcpListener,
    address: SocketAddr,
}

/// Serves a folder until interrupted. The first line on standard output is the address.
///
/// # Errors
/// When there is no such folder, or the address is taken.
pub fn serve(folder: &Path, host: IpAddr, port: u16) -> Result<(), PublishError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| PublishError::Io(format!("Could not start the server: {error}.")))?;
    let outcome = runtime.block_on(async {
        let server = Server::bind(folder, host, port).await?;
        let answering = async {
            let mut out = std::io::stdout();
            // A closed standard output is no reason not to serve.
            let _ = writeln!(out, "{}", server.url()).and_then(|()| out.flush());
            server.run().await
        };
        // In this order, so that whoever has read the address can also interrupt.
        tokio::select! {
            biased;
            _ = tokio::signal::ctrl_c() => Ok(()),
            outcome = answering => outcome,
        }
    });
    // Without waiting for answers that are still being compressed or sent.
    runtime.shutdown_background();
    outcome
}

impl Server {
    /// Binds a folder to an address; port 0 picks a free one.
    ///
    /// # Errors
    /// When there is no such folder, or the address is taken.
    pub async fn bind(folder: &Path, host: IpAddr, port: u16) -> Result<Self, PublishError> {
        if !folder.is_dir() {
            let folder = folder.display();
            return Err(PublishError::bad(format!("Could not serve {folder}: it is not a folder.")));
        }
        let listener = TcpListener::bind((host, port)).await.map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => PublishError::Io(format!(
                "Port {port} on {host} is in use by another program: stop that one, or choose another port with \
                 --port (0 picks a free one)."
            )),
            ErrorKind::PermissionDenied => PublishError::Io(format!(
                "Port {port} on {host} may not be used without special rights: choose one above 1023 with --port."
            )),
            _ => PublishError::Io(format!("Could not listen on port {port} of {host}: {error}.")),
        })?;
        let address = listener.local_addr().map_err(|error| {
            PublishError::Io(format!("Could not listen on port {port} of {host}: {error}."))
        })?;
        Ok(Self { folder: folder.to_owned(), listener, address })
    }

    /// The address to open, `http://127.0.0.1:8080/`.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Answers requests for ever.
    ///
    /// # Errors
    /// When the socket fails for good.
    pub async fn run(self) -> Result<(), PublishError> {
        let site = site(&self.folder);
        let served = axum::serve(self.listener, site).await;
        served.map_err(|error| PublishError::Io(format!("The server stopped: {error}.")))
    }
}

/// All rules together. Layers added later see a request earlier and a response later.
fn site(folder: &Path) -> Router {
    let root = folder.to_owned();
    let not_found = move || not_found::page(root.clone());
    let files = ServeDir::new(folder)
        .precompressed_br()
        .ignore_multi_range_requests(true)
        .fallback(not_found.into_service());
    Router::new()
        .fallback_service(files)
        .layer(from_fn_with_state(Arc::new(brotli::Cache::default()), brotli::on_the_fly))
        .layer(from_fn(address::one_form))
        .layer(from_fn_with_state(Arc::new(policy::of_folder(folder)), headers::add))
}
