//! `lagesbild serve`: a folder over HTTP.

use crate::publish::{PublishError, serve};
use clap::Args;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

/// Serves a composed site as a content delivery network does. Ends with Ctrl-C.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder to serve.
    folder: PathBuf,
    /// The port to listen on; 0 picks a free one. The address is the first line of the output.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The address to listen on; 0.0.0.0 lets other machines in.
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), PublishError> {
    serve::serve(&arguments.folder, arguments.host, arguments.port)
}
