//! `lagesbild borders`: makes the borders that the package carries.

use crate::publish::boundaries::base::{BaseError, write_base_borders};
use crate::publish::{PublishError, bad_boundaries};
use clap::Args;
use std::path::PathBuf;

/// Makes `municipality.arcs` and `places.csv`, which the demonstration uses, from a GeoJSON file of municipalities.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// GeoJSON with the municipalities.
    #[arg(long)]
    from: PathBuf,
    /// The folder to write into.
    #[arg(long)]
    out: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), PublishError> {
    let made = write_base_borders(&arguments.from, &arguments.out).map_err(|error| match error {
        BaseError::Source(error) => bad_boundaries(&error),
        BaseError::File { what, error } => PublishError::Io(format!("Could not finish {what}: {error}.")),
    })?;
    let square_metres: f64 = made.repairs.iter().map(|repair| repair.m2).sum();
    println!(
        "Wrote {} bytes of borders; {} overlaps and gaps were repaired, {square_metres:.0} m² in all.",
        made.arcs.len(),
        made.repairs.len()
    );
    Ok(())
}
